import type { LagLaw } from "../model/silence.ts";
import { type Unknown, unknown } from "../model/stated.ts";
import { type GroupedLags, groupLags, type Lag } from "./lag.ts";
import { lagParameters } from "./lag-law.ts";
import {
  emptyScore,
  type LagPoint,
  likelihoodAt,
  type PreparedLags,
  prepareLags,
  type Score,
} from "./lag-likelihood.ts";
import { type ClimbOptions, climb, conditionOf, type Likelihood, type Top } from "./newton.ts";
import { standardLaw } from "./standard-law.ts";

/** The four laws of SI4, in the order in which they are written everywhere. */
export const LAWS = ["exponential", "weibull", "lognormal", "loglogistic"] as const satisfies readonly LagLaw["law"][];

/** The observed information −H at the maximum, in these coordinates, row by row. */
export interface Information {
  readonly of: readonly string[];
  readonly matrix: readonly (readonly number[])[];
  /** Largest over smallest eigenvalue: from about 1e6 on the maximum is flat, and its place is known to fewer digits than its height. */
  readonly condition: number;
}

/** A lag law fitted by maximum likelihood. */
export interface LagFit {
  readonly law: LagLaw["law"];
  /** By name, in hours: scale, or scale and shape, or median and sigma. */
  readonly parameters: Readonly<Record<string, number>>;
  /** The same as a law to reckon with. */
  readonly lag: LagLaw;
  readonly logLikelihood: number;
  /** 2·(parameters) − 2·logLikelihood; π counts where it was fitted [SI4]. */
  readonly aic: number;
  readonly information: Information;
  readonly n: number;
  readonly claims: number;
}

/** μ and ln σ beyond these are no lag law: the likelihood climbs to a step, or to a law without a size. */
const BOUNDS: [number, number][] = [
  [-80, 80],
  [-12, 6],
];

/** The lag law at a point of the climb. */
export function lawAt(law: LagLaw["law"], mu: number, lnSigma: number): LagLaw {
  const size = Math.exp(mu);
  if (law === "exponential") return { law, scale: size };
  if (law === "lognormal") return { law, median: size, sigma: Math.exp(lnSigma) };
  return { law, scale: size, shape: Math.exp(-lnSigma) };
}

/** The information with the names of its coordinates. */
export function informationOf(score: Score, law: LagLaw["law"], free: readonly number[]): Information {
  const size = law === "lognormal" ? "ln median" : "ln scale";
  const shape = law === "lognormal" ? "ln sigma" : "−ln shape";
  const names = [size, shape, "logit share"];
  return {
    of: free.map((i) => names[i]!),
    matrix: free.map((i) => free.map((j) => -score.hessian[3 * i + j]!)),
    condition: conditionOf(score, free),
  };
}

/** Why these lags can't fit a law; null where they can. */
export function unfit(lags: GroupedLags, law: LagLaw["law"]): Unknown | null {
  if (lags.n === 0) return unknown("no-lags");
  if (lags.claims === 0) return unknown("all-silent");
  if (lags.zeros > 0 && law !== "exponential") return unknown("lag-of-0-needs-an-interval");
  const timed =
    lags.exact[0].length + lags.zeros + lags.days[0].length + lags.between[1].filter(Number.isFinite).length;
  return timed === 0 ? unknown("no-claim-with-a-time") : null;
}

/** Mean and spread of ln t, claims at the middle of their interval, silences (where they count) at their end: a start for the climb. */
export function momentsOf(p: PreparedLags, withSilent: boolean): readonly [mean: number, lnSpread: number] {
  let n = 0;
  let sum = 0;
  let squares = 0;
  const add = (y: number, w: number) => {
    if (!Number.isFinite(y)) return;
    n += w;
    sum += w * y;
    squares += w * y * y;
  };
  p.exact[0].forEach((y, i) => {
    add(y, p.exact[1][i]!);
  });
  p.between[0].forEach((y, i) => {
    const high = p.between[1][i]!;
    add(Number.isFinite(high) ? Math.log((Math.exp(y) + Math.exp(high)) / 2) : y, p.between[2][i]!);
  });
  for (const { hi, count } of p.days) add(hi[0]! > 0 ? hi[hi.length >> 1]! - 0.3 : 2, count);
  if (withSilent)
    p.silent[0].forEach((y, i) => {
      add(y, p.silent[1][i]!);
    });
  const mean = n === 0 ? 0 : sum / n;
  const variance = n === 0 ? 1 : squares / n - mean * mean;
  return [mean, 0.5 * Math.log(Math.max(0.05, variance))];
}

/** The likelihood in the coordinates of the climb. */
export function likelihoodOf(p: PreparedLags, withShare: boolean): Likelihood {
  return (at, score) => {
    const point: LagPoint = { mu: at[0]!, lnSigma: at[1]!, logit: withShare ? at[2]! : null };
    likelihoodAt(p, point, score);
  };
}

export const freeOf = (law: LagLaw["law"]): readonly number[] => (law === "exponential" ? [0] : [0, 1]);

/** The top of the likelihood where every attack is claimed; the climb's start may be given. */
export function topWithoutShare(p: PreparedLags, law: LagLaw["law"], score: Score): Top {
  const [mean, lnSpread] = momentsOf(p, true);
  const options: ClimbOptions = { free: freeOf(law), bound: BOUNDS };
  const start = Float64Array.of(mean, law === "exponential" ? 0 : lnSpread, 0);
  return climb(likelihoodOf(p, false), start, score, options);
}

/**
 * A lag law fitted to lags by maximum likelihood, every attack taken as claimed sooner or later [SI4]: exact, between two times, silent up to
 * one, or two dates by SI2's integral. Newton's method with analytic derivatives, stopped at a decrement under 1e-21.
 * Unknown, with a reason, where there is no maximum: `no-lags`, `all-silent`, `no-claim-with-a-time`, `lag-of-0-needs-an-interval`,
 * `no-spread` (the likelihood climbs to a step: all lags may be one).
 *
 * @param lags hours; a wrong one is a RangeError that names it
 */
export function fitLag(lags: readonly Lag[], law: LagLaw["law"]): LagFit | Unknown {
  return fitGrouped(groupLags("fitLag", lags), law);
}

/** The same for lags already grouped. */
export function fitGrouped(grouped: GroupedLags, law: LagLaw["law"]): LagFit | Unknown {
  const why = unfit(grouped, law);
  if (why !== null) return why;
  const prepared = prepareLags(standardLaw(law), grouped);
  const score = emptyScore();
  const top = topWithoutShare(prepared, law, score);
  if (!top.converged) return unknown("no-spread");
  const lag = lawAt(law, top.at[0]!, top.at[1]!);
  const free = freeOf(law);
  return {
    ...{ law, parameters: lagParameters(lag), lag, logLikelihood: top.value, aic: 2 * free.length - 2 * top.value },
    ...{ information: informationOf(score, law, free), n: grouped.n, claims: grouped.claims },
  };
}
