import type { BriefLanguage } from "./brief.ts";

/** ICD 203's words for a likelihood, with their bands [DESIGN §2]; for explanations and forecasts only. */
export const LIKELIHOOD_BANDS = [
  { word: "almost no chance", from: 0.01, to: 0.05 },
  { word: "very unlikely", from: 0.05, to: 0.2 },
  { word: "unlikely", from: 0.2, to: 0.45 },
  { word: "roughly even chance", from: 0.45, to: 0.55 },
  { word: "likely", from: 0.55, to: 0.8 },
  { word: "very likely", from: 0.8, to: 0.95 },
  { word: "almost certain", from: 0.95, to: 0.99 },
] as const;

export type LikelihoodWord = (typeof LIKELIHOOD_BANDS)[number]["word"];

/** ICD 203's words in the languages of a brief; bands and meaning are those of the English word [docs/method/BR2.md]. */
export const LIKELIHOOD_WORDS = {
  en: Object.fromEntries(LIKELIHOOD_BANDS.map(({ word }) => [word, word])) as Readonly<Record<LikelihoodWord, string>>,
  ar: {
    "almost no chance": "شبه معدوم الاحتمال",
    "very unlikely": "مستبعد جدًا",
    unlikely: "مستبعد",
    "roughly even chance": "متعادل الاحتمالين تقريبًا",
    likely: "مرجّح",
    "very likely": "مرجّح جدًا",
    "almost certain": "شبه مؤكد",
  },
} as const satisfies Readonly<Record<BriefLanguage, Readonly<Record<LikelihoodWord, string>>>>;

/** An ICD 203 word in a language of a brief; any other word as it is. */
export function likelihoodIn(language: BriefLanguage, word: string): string {
  const words: Readonly<Record<string, string>> = LIKELIHOOD_WORDS[language];
  return Object.hasOwn(words, word) ? (words[word] ?? word) : word;
}

export interface Likelihood {
  readonly word: LikelihoodWord;
  readonly from: number;
  readonly to: number;
}

/**
 * The ICD 203 word and band of a probability, or null beyond 1 to 99 %, where no word is given.
 * A bound belongs to the band farther from even: .05 is "almost no chance", .80 "very likely" [BR2].
 * Throws a RangeError unless 0 ≤ p ≤ 1.
 */
export function likelihoodWord(p: number): Likelihood | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`likelihoodWord: ${p} is no probability; give a number from 0 to 1`);
  if (p < 0.01 || p > 0.99) return null;
  const [low, high] = [LIKELIHOOD_BANDS.slice(0, 3), LIKELIHOOD_BANDS.slice(4)];
  const band = low.find((b) => p <= b.to) ?? [...high].reverse().find((b) => p >= b.from) ?? LIKELIHOOD_BANDS[3];
  return { word: band.word, from: band.from, to: band.to };
}

/** The words in which the surprise of an observation is asked [XP2], with the ranges they stand for. A convention, changeable per case. */
export const SURPRISE_RANGES = {
  "almost sure to see it": { from: 0.9, to: 0.99 },
  "would expect it": { from: 0.65, to: 0.9 },
  "as likely as not": { from: 0.35, to: 0.65 },
  "would be surprised": { from: 0.1, to: 0.35 },
  "would be astonished": { from: 0.01, to: 0.1 },
} as const;
