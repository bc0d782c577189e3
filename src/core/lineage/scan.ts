import type { Span } from "../model/span.ts";
import { wordEnd } from "../text/words.ts";
import type { Spelling, Vocabulary } from "./vocabulary.ts";

/** The words of a text in columns: one place a word. */
export interface Words {
  readonly spelling: Spelling[];
  readonly start: number[];
  readonly end: number[];
  /** 1 between quote marks. */
  readonly quoted: number[];
}

/**
 * Adds the words of a part of a text, as `wordsOf` finds them. Plain words are looked up by two hashes of their letters, without a string
 * being made of them; whatever has a letter beyond ASCII, a digit, an apostrophe or a point goes by the rule itself.
 */
export function scanWords(
  text: string,
  { start, end }: Span,
  { into, vocabulary }: { readonly into: Words; readonly vocabulary: Vocabulary },
): void {
  const add = (from: number, to: number, spelling: Spelling) => {
    into.spelling.push(spelling);
    into.start.push(from);
    into.end.push(to);
    into.quoted.push(0);
  };
  for (let at = start; at < end; ) {
    const code = text.charCodeAt(at);
    if (!isLetter(code) && code < 0x80 && !isDigit(code)) {
      at++;
      continue;
    }
    let [to, a, b] = [at, 0x811c9dc5 | 0, 7];
    for (let c = code; to < end && isLetter(c); c = text.charCodeAt(++to)) {
      a = Math.imul(a ^ c, 0x01000193);
      b = (Math.imul(b, 31) + c) | 0;
    }
    const next = to < end ? text.charCodeAt(to) : 0x20;
    if (to > at && next < 0x80 && next !== 0x27 && !(next === 0x2e && to === at + 1)) {
      add(at, to, vocabulary.spellingAt(text, { start: at, end: to, high: a, low: b }));
      at = to;
      continue;
    }
    const found = wordEnd(text, at, end);
    if (found !== null) add(at, found, vocabulary.spelling(text.slice(at, found)));
    at = found ?? at + ((text.codePointAt(at) as number) > 0xffff ? 2 : 1);
  }
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
