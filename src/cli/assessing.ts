import { existsSync } from "node:fs";
import { type ActorsRead, readActors } from "../casework/actors-file.ts";
import { addDocuments } from "../casework/add.ts";
import { type AssessRun, assessCase, assessLoose } from "../casework/assess-case.ts";
import { realEffects } from "../casework/effects.ts";
import { loadTexts, newCase } from "../casework/open.ts";
import { recordNames } from "../casework/record-names.ts";
import type { LooseText } from "../casework/texts.ts";
import { asOfInWords } from "../core/brief/writing.ts";
import type { Assessment } from "../core/model/assessment.ts";
import { BRIEF_LANGUAGES } from "../core/model/brief.ts";
import { type Sha256, slug } from "../core/model/id.ts";
import { type Problem, ProblemError, problem } from "../core/model/problem.ts";
import type { RecordRow, ReferenceClass } from "../core/model/silence.ts";
import type { ComparedClass } from "../core/silence/compare.ts";
import { parseClassOption } from "../core/silence/parse.ts";
import { type RecordsOptions, readRecords } from "../ingest/records/read-records.ts";
import { openStore } from "../store/store.entry.ts";
import { namesCase, readBytes, readJson, usageError, withCaseAndMemo } from "./cases.ts";
import type { Invocation } from "./command.ts";
import { EXIT } from "./exit.ts";
import { looseTexts, readOptions } from "./inputs.ts";
import { asOfOption, choice, numberOption, refuse } from "./options.ts";

export interface Assessed {
  readonly assessment: Assessment;
  /** Of the inputs; the assessment has its own. */
  readonly problems: readonly Problem[];
  /** The whole texts by their SHA-256, where a page is to be written; empty otherwise. */
  readonly texts: Readonly<Record<Sha256, string>>;
}

/** The assessment of what the arguments name: one case, or loose texts. */
export async function assessing(invocation: Invocation, paths: readonly string[] = invocation.args): Promise<Assessed> {
  const [first = ""] = paths;
  const options = await optionsOf(invocation);
  if (await namesCase(first)) {
    if (paths.length > 1) throw usageError(problem("one-case-only", { path: first }));
    return withCaseAndMemo(first, async (open, memo) => {
      const assessment = await assessCase(open, { ...options.run, memo });
      return finished(assessment, options.problems, writesPage(invocation) ? await loadTexts(open) : {});
    });
  }
  const read = await looseTexts(invocation, paths);
  if (read.texts.length === 0)
    throw new ProblemError([...read.problems, problem("nothing-read", { what: paths.join(" ") })]);
  if (invocation.text.save !== undefined) await save(invocation, invocation.text.save, read.texts);
  const assessment = await assessLoose(read.texts, options.run);
  const texts = Object.fromEntries(read.texts.map(({ text, document }) => [text, document.text]));
  return finished(assessment, [...options.problems, ...read.problems], writesPage(invocation) ? texts : {});
}

function writesPage({ text }: Invocation): boolean {
  return /\.html?$/i.test(text.output ?? "");
}

function finished(
  assessment: Assessment | null,
  problems: readonly Problem[],
  texts: Readonly<Record<Sha256, string>>,
): Assessed {
  if (assessment !== null) return { assessment, problems: [...problems, ...nothingKnown(assessment)], texts };
  const done = problem("interrupted", { done: "what was read is remembered" });
  throw Object.assign(new ProblemError([done]), { exit: EXIT.interrupted });
}

function nothingKnown(assessment: Assessment): readonly Problem[] {
  return assessment.documents.length > 0 ? [] : [problem("nothing-known", { asOf: asOfInWords(assessment) })];
}

async function optionsOf(
  invocation: Invocation,
): Promise<{ readonly run: AssessRun; readonly problems: readonly Problem[] }> {
  const { flags, world } = invocation;
  const started = Date.now();
  const atSeq = numberOption(invocation, "at-seq");
  const records = await recordsOption(invocation);
  const own = await actorsOption(invocation);
  const classes = classOptions(invocation);
  const analysts = (invocation.text.analysts ?? "")
    .split(",")
    .map((a) => a.trim())
    .filter((a) => a !== "");
  const language = choice(invocation, "lang", BRIEF_LANGUAGES);
  const basis = choice(invocation, "basis", ["accepted", "accepted and proposed"] as const);
  return {
    problems: [...records.problems, ...own.problems],
    run: {
      asOf: asOfOption(invocation),
      equalPriors: flags.has("equal-priors"),
      ...(basis !== undefined && { basis }),
      ...(language !== undefined && { language }),
      ...(atSeq !== undefined && { atSeq }),
      ...(records.rows.length > 0 && { records: records.rows }),
      ...(own.actors.length > 0 && { actors: own.actors }),
      ...(classes.length > 0 && { classes }),
      ...(analysts.length > 0 && { analysts }),
      signal: world.signal,
      onProgress: (done, total) => world.progress(done === total ? "" : progressLine(done, total, started)),
    },
  };
}

/** "12 345". */
function grouped(n: number): string {
  const digits = String(Math.round(n));
  const first = digits.length % 3;
  return [digits.slice(0, first), ...(digits.slice(first).match(/\d{3}/g) ?? [])].filter((d) => d !== "").join(" ");
}

/** "reading   812 / 10 000   1 240 a second   8 s left" */
function progressLine(done: number, total: number, started: number): string {
  const seconds = Math.max(0.001, (Date.now() - started) / 1000);
  const rate = done / seconds;
  return `reading   ${grouped(done)} / ${grouped(total)}   ${grouped(rate)} a second   ${grouped((total - done) / rate)} s left`;
}

/** The rows of `--records`, and what was refused of them. `--charset` is theirs only where the command reads no texts. */
export async function recordsOption(
  invocation: Invocation,
  charset?: string,
): Promise<{ readonly rows: readonly RecordRow[]; readonly problems: readonly Problem[] }> {
  const { text } = invocation;
  if (text.records === undefined) return { rows: [], problems: [] };
  const how = await howToRead(invocation);
  const options = { set: "records", name: text.records, names: recordNames(), ...how };
  const read = await readRecords(await readBytes(text.records), {
    ...options,
    ...(charset !== undefined && { charset }),
  });
  return { rows: read.rows, problems: read.problems };
}

/** What `--map`, `--with` and `--coded-after` say of a file of records. */
export async function howToRead(
  invocation: Invocation,
): Promise<Pick<RecordsOptions, "map" | "beside" | "codedAfter">> {
  const { text, lists } = invocation;
  const map = text.map === undefined ? undefined : columnMap(await readJson(invocation, text.map), text.map);
  const beside = text.with === undefined ? undefined : { name: text.with, bytes: await readBytes(text.with) };
  const codedAfter = lists["coded-after"];
  return { ...(map && { map }), ...(beside && { beside }), ...(codedAfter && { codedAfter }) };
}

function columnMap(json: unknown, path: string): Readonly<Record<string, string>> {
  const entries = typeof json === "object" && json !== null && !Array.isArray(json) ? Object.entries(json) : null;
  if (entries?.every(([, v]) => typeof v === "string")) return json as Record<string, string>;
  const want = '{"our column": "the file\'s column"}';
  throw usageError(problem("bad-value", { option: "--map", value: path, fault: "no column map", want }));
}

/** The actors of `--actors`, and what was refused of them. */
async function actorsOption(invocation: Invocation): Promise<ActorsRead> {
  const path = invocation.text.actors;
  if (path === undefined) return { actors: [], problems: [] };
  return readActors(await readJson(invocation, path), path);
}

/** The classes of `--class`; all that can't be read are refused at once. */
export function classOptions({ lists }: Pick<Invocation, "lists">): readonly ReferenceClass[] {
  const parsed = (lists.class ?? []).map(parseClassOption);
  refuse(parsed.flatMap((p) => ("problem" in p ? [p.problem] : [])));
  return typedClasses(parsed.flatMap((p) => ("value" in p ? [p.value] : [])));
}

/** Classes typed at the command line, and the parents that their shares lean on where they were typed with them; two of one name with other counts have ids of their own. */
export function typedClasses(typed: readonly ComparedClass[]): readonly ReferenceClass[] {
  const byId = new Map<string, ReferenceClass>();
  const add = ({ name, k, n, kind = "counted", parent, query }: ComparedClass): string => {
    const one = { name, k, n, kind, traits: {}, citation: "given at --class" };
    const more = { ...(typeof parent === "string" && { parent }), ...(query !== undefined && { query }) };
    const differs = (c: ReferenceClass | undefined) =>
      c !== undefined &&
      (c.name !== name ||
        c.k !== k ||
        c.n !== n ||
        c.kind !== kind ||
        c.parent !== more.parent ||
        JSON.stringify(c.query) !== JSON.stringify(query));
    let id = slug(name);
    for (let i = 2; differs(byId.get(id)); i++) id = `${slug(name)}-${i}`;
    byId.set(id, { ...one, ...more, id });
    return id;
  };
  for (const one of typed) {
    const { parent, ...rest } = one;
    if (typeof parent !== "object") add(rest);
    else add({ ...rest, parent: add({ ...parent, name: parent.name ?? `${one.name}, wider` }) });
  }
  return [...byId.values()];
}

/** The texts as they were read, in a new case: nothing is read or fetched a second time. */
async function save(invocation: Invocation, path: string, texts: readonly LooseText[]): Promise<void> {
  if (existsSync(path)) throw usageError(problem("case-not-empty", { events: "some" }));
  const who = invocation.text.who ?? "command line";
  const store = await openStore(path, { create: true });
  try {
    const open = await newCase(store, who, {
      title: path,
      languages: ["en", "ar"],
      purpose: "",
      displayWarnings: false,
    });
    const inputs = texts.map(({ input }) => ({ input }));
    await addDocuments(open, inputs, { ...readOptions(invocation), who, effects: realEffects() });
  } finally {
    await store.close();
  }
}
