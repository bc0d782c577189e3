import type { Brief, BriefPart, BriefSection, BriefSentence } from "../model/brief.ts";
import { LIKELIHOOD_WORDS } from "../model/likelihood.ts";
import { type Problem, problem } from "../model/problem.ts";
import { PAGE_ONE, PAGE_ONE_WORDS } from "./page-one.ts";
import { read, wordCount } from "./prose.ts";
import type { Wording } from "./wording/wording.ts";

/** A sentence with the section it stands in, and the wording of its language. */
export interface Placed {
  readonly section: BriefSection;
  readonly sentence: BriefSentence;
  readonly say: Wording;
}

/** Words of our own in a sentence: without names, quotes, figures and what stands in quotation marks. */
export function ownWords({ sentence: { parts }, say }: Pick<Placed, "sentence" | "say">): string {
  const text = parts.map((p: BriefPart) => (p.is === "text" && p.name !== true ? p.text : " ¶ ")).join("");
  return text.replace(say.lint.inMarks, " ¶ ");
}

/** A likelihood word of another row of ICD 203, or one in running text without its figures [BR2]. */
export function rowProblems(placed: Placed): Problem[] {
  const { sentence, say } = placed;
  const own = ownWords(placed);
  const other = say.lint.otherRow.exec(own)?.[1];
  const row: readonly string[] = Object.values(LIKELIHOOD_WORDS[say.language]);
  const likelihoods = sentence.parts.flatMap((p) => (p.is === "likelihood" ? [...p.words] : []));
  const foreign = likelihoods.find((word) => !row.includes(word));
  // "less likely" compares and names no band.
  const unbound = say.lint.ownRow.exec(own.replace(say.lint.comparing, ""))?.[1];
  return [
    ...[other, foreign].filter((w) => w !== undefined).map((word) => problem("brief-rows-mixed", { word })),
    ...(unbound === undefined ? [] : [problem("brief-word-unbound", { word: unbound })]),
  ];
}

/** Likelihood and confidence in one sentence [BR2]. */
export function confidenceProblems(placed: Placed): Problem[] {
  const { sentence, say } = placed;
  const likelihood = sentence.parts.some((p) => p.is === "likelihood");
  const confident = sentence.confidence !== undefined || say.lint.confidence.test(ownWords(placed));
  return likelihood && confident
    ? [problem("brief-likelihood-with-confidence", { sentence: read(sentence, say) })]
    : [];
}

const SYMBOL = /[\u0370-\u03ff≤≥≈≠±×÷∑∫∏√∞→←↔∝|=<>^~]|\bP\(|\blog\b/u;
const RULE = /\b(SI|LI|ST|XP|NA|RE|BR|CO|CA|PR)\d{1,2}\b/u;

/** A symbol or the number of a rule in running text [BR3]. */
export function symbolProblems(placed: Placed): Problem[] {
  const own = ownWords(placed);
  return [SYMBOL.exec(own)?.[0], RULE.exec(own)?.[0]]
    .filter((symbol) => symbol !== undefined)
    .map((symbol) => problem("brief-symbol", { symbol, sentence: read(placed.sentence, placed.say) }));
}

/** A number in running text that is no figure, and so leads to nothing [BR1]. */
export function numberProblems(placed: Placed): Problem[] {
  const { sentence, say } = placed;
  const own = say.lint.notFigures.reduce((text, pattern) => text.replace(pattern, " "), ownWords(placed));
  const found = /\d[\d.,]*/u.exec(own)?.[0];
  return found === undefined
    ? []
    : [problem("brief-number-without-figure", { number: found, sentence: read(sentence, say) })];
}

/** Page one over its words [BR3]. */
export function lengthProblems({ sections }: Brief): Problem[] {
  const words = sections
    .filter((s) => PAGE_ONE.includes(s.id))
    .reduce((n, s) => n + wordCount(s.heading) + s.sentences.reduce((m, x) => m + wordCount(read(x)), 0), 0);
  return words <= PAGE_ONE_WORDS ? [] : [problem("brief-page-too-long", { words, most: PAGE_ONE_WORDS })];
}
