import type { RelationKind, RelationParty } from "../model/assessment.ts";
import { overlaps, type Span } from "../model/span.ts";
import type { Act } from "../model/statement.ts";
import { findIncidentWords } from "../text/incident-words.ts";
import { wasSaid } from "./blame.ts";
import { allParties } from "./described.ts";
import { type HeldStatement, quoted, type RecordDocument, type RecordInput } from "./input.ts";
import { type FoundRelation, named, type Party, partiesIn } from "./parties.ts";

const BY_ACT: Partial<Record<Act, RelationKind>> = {
  accuses: "accuses",
  blames: "accuses",
  alleges: "accuses",
  denies: "denies",
  doubts: "doubts",
  praises: "supports",
  warns: "warned",
  "claims-responsibility": "attacks",
};
/** What is denied, doubted or warned of need be nobody. */
const OF_THINGS: ReadonlySet<RelationKind> = new Set<RelationKind>(["denies", "doubts", "warned", "attacks"]);

/** A statement by somebody about somebody or something: an accusation, a denial, doubt, a warning, praise, a view of it, a claim to have attacked. */
export function saidRelation(
  input: RecordInput,
  h: HeldStatement,
  attacked: RelationParty | null = null,
): readonly FoundRelation[] {
  const { document, statement } = h;
  const { speaker, cue, frame, act } = statement;
  if (cue === undefined || speaker.label === undefined || speaker.span === undefined) return [];
  if (!wasUttered(h) || !/^(?:named|role|collective|unnamed)$/.test(speaker.is)) return [];
  const is = frame === "attitude-verb" ? "views-as" : BY_ACT[act];
  if (is === undefined) return [];
  const from = byName(document, { span: speaker.span, actor: speaker.actor ?? null });
  const to = (is === "attacks" ? attacked : null) ?? aboutWhom(input, h, { is, from });
  if (to === null) return [];
  return [
    {
      is,
      from: named(input, document, from),
      to,
      polarity: "positive",
      document,
      cue: cue.span,
      sentence: statement.sentence,
      statement: statement.id,
    },
  ];
}

/** Doubt is said in negative words; all else as `wasSaid` has it. */
function wasUttered(h: HeldStatement): boolean {
  const { act, voice, factuality } = h.statement;
  return wasSaid(h) || (act === "doubts" && voice === undefined && factuality !== "speculated");
}

interface Half {
  readonly is: RelationKind;
  readonly from: Party;
}

/** The statement's target; else, of an accusation or of praise, the party right behind its cue; else the thing that it is about. */
function aboutWhom(input: RecordInput, h: HeldStatement, { is, from }: Half): RelationParty | null {
  const { document, statement } = h;
  const { target } = statement;
  if (target !== undefined && is !== "attacks" && !/^(?:an?|the|some|its|their)$/iu.test(target.label))
    return named(input, document, byName(document, { span: target.span, actor: target.actor ?? null }));
  if (!OF_THINGS.has(is)) {
    const party = statement.act === "alleges" ? null : behind(h, from);
    return party === null ? null : named(input, document, party);
  }
  const thing = is === "attacks" ? attackIn(h) : (statement.content[0] ?? statement.cue?.span ?? null);
  if (thing === null) return null;
  const words = quoted(document, thing);
  return { name: words.quote, actor: null, thing: true, quote: words };
}

const NEAR = 45;

/** The first party after the cue, in the same clause, who is not the speaker. */
function behind({ document, statement }: HeldStatement, from: Party): Party | null {
  const end = statement.cue?.span.end ?? statement.sentence.start;
  const parties = allParties(document, { start: end, end: Math.min(statement.sentence.end, end + NEAR + 40) });
  const first = parties.find((p) => p.span.start >= end && !overlaps(p.span, from.span));
  if (first === undefined) return null;
  const between = document.text.slice(end, first.span.start);
  return between.length <= NEAR && !/[.,;:!?،؛"“”]/u.test(between) ? first : null;
}

/** The words for the attack in the sentence of a claim. */
function attackIn({ document, statement }: HeldStatement): Span | null {
  const { start, end } = statement.sentence;
  const [first] = findIncidentWords(document.text.slice(start, end), "attack");
  if (first === undefined) return statement.cue?.span ?? null;
  return { start: start + first.span.start, end: start + first.span.end };
}

/** Somebody no list knows by the name that his words begin with: "Hakim Doro, a deputy" is Hakim Doro. */
function byName(document: RecordDocument, party: Party): Party {
  if (party.actor !== null) return party;
  const [inside, ...more] = partiesIn(document, party.span);
  return inside?.actor === null && more.length === 0 && inside.span.start === party.span.start ? inside : party;
}
