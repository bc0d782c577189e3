import data from "../data/explanation-words.json" with { type: "json" };
import type { Attribution, ExplanationKind, NamedExplanation } from "../model/assessment.ts";
import { figureId, slug } from "../model/id.ts";
import { byCodeUnit, overlaps, type Span } from "../model/span.ts";
import { fold } from "../text/fold.ts";
import { findIncidentWords } from "../text/incident-words.ts";
import { wordFinder } from "../text/word-finder.ts";
import { isOfAnEvent } from "./doers.ts";
import { type HeldStatement, nameOf, quoted, type RecordDocument, type RecordInput } from "./input.ts";
import { type Party, partiesIn, statementAt } from "./parties.ts";

type How = "names" | "supports" | "weakens";

const kinds = wordFinder(
  Object.entries(data.kinds).flatMap(([kind, words]) => words.map((w) => [w, kind as ExplanationKind] as const)),
);
// What keeps an explanation open names it, though its words hold "ruled out".
const frames = wordFinder([
  ...data.names.map((w) => [w, "names" as How] as const),
  ...data.supports.map((w) => [w, "supports" as How] as const),
  ...data.weakens.map((w) => [w, "weakens" as How] as const),
  ...data.keepsOpen.map((w) => [w, "names" as How] as const),
]);

const ofActors = wordFinder([
  ...data.ofActor.supports.map((w) => [w, "supports" as How] as const),
  ...data.ofActor.weakens.map((w) => [w, "weakens" as How] as const),
]);

interface Passage {
  readonly kind: ExplanationKind;
  readonly actor: string | null;
  readonly how: How;
  readonly cue: Span;
  readonly sentence: Span;
  readonly document: RecordDocument;
  readonly statement: string | null;
}

export interface ExplanationSources {
  readonly held: readonly HeldStatement[];
  readonly attributions: readonly Attribution[];
  readonly incident: string | null;
}

/**
 * The explanations that the texts name: kinds of them by words such as "a lone actor" where the sentence speaks of what it was, and actors
 * that somebody names as the one who did it; each with the passages that name, support or weaken it. Proposals, in the sources' words.
 */
export function explanationsNamed(input: RecordInput, sources: ExplanationSources): readonly NamedExplanation[] {
  const passages = [
    ...input.documents.flatMap((document) =>
      document.reading.sentences.flatMap((s) =>
        s.repeat || s.part === "footer" || s.part === "byline" ? [] : inSentence(input, document, s),
      ),
    ),
    ...byAttribution(sources),
  ];
  const groups = new Map<string, Passage[]>();
  for (const p of [...passages, ...input.documents.flatMap((d) => pointingAt(d, passages))]) {
    const key = p.actor === null ? p.kind : `actor/${fold(p.actor).replace(/^(?:the|a|an)\s+/, "")}`;
    const list = groups.get(key) ?? [];
    if (!list.some((x) => x.document.id === p.document.id && x.sentence.start === p.sentence.start && x.how === p.how))
      list.push(p);
    groups.set(key, list);
  }
  return [...groups].sort(([a], [b]) => byCodeUnit(a, b)).map(([key, list]) => row(input, { key, list }, sources));
}

function row(
  input: RecordInput,
  { key, list }: { readonly key: string; readonly list: readonly Passage[] },
  { incident }: ExplanationSources,
): NamedExplanation {
  const [first] = list as readonly [Passage, ...Passage[]];
  const own = data["names-in-print"] as Readonly<Record<string, string>>;
  const passages = list.map((p) => ({
    how: p.how,
    cue: quoted(p.document, p.cue),
    quote: quoted(p.document, p.sentence),
    statement: p.statement,
  }));
  const name = first.kind === "actor" ? (printedName(input, first) ?? key) : (own[first.kind] ?? first.kind);
  return {
    id: slug(key),
    kind: first.kind,
    actor: first.kind === "actor" && input.actor(first.actor ?? "") !== null ? first.actor : null,
    name,
    incident,
    passages,
    count: input.book.add({
      id: figureId(input.slug, "explanation-named", key),
      value: passages.length,
      unit: "count",
      rule: "XP1",
      from: passages.map((x) => ({ is: "words", span: x.quote.span, quote: x.quote.quote })),
      by: "grounds",
    }),
  };
}

function printedName(input: RecordInput, { actor }: Passage): string | null {
  if (actor === null) return null;
  return input.actor(actor) === null ? actor : nameOf(input, actor);
}

/** What a sentence says of explanations: a kind's words beside words that name, support or weaken one, the nearer to it the better. */
function inSentence(input: RecordInput, document: RecordDocument, sentence: Span): readonly Passage[] {
  const words = document.text.slice(sentence.start, sentence.end);
  const at = (span: Span): Span => ({ start: sentence.start + span.start, end: sentence.start + span.end });
  const placed = (found: ReturnType<typeof frames>): readonly Cue[] =>
    found.map((c) => ({ how: c.value, span: at(c.span) }));
  const told = (kind: ExplanationKind, actor: string | null, { how, span }: Cue): Passage => ({
    kind,
    actor,
    how,
    cue: span,
    sentence,
    document,
    statement: statementAt(document, span),
  });
  const cues = placed(frames(words));
  const ofKind = kinds(words).flatMap((k) => {
    const near = nearest(document, cues, at(k.span));
    const own =
      near.length > 0 || !isProposed(document, at(k.span), k.value)
        ? near
        : [{ how: "names" as const, span: at(k.span) }];
    return own.map((c) => told(k.value, null, c));
  });
  const about = placed(ofActors(words));
  const ofActor =
    about.length === 0
      ? []
      : suspects(input, document, sentence).flatMap((party) =>
          partyCue(about, document, party).map((c) => told("actor", party.actor, c)),
        );
  return [...ofKind, ...ofActor];
}

const plain = wordFinder(data.plain.map((w) => [w, true] as const));
const SAID_TO_BE: ReadonlySet<ExplanationKind> = new Set([
  "lone-actor",
  "accident",
  "mistake",
  "foreign-state",
  "personal",
  "infighting",
  "staged",
]);

/** Whether words of a kind tell what it was without a word such as "theory": "acted alone", or what somebody is said to say it was. */
function isProposed(document: RecordDocument, place: Span, kind: ExplanationKind): boolean {
  const sentence = document.reading.sentences.find((s) => s.start <= place.start && place.end <= s.end);
  if (sentence === undefined || !isAboutIt(document, sentence)) return false;
  if (plain(document.text.slice(place.start, place.end)).length > 0) return true;
  return SAID_TO_BE.has(kind) && statementAt(document, place) !== null;
}

/** Of what happened, or of who did it. */
function isAboutIt({ text }: RecordDocument, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  return (
    isOfAnEvent(words) || ["attacker", "target"].some((what) => findIncidentWords(words, what as "target").length > 0)
  );
}

const turns = wordFinder(data.turns.map((w) => [w, true] as const));
const evidence = wordFinder(data.evidence.map((w) => [w, true] as const));
const strengths = wordFinder([
  ...data.supports.map((w) => [w, "supports" as How] as const),
  ...data.weakens.map((w) => [w, "weakens" as How] as const),
]);
const THIS =
  /^\s(?:[^\s.,;]{1,20}\s){0,3}?(?:(?:this|that|it|them|these|the (?:theory|account|explanation|version|hypothesis|idea|possibility))\b|(?:هذا|هذه|ذلك|تلك|الفرضية|الرواية|التفسير|الاحتمال)(?!\p{L}))/iu;

/**
 * What speaks for or against the explanation last named before it, in its sentence or the two before: "the wreckage fits that explanation",
 * or evidence after "but" or "however", which weakens it.
 */
function pointingAt(document: RecordDocument, passages: readonly Passage[]): readonly Passage[] {
  const named = passages.filter((p) => p.document.id === document.id && p.how !== "weakens");
  if (named.length === 0) return [];
  return document.reading.sentences.flatMap((sentence, index) => {
    const words = document.text.slice(sentence.start, sentence.end);
    const cue = pointer(words);
    if (cue === null) return [];
    const span = { start: sentence.start + cue.span.start, end: sentence.start + cue.span.end };
    const from = document.reading.sentences[index - cue.reach];
    const near = from === undefined || from.paragraph !== sentence.paragraph ? sentence : from;
    const last = named
      .filter((p) => p.cue.end <= span.start && p.sentence.start >= near.start)
      .sort((a, b) => a.cue.start - b.cue.start)
      .at(-1);
    if (last === undefined) return [];
    return [{ ...last, how: cue.how, cue: span, sentence, statement: statementAt(document, span) }];
  });
}

function pointer(words: string): { readonly how: How; readonly span: Span; readonly reach: number } | null {
  const strong = strengths(words).find((c) => THIS.test(words.slice(c.span.end, c.span.end + 90)));
  if (strong !== undefined) return { how: strong.value, span: strong.span, reach: 2 };
  const turn = turns(words).find((t) => evidence(words.slice(t.span.end, t.span.end + 160)).length > 0);
  return turn === undefined || kinds(words.slice(turn.span.end)).length > 0
    ? null
    : { how: "weakens", span: turn.span, reach: 1 };
}

interface Cue {
  readonly how: How;
  readonly span: Span;
}

const NEAR = 60;

/** The cue nearest to a place with no other clause between: one that supports or weakens before one that only names. */
function nearest({ text }: RecordDocument, cues: readonly Cue[], place: Span): readonly Cue[] {
  const gap = (c: Cue) => Math.max(0, place.start - c.span.end, c.span.start - place.end);
  const between = (c: Cue) =>
    c.span.end <= place.start ? text.slice(c.span.end, place.start) : text.slice(place.end, c.span.start);
  const strong = cues.filter(
    (c) => c.how !== "names" && !overlaps(c.span, place) && gap(c) < NEAR && !/[.,;:،؛]/u.test(between(c)),
  );
  const weak = cues.filter((c) => c.how === "names");
  return [...(strong.length > 0 ? strong : weak)]
    .sort((a, b) => gap(a) - gap(b) || a.span.start - b.span.start)
    .slice(0, 1);
}

/** Armed groups and states that a sentence names, for "bears the hallmarks of X". */
function suspects(input: RecordInput, document: RecordDocument, sentence: Span): readonly Party[] {
  return partiesIn(document, sentence).filter((party) => {
    const kind = party.actor === null ? null : input.actor(party.actor)?.kind;
    return kind === "armed-group" || kind === "state";
  });
}

/** The cue that stands right before the actor: "points to X", "rules out X", not one a clause away. */
function partyCue(cues: readonly Cue[], { text }: RecordDocument, { span }: Party): readonly Cue[] {
  return cues.filter((c) => {
    if (c.span.end > span.start) return false;
    const between = text.slice(c.span.end, span.start);
    return !/[.,;:،؛]/u.test(between) && between.trim().split(/\s+/u).length <= 4;
  });
}

const BY_SAID: Readonly<Partial<Record<Attribution["said"], How>>> = {
  claims: "supports",
  blames: "names",
  accuses: "names",
  assesses: "names",
  suggests: "names",
  denies: "weakens",
};

/** Who was named as the one who did it, or denied it. */
function byAttribution({ held, attributions }: ExplanationSources): readonly Passage[] {
  return attributions.flatMap((a): readonly Passage[] => {
    const how = BY_SAID[a.said];
    const own = a.said === "claims" || (a.said === "denies" && a.whomActor === null);
    const actor = own ? (a.byActor ?? a.by) : (a.whomActor ?? a.whom);
    const h = held.find((x) => x.statement.id === a.statement);
    if (how === undefined || actor === null || h === undefined || actor === "nobody named") return [];
    const { statement, document } = h;
    const cue = statement.cue?.span ?? statement.target?.span ?? statement.sentence;
    return [{ kind: "actor", actor, how, cue, sentence: statement.sentence, document, statement: statement.id }];
  });
}
