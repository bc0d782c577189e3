import fc from "fast-check";
import { expect, test } from "vitest";
import type { LagLaw } from "../../../src/core/model/silence.ts";
import { integrate } from "../../../src/core/stats/integrate.ts";
import { lagAt } from "../../../src/core/stats/lag-law.ts";
import { expectedOf } from "../../reference/expected.ts";
import { apart, worst } from "./numbers.ts";

const expected = expectedOf<{
  readonly at: readonly {
    readonly lag: LagLaw;
    readonly hours: number;
    readonly byNow: number;
    readonly lnAfter: number;
  }[];
  readonly averages: readonly ({ readonly lag: LagLaw } & Readonly<Record<"from" | "to" | "rise" | "value", number>>)[];
}>("lag-laws");

test("[SI4] F and ln(1 − F) of the four laws agree with R to 1e-12 relative, in both tails", () => {
  const off = worst(expected.at, ({ lag, hours, byNow, lnAfter }) => {
    const ours = lagAt(lag as LagLaw, hours);
    // Below 1e-300 R and we both leave the range of full precision.
    return Math.max(
      byNow < 1e-290 ? 0 : apart(ours.byNow, byNow),
      Math.abs(lnAfter) < 1e-290 ? 0 : apart(ours.lnAfter, lnAfter),
    );
  });
  expect(off.by, JSON.stringify(off.row)).toBeLessThan(1e-12);
});

test("[SI4] by hand: half of the claims have come by the median, and 1 − 1/e by a Weibull scale", () => {
  expect(lagAt({ law: "lognormal", median: 72, sigma: 1.1 }, 72).byNow).toBeCloseTo(0.5, 15);
  expect(lagAt({ law: "loglogistic", scale: 20, shape: 1.5 }, 20).byNow).toBeCloseTo(0.5, 15);
  expect(lagAt({ law: "weibull", scale: 13.6, shape: 0.95 }, 13.6).byNow).toBeCloseTo(1 - 1 / Math.E, 15);
  expect(lagAt({ law: "exponential", scale: 5 }, 10).lnAfter).toBe(-2);
});

const positive = fc.double({ min: 1e-3, max: 1e4, noNaN: true });
const anyLaw: fc.Arbitrary<LagLaw> = fc.oneof(
  fc.record({ law: fc.constant("exponential" as const), scale: positive }),
  fc.record({ law: fc.constant("weibull" as const), scale: positive, shape: positive }),
  fc.record({ law: fc.constant("lognormal" as const), median: positive, sigma: positive }),
  fc.record({ law: fc.constant("loglogistic" as const), scale: positive, shape: positive }),
);

test("[SI4] F is 0 at 0 h, 1 at infinity, never falls, and adds up with 1 − F to 1, for any parameters and hours", () => {
  const hours = fc.double({ min: 0, max: 1e308, noNaN: true });
  fc.assert(
    fc.property(anyLaw, hours, hours, (law, s, t) => {
      const [early, late] = [lagAt(law, Math.min(s, t)), lagAt(law, Math.max(s, t))];
      expect(early.byNow).toBeLessThanOrEqual(late.byNow);
      expect(early.lnAfter).toBeGreaterThanOrEqual(late.lnAfter);
      for (const at of [early, late]) {
        expect(at.byNow + at.after).toBeCloseTo(1, 12);
        expect(Object.values(at).some(Number.isNaN)).toBe(false);
      }
      expect(lagAt(law, 0)).toEqual({ byNow: 0, after: 1, lnAfter: 0 });
      expect(lagAt(law, Number.POSITIVE_INFINITY)).toEqual({ byNow: 1, after: 0, lnAfter: Number.NEGATIVE_INFINITY });
    }),
    { numRuns: 400, seed: 9 },
  );
});

test("[SI4] a wrong parameter, a negative time and an unknown law are RangeErrors that name the value", () => {
  expect(() => lagAt({ law: "weibull", scale: 0, shape: 1 }, 1)).toThrow(/scale is 0/);
  expect(() => lagAt({ law: "lognormal", median: 3, sigma: Number.NaN }, 1)).toThrow(/sigma is NaN/);
  expect(() => lagAt({ law: "exponential", scale: 3 }, -1)).toThrow(/hours is -1/);
  expect(() => lagAt({ law: "gamma", scale: 3 } as never, 1)).toThrow(/"gamma" is not one/);
});

test("[SI2] the quadrature agrees with R's on the kinked and the flat averages to 1e-11", () => {
  const off = worst(expected.averages, ({ lag, from, to, rise, value }) => {
    const at = (t: number) => lagAt(lag as LagLaw, t).byNow;
    if (rise === 0) return apart(integrate(at, [from, to]) / (to - from), value);
    const weight = (t: number) => Math.min(t - from, to - t) / rise ** 2;
    const half = (ends: readonly [number, number]) => integrate((t) => weight(t) * at(t), ends);
    return apart(half([from, from + rise]) + half([from + rise, to]), value);
  });
  expect(off.by, JSON.stringify(off.row)).toBeLessThan(1e-11);
});
