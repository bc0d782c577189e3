// Fits the scorer of statements on the training part of PolNeAR and writes src/core/data/statement-scorer.json.
// Ridge logistic regression; each figure printed is of articles that the weights were not fitted on (five folds by article).
// Usage: npm run build && node scripts/fit-statement-scorer.mjs --data DIR [--dist DIR] [--dry]
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { COMMON, commonForms, holdsForm, loadPolnear, match } from "../bench/polnear.mjs";

const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
};
const data = option("--data");
if (!data) throw new Error("say where the public set is: --data DIR");
const dist = pathToFileURL(`${resolve(option("--dist", "dist"))}/`);
const { annotate } = await import(new URL("core/text/annotate.js", dist).href);
const { findWithReasons } = await import(new URL("core/statements/find-statements.js", dist).href);
const { lexiconOf } = await import(new URL("core/text/lexicon.js", dist).href);

const FOLDS = 5;
const RIDGE = Number(option("--ridge", "3"));
const LEAST = Number(option("--least", "3"));
const ROUNDS = 250;
const THRESHOLDS = {
  common: Number(option("--common", "0.27")),
  unstated: Number(option("--unstated", "0.2")),
  relayed: Number(option("--relayed", "0.06")),
  others: Number(option("--others", "0.48")),
};
const EVERY = { common: 0, unstated: 0, relayed: 0, others: 0 };
const BINS = 20;
const forms = commonForms(lexiconOf("en"));

// What counts as standing within a statement depends on what is held for one: a first fit, where every find counts, tells.
const first = candidates({ intercept: 0, weights: {}, thresholds: EVERY, measured: [] });
const { rows, gold } = candidates({ ...fitted(first.rows), thresholds: THRESHOLDS, measured: [] });
const byFold = Array.from({ length: FOLDS }, (_, f) => fitted(rows.filter((r) => r.fold !== f)));
for (const row of rows) row.p = probability(row, byFold[row.fold]);
report();
const model = fitted(rows);
if (!process.argv.includes("--dry")) write(model);

/** Every find of the rules that a scorer may weigh, right or wrong, with its features; and how many attributions there are. */
function candidates(scorer) {
  const rows = [];
  const gold = { all: 0, common: 0 };
  loadPolnear(data, "train").forEach(({ id, text, gold: marked }, i) => {
    const found = findWithReasons(annotate({ id, text, language: "en" }), {
      scorers: { en: scorer },
      all: true,
    }).filter(({ statement }) => statement.cue !== undefined);
    gold.all += marked.length;
    gold.common += marked.filter((g) => holdsForm(text, g, forms)).length;
    const { pairs } = match(
      found.map(({ statement }) => statement),
      marked,
    );
    pairs.forEach((pair, k) => {
      const { group, features, lowerings } = found[k];
      const common = pair.gold !== null && holdsForm(text, pair.gold, forms);
      rows.push({
        features,
        free: group === null,
        inside: lowerings.includes("inside-quotation"),
        right: pair.gold !== null,
        common,
        group,
        fold: i % FOLDS,
      });
    });
  });
  return { rows, gold };
}

/** Adaptive gradient descent from zero over the whole set: the same answer each time. */
function fitted(all) {
  const rows = all.filter((r) => !r.free && !r.inside);
  const counts = new Map();
  for (const { features } of rows) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1);
  const names = [...counts.keys()].filter((f) => counts.get(f) >= LEAST).sort();
  const at = new Map(names.map((name, k) => [name, k]));
  const x = rows.map(({ features }) => features.flatMap((f) => at.get(f) ?? []));
  const w = new Float64Array(names.length);
  const speed = new Float64Array(names.length + 1).fill(1e-8);
  let intercept = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const slope = Float64Array.from(w, (v) => v * RIDGE);
    let rise = 0;
    x.forEach((list, i) => {
      let sum = intercept;
      for (const k of list) sum += w[k];
      const g = 1 / (1 + Math.exp(-sum)) - (rows[i].right ? 1 : 0);
      rise += g;
      for (const k of list) slope[k] += g;
    });
    const rate = 0.5;
    names.forEach((_, k) => {
      speed[k] += slope[k] ** 2;
      w[k] -= (rate * slope[k]) / Math.sqrt(speed[k]);
    });
    speed[names.length] += rise ** 2;
    intercept -= (rate * rise) / Math.sqrt(speed[names.length]);
  }
  const weights = {};
  names.forEach((name, k) => {
    const rounded = Math.round(w[k] * 100) / 100;
    if (Math.abs(rounded) >= 0.05) weights[name] = rounded;
  });
  return { intercept: Math.round(intercept * 100) / 100, weights };
}

function probability({ features, free }, { intercept, weights }) {
  if (free) return 1;
  const sum = features.reduce((s, f) => s + (weights[f] ?? 0), intercept);
  return 1 / (1 + Math.exp(-sum));
}

function report() {
  console.log(
    `${rows.length} finds, ${gold.all} attributions, ${gold.common} with one of ${COMMON.length} common verbs`,
  );
  console.log("threshold  precision  recall  F1  recall of common verbs");
  for (const t of [0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55]) {
    const kept = rows.filter((r) => r.p >= t);
    const right = kept.filter((r) => r.right).length;
    const [p, r] = [right / kept.length, right / gold.all];
    const common = kept.filter((row) => row.common).length / gold.common;
    console.log([t, p, r, (2 * p * r) / (p + r), common].map((v) => v.toFixed(3)).join("  "));
  }
  const kept = rows.filter(isKept);
  const right = kept.filter((r) => r.right).length;
  const common = kept.filter((r) => r.common).length / gold.common;
  const said = [right / kept.length, right / gold.all, common].map((v) => v.toFixed(3));
  console.log(
    `with the thresholds chosen, own table frames left out: precision ${said[0]}, recall ${said[1]}, of common verbs ${said[2]}`,
  );
}

function isKept({ p, free, inside, group }) {
  return !free && !inside && p >= THRESHOLDS[group];
}

/** How often finds of each score were right, of articles that the score was not fitted on; neighbours are pooled where the share would fall. */
function measured() {
  const sorted = rows.filter(isKept).sort((a, b) => a.p - b.p);
  const out = [];
  for (let i = 0; i < BINS; i++) {
    const bin = sorted.slice(Math.floor((i * sorted.length) / BINS), Math.floor(((i + 1) * sorted.length) / BINS));
    out.push({
      from: i === 0 ? 0 : Math.round(bin[0].p * 1e4) / 1e4,
      k: bin.filter((b) => b.right).length,
      n: bin.length,
    });
    while (out.length > 1 && out.at(-1).k / out.at(-1).n < out.at(-2).k / out.at(-2).n) {
      const { k, n } = out.pop();
      out.at(-1).k += k;
      out.at(-1).n += n;
    }
  }
  return out;
}

function write({ intercept, weights }) {
  const out = {
    about:
      "What each feature of an English find adds to the log-odds that it is a statement (logistic regression). Finds that score below the threshold are left out. Measured: of finds from that score on, k right of n, in articles that the score was not fitted on (five folds). Read by core/statements/scorer.ts.",
    source:
      "Fitted by scripts/fit-statement-scorer.mjs on the training part of PolNeAR, 840 articles (Newell, Margolin & Ruths 2018); a find is right when its cue overlaps an annotated cue, one to one. Nothing of the texts is in it but single reporting words.",
    licence: "MIT",
    version: 1,
    scorers: { en: { intercept, thresholds: THRESHOLDS, measured: measured(), weights } },
  };
  writeFileSync(
    new URL("../src/core/data/statement-scorer.json", import.meta.url),
    `${JSON.stringify(out, null, 1)}\n`,
  );
  console.log(`${Object.keys(weights).length} weights written`);
}
