// With model/time.ts the only file of the core that touches Date.

import edtf from "edtf";
import type { DateMention } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import { instantOf, isInstant, parseIso, type When } from "../model/time.ts";
import type { AnnotatedSentence } from "./annotation.ts";
import { arabicAhead, arabicDates } from "./dates-arabic.ts";
import { englishDates, looksAhead } from "./dates-english.ts";
import { type DateUnit, edtfOf, type Rough, type RoughMention } from "./rough-date.ts";

const DAY = 86_400_000;
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const EARLIEST = Date.parse("0000-01-01T00:00:00.000Z");
const SEASON = /^(-?\d{4})-(2[1-4])$/;

/**
 * The time of an EDTF string (ISO 8601-2, levels 0 to 2), or null where it is none or lies outside the years 0 to 9999.
 * `~`, `?` and `%` stay in the string and do not widen the instants; a season is somewhere in its year and the winter after.
 */
export function parseWhen(text: string): When | null {
  const iso = parseIso(text);
  // The year 9999 ends in one that an instant can't hold.
  if (iso !== null) return isInstant(iso.to ?? "") ? iso : null;
  const season = SEASON.exec(text.trim());
  if (season !== null) return seasonOf(text.trim(), Number(season[1]));
  try {
    const { min, max } = edtf(text.trim());
    const from = bound(min);
    const to = bound(max);
    if (from === undefined || to === undefined) return null;
    return {
      edtf: text.trim(),
      from: from === null ? null : instantOf(from),
      to: to === null ? null : instantOf(to + 1),
    };
  } catch {
    return null;
  }
}

/** Null for an open side, undefined for a year that an instant can't hold. */
function bound(ms: number | null): number | null | undefined {
  if (ms === null || !Number.isFinite(ms)) return null;
  return ms < EARLIEST || ms >= LATEST ? undefined : ms;
}

// The edtf package reads a season as a quarter; a spring is another one south of the equator, and a winter passes the year's end.
function seasonOf(text: string, year: number): When | null {
  if (year < 0 || year > 9998) return null;
  return { edtf: text, from: instantOf(Date.UTC(year, 0, 1)), to: instantOf(Date.UTC(year + 1, 2, 1)) };
}

/** What the dates of a text come to. */
export interface DatesFound {
  readonly dates: readonly DateMention[];
  /** Relative dates left out because the day of publication is not known, in order. */
  readonly leftOut: readonly Span[];
}

/**
 * The dates in a text, in order [ST8]. A relative date ("on Tuesday", "13 March" without a year) is resolved against the
 * publication and marked so; without a publication known to the day it is left out.
 */
export function findDates(text: string, sentences: readonly AnnotatedSentence[], published: When | null): DatesFound {
  const day = publicationDay(published);
  // Without a zone chrono answers by the machine's clock.
  const reference = { instant: new Date(day ?? Date.UTC(2000, 0, 1, 12)), timezone: 0 };
  const dates: DateMention[] = [];
  const leftOut: Span[] = [];
  for (const { start, end, language } of sentences) {
    const words = text.slice(start, end);
    const arabic = language === "ar";
    const found = arabic
      ? arabicDates(words, reference)
      : language === "en"
        ? englishDates(words, reference)
        : isoDates(words);
    for (const mention of found) {
      const future = arabic ? arabicAhead(words, mention.start) : looksAhead(words, mention.start);
      const when = whenOf(resolved(mention.rough, { day, future }));
      const span = { start: start + mention.start, end: start + mention.end };
      if (when !== null) dates.push({ span, when, relative: mention.rough.is !== "fixed" });
      else if (mention.rough.is !== "fixed") leftOut.push(span);
    }
  }
  return { dates, leftOut };
}

/** In a language without date rules: what is written as an ISO day. */
function isoDates(words: string): RoughMention[] {
  return [...words.matchAll(/(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    rough: { is: "fixed", edtf: m[0] },
  }));
}

/** Noon of the day of publication in UTC, in milliseconds; null where it is not known to the day. */
function publicationDay(published: When | null): number | null {
  if (published === null || published.from === null || published.to === null) return null;
  const from = Date.parse(published.from);
  if (Date.parse(published.to) - from > 2 * DAY) return null;
  return Math.floor(from / DAY) * DAY + DAY / 2;
}

const whens = new Map<string, When | null>();
const MOST_WHENS = 10_000;

/** The time of an EDTF string, remembered: a text names the same few days again and again. */
function whenOf(text: string | null): When | null {
  if (text === null) return null;
  let when = whens.get(text);
  if (when === undefined) {
    if (whens.size >= MOST_WHENS) whens.clear();
    when = readWhen(text);
    whens.set(text, when);
  }
  return when;
}

function readWhen(text: string): When | null {
  const [first, last] = text.split("/");
  if (last === undefined) return parseWhen(text);
  const from = parseIso(first!);
  const to = parseIso(last);
  return from === null || to === null || from.from! > to.from! ? null : { edtf: text, from: from.from, to: to.to };
}

interface Context {
  /** Noon of the day of publication. */
  readonly day: number | null;
  readonly future: boolean;
}

function resolved(rough: Rough, { day, future }: Context): string | null {
  if (rough.is === "fixed") return rough.edtf;
  if (day === null) return null;
  switch (rough.is) {
    case "no-year":
      return withYear(rough, day, future);
    case "weekday":
      return dayText(weekdayNear(rough, day, future));
    case "unit":
      return calendarUnit(day, rough.unit, rough.offset);
    case "ago":
      return longAgo(day, rough.unit, rough.count);
    case "period":
      return period(day, rough.unit, rough.count);
  }
}

function dayText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** The nearest such day or month that is not after publication, or the nearest at all where the sentence looks ahead. */
function withYear(rough: Extract<Rough, { is: "no-year" }>, day: number, future: boolean): string {
  const year = new Date(day).getUTCFullYear();
  const at = (y: number) => Date.UTC(y, rough.month - 1, rough.day ?? 1);
  const years = [year - 1, year, year + 1].filter((y) => future || at(y) <= day);
  const near = years.reduce((a, b) => (Math.abs(at(b) - day) < Math.abs(at(a) - day) ? b : a));
  const first = edtfOf(near, rough.month, rough.day);
  return rough.lastDay === undefined ? first : `${first}/${edtfOf(near, rough.month, rough.lastDay)}`;
}

/** "On Tuesday" in a report is the last Tuesday, publication day included, unless the sentence looks ahead. */
function weekdayNear({ weekday, which }: Extract<Rough, { is: "weekday" }>, day: number, future: boolean): number {
  const today = new Date(day).getUTCDay();
  const back = (today - weekday + 7) % 7;
  const ahead = (weekday - today + 7) % 7;
  if (which === "last") return day - (back === 0 ? 7 : back) * DAY;
  if (which === "next") return day + (ahead === 0 ? 7 : ahead) * DAY;
  return future && back !== 0 ? day + ahead * DAY : day - back * DAY;
}

/** The calendar day, week (Monday to Sunday), month or year `offset` away from the present one. */
function calendarUnit(day: number, unit: DateUnit, offset: number): string {
  const now = new Date(day);
  if (unit === "day") return dayText(day + offset * DAY);
  if (unit === "year") return edtfOf(now.getUTCFullYear() + offset);
  if (unit === "month")
    return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1)).toISOString().slice(0, 7);
  const monday = day - ((now.getUTCDay() + 6) % 7) * DAY + offset * 7 * DAY;
  return `${dayText(monday)}/${dayText(monday + 6 * DAY)}`;
}

/** No more precise than its unit: "three weeks ago" is a day within three of it, "two months ago" a month. */
function longAgo(day: number, unit: DateUnit, count: number): string {
  if (unit !== "week") return calendarUnit(day, unit, -count);
  const middle = day - count * 7 * DAY;
  return `${dayText(middle - 3 * DAY)}/${dayText(middle + 3 * DAY)}`;
}

function period(day: number, unit: DateUnit, count: number): string {
  const now = new Date(day);
  const days = unit === "day" ? count : unit === "week" ? 7 * count : 0;
  const months = unit === "month" ? count : unit === "year" ? 12 * count : 0;
  const other = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, now.getUTCDate() - days, 12);
  return other <= day ? `${dayText(other)}/${dayText(day)}` : `${dayText(day)}/${dayText(other)}`;
}
