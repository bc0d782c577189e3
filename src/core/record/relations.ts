import type { AssessedRelation, Attribution, LedgerEntry, RelationParty } from "../model/assessment.ts";
import { figureId } from "../model/id.ts";
import { byCodeUnit, overlaps } from "../model/span.ts";
import { fold } from "../text/fold.ts";
import { type HeldStatement, quoted, type RecordInput } from "./input.ts";
import { type FoundRelation, named } from "./parties.ts";
import { saidRelation } from "./relations-said.ts";
import { wordedRelations } from "./relations-worded.ts";

/**
 * What the texts say that actors have to do with each other: from statements about somebody, and from the words that relate two parties,
 * named or only described [ST7].
 */
export function relations(
  input: RecordInput,
  held: readonly HeldStatement[],
  told: Told = { attributions: [], entries: [] },
): readonly AssessedRelation[] {
  const own = held.flatMap((h) => saidRelation(input, h, told.attacked?.(h) ?? null));
  const laid = laidTo(input, held, told);
  const said = [...own, ...laid.filter((f) => !own.some((o) => ofOneSentence(o, f)))];
  const worded = input.documents.flatMap((document) =>
    document.reading.sentences.flatMap((sentence) =>
      sentence.repeat || sentence.part === "footer" ? [] : wordedRelations(input, document, sentence),
    ),
  );
  const groups = new Map<string, FoundRelation[]>();
  for (const found of best(said, worded)) {
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

interface Told {
  readonly attributions: readonly Attribution[];
  readonly entries: readonly LedgerEntry[];
  /** What the attack was on that a statement is about, where the texts tell. */
  readonly attacked?: (h: HeldStatement) => RelationParty | null;
}

function ofOneSentence(a: FoundRelation, b: FoundRelation): boolean {
  return a.is === b.is && a.document.id === b.document.id && a.sentence.start === b.sentence.start;
}

const BLAMES: ReadonlySet<Attribution["said"]> = new Set<Attribution["said"]>(["blames", "accuses", "assesses"]);

/** Who lays it to whom, and who denies what, as the record of attributions and the ledger have it: "was the work of" accuses as "accused" does. */
function laidTo(
  input: RecordInput,
  held: readonly HeldStatement[],
  { attributions, entries }: Told,
): readonly FoundRelation[] {
  const blamed = attributions
    .filter((a) => BLAMES.has(a.said))
    .flatMap((a) => laid(input, held, { is: "accuses", id: a.statement }));
  const denied = entries
    .filter((e) => e.is === "denial")
    .flatMap((e) => laid(input, held, { is: "denies", id: e.statement }));
  return [...blamed, ...denied];
}

function laid(
  input: RecordInput,
  held: readonly HeldStatement[],
  { is, id }: { readonly is: "accuses" | "denies"; readonly id: string },
): readonly FoundRelation[] {
  const h = held.find((x) => x.statement.id === id);
  if (h === undefined) return [];
  const { document, statement } = h;
  const { speaker, target, cue, sentence } = statement;
  if (speaker.span === undefined || cue === undefined || !/^(?:named|role|collective|unnamed)$/.test(speaker.is))
    return [];
  if (target !== undefined && /^(?:يكون|تكون|كان|كانت|أن)$/u.test(target.label)) return [];
  const at = target?.span ?? (is === "denies" ? statement.content[0] : undefined);
  if (at === undefined) return [];
  const from = named(input, document, { span: speaker.span, actor: speaker.actor ?? null });
  const to = named(input, document, { span: at, actor: target?.actor ?? null });
  const whom = target === undefined ? { ...to, thing: true as const } : to;
  return [{ is, from, to: whom, polarity: "positive", document, cue: cue.span, sentence, statement: statement.id }];
}

/** Of two rules that found one relation at one place: the party that the words name next, then what the statement is about, then a thing. */
function best(said: readonly FoundRelation[], worded: readonly FoundRelation[]): readonly FoundRelation[] {
  const same = (a: FoundRelation) => (b: FoundRelation) =>
    a.is === b.is && a.document.id === b.document.id && overlaps(a.cue, b.cue);
  const parties = worded.filter((f) => f.to.thing !== true);
  const of = said.filter((f) => !parties.some(same(f)));
  return [...of, ...parties, ...worded.filter((f) => f.to.thing === true && !of.some(same(f)))];
}

function keyOf({ actor, name }: RelationParty): string {
  return actor ?? fold(name).replace(/^(?:the|a|an)\s+/, "");
}

function row(input: RecordInput, list: readonly FoundRelation[], [key, n]: readonly string[]): AssessedRelation {
  const [first] = list as readonly [FoundRelation, ...FoundRelation[]];
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
