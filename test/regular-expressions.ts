import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseSync } from "oxc-parser";
import { checkSync } from "recheck";

/** A regular expression of the source, and where it stands. */
export interface Written {
  readonly pattern: string;
  readonly flags: string;
  readonly at: string;
}

const SRC = fileURLToPath(new URL("../src/", import.meta.url));

/** Every literal of every source file, each once, as a parser reads them; and the files that build expressions when they run. */
export function literals(): { readonly written: readonly Written[]; readonly builders: readonly string[] } {
  const written = new Map<string, Written>();
  const builders = new Set<string>();
  for (const file of readdirSync(SRC, { recursive: true, encoding: "utf8" }).sort()) {
    if (!/\.tsx?$/.test(file)) continue;
    const text = readFileSync(`${SRC}${file}`, "utf8");
    const { program, errors } = parseSync(file, text);
    if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
    walk(program, (node) => {
      if (node.type === "Literal" && node.regex !== undefined) {
        const at = `${file}:${text.slice(0, node.start).split("\n").length}`;
        keep(written, { ...node.regex, at });
      }
      const builds = node.type === "NewExpression" || node.type === "CallExpression";
      if (builds && node.callee?.name === "RegExp") builders.add(file);
    });
  }
  return { written: [...written.values()], builders: [...builders] };
}

interface Node {
  readonly type?: string;
  readonly start?: number;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly callee?: { readonly name?: string };
}

function walk(value: unknown, see: (node: Node) => void): void {
  if (value === null || typeof value !== "object") return;
  if (!Array.isArray(value)) see(value as Node);
  for (const child of Object.values(value)) walk(child, see);
}

function keep(into: Map<string, Written>, written: Written): void {
  const key = `/${written.pattern}/${written.flags}`;
  if (!into.has(key)) into.set(key, written);
}

/** The expressions that the source builds while `work` runs; modules must not have been loaded before. */
export async function built(work: () => Promise<void>): Promise<readonly Written[]> {
  const written = new Map<string, Written>();
  const Real = globalThis.RegExp;
  const note = ([pattern, flags = ""]: unknown[]) => {
    const caller = new Error().stack?.split("\n").find((line, i) => i > 2 && !line.includes("Reflect")) ?? "";
    const at = /src\/((?:core|ingest|casework|exchange|cli|store|charts)\/[\w./-]+:\d+)/.exec(caller)?.[1];
    if (at === undefined || caller.includes("node_modules")) return;
    const source = pattern instanceof Real ? pattern.source : String(pattern);
    keep(written, { pattern: source, flags: String(flags), at });
  };
  globalThis.RegExp = new Proxy(Real, {
    construct: (target, args, self) => {
      note(args);
      return Reflect.construct(target, args, self);
    },
    apply: (target, self, args) => {
      note(args);
      return Reflect.apply(target, self, args);
    },
  });
  try {
    await work();
  } finally {
    globalThis.RegExp = Real;
  }
  return [...written.values()];
}

/** Loads a source file by its path under `src/`. */
export function load(file: string): Promise<unknown> {
  return import(pathToFileURL(`${SRC}${file}`).href);
}

/** The alternatives of a long expression that captures each of them, each with what stands before and after: where all are linear, so is the whole. */
export function apart(written: Written): readonly Written[] {
  const { pattern } = written;
  const first = pattern.search(/\((?!\?)/);
  if (pattern.length < 1500 || first < 0) return [written];
  const before = pattern.slice(0, first).replace(/^\(\?:|\(\?:$/g, "");
  // A word without a repeat takes as long as it is.
  const repeating = captured(pattern).filter((words) => /[{*+]/.test(words));
  const alternatives = repeating.map((words) => `${before}(?:${words})(?![\\p{L}\\p{N}])`);
  return [...new Set(alternatives)].map((alternative) => ({ ...written, pattern: alternative }));
}

/** What stands in the outermost capturing groups. */
function captured(pattern: string): readonly string[] {
  const out: string[] = [];
  let [depth, start, inClass] = [0, -1, false];
  for (let i = 0; i < pattern.length; i++) {
    const sign = pattern[i];
    if (sign === "\\") i++;
    else if (inClass) inClass = sign !== "]";
    else if (sign === "[") inClass = true;
    else if (sign === "(") {
      if (start < 0 && pattern[i + 1] !== "?") [start, depth] = [i + 1, 0];
      else if (start >= 0) depth++;
    } else if (sign === ")" && start >= 0 && depth-- === 0) {
      out.push(pattern.slice(start, i));
      start = -1;
    }
  }
  return out;
}

/** A short name for an expression, for the list of those that were checked. */
export function keyOf({ pattern, flags }: Written): string {
  return createHash("sha256").update(`/${pattern}/${flags}`).digest("hex").slice(0, 16);
}

/**
 * What recheck says of an expression where that is not "safe"; null where it is. Automata first: they answer for good, and take a bounded
 * repeat for what it is; what they can't read or finish is left to the checker that tries texts.
 */
export function unsafe({ pattern, flags, at }: Written): string | null {
  const first = checkSync(pattern, flags, { checker: "automaton", timeout: 10_000 });
  const found = first.status === "unknown" ? checkSync(pattern, flags, { timeout: 60_000 }) : first;
  if (found.status === "safe") return null;
  const how = found.status === "vulnerable" ? `${found.complexity.summary}, with ${found.attack.pattern}` : "no answer";
  return `${at} /${pattern}/${flags}: ${how}`;
}

const REPORTS = [
  { text: "The Maren Wire reported that the group claimed the attack on Tuesday at 14:00.", publisher: "Coast Ledger" },
  { text: "Gunmen attacked the post on Tuesday, the ministry said.", publisher: "Maren Wire" },
];

/** Every expression of the source: those written out, and those that it builds when it is loaded and when it reads two reports. */
export async function expressions(): Promise<readonly Written[]> {
  const { written, builders } = literals();
  const made = await built(async () => {
    for (const file of builders) await load(file);
    const { assessTexts } = (await load("core/index.entry.ts")) as typeof import("../src/core/index.entry.ts");
    assessTexts(REPORTS, { asOf: "2031-03-05" });
  });
  return [...written, ...made.flatMap(apart)];
}

/** The keys of those that were checked before. */
export const CHECKED = fileURLToPath(new URL("./regular-expressions.txt", import.meta.url));
