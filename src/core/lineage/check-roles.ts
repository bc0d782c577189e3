import type { Change } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import { eventsOf, isEvent, LIGHT } from "./check-events.ts";
import { type Field, wordChange } from "./check-field.ts";
import { isMatch, type Term } from "./check-terms.ts";
import type { NounPhrase } from "./chunks.ts";
import type { Predicate } from "./clauses.ts";
import { areConverse } from "./paraphrase.ts";
import type { Side } from "./side.ts";
import { isBroader, isSameSense } from "./word-senses.ts";

const ROLES = ["agent", "patient"] as const;

export function samePhrase(x: NounPhrase, y: NounPhrase): boolean {
  if (x.pronoun || y.pronoun) return true;
  if (x.head === y.head || x.stems.some((s) => y.stems.includes(s))) return true;
  return isSameSense(x.head, y.head) || isBroader(x.head, y.head) || isBroader(y.head, x.head);
}

/** Whether the source's party is the sentence's, or what the sentence names is said of it: "the closure of all crossings" for "all crossings". */
function fills(source: Side, x: NounPhrase, y: NounPhrase): boolean {
  if (samePhrase(x, y)) return true;
  // "Gunmen attacked …, killing a guard": the attack killed him too.
  const deed = eventsOf(source).some(
    (e) => e.agent !== undefined && isSameSense(e.stem, y.head) && (e.agent === x || samePhrase(e.agent, x)),
  );
  if (deed) return true;
  const at = source.clauses.slots.findIndex((s) => s.phrase === x);
  const [next] = source.clauses.slots.slice(at + 1);
  return at >= 0 && next?.preposition === "of" && next.after === x.head && samePhrase(next.phrase, y);
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
      if (fillers.some((x) => x === undefined || samePhrase(x, y) || isReached(side, y, x))) continue;
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

/** One and the same under two names, or one a part of what is said of the other: too near to be told apart. */
function areNear({ text }: Side, x: NounPhrase, y: NounPhrase): boolean {
  const [first, second] = x.span.start < y.span.start ? [x, y] : [y, x];
  const gap = text.read.info.text.slice(first.span.end, second.span.start);
  return gap.length < 24 && !/\band\b|[.;]/.test(gap);
}

/** "Flights between Ulm and Corra": a noun phrase with no verb between it and the one that was taken for the party. */
function isReached({ clauses }: Side, from: NounPhrase, wanted: NounPhrase): boolean {
  return clauses.slots.some(({ phrase }) => {
    if (!samePhrase(phrase, wanted) || phrase.pronoun) return false;
    const [x, y] = phrase.span.start < from.span.start ? [phrase, from] : [from, phrase];
    return !clauses.predicates.some((p) => x.span.end <= p.span.start && p.span.end <= y.span.start);
  });
}

/** The first verb of the sentence that the source has of others alone; null where each has one with nobody else in its roles. */
export function roleAstray({ source, side }: Field): Span | null {
  const astray = eventsOf(side).find((q) => {
    if (LIGHT.has(q.lemma)) return false;
    const same = eventsOf(source).filter((p) => isEvent(p, q));
    return (
      same.length > 0 &&
      !same.some((p) =>
        ROLES.every((role) => {
          const [x, y] = [p[role], q[role]];
          return y === undefined || x === undefined || fills(source, x, y) || isReached(side, y, x);
        }),
      )
    );
  });
  return astray?.span ?? null;
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
    return from.length > 0 && to.length > 0 && !from.some((k) => to.some((l) => Math.abs(k - l) <= BESIDE));
  });
  return astray ?? null;
}
