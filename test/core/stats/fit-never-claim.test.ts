import { describe, expect, test } from "vitest";
import type { LagLaw } from "../../../src/core/model/silence.ts";
import { isUnknown } from "../../../src/core/model/stated.ts";
import { LAWS } from "../../../src/core/stats/fit-lag.ts";
import { fitNeverClaim, type NeverClaimFit } from "../../../src/core/stats/fit-never-claim.ts";
import type { Lag } from "../../../src/core/stats/lag.ts";
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
    readonly share: number;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly logLikelihood: number;
    readonly aic: number;
    readonly condition: number;
    readonly information: readonly number[];
  }[];
}>("never-claim");
const lags = new Map(expected.sets.map((s) => [s.name, lagsOf(s)]));

function fitted(list: readonly Lag[], law: LagLaw["law"]): NeverClaimFit {
  const fit = fitNeverClaim(list, law);
  if (isUnknown(fit)) throw new Error(fit.reason);
  return fit;
}

describe("[SI1] a law with a part that never claims", () => {
  test.each(expected.fits)("agrees with R's Newton to 1e-7 and its profile bounds to 1e-5: $set, $law", (row) => {
    const fit = fitted(lags.get(row.set)!, row.law);
    expect(fit.logLikelihood).toBeGreaterThan(row.logLikelihood - 1e-9);
    const [mu, lnSigma] = locationScale(fit.parameters);
    if (row.condition < 1e6) {
      expect(apart(fit.share, row.share)).toBeLessThan(1e-7);
      expect(apart(Math.exp(mu), Math.exp(row.mu))).toBeLessThan(1e-7);
      expect(apart(Math.exp(lnSigma), Math.exp(row.lnSigma))).toBeLessThan(1e-7);
      expect(apart(fit.aic, row.aic)).toBeLessThan(1e-12);
      const size = Math.max(...row.information.map(Math.abs));
      fit.information.matrix.flat().forEach((v, i) => {
        expect(Math.abs(v - row.information[i]!)).toBeLessThan(1e-6 * size);
      });
      expect(apart(fit.information.condition, row.condition)).toBeLessThan(1e-5);
    }
    if (row.lower !== null) expect(Math.abs((fit.shareLower as number) - row.lower)).toBeLessThan(1e-8);
    if (row.upper === null) expect(fit.shareUpper).toEqual({ is: "unknown", reason: "bound-not-reached" });
    else expect(Math.abs((fit.shareUpper as number) - row.upper)).toBeLessThan(1e-8);
  });
});

test("[SI1] by hand: claims at once and silences without end leave the binomial share and its profile interval", () => {
  // 6 of 10 claimed within hours, 4 silent for ten years: ln L = 6 ln π + 4 ln(1 − π) but for a constant.
  const list: Lag[] = [
    ...[1, 2, 3, 4, 5, 6].map((t) => ({ from: t, to: t })),
    ...Array.from({ length: 4 }, () => ({ from: 87_600, to: null })),
  ];
  const fit = fitted(list, "weibull");
  expect(fit.share).toBeCloseTo(0.6, 9);
  const l = (p: number) => 6 * Math.log(p) + 4 * Math.log(1 - p);
  for (const bound of [fit.shareLower, fit.shareUpper]) {
    expect(l(0.6) - l(bound as number)).toBeCloseTo(1.920729410347062, 7);
  }
});

test("[SI2] a claimed record without a usable lag counts as log πF(c): with the others it moves π and not the lag law's shape by much", () => {
  const list = lags.get("exact and silent, Weibull")!;
  const more: Lag[] = [...list, ...Array.from({ length: 30 }, () => ({ from: 0, to: 720 }))];
  const [before, after] = [fitted(list, "weibull"), fitted(more, "weibull")];
  const k = list.filter((l) => !("days" in l) && l.to !== null).length;
  // Nearly all claims have come by 720 h, so π̂ is nearly k/n of all.
  expect(after.share).toBeCloseTo((k + 30) / (list.length + 30), 4);
  expect(apart(after.parameters.scale!, before.parameters.scale!)).toBeLessThan(1e-3);
});

test("[SI1] a curve that has not flattened is at the edge: π̂ = 1, and its upper bound is not reached", () => {
  // Exponential to a quarter of the median: nothing says that any attack stays unclaimed.
  const list: Lag[] = Array.from({ length: 60 }, (_, i) => {
    const t = -100 * Math.log(1 - (i + 0.5) / 60);
    return t < 25 ? { from: t, to: t } : { from: 25, to: null };
  });
  const fit = fitted(list, "exponential");
  expect(fit.shareUpper).toEqual({ is: "unknown", reason: "bound-not-reached" });
  const both = list.map((l): Lag => ("days" in l || l.to !== null ? l : { from: 25, to: null }));
  expect(fitted(both, "exponential")).toEqual(fit);
});

test("[SI1] the order of lags never matters, to the last bit", () => {
  const list = lags.get("two dates")!;
  for (const law of LAWS) expect(fitNeverClaim([...list].reverse(), law)).toEqual(fitNeverClaim(list, law));
});

test("[SI1] lags that may all be one are a named reason, not a law as steep as the machine allows", () => {
  const same: Lag[] = [
    { from: 5, to: 5 },
    { from: 5, to: 5 },
    { from: 90, to: null },
  ];
  for (const law of ["weibull", "lognormal", "loglogistic"] as const) {
    expect(fitNeverClaim(same, law)).toEqual({ is: "unknown", reason: "no-spread" });
  }
  expect(fitNeverClaim([{ from: 3, to: null }], "weibull")).toEqual({ is: "unknown", reason: "all-silent" });
  expect(() => fitNeverClaim(same, "weibull", { drop: 0 })).toThrow(/drop is 0/);
});
