import { hoursBetween, isExact, millis, type When } from "../model/time.ts";
import { integrate } from "../stats/integrate.ts";
import { type AnyLag, type Hearing, heardAt } from "./heard.ts";

/**
 * A silence known only as an interval of hours [SI2]. `rise`: over so many hours at either end its chance rises from 0, the span of the
 * finer of the two times: half of the width for two whole days (the default), 0 where one clock time is known.
 */
export interface HoursRange {
  readonly from: number;
  readonly to: number;
  readonly rise?: number;
}

/** How long a silence is at its ends and in the middle; equal for an exact one. */
export interface HoursEnds {
  readonly from: number;
  readonly middle: number;
  readonly to: number;
}

/** Throws a RangeError that names the value unless the hours can be those of a silence. */
export function checkHours(where: string, hours: number | HoursRange): void {
  if (typeof hours === "number") {
    if (!(hours >= 0)) throw new RangeError(`${where}: hours is ${hours}; give 0 or more.`);
    return;
  }
  const { from, to, rise } = hours;
  if (!(Number.isFinite(from) && Number.isFinite(to) && from <= to && to >= 0)) {
    throw new RangeError(`${where}: hours is ${from} to ${to}; give the smaller first and an end of 0 or more.`);
  }
  if (rise !== undefined && !(rise >= 0 && rise <= (to - from) / 2)) {
    throw new RangeError(`${where}: rise is ${rise} h; give 0 to half of the ${to - from} h between the ends.`);
  }
}

/** The ends and the middle of a silence. Hours before the attack are no silence: an interval that begins there is cut at 0. */
export function hoursEnds(hours: number | HoursRange): HoursEnds {
  if (typeof hours === "number") return { from: hours, middle: hours, to: hours };
  const from = Math.max(0, hours.from);
  return { from, middle: (from + hours.to) / 2, to: hours.to };
}

/** The hours from an attack to the end of what was watched; null where a time is open or the end lies before the attack. */
export function silentHours(attack: When, until: When): HoursRange | null {
  const between = hoursBetween(attack, until);
  if (between === null || between.to < 0 || (between.to === 0 && between.from < 0)) return null;
  const span = (w: When) => (isExact(w) ? 0 : (millis(w.to as string) - millis(w.from as string)) / 3_600_000);
  return { ...between, rise: Math.min(span(attack), span(until), (between.to - between.from) / 2) };
}

/** The mean of F, or of what was heard of it, over the silence, both clock times uniform in their spans, given that the silence is of 0 h or more [SI2]. */
export function meanByNow(lag: AnyLag, hours: number | HoursRange, hearing: Hearing = {}): number {
  const byNow = (t: number) => heardAt(lag, t, hearing).byNow;
  if (typeof hours === "number" || hours.from === hours.to) return byNow(typeof hours === "number" ? hours : hours.to);
  const { from, to, rise = (to - from) / 2 } = hours;
  const weight = (t: number) => (rise === 0 ? 1 : Math.min(1, (t - from) / rise, (to - t) / rise));
  const cuts = [from, from + rise, to - rise, to].map((t) => Math.max(0, t));
  const over = (f: (t: number) => number) =>
    [0, 1, 2].reduce((sum, i) => sum + integrate(f, [cuts[i]!, cuts[i + 1]!], 1e-12 * (to - from)), 0);
  const whole = over(weight);
  return whole === 0 ? byNow(to) : over((t) => weight(t) * byNow(t)) / whole;
}
