import type { LagLaw } from "../model/silence.ts";
import { isUnknown, type Unknown, unknown } from "../model/stated.ts";
import { LAWS } from "./fit-lag.ts";
import { DROP_95, fitMixture, type NeverClaimFit } from "./fit-never-claim.ts";
import { kaplanMeier } from "./kaplan-meier.ts";
import { type GroupedLags, groupLags, type Lag } from "./lag.ts";
import { lagAt } from "./lag-law.ts";
import { turnbull, turnbullAt } from "./turnbull.ts";

/** Why a fitted share is not told [SI5]. */
export type GuardReason = "edge" | "bound-not-reached" | "laws-disagree" | "no-plateau";

/** The four mixtures of one class of attacks, and what may be told of them. */
export interface ClaimCurve {
  /** Fits by law, in the order of `LAWS`; unknown where a law has no maximum. */
  readonly fits: readonly (NeverClaimFit | (Unknown & { readonly law: LagLaw["law"] }))[];
  /** The law with the smallest AIC. */
  readonly best: LagLaw["law"];
  /** The laws within 2 of it, itself included. */
  readonly near: readonly LagLaw["law"][];
  /** π̂ of the best law with its 95 % profile interval, where the guard lets it through. */
  readonly share:
    | { readonly value: number; readonly lower: number; readonly upper: number }
    | (Unknown & { readonly because: readonly GuardReason[] });
  /** [Ŝ(c/2) − Ŝ(c)]/[1 − Ŝ(c)]: the part of the claims that came in the second half of the follow-up. */
  readonly late: number;
  /** c: the longest follow-up, hours. P(t) holds up to here. */
  readonly followUp: number;
  readonly n: number;
  readonly claims: number;
}

/** What a class's own lags say of P(t) = πF(t) [SI5]. */
export interface ClaimedBy {
  /** By the best law. */
  readonly value: number;
  /** Over the laws within 2 AIC. */
  readonly from: number;
  readonly to: number;
  /** Whether they agree within .05; if not the range is to be shown. */
  readonly agree: boolean;
}

const NEAR_AIC = 2;
const EDGE_LOGIT = 8;
const LAWS_APART = 0.15;
const MOST_LATE = 0.1;
const AGREE = 0.05;

/** The longest time anybody waited; without a silence the latest claim. */
function longest(lags: GroupedLags): number {
  const last = (values: Float64Array) => values.filter(Number.isFinite).at(-1) ?? 0;
  const silent = last(lags.silent[0]);
  const between = lags.between[1].filter(Number.isFinite).reduce((a, b) => Math.max(a, b), 0);
  return Math.max(silent, last(lags.exact[0]), between, 24 * (last(lags.days[0]) + (lags.days[0].length > 0 ? 1 : 0)));
}

/** Turnbull's work grows with the cube of the distinct times: beyond so many they are put on a grid. */
const MOST_TIMES = 400;
const GRID = 128;

/** The lags widened to the cells of an even grid over the follow-up, with its half among the edges: Ŝ there is told all the same. */
function onGrid(lags: readonly Lag[], followUp: number): readonly Lag[] {
  const cell = followUp / GRID;
  const down = (t: number) => Math.floor(t / cell) * cell;
  const up = (t: number) => Math.max(1, Math.ceil(t / cell)) * cell;
  return lags.map((l) => {
    const [from, to] = "days" in l ? [24 * Math.max(0, l.days - 1), 24 * (l.days + 1)] : [l.from, l.to];
    if (to === null) return { from: down(from), to };
    // An exact time on an edge lies in the cell that ends there.
    return { from: Math.min(down(from), up(to) - cell), to: up(to) };
  });
}

/** How many distinct ends there are, up to one more than `most`. */
function distinctEnds(lags: readonly Lag[], most: number): number {
  const ends = new Set<number>();
  for (const l of lags) {
    if (ends.size > most) break;
    if ("days" in l) ends.add(24 * l.days);
    else for (const end of [l.from, l.to]) if (end !== null) ends.add(end);
  }
  return ends.size;
}

/** Ŝ at a time: Kaplan–Meier where all is exact, else Turnbull. */
function survivalOf(lags: readonly Lag[], followUp: number): (t: number) => number {
  const exact = lags.every((l) => !("days" in l) && (l.to === null || l.to === l.from));
  if (!exact) {
    const curve = turnbull(distinctEnds(lags, MOST_TIMES) > MOST_TIMES ? onGrid(lags, followUp) : lags);
    return isUnknown(curve) ? () => 1 : (t) => turnbullAt(curve, t);
  }
  const plain = lags as readonly { readonly from: number; readonly to: number | null }[];
  const km = kaplanMeier(
    plain.map((l) => l.from),
    plain.map((l) => l.to !== null),
  );
  return (t) => {
    if (isUnknown(km)) return 1;
    let s = 1;
    for (let i = 0; i < km.at.length && km.at[i]! <= t; i++) s = km.survival[i]!;
    return s;
  };
}

const logitOf = (p: number) => Math.log(p / (1 - p));

function guard(best: NeverClaimFit, near: readonly NeverClaimFit[], late: number): readonly GuardReason[] {
  const shares = near.map((f) => (f.edge ? 1 : f.share));
  const apart = Math.max(...shares) - Math.min(...shares);
  return [
    ...(best.edge || logitOf(best.share) > EDGE_LOGIT ? ["edge" as const] : []),
    ...(near.some((f) => isUnknown(f.shareLower) || isUnknown(f.shareUpper)) ? ["bound-not-reached" as const] : []),
    ...(apart > LAWS_APART ? ["laws-disagree" as const] : []),
    ...(late > MOST_LATE ? ["no-plateau" as const] : []),
  ];
}

/**
 * The four never-claim mixtures fitted to a class's lags, with the guard of SI5: which π̂ may be told, and why not if not. A heavy tail and a part
 * that never claims can't be told apart before the curve has flattened; P(t) inside the follow-up can be told all the same.
 * Unknown where no law has a maximum, with the reason of the first; an exact lag of 0 h is `lag-of-0-needs-an-interval`: give it as wide as its time is exact.
 */
export function claimCurve(lags: readonly Lag[]): ClaimCurve | Unknown {
  const grouped = groupLags("claimCurve", lags);
  // Only the exponential law has a density at 0 h: the others would be left out without a word.
  if (grouped.zeros > 0) return unknown("lag-of-0-needs-an-interval");
  const fits = LAWS.map((law) => {
    const fit = fitMixture(grouped, law, DROP_95);
    return isUnknown(fit) ? { ...fit, law } : fit;
  });
  const fitted = fits.flatMap((f) => (isUnknown(f) ? [] : [f as NeverClaimFit]));
  const [first, ...rest] = fitted;
  if (first === undefined) return unknown((fits[0] as Unknown).reason);
  const best = rest.reduce((a, b) => (b.aic < a.aic ? b : a), first);
  const near = fitted.filter((f) => f.aic <= best.aic + NEAR_AIC);
  const followUp = longest(grouped);
  const survival = survivalOf(lags, followUp);
  const end = survival(followUp);
  const late = end < 1 ? (survival(followUp / 2) - end) / (1 - end) : 0;
  const because = guard(best, near, late);
  return {
    ...{ fits, best: best.law, near: near.map((f) => f.law), late, followUp, n: grouped.n, claims: grouped.claims },
    share:
      because.length > 0
        ? { ...unknown("share-withheld"), because }
        : { value: best.share, lower: best.shareLower as number, upper: best.shareUpper as number },
  };
}

/**
 * P(t): of a class's attacks, the share claimed by t, from its own lags [SI5]; no π is needed for it. Unknown, reason `beyond-follow-up`, after the
 * longest follow-up.
 */
export function claimedBy(curve: ClaimCurve, hours: number): ClaimedBy | Unknown {
  if (!(hours >= 0)) throw new RangeError(`claimedBy: hours is ${hours}; give 0 or more.`);
  if (hours > curve.followUp) return unknown("beyond-follow-up");
  const at = curve.fits.flatMap((f) =>
    isUnknown(f) || !curve.near.includes(f.law)
      ? []
      : [{ law: f.law, p: (f as NeverClaimFit).share * lagAt((f as NeverClaimFit).lag, hours).byNow }],
  );
  const values = at.map((v) => v.p);
  const [from, to] = [Math.min(...values), Math.max(...values)];
  return { value: at.find((v) => v.law === curve.best)?.p ?? from, from, to, agree: to - from <= AGREE };
}
