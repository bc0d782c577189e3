import type { PairFeatures } from "./features.ts";
import type { Tally } from "./tally.ts";

/** The columns of the direction's model, in its order. */
export const ASYMMETRY_NAMES = [
  "specifics that the other lacks",
  "attributions",
  "hedges",
  "dates and numbers",
  "loaded words",
  "exclamations and questions",
] as const;

/**
 * The asymmetries of two texts, each positive when it speaks for b as the copy and changing its sign when they are exchanged.
 * Specifics and attributions are counted, for a copy loses them; the rest is taken per word, so that length alone decides nothing.
 */
export function asymmetries(features: PairFeatures, a: Tally, b: Tally): readonly number[] {
  const ratio = (x: number, y: number) => Math.log((x + 0.5) / (y + 0.5));
  const rate = (of: keyof Tally) => Math.log(per100(a, of) / per100(b, of));
  return [
    ratio(features.a.novel.length, features.b.novel.length),
    ratio(a.attributions, b.attributions),
    rate("hedges"),
    rate("precise"),
    -rate("loaded"),
    -rate("outcries"),
  ];
}

/** Per hundred words, with half a word added so that none is nothing to divide by. */
function per100(t: Tally, of: keyof Tally): number {
  return (100 * (t[of] + 0.5)) / (t.words + 50);
}
