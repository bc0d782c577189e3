import type { AssessedExplanation } from "../model/assessment.ts";
import type { ModelEvidence } from "../model/explanations.ts";
import { LIKELIHOOD_BANDS, likelihoodWord } from "../model/likelihood.ts";
import type { Stated } from "./file-numbers.ts";
import type { Ends } from "./judged.ts";

/** Which likelihood words a range has, and what withholds one. */

const place = (word: string): number => LIKELIHOOD_BANDS.findIndex((b) => b.word === word);
const EVEN = place("roughly even chance");

interface Without {
  /** The chance with each single item left out. */
  readonly leftOut: readonly number[];
  /** Of an explanation that names a state: its chance without silences and motives; else null. */
  readonly bare: number | null;
}

/**
 * The likelihood words of a range [XP4]: one band, or two neighbours; null where it is wider or passes 1 or 99 %. "Almost certain" only
 * if the probability stays in that band whichever single item is left out [XP9]; for a state no word over "roughly even chance" unless it
 * would be over even without silences and motives too [XP10].
 */
export function told(range: Ends, { leftOut, bare }: Without): Pick<AssessedExplanation, "words" | "withheld"> {
  const [low, high] = [likelihoodWord(range.from), likelihoodWord(range.to)];
  if (low === null || high === null || place(high.word) - place(low.word) > 1) return { words: null };
  if (high.word === "almost certain" && leftOut.some((p) => p < high.from)) {
    return { words: null, withheld: "one-item" };
  }
  const over = (p: number) =>
    place(likelihoodWord(p)?.word ?? (p > 0.5 ? "almost certain" : "almost no chance")) > EVEN;
  if (bare !== null && place(high.word) > EVEN && !over(bare)) return { words: null, withheld: "silence-or-motive" };
  return { words: low.word === high.word ? [low.word] : [low.word, high.word] };
}

/** Whether the explanation names a state, or a part of one. */
export function isState({ gathered, input }: Stated, explanation: string): boolean {
  const actors = gathered.explanations.find((e) => e.body.explanation === explanation)?.body.actors ?? [];
  return actors.some((a) => (input.states ?? []).includes(a));
}

/** Whether an item is a silence, or tells a motive: it can carry no state's complicity [XP10]. */
export function carriesNothing({ gathered }: Stated, { id, computed }: ModelEvidence): boolean {
  if (computed === true) return id.startsWith("silence-");
  return gathered.evidence.find((e) => e.body.evidence === id)?.body.motive === true;
}
