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
  /** Of kind `other`: where the sentence that names it begins. */
  readonly key?: number;
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
  const plainly = [
    ...input.documents.flatMap((document) =>
      document.reading.sentences.flatMap((s) =>
        s.repeat || s.part === "footer" || s.part === "byline" ? [] : inSentence(input, document, s),
      ),
    ),
    ...byAttribution(sources),
  ];
  const passages = [...plainly, ...input.documents.flatMap((d) => supposed(d, plainly))];
  const groups = new Map<string, Passage[]>();
  for (const p of [...passages, ...input.documents.flatMap((d) => pointingAt(d, passages))]) {
    const key = slug(keyOf(p));
    const list = groups.get(key) ?? [];
    if (!list.some((x) => x.document.id === p.document.id && x.sentence.start === p.sentence.start && x.how === p.how))
      list.push(p);
    groups.set(key, list);
  }
  // A denial of what nobody in the texts says names no explanation.
  return [...groups]
    .filter(([, list]) => list.some((p) => p.how !== "weakens" || p.kind !== "actor"))
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([key, list]) => row(input, { key, list }, sources));
}

function keyOf({ kind, actor, document, key, sentence }: Passage): string {
  if (kind === "other") return `other/${document.position}-${key ?? sentence.start}`;
  return actor === null ? kind : `actor/${fold(actor).replace(/^(?:the|a|an)\s+/, "")}`;
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
  const name = first.kind === "actor" ? (printedName(input, first) ?? key) : (own[first.kind] ?? ownWords(first));
  return {
    id: key,
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

const LONGEST = 90;

/** The words from the cue to the end of its clause. */
function ownWords({ document, cue, sentence }: Passage): string {
  const rest = document.text.slice(cue.start, sentence.end);
  const end = rest.slice(cue.end - cue.start).search(/[,;:.،؛]/u);
  const words = end < 0 ? rest : rest.slice(0, cue.end - cue.start + end);
  return words.length <= LONGEST ? words.trim() : `${words.slice(0, LONGEST).replace(/\s\S*$/u, "")} …`;
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

/** "It is not known who was behind it", "no group has said", لم تعلن أي جهة: nothing supposed. */
const UNKNOWN =
  /\b(?:no (?:one|group|organi[sz]ation|claim|faction)|nobody|none of)\b|\b(?:not|un)(?: yet)? ?(?:known|clear|certain) (?:yet )?who\b|(?<!\p{L})[وف]?(?:لا|لم) [يت]عرف (?:بعد )?(?:من|هوية)|(?<!\p{L})[وف]?لم [تي]\p{L}{2,6} (?:أي|أحد|جهة)/iu;

const suppositions = wordFinder(data.hypothesis.map((w) => [w, true] as const));

/** What somebody supposes that it was, where neither a kind's words nor an actor name it: "the real target was the money changer". */
function supposed(document: RecordDocument, named: readonly Passage[]): readonly Passage[] {
  const { sentences } = document.reading;
  return sentences.flatMap((sentence, i): readonly Passage[] => {
    if (sentence.repeat || sentence.part !== "body") return [];
    if (named.some((p) => p.document.id === document.id && p.sentence.start === sentence.start)) return [];
    const words = document.text.slice(sentence.start, sentence.end);
    const [cue] = suppositions(words);
    const points = pointer(words);
    if (cue === undefined || UNKNOWN.test(words) || (points !== null && points.span.start <= cue.span.start)) return [];
    const near = [sentence, sentences[i - 1]].some((s) => s !== undefined && isAboutIt(document, s));
    if (!near) return [];
    const span = { start: sentence.start + cue.span.start, end: sentence.start + cue.span.end };
    return [
      {
        kind: "other",
        actor: null,
        how: "names",
        cue: span,
        sentence,
        document,
        statement: statementAt(document, span),
        key: sentence.start,
      },
    ];
  });
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
  /^\s(?:[^\s.,;]{1,20}\s){0,3}?(?:(?:this|that|it|them|these|the (?:theory|account|explanation|version|hypothesis|idea|possibility))\b|(?:هذا|هذه|ذلك|تلك|(?:ال)?(?:فرضية|رواية|تفسير|احتمال))(?!\p{L}))/iu;

const REACH = 2;

/**
 * What speaks for or against an explanation named before it: in its own sentence grounds ("because", "citing"), in it or the two after in its
 * paragraph what points back ("fits that theory"), what contradicts ("disagrees", "found no", "but" before evidence), and what the same
 * speaker goes on to say.
 */
function pointingAt(document: RecordDocument, passages: readonly Passage[]): readonly Passage[] {
  const named = passages.filter((p) => p.document.id === document.id && p.how !== "weakens");
  if (named.length === 0) return [];
  const { sentences } = document.reading;
  return sentences.flatMap((sentence, index): readonly Passage[] => {
    if (sentence.repeat || sentence.part === "headline") return [];
    const words = document.text.slice(sentence.start, sentence.end);
    return [pointer(words) ?? argument(words) ?? goingOn(document, index, named)].flatMap((cue): readonly Passage[] => {
      if (cue === null) return [];
      const span = { start: sentence.start + cue.span.start, end: sentence.start + cue.span.end };
      const from = sentences
        .slice(Math.max(0, index - cue.reach), index + 1)
        .find((s) => s.paragraph === sentence.paragraph);
      const earlier = named.filter((p) => p.cue.start < span.start).sort((a, b) => a.cue.start - b.cue.start);
      const near = earlier.filter((p) => p.sentence.start >= (from ?? sentence).start).at(-1);
      const last = near ?? (cue.how === "weakens" ? sharing(document, sentence, earlier) : undefined);
      if (last === undefined) return [];
      return [{ ...last, how: cue.how, cue: span, sentence, statement: statementAt(document, span) }];
    });
  });
}

/** The explanation whose naming sentence shares most words with an objection further on; undefined where none shares any. */
function sharing({ text }: RecordDocument, objection: Span, earlier: readonly Passage[]): Passage | undefined {
  const here = contentWords(text.slice(objection.start, objection.end));
  const scored = earlier.map((p) => {
    const there =
      p.actor === null
        ? text.slice(p.cue.start, p.sentence.end)
        : `${p.actor.replaceAll("-", " ")} ${text.slice(p.cue.start, p.sentence.end)}`;
    return { p, shared: [...contentWords(there)].filter((w) => here.has(w)).length };
  });
  const most = Math.max(0, ...scored.map((x) => x.shared));
  return most === 0 ? undefined : scored.filter((x) => x.shared === most).at(-1)?.p;
}

const COMMON = new Set(
  "about after again against attack attacks because before being could denied their there these those under where which while would should other police group groups claim claimed responsibility government ministry minister statement people involvement".split(
    " ",
  ),
);

function contentWords(words: string): ReadonlySet<string> {
  const folded = [...fold(words).matchAll(/[\p{L}\p{N}]+/gu)].map((m) =>
    m[0].replace(/^[وفبل]?ال(?=\p{L}{3})/u, "").replace(/s$/, ""),
  );
  return new Set(folded.filter((w) => w.length > (/\p{Script=Arabic}/u.test(w) ? 3 : 4) && !COMMON.has(w)));
}

interface Pointer {
  readonly how: How;
  readonly span: Span;
  /** How many sentences back what it points at may stand. */
  readonly reach: number;
}

function pointer(words: string): Pointer | null {
  const strong = strengths(words).find((c) => THIS.test(words.slice(c.span.end, c.span.end + 90)));
  if (strong !== undefined) return { how: strong.value, span: strong.span, reach: REACH };
  const turn = turns(words).find((t) => evidence(words.slice(t.span.end, t.span.end + 160)).length > 0);
  return turn === undefined || kinds(words.slice(turn.span.end)).length > 0
    ? null
    : { how: "weakens", span: turn.span, reach: 1 };
}

const objections = wordFinder(data.against.map((w) => [w, true] as const));
const reasons = wordFinder(data.grounds.map((w) => [w, true] as const));

const SAME_SPEAKER =
  /^(?:He|She|They|It)\b[^.]{0,90}\b(?:said|says|added|adds|argued|argues|noted|notes|pointed|points|recalled|told|cited|cites)\b|,\s(?:he|she|they|it) (?:said|says|added|adds|argued|noted|points out)\b|^[وف]?(?:أضاف|أضافت|أضافوا|أوضح|أوضحت|تابع|تابعت|أشار|أشارت|لفت|لفتت|أكد|أكدت|دل|دلت|أظهر|أظهرت|كشف|كشفت|يدعم|تدعم|يعزز|تعزز)(?!\p{L})/u;

/** A sentence that turns against the one before it. */
const TURNS =
  /^(?:But|However|Yet|Still|Nevertheless|Nonetheless|On the other hand|Against (?:this|that)|Even so|That said|Not everybody|Not everyone)\b|^[وف]?(?:إلا أن|لكن|لكنها?|لكنه|غير أن|بيد أن|على أن|في المقابل|ومع ذلك|مع ذلك|رغم ذلك)(?!\p{L})/u;

const OF_AN_INQUIRY = /\b(?:inquiry|investigation|probe)\b|تحقيق/iu;
const WITHOUT = /\b(?:no|not|never|without|offered no|nothing)\b|(?<!\p{L})[وف]?(?:لم|لا|ليس|دون|بدون|لن)(?!\p{L})/iu;

/** What the same speaker says next, or evidence told next, backs what he has just said. */
function goingOn(document: RecordDocument, index: number, named: readonly Passage[]): Pointer | null {
  const [before, sentence] = [document.reading.sentences[index - 1], document.reading.sentences[index]];
  if (before === undefined || sentence === undefined || before.paragraph !== sentence.paragraph) return null;
  const at = (s: Span) => named.find((p) => p.sentence.start === s.start);
  if (at(before) === undefined || at(sentence) !== undefined) return null;
  const words = document.text.slice(sentence.start, sentence.end);
  const [seen] = evidence(words);
  const said = SAME_SPEAKER.exec(words);
  if ((seen === undefined && said === null) || WITHOUT.test(words)) return null;
  const span = seen?.span ?? { start: said?.index ?? 0, end: (said?.index ?? 0) + (said?.[0].length ?? 0) };
  return { how: "supports", span, reach: 1 };
}

/** An objection, or grounds given in the sentence that names the explanation. */
function argument(words: string): Pointer | null {
  const [against] = OF_AN_INQUIRY.test(words) ? [] : objections(words);
  if (against !== undefined) return { how: "weakens", span: against.span, reach: REACH };
  const turn = TURNS.exec(words);
  if (turn !== null) return { how: "weakens", span: { start: 0, end: turn[0].length }, reach: 1 };
  const [ground] = reasons(words);
  return ground === undefined ? null : { how: "supports", span: ground.span, reach: 0 };
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
  claims: "names",
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
