import type { Brief, BriefPart, BriefSection, BriefSentence } from "../model/brief.ts";
import { LIKELIHOOD_BANDS } from "../model/likelihood.ts";
import { type Problem, problem } from "../model/problem.ts";
import { PAGE_ONE, PAGE_ONE_WORDS } from "./page-one.ts";
import { read, wordCount } from "./prose.ts";

/** A sentence with the section it stands in. */
export interface Placed {
  readonly section: BriefSection;
  readonly sentence: BriefSentence;
}

/** Words of our own in a sentence: without names, quotes, figures and what stands in quotation marks. */
export function ownWords({ parts }: BriefSentence): string {
  const text = parts.map((p: BriefPart) => (p.is === "text" && p.name !== true ? p.text : " ¶ ")).join("");
  return text.replace(/“[^“”]*”/gu, " ¶ ");
}

const wordPattern = (words: readonly string[]) =>
  new RegExp(`(?<![\\p{L}-])(${[...words].sort((a, b) => b.length - a.length).join("|")})(?![\\p{L}-])`, "iu");

/** ICD 203's second row, and the "-ly" of both. */
const OTHER_ROW = wordPattern([
  "remote",
  "highly improbable",
  "improbable",
  "improbably",
  "roughly even odds",
  "probable",
  "probably",
  "highly probable",
  "nearly certain",
]);
const OWN_ROW = wordPattern([...LIKELIHOOD_BANDS.map((b) => b.word), "almost certainly"]);

/** A likelihood word of another row of ICD 203, or one in running text without its figures [BR2]. */
export function rowProblems({ sentence }: Placed): Problem[] {
  const own = ownWords(sentence);
  const other = OTHER_ROW.exec(own)?.[1];
  const likelihoods = sentence.parts.flatMap((p) => (p.is === "likelihood" ? [...p.words] : []));
  const foreign = likelihoods.find((word) => !LIKELIHOOD_BANDS.some((b) => b.word === word));
  // "less likely" compares and names no band.
  const unbound = OWN_ROW.exec(own.replace(/\b(less|more|as|how) likely\b/giu, ""))?.[1];
  return [
    ...[other, foreign].filter((w) => w !== undefined).map((word) => problem("brief-rows-mixed", { word })),
    ...(unbound === undefined ? [] : [problem("brief-word-unbound", { word: unbound })]),
  ];
}

/** Likelihood and confidence in one sentence [BR2]. */
export function confidenceProblems({ sentence }: Placed): Problem[] {
  const likelihood = sentence.parts.some((p) => p.is === "likelihood");
  const confident = sentence.confidence !== undefined || /\bconfiden(ce|t)\b/iu.test(ownWords(sentence));
  return likelihood && confident ? [problem("brief-likelihood-with-confidence", { sentence: read(sentence) })] : [];
}

const SYMBOL = /[\u0370-\u03ff≤≥≈≠±×÷∑∫∏√∞→←↔∝|=<>^~]|\bP\(|\blog\b/u;
const RULE = /\b(SI|LI|ST|XP|NA|RE|BR|CO|CA|PR)\d{1,2}\b/u;

/** A symbol or the number of a rule in running text [BR3]. */
export function symbolProblems({ sentence }: Placed): Problem[] {
  const own = ownWords(sentence);
  return [SYMBOL.exec(own)?.[0], RULE.exec(own)?.[0]]
    .filter((symbol) => symbol !== undefined)
    .map((symbol) => problem("brief-symbol", { symbol, sentence: read(sentence) }));
}

const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
/** Digits that are no figures: days and times, positions of documents, paragraphs, events, and "of 100". */
const NOT_FIGURES = [
  new RegExp(`\\b(?:\\d{1,2} )?${MONTH} \\d{1,4}(?:, \\d{2}:\\d{2} UTC)?`, "gu"),
  /\b(?:in|of) \d{4}\b/gu,
  /\b(?:docs?|pars?|events?|notes?) \d+(?:(?:, | and )(?:doc )?\d+)*/giu,
  /\bof 100\b|\bin 100\b/giu,
];

/** A number in running text that is no figure, and so leads to nothing [BR1]. */
export function numberProblems({ sentence }: Placed): Problem[] {
  const own = NOT_FIGURES.reduce((text, pattern) => text.replace(pattern, " "), ownWords(sentence));
  const found = /\d[\d.,]*/u.exec(own)?.[0];
  return found === undefined
    ? []
    : [problem("brief-number-without-figure", { number: found, sentence: read(sentence) })];
}

/** Page one over its words [BR3]. */
export function lengthProblems({ sections }: Brief): Problem[] {
  const words = sections
    .filter((s) => PAGE_ONE.includes(s.id))
    .reduce((n, s) => n + wordCount(s.heading) + s.sentences.reduce((m, x) => m + wordCount(read(x)), 0), 0);
  return words <= PAGE_ONE_WORDS ? [] : [problem("brief-page-too-long", { words, most: PAGE_ONE_WORDS })];
}
