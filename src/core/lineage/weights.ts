import arabic from "../data/word-frequency.ar.json" with { type: "json" };
import english from "../data/word-frequency.en.json" with { type: "json" };

/**
 * How telling it is that two texts share a word [LI2]: −ln of the chance that a report of 400 words has it, from a shipped table
 * with its source and licence, never from the texts at hand.
 */
export interface WordWeights {
  /** The weight of a stem, 0 (everywhere) to about 10 (unknown to the table). */
  readonly of: (stem: string) => number;
  /** Whether the table has the stem. */
  readonly has: (stem: string) => boolean;
}

interface Table {
  readonly unknown: number;
  readonly weights: readonly { readonly tenths: number; readonly stems: string }[];
}

/** A number says as much as a fairly rare word: small ones are common, years and large ones are not. */
function ofNumber(stem: string): number {
  const value = Number(stem);
  if (value <= 12) return 2.5;
  return stem.length <= 2 ? 4 : 5.5;
}

/** The weights of the given tables; a word in Arabic script that none has gets the Arabic table's weight for unknown words. */
export function wordWeights(latin: Table, arab: Table): WordWeights {
  const weights = new Map<string, number>();
  for (const table of [latin, arab])
    for (const { tenths, stems } of table.weights) for (const stem of stems.split(" ")) weights.set(stem, tenths / 10);
  const of = (stem: string) => {
    const known = weights.get(stem);
    if (known !== undefined) return known;
    const first = stem.charCodeAt(0);
    if (first >= 0x30 && first <= 0x39) return ofNumber(stem);
    return first > 0x7f && /\p{Script=Arabic}/u.test(stem) ? arab.unknown : latin.unknown;
  };
  return { of, has: (stem) => weights.has(stem) };
}

let shipped: WordWeights | undefined;

/** The shipped tables, English and Arabic, unpacked on first use. */
export function shippedWeights(): WordWeights {
  shipped ??= wordWeights(english, arabic);
  return shipped;
}
