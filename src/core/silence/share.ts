import type { ReferenceClass } from "../model/silence.ts";
import { type Unknown, unknown } from "../model/stated.ts";
import { betaQuantile, mixtureMean, mixtureQuantile, type WeightedBeta } from "../stats/beta.ts";
import { checkShares } from "../stats/check.ts";
import { shippedAssumptions } from "./data.ts";

/** k claimed among n. */
export interface Counts {
  readonly k: number;
  readonly n: number;
}

export interface ShareOptions {
  /** The class that this one narrows: with it the two-level fallback of SI6, else Jeffreys' Beta(½, ½). */
  readonly parent?: Counts;
  /** s: the parent counts like so many attacks; 10 by default. */
  readonly size?: number;
  /** Probability of the interval, .95 by default. */
  readonly level?: number;
}

/** What k claimed among n say of π, the share ever claimed. */
export interface ClaimedShare {
  /** Posterior mean. */
  readonly mean: number;
  /** Of the interval; 0 where only "at most" can be said (0 of n). */
  readonly lower: number;
  /** Of the interval; 1 where only "at least" can be said (n of n). */
  readonly upper: number;
  /** For 0 of n and n of n the interval has one side, with the whole level on it. */
  readonly sides: "both" | "at-least" | "at-most";
  /** Always with two sides, half of the rest on each. */
  readonly equalTailed: { readonly lower: number; readonly upper: number };
  /** The posterior as a mixture of Betas. */
  readonly betas: readonly WeightedBeta[];
}

/** Throws a RangeError unless k and n are finite and 0 ≤ k ≤ n. */
export function checkCounts(where: string, { k, n }: Counts): void {
  if (!(Number.isFinite(n) && n >= 0)) throw new RangeError(`${where}: n is ${n}; give a count of 0 or more.`);
  if (!(k >= 0 && k <= n)) throw new RangeError(`${where}: k is ${k} of n = ${n}; give a count from 0 to n.`);
}

/** Mean, interval and Betas of a mixture; k and n say whether the interval has one side. */
export function shareFrom(betas: readonly WeightedBeta[], counts: Counts | null, level = 0.95): ClaimedShare {
  const at = (p: number) => mixtureQuantile(betas, p);
  const equalTailed = { lower: at((1 - level) / 2), upper: at((1 + level) / 2) };
  const mean = mixtureMean(betas);
  if (counts !== null && counts.n > 0 && counts.k === counts.n) {
    return { mean, lower: at(1 - level), upper: 1, sides: "at-least", equalTailed, betas };
  }
  if (counts !== null && counts.n > 0 && counts.k === 0) {
    return { mean, lower: 0, upper: at(level), sides: "at-most", equalTailed, betas };
  }
  return { mean, ...equalTailed, sides: "both", equalTailed, betas };
}

/** m: the raw share of the parent, (K+½)/(N+1) where that is 0 or 1 or there is none [SI6]. */
export function parentShare({ k, n }: Counts): number {
  return k === 0 || k === n ? (k + 0.5) / (n + 1) : k / n;
}

/**
 * The share of its attacks that an actor ever claims, from k claimed among n [SI6]: Jeffreys' Beta(½, ½), or with a parent class
 * Beta(s·m, s(1 − m)), m the parent's share. Unknown, reason `no-record`, for 0 of 0 without a parent: there is then nothing but
 * a prior; with a parent, 0 of 0 gives that prior.
 *
 * @param k claimed, 0 to n; @param n attacks, 0 or more; else RangeError
 */
export function claimedShare(k: number, n: number, options: ShareOptions = {}): ClaimedShare | Unknown {
  checkCounts("claimedShare", { k, n });
  const { parent, size = shippedAssumptions().parentSize.at, level = 0.95 } = options;
  if (!(level > 0 && level < 1)) throw new RangeError(`claimedShare: level is ${level}; give one between 0 and 1.`);
  if (!(size > 0 && Number.isFinite(size))) {
    throw new RangeError(`claimedShare: size is ${size}; give a finite number above 0.`);
  }
  if (parent === undefined) {
    if (n === 0) return unknown("no-record");
    return shareFrom([{ weight: 1, a: k + 0.5, b: n - k + 0.5 }], { k, n }, level);
  }
  checkCounts("claimedShare: parent", parent);
  const m = parentShare(parent);
  return shareFrom([{ weight: 1, a: k + size * m, b: n - k + size * (1 - m) }], { k, n }, level);
}

/** What a reference class says of one actor's share: its spread over actors where it has one, else its counts [SI6, SI9]. */
export function shareOfClass(
  { k, n, spread }: Pick<ReferenceClass, "k" | "n" | "spread">,
  options: ShareOptions = {},
): ClaimedShare | Unknown {
  if (spread === undefined) return claimedShare(k, n, options);
  return shareFrom([{ weight: 1, a: spread.a, b: spread.b }], null, options.level);
}

/**
 * The share ever claimed if attacks they did not claim are laid to them only with chance q [SI6]: π(q) = q·p/(1 − p(1 − q)).
 * At q = 1 it is p; the smaller q, the more unclaimed attacks are missing from n. Unknown where p = 1 and q = 0.
 *
 * @param p claimed among those laid to them, 0 to 1; @param q 0 to 1; else RangeError
 */
export function ascertained(p: number, q: number): number | Unknown {
  checkShares("ascertained", { p, q });
  const all = 1 - p * (1 - q);
  return all === 0 ? unknown("nothing-unclaimed-is-counted") : (q * p) / all;
}

/** Quantile of the Beta that k of n leave on Jeffreys' prior; for `why`, which holds numbers only. */
export function jeffreysQuantile(k: number, n: number, p: number): number {
  return betaQuantile(p, k + 0.5, n - k + 0.5);
}
