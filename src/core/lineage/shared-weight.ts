import type { StemSet } from "./prepared.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The weight of what two sets share. */
export function sharedWeight(a: StemSet, b: StemSet, vocabulary: Vocabulary): number {
  let weight = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const x = a.ids[i] as number;
    const y = b.ids[j] as number;
    if (x === y) weight += vocabulary.weightOf(x);
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return weight;
}
