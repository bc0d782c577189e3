import type { Sentence } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import { findQuotations } from "../text/quotations.ts";
import { eachWord } from "../text/words.ts";
import type { ReadText, StemSet } from "./prepared.ts";
import { type SketchSpecifics, specificsOf } from "./sketch-specifics.ts";
import { distinct, packed, type Runs, runsOf } from "./sorted.ts";
import type { Token, Vocabulary } from "./vocabulary.ts";

/** What the verdict sees of a text [LI3]: its own words only [LI1], as sorted numbers; about 10 KB for 400 words. */
export interface Sketch {
  readonly read: ReadText;
  readonly wordCount: number;
  readonly sentences: SketchSentences;
  /** Distinct stems that carry weight. */
  readonly stems: StemSet;
  /** The same without names, numbers and what stands between quote marks: the reporter's own words. */
  readonly plain: StemSet;
  /** Runs of three stems outside quote marks, and of five words, hashed. */
  readonly three: Runs;
  readonly five: Uint32Array;
  /** What stands between quote marks. */
  readonly quoted: StemSet;
  /** Rare stems with the place of their first mention, by stem. */
  readonly first: { readonly ids: Int32Array; readonly at: Int32Array };
  readonly specifics: SketchSpecifics;
  /** Every name key, number, folded form and id of a mention that the text has, sorted. */
  readonly known: Int32Array;
  /** Of all words in their order. */
  readonly hash: number;
}

/** The sentences that count, as one array of their stems with the start of each. */
export interface SketchSentences {
  readonly count: number;
  /** Their places among the sentences of the reading. */
  readonly index: Int32Array;
  /** Stems outside quote marks; sentence k has ids start[k] to start[k + 1]. */
  readonly start: Int32Array;
  readonly ids: Int32Array;
  readonly weight: Float64Array;
  /** Hash of its folded words. */
  readonly key: Float64Array;
}

/** Stems of this weight or more are rare: about one report in fifty has them. */
export const RARE = 4;
/** Shorter quotations are words held at a distance, not somebody's speech. */
const SHORTEST_QUOTATION = 15;
/** A text that is mostly quotations is compared whole. */
const MOST_QUOTED = 0.5;
/** Sentences and words beyond these are left out of the comparison. */
export const MOST_SKETCHED = { sentences: 2000, words: 200_000 } as const;

/** The sketch of a text; linear in its length but for sorting. */
export function sketch(read: ReadText, vocabulary: Vocabulary): Sketch {
  const { sentences, index, words } = tokens(read, vocabulary);
  if (words.filter((w) => w.quoted).length > MOST_QUOTED * words.length) for (const w of words) w.quoted = false;
  const found = specificsOf(read.reading.mentions, sentences, vocabulary);
  const weigh = (ids: Int32Array): StemSet => ({
    ids,
    weight: ids.reduce((sum, id) => sum + vocabulary.weightOf(id), 0),
  });
  const heavy = words.filter((w) => w.spelling.weight > 0);
  const plain = heavy.filter((w) => w.spelling.weight >= 1 && !w.quoted && !found.stems.has(w.spelling.stem));
  const spoken = sentences.map((s) => s.filter((w) => !w.quoted).map((w) => w.spelling.stemHash));
  const norms = sentences.map((s) => s.map((w) => w.spelling.normHash));
  return {
    read,
    wordCount: words.length,
    sentences: pack(sentences, index, { norms, vocabulary }),
    stems: weigh(distinct(heavy.map((w) => w.spelling.stem))),
    plain: weigh(distinct(plain.filter((w) => w.spelling.is !== "number").map((w) => w.spelling.stem))),
    three: runsOf(spoken, 3),
    five: runsOf(norms, 5).hash,
    quoted: weigh(distinct(heavy.filter((w) => w.quoted).map((w) => w.spelling.stem))),
    first: firstMentions(words),
    specifics: found.specifics,
    known: found.known,
    hash: hashOf(norms.flat()),
  };
}

/** Whether a sentence is the text's own: headline, body or picture text, said for the first time. */
export function isCounted(sentence: Sentence): boolean {
  return sentence.repeat !== true && sentence.part !== "footer" && sentence.part !== "byline";
}

function tokens({ info, reading }: ReadText, vocabulary: Vocabulary) {
  const { text } = info;
  const quotations = findQuotations(text, paragraphsOf(text)).filter((q) => q.end - q.start >= SHORTEST_QUOTATION);
  const sentences: Token[][] = [];
  const index: number[] = [];
  const words: Token[] = [];
  let at = 0;
  let until = 0;
  reading.sentences.forEach((sentence, i) => {
    if (!isCounted(sentence) || sentences.length >= MOST_SKETCHED.sentences || words.length >= MOST_SKETCHED.words)
      return;
    const own: Token[] = [];
    eachWord(text, sentence, (raw, start) => {
      for (let q = quotations[at]; q !== undefined && q.start <= start; q = quotations[++at])
        until = Math.max(until, q.end);
      own.push({ spelling: vocabulary.spelling(raw), start, end: start + raw.length, quoted: start < until });
    });
    if (own.length === 0) return;
    sentences.push(own);
    index.push(i);
    for (const w of own) words.push(w);
  });
  return { sentences, index, words };
}

function paragraphsOf(text: string): readonly Span[] {
  const found: Span[] = [];
  for (let start = 0; start < text.length; ) {
    const line = text.indexOf("\n", start);
    const end = line < 0 ? text.length : line;
    if (end > start) found.push({ start, end });
    start = end + 1;
  }
  return found;
}

function pack(
  sentences: readonly (readonly Token[])[],
  index: readonly number[],
  { norms, vocabulary }: { readonly norms: readonly (readonly number[])[]; readonly vocabulary: Vocabulary },
): SketchSentences {
  const sets = sentences.map((s) =>
    distinct(s.filter((w) => !w.quoted && w.spelling.weight > 0).map((w) => w.spelling.stem)),
  );
  return {
    count: sentences.length,
    index: Int32Array.from(index),
    ...packed(sets),
    weight: Float64Array.from(sets, (ids) => ids.reduce((sum, id) => sum + vocabulary.weightOf(id), 0)),
    key: Float64Array.from(norms, hashOf),
  };
}

/** A number below 2^53 for a row of numbers; two rows with one number are as good as excluded. */
export function hashOf(row: readonly number[]): number {
  let high = 0x811c9dc5;
  let low = 0x1000193;
  for (const n of row) {
    high = Math.imul(high ^ n, 0x01000193) >>> 0;
    low = Math.imul(low + n + 1, 0x85ebca6b) >>> 0;
    low ^= low >>> 13;
  }
  return (high & 0x1fffff) * 4294967296 + (low >>> 0);
}

function firstMentions(words: readonly Token[]): Sketch["first"] {
  const places = new Map<number, number>();
  words.forEach(({ spelling }, i) => {
    if (spelling.weight >= RARE && !places.has(spelling.stem)) places.set(spelling.stem, i);
  });
  const ids = Int32Array.from(places.keys()).sort();
  return { ids, at: ids.map((id) => places.get(id) as number) };
}
