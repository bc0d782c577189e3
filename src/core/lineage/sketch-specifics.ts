import type { Mention } from "../model/reading.ts";
import type { Words } from "./scan.ts";
import { distinct } from "./sorted.ts";
import type { Spelling, Vocabulary } from "./vocabulary.ts";

/** The names and numbers of a text, in the order of their first mention. */
export interface SketchSpecifics {
  readonly key: Int32Array;
  /** How much each says where the other text lacks it, 0 to 1. */
  readonly telling: Float64Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Ids of the gazetteer's actor or place, as numbers, so that an alias is nothing new. */
  readonly alias: readonly (readonly number[])[];
}

const NONE: readonly number[] = [];
const UNCOVERED = { alias: NONE, named: false };
/** A word that no table has, at the head of a sentence, may be a rare word or a name. */
const TELLING_AT_HEAD = 0.375;

/**
 * The specifics of a text, true-cased, and every key that it knows. A capital counts as a name only inside a sentence that is not itself
 * in capitals or title case; elsewhere only where the table has never seen the word, or the text has it as a name further on.
 * Arabic has no capitals: there a name is a mention of the gazetteer, a proposal, or a word unknown to the table.
 */
export function specificsOf(
  unsorted: readonly Mention[],
  { words, rows }: { readonly words: Words; readonly rows: readonly number[] },
  vocabulary: Vocabulary,
): { readonly specifics: SketchSpecifics; readonly known: Int32Array; readonly stems: ReadonlySet<number> } {
  const mentions = [...unsorted].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const lower = lowerForms(words.spelling);
  const known: number[] = [];
  const found = new Map<number, { telling: number; start: number; end: number; alias: readonly number[] }>();
  const stems = new Set<number>();
  let [at, row, titled] = [0, -1, false];
  words.spelling.forEach((spelling, i) => {
    const first = i === rows[row + 1];
    if (first) titled = isTitled(words.spelling, rows[++row] as number, rows[row + 1] as number);
    const [start, end] = [words.start[i] as number, words.end[i] as number];
    while (at < mentions.length && (mentions[at] as Mention).span.end <= start) at++;
    const over = at < mentions.length ? covering(mentions, at, { start, end, vocabulary }) : UNCOVERED;
    known.push(spelling.key, spelling.norm, ...over.alias);
    const is = kindOf(spelling, { first, titled, lower, named: over.named });
    if (is === null) return;
    if (is === "name") stems.add(spelling.stem);
    if (found.has(spelling.key)) return;
    const telling = first && is === "name" && !spelling.inTable ? TELLING_AT_HEAD : spelling.telling;
    found.set(spelling.key, { telling, start, end, alias: over.alias });
  });
  const all = [...found.values()];
  return {
    specifics: {
      key: new Int32Array([...found.keys()]),
      telling: Float64Array.from(all, (s) => s.telling),
      start: Int32Array.from(all, (s) => s.start),
      end: Int32Array.from(all, (s) => s.end),
      alias: all.map((s) => s.alias),
    },
    known: distinct(known),
    stems,
  };
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly vocabulary: Vocabulary;
}

function covering(mentions: readonly Mention[], from: number, { start, end, vocabulary }: Place) {
  let alias: number[] | null = null;
  let named = false;
  for (let k = from; k < mentions.length; k++) {
    const mention = mentions[k] as Mention;
    if (mention.span.start >= end) break;
    if (mention.span.end < end || mention.span.start > start) continue;
    named = true;
    alias ??= [];
    if (mention.is !== "proposal") alias.push(vocabulary.idOf(`@${mention.id}`));
    if (mention.standsFor !== undefined) alias.push(vocabulary.idOf(`@${mention.standsFor}`));
  }
  return { alias: alias ?? NONE, named };
}

interface Casing {
  readonly first: boolean;
  readonly titled: boolean;
  readonly lower: ReadonlySet<number>;
  readonly named: boolean;
}

function kindOf(s: Spelling, { first, titled, lower, named }: Casing): "name" | "number" | null {
  if (s.is === "number") return "number";
  if (s.is === "arabic") return named || !s.inTable ? "name" : null;
  if (!s.capital || s.length < 2) return null;
  const abbreviated = s.shouted && !titled && s.length <= 3;
  if (lower.has(s.norm) && !abbreviated) return null;
  const firm = !first && !titled && (!s.shouted || abbreviated || !s.inTable);
  return firm || !s.inTable ? "name" : null;
}

function lowerForms(words: readonly Spelling[]): ReadonlySet<number> {
  const lower = new Set<number>();
  for (const s of words) if (!s.capital && s.is !== "number") lower.add(s.norm);
  return lower;
}

/** Whether most of the longer words after the first have capitals: a headline, or shouting. */
function isTitled(words: readonly Spelling[], from: number, to: number): boolean {
  let [longer, capitals] = [0, 0];
  for (let i = from + 1; i < to; i++) {
    const s = words[i] as Spelling;
    if (s.length < 4 || s.is === "number") continue;
    longer++;
    if (s.capital) capitals++;
  }
  return longer >= 3 && capitals > 0.6 * longer;
}
