// Builds src/core/data/antonyms.en.json, the opposites of verbs, adjectives and adverbs that WordNet names, from its data files.
// Usage: npm run build && node scripts/build-antonyms.mjs --wordnet DIR [--dist DIR]; DIR has data.verb, data.adj, data.adv (Debian: wordnet-base).
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
const weightOf = new Map(weights.flatMap(({ tenths, stems }) => stems.split(" ").map((s) => [s, tenths / 10])));

/** Grammar words tell nothing by themselves, and what is in no table of words is no word of reports. */
const LEAST = 2;
const isTelling = (stem) => (weightOf.get(stem) ?? 0) >= LEAST;
// Of place, number, sex and size: rules of their own, or no opposites of one thing.
const LEFT_OUT = new Set(
  "more less many few all no some most least fewest much little old new young left right big small large great long short high low male female black white north south east west northern southern eastern western inside outside indoor outdoor upstream downstream come go take give get lend borrow teach learn ask say live local national domestic foreign day night first second third cardinal ordinal hot cold warm cool major minor own human main single general specific particular social natural civil public possible likely recent past present future early late here there up down in out far near forward back buy sell lead leading follow following precede preceding succeeding succeed former latter rise-set charge discharge issue recall set".split(
    " ",
  ),
);

/** The pairs of one file: lexical pointers marked "!", from word to word. */
function pairsOf(pos, code) {
  const lines = readFileSync(join(wordnet, `data.${pos}`), "latin1").split("\n");
  const synsets = new Map(
    lines
      .filter((l) => /^\d{8} /.test(l))
      .map((line) => {
        const fields = (line.split("|")[0] ?? "").trim().split(" ");
        const count = Number.parseInt(fields[3], 16);
        const words = Array.from({ length: count }, (_, k) => fields[4 + 2 * k].replace(/\(.*\)/, "").toLowerCase());
        return [fields[0], { fields, count, words }];
      }),
  );
  const pairs = [];
  for (const { fields, count, words } of synsets.values()) {
    const from = 4 + 2 * count;
    for (let k = 0; k < Number(fields[from]); k++) {
      const [symbol, offset, of, ends] = fields.slice(from + 1 + 4 * k, from + 5 + 4 * k);
      if (symbol !== "!" || of !== code) continue;
      const x = words[Number.parseInt(ends.slice(0, 2), 16) - 1];
      const y = synsets.get(offset)?.words[Number.parseInt(ends.slice(2), 16) - 1];
      if (x !== undefined && y !== undefined && x < y) pairs.push([x, y]);
    }
  }
  return pairs;
}

const known = ([x, y]) =>
  [x, y].every((w) => /^[a-z]+$/.test(w) && !LEFT_OUT.has(w) && isTelling(stemOf(w))) && stemOf(x) !== stemOf(y);
const pairs = [
  ["verb", "v"],
  ["adj", "a"],
  ["adv", "r"],
]
  .flatMap(([pos, code]) => pairsOf(pos, code))
  .filter(known)
  .map((p) => p.join(" "));
const notice = readFileSync(join(wordnet, "data.verb"), "latin1")
  .split("\n")
  .filter((l) => l.startsWith("  "))
  .map((l) => l.trim().replace(/^\d+\s*/, ""))
  .join(" ")
  .trim();
writeFileSync(
  new URL("antonyms.en.json", data),
  `${JSON.stringify(
    {
      source: "WordNet 3.0, antonym pointers of verbs, adjectives and adverbs that the table of word weights knows",
      made: "scripts/build-antonyms.mjs",
      licence: "WordNet 3.0 License",
      notice,
      pairs: [...new Set(pairs)].sort(),
    },
    null,
    1,
  )}\n`,
);
console.log(`${pairs.length} pairs`);
