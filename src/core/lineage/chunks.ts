import type { Span } from "../model/span.ts";
import type { Token } from "../text/annotation.ts";
import { stemOf } from "../text/words.ts";
import { setOf, WORDS } from "./change-lists.ts";

export interface NounPhrase {
  readonly is: "noun";
  readonly span: Span;
  /** Stem of its last noun. */
  readonly head: string;
  readonly headLemma: string;
  /** Stems of its nouns, names and adjectives. */
  readonly stems: readonly string[];
  /** Stems of names among them. */
  readonly names: readonly string[];
  readonly pronoun: boolean;
  readonly definite: boolean;
}

export interface VerbGroup {
  readonly is: "verb";
  readonly span: Span;
  readonly lemma: string;
  readonly infinitive: boolean;
  readonly gerund: boolean;
  readonly passive: boolean;
  readonly modal: boolean;
  readonly future: boolean;
  readonly negated: boolean;
  readonly finite: boolean;
  /** Of what is over, or has been. */
  readonly past: boolean;
  /** "May", "might", "could", "can" weak; "will", "shall", "must" strong. */
  readonly force?: "weak" | "strong";
}

/** A stretch of tokens that belong together. */
export type Chunk =
  | NounPhrase
  | VerbGroup
  | { readonly is: "preposition"; readonly norm: string }
  | { readonly is: "adjective"; readonly lemma: string; readonly stem: string; readonly span: Span }
  | { readonly is: "other"; readonly norm: string };

const MODALS = setOf("may might could can would should must ought shall");
const FUTURE = setOf("will 'll won shall");
const BE = setOf("be is are was were been being 's am get got gets");
const HAVE = setOf("have has had having 've");
const NEGATORS = setOf("not n't never no");
const POSSESSIVE = setOf("his her its their our my your whose");
const PARTICLES = setOf("up down off out away back apart");
const RELATIVE = setOf("who which that whom where when");
/** wink has these as adjectives or verbs in turn; with "to" they govern. */
const GOVERNING = setOf(WORDS.unrealised.adjectives);
const NOMINAL = new Set(["NOUN", "PROPN", "NUM", "ADJ", "DET", "PRON"]);

/** Noun phrases, verb groups and the words between them, in order. */
export function chunksOf(tokens: readonly Token[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let i = 0; i < tokens.length; ) {
    const made = verbGroup(tokens, i) ?? nounPhrase(tokens, i);
    if (made !== null) {
      chunks.push(made.chunk);
      i = made.next;
      continue;
    }
    const token = tokens[i] as Token;
    chunks.push(loneChunk(token, chunks.at(-1)));
    i++;
  }
  return chunks;
}

function loneChunk(token: Token, before: Chunk | undefined): Chunk {
  const { norm, pos, lemma, start, end } = token;
  if (before?.is === "verb" && PARTICLES.has(norm)) return { is: "other", norm: "particle" };
  if (pos === "ADP" || norm === "to") return { is: "preposition", norm };
  if (pos === "ADJ") return { is: "adjective", lemma, stem: stemOf(norm), span: { start, end } };
  return { is: "other", norm };
}

interface Made<C> {
  readonly chunk: C;
  readonly next: number;
}

function verbGroup(tokens: readonly Token[], from: number): Made<VerbGroup> | null {
  let i = from;
  const infinitive = tokens[i]?.norm === "to";
  if (infinitive) i++;
  const aux: string[] = [];
  let main: Token | undefined;
  let negated = false;
  for (; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (
      NEGATORS.has(token.norm) &&
      !isComparing(tokens, i) &&
      (aux.length > 0 || infinitive || token.norm === "never" || isVerb(tokens, nextVerb(tokens, i)))
    )
      negated = true;
    else if (token.pos === "AUX" || FUTURE.has(token.norm)) aux.push(token.norm);
    else if (token.pos === "ADV" && (aux.length > 0 || infinitive || isVerb(tokens, nextVerb(tokens, i)))) continue;
    else if (isVerb(tokens, i)) {
      main = token;
      i++;
      break;
    } else break;
  }
  const auxiliary = aux.at(-1);
  if (main === undefined && auxiliary === undefined) return null;
  // "Dedicated to advancing": a preposition and a gerund.
  if (infinitive && main?.norm.endsWith("ing") === true && main.norm !== main.lemma && aux.length === 0) return null;
  if (infinitive && main === undefined && auxiliary !== "be" && auxiliary !== "have") return null;
  const first = tokens[from] as Token;
  // A group of auxiliaries alone ends at the last of them: the adverbs behind belong to what follows.
  if (main === undefined)
    while (i - 1 > from && tokens[i - 1]?.pos !== "AUX" && !NEGATORS.has(tokens[i - 1]?.norm ?? "")) i--;
  const last = tokens[i - 1] as Token;
  const gerund = main !== undefined && aux.length === 0 && !infinitive && main.norm.endsWith("ing");
  const passive = main !== undefined && BE.has(auxiliary ?? "") && !main.norm.endsWith("ing");
  return {
    next: i,
    chunk: {
      is: "verb",
      span: { start: first.start, end: last.end },
      lemma: main === undefined ? lemmaOfAux(auxiliary as string) : lemmaOf(main),
      infinitive,
      gerund,
      passive,
      modal: aux.some((a) => MODALS.has(a)),
      future:
        aux.some((a) => FUTURE.has(a)) ||
        (aux.some((a) => BE.has(a)) && tokens[i - 1]?.norm === "going" && tokens[i]?.norm === "to"),
      negated,
      past: isPast(aux, main, infinitive),
      ...forceOf(aux),
      finite: !infinitive && !gerund,
    },
  };
}

/** "No more qualified than", "no less": no denial. */
function isComparing(tokens: readonly Token[], i: number): boolean {
  return tokens[i]?.norm === "no" && /^(?:more|less|fewer|sooner|other|different)$/.test(tokens[i + 1]?.norm ?? "");
}

const PAST = setOf("was were had did has have 've been got");

function isPast(aux: readonly string[], main: Token | undefined, infinitive: boolean): boolean {
  if (infinitive) return false;
  if (aux.length > 0) return aux.some((a) => PAST.has(a));
  return main !== undefined && !main.norm.endsWith("ing") && !(main.norm !== main.lemma && main.norm.endsWith("s"));
}

function forceOf(aux: readonly string[]): { readonly force?: "weak" | "strong" } {
  if (aux.some((a) => WEAK.has(a))) return { force: "weak" };
  return aux.some((a) => STRONG.has(a)) ? { force: "strong" } : {};
}

const WEAK = setOf("may might could can");
const STRONG = setOf("will 'll wo shall must");

function lemmaOf({ norm, lemma, pos }: Token): string {
  if (pos === "VERB") return lemma;
  return IRREGULAR.get(norm) ?? lemma.replace(/(?:([^aeiou])\1)?ed$/, "$1");
}

function lemmaOfAux(norm: string): string {
  if (BE.has(norm)) return "be";
  if (HAVE.has(norm)) return "have";
  return norm;
}

function nextVerb(tokens: readonly Token[], from: number): number {
  let i = from;
  while (tokens[i]?.pos === "ADV" || NEGATORS.has(tokens[i]?.norm ?? "")) i++;
  return i;
}

const CLAUSAL = setOf(
  "as than if when until till while before after since because although though unless whether once",
);

/** "Without permits", "for price fixing": names of things and deeds, whatever the tagger makes of them. */
function isBehindPreposition(tokens: readonly Token[], i: number): boolean {
  const [far, before, token, after] = [tokens[i - 2], tokens[i - 1], tokens[i], tokens[i + 1]];
  const isPlain = (t: Token | undefined) => t?.pos === "ADP" && !CLAUSAL.has(t.norm);
  const ends = after === undefined || after.pos === "ADP" || after.pos === "PUNCT";
  if (token?.norm.endsWith("ing") !== true) return isPlain(before) && ends;
  return ends && before?.pos === "NOUN" && before.norm === before.lemma && isPlain(far);
}

const TO_VERBS = setOf(WORDS.unrealised.verbs);
/** Past forms that the tagger takes for nouns or adjectives, with their verbs. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    shot: "shoot",
    hit: "hit",
    cut: "cut",
    left: "leave",
    met: "meet",
    led: "lead",
    struck: "strike",
    split: "split",
    retook: "retake",
    foresaw: "foresee",
    overthrew: "overthrow",
    withheld: "withhold",
    overran: "overrun",
    undercut: "undercut",
    outran: "outrun",
    rebuilt: "rebuild",
    resold: "resell",
    withstood: "withstand",
    forswore: "forswear",
    overrode: "override",
  }),
);

/** Tagged as a noun or adjective, and yet a verb by its place: "the guard shot the clerk", "Orsenna plans to leave". */
function isMistagged(tokens: readonly Token[], i: number): boolean {
  const [before, token, after] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  if (token === undefined || before === undefined || after === undefined) return false;
  if (token.pos !== "NOUN" && token.pos !== "ADJ") return false;
  if (before.pos !== "NOUN" && before.pos !== "PROPN") return false;
  if (after.norm === "to") return token.norm !== token.lemma && TO_VERBS.has(token.lemma);
  const verbal = IRREGULAR.has(token.norm) || token.norm.endsWith("ed");
  return verbal && (after.pos === "DET" || POSSESSIVE.has(after.norm) || after.pos === "PROPN");
}

/** A word that stands as a verb: not "its logs", "the injured", "a faulty valve". */
function isVerb(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (isAge(tokens, i)) return false;
  if (token?.pos === "AUX" || isMistagged(tokens, i)) return true;
  if (token?.pos !== "VERB") return false;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (before === undefined) return !token.norm.endsWith("ed") || after?.pos !== "NOUN";
  if (isBehindPreposition(tokens, i)) return false;
  if (before.pos === "DET" || POSSESSIVE.has(before.norm) || before.norm === "'s") return false;
  if (before.pos === "ADJ" && (after?.pos === "NOUN" || after?.pos === "PROPN") && token.norm.endsWith("ed"))
    return false;
  return true;
}

function nounPhrase(tokens: readonly Token[], from: number): Made<NounPhrase> | null {
  let i = from;
  for (; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (RELATIVE.has(token.norm)) break;
    if (i > from && token.pos === "PRON" && !POSSESSIVE.has(token.norm)) break;
    if (i > from && isBehindDay(tokens, i)) break;
    if (isAge(tokens, i)) {
      i++;
      continue;
    }
    if (i > from && token.pos === "DET" && tokens[i - 1]?.pos !== "DET" && tokens[i - 1]?.norm !== "all") break;
    if (isMistagged(tokens, i)) break;
    const nominal = NOMINAL.has(token.pos) || token.norm === "'s" || token.norm === "'" || token.norm === "-";
    const participle = token.pos === "VERB" && !isVerb(tokens, i);
    if (!nominal && !participle && !(token.pos === "ADV" && isNominal(tokens[i + 1]) && i > from)) break;
  }
  const own = tokens.slice(from, i).filter((_, k) => !isAge(tokens, from + k) && !isAge(tokens, from + k - 1));
  const nouns = own.filter((t) => t.pos === "NOUN" || t.pos === "PROPN" || t.pos === "VERB");
  const head =
    nouns.at(-1) ??
    own.find((t) => t.pos === "PRON" && !POSSESSIVE.has(t.norm)) ??
    own.find((t) => t.pos === "NUM") ??
    personOf(own, tokens[i]);
  if (head === undefined) return null;
  const last = own.at(-1) as Token;
  const telling = own.filter((t) => ["NOUN", "PROPN", "ADJ", "VERB"].includes(t.pos) && !GOVERNING.has(t.norm));
  return {
    next: i,
    chunk: {
      is: "noun",
      span: { start: (own[0] as Token).start, end: last.end },
      head: stemOf(head.norm),
      headLemma: head.lemma,
      stems: [...new Set(telling.map((t) => stemOf(t.norm)))],
      names: [...new Set(own.filter((t) => t.pos === "PROPN").map((t) => stemOf(t.norm)))],
      pronoun: head.pos === "PRON",
      definite: own.some((t) => t.norm === "the" || POSSESSIVE.has(t.norm) || t.pos === "PROPN"),
    },
  };
}

const DAYS = setOf(WORDS.days);
const DAY_PARTS = setOf("morning afternoon evening night noon midnight");

/** "On Monday police arrested": what stands behind a weekday is another phrase, unless it is a time of that day. */
function isBehindDay(tokens: readonly Token[], i: number): boolean {
  const part = DAY_PARTS.has(tokens[i - 1]?.norm ?? "") ? 1 : 0;
  const [on, day, token] = [tokens[i - 2 - part], tokens[i - 1 - part], tokens[i]];
  return on?.pos === "ADP" && DAYS.has(day?.norm ?? "") && !DAY_PARTS.has(token?.norm ?? "") && token?.norm !== "'s";
}

/** "A man aged 34": no verb, and no part of the phrase that tells who it is. */
function isAge(tokens: readonly Token[], i: number): boolean {
  return tokens[i]?.norm === "aged" && tokens[i + 1]?.pos === "NUM" && isNoun(tokens[i - 1]);
}

function isNoun(token: Token | undefined): boolean {
  return token?.pos === "NOUN" || token?.pos === "PROPN";
}

/** "The general warned": an adjective behind an article, with a verb, a preposition or nothing behind it, is somebody. */
function personOf(own: readonly Token[], next: Token | undefined): Token | undefined {
  const last = own.at(-1);
  const ends = next === undefined || ["VERB", "AUX", "ADP", "PUNCT", "CCONJ", "SCONJ"].includes(next.pos);
  return own[0]?.pos === "DET" && last?.pos === "ADJ" && ends ? last : undefined;
}

function isNominal(token: Token | undefined): boolean {
  return token !== undefined && (token.pos === "ADJ" || token.pos === "NOUN");
}
