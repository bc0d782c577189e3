import type { ParsingReference } from "chrono-node";
import { Chrono, configuration, type ParsedResult, type Parser } from "chrono-node/en";
import data from "../data/date-words.json" with { type: "json" };
import { type DateUnit, edtfOf, type Rough, type RoughMention, two, withoutOverlaps } from "./rough-date.ts";

// Times of day have no zone in reports, so the parsers that look for them are left out.
const LEFT_OUT = /TimeExpressionParser$|CasualTimeParser$/;

type Test = (sentence: string) => boolean;

/** A test that several parsers ask of one sentence in turn, made once. */
function asked(pattern: RegExp): Test {
  let last = "";
  let answer = false;
  return (sentence) => {
    if (sentence !== last) {
      last = sentence;
      answer = pattern.test(sentence);
    }
    return answer;
  };
}

const DIGIT = asked(/\d/);
const ORDINAL = asked(/\d|first|second|third|[efhnrx]th/i);
const MONTH = asked(/jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i);
/** What a sentence must hold for a parser to find anything in it, by the parser's name: most sentences spare most parsers' longer patterns. */
const NEEDS: Readonly<Record<string, Test>> = {
  ISOFormatParser: DIGIT,
  SlashDateFormatParser: DIGIT,
  ENSlashMonthFormatParser: DIGIT,
  ENYearMonthDayParser: DIGIT,
  ENYearMonthNameParser: (sentence) => MONTH(sentence) && DIGIT(sentence),
  ENMonthNameParser: MONTH,
  ENMonthNameLittleEndianParser: (sentence) => MONTH(sentence) && ORDINAL(sentence),
  ENMonthNameMiddleEndianParser: (sentence) => MONTH(sentence) && ORDINAL(sentence),
  ENWeekdayParser: asked(/(?:\b|on|this|last|past|next)(?:sun|mon|tue|wed|thu|fri|sat|week(?:end|day))/i),
  ENRelativeDateFormatParser: asked(/(?:this|last|past|next)\s*[dhmqswy]/i),
  ENTimeUnitAgoFormatParser: asked(/ago|before|earlier/i),
  ENTimeUnitLaterFormatParser: asked(/later|after|from now|henceforth|forward|out\b/i),
  ENTimeUnitCasualRelativeFormatParser: asked(
    /(?:this|last|past|next|after|[+-])\s*(?:\d|half|an?\b|few|several|the|(?:a\s*)?couple|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|about|around)/i,
  ),
  ENCasualDateParser: asked(/now|day|night|morrow|tmr/i),
  ENEndOfCurrentMonthParser: asked(/of\s+(?:the\s+)?month/i),
  // Finds spans of time ("in two weeks"), which are no dates of ours but for a number of four digits; they stand in the way of others' finds.
  ENTimeUnitWithinFormatParser: DIGIT,
};
const ALWAYS_WITH_OTHERS = "ENTimeUnitWithinFormatParser";

interface Parsers {
  readonly all: readonly Parser[];
  readonly needs: readonly Test[];
  readonly refiners: Chrono["refiners"];
  /** By the bits of the parsers in it. */
  readonly some: Map<number, Chrono>;
}

let shared: Parsers | null = null;

function parsers(): Parsers {
  if (shared === null) {
    const { parsers, refiners } = configuration.createCasualConfiguration(false);
    const all = parsers.filter((p) => !LEFT_OUT.test(p.constructor.name));
    const needs = all.map((p) => NEEDS[p.constructor.name] ?? (() => true));
    shared = { all, needs, refiners, some: new Map() };
  }
  return shared;
}

/** A chrono with the parsers that may find something in the sentence; null where none may. */
function chronoFor(sentence: string): Chrono | null {
  const { all, needs, refiners, some } = parsers();
  let bits = 0;
  for (let i = 0; i < needs.length; i++) if (needs[i]!(sentence)) bits |= 1 << i;
  if (bits === 0) return null;
  let chrono = some.get(bits);
  if (chrono === undefined) {
    const parsers = all.filter((p, i) => (bits & (1 << i)) !== 0 || p.constructor.name === ALWAYS_WITH_OTHERS);
    chrono = new Chrono({ parsers, refiners });
    some.set(bits, chrono);
  }
  return chrono;
}

const words = data.en;
const MAY_HOLD = new RegExp(words.mayHoldDate, "i");
const BEFORE_YEAR = new Set(words.beforeYear);
const NOT_AFTER_YEAR = new Set(words.notAfterYear);
const NOT_DATES = new Set(words.notDates);
const FUTURE = new RegExp(`\\b(?:${words.future.join("|")})\\b`, "i");
const IDIOM = new RegExp(`^['’]s (?:${words.todaysIdioms.join("|")})\\b`, "i");

const NEAR = 40;

/** Whether the words just before a date speak of what is to come, so that "on Tuesday" may be the next one. */
export function looksAhead(sentence: string, at: number): boolean {
  return FUTURE.test(sentence.slice(Math.max(0, at - NEAR), at));
}

/** The dates in an English sentence, by chrono-node with our own rules for bare years, idioms and precision; spans count from the sentence. */
export function englishDates(sentence: string, reference: ParsingReference): RoughMention[] {
  if (!MAY_HOLD.test(sentence)) return [];
  const results = chronoFor(sentence)?.parse(sentence, reference) ?? [];
  const found = results.flatMap((result) => fromChrono(result, sentence) ?? []);
  return withoutOverlaps([...found, ...decades(sentence), ...bareYears(sentence)]);
}

function fromChrono(result: ParsedResult, sentence: string): RoughMention | null {
  const lead = /^(?:on|in|at|the|of|from|,|\s)+\s/i.exec(result.text)?.[0].length ?? 0;
  const start = result.index + lead;
  const end = result.index + result.text.trimEnd().length;
  const said = sentence.slice(start, end);
  if (
    NOT_DATES.has(said) ||
    NOT_DATES.has(said.toLowerCase().replace(/^(?:may|march)$/, "")) ||
    isIdiom(said, sentence, end)
  ) {
    return null;
  }
  const rough = roughOf(said.toLowerCase(), result);
  return rough === null ? null : (fromEarlierDay(sentence, { start, end, rough }) ?? { start, end, rough });
}

/** "Between 3 and 5 March", of which chrono sees the second day only. */
function fromEarlierDay(sentence: string, { start, end, rough }: RoughMention): RoughMention | null {
  const before = /\bbetween (\d{1,2}) and $/i.exec(sentence.slice(Math.max(0, start - 20), start));
  const first = Number(before?.[1] ?? 0);
  if (before === null || first < 1 || first > 31) return null;
  const from = start - before[0].length + "between ".length;
  if (rough.is === "no-year" && rough.day !== undefined)
    return { start: from, end, rough: { ...rough, day: first, lastDay: rough.day } };
  if (rough.is !== "fixed" || !/^\d{4}-\d{2}-\d{2}$/.test(rough.edtf)) return null;
  return { start: from, end, rough: { is: "fixed", edtf: `${rough.edtf.slice(0, 8)}${two(first)}/${rough.edtf}` } };
}

// A verb or a noun as often as a month or day, unless it is written as one.
const SMALL = /^(?:march|may|mar|sun|sat|wed|mon)\b/;

function isIdiom(said: string, sentence: string, end: number): boolean {
  if (SMALL.test(said)) return true;
  return /^today$/i.test(said) && IDIOM.test(sentence.slice(end, end + 20));
}

function roughOf(said: string, result: ParsedResult): Rough | null {
  if (/\d{4}/.test(said)) return absolute(said, result);
  const slash = /^(\d{1,2})[/.-](\d{1,2})$/.exec(said);
  if (slash !== null || /\b(?:later|after|before|within|from now|hence)\b/.test(said)) return null;
  return relative(said) ?? dayOrMonth(result);
}

/** A date with its year, as precise as it is written. */
function absolute(said: string, result: ParsedResult): Rough | null {
  const slash = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(said);
  if (slash !== null) return slashed(Number(slash[1]), Number(slash[2]), Number(slash[3]));
  const first = certainDate(result.start);
  // chrono gives null here, whatever its types say.
  const last = result.end == null ? null : certainDate(result.end);
  if (first === null) return null;
  return { is: "fixed", edtf: last === null || last === first ? first : `${first}/${last}` };
}

/** 3/4/2031 may be either day: EDTF's "one of a set". */
function slashed(a: number, b: number, year: number): Rough | null {
  const day = (month: number, d: number) =>
    month >= 1 && month <= 12 && d >= 1 && d <= 31 ? edtfOf(year, month, d) : null;
  const both = [day(a, b), day(b, a)].filter((edtf) => edtf !== null);
  const [first, second] = [...new Set(both)].sort();
  if (first === undefined) return null;
  return { is: "fixed", edtf: second === undefined ? first : `[${first},${second}]` };
}

type Components = ParsedResult["start"];

function certainDate(parts: Components): string | null {
  const year = parts.get("year");
  if (year === null || year < 1000 || year > 9999) return null;
  if (!parts.isCertain("month")) return edtfOf(year);
  const month = parts.get("month") ?? 1;
  return parts.isCertain("day") ? edtfOf(year, month, parts.get("day") ?? 1) : edtfOf(year, month);
}

/** A month with or without a day, or a weekday, whose year or week the reader is left to tell. */
function dayOrMonth({ start, end, text }: ParsedResult): Rough | null {
  if (!NAMES_DAY_OR_MONTH.test(text)) return null;
  const month = start.get("month") ?? 0;
  if (start.isCertain("month") && start.isCertain("day")) {
    const lastDay =
      end?.isCertain("day") === true && end.get("month") === month ? { lastDay: end.get("day") ?? 0 } : {};
    return { is: "no-year", month, day: start.get("day") ?? 1, ...lastDay };
  }
  if (start.isCertain("month")) return { is: "no-year", month };
  const weekday = start.get("weekday");
  return start.isCertain("weekday") && weekday !== null ? { is: "weekday", weekday, which: null } : null;
}

const UNIT = "(day|week|month|year)s?";
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const AGO = new RegExp(`^(?:about |some |nearly |almost |over )?(\\d+|[a-z]+) ${UNIT} (?:ago|earlier)$`);
const PERIOD = new RegExp(`^(?:the )?(past|last|previous|next|coming) (?:(\\d+|[a-z]+) )?${UNIT}$`);
const CALENDAR = /^(?:the )?(last|this|next|current|previous|past) (day|week|month|year)$/;
const WEEKDAY = "(sun(?:day)?|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?)";
const NAMED_DAY = new RegExp(`^(?:the )?(?:(last|this|next|past|coming|previous) )?${WEEKDAY}\\.?$`);
const NAMES_DAY_OR_MONTH = new RegExp(`\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|${WEEKDAY}\\b)`, "i");
const OFFSETS: Readonly<Record<string, number>> = { last: -1, previous: -1, this: 0, current: 0, next: 1 };

/** "yesterday", "last week", "two months ago", "the past three days", "next Friday"; null for anything else. */
function relative(said: string): Rough | null {
  if (/^(?:yesterday|last night)/.test(said)) return { is: "unit", unit: "day", offset: -1 };
  if (/^(?:today|tonight|this (?:morning|afternoon|evening))/.test(said)) return { is: "unit", unit: "day", offset: 0 };
  if (/^tomorrow/.test(said)) return { is: "unit", unit: "day", offset: 1 };
  const named = NAMED_DAY.exec(said);
  if (named !== null) return { is: "weekday", weekday: DAYS.indexOf(named[2]!.slice(0, 3)), which: which(named[1]) };
  const calendar = CALENDAR.exec(said);
  const offset = calendar === null ? undefined : OFFSETS[calendar[1]!];
  if (calendar !== null && offset !== undefined) return { is: "unit", unit: calendar[2] as DateUnit, offset };
  const ago = AGO.exec(said);
  if (ago !== null) return counted("ago", ago[1]!, ago[2] as DateUnit);
  const period = PERIOD.exec(said);
  if (period === null) return null;
  const back = counted("period", period[2] ?? "one", period[3] as DateUnit);
  return back !== null && back.is === "period" && /next|coming/.test(period[1]!)
    ? { ...back, count: -back.count }
    : back;
}

function which(word: string | undefined): "last" | "this" | "next" | null {
  if (word === undefined) return null;
  if (word === "next" || word === "coming") return "next";
  return word === "this" ? "this" : "last";
}

function counted(is: "ago" | "period", word: string, unit: DateUnit): Rough | null {
  const count = /^\d+$/.test(word) ? Number(word) : NUMBERS[word];
  return count === undefined || count > 5000 ? null : { is, unit, count };
}

const YEAR = /(?<![\d.,:/$€£#-])((?:19|20)\d{2})(?:[-–]((?:19|20)?\d{2})(?!\d))?(?![\d:%$/-]|[.,]\d)/g;

/** "In 2017 and 2018", "the 2019 attack", "2017–18": years that stand alone. */
function bareYears(sentence: string): RoughMention[] {
  const out: RoughMention[] = [];
  let joined = -1;
  for (const m of sentence.matchAll(YEAR)) {
    const start = m.index;
    const before = sentence.slice(Math.max(0, start - 24), start);
    const end = start + m[0].length;
    const follows = joined >= 0 && /^(?:,| (?:and|or|to))+ $/.test(sentence.slice(joined, start));
    if (!follows && !standsAsYear(before, sentence.slice(end, end + 24))) continue;
    joined = end;
    const rough = {
      is: "fixed",
      edtf: m[2] === undefined ? m[1]! : `${m[1]}/${m[1]!.slice(0, 4 - m[2].length)}${m[2]}`,
    } as const;
    out.push({ start, end, rough });
  }
  return out;
}

function standsAsYear(before: string, after: string): boolean {
  const last = /(?<![a-z])([a-z]+)[\s-]{0,3}$/i.exec(before.replace(/['’]s\s*$/, " s "))?.[1]?.toLowerCase();
  const next = /^\s+([a-z]+)/i.exec(after)?.[1]?.toLowerCase();
  if (/\($/.test(before) && /^\)/.test(after)) return true;
  if (/^(?:in|since|during)$/.test(last ?? "")) return true;
  if (next !== undefined && NOT_AFTER_YEAR.has(next)) return false;
  return last !== undefined && BEFORE_YEAR.has(last) && /[\s-]$/.test(before);
}

/** "the 1990s" is EDTF 199X. */
function decades(sentence: string): RoughMention[] {
  return [...sentence.matchAll(/\b((?:19|20)\d)0s\b/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    rough: { is: "fixed", edtf: `${m[1]}X` },
  }));
}
