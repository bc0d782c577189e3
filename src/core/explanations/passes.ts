import type { Shape } from "./shape.ts";
import { projection } from "./shape.ts";
import type { Bucket, Tree } from "./tree.ts";

/** A network's tables and items as natural logs, cell by cell; -Infinity for a chance of 0. */
export interface Logs {
  readonly tables: readonly Float64Array[];
  /** null: without effect. */
  readonly items: readonly (Float64Array | null)[];
}

/** The log of the chance of everything seen, jointly with each cell of each bucket. */
export interface Beliefs {
  readonly cells: readonly Float64Array[];
  /** Log of the chance of everything seen. */
  readonly total: number;
}

/** The sum of exp over the cells of each target, in logs. */
export function summedInto(cells: Float64Array, map: Int32Array, size: number): Float64Array {
  const top = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < cells.length; i++) {
    const to = map[i] as number;
    if ((cells[i] as number) > (top[to] as number)) top[to] = cells[i] as number;
  }
  const sums = new Float64Array(size);
  for (let i = 0; i < cells.length; i++) {
    const to = map[i] as number;
    if ((cells[i] as number) > Number.NEGATIVE_INFINITY) {
      sums[to] = (sums[to] as number) + Math.exp((cells[i] as number) - (top[to] as number));
    }
  }
  for (let to = 0; to < size; to++) {
    const sum = sums[to] as number;
    top[to] = sum === 0 ? Number.NEGATIVE_INFINITY : (top[to] as number) + Math.log(sum);
  }
  return top;
}

/** Every cell plus what `from` holds for it, with the lost digits kept in `lost` (Neumaier): 200 logs stay right to the last bits. */
function plus(cells: Float64Array, lost: Float64Array, from: Float64Array, map: Int32Array): void {
  for (let i = 0; i < cells.length; i++) {
    const a = cells[i] as number;
    const b = from[map[i] as number] as number;
    const sum = a + b;
    if (sum > Number.NEGATIVE_INFINITY) {
      lost[i] = (lost[i] as number) + (Math.abs(a) >= Math.abs(b) ? a - sum + b : b - sum + a);
    }
    cells[i] = sum;
  }
}

/** What is known of variables by place: evidence, or a value tried. */
export type Held = ReadonlyMap<number, number>;

function own(bucket: Bucket, shape: Shape, { logs, held }: { logs: Logs; held: Held }): Float64Array {
  const cells = new Float64Array(bucket.size);
  const lost = new Float64Array(bucket.size);
  for (const { at, map } of bucket.tables) plus(cells, lost, logs.tables[at] as Float64Array, map);
  for (const { at, map } of bucket.items) {
    const item = logs.items[at];
    if (item != null) plus(cells, lost, item, map);
  }
  for (let i = 0; i < cells.length; i++) cells[i] = (cells[i] as number) + (lost[i] as number);
  for (const v of bucket.scope) {
    const value = held.get(v);
    if (value === undefined) continue;
    const map = projection(shape.variables, bucket.scope, [v]);
    for (let i = 0; i < cells.length; i++) if (map[i] !== value) cells[i] = Number.NEGATIVE_INFINITY;
  }
  return cells;
}

function add(cells: Float64Array, message: Float64Array, map: Int32Array): void {
  for (let i = 0; i < cells.length; i++) cells[i] = (cells[i] as number) + (message[map[i] as number] as number);
}

/** The upward pass alone: the log of the chance of everything seen, and the messages. */
function upward(tree: Tree, shape: Shape, given: { logs: Logs; held: Held }) {
  const cells = tree.buckets.map((b) => own(b, shape, given));
  const messages: Float64Array[] = [];
  let total = 0;
  tree.buckets.forEach((bucket, b) => {
    const message = summedInto(cells[b] as Float64Array, bucket.toMessage, bucket.restSize);
    messages.push(message);
    if (bucket.parent < 0) total += message[0] as number;
    else add(cells[bucket.parent] as Float64Array, message, bucket.fromParent);
  });
  return { cells, messages, total };
}

/** The variables that are known, as the shape has them. */
export function knownOf({ variables }: Shape): Map<number, number> {
  return new Map(variables.flatMap(({ observed }, v) => (observed === undefined ? [] : [[v, observed] as const])));
}

/** The log of the chance of everything seen. */
export function evidenceLog(tree: Tree, shape: Shape, given: { logs: Logs; held: Held }): number {
  return upward(tree, shape, given).total;
}

/**
 * One pass upward and one downward (Shenoy and Shafer 1990, in logs): with every cell of every bucket the log of the chance of everything
 * seen. A component's cells hold the evidence of that component; `total` that of all.
 */
export function beliefs(tree: Tree, shape: Shape, given: { logs: Logs; held: Held }): Beliefs {
  const { cells, messages, total } = upward(tree, shape, given);
  for (let b = tree.buckets.length - 1; b >= 0; b--) {
    const bucket = tree.buckets[b] as Bucket;
    const mine = cells[b] as Float64Array;
    const up = messages[b] as Float64Array;
    if (bucket.parent < 0) {
      // The rest of the network is independent of this component.
      const others = total - (up[0] as number);
      for (let i = 0; i < mine.length; i++) mine[i] = (mine[i] as number) + others;
      continue;
    }
    const down = summedInto(cells[bucket.parent] as Float64Array, bucket.fromParent, bucket.restSize);
    // Without this bucket's own message; where that is impossible, so is the bucket's cell.
    for (let s = 0; s < down.length; s++) {
      down[s] = up[s] === Number.NEGATIVE_INFINITY ? 0 : (down[s] as number) - (up[s] as number);
    }
    add(mine, down, bucket.toMessage);
  }
  return { cells, total };
}

/** A marginal of one bucket over some of its variables, in logs. */
export function marginal(shape: Shape, bucket: Bucket, { cells, to }: { cells: Float64Array; to: readonly number[] }) {
  const map = projection(shape.variables, bucket.scope, to);
  const size = to.reduce((n, v) => n * (shape.variables[v]?.card ?? 1), 1);
  return summedInto(cells, map, size);
}
