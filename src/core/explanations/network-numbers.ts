import { type Ends, middle } from "./judged.ts";
import { beliefs, type Logs, marginal } from "./passes.ts";
import { type ItemTable, type Network, projection, type Shape } from "./shape.ts";
import type { Bucket, Tree } from "./tree.ts";

/** A network ready to be worked with: its order of elimination, and where each item and table is read. */
export interface Ready {
  readonly network: Network;
  readonly tree: Tree;
  readonly itemBucket: readonly number[];
  readonly tableBucket: readonly number[];
  /** For each cell of a table, the row that it is normalised in. */
  readonly rowOf: readonly Int32Array[];
}

const placeIn = (tree: Tree, list: "items" | "tables", n: number): number[] => {
  const places = new Array<number>(n).fill(0);
  tree.buckets.forEach((bucket, b) => {
    for (const { at } of bucket[list]) places[at] = b;
  });
  return places;
};

export function readyOf(network: Network, tree: Tree): Ready {
  const { variables, tables, items } = network.shape;
  return {
    network,
    tree,
    itemBucket: placeIn(tree, "items", items.length),
    tableBucket: placeIn(tree, "tables", tables.length),
    rowOf: tables.map(({ of, scope }) =>
      projection(
        variables,
        scope,
        scope.filter((v) => v !== of),
      ),
    ),
  };
}

/** One number for each range: at its middle, drawn, or tried. */
export type Numbers = ArrayLike<number>;

export const middles = ({ numbers }: Network): Float64Array => Float64Array.from(numbers, middle);

/** Chances of each table, every row as shares of its sum, in logs. */
function tableLogs({ network: { shape }, rowOf }: Ready, numbers: Numbers): Float64Array[] {
  return shape.tables.map(({ cells }, t) => {
    const row = rowOf[t] as Int32Array;
    const sums = new Float64Array(cells.length);
    cells.forEach((at, c) => {
      const r = row[c] as number;
      sums[r] = (sums[r] as number) + (numbers[at] as number);
    });
    return Float64Array.from(cells, (at, c) => {
      const chance = numbers[at] as number;
      return chance === 0 ? Number.NEGATIVE_INFINITY : Math.log(chance / (sums[row[c] as number] as number));
    });
  });
}

const NONE: ReadonlyMap<number, number> = new Map();

/** The joint chance of an item's scope before any evidence: the weights of the average that stands in for a missing answer [XP2]. */
export function priorJoints(ready: Ready, tables: readonly Float64Array[]): readonly Float64Array[] {
  const { shape } = ready.network;
  const { cells } = beliefs(ready.tree, shape, { logs: { tables, items: [] }, held: NONE });
  return shape.items.map(({ scope }, i) => {
    const b = ready.itemBucket[i] as number;
    const bucket = ready.tree.buckets[b] as Bucket;
    return marginal(shape, bucket, { cells: cells[b] as Float64Array, to: scope }).map(Math.exp);
  });
}

/** An item's likelihoods with its exponent, missing answers as the average of the given ones [XP2, XP5]. */
export function itemCells(item: ItemTable, numbers: Numbers, prior: Float64Array): Float64Array {
  const power = item.exponent === undefined ? 1 : (numbers[item.exponent] as number);
  let [chance, weight] = [0, 0];
  const cells = Float64Array.from(item.cells, (at, s) => {
    if (at < 0) return Number.NaN;
    const x = power === 1 ? (numbers[at] as number) : (numbers[at] as number) ** power;
    chance += (prior[s] as number) * x;
    weight += prior[s] as number;
    return x;
  });
  const neutral = weight === 0 ? 1 : chance / weight;
  return cells.map((x) => (Number.isNaN(x) ? neutral : x));
}

/** The network's chances with these numbers, in logs. `cells` are the items' likelihoods; open items have no effect. */
export function logsOf(ready: Ready, numbers: Numbers): Logs & { readonly likelihoods: readonly Float64Array[] } {
  const { shape } = ready.network;
  const tables = tableLogs(ready, numbers);
  const gaps = shape.items.some((item) => item.cells.includes(-1));
  const priors = gaps ? priorJoints(ready, tables) : [];
  const likelihoods = shape.items.map((item, i) => itemCells(item, numbers, priors[i] ?? EMPTY));
  const items = likelihoods.map((cells, i) => (shape.items[i]?.open ? null : cells.map(Math.log)));
  return { tables, items, likelihoods };
}

const EMPTY = new Float64Array(0);

export const isRange = ({ from, to }: Ends): boolean => from !== to;

/** The posterior of a variable from beliefs: shares of its marginal. */
export function posteriorOf(ready: Ready, v: number, cells: readonly Float64Array[]): Float64Array {
  const { tree, network } = ready;
  const b = tree.bucketOf[v] as number;
  const logs = marginal(network.shape, tree.buckets[b] as Bucket, { cells: cells[b] as Float64Array, to: [v] });
  const top = logs.reduce((a, x) => Math.max(a, x), Number.NEGATIVE_INFINITY);
  const weights = logs.map((x) => Math.exp(x - top));
  const total = Float64Array.from(weights)
    .sort()
    .reduce((a, x) => a + x, 0);
  return weights.map((x) => x / total);
}

export const cardOf = ({ variables }: Shape, v: number): number => variables[v]?.card ?? 1;
