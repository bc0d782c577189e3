import type { Comparison } from "../model/lineage.ts";
import { type Problem, problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import { alignPrepared, MOST_SENTENCES } from "./align.ts";
import { changesOf, lossOf } from "./changes.ts";
import { creditsOf } from "./credit.ts";
import { areApart, creditEvidence, weightOf, withCredit } from "./credit-weight.ts";
import { type Credits, type DirectionOptions, findDirection, NO_CREDITS } from "./direction.ts";
import { type JudgeOptions, judgeSketches } from "./judge.ts";
import { vocabulary as freshVocabulary, type Prepared, prepare, type ReadText } from "./prepare.ts";

export type CompareOptions = JudgeOptions & Pick<DirectionOptions, "wordingOnly">;

/**
 * Two texts side by side: how they relate [LI3], which derives from which [LI5], and what changed [LI4, LI7], read from the source to the
 * copy; where the direction is open, from a to b. Says nothing on how it came about [CO12].
 */
export function compareRead(a: ReadText, b: ReadText, options: CompareOptions = {}): Comparison {
  const words = freshVocabulary();
  const [x, y] = [prepare(a, words), prepare(b, words)];
  const judged = judgeSketches(x.sketch, y.sketch, { ...options, vocabulary: words });
  const { features } = judged;
  const credits: Credits = options.wordingOnly ? NO_CREDITS : { inA: creditsOf(a, b), inB: creditsOf(b, a) };
  const weighed = withCredit(judged.verdict, weightOf(credits), { ...options, apart: areApart(a, b) });
  const verdict = { ...weighed, evidence: [...weighed.evidence, ...creditEvidence(credits)] };
  const direction = findDirection(x.sketch, y.sketch, { ...options, features, credits });
  const turned = direction.derived === "a";
  const [source, copy] = turned ? [y, x] : [x, y];
  const groups = alignPrepared(source, copy, { vocabulary: words });
  const changes = changesOf(source, copy, { vocabulary: words, groups });
  const alignment = turned
    ? changes.alignment.map((g) => ({ ...g, a: g.b, b: g.a, changes: g.changes.map(exchanged) }))
    : changes.alignment;
  return {
    verdict,
    direction,
    sentences: { a: spans(a), b: spans(b) },
    alignment,
    loss: lossOf(changes),
    problems: [...troubles(x, "a"), ...troubles(y, "b"), ...languageTrouble(a, b)],
  };
}

/** Each span under the text it is in: `a` is always the first text handed in. */
function exchanged<C extends { readonly a?: Span; readonly b?: Span }>({ a, b, ...rest }: C) {
  return { ...rest, ...(b === undefined ? {} : { a: b }), ...(a === undefined ? {} : { b: a }) };
}

function spans({ reading }: ReadText): readonly Span[] {
  return reading.sentences.map(({ start, end }) => ({ start, end }));
}

function languageTrouble(a: ReadText, b: ReadText): readonly Problem[] {
  if (!areApart(a, b)) return [];
  return [problem("lineage-languages-differ", { a: a.reading.language, b: b.reading.language })];
}

function troubles(text: Prepared, side: string): readonly Problem[] {
  const name = text.read.info.name ?? text.read.info.id;
  const found: Problem[] = [];
  if (text.sentences.length === 0) found.push(problem("lineage-no-words", { text: name, side }));
  else if (text.wordCount < 50) found.push(problem("lineage-short-text", { text: name, words: text.wordCount }));
  if (text.sentences.length > MOST_SENTENCES)
    found.push(
      problem("lineage-too-many-sentences", { text: name, sentences: text.sentences.length, used: MOST_SENTENCES }),
    );
  return found;
}
