import { type Unknown, unknown } from "../model/stated.ts";
import { normalQuantile } from "./normal.ts";
import { sortedTimes } from "./sorted.ts";

/** The Kaplan–Meier curve, one entry for each distinct time, events and censorings alike. */
export interface KaplanMeier {
  /** Distinct times, rising, in the unit given (hours by convention). */
  readonly at: readonly number[];
  /** S(t) just after each time. */
  readonly survival: readonly number[];
  /** Log-log interval; null where S is 0 or 1, where there is none. */
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  /** Greenwood's standard error of S(t); null where S is 0. */
  readonly se: readonly (number | null)[];
  readonly atRisk: readonly number[];
  readonly events: readonly number[];
  readonly censored: readonly number[];
}

export interface KaplanMeierOptions {
  /** Probability of the interval, .95 by default. */
  readonly level?: number;
}

/** Events and censorings apart, each sorted; a RangeError names what can't be a time. */
function split(
  times: readonly number[],
  observed: readonly boolean[] | undefined,
): readonly [Float64Array, Float64Array] {
  if (observed !== undefined && observed.length !== times.length) {
    throw new RangeError(`kaplanMeier: ${times.length} times but ${observed.length} marks; give one mark a time.`);
  }
  const events = new Float64Array(times.length);
  const ends = new Float64Array(observed === undefined ? 0 : times.length);
  let i = 0;
  let j = 0;
  for (let k = 0; k < times.length; k++) {
    const time = times[k]!;
    if (!(time >= 0 && time < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`kaplanMeier: a time is ${time}; give finite times of 0 or more.`);
    }
    // + 0 turns −0 into 0.
    if (observed === undefined || observed[k] === true) events[i++] = time + 0;
    else ends[j++] = time + 0;
  }
  return [sortedTimes(events.subarray(0, i)), sortedTimes(ends.subarray(0, j))];
}

/**
 * The Kaplan–Meier estimate of the survival function of exact times, with Greenwood's errors and log-log intervals [SI3].
 * At a tie the events come before the censorings. No times at all: unknown, reason `no-times`.
 *
 * @param times finite, 0 or more; else RangeError
 * @param observed true for an event, false for a censored time; all events when left out
 */
export function kaplanMeier(
  times: readonly number[],
  observed?: readonly boolean[],
  options: KaplanMeierOptions = {},
): KaplanMeier | Unknown {
  const { level = 0.95 } = options;
  if (!(level > 0 && level < 1)) throw new RangeError(`kaplanMeier: level is ${level}; give one between 0 and 1.`);
  const [events, ends] = split(times, observed);
  if (times.length === 0) return unknown("no-times");
  return curve(events, ends, normalQuantile((1 + level) / 2));
}

/** How many distinct times there are in two sorted lists together. */
function distinct(events: Float64Array, ends: Float64Array): number {
  let m = 0;
  let i = 0;
  let j = 0;
  while (i < events.length || j < ends.length) {
    const time = Math.min(events[i] ?? Number.POSITIVE_INFINITY, ends[j] ?? Number.POSITIVE_INFINITY);
    while (i < events.length && events[i] === time) i++;
    while (j < ends.length && ends[j] === time) j++;
    m++;
  }
  return m;
}

/** The curve of sorted times; its interval is S^exp(± z·se/|ln S|), se Greenwood's of ln S (Kalbfleisch and Prentice). Arrays are made in their full size, and between two events the same bounds stand: a million rows are then quick. */
function curve(events: Float64Array, ends: Float64Array, z: number): KaplanMeier {
  const m = distinct(events, ends);
  const at = new Array<number>(m);
  const survival = new Array<number>(m);
  const lower = new Array<number | null>(m);
  const upper = new Array<number | null>(m);
  const se = new Array<number | null>(m);
  const atRisk = new Array<number>(m);
  const deaths = new Array<number>(m);
  const censored = new Array<number>(m);
  let i = 0;
  let j = 0;
  let s = 1;
  let greenwood = 0;
  for (let k = 0; k < m; k++) {
    const time = Math.min(events[i] ?? Number.POSITIVE_INFINITY, ends[j] ?? Number.POSITIVE_INFINITY);
    const n = events.length - i + (ends.length - j);
    const firstEvent = i;
    const firstEnd = j;
    while (i < events.length && events[i] === time) i++;
    while (j < ends.length && ends[j] === time) j++;
    const d = i - firstEvent;
    at[k] = time;
    atRisk[k] = n;
    deaths[k] = d;
    censored[k] = j - firstEnd;
    if (d === 0 && k > 0) {
      survival[k] = s;
      lower[k] = lower[k - 1]!;
      upper[k] = upper[k - 1]!;
      se[k] = se[k - 1]!;
      continue;
    }
    s *= (n - d) / n;
    if (d > 0 && d < n) greenwood += d / (n * (n - d));
    const error = Math.sqrt(greenwood);
    survival[k] = s;
    se[k] = s > 0 ? s * error : null;
    if (s > 0 && s < 1) {
      const ln = Math.log(s);
      const spread = Math.exp((z * error) / -ln);
      lower[k] = Math.exp(ln * spread);
      upper[k] = Math.exp(ln / spread);
    } else {
      lower[k] = null;
      upper[k] = null;
    }
  }
  return { at, survival, lower, upper, se, atRisk, events: deaths, censored };
}

/**
 * The time by which a share p has had the event: the smallest t with S(t) ≤ 1 − p, and the midpoint of the step when
 * S = 1 − p exactly [SI3]. Unknown, reason `not-reached`, where the curve ends above.
 */
export function survivalQuantile(km: KaplanMeier, p: number): number | Unknown {
  if (!(p > 0 && p < 1)) throw new RangeError(`survivalQuantile: p is ${p}; give a share between 0 and 1.`);
  // A product of ratios is off by a few ulp from the 1 − p it equals in exact arithmetic.
  const same = (s: number) => Math.abs(s - (1 - p)) <= 1e-12;
  const i = km.survival.findIndex((s) => s <= 1 - p || same(s));
  if (i < 0) return unknown("not-reached");
  if (!same(km.survival[i]!)) return km.at[i]!;
  const next = km.survival.findIndex((s, k) => k > i && s < km.survival[i]!);
  return next < 0 ? km.at[i]! : (km.at[i]! + km.at[next]!) / 2;
}
