import { parentPort } from "node:worker_threads";
import type { TextInfo } from "../core/model/reading.ts";
import { readText } from "../core/read.ts";
import { readingKey } from "../core/remember.ts";

parentPort?.on("message", (info: TextInfo) => {
  parentPort?.postMessage({ key: readingKey(info), reading: readText(info) });
});
