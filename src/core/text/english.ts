import model from "wink-eng-lite-web-model";
import winkNLP, { type WinkMethods } from "wink-nlp";
import type { Span } from "../model/span.ts";
import type { Pos, Token } from "./annotation.ts";
import { fold } from "./fold.ts";
import { splitWords } from "./split-words.ts";
import type { TaggedSentence, Tagger } from "./tagger.ts";

// wink keeps a lexicon of the words it has seen, so there is one instance; its answers don't depend on what it read before (tested).
let shared: WinkMethods | null = null;

function wink(): WinkMethods {
  shared ??= winkNLP(model, ["sbd", "pos"]);
  return shared;
}

/** How much is given to wink at once: a longer paragraph goes in pieces, and the last sentence of a piece starts the next. */
const PIECE = 20_000;

/** English by wink-nlp, whose tokens have no offsets: they are found again by a cursor [ST1]. */
export const english: Tagger = {
  language: "en",
  tag(text, paragraph) {
    const out: TaggedSentence[] = [];
    let start = paragraph.start;
    while (start < paragraph.end) {
      const end = pieceEnd(text, start, paragraph.end);
      const sentences = readPiece(text, { start, end });
      const whole = end === paragraph.end || sentences.length < 2;
      out.push(...(whole ? sentences : sentences.slice(0, -1)));
      start = whole ? end : sentences.at(-1)!.start;
    }
    return out;
  },
};

function pieceEnd(text: string, start: number, end: number): number {
  if (end - start <= PIECE) return end;
  let at = start + PIECE;
  while (at > start + PIECE / 2 && text.charCodeAt(at) !== 32) at--;
  if (at > start + PIECE / 2) return at;
  // A word of ten thousand letters is kept whole.
  at = start + PIECE;
  while (at < end && !/\s/u.test(text.charAt(at))) at++;
  return at;
}

function readPiece(text: string, piece: Span): TaggedSentence[] {
  const nlp = wink();
  const { its } = nlp;
  const words = text.slice(piece.start, piece.end);
  const seen = hasLongRun(text, piece) ? words.replace(ALL_UNBROKEN, blanked) : words;
  const doc = nlp.readDoc(seen);
  const all = doc.tokens();
  const read: Read = {
    text,
    seen,
    offset: piece.start,
    values: all.out() as string[],
    tags: all.out(its.pos as never) as unknown as Pos[],
    lemmas: all.out(its.lemma as never) as unknown as string[],
    cursor: 0,
  };
  const sentences: TaggedSentence[] = [];
  for (const [first, last] of doc.sentences().out(its.span as never) as unknown as [number, number][]) {
    const tokens: Token[] = [];
    for (let i = first; i <= last; i++) addToken(tokens, read, i);
    const rest = joinNames(text, afterClosing(sentences, tokens));
    if (goesOn(text, sentences.at(-1), rest)) sentences.push(joined(sentences.pop()!, rest));
    else addSentence(sentences, rest);
  }
  return withRest(text, { start: piece.start + read.cursor, end: piece.end }, sentences);
}

/** The tokens without a quote mark that touches the sentence before, which takes it: "it is so.''". */
function afterClosing(sentences: TaggedSentence[], tokens: readonly Token[]): readonly Token[] {
  const [first] = tokens;
  const last = sentences.at(-1);
  if (first === undefined || last === undefined || first.start !== last.end || !CLOSING.test(first.norm)) return tokens;
  const all = [...last.tokens];
  addPlain(all, first);
  sentences[sentences.length - 1] = { ...last, end: first.end, tokens: all };
  return tokens.slice(1);
}

/** Whether the words go on with the sentence before, cut after an abbreviation in brackets: "Harun Voss (D-Ga.) said". */
function goesOn(text: string, last: TaggedSentence | undefined, tokens: readonly Token[]): boolean {
  const [first] = tokens;
  if (last === undefined || first === undefined || last.tokens.at(-1)!.norm !== ")") return false;
  return first.norm === "," || /^\p{Ll}/u.test(text.slice(first.start, first.end));
}

function joined(last: TaggedSentence, tokens: readonly Token[]): TaggedSentence {
  return { ...last, end: tokens.at(-1)!.end, tokens: [...last.tokens, ...tokens] };
}

const CLOSING = /^(?:'|''|"|”|’)$/;

// wink's time grows with the square of a run without white space ("/////…"); no word is that long.
const LONGEST = 200;
const ALL_UNBROKEN = /(?<!\S)\S{200,}/g;

/** Whether there may be such a run: that many characters without a plain blank or line end. */
function hasLongRun(text: string, { start, end }: Span): boolean {
  let from = start;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 32 || (c > 8 && c < 14)) from = i + 1;
    else if (i - from >= LONGEST - 1) return true;
  }
  return false;
}

function blanked(run: string): string {
  return "x".padEnd(run.length);
}

/** A piece as wink read it, and how far its tokens have been found. */
interface Read {
  readonly text: string;
  /** What wink was given: the piece of the text that starts at `offset`, overlong runs blanked. */
  readonly seen: string;
  readonly offset: number;
  readonly values: readonly string[];
  readonly tags: readonly Pos[];
  readonly lemmas: readonly string[];
  cursor: number;
}

/** Adds wink's token `i` at its place in the text and moves on past it; characters that wink passed over become tokens of their own. */
function addToken(tokens: Token[], read: Read, i: number): void {
  const { text, seen, offset, cursor } = read;
  const value = read.values[i]!;
  const pos = read.tags[i]!;
  if (value === "" || pos === "SPACE") return;
  const at = placeOf(value, seen, cursor);
  if (at < 0) return;
  if (at - cursor > 1 || (at > cursor && !isWhite(seen.charCodeAt(cursor)))) {
    addRest(tokens, text, { start: offset + cursor, end: offset + at });
  }
  const start = offset + at;
  const end = value === "x" ? endOfRun(text, start, seen.length + offset) : start + value.length;
  const fits = end - start < LONGEST;
  if (fits) addPlain(tokens, { start, end: start + value.length, norm: normOf(value), lemma: read.lemmas[i]!, pos });
  else addRest(tokens, text, { start, end });
  read.cursor = fits ? at + value.length : end - offset;
}

/** The next place of a token, which is mostly right here or behind one space; below 0 where there is none. */
function placeOf(value: string, seen: string, cursor: number): number {
  const first = value.charCodeAt(0);
  if (seen.charCodeAt(cursor) === first && seen.startsWith(value, cursor)) return cursor;
  const next = cursor + 1;
  if (seen.charCodeAt(next) === first && seen.startsWith(value, next)) return next;
  return seen.indexOf(value, next);
}

const norms = new Map<string, string>();
const MOST_NORMS = 50_000;

/** The folded word: most words are in plain lower case already; the others are remembered, since a text says the same ones again and again. */
function normOf(value: string): string {
  if (isFolded(value)) return value;
  const known = norms.get(value);
  if (known !== undefined) return known;
  if (norms.size >= MOST_NORMS) norms.clear();
  const norm = fold(value);
  norms.set(value, norm);
  return norm;
}

/** Whether the word has only characters that folding leaves alone: ASCII but for capitals. */
function isFolded(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const c = value.charCodeAt(i);
    if (c > 127 || (c > 64 && c < 91)) return false;
  }
  return true;
}

/** Two single quote marks side by side are one double mark. */
function addPlain(tokens: Token[], token: Token): void {
  const { norm } = token;
  const last = norm === "'" || norm === "`" ? tokens.at(-1) : undefined;
  if (last?.norm !== norm || last.end !== token.start) tokens.push(token);
  else tokens[tokens.length - 1] = { ...last, end: token.end, norm: `${token.norm}${token.norm}`, pos: "PUNCT" };
}

function endOfRun(text: string, start: number, limit: number): number {
  let end = start + 1;
  while (end < limit && !/\s/u.test(text.charAt(end))) end++;
  return end;
}

function isWhite(c: number): boolean {
  return c === 32 || c === 0xa0 || c === 9;
}

function addRest(tokens: Token[], text: string, gap: Span): void {
  for (const word of splitWords(text, gap)) {
    const norm = fold(text.slice(word.start, word.end));
    tokens.push({ ...word, norm, lemma: norm, pos: "X" });
  }
}

function addSentence(sentences: TaggedSentence[], tokens: readonly Token[]): void {
  if (tokens.length > 0) sentences.push({ start: tokens[0]!.start, end: tokens.at(-1)!.end, tokens });
}

function withRest(text: string, rest: Span, sentences: TaggedSentence[]): TaggedSentence[] {
  const tokens: Token[] = [];
  if (rest.start < rest.end) addRest(tokens, text, rest);
  if (tokens.length === 0) return sentences;
  const last = sentences.pop();
  addSentence(sentences, [...(last?.tokens ?? []), ...tokens]);
  return sentences;
}

const PARTICLES = ["al", "el", "ar", "as", "ash", "at", "ad", "an", "az", "ed", "es", "ul"];
const PARTICLE = new Set(PARTICLES);
const KIN = new Set(["ibn", "bin", "abu", "umm", "al", "el"]);
const INTRODUCES = new Set([...PARTICLES, ...KIN]);

/** Names such as `al-Harun`, three tokens for wink, made one; `ibn Harun`, `Abu Harun` marked as one run of proper nouns. */
function joinNames(text: string, tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((token) => token.end - token.start < 5 && INTRODUCES.has(token.norm))) return tokens;
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const name = tokens[i + 2];
    if (name !== undefined && isHyphenated(text, tokens, i)) {
      const norm = fold(text.slice(token.start, name.end));
      out.push({ start: token.start, end: name.end, norm, lemma: norm, pos: "PROPN" });
      i += 2;
    } else out.push(isKin(text, tokens, i) ? { ...token, pos: "PROPN" } : token);
  }
  return out;
}

function isHyphenated(text: string, tokens: readonly Token[], i: number): boolean {
  const [particle, hyphen, name] = [tokens[i]!, tokens[i + 1]!, tokens[i + 2]!];
  if (particle.end - particle.start > 3 || particle.end !== hyphen.start || hyphen.end !== name.start) return false;
  return /^[-‐‑]$/.test(hyphen.norm) && PARTICLE.has(particle.norm) && startsUpper(text, name);
}

function isKin(text: string, tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  const next = tokens[i + 1];
  return next !== undefined && KIN.has(token.norm) && startsUpper(text, next);
}

function startsUpper(text: string, token: Span): boolean {
  return /^\p{Lu}/u.test(text.slice(token.start, token.end));
}
