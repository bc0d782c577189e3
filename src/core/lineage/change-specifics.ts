import words from "../data/change-words.json" with { type: "json" };
import type { Change } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import type { Word } from "../text/words.ts";
import type { Vocabulary } from "./prepare.ts";
import { phraseIn, type Side, wholeOf } from "./side.ts";
import { nameKey } from "./specifics.ts";

const MONTHS = new Set(words.months.split(" "));
const DAYS = new Set(words.days.split(" "));
/** Phrases before a number with what they say of it, the longest first: "no fewer than" is not "fewer than". */
const COMPARATORS = Object.entries(words.comparators)
  .flatMap(([comparator, phrases]) => phrases.map((p) => ({ comparator, list: p.split(" ") })))
  .sort((x, y) => y.list.length - x.list.length);

/** Dates and numbers changed or lost, their comparators, and "as of" markers lost [LI7]. */
export function specificChanges(a: Side, b: Side, vocabulary: Vocabulary): readonly Change[] {
  return [...dateChanges(a, b), ...numberChanges(a, b, vocabulary), ...asOfChanges(a, b)];
}

interface Dated {
  readonly span: Span;
  /** Month, day of the week, day, year: folded words and values. */
  readonly parts: ReadonlySet<string>;
}

/** Dates by month, day of the week or year, with the numbers beside them. */
function datesOf(side: Side): readonly Dated[] {
  const dates: Dated[] = [];
  const taken = new Set<number>();
  side.words.forEach((word, i) => {
    if (taken.has(i) || !isDateWord(word)) return;
    const places = [i];
    for (const k of [i - 1, i + 1, i + 2]) {
      const near = side.words[k];
      if (near !== undefined && !taken.has(k) && (isDayOrYear(near) || (k > i && isDateWord(near)))) places.push(k);
    }
    for (const k of places) taken.add(k);
    const used = places.sort((p, q) => p - q).map((k) => side.words[k] as Word);
    const [first, last] = [used[0] as Word, used[used.length - 1] as Word];
    dates.push({ span: { start: first.start, end: last.end }, parts: new Set(used.map((w) => w.stem)) });
  });
  return dates;
}

function isDateWord(word: Word): boolean {
  if (word.number !== undefined) return isYear(word);
  const arabic = /\p{Script=Arabic}/u.test(word.norm);
  return (word.capital || arabic) && (MONTHS.has(word.norm) || DAYS.has(word.norm));
}

function isYear({ number, norm }: Word): boolean {
  return number !== undefined && /^(?:1[89]|20|21)\d\d$/.test(norm);
}

function isDayOrYear(word: Word): boolean {
  return isYear(word) || (word.number !== undefined && /^\d\d?$/.test(word.norm) && word.number <= 31);
}

function dateChanges(a: Side, b: Side): readonly Change[] {
  const theirs = datesOf(b);
  const changes: Change[] = [];
  const known = new Set(b.text.sentences.flatMap((s) => s.words.map((w) => w.stem)));
  for (const date of datesOf(a)) {
    const match = theirs.find((d) => [...d.parts].some((p) => date.parts.has(p)));
    const lost = [...date.parts].filter((p) => !known.has(p));
    if (match !== undefined) {
      const differs = [...match.parts].some((p) => !a.stems.has(p)) && lost.length > 0;
      if (differs) changes.push({ class: "date", a: date.span, b: match.span, weight: 0.8 });
      else if (lost.length > 0) changes.push({ class: "date", a: date.span, b: match.span, weight: 0.3 });
    } else if (theirs.length === 1 && lost.length > 0 && [...(theirs[0] as Dated).parts].every((p) => !a.stems.has(p)))
      changes.push({ class: "date", a: date.span, b: (theirs[0] as Dated).span, weight: 0.8 });
    else if (lost.length > 0) changes.push({ class: "date", a: date.span, b: wholeOf(b), weight: 0.4 });
  }
  return changes;
}

interface Counted {
  readonly word: Word;
  readonly comparator: string;
  readonly span: Span;
  /** Stems of the words counted: up to three telling ones that follow. */
  readonly what: readonly string[];
}

/** Numbers that count something: not dates. */
function countsOf(side: Side, vocabulary: Vocabulary): readonly Counted[] {
  const dates = datesOf(side);
  const counts: Counted[] = [];
  side.words.forEach((word, i) => {
    if (word.number === undefined || dates.some((d) => d.span.start <= word.start && word.end <= d.span.end)) return;
    const after = side.words
      .slice(i + 1, i + 5)
      .filter((w) => w.number === undefined && vocabulary.words.of(w.stem) >= 1.5);
    const { comparator, start } = comparatorBefore(side, i);
    counts.push({ word, comparator, span: { start, end: word.end }, what: after.slice(0, 2).map((w) => w.stem) });
  });
  return counts;
}

function comparatorBefore(side: Side, i: number): { readonly comparator: string; readonly start: number } {
  for (const { comparator, list } of COMPARATORS) {
    const from = i - list.length;
    if (from >= 0 && list.every((w, k) => side.norms[from + k] === w))
      return { comparator, start: (side.words[from] as Word).start };
  }
  return { comparator: "exactly", start: (side.words[i] as Word).start };
}

function numberChanges(a: Side, b: Side, vocabulary: Vocabulary): readonly Change[] {
  const theirs = countsOf(b, vocabulary);
  const changes: Change[] = [];
  for (const count of countsOf(a, vocabulary)) {
    const same = theirs.find((c) => c.word.number === count.word.number);
    if (same !== undefined) {
      if (same.comparator !== count.comparator)
        changes.push({ class: "comparator", a: count.span, b: same.span, weight: 0.5 });
      continue;
    }
    const other = theirs.find((c) => !a.stems.has(c.word.stem) && c.what.some((w) => count.what.includes(w)));
    if (other !== undefined) changes.push({ class: "number", a: count.span, b: other.span, weight: 0.9 });
    else if (!b.text.known.has(`#${count.word.stem}`))
      changes.push({ class: "number", a: count.span, b: wholeOf(b), weight: 0.4 });
  }
  return changes;
}

function asOfChanges(a: Side, b: Side): readonly Change[] {
  const marker = phraseIn(a, words.asOf);
  if (marker === null || phraseIn(b, words.asOf) !== null) return [];
  return [{ class: "as-of-lost", a: marker, b: wholeOf(b), weight: 0.4 }];
}

/** The only name of one side replaced by the only new name of the other, where the rest stays [LI7]. */
export function entityChanges(a: Side, b: Side): readonly Change[] {
  const [gone, come] = [newNames(a, b), newNames(b, a)];
  const [x, y] = [gone[0], come[0]];
  if (x === undefined || y === undefined || gone.length !== 1 || come.length !== 1) return [];
  return a.text.known.has(nameKey(y.norm))
    ? []
    : [{ class: "entity-replaced", a: spanOf(x), b: spanOf(y), weight: 0.7 }];
}

/** Runs of names that the other side lacks, one word for each run. */
export function newNames(side: Side, other: Side): readonly Word[] {
  const keys = new Set(other.words.map((w) => nameKey(w.norm)));
  const ids = (s: Side) =>
    s.text.read.reading.mentions.filter((m) =>
      s.sentences.some((q) => q.span.start <= m.span.start && m.span.end <= q.span.end),
    );
  const known = new Set(ids(other).flatMap((m) => [m.id, m.standsFor ?? m.id]));
  const aliases = ids(side).filter((m) => known.has(m.id) || (m.standsFor !== undefined && known.has(m.standsFor)));
  const places = new Set(side.text.specifics.filter((s) => s.is === "name").map((s) => s.key));
  const found: Word[] = [];
  let last = -2;
  side.words.forEach((w, i) => {
    if (!w.capital || w.number !== undefined || !places.has(nameKey(w.norm)) || MONTHS.has(w.norm) || DAYS.has(w.norm))
      return;
    if (aliases.some((m) => m.span.start <= w.start && w.end <= m.span.end)) return;
    if (last !== i - 1 && !keys.has(nameKey(w.norm))) found.push(w);
    last = i;
  });
  return found;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
