import type { Span } from "../model/span.ts";
import { stemArabic, stemEnglish } from "./stem.ts";

/** A word with its place, folded for comparison. */
export interface Word extends Span {
  /** Lower case, straight, without a possessive; Arabic without marks and tatweel, alef, ya and ta marbuta folded. */
  readonly norm: string;
  readonly stem: string;
  /** The value of a number in digits or in English words up to twenty and the tens; "one" is none, being mostly a pronoun. */
  readonly number?: number;
  /** First letter in upper case. */
  readonly capital: boolean;
  /** Two letters or more, all in upper case, or an abbreviation with points. */
  readonly shouted: boolean;
}

// Abbreviations with points, numbers with their separators, then letters with inner apostrophes. Hyphens part words: both sides count.
const WORD = /(?:\p{Lu}\.){2,}|\p{Nd}+(?:[.,:٫٬]\p{Nd}+)*|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const ARABIC = /\p{Script=Arabic}/u;

/** The words of a text, or of a part of it, in order; `stem` may be one that remembers. */
export function wordsOf(text: string, within: Span = { start: 0, end: text.length }, stem = stemOf): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.slice(within.start, within.end).matchAll(WORD)) {
    words.push(wordAt(match[0], within.start + match.index, stem));
  }
  return words;
}

function wordAt(raw: string, start: number, stemmer: (norm: string) => string): Word {
  return { start, end: start + raw.length, ...readWord(raw, stemmer) };
}

/** Such a word folds to its lower case. */
const PLAIN = /^[A-Za-z]+$/;
const WORD_HERE = new RegExp(WORD.source, "uy");

/** The end of the word that starts at a place, not past `end`; null where none does. */
export function wordEnd(text: string, at: number, end: number): number | null {
  WORD_HERE.lastIndex = at;
  return WORD_HERE.test(text) ? Math.min(end, WORD_HERE.lastIndex) : null;
}

/** A spelling without its place. */
export function readWord(raw: string, stemmer: (norm: string) => string = stemOf): Omit<Word, "start" | "end"> {
  if (/^\p{Nd}/u.test(raw)) {
    const digits = plainDigits(raw);
    const number = Number(digits); // "21:15" and "1.2.3" are no numbers
    return { norm: digits, stem: digits, capital: false, shouted: false, ...(Number.isNaN(number) ? {} : { number }) };
  }
  const plain = PLAIN.test(raw);
  const norm = plain ? raw.toLowerCase() : foldWord(raw);
  const number = NUMBER_WORDS.get(norm);
  const first = raw.charAt(0);
  const capital = first !== first.toLowerCase();
  const letters = plain ? raw : raw.replace(/[^\p{L}]/gu, "");
  const shouted = capital && letters.length > 1 && letters === letters.toUpperCase();
  const stem = number === undefined ? stemmer(norm) : String(number);
  return { norm, stem, capital, shouted, ...(number === undefined ? {} : { number }) };
}

/** A word's folded form: what two spellings of one word share. */
export function foldWord(raw: string): string {
  if (ARABIC.test(raw)) return foldArabic(raw);
  return raw
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/'s?$|\.|'s$/g, "")
    .replace(/'/g, "");
}

function foldArabic(raw: string): string {
  return raw
    .normalize("NFKC")
    .replace(/[\u0610-\u061a\u064b-\u065f\u0670\u0640]/g, "")
    .replace(/[أإآٱ]/g, "ا")
    .replace(/[ىئ]/g, "ي")
    .replace(/ؤ/g, "و")
    .replace(/ة/g, "ه");
}

/** The light stem of a folded word, by its script; other scripts are left as they are. */
export function stemOf(norm: string): string {
  if (ARABIC.test(norm)) return stemArabic(norm);
  return /^[a-z]+$/.test(norm) ? stemEnglish(norm) : norm;
}

/** Digits of any script as ASCII, group separators dropped, a decimal comma left as the point it stands for. */
function plainDigits(raw: string): string {
  let out = "";
  for (const char of raw.normalize("NFKC"))
    out += /\p{Nd}/u.test(char) ? String(digitValue(char)) : char === "٫" ? "." : char;
  const plain = out.replace(/[,٬](?=\p{Nd}{3}(?!\p{Nd}))/gu, "").replace(/,/g, ".");
  return /^\d+(\.\d+)?$/.test(plain) ? String(Number(plain)) : plain;
}

/** Decimal digits stand in runs of ten from zero to nine in every script of Unicode that has them. */
function digitValue(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return code - 0x30;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}

const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ["zero", 0],
  ["two", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
  ["six", 6],
  ["seven", 7],
  ["eight", 8],
  ["nine", 9],
  ["ten", 10],
  ["eleven", 11],
  ["twelve", 12],
  ["thirteen", 13],
  ["fourteen", 14],
  ["fifteen", 15],
  ["sixteen", 16],
  ["seventeen", 17],
  ["eighteen", 18],
  ["nineteen", 19],
  ["twenty", 20],
  ["thirty", 30],
  ["forty", 40],
  ["fifty", 50],
  ["sixty", 60],
  ["seventy", 70],
  ["eighty", 80],
  ["ninety", 90],
]);
