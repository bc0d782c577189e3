import fc from "fast-check";
import { expect, test } from "vitest";
import { isUnknown } from "../../../src/core/model/stated.ts";
import { averageCuts, cutEvidence } from "../../../src/core/silence/cuts.ts";
import { countsDiffer, numeratorOnly } from "../../../src/core/silence/numerator.ts";
import { splitStrategic } from "../../../src/core/silence/strategic.ts";
import { lnBeta } from "../../../src/core/stats/gamma.ts";

test("[SI12] by hand: π = .28, σ = .1, all heard: of the silent ones that it did, .1/.72 are strategic", () => {
  const split = splitStrategic(0.28, 1, { sigma: 0.1 });
  if (isUnknown(split)) throw new Error(split.reason);
  expect(split.strategicIfSilent).toBeCloseTo(0.1 / 0.72, 14);
  expect(split.ordinaryShare).toBeCloseTo(0.28 / 0.9, 14);
  expect(split.silent.ordinary).toBeCloseTo(1 - 0.28 / 0.9, 14);
});

test("[SI12] the split never changes the chance of the whole", () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(unit, unit, unit, (pi, part, v) => {
      const sigma = part * (1 - pi);
      const split = splitStrategic(pi, v, { sigma });
      if (isUnknown(split)) return;
      const { all, strategic, ordinary } = split.silent;
      expect(sigma * strategic + (1 - sigma) * ordinary).toBeCloseTo(all, 12);
    }),
    { numRuns: 300, seed: 41 },
  );
});

test("[SI12] with an uncertain π the share is of what it leaves unclaimed: Beta(1, 3), s = ½, V = ½ gives (½ · ¾)/(1 − ¼ · ½)", () => {
  const split = splitStrategic({ betas: [{ weight: 1, a: 1, b: 3 }] }, 0.5, { ofUnclaimed: 0.5 });
  expect(split).toMatchObject({
    sigma: expect.closeTo(0.375, 14),
    strategicIfSilent: expect.closeTo(0.375 / 0.875, 14),
  });
});

test("[SI12] without a stated share it is refused, and one that leaves no room for π is a RangeError", () => {
  expect(splitStrategic(0.5, 1, undefined)).toEqual({ is: "unknown", reason: "strategic-share-not-stated" });
  expect(() => splitStrategic(0.5, 1, { sigma: 0.6 })).toThrow(/at most 0.5 are hidden/);
  expect(() => splitStrategic({ betas: [{ weight: 1, a: 1, b: 1 }] }, 1, { sigma: 0.1 })).toThrow(/ofUnclaimed/);
});

test("[SI9] by hand: 1 of 1 beside 0 of 1 is twice as likely with shares of their own, 1 of 1 beside 1 of 1 two thirds", () => {
  // B(1½,½)·B(½,1½)/[B(½,½)·B(1½,1½)] = (π/2)²/(π · π/8) = 2.
  expect(cutEvidence({ k: 1, n: 2 }, { k: 1, n: 1 })).toBeCloseTo(2, 12);
  // Both alike: B(1½,½)²/[B(½,½)·B(2½,½)] = (π/2)²/(π · 3π/8) = 2/3.
  expect(cutEvidence({ k: 2, n: 2 }, { k: 1, n: 1 })).toBeCloseTo(2 / 3, 12);
  expect(() => cutEvidence({ k: 1, n: 2 }, { k: 2, n: 2 })).toThrow(/no part of 1 of 2/);
});

test("[SI9] the average over cuts: stops weigh ½, ¼·BF₁, ¼·BF₁·BF₂, and the share is their mixture", () => {
  const path = [
    { k: 62, n: 155 },
    { k: 18, n: 31 },
    { k: 1, n: 6 },
  ];
  const out = averageCuts(path);
  if (isUnknown(out)) throw new Error(out.reason);
  const lnOf = (k: number, n: number) => lnBeta(k + 0.5, n - k + 0.5);
  const bf = (K: number, N: number, k: number, n: number) =>
    Math.exp(lnOf(k, n) + lnOf(K - k, N - n) - lnBeta(0.5, 0.5) - lnOf(K, N));
  const [b1, b2] = [bf(62, 155, 18, 31), bf(18, 31, 1, 6)];
  const raw = [0.5, 0.25 * b1, 0.25 * b1 * b2];
  const total = raw.reduce((a, b) => a + b);
  out.weights.forEach((w, i) => {
    expect(w).toBeCloseTo(raw[i]! / total, 12);
  });
  expect(out.cuts.map((c) => c.evidence)).toEqual([expect.closeTo(b1, 10), expect.closeTo(b2, 10)]);
  const mean = path.reduce((sum, { k, n }, i) => sum + (raw[i]! / total) * ((k + 0.5) / (n + 1)), 0);
  expect(out.share.mean).toBeCloseTo(mean, 12);
  expect(averageCuts([])).toEqual({ is: "unknown", reason: "no-record" });
  expect(averageCuts([{ k: 3, n: 4 }])).toMatchObject({ weights: [1], cuts: [] });
});

test("[SI11] 150 claims fit every share: 158 attacks at 95 %, 1,500 at 10 %", () => {
  const out = numeratorOnly(150);
  expect(out.fits).toEqual([
    { share: 0.95, attacks: 158 },
    { share: 0.5, attacks: 300 },
    { share: 0.25, attacks: 600 },
    { share: 0.1, attacks: 1500 },
  ]);
  expect(out.notEstablished).toContain("share-claimed");
  expect(() => numeratorOnly(0)).toThrow(/count is 0/);
});

test("[SI11] two counts are set beside each other only if they count the same thing", () => {
  const claimed = { what: "claimed", by: "Amber Column", where: "Lowland", when: "2031" } as const;
  expect(countsDiffer(claimed, claimed)).toEqual([]);
  expect(countsDiffer(claimed, { ...claimed, what: "attributed", when: "2030" })).toEqual([
    { in: "what", known: true },
    { in: "when", known: true },
  ]);
  expect(countsDiffer(claimed, { what: "claimed" })).toEqual([
    { in: "by", known: false },
    { in: "where", known: false },
    { in: "when", known: false },
  ]);
});
