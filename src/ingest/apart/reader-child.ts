// The process that reads one PDF or Word file: bytes on standard input, JSON on standard output. Knows no network.

import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

const [kind = "", megabytes = "0", pages = "0"] = process.argv.slice(2);

if (isMainThread) await main();
else watchMemory((workerData as { readonly bytes: number }).bytes);

async function main(): Promise<void> {
  forgetTheNetwork();
  new Worker(new URL(import.meta.url), { workerData: { bytes: Number(megabytes) * 1_000_000 }, execArgv: [] }).unref();
  let answer: { readonly result: unknown } | { readonly reason: string };
  try {
    const bytes = await input();
    if (kind === "pdf")
      answer = { result: await (await import("../formats/pdf/pdf-text.ts")).pdfText(bytes, Number(pages)) };
    else answer = { result: await (await import("../formats/docx/docx-html.ts")).docxHtml(bytes) };
  } catch (error) {
    answer = { reason: error instanceof Error ? error.message.slice(0, 200) : "it could not be read" };
  }
  process.stdout.write(JSON.stringify(answer), () => process.exit(0));
}

/** The main thread may be busy for seconds, so another one looks: typed arrays are outside of V8's own limit. */
function watchMemory(limit: number): void {
  parentPort?.unref();
  setInterval(() => {
    if (process.memoryUsage.rss() > limit) process.kill(process.pid, "SIGKILL");
  }, 15);
}

/** Readers have no business there; what a file asks to be loaded fails at once. */
function forgetTheNetwork(): void {
  for (const name of ["fetch", "WebSocket", "XMLHttpRequest", "EventSource"]) Reflect.deleteProperty(globalThis, name);
}

async function input(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const joined = Buffer.concat(chunks);
  return new Uint8Array(joined.buffer, joined.byteOffset, joined.length).slice();
}
