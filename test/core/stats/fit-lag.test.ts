import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LagLaw } from "../../../src/core/model/silence.ts";
import { isUnknown } from "../../../src/core/model/stated.ts";
import { fitLag, LAWS, type LagFit } from "../../../src/core/stats/fit-lag.ts";
import { groupLags, type Lag } from "../../../src/core/stats/lag.ts";
import { emptyScore, likelihoodAt, prepareLags } from "../../../src/core/stats/lag-likelihood.ts";
import { expectedOf } from "../../reference/expected.ts";
import { type LagSet, lagsOf, locationScale } from "./lag-sets.ts";
import { apart } from "./numbers.ts";

const expected = expectedOf<{
  readonly sets: readonly LagSet[];
  readonly fits: readonly {
    readonly set: string;
    readonly law: LagLaw["law"];
    readonly mu: number;
    readonly lnSigma: number;
    readonly logLikelihood: number;
    readonly information: readonly number[];
    readonly survreg: { readonly mu: number; readonly sigma: number; readonly logLikelihood: number } | null;
  }[];
}>("fit-lag");
const lags = new Map(expected.sets.map((s) => [s.name, lagsOf(s)]));

function fitted(list: readonly Lag[], law: LagLaw["law"]): LagFit {
  const fit = fitLag(list, law);
  if (isUnknown(fit)) throw new Error(fit.reason);
  return fit;
}

describe("[SI4] a law fitted to exact, silent, interval and two-date lags", () => {
  test.each(expected.fits)("agrees with R's own maximum to 1e-7: $set, $law", (row) => {
    const fit = fitted(lags.get(row.set)!, row.law);
    const [mu, lnSigma] = locationScale(fit.parameters);
    expect(apart(Math.exp(mu), Math.exp(row.mu))).toBeLessThan(1e-9);
    expect(apart(Math.exp(lnSigma), Math.exp(row.lnSigma))).toBeLessThan(1e-9);
    expect(Math.abs(fit.logLikelihood - row.logLikelihood)).toBeLessThan(1e-9);
    const ours = fit.information.matrix.flat();
    const size = Math.max(...row.information.map(Math.abs));
    ours.forEach((v, i) => {
      expect(Math.abs(v - row.information[i]!)).toBeLessThan(1e-7 * size);
    });
    if (row.survreg === null) return;
    expect(apart(Math.exp(mu), Math.exp(row.survreg.mu))).toBeLessThan(1e-7);
    expect(apart(Math.exp(lnSigma), row.survreg.sigma)).toBeLessThan(1e-7);
    expect(Math.abs(fit.logLikelihood - row.survreg.logLikelihood)).toBeLessThan(1e-8);
  });
});

test("[SI4] by hand: exponential lags of 2, 4 and 9 h and a silence of 5 h have the scale 20/3 h", () => {
  const fit = fitted(
    [
      { from: 2, to: 2 },
      { from: 9, to: 9 },
      { from: 4, to: 4 },
      { from: 5, to: null },
    ],
    "exponential",
  );
  expect(fit.parameters.scale).toBeCloseTo(20 / 3, 12);
  expect(fit.logLikelihood).toBeCloseTo(-3 * Math.log(20 / 3) - 3, 12);
  expect(fit.aic).toBeCloseTo(2 - 2 * fit.logLikelihood, 12);
});

test("[SI4] by hand: lognormal lags of e, e² and e³ h have the median e² and σ = √⅔", () => {
  const fit = fitted(
    [1, 2, 3].map((y) => ({ from: Math.exp(y), to: Math.exp(y) })),
    "lognormal",
  );
  expect(fit.parameters.median).toBeCloseTo(Math.exp(2), 10);
  expect(fit.parameters.sigma).toBeCloseTo(Math.sqrt(2 / 3), 12);
});

test("[SI2] by hand: two dates of one day, exponential: the clock times leave 1 − (1 − e^(−x))/x, x = 24/scale", () => {
  // Of lags under a day all are at 0 days or 1: the likelihood of one at 0 days and one at 1 day has its maximum where the closed forms say.
  const fit = fitted([{ days: 0 }, { days: 1 }], "exponential");
  const p = (scale: number) => {
    const x = 24 / scale;
    const zero = 1 - (1 - Math.exp(-x)) / x;
    const one = (1 - Math.exp(-x)) ** 2 / x;
    return Math.log(zero) + Math.log(one);
  };
  expect(fit.logLikelihood).toBeCloseTo(p(fit.parameters.scale!), 12);
  expect(p(fit.parameters.scale! * 1.001)).toBeLessThan(fit.logLikelihood);
  expect(p(fit.parameters.scale! / 1.001)).toBeLessThan(fit.logLikelihood);
});

test("[SI2] the integral over the clock times keeps 1e-8 for steep and for flat laws, at every number of days", () => {
  // J(L) by a plain rule of 20,000 points, against the likelihood of one such lag beside two far exact ones that fix nothing.
  for (const shape of [0.4, 1, 3]) {
    for (const days of [0, 1, 2, 5, 12]) {
      const law: LagLaw = { law: "weibull", scale: 40, shape };
      const F = (t: number) => (t <= 0 ? 0 : -Math.expm1(-((t / law.scale) ** shape)));
      let sum = 0;
      const n = 20_000;
      for (let i = 0; i < n; i++) {
        const y = ((i + 0.5) / n) ** 4;
        sum += (4 * ((i + 0.5) / n) ** 3 * (F(24 * (days + y)) - F(24 * (days - 1 + y)))) / n;
      }
      expect(apart(dayChance(days, law), sum)).toBeLessThan(1e-7);
    }
  }
});

/** The chance of a lag of so many days: exp of the likelihood of that one lag, read off by its score. */
function dayChance(days: number, law: { readonly scale: number; readonly shape: number }): number {
  const score = emptyScore();
  const prepared = prepareLags("extreme", groupLags("test", [{ days }]));
  likelihoodAt(prepared, { mu: Math.log(law.scale), lnSigma: -Math.log(law.shape), logit: null }, score);
  return Math.exp(score.value);
}

test("[SI2] over all days and the silence the chances sum to 1", () => {
  let sum = 0;
  for (let days = 0; days < 60; days++) sum += dayChance(days, { scale: 40, shape: 0.9 });
  expect(sum).toBeCloseTo(1, 10);
});

test("[SI4] the order of lags never matters, to the last bit", () => {
  const base = lags.get("all kinds")!;
  for (const law of LAWS) {
    const reversed = fitLag([...base].reverse(), law);
    expect(reversed).toEqual(fitLag(base, law));
  }
});

const anyLag: fc.Arbitrary<Lag> = fc.oneof(
  fc.double({ min: 0, max: 1e4, noNaN: true }).map((t) => ({ from: t, to: t })),
  fc.double({ min: 0, max: 1e4, noNaN: true }).map((t) => ({ from: t, to: null })),
  fc
    .tuple(fc.double({ min: 0, max: 1e3, noNaN: true }), fc.double({ min: 0, max: 1e3, noNaN: true }))
    .map(([a, b]) => ({ from: a, to: a + b })),
  fc.integer({ min: 0, max: 700 }).map((days) => ({ days })),
);

test("[SI4] whatever the lags, the answer is a fit of finite numbers or a named reason", () => {
  fc.assert(
    fc.property(fc.array(anyLag, { maxLength: 12 }), fc.constantFrom(...LAWS), (list, law) => {
      const fit = fitLag(list, law);
      if (isUnknown(fit)) {
        expect(["no-lags", "all-silent", "no-claim-with-a-time", "lag-of-0-needs-an-interval", "no-spread"]).toContain(
          fit.reason,
        );
        return;
      }
      expect(Number.isFinite(fit.logLikelihood)).toBe(true);
      expect(JSON.stringify(fit)).not.toMatch(/null,"condition/);
    }),
    { numRuns: 300, seed: 11 },
  );
});

test("[SI2] what has no maximum is a named reason: nothing, silence only, one time only, an exact lag of 0", () => {
  expect(fitLag([], "weibull")).toEqual({ is: "unknown", reason: "no-lags" });
  expect(fitLag([{ from: 9, to: null }], "weibull")).toEqual({ is: "unknown", reason: "all-silent" });
  expect(fitLag([{ from: 0, to: Number.POSITIVE_INFINITY }], "weibull")).toEqual({
    is: "unknown",
    reason: "no-claim-with-a-time",
  });
  expect(
    fitLag(
      [
        { from: 4, to: 4 },
        { from: 4, to: 4 },
      ],
      "lognormal",
    ),
  ).toEqual({ is: "unknown", reason: "no-spread" });
  expect(
    fitLag(
      [
        { from: 0, to: 0 },
        { from: 3, to: 3 },
      ],
      "loglogistic",
    ),
  ).toEqual({ is: "unknown", reason: "lag-of-0-needs-an-interval" });
  // The exponential law has a density at 0: 2 claims in 3 h.
  expect(
    fitted(
      [
        { from: 0, to: 0 },
        { from: 3, to: 3 },
      ],
      "exponential",
    ).parameters.scale,
  ).toBeCloseTo(1.5, 12);
});

test("[SI2] a negative lag is refused with what to do, never clipped", () => {
  expect(() => fitLag([{ days: -3 }], "weibull")).toThrow(/-3 days.*its follow-up/);
  expect(() => fitLag([{ from: -1, to: 4 }], "weibull")).toThrow(/begins at -1 h/);
  expect(() => fitLag([{ from: 5, to: 4 }], "weibull")).toThrow(/5 to 4 h/);
});
