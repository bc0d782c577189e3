import { createInterface } from "node:readline/promises";
import type { World } from "./command.ts";

/** The real terminal. Ctrl-C asks the command to stop once; a second one ends the process. */
export function realWorld(): World {
  const abort = new AbortController();
  process.on("SIGINT", () => {
    if (abort.signal.aborted) process.exit(130);
    abort.abort();
  });
  // A reader that went away (`| head`) is no mistake of ours.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  const noColour = (process.env.NO_COLOR ?? "") !== "" || process.env.TERM === "dumb";
  return {
    columns: process.stdout.isTTY ? Math.max(40, process.stdout.columns ?? 80) : 80,
    colour: process.stdout.isTTY === true && !noColour,
    interactive: process.stdin.isTTY === true,
    signal: abort.signal,
    stdin: process.stdin,
    ask,
    out: (text) => void process.stdout.write(text),
    talk: (text) => void process.stderr.write(text),
    progress: (line) => {
      if (process.stderr.isTTY) process.stderr.write(line === "" ? "\r\x1b[K" : `\r\x1b[K${line}`);
    },
  };
}

async function ask(question: string): Promise<string | null> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } catch {
    return null;
  } finally {
    lines.close();
  }
}
