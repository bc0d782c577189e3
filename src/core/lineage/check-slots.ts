import type { NounPhrase } from "./chunks.ts";
import type { Predicate, Slot } from "./clauses.ts";
import type { Vocabulary } from "./prepare.ts";
import type { Side } from "./side.ts";

/** Words of this weight or more say something of their own. */
const TELLING = 1.5;
/** Verbs are plainer words than nouns. */
const VERB = 1;

/**
 * Whether the sentence has another word than its source in one place of the clause: another verb between the same parties, another thing
 * behind the same verb and preposition, another kind of the same thing. It may be another word for the same: no reader is told so unseen,
 * and such a sentence is changed at least.
 */
export function wordExchanged(source: Side, side: Side, vocabulary: Vocabulary): boolean {
  const field = { source, side, vocabulary };
  return verbExchanged(field) || thingExchanged(field) || kindExchanged(field);
}

interface Field {
  readonly source: Side;
  readonly side: Side;
  readonly vocabulary: Vocabulary;
}

/** Said on one side only, and telling; words that begin alike may be one. */
function isOwn(stem: string, other: Side, { words }: Vocabulary): boolean {
  if (words.of(stem) < TELLING || other.stems.has(stem)) return false;
  return ![...other.stems].some((s) => s.slice(0, 4) === stem.slice(0, 4));
}

function verbExchanged({ source, side, vocabulary }: Field): boolean {
  const isOther = ({ stem }: Predicate, other: Side) =>
    vocabulary.words.of(stem) >= VERB && !other.clauses.predicates.some((o) => o.stem.slice(0, 4) === stem.slice(0, 4));
  return side.clauses.predicates.some(
    (q) => isOther(q, source) && source.clauses.predicates.some((p) => isOther(p, side) && shareParties(p, q)),
  );
}

/** The same does something else to the same. */
function shareParties(p: Predicate, q: Predicate): boolean {
  const heads = (x: Predicate) => [x.agent, x.patient].flatMap((n) => (n === undefined || n.pronoun ? [] : [n.head]));
  const there = heads(p);
  const shared = heads(q).filter((h) => there.includes(h)).length;
  return shared > 0 && shared === Math.min(heads(q).length, there.length);
}

function thingExchanged({ source, side, vocabulary }: Field): boolean {
  const own = (s: Slot, other: Side) => !s.phrase.pronoun && isOwn(s.phrase.head, other, vocabulary);
  return side.clauses.slots.some(
    (y) => own(y, source) && source.clauses.slots.some((x) => own(x, side) && isSameSlot(x, y)),
  );
}

function isSameSlot(x: Slot, y: Slot): boolean {
  return x.after !== undefined && x.after === y.after && x.preposition === y.preposition && x.role === y.role;
}

function kindExchanged({ source, side, vocabulary }: Field): boolean {
  const own = (n: NounPhrase, other: Side) => n.stems.some((s) => s !== n.head && isOwn(s, other, vocabulary));
  return side.clauses.slots.some(({ phrase: y }) =>
    source.clauses.slots.some(({ phrase: x }) => x.head === y.head && own(x, side) && own(y, source)),
  );
}
