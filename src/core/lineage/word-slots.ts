import { readWord, stemOf } from "../text/words.ts";
import { RARE } from "./sketch.ts";
import { shippedWeights, type WordWeights } from "./weights.ts";

/** Words are kept under as many numbers; two that fall on one number count as one word, which lets a chance candidate through. */
export const SLOTS = 1 << 20;

/** Spellings remembered, one a place; a word that falls on the place of another takes it. */
const PLACES = 1 << 17;
/** Columns of a place: a hash of the letters, independent of the place's, and the slot and 2, 1 for a word that is not rare, 0 for an empty place. */
const [HASH, SLOT, WIDTH] = [0, 1, 2];

/** Writes the slots of a text's rare words, perhaps some twice, and returns how many. Throws if `into` is too short. */
export type RareSlots = (words: readonly string[], into: Int32Array) => number;

/** The slots of rare words, each spelling looked up by two hashes of its letters. */
export function rareSlots(weights: WordWeights = shippedWeights()): RareSlots {
  const places = new Int32Array(PLACES * WIDTH);
  return (words, into) => {
    let count = 0;
    for (const word of words) {
      let [high, low] = [0x811c9dc5 | 0, 7];
      for (let i = 0; i < word.length; i++) {
        const c = word.charCodeAt(i);
        high = Math.imul(high ^ c, 0x01000193);
        low = (Math.imul(low, 31) + c) | 0;
      }
      const at = (Math.imul(low, 0x9e3779b1) >>> 15) * WIDTH;
      let slot = places[at + SLOT] as number;
      if (slot === 0 || places[at + HASH] !== high) {
        slot = slotOf(word, weights) + 2;
        places[at + HASH] = high;
        places[at + SLOT] = slot;
      }
      if (slot > 1) into[count++] = slot - 2;
    }
    return count;
  };
}

/** −1 for a word that is not rare. FNV-1a, stirred once more, cut to the slots. */
function slotOf(word: string, weights: WordWeights): number {
  const { stem } = readWord(word, stemOf);
  if (weights.of(stem) < RARE) return -1;
  let hash = 0x811c9dc5;
  for (let i = 0; i < stem.length; i++) hash = Math.imul(hash ^ stem.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) & (SLOTS - 1);
}
