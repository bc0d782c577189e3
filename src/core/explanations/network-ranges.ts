import type { Ends } from "./judged.ts";
import { cardOf, isRange, logsOf, middles, type Numbers, posteriorOf, type Ready } from "./network-numbers.ts";
import { beliefs, type Held, knownOf, marginal } from "./passes.ts";
import { DRAWS, SEED, seeded } from "./random.ts";
import { quantile } from "./ranges.ts";
import type { Bucket } from "./tree.ts";

/** Cells that all the draws together may touch: half a second to a second on one core. */
const BUDGET = 20_000_000;
/** Under this many draws a 90 % range means little; a model so large takes its time. */
const LEAST_DRAWS = 200;

/** Draws behind the ranges of a network [XP4]: 10,000, or as many as its size allows, by the hundred. Never by the clock, so that every machine gives the same. */
export function drawsOf({ tree, network: { shape } }: Ready): number {
  const cells = [...shape.tables, ...shape.items].reduce((n, t) => n + t.cells.length, 0);
  const each = 3 * cells + tree.buckets.reduce((n, b) => n + b.size * (8 + b.tables.length + b.items.length), 0);
  const possible = Math.floor(BUDGET / each / 100) * 100;
  return Math.min(DRAWS, Math.max(LEAST_DRAWS, possible));
}

export interface NetworkDraws {
  readonly draws?: number;
  readonly seed?: number;
}

/** Central 90 % of the posterior of each value of these variables over seeded draws [XP4]: each stated range uniform and independent, rows normalised in each draw. */
export function networkRanges(ready: Ready, of: readonly number[], options: NetworkDraws = {}): Ends[][] {
  const { network } = ready;
  const { shape, numbers } = network;
  const held = knownOf(shape);
  const at = (values: Numbers) => {
    const { cells } = beliefs(ready.tree, shape, { logs: logsOf(ready, values), held });
    return of.map((v) => posteriorOf(ready, v, cells));
  };
  if (!numbers.some(isRange)) return at(middles(network)).map((p) => Array.from(p, (x) => ({ from: x, to: x })));
  const draws = options.draws ?? drawsOf(ready);
  const random = seeded(options.seed ?? SEED);
  const kept = of.map((v) => Array.from({ length: cardOf(shape, v) }, () => new Float64Array(draws)));
  const values = middles(network);
  for (let d = 0; d < draws; d++) {
    numbers.forEach((ends, i) => {
      if (isRange(ends)) values[i] = ends.from + (ends.to - ends.from) * random();
    });
    at(values).forEach((posterior, q) => {
      for (let e = 0; e < posterior.length; e++) (kept[q]?.[e] as Float64Array)[d] = posterior[e] as number;
    });
  }
  return kept.map((list) =>
    list.map((all) => {
      const sorted = all.sort();
      return { from: quantile(sorted, 0.05), to: quantile(sorted, 0.95) };
    }),
  );
}

const STEPS = 8;

/**
 * The lowest and highest posterior of each value that a climb from the middles finds: every number goes at once to the end that the
 * slopes favour, as long as that helps. In each number alone the posterior is monotone, so an end is always best; together it is a bound
 * from inside [XP4].
 */
export function networkBoxes(ready: Ready, of: readonly number[]): Ends[][] {
  return of.map((v) =>
    Array.from({ length: cardOf(ready.network.shape, v) }, (_, e) => {
      const [low, high] = ([-1, 1] as const).map((sign) => climbed(ready, { v, e, sign }));
      return { from: low as number, to: high as number };
    }),
  );
}

interface Aim {
  readonly v: number;
  readonly e: number;
  readonly sign: 1 | -1;
}

function climbed(ready: Ready, aim: Aim): number {
  let numbers = middles(ready.network);
  let now = slopes(ready, aim, numbers);
  let best = now.value;
  for (let step = 0; step < STEPS; step++) {
    const tried = numbers.map((x, i) => {
      const ends = ready.network.numbers[i] as Ends;
      const slope = aim.sign * (now.slope[i] as number);
      return !isRange(ends) || slope === 0 ? x : slope > 0 ? ends.to : ends.from;
    });
    const next = slopes(ready, aim, tried);
    if (aim.sign * next.value <= aim.sign * best) break;
    [numbers, now, best] = [tried, next, next.value];
  }
  return best;
}

/** The posterior of one value, and the sign of its slope in each number: how much more often a cell is met under that value than over all. */
function slopes(ready: Ready, { v, e }: Aim, numbers: Numbers): { value: number; slope: Float64Array } {
  const { network, tree } = ready;
  const { shape } = network;
  const logs = logsOf(ready, numbers);
  const known = knownOf(shape);
  const all = beliefs(tree, shape, { logs, held: known });
  const held: Held = new Map([...known, [v, e]]);
  const under = beliefs(tree, shape, { logs, held });
  const slope = new Float64Array(network.numbers.length);
  const excess = (b: number, scope: readonly number[]) => {
    const bucket = tree.buckets[b] as Bucket;
    const of = (belief: typeof all) =>
      marginal(shape, bucket, { cells: belief.cells[b] as Float64Array, to: scope }).map((x) =>
        Math.exp(x - belief.total),
      );
    const a = of(under);
    return of(all).map((p, s) => (a[s] as number) - p);
  };
  shape.tables.forEach(({ scope, cells }, t) => {
    if (!cells.some((at) => isRange(network.numbers[at] as Ends))) return;
    const more = excess(ready.tableBucket[t] as number, scope);
    const rows = new Float64Array(cells.length);
    const row = ready.rowOf[t] as Int32Array;
    cells.forEach((_, c) => {
      rows[row[c] as number] = (rows[row[c] as number] as number) + (more[c] as number);
    });
    cells.forEach((at, c) => {
      const chance = Math.exp((logs.tables[t] as Float64Array)[c] as number);
      if (chance > 0) slope[at] = (more[c] as number) / chance - (rows[row[c] as number] as number);
    });
  });
  shape.items.forEach((item, i) => {
    const { scope, cells, exponent } = item;
    if (item.open) return;
    const ranged = [...cells, exponent ?? -1].some((at) => at >= 0 && isRange(network.numbers[at] as Ends));
    if (!ranged) return;
    const more = excess(ready.itemBucket[i] as number, scope);
    cells.forEach((at, s) => {
      if (at >= 0) slope[at] = more[s] as number;
    });
    if (exponent === undefined) return;
    // Items may share an exponent.
    slope[exponent] = cells.reduce(
      (sum, at, s) => sum + (at < 0 ? 0 : (more[s] as number) * Math.log(numbers[at] as number)),
      slope[exponent] as number,
    );
  });
  return { value: posteriorOf(ready, v, all.cells)[e] as number, slope };
}
