import type { Span } from "../model/span.ts";

// A number with its separators, a word with its marks and inner apostrophes or hyphens, or any other single character.
const WORD =
  /\p{N}+(?:[.,:٫٬/]\p{N}+)*|[\p{L}\p{M}\p{Cf}][\p{L}\p{M}\p{N}\p{Cf}]*(?:['’\-‐‑.][\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}]*)*|\S/gu;

/** The words, numbers and signs of a stretch of text in any script, as spans; every character but white space is in one. */
export function splitWords(text: string, { start, end }: Span): Span[] {
  const out: Span[] = [];
  for (const m of text.slice(start, end).matchAll(WORD)) {
    out.push({ start: start + m.index, end: start + m.index + m[0].length });
  }
  return out;
}
