import { lexiconOf } from "../text/lexicon.ts";
import { loadedStems } from "./loaded.ts";
import { mayMark } from "./marks.ts";

const MONTH_OR_DAY =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** What of a spelling the tally goes by. */
export interface TallySigns {
  /** As the lexicon has it. */
  readonly fold: string;
  readonly mark: boolean;
  readonly precise: boolean;
  readonly loaded: boolean;
}

/** The signs of a folded word. */
export function tallySigns(
  fold: string,
  word: { readonly norm: string; readonly stem: string; readonly number: boolean; readonly capital: boolean },
): TallySigns {
  const precise = word.number || (word.capital && MONTH_OR_DAY.test(word.norm));
  const mark = ["en", "ar"].some((language) => mayMark(lexiconOf(language), fold));
  return { fold, mark, precise, loaded: !precise && loadedStems().has(word.stem) };
}
