import fc from "fast-check";
import { expect, test } from "vitest";
import {
  betaCdf,
  betaMean,
  betaQuantile,
  betaUpper,
  mixtureMean,
  mixtureQuantile,
} from "../../../src/core/stats/beta.ts";
import { lnBeta, lnGamma } from "../../../src/core/stats/gamma.ts";
import { lnNormalUpper, normalCdf, normalQuantile } from "../../../src/core/stats/normal.ts";
import { expectedOf } from "../../reference/expected.ts";
import { apart, real, worst } from "./numbers.ts";

const expected = expectedOf<{
  readonly lgamma: readonly { readonly x: number; readonly value: number }[];
  readonly lbeta: readonly { readonly a: number; readonly b: number; readonly value: number }[];
  readonly cdf: readonly Readonly<Record<"a" | "b" | "x" | "lower" | "upper", number>>[];
  readonly quantile: readonly Readonly<Record<"a" | "b" | "p" | "x", number>>[];
  readonly normal: readonly Readonly<Record<"z" | "lower" | "lnUpper", number>>[];
  readonly normalQuantile: readonly { readonly p: number; readonly z: number | string }[];
}>("beta");

test("[SI6] ln Γ agrees with R to 1e-13 relative, and to 1e-14 absolute near its zeros", () => {
  const off = worst(expected.lgamma, ({ x, value }) => {
    const ours = lnGamma(x);
    return Math.abs(ours - value) <= 1e-15 ? 0 : apart(ours, value);
  });
  expect(off.by, JSON.stringify(off.row)).toBeLessThan(1e-13);
});

test("[SI6] ln B agrees with R to 1e-13 of itself or of 1", () => {
  const off = worst(expected.lbeta, ({ a, b, value }) => Math.abs(lnBeta(a, b) - value) / Math.max(1, Math.abs(value)));
  expect(off.by, JSON.stringify(off.row)).toBeLessThan(1e-13);
});

test("[SI6] both tails of Beta agree with R to 1e-12 relative", () => {
  const off = worst(expected.cdf, ({ a, b, x, lower, upper }) =>
    Math.max(
      lower < 1e-290 ? 0 : apart(betaCdf(x, a, b), lower),
      upper < 1e-290 ? 0 : apart(betaUpper(x, a, b), upper),
    ),
  );
  expect(off.by, JSON.stringify(off.row)).toBeLessThan(1e-12);
});

test("[SI6] quantiles of Beta agree with R to 1e-11, and put back give the probability to 1e-12", () => {
  const off = worst(expected.quantile, ({ a, b, p, x }) => apart(betaQuantile(p, a, b), x));
  expect(off.by, JSON.stringify(off.row)).toBeLessThan(1e-11);
  // Next to 1 the answer itself is rounded, and a steep density makes more of it than 1e-12: those are left to R above.
  const round = expected.quantile.filter(({ x }) => x < 0.9999);
  const back = worst(round, ({ a, b, p }) => Math.abs(betaCdf(betaQuantile(p, a, b), a, b) - p));
  expect(back.by, JSON.stringify(back.row)).toBeLessThan(1e-12);
});

test("[SI3] the normal distribution agrees with R to 1e-12, far into its tail", () => {
  const off = worst(expected.normal, ({ z, lower, lnUpper }) =>
    Math.max(apart(normalCdf(z), lower), Math.abs(lnUpper) < 1e-290 ? 0 : apart(lnNormalUpper(z), lnUpper)),
  );
  expect(off.by, JSON.stringify(off.row)).toBeLessThan(1e-12);
  const quantiles = worst(
    expected.normalQuantile,
    ({ p, z }) => Math.abs(normalQuantile(p) - real(z)) / Math.max(1, Math.abs(real(z))),
  );
  expect(quantiles.by, JSON.stringify(quantiles.row)).toBeLessThan(1e-12);
});

test("[SI6] a quantile rises with the probability and lies inside 0 to 1, whatever the shape", () => {
  const shape = fc.double({ min: 0.01, max: 20_000, noNaN: true });
  const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
  fc.assert(
    fc.property(shape, shape, share, share, (a, b, p, q) => {
      const [lo, hi] = [betaQuantile(Math.min(p, q), a, b), betaQuantile(Math.max(p, q), a, b)];
      expect(lo).toBeGreaterThanOrEqual(0);
      expect(hi).toBeLessThanOrEqual(1);
      expect(lo).toBeLessThanOrEqual(hi * (1 + 1e-13)); // equal probabilities but for an ulp
    }),
    { numRuns: 300, seed: 7 },
  );
});

test("[SI6] Beta(a, b) below x and Beta(b, a) above 1 − x are the same chance", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 500, noNaN: true }),
      fc.double({ min: 0.1, max: 500, noNaN: true }),
      fc.integer({ min: 1, max: 1023 }),
      (a, b, sixtyFourths) => {
        const x = sixtyFourths / 1024; // 1 − x is exact
        expect(apart(betaCdf(x, a, b), betaUpper(1 - x, b, a))).toBeLessThan(1e-11);
      },
    ),
    { numRuns: 300, seed: 8 },
  );
});

test("[SI6] a mixture of one Beta is that Beta; of two, its quantile put back gives the probability", () => {
  expect(mixtureQuantile([{ weight: 1, a: 3, b: 4 }], 0.2)).toBe(betaQuantile(0.2, 3, 4));
  const two = [
    { weight: 0.3, a: 2, b: 8 },
    { weight: 0.7, a: 40, b: 3 },
  ];
  expect(mixtureMean(two)).toBeCloseTo(0.3 * 0.2 + (0.7 * 40) / 43, 14);
  for (const p of [0.025, 0.3, 0.6, 0.975]) {
    const x = mixtureQuantile(two, p);
    expect(0.3 * betaCdf(x, 2, 8) + 0.7 * betaCdf(x, 40, 3)).toBeCloseTo(p, 13);
  }
});

test("[SI6] a caller's mistake is a RangeError that names the value", () => {
  expect(() => betaQuantile(1.2, 1, 1)).toThrow(/p is 1\.2/);
  expect(() => betaCdf(0.5, 0, 1)).toThrow(/a is 0/);
  expect(() => betaCdf(Number.NaN, 1, 1)).toThrow(RangeError);
  expect(() => betaMean(1, Number.NaN)).toThrow(/b is NaN/);
  expect(() => lnGamma(-1)).toThrow(/x is -1/);
  expect(() => normalQuantile(0)).toThrow(RangeError);
});
