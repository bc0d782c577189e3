// What the doors hand over, what the formats make of it, and how far either goes.

import type { OffsetRun, Via } from "../core/model/event.ts";
import type { Problem } from "../core/model/problem.ts";
import type { Language, Part } from "../core/model/reading.ts";
import type { Instant, When } from "../core/model/time.ts";

/** One document as it came through a door: its bytes, untouched. */
export interface InputBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly via: Via;
  /** What the door was told, e.g. a Content-Type; the content itself goes first. */
  readonly mediaTypeHint?: string;
  /** The file's own time, which says little about publication. */
  readonly modified?: Instant;
  /** When it was had, where that is not now: the time of a fetch, or what an archive tells. */
  readonly captured?: Instant;
  /** The exchange that brought it, as a WARC record; kept beside it. */
  readonly record?: Uint8Array;
  /** A document as it is, though its bytes look like something that holds several (a Word file is a ZIP archive). */
  readonly whole?: boolean;
  /** What the archive or export that held the bytes knows them to be; read so, and not told by their look. */
  readonly as?: "plain" | "fragment";
  /** What the door knows besides: a feed's title and date of an item, a post's account and time. The document's own markup goes first. */
  readonly known?: KnownOfDocument;
}

/** Facts about a document that stand around it, not in it. */
export interface KnownOfDocument {
  readonly title?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly published?: When;
  readonly address?: string;
  readonly language?: Language;
  readonly links?: readonly string[];
}

/** What a door hands over, one at a time: a document, or why there is none. */
export type Delivered = { readonly input: InputBytes } | { readonly problem: Problem };

/** What a format makes of decoded bytes. */
export interface FormatRead {
  readonly text: string;
  readonly offsets: readonly OffsetRun[];
  /** The canonical address that the page gives for itself. */
  readonly address?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly published?: When;
  readonly links: readonly string[];
  readonly language?: Language;
  /** "Demonstration: invented texts", where the document says so of itself; printed with everything made of it. */
  readonly demonstration?: string;
  /** Only what markup tells; the core finds the parts of loose text. */
  readonly parts?: readonly Part[];
  /** Warnings and notes; an error would have refused the document. */
  readonly problems: readonly Problem[];
}

/** A text read from bytes, with what its markup says of it. */
export interface ReadDocument extends FormatRead {
  readonly format: string;
  readonly formatVersion: number;
  readonly mediaType: string;
  readonly charset: string;
  /** 0 to 1; 1 where a mark, the markup or the user named it. */
  readonly charsetCertainty: number;
}

export type ReadOutcome = { readonly document: ReadDocument } | { readonly problems: readonly Problem[] };

export interface ReadOptions {
  /** The charset that the user names; it wins over every mark. */
  readonly charset?: string;
  readonly language?: Language;
  readonly limits?: Partial<Limits>;
  /** On the clock of `now`, in milliseconds: past it the document is refused. */
  readonly deadline?: number;
  readonly now?: () => number;
}

export interface Limits {
  /** Of one document. */
  readonly bytes: number;
  /** Elements inside each other in a page. */
  readonly nesting: number;
  /** Elements of a page. */
  readonly elements: number;
  /** Of all characters, the share that could not be decoded, 0 to 1. */
  readonly undecodable: number;
  /** Links kept of one document. */
  readonly links: number;
  /** Files taken from one folder. */
  readonly files: number;
  /** Folders inside each other. */
  readonly folders: number;
  /** Of one archive, as it lies on the disk. */
  readonly archiveBytes: number;
  /** Unpacked from all that one argument names, archives inside archives included. */
  readonly unpackedBytes: number;
  /** Documents, posts or files taken from one archive. */
  readonly entries: number;
  /** Archives inside each other. */
  readonly archives: number;
  /** For the whole answer of an address, redirects included. */
  readonly fetchSeconds: number;
  readonly redirects: number;
  /** Of a feed, or an export in one JSON file, which are read whole. */
  readonly exportBytes: number;
  /** For one PDF or Word file, in a process of its own. */
  readonly apartSeconds: number;
  /** Memory of that process, in MB. */
  readonly apartMegabytes: number;
  readonly pages: number;
}

export const LIMITS: Limits = {
  bytes: 20_000_000,
  nesting: 512,
  elements: 15_000,
  undecodable: 0.02,
  links: 1_000,
  files: 10_000,
  folders: 32,
  archiveBytes: 2_000_000_000,
  unpackedBytes: 4_000_000_000,
  entries: 100_000,
  archives: 3,
  fetchSeconds: 30,
  redirects: 5,
  exportBytes: 100_000_000,
  apartSeconds: 8,
  apartMegabytes: 320,
  pages: 500,
};

/** Characters of a title, name or address taken from markup. */
export const LONGEST_FIELD = 500;

/** What a format reads, needs, refuses above, and can give; `silverblaze formats` and the docs page are made of these. */
export interface Manifest {
  readonly name: string;
  /** Raised when the same bytes would give another text. */
  readonly version: number;
  readonly mediaType: string;
  readonly reads: string;
  readonly extensions: readonly string[];
  /** Packages that must be installed; empty where nothing but the package itself is needed. */
  readonly needs: readonly string[];
  readonly limits: readonly (keyof Limits)[];
  readonly offers: readonly string[];
}
