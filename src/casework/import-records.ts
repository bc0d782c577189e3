import { viewCase } from "../core/case/view.ts";
import type { Sha256 } from "../core/model/id.ts";
import { slug } from "../core/model/id.ts";
import { type Problem, problem } from "../core/model/problem.ts";
import type { RecordRow } from "../core/model/silence.ts";
import { readRecords } from "../ingest/records/read-records.ts";
import type { RecordsOptions } from "../ingest/records/types.ts";
import { sha256 } from "./effects.ts";
import { commit, type OpenCase } from "./open.ts";
import { recordNames } from "./record-names.ts";

export interface ImportOptions extends Pick<RecordsOptions, "format" | "map" | "charset" | "beside" | "codedAfter"> {
  readonly who: string;
  readonly citation: string;
  readonly licence?: string;
  /** The set's id; the file's name where left out. */
  readonly set?: string;
  readonly dryRun?: boolean;
}

export interface ImportResult {
  readonly open: OpenCase;
  readonly set: string;
  /** The format and layout that it was read as; null where it was in the case already. */
  readonly format: string | null;
  readonly layout: string | null;
  readonly accepted: number;
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
  readonly codedAfter: readonly string[];
  readonly rows: Sha256 | null;
  readonly problems: readonly Problem[];
}

/**
 * Records of past incidents in: each row accepted or refused by its line. The same file with the same answer again is no second set; read
 * otherwise (another charset, map or table of claims) it takes the place of the first.
 */
export async function importRecords(
  open: OpenCase,
  file: { readonly name: string; readonly bytes: Uint8Array },
  options: ImportOptions,
): Promise<ImportResult> {
  const original = sha256(file.bytes);
  const { records, actors } = viewCase(open.state);
  const twin = [...records.values()].find((e) => e.body.original === original)?.body;
  const set = slug(options.set ?? twin?.set ?? stem(file.name));
  const json = jsonRows();
  const { format: wanted, map, charset, beside, codedAfter } = options;
  const read = await readRecords(file.bytes, {
    set,
    name: file.name,
    names: recordNames([...actors.values()].map((e) => e.body.actor)),
    onRow: options.dryRun ? () => {} : json.add,
    ...(wanted !== undefined && { format: wanted }),
    ...(map !== undefined && { map }),
    ...(charset !== undefined && { charset }),
    ...(beside !== undefined && { beside }),
    ...(codedAfter !== undefined && { codedAfter }),
  });
  const { rows: _rows, columns, ...told } = read;
  const base = { set, ...told };
  if (options.dryRun || read.accepted === 0) return { open, ...base, rows: null };
  const bytes = json.bytes();
  const before = records.get(set)?.body;
  const same = before?.original === original && before.rows === sha256(bytes) && before.refused === read.refused.length;
  if (same) {
    const problems = [...read.problems, problem("records-twice", { name: file.name, set })];
    return { open, ...base, rows: before.rows, problems };
  }
  const replaced =
    before === undefined
      ? []
      : [problem("records-replaced", { set, before: before.accepted, file: before.name, accepted: read.accepted })];
  await open.store.putBlob(file.bytes);
  const rows = await open.store.putBlob(bytes);
  const body = {
    set,
    original,
    name: file.name,
    format: read.format === "own-csv" ? "silverblaze-csv" : read.format,
    columns: [...columns],
    ...(beside !== undefined && { beside: await open.store.putBlob(beside.bytes) }),
    ...(map !== undefined && { map }),
    ...(charset !== undefined && { charset }),
    rows,
    accepted: read.accepted,
    refused: read.refused.length,
    citation: options.citation,
    ...(options.licence !== undefined && { licence: options.licence }),
    codedAfter: [...read.codedAfter],
  };
  const committed = await commit(open, { who: options.who, ask: [{ type: "records.added", body }] });
  if ("problems" in committed)
    return { open, ...base, rows: null, problems: [...read.problems, ...committed.problems] };
  return { open: committed.open, ...base, rows, problems: [...read.problems, ...replaced] };
}

/** A file's name without its folder and its ending. */
function stem(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? name;
  return last.replace(/\.[^.]*$/, "") || last;
}

const ENOUGH = 1 << 20;

/** The rows as one array of JSON, kept as bytes: of a million rows neither the objects nor one long text are held. */
function jsonRows(): { readonly add: (row: RecordRow) => void; readonly bytes: () => Uint8Array } {
  const chunks: Uint8Array[] = [];
  const encoder = new TextEncoder();
  let text = "[";
  let first = true;
  const flush = () => {
    chunks.push(encoder.encode(text));
    text = "";
  };
  return {
    add(row) {
      text += `${first ? "" : ","}${JSON.stringify(row)}`;
      first = false;
      if (text.length > ENOUGH) flush();
    },
    bytes() {
      text += "]";
      flush();
      return Buffer.concat(chunks);
    },
  };
}
