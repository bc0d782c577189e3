import type { Span } from "../model/span.ts";
import { fold } from "./fold.ts";

/** A text folded for look-up, with the place of each of its letters in the text as it stands. */
export interface FoldedText {
  readonly text: string;
  /** Offset in the text of each folded letter, and of the end; null where they are the same. */
  readonly at: Int32Array | null;
}

const PLAIN = /^[\x00-\x7F]*$/;

/** The text letter by letter as `fold` spells it, so that a match can be told in places of the text. */
export function foldText(text: string): FoldedText {
  if (PLAIN.test(text)) return { text: text.toLowerCase(), at: null };
  const places: number[] = [];
  let folded = "";
  let offset = 0;
  for (const letter of text) {
    const one = fold(letter);
    folded += one;
    for (let i = 0; i < one.length; i++) places.push(offset);
    offset += letter.length;
  }
  places.push(text.length);
  return { text: folded, at: Int32Array.from(places) };
}

/** The place in the text of a range of folded letters. */
export function placeIn({ at }: FoldedText, start: number, end: number): Span {
  if (at === null) return { start, end };
  return { start: at[start] ?? 0, end: end > start ? (at[end - 1] ?? 0) + 1 : (at[end] ?? 0) };
}

export interface FoundWords<T> {
  readonly span: Span;
  readonly value: T;
}

export type WordFinder<T> = (text: string) => readonly FoundWords<T>[];

/**
 * A finder of whole words and phrases in running text, folded; of those at one place the longest. In a phrase, `*` stands for up to six more
 * letters and `..` for up to four words. Arabic "and", "with", "for", "the" written onto the first word are read over.
 */
export function wordFinder<T>(rows: readonly (readonly [string, T])[]): WordFinder<T> {
  const byPattern = new Map(rows.map(([words, value]) => [pattern(words), value] as const));
  const longest = [...byPattern.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  if (longest.length === 0) return () => [];
  const sources = [...longest.filter((s) => !s.startsWith("-")), ...longest.filter((s) => s.startsWith("-"))];
  const values = sources.map((source) => byPattern.get(source) as T);
  const any = new RegExp(`(?:${WORD_START}(?:${group(sources, false)})|${group(sources, true)})${WORD_END}`, "gu");
  return (text) => {
    const folded = foldText(text);
    return [...folded.text.matchAll(any)].map((m) => {
      const which = m.findIndex((group, i) => i > 0 && group !== undefined);
      const end = m.index + m[0].length;
      return { span: placeIn(folded, end - (m[which]?.length ?? 0), end), value: values[which - 1] as T };
    });
  };
}

const WORD_START = "(?<![\\p{L}\\p{N}])[وفبلك]?(?:ال|لل)?";
const WORD_END = "(?![\\p{L}\\p{N}])";

/** The phrases as one group each; those with a hyphen in front ("-led") follow a word at once. Where there is none, a pattern that fits nothing. */
function group(sources: readonly string[], hyphen: boolean): string {
  const here = sources.filter((s) => s.startsWith("-") === hyphen);
  return here.length === 0 ? "(?!)" : here.map((s) => `(${s})`).join("|");
}

/** The source of one phrase's regular expression; every repetition in it has a bound. */
function pattern(words: string): string {
  return fold(words)
    .split(" ")
    .map((word, i) => (word === ".." ? "(?:[^\\s.;:!?؟؛]{1,30}\\s){0,4}?" : `${article(word, i)}${escaped(word)}\\s`))
    .join("")
    .replace(/\\s$/, "");
}

/** A later word of an Arabic phrase may have its article or not. */
function article(word: string, i: number): string {
  return i > 0 && /^[\u0621-\u064A]/u.test(word) && !word.startsWith("ال") ? "(?:ال)?" : "";
}

function escaped(word: string): string {
  return word.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "\\p{L}{0,6}");
}
