import { expect, test } from "vitest";
import { isUnknown } from "../../../src/core/model/stated.ts";
import { type ClaimCurve, claimCurve, claimedBy } from "../../../src/core/stats/claim-curve.ts";
import type { Lag } from "../../../src/core/stats/lag.ts";

/** Lags at the quantiles of a law, so that nothing is drawn: of n attacks a share is claimed, all followed to c. */
function planted(
  n: number,
  share: number,
  { quantile, c }: { readonly quantile: (p: number) => number; readonly c: number },
): Lag[] {
  const k = Math.round(n * share);
  const claims = Array.from({ length: k }, (_, i) => quantile((i + 0.5) / k));
  const silent: Lag = { from: c, to: null };
  return [
    ...claims.map((t): Lag => (t < c ? { from: t, to: t } : silent)),
    ...Array.from({ length: n - k }, () => silent),
  ];
}
const weibull = (p: number) => 14 * (-Math.log1p(-p)) ** (1 / 0.9);

function curveOf(list: readonly Lag[]): ClaimCurve {
  const curve = claimCurve(list);
  if (isUnknown(curve)) throw new Error(curve.reason);
  return curve;
}

test("[SI5] a curve long flat tells its share with its interval", () => {
  const curve = curveOf(planted(100, 0.5, { quantile: weibull, c: 600 }));
  expect(curve.late).toBe(0);
  expect(curve.share).toMatchObject({ value: expect.closeTo(0.5, 3) });
  expect(curve.followUp).toBe(600);
});

test("[SI5] claims still coming in the second half of the follow-up withhold it, and P(t) is told all the same", () => {
  const curve = curveOf(planted(100, 0.5, { quantile: weibull, c: 20 }));
  expect(curve.late).toBeGreaterThan(0.1);
  expect(curve.share).toMatchObject({ is: "unknown", reason: "share-withheld" });
  expect((curve.share as unknown as { readonly because: readonly string[] }).because).toContain("no-plateau");
  const at = claimedBy(curve, 12);
  if (isUnknown(at)) throw new Error(at.reason);
  expect(Math.abs(at.value - 0.5 * -Math.expm1(-((12 / 14) ** 0.9)))).toBeLessThan(0.02);
  expect(at.agree).toBe(true);
});

test("[SI5] after the longest follow-up P(t) is unknown", () => {
  const curve = curveOf(planted(60, 0.5, { quantile: weibull, c: 100 }));
  expect(claimedBy(curve, 101)).toEqual({ is: "unknown", reason: "beyond-follow-up" });
  expect(() => claimedBy(curve, -1)).toThrow(/hours is -1/);
});

test("[SI5] by hand: of 4 claims one came after half of the follow-up, so a quarter was late", () => {
  const times = [2, 5, 9, 30];
  const list: Lag[] = [...times.map((t) => ({ from: t, to: t })), { from: 40, to: null }, { from: 40, to: null }];
  // Ŝ(20) = 3/6, Ŝ(40) = 2/6: (1/6)/(4/6).
  expect(curveOf(list).late).toBeCloseTo(0.25, 12);
});

test("[SI5] the lags of ransomware incidents in a public set (EuRepoC 1.1, Zenodo 7848941: 12 of 27 claimed) leave the share untold", () => {
  // Days −1, 0, 0, 0, 6, 6, 8, 34, 35, 274, 377, 460; how long each was followed is not in the set: two years are taken.
  const days = [0, 0, 0, 6, 6, 8, 34, 35, 274, 377, 460];
  const curve = curveOf([
    ...days.map((d): Lag => ({ days: d })),
    { from: 0, to: 17_520 },
    ...Array.from({ length: 15 }, (): Lag => ({ from: 17_520, to: null })),
  ]);
  expect(curve.share).toMatchObject({ is: "unknown", reason: "share-withheld" });
});

test("[SI5] silence only has no curve, and says why", () => {
  expect(claimCurve([{ from: 4, to: null }])).toEqual({ is: "unknown", reason: "all-silent" });
});

test("[SI5] thousands of distinct times beside one interval: the late part is that of the exact ones, on a grid of the follow-up", () => {
  const exact = Array.from({ length: 3000 }, (_, i): Lag => {
    const t = 300 * ((i + 0.5) / 3000) ** 2;
    return i % 2 === 0 ? { from: t, to: t } : { from: 300, to: null };
  });
  const alone = curveOf(exact).late;
  // Claims at 300·u², u even: by 150 h a share √½ of them has come.
  expect(alone).toBeCloseTo(1 - Math.SQRT1_2, 2);
  expect(curveOf([...exact, { from: 0, to: 1 }]).late).toBeCloseTo(alone, 2);
});
