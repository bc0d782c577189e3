import type { World } from "../../src/cli/command.ts";
import { runCli } from "../../src/cli/frame.ts";

export interface Answer {
  readonly exit: number;
  readonly out: string;
  readonly talk: string;
}

/** One command line in this process, with a terminal that only remembers. */
export async function cli(
  args: readonly string[],
  more: Partial<World> & { readonly input?: string; readonly answers?: readonly string[] } = {},
): Promise<Answer> {
  const { input = "", answers = [], ...world } = more;
  let out = "";
  let talk = "";
  let asked = 0;
  const exit = await runCli(args, {
    columns: 80,
    colour: false,
    interactive: answers.length > 0,
    signal: new AbortController().signal,
    stdin: (async function* () {
      yield new TextEncoder().encode(input);
    })(),
    ask: async () => answers[asked++] ?? null,
    out: (text) => {
      out += text;
    },
    talk: (text) => {
      talk += text;
    },
    progress: () => {},
    ...world,
  });
  return { exit, out, talk };
}

export async function json(args: readonly string[], more: Parameters<typeof cli>[1] = {}) {
  const answer = await cli([...args, "--json"], more);
  return { ...answer, envelope: JSON.parse(answer.out) };
}
