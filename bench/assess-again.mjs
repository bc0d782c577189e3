// What assessing a case again costs: 1,000 made-up documents, of many events and of one, with an empty memo file, then with what it holds,
// then with one document more. Processor seconds.
// Usage: npm run build && node bench/assess-again.mjs [--documents 1000] [--dist DIR]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { copy, event, random, readingOf, report, rewrite } from "./planted.mjs";

const option = (name, fallback) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : fallback;
const from = async (path) => await import(pathToFileURL(join(resolve(option("--dist", "dist")), path)).href);
const { assess } = await from("core/assess.js");
const { looseCase } = await from("core/loose.js");
const { openFileMemo } = await from("casework/cache.js");
const { prepare } = await from("casework/prepare.js");
const size = Number(option("--documents", 1_000));

/** Six reporters an event, each with a copy and a rewrite. */
function manyEvents(next) {
  const made = [];
  while (made.length <= size) {
    const of = event(next);
    for (let r = 0; r < 6; r++) {
      const own = report(next, of, 16);
      made.push(own, copy(next, own), rewrite(next, own));
    }
  }
  return made;
}

/** Each document put together from pieces of three of sixty reports of one event: many pairs to judge. */
function oneEvent(next) {
  const of = event(next);
  const reports = Array.from({ length: 60 }, () => report(next, of, 12));
  const piece = (at) => reports[Math.floor(next() * reports.length)].slice(at, at + 5);
  return Array.from({ length: size + 1 }, () => copy(next, [...piece(0), ...piece(5), ...piece(3)], 0.1));
}

async function run(label, infos, path) {
  const file = await openFileMemo(path);
  let judged = 0;
  const memo = {
    get: file.get,
    set: (key, value) => {
      if (key.startsWith('["judged"')) judged++;
      file.set(key, value);
    },
  };
  await prepare(infos, { memo });
  const { state, texts } = looseCase(infos.map((info) => ({ info })));
  const before = process.cpuUsage();
  const made = assess(state, texts, { asOf: "2031-03-06", memo });
  const { user, system } = process.cpuUsage(before);
  file.close();
  const { edges, list } = made.lineage;
  console.log(
    `${label}: ${infos.length} documents, ${list.length} origins, ${edges.length} edges; ${judged} pairs judged, ${((user + system) / 1e6).toFixed(2)} s`,
  );
  return JSON.stringify(made);
}

const folder = mkdtempSync(join(tmpdir(), "silverblaze-bench-"));
try {
  for (const [name, make] of Object.entries({ manyEvents, oneEvent })) {
    const path = join(folder, name);
    const infos = make(random(7)).map((s, i) => readingOf(`d${String(i).padStart(6, "0")}`, s).info);
    const first = await run(`${name}, first`, infos.slice(0, size), path);
    const again = await run(`${name}, again`, infos.slice(0, size), path);
    await run(`${name}, one more`, infos.slice(0, size + 1), path);
    console.log(`${name}: the same assessment again: ${first === again}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
