import type { Sentence } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import { findQuotations } from "../text/quotations.ts";
import type { ReadText, StemSet } from "./prepared.ts";
import { scanWords, type Words } from "./scan.ts";
import { type SketchSpecifics, specificsOf } from "./sketch-specifics.ts";
import { distinct, packed, type Runs, runsOf } from "./sorted.ts";
import { type Tally, tally } from "./tally.ts";
import type { Spelling, Vocabulary } from "./vocabulary.ts";

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
  readonly tally: Tally;
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

/** A document of a lineage graph. */
export interface Node {
  readonly id: string;
  readonly text: Sketch;
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
  const { words, rows, index } = readWords(read, vocabulary);
  const { spelling, quoted } = words;
  const count = spelling.length;
  if (quoted.reduce((sum, q) => sum + q, 0) > MOST_QUOTED * count) quoted.fill(0);
  const found = specificsOf(read.reading.mentions, { words, rows }, vocabulary);
  const [stems, plain, speech]: [number[], number[], number[]] = [[], [], []];
  const norms = new Int32Array(count);
  const first = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const s = spelling[i] as Spelling;
    norms[i] = s.normHash;
    if (s.weight === 0) continue;
    stems.push(s.stem);
    if (quoted[i] === 1) speech.push(s.stem);
    else if (s.weight >= 1 && s.is !== "number" && !found.stems.has(s.stem)) plain.push(s.stem);
    if (s.weight >= RARE && !first.has(s.stem)) first.set(s.stem, i);
  }
  const weigh = (list: readonly number[]): StemSet => {
    const ids = distinct(list);
    return { ids, weight: weightOf(ids, vocabulary) };
  };
  const rare = distinct([...first.keys()]);
  return {
    read,
    wordCount: count,
    sentences: pack({ words, rows, index, norms }, vocabulary),
    stems: weigh(stems),
    plain: weigh(plain),
    quoted: weigh(speech),
    three: runsOf(spoken(words, rows), 3),
    five: runsOf(
      rows.slice(1).map((to, k) => norms.subarray(rows[k], to)),
      5,
    ).hash,
    first: { ids: rare, at: rare.map((id) => first.get(id) as number) },
    specifics: found.specifics,
    known: found.known,
    tally: tally(read, { words, rows, index }),
    hash: hashOf(norms),
  };
}

function weightOf(ids: Int32Array, vocabulary: Vocabulary): number {
  let weight = 0;
  for (const id of ids) weight += vocabulary.weightOf(id);
  return weight;
}

/** The stems outside quote marks, sentence by sentence. */
function spoken({ spelling, quoted }: Words, rows: readonly number[]): readonly (readonly number[])[] {
  return rows.slice(1).map((to, k) => {
    const row: number[] = [];
    for (let i = rows[k] as number; i < to; i++) if (quoted[i] === 0) row.push((spelling[i] as Spelling).stemHash);
    return row;
  });
}

/** Whether a sentence is the text's own: headline, body or picture text, said for the first time. */
export function isCounted(sentence: Sentence): boolean {
  return sentence.repeat !== true && sentence.part !== "footer" && sentence.part !== "byline";
}

/** The words that count, where each sentence of them starts, with the end of the last, and the sentences' places in the reading. */
function readWords({ info, reading }: ReadText, vocabulary: Vocabulary) {
  const { text } = info;
  const words: Words = { spelling: [], start: [], end: [], quoted: [] };
  const rows = [0];
  const index: number[] = [];
  reading.sentences.forEach((sentence, i) => {
    if (!isCounted(sentence) || index.length >= MOST_SKETCHED.sentences || words.start.length >= MOST_SKETCHED.words)
      return;
    scanWords(text, sentence, { into: words, vocabulary });
    if (words.start.length === rows[rows.length - 1]) return;
    rows.push(words.start.length);
    index.push(i);
  });
  markQuoted(text, words);
  return { words, rows, index };
}

function markQuoted(text: string, { start, quoted }: Words): void {
  if (!QUOTE_MARK.test(text)) return;
  const quotations = findQuotations(text, paragraphsOf(text)).filter((q) => q.end - q.start >= SHORTEST_QUOTATION);
  let [at, until] = [0, 0];
  start.forEach((place, i) => {
    for (let q = quotations[at]; q !== undefined && q.start <= place; q = quotations[++at])
      until = Math.max(until, q.end);
    if (place < until) quoted[i] = 1;
  });
}

const QUOTE_MARK = /["“”„‟«»‹›‘'`]/;

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

interface Rows {
  readonly words: Words;
  readonly rows: readonly number[];
  readonly index: readonly number[];
  readonly norms: Int32Array;
}

function pack({ words: { spelling, quoted }, rows, index, norms }: Rows, vocabulary: Vocabulary): SketchSentences {
  const sets = index.map((_, k) => {
    const stems: number[] = [];
    for (let i = rows[k] as number; i < (rows[k + 1] as number); i++) {
      const s = spelling[i] as Spelling;
      if (quoted[i] === 0 && s.weight > 0) stems.push(s.stem);
    }
    return distinct(stems);
  });
  const [weight, key] = [new Float64Array(index.length), new Float64Array(index.length)];
  sets.forEach((ids, k) => {
    weight[k] = weightOf(ids, vocabulary);
    key[k] = hashOf(norms.subarray(rows[k], rows[k + 1]));
  });
  return { count: index.length, index: new Int32Array(index), ...packed(sets), weight, key };
}

/** A number below 2^53 for a row of numbers; two rows with one number are as good as excluded. */
function hashOf(row: Int32Array): number {
  let high = 0x811c9dc5;
  let low = 0x1000193;
  for (const n of row) {
    high = Math.imul(high ^ n, 0x01000193) >>> 0;
    low = Math.imul(low + n + 1, 0x85ebca6b) >>> 0;
    low ^= low >>> 13;
  }
  return (high & 0x1fffff) * 4294967296 + (low >>> 0);
}
