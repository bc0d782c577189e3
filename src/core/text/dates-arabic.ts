import type { ParsingReference } from "chrono-node";
import { casual } from "chrono-node/ar";
import data from "../data/date-words.json" with { type: "json" };
import { westernDigits } from "./fold.ts";
import { numberAt } from "./numbers.ts";
import { type DateUnit, edtfOf, type Rough, type RoughMention, withoutOverlaps } from "./rough-date.ts";

const words = data.ar;
const MONTH_OF = new Map(
  Object.entries(words.months).flatMap(([n, names]) => names.map((name) => [name, Number(n)] as const)),
);
const NAMES = [...MONTH_OF.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|");
// The Levantine name with the Gulf name beside it, `كانون الأول/ديسمبر` or `كانون الأول (ديسمبر)`, is one month.
const MONTH = `(${NAMES})(?:\\s?[/(]\\s?(?:${NAMES})\\s?\\)?)?`;
const YEAR = "(?:[،,]?\\s(?:من\\s)?(?:(?:عام|سنه|العام)\\s)?((?:19|20)\\d{2}))";
const LEFT = "(?<![\\u0621-\\u064A\\d])[وبفل]?";
const RIGHT = "(?![\\u0621-\\u064A\\d])";
const WEEKDAYS = words.weekdays.join("|");
const MODIFIERS = [...words.last, ...words.this, ...words.next].join("|");

const rule = (pattern: string) => new RegExp(`${LEFT}${pattern}${RIGHT}`, "g");
const DAY_MONTH = rule(
  `(?:(?:يوم\\s)?(?:${WEEKDAYS})[،,]?\\s(?:الموافق\\s)?)?(\\d{1,2})(?:\\s?(?:[-–و]|الي)\\s?(\\d{1,2}))?\\s(?:من\\s)?(?:شهر\\s)?${MONTH}${YEAR}?`,
);
const MONTH_YEAR = rule(`${MONTH}${YEAR}`);
const MONTH_ALONE = rule(`(?:شهر|مطلع|اواخر|منتصف|اوائل|نهايه|بدايه)\\s${MONTH}`);
// A bare month is one only behind a preposition or before "last": مارس is a verb, too.
const MONTH_BEHIND = rule(`(?<=(?:في|منذ|خلال|حتي)\\s)${MONTH}(?:\\s(?:${MODIFIERS}))?`);
const MONTH_LAST = rule(`${MONTH}\\s(?:${MODIFIERS})`);
const YEARS = rule(
  "(?:عام|سنه|عامي|اعوام|سنوات|العام|العامين)\\s((?:19|20)\\d{2})(?:\\s?(?:[-–و]|الي|حتي)\\s?((?:19|20)\\d{2}))?",
);
const NUMERIC = /(?<!\d)(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})[/-](\d{1,2})[/-](\d{4}))(?!\d)/g;
const DAYS = rule(
  "(?:(?:يوم\\s)?(?:اول\\s)?(امس)(\\sالاول)?|(?:هذا\\s)?(اليوم)(?!\\s(?:التالي|السابق|نفسه|ذاته|الذي))|(غدا))",
);
const UNITS = rule(`(${Object.keys(words.units).join("|")})\\s(${MODIFIERS})`);
const WEEKDAY = rule(`(?:يوم\\s)?(${WEEKDAYS})(?:\\s(${MODIFIERS}))?`);
const ANY_MONTH = new RegExp(NAMES);
const SINGULAR = new Map<string, DateUnit>([
  ["يوم", "day"],
  ["يوما", "day"],
  ["اسبوع", "week"],
  ["اسبوعا", "week"],
  ["شهر", "month"],
  ["شهرا", "month"],
  ["عام", "year"],
  ["عاما", "year"],
  ["سنه", "year"],
]);
const PLURAL = new Map<string, DateUnit>([
  ["ايام", "day"],
  ["اسابيع", "week"],
  ["اشهر", "month"],
  ["شهور", "month"],
  ["اعوام", "year"],
  ["سنوات", "year"],
]);
const DUALS = new Map<string, DateUnit>([
  ["يومين", "day"],
  ["اسبوعين", "week"],
  ["شهرين", "month"],
  ["عامين", "year"],
  ["سنتين", "year"],
]);
const UNIT_WORDS = [...SINGULAR.keys(), ...PLURAL.keys()].join("|");
const AGO = rule(
  `(?:قبل|منذ)\\s(?:(?:نحو|حوالي|اكثر\\sمن)\\s)?(?:((?:[^\\s]{1,12}\\s){1,3}?)?(${UNIT_WORDS})|(${[...DUALS.keys()].join("|")}))`,
);
const FUTURE = new RegExp(words.future.join("|"));

const NEAR = 30;

/** Whether the words just before a date in Arabic speak of what is to come. */
export function arabicAhead(sentence: string, at: number): boolean {
  return FUTURE.test(samePlace(sentence.slice(Math.max(0, at - NEAR), at)));
}

/** The dates in an Arabic sentence: our rules for what is written with digits, months and weekdays, chrono-node for ordinals in words and "before three days". */
export function arabicDates(sentence: string, reference: ParsingReference): RoughMention[] {
  const folded = samePlace(sentence);
  const own = [
    ...each(folded, NUMERIC, numeric),
    ...each(folded, DAY_MONTH, ([, d, last, month, year]) => dayMonth({ d, last, month, year })),
    ...each(folded, MONTH_YEAR, ([, month, year]) => ({
      is: "fixed",
      edtf: edtfOf(Number(year), MONTH_OF.get(month!)),
    })),
    ...each(folded, MONTH_LAST, ([, month]) => ({ is: "no-year", month: MONTH_OF.get(month!)! })),
    ...each(folded, MONTH_BEHIND, ([, month]) => ({ is: "no-year", month: MONTH_OF.get(month!)! })),
    ...each(folded, MONTH_ALONE, ([, month]) => ({ is: "no-year", month: MONTH_OF.get(month!)! })),
    ...years(folded),
    ...each(folded, UNITS, ([, unit, how]) => ({ is: "unit", unit: unitOf(unit!), offset: offsetOf(how!) })),
    ...each(folded, AGO, ago),
    ...each(folded, DAYS, dayWord),
    ...each(folded, WEEKDAY, weekday),
  ];
  return merged(withoutOverlaps([...own, ...byChrono(sentence, folded, reference)]), folded);
}

/** The sentence with letters and digits folded one for one, so that places stay. */
function samePlace(sentence: string): string {
  return westernDigits(
    sentence
      .replace(/[أإآٱ]/g, "ا")
      .replace(/ى/g, "ي")
      .replace(/ة/g, "ه")
      .replace(/\u00a0/g, " "),
  );
}

function each(
  text: string,
  pattern: RegExp,
  read: (m: readonly (string | undefined)[]) => Rough | null,
): RoughMention[] {
  return [...text.matchAll(pattern)].flatMap((m) => {
    const rough = read(m);
    const lead = /^[وبفل](?=\d|ال|[^\s]{3})/.exec(m[0]) !== null && !startsPlain(m[0]) ? 1 : 0;
    return rough === null ? [] : [{ start: m.index + lead, end: m.index + m[0].length, rough }];
  });
}

// Words of the rules that themselves begin with a letter that may be a clitic.
function startsPlain(words: string): boolean {
  return /^(?:فبراير|فيفري|بدايه)/.test(words);
}

function numeric([, y, m, d, day, month, year]: readonly (string | undefined)[]): Rough | null {
  const edtf = y === undefined ? edtfOf(Number(year), Number(month), Number(day)) : `${y}-${m}-${d}`;
  return { is: "fixed", edtf };
}

interface DayMonth {
  readonly d: string | undefined;
  readonly last: string | undefined;
  readonly month: string | undefined;
  readonly year: string | undefined;
}

function dayMonth({ d, last, month, year }: DayMonth): Rough | null {
  const m = MONTH_OF.get(month ?? "");
  if (m === undefined || Number(d) < 1 || Number(d) > 31) return null;
  const lastDay = last === undefined ? {} : { lastDay: Number(last) };
  if (year === undefined) return { is: "no-year", month: m, day: Number(d), ...lastDay };
  const first = edtfOf(Number(year), m, Number(d));
  return { is: "fixed", edtf: last === undefined ? first : `${first}/${edtfOf(Number(year), m, Number(last))}` };
}

/** `عام 2017 و2018` is two years, each with its own place. */
function years(text: string): RoughMention[] {
  return [...text.matchAll(YEARS)].flatMap((m) =>
    [m[1], m[2]].flatMap((year, i) => {
      if (year === undefined) return [];
      const at = i === 0 ? m[0].indexOf(year) : m[0].lastIndexOf(year);
      const start = i === 0 ? m.index : m.index + at;
      return [{ start, end: m.index + at + 4, rough: { is: "fixed", edtf: year } as const }];
    }),
  );
}

function dayWord([all, yesterday, before, today, tomorrow]: readonly (string | undefined)[]): Rough | null {
  const two = before !== undefined || /اول\sامس/.test(all ?? "");
  const offset =
    yesterday !== undefined ? (two ? -2 : -1) : today !== undefined ? 0 : tomorrow !== undefined ? 1 : null;
  return offset === null ? null : { is: "unit", unit: "day", offset };
}

function weekday([, day, how]: readonly (string | undefined)[]): Rough {
  const offset = how === undefined ? null : offsetOf(how);
  const which = offset === null ? null : offset < 0 ? "last" : offset > 0 ? "next" : "this";
  return { is: "weekday", weekday: words.weekdays.indexOf(day!), which };
}

function unitOf(word: string): DateUnit {
  return (words.units as Readonly<Record<string, string>>)[word] as DateUnit;
}

function offsetOf(word: string): number {
  return words.last.includes(word) ? -1 : words.next.includes(word) ? 1 : 0;
}

/** Ordinals in words with a month, from chrono; what it makes of anything else is left alone. */
function byChrono(sentence: string, folded: string, reference: ParsingReference): RoughMention[] {
  if (!ANY_MONTH.test(folded)) return [];
  return casual.parse(sentence, reference).flatMap((result) => {
    const start = result.index;
    const rough = ordinal(folded.slice(start, start + result.text.length), result);
    return rough === null ? [] : [{ start, end: start + result.text.length, rough }];
  });
}

/** `قبل ثلاثة أيام`, `قبل أسبوعين`, `منذ عام`; a plural without a number says too little. */
function ago([, number, unit, dual]: readonly (string | undefined)[]): Rough | null {
  if (dual !== undefined) return { is: "ago", unit: DUALS.get(dual)!, count: 2 };
  const one = SINGULAR.get(unit ?? "");
  const count = number === undefined ? (one === undefined ? null : 1) : numberOf(number.trim());
  const of = one ?? PLURAL.get(unit ?? "");
  return count === null || of === undefined || count > 5000 ? null : { is: "ago", unit: of, count };
}

function numberOf(words: string): number | null {
  const tokens = words.split(/\s/).map((norm, i) => ({ norm, lemma: norm, pos: "X" as const, start: i, end: i + 1 }));
  const run = numberAt(tokens, 0, "ar");
  return run === null || run.to !== tokens.length ? null : run.low;
}

type Result = ReturnType<typeof casual.parse>[number];

function ordinal(said: string, { start }: Result): Rough | null {
  const month = start.get("month");
  if (!start.isCertain("month") || !start.isCertain("day") || month === null || !ANY_MONTH.test(said)) return null;
  const day = start.get("day") ?? 1;
  const year = /(?:19|20)\d{2}/.exec(said)?.[0];
  return year === undefined ? { is: "no-year", month, day } : { is: "fixed", edtf: edtfOf(Number(year), month, day) };
}

/** `أمس الأحد` is one date: of two side by side the more explicit one is kept (the weekday, if they disagree), over both places. */
function merged(mentions: readonly RoughMention[], text: string): RoughMention[] {
  const out: RoughMention[] = [];
  for (const mention of mentions) {
    const before = out.at(-1);
    if (
      before === undefined ||
      !/^[\s،,(]{1,3}$/.test(text.slice(before.end, mention.start)) ||
      !pairs(before.rough, mention.rough)
    ) {
      out.push(mention);
      continue;
    }
    const rough = explicitness(mention.rough) > explicitness(before.rough) ? mention.rough : before.rough;
    out[out.length - 1] = { start: before.start, end: mention.end, rough };
  }
  return out;
}

function explicitness(rough: Rough): number {
  return { fixed: 4, "no-year": 3, unit: 1, ago: 1, period: 1, weekday: 2 }[rough.is];
}

function pairs(a: Rough, b: Rough): boolean {
  return a.is !== b.is && (a.is === "weekday" || b.is === "weekday" || (a.is === "unit" && a.unit === "day"));
}
