import type { Judged } from "../model/explanations.ts";
import { SURPRISE_RANGES } from "../model/likelihood.ts";

/** A stated value as its two ends; a number is both. The number used for it is the middle [XP2]. */
export interface Ends {
  readonly from: number;
  readonly to: number;
  /** The number used in the point posterior, where it is not the middle: a computed term knows its own. */
  readonly at?: number;
}

export type SurpriseRanges = Readonly<Record<string, Ends>>;

/** The ends of a number, a range or a word of XP2; null for a word that is none. */
export function endsOf(judged: Judged, words: SurpriseRanges = SURPRISE_RANGES): Ends | null {
  if (typeof judged === "number") return { from: judged, to: judged };
  if (!("word" in judged)) return judged;
  const range = Object.hasOwn(words, judged.word) ? words[judged.word] : undefined;
  return range === undefined ? null : { from: range.from, to: range.to };
}

/** The middle of a range: the number that the point posterior takes for a range or a word. */
export function middle({ from, to, at }: Ends): number {
  if (at !== undefined) return at;
  return from === to ? from : (from + to) / 2;
}

/** Chance of *not* seeing what has these ends. */
export function not({ from, to, at }: Ends): Ends {
  return { from: 1 - to, to: 1 - from, ...(at === undefined ? {} : { at: 1 - at }) };
}

/** Whether both ends are chances that can be used: over 0, at most 1, in order. A chance of 0 would settle the question for ever. */
export function isUsable({ from, to }: Ends): boolean {
  return from > 0 && to <= 1 && from <= to;
}
