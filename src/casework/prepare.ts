import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Memo } from "../core/model/memo.ts";
import type { TextInfo } from "../core/model/reading.ts";
import { readingKey, rememberedReading } from "../core/remember.ts";

export interface PrepareOptions {
  readonly memo: Memo;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  /** Worker threads; 0 reads in this thread. Default: one a core, none for a few texts. */
  readonly workers?: number;
}

/** Below this many characters a worker's start costs more than it saves. */
const WORTH_A_WORKER = 400_000;

/**
 * Reads the texts that the memo does not hold yet, in worker threads when there is much to read, so that `assess` finds everything
 * ready. Stops at the signal with what is done kept; returns whether all was read.
 */
export async function prepare(infos: readonly TextInfo[], options: PrepareOptions): Promise<boolean> {
  const todo = distinct(infos).filter((info) => options.memo.get(readingKey(info)) === undefined);
  const size = todo.reduce((sum, info) => sum + info.text.length, 0);
  const workers = options.workers ?? (size < WORTH_A_WORKER ? 0 : Math.min(availableParallelism(), 4));
  // A worker can't start from TypeScript: tests that run from source read here.
  if (workers === 0 || import.meta.url.endsWith(".ts")) return readHere(todo, options);
  return readInWorkers(todo, workers, options);
}

function distinct(infos: readonly TextInfo[]): TextInfo[] {
  return [...new Map(infos.map((info) => [readingKey(info), info])).values()];
}

async function readHere(todo: readonly TextInfo[], { memo, onProgress, signal }: PrepareOptions): Promise<boolean> {
  for (const [i, info] of todo.entries()) {
    if (signal?.aborted) return false;
    rememberedReading(info, memo);
    onProgress?.(i + 1, todo.length);
    if (i % 20 === 19) await new Promise((resolve) => setImmediate(resolve)); // lets Ctrl-C in
  }
  return true;
}

async function readInWorkers(todo: readonly TextInfo[], count: number, options: PrepareOptions): Promise<boolean> {
  const { memo, onProgress, signal } = options;
  let next = 0;
  let done = 0;
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL("./read-worker.js", import.meta.url));
      const finish = () => worker.terminate().then(() => resolve(), reject);
      const give = () => {
        const info = signal?.aborted ? undefined : todo[next++];
        if (info === undefined) finish();
        else worker.postMessage(info);
      };
      worker.on("message", ({ key, reading }: { readonly key: string; readonly reading: unknown }) => {
        memo.set(key, reading);
        onProgress?.(++done, todo.length);
        give();
      });
      worker.on("error", reject);
      give();
    });
  await Promise.all(Array.from({ length: Math.min(count, todo.length) }, one));
  return signal?.aborted !== true;
}
