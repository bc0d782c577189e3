import type { StemSet, Vocabulary } from "./prepare.ts";

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
