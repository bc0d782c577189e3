// The rows of a table of posts: CSV and JSON lines alike.

import type { Decoded } from "../decoded.ts";
import { LONGEST_ROW, linesOf } from "../records/csv.ts";
import { tableRows } from "../records/table.ts";

export interface Row {
  readonly line: number;
  readonly cell: (column: string) => string;
  readonly columns: readonly string[];
}

export type RowFound = Row | { readonly line: number; readonly reason: string };

/** A table that was read as characters. */
export interface TableBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly decoded: Decoded;
}

/** The rows of CSV with a header. A row whose cells can't be told apart is refused alone. */
export function* csvPosts({ name, bytes, decoded }: TableBytes): Generator<RowFound> {
  let columns: readonly string[] | null = null;
  const charset = { charset: decoded.charset, bom: decoded.startOf(0), looks: null };
  for (const { line, cells, broken } of tableRows(bytes, charset, name)) {
    if (broken !== undefined) yield { line, reason: broken };
    else if (columns === null) columns = cells;
    else if (cells.length > columns.length)
      yield { line, reason: `It has ${cells.length} cells, the header ${columns.length}.` };
    else yield rowOf(line, columns, cells);
  }
}

function rowOf(line: number, columns: readonly string[], cells: readonly string[]): Row {
  return { line, columns, cell: (column) => cells[columns.indexOf(column)] ?? "" };
}

/** The objects of JSON lines; a column may be a path ("user.name"). */
export function* jsonPosts({ decoded }: TableBytes): Generator<RowFound> {
  let line = 0;
  for (const text of linesOf([decoded.raw])) {
    line++;
    if (text.trim() === "") continue;
    const value = text.length > LONGEST_ROW ? null : parsed(text);
    if (text.length > LONGEST_ROW) yield { line, reason: `It is longer than ${LONGEST_ROW} characters.` };
    else if (value === null) yield { line, reason: "It is no JSON object." };
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
