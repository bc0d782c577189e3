import type { Known, KnownDocument } from "./known.ts";
import type { Actor, ActorKind } from "./model/actor.ts";
import type { AssessedLineage, LedgerEntry } from "./model/assessment.ts";
import type { FigureBook } from "./model/figure.ts";
import type { Reading } from "./model/reading.ts";
import { overlaps } from "./model/span.ts";
import type { When } from "./model/time.ts";
import { originEnds } from "./origin-ends.ts";
import { buildRecord, type RecordResult } from "./record/build-record.ts";
import { nameOf, type RecordDocument } from "./record/input.ts";
import { joinActors } from "./record/join-actors.ts";
import { actorById, placeById } from "./text/gazetteer.ts";

export interface ReadDocument {
  readonly document: KnownDocument;
  readonly reading: Reading;
}

export interface RecordSources {
  readonly known: Known;
  readonly read: readonly ReadDocument[];
  /** The analyst's own actors: stated in the case, or given beside it. */
  readonly actors: readonly Actor[];
  readonly lineage: AssessedLineage;
  readonly slug: string;
  readonly basis: "accepted" | "accepted and proposed";
}

/** The record, and what the steps after it ask of it. */
export interface RecordOf extends RecordResult {
  readonly nameOf: (actor: string) => string;
  readonly kindOf: (actor: string) => ActorKind | null;
  /** The day until which a report that no claim was seen looked. */
  readonly reportedAsOf: (entry: LedgerEntry) => When | null;
}

/** Step 4: the record of the documents that count, with the analyst's names joined to the shipped ones. */
export function recordOf(
  { known, read, actors: stated, lineage, slug, basis }: RecordSources,
  book: FigureBook,
): RecordOf {
  const byId = new Map(stated.map((a) => [a.id, a]));
  const actor = (id: string): Actor | null => byId.get(id) ?? actorById(id);
  const originOf = originEnds(lineage);
  const documents = read.map(
    ({ document, reading }): RecordDocument => ({
      id: document.id,
      position: document.position,
      text: document.info.text,
      reading: joinActors(reading, { text: document.info.text, publisher: document.publisher }, stated),
      published: document.published,
      publisher: document.publisher,
      originsAt: (start) => ({
        counted: originOf.count(document.id, start),
        from: originOf.from(document.id, start),
        to: originOf.to(document.id, start),
      }),
      retracted: document.retracted,
    }),
  );
  const result = buildRecord({
    slug,
    documents,
    decisions: [...known.view.statementDecisions.values()],
    basis,
    incidents: [...known.view.incidents.values()],
    actor,
    placeName: (id) => {
      const place = placeById(id);
      return place == null ? null : { name: place.names.en?.[0] ?? id, country: place.country, kind: place.kind };
    },
    book,
  });
  return {
    ...result,
    nameOf: (id) =>
      (actor(id) === null ? result.ledger.find((e) => e.actor === id)?.actorName : undefined) ?? nameOf({ actor }, id),
    kindOf: (id) => actor(id)?.kind ?? null,
    reportedAsOf: (entry) => reportedAsOf(documents, entry),
  };
}

/** The latest day that the report's own sentence names, else what it was said or published. */
function reportedAsOf(documents: readonly RecordDocument[], entry: LedgerEntry): When | null {
  const document = documents.find((d) => d.id === entry.quote.document);
  const named = document?.reading.dates
    .filter((d) => overlaps(d.span, entry.quote.span) && /^\d{4}-\d{2}-\d{2}/.test(d.when.edtf))
    .map((d) => d.when)
    .sort((a, b) => ((a.to ?? "") < (b.to ?? "") ? 1 : -1));
  return named?.[0] ?? entry.when;
}
