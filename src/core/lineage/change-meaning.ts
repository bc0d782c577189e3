import words from "../data/change-words.json" with { type: "json" };
import type { Change } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import { foldWord, stemOf } from "../text/words.ts";
import { isNegated } from "./change-modality.ts";
import type { NounPhrase } from "./chunks.ts";
import type { Predicate } from "./clauses.ts";
import { loadedStems } from "./loaded.ts";
import type { Vocabulary } from "./prepare.ts";
import { type Side, wholeOf } from "./side.ts";

const IMPLIED = new Set(words.impliedNegations.split(" "));
/** A predicate's own word, not grammar. */
const TELLING = 3;
/** Sides that share less than this are too far apart for a negation to be the same one. */
const SAME_PREDICATE = 0.35;

/**
 * A predicate said on one side and denied on the other; both sentences must be near enough to speak of one thing. By the verbs where both
 * sides share one; else by the words next to a negation. Admitted there and denied here is denied too.
 */
export function contradictions(a: Side, b: Side, { score, vocabulary }: Near): readonly Change[] {
  if (score < SAME_PREDICATE || isConditional(a) || isConditional(b)) return [];
  const shared = a.clauses.predicates.filter(
    (p) => isTelling(p) && b.clauses.predicates.some((q) => q.stem === p.stem),
  );
  for (const p of shared) {
    const [q, twin] = b.clauses.predicates.filter((o) => o.stem === p.stem);
    if (q === undefined || twin !== undefined || isDenied(a, p) === isDenied(b, q)) continue;
    if (hasAnotherDenial(isDenied(a, p) ? b : a) || isUnderIf(a, p) || isUnderIf(b, q)) continue;
    return [{ class: "contradicted", a: bare(p.span), b: bare(q.span), weight: 1 }];
  }
  const turned = turnedDenial(a, b) ?? turnedDenial(b, a);
  if (turned !== null) {
    const [x, y] = turned.denied === a ? [turned.no, turned.yes] : [turned.yes, turned.no];
    return [{ class: "contradicted", a: bare(x.span), b: bare(y.span), weight: 1 }];
  }
  const against = opposites(a, b);
  if (against.length > 0) return against;
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
function isDenied({ text }: Side, { negated, governor, agent, patient }: Predicate): boolean {
  const raw = text.read.info.text;
  const isNone = (phrase: NounPhrase | undefined) =>
    phrase !== undefined &&
    NOBODY.has(raw.slice(phrase.span.start, phrase.span.end).toLowerCase().split(/\W/)[0] ?? "");
  const implied = governor !== undefined && IMPLIED.has(governor);
  return [negated, implied, isNone(agent), isNone(patient)].filter(Boolean).length % 2 === 1;
}

/** Words that deny by their meaning, so that the side without a "not" says no less: "failed to warn", "nobody warned". */
function hasAnotherDenial({ norms }: Side): boolean {
  return norms.some((w) => IMPLIED.has(w) || NOBODY.has(w) || w === "without" || w === "not" || w.endsWith("n't"));
}

const DENYING = new Set("deny reject dispute refute disavow".split(" "));
const ADMITTING = new Set("admit confirm acknowledge concede confess claim boast".split(" "));

/** The same speaker denies here what it admits there. */
function turnedDenial(denied: Side, other: Side) {
  const no = denied.clauses.predicates.find((p) => DENYING.has(p.lemma) && !p.negated);
  const yes = other.clauses.predicates.find((p) => (ADMITTING.has(p.lemma) || SAYING.has(p.lemma)) && !p.negated);
  if (no?.agent === undefined || yes?.agent === undefined || other.stems.has(no.stem) || denied.stems.has(yes.stem))
    return null;
  if (no.agent.head !== yes.agent.head) return null;
  const plain = ADMITTING.has(yes.lemma);
  return plain || contentShared(denied, other) ? { denied, no, yes } : null;
}

const SAYING = new Set("say report state declare tell insist maintain argue".split(" "));

/** Most of the shorter side's words stand on the other. */
function contentShared(a: Side, b: Side): boolean {
  const shared = [...a.stems].filter((s) => b.stems.has(s)).length;
  return shared >= 0.6 * Math.min(a.stems.size, b.stems.size);
}

const ANTONYMS: readonly (readonly [string, string])[] = words.antonyms.map((pair) => {
  const [x = "", y = ""] = pair.split(" ").map((w) => stemOf(foldWord(w)));
  return [x, y];
});

/** "Passed" there and "failed" here, of the same thing. */
function opposites(a: Side, b: Side): readonly Change[] {
  const [mine, theirs] = [verbsAndWords(a), verbsAndWords(b)];
  for (const [x, y] of ANTONYMS)
    for (const [p, q] of [
      [x, y],
      [y, x],
    ] as const)
      if (mine.has(p) && !mine.has(q) && theirs.has(q) && !theirs.has(p) && !isDeniedNear(a, p) && !isDeniedNear(b, q))
        return [{ class: "contradicted", a: mine.get(p) as Span, b: theirs.get(q) as Span, weight: 1 }];
  return [];
}

function isDeniedNear(side: Side, stem: string): boolean {
  return isNegated(side, stem) || side.clauses.predicates.some((p) => p.stem === stem && isDenied(side, p));
}

function verbsAndWords({ words: list, clauses }: Side): ReadonlyMap<string, Span> {
  return new Map([
    ...list.map((w): [string, Span] => [w.stem, bare(w)]),
    ...clauses.predicates.map((p): [string, Span] => [p.stem, bare(p.span)]),
  ]);
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

interface Near {
  readonly score: number;
  readonly vocabulary: Vocabulary;
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

/** Who did it and to whom exchanged between participants: what one does or bears there the other does or bears here, and the other way. */
export function rolesMoved(a: Side, b: Side, { score }: Near): readonly Change[] {
  if (score < SAME_PREDICATE || isAsked(a) || isAsked(b)) return [];
  const moved = heldRoles(a, b).filter(({ x, y }) => isMoved(x, y, { a, b }));
  for (const m of moved) {
    const back = moved.some((o) => o !== m && o.x.head === m.y.head && o.y.head === m.x.head) || isBehindSame(a, b, m);
    if (back) return [{ class: "role-moved", a: bare(m.p.span), b: bare(m.q.span), weight: 1 }];
  }
  return describedMoved(a, b);
}

/** Each stands in the other's place behind one preposition: "sold it to Mirovar", "sold it to Kessary". */
function isBehindSame(a: Side, b: Side, { x, y }: HeldRole): boolean {
  const behind = (side: Side, head: string) =>
    side.clauses.slots.flatMap((s) => (s.phrase.head === head && s.preposition !== undefined ? [s.preposition] : []));
  const there = behind(a, y.head);
  return behind(b, x.head).some((p) => there.includes(p));
}

interface HeldRole {
  readonly p: Predicate;
  readonly q: Predicate;
  readonly x: NounPhrase;
  readonly y: NounPhrase;
}

/** The roles of verbs that stand once on each side, with who holds them there and here. */
function heldRoles(a: Side, b: Side): readonly HeldRole[] {
  const once = (side: Side, stem: string) => side.clauses.predicates.filter((o) => o.stem === stem).length === 1;
  return a.clauses.predicates.flatMap((p) => {
    const q = b.clauses.predicates.find((o) => o.stem === p.stem);
    if (q === undefined || p.lemma === "be" || p.shared || q.shared || !once(a, p.stem) || !once(b, p.stem)) return [];
    return (["agent", "patient"] as const).flatMap((role) => {
      const [x, y] = [p[role], q[role]];
      return x === undefined || y === undefined ? [] : [{ p, q, x, y }];
    });
  });
}

function isAsked({ marks }: Side): boolean {
  return marks.some((m) => m.question);
}

/** Two participants that differ although both sides have both. */
function isMoved(
  x: NounPhrase | undefined,
  y: NounPhrase | undefined,
  { a, b }: { readonly a: Side; readonly b: Side },
): boolean {
  if (x === undefined || y === undefined || x.pronoun || y.pronoun || x.head === y.head) return false;
  if (x.stems.some((s) => y.stems.includes(s))) return false;
  return isHeadOf(x, b) && isHeadOf(y, a) && !areApposed(a, x, y) && !areApposed(b, x, y);
}

/** "A customs officer, Teo Landry, said": one and the same. */
function areApposed({ clauses, text }: Side, x: NounPhrase, y: NounPhrase): boolean {
  const phrases = clauses.slots.map((s) => s.phrase);
  const raw = text.read.info.text;
  return phrases.some((p, k) => {
    const next = phrases[k + 1];
    if (next === undefined || !/^,?\s*$/.test(raw.slice(p.span.end, next.span.start))) return false;
    return (p.head === x.head && next.head === y.head) || (p.head === y.head && next.head === x.head);
  });
}

function isHeadOf({ head, stems }: NounPhrase, side: Side): boolean {
  return stems.every((s) => side.stems.has(s)) && side.clauses.slots.some((s) => s.phrase.head === head);
}

/** A trait told of one, then of the other: "the driver, who was drunk", "a cyclist, who was drunk"; "the envoy, a former member". */
function describedMoved(a: Side, b: Side): readonly Change[] {
  const [mine, theirs] = [traitsOf(a), traitsOf(b)];
  for (const t of mine) {
    const other = theirs.find((o) => o.trait === t.trait);
    if (other === undefined || mine.filter((o) => o.trait === t.trait).length > 1) continue;
    if (isMoved(t.of, other.of, { a, b }))
      return [{ class: "role-moved", a: bare(t.of.span), b: bare(other.of.span), weight: 1 }];
  }
  return [];
}

interface Trait {
  readonly of: NounPhrase;
  readonly trait: string;
}

/** Noun phrases followed by a comma and a description, or by "who" and a verb. */
function traitsOf({ clauses, words, text }: Side): readonly Trait[] {
  const raw = text.read.info.text;
  const traits: Trait[] = [];
  for (const { phrase } of clauses.slots) {
    const tail = raw.slice(phrase.span.end, phrase.span.end + 60);
    const match =
      /^,? (?:(?:who|which) (?:was|were|had|has|is|are)|whose|,? ?an?) /.exec(tail) ?? /^, (?:whose |an? )/.exec(tail);
    if (match === null) continue;
    const from = phrase.span.end + match[0].length;
    const word = words.find((w) => w.start >= from && w.norm.length > 3);
    if (word !== undefined) traits.push({ of: phrase, trait: word.stem });
  }
  return traits;
}

function bare({ start, end }: Span): Span {
  return { start, end };
}

/** What the source says and the copy only asks. */
export function turnedIntoQuestion(a: Side, b: Side): readonly Change[] {
  if (a.marks.some((m) => m.question) || !b.marks.some((m) => m.question)) return [];
  const asked = b.sentences[b.marks.findIndex((m) => m.question)];
  return asked === undefined
    ? []
    : [
        {
          class: "statement-to-question",
          a: wholeOf(a),
          b: { start: asked.span.start, end: asked.span.end },
          weight: 0.5,
        },
      ];
}

/** Plain words of reports that share a stem with a loaded one. */
const PLAIN = new Set(words.plain.split(" "));

let colouring: ReadonlySet<string> | undefined;

/** The fitted stems that rewrites colour with, and words of open scorn, horror and praise. */
function colouringStems(): ReadonlySet<string> {
  colouring ??= new Set([...loadedStems(), ...words.loaded.split(" ").map((w) => stemOf(foldWord(w)))]);
  return colouring;
}

/** Words that colour, in the copy only: nowhere in the source. */
export function loadedAdded(b: Side, knownToSource: (stem: string) => boolean): readonly Change[] {
  const loaded = colouringStems();
  const seen = new Set<string>();
  const changes: Change[] = [];
  for (const word of b.words) {
    if (!loaded.has(word.stem) || PLAIN.has(word.norm) || seen.has(word.stem) || knownToSource(word.stem)) continue;
    seen.add(word.stem);
    changes.push({
      class: "loaded-word-added",
      b: bare(word),
      weight: 0.3,
    });
  }
  return changes;
}
