// Lineage of many documents in one case, readings prepared, and origins of one event with planted chains.
// Usage: npm run build && node bench/lineage-scale.mjs [--documents 10000] [--dist DIR]

import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { copy, event, name, oneEvent, random, readingOf, report, rewrite } from "./planted.mjs";

const option = (name, fallback) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : fallback;
const { traceLineage } = await import(
  pathToFileURL(join(resolve(option("--dist", "dist")), "core/lineage/trace.js")).href
);
const size = Number(option("--documents", 10_000));

function timed(label, texts, expected) {
  const started = performance.now();
  const before = process.cpuUsage();
  const graph = traceLineage(texts);
  const seconds = (performance.now() - started) / 1000;
  const used = process.cpuUsage(before);
  const cpu = (used.user + used.system) / 1e6;
  const memory = process.memoryUsage().rss / 2 ** 20;
  const { origins, originsRange: r } = graph;
  console.log(
    `${label}: ${texts.length} documents, ${origins.length} origins (${r.from} to ${r.to}; planted ${expected}), ${seconds.toFixed(1)} s (${cpu.toFixed(1)} s of processor), ${memory.toFixed(0)} MB in all${graph.problems.length > 0 ? `, problems ${graph.problems.map((p) => p.code)}` : ""}`,
  );
  return graph;
}

const next = random(7);
const made = [];
let planted = 0;
while (made.length < size) {
  const of = event(next);
  for (let r = 0; r < 4; r++, planted++) {
    const own = report(next, of, 16);
    made.push(own, copy(next, own), rewrite(next, own));
  }
}
// 300 outlets; each report and what is made of it names one more outlet, as reports do.
const outlets = Array.from({ length: 300 }, () => `${name(next)} ${name(next)}`);
const published = made.slice(0, size).map((s, i) => {
  const read = readingOf(`d${i}`, [...s, ["Reported", "by", outlets[(Math.floor(i / 3) * 7) % 300]]]);
  return { ...read, info: { ...read.info, publisher: outlets[i % 300] } };
});
timed("a case of many events", published, planted);
for (const [label, how] of [
  ["copies", copy],
  ["rewrites", rewrite],
])
  for (const origins of [3, 10, 30]) {
    const texts = oneEvent(origins, { origins, copies: 4 * origins, how });
    timed(`one event, chains of ${label}`, texts, origins);
  }
const line = report(random(3), event(random(4)), 1);
timed("one sentence 100,000 times", [readingOf("a", Array(100_000).fill(line[0])), readingOf("b", line)], 1);
timed("no words", [readingOf("a", []), readingOf("b", [])], 2);
const many = random(9);
const different = Array.from({ length: 100_000 }, () => report(many, event(many), 1)[0]);
timed(
  "100,000 different sentences, and their copy",
  [readingOf("a", different), readingOf("b", copy(many, different, 0.1))],
  1,
);
