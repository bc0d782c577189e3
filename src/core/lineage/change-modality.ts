import type { Change } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import { type CueWord, LEVELS, type Level } from "../text/lexicon.ts";
import { stemOf, type Word } from "../text/words.ts";
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
const STEPS = { possible: 1, likely: 1.75, alleged: 2.25, said: 3, shown: 3.8, sure: 4.5 } as const;
const STYLE = 1.2;

/** Where a hedge covers no word of such weight, plainer ones are its predicate: "may have had help". */
const PLAINLY = 1;

interface Hedged {
  readonly level: number;
  readonly span: Span;
  /** Stems that the hedge covers. */
  readonly stems: readonly string[];
  /** A modal verb over words too plain to tell much. */
  readonly plain: boolean;
}

/**
 * Certainty raised or lowered on the aligned predicate [LI7]. First the verbs: what is planned, possible or wanted on one side and told as
 * done on the other. Then hedges whose predicate stands in the other text without one as weak. Then the reporting verbs over what both say.
 * A list of words alone decides nothing: the predicate must be there.
 */
export function modalityChanges(a: Side, b: Side, vocabulary: Vocabulary): readonly Change[] {
  const happened = realisedChanges(a, b, vocabulary);
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
  if (changes.length === 0) changes.push(...forceChanges(a, b));
  const told = changes.some((c) => c.class !== "possible-to-happened");
  return told ? changes : [...changes, ...cues];
}

/** "Could take" and "will take": what was possible is now certain to come, or the other way. */
function forceChanges(a: Side, b: Side): readonly Change[] {
  for (const p of a.clauses.predicates) {
    const q = b.clauses.predicates.find((o) => o.stem === p.stem && o.negated === p.negated);
    if (p.force === undefined || q?.force === undefined || p.force === q.force || isUnsure(a) !== isUnsure(b)) continue;
    if (isFeared(a) && isFeared(b)) continue;
    if (q.force === "strong") return [{ class: "modality-hardened", a: p.span, b: q.span, weight: 0.7 }];
    return [{ class: "modality-softened", a: p.span, b: q.span, weight: 0.5 }];
  }
  return [];
}

const FEARS = setOf("fear fears feared hope hopes hoped expect expects expected worry worries worried");

/** What is feared or hoped is as open with "will" as with "could". */
function isFeared({ norms }: Side): boolean {
  return norms.some((n) => FEARS.has(n));
}

/** A "probably" or "perhaps" besides the verb. */
function isUnsure({ marks, clauses }: Side): boolean {
  const inVerb = (span: Span) => clauses.predicates.some((p) => p.span.start <= span.start && span.end <= p.span.end);
  return marks.some((m) => m.hedges.some((h) => isWeak(h.value) && !inVerb(h.span)));
}

/** "May have fled", "perhaps": how sure the text is of what is past, and not whether it will come. */
function isEpistemic(side: Side, { span }: Hedged): boolean {
  const at = side.words.findIndex((w) => w.start === span.start);
  const norm = side.norms[at] ?? "";
  return !MODAL.has(norm) || side.norms.slice(at + 1, at + 3).includes("have");
}

const MODAL = setOf("may might could can");

/** What one side plans, wants or holds possible, the other tells as done: the same verb, or the same thing done. */
function realisedChanges(a: Side, b: Side, vocabulary: Vocabulary): readonly Change[] {
  if (isQuestion(b) || b.marks.some((m) => m.conditions.length > 0)) return [];
  for (const p of a.clauses.predicates) {
    if (!p.open || p.negated || p.nominal || EMPTY.has(p.lemma)) continue;
    if (a.clauses.predicates.some((q) => q.stem === p.stem && q.realised)) continue;
    const same = b.clauses.predicates.filter((q) => q.stem === p.stem);
    const [done] = same;
    if (
      done === undefined ||
      same.some((q) => !q.realised || q.negated || q.nominal || !q.past) ||
      isHedgedAt(b, done.span)
    )
      continue;
    if (sharedShare(around(a, p.span, vocabulary), around(b, done.span, vocabulary)) < SAME_MATTER) continue;
    return [{ class: "possible-to-happened", a: p.span, b: done.span, weight: 0.9 }];
  }
  return [...thingsDone(a, b), ...deedsDone(a, b), ...actedOn(a, b, vocabulary), ...arabicDone(a, b, vocabulary)];
}

const OPEN_ARABIC = setOf(WORDS.arabic.openVerbs);

/** Arabic is not read by clauses: a verb of planning or threat gone, and nearly all the rest kept. */
function arabicDone(a: Side, b: Side, vocabulary: Vocabulary): readonly Change[] {
  const at = a.norms.findIndex((n) => OPEN_ARABIC.has(n));
  const word = a.words[at];
  if (word === undefined || b.norms.some((n) => OPEN_ARABIC.has(n)) || b.marks.some((m) => m.hedges.length > 0))
    return [];
  const rest = a.words.filter((w) => w !== word && vocabulary.words.of(w.stem) >= TELLING);
  const kept = rest.filter((w) => b.words.some((o) => o.stem === w.stem || o.stem === w.stem.replace(/^[بل]/, "")));
  if (rest.length === 0 || kept.length < 0.7 * rest.length) return [];
  return [{ class: "possible-to-happened", a: { start: word.start, end: word.end }, weight: 0.9 }];
}

/** Verbs that say too little by themselves to be the same deed. */
const EMPTY = setOf("be have do say tell make take get go come think like");
/** Share of the telling words around two verbs, of the fewer, that makes them speak of one matter. */
const SAME_MATTER = 0.4;

const WANTING = setOf(
  "plan promise pledge vow offer threaten consider contemplate propose foil prevent thwart avert fear expect prepare plot schedule debate discuss",
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

/** Who can or may do something there has done something like it here, and nothing here is open: "can point to", "seized on". */
function actedOn(a: Side, b: Side, vocabulary: Vocabulary): readonly Change[] {
  if (b.clauses.predicates.some((p) => p.open) || b.marks.some((m) => m.hedges.some((h) => isWeak(h.value)))) return [];
  for (const p of a.clauses.predicates) {
    const { agent } = p;
    if (p.force !== "weak" || p.negated || agent === undefined || agent.pronoun || isUnderIf(a, p.span)) continue;
    const telling = agent.stems.filter((s) => vocabulary.words.of(s) >= TELLING);
    const done = b.clauses.predicates.find(
      (q) =>
        q.realised &&
        q.past &&
        q.finite &&
        !q.negated &&
        !EMPTY.has(q.lemma) &&
        telling.some((s) => q.agent?.stems.includes(s)),
    );
    if (done === undefined || a.clauses.predicates.some((o) => o.stem === done.stem)) continue;
    if (sharedShare(tellingAt(a, p.span, vocabulary), tellingAt(b, done.span, vocabulary)) >= SAME_MATTER)
      return [{ class: "possible-to-happened", a: p.span, b: done.span, weight: 0.9 }];
  }
  return [];
}

/** The telling stems of the sentence that a place stands in. */
function tellingAt({ sentences }: Side, { start }: Span, { words }: Vocabulary): ReadonlySet<string> {
  const own = sentences.find(({ span }) => span.start <= start && start < span.end)?.words ?? [];
  return new Set(own.map((w) => w.stem).filter((s) => words.of(s) >= TELLING));
}

function isUnderIf({ marks }: Side, { start }: Span): boolean {
  return marks.some((m) => m.conditions.some((c) => c.span.start < start));
}

/** Nouns of deeds with their verbs: "a sale", "sold". */
const DEEDS: ReadonlyMap<string, readonly string[]> = new Map(
  WORDS.deeds.map((line): [string, readonly string[]] => {
    const [noun = "", ...verbs] = line.split(" ");
    return [stemOf(noun), verbs.map(stemOf)];
  }),
);

/** "Is considering a sale", "sold": wanted there by its noun, done here by its verb. */
function deedsDone(a: Side, b: Side): readonly Change[] {
  for (const p of a.clauses.predicates) {
    const verbs = p.patient === undefined ? undefined : DEEDS.get(p.patient.head);
    if (!WANTING.has(p.lemma) || p.patient === undefined || verbs === undefined || p.agent === undefined) continue;
    const { agent, patient } = p;
    const done = b.clauses.predicates.find(
      (q) => q.realised && q.past && !q.negated && verbs.includes(q.stem) && q.agent?.head === agent.head,
    );
    if (done !== undefined && !isHedgedAt(b, done.span))
      return [
        { class: "possible-to-happened", a: { start: p.span.start, end: patient.span.end }, b: done.span, weight: 0.9 },
      ];
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
    if (!hedge.plain && OF_THINGS.has(wordAt(from, hedge.span)) && !isPredicate(from, to, there)) continue;
    if (there.some((s) => covered.has(s)) || isQuestion(to) || negatedDiffers(from, to, there)) continue;
    // "Reportedly" and "reports say" are one.
    if (LEVELS[hedge.level] === "reported" && to.statements.length > 0) continue;
    return { ...hedge, where: placeOf(to, there) };
  }
  return null;
}

/** Hedges that go with a deed, and with a thing only if the thing is one. */
const OF_THINGS = setOf("possible potential probable conceivable alleged suspected may might could can should");

function wordAt(side: Side, { start }: Span): string {
  return side.norms[side.words.findIndex((w) => w.start === start)] ?? "";
}

/** One of the words is a verb on either side, as far as its text is read by clauses: "a possible winner" hedges no deed. */
function isPredicate(from: Side, to: Side, stems: readonly string[]): boolean {
  const verbs = [...from.clauses.predicates, ...to.clauses.predicates];
  return (
    verbs.length === 0 ||
    verbs.some((v) => stems.includes(v.stem) || hasVerbForm(from, v.span, stems) || hasVerbForm(to, v.span, stems))
  );
}

function hasVerbForm({ words }: Side, span: Span, stems: readonly string[]): boolean {
  return words.some((w) => span.start <= w.start && w.end <= span.end && stems.includes(w.stem));
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
      .filter((h) => isWeak(h.value) && !isBareReport(side, h) && words[h.at]?.norm !== "should")
      .map((h) => {
        const after = words
          .slice(h.at + 1, h.at + 1 + REACH)
          // A name is who, not what: two predicates on one actor are still two.
          .filter((w) => w.number === undefined && (!w.capital || !names.has(nameKey(w.norm))));
        const over = (weight: number) => after.filter((w) => vocabulary.words.of(w.stem) >= weight).map((w) => w.stem);
        const [telling, marker] = [over(TELLING), words[h.at]?.norm ?? ""];
        const plain =
          isOfEmptyVerb(side, h.span) || (telling.length === 0 && (MODAL.has(marker) || REPORTED.has(marker)));
        const stems = telling.length === 0 && plain ? over(PLAINLY) : telling;
        const deed = deedOf(side, h.span);
        const all = deed === undefined || stems.includes(deed) ? stems : [deed, ...stems];
        return { level: LEVELS.indexOf(h.value), span: h.span, plain, stems: all.slice(0, deed === undefined ? 3 : 2) };
      })
      .filter((h) => h.stems.length > 0);
  });
}

/** The verb that a modal verb or an adverb goes with, by its stem: "may have been closed". */
function deedOf(side: Side, { start, end }: Span): string | undefined {
  const of = side.clauses.predicates.find((p) => p.span.start <= start && end <= p.span.end && !EMPTY.has(p.lemma));
  if (of === undefined || of.span.end === end) return undefined;
  return side.words.findLast((w) => of.span.start <= w.start && w.end <= of.span.end)?.stem;
}

/** "May have had help": the verb says nothing, and what it goes with stands for it. */
function isOfEmptyVerb({ clauses }: Side, { start, end }: Span): boolean {
  return clauses.predicates.some(
    (p) => p.span.start <= start && end <= p.span.end && EMPTY.has(p.lemma) && p.force === "weak",
  );
}

/** "Was claimed by the group" reports nothing; "is said to …", "is believed that …" does. */
function isBareReport(side: Side, { span }: Mark<Level>): boolean {
  const at = side.words.findIndex((w) => w.start === span.start);
  if (!REPORTED.has(side.norms[at] ?? "")) return false;
  const next = side.norms[at + 1] ?? "";
  return !(FOLLOWING.has(next) || (next === "by" && HELD.has(side.norms[at] ?? "")));
}

const REPORTED = setOf("claimed said believed thought expected reported suspected supposed");
const FOLLOWING = setOf("to that of");
const HELD = setOf("suspected believed thought expected");

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
    for (const h of marks.hedges) {
      if (!isWeak(h.value)) continue;
      if (isAdjective(words, h.at)) reach(-1, words.length);
      reach(h.at, REACH + 3);
      for (const s of participants(side, h)) covered.add(s);
    }
    for (const c of marks.conditions) reach(c.at, 30);
    for (const c of marks.cues) if (c.value !== "according" && isDistant(c.value)) reach(c.at, 30);
  });
  for (const h of hedgesOf(side, vocabulary)) for (const s of h.stems) covered.add(s);
  // "A claim could still come": the claim is as open as its coming.
  for (const p of side.clauses.predicates)
    if (p.open) for (const s of [p.stem, ...(p.agent?.stems ?? []), ...(p.patient?.stems ?? [])]) covered.add(s);
  return covered;
}

const ADJECTIVES = setOf("likely possible probable alleged suspected apparent potential presumed");
const BEFORE_ADJECTIVE = setOf("the a an is was are were be been as its his her their");

/** "The likely origin", "is possible": all of the clause is as open. */
function isAdjective(words: readonly Word[], at: number): boolean {
  return ADJECTIVES.has(words[at]?.norm ?? "") && BEFORE_ADJECTIVE.has(words[at - 1]?.norm ?? "");
}

/** Who and what stands with the verb that a hedge goes with: "the fire probably started". */
function participants({ clauses, words }: Side, { span }: Mark<Level>): readonly string[] {
  const next = words.find((w) => w.start >= span.end);
  const of = clauses.predicates.find(
    (p) =>
      (p.span.start <= span.start && span.end <= p.span.end) ||
      (next !== undefined && p.span.start <= next.start && next.end <= p.span.end),
  );
  return [...(of?.agent?.stems ?? []), ...(of?.patient?.stems ?? [])];
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
  (["possible", "likely", "alleged", "said", "shown", "sure"] as const).flatMap((level) =>
    WORDS.certainty[level].split(" ").map((w): [string, number] => [w, STEPS[level]]),
  ),
);

interface Sure {
  readonly level: number;
  readonly span: Span;
  /** Stems of the words around: what is said, and who says it. */
  readonly about: ReadonlySet<string>;
}

/** Verbs that say how sure somebody is of something: those of the certainty list; of a text not read by clauses, the lexicon's. */
function sureOf(side: Side, vocabulary: Vocabulary): readonly Sure[] {
  const listed = side.clauses.predicates
    .filter((p) => CERTAINTY.has(p.lemma) && !p.negated && p.finite)
    .map((p) => ({ level: CERTAINTY.get(p.lemma) as number, span: p.span }));
  const read = side.clauses.predicates.length > 0;
  const inVerb = (span: Span) =>
    side.clauses.predicates.some((p) => p.span.start <= span.start && span.end <= p.span.end);
  const cues = side.marks
    .flatMap((m) => m.cues)
    .filter((c): c is Mark<CueWord> => c.value !== "according" && c.value.polarity === "positive")
    // A verb that the tagger took for a noun is still a cue.
    .filter(
      (c) =>
        !read || (!inVerb(c.span) && CERTAINTY.has(c.value.lemma) && side.marks.flatMap((m) => m.cues).length === 1),
    )
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
