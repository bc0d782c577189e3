import { type Unknown, unknown } from "../model/stated.ts";
import { checkLag, type Lag } from "./lag.ts";
import { normalQuantile } from "./normal.ts";

/** The nonparametric maximum-likelihood estimate of the survival function of interval-censored times (Turnbull 1976). */
export interface Turnbull {
  /** Where each mass ends: Infinity as null. S is known only between the intervals. */
  readonly at: readonly (number | null)[];
  /** S just after each interval. */
  readonly survival: readonly number[];
  /** Log-log interval from the observed information; null where there is none. */
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  readonly se: readonly (number | null)[];
  /** The innermost intervals that hold mass, (from, to], `to: null` = never in the follow-up; `from === to` a point. */
  readonly intervals: readonly { readonly from: number; readonly to: number | null }[];
  readonly masses: readonly number[];
  readonly logLikelihood: number;
  /** The largest (1/n) Σᵢ Aᵢⱼ/(Aᵢ·s): at most 1 + 1e-9 at the maximum [SI3]. */
  readonly kkt: number;
  /** Dates enter as (0, 1] and (L − 1, L + 1] days. */
  readonly form: "as-given" | "interval-form";
}

export interface TurnbullOptions {
  /** Probability of the intervals, .95 by default. */
  readonly level?: number;
}

const DAY = 24;
/** KKT: max ≤ 1 + this. */
const WITHIN = 1e-9;

/** A lag as an interval; two dates in the interval form of SI2. */
function asInterval(lag: Lag): readonly [from: number, to: number] {
  if ("days" in lag) return lag.days === 0 ? [0, DAY] : [DAY * (lag.days - 1), DAY * (lag.days + 1)];
  return [lag.from, lag.to ?? Number.POSITIVE_INFINITY];
}

/** Distinct observations as ranges [first, last] of the innermost intervals. */
interface Problem {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly counts: Float64Array;
  readonly n: number;
}

/** An end on the line: at one value an exact time lies before what begins after it. */
interface End {
  readonly value: number;
  /** 0: just before the value, 1: at it, 2: just after it. */
  readonly rank: number;
  readonly isLeft: boolean;
}

const order = (a: End, b: End) =>
  (a.value === b.value ? 0 : a.value - b.value) || a.rank - b.rank || Number(b.isLeft) - Number(a.isLeft);

function problemOf(lags: readonly Lag[]): Problem {
  const pairs = lags
    .map(asInterval)
    .filter(([l, u]) => !(l === 0 && u === Number.POSITIVE_INFINITY))
    .sort((a, b) => a[0] - b[0] || (a[1] === b[1] ? 0 : a[1] - b[1]));
  const distinct: (readonly [number, number])[] = [];
  const counts: number[] = [];
  for (const pair of pairs) {
    const last = distinct.at(-1);
    if (last !== undefined && last[0] === pair[0] && last[1] === pair[1]) counts[counts.length - 1]!++;
    else {
      distinct.push(pair);
      counts.push(1);
    }
  }
  const startOf = ([l, u]: readonly [number, number]): End => ({ value: l, rank: l === u ? 0 : 2, isLeft: true });
  const endOf = ([, u]: readonly [number, number]): End => ({ value: u, rank: 1, isLeft: false });
  const ends = distinct.flatMap((p) => [startOf(p), endOf(p)]).sort(order);
  const lefts: End[] = [];
  const rights: End[] = [];
  ends.forEach((end, i) => {
    const before = ends[i - 1];
    if (!end.isLeft && before?.isLeft === true) {
      lefts.push(before);
      rights.push(end);
    }
  });
  const first = Int32Array.from(distinct, (p) => search(lefts, startOf(p)));
  const last = Int32Array.from(distinct, (p) => search(rights, endOf(p), true));
  return {
    ...{ left: lefts.map((e) => e.value), right: rights.map((e) => e.value), first, last },
    ...{ counts: Float64Array.from(counts), n: pairs.length },
  };
}

/** The first place not before the end; with `upTo` the last place not after it. */
function search(list: readonly End[], end: End, upTo = false): number {
  let lo = 0;
  let hi = list.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    const c = order(list[mid]!, end);
    if (upTo ? c <= 0 : c < 0) lo = mid + 1;
    else hi = mid;
  }
  return upTo ? lo - 1 : lo;
}

/** Aᵢ·s for every observation, by running sums. */
function chances({ first, last }: Problem, s: Float64Array, out: Float64Array): void {
  const running = new Float64Array(s.length + 1);
  for (let j = 0; j < s.length; j++) running[j + 1] = running[j]! + s[j]!;
  for (let i = 0; i < first.length; i++) {
    // Few terms are added one by one: a difference of running sums would lose the digits of a small mass.
    if (last[i]! - first[i]! < 8) {
      let sum = 0;
      for (let j = first[i]!; j <= last[i]!; j++) sum += s[j]!;
      out[i] = sum;
    } else out[i] = running[last[i]! + 1]! - running[first[i]!]!;
  }
}

/** (1/n) Σᵢ cᵢAᵢⱼ/(Aᵢ·s) for every j: 1 where there is mass at the maximum, at most 1 elsewhere. */
function slopes({ first, last, counts, n }: Problem, u: Float64Array, out: Float64Array): void {
  const steps = new Float64Array(out.length + 1);
  for (let i = 0; i < u.length; i++) {
    const w = counts[i]! / u[i]!;
    steps[first[i]!]! += w;
    steps[last[i]! + 1]! -= w;
  }
  let sum = 0;
  for (let j = 0; j < out.length; j++) {
    sum += steps[j]!;
    out[j] = sum / n;
  }
}

function lnLikelihood({ counts }: Problem, u: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < u.length; i++) sum += counts[i]! * Math.log(u[i]!);
  return sum;
}

/** Σᵢ cᵢAᵢⱼAᵢₖ/(nuᵢ²) on the chosen intervals. */
function curvature({ first, last, counts, n }: Problem, u: Float64Array, chosen: readonly number[]): Float64Array {
  const m = chosen.length;
  const q = new Float64Array(m * m);
  const from = new Int32Array(u.length);
  const to = new Int32Array(u.length);
  for (let i = 0; i < u.length; i++) {
    from[i] = lowerBound(chosen, first[i]!);
    to[i] = lowerBound(chosen, last[i]! + 1) - 1;
  }
  // Each observation adds its weight to a square of the matrix: corners first, then running sums in both directions.
  const d = new Float64Array((m + 1) * (m + 1));
  for (let i = 0; i < u.length; i++) {
    if (to[i]! < from[i]!) continue;
    const w = counts[i]! / (n * u[i]! * u[i]!);
    const [a, b] = [from[i]!, to[i]! + 1];
    d[a * (m + 1) + a]! += w;
    d[a * (m + 1) + b]! -= w;
    d[b * (m + 1) + a]! -= w;
    d[b * (m + 1) + b]! += w;
  }
  for (let r = 0; r < m; r++) {
    let row = 0;
    for (let c = 0; c < m; c++) {
      row += d[r * (m + 1) + c]!;
      q[r * m + c] = row + (r > 0 ? q[(r - 1) * m + c]! : 0);
    }
  }
  return q;
}

function lowerBound(list: readonly number[], value: number): number {
  let lo = 0;
  let hi = list.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (list[mid]! < value) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

/** Solves Qx = c on the given rows by Cholesky, a hair of ridge on the diagonal; null where it can't. */
function solveOn(
  q: Float64Array,
  m: number,
  { c, rows }: { readonly c: Float64Array; readonly rows: readonly number[] },
): Float64Array | null {
  const k = rows.length;
  const l = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = q[rows[i]! * m + rows[j]!]!;
      if (i === j) sum *= 1 + 1e-12;
      for (let t = 0; t < j; t++) sum -= l[i * k + t]! * l[j * k + t]!;
      if (i === j) {
        if (!(sum > 0)) return null;
        l[i * k + i] = Math.sqrt(sum);
      } else l[i * k + j] = sum / l[j * k + j]!;
    }
  }
  const x = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    let sum = c[rows[i]!]!;
    for (let t = 0; t < i; t++) sum -= l[i * k + t]! * x[t]!;
    x[i] = sum / l[i * k + i]!;
  }
  for (let i = k - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let t = i + 1; t < k; t++) sum -= l[t * k + i]! * x[t]!;
    x[i] = sum / l[i * k + i]!;
  }
  return x;
}

/** The x ≥ 0 that maximises c′x − x′Qx/2 (Lawson and Hanson's active set), from a set of rows held above 0. */
function nonNegative(q: Float64Array, c: Float64Array, start: readonly number[]): Float64Array {
  const m = c.length;
  let rows = [...start];
  let x = new Float64Array(m);
  for (let round = 0; round < 3 * m + 10; round++) {
    let solved = solveOn(q, m, { c, rows });
    // Back towards the last point until none is below 0; those at 0 leave.
    while (solved !== null && rows.some((_, i) => solved![i]! <= 0)) {
      let step = 1;
      rows.forEach((r, i) => {
        if (solved![i]! <= 0) step = Math.min(step, x[r]! / (x[r]! - solved![i]!));
      });
      const moved = new Float64Array(m);
      rows.forEach((r, i) => {
        moved[r] = Math.max(0, x[r]! + step * (solved![i]! - x[r]!));
      });
      const kept = rows.filter((r, i) => moved[r]! > 1e-15 || solved![i]! > 0);
      rows = kept.length < rows.length ? kept : rows.filter((_, i) => solved![i]! > 0);
      x = moved;
      solved = solveOn(q, m, { c, rows });
    }
    if (solved === null) return x;
    x = new Float64Array(m);
    rows.forEach((r, i) => {
      x[r] = solved![i]!;
    });
    let best = -1;
    let gain = 1e-12;
    for (let j = 0; j < m; j++) {
      if (x[j]! > 0) continue;
      let w = c[j]!;
      for (let k = 0; k < m; k++) w -= q[j * m + k]! * x[k]!;
      if (w > gain && !rows.includes(j)) {
        gain = w;
        best = j;
      }
    }
    if (best < 0) return x;
    rows = [...rows, best].sort((a, b) => a - b);
  }
  return x;
}

interface Found {
  readonly s: Float64Array;
  readonly u: Float64Array;
  readonly kkt: number;
}

/**
 * The masses, by the constrained Newton method (Wang 2007, JRSS B 69, 185–198): a quadratic on the support and the places where the slope is
 * highest between its points, solved under x ≥ 0, then a halved step; steps of EM before and where it does not rise.
 */
function maximise(p: Problem): Found {
  const m = p.left.length;
  let s: Float64Array = new Float64Array(m).fill(1 / m);
  const u = new Float64Array(p.first.length);
  const g = new Float64Array(m);
  const look = () => {
    chances(p, s, u);
    slopes(p, u, g);
  };
  const em = () => {
    for (let j = 0; j < m; j++) s[j]! *= g[j]!;
    look();
  };
  look();
  for (let i = 0; i < 30; i++) em();
  let kkt = highest(g);
  for (let round = 0; round < 500 && kkt > 1 + WITHIN; round++) {
    const next = newtonStep(p, { s, u, g });
    if (next === null) em();
    else {
      s = next;
      look();
    }
    kkt = highest(g);
  }
  // The last digits of the masses: a support that is right is put on the maximum by its own quadratic.
  for (let i = 0; i < 2; i++) {
    const next = newtonStep(p, { s, u, g });
    if (next === null) break;
    s = next;
    look();
  }
  return { s, u, kkt: highest(g) };
}

const highest = (g: Float64Array) => g.reduce((a, b) => Math.max(a, b), 0);

/** The support with the steepest place between each two of its points. */
function chosenOf(s: Float64Array, g: Float64Array): readonly number[] {
  const chosen: number[] = [];
  let best = -1;
  const flush = () => {
    if (best >= 0) chosen.push(best);
    best = -1;
  };
  for (let j = 0; j < s.length; j++) {
    if (s[j]! > 1e-13 && !(s[j]! < 1e-6 && g[j]! < 1 - 1e-4)) {
      flush();
      chosen.push(j);
    } else if (g[j]! > 1 + 1e-10 && (best < 0 || g[j]! > g[best]!)) best = j;
  }
  flush();
  return chosen;
}

function newtonStep(
  p: Problem,
  { s, u, g }: { readonly s: Float64Array; readonly u: Float64Array; readonly g: Float64Array },
): Float64Array | null {
  const chosen = chosenOf(s, g);
  const held = new Float64Array(s.length);
  for (const j of chosen) held[j] = s[j]!;
  const q = curvature(p, u, chosen);
  const c = Float64Array.from(chosen, (j) => 2 * g[j]! - 1);
  const start = chosen.flatMap((j, i) => (s[j]! > 1e-13 ? [i] : []));
  const x = nonNegative(q, c, start);
  const target = new Float64Array(s.length);
  chosen.forEach((j, i) => {
    target[j] = x[i]!;
  });
  const before = lnLikelihood(p, u);
  const next = new Float64Array(s.length);
  const at = new Float64Array(u.length);
  for (let step = 1; step > 1e-8; step /= 2) {
    let total = 0;
    for (let j = 0; j < s.length; j++) {
      next[j] = s[j]! + step * (target[j]! - s[j]!);
      total += next[j]!;
    }
    if (!(total > 0)) continue;
    for (let j = 0; j < s.length; j++) next[j]! /= total;
    chances(p, next, at);
    const value = lnLikelihood(p, at);
    if (value >= before - 1e-13 * Math.abs(before) && at.every((v) => v > 0)) return next;
  }
  return null;
}

/** Standard errors of S after each mass, from the inverse information of all masses but the last; null where it has none. */
function errors(p: Problem, { s, u }: Found, support: readonly number[]): readonly (number | null)[] {
  const m = support.length;
  if (m < 2) return support.map(() => null);
  const q = curvature(p, u, support);
  const last = m - 1;
  const k = last;
  const info = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      info[i * k + j] = p.n * (q[i * m + j]! - q[i * m + last]! - q[last * m + j]! + q[last * m + last]!);
    }
  }
  const rows = Array.from({ length: k }, (_, i) => i);
  return support.map((_, at) => {
    if (at === last || s[support[at]!] === 0) return null;
    // Var Σ_{j ≤ at} s_j = 1′V1 over the first masses.
    const ones = Float64Array.from(rows, (i) => (i <= at ? 1 : 0));
    const x = solveOn(info, k, { c: ones, rows });
    const variance = x === null ? Number.NaN : rows.reduce((sum, i) => sum + ones[i]! * x[i]!, 0);
    return variance > 0 ? Math.sqrt(variance) : null;
  });
}

/** The log-log bound of S on one side, from the square of its relative error. */
function logLog(s: number, greenwood: number, z: number): number {
  const ln = Math.log(s);
  return Math.exp(ln * Math.exp((z * Math.sqrt(greenwood)) / -ln));
}

/**
 * Turnbull's estimate for lags that are intervals, exact or silent, stopped on the KKT condition and never on a small change [SI3]. Masses sit on
 * innermost intervals; where within one is not known. Dates enter in the interval form, and the answer says so.
 * Unknown, reason `no-lags`, where no lag says anything.
 */
export function turnbull(intervals: readonly Lag[], options: TurnbullOptions = {}): Turnbull | Unknown {
  const { level = 0.95 } = options;
  if (!(level > 0 && level < 1)) throw new RangeError(`turnbull: level is ${level}; give one between 0 and 1.`);
  for (const lag of intervals) checkLag("turnbull", lag);
  const p = problemOf(intervals);
  if (p.n === 0) return unknown("no-lags");
  const found = maximise(p);
  const support = Array.from(found.s.keys()).filter((j) => found.s[j]! > 1e-12);
  // What is dropped is under 1e-12 of the whole.
  const kept = support.reduce((sum, j) => sum + found.s[j]!, 0);
  const masses = support.map((j) => found.s[j]! / kept);
  const se = errors(p, found, support);
  const z = normalQuantile((1 + level) / 2);
  let before = 0;
  const survival = masses.map((mass) => {
    before += mass;
    return Math.max(0, 1 - before);
  });
  const at = (j: number) => (p.right[j] === Number.POSITIVE_INFINITY ? null : p.right[j]!);
  const bounds = (side: number) =>
    survival.map((v, i) => {
      const error = se[i]!;
      return error === null || v <= 1e-12 || v >= 1 ? null : logLog(v, (error / v) ** 2, side * z);
    });
  survival[survival.length - 1] = 0;
  return {
    ...{ at: support.map(at), survival, lower: bounds(1), upper: bounds(-1), se },
    intervals: support.map((j) => ({ from: p.left[j]!, to: at(j) })),
    masses,
    ...{ logLikelihood: lnLikelihood(p, found.u), kkt: found.kkt },
    form: intervals.some((l) => "days" in l) ? "interval-form" : "as-given",
  };
}

/** S(t) of a Turnbull curve: the mass of the intervals that end by t has gone, of one that holds t a straight-line part. */
export function turnbullAt({ intervals, masses }: Turnbull, t: number): number {
  let s = 1;
  intervals.forEach(({ from, to }, i) => {
    if (to === null) return;
    if (to <= t) s -= masses[i]!;
    else if (from < t) s -= masses[i]! * ((t - from) / (to - from));
  });
  return Math.max(0, s);
}
