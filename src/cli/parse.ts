import { parseArgs } from "node:util";
import { type Problem, problem } from "../core/model/problem.ts";
import { COMMANDS, type CommandManifest, EVERYWHERE, type OptionManifest } from "./manifest.ts";

export interface ParsedCommand {
  readonly command: CommandManifest;
  readonly args: readonly string[];
  readonly text: Readonly<Record<string, string | undefined>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly flags: ReadonlySet<string>;
}

/** The command line taken apart, or what is wrong with it. */
export function parseCommand(argv: readonly string[]): ParsedCommand | { readonly problems: readonly Problem[] } {
  const [name = "", ...rest] = argv;
  const command = COMMANDS.find((c) => c.name === name);
  if (command === undefined) return { problems: [problem("unknown-command", { name, near: nearest(name) })] };
  const options = [...command.options, ...EVERYWHERE];
  const parsed = parse(command, options, rest);
  if ("problems" in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help === true) return { command, args: [], text: {}, lists: {}, flags: new Set(["help"]) };
  const text: Record<string, string | undefined> = {};
  const lists: Record<string, readonly string[]> = {};
  const flags = new Set<string>();
  for (const option of options) {
    const value = values[option.name];
    if (option.many) lists[option.name] = (value as string[] | undefined) ?? [];
    else if (typeof value === "string") text[option.name] = value;
    else if (value === true) flags.add(option.name);
  }
  const [least, most] = command.arity;
  if (positionals.length < least || positionals.length > most) {
    return {
      problems: [
        problem("wrong-arguments", {
          command: name,
          takes: command.takes,
          given: positionals.length,
          least,
          most: String(most),
        }),
      ],
    };
  }
  return { command, args: positionals, text, lists, flags };
}

type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

function parse(
  command: CommandManifest,
  options: readonly OptionManifest[],
  args: readonly string[],
): { readonly values: Values; readonly positionals: string[] } | { readonly problems: readonly Problem[] } {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: Object.fromEntries(
        options.map((o) => [
          o.name,
          {
            type: o.value === undefined ? ("boolean" as const) : ("string" as const),
            ...(o.short !== undefined && { short: o.short }),
            ...(o.many && { multiple: true }),
          },
        ]),
      ),
    });
  } catch (error) {
    const fault = error instanceof Error ? faultOf(error.message) : String(error);
    const known = options.map((o) => `--${o.name}`).join(" ");
    return { problems: [problem("bad-option", { command: command.name, fault, known })] };
  }
}

/** What Node's parser says, in one clause: its advice on other spellings is left out. */
function faultOf(message: string): string {
  const [fault = ""] = message.split(/\. |\n/);
  const dashed = /^Option '([^']*)' argument is ambiguous/.exec(fault);
  if (dashed) return `${dashed[1]} is followed by a value that starts with a dash; write it as ${dashed[1]}=VALUE`;
  return fault.replace(/\.$/, "");
}

/** The command whose name is nearest to a mistyped one, or nothing. */
function nearest(name: string): string {
  const ranked = COMMANDS.map((c) => [c.name, distance(c.name, name)] as const).sort((a, b) => a[1] - b[1]);
  const [best] = ranked;
  return best !== undefined && best[1] <= 2 ? best[0] : "";
}

function distance(a: string, b: string): number {
  let row = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
