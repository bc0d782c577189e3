import { sharedWeight } from "./shared-weight.ts";
import type { Sketch } from "./sketch.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Stems of this weight or more are rare: about one report in fifty has them. */
const RARE = 4;
/** Up to this many documents every pair is judged. */
const ALL_PAIRS = 40;
/** A pair needs so many rare stems in common, and the shorter must hold this share of weight in the longer or the other way round. */
const LEAST_SHARED = 4;
const LEAST_CONTAINMENT = 0.3;
/** Each document is judged against its nearest only. */
const NEAREST = 12;

/**
 * The pairs worth judging [LI2], each as two places, the smaller first, in order: those that share rare stems under a
 * document-frequency cap, and of these each document's nearest. Does not depend on anything but the texts themselves.
 */
export function candidatePairs(
  texts: readonly Sketch[],
  vocabulary: Vocabulary,
): readonly (readonly [number, number])[] {
  const size = texts.length;
  const pairs = new Set<number>();
  if (size <= ALL_PAIRS) {
    for (let x = 0; x < size; x++) for (let y = x + 1; y < size; y++) pairs.add(x * size + y);
  } else {
    const { start, places } = indexOf(texts, vocabulary);
    const shared = new Int32Array(size);
    texts.forEach((_, x) => {
      for (const y of nearest(x, { texts, vocabulary, start, places, shared }))
        pairs.add(Math.min(x, y) * size + Math.max(x, y));
    });
  }
  return [...pairs].sort((p, q) => p - q).map((p) => [Math.floor(p / size), p % size] as const);
}

interface Index {
  readonly texts: readonly Sketch[];
  readonly vocabulary: Vocabulary;
  readonly start: Int32Array;
  readonly places: Int32Array;
  /** Counts by document, all zero between two calls. */
  readonly shared: Int32Array;
}

/** Documents by rare stem, as one array of places with the start of each stem's run; common stems have an empty run. */
function indexOf(texts: readonly Sketch[], vocabulary: Vocabulary): Pick<Index, "start" | "places"> {
  const count = new Int32Array(vocabulary.size() + 1);
  for (const { stems } of texts)
    for (const id of stems.ids) if (vocabulary.weightOf(id) >= RARE) count[id + 1] = (count[id + 1] as number) + 1;
  // In a case on one event its own words are in every document: the cap grows with the case, so that they still find each other.
  const cap = Math.max(100, Math.floor(texts.length / 10));
  for (let id = 1; id < count.length; id++) {
    const here = count[id] as number;
    count[id] = (count[id - 1] as number) + (here > cap || here < 2 ? 0 : here);
  }
  const start = count;
  const places = new Int32Array(start[start.length - 1] as number);
  const next = start.slice();
  texts.forEach(({ stems }, x) => {
    for (const id of stems.ids) {
      const at = next[id] as number;
      if (vocabulary.weightOf(id) < RARE || at >= (start[id + 1] as number)) continue;
      places[at] = x;
      next[id] = at + 1;
    }
  });
  return { start, places };
}

function nearest(x: number, { texts, vocabulary, start, places, shared }: Index): readonly number[] {
  const found: number[] = [];
  const own = (texts[x] as Sketch).stems;
  for (const id of own.ids) {
    for (let k = start[id] as number; k < (start[id + 1] as number); k++) {
      const y = places[k] as number;
      if (y === x) continue;
      if (shared[y] === 0) found.push(y);
      shared[y] = (shared[y] as number) + 1;
    }
  }
  const near = found.filter((y) => (shared[y] as number) >= LEAST_SHARED);
  near.sort((p, q) => (shared[q] as number) - (shared[p] as number) || p - q);
  for (const y of found) shared[y] = 0;
  const kept: number[] = [];
  for (const y of near.slice(0, 4 * NEAREST)) {
    const other = (texts[y] as Sketch).stems;
    const weight = sharedWeight(own, other, vocabulary);
    if (weight >= LEAST_CONTAINMENT * Math.min(own.weight, other.weight)) kept.push(y);
    if (kept.length === NEAREST) break;
  }
  return kept;
}
