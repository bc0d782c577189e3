import fc from "fast-check";
import { expect, test } from "vitest";
import { isUnknown } from "../../../src/core/model/stated.ts";
import { type KaplanMeier, kaplanMeier, survivalQuantile } from "../../../src/core/stats/kaplan-meier.ts";
import { expectedOf } from "../../reference/expected.ts";
import { apart } from "./numbers.ts";

const expected = expectedOf<{
  readonly sets: readonly ({ readonly median: number | null } & Readonly<
    Record<"time" | "observed" | "at" | "survival" | "atRisk" | "events" | "censored", readonly number[]> &
      Record<"se" | "lower" | "upper", readonly (number | null)[]>
  >)[];
}>("kaplan-meier");

function curveOf(times: readonly number[], observed?: readonly boolean[]): KaplanMeier {
  const km = kaplanMeier(times, observed);
  if (isUnknown(km)) throw new Error(km.reason);
  return km;
}

test("[SI3] curve, Greenwood errors, log-log intervals, counts and median agree with R's survfit to 1e-12", () => {
  for (const set of expected.sets) {
    const km = curveOf(
      set.time,
      set.observed.map((x) => x === 1),
    );
    expect(km.at).toEqual(set.at);
    expect(km.atRisk).toEqual(set.atRisk);
    expect(km.events).toEqual(set.events);
    expect(km.censored).toEqual(set.censored);
    for (const key of ["survival", "se", "lower", "upper"] as const) {
      km[key].forEach((value, i) => {
        const theirs = set[key][i] as number | null;
        if (value === null || theirs === null) expect(value).toBe(theirs);
        else expect(Math.abs(value - theirs)).toBeLessThan(1e-12);
      });
    }
    const median = survivalQuantile(km, 0.5);
    if (set.median === null) expect(median).toEqual({ is: "unknown", reason: "not-reached" });
    else expect(apart(median as number, set.median)).toBeLessThan(1e-12);
  }
});

test("[SI3] by hand: two events and a censoring at 4 h, the events first", () => {
  const km = curveOf([2, 4, 4, 4, 7, 9, 9, 12], [true, true, true, false, false, true, true, false]);
  expect(km.at).toEqual([2, 4, 7, 9, 12]);
  expect(km.atRisk).toEqual([8, 7, 4, 3, 1]);
  // 7/8, then × 5/7, then × 1/3: the censored one at 4 h is still at risk there and gone at 7 h.
  expect(km.survival[0]).toBeCloseTo(7 / 8, 15);
  expect(km.survival[1]).toBeCloseTo(5 / 8, 15);
  expect(km.survival[3]).toBeCloseTo(5 / 24, 15);
  // Greenwood: S² · (1/(8·7) + 2/(7·5)) at 4 h.
  expect(km.se[1]).toBeCloseTo((5 / 8) * Math.sqrt(1 / 56 + 2 / 35), 15);
});

test("[SI3] a quantile met exactly is the midpoint of its step", () => {
  expect(survivalQuantile(curveOf([1, 2, 3, 4]), 0.5)).toBe(2.5);
  expect(survivalQuantile(curveOf([1, 2, 3, 4]), 0.6)).toBe(3);
  expect(survivalQuantile(curveOf([1, 5], [true, false]), 0.5)).toBe(1);
});

test("[SI3] one censored time has no error to state and no interval; one event ends at 0", () => {
  expect(kaplanMeier([3], [false])).toMatchObject({ survival: [1], lower: [null], upper: [null], se: [0] });
  expect(kaplanMeier([3])).toMatchObject({ survival: [0], lower: [null], upper: [null], se: [null] });
});

test("[SI3] the order of rows never matters", () => {
  const row = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.boolean());
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
      const run = (list: typeof rows) =>
        kaplanMeier(
          list.map(([t]) => t),
          list.map(([, o]) => o),
        );
      expect(run([...rows].reverse())).toEqual(run(rows));
      expect(JSON.stringify(run(rows))).not.toContain("NaN");
    }),
    { numRuns: 200, seed: 10 },
  );
});

test("[SI3] no times is unknown; a wrong time or a missing mark is a RangeError that says so", () => {
  expect(kaplanMeier([])).toEqual({ is: "unknown", reason: "no-times" });
  expect(() => kaplanMeier([1, -2])).toThrow(/a time is -2/);
  expect(() => kaplanMeier([1, 2], [true])).toThrow(/2 times but 1 marks/);
  expect(() => kaplanMeier([1], [true], { level: 95 })).toThrow(/level is 95/);
});
