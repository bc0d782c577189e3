// Scores of two texts by the duplicate checks in use elsewhere, on the words that our own sketch is made of.
import minhash from "minhash";
import simhash from "simhash-js";

const hasher = new simhash.SimHash();

/** What each peer keeps of a text. */
export function peerSketch(text, { sketch, sentences }, vocabulary) {
  const words = sentences.flatMap((s) => s.words.map((w) => w.norm));
  const hash = new minhash.Minhash();
  for (let i = 0; i + 3 <= words.length; i++) hash.update(words.slice(i, i + 3).join(" "));
  const counts = new Map();
  for (const s of sentences)
    for (const w of s.words) {
      const id = vocabulary.idOf(w.stem);
      counts.set(id, (counts.get(id) ?? 0) + vocabulary.weightOf(id));
    }
  let length = 0;
  for (const v of counts.values()) length += v * v;
  return { hash, simhash: hasher.hash(text), counts, length: Math.sqrt(length), five: sketch.five };
}

export const PEERS = {
  "npm minhash 0.0.9, 3-grams": (a, b) => a.hash.jaccard(b.hash),
  "npm simhash-js 1.0.0": (a, b) => simhash.Comparator.similarity(a.simhash, b.simhash),
  "word 5-gram containment": (a, b) => {
    const inB = new Set(b.five);
    let shared = 0;
    for (const run of a.five) if (inB.has(run)) shared++;
    return shared / Math.max(1, Math.min(a.five.length, b.five.length));
  },
  "TF-IDF cosine": (a, b) => {
    let dot = 0;
    for (const [id, v] of a.counts) dot += v * (b.counts.get(id) ?? 0);
    return dot / Math.max(1e-9, a.length * b.length);
  },
};
