// The bytes of a table → its rows, one at a time: a file of a million rows is never held as text.

import { isUtf8 } from "node:buffer";
import { type Problem, ProblemError, problem } from "../../core/model/problem.ts";
import { detectCharset, type Guess } from "../charset.ts";
import { charsetLabel, piecesIn } from "../decoders.ts";
import { isCaseFile, refusedByBytes } from "../sniff.ts";
import { type CsvRow, csvRows, LONGEST_ROW, linesOf } from "./csv.ts";

/** Bytes of a table of records, at most. */
export const TABLE_BYTES = 1_000_000_000;
const CHUNK = 1 << 16;
const SAMPLE = 1 << 18;
/** A look of the bytes is worth telling from here on. */
const LIKELY = 0.3;

/** Why the bytes are no table; null if they may be one. */
export function refusedTable(name: string, bytes: Uint8Array, limit: number): Problem | null {
  if (bytes.length === 0) return problem("file-empty", { name });
  if (bytes.length > limit) return problem("file-too-big", { name, bytes: bytes.length, limit });
  if (isCaseFile(bytes)) return problem("is-a-case", { name });
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 512)).toString("latin1");
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)/i.test(head)) {
    return problem("format-not-read", {
      name,
      what: "a web page",
      instead: "Perhaps a page that asks to log in was saved; get the table itself.",
    });
  }
  const kind = refusedByBytes(bytes);
  return kind ? problem("format-not-read", { name, what: kind.what, instead: kind.instead }) : null;
}

export interface TableCharset {
  readonly charset: string;
  readonly bom: number;
  /** What the bytes look like, where they are not the charset they are read in; nothing is guessed from it. */
  readonly looks: string | null;
}

/**
 * The charset of the table: as named, else by its byte order mark, else UTF-8. It is never guessed: a wrong guess would change names and
 * pass. Throws a ProblemError if the bytes are no text.
 */
export function charsetOf(bytes: Uint8Array, name: string, named?: string): TableCharset {
  if (named !== undefined && charsetLabel(named) === null) {
    throw new ProblemError([problem("charset-unknown", { name, charset: named })]);
  }
  const guess = detectCharset(sampleOf(bytes), named === undefined ? {} : { charset: named });
  if (guess.charset === "binary") throw new ProblemError([problem("binary-file", { name, offset: guess.at ?? 0 })]);
  if (named !== undefined || guess.bom > 0) {
    if (charsetLabel(guess.charset) !== null) return { charset: guess.charset, bom: guess.bom, looks: null };
    throw new ProblemError([problem("charset-not-read", { name, charset: guess.charset })]);
  }
  const wide = guess.charset.startsWith("utf-16");
  if (wide) throw new ProblemError([problem("records-charset", { name, looks: guess.charset })]);
  return { charset: "utf-8", bom: 0, looks: isUtf8(bytes) ? null : looksLike(guess) };
}

/** The charset to propose; empty where the letters speak for none that can be read here. */
function looksLike({ charset, certainty }: Guess): string {
  const read = charset !== "utf-8" && certainty >= LIKELY && charsetLabel(charset) !== null;
  return read ? charset : "";
}

function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes;
  const head = bytes.subarray(0, SAMPLE);
  if (isUtf8(bytes) || head.some((b) => b > 127)) return head;
  const first = bytes.findIndex((b) => b > 127);
  return bytes.subarray(Math.max(0, first - 1_000), first + SAMPLE);
}

function* textOf(bytes: Uint8Array, { charset, bom }: TableCharset): Generator<string> {
  const pieces = piecesIn(charset);
  for (let at = bom; at < bytes.length; at += CHUNK) {
    const chunk = bytes.subarray(at, Math.min(at + CHUNK, bytes.length));
    const text = pieces.add(chunk);
    if (text !== "") yield text;
  }
  const rest = pieces.end();
  if (rest !== "") yield rest;
}

/** What the first line says the cells are parted by: Excel's `sep=;`, else whichever of comma, semicolon, tab and bar it has most of. */
function delimiterOf(start: string): { readonly delimiter: string; readonly named: boolean } {
  const first = start.split(/\r|\n/, 1)[0] ?? "";
  const named = /^sep=(.)$/i.exec(first)?.[1];
  if (named !== undefined) return { delimiter: named, named: true };
  const counts = [",", ";", "\t", "|"].map((d) => ({ d, count: first.split(d).length }));
  return { delimiter: counts.reduce((a, b) => (b.count > a.count ? b : a)).d, named: false };
}

/** The rows of a table that hold anything, its header first. Throws a ProblemError where a line has no end. */
export function* tableRows(bytes: Uint8Array, charset: TableCharset, name: string): Generator<CsvRow> {
  const [start = ""] = textOf(bytes.subarray(0, charset.bom + CHUNK), charset);
  const { delimiter, named } = delimiterOf(start);
  for (const row of csvRows(linesOf(textOf(bytes, charset)), delimiter)) {
    const only = row.cells.length === 1 ? (row.cells[0]?.length ?? 0) : 0;
    if (only > LONGEST_ROW) throw new ProblemError([problem("records-broken", { name, line: row.line })]);
    if (named && row.line === 1) continue;
    if (row.broken !== undefined || row.cells.some((cell) => cell !== "")) yield row;
  }
}
