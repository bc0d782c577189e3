import type { Change } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import type { Word } from "../text/words.ts";
import { setOf, WORDS } from "./change-lists.ts";
import type { Side } from "./side.ts";

const MONTHS: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS.months).flatMap(([n, names]) =>
    names.split(" ").map((name): [string, string] => [name, `m${n}`]),
  ),
);
const DAYS = setOf(WORDS.days);

interface Dated {
  readonly span: Span;
  /** Month, day of the week, day, year: values, so that "Dec." and "December" are one. */
  readonly parts: ReadonlySet<string>;
}

/** Dates changed or lost [LI7]: a month, weekday or year gone, or another in its place; not if it stands elsewhere in the copy. */
export function dateChanges(a: Side, b: Side): readonly Change[] {
  const theirs = datesOf(b);
  const mine = datesOf(a);
  const inSource = new Set(mine.flatMap((d) => [...d.parts]));
  const known = new Set(b.text.sentences.flatMap((s) => s.words.map(partOf)));
  const changes: Change[] = [];
  for (const date of mine) {
    const lost = [...date.parts].filter((p) => !known.has(p));
    if (lost.length === 0) continue;
    const match = theirs.find((d) => [...d.parts].some((p) => date.parts.has(p)));
    const other = match ?? (theirs.length === 1 ? theirs[0] : undefined);
    const replaced = other !== undefined && [...other.parts].some((p) => !inSource.has(p));
    if (other !== undefined && replaced) changes.push({ class: "date", a: date.span, b: other.span, weight: 0.8 });
    else if (match !== undefined) changes.push({ class: "date", a: date.span, b: match.span, weight: 0.3 });
    else changes.push({ class: "date", a: date.span, weight: 0.4 });
  }
  return changes;
}

/** Dates by month, day of the week or year, with the numbers beside them. */
export function datesOf(side: Side): readonly Dated[] {
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
    dates.push({ span: { start: first.start, end: last.end }, parts: new Set(used.map(partOf)) });
  });
  return dates;
}

function partOf(word: Word): string {
  if (word.number !== undefined) return word.stem;
  const day = /^(\d\d?)(?:st|nd|rd|th)$/.exec(word.norm)?.[1];
  return day ?? MONTHS.get(word.norm) ?? word.stem;
}

export function isDateWord(word: Word): boolean {
  if (word.number !== undefined) return isYear(word);
  const arabic = /\p{Script=Arabic}/u.test(word.norm);
  return (word.capital || arabic) && (MONTHS.has(word.norm) || DAYS.has(word.norm));
}

function isYear({ number, norm }: Word): boolean {
  return number !== undefined && /^(?:1[89]|20|21)\d\d$/.test(norm);
}

function isDayOrYear(word: Word): boolean {
  if (isYear(word) || /^\d\d?(?:st|nd|rd|th)$/.test(word.norm)) return true;
  return word.number !== undefined && /^\d\d?$/.test(word.norm) && word.number <= 31;
}
