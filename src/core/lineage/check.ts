import type { Change, Check, CheckedSentence, CheckVerdict } from "../model/lineage.ts";
import { problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import { alignPrepared, joined } from "./align.ts";
import { isDemonym, newNames } from "./change-names.ts";
import { NONE } from "./change-scope.ts";
import { groupChanges } from "./changes.ts";
import { backingOf, isReworded } from "./check-backing.ts";
import { dayPairs } from "./check-days.ts";
import { isPlaceOnly } from "./check-exchange.ts";
import { isMatch, type Term, termsOf } from "./check-terms.ts";
import { type Scores, scorePairs } from "./match.ts";
import {
  dice,
  vocabulary as freshVocabulary,
  type Prepared,
  type PreparedSentence,
  prepare,
  type ReadText,
  sharedWeight,
  type Vocabulary,
} from "./prepare.ts";
import { type Side, sideOf, wholeOf } from "./side.ts";
import { knows, nameKey } from "./specifics.ts";
import { traceLineage } from "./trace.ts";

/** A source must hold this share of a sentence, by weight, to be its source. */
const LEAST_HELD = 0.42;
/** Words of this weight or more are no grammar. */
const TELLING = 2;
/** Places of the sources that are looked at closely for one sentence. */
const MOST_PLACES = 6;

/**
 * Each sentence of a text against its sources: what holds it, and what the text made of it. `backed` is never given to a sentence that the
 * source denies, counts differently or says of somebody else. Questions, and sentences that name nothing, are not judged.
 */
export function checkRead(text: ReadText, against: readonly ReadText[]): Check {
  const words = freshVocabulary();
  const checked = prepare(text, words);
  const sources = against.map((s) => prepare(s, words));
  const pool = sources.flatMap((source, s) => source.sentences.map((_, place) => ({ s, place })));
  const all = pool.map(({ s, place }) => (sources[s] as Prepared).sentences[place] as PreparedSentence);
  const scores = scorePairs(checked.sentences, all, words);
  const field = {
    checked,
    sources,
    pool,
    scores,
    vocabulary: words,
    origins: originNames(against),
    loose: loosePlaces(checked, sources, words),
  };
  const results = checked.sentences.map((_, i) => checkSentence(field, i));
  return {
    sentences: results.flatMap((r) => ("verdict" in r ? [r] : [])),
    unjudged: results.flatMap((r) => ("reason" in r ? [r] : [])),
    problems: [
      ...(against.length === 0 ? [problem("lineage-nothing-to-check-against")] : []),
      ...sources
        .filter((s) => s.sentences.length === 0)
        .map((s) => problem("lineage-no-words", { text: nameOf(s.read), side: "source" })),
    ],
  };
}

interface Field {
  readonly checked: Prepared;
  readonly sources: readonly Prepared[];
  readonly pool: readonly { readonly s: number; readonly place: number }[];
  readonly scores: Scores;
  readonly vocabulary: Vocabulary;
  readonly loose: ReadonlyMap<number, Place>;
  /** The name of the origin that each source rests on. */
  readonly origins: readonly string[];
}

function nameOf({ info }: ReadText): string {
  return info.name ?? info.id;
}

function originNames(against: readonly ReadText[]): readonly string[] {
  const { origins } = traceLineage(against.map((t, i) => ({ ...t, document: String(i) })));
  const names = against.map(nameOf);
  for (const origin of origins)
    for (const d of origin.documents) names[Number(d)] = nameOf(against[Number(origin.root)] as ReadText);
  return names;
}

interface Place {
  readonly s: number;
  readonly places: readonly number[];
  readonly held: number;
  readonly score: number;
}

type Judged = CheckedSentence | { readonly span: Span; readonly reason: string };

function checkSentence(field: Field, i: number): Judged {
  const { checked } = field;
  const sentence = checked.sentences[i] as PreparedSentence;
  const side = sideOf(checked, [i]);
  const { span } = sentence;
  if (side.marks.some((m) => m.question)) return { span, reason: "question" };
  if (sentence.ids.length === 0) return { span, reason: "no-telling-word" };
  const places = bestPlaces(field, i);
  const [best] = places;
  if (best === undefined || best.held < LEAST_HELD) {
    const loose = field.loose.get(i);
    const seen = backedElsewhere(field, i, side);
    if (seen !== null) return atPlace(field, span, seen);
    return loose === undefined
      ? withoutSource(field, side)
      : atPlace(field, span, { place: loose, ...verdictAt(field, side, loose) });
  }
  const judged = places
    .filter((p) => p.held >= Math.max(LEAST_HELD, 0.8 * best.held))
    .map((p) => ({ place: p, ...verdictAt(field, side, p) }));
  const [first] = judged;
  // A number that one source gives otherwise may be the number of another.
  const chosen =
    first !== undefined && isCountOnly(first.changes) ? (judged.find((j) => j.verdict === "backed") ?? first) : first;
  if (chosen === undefined) return withoutSource(field, side);
  return atPlace(field, span, (chosen.verdict === "changed" ? backedElsewhere(field, i, side) : null) ?? chosen);
}

/**
 * A second look where no place holds the sentence as it is: at places that hold it in other words, and at two that hold it together, wherever
 * in one source they stand. Only what backs the sentence counts.
 */
function backedElsewhere(field: Field, i: number, side: Side): VerdictAt | null {
  const row = [...(field.scores.rows[i] ?? [])].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, MOST_PLACES);
  const near = row.map(([k, score]) => ({ ...(field.pool[k] as { s: number; place: number }), score }));
  const alone = near.map(({ s, place, score }): Place => ({ s, places: [place], held: 0, score }));
  const joint = near.flatMap((x, k) =>
    near.slice(k + 1).flatMap((y): readonly Place[] => {
      if (x.s !== y.s) return [];
      return [{ s: x.s, places: [x.place, y.place].sort((a, b) => a - b), held: 0, score: x.score + y.score }];
    }),
  );
  for (const place of [...alone, ...joint.slice(0, MOST_PLACES)]) {
    if (heldInOtherWords(field, side, place) < HELD_IN_OTHER_WORDS) continue;
    const found = verdictAt(field, side, place);
    if (found.verdict === "backed") return { place, ...found };
  }
  return null;
}

/** A place in other words must hold this share of the sentence's telling words. */
const HELD_IN_OTHER_WORDS = 0.75;

function heldInOtherWords({ sources }: Field, side: Side, { s, places }: Place): number {
  const there = termsOf(sideOf(sources[s] as Prepared, places));
  const own = termsOf(side).filter((t) => t.telling);
  const held = own.filter((t) => there.some((o) => isMatch(t, o, { broader: true })));
  return own.length < 2 ? 0 : held.length / own.length;
}

interface VerdictAt {
  readonly place: Place;
  readonly verdict: CheckVerdict;
  readonly changes: readonly Change[];
}

function atPlace({ sources, origins }: Field, span: Span, { place, verdict, changes }: VerdictAt): CheckedSentence {
  const source = sources[place.s] as Prepared;
  return {
    span,
    verdict,
    source: nameOf(source.read),
    origin: origins[place.s] as string,
    sourceSpan: wholeOf(sideOf(source, place.places)),
    changes,
  };
}

/** A text must lie beside a source with this share of its sentences, or a loose likeness places nothing. */
const LEAST_BESIDE = 0.5;
const LEAST_SENTENCES = 5;
const LEAST_LOOSE = 0.15;

/**
 * For a text that runs along a source as a whole, the place of each sentence in it by the alignment [LI4]: a sentence put wholly in other
 * words is found by what stands before and behind it.
 */
function loosePlaces(checked: Prepared, sources: readonly Prepared[], words: Vocabulary): ReadonlyMap<number, Place> {
  const found = new Map<number, Place>();
  if (checked.sentences.length < LEAST_SENTENCES) return found;
  sources.forEach((source, s) => {
    const groups = alignPrepared(source, checked, { vocabulary: words });
    const beside = new Set(groups.flatMap((g) => g.b)).size;
    if (beside < LEAST_BESIDE * checked.sentences.length) return;
    for (const { a, b, score } of groups)
      for (const i of b)
        if (score >= LEAST_LOOSE && score > (found.get(i)?.score ?? 0)) found.set(i, { s, places: a, held: 0, score });
  });
  return found;
}

function withoutSource({ sources }: Field, side: Side): Judged {
  const span = wholeOf(side);
  const inIt = specificsOf(side);
  const named = inIt.length > 0 && (sources.length === 0 || inIt.some((k) => sources.some((s) => s.known.has(k))));
  return named || tellsSomething(side)
    ? { span, verdict: "no-source", changes: [] }
    : { span, reason: "names-nothing-the-sources-name" };
}

/** Long enough to be found, or a whole clause of its own: somebody or something named by a noun, and a verb. */
function tellsSomething({ sentences, clauses }: Side): boolean {
  const own = clauses.predicates.some(
    (p) => p.finite && [p.agent, p.patient].some((x) => x !== undefined && !x.pronoun),
  );
  return sentences.some((s) => s.ids.length >= (own ? 3 : 6));
}

/** Folded names and numbers of the sentence. */
function specificsOf({ text, words }: Side): readonly string[] {
  const keys = new Set(text.specifics.map((s) => s.key));
  return words.map((w) => (w.number === undefined ? nameKey(w.norm) : `#${w.stem}`)).filter((k) => keys.has(k));
}

/** Places in the sources, one to two sentences long, that hold most of the sentence; the best first. */
function bestPlaces(field: Field, i: number): readonly Place[] {
  const row = [...(field.scores.rows[i] ?? [])].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, MOST_PLACES);
  const seen = new Map<string, Place>();
  for (const [k] of row) {
    const { s, place } = field.pool[k] as { s: number; place: number };
    for (const places of [[place], [place - 1, place], [place, place + 1]]) {
      const found = placeAt(field, i, { s, places });
      if (found !== null) seen.set(`${s} ${places.join(" ")}`, found);
    }
  }
  const value = (p: Place) => p.held + p.score - 0.05 * p.places.length;
  return [...seen.values()].sort((x, y) => value(y) - value(x) || x.s - y.s || (x.places[0] ?? 0) - (y.places[0] ?? 0));
}

function placeAt(field: Field, i: number, { s, places }: Pick<Place, "s" | "places">): Place | null {
  const sentences = places.map((p) => field.sources[s]?.sentences[p]);
  if (sentences.some((q) => q === undefined)) return null;
  const sentence = field.checked.sentences[i] as PreparedSentence;
  if (sharedCount(sentence, sentences as PreparedSentence[]) < Math.min(2, sentence.ids.length)) return null;
  const held = joined(sentences as PreparedSentence[], field.vocabulary);
  return {
    s,
    places,
    held: sentence.weight === 0 ? 0 : sharedWeight(sentence, held, field.vocabulary) / sentence.weight,
    score: dice(sentence, held, field.vocabulary),
  };
}

/** How many telling stems a sentence shares with others: one name alone places nothing. */
function sharedCount(sentence: PreparedSentence, others: readonly PreparedSentence[]): number {
  return [...sentence.ids].filter((id) => others.some((o) => o.ids.includes(id))).length;
}

function verdictAt(
  field: Field,
  side: Side,
  place: Place,
): { readonly verdict: CheckVerdict; readonly changes: readonly Change[] } {
  const source = sideOf(field.sources[place.s] as Prepared, place.places);
  const changes = groupChanges(source, side, { score: place.score, vocabulary: field.vocabulary });
  const swapped = changes.some((c) => c.class === "place") ? [] : swappedName(source, side, field.vocabulary);
  const named = [...changes.filter((c) => swapped.length === 0 || c.class !== "entity-replaced"), ...swapped];
  const all = named.filter((c) => !isReworded(c, source, side));
  const grave = gravest(all);
  if (grave !== null && grave !== "source-dropped") return { verdict: grave, changes: all };
  const backing = backingOf(source, side);
  const both = [...all, ...backing.changes];
  if (backing.verdict === "contradicted" && !isPlaceOnly(all, backing.changes))
    return { verdict: "contradicted", changes: both };
  if (grave !== null) return { verdict: grave, changes: all };
  const changed = all.some((c) => !isOmission(c, source, side)) || hasNovel(source, side);
  const verdict =
    backing.verdict === "contradicted" || (backing.verdict === "backed" && changed) ? "changed" : backing.verdict;
  // Words that are only tied otherwise than in the source are told where nothing else is.
  const told = verdict === "changed" && changed ? [...all, ...backing.changes.filter((c) => c.a !== undefined)] : both;
  return { verdict, changes: told };
}

/** The verdict that the gravest change gives; null where it only changes something, or nothing. */
function gravest(all: readonly Change[]): CheckVerdict | null {
  const has = (...classes: readonly Change["class"][]) => all.some((c) => classes.includes(c.class));
  const otherCount = all.some((c) => c.class === "number" && c.weight > 0.8);
  const noneLeft = all.some((c) => c.class === "quantifier" && c.weight >= NONE);
  const otherDay = all.some((c) => c.class === "date" && c.weight > 0.7 && c.b !== undefined);
  if (has("contradicted", "role-moved", "entity-replaced") || otherCount || otherDay || noneLeft) return "contradicted";
  if (has("modality-hardened", "possible-to-happened")) return "hardened";
  if (has("attribution")) return "source-dropped";
  return has("modality-softened") ? "softened" : null;
}

/** A sentence may leave out a day, a place or another count and still stand on its source; not the count of what it tells. */
function isOmission({ class: of, a, b, weight }: Change, source: Side, side: Side): boolean {
  if (b !== undefined) return false;
  return of === "date" || of === "place" || (of === "number" && (weight < 0.5 || !isCounted(a, source, side)));
}

/** Whether the sentence still tells of what the number counts, by the very noun: "officers" are no "office". */
function isCounted(number: Change["a"], source: Side, side: Side): boolean {
  const noun = source.tokens.find((t) => number !== undefined && t.start >= number.end && t.pos === "NOUN");
  return noun === undefined || side.tokens.some((t) => t.lemma === noun.lemma);
}

/** A name or number that the source lacks. */
function hasNovel(source: Side, side: Side): boolean {
  const own = specificsOf(side);
  const [words, there] = [termsOf(side), termsOf(source)];
  // An Arabic word in another form is no name, and "thirty-one" no other number than 31.
  const stands = (t: Term) => !t.telling || there.some((o) => isMatch(t, o, { broader: false }));
  const isForm = (start: number) =>
    words.some((t) => t.start === start && (t.arabic || t.number !== undefined) && stands(t));
  const days = dayPairs(source, side).map((d) => d.own);
  const isDay = (start: number) => days.some((d) => d.start <= start && start < d.end);
  return side.text.specifics.some(
    ({ span: { start }, ...s }) =>
      own.includes(s.key) &&
      !knows(source.text.known, { span: { start, end: start }, ...s }) &&
      !isForm(start) &&
      !isDay(start),
  );
}

/** Somebody else in the same place: each side has one name that the other lacks, and all the rest agrees. */
function swappedName(source: Side, side: Side, vocabulary: Vocabulary): readonly Change[] {
  const [gone, come] = [newNames(source, side), newNames(side, source)];
  const [x, y] = [gone[0], come[0]];
  if (x === undefined || y === undefined || gone.length !== 1 || come.length !== 1) return [];
  // "The president's government", "the Lorvian government": a people is nobody's name.
  if (isDemonym(x.stem) || isDemonym(y.stem) || isDemonym(x.norm) || isDemonym(y.norm)) return [];
  const rest = (s: Side, name: string) => [...s.stems].filter((k) => k !== name && vocabulary.words.of(k) >= TELLING);
  const [a, b] = [rest(source, x.stem), rest(side, y.stem)];
  const shared = a.filter((k) => side.stems.has(k)).length;
  if (shared < 0.6 * Math.min(a.length, b.length) || shared < 0.5 * Math.max(a.length, b.length)) return [];
  return [
    { class: "entity-replaced", a: { start: x.start, end: x.end }, b: { start: y.start, end: y.end }, weight: 0.9 },
  ];
}

function isCountOnly(changes: readonly Change[]): boolean {
  return (
    changes.some((c) => c.class === "number") &&
    !changes.some((c) => c.class === "contradicted" || c.class === "role-moved")
  );
}
