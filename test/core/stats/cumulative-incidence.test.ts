import { expect, test } from "vitest";
import { isUnknown } from "../../../src/core/model/stated.ts";
import { cumulativeIncidence } from "../../../src/core/stats/cumulative-incidence.ts";
import { expectedOf } from "../../reference/expected.ts";

const expected = expectedOf<{
  readonly sets: readonly (Readonly<Record<"t" | "at" | "waiting" | "claim" | "denial", readonly number[]>> & {
    readonly cause: readonly string[];
  })[];
}>("cumulative-incidence");

const rowsOf = (t: readonly number[], cause: readonly string[]) =>
  t.map((at, i) => ({ at, cause: cause[i] === "none" ? null : cause[i]! }));

test("[SI10] cumulative incidences agree with R's multi-state survfit to 1e-12", () => {
  for (const set of expected.sets) {
    const ours = cumulativeIncidence(rowsOf(set.t, set.cause));
    if (isUnknown(ours)) throw new Error(ours.reason);
    expect(ours.at).toEqual(set.at);
    for (const [mine, theirs] of [
      [ours.waiting, set.waiting],
      [ours.byCause.claim!, set.claim],
      [ours.byCause.denial!, set.denial],
    ] as const) {
      mine.forEach((v, i) => {
        expect(Math.abs(v - theirs[i]!)).toBeLessThan(1e-12);
      });
    }
  }
});

test("[SI10] by hand: a denied attack stays in n and is no censoring", () => {
  // 64 attacks: 29 claimed, 26 denied, 9 neither, all within the first days and followed to day 9.
  const rows = [
    ...Array.from({ length: 26 }, () => ({ at: 1, cause: "denial" })),
    ...Array.from({ length: 29 }, () => ({ at: 2, cause: "claim" })),
    ...Array.from({ length: 9 }, () => ({ at: 9, cause: null })),
  ];
  const ours = cumulativeIncidence(rows);
  if (isUnknown(ours)) throw new Error(ours.reason);
  // Kaplan–Meier with the denials as censorings would say 29/38 = .76.
  expect(ours.byCause.claim?.at(-1)).toBeCloseTo(29 / 64, 14);
  expect(ours.byCause.denial?.at(-1)).toBeCloseTo(26 / 64, 14);
  expect(ours.waiting.at(-1)).toBeCloseTo(9 / 64, 14);
});

test("[SI10] the order of rows never matters; no rows is unknown; a wrong time is a RangeError", () => {
  const rows = rowsOf([3, 1, 2, 2], ["claim", "none", "denial", "claim"]);
  expect(cumulativeIncidence([...rows].reverse())).toEqual(cumulativeIncidence(rows));
  expect(cumulativeIncidence([])).toEqual({ is: "unknown", reason: "no-rows" });
  expect(() => cumulativeIncidence([{ at: -1, cause: null }])).toThrow(/a time is -1/);
});
