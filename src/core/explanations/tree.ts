import { projection, type Shape, sizeOf } from "./shape.ts";

/** Cells of the largest table that is worked with [issue of memory and time, not of method]. */
export const MOST_CELLS = 2 ** 20;

/** One bucket of variable elimination: its variable, with the neighbours it had when its turn came. */
export interface Bucket {
  readonly scope: readonly number[];
  readonly size: number;
  /** The scope without the bucket's own variable: what its message is about. */
  readonly rest: readonly number[];
  readonly restSize: number;
  /** The bucket that takes the message; -1 for the last of a component. */
  readonly parent: number;
  /** For each cell, the cell of its message; and for each cell of the parent, the cell of the message. */
  readonly toMessage: Int32Array;
  readonly fromParent: Int32Array;
  /** Chance tables and items that are multiplied in here, with the cell of each for every cell of the bucket. */
  readonly tables: readonly { readonly at: number; readonly map: Int32Array }[];
  readonly items: readonly { readonly at: number; readonly map: Int32Array }[];
}

export interface Tree {
  /** In the order of elimination: a parent comes after its children. */
  readonly buckets: readonly Bucket[];
  /** The bucket in which a variable can be read. */
  readonly bucketOf: readonly number[];
  readonly cells: number;
}

/** Why a model is too large: the cells of its largest table, and the variables that meet in it. */
export interface TooLarge {
  readonly cells: number;
  readonly variables: readonly number[];
}

function neighbours({ variables, tables, items }: Shape): Set<number>[] {
  const near = variables.map(() => new Set<number>());
  for (const { scope } of [...tables, ...items]) {
    for (const a of scope) for (const b of scope) if (a !== b) (near[a] as Set<number>).add(b);
  }
  return near;
}

/** Edges that eliminating the variable would add. */
function fillOf(near: readonly Set<number>[], v: number): number {
  const around = [...(near[v] as Set<number>)];
  let fill = 0;
  for (let i = 0; i < around.length; i++) {
    const of = near[around[i] as number] as Set<number>;
    for (let j = i + 1; j < around.length; j++) if (!of.has(around[j] as number)) fill++;
  }
  return fill;
}

/** The scopes in the order of elimination by min-fill; of equals the one with the smaller table, then the first. */
function eliminated(shape: Shape): number[][] {
  const near = neighbours(shape);
  const left = new Set(shape.variables.map((_, v) => v));
  const scopes: number[][] = [];
  while (left.size > 0) {
    let best = { v: -1, fill: Number.POSITIVE_INFINITY, size: 0 };
    for (const v of left) {
      const fill = fillOf(near, v);
      const size = sizeOf(shape.variables, [v, ...(near[v] as Set<number>)]);
      if (fill < best.fill || (fill === best.fill && size < best.size)) best = { v, fill, size };
    }
    const around = [...(near[best.v] as Set<number>)];
    for (const a of around) {
      const of = near[a] as Set<number>;
      of.delete(best.v);
      for (const b of around) if (a !== b) of.add(b);
    }
    left.delete(best.v);
    scopes.push([best.v, ...around.sort((a, b) => a - b)]);
  }
  return scopes;
}

/**
 * The order of elimination of a network and what meets in each step (bucket elimination, Dechter 1999; min-fill), or how large its
 * largest table would be.
 */
export function treeOf(shape: Shape): Tree | TooLarge {
  const { variables } = shape;
  const scopes = eliminated(shape);
  const largest = scopes.reduce((a, b) => (sizeOf(variables, b) > sizeOf(variables, a) ? b : a), [] as number[]);
  const cells = sizeOf(variables, largest);
  if (cells > MOST_CELLS) return { cells, variables: largest };
  const turn = new Map(scopes.map(([v], i) => [v as number, i]));
  const first = (scope: readonly number[]) => Math.min(...scope.map((v) => turn.get(v) as number));
  const rests = scopes.map(([, ...rest]) => rest);
  const sorted = scopes.map((scope) => [...scope].sort((a, b) => a - b));
  const placed = (list: readonly { readonly scope: readonly number[] }[], b: number) =>
    list.flatMap(({ scope }, at) =>
      first(scope) === b ? [{ at, map: projection(variables, sorted[b] as number[], scope) }] : [],
    );
  const buckets = sorted.map((scope, b): Bucket => {
    const rest = rests[b] as number[];
    const parent = rest.length === 0 ? -1 : first(rest);
    return {
      scope,
      rest,
      parent,
      size: sizeOf(variables, scope),
      restSize: sizeOf(variables, rest),
      toMessage: projection(variables, scope, rest),
      fromParent: parent < 0 ? new Int32Array(0) : projection(variables, sorted[parent] as number[], rest),
      tables: placed(shape.tables, b),
      items: placed(shape.items, b),
    };
  });
  return {
    buckets,
    bucketOf: variables.map((_, v) => turn.get(v) as number),
    cells: buckets.reduce((n, b) => n + b.size, 0),
  };
}

export const isTooLarge = (tree: Tree | TooLarge): tree is TooLarge => !("buckets" in tree);
