import type { LagLaw } from "../model/silence.ts";
import { isUnknown, type Unknown, unknown } from "../model/stated.ts";
import { fitGrouped, freeOf, informationOf, type LagFit, lawAt, likelihoodOf, momentsOf, unfit } from "./fit-lag.ts";
import { type GroupedLags, groupLags, type Lag } from "./lag.ts";
import { lagParameters } from "./lag-law.ts";
import { emptyScore, type PreparedLags, prepareLags, type Score } from "./lag-likelihood.ts";
import { climb, type Top } from "./newton.ts";
import { standardLaw } from "./standard-law.ts";

/** A lag law with a part of the attacks that is never claimed [SI1], fitted by maximum likelihood. */
export interface NeverClaimFit extends LagFit {
  /** π̂: of the attacks, the share ever claimed; 1 where the likelihood climbs to the edge. */
  readonly share: number;
  /** Of the 95 % profile interval; unknown, `bound-not-reached`, where the likelihood does not fall far enough before 0 or 1. */
  readonly shareLower: number | Unknown;
  readonly shareUpper: number | Unknown;
  /** Whether the likelihood is highest with no part that never claims. */
  readonly edge: boolean;
}

export interface NeverClaimOptions {
  /** Probability of the profile interval, by its drop in ln likelihood; 1.920729410347062 (95 %) by default [SI5]. */
  readonly drop?: number;
}

/** Half the 95 % quantile of χ² with one degree of freedom. */
export const DROP_95 = 1.920729410347062;
/** Beyond this logit of π the fit is at the edge: 1 − π < 1e-13. */
const EDGE = 30;
const BOUNDS: [number, number][] = [
  [-80, 80],
  [-12, 6],
  [-EDGE, EDGE],
];

const logit = (p: number) => Math.log(p / (1 - p));
const shareAt = (x: number) => 1 / (1 + Math.exp(-x));

/** Where climbs begin: from the claims alone, from the law without a never-claim part, and between. */
function starts(
  p: PreparedLags,
  law: LagLaw["law"],
  { plain, n }: { readonly plain: Top; readonly n: number },
): readonly Float64Array[] {
  const raw = Math.min(0.97, Math.max(0.03, p.claims / n));
  const [mean, lnSpread] = momentsOf(p, false);
  const shape = (s: number) => (law === "exponential" ? 0 : s);
  const [mu, s] = [plain.at[0]!, plain.at[1]!];
  return [
    Float64Array.of(mean, shape(lnSpread), logit(raw)),
    Float64Array.of(mean + 0.5, shape(lnSpread + 0.2), logit(raw) + 1),
    Float64Array.of((mean + mu) / 2, shape((lnSpread + s) / 2), logit(raw) + 1.5),
    Float64Array.of(mu, shape(s), 2),
  ];
}

interface Best {
  readonly top: Top;
  readonly edge: boolean;
}

/** The highest top of all starts; `edge` where none is above the fit without a never-claim part. Null where the law degenerates. */
function best(
  p: PreparedLags,
  law: LagLaw["law"],
  { plain, n, score }: { readonly plain: Top; readonly n: number; readonly score: Score },
): Best | null {
  const free = [...freeOf(law), 2];
  let top: Top | null = null;
  let highest = Number.NEGATIVE_INFINITY;
  for (const start of starts(p, law, { plain, n })) {
    const one = climb(likelihoodOf(p, true), start, score, { free, bound: BOUNDS });
    highest = Math.max(highest, one.value);
    const atEdge = one.at[2]! >= EDGE - 1;
    if (one.converged && !atEdge && (top === null || one.value > top.value + 1e-10)) top = one;
  }
  // A climb that found no top but stands higher than all that did: the law runs off to a step.
  const told = Math.max(
    top?.value ?? Number.NEGATIVE_INFINITY,
    plain.converged ? plain.value : Number.NEGATIVE_INFINITY,
  );
  if (highest > told + 1e-6) return null;
  // A top that is no higher than the edge, but for rounding, is the edge.
  if (plain.converged && (top === null || plain.value >= top.value - 1e-11 * Math.abs(top.value)))
    return { top: plain, edge: true };
  return top === null ? null : { top, edge: false };
}

interface Profile {
  readonly p: PreparedLags;
  readonly law: LagLaw["law"];
  readonly score: Score;
}

/** The highest ln likelihood at a given logit of π, from a start, and its slope in the logit: the envelope theorem gives it without a step. */
function profileAt(
  { p, law, score }: Profile,
  at: Float64Array,
  x: number,
): { readonly top: Top; readonly slope: number } {
  const start = Float64Array.from(at);
  start[2] = x;
  const top = climb(likelihoodOf(p, true), start, score, { free: freeOf(law) });
  return { top, slope: score.gradient[2]! };
}

/**
 * The logit of π at which the profile has fallen by `drop`, on one side: Newton steps in √(2·fall), which is nearly straight, inside a bracket.
 * Null where it never falls so far.
 */
function bound(
  profile: Profile,
  from: { readonly at: Float64Array; readonly value: number; readonly x: number },
  { side, drop, spread }: { readonly side: 1 | -1; readonly drop: number; readonly spread: number },
): number | null {
  const target = Math.sqrt(2 * drop);
  let inner = from.x;
  let outer = side * Number.POSITIVE_INFINITY;
  let x = from.x + side * Math.min(3, Math.max(1e-6, target * spread));
  let at = from.at;
  for (let step = 0; step < 200; step++) {
    const { top, slope } = profileAt(profile, at, x);
    at = top.at;
    const fall = from.value - top.value;
    const root = Math.sqrt(Math.max(0, 2 * fall));
    if (root < target) inner = x;
    else outer = x;
    if (root < target && Math.abs(x) > EDGE) return null;
    // d√(2·fall)/dx = −slope/√(2·fall)
    const newton = root === 0 || slope * side >= 0 ? Number.NaN : x - (target - root) * (root / slope);
    const [low, high] = side === 1 ? [inner, outer] : [outer, inner];
    const next =
      newton > low && newton < high && Math.abs(newton - x) < 4
        ? newton
        : Number.isFinite(outer)
          ? (inner + outer) / 2
          : x + side * Math.max(0.5, Math.abs(x - from.x));
    if (Math.abs(next - x) <= 1e-11 * Math.max(1, Math.abs(x))) return next;
    x = next;
  }
  return x;
}

/**
 * A lag law with a part that never claims, fitted to lags [SI1, SI4]: π̂ with its profile interval, the law, the observed information and AIC.
 * Newton's method from several starts; the highest top is kept, and the edge π = 1 where it is as high. Whether π̂ may be told is for the guard
 * [SI5]. Unknown, with a reason, where there is no maximum: the reasons of `fitLag`.
 *
 * @param lags hours; a wrong one is a RangeError that names it
 */
export function fitNeverClaim(
  lags: readonly Lag[],
  law: LagLaw["law"],
  options: NeverClaimOptions = {},
): NeverClaimFit | Unknown {
  const { drop = DROP_95 } = options;
  if (!(drop > 0 && Number.isFinite(drop)))
    throw new RangeError(`fitNeverClaim: drop is ${drop}; give a finite number above 0.`);
  return fitMixture(groupLags("fitNeverClaim", lags), law, drop);
}

/** The same for lags already grouped. */
export function fitMixture(grouped: GroupedLags, law: LagLaw["law"], drop = DROP_95): NeverClaimFit | Unknown {
  const why = unfit(grouped, law);
  if (why !== null) return why;
  const plainFit = fitGrouped(grouped, law);
  const p = prepareLags(standardLaw(law), grouped);
  const score = emptyScore();
  const plain: Top = isUnknown(plainFit)
    ? { at: Float64Array.of(momentsOf(p, true)[0], 0, 0), value: Number.NEGATIVE_INFINITY, converged: false }
    : topOf(plainFit);
  const found = best(p, law, { plain, n: grouped.n, score });
  if (found === null) return unknown("no-spread");
  const { top, edge } = found;
  const profile: Profile = { p, law, score };
  const free = edge ? freeOf(law) : [...freeOf(law), 2];
  likelihoodOf(p, !edge)(top.at, score);
  const information = informationOf(score, law, free);
  const x = edge ? EDGE : top.at[2]!;
  const spread = edge ? 1 : spreadOf(information.matrix);
  const from = { at: top.at, value: top.value, x };
  const lower = bound(profile, from, { side: -1, drop, spread });
  const upper = edge ? null : bound(profile, from, { side: 1, drop, spread });
  const lag = lawAt(law, top.at[0]!, top.at[1]!);
  const told = (b: number | null) => (b === null ? unknown("bound-not-reached") : shareAt(b));
  return {
    ...{ law, parameters: lagParameters(lag), lag, logLikelihood: top.value },
    ...{ aic: 2 * (freeOf(law).length + 1) - 2 * top.value, information, n: grouped.n, claims: grouped.claims },
    ...{ share: edge ? 1 : shareAt(top.at[2]!), shareLower: told(lower), shareUpper: told(upper), edge },
  };
}

/** A fit without a never-claim part as a top of the climb. */
function topOf({ lag, logLikelihood }: LagFit): Top {
  const [size, shape] = Object.values(lagParameters(lag));
  const lnSigma = shape === undefined ? 0 : lag.law === "lognormal" ? Math.log(shape) : -Math.log(shape);
  return { at: Float64Array.of(Math.log(size!), lnSigma, 0), value: logLikelihood, converged: true };
}

/** Of logit π, the standard error: the last entry of the inverse information. */
function spreadOf(m: readonly (readonly number[])[]): number {
  const det = (a: readonly (readonly number[])[]): number =>
    a.length === 1
      ? a[0]![0]!
      : a.length === 2
        ? a[0]![0]! * a[1]![1]! - a[0]![1]! * a[1]![0]!
        : a[0]!.reduce(
            (sum, v, j) => sum + (j % 2 === 0 ? v : -v) * det(a.slice(1).map((row) => row.filter((_, k) => k !== j))),
            0,
          );
  const rest = m.slice(0, -1).map((row) => row.slice(0, -1));
  const variance = det(rest) / det(m);
  return variance > 0 && Number.isFinite(variance) ? Math.sqrt(variance) : 1;
}
