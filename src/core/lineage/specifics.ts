import type { Mention } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import type { Word } from "../text/words.ts";
import type { PreparedSentence, ReadText } from "./prepared.ts";
import type { WordWeights } from "./weights.ts";

/** A name or number of a text [LI3], with its first place. */
export interface Specific {
  /** `#` and the value of a number, or a folded name. */
  readonly key: string;
  readonly is: "name" | "number";
  readonly span: Span;
  /** Ids of the gazetteer's actor or place that the word stands in, so that an alias is nothing new. */
  readonly ids: readonly string[];
}

/** Endings of demonyms and plurals: one key for a country, its people and its adjective. */
const DEMONYM = /(?:ians?|eans?|ans?|ese|ia|is?|s|a|e)$/;

/** A name without the ending that makes it an adjective; three letters are left at least. */
export function nameKey(norm: string): string {
  const cut = norm.replace(DEMONYM, "");
  return cut.length >= 3 ? cut : norm;
}

/**
 * The specifics of a text, true-cased, and every key that it knows. A capital counts as a name only inside a sentence that is not itself
 * in capitals or title case; elsewhere only where the table has never seen the word, or the text has it as a name further on.
 * Arabic has no capitals: there a name is a mention of the gazetteer, a proposal, or a word unknown to the table.
 */
export function findSpecifics(
  { reading }: ReadText,
  sentences: readonly PreparedSentence[],
  words: WordWeights,
): { readonly specifics: readonly Specific[]; readonly known: ReadonlySet<string> } {
  const mentions = [...reading.mentions].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const lower = lowerForms(sentences);
  const known = new Set<string>();
  const found = new Map<string, Specific>();
  let at = 0;
  for (const sentence of sentences) {
    const titled = isTitled(sentence.words);
    sentence.words.forEach((word, i) => {
      while (at < mentions.length && (mentions[at] as Mention).span.end <= word.start) at++;
      const over = coveringIds(mentions, at, word);
      const key = word.number === undefined ? nameKey(word.norm) : `#${word.stem}`;
      known.add(key);
      known.add(word.norm);
      for (const id of over.ids) known.add(`@${id}`);
      const is = kindOf(word, { first: i === 0, titled, lower, words, named: over.named });
      if (is !== null && !found.has(key)) found.set(key, { key, is, span: spanOf(word), ids: over.ids });
    });
  }
  return { specifics: [...found.values()], known };
}

/** Whether a text has the specific, under this name or an alias. */
export function knows(known: ReadonlySet<string>, specific: Specific): boolean {
  return known.has(specific.key) || specific.ids.some((id) => known.has(`@${id}`));
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function coveringIds(mentions: readonly Mention[], from: number, word: Word) {
  const ids: string[] = [];
  let named = false;
  for (let k = from; k < mentions.length; k++) {
    const mention = mentions[k] as Mention;
    if (mention.span.start >= word.end) break;
    if (mention.span.end < word.end) continue;
    named = true;
    if (mention.is !== "proposal") ids.push(mention.id);
    if (mention.standsFor !== undefined) ids.push(mention.standsFor);
  }
  return { ids, named };
}

interface Casing {
  readonly first: boolean;
  readonly titled: boolean;
  readonly lower: ReadonlySet<string>;
  readonly words: WordWeights;
  readonly named: boolean;
}

function kindOf(word: Word, { first, titled, lower, words, named }: Casing): Specific["is"] | null {
  if (word.number !== undefined) return "number";
  if (/\p{Script=Arabic}/u.test(word.norm)) return named || !words.has(word.stem) ? "name" : null;
  if (!word.capital || word.norm.length < 2) return null;
  const abbreviated = word.shouted && !titled && word.norm.length <= 3;
  if (lower.has(word.norm) && !abbreviated) return null;
  const firm = !first && !titled && (!word.shouted || abbreviated || !words.has(word.stem));
  if (firm) return "name";
  return words.has(word.stem) ? null : "name";
}

function lowerForms(sentences: readonly PreparedSentence[]): ReadonlySet<string> {
  const lower = new Set<string>();
  for (const { words } of sentences) for (const w of words) if (!w.capital && w.number === undefined) lower.add(w.norm);
  return lower;
}

/** Whether most of the longer words after the first have capitals: a headline, or shouting. */
function isTitled(words: readonly Word[]): boolean {
  const longer = words.slice(1).filter((w) => w.norm.length >= 4 && w.number === undefined);
  return longer.length >= 3 && longer.filter((w) => w.capital).length > 0.6 * longer.length;
}
