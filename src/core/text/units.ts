import type { Token } from "./annotation.ts";
import { fold, withoutAccents } from "./fold.ts";

/** A word as names are looked up by: hyphens and apostrophes part words, points inside abbreviations and accents are gone. */
export interface Unit {
  readonly key: string;
  /** For Arabic: the key without the conjunctions, prepositions and article written in one with it, the least cut first. */
  readonly bare: readonly string[];
  readonly start: number;
  readonly end: number;
  /** Index of its token; -1 for a break that no name spans. */
  readonly token: number;
  readonly upper: boolean;
  readonly caps: boolean;
}

const NONE: readonly string[] = [];
const BREAK: Unit = { key: "", bare: NONE, start: 0, end: 0, token: -1, upper: false, caps: false };
const PIECE = /[\p{L}\p{M}\p{N}]+(?:\.[\p{L}\p{M}\p{N}]+)*\.?/gu;
const PLAIN = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;
const ARABIC = /[\u0621-\u064A]/;
const JOINS = /^[-‐‑'"’‘ʼʻ`´]+$/;

/** The units of a sentence's tokens; other punctuation becomes a break. */
export function unitsOf(text: string, tokens: readonly Token[]): Unit[] {
  const units: Unit[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.pos === "PUNCT" || token.pos === "SYM") {
      if (!(JOINS.test(token.norm) && (token.norm === "-" || token.norm === "'"))) units.push(BREAK);
    } else if (isSimple(token.norm)) units.push(plainUnit(text, token, i));
    else addPieces(units, { text, token, index: i });
  }
  return units;
}

/** Whether the word has nothing but letters of the plain alphabet, in lower case, and digits. */
export function isSimple(norm: string): boolean {
  for (let i = 0; i < norm.length; i++) {
    const c = norm.charCodeAt(i);
    if ((c < 97 || c > 122) && (c < 48 || c > 57)) return false;
  }
  return norm.length > 0;
}

function plainUnit(text: string, token: Token, index: number): Unit {
  const c = text.charCodeAt(token.start);
  const upper = c > 64 && c < 91;
  const caps = upper && token.end - token.start > 1 && isCaps(text.slice(token.start, token.end));
  return { key: token.norm, bare: NONE, start: token.start, end: token.end, token: index, upper, caps };
}

function isCaps(word: string): boolean {
  return word === word.toUpperCase() && word !== word.toLowerCase();
}

interface Piece {
  readonly text: string;
  readonly token: Token;
  readonly index: number;
}

function addPieces(units: Unit[], { text, token, index }: Piece): void {
  const word = text.slice(token.start, token.end);
  for (const m of word.matchAll(PIECE)) {
    const key = keyOf(m[0]);
    if (key === "") continue;
    const start = token.start + m.index;
    const first = m[0].charAt(0);
    units.push({
      key,
      bare: ARABIC.test(key) ? withoutClitics(key) : NONE,
      start,
      end: start + m[0].length,
      token: index,
      upper: first !== first.toLowerCase(),
      caps: m[0].length > 1 && isCaps(m[0]),
    });
  }
}

/** The look-up key of one word. */
export function keyOf(word: string): string {
  return withoutAccents(fold(word)).replace(/[.'"]/g, "");
}

/** The keys of a name as the gazetteer has it, split the way a text is; the ayn and hamza of transliterations are dropped. */
export function keysOf(name: string): string[] {
  if (PLAIN.test(name)) return name.toLowerCase().split(" ");
  const keys: string[] = [];
  for (const m of name.matchAll(PIECE)) {
    const key = keyOf(m[0]);
    if (key !== "") keys.push(ARABIC.test(key) ? withoutArticle(key) : key);
  }
  return keys;
}

export function isArabic(key: string): boolean {
  return ARABIC.test(key);
}

/** The word without the article; `لل` is ل and the article. */
export function withoutArticle(key: string): string {
  return key.startsWith("ال") && key.length > 4 ? key.slice(2) : key;
}

const CONJUNCTION = /^[وف]/;
const PREPOSITION = /^[بكل]/;

/** What is left of an Arabic word as conjunction (و ف), preposition (ب ك ل) and article are cut off; three letters stay at least. */
export function withoutClitics(key: string): readonly string[] {
  const out = [withoutArticle(key)];
  const add = (word: string) => {
    if (word.length > 2 && !out.includes(word)) out.push(word);
  };
  const rest = CONJUNCTION.test(key) && key.length > 3 ? key.slice(1) : null;
  if (rest !== null) add(withoutArticle(rest));
  for (const word of rest === null ? [key] : [key, rest]) {
    if (!PREPOSITION.test(word) || word.length < 4) continue;
    if (word.startsWith("لل")) add(word.slice(2));
    add(withoutArticle(word.slice(1)));
  }
  return out;
}
