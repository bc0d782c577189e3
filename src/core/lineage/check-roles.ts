import type { Change } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import { foldWord, stemOf } from "../text/words.ts";
import { type Event, eventsOf, isEvent, LIGHT } from "./check-events.ts";
import { type Field, wordChange } from "./check-field.ts";
import { isMatch, type Term } from "./check-terms.ts";
import { areTied } from "./check-ties.ts";
import type { NounPhrase } from "./chunks.ts";
import type { Predicate } from "./clauses.ts";
import { areConverse } from "./paraphrase.ts";
import type { Side } from "./side.ts";
import { isBroader, isSameSense } from "./word-senses.ts";

const ROLES = ["agent", "patient"] as const;
type Role = (typeof ROLES)[number];

export function samePhrase(x: NounPhrase, y: NounPhrase): boolean {
  if (x.pronoun || y.pronoun) return true;
  if (x.head === y.head || x.stems.some((s) => y.stems.includes(s))) return true;
  return isSameSense(x.head, y.head) || isBroader(x.head, y.head) || isBroader(y.head, x.head);
}

/** Whether the source's party is the sentence's, or what the sentence names is said of it: "the closure of all crossings" for "all crossings". */
export function fills(source: Side, x: NounPhrase, y: NounPhrase): boolean {
  if (isParty(source, x, y)) return true;
  // "Gunmen attacked …, killing a guard": the attack killed him too.
  const deed = eventsOf(source).some(
    (e) =>
      e.agent !== undefined &&
      !e.agent.pronoun &&
      isSameSense(e.stem, y.head) &&
      (e.agent === x || isParty(source, e.agent, x)),
  );
  if (deed) return true;
  const at = source.clauses.slots.findIndex((s) => s.phrase === x);
  const [next] = source.clauses.slots.slice(at + 1);
  return at >= 0 && next?.preposition === "of" && next.after === x.head && isParty(source, next.phrase, y);
}

/** The same somebody or something, or a broader word for it. Whose it is counts for nothing: "the trawler" is not "the trawler's captain". */
function isParty(source: Side, x: NounPhrase, y: NounPhrase): boolean {
  if (x.pronoun || y.pronoun) return true;
  if (isHead(x, y)) return true;
  if (areTied(source.text, x.stems, y.stems)) return true;
  const own = new Set(x.stems.filter((s) => !isOwner(source, x, s)));
  return own.has(y.head) || (y.names.includes(y.head) && y.names.some((n) => own.has(n)));
}

function isHead(x: NounPhrase, y: NounPhrase): boolean {
  // One stem, two words: "office" and "officer".
  if (x.head === y.head) return !PARTED.has(x.headLemma) || !PARTED.has(y.headLemma) || x.headLemma === y.headLemma;
  return isSameSense(x.head, y.head) || isBroader(y.head, x.head);
}

const PARTED = new Set(["office", "officer"]);

/** Whether a word of a phrase stands before its "'s". */
function isOwner({ tokens }: Side, { span }: NounPhrase, stem: string): boolean {
  const inIt = tokens.filter((t) => span.start <= t.start && t.end <= span.end);
  const mark = inIt.findLastIndex((t) => t.norm === "'s" || t.norm === "'");
  return inIt.some((t, i) => i < mark && stemOf(foldWord(t.norm)) === stem);
}

/** "The firm sold the mine" there, "the firm bought the mine" here: one deed, and its two ends exchanged. */
function converseTurned({ source, side }: Pick<Field, "source" | "side">): Change | null {
  for (const q of side.clauses.predicates)
    for (const p of source.clauses.predicates) {
      if (!areConverse(p.stem, q.stem) || isSameSense(p.stem, q.stem)) continue;
      if (
        side.clauses.predicates.some((o) => o.stem === p.stem) ||
        source.clauses.predicates.some((o) => o.stem === q.stem)
      )
        continue;
      if (isTurned(p, q)) return { ...wordChange(p.span, q.span, 1), class: "role-moved" };
    }
  return null;
}

function isTurned({ agent: x }: Predicate, { agent: y }: Predicate): boolean {
  return x !== undefined && y !== undefined && !x.pronoun && !y.pronoun && samePhrase(x, y);
}

/** Who does it here does something else there, and another does this. */
export function roleTurned({ source, side }: Field): Change | null {
  const converse = converseTurned({ source, side });
  if (converse !== null) return converse;
  for (const q of eventsOf(side)) {
    if (LIGHT.has(q.lemma)) continue;
    const same = eventsOf(source).filter((p) => isEvent(p, q));
    for (const role of ROLES) {
      const y = q[role];
      if (y === undefined || y.pronoun || same.length === 0) continue;
      const fillers = same.map((p) => p[role]);
      if (same.some((p) => isBorne(p, q, source))) continue;
      if (fillers.some((x) => x === undefined || fills(source, x, y) || isReached(side, y, x, source))) continue;
      const elsewhere = source.clauses.slots.some(
        ({ phrase, preposition }) =>
          preposition === undefined &&
          phrase.head === y.head &&
          !fillers.some((x) => x !== undefined && areNear(source, x, phrase)),
      );
      if (elsewhere) return { ...wordChange(fillers[0]?.span, y.span, 1), class: "role-moved" };
    }
  }
  return null;
}

/** "Killed a guard", "a guard died"; "closed the road", "the road closed". */
function isBorne(p: Event, q: Event, source: Side): boolean {
  if (q.agent === undefined || q.patient !== undefined || p.patient === undefined) return false;
  return (p.stem !== q.stem || TURNING.has(q.lemma)) && isParty(source, p.patient, q.agent);
}

const TURNING = new Set(
  "close open burn sink burst break start begin end stop move explode change increase drop collapse crash shut resume spread".split(
    " ",
  ),
);

/** One and the same under two names, or one a part of what is said of the other: too near to be told apart. */
function areNear({ text }: Side, x: NounPhrase, y: NounPhrase): boolean {
  const [first, second] = x.span.start < y.span.start ? [x, y] : [y, x];
  const gap = text.read.info.text.slice(first.span.end, second.span.start);
  return gap.length < 24 && !/\band\b|[.;]/.test(gap);
}

/** "Flights between Ulm and Corra": a noun phrase with no verb between it and the one that was taken for the party. */
function isReached({ clauses, text }: Side, from: NounPhrase, wanted: NounPhrase, source: Side): boolean {
  return clauses.slots.some(({ phrase }) => {
    if (phrase === from || phrase.pronoun || wanted.pronoun || !isParty(source, wanted, phrase)) return false;
    const [x, y] = phrase.span.start < from.span.start ? [phrase, from] : [from, phrase];
    if (/[,;:]/.test(text.read.info.text.slice(x.span.end, y.span.start))) return false;
    return !clauses.predicates.some((p) => x.span.end <= p.span.start && p.span.end <= y.span.start);
  });
}

/** The first verb of the sentence that the source has of others alone; null where each has one with nobody else in its roles. */
export function roleAstray({ source, side }: Field): Span | null {
  const there = eventsOf(source);
  const astray = eventsOf(side).find((q) => {
    const same = there.filter((p) =>
      LIGHT.has(q.lemma) ? p.stem === q.stem && p.predicate !== undefined : isEvent(p, q),
    );
    if (q.lemma === "be") return !isStands(q, { source, there });
    if (same.length === 0) return false;
    if (same.some((p) => isBorne(p, q, source))) return false;
    const at = { source, side };
    // Who stands behind a pronoun is known of nobody named beside it.
    const told = (role: Role) => same.filter((p) => p[role] !== undefined && p[role]?.pronoun !== true);
    return !(
      same.some((p) => ROLES.every((role) => roleStands(p, q, { ...at, role }))) &&
      ROLES.every((role) => told(role).length === 0 || told(role).some((p) => roleStands(p, q, { ...at, role })))
    );
  });
  return astray?.span ?? null;
}

/** "The video was a fake": so the source says, or calls the one the other. */
function isStands(
  { agent, patient }: Event,
  { source, there }: { readonly source: Side; readonly there: readonly Event[] },
): boolean {
  if (agent === undefined || patient === undefined || agent.pronoun || patient.pronoun) return true;
  if (areTied(source.text, agent.stems, patient.stems)) return true;
  const { slots } = source.clauses;
  const [of, is] = [agent, patient].map((n) => slots.filter((s) => isParty(source, s.phrase, n)));
  if (of === undefined || is === undefined || is.length === 0) return true;
  const told = there.some(
    (p) =>
      p.agent !== undefined &&
      p.patient !== undefined &&
      isParty(source, p.agent, agent) &&
      isParty(source, p.patient, patient),
  );
  return told || of.some((x) => is.some((y) => x === y || areNear(source, x.phrase, y.phrase)));
}

interface RoleAt {
  readonly source: Side;
  readonly side: Side;
  readonly role: Role;
}

function roleStands(p: Event, q: Event, { source, side, role }: RoleAt): boolean {
  const [x, y] = [p[role], q[role]];
  if (y === undefined || y.pronoun) return true;
  if (x !== undefined) return fills(source, x, y) || isReached(side, y, x, source);
  // Nobody is named there: whoever it is here must at least stand in the same sentence.
  const sentence = source.sentences.find((s) => s.span.start <= p.span.start && p.span.start < s.span.end)?.span;
  const near = source.clauses.slots.filter(
    ({ phrase }) => sentence !== undefined && sentence.start <= phrase.span.start && phrase.span.start < sentence.end,
  );
  return (
    near.some(({ phrase }) => isParty(source, phrase, y)) ||
    !source.clauses.slots.some(({ phrase }) => isParty(source, phrase, y))
  );
}

const BEHIND_VERB = 4;

function isFirst(places: readonly Term[], k: number): boolean {
  return k === 0 || places[k - 1]?.ends === true;
}

/** Words further apart than this in the source belong to different things. */
const BESIDE = 2;

/** Arabic has no clauses here: of words that stand together in the sentence, those of the source must too. */
export function neighbourAstray({ there, own }: Field): Span | null {
  const [telling, places] = [
    own.filter((t) => t.telling || t.number !== undefined),
    there.filter((t) => t.telling || t.number !== undefined),
  ];
  const astray = telling.find((t, i) => {
    const next = telling[i + 1];
    if (!t.arabic || t.ends || next === undefined) return false;
    const at = (w: Term) => places.flatMap((p, k) => (isMatch(w, p, { broader: false }) ? [k] : []));
    const [from, to] = [at(t), at(next)];
    // The verb stands first, and its subject between it and its object.
    const reach = (k: number, l: number) => (isFirst(places, Math.min(k, l)) ? BEHIND_VERB : BESIDE);
    return from.length > 0 && to.length > 0 && !from.some((k) => to.some((l) => Math.abs(k - l) <= reach(k, l)));
  });
  return astray ?? null;
}
