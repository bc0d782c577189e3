import { infoOf, type LooseText, type LooseTexts, readLoose } from "../casework/texts.ts";
import type { Sha256 } from "../core/model/id.ts";
import { type Problem, problem } from "../core/model/problem.ts";
import type { TextInfo } from "../core/model/reading.ts";
import { type DoorOptions, deliver } from "../ingest/doors/doors.ts";
import type { ReadOptions } from "../ingest/types.ts";
import { usageError } from "./cases.ts";
import type { Invocation } from "./command.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import { clean } from "./terminal.ts";

/** Options of reading that the user gave. */
export function readOptions({ text }: Pick<Invocation, "text">): ReadOptions {
  return {
    ...(text.charset !== undefined && { charset: text.charset }),
    ...(text.language !== undefined && { language: languageOf(text.language) }),
  };
}

/** A language by its code; a name or a slip is refused, or the texts would be read as no language at all. */
function languageOf(value: string): string {
  if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(value)) return value;
  const want = "a code of ISO 639, such as en or ar";
  throw usageError(problem("bad-value", { option: "--language", value, fault: "no code of a language", want }));
}

/** What the doors may touch: standard input, and with `--fetch` the network, each host named before the first byte leaves. */
export function doorOptions({ world, flags, text }: Pick<Invocation, "world" | "flags" | "text">): DoorOptions {
  const fetch = {
    signal: world.signal,
    onHost: (host: string) => world.talk(`asking ${clean(host)}\n`),
    ...(world.network !== undefined && { network: world.network }),
  };
  const { charset } = text;
  return { stdin: world.stdin, ...(flags.has("fetch") && { fetch }), ...(charset !== undefined && { charset }) };
}

/** The texts that the words name: files, folders, addresses, `-` for stdin. */
export async function looseTexts(invocation: Invocation, paths: readonly string[]): Promise<LooseTexts> {
  return readLoose(deliver(paths, doorOptions(invocation)), readOptions(invocation));
}

export interface OneEach {
  readonly infos: readonly TextInfo[];
  /** Of the captures, by the text's id. */
  readonly hashes: Readonly<Record<string, Sha256>>;
  readonly problems: readonly Problem[];
  readonly missing: boolean;
}

/** The hashes of the captures, by the texts' ids. */
export function captures(texts: readonly LooseText[]): Readonly<Record<string, Sha256>> {
  return Object.fromEntries(texts.map((t) => [t.name, t.original]));
}

/** The mark of a demonstration, if any of the texts carries one. */
export function demonstrationOf(infos: readonly TextInfo[]): string | null {
  return infos.find((i) => i.demonstration !== undefined)?.demonstration ?? null;
}

/** Exactly one text of each path, or the problems; for commands that lay texts side by side. */
export async function oneTextEach(invocation: Invocation, paths: readonly string[]): Promise<OneEach> {
  const infos: TextInfo[] = [];
  const hashes: Record<string, Sha256> = {};
  const problems: Problem[] = [];
  let missing = false;
  for (const path of paths) {
    const read = await looseTexts(invocation, [path]);
    problems.push(...read.problems);
    const [first] = read.texts;
    if (first === undefined) missing = true;
    else {
      infos.push(infoOf(first));
      Object.assign(hashes, captures([first]));
    }
    if (read.texts.length > 1) problems.push(problem("one-text-wanted", { path, found: read.texts.length }));
  }
  return { infos: distinct(infos), hashes, problems, missing };
}

/** Two texts of one name are told apart, since a text's name is its id. */
function distinct(infos: readonly TextInfo[]): readonly TextInfo[] {
  const seen = new Map<string, number>();
  return infos.map((info) => {
    const uses = (seen.get(info.id) ?? 0) + 1;
    seen.set(info.id, uses);
    return uses === 1 ? info : { ...info, id: `${info.id} (${uses})`, name: `${info.id} (${uses})` };
  });
}

/** 3 when an input was refused, else 0. */
export function exitFor(problems: readonly Problem[]): ExitCode {
  return problems.some((p) => p.severity === "error") ? EXIT.refused : EXIT.done;
}
