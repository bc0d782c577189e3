import { stemOf } from "../text/words.ts";
import { setOf } from "./change-lists.ts";
import type { Slot } from "./clauses.ts";
import type { Side } from "./side.ts";
import { isBroader, isSameSense } from "./word-senses.ts";

/** Two stems that hang together: a thing and its kind, a preposition's noun and what it hangs on, a verb and its parties. */
type Link = readonly [x: string, y: string];

function isWord(x: string, y: string): boolean {
  return x === y || isSameSense(x, y) || isBroader(x, y) || isBroader(y, x);
}

/** Each with the verb before it, which both may hang on instead. */
function thingLinks({ clauses }: Side): readonly { readonly link: Link; readonly verb?: string }[] {
  return clauses.slots.flatMap(({ phrase, after, role, preposition, verb }) => {
    if (phrase.pronoun) return [];
    const isName = phrase.names.includes(phrase.head);
    const kinds = phrase.stems
      .filter((s) => s !== phrase.head && !isName)
      .map((s) => ({ link: [s, phrase.head] as const }));
    if (after === undefined || role !== undefined || preposition === undefined) return kinds;
    return [...kinds, { link: [after, phrase.head] as const, ...(verb === undefined ? {} : { verb }) }];
  });
}

function partyLinks({ clauses }: Side): readonly Link[] {
  return clauses.predicates.flatMap((p) => [
    ...[p.agent, p.patient].flatMap((n): Link[] => (n === undefined || n.pronoun ? [] : [[p.stem, n.head]])),
    ...(p.governor === undefined ? [] : [[stemOf(p.governor), p.stem] as const]),
  ]);
}

/** What stands beside each other, and what stands behind a verb, hangs together as far as anybody can tell. */
function looseLinks({ clauses, words }: Side): readonly Link[] {
  return [
    ...words.flatMap((w, i): Link[] => {
      const next = words.slice(i + 1).filter((o) => o.norm.length > 3);
      return next.slice(0, 2).map((o): Link => [w.stem, o.stem]);
    }),
    ...clauses.slots.flatMap((s): Link[] => (s.verb === undefined ? [] : [[s.verb, s.phrase.head]])),
  ];
}

/** Whether what hangs together in the sentence does so in the source: of "the camera of the mayor's driver" no word is new. */
export function linksStand(source: Side, side: Side): boolean {
  const there = [...thingLinks(source).map((t) => t.link), ...partyLinks(source), ...looseLinks(source)];
  const joins = ([x, y]: Link) =>
    there.some(([a, b]) => (isWord(x, a) && isWord(y, b)) || (isWord(x, b) && isWord(y, a)));
  const has = (stem: string) => there.some(([a, b]) => isWord(stem, a) || isWord(stem, b));
  const stands = thingLinks(side).every(({ link: [x, y], verb }) => {
    if (!has(x) || !has(y) || joins([x, y])) return true;
    return verb !== undefined && joins([verb, x]) && joins([verb, y]);
  });
  return stands && prepositionsStand(source, side);
}

const STRONG = setOf(
  "from to into towards toward without against before after since until over under near outside beyond behind",
);
const ALIKE = [
  "to into towards toward onto",
  "from off",
  "after since",
  "before until by",
  "over above beyond",
  "under below beneath",
].map(setOf);

/** "From the depot" for "to the depot": no such thing stands behind that preposition in the source, but behind another. */
function prepositionsStand(source: Side, side: Side): boolean {
  const isLike = (p: string, q: string) => p === q || ALIKE.some((g) => g.has(p) && g.has(q));
  return side.clauses.slots.every(({ phrase, preposition: p }) => {
    const same = source.clauses.slots.filter((s) => isWord(s.phrase.head, phrase.head));
    const behind = same.filter((s): s is Slot & { preposition: string } => s.preposition !== undefined);
    if (p === undefined || p === "of" || same.length === 0 || behind.length < same.length) return true;
    return behind.some(({ preposition: q }) => isLike(p, q) || (!STRONG.has(p) && !STRONG.has(q)));
  });
}
