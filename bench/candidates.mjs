// Speed and recall of the archive's candidate index beside npm minhash, on the same tokens in the same run.
// Usage: npm run build && node bench/candidates.mjs [--documents 400000] [--dist DIR]
// One document in ten is a copy, one in ten a rewrite, of one of the 40,000 before it (bench/planted.mjs).
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import minhash from "minhash";
import { copy, event, random, report, rewrite, tokensOf } from "./planted.mjs";

const option = (name, fallback) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : fallback;
const { candidateIndex } = await import(
  pathToFileURL(join(resolve(option("--dist", "dist")), "core/lineage/candidate-index.js")).href
);
const size = Number(option("--documents", 400_000));
const BATCH = 5000;
const BACK = 40_000;

/** Documents in batches, each with the place of its source, or −1; 250 words for an original. */
function* batches(seed, total) {
  const next = random(seed);
  const recent = [];
  let of = event(next);
  let index = 0;
  for (let done = 0; done < total; done += BATCH) {
    const batch = [];
    for (let i = 0; i < BATCH; i++, index++) {
      const draw = next();
      const source = recent.length < 1000 ? null : recent[Math.floor(next() * recent.length)];
      const how = source === null || draw > 0.2 ? "own" : draw > 0.1 ? "copy" : "rewrite";
      if (next() < 0.25) of = event(next);
      const sentences =
        how === "own"
          ? report(next, of, 12)
          : how === "copy"
            ? copy(next, source.sentences)
            : rewrite(next, source.sentences);
      batch.push({ tokens: tokensOf(sentences), how, source: how === "own" ? -1 : source.index });
      // Kept by few, so that memory is the index's and not the bench's.
      if (how === "own" && index % 8 === 0) recent.push({ index, sentences });
      while (recent.length > 0 && recent[0].index < index - BACK) recent.shift();
    }
    yield batch;
  }
}

/** Seconds of processor that a call takes. */
function seconds(call) {
  const started = process.cpuUsage();
  call();
  const used = process.cpuUsage(started);
  return (used.user + used.system) / 1e6;
}
const median = (list) => [...list].sort((x, y) => x - y)[list.length >> 1];

const index = candidateIndex();
const lsh = new minhash.LshIndex({ bandSize: 4 });
function addToPeer({ tokens }, i) {
  const hash = new minhash.Minhash();
  for (let k = 0; k + 3 <= tokens.length; k++) hash.update(`${tokens[k]} ${tokens[k + 1]} ${tokens[k + 2]}`);
  lsh.insert(String(i), hash);
}

const rates = { ours: [], peer: [], since: [] };
const found = { copy: [0, 0], rewrite: [0, 0] };
let [done, candidates, words] = [0, 0, 0];
for (const batch of batches(1, size)) {
  let results;
  const rate =
    batch.length /
    seconds(() => {
      results = batch.map((d) => index.add(d.tokens));
    });
  rates.ours.push(rate);
  rates.since.push(rate);
  // The peer's turn comes in between, so that both meet the same machine.
  if ((done / BATCH) % 4 === 0) rates.peer.push(200 / seconds(() => batch.slice(0, 200).forEach(addToPeer)));
  batch.forEach(({ how, source, tokens }, i) => {
    candidates += results[i].length;
    words += tokens.length;
    if (how === "own") return;
    found[how][1]++;
    if (results[i].some((c) => c.index === source)) found[how][0]++;
  });
  done += batch.length;
  if (done % 100_000 === 0 || done >= size) {
    const share = (k) => (found[k][0] / found[k][1]).toFixed(4);
    console.log(
      `${done} documents, ${Math.round(words / done)} words each: ${Math.round(median(rates.since))} a second (median of ${rates.since.length} batches, best ${Math.round(Math.max(...rates.since))}); recall of copies ${share("copy")}, of rewrites ${share("rewrite")}; ${(candidates / done).toFixed(1)} candidates each; ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB in all`,
    );
    rates.since = [];
  }
}
console.log(
  `npm minhash 0.0.9, 128 permutations, word 3-grams, bands of 4, in between: ${Math.round(median(rates.peer))} a second (median, best ${Math.round(Math.max(...rates.peer))}); ours is ${(median(rates.ours) / median(rates.peer)).toFixed(1)} times as fast`,
);
