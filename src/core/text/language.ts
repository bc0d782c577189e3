import { eld } from "eld/extrasmall";
import type { Language } from "../model/reading.ts";
import type { Span } from "../model/span.ts";

export type Script = "latin" | "arabic" | "other" | "none";

const SAMPLE = 1500;
const SHORT = 120;
// Letters that one language of the Arabic script uses and its neighbours don't; they decide before any statistics, which
// takes headlines in Urdu for Persian.
const PASHTO = /[ټډړږښځڅېۍګڼ]/;
const URDU = /[ٹڈڑےںھہ]/;
const ARABIC_LETTERS = /[\u0600-\u06FF]+/g;
const PERSIAN = /[پچژگکی]/;

/** The script of most letters of the text; `none` without letters. */
export function scriptOf(text: string): Script {
  let latin = 0;
  let arabic = 0;
  let other = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if ((c > 64 && c < 91) || (c > 96 && c < 123) || (c > 0xbf && c < 0x250)) latin++;
    else if ((c >= 0x620 && c <= 0x64a) || (c >= 0x66e && c <= 0x6d3) || (c >= 0xfb50 && c <= 0xfefc)) arabic++;
    else if ((c >= 0x370 && c < 0x600) || (c >= 0x900 && c < 0x2000) || (c >= 0x2e80 && c < 0xd7b0)) other++;
  }
  if (latin + arabic + other === 0) return "none";
  return arabic >= latin && arabic >= other ? "arabic" : latin >= other ? "latin" : "other";
}

/**
 * The language of a text, by script first and letter sequences second (eld, its smallest table); `und` where nothing can be
 * told. At most 3,000 characters are looked at; a short text in Latin script that could be several languages is taken for English.
 */
export function languageOf(text: string): Language {
  const middle = text.length >> 1;
  const sample = text.length > 2 * SAMPLE ? `${text.slice(0, SAMPLE)} ${text.slice(middle, middle + SAMPLE)}` : text;
  const script = scriptOf(sample);
  if (script === "none") return "und";
  if (script === "arabic") return arabicScript(sample);
  const found = eld.detect(sample.replace(ARABIC_LETTERS, " "));
  if (script === "latin" && sample.length < SHORT && isDoubtful(found)) return "en";
  return found.language || "und";
}

// Foreign names make a short English text look like something else, but never by much.
const CLEAR = 0.7;
const MUCH_LESS = 0.8;

function isDoubtful(found: ReturnType<typeof eld.detect>): boolean {
  const { [found.language]: top = 0, en = 0 } = found.getScores();
  return !found.isReliable() || top < CLEAR || en >= MUCH_LESS * top;
}

function arabicScript(words: string): Language {
  const sample = words.replace(/[A-Za-z]+/g, " ");
  if (PASHTO.test(sample)) return "ps";
  if (URDU.test(sample)) return "ur";
  const found = eld.detect(sample).language;
  if (found === "ar" || found === "fa" || found === "ur" || found === "ckb" || found === "ku") {
    return found === "ur" ? "fa" : found;
  }
  return PERSIAN.test(sample) ? "fa" : "ar";
}

const ENOUGH_LETTERS = 80;

/**
 * The language of one paragraph of a text in `language`: the text's own unless the script differs, or the paragraph is long
 * and reliably something else.
 */
export function languageOfParagraph(text: string, span: Span, language: Language): Language {
  const words = text.slice(span.start, Math.min(span.end, span.start + SAMPLE));
  const script = scriptOf(words);
  if (script === "none") return language;
  const usual = language === "ar" || language === "fa" || language === "ur" || language === "ps" ? "arabic" : "latin";
  if (script !== usual) return languageOf(words);
  if (language === "und" || words.length < ENOUGH_LETTERS) return language;
  if (isPlainly(language, words)) return language;
  const found = script === "arabic" ? arabicScript(words) : reliably(words);
  return found ?? language;
}

// Words that every fifth or so is in English, the article that every third or so has in Arabic: enough to spare the statistics.
const ENGLISH =
  /\b(?:the|and|of|that|was|were|with|said|has|had|have|for|by|to|from|this|his|she|they|their|you|who|which|would|about)\b/gi;
const ARTICLE = /(?:^|\s)(?:[وفبك]?ال|لل)\p{L}/gu;
const SHARE = 80;
// A cheaper test that most English paragraphs pass; no neighbour has two of these.
const PLAINLY_ENGLISH = [" the ", " and ", " of ", " that ", " was ", " said ", " with "];

function isPlainly(language: Language, words: string): boolean {
  const head = words.slice(0, 400);
  if (language === "en" && hasTwoOf(head, PLAINLY_ENGLISH)) return true;
  if (language === "en") return (head.match(ENGLISH)?.length ?? 0) * SHARE >= head.length;
  if (language !== "ar" || PASHTO.test(words) || URDU.test(words) || PERSIAN.test(words)) return false;
  return (head.match(ARTICLE)?.length ?? 0) * SHARE >= head.length;
}

function hasTwoOf(words: string, list: readonly string[]): boolean {
  let found = 0;
  for (const word of list) if (words.includes(word) && ++found > 1) return true;
  return false;
}

function reliably(words: string): Language | null {
  const answer = eld.detect(words);
  return answer.isReliable() && answer.language !== "" ? answer.language : null;
}
