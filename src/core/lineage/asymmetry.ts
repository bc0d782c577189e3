import type { PairFeatures } from "./features.ts";
import { loadedStems } from "./loaded.ts";
import { marksOfText } from "./marks.ts";
import type { Prepared } from "./prepare.ts";

/** What a text has of the things that copies lose or gain [LI5]. */
export interface Tally {
  readonly attributions: number;
  readonly hedges: number;
  /** Years, days and months, and other numbers: how exact it is. */
  readonly precise: number;
  readonly loaded: number;
  readonly outcries: number;
  readonly words: number;
}

const MONTH_OR_DAY =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** Counts what the direction goes by. */
export function tally(text: Prepared): Tally {
  const marks = marksOfText(text);
  const sum = (of: (m: (typeof marks)[number]) => number) => marks.reduce((total, m) => total + of(m), 0);
  const loaded = loadedStems();
  let [precise, coloured] = [0, 0];
  for (const { words } of text.sentences)
    for (const w of words) {
      if (w.number !== undefined || (w.capital && MONTH_OR_DAY.test(w.norm))) precise++;
      else if (loaded.has(w.stem)) coloured++;
    }
  return {
    attributions: sum((m) => m.cues.length),
    hedges: sum((m) => m.hedges.filter((h) => h.value !== "confirmed" && h.value !== "asserted").length),
    precise,
    loaded: coloured,
    outcries: text.sentences.filter((s) => /[!?؟]/.test(text.read.info.text.slice(s.span.start, s.span.end))).length,
    words: text.wordCount,
  };
}

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
