import type { Span } from "../model/span.ts";
import type { Pos, Token } from "./annotation.ts";
import { fold } from "./fold.ts";
import { splitWords } from "./split-words.ts";
import type { TaggedSentence, Tagger } from "./tagger.ts";

const STOP = /^[.؟?!…۔。।]$/u;
const CLOSING = /^["”»’)\]›]$/u;
// Abbreviations whose full stop ends no sentence, folded: doctor, professor, Gregorian, Hijri, kilometre, page.
const ABBREVIATIONS = new Set(["د", "أ", "ا", "م", "ه", "كم", "ص", "ق", "ب", "ت", "ش", "mr", "dr", "st", "no"]);
const PUNCTUATION = /^[\p{P}]/u;
const SYMBOL = /^[\p{S}\p{C}]/u;
const NUMBER = /^\p{N}/u;
const UPPER = /^\p{Lu}/u;

/** Our own small rule for Arabic and for every language without a tagger: . ؟ ! … end a sentence, not inside numbers or after abbreviations [ST1]. */
export const byRule: Tagger = {
  language: "ar",
  tag(text, paragraph) {
    const tokens = splitWords(text, paragraph).map((span) => asToken(text, span));
    const out: TaggedSentence[] = [];
    let first = 0;
    for (let i = 0; i < tokens.length; i++) {
      if (!endsSentence(text, tokens, i) && i + 1 < tokens.length) continue;
      const last = withClosing(text, tokens, i);
      const own = tokens.slice(first, last + 1);
      out.push({ start: own[0]!.start, end: own.at(-1)!.end, tokens: own });
      first = last + 1;
      i = last;
    }
    return out;
  },
};

function asToken(text: string, span: Span): Token {
  const word = text.slice(span.start, span.end);
  const norm = fold(word);
  return { ...span, norm, lemma: norm, pos: posOf(word, norm) };
}

function posOf(word: string, norm: string): Pos {
  if (NUMBER.test(norm)) return "NUM";
  if (PUNCTUATION.test(word)) return "PUNCT";
  if (SYMBOL.test(word)) return "SYM";
  return CLOSED[norm] ?? (UPPER.test(word) ? "PROPN" : "X");
}

const CLOSED: Readonly<Record<string, Pos>> = Object.assign(Object.create(null), {
  ...closed("ADP", "في من الي علي عن مع بعد قبل خلال بين منذ حتي ضد لدي نحو تحت فوق عند حول دون"),
  ...closed("CCONJ", "و او ام بل لكن"),
  ...closed("SCONJ", "ان اذا لو كي لان بينما حيث عندما فيما لكن"),
  ...closed("PRON", "هو هي هم هن انا نحن انت هذا هذه ذلك تلك هؤلاء الذي التي الذين"),
  ...closed("PART", "لا لم لن ما قد لقد سوف ليس هل الا"),
});

function closed(pos: Pos, words: string): Record<string, Pos> {
  return Object.fromEntries(words.split(" ").map((word) => [word, pos]));
}

/** Whether the token is a full stop that ends its sentence. */
function endsSentence(text: string, tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  if (token.end - token.start !== 1 || !STOP.test(token.norm)) return false;
  const next = tokens[i + 1];
  // Three full stops in a row, "?!": the last one ends.
  if (next !== undefined && next.start === token.end && STOP.test(next.norm)) return false;
  if (token.norm !== ".") return true;
  const before = tokens[i - 1];
  if (next !== undefined && next.start === token.end && next.pos !== "PUNCT") return false;
  return !(before !== undefined && before.end === token.start && isAbbreviation(text, before));
}

function isAbbreviation(text: string, token: Token): boolean {
  return (
    ABBREVIATIONS.has(token.norm) || (token.end - token.start === 1 && UPPER.test(text.slice(token.start, token.end)))
  );
}

/** The index of the last closing mark that belongs to a sentence ending at `i`. */
function withClosing(_text: string, tokens: readonly Token[], i: number): number {
  let last = i;
  while (last + 1 < tokens.length && tokens[last + 1]!.start === tokens[last]!.end && isClosing(tokens[last + 1]!))
    last++;
  return last;
}

function isClosing(token: Token): boolean {
  return CLOSING.test(token.norm);
}
