// The public sets that lineage is fitted and measured on, read from --data DIR, split beforehand by article and by event.
// Nothing of their text is kept in the repository.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

export function option(name, fallback) {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
}

/** FNV-1a, 32 bits: fixes the split by the id alone. */
export function fnv(text) {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return h;
}

/** The article or event a document belongs to: sd/12, ba/0d10341a, cl/taskc; of the news, the month. */
export function groupOf(id) {
  if (id.startsWith("pn/")) return `pn/${/\d{4}-\d\d/.exec(id)[0]}`;
  if (id.startsWith("cl/")) return `cl/task${/orig(.)$/.exec(id)?.[1] ?? /task(.)\.txt$/.exec(id)?.[1]}`;
  return id.split("/").slice(0, 2).join("/");
}

export const splitOf = (id) => (fnv(groupOf(id)) % 2 === 0 ? "train" : "dev");

const lines = (file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((l) => JSON.parse(l));

/** Cut to about n words, at the end of a line or sentence. */
export function cutTo(text, n) {
  const end = [...text.matchAll(/\S+/g)][n]?.index;
  if (end === undefined) return text;
  const cut = text.slice(0, end);
  const stop = Math.max(cut.lastIndexOf(". "), cut.lastIndexOf("\n"));
  return stop > end / 2 ? cut.slice(0, stop + 1) : cut;
}

/** All pairs of one split with their kind: derived, sibling, same-event, same-material, unrelated. */
export function loadPairs(data, split) {
  const docs = new Map();
  const labelled = [];
  for (const set of ["sheepdog-dev", "basil-dev", "clough"]) {
    for (const d of lines(join(data, `${set}.docs.jsonl`))) if (splitOf(d.id) === split) docs.set(d.id, d.text);
    labelled.push(...lines(join(data, `${set}.pairs.jsonl`)).filter((p) => splitOf(p.a) === split));
  }
  const pairs = [];
  const put = (kind, set, a, b) => pairs.push({ kind, set, a, b });
  for (const { set, a, b, label } of labelled) {
    if (docs.get(a) === docs.get(b)) continue; // sets of rewrites hold rows that repeat their source
    if (label === "derived") {
      put("derived", set, a, b);
      if (set.startsWith("sheepdog")) put("derived", `${set}-short`, a, cut(docs, b, 150));
    } else if (set.startsWith("basil")) {
      put("same-event", set, a, b);
      const sides = fnv(a + b) % 2 ? [a, b] : [b, a];
      put("same-event", "basil-cut", cut(docs, sides[0], 500), cut(docs, sides[1], 250));
      put("same-event", "basil-short", cut(docs, sides[1], 310), cut(docs, sides[0], 150));
    } else put("same-material", set, a, b);
  }
  const ids = [...docs.keys()].filter((id) => !id.includes("#"));
  for (const id of ids) {
    const others = ids.filter((o) => o > id && groupOf(o) === groupOf(id));
    if (id.startsWith("sd/") && !id.endsWith("/orig"))
      for (const o of others)
        if (!o.endsWith("/orig") && docs.get(o) !== docs.get(id)) put("sibling", "sheepdog-sibling", id, o);
  }
  const non = labelled.filter((p) => p.set === "clough-non").map((p) => p.b);
  for (const a of non)
    for (const b of non) if (a < b && groupOf(a) === groupOf(b)) put("same-material", "clough-non-non", a, b);
  return { docs, pairs, ids };
}

function cut(docs, id, n) {
  const key = `${id}#${n}`;
  docs.set(key, cutTo(docs.get(id), n));
  return key;
}

/**
 * Reports of seven outlets that share most of their weight with one of another outlet within two days: same event or same matter, written
 * apart, as far as can be told; pairs with a quarter of their runs of five words in common are for the caller to leave out.
 */
export function loadNews(file, { docs, pairs }, { prepare, sharedWeight, vocabulary, most = 600 }) {
  const news = lines(file)
    .map((d) => ({ id: `pn/${d.id}`, text: cutTo(d.text, 2000), outlet: d.id.split("_")[0] }))
    .filter((d) => d.text.split(/\s+/).length > 150)
    .map((d) => ({ ...d, day: Date.parse(/\d{4}-\d\d-\d\d/.exec(d.id)[0]) / 864e5 }));
  for (const d of news) {
    docs.set(d.id, d.text);
    d.stems = prepare(d.id, d.text).stems;
  }
  const near = [];
  for (const [i, a] of news.entries())
    for (const b of news.slice(i + 1))
      if (Math.abs(a.day - b.day) <= 2 && a.outlet !== b.outlet)
        near.push({
          a,
          b,
          share: sharedWeight(a.stems, b.stems, vocabulary) / Math.min(a.stems.weight, b.stems.weight),
        });
  near.sort((x, y) => y.share - x.share);
  for (const { a, b } of near.slice(0, most)) {
    const [x, y] = fnv(a.id + b.id) % 2 ? [a.id, b.id] : [b.id, a.id];
    pairs.push({ kind: "same-event", set: "news", a: x, b: y });
    pairs.push({ kind: "same-event", set: "news-cut", a: cut(docs, x, 500), b: cut(docs, y, 250) });
    pairs.push({ kind: "same-event", set: "news-short", a: cut(docs, y, 310), b: cut(docs, x, 150) });
  }
}

/** Pairs of different articles, the ones that share most rare stems with each document, and one drawn by hash. */
export function addUnrelated({ pairs, ids }, prepared, { vocabulary, nearest = 3 }) {
  const rare = new Map(
    ids.map((id) => [id, [...prepared.get(id).stems.ids].filter((s) => vocabulary.weightOf(s) >= 5)]),
  );
  const places = new Map();
  for (const [id, stems] of rare) for (const s of stems) places.set(s, [...(places.get(s) ?? []), id]);
  const done = new Set();
  for (const id of ids) {
    const shared = new Map();
    for (const s of rare.get(id)) {
      const at = places.get(s);
      if (at.length > 60) continue;
      for (const o of at) if (groupOf(o) !== groupOf(id)) shared.set(o, (shared.get(o) ?? 0) + 1);
    }
    const best = [...shared]
      .sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
      .slice(0, nearest)
      .map(([o]) => o);
    const drawn = ids[fnv(`${id}!`) % ids.length];
    for (const o of [...best, ...(groupOf(drawn) === groupOf(id) ? [] : [drawn])]) {
      const key = id < o ? `${id} ${o}` : `${o} ${id}`;
      if (done.has(key)) continue;
      done.add(key);
      pairs.push({ kind: "unrelated", set: best.includes(o) ? "unrelated-near" : "unrelated-drawn", a: id, b: o });
    }
  }
}

/** The built core: what the fit and the bench call. */
export async function loadCore(dist) {
  const parts = {};
  for (const path of [
    "read",
    "text/lexicon",
    ...["shared-weight", "vocabulary", "prepare", "sketch", "features", "asymmetry", "direction", "judge"].map(
      (n) => `lineage/${n}`,
    ),
  ]) {
    Object.assign(parts, await import(pathToFileURL(join(resolve(dist), `core/${path}.js`)).href));
  }
  return parts;
}
