import type { Change } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import type { Word } from "../text/words.ts";
import { datesOf } from "./change-dates.ts";
import { findListed, listed, WORDS } from "./change-lists.ts";
import type { Vocabulary } from "./prepare.ts";
import type { Side } from "./side.ts";

const BEFORE = listed(WORDS.comparators);
const AFTER = listed(WORDS.comparatorsAfter);
const SCALES: ReadonlyMap<string, number> = new Map(Object.entries(WORDS.scales));
const VALUES: ReadonlyMap<string, number> = new Map(Object.entries({ ...WORDS.ordinals, ...WORDS.numberWords }));
const ORDINAL = /^(\d+)(?:st|nd|rd|th)$/;

export interface Counted {
  readonly value: number;
  readonly comparator: string;
  readonly span: Span;
  /** Stems of the words counted: up to two telling ones that follow. */
  readonly what: readonly string[];
}

/** Numbers changed or gone, and the comparators of those that stay [LI7]. */
export function numberChanges(a: Side, b: Side, vocabulary: Vocabulary): readonly Change[] {
  const [mine, theirs] = [countsOf(a, vocabulary), countsOf(b, vocabulary)];
  const changes: Change[] = [];
  const used = new Set<Counted>();
  for (const count of mine) {
    const same =
      theirs.find((c) => c.value === count.value && !used.has(c)) ?? theirs.find((c) => c.value === count.value);
    if (same === undefined) continue;
    used.add(same);
    if (same.comparator !== count.comparator)
      changes.push({ class: "comparator", a: count.span, b: same.span, weight: 0.5 });
  }
  for (const count of mine) {
    if (theirs.some((c) => c.value === count.value)) continue;
    const free = theirs.filter((c) => !used.has(c) && !mine.some((m) => m.value === c.value));
    const other = free.find((c) => c.what.some((w) => count.what.includes(w)));
    if (other !== undefined) {
      used.add(other);
      changes.push({ class: "number", a: count.span, b: other.span, weight: 0.9 });
    } else if (!knownAnywhere(b, count))
      changes.push({ class: "number", a: count.span, weight: count.what.some((w) => b.stems.has(w)) ? 0.5 : 0.3 });
  }
  return changes;
}

function knownAnywhere({ text }: Side, { value }: Counted): boolean {
  return text.known.has(`#${value}`) || text.sentences.some((s) => s.words.some((w) => numberOf(w) === value));
}

function numberOf(word: Word): number | undefined {
  const ordinal = ORDINAL.exec(word.norm)?.[1];
  return word.number ?? (ordinal === undefined ? VALUES.get(word.norm) : Number(ordinal));
}

/** Numbers that count something, dates left out; "2.5 million" and "2,500,000" are one. */
export function countsOf(side: Side, vocabulary: Vocabulary): readonly Counted[] {
  const dates = datesOf(side);
  const before = findListed(side.norms, BEFORE);
  const after = findListed(side.norms, AFTER);
  const counts: Counted[] = [];
  for (let i = 0; i < side.words.length; i++) {
    const word = side.words[i] as Word;
    const first = numberOf(word);
    if (first === undefined || dates.some((d) => d.span.start <= word.start && word.end <= d.span.end)) continue;
    let last = i;
    let value = first;
    for (let next = side.words[last + 1]; next !== undefined; next = side.words[last + 1]) {
      const scale = SCALES.get(next.norm);
      if (scale !== undefined) value *= scale;
      // "12 000", with a narrow or ordinary space.
      else if (/^\d{3}$/.test(next.norm) && word.number !== undefined && value < 1000 && next.start - word.end === 1)
        value = value * 1000 + (next.number ?? 0);
      else break;
      last++;
    }
    const lead = before.find((f) => f.to === i - 1);
    const trail = after.find((f) => f.from > last && f.from <= last + 3);
    const what = side.words
      .slice(last + 1, last + 5)
      .filter((w) => w.number === undefined && vocabulary.words.of(w.stem) >= 1.5);
    counts.push({
      value,
      comparator: lead?.value ?? trail?.value ?? "exactly",
      span: { start: (side.words[lead?.from ?? i] as Word).start, end: (side.words[last] as Word).end },
      what: what.slice(0, 2).map((w) => w.stem),
    });
    i = last;
  }
  return counts;
}
