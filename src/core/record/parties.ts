import type { RelationKind, RelationParty } from "../model/assessment.ts";
import type { Mention } from "../model/reading.ts";
import { overlaps, type Span } from "../model/span.ts";
import { nameOf, quoted, type RecordDocument, type RecordInput } from "./input.ts";

/** Somebody named in a sentence: an actor, a capital that stands for its state, or a name that no list knows. */
export interface Party {
  readonly span: Span;
  readonly actor: string | null;
}

/** One relation at one place of a text. */
export interface FoundRelation {
  readonly is: RelationKind;
  readonly from: RelationParty;
  readonly to: RelationParty;
  readonly polarity: "positive" | "negative";
  readonly document: RecordDocument;
  readonly cue: Span;
  readonly sentence: Span;
  readonly statement: string | null;
}

/** Who is named in a stretch of a document, in order. */
export function partiesIn({ reading }: RecordDocument, within: Span): readonly Party[] {
  return reading.mentions.flatMap((m) => (overlaps(m.span, within) ? partyOf(m) : []));
}

function partyOf(m: Mention): readonly Party[] {
  if (m.is === "actor") return [{ span: m.span, actor: m.id }];
  if (m.is === "place") return m.standsFor === undefined ? [] : [{ span: m.span, actor: m.standsFor }];
  return [{ span: m.span, actor: null }];
}

/** The party with its name to print and the words that name it. */
export function named(input: RecordInput, document: RecordDocument, { span, actor }: Party): RelationParty {
  const words = quoted(document, span);
  return { name: actor === null ? words.quote : nameOf(input, actor), actor, quote: words };
}

/** The statement of others in whose content the place stands, the narrowest; null where the outlet says it itself. */
export function statementAt({ reading }: RecordDocument, at: Span): string | null {
  let best: { id: string; length: number } | null = null;
  for (const s of reading.statements) {
    if (s.voice !== undefined) continue;
    for (const c of s.content) {
      const length = c.end - c.start;
      if (c.start <= at.start && at.end <= c.end && (best === null || length < best.length))
        best = { id: s.id, length };
    }
  }
  return best?.id ?? null;
}
