import type { Change } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import { type Near, SAME_PREDICATE } from "./change-denial.ts";
import type { NounPhrase } from "./chunks.ts";
import type { Predicate } from "./clauses.ts";
import type { Side } from "./side.ts";

/** Who did it and to whom exchanged between participants: what one does or bears there the other does or bears here, and the other way. */
export function rolesMoved(a: Side, b: Side, { score }: Near): readonly Change[] {
  if (score < SAME_PREDICATE || isAsked(a) || isAsked(b)) return [];
  const moved = heldRoles(a, b).filter(({ x, y }) => isMoved(x, y, { a, b }));
  for (const m of moved) {
    const back = moved.some((o) => o !== m && o.x.head === m.y.head && o.y.head === m.x.head) || isBehindSame(a, b, m);
    if (back) return [{ class: "role-moved", a: bare(m.p.span), b: bare(m.q.span), weight: 1 }];
  }
  return turnedActor(a, b) ?? describedMoved(a, b);
}

/** It was done to somebody there, who does it to another here: "the judge was shot", "the judge shot his driver"; or the other way. */
function turnedActor(a: Side, b: Side): readonly Change[] | null {
  for (const p of a.clauses.predicates) {
    const [q, twin] = b.clauses.predicates.filter((o) => o.stem === p.stem);
    const [, mine] = a.clauses.predicates.filter((o) => o.stem === p.stem);
    if (q === undefined || twin !== undefined || mine !== undefined || RECIPROCAL.has(p.lemma)) continue;
    if (isTurned(p, q) || isTurned(q, p) || isDoerBorne(p, q))
      return [{ class: "role-moved", a: bare(p.span), b: bare(q.span), weight: 1 }];
  }
  return null;
}

const RECIPROCAL = new Set(
  "be have meet marry join match fight battle contact divorce resemble equal follow".split(" "),
);

/** Who did it there bears it here, from another. */
function isDoerBorne({ agent, patient }: Predicate, q: Predicate): boolean {
  const [doer, other, borne] = [agent, q.agent, q.patient];
  if (doer === undefined || other === undefined || borne === undefined || patient === undefined) return false;
  if (doer.pronoun || other.pronoun) return false;
  return doer.head === borne.head && other.head !== doer.head && patient.head !== doer.head;
}

/** Whom it was done to with nobody named who did it, and who does it to somebody else. */
function isTurned(borne: Predicate, done: Predicate): boolean {
  const [x, y, object] = [borne.patient, done.agent, done.patient];
  if (x === undefined || y === undefined || object === undefined || borne.agent !== undefined) return false;
  if (x.pronoun || y.pronoun || object.pronoun || borne.shared || done.shared) return false;
  return x.head === y.head && object.head !== x.head && !object.stems.some((s) => x.stems.includes(s));
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
