import type { AssessedLineage } from "./model/assessment.ts";
import type { DocumentId } from "./model/id.ts";

/** The count, and the two ends of its range: every possible edge taken for real, and only sure links counted. */
export type OriginsAt = "count" | "from" | "to";

/** The origin of a document, or of the sentence of it that starts at a place. */
export type OriginOf = (document: DocumentId, start?: number) => string;

/** What every document, and every passage with an origin of its own, rests on: as counted, and at both ends of the range [LI6]. */
export function originEnds({
  list,
  edges,
  passages,
}: Pick<AssessedLineage, "list" | "edges" | "passages">): Readonly<Record<OriginsAt, OriginOf>> {
  const counted = new Map(list.flatMap((o) => o.documents.map((d) => [d, o.id] as const)));
  const surely = new Map(
    list.flatMap((o) => (o.parts ?? [o.documents]).flatMap((part) => part.map((d) => [d, part[0] as string] as const))),
  );
  const joined = joinedBy(edges, counted);
  const told = new Map(passages.map((p) => [`${p.quote.document} ${p.quote.span.start}`, p.from]));
  const at =
    (home: (document: DocumentId) => string): OriginOf =>
    (document, start) =>
      home(told.get(`${document} ${start}`) ?? document);
  return {
    count: at((d) => counted.get(d) ?? d),
    from: at((d) => joined(counted.get(d) ?? d)),
    to: at((d) => surely.get(d) ?? d),
  };
}

/** The least of the origins that possible edges make one, for each. */
function joinedBy(
  edges: AssessedLineage["edges"],
  counted: ReadonlyMap<DocumentId, string>,
): (origin: string) => string {
  const parent = new Map<string, string>();
  const root = (origin: string): string => {
    const up = parent.get(origin);
    return up === undefined ? origin : root(up);
  };
  for (const { from, to, possible } of edges) {
    const [p, q] = [root(counted.get(from) ?? from), root(counted.get(to) ?? to)];
    if (possible && p !== q) parent.set(p < q ? q : p, p < q ? p : q);
  }
  return root;
}
