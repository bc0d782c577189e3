// Fits src/core/data/lineage-model.json and loaded-words.en.json on the train split of the public sets.
// Usage: npm run build && node scripts/fit-lineage.mjs --data DIR [--dist DIR]; build again between --words (first) and the fit.
// The split is fixed by a hash of the article's or event's id (bench/lineage-data.mjs); the dev split is never read here.
import { writeFileSync } from "node:fs";
import { addUnrelated, groupOf, loadCore, loadPairs, option } from "../bench/lineage-data.mjs";

const data = option("--data");
if (!data) throw new Error("say where the sets are: --data DIR");
const core = await loadCore(option("--dist", "dist"));
const out = (name) => new URL(`../src/core/data/${name}`, import.meta.url);
const set = loadPairs(data, "train");
const vocabulary = core.vocabulary();
const prepared = new Map();
for (const [id, text] of set.docs) {
  const info = { id, text, language: "en" };
  prepared.set(id, core.prepare({ info, reading: core.readText(info) }, vocabulary));
}

if (process.argv.includes("--words")) fitLoadedWords();
else fitModel();

/** Stems that coloured rewrites have and their sober siblings and originals lack, in at least five articles. */
function fitLoadedWords() {
  const counts = new Map();
  const texts = { loud: 0, sober: 0 };
  for (const [id, p] of prepared) {
    if (!id.startsWith("sd/")) continue;
    const side = /sensational|emotionally/.test(id) ? "loud" : "sober";
    texts[side]++;
    const lower = new Set(
      p.sentences.flatMap((s) => s.words.filter((w) => w.number === undefined && !w.capital).map((w) => w.stem)),
    );
    for (const stem of lower) {
      const c = counts.get(stem) ?? { loud: 0, sober: 0, articles: new Set() };
      c[side]++;
      if (side === "loud") c.articles.add(groupOf(id));
      counts.set(stem, c);
    }
  }
  const kept = [];
  const reporting = new Set([...core.lexiconOf("en").verbs.keys()].map((form) => vocabulary.stem(form)));
  for (const [stem, c] of counts) {
    const [l, s] = [c.loud + 0.5, c.sober + 0.5];
    const odds = Math.log(l / (texts.loud + 1 - l)) - Math.log(s / (texts.sober + 1 - s));
    const z = odds / Math.sqrt(1 / l + 1 / s);
    const weight = vocabulary.words.of(stem);
    if (
      c.articles.size >= 5 &&
      z >= 2 &&
      odds >= 1.2 &&
      weight >= 3 &&
      vocabulary.words.has(stem) &&
      !reporting.has(stem)
    )
      kept.push(stem);
  }
  const table = {
    language: "en",
    source:
      "Fitted by scripts/fit-lineage.mjs --words on the train split of the SheepDog rewrites (jiayingwu19/SheepDog): stems that sensational and emotional rewrites have and their sober siblings and originals lack, in five articles or more",
    licence: "MIT (a list of single stems; the texts are their publishers')",
    count: kept.length,
    stems: kept.sort().join(" "),
  };
  writeFileSync(out("loaded-words.en.json"), `${JSON.stringify(table, null, 1)}\n`);
  console.log(`${kept.length} loaded words: ${table.stems}`);
}

function fitModel() {
  addUnrelated(set, prepared, { vocabulary });
  const tallies = new Map([...prepared].map(([id, p]) => [id, core.tally(p)]));
  for (const pair of set.pairs) {
    pair.features = core.pairFeatures(prepared.get(pair.a), prepared.get(pair.b), vocabulary);
    pair.x = core.featureVector(pair.features);
  }
  // Two articles of a set that share half of their runs of five words are one story twice, and no negatives.
  const doubles = new Set(set.pairs.filter((p) => p.kind === "unrelated" && sharedRuns(p) > 0.25).map(groups));
  const pairs = set.pairs.filter((p) => !doubles.has(groups(p)));
  console.log(`${pairs.length} pairs; ${set.pairs.length - pairs.length} of ${doubles.size} doubled stories left out`);

  const of = (...kinds) => pairs.filter((p) => kinds.includes(p.kind));
  const signs = core.FEATURE_NAMES.map((n) => (n.startsWith("length") ? 0 : n === "novel specifics" ? -1 : 1));
  // Originals of the sets are longer than their rewrites: length must not tell a parent from a sibling, nor one kind from another.
  const lengthless = core.FEATURE_NAMES.map((n) => (n.startsWith("length") ? null : 0));
  const family = logistic(of("derived", "sibling", "same-event", "same-material", "unrelated"), {
    names: core.FEATURE_NAMES,
    signs,
    positive: (p) => p.kind === "derived" || p.kind === "sibling",
  });
  const parent = logistic(of("derived", "sibling"), {
    names: core.FEATURE_NAMES,
    signs: lengthless,
    positive: (p) => p.kind === "derived",
  });
  const related = logistic(of("same-event", "same-material", "unrelated"), {
    names: core.FEATURE_NAMES,
    signs: lengthless.map((s, k) => (s === null ? null : signs[k])),
    positive: (p) => p.kind !== "unrelated",
  });
  const event = logistic(of("same-event", "same-material"), {
    names: core.FEATURE_NAMES,
    signs: core.FEATURE_NAMES.map((n) => (n.startsWith("rare") ? 1 : null)),
    positive: (p) => p.kind === "same-event",
  });
  const way = fitDirection(of("derived").concat([]), tallies);
  const score = (p) => apply(family, p.x);
  const negatives = of("same-event", "same-material", "unrelated")
    .map((p) => ({ ...p, s: score(p) }))
    .sort((x, y) => y.s - x.s);
  const allowed = negatives[Math.floor(negatives.length / 1000)].s;
  const sameEvent = negatives.find((p) => p.kind === "same-event").s;
  const model = {
    made: "scripts/fit-lineage.mjs on the train split (by article and event) of SheepDog, BASIL and Clough and Stevenson; nothing of the texts is in it",
    family,
    parent,
    related,
    event,
    direction: way,
    edge: round(Math.max(allowed, sameEvent) + 0.01),
  };
  writeFileSync(out("lineage-model.json"), `${JSON.stringify(model, null, 1)}\n`);
  console.log(JSON.stringify(model, null, 1));
  console.log(
    "highest negatives",
    negatives.slice(0, 6).map((p) => `${p.s.toFixed(2)} ${p.set}`),
  );
  console.log("edge passes", of("derived").filter((p) => score(p) >= model.edge).length, "of", of("derived").length);
}

function groups(p) {
  return [groupOf(p.a.split("#")[0]), groupOf(p.b.split("#")[0])].sort().join(" ");
}

function sharedRuns(p) {
  return Math.max(p.features.a.runs.five, p.features.b.runs.five);
}

/** Each set of pairs weighs the same within its side; the two sides weigh the same. */
function weighted(pairs, side) {
  const sets = new Map();
  for (const p of pairs) sets.set(p.set, (sets.get(p.set) ?? 0) + 1);
  const share = (p) =>
    (p.set.startsWith("clough") ? 0.3 : p.kind === "unrelated" ? 1 : p.set === "basil-same-event" ? 2 : 1) /
    sets.get(p.set);
  const total = new Map();
  for (const p of pairs) total.set(side(p), (total.get(side(p)) ?? 0) + share(p));
  return pairs.map((p) => share(p) / total.get(side(p)));
}

function moments(pairs, k) {
  const mean = pairs.reduce((sum, p) => sum + p.x[k], 0) / pairs.length;
  const scale = Math.sqrt(pairs.reduce((sum, p) => sum + (p.x[k] - mean) ** 2, 0) / pairs.length) || 1;
  return { mean: round(mean), scale: round(scale) };
}

/** Ridge logistic regression by gradient descent; a weight may not take the sign that its meaning forbids. */
function logistic(pairs, { names, signs, positive, intercept = true, ridge = 0.01 }) {
  const scales = names.map((_, k) => (intercept ? moments(pairs, k) : { mean: 0, scale: moments(pairs, k).scale }));
  const z = pairs.map((p) => p.x.map((v, k) => (v - scales[k].mean) / scales[k].scale));
  const y = pairs.map((p) => (positive(p) ? 1 : 0));
  const w = weighted(pairs, (p) => (intercept ? positive(p) : true)).map((v) => v / (intercept ? 2 : 1));
  const beta = names.map(() => 0);
  let alpha = 0;
  for (let round = 0; round < 3000; round++) {
    const slope = beta.map((b) => ridge * b);
    let rise = 0;
    z.forEach((row, i) => {
      const g = w[i] * (1 / (1 + Math.exp(-(alpha + row.reduce((s, v, k) => s + v * beta[k], 0)))) - y[i]);
      rise += g;
      row.forEach((v, k) => {
        slope[k] += g * v;
      });
    });
    if (intercept) alpha -= rise * 2;
    beta.forEach((_, k) => {
      beta[k] -= slope[k] * 2;
      if (signs[k] === null) beta[k] = 0;
      else if (signs[k] !== 0 && beta[k] * signs[k] < 0) beta[k] = 0;
    });
  }
  return {
    intercept: round(alpha),
    features: names.map((name, k) => ({ name, ...scales[k], weight: round(beta[k]) })),
  };
}

function apply({ intercept, features }, x) {
  return features.reduce((sum, f, k) => sum + (f.weight * (x[k] - f.mean)) / f.scale, intercept);
}

/** Every pair both ways round, so that there is no intercept: exchanging the texts exchanges the answer. */
function fitDirection(derived, tallies) {
  const rows = derived.flatMap((p) => {
    const x = core.asymmetries(p.features, tallies.get(p.a), tallies.get(p.b));
    return [
      { ...p, x, copy: 1 },
      { ...p, x: x.map((v) => -v), copy: 0 },
    ];
  });
  return logistic(rows, {
    names: core.ASYMMETRY_NAMES,
    signs: core.ASYMMETRY_NAMES.map(() => 1),
    positive: (p) => p.copy === 1,
    intercept: false,
  });
}

function round(x) {
  return Math.round(x * 1e4) / 1e4;
}
