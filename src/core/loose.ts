import { emptyCase } from "./case/fold.ts";
import type { Entry } from "./model/event.ts";
import type { TextInfo } from "./model/reading.ts";
import { byCodeUnit } from "./model/span.ts";
import type { CaseState } from "./model/state.ts";
import type { Instant } from "./model/time.ts";

/** A loose text as a document of a case that nobody keeps. */
export interface LooseDocument {
  readonly info: TextInfo;
  readonly title?: string;
  readonly author?: string;
  readonly original?: string;
  readonly format?: string;
}

/** Stands for "captured at no stated time": such a text is known from the start. */
export const UNCAPTURED: Instant = "0001-01-01T00:00:00.000Z";

/** The state of a case that holds just these texts, and the texts by id; documents are numbered in code-unit order of name and text. */
export function looseCase(documents: readonly LooseDocument[]): {
  readonly state: CaseState;
  readonly texts: Readonly<Record<string, string>>;
} {
  const sorted = [...documents].sort(
    (a, b) => byCodeUnit(a.info.name ?? a.info.id, b.info.name ?? b.info.id) || byCodeUnit(a.info.id, b.info.id),
  );
  const added: Entry<"document.added">[] = [];
  const read: Entry<"document.read">[] = [];
  const texts: Record<string, string> = {};
  for (const [i, { info, title, author, original, format }] of sorted.entries()) {
    const common = { at: UNCAPTURED, who: "" };
    const document = `text-${i + 1}`;
    texts[info.id] = info.text;
    added.push({
      ...common,
      seq: 2 * i + 1,
      body: {
        document,
        original: original ?? info.id,
        name: info.name ?? info.id,
        mediaType: "text/plain",
        via: { door: "file", ...(info.url !== undefined && { address: info.url }) },
        captured: UNCAPTURED,
      },
    });
    read.push({
      ...common,
      seq: 2 * i + 2,
      body: {
        document,
        text: info.id,
        offsets: [],
        format: format ?? "text",
        formatVersion: 1,
        charset: "utf-8",
        charsetCertainty: 1,
        links: info.links ?? [],
        ...(title !== undefined && { title }),
        ...(author !== undefined && { author }),
        ...(info.publisher !== undefined && { publisher: info.publisher }),
        ...(info.published !== undefined && { published: info.published }),
        ...(info.language !== undefined && { language: info.language }),
        ...(info.parts !== undefined && { parts: info.parts }),
        ...(info.demonstration !== undefined && { demonstration: info.demonstration }),
      },
    });
  }
  const entries = { ...emptyCase.entries, "document.added": added, "document.read": read };
  return { state: { ...emptyCase, seq: 2 * sorted.length, entries }, texts };
}
