// Speed of reading on one core: the whole reading against the tagger alone, and time a sentence as a document grows.
// Processor time, so that other work on the machine counts less; the best of several rounds.
// Usage: npm run build && node bench/reading-speed.mjs --data DIR [--dist DIR]

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { loadPolnear } from "./polnear.mjs";

const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
};
const data = option("--data");
if (!data) throw new Error("left out: the public set is not in the repository; say where it is with --data DIR");
const dist = pathToFileURL(`${resolve(option("--dist", "dist"))}/`);
const { annotate } = await import(new URL("core/text/annotate.js", dist).href);
const { findStatementsIn } = await import(new URL("core/statements/find-statements.js", dist).href);

const ROUNDS = 4;
const texts = loadPolnear(data, "train")
  .filter((_, i) => i % 4 === 0)
  .map(({ text }) => text);
const nlp = winkNLP(model, ["sbd", "pos"]);
const { its } = nlp;

const tagger = (text) => {
  for (const paragraph of text.split("\n")) {
    if (paragraph.trim() === "") continue;
    const doc = nlp.readDoc(paragraph);
    doc.tokens().out();
    doc.tokens().out(its.pos);
    doc.tokens().out(its.lemma);
    doc.sentences().out(its.span);
  }
};
const annotation = (text) => annotate({ id: "t", text, language: "en" });
const reading = (text) => findStatementsIn(annotation(text));

const sentences = texts.reduce((sum, text) => sum + annotation(text).sentences.length, 0);
const ms = { tagger: best(texts, tagger), annotation: best(texts, annotation), reading: best(texts, reading) };
const rate = (time) => Math.round((sentences / time) * 1000).toLocaleString("en");
console.log(`${texts.length} articles, ${sentences} sentences, best of ${ROUNDS} rounds, processor time, one core`);
console.log(
  `tagger alone ${rate(ms.tagger)}/s, annotation ${rate(ms.annotation)}/s, whole reading ${rate(ms.reading)}/s`,
);
console.log(`whole reading at ${(ms.tagger / ms.reading).toFixed(2)} of the speed of the tagger alone`);

const all = texts.join("\n\n");
console.log("microseconds a sentence in one document of");
for (const size of [10_000, 100_000, 1_000_000]) {
  const text = all.slice(0, size);
  const count = annotation(text).sentences.length;
  const repeats = Array.from({ length: Math.max(1, Math.round(300_000 / size)) }, () => text);
  const time = best(repeats, reading) / repeats.length;
  console.log(`  ${(text.length / 1000).toLocaleString("en")} kB: ${((time / count) * 1000).toFixed(0)}`);
}
// One paragraph without an end is the hardest shape.
const line = all.replace(/\s+/g, " ");
for (const size of [10_000, 100_000, 1_000_000]) {
  const text = line.slice(0, size);
  const count = annotation(text).sentences.length;
  console.log(`  ${size / 1000} kB in one paragraph: ${((best([text], reading) / count) * 1000).toFixed(0)}`);
}

function best(list, work) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage();
    for (const text of list) work(text);
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
