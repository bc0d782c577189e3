import type { Span } from "../model/span.ts";
import { type Word, wordsOf } from "../text/words.ts";
import type { PreparedSentence, ReadText, StemSet } from "./prepared.ts";
import { sharedWeight } from "./shared-weight.ts";
import { isCounted, type Sketch, sketch } from "./sketch.ts";
import type { Specific } from "./specifics.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type { PreparedSentence, ReadText, StemSet } from "./prepared.ts";
export { sharedWeight } from "./shared-weight.ts";
export { type Vocabulary, vocabulary } from "./vocabulary.ts";

/** A text made ready for comparison: its own words only, without byline, footer and repeats [LI1]. */
export interface Prepared {
  readonly read: ReadText;
  readonly sketch: Sketch;
  readonly sentences: readonly PreparedSentence[];
  readonly stems: StemSet;
  /** Distinct stem ids of all words, the commonest too. */
  readonly allStems: ReadonlySet<number>;
  readonly specifics: readonly Specific[];
  /** Folded name keys, numbers and mention ids that the text has anywhere. */
  readonly known: ReadonlySet<string>;
  readonly wordCount: number;
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
  const lean = sketch(read, vocabulary);
  return {
    read,
    sketch: lean,
    sentences,
    stems: stemSet(all, vocabulary),
    allStems: new Set(all),
    specifics: named(lean, vocabulary),
    known: new Set(Array.from(lean.known, vocabulary.stemOf)),
    wordCount: all.length,
  };
}

/** The specifics of a sketch by their names. */
function named({ specifics }: Sketch, { stemOf }: Vocabulary): readonly Specific[] {
  return Array.from(specifics.key, (id, k) => {
    const key = stemOf(id);
    const span = { start: specifics.start[k] as number, end: specifics.end[k] as number };
    const ids = (specifics.alias[k] ?? []).map((alias) => stemOf(alias).slice(1));
    return { key, is: key.startsWith("#") ? "number" : "name", span, ids };
  });
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

/** IDF-weighted Dice [LI4], 0 to 1; 0 where either side carries no weight. */
export function dice(a: StemSet, b: StemSet, vocabulary: Vocabulary): number {
  const both = a.weight + b.weight;
  return a.weight === 0 || b.weight === 0 ? 0 : (2 * sharedWeight(a, b, vocabulary)) / both;
}
