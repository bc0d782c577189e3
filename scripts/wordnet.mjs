// What the scripts that build tables from WordNet's files share: their options, synsets, pointers and licence notice.
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
};
const wordnet = option("--wordnet");
if (!wordnet) throw new Error("say where WordNet's data files are: --wordnet DIR");
const data = new URL("../src/core/data/", import.meta.url);

export const { stemOf } = await import(
  pathToFileURL(join(resolve(option("--dist", "dist")), "core/text/words.js")).href
);

/** Tenths of weight of the stems that the table of word weights knows. */
export const tenthsOf = new Map(
  JSON.parse(readFileSync(new URL("word-frequency.en.json", data), "utf8")).weights.flatMap(({ tenths, stems }) =>
    stems.split(" ").map((s) => [s, tenths]),
  ),
);

export const PARTS = { n: "noun", v: "verb", a: "adj", s: "adj", r: "adv" };

/** The lines of one file, without its licence. */
export const lines = (file) =>
  readFileSync(join(wordnet, file), "latin1")
    .split("\n")
    .filter((l) => l !== "" && !l.startsWith(" "));

/** Synsets of one part of speech, by "pos place": their words, and pointers {symbol, to, from and target word if lexical}. */
export function synsetsOf(pos) {
  return lines(`data.${pos}`).map((line) => {
    const fields = (line.split("|")[0] ?? "").trim().split(" ");
    const count = Number.parseInt(fields[3], 16);
    const words = Array.from({ length: count }, (_, k) => fields[4 + 2 * k].replace(/\(.*\)/, "").toLowerCase());
    const from = 4 + 2 * count;
    const pointers = Array.from({ length: Number(fields[from]) }, (_, k) => {
      const [symbol, offset, code, ends] = fields.slice(from + 1 + 4 * k, from + 5 + 4 * k);
      const [own, other] = [ends.slice(0, 2), ends.slice(2)].map((n) => Number.parseInt(n, 16) - 1);
      return { symbol, to: `${PARTS[code]} ${offset}`, own: words[own], other };
    });
    return [`${pos} ${fields[0]}`, { words, pointers }];
  });
}

/** All pairs of words joined by a lexical pointer of one of the kinds. */
export function wordPairs(synsets, symbols) {
  return [...synsets.values()].flatMap(({ pointers }) =>
    pointers.flatMap(({ symbol, to, own, other }) => {
      const target = synsets.get(to)?.words[other];
      return symbols.includes(symbol) && own !== undefined && target !== undefined ? [[own, target]] : [];
    }),
  );
}

/** Writes a table with WordNet's licence and notice. */
export function writeTable(file, { source, made, ...table }) {
  const notice = readFileSync(join(wordnet, "data.verb"), "latin1")
    .split("\n")
    .filter((l) => l.startsWith("  "))
    .map((l) => l.trim().replace(/^\d+\s*/, ""))
    .join(" ")
    .trim();
  const whole = { source, made, licence: "WordNet 3.0 License", notice, ...table };
  writeFileSync(new URL(file, data), `${JSON.stringify(whole, null, 1)}\n`);
}
