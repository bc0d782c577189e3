// The assessment of a case, apart from the thread that answers the pages.

import { parentPort, workerData } from "node:worker_threads";
import { assessCase } from "../casework/assess-case.ts";
import { openFileMemo } from "../casework/cache.ts";
import { openCase } from "../casework/open.ts";
import { openStore } from "../store/store.entry.ts";
import type { Cut } from "./session.ts";

const { path, cut } = workerData as { readonly path: string; readonly cut: Cut };
const store = await openStore(path);
const memo = await openFileMemo(path);
try {
  const onProgress = (done: number, of: number) => parentPort?.postMessage({ progress: [done, of] });
  const made = await assessCase(await openCase(store), { ...cut, memo, onProgress });
  if (made === null) throw new Error("the assessment was interrupted");
  parentPort?.postMessage({ made });
} finally {
  memo.close();
  await store.close();
}
