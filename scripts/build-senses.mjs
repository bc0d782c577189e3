// Builds src/core/data/word-senses.en.json, the senses of words, what is broader and what is derived, from WordNet's files.
// Usage: npm run build && node scripts/build-senses.mjs --wordnet DIR [--dist DIR]; DIR has data.* and index.* (Debian: wordnet-base).
import { lines, stemOf, synsetsOf, tenthsOf, wordPairs, writeTable } from "./wordnet.mjs";

/** Senses of a word that count by themselves, the commonest first; those that count where the place speaks for them too; steps up kept. */
const SENSES = { noun: 3, verb: 4, adj: 3, adv: 2 };
const MORE = { noun: 3, verb: 6, adj: 3, adv: 2 };
const MOST_UP = 3;

const parts = Object.keys(SENSES);
const synsets = new Map(parts.flatMap(synsetsOf));
const isPlain = (word) => /^[a-z]+$/.test(word) && tenthsOf.has(stemOf(word));
const PARTICLES = new Set("up down off out over away back in on through apart together under".split(" "));
/** "Take over", "run aground": a verb of two words, kept under both stems. */
const isPair = (word, pos) =>
  pos === "verb" &&
  /^[a-z]+_[a-z]+$/.test(word) &&
  word.split("_").every((w, k) => isPlain(w) || (k > 0 && PARTICLES.has(w)));
const keyOf = (word) => word.split("_").map(stemOf).join("+");

/** For a stem its synsets, those of all its words together. */
const [senses, more] = [new Map(), new Map()];
const add = (map, key, ids) => map.set(key, new Set([...(map.get(key) ?? []), ...ids]));
for (const pos of parts)
  for (const line of lines(`index.${pos}`)) {
    const fields = line.trim().split(" ");
    if (!isPlain(fields[0]) && !isPair(fields[0], pos)) continue;
    const ids = fields.slice(-Number(fields[2])).map((o) => `${pos} ${o}`);
    add(senses, keyOf(fields[0]), ids.slice(0, SENSES[pos]));
    add(more, keyOf(fields[0]), ids.slice(SENSES[pos], SENSES[pos] + MORE[pos]));
  }

const broaderOf = (id) => (synsets.get(id)?.pointers ?? []).filter((p) => p.symbol === "@").map((p) => p.to);
const kept = new Set([...senses.values()].flatMap((s) => [...s]));
let edge = [...kept];
for (let step = 0; step < MOST_UP; step++) {
  edge = [...new Set(edge.flatMap(broaderOf))].filter((id) => !kept.has(id));
  for (const id of edge) kept.add(id);
}
// Of the rarer senses those that two words share.
const times = new Map();
for (const ids of [...senses.values(), ...more.values()]) for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
const shared = [...more.values()].flatMap((ids) => [...ids].filter((id) => times.get(id) > 1));
const numbers = new Map(
  [...[...kept].sort(), ...new Set(shared.filter((id) => !kept.has(id)))].map((id, i) => [id, i]),
);
const coded = (ids) => [...ids].map((id) => numbers.get(id)?.toString(36)).filter((n) => n !== undefined);
const rarer = (stem) => coded([...more.get(stem)].filter((id) => !senses.get(stem).has(id) && times.get(id) > 1));

/** Pairs of stems that WordNet derives from one another: "demolish" and "demolition". */
const forms = new Set(
  wordPairs(synsets, ["+", "\\"])
    .filter((pair) => pair.every(isPlain))
    .map((pair) => pair.map(stemOf).sort())
    .filter(([a, b]) => a !== b)
    .map((pair) => pair.join(" ")),
);

writeTable("word-senses.en.json", {
  source:
    "WordNet 3.0: the senses of words that the table of word weights knows (behind a bar the rarer ones), hypernyms, derived forms",
  made: "scripts/build-senses.mjs",
  senses: [...senses].sort().map(([stem, ids]) => {
    const rare = rarer(stem);
    return `${stem} ${coded(ids).join(" ")}${rare.length === 0 ? "" : ` | ${rare.join(" ")}`}`;
  }),
  broader: [...kept]
    .sort()
    .map((id) => coded(broaderOf(id)).join(" "))
    .join(","),
  forms: [...forms].sort(),
});
console.log(`${senses.size} stems, ${numbers.size} senses, ${forms.size} derived forms`);
