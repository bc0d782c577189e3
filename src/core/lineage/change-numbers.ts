import type { Change } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import { stemOf, type Word } from "../text/words.ts";
import { datesOf } from "./change-dates.ts";
import { findListed, groupsOf, listed, setOf, WORDS } from "./change-lists.ts";
import type { NounPhrase } from "./chunks.ts";
import type { Vocabulary } from "./prepare.ts";
import type { Side } from "./side.ts";

const BEFORE = listed(WORDS.comparators);
const AFTER = listed(WORDS.comparatorsAfter);
const SCALES: ReadonlyMap<string, number> = new Map(Object.entries(WORDS.scales));
const VALUES: ReadonlyMap<string, number> = new Map(Object.entries({ ...WORDS.ordinals, ...WORDS.numberWords }));
const CLOCK = /^(\d{1,2}):(\d{2})$/;
const ORDINAL = /^(\d+)(?:st|nd|rd|th)$/;

export interface Counted {
  readonly value: number;
  readonly comparator: string;
  readonly span: Span;
  /** Stems of the words counted: up to two telling ones that follow. */
  readonly what: readonly string[];
  /** Stem of the verb that it stands with, where one does. */
  readonly of?: string;
}

/** Numbers changed or gone, and the comparators of those that stay [LI7]. */
export function numberChanges(a: Side, b: Side, vocabulary: Vocabulary): readonly Change[] {
  const [mine, theirs] = [countsOf(a, vocabulary), countsOf(b, vocabulary)];
  const changes: Change[] = [];
  const used = new Set<Counted>();
  for (const count of mine) {
    const alike = theirs.filter((c) => c.value === count.value);
    const same =
      alike.find((c) => !used.has(c) && !isOtherUnit(count, c)) ?? alike.find((c) => !used.has(c)) ?? alike[0];
    if (same === undefined) continue;
    used.add(same);
    const other = mine.find(
      (m) => m !== count && isExchanged(count, same, m) && !theirs.some((t) => t.value === m.value && t.of === m.of),
    );
    if (
      isOtherUnit(count, same) ||
      (other !== undefined && !mine.some((m) => m.value === same.value && m.of === same.of))
    )
      changes.push({ class: "number", a: (other ?? count).span, b: same.span, weight: 0.9 });
    else if (same.comparator !== count.comparator)
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
  return [
    ...changes,
    ...countedOtherwise(a, b, { mine, theirs }),
    ...scoresTurned(a, b),
    ...rankChanged(a, b),
    ...boundLost(a, b),
  ];
}

/** The verb whose subject or object the count stands in; else the last before it in the sentence. */
function verbOf({ clauses, sentences }: Side, { start, end }: Word): { readonly of?: string } {
  const sentence = sentences.find((s) => s.span.start <= start && end <= s.span.end)?.span;
  const inIt = clauses.predicates.filter(
    (p) => sentence !== undefined && sentence.start <= p.span.start && p.span.end <= sentence.end,
  );
  const holds = (phrase: NounPhrase | undefined) =>
    phrase !== undefined && phrase.span.start <= start && end <= phrase.span.end;
  const verb =
    inIt.find((p) => holds(p.patient) || holds(p.agent)) ?? inIt.findLast((p) => p.span.end <= start) ?? inIt[0];
  return verb === undefined || verb.lemma === "be" || verb.lemma === "have" ? {} : { of: verb.stem };
}

/** Units by their stem: which of a dimension, and of which. */
const UNITS: ReadonlyMap<string, { readonly of: number; readonly unit: number }> = new Map(
  WORDS.units.flatMap((line, of) =>
    line
      .split(" ")
      .flatMap((names, unit) =>
        names.split("=").map((w): [string, { of: number; unit: number }] => [stemOf(w), { of, unit }]),
      ),
  ),
);

/** "Six hours" and "six days". */
function isOtherUnit(x: Counted, y: Counted): boolean {
  const [p, q] = [x.what[0], y.what[0]];
  if (p === undefined || q === undefined || p === q) return false;
  const [u, v] = [UNITS.get(p), UNITS.get(q)];
  return u !== undefined && u.of === v?.of && u.unit !== v.unit;
}

/** "Five died and nine are missing", "nine died": a count stands with what another was told of. */
function isExchanged(count: Counted, same: Counted, other: Counted): boolean {
  if (other.value === same.value || same.of === undefined || count.of === undefined) return false;
  return same.of !== count.of && same.of === other.of;
}

/** Two counts of a result, "71 to 64", the other way round. */
function scoresTurned(a: Side, b: Side): readonly Change[] {
  const theirs = scoresOf(b);
  const turned = scoresOf(a).flatMap((x) =>
    theirs.filter((y) => x.first === y.second && x.second === y.first).map((y) => [x, y] as const),
  );
  return turned
    .filter(([x]) => x.first !== x.second)
    .map(([x, y]) => ({ class: "number", a: x.span, b: y.span, weight: 0.9 }));
}

function scoresOf({ words, norms }: Side) {
  return words.flatMap((word, i) => {
    const to = norms.indexOf("to", i);
    const next = words[to + 1];
    if (word.number === undefined || to < 0 || to > i + 2 || next?.number === undefined || norms[i - 1] === "from")
      return [];
    return [{ first: word.number, second: next.number, span: { start: word.start, end: next.end } }];
  });
}

const COUNTED_AS = groupsOf(WORDS.countedAs);

/** "150 attacks carried out", "150 attacks claimed": the same number of something else [SI11]. */
function countedOtherwise(
  a: Side,
  b: Side,
  { mine, theirs }: { readonly mine: readonly Counted[]; readonly theirs: readonly Counted[] },
): readonly Change[] {
  const kinds = (side: Side, { span }: Counted) => {
    const at = side.words.findIndex((w) => w.end === span.end);
    const from = Math.max(0, at - 4);
    const near = side.norms.slice(from, at + 5);
    return near.flatMap((n, i) => {
      const word = side.words[from + i] as Word;
      const kind = COUNTED_AS.get(n);
      return kind === undefined ? [] : [{ kind, start: word.start, end: word.end }];
    });
  };
  for (const count of mine) {
    const same = theirs.find((c) => c.value === count.value);
    if (same === undefined) continue;
    const [from, to] = [kinds(a, count), kinds(b, same)];
    const [x, y] = [from[0], to[0]];
    if (x === undefined || y === undefined || from.some((f) => to.some((t) => t.kind === f.kind))) continue;
    const spanOf = ({ start, end }: Span): Span => ({ start, end });
    return [{ class: "quantifier", a: spanOf(x), b: spanOf(y), weight: 0.6 }];
  }
  return [];
}

const BOUNDS = listed({ bound: WORDS.bounds });

/** "In autumn at the earliest" told as "in autumn". */
function boundLost(a: Side, b: Side): readonly Change[] {
  const [bound] = findListed(a.norms, BOUNDS);
  if (bound === undefined || findListed(b.norms, BOUNDS).length > 0) return [];
  const [first, last] = [a.words[bound.from] as Word, a.words[bound.to] as Word];
  return [{ class: "comparator", a: { start: first.start, end: last.end }, weight: 0.5 }];
}

const RISINGS = setOf(WORDS.risings);
const RANKS = setOf(WORDS.ranks);

/** "The first bomb" for "the second bomb". */
function rankChanged(a: Side, b: Side): readonly Change[] {
  const ranked = (side: Side) =>
    side.words.flatMap((w, i) => {
      const [rank, next] = [side.norms[i] ?? "", side.words[i + 1]];
      return RANKS.has(rank) && next !== undefined && next.number === undefined
        ? [{ rank, of: next.stem, span: { start: w.start, end: next.end } }]
        : [];
    });
  const [mine, theirs] = [ranked(a), ranked(b)];
  const has = (list: typeof mine, x: { readonly rank: string; readonly of: string }) =>
    list.some((y) => y.rank === x.rank && y.of === x.of);
  for (const x of mine) {
    const y = theirs.find((o) => o.of === x.of && o.rank !== x.rank && !has(mine, o));
    if (y !== undefined && !has(theirs, x)) return [{ class: "number", a: x.span, b: y.span, weight: 0.9 }];
  }
  return [];
}

function knownAnywhere({ text }: Side, { value }: Counted): boolean {
  return text.known.has(`#${value}`) || text.sentences.some((s) => s.words.some((w) => numberOf(w) === value));
}

function numberOf(word: Word): number | undefined {
  const [, hours, minutes] = CLOCK.exec(word.norm) ?? [];
  if (hours !== undefined) return Number(hours) + Number(minutes) / 60;
  const ordinal = ORDINAL.exec(word.norm)?.[1];
  return word.number ?? (ordinal === undefined ? VALUES.get(word.norm) : Number(ordinal));
}

/** "Thirty-one". */
function isCompound({ text }: Side, tens: Word, ones: Word): boolean {
  const isOne = ones.norm === "one" || (ones.number !== undefined && ones.number < 10);
  const isTens = tens.number !== undefined && tens.number >= 20 && tens.number < 100 && tens.number % 10 === 0;
  return isTens && isOne && !/^\d/.test(tens.norm) && text.read.info.text.slice(tens.end, ones.start) === "-";
}

/** "12 000", with a narrow or an ordinary space. */
function isThousands(word: Word, next: Word): boolean {
  const digits = word.number !== undefined && next.number !== undefined && /^\d/.test(word.norm);
  return digits && next.end - next.start === 3 && /^\d+$/.test(next.norm) && next.start - word.end === 1;
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
      else if (isCompound(side, side.words[last] as Word, next)) value += next.norm === "one" ? 1 : (next.number ?? 0);
      else if (isThousands(word, next) && value < 1000) value = value * 1000 + (next.number ?? 0);
      else break;
      last++;
    }
    // "Edged up to 7.4 million" is no upper bound.
    const lead = before.find(
      (f) => f.to === i - 1 && !(f.value === "at-most" && RISINGS.has(side.norms[f.from - 1] ?? "")),
    );
    const trail = after.find((f) => f.from > last && f.from <= last + 3);
    const what = side.words
      .slice(last + 1, last + 5)
      .filter((w) => w.number === undefined && (vocabulary.words.of(w.stem) >= 1.5 || UNITS.has(w.stem)));
    counts.push({
      value,
      comparator: lead?.value ?? trail?.value ?? "exactly",
      span: { start: (side.words[lead?.from ?? i] as Word).start, end: (side.words[last] as Word).end },
      what: what.slice(0, 2).map((w) => w.stem),
      ...verbOf(side, word),
    });
    i = last;
  }
  return counts;
}
