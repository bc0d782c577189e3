import { readFile } from "node:fs/promises";
import { type FileMemo, openFileMemo } from "../casework/cache.ts";
import { type OpenCase, openCase } from "../casework/open.ts";
import { type Problem, ProblemError, problem } from "../core/model/problem.ts";
import { isCase } from "../store/is-case.ts";
import { openStore } from "../store/store.entry.ts";
import type { Invocation, Outcome } from "./command.ts";
import { EXIT } from "./exit.ts";

/** Whether the argument names a case: by its content, or by its address. */
export async function namesCase(path: string): Promise<boolean> {
  return /^postgres(ql)?:\/\//i.test(path) || (await isCase(path));
}

/** Opens the case, does the work, closes it whatever happens. */
export async function withCase<T>(path: string, work: (open: OpenCase) => Promise<T>): Promise<T> {
  const store = await openStore(path);
  try {
    return await work(await openCase(store));
  } finally {
    await store.close();
  }
}

/** The same, with the memo of what was read before. */
export async function withCaseAndMemo<T>(
  path: string,
  work: (open: OpenCase, memo: FileMemo) => Promise<T>,
): Promise<T> {
  return withCase(path, async (open) => {
    const memo = await openFileMemo(path);
    try {
      return await work(open, memo);
    } finally {
      memo.close();
    }
  });
}

/** Who does it: `--who`. Refused when left out. */
export function whoOf({ text }: Pick<Invocation, "text">, command: string): string {
  const who = text.who?.trim() ?? "";
  if (who !== "") return who;
  throw usageError(
    problem("missing-option", {
      command,
      option: "--who",
      about: "who does or judges it, a name or a role",
      example: `silverblaze ${command} … --who "night desk"`,
    }),
  );
}

/** A mistake in the command line: exit 2. */
export function usageError(...problems: readonly Problem[]): ProblemError {
  return Object.assign(new ProblemError(problems), { exit: EXIT.usage });
}

/** JSON from a file or `-`; refused with where it breaks off. */
export async function readJson({ world }: Invocation, path: string): Promise<unknown> {
  const text = path === "-" ? await allOf(world.stdin) : await readText(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProblemError([
      problem("not-json", { path, fault: error instanceof Error ? error.message : String(error) }),
    ]);
  }
}

/** The bytes of a file; a missing one is named. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      throw new ProblemError([problem("file-missing", { name: path })]);
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    const fault = code === "EISDIR" ? "it is a folder; name one file" : code;
    throw new ProblemError([problem("file-unreadable", { name: path, reason: fault })]);
  }
}

async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await readBytes(path));
}

async function allOf(stream: AsyncIterable<Uint8Array | string>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stream) text += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

/** The answer of a command that changes a case, in one line. */
export function changed(
  schema: string,
  {
    events,
    head,
    problems = [],
    said,
  }: {
    readonly events: number;
    readonly head: OpenCase["head"];
    readonly problems?: readonly Problem[];
    readonly said: string;
  },
): Outcome {
  return {
    schema,
    result: { events, head },
    problems,
    exit: problems.some((p) => p.severity === "error") ? EXIT.refused : EXIT.done,
    text: () => [said, `The case ends at event ${head.seq}, ${head.hash.slice(0, 12)}….`],
  };
}
