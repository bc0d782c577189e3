import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** How a child ended, with all it printed. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly lines: readonly string[];
  readonly errors: string;
}

/** Runs a child script with the built `dist`; `onLine` may kill it, told how many lines there were. */
export function runChild(
  name: string,
  args: readonly string[],
  onLine: (child: ChildProcess, lines: readonly string[]) => void = () => {},
): Promise<Ended> {
  const script = fileURLToPath(new URL(`./children/${name}`, import.meta.url));
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const lines: string[] = [];
  let errors = "";
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    onLine(child, lines);
  });
  child.stderr.on("data", (data) => {
    errors += data;
  });
  return new Promise((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal, lines, errors }));
  });
}
