/** A possible parent: `to` derives from `from`, with a weight to be maximised in sum. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** More than any arc's weight, so that a node without a parent is chosen only where there is no other way. */
const UNSEEN = -1e6;

/**
 * The maximum branching over nodes 0 to size − 1 [LI6]: at most one parent each, no cycle, as many parents as can be, and of those the
 * largest sum of weights. A virtual unseen origin stands before every node. Chu and Liu (1965), Edmonds (1967).
 */
export function maximumBranching<A extends Arc>(size: number, arcs: readonly A[]): readonly A[] {
  type Work = { from: number; to: number; weight: number; arc: A | null };
  const start: Work[] = arcs
    .filter((a) => a.from !== a.to)
    .map((a) => ({ from: a.from, to: a.to, weight: a.weight, arc: a }));
  for (let v = 0; v < size; v++) start.push({ from: size, to: v, weight: UNSEEN, arc: null });
  const chosen = solve(size + 1, size, start);
  return chosen.flatMap((k) => (start[k]?.arc == null ? [] : [start[k].arc]));
}

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** Places in `edges` of the best arborescence under `root`. All cycles of a round are drawn together at once, so that rounds are few. */
function solve(count: number, root: number, edges: readonly Edge[]): readonly number[] {
  const best = bestInto(count, root, edges);
  const cycles = findCycles(count, root, { edges, best });
  if (cycles.length === 0) return best.filter((k) => k >= 0);
  const merged = Int32Array.from({ length: count }, (_, v) => v);
  cycles.forEach((cycle, c) => {
    for (const v of cycle) merged[v] = count + c;
  });
  const inner: Edge[] = [];
  const outer: number[] = [];
  edges.forEach((e, k) => {
    const [from, to] = [merged[e.from] as number, merged[e.to] as number];
    if (from === to) return;
    // Entering a cycle here saves the arc of the cycle that led to the same node.
    const weight = to >= count ? e.weight - (edges[best[e.to] as number] as Edge).weight : e.weight;
    inner.push({ from, to, weight });
    outer.push(k);
  });
  const taken = solve(count + cycles.length, merged[root] as number, inner).map((k) => outer[k] as number);
  const entered = new Set(taken.map((k) => (edges[k] as Edge).to));
  const kept = cycles.flat().filter((v) => !entered.has(v));
  return [...taken, ...kept.map((v) => best[v] as number)];
}

/** The heaviest arc into each node, the first at a tie; -1 for the root and for nodes no longer there. */
function bestInto(count: number, root: number, edges: readonly Edge[]): number[] {
  const best = new Array<number>(count).fill(-1);
  edges.forEach((e, k) => {
    if (e.to === root) return;
    const known = best[e.to] as number;
    if (known < 0 || e.weight > (edges[known] as Edge).weight) best[e.to] = k;
  });
  return best;
}

function findCycles(
  count: number,
  root: number,
  { edges, best }: { readonly edges: readonly Edge[]; readonly best: readonly number[] },
): readonly (readonly number[])[] {
  const state = new Int32Array(count).fill(-1);
  const cycles: (readonly number[])[] = [];
  for (let start = 0; start < count; start++) {
    const path: number[] = [];
    let v = start;
    while (v !== root && (state[v] as number) < 0 && (best[v] as number) >= 0) {
      state[v] = start;
      path.push(v);
      v = (edges[best[v] as number] as Edge).from;
    }
    if (v !== root && state[v] === start) cycles.push(path.slice(path.indexOf(v)));
  }
  return cycles;
}
