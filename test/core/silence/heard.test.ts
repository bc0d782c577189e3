import fc from "fast-check";
import { expect, test } from "vitest";
import type { LagLaw } from "../../../src/core/model/silence.ts";
import { isUnknown } from "../../../src/core/model/stated.ts";
import { heardAt, type Outage } from "../../../src/core/silence/heard.ts";
import { type WeighedSilence, type WeighOptions, weighSilence } from "../../../src/core/silence/weigh.ts";
import { lagAt } from "../../../src/core/stats/lag-law.ts";

const half: LagLaw = { law: "exponential", scale: 24 / Math.LN2 }; // half of the claims within a day

function weighed(share: number, lag: LagLaw, options: WeighOptions): WeighedSilence {
  const out = weighSilence(share, lag, { seen: 1, falseShare: 0.03, ...options });
  if (isUnknown(out)) throw new Error(out.reason);
  return out;
}

test("[SI7] by hand: an outage from 24 h on freezes what was heard at a half; over at 48 h, the claims made in it are lost or looked up", () => {
  // F(24) = ½, F(48) = ¾, F(72) = ⅞.
  const lost: Outage[] = [{ from: 24, to: 48 }];
  expect(heardAt(half, 36, { outages: lost }).byNow).toBeCloseTo(0.5, 14);
  expect(heardAt(half, 72, { outages: lost }).byNow).toBeCloseTo(0.5 + 1 / 8, 14);
  expect(heardAt(half, 72, { outages: lost }).ever).toBeCloseTo(0.75, 14);
  expect(heardAt(half, 72, { outages: [{ from: 24, to: 48, afterwards: 1 }] }).byNow).toBeCloseTo(7 / 8, 14);
  expect(heardAt(half, 72, { outages: [{ from: 24, to: 48, afterwards: 0.5 }] }).byNow).toBeCloseTo(6 / 8, 14);
  expect(heardAt(half, 40, { outages: [{ from: 24, to: 48, afterwards: 1 }] }).byNow).toBeCloseTo(0.5, 14);
});

test("[SI7] by hand: claims and the watch's delay both exponential with one scale: seen by t is 1 − (1 + x)e^(−x), x = t/scale", () => {
  const law: LagLaw = { law: "exponential", scale: 10 };
  for (const t of [1, 10, 35]) {
    const x = t / 10;
    expect(heardAt(law, t, { observerLag: law }).byNow).toBeCloseTo(1 - (1 + x) * Math.exp(-x), 9);
  }
});

test("[SI8] by hand: what an outage swallowed can't be seen any more", () => {
  // π = ½, outage from 24 h for good: V(∞) = ½, so nothing is still to be seen.
  const out = weighed(0.5, half, { hours: 30, outages: [{ from: 24, to: Number.POSITIVE_INFINITY }] });
  expect(out.unclaimedIfDid).toBeCloseTo(0.75, 14);
  expect(out.stillToCome).toBe(0);
});

const law: fc.Arbitrary<LagLaw> = fc.oneof(
  fc.record({
    law: fc.constant("weibull" as const),
    scale: fc.double({ min: 1, max: 200, noNaN: true }),
    shape: fc.double({ min: 0.3, max: 3, noNaN: true }),
  }),
  fc.record({
    law: fc.constant("lognormal" as const),
    median: fc.double({ min: 1, max: 200, noNaN: true }),
    sigma: fc.double({ min: 0.3, max: 3, noNaN: true }),
  }),
);
const outages: fc.Arbitrary<readonly Outage[]> = fc
  .array(
    fc.record({
      gap: fc.double({ min: 0, max: 50, noNaN: true }),
      width: fc.double({ min: 0.5, max: 80, noNaN: true }),
      afterwards: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 3 },
  )
  .map((list) => {
    let at = 0;
    return list.map(({ gap, width, afterwards }) => {
      const from = at + gap;
      at = from + width;
      return { from, to: at, afterwards };
    });
  });
const share = fc.double({ min: 0.05, max: 0.99, noNaN: true });
const hours = fc.double({ min: 0, max: 500, noNaN: true });

test("[SI7] what was heard never falls with time, is 0 at 0 h and never over F", () => {
  fc.assert(
    fc.property(law, outages, hours, hours, (one, out, s, t) => {
      const at = (x: number) => heardAt(one, x, { outages: out }).byNow;
      expect(at(0)).toBe(0);
      expect(at(Math.min(s, t))).toBeLessThanOrEqual(at(Math.max(s, t)) + 1e-15);
      expect(at(t)).toBeLessThanOrEqual(lagAt(one, t).byNow + 1e-15);
    }),
    { numRuns: 300, seed: 21 },
  );
});

test("[SI7] with one law and π > φ the factor is 1 at 0 h and falls to (1 − πV(∞))/(1 − φV(∞)), whatever the outages", () => {
  fc.assert(
    fc.property(law, outages, share, hours, hours, (one, out, pi, s, t) => {
      fc.pre(pi > 0.04);
      const at = (h: number) => weighed(pi, one, { hours: h, outages: out }).factor;
      expect(at(0)).toBe(1);
      expect(at(Math.max(s, t))).toBeLessThanOrEqual(at(Math.min(s, t)) + 1e-14);
      const { ever } = heardAt(one, 0, { outages: out });
      const limit = (1 - pi * ever) / (1 - 0.03 * ever);
      expect(at(1e300)).toBeCloseTo(limit, 6);
      expect(at(t)).toBeGreaterThanOrEqual(limit - 1e-12);
    }),
    { numRuns: 200, seed: 22 },
  );
});

test("[SI7] the factor multiplies over time to 1e-12, outages and all", () => {
  fc.assert(
    fc.property(law, outages, share, hours, hours, (one, out, pi, s, t) => {
      const [early, late] = [Math.min(s, t), Math.max(s, t)];
      const whole = weighed(pi, one, { hours: late, outages: out }).factor;
      const first = weighed(pi, one, { hours: early, outages: out }).factor;
      const rest = weighed(pi, one, { hours: late, since: early, outages: out }).factor;
      expect(Math.abs(first * rest - whole)).toBeLessThan(1e-12);
    }),
    { numRuns: 200, seed: 23 },
  );
});

test("[SI7] an outage after a silence never raises the factor above its value when the outage began", () => {
  fc.assert(
    fc.property(
      law,
      share,
      hours,
      hours,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (one, pi, from, width, afterwards) => {
        const out = [{ from, to: from + width + 1, afterwards }];
        const began = weighed(pi, one, { hours: from, outages: out }).factor;
        for (const part of [0.3, 1, 2]) {
          const later = weighed(pi, one, { hours: from + part * (width + 1), outages: out }).factor;
          expect(pi > 0.03 ? later : 0).toBeLessThanOrEqual(began + 1e-14);
        }
      },
    ),
    { numRuns: 200, seed: 24 },
  );
});

test("[SI5] an average of laws is between them, and of one law is that law", () => {
  const slow: LagLaw = { law: "lognormal", median: 72, sigma: 1.1 };
  const both = heardAt(
    {
      parts: [
        { weight: 0.25, lag: half },
        { weight: 0.75, lag: slow },
      ],
    },
    24,
  );
  expect(both.byNow).toBeCloseTo(0.25 * 0.5 + 0.75 * lagAt(slow, 24).byNow, 14);
  expect(heardAt({ parts: [{ weight: 1, lag: half }] }, 24).byNow).toBe(heardAt(half, 24).byNow);
});

test("[SI7] outages out of order or inside one another are RangeErrors that say so", () => {
  expect(() => weighSilence(0.5, half, { hours: 5, outages: [{ from: 5, to: 4 }] })).toThrow(/5 to 4 h/);
  expect(() =>
    weighSilence(0.5, half, {
      hours: 5,
      outages: [
        { from: 0, to: 9 },
        { from: 4, to: 12 },
      ],
    }),
  ).toThrow(/4 to 12 h.*none inside another/);
  expect(() => weighSilence(0.5, half, { hours: 5, outages: [{ from: 0, to: 9, afterwards: 2 }] })).toThrow(
    /afterwards is 2/,
  );
});
