import { viewCase } from "../core/case/view.ts";
import type { Sha256 } from "../core/model/id.ts";
import { slug } from "../core/model/id.ts";
import { type Problem, problem } from "../core/model/problem.ts";
import { readOwnCsv } from "../ingest/records/own-csv.ts";
import { sha256 } from "./effects.ts";
import { commit, type OpenCase } from "./open.ts";

export interface ImportOptions {
  readonly who: string;
  readonly citation: string;
  /** Our column → the file's column. */
  readonly map?: Readonly<Record<string, string>>;
  readonly dryRun?: boolean;
}

export interface ImportResult {
  readonly open: OpenCase;
  readonly set: string;
  readonly accepted: number;
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
  readonly rows: Sha256 | null;
  readonly problems: readonly Problem[];
}

/** Records of past incidents in: each row accepted or refused by its line. The same file again is no second set. */
export async function importRecords(
  open: OpenCase,
  file: { readonly name: string; readonly bytes: Uint8Array },
  options: ImportOptions,
): Promise<ImportResult> {
  const original = sha256(file.bytes);
  const set = slug(
    file.name
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.[^.]*$/, "") ?? file.name,
  );
  const twin = [...viewCase(open.state).records.values()].find((e) => e.body.original === original);
  if (twin !== undefined) {
    const known = problem("records-twice", { name: file.name, set: twin.body.set });
    return {
      open,
      set: twin.body.set,
      accepted: twin.body.accepted,
      refused: [],
      rows: twin.body.rows,
      problems: [known],
    };
  }
  const read = readOwnCsv(file.bytes, { set, name: file.name, ...(options.map && { map: options.map }) });
  const base = { set, accepted: read.rows.length, refused: read.refused, problems: read.problems };
  if (options.dryRun || read.rows.length === 0) return { open, ...base, rows: null };
  const bytes = new TextEncoder().encode(JSON.stringify(read.rows));
  await open.store.putBlob(file.bytes);
  const rows = await open.store.putBlob(bytes);
  const committed = await commit(open, {
    who: options.who,
    ask: [
      {
        type: "records.added",
        body: {
          set,
          original,
          name: file.name,
          format: "silverblaze-csv",
          columns: [...read.columns],
          rows,
          accepted: read.rows.length,
          refused: read.refused.length,
          citation: options.citation,
          codedAfter: [],
        },
      },
    ],
  });
  if ("problems" in committed)
    return { open, ...base, rows: null, problems: [...read.problems, ...committed.problems] };
  return { open: committed.open, ...base, rows };
}
