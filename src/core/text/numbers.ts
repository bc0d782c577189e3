import data from "../data/number-words.json" with { type: "json" };
import type { Comparator } from "../model/reading.ts";
import type { Token } from "./annotation.ts";
import { westernDigits } from "./fold.ts";

/** A number in a run of tokens, `from` the first and `to` after the last. */
export interface NumberRun {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
  /** "dozens", عشرات: the range is a convention. */
  readonly vague: boolean;
  readonly inDigits: boolean;
}

export type NumberLanguage = "en" | "ar";

interface Tables {
  readonly units: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
  /** By first word, the longest first. */
  readonly vague: ReadonlyMap<string, readonly Vague[]>;
  readonly before: readonly Phrase[];
  readonly after: readonly Phrase[];
}

interface Phrase {
  readonly words: readonly string[];
  readonly comparator: Comparator;
}

interface Vague {
  readonly words: readonly string[];
  readonly low: number;
  readonly high: number;
}

function tablesOf(rows: (typeof data)["en"] | (typeof data)["ar"]): Tables {
  const map = <T>(of: object) => new Map(Object.entries(of)) as ReadonlyMap<string, T>;
  return {
    units: map(rows.units),
    scales: map(rows.scales),
    vague: vagueOf(rows.vague),
    before: phrases(rows.before),
    after: phrases(rows.after),
  };
}

function vagueOf(of: object): ReadonlyMap<string, readonly Vague[]> {
  const table = new Map<string, Vague[]>();
  for (const [phrase, [low, high]] of Object.entries(of as Record<string, readonly [number, number]>)) {
    const words = phrase.split(" ");
    table.set(words[0]!, [...(table.get(words[0]!) ?? []), { words, low, high }]);
  }
  for (const list of table.values()) list.sort((a, b) => b.words.length - a.words.length);
  return table;
}

function phrases(of: object): Phrase[] {
  return Object.entries(of as Record<string, readonly string[]>)
    .flatMap(([comparator, all]) => all.map((p) => ({ words: p.split(" "), comparator: comparator as Comparator })))
    .sort((a, b) => b.words.length - a.words.length);
}

const TABLES: Readonly<Record<NumberLanguage, Tables>> = { en: tablesOf(data.en), ar: tablesOf(data.ar) };
const DIGITS = /^\d+$|^\d{1,3}(?:,\d{3})+$|^\d+\.\d+$/;

/** The value of a token in digits: `1,200`, `3.5`, `١٢`; null for clock times, ordinals and the like. */
export function digitsValue(norm: string): number | null {
  const c = norm.charCodeAt(0);
  if (c > 57 && c < 0x660) return null;
  const plain = westernDigits(norm).replace(/٬/g, ",").replace(/٫/g, ".");
  return DIGITS.test(plain) && plain.length < 16 ? Number(plain.replace(/,/g, "")) : null;
}

/** Whether a token can start a number in words or digits. */
export function mayStartNumber(norm: string, language: NumberLanguage): boolean {
  const c = norm.charCodeAt(0);
  if (c > 47 && c < 58) return true;
  if (language === "ar" && /^و\d/.test(norm)) return true;
  return STARTS[language].has(language === "ar" ? withoutAnd(norm) : norm) || (language === "ar" && norm === "عدد");
}

const STARTS: Readonly<Record<NumberLanguage, ReadonlySet<string>>> = {
  en: new Set(["a", "tens", ...startsOf(TABLES.en)]),
  ar: new Set(startsOf(TABLES.ar)),
};

function startsOf({ units, vague, scales }: Tables): readonly string[] {
  return [...units.keys(), ...vague.keys(), ...scales.keys()].flatMap((words) => words.split(" ")[0] ?? []);
}

function withoutAnd(norm: string): string {
  if (/^و\d/.test(norm)) return norm.slice(1);
  return norm.startsWith("و") && norm.length > 3 && !TABLES.ar.units.has(norm) ? norm.slice(1) : norm;
}

/** The number that starts at a token; null when none does. */
export function numberAt(tokens: readonly Token[], at: number, language: NumberLanguage): NumberRun | null {
  return vagueAt(tokens, at, language) ?? (language === "en" ? englishAt(tokens, at) : arabicAt(tokens, at));
}

function vagueAt(tokens: readonly Token[], at: number, language: NumberLanguage): NumberRun | null {
  const first = wordAt(tokens, at, language);
  for (const { words, low, high } of TABLES[language].vague.get(first) ?? []) {
    if (!words.every((word, k) => at + k < tokens.length && wordAt(tokens, at + k, language) === word)) continue;
    if (language === "ar" && TABLES.ar.scales.has(first) && isCounted(tokens, at)) continue;
    return { from: at, to: at + words.length, low, high, vague: true, inDigits: false };
  }
  return null;
}

function wordAt(tokens: readonly Token[], at: number, language: NumberLanguage): string {
  const { norm } = tokens[at]!;
  return language === "ar" ? withoutAnd(norm) : norm;
}

/** آلاف after a number is a scale, not "thousands". */
function isCounted(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before !== undefined && (digitsValue(before.norm) !== null || TABLES.ar.units.has(before.norm));
}

/** `1,200`, `3.5 million`, `twenty-one`, `a dozen`, `two hundred and five`. */
function englishAt(tokens: readonly Token[], at: number): NumberRun | null {
  const { units, scales } = TABLES.en;
  const first = tokens[at]!;
  const digits = digitsValue(first.norm);
  const run = { from: at, vague: false, inDigits: digits !== null };
  let total = 0;
  let current =
    digits ?? units.get(first.norm) ?? (first.norm === "a" && scales.has(tokens[at + 1]?.norm ?? "") ? 1 : null);
  if (current === null) return compound(first, run);
  let to = at + 1;
  for (;;) {
    const next = tokens[to];
    if (next === undefined) break;
    const scale = scales.get(next.norm);
    const joined = /^(?:and|-)$/.test(next.norm) ? tokens[to + 1] : undefined;
    const more = units.get(joined === undefined ? next.norm : joined.norm);
    if (scale !== undefined) {
      if (scale >= 1000) {
        total = (total + current) * scale;
        current = 0;
      } else current *= scale;
      to++;
    } else if (more !== undefined && digits === null && fits(current, more, next.norm)) {
      current += more;
      to += joined === undefined ? 1 : 2;
    } else break;
  }
  const value = total + current;
  return { ...run, to, low: value, high: value };
}

/** "twenty one" and "two hundred and five" go on; "three four" and "twenty and one" don't. */
function fits(current: number, more: number, joint: string): boolean {
  if (more === 0) return false;
  if (current >= 100) return current % 100 === 0 && more < 100;
  return joint !== "and" && current >= 20 && current % 10 === 0 && more < 10;
}

/** `twenty-one` where the tagger leaves it one token. */
function compound(token: Token, run: Omit<NumberRun, "to" | "low" | "high">): NumberRun | null {
  const [tens, ones, more] = token.norm.split("-");
  if (tens === undefined || ones === undefined || more !== undefined) return null;
  const [a, b] = [TABLES.en.units.get(tens), TABLES.en.units.get(ones)];
  if (a === undefined || b === undefined || !fits(a, b, "-")) return null;
  return { ...run, to: run.from + 1, low: a + b, high: a + b };
}

/** `15`, `خمسة عشر`, `خمسة وعشرون`, `مئة وخمسون`, `ثلاثة آلاف`. */
function arabicAt(tokens: readonly Token[], at: number): NumberRun | null {
  const { units, scales } = TABLES.ar;
  const first = withoutAnd(tokens[at]!.norm);
  const digits = digitsValue(first);
  const pair = units.get(`${first} ${tokens[at + 1]?.norm ?? ""}`);
  let to = at + (pair === undefined ? 1 : 2);
  let current = digits ?? pair ?? units.get(first) ?? (scales.has(first) ? scales.get(first)! : null);
  if (current === null) return null;
  let total = 0;
  for (;;) {
    const next = tokens[to]?.norm;
    if (next === undefined) break;
    const scale = scales.get(next);
    const after = next.startsWith("و") ? units.get(next.slice(1)) : undefined;
    if (scale !== undefined && current > 0 && current < scale) {
      total += current * scale;
      current = 0;
    } else if (/^عشره?$/.test(next) && digits === null && current > 2 && current < 10) current += 10;
    else if (after !== undefined && digits === null && after > 0 && joins(current, after)) current += after;
    else break;
    to++;
  }
  const value = total + current;
  return { from: at, to, low: value, high: value, vague: false, inDigits: digits !== null };
}

/** `خمسة وعشرون` and `مئة وخمسة` go on; `ستة وثمانية` are two numbers. */
function joins(current: number, after: number): boolean {
  return current === 0 || current >= 100 || (current < 10 && after >= 20);
}

/** A comparator with the tokens it takes up beside a number. */
export interface Compared {
  readonly comparator: Comparator;
  readonly from: number;
  readonly to: number;
}

/** What is said of a number just before or after it: "at least", أكثر من, "or more"; exactly where nothing is. */
export function comparatorOf(tokens: readonly Token[], run: NumberRun, language: NumberLanguage): Compared {
  const { before, after } = TABLES[language];
  for (const { words, comparator } of before) {
    const from = run.from - words.length;
    if (from >= 0 && words.every((w, i) => same(tokens[from + i]!.norm, w, i === 0 && language === "ar"))) {
      return { comparator, from, to: run.to };
    }
  }
  for (const { words, comparator } of after) {
    if (words.every((w, i) => tokens[run.to + i]?.norm === w))
      return { comparator, from: run.from, to: run.to + words.length };
  }
  return { comparator: run.vague ? "about" : "exactly", from: run.from, to: run.to };
}

function same(norm: string, word: string, clitic: boolean): boolean {
  return norm === word || (clitic && norm.length === word.length + 1 && /^[وفبل]/.test(norm) && norm.endsWith(word));
}
