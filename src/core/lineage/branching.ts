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

/** Places in `edges` of the best arborescence under `root`. */
function solve(count: number, root: number, edges: readonly Edge[]): readonly number[] {
  const best = bestInto(count, root, edges);
  const cycle = findCycle(count, root, edges, best);
  if (cycle === null) return best.filter((k) => k >= 0);
  const inCycle = new Set(cycle);
  const merged = count;
  const inner: Edge[] = [];
  const outer: number[] = [];
  edges.forEach((e, k) => {
    const [from, to] = [inCycle.has(e.from) ? merged : e.from, inCycle.has(e.to) ? merged : e.to];
    if (from === to) return;
    // Entering the cycle here saves the arc of the cycle that led to the same node.
    const weight = to === merged ? e.weight - (edges[best[e.to] as number] as Edge).weight : e.weight;
    inner.push({ from, to, weight });
    outer.push(k);
  });
  const taken = solve(count + 1, root, inner).map((k) => outer[k] as number);
  const entered = taken.find((k) => inCycle.has((edges[k] as Edge).to));
  const kept = cycle.filter((v) => v !== (edges[entered as number] as Edge).to).map((v) => best[v] as number);
  return [...taken, ...kept];
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

function findCycle(
  count: number,
  root: number,
  edges: readonly Edge[],
  best: readonly number[],
): readonly number[] | null {
  const state = new Int32Array(count).fill(-1);
  for (let start = 0; start < count; start++) {
    const path: number[] = [];
    let v = start;
    while (v !== root && (state[v] as number) < 0 && (best[v] as number) >= 0) {
      state[v] = start;
      path.push(v);
      v = (edges[best[v] as number] as Edge).from;
    }
    const at = path.indexOf(v);
    if (at >= 0) return path.slice(at);
  }
  return null;
}
