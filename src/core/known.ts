import { type CaseView, viewCase } from "./case/view.ts";
import { UNCAPTURED } from "./loose.ts";
import type { AssessedDocument } from "./model/assessment.ts";
import type { Part, TextInfo } from "./model/reading.ts";
import { byCodeUnit } from "./model/span.ts";
import type { CaseState } from "./model/state.ts";
import { type Instant, latest } from "./model/time.ts";

/** A document that counts as of the day, with what reading and lineage need of it. */
export interface KnownDocument extends AssessedDocument {
  readonly info: TextInfo;
}

/** Step 1: what could be known as of the day [CA3]. */
export interface Known {
  readonly view: CaseView;
  /** In the order of publication, then name, then text: never of input [CA5]. */
  readonly documents: readonly KnownDocument[];
}

/**
 * The documents that could be known: published, by the latest possible instant, no later than `asOf`; without a time of publication,
 * captured by then. Texts that are not there (erased) are left out, as are documents that a known new version replaces.
 */
export function knownAsOf(state: CaseState, texts: Readonly<Record<string, string>>, asOf: Instant): Known {
  const view = viewCase(state);
  const all = [...view.documents.keys()].flatMap((id) => describe(view, texts, id) ?? []);
  const inTime = all.filter((d) => {
    const known = d.published === null ? d.captured : latest(d.published);
    return known === null || known <= asOf;
  });
  const ids = new Set(inTime.map((d) => d.id));
  const replaced = new Set(
    [...view.documents.values()].flatMap(({ body }) => (ids.has(body.document) ? (body.newVersionOf ?? []) : [])),
  );
  const documents = inTime
    .filter((d) => !replaced.has(d.id))
    .sort(
      (a, b) =>
        byCodeUnit(a.published?.from ?? "9", b.published?.from ?? "9") ||
        byCodeUnit(a.name, b.name) ||
        byCodeUnit(a.text, b.text) ||
        byCodeUnit(a.id, b.id),
    )
    .map((d, i) => ({ ...d, position: i + 1 }));
  return { view, documents };
}

function describe(view: CaseView, texts: Readonly<Record<string, string>>, id: string): KnownDocument | null {
  const added = view.documents.get(id)?.body;
  const read = view.reads.get(id)?.body;
  if (added === undefined || read === undefined || !Object.hasOwn(texts, read.text)) return null;
  const text = texts[read.text] as string;
  const stated = view.documentStated.get(id)?.body;
  const source = stated?.source === undefined ? undefined : view.sources.get(stated.source)?.body;
  // A protected source's name and contact reach no output [CO8].
  const held = source?.protected === true;
  const publisher = held ? "name held back" : (stated?.publisher ?? source?.name ?? read.publisher ?? null);
  const published = stated?.published ?? read.published ?? null;
  const language = stated?.language ?? read.language;
  const address = held ? null : (added.via.address ?? read.address ?? null);
  const parts: readonly Part[] | undefined = stated?.parts ?? read.parts;
  return {
    id,
    position: 0,
    name: held ? `document ${id}` : added.name,
    title: stated?.title ?? read.title ?? null,
    publisher,
    author: held ? null : (read.author ?? null),
    address,
    published,
    captured: added.captured === UNCAPTURED ? null : added.captured,
    language: language ?? "und",
    text: read.text,
    original: added.original,
    retracted: stated?.retracted !== undefined,
    info: {
      id: read.text,
      text,
      name: added.name,
      ...(publisher !== null && !held && { publisher }),
      ...(read.author !== undefined && !held && { author: read.author }),
      ...(published !== null && { published }),
      ...(address !== null && { url: address }),
      ...(language !== undefined && { language }),
      ...(parts !== undefined && { parts }),
      links: read.links,
      ...(read.demonstration !== undefined && { demonstration: read.demonstration }),
    },
  };
}
