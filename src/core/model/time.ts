// The only file of the core, with text/dates.ts, that touches Date.

/** A moment in UTC as `2031-03-03T06:10:00.000Z`: always 24 characters, so order is order of code units. */
export type Instant = string;

/**
 * A time as far as it is known: EDTF (ISO 8601-2) as stated, and the instants it spans, `from` inclusive, `to` exclusive.
 * `null` means open on that side. An exact instant has `to` one millisecond after `from`.
 */
export interface When {
  readonly edtf: string;
  readonly from: Instant | null;
  readonly to: Instant | null;
}

const HOUR = 3_600_000;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Whether the text is an instant in our one spelling, and a real one. */
export function isInstant(text: string): boolean {
  return INSTANT.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;
}

/** The instant of a number of milliseconds since 1970 in UTC. */
export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString();
}

/** Milliseconds since 1970 of an instant. */
export function millis(instant: Instant): number {
  return Date.parse(instant);
}

/** The instant `hours` later (earlier when negative). */
export function addHours(instant: Instant, hours: number): Instant {
  return instantOf(millis(instant) + hours * HOUR);
}

/** An exact moment as a `When`. */
export function exactly(instant: Instant): When {
  return { edtf: `${instant.slice(0, 19)}Z`, from: instant, to: instantOf(millis(instant) + 1) };
}

/** The whole day `2031-03-03` in UTC. */
export function wholeDay(day: string): When {
  const from = `${day}T00:00:00.000Z`;
  return { edtf: day, from, to: addHours(from, 24) };
}

/** Whether the time is one exact instant. */
export function isExact(when: When): boolean {
  return when.from !== null && when.to !== null && millis(when.to) - millis(when.from) <= 1;
}

/** The latest possible instant of a time, inclusive; null when open. */
export function latest(when: When): Instant | null {
  return when.to === null ? null : instantOf(millis(when.to) - 1);
}

/** Hours from one time to another as the smallest and the largest possible value; null when either end is open. */
export function hoursBetween(first: When, second: When): { readonly from: number; readonly to: number } | null {
  if (first.from === null || first.to === null || second.from === null || second.to === null) return null;
  const exact = isExact(first) && isExact(second);
  if (exact) {
    const hours = (millis(second.from) - millis(first.from)) / HOUR;
    return { from: hours, to: hours };
  }
  const end = (when: When) => (isExact(when) ? millis(when.from as Instant) : millis(when.to as Instant));
  return { from: (millis(second.from) - end(first)) / HOUR, to: (end(second) - millis(first.from)) / HOUR };
}

const DAYS =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/**
 * The time of an ISO 8601 year, month, day or date and time; null if it is none, or no real date.
 * A date and time without a zone is taken as UTC. The whole of EDTF is read by `text/dates.ts`.
 */
export function parseIso(text: string): When | null {
  const m = DAYS.exec(text.trim());
  if (!m) return null;
  const [, y, mo, d, h, mi, s, frac, zone] = m;
  if (h !== undefined) {
    const written = `${y}-${mo}-${d}T${h}:${mi}:${s ?? "00"}.${(frac ?? "0").padEnd(3, "0")}`;
    const day = new Date(`${y}-${mo}-${d}T00:00:00.000Z`);
    const ms = Date.parse(`${written}${zone ?? "Z"}`);
    if (Number.isNaN(ms) || Number.isNaN(day.getTime()) || day.getUTCDate() !== Number(d)) return null;
    const from = instantOf(ms);
    return s === undefined ? { edtf: `${from.slice(0, 16)}Z`, from, to: instantOf(ms + 60_000) } : exactly(from);
  }
  const year = Number(y);
  const month = mo === undefined ? 0 : Number(mo) - 1;
  const first = Date.UTC(year, month, d === undefined ? 1 : Number(d));
  const next =
    d !== undefined ? first + 24 * HOUR : mo !== undefined ? Date.UTC(year, month + 1, 1) : Date.UTC(year + 1, 0, 1);
  const made = new Date(first);
  if (mo !== undefined && (made.getUTCMonth() !== month || (d !== undefined && made.getUTCDate() !== Number(d))))
    return null;
  return { edtf: text.trim(), from: instantOf(first), to: instantOf(next) };
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** An instant as `4 Mar 2031, 18:00 UTC`. */
export function instantInWords(instant: Instant): string {
  return `${dayInWords(instant)}, ${instant.slice(11, 16)} UTC`;
}

/** The day of an instant as `4 Mar 2031`. */
export function dayInWords(instant: Instant): string {
  return `${Number(instant.slice(8, 10))} ${MONTHS[Number(instant.slice(5, 7)) - 1]} ${Number(instant.slice(0, 4))}`;
}

/** A time in words, only as precise as it is: `2031`, `Mar 2031`, `3 Mar 2031`, `3 Mar 2031, 06:10 UTC`; else the EDTF itself. */
export function whenInWords(when: When): string {
  const { edtf, from } = when;
  if (from === null) return edtf;
  if (/^\d{4}$/.test(edtf)) return edtf;
  if (/^\d{4}-\d{2}$/.test(edtf)) return `${MONTHS[Number(edtf.slice(5, 7)) - 1]} ${edtf.slice(0, 4)}`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(edtf)) return dayInWords(from);
  if (/^\d{4}-\d{2}-\d{2}T/.test(edtf)) return instantInWords(from);
  return edtf;
}
