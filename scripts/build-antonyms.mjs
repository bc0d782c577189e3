// Builds src/core/data/antonyms.en.json, the opposites of verbs, adjectives and adverbs that WordNet names, from its data files.
// Usage: npm run build && node scripts/build-antonyms.mjs --wordnet DIR [--dist DIR]; DIR has data.verb, data.adj, data.adv (Debian: wordnet-base).
import { stemOf, synsetsOf, tenthsOf, wordPairs, writeTable } from "./wordnet.mjs";

/** Grammar words tell nothing by themselves, and what is in no table of words is no word of reports. */
const LEAST = 20;
const isTelling = (stem) => (tenthsOf.get(stem) ?? 0) >= LEAST;
// Of place, number, sex and size: rules of their own, or no opposites of one thing.
const LEFT_OUT = new Set(
  "more less many few all no some most least fewest much little old new young left right big small large great long short high low male female black white north south east west northern southern eastern western inside outside indoor outdoor upstream downstream come go take give get lend borrow teach learn ask say live local national domestic foreign day night first second third cardinal ordinal hot cold warm cool major minor own human main single general specific particular social natural civil public possible likely recent past present future early late here there up down in out far near forward back buy sell lead leading follow following precede preceding succeeding succeed former latter rise-set charge discharge issue recall set".split(
    " ",
  ),
);

const known = ([x, y]) =>
  [x, y].every((w) => /^[a-z]+$/.test(w) && !LEFT_OUT.has(w) && isTelling(stemOf(w))) && stemOf(x) !== stemOf(y);
const pairs = ["verb", "adj", "adv"]
  .flatMap((pos) => wordPairs(new Map(synsetsOf(pos)), ["!"]))
  .filter(([x, y]) => x < y)
  .filter(known)
  .map((p) => p.join(" "));
writeTable("antonyms.en.json", {
  source: "WordNet 3.0, antonym pointers of verbs, adjectives and adverbs that the table of word weights knows",
  made: "scripts/build-antonyms.mjs",
  pairs: [...new Set(pairs)].sort(),
});
console.log(`${pairs.length} pairs`);
