import { Buffer } from "node:buffer";
import { Readable } from "node:stream";
import {
  type Entry,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  RandomAccessReader,
  validateFileName,
  type ZipFile,
} from "yauzl";
import { problem } from "../../core/model/problem.ts";
import { type ByteSource, joined, wholeOf } from "../bytes.ts";
import { DOCX_TYPE } from "../formats/docx/docx-manifest.ts";
import type { Delivered, Limits } from "../types.ts";
import type { Unpacking } from "./container.ts";
import { type InZip, isWacz, type Named, readWacz } from "./wacz.ts";

/** yauzl reads by place through this: from a file or from memory alike. */
class FromSource extends RandomAccessReader {
  readonly source: ByteSource;
  constructor(source: ByteSource) {
    super();
    this.source = source;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(rangeOf(this.source, start, end), { objectMode: false });
  }
}

const STEP = 1 << 16;

async function* rangeOf(source: ByteSource, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; ) {
    const chunk = await source.at(at, Math.min(STEP, end - at));
    if (chunk.length === 0) return;
    at += chunk.length;
    yield Buffer.from(chunk);
  }
}

/**
 * The files of the archive, in the order of its directory; a Word file comes as the one document it is. Refused one by one, with
 * the reason: names that lead out, links, encrypted entries, entries longer than they say.
 */
export async function* readZip(source: ByteSource, unpacking: Unpacking): AsyncGenerator<Delivered> {
  const options = { autoClose: false, decodeStrings: false };
  const zip = await fromRandomAccessReaderPromise(new FromSource(source), source.size, options);
  try {
    const entries: Named[] = [];
    for await (const entry of zip.eachEntry()) {
      entries.push({ entry, name: nameOf(entry) });
      if (entries.length > unpacking.limits.entries) break;
    }
    const office = officeKind(new Set(entries.map((e) => e.name)));
    if (office !== null) yield* deliverOffice(source, office, unpacking.limits.bytes);
    else if (isWacz(entries)) yield* readWacz(zip, entries, { source, unpacking });
    else for (const named of entries) yield* deliverEntry(zip, named, { source, unpacking });
  } finally {
    zip.close();
  }
}

/** The name by the entry's own rules: UTF-8 or code page 437. */
function nameOf(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
}

async function* deliverEntry(
  zip: ZipFile,
  { entry, name }: Named,
  { source, unpacking }: InZip,
): AsyncGenerator<Delivered> {
  if (name.endsWith("/") || isFurniture(name)) return;
  const shown = `${source.name}/${name}`.slice(0, 2_000);
  const reason = whyRefused(entry, name);
  const read = reason === null ? await bytesOf(zip, entry, unpacking.limits) : { reason };
  if ("reason" in read) yield { problem: problem("entry-refused", { name: shown, reason: read.reason }) };
  else {
    const within = { name: source.name.slice(0, 2_000), entry: name.slice(0, 2_000) };
    yield { input: { name: shown, bytes: read.bytes, via: { ...source.via, door: "archive", within } } };
  }
}

/** What systems put beside files, and no document. */
function isFurniture(name: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/.test(name);
}

const SYMLINK = 0o120000;
const KIND = 0o170000;

function whyRefused(entry: Entry, name: string): string | null {
  if (name.includes("\0")) return "its name holds a NUL character";
  if (validateFileName(name) !== null) return "its name leads out of the archive";
  if (((entry.externalFileAttributes >>> 16) & KIND) === SYMLINK) return "it is a symbolic link";
  if (entry.isEncrypted()) return "it is encrypted";
  if (!entry.canDecodeFileData()) return `it is packed by a method that is not read (${entry.compressionMethod})`;
  return null;
}

type BytesRead = { readonly bytes: Uint8Array } | { readonly reason: string };

/** At most the limit is ever unpacked, whatever the directory says; an archive or table of its own has no higher limit inside another. */
async function bytesOf(zip: ZipFile, entry: Entry, limits: Limits): Promise<BytesRead> {
  const limit = limits.bytes;
  if (entry.uncompressedSize > limit) return { reason: `it has ${entry.uncompressedSize} bytes, more than ${limit}` };
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > limit) {
        stream.destroy();
        return { reason: `it unpacks to more than ${limit} bytes` };
      }
      chunks.push(chunk);
    }
  } catch (error) {
    return { reason: `it is broken (${error instanceof Error ? error.message.slice(0, 200) : "unreadable"})` };
  }
  return { bytes: joined(chunks, length) };
}

interface Office {
  readonly mediaType: string;
  /** Left out for what we read. */
  readonly refused?: { readonly what: string; readonly instead: string };
}

/** Documents that are archives inside. */
function officeKind(names: ReadonlySet<string>): Office | null {
  if (names.has("word/document.xml")) return { mediaType: DOCX_TYPE };
  const refused = (what: string, instead: string): Office => ({ mediaType: "", refused: { what, instead } });
  if (names.has("xl/workbook.xml") || names.has("xl/workbook.bin")) {
    return refused("an Excel workbook", "Save the sheet as CSV (UTF-8) and import that.");
  }
  if (names.has("ppt/presentation.xml")) return refused("a presentation", "Save its text as .txt and add that.");
  if (names.has("mimetype") && names.has("content.xml")) {
    return refused("an OpenDocument file", "Save it as plain text or CSV (UTF-8).");
  }
  if (names.has("META-INF/container.xml")) return refused("an e-book", "Save its text as .txt and add that.");
  return null;
}

async function* deliverOffice(source: ByteSource, office: Office, limit: number): AsyncGenerator<Delivered> {
  const { name } = source;
  if (office.refused) {
    yield { problem: problem("format-not-read", { name, ...office.refused }) };
    return;
  }
  const input = await wholeOf(source, limit);
  if (input) yield { input: { ...input, whole: true, mediaTypeHint: office.mediaType } };
  else yield { problem: problem("file-too-big", { name, bytes: source.size, limit }) };
}
