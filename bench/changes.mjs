// Accuracy of the change rules on the labelled pairs of test/cases/changes and the sentences of test/cases/check, and, with --data DIR,
// changes per 100 sentences on rewrites of other articles, sober ones beside sensational ones.
// Usage: npm run build && node bench/changes.mjs [--data DIR] [--dist DIR] [--show dev|report [--only CLASS]]
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { option, splitOf } from "./lineage-data.mjs";

const dist = resolve(option("--dist", "dist"));
const load = (path) => import(pathToFileURL(join(dist, "core", path)).href);
const { readText } = await load("read.js");
const { findChanges } = await load("lineage/changes.js");
const { wholeDay } = await load("model/time.js");
const { checkRead } = await load("lineage/check.js");
const cases = fileURLToPath(new URL("../test/cases", import.meta.url));
const read = (id, text, language) => {
  const info = { id, text, ...(language ? { language } : {}) };
  return { info, reading: readText(info) };
};
const json = (path) => JSON.parse(readFileSync(path, "utf8"));
const show = option("--show");
const only = option("--only");

/** Classes found from the first passage to the second; those of sentences that stand alone are left out. */
function classesOf([a, b]) {
  const { alignment } = findChanges(read("a", a), read("b", b));
  return new Set(alignment.flatMap((g) => g.changes.map((c) => c.class)).filter((c) => !c.startsWith("sentence-")));
}
const halves = [
  ["dev", 0],
  ["report", 1],
];
const half = (list, k) => (k === null ? list : list.filter((_, i) => i % 2 === k));
const wants = (file, pair) => pair[2] ?? file.class;
const all = readdirSync(join(cases, "changes"))
  .filter((f) => f.endsWith(".json"))
  .map((f) => json(join(cases, "changes", f)));
const first = all.filter((f) => !Array.isArray(f));

for (const [name, k, list] of [
  ...halves.map(([n, k]) => [n, k, first]),
  ["second", null, all.filter(Array.isArray).flat()],
]) {
  const files = list.filter((f) => !only || f.class === only);
  console.log(`\n${name}: found; false on the class's harmless pairs; precision; recall; false on all harmless pairs`);
  const harmless = files
    .filter((f) => f.class !== "arabic")
    .flatMap((f) => half(f.harmless, k).map((p) => ({ of: f.class, p, found: classesOf(p) })));
  for (const file of files) {
    const pairs = half(file.changed, k).map((p) => ({ p, found: classesOf(p), want: wants(file, p) }));
    const hit = pairs.filter(({ found, want }) => found.has(want));
    const classes = file.class === "modality" ? ["modality-hardened", "modality-softened"] : [file.class];
    const mine =
      file.class === "arabic" ? half(file.harmless, k).map((p) => ({ of: "arabic", p, found: classesOf(p) })) : [];
    const own = file.class === "arabic" ? mine : harmless.filter((h) => h.of === file.class);
    const isFalse = (h) => (file.class === "arabic" ? h.found.size > 0 : classes.some((c) => h.found.has(c)));
    const wrong = own.filter(isFalse);
    const precision = hit.length + wrong.length === 0 ? 0 : hit.length / (hit.length + wrong.length);
    console.log(
      `  ${file.class.padEnd(22)} ${hit.length}/${pairs.length}  ${wrong.length}/${own.length}  P ${precision.toFixed(2)}  R ${(hit.length / pairs.length).toFixed(2)}  ${harmless.filter(isFalse).length}/${harmless.length}`,
    );
    if (show !== name) continue;
    for (const { p, found, want } of pairs)
      if (!found.has(want)) console.log(`    - ${p[0]} → ${p[1]} [${want}; ${[...found]}]`);
    for (const { p, found } of [...wrong]) console.log(`    + ${p[0]} → ${p[1]} [${[...found]}]`);
  }
  const clean = harmless.filter((h) => h.found.size === 0).length;
  console.log(`  harmless pairs without any change: ${clean}/${harmless.length}`);
  if (show === name)
    for (const h of harmless.filter((h) => h.found.size > 0))
      console.log(`    ! ${h.p[0]} → ${h.p[1]} [${[...h.found]}]`);
}

const sourcesOf = (file) =>
  json(join(cases, "check", file)).map(({ name, publisher, text, day }) => {
    const info = { id: name, name, publisher, text, ...(day ? { published: wholeDay(day) } : {}) };
    return { info, reading: readText(info) };
  });
const [sources, others, last, mixed, paraphrased] = ["", "second-", "third-", "fourth-", "sixth-"].map((n) =>
  sourcesOf(`${n}sources.json`),
);
const sentences = json(join(cases, "check/sentences.json"));
const sets = [
  ...halves.map(([name, k]) => [name, half(sentences, k)]),
  ["more", json(join(cases, "check/more.json"))],
  ["second", json(join(cases, "check/second.json")), others],
  ["third", json(join(cases, "check/third.json")), last],
  ["fourth", json(join(cases, "check/fourth.json")), mixed],
  ...halves.map(([name, k]) => [`sixth, ${name}`, half(json(join(cases, "check/sixth.json")), k), paraphrased]),
];
for (const [name, list, against = sources] of sets) {
  const rows = list.map((s) => {
    const { sentences: found, unjudged } = checkRead(read("draft", s.text), against);
    const got = found[0] ?? { verdict: `unjudged: ${unjudged[0]?.reason}` };
    return { ...s, got };
  });
  const right = rows.filter((r) => r.got.verdict === r.verdict);
  const placed = rows.filter((r) => r.got.source === r.source);
  const bad = rows.filter((r) => r.got.verdict === "backed" && r.verdict === "contradicted");
  console.log(
    `\ncheck, ${name}: verdict right ${right.length}/${rows.length}, place right ${placed.length}/${rows.length}, "backed" given to contradicted ${bad.length}`,
  );
  if (show === name || (show === "dev" && name === "more"))
    for (const r of rows)
      if (r.got.verdict !== r.verdict)
        console.log(
          `    - ${r.text} [${r.verdict}; ${r.got.verdict} at ${r.got.source}: ${r.got.changes?.map((c) => c.class)}]`,
        );
}

const data = option("--data");
if (!data) console.log("\nleft out without --data DIR: changes per 100 sentences on rewrites of other articles");
else if (existsSync(join(data, "sheepdog-dev.docs.jsonl"))) rewrites(data);

function rewrites(dir) {
  const lines = (file) => readFileSync(join(dir, file), "utf8").split("\n").filter(Boolean).map(JSON.parse);
  const docs = new Map(lines("sheepdog-dev.docs.jsonl").map((d) => [d.id, d.text]));
  const sets = new Map();
  for (const { set, a, b } of lines("sheepdog-dev.pairs.jsonl")) {
    if (splitOf(a) !== "dev" || docs.get(a) === docs.get(b)) continue;
    const tally = sets.get(set) ?? { sentences: 0, byClass: {} };
    const copy = read(b, docs.get(b));
    tally.sentences += copy.reading.sentences.length;
    for (const g of findChanges(read(a, docs.get(a)), copy).alignment)
      for (const c of g.changes) tally.byClass[c.class] = (tally.byClass[c.class] ?? 0) + 1;
    sets.set(set, tally);
  }
  const names = [...sets.keys()];
  console.log(
    `\nchanges per 100 sentences of the copy, dev articles\n  ${"".padEnd(24)}${names.map((n) => n.replace("sheepdog-", "").slice(0, 12).padStart(14)).join("")}`,
  );
  const classes = [...new Set(names.flatMap((n) => Object.keys(sets.get(n).byClass)))].sort();
  const per = (n, c) => ((100 * (sets.get(n).byClass[c] ?? 0)) / sets.get(n).sentences).toFixed(1);
  for (const c of classes) console.log(`  ${c.padEnd(24)}${names.map((n) => per(n, c).padStart(14)).join("")}`);
}
