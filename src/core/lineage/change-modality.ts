import type { Change, ChangeClass } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import { type CueWord, LEVELS, type Level } from "../text/lexicon.ts";
import type { Mark } from "./marks.ts";
import type { Vocabulary } from "./prepare.ts";
import { type Side, wholeOf } from "./side.ts";
import { nameKey } from "./specifics.ts";

/** Words after a hedge that it still covers: its predicate. */
const REACH = 5;
/** Words of this weight or more name a predicate; lighter ones are grammar. */
const TELLING = 2.2;

interface Hedged {
  readonly level: number;
  readonly span: Span;
  /** Stems that the hedge covers. */
  readonly stems: readonly string[];
}

/**
 * Certainty raised or lowered on the aligned predicate [LI7]: a hedge whose predicate stands in the other text without one as weak.
 * What was possible and is now plainly said is its own class. A list of words alone decides nothing: the predicate must be there.
 */
export function modalityChanges(a: Side, b: Side, vocabulary: Vocabulary): readonly Change[] {
  const [lost, gained] = [unhedged(a, b, vocabulary), unhedged(b, a, vocabulary)];
  const changes: Change[] = [];
  if (lost !== null) {
    const possible = lost.level === LEVELS.indexOf("possible");
    const of: ChangeClass = possible ? "possible-to-happened" : "modality-hardened";
    changes.push({ class: of, a: lost.span, b: lost.where, weight: possible ? 0.9 : 0.7 });
  } else if (gained !== null)
    changes.push({ class: "modality-softened", a: gained.where, b: gained.span, weight: 0.5 });
  if (lost === null && gained === null) changes.push(...cueChanges(a, b));
  return changes;
}

/** The first hedge of `from` whose predicate stands in `to` under no hedge at all, and where. */
function unhedged(from: Side, to: Side, vocabulary: Vocabulary): (Hedged & { readonly where: Span }) | null {
  const covered = coveredStems(to, vocabulary);
  for (const hedge of hedgesOf(from, vocabulary)) {
    const there = hedge.stems.filter((s) => to.stems.has(s));
    // Half of the predicate at least must be there, or it is another predicate.
    if (there.length === 0 || there.length < hedge.stems.length / 2) continue;
    if (there.some((s) => covered.has(s)) || isQuestion(to) || negatedDiffers(from, to, there)) continue;
    return { ...hedge, where: placeOf(to, there) };
  }
  return null;
}

function isQuestion(side: Side): boolean {
  return side.marks.some((m) => m.question);
}

/** A negation on one side only is a contradiction or another way of saying it, not a shift of certainty. */
function negatedDiffers(a: Side, b: Side, stems: readonly string[]): boolean {
  return stems.some((s) => isNegated(a, s) !== isNegated(b, s));
}

function hedgesOf(side: Side, vocabulary: Vocabulary): readonly Hedged[] {
  const names = new Set(side.text.specifics.map((s) => s.key));
  return side.marks.flatMap((marks, k) => {
    const words = side.sentences[k]?.words ?? [];
    return marks.hedges
      .filter((h) => isWeak(h.value))
      .map((h) => {
        const after = words.slice(h.at + 1, h.at + 1 + REACH);
        const stems = after
          .filter((w) => w.number === undefined && vocabulary.words.of(w.stem) >= TELLING)
          // A name is who, not what: two predicates on one actor are still two.
          .filter((w) => !w.capital || !names.has(nameKey(w.norm)))
          .map((w) => w.stem);
        return { level: LEVELS.indexOf(h.value), span: h.span, stems: stems.slice(0, 3) };
      })
      .filter((h) => h.stems.length > 0);
  });
}

function isWeak(level: Level): boolean {
  return level === "possible" || level === "likely" || level === "reported";
}

/** Stems that stand under a hedge, a condition or a reporting cue: none of them is plainly said. */
function coveredStems(side: Side, vocabulary: Vocabulary): ReadonlySet<string> {
  const covered = new Set<string>();
  side.marks.forEach((marks, k) => {
    const words = side.sentences[k]?.words ?? [];
    const reach = (at: number, length: number) => {
      for (const w of words.slice(at + 1, at + 1 + length)) covered.add(w.stem);
    };
    for (const h of marks.hedges) if (isWeak(h.value)) reach(h.at, REACH + 3);
    for (const c of marks.conditions) reach(c.at, 30);
    for (const c of marks.cues) if (c.value !== "according" && isDistant(c.value)) reach(c.at, 30);
  });
  for (const h of hedgesOf(side, vocabulary)) for (const s of h.stems) covered.add(s);
  return covered;
}

function isDistant(cue: CueWord): boolean {
  return cue.strength === "distancing" || cue.strength === "non-factive";
}

function placeOf(side: Side, stems: readonly string[]): Span {
  const words = side.words.filter((w) => stems.includes(w.stem));
  const [first] = words;
  return first === undefined ? wholeOf(side) : { start: first.start, end: first.end };
}

/** A reporting verb made surer or less sure, where each side has only one. */
function cueChanges(a: Side, b: Side): readonly Change[] {
  const [x, y] = [onlyCue(a), onlyCue(b)];
  if (x === null || y === null || x.value.polarity !== y.value.polarity) return [];
  const [from, to] = [certainty(x.value), certainty(y.value)];
  // One step is a matter of style: "said" for "stated"; two turn a doubt into a fact.
  if (to - from >= 2) return [{ class: "modality-hardened", a: x.span, b: y.span, weight: 0.7 }];
  if (from - to >= 2) return [{ class: "modality-softened", a: x.span, b: y.span, weight: 0.5 }];
  return [];
}

function onlyCue(side: Side): Mark<CueWord> | null {
  const cues = side.marks.flatMap((m) => m.cues).filter((c): c is Mark<CueWord> => c.value !== "according");
  const [only] = cues;
  return only !== undefined && cues.length === 1 ? only : null;
}

function certainty({ strength }: CueWord): number {
  return { "non-factive": 0, distancing: 0, neutral: 1, factive: 2 }[strength];
}

/** "Without charge" is no denial: "free of charge" says the same. */
const LACKING = new Set(["without", "دون", "بدون"]);

/** Whether the word stands within three words after a negation. */
export function isNegated(side: Side, stem: string): boolean {
  return side.marks.some((marks, k) => {
    const words = side.sentences[k]?.words ?? [];
    return marks.negations.some(
      (n) => !LACKING.has(n.value) && words.slice(n.at + 1, n.at + 4).some((w) => w.stem === stem),
    );
  });
}
