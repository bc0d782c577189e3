// What Auto Archiver (Bellingcat) wrote down of one address: a page with a table of files and one of key and value.

import type { Via } from "../../core/model/event.ts";
import { type Problem, problem } from "../../core/model/problem.ts";
import { type ByteSource, wholeOf } from "../bytes.ts";
import { addressOf, fieldOf, publishedOf } from "../fields.ts";
import { attribute, type Step, stepsOf } from "../formats/html/tree.ts";
import type { Delivered, KnownOfDocument, Limits } from "../types.ts";
import type { Unpacking } from "./container.ts";

export interface ArchiverReport {
  readonly address: string | undefined;
  readonly known: KnownOfDocument;
  /** The words of the post or page, as the archiver found them. */
  readonly content: string;
  /** The last steps of the paths of the files it names. */
  readonly files: ReadonlySet<string>;
}

/** The report's own words as a document. */
export async function* readArchiverReport(source: ByteSource, { limits }: Unpacking): AsyncGenerator<Delivered> {
  const report = await archiverReport(source, limits);
  if ("problem" in report) {
    yield report;
    return;
  }
  const { name } = source;
  const { address, known, content, files } = report;
  const told = address ?? "an address it does not name";
  yield {
    problem: problem("archiver-report", {
      name,
      address: told,
      files: files.size,
      words: content === "" ? "no" : "the",
    }),
  };
  if (content === "") return;
  const via: Via = { ...source.via, door: "archive", within: { name: name.slice(0, 2_000), entry: "content" } };
  const bytes = new TextEncoder().encode(content);
  const mediaTypeHint = "text/plain; charset=utf-8";
  yield { input: { name: `${name}/content`.slice(0, 2_000), bytes, via, as: "plain", mediaTypeHint, known } };
}

/** What the report says, or why it can't be read. */
export async function archiverReport(
  source: ByteSource,
  limits: Limits,
): Promise<ArchiverReport | { readonly problem: Problem }> {
  const { name } = source;
  const input = await wholeOf(source, limits.bytes);
  if (input === null) return { problem: problem("file-too-big", { name, bytes: source.size, limit: limits.bytes }) };
  const steps = stepsOf(new TextDecoder().decode(input.bytes), { name, limits, late: () => false });
  if (!Array.isArray(steps)) return { problem: steps as Problem };
  const rows = rowsOf(steps);
  const address = addressOf(rows.get("url")) ?? addressOf(titleOf(steps));
  const title = fieldOf(rows.get("title"));
  const { when } = publishedOf(name, rows.get("timestamp") ?? "");
  const known = {
    ...(address !== undefined && { address }),
    ...(title !== undefined && { title }),
    ...(when !== undefined && { published: when }),
  };
  const content = (rows.get("content") ?? "").replaceAll("\0", "").trim();
  return { address, known, content, files: filesOf(steps) };
}

/** Key and value of each row of two cells, all tables taken together; of a key that stands twice the first. */
function rowsOf(steps: readonly Step[]): ReadonlyMap<string, string> {
  const rows = new Map<string, string>();
  let cells: string[] = [];
  let depth = 0;
  for (const step of steps) {
    if (step.is === "text") {
      if (depth === 1 && cells.length > 0) cells[cells.length - 1] += step.node.value;
      continue;
    }
    const { tagName } = step.element;
    if (tagName === "table") depth += step.is === "open" ? 1 : -1;
    if (depth !== 1) continue;
    if (tagName === "br" && step.is === "open" && cells.length > 0) cells[cells.length - 1] += "\n";
    if (tagName === "td" && step.is === "open") cells.push("");
    if (tagName !== "tr") continue;
    const [key = "", value = ""] = cells.map((c) => c.trim());
    if (step.is === "close" && cells.length === 2 && key !== "" && !rows.has(key)) rows.set(key, value);
    cells = [];
  }
  return rows;
}

function titleOf(steps: readonly Step[]): string | undefined {
  const title = steps.find((s) => s.is === "open" && s.element.tagName === "title");
  const [words] = title?.is === "open" ? title.element.childNodes : [];
  return words !== undefined && "value" in words ? words.value.trim() : undefined;
}

const SOURCES = ["href", "src", "url", "data"];

function filesOf(steps: readonly Step[]): ReadonlySet<string> {
  const files = new Set<string>();
  for (const step of steps) {
    if (step.is !== "open") continue;
    for (const name of SOURCES) {
      const last = attribute(step.element, name)?.split(/[?#]/)[0]?.split("/").at(-1) ?? "";
      if (/\.\w{1,8}$/.test(last)) files.add(last);
    }
  }
  return files;
}
