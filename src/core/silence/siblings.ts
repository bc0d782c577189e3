import { type Unknown, unknown } from "../model/stated.ts";
import type { WeightedBeta } from "../stats/beta.ts";
import { lnGamma } from "../stats/gamma.ts";
import { tally } from "../stats/lag.ts";
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

/** Distinct counts, and how many siblings have each: the likelihood needs no more. */
interface Tallies {
  readonly claimed: readonly [values: Float64Array, counts: Float64Array];
  readonly unclaimed: readonly [values: Float64Array, counts: Float64Array];
  readonly all: readonly [values: Float64Array, counts: Float64Array];
}

function talliesOf(counts: readonly Counts[]): Tallies {
  const of = (value: (c: Counts) => number) => tally(Float64Array.from(counts.map(value)));
  return { claimed: of((c) => c.k), unclaimed: of((c) => c.n - c.k), all: of((c) => c.n) };
}

/** Σ [ln Γ(x + value) − ln Γ(x)] over siblings. */
function lnRising(x: number, [values, counts]: Tallies["all"]): number {
  const before = lnGamma(x);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] !== 0) sum += counts[i]! * (lnGamma(x + values[i]!) - before);
  }
  return sum;
}

const sizeAt = (j: number) => Math.exp(GRID.sizeFrom + ((GRID.sizeTo - GRID.sizeFrom) * j) / (GRID.sizes - 1));

/** The cell of column i (mean) and row j (size). */
function cellAt(i: number, j: number, tallies: Tallies): Cell {
  const logit = GRID.meanFrom + ((GRID.meanTo - GRID.meanFrom) * i) / (GRID.means - 1);
  const size = sizeAt(j);
  const a = size / (1 + Math.exp(-logit));
  const b = size / (1 + Math.exp(logit));
  // a·b·(a+b)^(−5/2) is Gelman's prior on (logit mean, ln size), its Jacobian included.
  const prior = Math.log(a) + Math.log(b) - 2.5 * Math.log(size);
  const likelihood = lnRising(a, tallies.claimed) + lnRising(b, tallies.unclaimed) - lnRising(size, tallies.all);
  return { a, b, lnWeight: prior + likelihood };
}

/** A cell so far under the highest is not worth its work: 7,371 of them weigh less than 1e-16 together. */
const WORTH = 46;
const COARSE = 8;

/**
 * The cells of the grid that carry weight. A coarse grid first, then from its cells outwards as long as the weight is within e^−46 of the highest: with many
 * siblings nearly all of the grid weighs nothing.
 */
function cells(counts: readonly Counts[]): readonly Cell[] {
  const tallies = talliesOf(counts);
  const known = new Map<number, Cell>();
  const look = (i: number, j: number): Cell => {
    const key = i * GRID.sizes + j;
    const cell = known.get(key) ?? cellAt(i, j, tallies);
    known.set(key, cell);
    return cell;
  };
  const around = (key: number) => {
    const [i, j] = [Math.floor(key / GRID.sizes), key % GRID.sizes];
    return [-1, 0, 1].flatMap((di) =>
      [-1, 0, 1].flatMap((dj): (readonly [number, number])[] => {
        const inside = i + di >= 0 && i + di < GRID.means && j + dj >= 0 && j + dj < GRID.sizes;
        return inside ? [[i + di, j + dj]] : [];
      }),
    );
  };
  for (let i = 0; i < GRID.means; i += COARSE) for (let j = 0; j < GRID.sizes; j += COARSE) look(i, j);
  let top = climbCells(known, around, look);
  const open = [...known].filter(([, c]) => c.lnWeight > top - WORTH).map(([key]) => key);
  while (open.length > 0) {
    for (const [i, j] of around(open.pop()!)) {
      const key = i * GRID.sizes + j;
      if (known.has(key)) continue;
      const cell = look(i, j);
      top = Math.max(top, cell.lnWeight);
      if (cell.lnWeight > top - WORTH) open.push(key);
    }
  }
  return [...known.entries()]
    .filter(([, c]) => c.lnWeight > top - WORTH)
    .sort(([x], [y]) => x - y)
    .map(([, c]) => c);
}

/** The highest weight reached from the highest coarse cell by going uphill. */
function climbCells(
  known: ReadonlyMap<number, Cell>,
  around: (key: number) => readonly (readonly [number, number])[],
  look: (i: number, j: number) => Cell,
): number {
  let [at, best] = [0, Number.NEGATIVE_INFINITY];
  for (const [key, cell] of known) if (cell.lnWeight > best) [at, best] = [key, cell.lnWeight];
  for (;;) {
    let next = at;
    for (const [i, j] of around(at)) {
      const { lnWeight } = look(i, j);
      if (lnWeight > best) [next, best] = [i * GRID.sizes + j, lnWeight];
    }
    if (next === at) return best;
    at = next;
  }
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
 * What several siblings say of one more class under their parent: a mixture of Betas, (a, b) averaged over a grid and not maximised [SI6]. With a sibling's own counts added to each Beta it is that
 * sibling's posterior, for the weights hold what all siblings say. No attack at all leaves the prior on the grid.
 */
export function siblingPrior(
  counts: readonly Counts[],
  options: Pick<SiblingOptions, "leaveOut"> = {},
): readonly WeightedBeta[] {
  for (const one of counts) checkCounts("siblingPrior", one);
  return weigh(cells(counts), options.leaveOut ?? 1e-9);
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
  const prior = siblingPrior(counts, { leaveOut });
  const made = new Map<string, ClaimedShare>();
  return counts.map(({ k, n }) => {
    const key = `${k} ${n}`;
    const share = made.get(key) ?? siblingShare(prior, { k, n }, rest.level);
    made.set(key, share);
    return share;
  });
}

/** The posterior of one sibling: each Beta(a, b) with its own counts added. */
function siblingShare(prior: readonly WeightedBeta[], { k, n }: Counts, level: number | undefined): ClaimedShare {
  const betas = prior.map(({ weight, a, b }) => ({ weight, a: a + k, b: b + n - k }));
  return shareFrom(betas, { k, n }, level);
}
