import type { Ends } from "./judged.ts";
import { DRAWS, SEED, seeded } from "./random.ts";
import { atMiddle, filled, isComplete, type Numbers, posterior, type Table } from "./table.ts";

export interface DrawOptions {
  readonly draws?: number;
  readonly seed?: number;
}

const isPoint = ({ from, to }: Ends) => from === to;

/** Whether every stated value is a number: then there is no range. */
function allPoints(table: Table): boolean {
  return table.priors.every(isPoint) && table.rows.every((row) => row.every((cell) => cell === null || isPoint(cell)));
}

/** Weights that multiply to far under the smallest number: a mantissa, brought back to size with its exponent kept aside. */
function weightsOf({ priors, rows }: Numbers, into: Float64Array, exponents: Int32Array): void {
  for (let e = 0; e < priors.length; e++) {
    let weight = priors[e] as number;
    let exponent = 0;
    for (const row of rows) {
      weight *= row[e] as number;
      if (weight < 1e-200) {
        weight *= 1e200;
        exponent--;
      }
    }
    into[e] = weight;
    exponents[e] = exponent;
  }
}

/** One posterior by plain products, good to about 1e-13: fast enough for 10,000 of them. */
function quickPosterior(numbers: Numbers): number[] {
  const n = numbers.priors.length;
  const weights = new Float64Array(n);
  const exponents = new Int32Array(n);
  weightsOf(numbers, weights, exponents);
  const top = exponents.reduce((a, b) => Math.max(a, b));
  const scaled = Array.from(weights, (w, e) => w * 1e-200 ** (top - (exponents[e] as number)));
  const total = scaled.reduce((a, b) => a + b, 0);
  return scaled.map((w) => w / total);
}

/** The p-quantile of sorted numbers, linear between neighbours (Hyndman and Fan's type 7). */
export function quantile(sorted: Float64Array, p: number): number {
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  const [a, b] = [sorted[low] as number, sorted[Math.min(low + 1, sorted.length - 1)] as number];
  return a + (b - a) * (at - low);
}

/**
 * Central 90 % of the posterior of each explanation over seeded draws [XP4]: each stated range uniform and independent, priors
 * normalised in each draw. Without any range it is the posterior itself. Kept inside the box, which it can only leave by rounding.
 */
export function drawnRanges(table: Table, { draws = DRAWS, seed = SEED }: DrawOptions = {}): Ends[] {
  const point = posterior(atMiddle(table));
  if (allPoints(table)) return point.map((p) => ({ from: p, to: p }));
  const random = seeded(seed);
  const draw = (ends: Ends) => (isPoint(ends) ? ends.from : ends.from + (ends.to - ends.from) * random());
  const kept = point.map(() => new Float64Array(draws));
  for (let d = 0; d < draws; d++) {
    // Not normalised: a common factor of the starting chances leaves both the averages and the posterior as they are.
    const priors = table.priors.map(draw);
    const rows = table.rows.map((row) =>
      filled(
        row.map((cell) => cell && draw(cell)),
        priors,
      ),
    );
    quickPosterior({ priors, rows }).forEach((p, e) => {
      (kept[e] as Float64Array)[d] = p;
    });
  }
  return boxes(table).map((box, e) => {
    const sorted = (kept[e] as Float64Array).sort();
    const inside = (p: number) => Math.min(box.to, Math.max(box.from, p));
    return { from: inside(quantile(sorted, 0.05)), to: inside(quantile(sorted, 0.95)) };
  });
}

type Pick = (ends: Ends, own: boolean) => number;
const HIGH: Pick = (ends, own) => (own ? ends.to : ends.from);
const LOW: Pick = (ends, own) => (own ? ends.from : ends.to);

/** The corner that is best (or worst) for one explanation: its own values at one end, the others' at the other. */
function corner(table: Table, target: number, pick: Pick): Table {
  const at = (x: number): Ends => ({ from: x, to: x });
  return {
    priors: table.priors.map((ends, e) => at(pick(ends, e === target))),
    rows: table.rows.map((row) => row.map((cell, e) => cell && at(pick(cell, e === target)))),
  };
}

/** Sweeps at most, and cells at most, of the search below. */
const SWEEPS = 6;
const SEARCHED = 400;

/** From a corner, each value in turn to the end that is better for the target, until none helps: a bound from inside. */
function climbed(table: Table, { start, target, sign }: { start: Table; target: number; sign: 1 | -1 }): number {
  const priors = [...start.priors];
  const rows = start.rows.map((row) => [...row]);
  const value = () => sign * (posterior(atMiddle({ priors, rows }))[target] as number);
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
    if (best === before) break;
  }
  return sign * best;
}

/**
 * The lowest and highest posterior of each explanation that the stated ranges allow [XP4]. Where every cell is answered, the posterior
 * rises in the explanation's own values and falls in the others', so both corners are exact. With unanswered cells a search by
 * coordinates from those corners gives a bound from inside (`boxIsExact`).
 */
export function boxes(table: Table): Ends[] {
  const search = !isComplete(table) && !allPoints(table) && table.priors.length * (table.rows.length + 1) <= SEARCHED;
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

/** Whether `boxes` are the true worst and best, not a bound from inside. */
export function boxIsExact(table: Table): boolean {
  return isComplete(table) || allPoints(table);
}
