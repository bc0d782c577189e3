// The rows of a table of posts, as a stream: CSV and JSON lines alike.

import { finished } from "node:stream/promises";
import { parse } from "csv-parse";
import { type ByteSource, chunksOf } from "../bytes.ts";
import { csvReason } from "../csv-reason.ts";
import { decode, decodeWindows1252 } from "../encoding.ts";

export interface Row {
  readonly line: number;
  readonly cell: (column: string) => string;
  readonly columns: readonly string[];
}

export type RowFound = Row | { readonly line: number; readonly reason: string };

const LONGEST_ROW = 1_000_000;

/** The rows of CSV with a header; comma, semicolon or tab between cells. Throws where it is no CSV from a line on, after the rows before that. */
export async function* csvRows(source: ByteSource, charset: string): AsyncGenerator<RowFound> {
  let header: readonly string[] | null = null;
  for await (const { line, cells } of cellsOf(source, charset)) {
    if (header === null) {
      header = cells.map((c) => c.trim());
      continue;
    }
    const columns = header;
    if (cells.length > columns.length)
      yield { line, reason: `It has ${cells.length} cells, the header ${columns.length}.` };
    else yield { line, columns, cell: (column) => cells[columns.indexOf(column)] ?? "" };
  }
}

interface Cells {
  /** On which the row starts. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Taken from the parser as it finds them: a stream that breaks would lose the rows in its buffer. */
async function* cellsOf(source: ByteSource, charset: string): AsyncGenerator<Cells> {
  let found: Cells[] = [];
  let before = 0;
  let broken: unknown;
  const parser = parse({
    bom: true,
    relax_column_count: true,
    delimiter: delimiterOf(await source.at(0, 65_536)),
    max_record_size: LONGEST_ROW,
    on_record: (cells: string[], { lines }) => {
      if (cells.some((c) => c !== "")) found.push({ line: before + 1, cells });
      before = lines;
      return null;
    },
  });
  parser.on("error", (error) => {
    broken = error;
  });
  const done = finished(parser.resume()).catch(() => {});
  for await (const text of textOf(source, charset)) {
    if (!parser.writable) break;
    parser.write(text);
    const rows = found;
    found = [];
    yield* rows;
  }
  if (parser.writable) parser.end();
  await done;
  yield* found;
  if (broken !== undefined) throw new Error(`line ${before + 1}: ${csvReason(broken)}`);
}

function delimiterOf(head: Uint8Array): string {
  // UTF-16 has a zero beside each of these.
  const line = Buffer.from(head).toString("latin1").replaceAll("\0", "").split(/\r?\n/, 1)[0] ?? "";
  const count = (c: string) => line.split(c).length;
  return [",", ";", "\t"].reduce((best, c) => (count(c) > count(best) ? c : best));
}

/** The objects of JSON lines; a column may be a path ("user.name"). */
export async function* jsonRows(source: ByteSource, charset: string): AsyncGenerator<RowFound> {
  let line = 0;
  for await (const text of linesOf(textOf(source, charset))) {
    line++;
    if (text.trim() === "") continue;
    if (text.length > LONGEST_ROW) {
      yield { line, reason: `It is longer than ${LONGEST_ROW} characters.` };
      continue;
    }
    const value = parsed(text);
    if (value === null) yield { line, reason: "It is no JSON object." };
    else yield { line, columns: Object.keys(value), cell: (column) => wordsAt(value, column) };
  }
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function wordsAt(value: Readonly<Record<string, unknown>>, column: string): string {
  let at: unknown = Object.hasOwn(value, column) ? value[column] : undefined;
  if (at === undefined && column.includes(".")) {
    at = column.split(".").reduce<unknown>((v, key) => {
      return typeof v === "object" && v !== null && Object.hasOwn(v, key)
        ? (v as Record<string, unknown>)[key]
        : undefined;
    }, value);
  }
  return typeof at === "string" || typeof at === "number" || typeof at === "boolean" ? String(at) : "";
}

async function* textOf(source: ByteSource, charset: string): AsyncGenerator<string> {
  if (charset === "windows-1252") {
    for await (const chunk of chunksOf(source)) yield decodeWindows1252(chunk);
    return;
  }
  const decoder = new TextDecoder(charset);
  for await (const chunk of chunksOf(source)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of text) {
    const lines = (rest + piece).split(/\r?\n/);
    rest = lines.pop() ?? "";
    if (rest.length > 4 * LONGEST_ROW) throw new Error(`a line is longer than ${LONGEST_ROW} characters`);
    yield* lines;
  }
  if (rest !== "") yield rest;
}

/** The charset of a table, from its first stretch; or why it can't be told. */
export async function charsetOf(source: ByteSource, undecodable: number) {
  const head = await source.at(0, 1 << 18);
  // The stretch may end within a character.
  const end = source.size > head.length ? head.lastIndexOf(10) + 1 : head.length;
  return decode(head.subarray(0, end || head.length), { name: source.name, undecodable });
}
