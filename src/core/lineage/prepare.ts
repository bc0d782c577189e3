import type { Sentence } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import { stemOf, type Word, wordsOf } from "../text/words.ts";
import type { PreparedSentence, ReadText, StemSet } from "./prepared.ts";
import { findSpecifics, type Specific } from "./specifics.ts";
import { shippedWeights, type WordWeights } from "./weights.ts";

export type { PreparedSentence, ReadText, StemSet } from "./prepared.ts";

/** Numbers for stems, so that texts are compared by sorted arrays. One for all texts of a question. */
export interface Vocabulary {
  readonly idOf: (stem: string) => number;
  readonly weightOf: (id: number) => number;
  readonly stemOf: (id: number) => string;
  readonly size: () => number;
  readonly words: WordWeights;
  /** The stem of a folded word, remembered. */
  readonly stem: (norm: string) => string;
}

/** Words that stand in half of all reports say nothing when shared. */
const LEAST_WEIGHT = 0.7;

export function vocabulary(words: WordWeights = shippedWeights()): Vocabulary {
  const ids = new Map<string, number>();
  const stems: string[] = [];
  const weights: number[] = [];
  const idOf = (stem: string) => {
    const known = ids.get(stem);
    if (known !== undefined) return known;
    const weight = words.of(stem);
    ids.set(stem, stems.length);
    stems.push(stem);
    weights.push(weight < LEAST_WEIGHT ? 0 : weight);
    return stems.length - 1;
  };
  const stemmed = new Map<string, string>();
  const stem = (norm: string) => {
    const known = stemmed.get(norm) ?? stemOf(norm);
    stemmed.set(norm, known);
    return known;
  };
  return {
    idOf,
    stem,
    weightOf: (id) => weights[id] ?? 0,
    stemOf: (id) => stems[id] ?? "",
    size: () => stems.length,
    words,
  };
}

/** A text made ready for comparison: its own words only, without byline, footer and repeats [LI1]. */
export interface Prepared {
  readonly read: ReadText;
  readonly sentences: readonly PreparedSentence[];
  readonly stems: StemSet;
  /** Distinct stem ids of all words, the commonest too. */
  readonly allStems: ReadonlySet<number>;
  readonly specifics: readonly Specific[];
  /** Folded name keys, numbers and mention ids that the text has anywhere. */
  readonly known: ReadonlySet<string>;
  readonly shingles: { readonly three: ReadonlySet<number>; readonly five: ReadonlySet<number> };
  readonly wordCount: number;
}

/** A document of a lineage graph. */
export interface Node {
  readonly id: string;
  readonly text: Prepared;
}

/** The text made ready; linear in its length. */
export function prepare(read: ReadText, vocabulary: Vocabulary): Prepared {
  const { text } = read.info;
  const sentences: PreparedSentence[] = [];
  read.reading.sentences.forEach((sentence, index) => {
    if (!isCounted(sentence)) return;
    const words = wordsOf(text, sentence, vocabulary.stem);
    if (words.length > 0) sentences.push({ index, span: bare(sentence), words, ...keyed(words, vocabulary) });
  });
  const all = sentences.flatMap((s) => s.words.map((w) => vocabulary.idOf(w.stem)));
  const { specifics, known } = findSpecifics(read, sentences, vocabulary.words);
  return {
    read,
    sentences,
    stems: stemSet(all, vocabulary),
    allStems: new Set(all),
    specifics,
    known,
    shingles: { three: shingles(sentences, vocabulary, 3), five: shingles(sentences, vocabulary, 5) },
    wordCount: all.length,
  };
}

/** Whether a sentence is the text's own: headline, body or picture text, said for the first time. */
export function isCounted(sentence: Sentence): boolean {
  return sentence.repeat !== true && sentence.part !== "footer" && sentence.part !== "byline";
}

function bare({ start, end }: Span): Span {
  return { start, end };
}

function keyed(words: readonly Word[], vocabulary: Vocabulary) {
  const ids = words.map((w) => vocabulary.idOf(w.stem));
  return { ...stemSet(ids, vocabulary), key: words.map((w) => w.norm).join(" ") };
}

/** The distinct ids that carry weight, sorted. */
export function stemSet(ids: readonly number[], vocabulary: Vocabulary): StemSet {
  const telling = [...new Set(ids)].filter((id) => vocabulary.weightOf(id) > 0);
  const sorted = Int32Array.from(telling).sort();
  let weight = 0;
  for (const id of sorted) weight += vocabulary.weightOf(id);
  return { ids: sorted, weight };
}

/** Numbers of the runs of `length` words, within sentences; collisions are as good as excluded below 2^52. */
function shingles(sentences: readonly PreparedSentence[], vocabulary: Vocabulary, length: number): Set<number> {
  const runs = new Set<number>();
  for (const { words } of sentences) {
    for (let i = 0; i + length <= words.length; i++) {
      let run = 7;
      for (let k = 0; k < length; k++) {
        const word = words[i + k];
        run = (run * 1_000_003 + vocabulary.idOf(word === undefined ? "" : word.norm)) % 9_007_199_259;
      }
      runs.add(run);
    }
  }
  return runs;
}

/** The weight of what two sets share. */
export function sharedWeight(a: StemSet, b: StemSet, vocabulary: Vocabulary): number {
  let weight = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const x = a.ids[i] as number;
    const y = b.ids[j] as number;
    if (x === y) weight += vocabulary.weightOf(x);
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return weight;
}

/** IDF-weighted Dice [LI4], 0 to 1; 0 where either side carries no weight. */
export function dice(a: StemSet, b: StemSet, vocabulary: Vocabulary): number {
  const both = a.weight + b.weight;
  return a.weight === 0 || b.weight === 0 ? 0 : (2 * sharedWeight(a, b, vocabulary)) / both;
}
