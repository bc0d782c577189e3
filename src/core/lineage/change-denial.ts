import words from "../data/change-words.json" with { type: "json" };
import type { Change } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import { isNegated } from "./change-modality.ts";
import { opposites } from "./change-opposites.ts";
import type { NounPhrase } from "./chunks.ts";
import type { Predicate } from "./clauses.ts";
import type { Vocabulary } from "./prepare.ts";
import { type Side, wholeOf } from "./side.ts";

const IMPLIED = new Set(words.impliedNegations.split(" "));
/** A predicate's own word, not grammar. */
const TELLING = 3;
/** A noun that is denied may be a plainer word. */
const NOUN = 2;
/** Sides that share less than this are too far apart for a negation to be the same one. */
export const SAME_PREDICATE = 0.35;

export interface Near {
  readonly score: number;
  readonly vocabulary: Vocabulary;
}

/**
 * A predicate said on one side and denied on the other; both sentences must be near enough to speak of one thing. By the verbs where both
 * sides share one; else by the words next to a negation. Admitted there and denied here is denied too.
 */
export function contradictions(a: Side, b: Side, { score, vocabulary }: Near): readonly Change[] {
  if (score < SAME_PREDICATE || isConditional(a) || isConditional(b) || isAsked(a) || isAsked(b)) return [];
  const shared = a.clauses.predicates.filter(
    (p) => isTelling(p) && b.clauses.predicates.some((q) => q.stem === p.stem),
  );
  for (const p of shared) {
    const [q, twin] = b.clauses.predicates.filter((o) => o.stem === p.stem);
    if (q === undefined || twin !== undefined || isDenied(a, p) === isDenied(b, q)) continue;
    // "Have not been trained", "ought to be trained": both may be so.
    const [told, not] = isDenied(a, p) ? [q, p] : [p, q];
    if (told.open && !not.open) continue;
    if (a.clauses.predicates.some((o) => o.stem === p.stem && isDenied(a, o) !== isDenied(a, p))) continue;
    if (hasAnotherDenial(isDenied(a, p) ? b : a) || isUnderIf(a, p) || isUnderIf(b, q)) continue;
    return [{ class: "contradicted", a: bare(p.span), b: bare(q.span), weight: 1 }];
  }
  const turned = turnedDenial(a, b) ?? turnedDenial(b, a);
  if (turned !== null) {
    const [x, y] = turned.denied === a ? [turned.no, turned.yes] : [turned.yes, turned.no];
    return [{ class: "contradicted", a: bare(x.span), b: bare(y.span), weight: 1 }];
  }
  const against = opposites(a, b, isDeniedNear);
  if (against.length > 0) return against;
  const swapped = denialSwapped(a, b, vocabulary);
  if (swapped !== null) return [swapped];
  return shared.length > 0 ? [] : byWords(a, b, vocabulary);
}

const LIGHT = new Set("be have do say tell make take get go come know think want see need".split(" "));

function isTelling({ lemma, nominal }: Predicate): boolean {
  return !LIGHT.has(lemma) && !nominal;
}

function isConditional({ marks, norms }: Side): boolean {
  return norms.includes("unless") || (marks.some((m) => m.conditions.length > 0) && marks.some((m) => m.question));
}

/** "If the ransom is not paid", "whether it was": nothing is denied there. */
function isUnderIf({ words, norms }: Side, { span }: Predicate): boolean {
  return words.some((w, i) => w.start < span.start && (norms[i] === "if" || norms[i] === "whether"));
}

const NOBODY = new Set("no nobody none neither nothing".split(" "));

/** Negated by its own "not", by what it hangs on ("refused to pay"), or by nobody doing it. */
function isDenied(side: Side, { negated, governor, agent, patient, span }: Predicate): boolean {
  const implied = governor !== undefined && IMPLIED.has(governor) && isRightBehind(side, span, governor);
  return [negated, implied, isNone(side, agent), isNone(side, patient)].filter(Boolean).length % 2 === 1;
}

/** "Refused to pay", "denied ever having paid"; not the second verb of a list. */
function isRightBehind({ words: list }: Side, { start }: Span, governor: string): boolean {
  const before = list.filter((w) => w.end <= start).slice(-2);
  return before.some((w) => w.norm.slice(0, 4) === governor.slice(0, 4));
}

function isAsked({ marks }: Side): boolean {
  return marks.some((m) => m.question);
}

function isNone({ text }: Side, phrase: NounPhrase | undefined): boolean {
  if (phrase === undefined) return false;
  const raw = text.read.info.text.slice(phrase.span.start, phrase.span.end);
  return NOBODY.has(raw.toLowerCase().split(/\W/)[0] ?? "");
}

function hasNobody({ norms }: Side): boolean {
  return norms.some((w) => NOBODY.has(w));
}

/** Words that deny by their meaning, so that the side without a "not" says no less: "failed to warn", "nobody warned". */
function hasAnotherDenial({ norms }: Side): boolean {
  return norms.some(
    (w, i) =>
      IMPLIED.has(w) ||
      NOBODY.has(w) ||
      w === "without" ||
      w === "not" ||
      w.endsWith("n't") ||
      w === "against" ||
      (w === "yet" && norms[i + 1] === "to") ||
      (w === "rather" && norms[i + 1] === "than") ||
      (w === "instead" && norms[i + 1] === "of") ||
      (w === "too" && norms.slice(i + 2, i + 5).includes("to")) ||
      (KEEPING.has(w) && norms.slice(i + 2, i + 5).includes("from")),
  );
}

/** "To keep anybody from following" denies the following. */
const KEEPING = new Set(words.keepFrom.split(" "));

const DENYING = new Set("deny reject dispute refute disavow".split(" "));
const ADMITTING = new Set("admit confirm acknowledge concede confess claim boast".split(" "));

/** The same speaker denies here what it admits there. */
function turnedDenial(denied: Side, other: Side) {
  const no = denied.clauses.predicates.find((p) => DENYING.has(p.lemma) && !p.negated);
  const yes = other.clauses.predicates.find((p) => (ADMITTING.has(p.lemma) || SAYING.has(p.lemma)) && !p.negated);
  if (no?.agent === undefined || yes?.agent === undefined || others(other, no) || others(denied, yes)) return null;
  // "Denied that money was paid", "said that no money was paid": one and the same.
  if (no.agent.head !== yes.agent.head || negations(denied) !== negations(other)) return null;
  if (isNone(other, yes.patient) || hasNobody(other) !== hasNobody(denied)) return null;
  const plain = ADMITTING.has(yes.lemma);
  return plain || contentShared(denied, other) ? { denied, no, yes } : null;
}

/** The same verb of the same speaker, there too. */
function others({ clauses }: Side, { stem, agent }: Predicate): boolean {
  return clauses.predicates.some((p) => p.stem === stem && p.agent?.head === agent?.head);
}

const SAYING = new Set("say report state declare tell insist maintain argue".split(" "));

/** Most of the shorter side's words stand on the other. */
function contentShared(a: Side, b: Side): boolean {
  const shared = [...a.stems].filter((s) => b.stems.has(s)).length;
  return shared >= 0.6 * Math.min(a.stems.size, b.stems.size);
}

/** "A software error, not an attack", "an attack and not a software error": what is denied there is told here. */
function denialSwapped(a: Side, b: Side, vocabulary: Vocabulary): Change | null {
  const [no, not] = [deniedThings(a, vocabulary), deniedThings(b, vocabulary)];
  const told = (of: Side, denied: ReadonlyMap<string, Span>, stem: string) => of.stems.has(stem) && !denied.has(stem);
  for (const [stem, span] of no) {
    if (!told(b, not, stem) || (not.size === 0 && hasAnotherDenial(b))) continue;
    const back = [...not].find(([s]) => told(a, no, s));
    const lost = [...a.stems].some((s) => !no.has(s) && vocabulary.words.of(s) >= TELLING && !b.stems.has(s));
    if (back !== undefined || (not.size === 0 && lost))
      return { class: "contradicted", a: span, b: placeOf(b, stem), weight: 1 };
  }
  return null;
}

const BETWEEN = new Set("a an the by from of in for because any".split(" "));

/** Nouns right behind a "not" that goes with no verb. */
function deniedThings({ words: list, norms, clauses }: Side, vocabulary: Vocabulary): ReadonlyMap<string, Span> {
  const found = new Map<string, Span>();
  norms.forEach((norm, i) => {
    const at = list[i];
    if (
      norm !== "not" ||
      at === undefined ||
      clauses.predicates.some((p) => p.span.start <= at.start && at.end <= p.span.end)
    )
      return;
    let k = i + 1;
    while (BETWEEN.has(norms[k] ?? "")) k++;
    if (k === i + 1) return;
    const noun = clauses.slots.find(({ phrase }) => {
      const word = list[k];
      return word !== undefined && phrase.span.start <= word.start && word.end <= phrase.span.end;
    });
    for (const w of list)
      if (noun !== undefined && noun.phrase.span.start <= w.start && w.end <= noun.phrase.span.end)
        if (vocabulary.words.of(w.stem) >= NOUN) found.set(w.stem, bare(w));
  });
  return found;
}

function isDeniedNear(side: Side, stem: string): boolean {
  return isNegated(side, stem) || side.clauses.predicates.some((p) => p.stem === stem && isDenied(side, p));
}

function byWords(a: Side, b: Side, vocabulary: Vocabulary): readonly Change[] {
  const [n, m] = [negations(a), negations(b)];
  if (n > 0 && m > 0) return [];
  const [negated, plain] = n > 0 ? [a, b] : [b, a];
  // "Failed to warn" says what "did not warn" says.
  if (n + m === 0 || plain.norms.some((w) => IMPLIED.has(w))) return [];
  const stem = [...negated.stems].find(
    (s) =>
      vocabulary.words.of(s) >= TELLING &&
      isNegated(negated, s) &&
      plain.stems.has(s) &&
      !isNegated(plain, s) &&
      isVerb(a, b, s),
  );
  return stem === undefined ? [] : [{ class: "contradicted", a: placeOf(a, stem), b: placeOf(b, stem), weight: 1 }];
}

/** A verb on either side, as far as the texts are read by clauses. */
function isVerb(a: Side, b: Side, stem: string): boolean {
  const verbs = [...a.clauses.predicates, ...b.clauses.predicates];
  return verbs.length === 0 || verbs.some((v) => v.stem === stem);
}

function negations(side: Side): number {
  return side.marks.reduce((sum, m) => sum + m.negations.length, 0);
}

function placeOf(side: Side, stem: string) {
  const word = side.words.find((w) => w.stem === stem);
  return word === undefined ? wholeOf(side) : { start: word.start, end: word.end };
}

function bare({ start, end }: Span): Span {
  return { start, end };
}
