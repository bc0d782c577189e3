// Our own table of past incidents: a row an incident, in our columns or in others by a column map.

import { OWN_COLUMNS, type OwnColumn, TRAIT_OF } from "./columns.ts";
import { rowOf, type Times } from "./row.ts";
import type { RecordFormat } from "./types.ts";

export const OWN_REQUIRED: readonly OwnColumn[] = ["date", "actor", "claimed"];

/** Our own format; `codedAfter` are those of its columns that were coded after the event. */
export function ownFormat(codedAfter: readonly string[] = []): RecordFormat {
  const times: Times = new Map();
  const leaked = codedAfter.flatMap((column) => TRAIT_OF[column as OwnColumn] ?? []);
  return {
    manifest: OWN_MANIFEST,
    besideColumns: null,
    row(cell, { set, line, names }) {
      const read = rowOf((column) => cell(column), { set, line, times });
      if ("refused" in read) return read;
      const flagged = leaked.filter((trait) => read.row.traits[trait] !== undefined);
      const row = { ...read.row, actor: names.actor(read.row.actor) };
      return { rows: [flagged.length === 0 ? row : { ...row, leaked: flagged }] };
    },
  };
}

const OWN_MANIFEST: RecordFormat["manifest"] = {
  name: "own-csv",
  version: 2,
  mediaType: "text/csv",
  set: "your own table",
  reads:
    "a table of incidents in our own columns, comma, semicolon, tab or bar between cells, or in others named by a column map",
  extensions: ["csv", "tsv"],
  needs: [],
  limits: [],
  offers: ["rows", "refused rows with line and reason"],
  layouts: [{ name: "our columns", columns: OWN_REQUIRED, seen: `${OWN_COLUMNS.length} columns, below` }],
  claims: "claimed yes or no, with claim_date or lag_hours where known; denied",
  codedAfter: [],
};
