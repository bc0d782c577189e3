import data from "../data/relation-words.json" with { type: "json" };
import type { AssessedRelation, RelationKind, RelationParty } from "../model/assessment.ts";
import { figureId } from "../model/id.ts";
import { byCodeUnit, type Span } from "../model/span.ts";
import type { Act } from "../model/statement.ts";
import { fold } from "../text/fold.ts";
import { wordFinder } from "../text/word-finder.ts";
import { wasSaid } from "./attributions.ts";
import { type HeldStatement, quoted, type RecordDocument, type RecordInput } from "./input.ts";
import { named, type Party, partiesIn, statementAt } from "./parties.ts";

/** Where the two actors stand: before and after the words, or both on one side of them. */
type Order = "ab" | "ba" | "both" | "after" | "apart";

const find = wordFinder(
  Object.entries(data.relations).flatMap(([is, orders]) =>
    Object.entries(orders).flatMap(([order, phrases]) =>
      phrases.map((words) => [words, { is: is as RelationKind, order: order as Order }] as const),
    ),
  ),
);
const AS: ReadonlySet<string> = new Set(data.as.map(fold));
const NOT: ReadonlySet<string> = new Set(data.not.map(fold));

interface Found {
  readonly is: RelationKind;
  readonly from: RelationParty;
  readonly to: RelationParty;
  readonly polarity: "positive" | "negative";
  readonly document: RecordDocument;
  readonly cue: Span;
  readonly sentence: Span;
  readonly statement: string | null;
}

/** What the texts say that actors have to do with each other: from statements about somebody, and from the words that relate two names [ST7]. */
export function relations(input: RecordInput, held: readonly HeldStatement[]): readonly AssessedRelation[] {
  const said = held.flatMap((h) => saidRelation(input, h));
  const worded = input.documents.flatMap((document) =>
    document.reading.sentences.flatMap((sentence) =>
      sentence.repeat || sentence.part === "footer" ? [] : wordedRelations(input, document, sentence),
    ),
  );
  const groups = new Map<string, Found[]>();
  for (const found of [...said, ...worded]) {
    if (keyOf(found.from) === keyOf(found.to)) continue;
    const key = JSON.stringify([found.is, keyOf(found.from), keyOf(found.to), found.polarity]);
    const list = groups.get(key) ?? [];
    // One sentence says a thing once, by whichever rule it was found.
    if (!list.some((f) => f.document.id === found.document.id && f.sentence.start === found.sentence.start))
      list.push(found);
    groups.set(key, list);
  }
  return [...groups].sort(([a], [b]) => byCodeUnit(a, b)).map(([key, list], i) => row(input, list, [key, String(i)]));
}

function keyOf({ actor, name }: RelationParty): string {
  return actor ?? fold(name).replace(/^(?:the|a|an)\s+/, "");
}

function row(input: RecordInput, list: readonly Found[], [key, n]: readonly string[]): AssessedRelation {
  const [first] = list as readonly [Found, ...Found[]];
  const quotes = list.map((f) => quoted(f.document, f.sentence));
  return {
    is: first.is,
    from: first.from,
    to: first.to,
    polarity: first.polarity,
    cue: quoted(first.document, first.cue),
    quote: quotes[0] as AssessedRelation["quote"],
    statement: first.statement,
    passages: input.book.add({
      id: figureId(input.slug, "relation", ...(JSON.parse(key ?? "[]") as string[]), n ?? ""),
      value: list.length,
      unit: "count",
      rule: "ST7",
      from: quotes.map((q) => ({ is: "words", span: q.span, quote: q.quote })),
      by: "grounds",
    }),
    quotes,
  };
}

const BY_ACT: Partial<Record<Act, RelationKind>> = {
  accuses: "accuses",
  blames: "accuses",
  alleges: "accuses",
  doubts: "doubts",
  praises: "supports",
  warns: "warned",
};

/** A statement by somebody about somebody: an accusation, a denial of a link, doubt, praise, a view of it. */
function saidRelation(input: RecordInput, h: HeldStatement): readonly Found[] {
  const { document, statement } = h;
  const { speaker, target, cue } = statement;
  if (target === undefined || cue === undefined || speaker.label === undefined || speaker.span === undefined) return [];
  if (!wasSaid(h) || !/^(?:named|role|collective)$/.test(speaker.is)) return [];
  const is = kindOf(h);
  if (is === undefined) return [];
  const from = { span: speaker.span, actor: speaker.actor ?? null };
  return [
    {
      is,
      from: named(input, document, byName(document, from)),
      to: named(input, document, byName(document, { span: target.span, actor: target.actor ?? null })),
      polarity: "positive",
      document,
      cue: cue.span,
      sentence: statement.sentence,
      statement: statement.id,
    },
  ];
}

/** Somebody no list knows by the name in his words alone: "Hakim Doro, leader of …" is Hakim Doro. */
function byName(document: RecordDocument, party: Party): Party {
  if (party.actor !== null) return party;
  const inside = partiesIn(document, party.span).find(
    (p) => p.span.start >= party.span.start && p.span.end <= party.span.end,
  );
  return inside?.actor === null ? inside : party;
}

function kindOf({ statement }: HeldStatement): RelationKind | undefined {
  const { act, frame, object } = statement;
  if (frame === "attitude-verb") return "views-as";
  if (act === "denies") return object === "link" || object === "responsibility" ? "denies" : undefined;
  return BY_ACT[act];
}

/** Relations by the words between two names, or before both. */
function wordedRelations(input: RecordInput, document: RecordDocument, sentence: Span): readonly Found[] {
  const parties = partiesIn(document, sentence);
  if (parties.length < 2) return [];
  return find(document.text.slice(sentence.start, sentence.end)).flatMap(({ span, value }) => {
    const cue = { start: sentence.start + span.start, end: sentence.start + span.end };
    const pair = pairOf({ document, sentence, parties, cue }, value);
    if (pair === null || parties.some((p) => p.span.start < cue.end && cue.start < p.span.end)) return [];
    if (value.is === "views-as" && !isSeenAs(document, pair.to, sentence)) return [];
    return [
      {
        is: value.is,
        from: named(input, document, pair.from),
        to: named(input, document, pair.to),
        polarity: isNegated(document, cue, sentence) ? ("negative" as const) : ("positive" as const),
        document,
        cue,
        sentence,
        statement: statementAt(document, cue),
      },
    ];
  });
}

interface Place {
  readonly document: RecordDocument;
  readonly sentence: Span;
  readonly parties: readonly Party[];
  readonly cue: Span;
}

function pairOf(place: Place, { order }: { readonly order: Order }): { from: Party; to: Party } | null {
  const before = place.parties.filter((p) => p.span.end <= place.cue.start);
  const after = place.parties.filter((p) => p.span.start >= place.cue.end);
  const [a, b, c] = [subjectOf(place, before), after[0], after[1]];
  if (order === "after" || order === "apart") {
    if (b !== undefined && c !== undefined && isNear(place, b, { words: 3 }) && isNear(place, c, { from: b, words: 8 }))
      return { from: b, to: c };
    // "The group attacked the army": an Arabic verb may stand between the two as well.
    if (order === "after")
      return a !== null && b !== undefined && isNear(place, b, { words: 4 }) ? { from: a, to: b } : null;
    const [x, y] = before.slice(-2);
    return x !== undefined && y !== undefined ? { from: x, to: y } : null;
  }
  if (a === null || b === undefined || !isNear(place, b, { words: 5 })) return null;
  return order === "ba" ? { from: b, to: a } : { from: a, to: b };
}

const STOP = /[.;:!?؟؛"“”«»]/u;
const MOST_BEFORE = 14;

/** The nearest name before the words, in their own clause: a name behind "of", "by", "against" or in an aside is not the one that does it. */
function subjectOf({ document, cue }: Place, before: readonly Party[]): Party | null {
  for (const party of [...before].reverse()) {
    const between = document.text.slice(party.span.end, cue.start);
    if (STOP.test(between) || between.split(/\s+/u).length > MOST_BEFORE) return null;
    const ahead = document.text.slice(Math.max(0, party.span.start - 12), party.span.start);
    const hidden = /\b(?:of|by|against|in|from|on|with|near|at|to)\s+(?:the\s+)?$/iu.test(ahead);
    if (!hidden || before[0] === party) return party;
  }
  return null;
}

/** Whether a name follows the words closely, in the same clause. */
function isNear(
  { document, cue }: Place,
  party: Party,
  { from, words }: { readonly from?: Party; readonly words: number },
): boolean {
  const between = document.text.slice(from?.span.end ?? cue.end, party.span.start);
  return (
    !STOP.test(between) &&
    between.trim().split(/\s+/u).length <= words &&
    (from !== undefined || !/[,،]/u.test(between))
  );
}

/** "S views X as …": the words after X. */
function isSeenAs({ text }: RecordDocument, { span }: Party, sentence: Span): boolean {
  const after = fold(text.slice(span.end, Math.min(sentence.end, span.end + 60))).split(/[\s,،]+/u);
  return after.slice(1, 4).some((word) => AS.has(word));
}

/** A negation among the three words before. */
function isNegated({ text }: RecordDocument, cue: Span, sentence: Span): boolean {
  const before = fold(text.slice(Math.max(sentence.start, cue.start - 40), cue.start)).split(/\s+/u);
  return before
    .filter((word) => word !== "")
    .slice(-3)
    .some((word) => NOT.has(word) || word.endsWith("n't"));
}
