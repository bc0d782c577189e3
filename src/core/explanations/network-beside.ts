import { type Crossing, nearest } from "./beside.ts";
import type { Ends } from "./judged.ts";
import { cardOf, itemCells, logsOf, middles, posteriorOf, priorJoints, type Ready } from "./network-numbers.ts";
import { beliefs, evidenceLog, type Held, knownOf, type Logs, marginal } from "./passes.ts";
import type { ItemTable, Shape } from "./shape.ts";
import { leaderOf } from "./table.ts";
import type { Bucket } from "./tree.ts";

/** Everything that the questions of a network are told from: one pass for each value of each question [XP6]. */
export interface Worked {
  readonly ready: Ready;
  readonly numbers: Float64Array;
  readonly likelihoods: readonly Float64Array[];
  /** Of each item's scope, the joint chance before any evidence. */
  readonly before: readonly Float64Array[];
  /** Log of the chance of everything seen. */
  readonly total: number;
  readonly logs: Logs;
}

export function worked(ready: Ready): Worked {
  const numbers = middles(ready.network);
  const logs = logsOf(ready, numbers);
  const { total } = beliefs(ready.tree, ready.network.shape, { logs, held: knownOf(ready.network.shape) });
  return { ready, numbers, logs, likelihoods: logs.likelihoods, before: priorJoints(ready, logs.tables), total };
}

/** One question of a network: today's posterior, and with each value how likely each cell of each item is, jointly with what was seen. */
export interface Joint {
  readonly v: number;
  readonly today: readonly number[];
  /** By value, by item, by cell: P(value, cell | everything seen). */
  readonly cells: readonly (readonly Float64Array[])[];
}

export function jointOf({ ready, logs, total }: Worked, v: number): Joint {
  const { network, tree } = ready;
  const { shape } = network;
  const known = knownOf(shape);
  const plain = beliefs(tree, shape, { logs, held: known });
  const today = Array.from(posteriorOf(ready, v, plain.cells));
  const cells = today.map((_, e) => {
    const held: Held = new Map([...known, [v, e]]);
    const found = beliefs(tree, shape, { logs, held });
    return shape.items.map(({ scope }, i) => {
      const b = ready.itemBucket[i] as number;
      const bucket = tree.buckets[b] as Bucket;
      return marginal(shape, bucket, { cells: found.cells[b] as Float64Array, to: scope }).map((x) =>
        Math.exp(x - total),
      );
    });
  });
  return { v, today, cells };
}

const sharesOf = (weights: readonly number[]): number[] => {
  const total = [...weights].sort((a, b) => a - b).reduce((a, x) => a + x, 0);
  return weights.map((w) => w / total);
};

/** The posterior with an item's likelihoods changed to these; what it had is divided out, so they must not have been 0. */
export function withCells(
  { likelihoods }: Worked,
  { cells }: Joint,
  { item, to }: { item: number; to: ArrayLike<number> },
) {
  const had = likelihoods[item] as Float64Array;
  return cells.map((byItem) =>
    (byItem[item] as Float64Array).reduce((sum, p, s) => sum + (p * (to[s] as number)) / (had[s] as number), 0),
  );
}

/** The posterior without the item. */
export function withoutItem(work: Worked, joint: Joint, item: number): number[] {
  const ones = new Float64Array((work.likelihoods[item] as Float64Array).length).fill(1);
  return sharesOf(withCells(work, joint, { item, to: ones }));
}

/** The posterior without several items at once. */
export function withoutItems({ ready, logs }: Worked, v: number, items: readonly number[]): number[] {
  const { shape } = ready.network;
  const some = { tables: logs.tables, items: logs.items.map((x, i) => (items.includes(i) ? null : x)) };
  const known = knownOf(shape);
  const found = Array.from({ length: cardOf(shape, v) }, (_, e) =>
    evidenceLog(ready.tree, shape, { logs: some, held: new Map([...known, [v, e]]) }),
  );
  const most = Math.max(...found);
  return sharesOf(found.map((x) => Math.exp(x - most)));
}

/** The item's likelihoods with one stated number changed: an unanswered cell follows as an average. */
function changed(
  { ready, numbers, before }: Worked,
  { item, number, to }: { item: number; number: number; to: number },
) {
  const tried = Float64Array.from(numbers);
  tried[number] = to;
  const table = ready.network.shape.items[item] as ItemTable;
  return itemCells(table, tried, before[item] as Float64Array);
}

/** The leader's chance with one stated number of an item at each end of its range. */
export function swing(work: Worked, joint: Joint, at: { item: number; number: number; ends: Ends }): [number, number] {
  const leader = leaderOf(joint.today);
  return [at.ends.from, at.ends.to].map(
    (to) => sharesOf(withCells(work, joint, { item: at.item, to: changed(work, { ...at, to }) }))[leader] as number,
  ) as [number, number];
}

/**
 * The value of one stated number at which another explanation would lead, nearest to its own. Every weight is a straight line in the
 * number raised to the item's exponent, so the crossings are exact.
 */
export function networkThreshold(
  work: Worked,
  joint: Joint,
  { item, number }: { item: number; number: number },
): Crossing | null {
  const exponent = work.ready.network.shape.items[item]?.exponent;
  const power = exponent === undefined ? 1 : (work.numbers[exponent] as number);
  if (power === 0) return null;
  const [none, one] = [0, 1].map((to) => withCells(work, joint, { item, to: changed(work, { item, number, to }) })) as [
    number[],
    number[],
  ];
  const leader = leaderOf(joint.today);
  const now = work.numbers[number] as number;
  const crossings = none.flatMap((low, e) => {
    const slope = (one[e] as number) - low - ((one[leader] as number) - (none[leader] as number));
    const y = ((none[leader] as number) - low) / slope;
    return e !== leader && y > 0 && y <= 1 ? [{ at: y ** (1 / power), leads: e }] : [];
  });
  return nearest(crossings, now);
}

/** For an open item, its chance under each value of the question, given everything seen. */
export function chancesOf(work: Worked, { cells, today }: Joint, item: number): number[] {
  const chance = work.likelihoods[item] as Float64Array;
  return cells.map((byItem, e) => {
    const joint = byItem[item] as Float64Array;
    const of = joint.reduce((sum, p, s) => sum + p * (chance[s] as number), 0);
    return of / (today[e] as number);
  });
}

/** How likely the item is under each value of the question before any other evidence: what its inconsistency is judged by. */
export function underEach({ ready, logs, likelihoods }: Worked, v: number, items: readonly number[]): number[][] {
  const { network, tree } = ready;
  const { shape } = network;
  const plain = { tables: logs.tables, items: [] };
  return Array.from({ length: cardOf(shape, v) }, (_, e) => {
    const found = beliefs(tree, shape, { logs: plain, held: new Map([[v, e]]) });
    return items.map((i) => {
      const b = ready.itemBucket[i] as number;
      const { scope } = shape.items[i] as ItemTable;
      const cells = marginal(shape, tree.buckets[b] as Bucket, { cells: found.cells[b] as Float64Array, to: scope });
      return cells.reduce(
        (sum, x, s) => sum + Math.exp(x - found.total) * ((likelihoods[i] as Float64Array)[s] as number),
        0,
      );
    });
  });
}

/** How much rarer an item is beside the rest of the evidence than by itself, in decibans; negative where the rest speaks for it (Jensen's measure of conflict). */
export function conflictOf(work: Worked, { cells }: Joint, item: number): number {
  const had = work.likelihoods[item] as Float64Array;
  const before = work.before[item] as Float64Array;
  const alone = before.reduce((sum, p, s) => sum + p * (had[s] as number), 0);
  const rest = cells.reduce(
    (sum, byItem) => sum + (byItem[item] as Float64Array).reduce((a, p, s) => a + p / (had[s] as number), 0),
    0,
  );
  return 10 * Math.log10(alone * rest);
}

/** Variables, tables and items that hang together once a variable is taken out; each is independent of the others given it. */
function parts({ variables, tables, items }: Shape, without: number): { variables: Set<number>; items: number[] }[] {
  const home = variables.map((_, v) => v);
  const root = (v: number): number => (home[v] === v ? v : root(home[v] as number));
  for (const { scope } of [...tables, ...items]) {
    const [first, ...rest] = scope.filter((v) => v !== without);
    for (const v of rest) home[root(v)] = root(first as number);
  }
  const of = new Map<number, { variables: Set<number>; items: number[] }>();
  variables.forEach((_, v) => {
    if (v === without) return;
    const part = of.get(root(v)) ?? { variables: new Set<number>(), items: [] };
    part.variables.add(v);
    of.set(root(v), part);
  });
  const alone: { variables: Set<number>; items: number[] }[] = [];
  items.forEach(({ scope, open }, i) => {
    if (open) return;
    const other = scope.find((v) => v !== without);
    if (other === undefined) alone.push({ variables: new Set(), items: [i] });
    else of.get(root(other))?.items.push(i);
  });
  const told = [...of.values()].filter(
    (p) => p.items.length > 0 || [...p.variables].some((v) => variables[v]?.observed !== undefined),
  );
  return [...alone, ...told];
}

export interface LedgerPart {
  readonly items: readonly number[];
  readonly variables: readonly number[];
  readonly decibans: number;
}

/**
 * How far each item, and each group of items that hang together by a fact or another question, moves the odds of one value against
 * another; with the starting odds they add up to the total [XP6]. Groups are independent of each other given the question.
 */
export function networkLedger({ ready, logs }: Worked, v: number, [a, b]: readonly [number, number]) {
  const { tree, network } = ready;
  const { shape } = network;
  const known = knownOf(shape);
  const ratio = (items: ReadonlySet<number>, variables: ReadonlySet<number>) => {
    const some = { tables: logs.tables, items: logs.items.map((x, i) => (items.has(i) ? x : null)) };
    const seen = [...known].filter(([w]) => variables.has(w));
    const log = (e: number) => evidenceLog(tree, shape, { logs: some, held: new Map([...seen, [v, e]]) });
    return (10 / Math.LN10) * (log(a) - log(b));
  };
  const prior = ratio(new Set(), new Set());
  return {
    prior,
    parts: parts(shape, v).map(
      ({ items, variables }): LedgerPart => ({
        items,
        variables: [...variables],
        decibans: ratio(new Set(items), variables) - prior,
      }),
    ),
  };
}

/** Starting chances of the question before any evidence: for a dependent one, over what it depends on. */
export function startOf({ ready, logs }: Worked, v: number): number[] {
  const found = beliefs(ready.tree, ready.network.shape, { logs: { tables: logs.tables, items: [] }, held: new Map() });
  return Array.from(posteriorOf(ready, v, found.cells));
}
