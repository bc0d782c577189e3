// Accuracy of lineage on the dev split of the public sets, which the fit never reads, beside the duplicate checks in use elsewhere.
// One model and one threshold for all sets, both in src/core/data/lineage-model.json since before the run.
// Usage: npm run build && node bench/lineage.mjs --data DIR [--dist DIR]
import { addUnrelated, fnv, groupOf, loadCore, loadPairs, option } from "./lineage-data.mjs";
import { PEERS, peerSketch } from "./lineage-peers.mjs";

const data = option("--data");
if (!data) throw new Error("left out: the public sets are not in the repository; say where they are with --data DIR");
const core = await loadCore(option("--dist", "dist"));
const model = core.LINEAGE_MODEL;
const measured = Object.fromEntries(["train", "dev"].map((split) => [split, measure(split)]));

function measure(split) {
  const set = loadPairs(`${data}/lineage`, split);
  const vocabulary = core.vocabulary();
  let started = performance.now();
  const prepared = new Map();
  const peers = new Map();
  for (const [id, text] of set.docs) {
    const info = { id, text, language: "en" };
    prepared.set(id, core.prepare({ info, reading: core.readText(info) }, vocabulary));
  }
  const reading = performance.now() - started;
  for (const [id, text] of set.docs) peers.set(id, peerSketch(text, prepared.get(id), vocabulary));
  addUnrelated(set, prepared, { vocabulary });
  started = performance.now();
  for (const p of set.pairs) {
    const [a, b] = [prepared.get(p.a), prepared.get(p.b)];
    const { verdict, features, familyOdds } = core.judgeSketches(a.sketch, b.sketch, { vocabulary });
    const five = Math.max(features.a.runs.five, features.b.runs.five);
    Object.assign(p, { verdict, score: familyOdds, five, words: features.words });
    if (p.kind === "derived") p.direction = core.findDirection(a.sketch, b.sketch, { features, wordingOnly: true });
  }
  const judging = performance.now() - started;
  for (const p of set.pairs)
    p.peers = Object.fromEntries(Object.entries(PEERS).map(([name, f]) => [name, f(peers.get(p.a), peers.get(p.b))]));
  console.log(
    `${split}: ${set.docs.size} texts read and made ready in ${Math.round(reading)} ms, ${set.pairs.length} pairs judged in ${Math.round(judging)} ms`,
  );
  return set.pairs;
}

/** Wilson's 95 % interval. */
function bounds(k, n) {
  const z = 1.959964;
  const p = k / n;
  const mid = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  return [Math.max(0, mid - half), Math.min(1, mid + half)];
}
function wilson(k, n) {
  const [low, high] = bounds(k, n);
  return `${(k / n).toFixed(3)} (${low.toFixed(2)}–${high.toFixed(2)}, n ${n})`;
}
const share = (list, test) => (list.length === 0 ? "none" : wilson(list.filter(test).length, list.length));
const ofSet = (split, name) => measured[split].filter((p) => p.set === name);
const STYLES = ["objective", "neutral", "emotionally_triggering", "sensational"].map((s) => `sheepdog-${s}`);
const SAME_EVENT = ["basil-same-event", "basil-cut", "basil-short"];
const styles = [...STYLES, "clough-cut", "clough-light", "clough-heavy", "sheepdog-sibling"];
const highest = (split, set, score) => {
  const scores = ofSet(split, set)
    .map(score)
    .sort((x, y) => y - x);
  return scores[Math.floor(0.02 * scores.length)] + 1e-9;
};

console.log(`\nEdges at the fitted threshold ${model.edge}, dev; cut: 500 x 250 words, short: 310 x 150`);
for (const s of SAME_EVENT) {
  const [all, apart] = [ofSet("dev", s), ofSet("dev", s).filter((p) => p.five < 0.15)];
  console.log(
    `  ${s.padEnd(32)} ${share(all, over)}, of those that share < 15 % of runs of five: ${share(apart, over)}`,
  );
}
for (const s of [...styles, ...STYLES.map((x) => `${x}-short`)])
  console.log(`  ${s.padEnd(38)} ${share(ofSet("dev", s), over)}`);
function over(p) {
  return p.score > model.edge;
}

console.log("\nRecall at 2 % of dev's own same-event reports, whole / cut / short: what the score could do");
for (const s of styles)
  console.log(
    `  ${s.padEnd(38)} ${SAME_EVENT.map((e) => share(ofSet("dev", s), (p) => p.score > highest("dev", e, (q) => q.score))).join("  ")}`,
  );

console.log("\nPeers, threshold from train at 2 % of same-event reports (the highest of whole, cut, short), dev");
for (const name of Object.keys(PEERS)) {
  const threshold = Math.max(...SAME_EVENT.map((e) => highest("train", e, (p) => p.peers[name])));
  console.log(
    `  ${name}, threshold ${threshold.toFixed(3)}: false positives ${SAME_EVENT.map((e) => share(ofSet("dev", e), (p) => p.peers[name] > threshold)).join("  ")}`,
  );
  console.log(
    `    ${styles.map((s) => `${s.replace("sheepdog-", "")} ${(ofSet("dev", s).filter((p) => p.peers[name] > threshold).length / ofSet("dev", s).length).toFixed(3)}`).join("  ")}`,
  );
}

for (const s of ["clough-non", "clough-non-non", "unrelated-near", "unrelated-drawn"])
  console.log(`  ${s.padEnd(38)} ${share(ofSet("dev", s), over)}`);
// Two articles of a set that share a sixth of their runs of five words are one story twice, with all their rewrites.
const storiesOf = (p) =>
  [p.a, p.b]
    .map((id) => groupOf(id.split("#")[0]))
    .sort()
    .join(" ");
const twice = new Set(measured.dev.filter((p) => p.kind === "unrelated" && p.five > 0.15).map(storiesOf));
const unrelated = measured.dev.filter((p) => p.kind === "unrelated" && !twice.has(storiesOf(p)));
console.log(`  unrelated but for ${twice.size} stories that stand in the set twice: ${share(unrelated, over)}`);

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

// The mixture that prior odds of 1 stand for: half derived; of the rest .15 copies of one source, .15 same material, .4 same event, .3 unrelated.
console.log(
  "\nCalibration of “derived” on dev, drawn in the shares that prior odds of 1 assume: ten bins of equal count",
);
const drawn = (kind, n) =>
  measured.dev
    .filter((p) => p.kind === kind && !p.set.endsWith("-short") && p.set !== "basil-cut")
    .sort((x, y) => fnv(`${x.a} ${x.b}`) - fnv(`${y.a} ${y.b}`))
    .slice(0, n);
const events = ofSet("dev", "basil-same-event").length;
const kinds = { derived: 2.5, sibling: 0.375, "same-material": 0.375, "same-event": 1, unrelated: 0.75 };
const rows = Object.entries(kinds)
  .flatMap(([kind, times]) => drawn(kind, Math.round(times * events)))
  .map((p) => ({ p: p.verdict.derived, y: p.kind === "derived" ? 1 : 0 }))
  .sort((x, y) => x.p - y.p);
let within = 0;
for (let k = 0; k < 10; k++) {
  const bin = rows.slice(Math.floor((k * rows.length) / 10), Math.floor(((k + 1) * rows.length) / 10));
  const mean = bin.reduce((s, r) => s + r.p, 0) / bin.length;
  const [low, high] = bounds(bin.filter((r) => r.y === 1).length, bin.length);
  if (mean >= low && mean <= high) within++;
  console.log(`  said ${mean.toFixed(3)}  was ${share(bin, (r) => r.y === 1)}`);
}
const base = rows.filter((r) => r.y).length / rows.length;
const brier = rows.reduce((s, r) => s + (r.p - r.y) ** 2, 0) / rows.length;
const log = rows.reduce((s, r) => s - Math.log(r.y ? r.p : 1 - r.p), 0) / rows.length;
console.log(`  ${within} of 10 bins within their Wilson bound`);
console.log(
  `  Brier ${brier.toFixed(3)} (base rate ${(base * (1 - base)).toFixed(3)}), log score ${log.toFixed(3)} (base rate ${(-base * Math.log(base) - (1 - base) * Math.log(1 - base)).toFixed(3)})`,
);
