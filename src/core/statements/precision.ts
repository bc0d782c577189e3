import data from "../data/frame-precision.json" with { type: "json" };
import type { Frame } from "../model/statement.ts";

export interface Counted {
  readonly k: number;
  readonly n: number;
}

/** What lowers a precision [ST2]. */
export type Lowering = "speaker-missing" | "long-sentence" | "inside-quotation" | "last-resort";

/** Measured precision of frames and of what lowers it, by language. */
export interface PrecisionTable {
  readonly frames: Readonly<Record<string, Readonly<Record<string, Counted>>>>;
  /** Found right (k) and expected right by the frame alone (n), where the condition holds; or a stated share. */
  readonly lowered: Readonly<Record<Lowering, Counted | { readonly share: number }>>;
}

export const shippedPrecision: PrecisionTable = data;

/** Sentences longer than this many tokens lower the precision of what is found in them. */
export const LONG_SENTENCE = 45;

/** The measured precision of a frame, (k+½)/(n+1), times the share that each condition leaves of it; between 0 and 1 [ST2]. */
export function precisionOf(
  frame: Frame,
  language: string,
  {
    lowerings = [],
    table = shippedPrecision,
  }: { readonly lowerings?: readonly Lowering[]; readonly table?: PrecisionTable },
): number {
  const byFrame = table.frames[language] ?? table.frames.en ?? {};
  const { k, n } = byFrame[frame] ?? { k: 0, n: 0 };
  const base = (k + 0.5) / (n + 1);
  return lowerings.reduce((p, lowering) => p * shareLeft(table.lowered[lowering]), base);
}

function shareLeft(lowered: Counted | { readonly share: number }): number {
  return "share" in lowered ? lowered.share : Math.min(1, (lowered.k + 0.5) / (lowered.n + 0.5));
}
