import fc from "fast-check";
import { expect, test } from "vitest";
import type { LagLaw } from "../../../src/core/model/silence.ts";
import { isUnknown } from "../../../src/core/model/stated.ts";
import {
  ascertained,
  claimedShare,
  shareOfSiblings,
  type WeighedSilence,
  type WeighOptions,
  weighSilence,
} from "../../../src/core/silence.entry.ts";
import { betaQuantile, mixtureMean } from "../../../src/core/stats/beta.ts";
import { apart } from "../stats/numbers.ts";

const day: LagLaw = { law: "exponential", scale: 24 / Math.LN2 }; // half of the claims come within a day

function weigh(share: Parameters<typeof weighSilence>[0], lag: LagLaw, options: WeighOptions): WeighedSilence {
  const weighed = weighSilence(share, lag, options);
  if (isUnknown(weighed)) throw new Error(weighed.reason);
  return weighed;
}

test("[SI7] by hand: π .6, φ .1, half of the claims made by now and all seen", () => {
  // 1 − .6·.5 = .7; 1 − .1·.5 = .95; still to come .6·.5/.7; within the next day half of that.
  const w = weigh(0.6, day, { hours: 24, seen: 1, falseShare: 0.1 });
  expect(w.unclaimedIfDid).toBeCloseTo(0.7, 14);
  expect(w.unclaimedIfNot).toBeCloseTo(0.95, 14);
  expect(w.factor).toBeCloseTo(0.7 / 0.95, 14);
  expect(w.stillToCome).toBeCloseTo(0.3 / 0.7, 14);
  expect(w.within).toBeCloseTo(0.15 / 0.7, 14);
});

test("[SI7] by hand: where half of the claims are missed the silence weighs half as much", () => {
  const w = weigh(0.6, day, { hours: 24, seen: 0.5, falseShare: 0.1 });
  expect(w.unclaimedIfDid).toBeCloseTo(1 - 0.5 * 0.6 * 0.5, 14);
  expect(w.stillToCome).toBeCloseTo((0.5 * 0.6 * 0.5) / 0.85, 14);
});

test("[SI7] the worked example of docs/method/silence.md: 62 of 155, 31 hours", () => {
  const w = weigh(
    claimedShare(62, 155),
    { law: "weibull", scale: 13.6, shape: 0.95 },
    { hours: 31, seen: 1, falseShare: 0.03 },
  );
  expect([w.share, w.byNow, w.unclaimedIfDid].map((x) => x.toFixed(3))).toEqual(["0.401", "0.888", "0.644"]);
  expect([w.unclaimedIfNot.toFixed(3), w.factor.toFixed(2), w.stillToCome.toFixed(2)]).toEqual([
    "0.973",
    "0.66",
    "0.07",
  ]);
  expect(weighSilence(claimedShare(0, 0), day, { hours: 1 })).toEqual({ is: "unknown", reason: "no-record" });
});

test("[SI8] by hand: Beta(1, 1) after a silence with V = ½ is ⅔ Beta(1, 1) and ⅓ Beta(1, 2), and its mean of still-to-come is ⅓", () => {
  const uniform = { betas: [{ weight: 1, a: 1, b: 1 }] };
  const w = weigh(uniform, day, { hours: 24, seen: 1, falseShare: 0.1 });
  expect(w.ifDid?.betas.map(({ weight, a, b }) => [a, b, Math.round(weight * 3e9) / 3e9])).toEqual([
    [1, 1, Math.round(2e9) / 3e9],
    [1, 2, Math.round(1e9) / 3e9],
  ]);
  // E[π/2] / E[1 − π/2] = ¼ / ¾.
  expect(w.stillToCome).toBeCloseTo(1 / 3, 14);
  // The mean of π over that mixture: ⅔·½ + ⅓·⅓ = 4/9.
  expect(mixtureMean(w.ifDid?.betas ?? [])).toBeCloseTo(4 / 9, 14);
});

test("[SI7] κ and φ where nobody stated them are the ranges of assumptions.json, and the ends of the answer hold their corners", () => {
  const w = weigh(0.6, day, { hours: 24 });
  expect(w.seen).toEqual({ from: 0.5, at: 0.75, to: 1 });
  expect(w.falseShare).toEqual({ from: 0.01, at: 0.03, to: 0.2 });
  expect(w.unclaimedIfDid).toBeCloseTo(1 - 0.75 * 0.6 * 0.5, 14);
  expect(w.ends.unclaimedIfDid.from).toBeCloseTo(0.7, 14);
  expect(w.ends.unclaimedIfDid.to).toBeCloseTo(0.85, 14);
  expect(w.ends.factor.from).toBeCloseTo(0.7 / 0.995, 14);
  expect(w.ends.factor.to).toBeCloseTo(0.85 / 0.95, 14);
});

test("[SI7] with π ≤ φ the answer says that silence may speak for the actor", () => {
  const w = weigh(0.02, day, { hours: 48, seen: 1, falseShare: 0.2 });
  expect(w.factor).toBeGreaterThan(1);
  expect(w.note).toBe("may-speak-for");
  expect(weigh(0.6, day, { hours: 48, seen: 1, falseShare: 0.2 }).note).toBeNull();
});

test("[SI7] a law of its own for false claims counts", () => {
  const fasterFalse = weigh(0.3, day, {
    hours: 6,
    seen: 1,
    falseShare: 0.29,
    falseLag: { law: "exponential", scale: 1 },
  });
  expect(fasterFalse.factor).toBeGreaterThan(1);
});

test("[SI2] an interval that begins before the attack is cut at it; one clock known averages evenly", () => {
  const sameDay = weigh(0.6, day, { hours: { from: -24, to: 24 }, seen: 1, falseShare: 0.1 });
  expect(sameDay.range.from).toMatchObject({ hours: 0, factor: 1 });
  expect(sameDay.range.middle.hours).toBe(12);
  // Even over (0, 24]: the mean of 1 − 2^(−t/24) is 1 − 1/(2 ln 2).
  const even = weigh(0.6, day, { hours: { from: 0, to: 24, rise: 0 }, seen: 1, falseShare: 0 });
  expect(even.range.average.byNow).toBeCloseTo(1 - 1 / (2 * Math.LN2), 11);
});

const law: fc.Arbitrary<LagLaw> = fc
  .tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.double({ min: 0.01, max: 1000, noNaN: true }),
    fc.double({ min: 0.1, max: 5, noNaN: true }),
  )
  .map(([i, size, shape]) =>
    i === 0
      ? { law: "exponential", scale: size }
      : i === 1
        ? { law: "lognormal", median: size, sigma: shape }
        : { law: i === 2 ? "weibull" : "loglogistic", scale: size, shape },
  );
const chance = fc.double({ min: 0, max: 1, noNaN: true });
const hours = fc.double({ min: 0, max: 1e6, noNaN: true });
const RUNS = { numRuns: 300, seed: 11 };

test("[SI7] the factor is 1 at 0 h, falls for π > φ, never below 1 − π, and tends to (1 − πκ)/(1 − φκ)", () => {
  fc.assert(
    fc.property(law, fc.tuple(chance, chance), fc.tuple(hours, hours), chance, (lag, shares, times, seen) => {
      const [falseShare, share] = [Math.min(...shares) * 0.999, Math.max(...shares)];
      const at = (t: number) => weigh(share, lag, { hours: t, seen, falseShare }).factor;
      const [early, late] = [at(Math.min(...times)), at(Math.max(...times))];
      expect(at(0)).toBe(1);
      expect(late).toBeLessThanOrEqual(early * (1 + 1e-14));
      expect(late).toBeGreaterThanOrEqual((1 - share) * (1 - 1e-14));
      if (seen * share < 1) {
        const limit = (1 - share * seen) / (1 - falseShare * seen);
        expect(Math.abs(at(Number.POSITIVE_INFINITY) - limit)).toBeLessThan(1e-13);
      }
    }),
    RUNS,
  );
});

test("[SI7] BF(0→t₂) = BF(0→t₁)·BF(t₁→t₂) to 1e-12", () => {
  fc.assert(
    fc.property(
      law,
      fc.tuple(chance, chance),
      fc.tuple(hours, hours),
      chance,
      (lag, [share, falseShare], times, seen) => {
        const [since, late] = [Math.min(...times), Math.max(...times)];
        const given = { seen, falseShare: falseShare * 0.999 };
        const all = weighSilence(share, lag, { hours: late, ...given });
        const first = weighSilence(share, lag, { hours: since, ...given });
        const then = weighSilence(share, lag, { hours: late, since, ...given });
        if (isUnknown(all) || isUnknown(first) || isUnknown(then) || all.factor < 1e-290) return;
        expect(apart(first.factor * then.factor, all.factor)).toBeLessThan(1e-12);
      },
    ),
    RUNS,
  );
});

test("[SI8] no NaN and no chance outside 0 to 1 for any legal input, hours without end included", () => {
  const anyHours = fc.oneof(hours, fc.constantFrom(0, 1e-300, 1e300, Number.POSITIVE_INFINITY));
  const anyShare = fc.oneof(chance, fc.constantFrom(0, 1));
  fc.assert(
    fc.property(law, anyShare, anyHours, fc.tuple(anyShare, anyShare), (lag, share, t, [seen, falseShare]) => {
      const w = weighSilence(share, lag, { hours: t, seen, falseShare });
      expect(JSON.stringify(w)).not.toContain("NaN");
      if (isUnknown(w)) return;
      const chances = [w.unclaimedIfDid, w.unclaimedIfNot, w.stillToCome, w.within, w.byNow];
      for (const x of chances) expect(x >= 0 && x <= 1).toBe(true);
      expect(w.factor).toBeGreaterThanOrEqual(0);
      expect(w.within).toBeLessThanOrEqual(w.stillToCome * (1 + 1e-12));
    }),
    RUNS,
  );
});

test("[SI8] the interval of still-to-come holds its mean, and narrows as the record grows", () => {
  const width = (k: number, n: number) => {
    const share = claimedShare(k, n);
    if (isUnknown(share)) throw new Error("no share");
    const w = weigh(share, day, { hours: 24, seen: 1, falseShare: 0.1 });
    const { from, to } = w.ifDid?.stillToCome ?? { from: 1, to: 0 };
    expect(from < w.stillToCome && w.stillToCome < to).toBe(true);
    return to - from;
  };
  expect(width(60, 100)).toBeLessThan(width(6, 10));
});

test("[SI7] an impossible silence is unknown with its reason; a caller's mistake is a RangeError that names the value", () => {
  const never = { hours: Number.POSITIVE_INFINITY, seen: 1 };
  expect(weighSilence(1, day, { ...never, falseShare: 0.1 })).toEqual({ is: "unknown", reason: "silence-impossible" });
  expect(weighSilence(0.5, day, { ...never, falseShare: 1 })).toEqual({ is: "unknown", reason: "false-claim-certain" });
  expect(weigh(1, day, { hours: 1e6, seen: 1, falseShare: 0.1 }).stillToCome).toBe(1);
  expect(() => weighSilence(1.2, day, { hours: 1 })).toThrow(/share is 1\.2/);
  expect(() => weighSilence(0.5, day, { hours: -1 })).toThrow(/hours is -1/);
  expect(() => weighSilence(0.5, day, { hours: { from: 5, to: 2 } })).toThrow(/hours is 5 to 2/);
  expect(() => weighSilence(0.5, day, { hours: 1, seen: 2 })).toThrow(/seen is 2/);
  expect(() => weighSilence(0.5, day, { hours: 1, falseShare: { from: 0.3, to: 0.2 } })).toThrow(RangeError);
  expect(() => weighSilence(0.5, day, { hours: 1, since: 2 })).toThrow(/since is 2/);
});

test("[SI6] Jeffreys: mean (k+½)/(n+1); 0 of n and n of n have a one-sided 95 % bound, never 0 % or 100 % as an estimate", () => {
  expect(claimedShare(7, 9)).toMatchObject({ mean: 0.75, sides: "both" });
  const none = claimedShare(0, 10);
  const all = claimedShare(4, 4);
  if (isUnknown(none) || isUnknown(all)) throw new Error("no share");
  expect(none).toMatchObject({ sides: "at-most", lower: 0 });
  expect(none.upper).toBeCloseTo(betaQuantile(0.95, 0.5, 10.5), 14);
  expect(all).toMatchObject({ sides: "at-least", upper: 1 });
  expect(all.lower).toBeCloseTo(betaQuantile(0.05, 4.5, 0.5), 14);
  for (const { mean } of [none, all]) expect(mean > 0 && mean < 1).toBe(true);
});

test("[SI6] no record is unknown; with a parent it is the parent's prior; a parent of 0 or n is drawn off the edge", () => {
  expect(claimedShare(0, 0)).toEqual({ is: "unknown", reason: "no-record" });
  expect(claimedShare(0, 0, { parent: { k: 30, n: 40 } })).toMatchObject({ mean: 0.75, betas: [{ a: 7.5, b: 2.5 }] });
  expect(claimedShare(1, 2, { parent: { k: 0, n: 9 } })).toMatchObject({ betas: [{ a: 1.5, b: 10.5 }] });
  expect(() => claimedShare(5, 4)).toThrow(/k is 5 of n = 4/);
  expect(() => claimedShare(1, Number.NaN)).toThrow(/n is NaN/);
});

test("[SI6] π(q) is p where all is laid to them, by hand 3/7 for p = ¾ and q = ¼, and unknown only for certain claims and q = 0", () => {
  expect(ascertained(0.75, 1)).toBe(0.75);
  expect(ascertained(0.75, 0.25)).toBeCloseTo(3 / 7, 15);
  expect(ascertained(0.5, 0)).toBe(0);
  expect(isUnknown(ascertained(1, 0))).toBe(true);
});

test("[SI6] siblings far apart keep their own shares; alike, the small one leans on them; their order never matters", () => {
  const small = { k: 1, n: 2 };
  const list = (...ks: number[]) => [...ks.map((k) => ({ k, n: 50 })), small];
  const far = shareOfSiblings(list(45, 5, 25));
  const alike = shareOfSiblings(list(45, 44, 46));
  if (isUnknown(far) || isUnknown(alike)) throw new Error("no record");
  expect(Math.abs(far[3]!.mean - 0.5)).toBeLessThan(0.05);
  expect(alike[3]!.mean).toBeGreaterThan(0.7);
  const turned = shareOfSiblings([...list(45, 5, 25)].reverse());
  expect((turned as typeof far).map((s) => s.mean).reverse()).toEqual(far.map((s) => s.mean));
  expect(far[0]!.betas.reduce((sum, b) => sum + b.weight, 0)).toBeCloseTo(1, 12);
  expect(shareOfSiblings([])).toEqual({ is: "unknown", reason: "no-record" });
});
