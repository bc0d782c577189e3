import type { Span } from "../model/span.ts";
import type { Pos, Token } from "../text/annotation.ts";
import { foldWord, readWord, stemOf } from "../text/words.ts";
import { isArabicMatch } from "./arabic-forms.ts";
import { setOf, WORDS } from "./change-lists.ts";
import { areConverse, type Phrase, phrasesIn } from "./paraphrase.ts";
import type { Side } from "./side.ts";
import { hasSense, isBroader, isSameSense } from "./word-senses.ts";

/** A word of a sentence with all that it may be matched by. */
export interface Term {
  readonly start: number;
  readonly end: number;
  readonly norm: string;
  readonly lemma: string;
  /** Stems of its form and of its lemma, and of it with the word beside it where both are one verb. */
  readonly keys: readonly string[];
  readonly number?: number;
  readonly name: boolean;
  readonly verb: boolean;
  readonly arabic: boolean;
  /** A mark or the end stands behind it. */
  readonly ends: boolean;
  /** A verb that says how sure somebody is: `modalityChanges` looks at it where both sides have one. */
  readonly reports: boolean;
  /** Says something of its own: no grammar, no helping verb, no word of mere reporting. */
  readonly telling: boolean;
}

const CONTENT: ReadonlySet<Pos> = new Set(["NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"]);
/** Helping verbs, and adverbs and nouns that other rules look at or that change nothing. */
const PLAIN = setOf(
  `be is are was were been being have has had do does did make carry suffer
  also too then there here now so very just yet still already however meanwhile later earlier again once while both each other
  own such same way fact thing per cent percent one ones number part total some any all most many few several more less fewer least half about
  around nearly almost roughly approximately exactly up down out off over away back when where why how that this these those
  according accord call called name named known as not no never nor neither none nobody likely probably possibly perhaps maybe
  may might could would should can must shall will aged age against early late only responsibility`.replace(
    /\s+/g,
    " ",
  ),
);
const CERTAINTY = setOf(Object.values(WORDS.certainty).join(" "));

/** The words of a side in order, Arabic by their stems alone. */
export function termsOf(side: Side): readonly Term[] {
  const tokens = side.tokens;
  if (tokens.length === 0) return arabicTerms(side);
  const hedges = side.marks.flatMap((m) => m.hedges.map((h) => h.span));
  const hedged = (t: Span) => hedges.some((h) => h.start <= t.start && t.start < h.end);
  const own = tokens.filter((t) => t.pos !== "PUNCT" && t.pos !== "SPACE" && (t.pos !== "SYM" || t.norm === "%"));
  const phrases = phrasesIn(own);
  const mentions = side.text.read.reading.mentions.filter((m) => m.is !== "proposal");
  return own.map((t, i) => {
    const word = side.words.find((w) => w.start <= t.start && t.start < w.end);
    const stems = [...new Set([stemOf(foldWord(t.norm)), stemOf(t.lemma)])];
    const next = own[i + 1];
    const before = own[i - 1];
    const pairs = [
      ...(next === undefined ? [] : stems.map((s) => `${s}+${stemOf(foldWord(next.norm))}`)),
      ...(before === undefined ? [] : [`${stemOf(before.lemma)}+${stemOf(foldWord(t.norm))}`]),
    ];
    const number = numberAt(own, i) ?? word?.number;
    const phrase = phrases.find(({ from, to }) => from <= i && i <= to);
    const named = mentions.filter((m) => m.span.start <= t.start && t.end <= m.span.end).map((m) => `@${m.id}`);
    return {
      start: t.start,
      end: t.end,
      norm: t.norm,
      lemma: t.lemma,
      keys: [...stems, ...pairs, ...(phrase === undefined ? [] : [phrase.key]), ...named, ...shareAt(own, i)],
      ...(number === undefined ? {} : { number }),
      name: t.pos === "PROPN" && !(opening(tokens[tokens.indexOf(t) - 1]) && stems.some(hasSense)),
      verb: t.pos === "VERB",
      arabic: false,
      ends: closing(tokens[tokens.indexOf(t) + 1]),
      reports: CERTAINTY.has(t.lemma) && (t.pos === "VERB" || next?.norm === "that"),
      telling:
        !hedged(t) &&
        isFirstTelling(own, i, phrase) &&
        !(SCALES.has(t.norm) && plainNumber(before) !== undefined) &&
        !isCompound(before, t) &&
        !(t.norm === "order" && before?.norm === "in") &&
        CONTENT.has(t.pos) &&
        !PLAIN.has(t.norm) &&
        !PLAIN.has(t.lemma),
    };
  });
}

/** Of a phrase that stands for one word, one word tells. */
function isFirstTelling(tokens: readonly Token[], i: number, phrase: Phrase | undefined): boolean {
  if (phrase === undefined) return true;
  const content = tokens.findIndex((t, k) => k >= phrase.from && CONTENT.has(t.pos) && !PLAIN.has(t.lemma));
  return content === i;
}

const PARTS: ReadonlyMap<string, number> = new Map([
  ["half", 2],
  ["third", 3],
  ["quarter", 4],
  ["fifth", 5],
  ["tenth", 10],
]);
const COUNTS: ReadonlyMap<string, number> = new Map([
  ["two", 2],
  ["three", 3],
  ["four", 4],
]);

/** A share in whole hundredths: "a quarter", "25 per cent", "two thirds", "67%"; nothing for other words. */
function shareAt(tokens: readonly Token[], i: number): readonly string[] {
  const [before, token, next, last] = [tokens[i - 1], tokens[i], tokens[i + 1], tokens[i + 2]];
  const part = PARTS.get(token?.lemma ?? "");
  if (part !== undefined) return [`${Math.round((100 * (COUNTS.get(before?.norm ?? "") ?? 1)) / part)}%`];
  const percent = next?.norm === "%" || next?.norm === "percent" || (next?.norm === "per" && last?.norm === "cent");
  const value = Number(token?.norm);
  return percent && !Number.isNaN(value) ? [`${Math.round(value)}%`] : [];
}

const isShare = ({ keys }: Term) => keys.some((k) => k.endsWith("%"));

const SCALES: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
]);

function plainNumber(token: Token | undefined): number | undefined {
  return token?.norm === "one" ? 1 : token === undefined ? undefined : readWord(token.norm).number;
}

/** "Thirty" and "one", joined. */
function isCompound(tens: Token | undefined, ones: Token | undefined): boolean {
  const [x, y] = [plainNumber(tens) ?? 0, plainNumber(ones) ?? 0];
  return (
    x >= 20 &&
    x < 100 &&
    x % 10 === 0 &&
    y > 0 &&
    y < 10 &&
    ones?.start === (tens?.end ?? 0) + 1 &&
    !/\d/.test(tens?.norm ?? "")
  );
}

/** "A dozen", "half a dozen", "two dozen", "six thousand", "thirty-one"; undefined for a word that is no such number. */
function numberAt(tokens: readonly Token[], i: number): number | undefined {
  const scale = SCALES.get(tokens[i + 1]?.norm ?? "");
  const value = plainNumber(tokens[i]);
  if (value !== undefined && scale !== undefined) return value * scale;
  if (value !== undefined && isCompound(tokens[i], tokens[i + 1])) return value + (plainNumber(tokens[i + 1]) ?? 0);
  if (tokens[i]?.norm !== "dozen") return undefined;
  const [far, near] = [tokens[i - 2]?.norm, tokens[i - 1]?.norm ?? ""];
  if (near === "a") return far === "half" ? 6 : 12;
  return near === "two" ? 24 : near === "three" ? 36 : undefined;
}

function closing(next: Token | undefined): boolean {
  return next === undefined || next.pos === "PUNCT" || next.pos === "SPACE";
}

function opening(before: Token | undefined): boolean {
  return before === undefined || /^[.!?:]$/.test(before.norm);
}

const GRAMMAR_AR = setOf(
  "في من الي علي عن ان انه انها انهم ما لا لم لن قد كان كانت يكون التي الذي الذين هذا هذه ذلك بعد قبل مع يوم بحسب وفق كما حتي او ثم",
);

function arabicTerms({ words, marks, norms, text }: Side): readonly Term[] {
  const raw = text.read.info.text;
  const marked = marks.flatMap((m) => [...m.cues, ...m.hedges].map((c) => c.span));
  return words.map((w, i) => ({
    start: w.start,
    end: w.end,
    norm: norms[i] ?? w.norm,
    lemma: w.stem,
    keys: [w.stem],
    ...(w.number === undefined ? {} : { number: w.number }),
    name: false,
    verb: false,
    arabic: true,
    ends: /^[،,.؛:]/.test(raw.slice(w.end)) || /^\s+و/.test(raw.slice(w.end)),
    reports: false,
    telling: w.norm.length > 2 && !GRAMMAR_AR.has(w.norm) && !marked.some((m) => m.start <= w.start && w.start < m.end),
  }));
}

export interface Matching {
  /** In a sentence that denies, a broader word says more. */
  readonly broader: boolean;
}

/** Whether a word of the sentence is established by a word of the source. */
export function isMatch(own: Term, there: Term, { broader }: Matching): boolean {
  if (isShare(own) && isShare(there)) return own.keys.some((k) => k.endsWith("%") && there.keys.includes(k));
  if (own.number !== undefined || there.number !== undefined) return own.number === there.number;
  if (own.keys.some((k) => there.keys.includes(k))) return true;
  if (own.arabic) return isArabicMatch(own, there);
  if (own.name || there.name) return isNameForm(own, there);
  return own.keys.some((x) =>
    there.keys.some(
      (y) =>
        isSameSense(x, y) ||
        (own.verb && there.verb && areConverse(x, y)) ||
        (broader && isBroader(x, y, own.verb || there.verb ? 1 : 3)),
    ),
  );
}

/** "Lorvia", "Lorvian". */
function isNameForm({ norm: x }: Term, { norm: y }: Term): boolean {
  const least = Math.min(x.length, y.length);
  let same = 0;
  while (same < least && x[same] === y[same]) same++;
  return same >= 4 && same >= least - 2;
}

/**
 * Telling words of the first that no word of the second establishes. A word that stands on both sides as it is establishes no other word
 * besides: "the opposition" says nothing of who opposes.
 */
export function unmatched(own: readonly Term[], there: readonly Term[], matching: Matching): readonly Term[] {
  const isExact = (x: Term, y: Term) => x.keys.some((k) => y.keys.includes(k));
  const free = there.filter((o) => !own.some((t) => isExact(t, o)));
  const reported = free.some((o) => o.reports || o.norm === "according");
  return own.filter(
    (t, i) =>
      t.telling &&
      !(t.reports && reported) &&
      !there.some((o) => isExact(t, o)) &&
      !free.some((o) => isMatch(t, o, matching)) &&
      !isLightHere(own.slice(i + 1, i + 6), t, free),
  );
}

const CARRYING = setOf(
  "carry stage launch conduct mount commit perform issue hold suffer sustain undergo undertake put file lodge deliver place receive",
);

/** "Issued a denial" of what the source says with a verb: the noun tells it, the verb nothing. */
function isLightHere(behind: readonly Term[], { lemma }: Term, there: readonly Term[]): boolean {
  if (!CARRYING.has(lemma)) return false;
  const deed = behind.find(
    (t) => t.telling && there.some((o) => o.verb && !t.verb && isMatch(t, o, { broader: false })),
  );
  return deed !== undefined;
}

/** A word that the sentence has more often than the source: one of them stands for something else. */
export function repeated(own: readonly Term[], there: readonly Term[]): readonly Term[] {
  const times = (terms: readonly Term[], t: Term) => terms.filter((o) => o.keys[0] === t.keys[0]).length;
  return own.filter((t, i) => {
    const [mine, theirs] = [times(own.slice(0, i + 1), t), times(there, t)];
    return t.telling && !t.reports && theirs > 0 && mine > theirs;
  });
}
