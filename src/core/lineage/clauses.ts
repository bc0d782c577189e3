import type { Span } from "../model/span.ts";
import type { Token } from "../text/annotation.ts";
import { stemOf } from "../text/words.ts";
import { setOf, WORDS } from "./change-lists.ts";
import { type Chunk, chunksOf, type NounPhrase, type VerbGroup } from "./chunks.ts";

/** A verb with who does it to whom, and how far it is told as having happened [LI7]. */
export interface Predicate {
  /** Stem of the verb's lemma: the same for "struck" and "strike". */
  readonly stem: string;
  readonly lemma: string;
  readonly span: Span;
  readonly agent?: NounPhrase;
  readonly patient?: NounPhrase;
  /** Told as done or being so; false for what is planned, possible, wanted or asked. */
  readonly realised: boolean;
  /** Told as planned, possible, wanted or feared: by a modal verb, or by the word it hangs on. */
  readonly open: boolean;
  readonly negated: boolean;
  /** Stem of the verb, noun or adjective that an infinitive or gerund hangs on. */
  readonly governor?: string;
  readonly finite: boolean;
  readonly past: boolean;
  readonly force?: "weak" | "strong";
  /** Behind a preposition, a gerund is the name of an act and says nothing on whether it was done. */
  readonly nominal: boolean;
  /** Its subject is one of several: "doctors and nurses". */
  readonly shared: boolean;
  /** An infinitive that says what for, as far as the verb before it tells. */
  readonly purpose: boolean;
}

/** A noun phrase with the place that it fills: the preposition before it, and what that hangs on. */
export interface Slot {
  readonly phrase: NounPhrase;
  readonly preposition?: string;
  /** Stem of the last verb or noun before it. */
  readonly after?: string;
  /** Stem of the last verb before it. */
  readonly verb?: string;
  readonly role?: "agent" | "patient";
}

/** The clauses of one sentence, by part-of-speech tags and a few rules of order; English only. */
export interface Clauses {
  readonly predicates: readonly Predicate[];
  readonly slots: readonly Slot[];
}

const VERBS = setOf(WORDS.unrealised.verbs);
const NOUNS = setOf(WORDS.unrealised.nouns);
const ADJECTIVES = setOf(WORDS.unrealised.adjectives);
const REALISERS = setOf(WORDS.realisers);
const SAYING = new Set(Object.values(WORDS.certainty).flatMap((line) => line.split(" ")));
/** The object of these does what the infinitive says. */
const OBJECT_CONTROL = setOf("allow enable permit ask urge order tell force help let make want expect need require");
const TAKING_INFINITIVE = setOf(
  "be have seem appear tend used prove cause lead force lie bring choose decide manage vote move return like",
);
const RELATIVE = setOf("who which that whom");
/** Tagged as prepositions, they also open clauses. */
const OPENING = setOf(
  "after before since until till while as because although though when once if unless whether than",
);
const JOINING = setOf("and but or");
const COORDINATING = setOf("and or but then , ;");

interface State {
  readonly chunks: readonly Chunk[];
  readonly predicates: Mutable[];
  readonly slots: Slot[];
}
type Mutable = { -readonly [K in keyof Predicate]: Predicate[K] } & {
  at: number;
  /** Where the relative pronoun stands that is its subject, and what would be the main clause's subject. */
  main?: NounPhrase;
};

/** The predicates and noun phrases of a sentence's tokens. */
export function clausesOf(tokens: readonly Token[]): Clauses {
  const state: State = { chunks: chunksOf(tokens), predicates: [], slots: [] };
  state.chunks.forEach((chunk, at) => {
    if (chunk.is === "verb") addPredicate(state, chunk, at);
  });
  state.chunks.forEach((chunk, at) => {
    if (chunk.is === "noun") state.slots.push(slotOf(state, chunk, at));
  });
  const predicates = state.predicates.map(({ at: _, main: __, ...p }) => p);
  return { predicates, slots: state.slots };
}

function addPredicate({ chunks, predicates }: State, group: VerbGroup, at: number): void {
  const previous = predicates.at(-1);
  const before = chunks[at - 1];
  const governor = group.infinitive || group.gerund ? governorOf(chunks, at, previous) : undefined;
  const subject = subjectOf({ chunks, at, group, previous });
  const object = objectOf(chunks, at);
  const by = group.passive ? byPhrase(chunks, at) : undefined;
  // "…, said the rail union": the speaker stands behind.
  const inverted =
    subject === undefined && object !== undefined && SAYING.has(group.lemma) && before?.is === "other"
      ? object
      : undefined;
  const agent = group.passive ? by : (subject ?? inverted);
  const patient = group.passive ? subject : inverted === undefined ? object : undefined;
  const made: Mutable = {
    at,
    stem: stemOf(group.lemma),
    lemma: group.lemma,
    span: group.span,
    realised: isRealised(group, governor, previous),
    open: isOpen(group, governor),
    negated: group.negated,
    finite: group.finite,
    past: group.past,
    ...(group.force === undefined ? {} : { force: group.force }),
    nominal: group.gerund && before?.is === "preposition",
    shared: isShared(chunks, subject),
    ...mainOf(chunks, at),
    purpose: group.infinitive && governor !== undefined && isPurpose(chunks, at, governor),
    ...(governor === undefined ? {} : { governor }),
    ...(agent === undefined ? {} : { agent }),
    ...(patient === undefined ? {} : { patient }),
  };
  // "Said the army broke …": what follows a verb of saying is the next clause's subject, not its object.
  const relative = before?.is === "other" && RELATIVE.has(before.norm);
  if (previous?.patient !== undefined && previous.patient === subject && group.finite && !relative)
    delete previous.patient;
  predicates.push(made);
}

function isShared(chunks: readonly Chunk[], phrase: NounPhrase | undefined): boolean {
  if (phrase === undefined) return false;
  const at = chunks.indexOf(phrase);
  const [before, after] = [chunks[at - 1], chunks[at + 1]];
  const joins = (c: Chunk | undefined) =>
    c?.is === "other" && (c.norm === "and" || c.norm === "or" || c.norm === "nor");
  return (joins(before) && chunks[at - 2]?.is === "noun") || (joins(after) && chunks[at + 2]?.is === "noun");
}

/** For a verb of a relative clause: the noun phrase before it that no preposition governs, subject of what follows. */
function mainOf(chunks: readonly Chunk[], at: number): { readonly main?: NounPhrase } {
  const before = chunks[at - 1];
  if (before?.is !== "other" || !RELATIVE.has(before.norm)) return {};
  for (let k = at - 2; k >= 0; k--) {
    const chunk = chunks[k] as Chunk;
    if (chunk.is === "verb") return {};
    if (chunk.is === "noun" && !isObjectOfPreposition(chunks[k - 1])) return { main: chunk };
  }
  return {};
}

function governorOf(chunks: readonly Chunk[], at: number, previous: Mutable | undefined): string | undefined {
  const before = chunks[at - 1];
  if (before?.is === "noun" && NOUNS.has(before.headLemma)) return before.headLemma;
  if (before?.is === "adjective") return before.lemma;
  return previous?.lemma;
}

/** "Closed the road to hide it": an act with its object before the infinitive, and a verb that takes none by itself. */
function isPurpose(chunks: readonly Chunk[], at: number, governor: string): boolean {
  const before = chunks[at - 1];
  if (before?.is === "adjective" || (before?.is === "noun" && NOUNS.has(before.headLemma))) return false;
  if ((chunks[at] as VerbGroup).lemma === "be") return false;
  if (VERBS.has(governor) || REALISERS.has(governor) || SAYING.has(governor) || OBJECT_CONTROL.has(governor))
    return false;
  return !TAKING_INFINITIVE.has(governor);
}

function isOpen({ modal, future, infinitive, gerund }: VerbGroup, governor: string | undefined): boolean {
  return modal || future || ((infinitive || gerund) && governor !== undefined && isUnrealisedWord(governor));
}

function isRealised(group: VerbGroup, governor: string | undefined, previous: Mutable | undefined): boolean {
  if (group.modal || group.future) return false;
  if (governor === undefined) return group.finite || (!group.infinitive && !group.gerund);
  if (REALISERS.has(governor)) return previous?.realised ?? true;
  if (group.gerund) return !VERBS.has(governor) && !NOUNS.has(governor);
  return false;
}

interface Looking {
  readonly chunks: readonly Chunk[];
  readonly at: number;
  readonly group: VerbGroup;
  readonly previous: Mutable | undefined;
}

function subjectOf({ chunks, at, group, previous }: Looking): NounPhrase | undefined {
  if (group.gerund && chunks[at - 1]?.is === "preposition") return undefined;
  if (group.infinitive || group.gerund) {
    // "A freighter carrying grain".
    if (previous === undefined) {
      const carrier = chunks[at - 1];
      return group.gerund && carrier?.is === "noun" && !isObjectOfPreposition(chunks[at - 2]) ? carrier : undefined;
    }
    return OBJECT_CONTROL.has(previous.lemma)
      ? (previous.patient ?? previous.agent)
      : (previous.agent ?? previous.patient);
  }
  const from = previous?.at ?? -1;
  for (let k = at - 1; k > from; k--) {
    const chunk = chunks[k] as Chunk;
    if (chunk.is === "other" && RELATIVE.has(chunk.norm)) return antecedent(chunks, k) ?? undefined;
    if (chunk.is !== "noun" || isObjectOfPreposition(chunks[k - 1])) continue;
    // "Questioned two men after midnight but arrested nobody": a time, and no clause of its own.
    const opened = chunks[k - 1]?.is === "preposition" && previous !== undefined;
    if (opened && chunks.slice(k + 1, at).some((c) => c.is === "other" && JOINING.has(c.norm))) continue;
    // "Called the vote a theft, boycotted it": what the object is called does nothing.
    if (previous?.patient !== undefined && chunks[k - 1] === previous.patient) continue;
    if (chunk === previous?.patient && previous.main !== undefined) return previous.main;
    // "A freighter carrying grain ran aground".
    const carrier = previous !== undefined && !previous.finite && chunks[previous.at - 1] === previous.agent;
    if (chunk === previous?.patient && carrier && group.finite) return previous.agent;
    // "Shot the clerk and fled": who shot, fled.
    if (
      chunk === previous?.patient &&
      chunks.slice(k + 1, at).some((c) => c.is === "other" && COORDINATING.has(c.norm))
    )
      return previous.agent;
    return wholeOf(chunks, beforeInsert(chunks, k, at) ?? k);
  }
  const between = chunks.slice(from + 1, at);
  const joined = between.some((c) => c.is === "other" && COORDINATING.has(c.norm));
  if (!joined || previous === undefined) return undefined;
  const of = previous.agent ?? previous.patient;
  return SAYING.has(group.lemma) && between.some((c) => c.is === "other" && c.norm === ",") ? undefined : of;
}

const PARTITIVE = setOf(
  "half most some one all many part number majority minority dozens several few none each any both third quarter",
);

/** "Half of the villagers" are villagers. */
function wholeOf(chunks: readonly Chunk[], k: number): NounPhrase {
  const [own, of, whole] = [chunks[k] as NounPhrase, chunks[k + 1], chunks[k + 2]];
  return PARTITIVE.has(own.headLemma) && of?.is === "preposition" && of.norm === "of" && whole?.is === "noun"
    ? whole
    : own;
}

/** "The envoy, meeting the minister, asked": the place of what stands before the insertion; null without one. */
function beforeInsert(chunks: readonly Chunk[], k: number, at: number): number | null {
  const isComma = (c: Chunk | undefined) => c?.is === "other" && c.norm === ",";
  if (!isComma(chunks[at - 1]) || k !== at - 2) return null;
  for (let i = k - 1; i > 0; i--) {
    if (chunks[i]?.is === "verb" && !(chunks[i] as VerbGroup).gerund) return null;
    if (isComma(chunks[i]) && chunks[i - 1]?.is === "noun") return isObjectOfPreposition(chunks[i - 2]) ? null : i - 1;
  }
  return null;
}

function isObjectOfPreposition(before: Chunk | undefined): boolean {
  return before?.is === "preposition" && !OPENING.has(before.norm);
}

/** The noun phrase that a relative pronoun stands for: the last before it, "that" only right behind a noun. */
function antecedent(chunks: readonly Chunk[], at: number): NounPhrase | null {
  for (let k = at - 1; k >= 0 && k >= at - 2; k--) {
    const chunk = chunks[k] as Chunk;
    if (chunk.is === "noun") return chunk;
  }
  return null;
}

function objectOf(chunks: readonly Chunk[], at: number): NounPhrase | undefined {
  for (let k = at + 1; k <= at + 2; k++) {
    const chunk = chunks[k];
    if (chunk?.is === "noun") return chunk;
    if (chunk === undefined || (chunk.is === "other" && chunk.norm !== "particle") || chunk.is === "verb")
      return undefined;
    if (chunk.is === "preposition") return undefined;
  }
  return undefined;
}

function byPhrase(chunks: readonly Chunk[], at: number): NounPhrase | undefined {
  for (let k = at + 1; k < chunks.length; k++) {
    const chunk = chunks[k] as Chunk;
    if (chunk.is === "verb") return undefined;
    const next = chunks[k + 1];
    if (chunk.is === "preposition" && chunk.norm === "by" && next?.is === "noun") return next;
  }
  return undefined;
}

function slotOf({ chunks, predicates }: State, phrase: NounPhrase, at: number): Slot {
  const before = chunks[at - 1];
  const role = predicates.find((p) => p.agent === phrase || p.patient === phrase);
  let after: string | undefined;
  for (let k = at - 1; k >= 0 && after === undefined; k--) {
    const chunk = chunks[k] as Chunk;
    if (chunk.is === "verb") after = stemOf(chunk.lemma);
    else if (chunk.is === "noun") after = stemOf(chunk.headLemma);
    else if (chunk.is === "other") break;
  }
  const verb = chunks.slice(0, at).findLast((c): c is VerbGroup => c.is === "verb");
  const preposition = before?.is === "preposition" ? before.norm : joinedTo(chunks, at);
  return {
    phrase,
    ...(verb === undefined ? {} : { verb: stemOf(verb.lemma) }),
    ...(preposition === undefined ? {} : { preposition }),
    ...(role === undefined
      ? after === undefined
        ? {}
        : { after }
      : { after: role.stem, role: role.agent === phrase ? ("agent" as const) : ("patient" as const) }),
  };
}

/** "Between Tarvel and Lorvik": the preposition of what it is joined to. */
function joinedTo(chunks: readonly Chunk[], at: number): string | undefined {
  const [and, other, preposition, next] = [chunks[at - 1], chunks[at - 2], chunks[at - 3], chunks[at + 1]];
  const joins = and?.is === "other" && (and.norm === "and" || and.norm === "or");
  if (!joins || other?.is !== "noun" || preposition?.is !== "preposition" || next?.is === "verb") return undefined;
  return preposition.norm;
}

/** Whether a word means that what hangs on it has not happened yet, or need not. */
export function isUnrealisedWord(lemma: string): boolean {
  return VERBS.has(lemma) || NOUNS.has(lemma) || ADJECTIVES.has(lemma);
}
