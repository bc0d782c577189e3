import { type Scores, scorePairs } from "./match.ts";
import { dice, type Prepared, type PreparedSentence, type StemSet, stemSet, type Vocabulary } from "./prepare.ts";

/** Places in `sentences` of both texts made ready, laid side by side. */
export interface Group {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly score: number;
  readonly moved: boolean;
}

/** A pair must score more than this to be laid side by side; merging must gain over the best single pair. */
const LEAST = 0.12;
/** Off the diagonal a match must be strong. */
const LEAST_MOVED = 0.45;
/** What the neighbours on the diagonal add. */
const CONTEXT = 0.15;
/** Sentences on a side past this many are not aligned; the caller says so. */
export const MOST_SENTENCES = 2000;

/**
 * Lays the sentences of two texts side by side [LI4]: IDF-weighted Dice with diagonal context, a monotone dynamic programme over
 * one to one, one to two or three, two or three to one; then strong links off the diagonal for what is left.
 */
export function alignPrepared(
  a: Prepared,
  b: Prepared,
  options: { readonly vocabulary: Vocabulary; readonly scores?: Scores },
): readonly Group[] {
  const [x, y] = [a.sentences.slice(0, MOST_SENTENCES), b.sentences.slice(0, MOST_SENTENCES)];
  const scores = options.scores ?? scorePairs(x, y, options.vocabulary);
  const on = onDiagonal({ x, y, scores, vocabulary: options.vocabulary });
  const off = offDiagonal({ x, y, scores, vocabulary: options.vocabulary }, on);
  return [...on, ...off].sort((p, q) => (p.b[0] ?? 0) - (q.b[0] ?? 0) || (p.a[0] ?? 0) - (q.a[0] ?? 0));
}

interface Field {
  readonly x: readonly PreparedSentence[];
  readonly y: readonly PreparedSentence[];
  readonly scores: Scores;
  readonly vocabulary: Vocabulary;
}

function scoreAt({ scores }: Field, i: number, j: number): number {
  return scores.rows[i]?.get(j) ?? 0;
}

/** Steps of the programme: how many sentences of a and of b a group takes. */
const STEPS = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
] as const;

function onDiagonal(field: Field): readonly Group[] {
  const [n, m] = [field.x.length, field.y.length];
  const width = m + 1;
  const best = new Float64Array((n + 1) * width);
  const step = new Int8Array((n + 1) * width).fill(-1);
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const at = i * width + j;
      // Leaving a sentence alone costs nothing; −1 goes back along a, −2 along b.
      if (i > 0) best[at] = best[at - width] as number;
      if (j > 0 && (best[at - 1] as number) > (best[at] as number)) [best[at], step[at]] = [best[at - 1] as number, -2];
      else if (i === 0) step[at] = -2;
      tryGroups(field, { i, j, at, width, best, step });
    }
  }
  return traceBack(field, step, width);
}

interface Cell {
  readonly i: number;
  readonly j: number;
  readonly at: number;
  readonly width: number;
  readonly best: Float64Array;
  readonly step: Int8Array;
}

function tryGroups(field: Field, { i, j, at, width, best, step }: Cell): void {
  if (i === 0 || j === 0 || scoreAt(field, i - 1, j - 1) === 0) return;
  STEPS.forEach(([p, q], k) => {
    if (i < p || j < q) return;
    const gain = groupGain(field, { from: i - p, p, to: j - q, q });
    if (gain <= 0) return;
    const value = (best[at - p * width - q] as number) + gain;
    if (value > (best[at] as number) + 1e-12) {
      best[at] = value;
      step[at] = k;
    }
  });
}

interface Block {
  readonly from: number;
  readonly p: number;
  readonly to: number;
  readonly q: number;
}

/** What a group adds: its score over the least one, for each sentence it takes. */
function groupGain(field: Field, block: Block): number {
  const { from, p, to, q } = block;
  if (p === 1 && q === 1) return inContext(field, from, to) - LEAST;
  let single = 0;
  for (let i = from; i < from + p; i++)
    for (let j = to; j < to + q; j++) {
      const score = scoreAt(field, i, j);
      if (score < LEAST / 2) return 0;
      single = Math.max(single, score);
    }
  const together = blockScore(field, block);
  return together <= single ? 0 : ((together - LEAST) * (p + q)) / 2;
}

function inContext(field: Field, i: number, j: number): number {
  const score = scoreAt(field, i, j);
  return score === 0 ? 0 : score + CONTEXT * (scoreAt(field, i - 1, j - 1) + scoreAt(field, i + 1, j + 1));
}

function blockScore({ x, y, vocabulary }: Field, { from, p, to, q }: Block): number {
  return dice(joined(x.slice(from, from + p), vocabulary), joined(y.slice(to, to + q), vocabulary), vocabulary);
}

/** The stems of several sentences as one set. */
export function joined(sentences: readonly StemSet[], vocabulary: Vocabulary): StemSet {
  const [only] = sentences;
  if (only !== undefined && sentences.length === 1) return only;
  return stemSet(
    sentences.flatMap((s) => [...s.ids]),
    vocabulary,
  );
}

function traceBack(field: Field, step: Int8Array, width: number): readonly Group[] {
  const groups: Group[] = [];
  let [i, j] = [field.x.length, field.y.length];
  while (i > 0 || j > 0) {
    const k = step[i * width + j] as number;
    const taken = STEPS[k];
    if (taken !== undefined) {
      const [p, q] = taken;
      groups.push(groupOf(field, { from: i - p, p, to: j - q, q }));
      [i, j] = [i - p, j - q];
    } else if (k === -2 || i === 0) j--;
    else i--;
  }
  return groups.reverse();
}

function groupOf(field: Field, block: Block): Group {
  const run = (from: number, length: number) => Array.from({ length }, (_, k) => from + k);
  return {
    a: run(block.from, block.p),
    b: run(block.to, block.q),
    score: blockScore(field, block),
    moved: false,
  };
}

/** For each sentence left alone its best match on the other side, where that is strong. */
function offDiagonal(field: Field, on: readonly Group[]): readonly Group[] {
  const [doneA, doneB] = [new Set(on.flatMap((g) => g.a)), new Set(on.flatMap((g) => g.b))];
  const moved = new Map<string, Group>();
  const link = (i: number, j: number, score: number) => {
    if (score >= LEAST_MOVED) moved.set(`${i} ${j}`, { a: [i], b: [j], score, moved: true });
  };
  const bestA = new Map<number, { j: number; score: number }>();
  const bestB = new Map<number, { i: number; score: number }>();
  field.scores.rows.forEach((row, i) => {
    for (const [j, score] of row) {
      if (!doneA.has(i) && score > (bestA.get(i)?.score ?? 0)) bestA.set(i, { j, score });
      if (!doneB.has(j) && score > (bestB.get(j)?.score ?? 0)) bestB.set(j, { i, score });
    }
  });
  for (const [i, { j, score }] of bestA) link(i, j, score);
  for (const [j, { i, score }] of bestB) link(i, j, score);
  return [...moved.values()];
}
