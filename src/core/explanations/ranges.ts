import type { Ends } from "./judged.ts";
import { DRAWS, SEED, seeded } from "./random.ts";
import { atMiddle, isComplete, posterior, type Table } from "./table.ts";

export interface DrawOptions {
  readonly draws?: number;
  readonly seed?: number;
}

const isPoint = ({ from, to }: Ends) => from === to;

/** Whether every stated value is a number: then there is no range. */
function allPoints(table: Table): boolean {
  const points = (list: readonly (Ends | null)[]) => list.every((cell) => cell === null || isPoint(cell));
  return points(table.priors) && table.rows.every(points) && points(table.exponents ?? []);
}

/** The p-quantile of sorted numbers, linear between neighbours (Hyndman and Fan's type 7). */
export function quantile(sorted: Float64Array, p: number): number {
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  const [a, b] = [sorted[low] as number, sorted[Math.min(low + 1, sorted.length - 1)] as number];
  return a + (b - a) * (at - low);
}

/** The same of numbers in any order, which it moves: only as much is put in order as the two neighbours need. */
export function quantileOf(numbers: Float64Array, p: number): number {
  const low = Math.floor((numbers.length - 1) * p);
  settle(numbers, low);
  if (low + 1 < numbers.length) settle(numbers, low + 1);
  return quantile(numbers, p);
}

/** Moves the numbers until the one at a place is the one that would stand there in order [Hoare 1961, "Find"]. */
function settle(numbers: Float64Array, place: number): void {
  let [left, right] = [0, numbers.length - 1];
  while (left < right) {
    const pivot = numbers[place] as number;
    let [i, j] = [left, right];
    while (i <= j) {
      while ((numbers[i] as number) < pivot) i++;
      while (pivot < (numbers[j] as number)) j--;
      if (i > j) break;
      const moved = numbers[i] as number;
      numbers[i++] = numbers[j] as number;
      numbers[j--] = moved;
    }
    if (j < place) left = i;
    if (place < i) right = j;
  }
}

/** The answered cells of a table in one list, to be drawn 10,000 times. */
interface Flat {
  readonly from: Float64Array;
  readonly width: Float64Array;
  /** Whether the cell is answered. */
  readonly has: Uint8Array;
}

function flat(cells: readonly (Ends | null)[]): Flat {
  return {
    from: Float64Array.from(cells, (c) => c?.from ?? 0),
    width: Float64Array.from(cells, (c) => (c === null ? 0 : c.to - c.from)),
    has: Uint8Array.from(cells, (c) => (c === null ? 0 : 1)),
  };
}

/** The averages that stand in for the unanswered cells of a row [XP2], in place. */
function fill(row: Float64Array, { has, at }: { has: Uint8Array; at: number }, priors: Float64Array): void {
  let [chance, weight] = [0, 0];
  for (let e = 0; e < row.length; e++) {
    if (has[at + e] === 0) continue;
    chance += (priors[e] as number) * (row[e] as number);
    weight += priors[e] as number;
  }
  const neutral = weight === 0 ? 1 : chance / weight;
  for (let e = 0; e < row.length; e++) if (has[at + e] === 0) row[e] = neutral;
}

/** Tables whose answers are kept at once. */
const MOST_KEPT = 64;

/**
 * Gives what was reckoned of the same table before: an answer takes a table's range and box for each of its ends, and `why` takes them again for
 * each figure. The oldest goes first; nothing depends on whether an answer was still there.
 */
function keeping<T>(): (key: string, reckon: () => T) => T {
  const kept = new Map<string, T>();
  return (key, reckon) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = reckon();
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
    kept.set(key, made);
    return made;
  };
}

const keptRanges = keeping<readonly Ends[]>();
const keptCorners = keeping<readonly Ends[]>();

/** All that a table's range and box follow from; rows that share an exponent by what they share. */
const keyOf = (table: Table): string => JSON.stringify([table.priors, table.rows, sharedExponents(table)]);

/**
 * Central 90 % of the posterior of each explanation over seeded draws [XP4]: each stated range uniform and independent, priors
 * normalised in each draw. Without any range it is the posterior itself. Kept inside the box where that is exact: it can only leave it by
 * rounding.
 */
export function drawnRanges(table: Table, { draws = DRAWS, seed = SEED }: DrawOptions = {}): readonly Ends[] {
  return keptRanges(`${draws} ${seed} ${keyOf(table)}`, () => rangesOf(table, { draws, seed }));
}

function rangesOf(table: Table, { draws, seed }: Required<DrawOptions>): readonly Ends[] {
  const point = posterior(atMiddle(table));
  if (allPoints(table)) return point.map((p) => ({ from: p, to: p }));
  const kept = drawn(table, { draws, random: seeded(seed) });
  const box = boxIsExact(table) ? corners(table) : null;
  return point.map((_, e) => {
    const all = kept.subarray(e * draws, (e + 1) * draws);
    const range = { from: quantileOf(all, 0.05), to: quantileOf(all, 0.95) };
    const limit = box?.[e] ?? range;
    return { from: Math.max(limit.from, range.from), to: Math.min(limit.to, range.to) };
  });
}

/** The posteriors of all draws, explanation by explanation, by plain products: good to about 1e-13. */
function drawn(table: Table, { draws, random }: { draws: number; random: () => number }): Float64Array {
  const n = table.priors.length;
  const start = flat(table.priors);
  const cells = flat(table.rows.flat());
  const whole = table.rows.map((row) => !row.includes(null));
  const shared = sharedExponents(table);
  const powers = new Float64Array(table.rows.length).fill(1);
  const [priors, weights, row] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const kept = new Float64Array(n * draws);
  const draw = (of: Flat, i: number) =>
    of.width[i] === 0 ? (of.from[i] as number) : (of.from[i] as number) + (of.width[i] as number) * random();
  for (let d = 0; d < draws; d++) {
    // Not normalised: a common factor of the starting chances leaves both the averages and the posterior as they are.
    for (let e = 0; e < n; e++) weights[e] = priors[e] = draw(start, e);
    for (const { ends, rows } of shared) {
      const power = isPoint(ends) ? ends.from : ends.from + (ends.to - ends.from) * random();
      for (const i of rows) powers[i] = power;
    }
    for (let i = 0; i < table.rows.length; i++) {
      const at = i * n;
      for (let e = 0; e < n; e++) row[e] = draw(cells, at + e);
      const power = powers[i] as number;
      if (power !== 1) for (let e = 0; e < n; e++) row[e] = (row[e] as number) ** power;
      if (whole[i] !== true) fill(row, { has: cells.has, at }, priors);
      multiply(weights, row);
    }
    let total = 0;
    for (let e = 0; e < n; e++) total += weights[e] as number;
    for (let e = 0; e < n; e++) kept[e * draws + d] = (weights[e] as number) / total;
  }
  return kept;
}

/** Weights times a row, brought back to size together before the largest gets too small. */
function multiply(weights: Float64Array, row: Float64Array): void {
  let top = 0;
  for (let e = 0; e < weights.length; e++) {
    const weight = (weights[e] as number) * (row[e] as number);
    weights[e] = weight;
    if (weight > top) top = weight;
  }
  if (top > 1e-100) return;
  for (let e = 0; e < weights.length; e++) weights[e] = (weights[e] as number) * 1e100;
}

type Pick = (ends: Ends, own: boolean) => number;
const HIGH: Pick = (ends, own) => (own ? ends.to : ends.from);
const LOW: Pick = (ends, own) => (own ? ends.from : ends.to);

/** The corner that is best (or worst) for one explanation: its own values at one end, the others' at the other; exponents as they are. */
function corner(table: Table, target: number, pick: Pick): Table {
  const at = (x: number): Ends => ({ from: x, to: x });
  return {
    priors: table.priors.map((ends, e) => at(pick(ends, e === target))),
    rows: table.rows.map((row) => row.map((cell, e) => cell && at(pick(cell, e === target)))),
    ...(table.exponents === undefined ? {} : { exponents: table.exponents }),
  };
}

/** Sweeps at most, and cells at most, of the search below. */
const SWEEPS = 6;
const SEARCHED = 400;

interface Shared {
  readonly ends: Ends;
  readonly rows: readonly number[];
}

/** Exponents with the rows that they are of: one stated correlation is one number, however many items it is about. */
function sharedExponents({ exponents = [] }: Table): Shared[] {
  const of = new Map<Ends, number[]>();
  exponents.forEach((ends, i) => {
    if (ends !== null) of.set(ends, [...(of.get(ends) ?? []), i]);
  });
  return [...of].map(([ends, rows]) => ({ ends, rows }));
}

/** From a corner, each value in turn to the end that is better for the target, until none helps: a bound from inside. */
function climbed(table: Table, { start, target, sign }: { start: Table; target: number; sign: 1 | -1 }): number {
  const priors = [...start.priors];
  const rows = start.rows.map((row) => [...row]);
  const exponents = [...(start.exponents ?? [])];
  const value = () => sign * (posterior(atMiddle({ priors, rows, exponents }))[target] as number);
  let best = value();
  const tryEnds = (list: (Ends | null)[], e: number, ends: Ends | null) => {
    if (ends === null || isPoint(ends)) return;
    for (const x of [ends.from, ends.to]) {
      const before = list[e] as Ends;
      list[e] = { from: x, to: x };
      const now = value();
      if (now > best) best = now;
      else list[e] = before;
    }
  };
  const tryShared = ({ ends, rows: of }: Shared) => {
    if (isPoint(ends)) return;
    for (const x of [ends.from, ends.to]) {
      const before = exponents.slice();
      for (const i of of) exponents[i] = { from: x, to: x };
      const now = value();
      if (now > best) best = now;
      else exponents.splice(0, exponents.length, ...before);
    }
  };
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const before = best;
    table.priors.forEach((ends, e) => {
      tryEnds(priors, e, ends);
    });
    table.rows.forEach((row, i) => {
      row.forEach((cell, e) => {
        tryEnds(rows[i] as (Ends | null)[], e, cell);
      });
    });
    for (const shared of sharedExponents(table)) tryShared(shared);
    if (best === before) break;
  }
  return sign * best;
}

function corners(table: Table): readonly Ends[] {
  return keptCorners(keyOf(table), () => cornersOf(table));
}

function cornersOf(table: Table): readonly Ends[] {
  const search = !boxIsExact(table) && table.priors.length * (table.rows.length + 1) <= SEARCHED;
  return table.priors.map((_, target) => {
    const at = (sign: 1 | -1) => {
      const start = corner(table, target, sign === 1 ? HIGH : LOW);
      const plain = posterior(atMiddle(start))[target] as number;
      return search ? climbed(table, { start, target, sign }) : plain;
    };
    const point = posterior(atMiddle(table))[target] as number;
    return { from: Math.min(at(-1), point), to: Math.max(at(1), point) };
  });
}

/**
 * The lowest and highest posterior of each explanation that the stated ranges allow [XP4]. Where every cell is answered, the posterior
 * rises in the explanation's own values and falls in the others', so both corners are exact. With unanswered cells, or where an exponent
 * is a range, a search by coordinates from those corners gives a bound from inside (`boxIsExact`), which the draws may widen.
 */
export function boxes(table: Table, options: DrawOptions = {}): readonly Ends[] {
  const found = corners(table);
  return boxIsExact(table) ? found : widened(found, drawnRanges(table, options));
}

/** A bound from inside, made to hold what was drawn. */
export function widened(found: readonly Ends[], ranges: readonly Ends[]): Ends[] {
  return found.map((box, e) => {
    const range = ranges[e] ?? box;
    return { from: Math.min(box.from, range.from), to: Math.max(box.to, range.to) };
  });
}

/** Whether `boxes` are the true worst and best, not a bound from inside. */
export function boxIsExact(table: Table): boolean {
  const fixed = (table.exponents ?? []).every((exponent) => exponent === null || isPoint(exponent));
  return (isComplete(table) && fixed) || allPoints(table);
}
