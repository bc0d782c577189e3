import type { Span } from "../model/span.ts";
import { stemOf } from "../text/words.ts";
import { setOf } from "./change-lists.ts";
import { eventsOf } from "./check-events.ts";
import type { Field } from "./check-field.ts";
import type { NounPhrase } from "./chunks.ts";
import type { Slot } from "./clauses.ts";
import type { Side } from "./side.ts";
import { isBroader, isSameSense } from "./word-senses.ts";

/** Two stems that hang together: a thing and its kind, a preposition's noun and what it hangs on, a verb and its parties. */
type Link = readonly [x: string, y: string];

function isWord(x: string, y: string): boolean {
  return x === y || isSameSense(x, y) || isBroader(x, y) || isBroader(y, x);
}

interface ThingLink {
  readonly link: Link;
  readonly slot: Slot;
  /** A preposition joins them. */
  readonly joined: boolean;
}

function thingLinks({ clauses }: Side): readonly ThingLink[] {
  return clauses.slots.flatMap((slot) => {
    const { phrase, after, role, preposition } = slot;
    if (phrase.pronoun) return [];
    const isName = phrase.names.includes(phrase.head);
    const kinds = phrase.stems
      .filter((s) => s !== phrase.head && !isName)
      .map((s): ThingLink => ({ slot, joined: false, link: [s, phrase.head] }));
    if (after === undefined || role !== undefined || preposition === undefined) return kinds;
    return [...kinds, { slot, joined: true, link: [after, phrase.head] }];
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

/** The first phrase that hangs together with another in the sentence and not in the source: of "the camera of the mayor's driver" no word is new. */
export function linkAstray({ source, side }: Pick<Field, "source" | "side">): Span | null {
  const there = [...thingLinks(source).map((t) => t.link), ...partyLinks(source), ...looseLinks(source)];
  const joins = ([x, y]: Link) =>
    there.some(([a, b]) => (isWord(x, a) && isWord(y, b)) || (isWord(x, b) && isWord(y, a)));
  const has = (stem: string) => there.some(([a, b]) => isWord(stem, a) || isWord(stem, b));
  const astray = thingLinks(side).find(({ link: [x, y], slot, joined }) => {
    if (!has(x) || !has(y) || joins([x, y])) return false;
    if (joined && isSetting(slot)) return !isSetThere(source, slot);
    return slot.verb === undefined || !joined || !joins([slot.verb, x]) || !joins([slot.verb, y]);
  });
  return (astray?.slot.phrase ?? prepositionAstray(source, side))?.span ?? null;
}

const SETTINGS = setOf(
  "in at on near outside inside during after before since until till within around beside by following when",
);

/** Where and when: said of all that its clause tells, whichever word it stands behind. */
function isSetting({ preposition }: Slot): boolean {
  return preposition !== undefined && SETTINGS.has(preposition);
}

/** Whether the source has the place or time in a clause that tells of what it is said of here. */
function isSetThere(source: Side, { phrase, after, verb }: Slot): boolean {
  const hosts = [after, verb].filter((h): h is string => h !== undefined);
  const sets = source.clauses.slots.filter((s) => isWord(s.phrase.head, phrase.head));
  if (sets.some((s) => hostsOf(source, s).some((h) => hosts.some((o) => isWord(o, h))))) return true;
  // "Killed in the attack": a deed of the source that is told by a verb there, of the same sentence.
  const deeds = eventsOf(source).filter((e) => isSameSense(e.stem, phrase.head));
  return deeds.some((e) => {
    const { start, end } = source.sentences.find((s) => s.span.start <= e.span.start && e.span.start < s.span.end)
      ?.span ?? { start: 0, end: 0 };
    return eventsOf(source).some(
      (o) => o !== e && start <= o.span.start && o.span.start < end && hosts.some((h) => isWord(h, o.stem)),
    );
  });
}

/** All that a place or time of the source may be said of: the verb before it, that verb's parties, and what stands between. */
function hostsOf({ clauses }: Side, slot: Slot): readonly string[] {
  const between = clauses.slots.filter(
    (s) => s !== slot && s.verb === slot.verb && s.phrase.span.start < slot.phrase.span.start,
  );
  const told = clauses.predicates.findLast((p) => p.span.start < slot.phrase.span.start);
  const parties = told === undefined ? [] : [told.agent, told.patient];
  return [
    ...[slot.after, slot.verb].filter((h): h is string => h !== undefined),
    ...between.flatMap((s) => s.phrase.stems),
    ...parties.flatMap((n) => n?.stems ?? []),
  ];
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
function prepositionAstray(source: Side, side: Side): NounPhrase | undefined {
  const isLike = (p: string, q: string) => p === q || ALIKE.some((g) => g.has(p) && g.has(q));
  return side.clauses.slots.find(({ phrase, preposition: p }) => {
    const same = source.clauses.slots.filter((s) => isWord(s.phrase.head, phrase.head));
    const behind = same.filter((s): s is Slot & { preposition: string } => s.preposition !== undefined);
    if (p === undefined || p === "of" || same.length === 0 || behind.length < same.length) return false;
    return !behind.some(({ preposition: q }) => isLike(p, q) || (!STRONG.has(p) && !STRONG.has(q)));
  })?.phrase;
}
