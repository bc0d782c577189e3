import { type Unknown, unknown } from "../model/stated.ts";
import type { WeightedBeta } from "../stats/beta.ts";
import { lnBeta } from "../stats/gamma.ts";
import { type ClaimedShare, type Counts, checkCounts, claimedShare, type ShareOptions, shareFrom } from "./share.ts";

/** How siblings share what is known of them [SI6]. */
export interface SiblingOptions extends ShareOptions {
  /** Parts of the mixture whose weights add up to less than this are left out, smallest first; 1e-9 by default. */
  readonly leaveOut?: number;
}

/** 81 points of logit a/(a+b) from −3 to 5, and 91 of ln(a+b) from −3 to 6 [SI6]. */
const GRID = { means: 81, meanFrom: -3, meanTo: 5, sizes: 91, sizeFrom: -3, sizeTo: 6 } as const;

interface Cell {
  readonly a: number;
  readonly b: number;
  /** ln of the weight, up to a constant. */
  readonly lnWeight: number;
}

function cells(counts: readonly Counts[]): readonly Cell[] {
  const out: Cell[] = [];
  for (let i = 0; i < GRID.means; i++) {
    const logit = GRID.meanFrom + ((GRID.meanTo - GRID.meanFrom) * i) / (GRID.means - 1);
    const mean = 1 / (1 + Math.exp(-logit));
    for (let j = 0; j < GRID.sizes; j++) {
      const size = Math.exp(GRID.sizeFrom + ((GRID.sizeTo - GRID.sizeFrom) * j) / (GRID.sizes - 1));
      const a = size * mean;
      const b = size / (1 + Math.exp(logit));
      const before = lnBeta(a, b);
      // a·b·(a+b)^(−5/2) is Gelman's prior on (logit mean, ln size), its Jacobian included.
      let lnWeight = Math.log(a) + Math.log(b) - 2.5 * Math.log(size);
      for (const { k, n } of counts) lnWeight += lnBeta(a + k, b + n - k) - before;
      out.push({ a, b, lnWeight });
    }
  }
  return out;
}

/** The weights of the cells, summing to 1, largest first, without the smallest that add up to less than `leaveOut`. */
function weigh(all: readonly Cell[], leaveOut: number): readonly WeightedBeta[] {
  const top = all.reduce((m, c) => Math.max(m, c.lnWeight), Number.NEGATIVE_INFINITY);
  const sized = all
    .map(({ a, b, lnWeight }) => ({ weight: Math.exp(lnWeight - top), a, b }))
    .sort((x, y) => y.weight - x.weight);
  const total = sized.reduce((sum, c) => sum + c.weight, 0);
  let kept = 0;
  let sum = 0;
  while (kept < sized.length && total - sum > leaveOut * total) sum += sized[kept++]!.weight;
  return sized.slice(0, kept).map(({ weight, a, b }) => ({ weight: weight / sum, a, b }));
}

/**
 * The claimed share of each of several siblings (the classes that divide one parent), each drawn from one Beta(a, b) that is averaged
 * over a grid, not maximised [SI6]; in the order of the counts. Fewer than three siblings: the two-level fallback on the parent given,
 * else on their sum. No attack at all: unknown, reason `no-record`.
 */
export function shareOfSiblings(
  counts: readonly Counts[],
  options: SiblingOptions = {},
): readonly ClaimedShare[] | Unknown {
  const { leaveOut = 1e-9, ...rest } = options;
  for (const one of counts) checkCounts("shareOfSiblings", one);
  const sum = counts.reduce((s, { k, n }) => ({ k: s.k + k, n: s.n + n }), { k: 0, n: 0 });
  if (sum.n === 0) return unknown("no-record");
  if (counts.length < 3) {
    const parent = rest.parent ?? sum;
    return counts.map(({ k, n }) => claimedShare(k, n, { ...rest, parent }) as ClaimedShare);
  }
  // One order of the counts, so that the sums of logarithms are the same bits for any order.
  const ordered = [...counts].sort((x, y) => x.n - y.n || x.k - y.k);
  const prior = weigh(cells(ordered), leaveOut);
  return counts.map(({ k, n }) => {
    const betas = prior.map(({ weight, a, b }) => ({ weight, a: a + k, b: b + n - k }));
    return shareFrom(betas, { k, n }, rest.level);
  });
}
