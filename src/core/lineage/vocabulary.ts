import type { Span } from "../model/span.ts";
import { fold } from "../text/fold.ts";
import { nameWords } from "../text/name-words.ts";
import { readWord, stemOf } from "../text/words.ts";
import { letterTable } from "./letter-table.ts";
import { nameKey } from "./specifics.ts";
import { type TallySigns, tallySigns } from "./tally-signs.ts";
import { shippedWeights, type WordWeights } from "./weights.ts";

/** What is known of a spelling, looked up once for all texts of a question. */
export interface Spelling {
  /** Numbers of its stem, its folded form, and its key as a name or a number. */
  readonly stem: number;
  readonly norm: number;
  readonly key: number;
  /** 32 bits of the stem and of the folded form: the same in every vocabulary. */
  readonly stemHash: number;
  readonly normHash: number;
  /** The weight of its stem; 0 for the commonest words. */
  readonly weight: number;
  /** Whether the table of word weights has its stem. */
  readonly inTable: boolean;
  readonly is: "number" | "word" | "arabic";
  readonly capital: boolean;
  readonly shouted: boolean;
  /** Letters of the folded form. */
  readonly length: number;
  readonly signs: TallySigns;
  /** How much it says as a specific that the other text lacks, 0 to 1. */
  readonly telling: number;
}

/** Numbers for stems, so that texts are compared by sorted arrays. One for all texts of a question. */
export interface Vocabulary {
  readonly idOf: (stem: string) => number;
  readonly weightOf: (id: number) => number;
  readonly stemOf: (id: number) => string;
  readonly size: () => number;
  readonly words: WordWeights;
  /** The stem of a folded word, remembered. */
  readonly stem: (norm: string) => string;
  readonly spelling: (raw: string) => Spelling;
  /** The same for a stretch of a text, by two numbers of its letters that no other word has. */
  readonly spellingAt: (text: string, word: Span & { readonly high: number; readonly low: number }) => Spelling;
}

/** Words that stand in half of all reports say nothing when shared. */
const LEAST_WEIGHT = 0.7;

/** In steps of 1/64, so that sums of weights are exact whatever their order. */
function inSteps(weight: number): number {
  return Math.round(weight * 64) / 64;
}

function plainWeight(weight: number): number {
  return weight < LEAST_WEIGHT ? 0 : inSteps(weight);
}

/** FNV-1a, 32 bits. */
function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

export function vocabulary(words: WordWeights = shippedWeights()): Vocabulary {
  const ids = new Map<string, number>();
  const stems: string[] = [];
  const weights: number[] = [];
  const idOf = (stem: string) => {
    const known = ids.get(stem);
    if (known !== undefined) return known;
    ids.set(stem, stems.length);
    stems.push(stem);
    weights.push(plainWeight(words.of(stem)));
    return stems.length - 1;
  };
  const stemmed = new Map<string, string>();
  const stem = (norm: string) => {
    const known = stemmed.get(norm) ?? stemOf(norm);
    stemmed.set(norm, known);
    return known;
  };
  const spellings = new Map<string, Spelling>();
  const spelling = (raw: string) => {
    const known = spellings.get(raw);
    if (known !== undefined) return known;
    const made = spell(raw, { idOf, stem, words });
    spellings.set(raw, made);
    return made;
  };
  const byKey = letterTable<Spelling>();
  const spellingAt: Vocabulary["spellingAt"] = (text, { start, end, high, low }) => {
    const known = byKey.get(high, low);
    if (known !== undefined) return known;
    const made = spelling(text.slice(start, end));
    byKey.set(high, low, made);
    return made;
  };
  const weightOf = (id: number) => weights[id] ?? 0;
  return {
    idOf,
    stem,
    spelling,
    spellingAt,
    weightOf,
    stemOf: (id) => stems[id] ?? "",
    size: () => stems.length,
    words,
  };
}

function spell(raw: string, { idOf, stem, words }: Pick<Vocabulary, "idOf" | "stem" | "words">): Spelling {
  const word = readWord(raw, stem);
  const { norm, capital, shouted } = word;
  const weight = words.of(word.stem);
  const inTable = words.has(word.stem);
  const is = word.number !== undefined ? "number" : /\p{Script=Arabic}/u.test(norm) ? "arabic" : "word";
  return {
    stem: idOf(word.stem),
    norm: idOf(norm),
    key: idOf(is === "number" ? `#${word.stem}` : nameKey(norm)),
    stemHash: fnv(word.stem),
    normHash: fnv(norm),
    weight: plainWeight(weight),
    inTable,
    is,
    capital,
    shouted,
    length: norm.length,
    signs: tallySigns(fold(raw).replace(/'s?$/, ""), { norm, stem: word.stem, number: is === "number", capital }),
    telling: is === "number" ? tellingNumber(word.number as number) : tellingName(norm, inTable ? weight : null),
  };
}

/** A copy rounds, spells out and counts anew: a small number of its own says half. */
function tellingNumber(value: number): number {
  return value <= 10 ? 0.5 : 1;
}

const MONTHS = new Set(
  "january february march april june july august september sept october november december".split(" "),
);

/** A title or a month written out is nothing new; an ordinary word with a capital is a little, a name that no table has is one. */
function tellingName(norm: string, weight: number | null): number {
  if (nameWords.titles.has(norm) || MONTHS.has(norm)) return 0;
  return weight === null ? 1 : inSteps(Math.max(0.1, Math.min(1, (weight - 2) / 5)));
}
