import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isUnknown } from "../../../src/core/model/stated.ts";
import { kaplanMeier } from "../../../src/core/stats/kaplan-meier.ts";
import type { Lag } from "../../../src/core/stats/lag.ts";
import { type Turnbull, turnbull, turnbullAt } from "../../../src/core/stats/turnbull.ts";
import { expectedOf } from "../../reference/expected.ts";
import { real } from "./numbers.ts";

type Numbers = readonly (number | string)[];
const expected = expectedOf<{
  readonly sets: readonly {
    readonly from: Numbers;
    readonly to: Numbers;
    readonly left: Numbers;
    readonly right: Numbers;
    readonly masses: readonly number[];
    readonly logLikelihood: number;
  }[];
}>("turnbull");
const told = (x: number | string) => (real(x) === Number.POSITIVE_INFINITY ? null : real(x));

function curveOf(list: readonly Lag[]): Turnbull {
  const curve = turnbull(list);
  if (isUnknown(curve)) throw new Error(curve.reason);
  return curve;
}

describe("[SI3] Turnbull's estimate", () => {
  test.each(expected.sets.map((s, i) => [i, s] as const))(
    "agrees with EM in R run to the KKT condition, set %i",
    (_, set) => {
      const curve = curveOf(set.from.map((f, i) => ({ from: real(f), to: told(set.to[i]!) })));
      expect(curve.kkt).toBeLessThan(1 + 1e-9);
      expect(Math.abs(curve.logLikelihood - set.logLikelihood)).toBeLessThan(1e-9);
      const theirs = set.left.map((l, i) => ({ from: real(l), to: told(set.right[i]!) }));
      expect(curve.intervals).toEqual(theirs);
      curve.masses.forEach((m, i) => {
        expect(Math.abs(m - set.masses[i]!)).toBeLessThan(1e-7);
      });
    },
  );
});

test("[SI3] by hand: (0,5], (2,8] and a silence to 6 h share their mass between (2,5] and (6,8]", () => {
  // ln L = ln a + ln(a + b) + ln b with a + b = 1: a = b = ½, and no mass beyond 8 h, where only the silence would want it.
  const curve = curveOf([
    { from: 0, to: 5 },
    { from: 2, to: 8 },
    { from: 6, to: null },
  ]);
  expect(curve.intervals).toEqual([
    { from: 2, to: 5 },
    { from: 6, to: 8 },
  ]);
  expect(curve.masses[0]).toBeCloseTo(0.5, 12);
  expect(turnbullAt(curve, 5.5)).toBeCloseTo(0.5, 12);
  expect(turnbullAt(curve, 3.5)).toBeCloseTo(0.75, 12);
});

test("[SI3] on exact and silent times it is Kaplan–Meier, an event before a censoring at a tie", () => {
  const times = [2, 4, 4, 4, 7, 9, 9, 12];
  const seen = [true, true, true, false, false, true, true, false];
  const curve = curveOf(times.map((t, i) => ({ from: t, to: seen[i] ? t : null })));
  const km = kaplanMeier(times, seen);
  if (isUnknown(km)) throw new Error(km.reason);
  expect(curve.at).toEqual([2, 4, 9, null]);
  expect(curve.survival[0]).toBeCloseTo(7 / 8, 12);
  expect(curve.survival[1]).toBeCloseTo(5 / 8, 12);
  expect(curve.survival[2]).toBeCloseTo(5 / 24, 12);
  // Greenwood's error is the inverse information here.
  expect(curve.se[1]).toBeCloseTo(km.se[1] as number, 9);
});

test("[SI2] two dates enter in the interval form, and the answer says so", () => {
  const curve = curveOf([{ days: 0 }, { days: 2 }, { from: 240, to: null }]);
  expect(curve.form).toBe("interval-form");
  expect(curve.intervals).toEqual([
    { from: 0, to: 24 },
    { from: 24, to: 72 },
    { from: 240, to: null },
  ]);
  expect(curve.masses[1]).toBeCloseTo(1 / 3, 12);
});

test("[SI3] masses are 0 or more, sum to 1, meet the KKT condition, and the order of rows never matters", () => {
  const lag = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 6 }), fc.boolean());
  fc.assert(
    fc.property(fc.array(lag, { minLength: 1, maxLength: 40 }), (rows) => {
      const list = rows.map(([from, width, silent]): Lag => ({ from, to: silent ? null : from + width }));
      const curve = turnbull(list);
      if (isUnknown(curve)) {
        expect(list.every((l) => !("days" in l) && l.from === 0 && l.to === null)).toBe(true);
        return;
      }
      expect(curve.kkt).toBeLessThan(1 + 1e-9);
      expect(curve.masses.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      expect(Math.min(...curve.masses)).toBeGreaterThan(0);
      expect(turnbull([...list].reverse())).toEqual(curve);
    }),
    { numRuns: 300, seed: 12 },
  );
});

test("[SI3] no lag that says anything is unknown; a wrong one is a RangeError", () => {
  expect(turnbull([])).toEqual({ is: "unknown", reason: "no-lags" });
  expect(turnbull([{ from: 0, to: null }])).toEqual({ is: "unknown", reason: "no-lags" });
  expect(() => turnbull([{ from: 3, to: 2 }])).toThrow(/3 to 2 h/);
  expect(() => turnbull([{ from: 3, to: 4 }], { level: 2 })).toThrow(/level is 2/);
});
