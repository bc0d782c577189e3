// The bytes of a table → its rows, one at a time: a file of a million rows is never held as text.

import { isUtf8 } from "node:buffer";
import { Readable } from "node:stream";
import { type Info, parse } from "csv-parse";
import { type Problem, ProblemError, problem } from "../../core/model/problem.ts";
import { charsetLabel, detectCharset } from "../charset.ts";
import { csvReason } from "../csv-reason.ts";
import { decodeWindows1252 } from "../encoding.ts";
import { isCaseFile, refusedByBytes } from "../sniff.ts";

export interface TableRow {
  /** The line of the file on which the row starts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Bytes of a table of records, at most. */
export const TABLE_BYTES = 1_000_000_000;
const CHUNK = 1 << 16;
const SAMPLE = 1 << 18;
const LONGEST_ROW = 1_000_000;

/** Why the bytes are no table; null if they may be one. */
export function refusedTable(name: string, bytes: Uint8Array, limit: number): Problem | null {
  if (bytes.length === 0) return problem("file-empty", { name });
  if (bytes.length > limit) return problem("file-too-big", { name, bytes: bytes.length, limit });
  if (isCaseFile(bytes)) return problem("is-a-case", { name });
  const kind = refusedByBytes(bytes);
  return kind ? problem("format-not-read", { name, what: kind.what, instead: kind.instead }) : null;
}

export interface TableCharset {
  readonly charset: string;
  readonly bom: number;
  readonly problems: readonly Problem[];
}

/** The charset of the table: as named, else valid UTF-8, else by a sample around the first letters beyond ASCII. Throws a ProblemError if it is no text. */
export function charsetOf(bytes: Uint8Array, name: string, named?: string): TableCharset {
  if (named !== undefined && charsetLabel(named) === null) {
    throw new ProblemError([problem("charset-unknown", { name, charset: named })]);
  }
  const guess = detectCharset(sampleOf(bytes), named === undefined ? {} : { charset: named });
  if (guess.charset === "binary") throw new ProblemError([problem("binary-file", { name, offset: guess.at ?? 0 })]);
  if (charsetLabel(guess.charset) === null) {
    throw new ProblemError([problem("charset-not-read", { name, charset: guess.charset })]);
  }
  const guessed = problem("charset-guessed", { name, charset: guess.charset, certainty: guess.certainty });
  return { charset: guess.charset, bom: guess.bom, problems: guess.guessed ? [guessed] : [] };
}

function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes;
  const head = bytes.subarray(0, SAMPLE);
  if (isUtf8(bytes) || head.some((b) => b > 127)) return head;
  const first = bytes.findIndex((b) => b > 127);
  return bytes.subarray(Math.max(0, first - 1_000), first + SAMPLE);
}

function* textOf(bytes: Uint8Array, { charset, bom }: TableCharset): Generator<string> {
  const decoder = new TextDecoder(charset);
  for (let at = bom; at < bytes.length; at += CHUNK) {
    const chunk = bytes.subarray(at, Math.min(at + CHUNK, bytes.length));
    const text = charset === "windows-1252" ? decodeWindows1252(chunk) : decoder.decode(chunk, { stream: true });
    if (text !== "") yield text;
  }
  const rest = charset === "windows-1252" ? "" : decoder.decode();
  if (rest !== "") yield rest;
}

/** Whichever of comma, semicolon and tab the first line has most of: spreadsheets write what the locale says. */
function delimiterOf(start: string): string {
  const first = start.split(/\r|\n/, 1)[0] ?? "";
  const counts = [",", ";", "\t"].map((d) => ({ d, count: first.split(d).length }));
  return counts.reduce((a, b) => (b.count > a.count ? b : a)).d;
}

/** The rows of a table that hold anything, its header first. Throws a ProblemError, with the line, where it is no CSV from there on. */
export async function* tableRows(bytes: Uint8Array, charset: TableCharset, name: string): AsyncGenerator<TableRow> {
  const [start = ""] = textOf(bytes.subarray(0, charset.bom + CHUNK), charset);
  const parser = parse({
    delimiter: delimiterOf(start),
    info: true,
    relax_column_count: true,
    skip_empty_lines: false,
    trim: true,
    max_record_size: LONGEST_ROW,
  });
  Readable.from(textOf(bytes, charset)).pipe(parser);
  let before = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      const line = before + 1;
      before = info.lines;
      if (record.some((cell) => cell !== "")) yield { line, cells: record };
    }
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? Number(error.lines) : before + 1;
    throw new ProblemError([problem("records-broken", { name, line, reason: csvReason(error) })]);
  }
}
