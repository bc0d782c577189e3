import type { StemSet, Vocabulary } from "./prepare.ts";

/** The best match of each sentence in the other text: its place there, -1 for none, and its score. */
export interface BestMatches {
  readonly place: Int32Array;
  readonly score: Float64Array;
}

/** IDF-Dice of all pairs of sentences that share a stem, row by row: for sentence i of a, the places in b with their scores. */
export interface Scores {
  readonly rows: readonly ReadonlyMap<number, number>[];
}

/**
 * Scores every pair of sentences that share a stem, through an index of b's stems [LI4].
 * Time grows with the shared occurrences, not with the product of the lengths.
 */
export function scorePairs(a: readonly StemSet[], b: readonly StemSet[], vocabulary: Vocabulary): Scores {
  const places = new Map<number, number[]>();
  b.forEach((sentence, j) => {
    for (const id of sentence.ids) {
      const list = places.get(id);
      if (list === undefined) places.set(id, [j]);
      else list.push(j);
    }
  });
  return { rows: a.map((sentence) => scoreRow(sentence, b, { places, vocabulary })) };
}

function scoreRow(
  sentence: StemSet,
  b: readonly StemSet[],
  { places, vocabulary }: { readonly places: ReadonlyMap<number, readonly number[]>; readonly vocabulary: Vocabulary },
): ReadonlyMap<number, number> {
  const shared = new Map<number, number>();
  for (const id of sentence.ids) {
    const weight = vocabulary.weightOf(id);
    for (const j of places.get(id) ?? []) shared.set(j, (shared.get(j) ?? 0) + weight);
  }
  for (const [j, weight] of shared) shared.set(j, (2 * weight) / (sentence.weight + (b[j] as StemSet).weight));
  return shared;
}

/** For each sentence of a its best in b; the earlier one at a tie. */
export function bestMatches(scores: Scores): BestMatches {
  const place = new Int32Array(scores.rows.length).fill(-1);
  const score = new Float64Array(scores.rows.length);
  scores.rows.forEach((row, i) => {
    for (const [j, s] of row) {
      const best = score[i] as number;
      if (s > best || (s === best && j < (place[i] as number))) {
        score[i] = s;
        place[i] = j;
      }
    }
  });
  return { place, score };
}

/** The scores with rows and columns exchanged. */
export function transposed(scores: Scores, columns: number): Scores {
  const rows: Map<number, number>[] = Array.from({ length: columns }, () => new Map());
  scores.rows.forEach((row, i) => {
    for (const [j, s] of row) rows[j]?.set(i, s);
  });
  return { rows };
}

/** Mean score of the best matches, each sentence counted by its weight; 0 for a text without weight. */
export function meanBest(sentences: readonly StemSet[], best: BestMatches): number {
  let sum = 0;
  let weight = 0;
  sentences.forEach((s, i) => {
    sum += s.weight * (best.score[i] as number);
    weight += s.weight;
  });
  return weight === 0 ? 0 : sum / weight;
}

/** Share of the sentences, by weight, whose best match reaches `least`. */
export function coverage(sentences: readonly StemSet[], best: BestMatches, least: number): number {
  let reached = 0;
  let weight = 0;
  sentences.forEach((s, i) => {
    if ((best.score[i] as number) >= least) reached += s.weight;
    weight += s.weight;
  });
  return weight === 0 ? 0 : reached / weight;
}

/**
 * Kendall's tau-a of the order of the best matches that reach `least`, −1 to 1, with how many there are;
 * ties in place count for nothing. Tau is 0 where fewer than two match.
 */
export function orderTau(best: BestMatches, least: number): { readonly tau: number; readonly matches: number } {
  const places: number[] = [];
  best.place.forEach((j, i) => {
    if (j >= 0 && (best.score[i] as number) >= least) places.push(j);
  });
  const matches = places.length;
  // The order of a few hundred matches tells as much as that of thousands.
  const used = places.slice(0, 400);
  let sum = 0;
  for (let i = 0; i < used.length; i++)
    for (let k = i + 1; k < used.length; k++) sum += Math.sign((used[k] as number) - (used[i] as number));
  const pairs = (used.length * (used.length - 1)) / 2;
  return { tau: pairs === 0 ? 0 : sum / pairs, matches };
}
