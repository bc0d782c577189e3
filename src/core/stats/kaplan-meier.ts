import { type Unknown, unknown } from "../model/stated.ts";
import { normalQuantile } from "./normal.ts";

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

/** The times of one kind, sorted by value. */
function sorted(times: readonly number[], keep: (i: number) => boolean): Float64Array {
  const out = new Float64Array(times.length);
  let n = 0;
  for (let i = 0; i < times.length; i++) if (keep(i)) out[n++] = times[i]!;
  return out.subarray(0, n).sort();
}

function checkTimes(times: readonly number[], observed: readonly boolean[] | undefined): void {
  if (observed !== undefined && observed.length !== times.length) {
    throw new RangeError(`kaplanMeier: ${times.length} times but ${observed.length} marks; give one mark a time.`);
  }
  for (const time of times) {
    if (!(time >= 0 && time < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`kaplanMeier: a time is ${time}; give finite times of 0 or more.`);
    }
  }
}

/** exp(−exp(ln(−ln S) ± z·se(ln(−ln S)))), Kalbfleisch & Prentice; stays inside 0 to 1. */
export function logLog(s: number, greenwood: number, z: number): number {
  const l = Math.log(s);
  return Math.exp(l * Math.exp((z * Math.sqrt(greenwood)) / Math.abs(l)));
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
  checkTimes(times, observed);
  const { level = 0.95 } = options;
  if (!(level > 0 && level < 1)) throw new RangeError(`kaplanMeier: level is ${level}; give one between 0 and 1.`);
  if (times.length === 0) return unknown("no-times");
  const z = normalQuantile((1 + level) / 2);
  const events = sorted(times, (i) => observed === undefined || observed[i] === true);
  const ends = sorted(times, (i) => observed !== undefined && observed[i] !== true);
  return curve(events, ends, z);
}

function curve(events: Float64Array, ends: Float64Array, z: number): KaplanMeier {
  const at: number[] = [];
  const survival: number[] = [];
  const lower: (number | null)[] = [];
  const upper: (number | null)[] = [];
  const se: (number | null)[] = [];
  const atRisk: number[] = [];
  const deaths: number[] = [];
  const censored: number[] = [];
  let i = 0;
  let j = 0;
  let s = 1;
  let greenwood = 0;
  while (i < events.length || j < ends.length) {
    const time = Math.min(events[i] ?? Number.POSITIVE_INFINITY, ends[j] ?? Number.POSITIVE_INFINITY);
    const n = events.length - i + (ends.length - j);
    const firstEvent = i;
    const firstEnd = j;
    while (i < events.length && events[i] === time) i++;
    while (j < ends.length && ends[j] === time) j++;
    const d = i - firstEvent;
    s *= (n - d) / n;
    if (d > 0 && d < n) greenwood += d / (n * (n - d));
    const inside = s > 0 && s < 1;
    at.push(time);
    survival.push(s);
    lower.push(inside ? logLog(s, greenwood, z) : null);
    upper.push(inside ? logLog(s, greenwood, -z) : null);
    se.push(s > 0 ? s * Math.sqrt(greenwood) : null);
    atRisk.push(n);
    deaths.push(d);
    censored.push(j - firstEnd);
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
