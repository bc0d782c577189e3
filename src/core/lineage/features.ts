import { bestMatches, coverage, meanBest, orderTau, type Scores, scorePairs, transposed } from "./match.ts";
import { type Prepared, sharedWeight, type Vocabulary } from "./prepare.ts";
import { knows, type Specific } from "./specifics.ts";

/** What one text shows when it is taken for a copy of the other. */
export interface OneWay {
  /** Share of its stems, by weight, that the other has too. */
  readonly containment: number;
  /** Its names and numbers that the other lacks. */
  readonly novel: readonly Specific[];
  readonly shared: readonly Specific[];
  /** Mean IDF-Dice of its sentences with their best in the other, by weight. */
  readonly aligned: number;
  /** Share of its sentences, by weight, with a match of .3 or more. */
  readonly covered: number;
  /** Share of its sentences that stand in the other word for word. */
  readonly verbatim: number;
  /** Share of its runs of three and of five words that the other has too. */
  readonly runs: { readonly three: number; readonly five: number };
}

/** The evidence on two texts, measured [LI3]; all shares 0 to 1. */
export interface PairFeatures {
  readonly a: OneWay;
  readonly b: OneWay;
  /** Kendall's tau of the order of matching sentences, 0 where fewer than four match. */
  readonly order: number;
  /** Stems in both that fewer than about one report in 150 has, and those that the table hardly knows: mostly names. */
  readonly rareShared: number;
  readonly rarestShared: number;
  /** All words in the same order. */
  readonly identical: boolean;
  readonly words: { readonly a: number; readonly b: number };
  /** Scores of the sentence pairs, a in rows. */
  readonly scores: Scores;
}

/** A match weaker than this says nothing about the order of a text. */
const ORDER_MATCH = 0.25;
const COVERED_MATCH = 0.3;
const RARE_WEIGHT = 5;
const RAREST_WEIGHT = 8;

/** Measures everything that the verdict rests on, in both directions. */
export function pairFeatures(a: Prepared, b: Prepared, vocabulary: Vocabulary): PairFeatures {
  const scores = scorePairs(a.sentences, b.sentences, vocabulary);
  const back = transposed(scores, b.sentences.length);
  const shared = sharedWeight(a.stems, b.stems, vocabulary);
  const orders = [orderTau(bestMatches(scores), ORDER_MATCH), orderTau(bestMatches(back), ORDER_MATCH)];
  return {
    a: oneWay(a, b, { scores, shared }),
    b: oneWay(b, a, { scores: back, shared }),
    order: orders.some((o) => o.matches < 4) ? 0 : orders.reduce((sum, o) => sum + o.tau, 0) / 2,
    rareShared: countRare(a, b, { vocabulary, least: RARE_WEIGHT }),
    rarestShared: countRare(a, b, { vocabulary, least: RAREST_WEIGHT }),
    identical: a.wordCount === b.wordCount && a.wordCount > 0 && joined(a) === joined(b),
    words: { a: a.wordCount, b: b.wordCount },
    scores,
  };
}

function joined({ sentences }: Prepared): string {
  return sentences.map((s) => s.key).join(" ");
}

function oneWay(copy: Prepared, source: Prepared, { scores, shared }: { scores: Scores; shared: number }): OneWay {
  const best = bestMatches(scores);
  const keys = new Set(source.sentences.map((s) => s.key));
  const same = copy.sentences.filter((s) => keys.has(s.key)).length;
  return {
    containment: copy.stems.weight === 0 ? 0 : shared / copy.stems.weight,
    novel: copy.specifics.filter((s) => !knows(source.known, s)),
    shared: copy.specifics.filter((s) => knows(source.known, s)),
    aligned: meanBest(copy.sentences, best),
    covered: coverage(copy.sentences, best, COVERED_MATCH),
    verbatim: copy.sentences.length === 0 ? 0 : same / copy.sentences.length,
    runs: {
      three: shareIn(copy.shingles.three, source.shingles.three),
      five: shareIn(copy.shingles.five, source.shingles.five),
    },
  };
}

function shareIn(copy: ReadonlySet<number>, source: ReadonlySet<number>): number {
  let shared = 0;
  for (const run of copy) if (source.has(run)) shared++;
  return copy.size === 0 ? 0 : shared / copy.size;
}

function countRare(a: Prepared, b: Prepared, { vocabulary, least }: { vocabulary: Vocabulary; least: number }): number {
  let count = 0;
  for (const id of a.stems.ids) if (vocabulary.weightOf(id) >= least && b.allStems.has(id)) count++;
  return count;
}

/** The columns of the fitted model, in its order, each with how it is shown. */
export const FEATURE_NAMES = [
  "containment",
  "novel specifics",
  "aligned sentences",
  "sentences covered",
  "order",
  "rare words shared",
  "rarest words shared",
  "runs of three words",
  "runs of five words",
  "length of the shorter",
  "length of the longer",
] as const;

/**
 * The features as the model takes them: each way's better value for a copy, so that the order of the two never matters.
 * Novel specifics are the log-odds ln((novel + ½)/(shared + ½)) of the text that has fewer; lengths are logarithms of words / 300.
 */
export function featureVector({ a, b, order, rareShared, rarestShared, words }: PairFeatures): readonly number[] {
  return [
    Math.max(a.containment, b.containment),
    Math.min(noveltyOdds(a), noveltyOdds(b)),
    Math.max(a.aligned, b.aligned),
    Math.max(a.covered, b.covered),
    order,
    Math.log1p(rareShared),
    Math.log1p(rarestShared),
    Math.sqrt(Math.max(a.runs.three, b.runs.three)),
    Math.sqrt(Math.max(a.runs.five, b.runs.five)),
    Math.log(Math.max(1, Math.min(words.a, words.b)) / 300),
    Math.log(Math.max(1, words.a, words.b) / 300),
  ];
}

function noveltyOdds({ novel, shared }: OneWay): number {
  return Math.log((novel.length + 0.5) / (shared.length + 0.5));
}
