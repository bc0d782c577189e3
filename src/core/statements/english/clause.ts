import type { Token } from "../../text/annotation.ts";
import type { VerbForm } from "../../text/lexicon.ts";
import type { Range, View } from "../view.ts";
import { type Chunk, chunksOf } from "./chunks.ts";

/** A sentence with its chunks. */
export interface Clause {
  readonly view: View;
  readonly chunks: readonly Chunk[];
  /** For each token the chunk it is in. */
  readonly chunkOf: readonly number[];
}

export function clauseOf(plain: View): Clause {
  const view = { ...plain, tokens: withVerbs({ ...plain, tokens: withNames(plain) }) };
  const chunks = chunksOf(view.tokens);
  const chunkOf: number[] = [];
  chunks.forEach((chunk, c) => {
    for (let i = chunk.from; i < chunk.to; i++) chunkOf.push(c);
  });
  return { view, chunks, chunkOf };
}

const FINITE = /^(?:said|says|told|tells|wrote|writes|asked|added|called|argued|noted|announced|reported)$/;
const UPPER = /^\p{Lu}/u;

/** Names that are also verbs, tagged as verbs: "Cook said", "Shane Shook, a lawyer"; not in a line in title case. */
function withNames(view: View): readonly Token[] {
  const { tokens, text } = view;
  const upper = tokens.map((token) => UPPER.test(text.slice(token.start, token.start + 2)));
  const words = tokens.filter((token) => token.end - token.start > 3);
  if (words.filter((token) => UPPER.test(text.slice(token.start, token.start + 2))).length * 2 > words.length)
    return tokens;
  return tokens.map((token, i) => {
    if (token.pos !== "VERB" || !upper[i]) return token;
    const before = tokens[i - 1];
    const next = tokens[i + 1];
    const afterName = before !== undefined && before.pos === "PROPN" && upper[i - 1];
    const beforeCue = next !== undefined && next.pos === "VERB" && FINITE.test(next.norm);
    return afterName || beforeCue ? { ...token, pos: "PROPN" as const } : token;
  });
}

const COUNTED = new Set(["some", "many", "most", "others", "few", "all", "both", "those"]);

/** Reporting verbs tagged as nouns: "residents fear that", "the paper notes the". */
function withVerbs({ tokens, norms, lexicon }: View): readonly Token[] {
  return tokens.map((token, i) => {
    if (token.pos !== "NOUN") return token;
    const before = tokens[i - 1];
    const next = tokens[i + 1];
    if (before === undefined || next === undefined) return token;
    if (token.norm === "say" && (COUNTED.has(before.norm) || before.pos === "NUM"))
      return { ...token, pos: "VERB" as const };
    if (before.pos !== "NOUN" && before.pos !== "PROPN") return token;
    if (!(norms[i + 1] === "that" || next.pos === "DET" || next.pos === "PRON" || next.pos === "PROPN")) return token;
    const kinds = lexicon.verbs.get(token.norm)?.flatMap((form) => form.kinds) ?? [];
    // The first word of a sentence is often tagged as a name.
    const plural = /[^s]s$/.test(before.norm) && (before.norm !== before.lemma || i === 1);
    // "her opening remarks that" is a noun; "the paper notes that" is not one of ours.
    const noun = lexicon.nouns.has(token.norm) && (norms[i + 1] === "that" || isInPhrase(tokens, i));
    const fits = plural ? kinds.includes("base") : kinds.includes("present") && !noun;
    return fits ? { ...token, pos: "VERB" as const } : token;
  });
}

/** Whether the noun group that holds token `i` follows a preposition or a verb: "in her opening remarks the". */
function isInPhrase(tokens: readonly Token[], i: number): boolean {
  let from = i;
  while (from > 0 && /^(?:NOUN|ADJ|DET|PROPN|PRON|NUM)$/.test(tokens[from - 1]!.pos)) from--;
  const before = tokens[from - 1]?.pos;
  return before === "ADP" || before === "VERB" || before === "AUX" || before === "PART";
}

export function isComma(clause: Clause, c: number): boolean {
  const chunk = clause.chunks[c];
  return chunk?.kind === "p" && clause.view.norms[chunk.from] === ",";
}

export function markAt(clause: Clause, c: number): string | null {
  const chunk = clause.chunks[c];
  return chunk?.kind === "p" ? clause.view.norms[chunk.from]! : null;
}

export function isQuoteMark(clause: Clause, c: number): boolean {
  const mark = markAt(clause, c);
  if (mark === null) return false;
  return /^(?:"|''|``|“|”|«|»)$/.test(mark);
}

const BE = new Set([
  "be",
  "is",
  "are",
  "was",
  "were",
  "been",
  "being",
  "'s",
  "'re",
  "am",
  "get",
  "gets",
  "got",
  "getting",
]);

/** The voice and form of the verb at the head of a group. */
export interface VerbUse {
  readonly passive: boolean;
  readonly gerund: boolean;
  readonly infinitive: boolean;
  readonly negated: boolean;
  /** No auxiliary, and the form can be a participle: "the attack blamed on". */
  readonly bareParticiple: boolean;
  readonly modal: string | null;
}

const MODALS = new Set("may might could would should must can will 'll 'd wo ca".split(" "));

export function useOf(clause: Clause, c: number, form: VerbForm | null): VerbUse {
  const { view, chunks } = clause;
  const chunk = chunks[c]!;
  const before = view.norms.slice(chunk.from, chunk.head);
  const participle = form?.kinds.includes("participle") ?? false;
  const be = before.some((norm) => BE.has(norm));
  const gerund = form?.kinds.includes("gerund") ?? view.norms[chunk.head]!.endsWith("ing");
  const auxiliary = view.tokens.slice(chunk.from, chunk.head).some((token) => token.pos === "AUX");
  return {
    passive: participle && be,
    gerund: gerund && !auxiliary,
    infinitive: chunk.infinitive,
    negated: before.some((norm) => view.lexicon.negators.has(norm)),
    bareParticiple: participle && !auxiliary,
    modal: before.find((norm) => MODALS.has(norm)) ?? null,
  };
}

export const NOMINATIVE: ReadonlySet<string> = new Set(["i", "he", "she", "it", "we", "they", "who"]);

/** Leftmost token of the noun group that ends with chunk `c`, with the phrases before it: "the head of the board of trade". */
export function leftEnd(clause: Clause, c: number): number {
  const { chunks } = clause;
  let at = c;
  // "before I believe": a pronoun takes nothing before it.
  if (NOMINATIVE.has(clause.view.norms[chunks[c]!.from]!)) return c;
  for (let steps = 0; steps < 8; steps++) {
    const [before, beforeThat] = [chunks[at - 1], chunks[at - 2]];
    if (before === undefined || beforeThat === undefined || beforeThat.kind !== "np") break;
    const joined = before.kind === "cc" && !(chunks[at - 3]?.kind === "vg" || chunks[at - 3]?.kind === "adp");
    if (before.kind !== "adp" && !joined) break;
    if (clause.view.norms[before.from] === "as") break;
    at -= 2;
  }
  return at;
}

/** First chunk after the noun group that starts at `c`, with the phrases after it. */
export function rightEnd(clause: Clause, c: number): number {
  const { chunks } = clause;
  let at = c + 1;
  for (let steps = 0; steps < 8; steps++) {
    const [first, second, third] = [chunks[at], chunks[at + 1], chunks[at + 2]];
    if (first?.kind === "adp" && second?.kind === "np" && clause.view.norms[first.from] !== "as") at += 2;
    else if (first?.kind === "cc" && second?.kind === "np" && third?.kind !== "vg") at += 2;
    else break;
  }
  return at;
}

export function rangeOf(clause: Clause, from: number, to: number): Range {
  return { from: clause.chunks[from]!.from, to: clause.chunks[to - 1]!.to };
}
