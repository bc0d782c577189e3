import changeWords from "../data/change-words.json" with { type: "json" };
import type { Language } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import { fold } from "../text/fold.ts";
import { type CueWord, type Level, type Lexicon, lexiconOf, type Phrase, phraseAt } from "../text/lexicon.ts";
import type { Word } from "../text/words.ts";
import type { PreparedSentence } from "./prepared.ts";

/** A word of a sentence that says how sure it is, or on whose word. */
export interface Mark<T> {
  readonly value: T;
  readonly span: Span;
  /** The place of its first word in the sentence. */
  readonly at: number;
}

/** What the shared lexicon finds in one sentence [LI7]; one lexicon serves statements and lineage [ST3]. */
export interface Marks {
  readonly hedges: readonly Mark<Level>[];
  /** Verbs and phrases that report what somebody said or knows. */
  readonly cues: readonly Mark<CueWord | "according">[];
  /** Each with the negating word, folded. */
  readonly negations: readonly Mark<string>[];
  readonly conditions: readonly Mark<true>[];
  readonly question: boolean;
}

/** The marks of a sentence. */
export function marksOf(text: string, { words, span }: PreparedSentence, language: Language): Marks {
  const lexicon = lexiconOf(language);
  const norms = words.map((w) => fold(text.slice(w.start, w.end)).replace(/'s?$/, ""));
  const found: Mutable = { hedges: [], cues: [], negations: [], conditions: [] };
  for (let at = 0; at < words.length; at++) markWord({ lexicon, words, norms, at, found });
  // "…, which raises a question: who let them in?" says something first.
  const question = /^[^:]*[?؟]["'”’)\]]*\s*$/.test(text.slice(span.start, span.end));
  return { ...found, question };
}

interface Mutable {
  hedges: Mark<Level>[];
  cues: Mark<CueWord | "according">[];
  negations: Mark<string>[];
  conditions: Mark<true>[];
}

interface At {
  readonly lexicon: Lexicon;
  readonly words: readonly Word[];
  readonly norms: readonly string[];
  readonly at: number;
  readonly found: Mutable;
}

function markWord({ lexicon, words, norms, at, found }: At): void {
  const norm = norms[at] as string;
  const mark = <T>(value: T, length = 1): Mark<T> => ({ value, at, span: spanFrom(words, at, length) });
  const hedge = hedgeAt(lexicon, norms, { at, capital: words[at]?.capital === true });
  if (hedge !== null) found.hedges.push(mark(hedge.value, hedge.words.length));
  const according = phraseAt(lexicon.according, norms, at);
  if (according !== null) found.cues.push(mark("according" as const, according.words.length));
  const cue = reportingVerb(lexicon, norms, at);
  if (cue !== null) found.cues.push(mark(cue));
  if ((lexicon.negators.has(norm) && !isRelativeMa(norms, at)) || norm.endsWith("n't"))
    found.negations.push(mark(norm));
  const condition = phraseAt(lexicon.conditions, norms, at);
  if (condition !== null) found.conditions.push(mark(true as const, condition.words.length));
}

const BEFORE_MA = new Set("بحسب حسب وفق كل علي من عن الي مثل بعد قبل عند".split(" "));

/** Arabic "ma" behind a preposition is "what", not "not". */
function isRelativeMa(norms: readonly string[], at: number): boolean {
  return norms[at] === "ما" && BEFORE_MA.has(norms[at - 1] ?? "");
}

/** The hedge or confirming word that begins at a place. The month is written as the modal verb is, but with a capital. */
function hedgeAt(lexicon: Lexicon, norms: readonly string[], { at, capital }: Here): Phrase<Level> | null {
  const hedge = phraseAt(lexicon.hedges, norms, at);
  return hedge === null || (norms[at] === "may" && capital) || isPlainReport(lexicon, norms, at) ? null : hedge;
}

interface Here {
  readonly at: number;
  readonly capital: boolean;
}

/** Whether a mark that `countMarks` counts can begin with the word. */
export function mayMark({ hedges, according, verbs }: Lexicon, norm: string): boolean {
  return hedges.has(norm) || according.has(norm) || verbs.has(norm);
}

/** How many cues and hedges begin at a place, as `marksOf` finds them; what confirms or asserts is no hedge here. */
export function countMarks(
  lexicon: Lexicon,
  norms: readonly string[],
  here: Here,
): { readonly cues: number; readonly hedges: number } {
  const hedge = hedgeAt(lexicon, norms, here)?.value;
  const according = phraseAt(lexicon.according, norms, here.at) === null ? 0 : 1;
  const verb = reportingVerb(lexicon, norms, here.at) === null ? 0 : 1;
  return {
    cues: according + verb,
    hedges: hedge === undefined || hedge === "confirmed" || hedge === "asserted" ? 0 : 1,
  };
}

const BE = new Set(changeWords.passive.split(" "));

/** "The ministry said …" reports; only "is said to …" hedges. */
function isPlainReport(lexicon: Lexicon, norms: readonly string[], at: number): boolean {
  return reportingVerb(lexicon, norms, at) !== null && !BE.has(norms[at - 1] ?? "");
}

/** A verb that says, reports or judges; a verb of blame or praise is an act of its own and no mere report. */
function reportingVerb(lexicon: Lexicon, norms: readonly string[], at: number): CueWord | null {
  for (const { cue } of lexicon.verbs.get(norms[at] as string) ?? []) {
    if (cue.particle !== undefined && norms[at + 1] !== cue.particle) continue;
    if (cue.takes.has("clause") || cue.takes.has("quote")) return cue;
  }
  return null;
}

function spanFrom(words: readonly Word[], at: number, length: number): Span {
  const first = words[at] as Word;
  const last = words[Math.min(words.length, at + length) - 1] as Word;
  return { start: first.start, end: last.end };
}
