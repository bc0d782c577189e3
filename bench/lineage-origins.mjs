// Origins of same-event cases: three outlets' reports of one event (BASIL, dev half) with copies and rewrites planted by rule.
// Usage: npm run build && node bench/lineage-origins.mjs --data DIR [--dist DIR]
// Right: as many origins as outlets, and each document with its own outlet's report.
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { groupOf, loadCore, loadPairs, option } from "./lineage-data.mjs";
import { random, word } from "./planted.mjs";

const data = option("--data");
if (!data) throw new Error("left out: the public sets are not in the repository; say where they are with --data DIR");
const dist = option("--dist", "dist");
const core = await loadCore(dist);
const { traceLineage } = await import(pathToFileURL(join(resolve(dist), "core/lineage/trace.js")).href);

const sentencesOf = (text) => text.match(/[^\n]+?(?:[.!?]["”’]?(?=\s|$)|$)/gm)?.map((s) => s.trim()) ?? [text];
const exchanged = (next, text, rate) =>
  text.replace(/(?<=\s)[a-z]{4,}(?=[\s,.;])/g, (w) => (next() < rate ? word(next) : w));

/** Each way of planting, from the report's text and a stream of numbers. */
const WAYS = {
  "whole, with another footer": (_, text) => `${text}\nAll rights reserved.`,
  "first half": (_, text) => {
    const all = sentencesOf(text);
    return all.slice(0, Math.ceil(all.length / 2)).join("\n");
  },
  "a third of the sentences dropped, one word in twenty exchanged": (next, text) =>
    exchanged(
      next,
      sentencesOf(text)
        .filter(() => next() > 0.33)
        .join("\n"),
      0.05,
    ),
  "a quarter dropped, four ordinary words in ten exchanged": (next, text) =>
    exchanged(
      next,
      sentencesOf(text)
        .filter(() => next() > 0.25)
        .join("\n"),
      0.4,
    ),
};

const read = (id, text) => {
  const info = { id, text, language: "en" };
  return { info, reading: core.readText(info) };
};

const { docs } = loadPairs(`${data}/lineage`, option("--split", "dev"));
const events = new Map();
for (const [id, text] of docs)
  if (id.startsWith("ba/") && !id.includes("#"))
    events.set(groupOf(id), [...(events.get(groupOf(id)) ?? []), { id, text }]);

/** Wilson's 95 % interval. */
function bounds(k, n) {
  const z = 1.959964;
  const p = k / n;
  const mid = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  return `${p.toFixed(3)} (${Math.max(0, mid - half).toFixed(2)}–${Math.min(1, mid + half).toFixed(2)}, n ${n})`;
}

function run(label, plant) {
  let [counted, grouped, within, n] = [0, 0, 0, 0];
  const next = random(5);
  for (const reports of events.values()) {
    if (reports.length !== 3) continue;
    n++;
    const texts = reports.flatMap(({ id, text }) => [
      read(id, text),
      ...plant(next, text).map((t, k) => read(`${id}+${k}`, t)),
    ]);
    const { origins, originsRange: r } = traceLineage(texts);
    if (origins.length === 3) counted++;
    if (r.from <= 3 && r.to >= 3) within++;
    const own = (d) => d.split("+")[0];
    if (origins.length === 3 && origins.every((o) => new Set(o.documents.map(own)).size === 1)) grouped++;
  }
  console.log(
    `${label}: counted right ${bounds(counted, n)}, grouped right ${bounds(grouped, n)}, in the range ${bounds(within, n)}`,
  );
}

run("three reports alone", () => []);
for (const [label, way] of Object.entries(WAYS)) run(`each with a copy: ${label}`, (next, text) => [way(next, text)]);
run("each with a copy of every kind", (next, text) => Object.values(WAYS).map((way) => way(next, text)));
