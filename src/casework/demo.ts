import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Assessment } from "../core/model/assessment.ts";
import type { BriefLanguage } from "../core/model/brief.ts";
import { type Problem, ProblemError } from "../core/model/problem.ts";
import { deliver } from "../ingest/doors/doors.ts";
import { openStore } from "../store/store.entry.ts";
import { addDocuments } from "./add.ts";
import { assessCase } from "./assess-case.ts";
import { dropCache, openFileMemo } from "./cache.ts";
import { realEffects } from "./effects.ts";
import { exportAssessment, recordExport } from "./export-case.ts";
import { importRecords } from "./import-records.ts";
import { commit, loadTexts, type OpenCase, openCase } from "./open.ts";
import { asksOf } from "./state-items.ts";

export interface DemoResult {
  readonly assessment: Assessment;
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** Where the shipped example lies, from the built file as from the source. */
const EXAMPLE = fileURLToPath(new URL("../../examples/demo/", import.meta.url));
const WHO = "night desk";

/**
 * Makes the demo case in a folder from the shipped example, assesses it and writes case, brief and assessment there. What an earlier run
 * wrote is replaced; nothing else in the folder is touched. Without `pages` only the case is written.
 */
export async function makeDemo(
  dir: string,
  asOf: string,
  { pages = true, language = "en" }: { readonly pages?: boolean; readonly language?: BriefLanguage } = {},
): Promise<DemoResult> {
  await mkdir(dir, { recursive: true });
  const path = join(dir, "demo.silverblaze");
  await removeCase(path);
  const store = await openStore(path, { create: true });
  try {
    const open = await fill(await openCase(store));
    const memo = await openFileMemo(path);
    const assessment = await assessCase(open, { asOf, memo, language });
    memo.close();
    if (assessment === null) throw new Error("the demo was interrupted");
    const files = pages ? await writeExports(open, assessment, dir) : [];
    return { assessment, files: [path, ...files], problems: assessment.problems };
  } finally {
    await store.close();
  }
}

async function removeCase(path: string): Promise<void> {
  for (const ending of ["", "-wal", "-shm", ".head"]) if (existsSync(path + ending)) await rm(path + ending);
  dropCache(path);
}

/** Documents under their file's name as id, since the example's statements name them so; then records; then what people stated. */
async function fill(empty: OpenCase): Promise<OpenCase> {
  const items = JSON.parse(await readFile(join(EXAMPLE, "case.json"), "utf8")) as readonly {
    readonly state?: string;
  }[];
  const first = await stated(
    empty,
    items.filter((i) => i.state === "case"),
  );
  const folder = join(EXAMPLE, "documents");
  const names = (await readdir(folder)).sort();
  const ids = names.map((n) => n.replace(/\.[^.]+$/, ""));
  let next = 0;
  const effects = { ...realEffects(), newId: () => ids[next++] ?? `document-${next}` };
  const added = await addDocuments(first, deliver(names.map((n) => join(folder, n))), { who: WHO, effects });
  const refused = added.problems.filter((p) => p.severity === "error");
  if (refused.length > 0) throw new ProblemError(refused);
  const bytes = await readFile(join(EXAMPLE, "records.csv"));
  const records = await importRecords(
    added.open,
    { name: "records.csv", bytes },
    { who: WHO, citation: "Invented: examples/demo/make-records.mjs" },
  );
  return stated(
    records.open,
    items.filter((i) => i.state !== "case"),
  );
}

async function stated(open: OpenCase, items: readonly unknown[]): Promise<OpenCase> {
  const { ask, problems } = asksOf(items, { who: WHO });
  if (problems.length > 0) throw new ProblemError(problems);
  const texts = await loadTexts(open);
  const committed = await commit(open, { who: WHO, ask }, (id) => texts[id] ?? null);
  if ("problems" in committed) throw new ProblemError(committed.problems);
  return committed.open;
}

const FILES = { html: "brief.html", md: "brief.md", json: "assessment.json" } as const;

async function writeExports(open: OpenCase, assessment: Assessment, dir: string): Promise<readonly string[]> {
  const files: string[] = [];
  let now = open;
  for (const [format, name] of Object.entries(FILES) as [keyof typeof FILES, string][]) {
    const content = await exportAssessment(assessment, format, open.head);
    await writeFile(join(dir, name), content);
    now = await recordExport(now, { who: WHO, format, content });
    files.push(join(dir, name));
  }
  return files;
}
