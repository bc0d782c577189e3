// Planted corpora with a known answer: reports of events by several reporters, their copies and rewrites, from a seed alone.
// Ordinary words come from the shipped frequency table, as often as they are in it; names are made up.
import { readFileSync } from "node:fs";

/** sfc32, seeded by hashing: independent streams for different seeds. */
export function random(seed) {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed ^ 0xdeadbeef];
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 20; i++) next();
  return next;
}

const table = JSON.parse(readFileSync(new URL("../src/core/data/word-frequency.en.json", import.meta.url), "utf8"));
const words = table.weights.flatMap(({ tenths, stems }) =>
  stems
    .split(" ")
    .filter((s) => /^[a-z]{2,}$/.test(s))
    .map((s) => ({ s, f: -Math.log(1 - Math.exp(-Math.max(0.05, tenths / 10))) })),
);
const sums = new Float64Array(words.length);
words.forEach((w, i) => {
  sums[i] = w.f + (i > 0 ? sums[i - 1] : 0);
});

/** An ordinary word, as often as in the table. */
export function word(next) {
  const at = next() * sums[sums.length - 1];
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] < at) low = middle + 1;
    else high = middle;
  }
  return words[low].s;
}

const ONSETS = "b br d dr f g gr h k kl l m n p pr r s st t tr v w z".split(" ");
const RHYMES = "an ar el en er il in ol on or un ath eld orn uk ast".split(" ");
const pick = (next, list) => list[Math.floor(next() * list.length)];

export function name(next) {
  const made = Array.from({ length: 3 }, () => pick(next, ONSETS) + pick(next, RHYMES)).join("");
  return made[0].toUpperCase() + made.slice(1);
}

/** What all reports of an event share: its names and numbers, and its own words. */
export function event(next) {
  return {
    names: Array.from({ length: 8 }, () => name(next)),
    numbers: Array.from({ length: 4 }, () => String(13 + Math.floor(next() * 900))),
    words: Array.from({ length: 30 }, () => word(next)),
  };
}

/** A reporter's own report: a list of sentences, each a list of tokens; half of its names and numbers are the event's, half its own. */
export function report(next, of, sentences = 12) {
  const own = event(next);
  return Array.from({ length: sentences }, () =>
    Array.from({ length: 16 + Math.floor(next() * 10) }, (_, i) => {
      const draw = next();
      const from = next() < 0.5 ? of : own;
      if (i > 0 && draw < 0.1) return pick(next, from.names);
      if (draw > 0.97) return pick(next, from.numbers);
      if (draw > 0.85) return pick(next, of.words);
      return word(next);
    }),
  );
}

const isSpecific = (token) => /^[A-Z0-9]/.test(token);

/** The report with `rate` of its ordinary words exchanged, and one sentence in ten dropped where `drop`. */
export function copy(next, sentences, rate = 0.03) {
  return sentences.map((s) => s.map((t) => (!isSpecific(t) && next() < rate ? word(next) : t)));
}

/** Told again: a quarter of the sentences dropped, half of the ordinary words exchanged, nothing specific added. */
export function rewrite(next, sentences) {
  const kept = sentences.filter(() => next() > 0.25);
  return (kept.length < 4 ? sentences : kept).map((s) =>
    s.map((t) => (!isSpecific(t) && next() < 0.5 ? word(next) : t)),
  );
}

export const tokensOf = (sentences) => sentences.flat();

/** The text with its reading: sentences only, as if everything else had been read and nothing found. */
export function readingOf(id, sentences) {
  let text = "";
  const spans = [];
  for (const s of sentences) {
    const line = `${s.join(" ")}.`;
    const sentence = line[0].toUpperCase() + line.slice(1);
    spans.push({
      start: text.length,
      end: text.length + sentence.length,
      part: "body",
      paragraph: spans.length + 1,
      language: "en",
    });
    text += `${sentence}\n`;
  }
  const none = { parts: [], mentions: [], dates: [], counts: [], statements: [], problems: [] };
  return { info: { id, text, language: "en" }, reading: { text: id, language: "en", sentences: spans, ...none } };
}

/**
 * k reporters of one event and the chains that hang on them: each document, but for the originals, is made from one drawn among those of its
 * origin so far. Returns the read texts and, by id, the origin of each.
 */
export function oneEvent(seed, { origins, copies, how }) {
  const next = random(seed);
  const of = event(next);
  const chains = Array.from({ length: origins }, () => [report(next, of)]);
  const made = chains.map(([r], k) => ({ id: `o${k}`, origin: k, sentences: r }));
  for (let i = 0; i < copies; i++) {
    const k = Math.floor(next() * origins);
    const sentences = how(next, pick(next, chains[k]));
    chains[k].push(sentences);
    made.push({ id: `c${i}`, origin: k, sentences });
  }
  return made.map(({ id, origin, sentences }) => ({ origin, ...readingOf(id, sentences) }));
}
