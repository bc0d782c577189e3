// Accuracy of statements on PolNeAR, and speed. Dev is for the report and is run rarely; rules and precisions are made on train.
// Usage: npm run build && node bench/statements.mjs --data DIR [--split dev] [--dist DIR]

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { COMMON, commonForms, contentRight, holdsForm, loadPolnear, match, speakerRight, wilson } from "./polnear.mjs";

const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
};
const data = option("--data");
if (!data) throw new Error("left out: the public set is not in the repository; say where it is with --data DIR");
const split = option("--split", "dev");
const dist = pathToFileURL(`${resolve(option("--dist", "dist"))}/`);
const { annotate } = await import(new URL("core/text/annotate.js", dist).href);
const { findStatementsIn } = await import(new URL("core/statements/find-statements.js", dist).href);
const { lexiconOf } = await import(new URL("core/text/lexicon.js", dist).href);

const documents = loadPolnear(data, split);
const forms = commonForms(lexiconOf("en"));
const total = tally();
const frames = new Map();
const common = { found: 0, gold: 0 };
const bins = [];
const time = { annotate: 0, find: 0, sentences: 0 };

annotate({ id: "warm", text: documents[0].text });
for (const { id, text, gold } of documents) {
  let started = performance.now();
  const annotation = annotate({ id, text, language: "en" });
  time.annotate += performance.now() - started;
  started = performance.now();
  const statements = findStatementsIn(annotation).filter((s) => s.cue !== undefined);
  time.find += performance.now() - started;
  time.sentences += annotation.sentences.length;
  const { pairs, missed } = match(statements, gold);
  for (const pair of pairs) {
    count(total, pair);
    if (!frames.has(pair.statement.frame)) frames.set(pair.statement.frame, tally());
    count(frames.get(pair.statement.frame), pair);
    bins.push({ p: pair.statement.precision, right: pair.gold !== null });
  }
  const isCommon = (g) => holdsForm(text, g, forms);
  common.gold += gold.filter(isCommon).length;
  common.found += gold.filter(isCommon).length - missed.filter(isCommon).length;
  total.gold += gold.length;
}

const share = (k, n) => (n === 0 ? "-" : (k / n).toFixed(3));
const [p, r] = [total.right / total.found, total.right / total.gold];
console.log(`PolNeAR ${split}: ${documents.length} articles, ${total.gold} attributions, ${total.found} found`);
console.log(`precision ${p.toFixed(3)}  recall ${r.toFixed(3)}  F1 ${((2 * p * r) / (p + r)).toFixed(3)}`);
console.log(
  `recall where the cue holds one of the ${COMMON.length} common verbs: ${share(common.found, common.gold)} of ${common.gold}`,
);
console.log(
  `speaker right, given a match: ${share(total.speaker, total.right)}; content overlaps: ${share(total.content, total.withContent)}`,
);
console.log("frame            right/found  precision  speaker  content");
for (const [frame, t] of [...frames].sort((a, b) => b[1].found - a[1].found)) {
  console.log(
    `${frame.padEnd(16)} ${`${t.right}/${t.found}`.padStart(11)}  ${share(t.right, t.found).padStart(9)}  ${share(t.speaker, t.right).padStart(7)}  ${share(t.content, t.withContent).padStart(7)}`,
  );
}
console.log("stated precision in ten bins of equal count: stated, observed with its 95 % Wilson bound, n");
bins.sort((a, b) => a.p - b.p);
let calibrated = 0;
for (let i = 0; i < 10; i++) {
  const bin = bins.slice(Math.floor((i * bins.length) / 10), Math.floor(((i + 1) * bins.length) / 10));
  const stated = bin.reduce((sum, b) => sum + b.p, 0) / bin.length;
  const k = bin.filter((b) => b.right).length;
  const [low, high] = wilson(k, bin.length);
  const inside = low <= stated && stated <= high;
  if (inside) calibrated++;
  const bound = `${low.toFixed(3)} to ${high.toFixed(3)}`;
  console.log(`  ${stated.toFixed(3)}  ${share(k, bin.length)} (${bound})  ${bin.length}${inside ? "" : "  outside"}`);
}
console.log(`stated precision within the bound of what was observed in ${calibrated} of 10 bins`);
const rate = (ms) => Math.round((time.sentences / ms) * 1000).toLocaleString("en");
console.log(
  `${time.sentences} sentences: annotation ${rate(time.annotate)}/s, statements ${rate(time.find)}/s, both ${rate(time.annotate + time.find)}/s`,
);

function tally() {
  return { found: 0, right: 0, speaker: 0, content: 0, withContent: 0, gold: 0 };
}

function count(t, { statement, gold }) {
  t.found++;
  if (gold === null) return;
  t.right++;
  if (speakerRight(statement, gold)) t.speaker++;
  if (gold.content.length > 0) {
    t.withContent++;
    if (contentRight(statement, gold)) t.content++;
  }
}
