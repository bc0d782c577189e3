import type { Ends } from "./judged.ts";

/** A question or a fact of a network: how many values it can have, and which one is known. */
export interface Variable {
  readonly id: string;
  readonly card: number;
  /** Place of the value that is known. */
  readonly observed?: number;
}

/** Chances of one variable under each value of those that it depends on. The scope is in rising order; the last place runs fastest. */
export interface ChanceTable {
  readonly of: number;
  readonly scope: readonly number[];
  /** Place of each cell's number among the numbers. */
  readonly cells: readonly number[];
}

/** How likely what was seen is under each value of its scope; -1 where nobody answered. */
export interface ItemTable {
  readonly id: string;
  readonly scope: readonly number[];
  readonly cells: readonly number[];
  /** Place of the exponent that it enters with, if it is not 1 [XP5]. */
  readonly exponent?: number;
  /** Not yet observed: it has no effect yet. */
  readonly open?: true;
}

/** A network without its numbers: `why` reads it from the name of a formula. */
export interface Shape {
  readonly variables: readonly Variable[];
  readonly tables: readonly ChanceTable[];
  readonly items: readonly ItemTable[];
}

/** A network with the range of each of its numbers. */
export interface Network {
  readonly shape: Shape;
  readonly numbers: readonly Ends[];
}

export const sizeOf = (variables: readonly Variable[], scope: readonly number[]): number =>
  scope.reduce((n, v) => n * (variables[v] as Variable).card, 1);

/** For each cell of a table over `of`, the cell of a table over its part `to`. Both scopes are in rising order. */
export function projection(variables: readonly Variable[], of: readonly number[], to: readonly number[]): Int32Array {
  const strides = new Map<number, number>();
  let stride = 1;
  for (const v of [...to].reverse()) {
    strides.set(v, stride);
    stride *= (variables[v] as Variable).card;
  }
  let map = new Int32Array(1);
  for (const v of of) {
    const { card } = variables[v] as Variable;
    const step = strides.get(v) ?? 0;
    const next = new Int32Array(map.length * card);
    for (let i = 0; i < map.length; i++) {
      for (let x = 0; x < card; x++) next[i * card + x] = (map[i] as number) + x * step;
    }
    map = next;
  }
  return map;
}
