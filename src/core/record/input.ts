import type { Actor } from "../model/actor.ts";
import type { Quoted } from "../model/assessment.ts";
import type { Entry } from "../model/event.ts";
import type { FigureBook } from "../model/figure.ts";
import type { ActorId, DocumentId } from "../model/id.ts";
import type { Reading } from "../model/reading.ts";
import { quote, type Span } from "../model/span.ts";
import type { Statement } from "../model/statement.ts";
import type { When } from "../model/time.ts";

/** One document that counts, read. */
export interface RecordDocument {
  readonly id: DocumentId;
  readonly position: number;
  readonly text: string;
  readonly reading: Reading;
  readonly published: When | null;
  readonly publisher: string | null;
  /** The origins that its sentence at a place rests on, as lineage has them [LI6]. */
  readonly originsAt: (start: number) => StatementOrigins;
  readonly retracted: boolean;
}

/** The origin that a statement counts for, and those at both ends of the range: possible edges counted, and only sure links counted. */
export interface StatementOrigins {
  readonly counted: string;
  readonly from: string;
  readonly to: string;
}

export interface RecordInput {
  /** First step of every figure's path. */
  readonly slug: string;
  readonly documents: readonly RecordDocument[];
  readonly decisions: readonly Entry<"statement.decided">[];
  readonly basis: "accepted" | "accepted and proposed";
  readonly incidents: readonly Entry<"incident.stated">[];
  /** The actor of an id: stated by the analyst, else shipped; null if neither knows it. */
  readonly actor: (id: ActorId) => Actor | null;
  readonly placeName: (id: string) => { readonly name: string; readonly country: string; readonly kind: string } | null;
  readonly book: FigureBook;
}

/** A statement that holds, with the document it stands in and how it came to hold. */
export interface HeldStatement {
  readonly document: RecordDocument;
  readonly statement: Statement;
  readonly status: "proposed" | "accepted" | "mended" | "added";
}

/** The words at a span of a document, written out for an output. */
export function quoted(document: RecordDocument, span: Span): Quoted {
  const sentence = document.reading.sentences.find((s) => s.start <= span.start && span.start < s.end);
  return {
    document: document.id,
    span: { text: document.reading.text, start: span.start, end: span.end },
    quote: quote(document.text, span),
    paragraph: sentence?.paragraph ?? 1,
  };
}

/** The origins that a statement rests on: its passage's where that has one of its own, else its document's [LI6]. */
export function originsOf({ document, statement }: HeldStatement): StatementOrigins {
  return document.originsAt(statement.sentence.start);
}

/** The name that we print for an actor. */
export function nameOf(input: Pick<RecordInput, "actor">, id: ActorId): string {
  const actor = input.actor(id);
  return actor?.names.en?.[0] ?? Object.values(actor?.names ?? {})[0]?.[0] ?? id;
}
