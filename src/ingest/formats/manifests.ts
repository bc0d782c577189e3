// What can be read. `silverblaze formats` and docs/reference/formats.md say the same.

import { RECORD_FORMATS } from "../records/formats.ts";
import type { RecordManifest } from "../records/types.ts";
import { LIMITS, type Limits, type Manifest } from "../types.ts";
import { REFUSED } from "./refused.ts";

const PAGE_FIELDS = ["title", "publisher", "author", "published", "address", "links", "language", "parts"] as const;

/** Every format of documents, by name. The readers themselves are loaded when they are needed. */
export const MANIFESTS = {
  html: {
    name: "html",
    version: 2,
    mediaType: "text/html",
    reads:
      "a saved page: the words of its article, one paragraph a line, and what its markup says of it. Nothing is loaded, no script runs",
    extensions: ["html", "htm", "xhtml"],
    needs: [],
    limits: ["bytes", "undecodable", "nesting", "elements", "links"],
    offers: ["text", "offsets", ...PAGE_FIELDS],
  },
  markdown: {
    name: "markdown",
    version: 1,
    mediaType: "text/markdown",
    reads:
      "Markdown as it stands, not rendered. Front matter (title, date, author, publisher, language, address) is read and left out of the text",
    extensions: ["md", "markdown"],
    needs: [],
    limits: ["bytes", "undecodable", "links"],
    offers: ["text", "offsets", ...PAGE_FIELDS],
  },
  plain: {
    name: "plain",
    version: 1,
    mediaType: "text/plain",
    reads:
      "plain text as it stands. Line ends become \\n; headline, byline, captions and footer are found from the text",
    extensions: ["txt", "text"],
    needs: [],
    limits: ["bytes", "undecodable"],
    offers: ["text", "offsets"],
  },
} as const satisfies Record<string, Manifest>;

/** Formats of records, by name, from the file of each. */
export const RECORD_MANIFESTS: Readonly<Record<string, RecordManifest>> = Object.fromEntries(
  RECORD_FORMATS.map(({ manifest }) => [manifest.name, manifest]),
);

/** What a limit holds, in words. */
export function limitInWords(limit: keyof Limits): string {
  const value = LIMITS[limit];
  switch (limit) {
    case "bytes":
      return `${value / 1_000_000} MB`;
    case "undecodable":
      return `${value * 100} % undecodable characters`;
    case "nesting":
      return `${value} elements inside each other`;
    case "elements":
      return `${value} elements`;
    case "links":
      return `${value} links kept`;
    case "files":
      return `${value} files a folder`;
    case "folders":
      return `${value} folders inside each other`;
    case "archiveBytes":
      return `${value / 1_000_000} MB an archive`;
    case "unpackedBytes":
      return `${value / 1_000_000} MB unpacked`;
    case "entries":
      return `${value} entries an archive`;
    case "archives":
      return `${value} archives inside each other`;
    case "fetchSeconds":
      return `${value} s for an answer`;
    case "redirects":
      return `${value} redirects`;
    case "exportBytes":
      return `${value / 1_000_000} MB an export`;
    case "apartSeconds":
      return `${value} s to read`;
    case "apartMegabytes":
      return `${value} MB of memory to read`;
    case "pages":
      return `${value} pages`;
  }
}

/** The kinds of file that are told apart and refused, with what to do instead. */
export function refusedKinds(): readonly { readonly what: string; readonly instead: string }[] {
  const seen = new Set<string>();
  return REFUSED.filter(({ what }) => !seen.has(what) && seen.add(what)).map(({ what, instead }) => ({
    what,
    instead,
  }));
}
