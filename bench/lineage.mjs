// Accuracy of lineage on the dev split of the public sets, which the fit never reads.
// Usage: npm run build && node bench/lineage.mjs --data DIR [--dist DIR]
import { addUnrelated, loadCore, loadPairs, option } from "./lineage-data.mjs";

const data = option("--data");
if (!data) throw new Error("left out: the public sets are not in the repository; say where they are with --data DIR");
const core = await loadCore(option("--dist", "dist"));
const model = core.LINEAGE_MODEL;
const measured = Object.fromEntries(["train", "dev"].map((split) => [split, measure(split)]));

function measure(split) {
  const set = loadPairs(data, split);
  const vocabulary = core.vocabulary();
  let started = performance.now();
  const prepared = new Map();
  for (const [id, text] of set.docs) {
    const info = { id, text, language: "en" };
    prepared.set(id, core.prepare({ info, reading: core.readText(info) }, vocabulary));
  }
  const reading = performance.now() - started;
  addUnrelated(set, prepared, { vocabulary });
  started = performance.now();
  for (const p of set.pairs) {
    const [a, b] = [prepared.get(p.a), prepared.get(p.b)];
    const { verdict, features, familyOdds } = core.judgePrepared(a, b, { vocabulary });
    Object.assign(p, {
      verdict,
      familyOdds,
      five: Math.max(features.a.runs.five, features.b.runs.five),
      words: features.words,
    });
    if (p.kind === "derived") p.direction = core.findDirection(a, b, { features, wordingOnly: true });
  }
  const judging = performance.now() - started;
  console.log(
    `${split}: ${set.docs.size} texts read and made ready in ${Math.round(reading)} ms, ${set.pairs.length} pairs judged in ${Math.round(judging)} ms`,
  );
  return set.pairs;
}

/** Wilson's 95 % interval. */
function wilson(k, n) {
  const z = 1.959964;
  const p = k / n;
  const mid = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  return `${p.toFixed(3)} (${Math.max(0, mid - half).toFixed(2)}–${Math.min(1, mid + half).toFixed(2)}, n ${n})`;
}
const share = (list, test) => (list.length === 0 ? "none" : wilson(list.filter(test).length, list.length));
const ofSet = (split, name) => measured[split].filter((p) => p.set === name);
const styles = [
  "sheepdog-objective",
  "sheepdog-neutral",
  "sheepdog-emotionally_triggering",
  "sheepdog-sensational",
  "clough-cut",
  "clough-light",
  "clough-heavy",
  "sheepdog-sibling",
];

console.log(
  "\nRecall at 2 % false positives on same-event pairs; threshold from the train split, then from dev itself",
);
for (const set of ["basil-same-event", "basil-cut", "basil-short"]) {
  for (const [where, split] of [
    ["train", "train"],
    ["dev", "dev"],
  ]) {
    const scores = ofSet(split, set)
      .map((p) => p.familyOdds)
      .sort((x, y) => y - x);
    const threshold = scores[Math.floor(0.02 * scores.length)] + 1e-9;
    console.log(
      `${set}, threshold ${threshold.toFixed(2)} from ${where}: dev false positives ${share(ofSet("dev", set), (p) => p.familyOdds > threshold)}`,
    );
    const without = ofSet("dev", set).filter((p) => p.five < 0.15);
    console.log(
      `  of pairs that share < 15 % of their runs of five words: ${share(without, (p) => p.familyOdds > threshold)}`,
    );
    for (const s of styles) console.log(`  ${s.padEnd(32)} ${share(ofSet("dev", s), (p) => p.familyOdds > threshold)}`);
  }
}

console.log(`\nEdges at the fitted threshold ${model.edge}, dev`);
for (const s of [...styles, "basil-same-event", "clough-non", "clough-non-non", "unrelated-near", "unrelated-drawn"])
  console.log(`  ${s.padEnd(32)} ${share(ofSet("dev", s), (p) => p.familyOdds >= model.edge)}`);

const doubled = measured.dev.filter((p) => p.kind === "unrelated" && p.familyOdds >= model.edge);
console.log(
  `  of the ${doubled.length} edges between articles, ${doubled.filter((p) => p.five >= 0.25).length} share a quarter or more of their runs of five words: one story twice`,
);

console.log("\nDirection from the wording alone, dev: right among decided; decided; mean with an abstention at ½");
for (const s of styles.slice(0, 7)) {
  const list = ofSet("dev", s);
  const decided = list.filter((p) => p.direction.derived !== null);
  const right = decided.filter((p) => p.direction.derived === "b").length;
  console.log(
    `  ${s.padEnd(32)} ${share(decided, (p) => p.direction.derived === "b")}  ${share(list, (p) => p.direction.derived !== null)}  ${((right + (list.length - decided.length) / 2) / list.length).toFixed(3)}`,
  );
}
const near = measured.dev.filter(
  (p) => p.kind === "derived" && p.words.a / p.words.b > 0.8 && p.words.a / p.words.b < 1.25,
);
console.log(
  `  of like length                   ${share(
    near.filter((p) => p.direction.derived !== null),
    (p) => p.direction.derived === "b",
  )}`,
);

console.log(
  "\nCalibration of “derived” on dev (derived and same-event pairs, prior odds as in the set): ten bins of equal count",
);
const sample = measured.dev.filter(
  (p) => p.kind === "derived" || p.set === "basil-same-event" || p.kind === "same-material",
);
const odds = sample.filter((p) => p.kind === "derived").length / sample.filter((p) => p.kind !== "derived").length;
const rows = sample
  .map((p) => ({
    p: (p.verdict.derived * odds) / (p.verdict.derived * odds + 1 - p.verdict.derived),
    y: p.kind === "derived" ? 1 : 0,
  }))
  .sort((x, y) => x.p - y.p);
for (let k = 0; k < 10; k++) {
  const bin = rows.slice(Math.floor((k * rows.length) / 10), Math.floor(((k + 1) * rows.length) / 10));
  const mean = bin.reduce((s, r) => s + r.p, 0) / bin.length;
  console.log(`  said ${mean.toFixed(3)}  was ${share(bin, (r) => r.y === 1)}`);
}
const base = rows.filter((r) => r.y).length / rows.length;
const brier = rows.reduce((s, r) => s + (r.p - r.y) ** 2, 0) / rows.length;
const log = rows.reduce((s, r) => s - Math.log(r.y ? r.p : 1 - r.p), 0) / rows.length;
console.log(
  `  Brier ${brier.toFixed(3)} (base rate ${(base * (1 - base)).toFixed(3)}), log score ${log.toFixed(3)} (base rate ${(-base * Math.log(base) - (1 - base) * Math.log(1 - base)).toFixed(3)})`,
);
