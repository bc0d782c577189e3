// Builds src/core/data/word-senses.en.json, the commoner senses of words, what is broader and what is derived, from WordNet's files.
// Usage: npm run build && node scripts/build-senses.mjs --wordnet DIR [--dist DIR]; DIR has data.* and index.* (Debian: wordnet-base).
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
};
const wordnet = option("--wordnet");
if (!wordnet) throw new Error("say where WordNet's data files are: --wordnet DIR");
const dist = resolve(option("--dist", "dist"));
const { stemOf } = await import(pathToFileURL(join(dist, "core/text/words.js")).href);
const data = new URL("../src/core/data/", import.meta.url);
const { weights } = JSON.parse(readFileSync(new URL("word-frequency.en.json", data), "utf8"));
const known = new Set(weights.flatMap(({ stems }) => stems.split(" ")));

/** Senses of a word that count, the commonest first, and how far up the broader ones are kept. */
const SENSES = { noun: 3, verb: 4, adj: 3, adv: 2 };
const CODE = { n: "noun", v: "verb", a: "adj", s: "adj", r: "adv" };
const MOST_UP = 3;

const lines = (file) =>
  readFileSync(join(wordnet, file), "latin1")
    .split("\n")
    .filter((l) => l !== "" && !l.startsWith(" "));

/** Synsets of one part of speech, by place in the file: their words and pointers. */
function synsetsOf(pos) {
  return lines(`data.${pos}`).map((line) => {
    const fields = (line.split("|")[0] ?? "").trim().split(" ");
    const count = Number.parseInt(fields[3], 16);
    const words = Array.from({ length: count }, (_, k) => fields[4 + 2 * k].replace(/\(.*\)/, "").toLowerCase());
    const from = 4 + 2 * count;
    const pointers = Array.from({ length: Number(fields[from]) }, (_, k) =>
      fields.slice(from + 1 + 4 * k, from + 5 + 4 * k),
    );
    return [`${pos} ${fields[0]}`, { words, pointers }];
  });
}

const parts = Object.keys(SENSES);
const synsets = new Map(parts.flatMap(synsetsOf));
const isPlain = (word) => /^[a-z]+$/.test(word) && known.has(stemOf(word));
const PARTICLES = new Set("up down off out over away back in on through apart together under".split(" "));
/** "Take over", "run aground": a verb of two words, kept under both stems. */
const isPair = (word, pos) =>
  pos === "verb" &&
  /^[a-z]+_[a-z]+$/.test(word) &&
  word.split("_").every((w, k) => isPlain(w) || (k > 0 && PARTICLES.has(w)));
const keyOf = (word) => word.split("_").map(stemOf).join("+");

/** For a stem its synsets, those of all its words together. */
const senses = new Map();
for (const pos of parts)
  for (const line of lines(`index.${pos}`)) {
    const fields = line.trim().split(" ");
    if (!isPlain(fields[0]) && !isPair(fields[0], pos)) continue;
    const offsets = fields.slice(-Number(fields[2])).slice(0, SENSES[pos]);
    const own = senses.get(keyOf(fields[0])) ?? new Set();
    for (const o of offsets) own.add(`${pos} ${o}`);
    senses.set(keyOf(fields[0]), own);
  }

const broaderOf = (id) =>
  (synsets.get(id)?.pointers ?? []).filter(([s]) => s === "@").map(([, o, c]) => `${CODE[c]} ${o}`);
const kept = new Set([...senses.values()].flatMap((s) => [...s]));
let edge = [...kept];
for (let step = 0; step < MOST_UP; step++) {
  edge = [...new Set(edge.flatMap(broaderOf))].filter((id) => !kept.has(id));
  for (const id of edge) kept.add(id);
}
const numbers = new Map([...kept].sort().map((id, i) => [id, i]));
const coded = (ids) => [...ids].map((id) => numbers.get(id)?.toString(36)).filter((n) => n !== undefined);

/** Pairs of stems that WordNet derives from one another: "demolish" and "demolition". */
const forms = new Set();
for (const { words, pointers } of synsets.values())
  for (const [symbol, offset, code, ends] of pointers) {
    if (symbol !== "+" && symbol !== "\\") continue;
    const x = words[Number.parseInt(ends.slice(0, 2), 16) - 1];
    const y = synsets.get(`${CODE[code]} ${offset}`)?.words[Number.parseInt(ends.slice(2), 16) - 1];
    if (x === undefined || y === undefined || !isPlain(x) || !isPlain(y)) continue;
    const [a, b] = [stemOf(x), stemOf(y)].sort();
    if (a !== b) forms.add(`${a} ${b}`);
  }

const notice = readFileSync(join(wordnet, "data.verb"), "latin1")
  .split("\n")
  .filter((l) => l.startsWith("  "))
  .map((l) => l.trim().replace(/^\d+\s*/, ""))
  .join(" ")
  .trim();
writeFileSync(
  new URL("word-senses.en.json", data),
  `${JSON.stringify(
    {
      source: "WordNet 3.0: the first senses of words that the table of word weights knows, hypernyms, derived forms",
      made: "scripts/build-senses.mjs",
      licence: "WordNet 3.0 License",
      notice,
      senses: [...senses].sort().map(([stem, ids]) => `${stem} ${coded(ids).join(" ")}`),
      broader: [...numbers.keys()].map((id) => coded(broaderOf(id)).join(" ")).join(","),
      forms: [...forms].sort(),
    },
    null,
    1,
  )}\n`,
);
console.log(`${senses.size} stems, ${numbers.size} senses, ${forms.size} derived forms`);
