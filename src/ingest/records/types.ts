// What a format of records is: one file a format, each with its manifest, its layouts and how a row is read.

import type { RefusedRow } from "../../core/model/event.ts";
import type { Problem } from "../../core/model/problem.ts";
import type { RecordRow } from "../../core/model/silence.ts";
import type { Limits, Manifest } from "../types.ts";

/** One shape of a set's file. */
export interface Layout {
  readonly name: string;
  /** Columns that tell it: all must be there. */
  readonly columns: readonly string[];
  /** Where its header was seen; null: never, so it is untested. */
  readonly seen: string | null;
}

export interface RecordManifest extends Manifest {
  readonly set: string;
  readonly layouts: readonly Layout[];
  /** What the set says of claims, and what it can't say. */
  readonly claims: string;
  /** Columns coded after the event; traits from them are flagged in each row. */
  readonly codedAfter: readonly string[];
}

/** What names in a file stand for; the caller knows the gazetteer. */
export interface Names {
  /** ISO 3166-1 alpha-2 of a country's name; null if it is none. */
  readonly country: (name: string) => string | null;
  /** The actor's id, or the name as it stands. */
  readonly actor: (name: string) => string;
}

/** A row of the second table that a set needs for its claims, by our columns or the set's own. */
export type Beside = ReadonlyMap<string, readonly ((column: string) => string)[]>;

export interface RowContext {
  readonly set: string;
  readonly line: number;
  readonly names: Names;
  /** Rows of the second table by the incident's id; null where none was given. */
  readonly beside: Beside | null;
  /** The column that names who attacked, where the user named one. */
  readonly actorColumn: string | null;
}

/** What a row gives: incidents (a joint claim gives one a group), or every reason why not. */
export type RowRead = { readonly rows: readonly RecordRow[] } | { readonly refused: readonly string[] };

/** The cell of a column; empty where the file has no such column. */
export type Cell = (column: string) => string;

export interface RecordFormat {
  readonly manifest: RecordManifest;
  /** Columns without which the second table can't be read; null: the set needs none. */
  readonly besideColumns: readonly string[] | null;
  readonly row: (cell: Cell, context: RowContext) => RowRead;
}

export interface RecordsOptions {
  /** The id of the record set, written into each row. */
  readonly set: string;
  readonly name: string;
  /** The format's name; told from the header where left out. */
  readonly format?: string;
  /** Our column → the name it has in the file; for the sets of others only `actor`. */
  readonly map?: Readonly<Record<string, string>>;
  readonly charset?: string;
  readonly limits?: Partial<Limits>;
  readonly names?: Names;
  /** A second table that holds the claims, by the incident's id. */
  readonly beside?: { readonly name: string; readonly bytes: Uint8Array };
  /** Of our own table: columns that were coded after the event. */
  readonly codedAfter?: readonly string[];
  /** Takes each accepted row as it comes; then none is kept in the answer. */
  readonly onRow?: (row: RecordRow) => void;
}

export interface RecordsRead {
  readonly format: string;
  readonly layout: string | null;
  /** The columns of the file that were used: of our own table by our names, of others' by theirs. */
  readonly columns: readonly string[];
  readonly codedAfter: readonly string[];
  /** How many rows were accepted. */
  readonly accepted: number;
  /** The accepted rows; empty where `onRow` took them. */
  readonly rows: readonly RecordRow[];
  readonly refused: readonly RefusedRow[];
  /** Warnings and notes, and one error for each of the first refused rows. */
  readonly problems: readonly Problem[];
}
