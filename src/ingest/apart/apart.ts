// Reads a file in a process of its own, so that one that eats memory or time takes nothing but that process along.

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Limits } from "../types.ts";

export type Apart<T> =
  | { readonly result: T }
  | { readonly failed: "out-of-time" | "out-of-memory" | "broken"; readonly reason: string };

/** A child runs what was built: Node 20 reads no TypeScript. */
const CHILD = fileURLToPath(import.meta.url)
  .replace(/([\\/])src([\\/]ingest[\\/]apart[\\/])apart\.ts$/, "$1dist$2apart.js")
  .replace(/apart\.js$/, "reader-child.js");
const MOST_OUT = 64_000_000;

export interface Order {
  readonly kind: "pdf" | "docx";
  readonly bytes: Uint8Array;
  readonly limits: Limits;
}

/** What the reader of that kind made of the bytes, or why there is nothing. The process gets no environment and is killed at the limits. */
export function readApart<T>({ kind, bytes, limits }: Order): Promise<Apart<T>> {
  const heap = `--max-old-space-size=${Math.ceil(limits.apartMegabytes * 0.75)}`;
  // The Word reader's ZIP library needs what the first flag takes away.
  const proto = kind === "pdf" ? ["--disable-proto=delete"] : [];
  const args = [heap, ...proto, CHILD, kind, String(limits.apartMegabytes), String(limits.pages)];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "ignore"], env: {}, windowsHide: true });
    const out: Buffer[] = [];
    let length = 0;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill("SIGKILL");
    }, limits.apartSeconds * 1_000);
    child.stdout.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > MOST_OUT) child.kill("SIGKILL");
      else out.push(chunk);
    });
    child.on("error", (error) => resolve({ failed: "broken", reason: error.message }));
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve(late ? { failed: "out-of-time", reason: "" } : answerOf<T>(out, code, signal));
    });
    // A child that dies early closes the pipe; that is told by its end.
    child.stdin.on("error", () => {});
    child.stdin.end(bytes);
  });
}

function answerOf<T>(out: readonly Buffer[], code: number | null, signal: string | null): Apart<T> {
  if (code === 0) {
    const answer = JSON.parse(Buffer.concat(out).toString("utf8")) as { readonly result?: T; readonly reason?: string };
    if (answer.result !== undefined) return { result: answer.result };
    return { failed: "broken", reason: answer.reason ?? "it could not be read" };
  }
  // V8 aborts when its heap is full; the watch over all memory kills.
  const memory = signal === "SIGKILL" || signal === "SIGABRT" || code === 134;
  return { failed: memory ? "out-of-memory" : "broken", reason: "its reader broke down" };
}
