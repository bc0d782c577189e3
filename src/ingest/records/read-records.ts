// Bytes of any format of records → rows, each accepted or refused by its line.

import type { RefusedRow } from "../../core/model/event.ts";
import { type Problem, ProblemError, problem } from "../../core/model/problem.ts";
import type { RecordRow } from "../../core/model/silence.ts";
import { OWN_COLUMNS } from "./columns.ts";
import type { CsvRow } from "./csv.ts";
import { formatOf, JSON_FORMATS, layoutOf, RECORD_FORMATS } from "./formats.ts";
import { cellReader, columnProblems, foldColumn, type Header, headerOf } from "./header.ts";
import { objectsOf } from "./json-posts.ts";
import { OWN_REQUIRED, ownFormat } from "./own.ts";
import { charsetOf, refusedTable, TABLE_BYTES, type TableCharset, tableRows } from "./table.ts";
import type { Beside, Cell, Names, RecordFormat, RecordsOptions, RecordsRead, RowContext } from "./types.ts";

export type { RecordsOptions, RecordsRead } from "./types.ts";

/** So many rows claimed before the attack are told by their lines. */
const TOLD = 3;

const AS_WRITTEN: Names = { country: () => null, actor: (name) => name };

/**
 * The rows of a file of records: in our own columns or in a set's of others, told by its header. Nothing is kept anywhere: a dry run is
 * this call alone. Where the file can't be read at all there are no rows, and the reason is among the problems.
 */
export async function readRecords(bytes: Uint8Array, options: RecordsOptions): Promise<RecordsRead> {
  const { name } = options;
  try {
    const refused = refusedTable(name, bytes, options.limits?.bytes ?? TABLE_BYTES);
    if (refused) throw new ProblemError([refused]);
    return await (startsLikeJson(bytes) ? readJson(bytes, options) : readTable(bytes, options));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const nothing = { layout: null, columns: [], codedAfter: [], accepted: 0, rows: [], refused: [] };
    return { format: options.format ?? "own-csv", ...nothing, problems: error.problems };
  }
}

function startsLikeJson(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64)).toString("latin1");
  return /^(?:\xef\xbb\xbf)?\s*[[{]/.test(head);
}

/** What one pass over the rows collects. */
interface Collected {
  readonly refuse: (line: number, reason: string) => void;
  readonly accept: (row: RecordRow) => void;
  readonly done: () => Pick<RecordsRead, "accepted" | "rows" | "refused" | "problems">;
}

/** Rows go to `onRow` where there is one, and are kept otherwise; an incident of one actor counts once. */
function collect({ name, onRow }: RecordsOptions, before: readonly Problem[]): Collected {
  const rows: RecordRow[] = [];
  const refused: RefusedRow[] = [];
  const problems: Problem[] = [...before];
  const lines = new Map<string, number>();
  const early: string[] = [];
  let accepted = 0;
  let negative = 0;
  const refuse = (line: number, reason: string) => {
    refused.push({ line, reason });
  };
  const accept = (row: RecordRow) => {
    const key = `${row.incident ?? ""}\n${row.actor}`;
    const earlier = lines.get(key);
    if (earlier !== undefined) {
      refuse(row.line, `${row.incident} with ${row.actor} stands on line ${earlier} already.`);
      return;
    }
    if (row.incident !== undefined && row.incident !== "") lines.set(key, row.line);
    accepted++;
    if (onRow === undefined) rows.push(row);
    else onRow(row);
    if (row.lagHours !== null && row.lagHours.to < 0) {
      negative++;
      const hours = Math.round(-row.lagHours.to * 100) / 100;
      if (early.length < TOLD) early.push(`line ${row.line}, ${hours} h before`);
    }
  };
  const done = () => {
    const [first] = refused;
    if (negative > 0)
      problems.push(problem("records-lags-negative", { name, rows: negative, first: early.join("; ") }));
    if (first !== undefined) {
      const facts = { name, refused: refused.length, rows: accepted + refused.length, ...first };
      problems.push(problem("records-rows-refused", facts));
    }
    return { accepted, rows, refused, problems };
  };
  return { refuse, accept, done };
}

/** Reads the row with the format's rule, or refuses it with every reason. */
function take(
  format: RecordFormat,
  cell: Cell,
  { context, into }: { readonly context: RowContext; readonly into: Collected },
) {
  const read = format.row(cell, context);
  if ("refused" in read) into.refuse(context.line, read.refused.join(" "));
  else for (const row of read.rows) into.accept(row);
}

async function readTable(bytes: Uint8Array, options: RecordsOptions): Promise<RecordsRead> {
  const { name, set } = options;
  const charset = charsetOf(bytes, name, options.charset);
  const table = tableRows(bytes, charset, name);
  const first = table.next();
  if (first.done) throw new ProblemError([problem("records-empty", { name })]);
  const header = headerOf(first.value.cells);
  const format = chosen(options) ?? formatOf(header, options.codedAfter ?? []);
  const columns = columnsOf(format, header, options);
  const beside = await besideOf(format, options);
  const into = collect(options, [...charsetNotes(charset, name), ...columns.notes]);
  const context = { set, names: options.names ?? AS_WRITTEN, beside, actorColumn: columns.actorColumn };
  let rows = 0;
  for (const row of table) {
    rows++;
    const wrong = wrongRow(row, header, charset);
    if (wrong !== null) into.refuse(row.line, wrong);
    else take(format, columns.reader(row.cells), { context: { ...context, line: row.line }, into });
  }
  if (rows === 0) throw new ProblemError([problem("records-empty", { name })]);
  const { layout, used, codedAfter } = columns;
  return { format: format.manifest.name, layout, columns: used, codedAfter, ...into.done() };
}

/** What is said of a table whose bytes are not the charset it is read in. */
function charsetNotes({ charset, looks }: TableCharset, name: string): readonly Problem[] {
  return looks === null ? [] : [problem("records-charset-mixed", { name, charset, looks })];
}

/** Why the cells of a row can't be read at all: broken, too few, too many, or with bytes of another charset. */
function wrongRow({ cells, broken }: CsvRow, { width }: Header, { charset, looks }: TableCharset): string | null {
  if (broken !== undefined) return broken;
  if (cells.length !== width) {
    const look = cells.length > width ? "comma" : "cell";
    return `${cells.length} cells where the header has ${width}. Look for a missing or an unquoted ${look}.`;
  }
  return cells.some((cell) => cell.includes("\ufffd"))
    ? `It holds bytes that are no ${charset}. Name the file's charset, as in --charset ${looks || "windows-1252"}.`
    : null;
}

/** The format that the user named. Throws a ProblemError if there is none of that name. */
function chosen({ name, format, codedAfter }: RecordsOptions): RecordFormat | null {
  if (format === undefined) return null;
  if (format === "own-csv") return ownFormat(codedAfter ?? []);
  const found = RECORD_FORMATS.find((f) => f.manifest.name === format);
  const known = RECORD_FORMATS.map((f) => f.manifest.name).join(", ");
  if (found === undefined) throw new ProblemError([problem("records-format-unknown", { name, format, known })]);
  return found;
}

interface Columns {
  readonly layout: string | null;
  readonly used: readonly string[];
  readonly codedAfter: readonly string[];
  readonly actorColumn: string | null;
  readonly notes: readonly Problem[];
  readonly reader: (cells: readonly string[]) => Cell;
}

function columnsOf(format: RecordFormat, header: Header, options: RecordsOptions): Columns {
  const present = new Set(header.at.keys());
  const layout = layoutOf(format, present);
  if (format.manifest.name === "own-csv") return ownColumns(format, header, options);
  const wanted = layout?.columns ?? format.manifest.layouts[0]?.columns ?? [];
  const actorColumn = options.map?.actor ?? null;
  const problems = columnProblems(header, actorColumn === null ? wanted : [...wanted, actorColumn], options.name);
  if (problems.length > 0) throw new ProblemError(problems);
  const { name, set } = format.manifest;
  const untested = problem("records-layout-untested", { name: options.name, format: name, layout: layout?.name ?? "" });
  const notes = [
    problem("records-format-told", { name: options.name, format: name, layout: layout?.name ?? "", set }),
    ...(layout?.seen === null ? [untested] : []),
  ];
  return {
    layout: layout?.name ?? null,
    used: wanted,
    codedAfter: format.manifest.codedAfter.filter((c) => present.has(foldColumn(c))),
    actorColumn,
    notes,
    reader: cellReader(header),
  };
}

/** Our own columns, by the map where one is given. */
function ownColumns(
  format: RecordFormat,
  header: Header,
  { name, map = {}, codedAfter = [] }: RecordsOptions,
): Columns {
  const nameOf = (column: string) => map[column] ?? column;
  const there = (column: string) => header.at.has(foldColumn(nameOf(column)));
  const wanted = OWN_COLUMNS.filter((c) => OWN_REQUIRED.includes(c) || map[c] !== undefined);
  const twice = OWN_COLUMNS.filter((c) => !wanted.includes(c) && header.twice.has(foldColumn(nameOf(c))));
  const problems = columnProblems(header, [...wanted, ...twice].map(nameOf), name);
  if (problems.length > 0) throw new ProblemError(problems);
  const used = OWN_COLUMNS.filter(there);
  const folded = new Set(used.map((c) => foldColumn(nameOf(c))));
  const unused = header.names.filter((n) => !folded.has(foldColumn(n)));
  const read = cellReader(header);
  const note = problem("records-columns-unused", { name, columns: unused.join(", ").slice(0, 500) });
  return {
    layout: format.manifest.layouts[0]?.name ?? null,
    used,
    codedAfter: codedAfter.filter(there),
    actorColumn: null,
    notes: unused.length === 0 ? [] : [note],
    reader: (cells) => {
      const cell = read(cells);
      return (column) => cell(nameOf(column));
    },
  };
}

/** The second table by the incident's id; null where none was given. Throws a ProblemError where it lacks a column. */
async function besideOf(
  { manifest, besideColumns }: RecordFormat,
  { beside, name, charset }: RecordsOptions,
): Promise<Beside | null> {
  if (beside === undefined) return null;
  if (besideColumns === null) {
    throw new ProblemError([problem("records-beside-unused", { name, format: manifest.name, beside: beside.name })]);
  }
  const table = tableRows(beside.bytes, charsetOf(beside.bytes, beside.name, charset), beside.name);
  const first = table.next();
  if (first.done) throw new ProblemError([problem("records-empty", { name: beside.name })]);
  const header = headerOf(first.value.cells);
  const problems = columnProblems(header, besideColumns, beside.name);
  if (problems.length > 0) throw new ProblemError(problems);
  const rows = new Map<string, Cell[]>();
  const read = cellReader(header);
  for (const { cells, broken, line } of table) {
    if (broken !== undefined || cells.length !== header.width) {
      const fault = broken ?? `${cells.length} cells where the header has ${header.width}.`;
      throw new ProblemError([problem("records-beside-broken", { name: beside.name, line, fault })]);
    }
    const cell = read(cells);
    const id = cell(besideColumns[0] ?? "incident");
    rows.set(id, [...(rows.get(id) ?? []), cell]);
  }
  return rows;
}

function readJson(bytes: Uint8Array, options: RecordsOptions): RecordsRead {
  const { name, set } = options;
  const objects = objectsOf(bytes, name);
  const keys = new Set(Object.keys(objects[0]?.fields ?? {}).map(foldColumn));
  const format = chosen(options) ?? JSON_FORMATS.find((f) => layoutOf(f, keys) !== null);
  const layout = format === undefined ? null : layoutOf(format, keys);
  if (format === undefined || layout === null) {
    const found = [...keys].join(", ").slice(0, 500);
    throw new ProblemError([problem("records-json-unknown", { name, found })]);
  }
  const into = collect(options, [
    problem("records-format-told", {
      name,
      format: format.manifest.name,
      layout: layout.name,
      set: format.manifest.set,
    }),
    problem("records-claims-only", { name }),
  ]);
  const context = { set, names: options.names ?? AS_WRITTEN, beside: null, actorColumn: null };
  for (const { line, fields } of objects) {
    take(format, (column) => fields[column] ?? "", { context: { ...context, line }, into });
  }
  const reading = { format: format.manifest.name, layout: layout.name, columns: layout.columns, codedAfter: [] };
  return { ...reading, ...into.done() };
}
