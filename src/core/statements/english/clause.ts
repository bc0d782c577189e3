import type { VerbForm } from "../../text/lexicon.ts";
import type { Range, View } from "../view.ts";
import { type Chunk, chunksOf } from "./chunks.ts";
import { retagged } from "./retag.ts";

/** A sentence with its chunks. */
export interface Clause {
  readonly view: View;
  readonly chunks: readonly Chunk[];
  /** For each token the chunk it is in. */
  readonly chunkOf: readonly number[];
}

export function clauseOf(plain: View): Clause {
  const tokens = retagged(plain);
  const view = tokens === plain.tokens ? plain : { ...plain, tokens };
  const chunks = chunksOf(tokens);
  const chunkOf: number[] = [];
  chunks.forEach((chunk, c) => {
    for (let i = chunk.from; i < chunk.to; i++) chunkOf.push(c);
  });
  return { view, chunks, chunkOf };
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
    // "He's said" has said; "it's said" is an impersonal phrase.
    passive: participle && be && !(before.includes("'s") && !before.some((norm) => BE.has(norm) && norm !== "'s")),
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
  let several = false;
  // "before I believe": a pronoun takes nothing before it.
  if (NOMINATIVE.has(clause.view.norms[chunks[c]!.from]!)) return c;
  for (let steps = 0; steps < 8; steps++) {
    const [before, beforeThat] = [chunks[at - 1], chunks[at - 2]];
    if (before === undefined || beforeThat === undefined || beforeThat.kind !== "np") break;
    const joined =
      before.kind === "cc" && (isBothOf(chunks, at - 3) || !/^(?:vg|adp)$/.test(chunks[at - 3]?.kind ?? ""));
    if (before.kind !== "adp" && !joined) break;
    if (clause.view.norms[before.from] === "as") break;
    several ||= joined;
    at -= 2;
  }
  return several ? listStart(clause, at) : at;
}

/** "A, B and C" at the start of a clause: the list from A on. */
function listStart(clause: Clause, c: number): number {
  const { chunks } = clause;
  let left = c;
  for (let steps = 0; steps < 8; steps++) {
    if (!isComma(clause, left - 1) || chunks[left - 2]?.kind !== "np") break;
    left -= 2;
  }
  const opens = chunks[left - 1]?.kind;
  return opens === undefined || opens === "sub" ? left : c;
}

/** "The rivalry with A and B" at the start of a clause: the preposition governs both, and the noun before it is the subject. */
function isBothOf(chunks: readonly Chunk[], adposition: number): boolean {
  if (chunks[adposition]?.kind !== "adp" || chunks[adposition - 1]?.kind !== "np") return false;
  const opens = chunks[adposition - 2]?.kind;
  return opens === undefined || opens === "p" || opens === "sub";
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
