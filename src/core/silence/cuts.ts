import { type Unknown, unknown } from "../model/stated.ts";
import { lnBeta } from "../stats/gamma.ts";
import { type ClaimedShare, type Counts, checkCounts, shareFrom } from "./share.ts";

/** One cut of a path of nested classes. */
export interface Cut {
  /** How many times likelier the counts are if the class has a share of its own than if it has its parent's [SI9]. */
  readonly evidence: number;
}

/** A path of nested classes of one record set, wide to narrow, averaged over where to stop. */
export interface AveragedCuts {
  /** One for each class but the widest. */
  readonly cuts: readonly Cut[];
  /** The weight of each class as the place to stop, in the order given; they sum to 1. */
  readonly weights: readonly number[];
  readonly share: ClaimedShare;
}

const LN_B_HALF = lnBeta(0.5, 0.5);
const lnOf = ({ k, n }: Counts) => lnBeta(k + 0.5, n - k + 0.5);

/** ln B(k+½, n−k+½)·B(k′+½, n′−k′+½)/[B(½,½)·B(K+½, N−K+½)], k′ of n′ the rest of the parent. */
function lnEvidence(parent: Counts, one: Counts): number {
  const other = { k: parent.k - one.k, n: parent.n - one.n };
  return lnOf(one) + lnOf(other) - LN_B_HALF - lnOf(parent);
}

/** How many times likelier a class's counts are if it differs from the rest of its parent than if it does not [SI9]. RangeError unless it lies in the parent. */
export function cutEvidence(parent: Counts, one: Counts): number {
  checkCounts("cutEvidence", parent);
  checkCounts("cutEvidence", one);
  if (one.k > parent.k || one.n - one.k > parent.n - parent.k) {
    throw new RangeError(
      `cutEvidence: ${one.k} of ${one.n} is no part of ${parent.k} of ${parent.n}; give a class that lies in its parent.`,
    );
  }
  return Math.exp(lnEvidence(parent, one));
}

/**
 * The share averaged over the cuts of a path of nested classes, wide to narrow [SI9]: each next cut has the prior ½, so the stops weigh ½, ¼·BF₁, … and the last what
 * is left; a stop is Beta(k+½, n−k+½). A line beside the classes, never instead of them. No attack at all: unknown, `no-record`.
 */
export function averageCuts(path: readonly Counts[]): AveragedCuts | Unknown {
  const [widest] = path;
  if (widest === undefined || widest.n === 0) return unknown("no-record");
  const cuts = path.slice(1).map((one, i) => ({ evidence: cutEvidence(path[i]!, one) }));
  let lnEvidenceSoFar = 0;
  const ln = path.map((one, i) => {
    if (i > 0) lnEvidenceSoFar += lnEvidence(path[i - 1]!, one);
    const prior = -Math.LN2 * (i === path.length - 1 ? i : i + 1);
    return prior + lnEvidenceSoFar;
  });
  const top = Math.max(...ln);
  const raw = ln.map((x) => Math.exp(x - top));
  const total = raw.reduce((a, b) => a + b, 0);
  const weights = raw.map((x) => x / total);
  const betas = path.map(({ k, n }, i) => ({ weight: weights[i]!, a: k + 0.5, b: n - k + 0.5 }));
  return { cuts, weights, share: shareFrom(betas, null) };
}
