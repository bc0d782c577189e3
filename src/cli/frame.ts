import { writeFile } from "node:fs/promises";
import { type Problem, ProblemError, problem } from "../core/model/problem.ts";
import { VERSION } from "../core/version.ts";
import type { Outcome, World } from "./command.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import { commandHelp, helpPage } from "./help.ts";
import { type ParsedCommand, parseCommand } from "./parse.ts";
import { clean, paint, wrap } from "./terminal.ts";

/** The envelope of every `--json` answer, also of a failure [DESIGN §5]. */
export function envelope(outcome: Pick<Outcome, "schema" | "result" | "problems">): string {
  const { schema, result, problems } = outcome;
  return `${JSON.stringify({ schema, version: VERSION, result, problems }, null, 2)}\n`;
}

/** Runs one command line and returns the exit code; never throws. */
export async function runCli(argv: readonly string[], world: World): Promise<ExitCode> {
  const [first] = argv;
  if (first === "--version" || first === "-v") return said(world, `${VERSION}\n`);
  if (first === undefined || first === "--help" || first === "-h" || first === "help") {
    world.out(helpPage(VERSION));
    return first === undefined ? EXIT.usage : EXIT.done;
  }
  const json = argv.includes("--json");
  const parsed = parseCommand(argv);
  if ("problems" in parsed) return failed(world, { json, name: first, problems: parsed.problems, exit: EXIT.usage });
  if (parsed.flags.has("help")) return said(world, commandHelp(parsed.command));
  try {
    return await print(world, parsed, await (await loadCommand(parsed.command.name))({ ...parsed, world }));
  } catch (error) {
    const { problems, exit } = whatWentWrong(error);
    return failed(world, { json, name: parsed.command.name, problems, exit });
  }
}

function said(world: World, text: string): ExitCode {
  world.out(text);
  return EXIT.done;
}

/** A command's code loads only when it runs. */
async function loadCommand(name: string): Promise<import("./command.ts").Run> {
  const module: { readonly run: import("./command.ts").Run } = await import(
    import.meta.url.endsWith(".ts") ? `./commands/${name}.ts` : `./commands/${name}.js`
  );
  return module.run;
}

const EXIT_OF: Partial<Record<Problem["code"], ExitCode>> = {
  "store-busy": EXIT.busy,
  "case-busy": EXIT.busy,
  "answer-changed": EXIT.busy,
};

function whatWentWrong(error: unknown): { readonly problems: readonly Problem[]; readonly exit: ExitCode } {
  const problems = problemsOf(error);
  if (problems === null) {
    const fault = error instanceof Error ? error.message : String(error);
    return { problems: [problem("our-fault", { fault })], exit: EXIT.ourFault };
  }
  const [first] = problems;
  const code = (error as { readonly exit?: ExitCode }).exit;
  return { problems, exit: code ?? (first && EXIT_OF[first.code]) ?? EXIT.refused };
}

function problemsOf(error: unknown): readonly Problem[] | null {
  if (error instanceof ProblemError) return error.problems;
  const one = (error as { readonly problem?: Problem } | null)?.problem;
  return one === undefined ? null : [one];
}

interface Failure {
  readonly json: boolean;
  readonly name: string;
  readonly problems: readonly Problem[];
  readonly exit: ExitCode;
}

function failed(world: World, { json, name, problems, exit }: Failure): ExitCode {
  if (json) world.out(envelope({ schema: `silverblaze/${name}/1`, result: null, problems }));
  else sayProblems(world, problems);
  return exit;
}

const NOTES_TOLD = 2;

/** Problems on stderr: how bad, the code, then what is wrong and what to do. Of notes of one code the first two; `--json` gives all. */
export function sayProblems(world: World, problems: readonly Problem[]): void {
  const p = paint(world.colour);
  const say = (head: string, message: string) => {
    const lines = wrap(clean(message), Math.max(40, world.columns - 7));
    world.talk(`${p.differ(head)}\n${lines.map((l) => `       ${l}`).join("\n")}\n`);
  };
  const notes = new Map<string, number>();
  for (const one of problems) {
    const before = notes.get(one.code) ?? 0;
    if (one.severity === "note") notes.set(one.code, before + 1);
    if (before < NOTES_TOLD) say(`${one.severity}  ${one.code}`, one.message);
  }
  for (const [code, count] of notes) {
    const more = count - NOTES_TOLD;
    if (more > 0) say(`note  ${code}`, `${more} more of this kind; --json gives ${more === 1 ? "it" : "them all"}.`);
  }
}

async function print(world: World, parsed: ParsedCommand, outcome: Outcome): Promise<ExitCode> {
  const { text, flags } = parsed;
  const problems = [...outcome.problems];
  if (text.output !== undefined) problems.push(...(await writeOutput(parsed, outcome, text.output)));
  if (flags.has("json")) world.out(envelope({ ...outcome, problems }));
  else {
    const colour = world.colour && !flags.has("no-color");
    const lines = text.output === undefined ? outcome.text(paint(colour), world.columns) : [];
    if (lines.length > 0) world.out(`${lines.join("\n")}\n`);
    if (text.output !== undefined && !flags.has("quiet") && !problems.some(unwritten))
      world.talk(`written: ${text.output}\n`);
    if (!flags.has("quiet")) sayProblems({ ...world, colour }, problems);
  }
  return problems.some(unwritten) ? EXIT.usage : outcome.exit;
}

function unwritten({ code }: Problem): boolean {
  return code === "cannot-write" || code === "no-page";
}

async function writeOutput(parsed: ParsedCommand, outcome: Outcome, path: string): Promise<readonly Problem[]> {
  const content = await inForm(outcome, path);
  if (content === null) {
    const forms = [
      ".txt",
      ".json",
      ...(outcome.page ? [".html"] : []),
      ...Object.keys(outcome.forms ?? {}).map((f) => `.${f}`),
    ];
    return [problem("no-page", { command: parsed.command.name, path, forms: forms.join(" ") })];
  }
  try {
    await writeFile(path, content);
    return [];
  } catch (error) {
    return [problem("cannot-write", { path, fault: faultOf(error as NodeJS.ErrnoException) })];
  }
}

/** Why a file can't be written, in words; a code without words as it is. */
function faultOf({ code, message }: NodeJS.ErrnoException): string {
  const words: Readonly<Record<string, string>> = {
    ENOENT: "there is no such folder",
    ENOTDIR: "there is no such folder",
    EISDIR: "it is a folder",
    EACCES: "no permission",
    EPERM: "no permission",
    EROFS: "the disk can only be read",
    ENOSPC: "the disk is full",
  };
  return words[code ?? ""] ?? code ?? message;
}

async function inForm(outcome: Outcome, path: string): Promise<string | null> {
  if (outcome.writes !== undefined) return outcome.writes();
  const ending = path.slice(path.lastIndexOf(".") + 1);
  if (ending === "json") return envelope(outcome);
  if (ending === "html") return outcome.page === undefined ? null : outcome.page();
  const form = outcome.forms?.[ending];
  if (form !== undefined) return form();
  return ending === "txt" ? `${outcome.text(paint(false), 80).join("\n")}\n` : null;
}
