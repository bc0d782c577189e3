import { lexiconOf } from "../text/lexicon.ts";
import { countMarks } from "./marks.ts";
import type { ReadText } from "./prepared.ts";
import type { Words } from "./scan.ts";
import type { Spelling } from "./vocabulary.ts";

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

/** Counts what the direction goes by; `index` gives the place of each row of words among the sentences of the reading. */
export function tally(
  { info, reading }: ReadText,
  {
    words,
    rows,
    index,
  }: { readonly words: Words; readonly rows: readonly number[]; readonly index: readonly number[] },
): Tally {
  let [attributions, hedges, outcries, precise, loaded] = [0, 0, 0, 0, 0];
  index.forEach((place, k) => {
    const row = words.spelling.slice(rows[k], rows[k + 1]);
    const sentence = reading.sentences[place];
    if (sentence === undefined) return;
    if (/[!?؟]/.test(info.text.slice(sentence.start, sentence.end))) outcries++;
    const norms = row.map((s) => s.signs.fold);
    const lexicon = lexiconOf(sentence.language);
    row.forEach(({ signs, capital }: Spelling, at) => {
      if (signs.precise) precise++;
      else if (signs.loaded) loaded++;
      if (!signs.mark) return;
      const found = countMarks(lexicon, norms, { at, capital });
      attributions += found.cues;
      hedges += found.hedges;
    });
  });
  return { attributions, hedges, precise, loaded, outcries, words: words.spelling.length };
}
