// What markup says of a document, made fit to keep: short, one line, a real date, a whole address.

import { type Problem, problem } from "../core/model/problem.ts";
import type { Language } from "../core/model/reading.ts";
import { addHours, parseIso, type When } from "../core/model/time.ts";
import { LONGEST_FIELD } from "./types.ts";

/** The words on one line, at most 500 characters; undefined if nothing is left. */
export function fieldOf(words: string | null | undefined): string | undefined {
  if (typeof words !== "string") return undefined;
  // Cut before the clean-up: a field can be as long as the file.
  const line = words
    .slice(0, 10 * LONGEST_FIELD)
    .replace(/[\s\x00-\x1f\x7f-\x9f]+/g, " ")
    .trim();
  return line === "" ? undefined : wellFormed(line.slice(0, LONGEST_FIELD)).trimEnd();
}

/** The words with U+FFFD for each half of a pair that stands alone, which no UTF-8 can write. */
function wellFormed(words: string): string {
  return words.replace(/\p{Surrogate}/gu, "\ufffd");
}

/** The primary subtag of a language tag, or undefined if it is none. */
export function languageTag(tag: string | null | undefined): Language | undefined {
  const primary = /^([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*$/.exec((tag ?? "").trim())?.[1]?.toLowerCase();
  return primary === "und" ? undefined : primary;
}

/** A whole http address without its fragment, or undefined. */
export function addressOf(written: string | null | undefined, base?: string): string | undefined {
  if (typeof written !== "string" || written.length > 2_000) return undefined;
  const address = parsed(written.trim(), base);
  if (!address || (address.protocol !== "http:" && address.protocol !== "https:")) return undefined;
  address.hash = "";
  return address.href.length > 2_000 ? undefined : address.href;
}

function parsed(written: string, base: string | undefined): URL | null {
  try {
    return new URL(written, base);
  } catch {
    return null;
  }
}

const ISO_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|z|UTC|GMT|[+-]\d{2}:?\d{2})?$/;
const EARLIEST_ZONE = 14;
const LATEST_ZONE = 12;

/** A time of publication as markup writes it, and what is to be said about it. Only ISO 8601: the order of day and month is never guessed. */
export function publishedOf(name: string, written: string): { readonly when?: When; readonly problem?: Problem } {
  const field = fieldOf(written) ?? "";
  const m = ISO_TIME.exec(field);
  if (m) return timeOf(name, field, [m[1]!, m[2]!.replace(/(\.\d{3})\d+$/, "$1"), m[3]]);
  const when = parseIso(field);
  if (when) return { when };
  return { problem: problem("published-unreadable", { name, written: field.slice(0, 80) }) };
}

function timeOf(name: string, written: string, [day, time, zone]: readonly [string, string, string | undefined]) {
  const colon =
    zone
      ?.toUpperCase()
      .replace(/^(?:UTC|GMT)$/, "Z")
      .replace(/^([+-]\d{2}):?(\d{2})$/, "$1:$2") ?? "";
  const when = parseIso(`${day}T${time}${colon}`);
  if (!when || when.from === null || when.to === null) {
    return { problem: problem("published-unreadable", { name, written: written.slice(0, 80) }) };
  }
  if (zone !== undefined) return { when };
  // Clocks on earth run from 14 h before to 12 h after UTC, so the moment is known no better.
  const wide = { edtf: day, from: addHours(when.from, -EARLIEST_ZONE), to: addHours(when.to, LATEST_ZONE) };
  return { when: wide, problem: problem("published-without-zone", { name, written: written.slice(0, 80) }) };
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const RFC822 =
  /^(?:[A-Za-z]{3,9},?\s{1,3})?(\d{1,2})\s{1,3}([A-Za-z]{3})[a-z]{0,6}\s{1,3}(\d{4}|\d{2})(?:\s{1,3}(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s{1,3}([A-Za-z]{1,4}|[+-]\d{4}))?)?/;
/** The zones that RFC 822 names, as hours. */
const ZONES: Readonly<Record<string, string>> = {
  ut: "Z",
  utc: "Z",
  gmt: "Z",
  z: "Z",
  est: "-05:00",
  edt: "-04:00",
  cst: "-06:00",
  cdt: "-05:00",
  mst: "-07:00",
  mdt: "-06:00",
  pst: "-08:00",
  pdt: "-07:00",
};

/** The time of a mail or an RSS item (RFC 822 and its heirs) in ISO 8601; other spellings come back as they are. */
export function isoOfMailTime(written: string): string {
  const m = RFC822.exec(written.trim().slice(0, 80));
  const month = MONTHS.indexOf(m?.[2]?.toLowerCase() ?? "") + 1;
  if (m === null || month === 0) return written;
  const [, day = "", , y = "", hour, minute, second = "00", zone = ""] = m;
  const year = y.length === 4 ? y : `${Number(y) < 50 ? "20" : "19"}${y}`;
  const date = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (hour === undefined) return date;
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : (ZONES[zone.toLowerCase()] ?? "");
  return `${date}T${hour.padStart(2, "0")}:${minute}:${second}${offset}`;
}

/** The day on which a file says it was made, as the day of publication for want of a better one, and told as such. */
export function publishedByFile(name: string, written: string | undefined) {
  const day = /^(?:D:)?(\d{4})-?(\d{2})-?(\d{2})/.exec(written ?? "");
  const when = day === null ? null : parseIso(`${day[1]}-${day[2]}-${day[3]}`);
  if (when === null) return { problems: [] };
  return { published: when, problems: [problem("published-by-file", { name, day: when.edtf })] };
}
