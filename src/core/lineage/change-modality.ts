import type { Change } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import { type CueWord, LEVELS, type Level } from "../text/lexicon.ts";
import { setOf, WORDS } from "./change-lists.ts";
import type { Mark } from "./marks.ts";
import type { Vocabulary } from "./prepare.ts";
import { type Side, wholeOf } from "./side.ts";
import { nameKey } from "./specifics.ts";

/** Words after a hedge that it still covers: its predicate. */
const REACH = 5;
/** Words of this weight or more name a predicate; lighter ones are grammar. */
const TELLING = 2.2;

/** Steps of certainty of the verbs that carry a statement; less than `STYLE` between two is a matter of style. */
const STEPS = { possible: 1, likely: 1.75, alleged: 2.25, said: 3, sure: 4.5 } as const;
const STYLE = 1.2;

interface Hedged {
  readonly level: number;
  readonly span: Span;
  /** Stems that the hedge covers. */
  readonly stems: readonly string[];
}

/**
 * Certainty raised or lowered on the aligned predicate [LI7]. First the verbs: what is planned, possible or wanted on one side and told as
 * done on the other. Then hedges whose predicate stands in the other text without one as weak. Then the reporting verbs over what both say.
 * A list of words alone decides nothing: the predicate must be there.
 */
export function modalityChanges(a: Side, b: Side, vocabulary: Vocabulary): readonly Change[] {
  const happened = realisedChanges(a, b);
  const cues = certaintyChanges(a, b, vocabulary);
  const [lost, gained] = [unhedged(a, b, vocabulary), unhedged(b, a, vocabulary)];
  const changes: Change[] = [...happened];
  if (lost !== null) {
    const possible = lost.level === LEVELS.indexOf("possible");
    if (possible && happened.length === 0)
      changes.push({ class: "possible-to-happened", a: lost.span, b: lost.where, weight: 0.9 });
    if (!possible || isEpistemic(a, lost))
      changes.push({ class: "modality-hardened", a: lost.span, b: lost.where, weight: 0.7 });
  } else if (gained !== null && happened.length === 0)
    changes.push({ class: "modality-softened", a: gained.where, b: gained.span, weight: 0.5 });
  const told = changes.some((c) => c.class !== "possible-to-happened");
  return told ? changes : [...changes, ...cues];
}

/** "May have fled", "perhaps": how sure the text is of what is past, and not whether it will come. */
function isEpistemic(side: Side, { span }: Hedged): boolean {
  const at = side.words.findIndex((w) => w.start === span.start);
  const norm = side.norms[at] ?? "";
  return !MODAL.has(norm) || side.norms.slice(at + 1, at + 3).includes("have");
}

const MODAL = setOf("may might could can");

/** What one side plans, wants or holds possible, the other tells as done: the same verb, or the same thing done. */
function realisedChanges(a: Side, b: Side): readonly Change[] {
  if (isQuestion(b) || b.marks.some((m) => m.conditions.length > 0)) return [];
  for (const p of a.clauses.predicates) {
    if (p.realised || p.negated || p.purpose || p.nominal) continue;
    if (a.clauses.predicates.some((q) => q.stem === p.stem && q.realised)) continue;
    const same = b.clauses.predicates.filter((q) => q.stem === p.stem);
    const [done] = same;
    if (done === undefined || same.some((q) => !q.realised || q.negated) || isHedgedAt(b, done.span)) continue;
    return [{ class: "possible-to-happened", a: p.span, b: done.span, weight: 0.9 }];
  }
  return thingsDone(a, b);
}

const WANTING = setOf(
  "plan threaten consider contemplate propose foil prevent thwart avert fear expect prepare plot schedule debate discuss",
);
const LIGHT = setOf(WORDS.lightVerbs);

/** "Was considering a walkout", "staged a walkout"; "foiled a plot", "survived the plot". */
function thingsDone(a: Side, b: Side): readonly Change[] {
  for (const p of a.clauses.predicates) {
    if (!WANTING.has(p.lemma) || p.patient === undefined || b.stems.has(p.stem)) continue;
    const { head, span } = p.patient;
    const done = b.clauses.predicates.find(
      (q) => q.realised && !q.negated && ((q.patient?.head === head && LIGHT.has(q.lemma)) || q.stem === head),
    );
    if (done !== undefined && !isHedgedAt(b, done.span))
      return [{ class: "possible-to-happened", a: { start: p.span.start, end: span.end }, b: done.span, weight: 0.9 }];
  }
  return [];
}

function isHedgedAt(side: Side, span: Span): boolean {
  return side.marks.some((m) =>
    m.hedges.some((h) => isWeak(h.value) && Math.abs(h.span.end - span.start) < 60 && h.span.start < span.end),
  );
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
      .filter((h) => isWeak(h.value) && !isBareReport(side, h))
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

/** "Was claimed by the group" reports nothing; "is said to …", "is believed that …" does. */
function isBareReport(side: Side, { span }: Mark<Level>): boolean {
  const at = side.words.findIndex((w) => w.start === span.start);
  if (!REPORTED.has(side.norms[at] ?? "")) return false;
  return !FOLLOWING.has(side.norms[at + 1] ?? "");
}

const REPORTED = setOf("claimed said believed thought expected reported suspected supposed");
const FOLLOWING = setOf("to that of by");

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

const CERTAINTY: ReadonlyMap<string, number> = new Map(
  (["possible", "likely", "alleged", "said", "sure"] as const).flatMap((level) =>
    WORDS.certainty[level].split(" ").map((w): [string, number] => [w, STEPS[level]]),
  ),
);

interface Sure {
  readonly level: number;
  readonly span: Span;
  /** Stems of the words around: what is said, and who says it. */
  readonly about: ReadonlySet<string>;
}

/** Verbs that say how sure somebody is of something: those of the certainty list, and the reporting verbs of the lexicon. */
function sureOf(side: Side, vocabulary: Vocabulary): readonly Sure[] {
  const listed = side.clauses.predicates
    .filter((p) => CERTAINTY.has(p.lemma) && !p.negated)
    .map((p) => ({ level: CERTAINTY.get(p.lemma) as number, span: p.span }));
  const cues = side.marks
    .flatMap((m) => m.cues)
    .filter((c): c is Mark<CueWord> => c.value !== "according" && c.value.polarity === "positive")
    // "The judge" judges nothing.
    .filter(
      (c) => !side.clauses.slots.some(({ phrase: p }) => p.span.start <= c.span.start && c.span.end <= p.span.end),
    )
    .filter((c) => !listed.some((p) => p.span.start <= c.span.start && c.span.end <= p.span.end))
    .map((c) => ({ level: CERTAINTY.get(c.value.lemma) ?? ofStrength(c.value), span: c.span }));
  return [...listed, ...cues].map((s) => ({ ...s, about: around(side, s.span, vocabulary) }));
}

function ofStrength({ strength, act }: CueWord): number {
  if (act === "confirms") return STEPS.sure;
  if (act === "alleges" || strength === "distancing") return STEPS.alleged;
  return STEPS.said;
}

/** Telling stems of the sentence that the verb stands in, up to twelve words on either side. */
function around(side: Side, span: Span, vocabulary: Vocabulary): ReadonlySet<string> {
  const at = side.words.findIndex((w) => w.start >= span.start);
  const near = side.words
    .slice(Math.max(0, at - 12), at + 13)
    .filter((w) => w.start < span.start || w.start >= span.end);
  return new Set(near.filter((w) => vocabulary.words.of(w.stem) >= TELLING).map((w) => w.stem));
}

/** A verb over the same matter made surer or less sure by more than a matter of style. */
function certaintyChanges(a: Side, b: Side, vocabulary: Vocabulary): readonly Change[] {
  const [mine, theirs] = [sureOf(a, vocabulary), sureOf(b, vocabulary)];
  for (const x of mine) {
    const matches = theirs.filter((y) => sharedShare(x.about, y.about) >= 0.5);
    const y = matches.sort((p, q) => sharedShare(x.about, q.about) - sharedShare(x.about, p.about))[0];
    if (y === undefined || matches.some((m) => Math.abs(m.level - x.level) < STYLE)) continue;
    if (mine.some((o) => Math.abs(o.level - y.level) < STYLE && sharedShare(o.about, y.about) >= 0.5)) continue;
    if (y.level > x.level) return [{ class: "modality-hardened", a: x.span, b: y.span, weight: 0.7 }];
    return [{ class: "modality-softened", a: x.span, b: y.span, weight: 0.5 }];
  }
  return [];
}

function sharedShare(x: ReadonlySet<string>, y: ReadonlySet<string>): number {
  const small = Math.min(x.size, y.size);
  if (small === 0) return 0;
  return [...x].filter((s) => y.has(s)).length / small;
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
