import type { World } from "../../src/cli/command.ts";
import { runCli } from "../../src/cli/frame.ts";

export interface Answer {
  readonly exit: number;
  readonly out: string;
  readonly talk: string;
}

/** Runs one command line in process, with a terminal that nobody sits at. */
export async function run(argv: readonly string[], stdin = ""): Promise<Answer> {
  let out = "";
  let talk = "";
  const world: World = {
    columns: 80,
    colour: false,
    interactive: false,
    signal: new AbortController().signal,
    stdin: (async function* () {
      yield stdin;
    })(),
    ask: async () => null,
    out: (text) => {
      out += text;
    },
    talk: (text) => {
      talk += text;
    },
    progress: () => {},
  };
  const exit = await runCli(argv, world);
  return { exit, out, talk };
}
