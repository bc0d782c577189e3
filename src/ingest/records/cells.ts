// What several sets write alike, read the same way.

import { type Casualties, casualtiesOf, type RecordRow } from "../../core/model/silence.ts";
import { parseIso, type When } from "../../core/model/time.ts";

/** The day of a year, month and day as numbers, where 0 or nothing means unknown; null if they are no date. */
export function dayOfParts(year: string, month: string, day: string): When | null {
  const number = (text: string) => (text === "" ? 0 : /^\d{1,4}(?:\.0)?$/.test(text) ? Number(text) : Number.NaN);
  const [y, m, d] = [number(year), number(month), number(day)];
  if (Number.isNaN(y + m + d) || y < 1000) return null;
  const two = (n: number) => String(n).padStart(2, "0");
  if (m === 0) return d === 0 ? parseIso(String(y)) : null;
  return parseIso(d === 0 ? `${y}-${two(m)}` : `${y}-${two(m)}-${two(d)}`);
}

/** An ISO date, with or without a time behind a space, as sets write it: `2031-03-04 18:00:00`, with fractions of a second. */
export function isoOf(written: string): When | null {
  const m = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(?::(\d{2}(?:\.\d{1,9})?))?(Z|[+-]\d{2}:\d{2})?$/.exec(written);
  if (m === null) return parseIso(written);
  const [, day = "", minutes = "", seconds = "00", zone = ""] = m;
  // Midnight to the second without a zone is a day in a column of times.
  if (minutes === "00:00" && Number(seconds) === 0 && zone === "") return parseIso(day);
  return parseIso(`${day}T${minutes}:${seconds.slice(0, 6)}${zone || "Z"}`);
}

/** A date from the first instant that it may be to the last. */
export function between(first: When, last: When): When {
  return first.edtf === last.edtf ? first : { edtf: `${first.edtf}/${last.edtf}`, from: first.from, to: last.to };
}

/** The band of the number killed, the attackers left out; undefined where either is not given. */
export function killedBand(killed: string, attackers = "0"): Casualties | undefined {
  const whole = (text: string) => (/^\d{1,6}(?:\.0+)?$/.test(text) ? Number(text) : Number.NaN);
  const n = whole(killed) - whole(attackers);
  if (Number.isNaN(n) || n < 0) return undefined;
  return casualtiesOf(n);
}

/** Why a date is not read, as the end of a sentence on it. */
export function whyNoDate(written: string): string {
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{1,2}:\d{2}(?::[\d.]+)?$/.test(written)) return "has a time and no time zone";
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(written)) return "is no day of the calendar in ISO's digits";
  if (/^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(written))
    return "is not an ISO date, and which number is the day is not guessed";
  if (/^\d{5}(?:\.\d+)?$/.test(written))
    return "is a spreadsheet's count of days: show the column as dates, and save it again";
  return "is not an ISO date";
}

/** The refusal of a date that is none. */
export function noDate(column: string, written: string): string {
  return written === ""
    ? `It has no ${column}. Without a date an incident can't be counted.`
    : `${column} "${written.slice(0, 40)}" ${whyNoDate(written)}.`;
}

/** A row of a set of others, with traits that nobody gives left out. */
export function recordRow(
  place: { readonly set: string; readonly line: number },
  row: Omit<RecordRow, "set" | "line" | "knownFrom" | "traits" | "lagHours"> & {
    readonly lagHours?: RecordRow["lagHours"];
    readonly knownFrom?: RecordRow["knownFrom"];
    readonly traits: { readonly [K in keyof RecordRow["traits"]]: RecordRow["traits"][K] | undefined };
  },
): RecordRow {
  const traits = Object.fromEntries(Object.entries(row.traits).filter(([, v]) => v !== undefined && v !== null));
  const leaked = row.leaked?.filter((key) => traits[key] !== undefined) ?? [];
  const { leaked: _leaked, ...rest } = row;
  return {
    ...place,
    lagHours: null,
    knownFrom: null,
    ...rest,
    traits,
    ...(leaked.length > 0 && { leaked }),
  };
}
