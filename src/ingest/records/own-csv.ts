// Our own table of past incidents: a row an incident. Each row is accepted, or refused with its line and the reason.

import { type Info, parse } from "csv-parse/sync";
import type { RefusedRow } from "../../core/model/event.ts";
import { type Problem, problem } from "../../core/model/problem.ts";
import type { RecordRow } from "../../core/model/silence.ts";
import { decode } from "../encoding.ts";
import { isCaseFile, refusedByBytes } from "../sniff.ts";
import { LIMITS, type Limits } from "../types.ts";
import { OWN_COLUMNS, type OwnColumn } from "./columns.ts";
import { rowOf } from "./row.ts";

const REQUIRED: readonly OwnColumn[] = ["date", "actor", "claimed"];

export interface RecordsOptions {
  /** The id of the record set, written into each row. */
  readonly set: string;
  readonly name: string;
  /** Our column → the name it has in the file. */
  readonly map?: Partial<Readonly<Record<OwnColumn, string>>>;
  readonly charset?: string;
  readonly limits?: Partial<Limits>;
}

export interface RecordsRead {
  readonly format: "own-csv";
  /** The columns of the file that were used, by our names. */
  readonly columns: readonly OwnColumn[];
  readonly rows: readonly RecordRow[];
  readonly refused: readonly RefusedRow[];
  /** Warnings and notes, and one error a refused row. */
  readonly problems: readonly Problem[];
}

/**
 * The rows of a table; none, with the reason among the problems, where it can't be read as one. Nothing is kept anywhere: a
 * dry run is this call alone.
 */
export function readOwnCsv(bytes: Uint8Array, options: RecordsOptions): RecordsRead {
  const { name, set } = options;
  const none = (problems: readonly Problem[]): RecordsRead => ({
    format: "own-csv",
    columns: [],
    rows: [],
    refused: [],
    problems,
  });
  const limits: Limits = { ...LIMITS, ...options.limits };
  const refused = refusedTable(name, bytes, limits);
  if (refused) return none([refused]);
  const charset = options.charset === undefined ? {} : { charset: options.charset };
  const decoded = decode(bytes, { name, undecodable: limits.undecodable, ...charset });
  if ("problem" in decoded) return none([decoded.problem]);
  const table = tableOf(decoded.raw, name);
  if ("problems" in table) return none(table.problems);
  const header = headerOf(table, name, options.map ?? {});
  if ("problems" in header) return none(header.problems);
  return readRows(table, header, { name, set, before: [...decoded.problems, ...header.notes] });
}

function refusedTable(name: string, bytes: Uint8Array, limits: Limits): Problem | null {
  if (bytes.length === 0) return problem("file-empty", { name });
  if (bytes.length > limits.bytes) return problem("file-too-big", { name, bytes: bytes.length, limit: limits.bytes });
  if (isCaseFile(bytes)) return problem("is-a-case", { name });
  const kind = refusedByBytes(bytes);
  return kind ? problem("format-not-read", { name, what: kind.what, instead: kind.instead }) : null;
}

interface Cells {
  /** The line of the file on which the row starts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

interface Table {
  readonly rows: readonly Cells[];
}

function tableOf(raw: string, name: string): Table | { readonly problems: readonly Problem[] } {
  const delimiter = delimiterOf(raw);
  const broken: Problem[] = [];
  let records: { readonly record: string[]; readonly info: Info }[] = [];
  try {
    records = parse(raw, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: false,
      trim: true,
      max_record_size: 1_000_000,
    }) as unknown as typeof records;
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? Number(error.lines) : 1;
    broken.push(problem("records-broken", { name, line, reason: reasonOf(error) }));
  }
  if (broken.length > 0) return { problems: broken };
  let before = 0;
  const rows = records.map(({ record, info }) => {
    const line = before + 1;
    before = info.lines;
    return { line, cells: record };
  });
  return { rows: rows.filter(({ cells }) => cells.some((c) => c !== "")) };
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "CSV_QUOTE_NOT_CLOSED") return "a quotation mark is opened and never closed";
  if (code === "CSV_INVALID_CLOSING_QUOTE" || code === "INVALID_OPENING_QUOTE")
    return "a quotation mark stands inside a cell";
  return code === "CSV_MAX_RECORD_SIZE" ? "a row has more than 1,000,000 characters" : "the cells can't be told apart";
}

/** Whichever of comma, semicolon and tab the first line has most of: spreadsheets write what the locale says. */
function delimiterOf(raw: string): string {
  const first = raw.slice(0, 10_000).split(/\r|\n/, 1)[0] ?? "";
  const counts = [",", ";", "\t"].map((d) => ({ d, count: first.split(d).length }));
  return counts.reduce((a, b) => (b.count > a.count ? b : a)).d;
}

interface Header {
  readonly width: number;
  readonly at: ReadonlyMap<OwnColumn, number>;
  readonly notes: readonly Problem[];
}

function headerOf(
  table: Table,
  name: string,
  map: NonNullable<RecordsOptions["map"]>,
): Header | { readonly problems: readonly Problem[] } {
  const [header, ...rows] = table.rows;
  if (!header || rows.length === 0) return { problems: [problem("records-empty", { name })] };
  const names = header.cells.map(fold);
  const problems: Problem[] = [];
  const at = new Map<OwnColumn, number>();
  for (const column of OWN_COLUMNS) {
    const wanted = map[column] ?? column;
    const places = names.flatMap((n, i) => (n === fold(wanted) ? [i] : []));
    if (places.length > 1) problems.push(problem("records-column-twice", { name, column: wanted }));
    if (places[0] !== undefined) at.set(column, places[0]);
    else if (REQUIRED.includes(column) || map[column] !== undefined) {
      problems.push(
        problem("records-column-missing", { name, column: wanted, found: header.cells.join(", ").slice(0, 500) }),
      );
    }
  }
  if (problems.length > 0) return { problems };
  const used = new Set(at.values());
  const unused = header.cells.filter((_, i) => !used.has(i));
  const notes =
    unused.length === 0 ? [] : [problem("records-columns-unused", { name, columns: unused.join(", ").slice(0, 500) })];
  return { width: header.cells.length, at, notes };
}

function fold(column: string): string {
  return column
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, "_");
}

interface Naming {
  readonly name: string;
  readonly set: string;
  readonly before: readonly Problem[];
}

function readRows({ rows: [, ...rows] }: Table, header: Header, { name, set, before }: Naming): RecordsRead {
  const accepted: RecordRow[] = [];
  const refused: RefusedRow[] = [];
  const problems: Problem[] = [...before];
  const refuse = (line: number, reason: string) => {
    refused.push({ line, reason });
    problems.push(problem("records-row-refused", { name, line, reason }));
  };
  for (const { line, cells } of rows) {
    if (cells.length !== header.width) {
      refuse(
        line,
        `${cells.length} cells where the header has ${header.width}. Look for a missing or an unquoted ${cells.length > header.width ? "comma" : "cell"}.`,
      );
      continue;
    }
    const cell = (column: OwnColumn) => cells[header.at.get(column) ?? -1] ?? "";
    const read = rowOf(cell, { set, line });
    if ("refused" in read) refuse(line, read.refused.join(" "));
    else {
      accepted.push(read.row);
      const { lagHours } = read.row;
      if (lagHours !== null && lagHours.to < 0) {
        problems.push(problem("records-lag-negative", { name, line, hours: Math.round(-lagHours.to * 100) / 100 }));
      }
    }
  }
  return { format: "own-csv", columns: [...header.at.keys()], rows: accepted, refused, problems };
}
