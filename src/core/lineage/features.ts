import { crossMatch } from "./cross-match.ts";
import { coverage, meanBest, orderOfFirst, orderTau, quantile, type Weighted } from "./measures.ts";
import type { StemSet } from "./prepared.ts";
import { sharedWeight } from "./shared-weight.ts";
import type { Sketch } from "./sketch.ts";
import { holds, type Runs, sharedCount } from "./sorted.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What one text shows when it is taken for a copy of the other. */
export interface OneWay {
  /** Share of its stems, by weight, that the other has too; and of its plain words, without names, numbers and quotations. */
  readonly containment: number;
  readonly plain: number;
  /** Places of its names and numbers that the other lacks, among its specifics; how much they say, and how much the shared ones do. */
  readonly novel: readonly number[];
  readonly novelTelling: number;
  readonly sharedTelling: number;
  /** Mean IDF-Dice of its sentences with their best in the other, by weight, and the value that a quarter of its weight stays under. */
  readonly aligned: number;
  readonly quarter: number;
  /** Share of its sentences, by weight, with a match of .3 or more. */
  readonly covered: number;
  /** Share of its sentences that stand in the other word for word. */
  readonly verbatim: number;
  /** Share of its runs of three stems outside quotations, and of five words, that the other has too. */
  readonly runs: { readonly three: number; readonly five: number };
  /** Mean over its sentences of the root of the share of their runs of three: high where all keep a little, low where a few keep all. */
  readonly spread: number;
  /** Weight between quote marks that the other has nowhere, a word of its own text. */
  readonly ownQuoted: number;
}

/** The evidence on two texts, measured [LI3]; all shares 0 to 1. */
export interface PairFeatures {
  readonly a: OneWay;
  readonly b: OneWay;
  /** Kendall's tau of the order of matching sentences, 0 where fewer than four match. */
  readonly order: number;
  /** Kendall's tau of the first mentions of rare words that both have, and how many deviations that is from chance. */
  readonly mentions: { readonly tau: number; readonly deviations: number; readonly shared: number };
  /** Stems in both that the table hardly knows: mostly names. */
  readonly rarestShared: number;
  /** All words in the same order. */
  readonly identical: boolean;
  readonly words: { readonly a: number; readonly b: number };
}

/** A match weaker than this says nothing about the order of a text. */
const ORDER_MATCH = 0.25;
const COVERED_MATCH = 0.3;
const RAREST_WEIGHT = 8;

/** Measures everything that the verdict rests on, in both directions. */
export function pairFeatures(a: Sketch, b: Sketch, vocabulary: Vocabulary): PairFeatures {
  const best = crossMatch(a.sentences, b.sentences, vocabulary);
  const orders = [orderTau(best.a, ORDER_MATCH), orderTau(best.b, ORDER_MATCH)];
  const shared = sharedWeight(a.stems, b.stems, vocabulary);
  const plain = sharedWeight(a.plain, b.stems, vocabulary);
  const nialp = sharedWeight(b.plain, a.stems, vocabulary);
  const runs = { three: sharedCount(a.three.hash, b.three.hash), five: sharedCount(a.five, b.five) };
  return {
    a: oneWay(a, b, {
      best: best.a,
      shared,
      plain,
      runs,
      quoted: a.quoted.weight - sharedWeight(a.quoted, b.stems, vocabulary),
    }),
    b: oneWay(b, a, {
      best: best.b,
      shared,
      plain: nialp,
      runs,
      quoted: b.quoted.weight - sharedWeight(b.quoted, a.stems, vocabulary),
    }),
    order: orders.some((o) => o.matches < 4) ? 0 : orders.reduce((sum, o) => sum + o.tau, 0) / 2,
    mentions: orderOfFirst(a.first, b.first),
    rarestShared: countShared(a.stems, b.stems, (id) => vocabulary.weightOf(id) >= RAREST_WEIGHT),
    identical: a.wordCount === b.wordCount && a.wordCount > 0 && a.hash === b.hash,
    words: { a: a.wordCount, b: b.wordCount },
  };
}

interface Shared {
  readonly best: Weighted;
  readonly shared: number;
  readonly plain: number;
  readonly quoted: number;
  readonly runs: { readonly three: number; readonly five: number };
}

function oneWay(copy: Sketch, source: Sketch, { best, shared, plain, runs, quoted }: Shared): OneWay {
  const { novel, telling, known } = novelIn(copy, source);
  return {
    containment: copy.stems.weight === 0 ? 0 : shared / copy.stems.weight,
    plain: copy.plain.weight === 0 ? 0 : plain / copy.plain.weight,
    novel,
    novelTelling: telling,
    sharedTelling: known,
    aligned: meanBest(best),
    quarter: quantile(best, 0.25),
    covered: coverage(best, COVERED_MATCH),
    verbatim: verbatimShare(copy, source),
    runs: {
      three: copy.three.hash.length === 0 ? 0 : runs.three / copy.three.hash.length,
      five: copy.five.length === 0 ? 0 : runs.five / copy.five.length,
    },
    spread: spreadOf(copy.three, source.three.hash, copy.sentences.count),
    ownQuoted: quoted / Math.max(1, copy.wordCount),
  };
}

/** Sentences count by their runs. */
function spreadOf({ hash, row }: Runs, source: Uint32Array, sentences: number): number {
  const [all, shared] = [new Float64Array(sentences), new Float64Array(sentences)];
  for (let i = 0, j = 0; i < hash.length; i++) {
    const [run, at] = [hash[i] as number, row[i] as number];
    all[at] = (all[at] as number) + 1;
    while (j < source.length && (source[j] as number) < run) j++;
    if (source[j] === run) shared[at] = (shared[at] as number) + 1;
  }
  let sum = 0;
  for (let k = 0; k < sentences; k++) sum += Math.sqrt((all[k] as number) * (shared[k] as number));
  return hash.length === 0 ? 0 : sum / hash.length;
}

function novelIn({ specifics }: Sketch, { known }: Sketch) {
  const novel: number[] = [];
  let [telling, shared] = [0, 0];
  specifics.key.forEach((key, k) => {
    const weight = specifics.telling[k] as number;
    if (holds(known, key) || (specifics.alias[k] as readonly number[]).some((id) => holds(known, id))) shared += weight;
    else {
      novel.push(k);
      telling += weight;
    }
  });
  return { novel, telling, known: shared };
}

function verbatimShare({ sentences }: Sketch, source: Sketch): number {
  const keys = new Set(source.sentences.key);
  let same = 0;
  for (const key of sentences.key) if (keys.has(key)) same++;
  return sentences.count === 0 ? 0 : same / sentences.count;
}

function countShared(a: StemSet, b: StemSet, counts: (id: number) => boolean): number {
  let count = 0;
  for (const id of a.ids) if (counts(id) && holds(b.ids, id)) count++;
  return count;
}

/** The columns of the fitted model, in its order, each with how it is shown. */
export const FEATURE_NAMES = [
  "containment",
  "plain words shared",
  "novel specifics",
  "novel specifics per 100 words",
  "aligned sentences",
  "weakest quarter of sentences",
  "order",
  "order of first mentions",
  "order of first mentions against chance",
  "rarest words shared",
  "runs of three words",
  "runs of three words, by sentence",
  "quotations of its own",
  "runs of five words",
  "runs of five words in few sentences",
  "length of the shorter",
  "length of the longer",
  "length of the longer beyond 1,345 words",
] as const;

/**
 * The features as the model takes them: each way's better value for a copy, so that the order of the two never matters.
 * Novel specifics are ln((novel + ½)/(shared + ½)) of the text that has fewer, and ln((novel + ½)/(words/100 + ½)), both by how much each says;
 * what long runs have beyond the mean of the sentences speaks of shared copy; lengths are logarithms of words / 300.
 */
export function featureVector({ a, b, order, mentions, rarestShared, words }: PairFeatures): readonly number[] {
  const longer = Math.log(Math.max(1, words.a, words.b) / 300);
  const [five, spread] = [Math.sqrt(Math.max(a.runs.five, b.runs.five)), Math.max(a.spread, b.spread)];
  return [
    Math.max(a.containment, b.containment),
    Math.max(a.plain, b.plain),
    Math.min(noveltyOdds(a), noveltyOdds(b)),
    Math.min(noveltyRate(a, words.a), noveltyRate(b, words.b)),
    Math.max(a.aligned, b.aligned),
    Math.max(a.quarter, b.quarter),
    order,
    mentions.tau,
    mentions.deviations,
    Math.log1p(rarestShared),
    Math.sqrt(Math.max(a.runs.three, b.runs.three)),
    spread,
    Math.log1p(10 * Math.min(a.ownQuoted, b.ownQuoted)),
    five,
    Math.max(0, five - spread),
    Math.log(Math.max(1, Math.min(words.a, words.b)) / 300),
    longer,
    Math.max(0, longer - 1.5),
  ];
}

function noveltyOdds({ novelTelling, sharedTelling }: OneWay): number {
  return Math.log((novelTelling + 0.5) / (sharedTelling + 0.5));
}

function noveltyRate({ novelTelling }: OneWay, words: number): number {
  return Math.log((novelTelling + 0.5) / (words / 100 + 0.5));
}
