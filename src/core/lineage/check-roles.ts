import type { Change } from "../model/lineage.ts";
import { type Field, wordChange } from "./check-field.ts";
import { isMatch, type Term } from "./check-terms.ts";
import type { NounPhrase } from "./chunks.ts";
import type { Predicate } from "./clauses.ts";
import type { Side } from "./side.ts";
import { isBroader, isSameSense } from "./word-senses.ts";

export const LIGHT = new Set("be have do make take get go come give put suffer call".split(" "));

const ROLES = ["agent", "patient"] as const;

export function samePhrase(x: NounPhrase, y: NounPhrase): boolean {
  if (x.pronoun || y.pronoun) return true;
  if (x.head === y.head || x.stems.some((s) => y.stems.includes(s))) return true;
  return isSameSense(x.head, y.head) || isBroader(x.head, y.head) || isBroader(y.head, x.head);
}

function samePredicate(p: Predicate, q: Predicate): boolean {
  return p.stem === q.stem || isSameSense(p.stem, q.stem) || isBroader(q.stem, p.stem, 1);
}

/** Who does it here does something else there, and another does this. */
export function roleTurned({ source, side }: Field): Change | null {
  for (const q of side.clauses.predicates) {
    if (LIGHT.has(q.lemma)) continue;
    const same = source.clauses.predicates.filter((p) => samePredicate(p, q));
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

/** For each verb of the sentence one of the source with nobody else in its roles. */
export function rolesStand({ source, side }: Field): boolean {
  return side.clauses.predicates.every((q) => {
    if (LIGHT.has(q.lemma)) return true;
    const same = source.clauses.predicates.filter((p) => samePredicate(p, q));
    return (
      same.length === 0 ||
      same.some((p) =>
        ROLES.every((role) => {
          const [x, y] = [p[role], q[role]];
          return y === undefined || x === undefined || samePhrase(x, y) || isReached(side, y, x);
        }),
      )
    );
  });
}

/** Words further apart than this in the source belong to different things. */
const BESIDE = 2;

/** Arabic has no clauses here: of words that stand together in the sentence, those of the source must too. */
export function neighboursStand({ there, own }: Field): boolean {
  const [telling, places] = [
    own.filter((t) => t.telling || t.number !== undefined),
    there.filter((t) => t.telling || t.number !== undefined),
  ];
  return telling.every((t, i) => {
    const next = telling[i + 1];
    if (!t.arabic || t.ends || next === undefined) return true;
    const at = (w: Term) => places.flatMap((p, k) => (isMatch(w, p, { broader: false }) ? [k] : []));
    const [from, to] = [at(t), at(next)];
    return from.length === 0 || to.length === 0 || from.some((k) => to.some((l) => Math.abs(k - l) <= BESIDE));
  });
}
