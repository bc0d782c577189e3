import { LONGEST_CONTENT, type Range } from "../view.ts";
import { type Clause, isComma, isQuoteMark, markAt, NOMINATIVE, rightEnd } from "./clause.ts";

/** What stands after the verb, past adverbs, times and the like: the chunk where the complement starts. */
export function complementStart(clause: Clause, c: number): number {
  const { chunks } = clause;
  let at = c + 1;
  for (let steps = 0; steps < 12; steps++) {
    const chunk = chunks[at];
    if (chunk === undefined) break;
    if (chunk.kind === "adv" || chunk.kind === "time") at++;
    else if (chunk.kind === "adp" && chunks[at + 1]?.kind === "time") at += 2;
    else break;
  }
  return at;
}

/** The chunk of the "that" which opens a clause after the verb, with only phrases between; null when none comes. */
export function thatAfter(clause: Clause, c: number): number | null {
  const { chunks, view } = clause;
  for (let k = c + 1; k < chunks.length && k < c + 14; k++) {
    const chunk = chunks[k]!;
    // "boasted of a raid that left nine dead": a relative clause.
    if (chunk.kind === "sub")
      return view.norms[chunk.from] === "that" && !(chunks[k - 1]!.kind === "np" && chunks[k + 1]?.kind === "vg")
        ? k
        : null;
    // "Responded to allegations that P": P is the noun's.
    if (chunk.kind === "np" && isOfNoun(clause, k)) return null;
    if (chunk.kind === "vg" || (chunk.kind === "p" && !isComma(clause, k) && !isQuoteMark(clause, k))) return null;
  }
  return null;
}

const OF_NOUN = new Set(["to", "of", "about", "against", "over"]);

/** Whether the noun group at `k` follows a preposition of the verb's and takes a "that" of its own. */
function isOfNoun({ chunks, view }: Clause, k: number): boolean {
  const before = chunks[k - 1];
  if (before?.kind !== "adp" || !OF_NOUN.has(view.norms[before.from]!)) return false;
  return view.lexicon.nouns.get(view.norms[chunks[k]!.to - 1]!)?.before.includes("that") ?? false;
}

const OBJECTIVE = new Set(["them", "him", "us", "me"]);

/** Whether a clause without "that" starts at the chunk: a noun group with its finite verb. */
export function startsClause(clause: Clause, c: number): boolean {
  const { chunks, view } = clause;
  if (chunks[c]?.kind !== "np" || OBJECTIVE.has(view.norms[chunks[c].from]!)) return false;
  let relative = false;
  for (let k = c + 1; k < chunks.length && k < c + 14; k++) {
    const chunk = chunks[k]!;
    if (chunk.kind === "vg") {
      if (chunk.infinitive) return false;
      // "claimed the attack on its site and published": the verb goes on with the one before.
      if (!relative && isJoined(clause, c, k)) return false;
      // "officials said will go": the content lacks the subject that stands before.
      // "a raid that killed two" is no clause; "the man who fired wore" is one.
      const finite = !(chunk.head === chunk.from && view.norms[chunk.head]!.endsWith("ing"));
      if (finite && !relative) return true;
      if (finite) relative = false;
    }
    if (chunk.kind === "sub") {
      if (view.norms[chunk.from] !== "who" && view.norms[chunk.from] !== "that") return false;
      relative = true;
    }
    if (chunk.kind === "p" && !isQuoteMark(clause, k)) return false;
  }
  return false;
}

/** Whether "and" or "but" stands right before the verb group at `k`, with nothing but adverbs and times between. */
function isJoined({ chunks }: Clause, c: number, k: number): boolean {
  let at = k - 1;
  while (at > c && (chunks[at]!.kind === "adv" || chunks[at]!.kind === "time")) at--;
  return at > c && chunks[at]!.kind === "cc";
}

/** Past phrases after the verb ("in a statement", "to reporters") to where a clause starts; null when none does. */
export function clauseAfterPhrases(clause: Clause, c: number): number | null {
  const { chunks } = clause;
  let at = complementStart(clause, c);
  for (let steps = 0; steps < 4; steps++) {
    if (chunks[at]?.kind !== "adp" || chunks[at + 1]?.kind !== "np") break;
    // "in a statement the attack was": the clause's subject may be glued to the phrase's noun by nothing but order.
    at += 2;
    while (chunks[at]?.kind === "time" || chunks[at]?.kind === "adv") at++;
    if (startsClause(clause, at)) return at;
  }
  return null;
}

/** The chunk after the person spoken to, as in "told reporters"; the same chunk when there is none. */
export function pastAddressee(clause: Clause, c: number): number {
  const at = clause.chunks[c];
  if (at?.kind !== "np") return c;
  const end = rightEnd(clause, c);
  return complementStart(clause, end - 1);
}

export interface ContentEnd {
  readonly to: number;
  /** Nothing but the end of the sentence ended it, over a comma. */
  readonly lastResort: boolean;
}

/**
 * The token where content that starts at token `from` ends: before ", adding", ", according to", "; ", ", but", a second reporting verb of the
 * same speaker, or a participle that belongs to the outlet; else the sentence's end.
 */
export function contentEnd(clause: Clause, from: number, isCueChunk: (c: number) => boolean): ContentEnd {
  const { chunks, view, chunkOf } = clause;
  const last = Math.min(sentenceEnd(clause), from + LONGEST_CONTENT);
  // "While S blamed X, Y failed": a clause before the main one ends with its comma.
  const subordinate =
    chunks[0]?.kind === "sub" &&
    OPENERS.has(view.norms[0]!) &&
    !chunks.slice(0, chunkOf[from]!).some((_, c) => isComma(clause, c));
  const relative = isInRelative(clause, chunkOf[from]!);
  let commas = 0;
  for (let c = chunkOf[from]! + 1; c < chunks.length; c++) {
    const start = chunks[c]!.from;
    if (start >= last) break;
    if (view.quotes[start] !== null) continue;
    const mark = markAt(clause, c);
    if (mark === ";") return { to: start, lastResort: false };
    if (mark === ",") {
      commas++;
      // "S, which announces its raids through a bulletin, published nothing": the relative clause ends at the comma.
      if (relative && chunks[c + 1]?.kind === "vg") return { to: start, lastResort: false };
      if (subordinate && startsClause(clause, c + 1)) return { to: start, lastResort: false };
      if (endsAtComma(clause, c, isCueChunk)) return { to: start, lastResort: false };
    }
    if (chunks[c]!.kind === "cc" && chunks[c + 1]?.kind === "vg" && isCueChunk(c + 1) && sameTense(clause, c)) {
      return { to: start, lastResort: false };
    }
  }
  return { to: last, lastResort: commas > 1 };
}

const RELATIVE = new Set(["who", "which", "whom"]);

/** Whether the verb before chunk `c` stands in a relative clause, or is a participle, after a comma. */
function isInRelative(clause: Clause, c: number): boolean {
  for (let k = c - 1; k > 1 && k > c - 6; k--) {
    if (clause.chunks[k]!.kind !== "vg") continue;
    const before = clause.chunks[k - 1]!;
    // "The paper, citing two officials, said": so does a participle's.
    if (isComma(clause, k - 1) && clause.view.norms[clause.chunks[k]!.from]!.endsWith("ing")) return true;
    return before.kind === "sub" && RELATIVE.has(clause.view.norms[before.from]!) && isComma(clause, k - 2);
  }
  return false;
}

function sameTense(clause: Clause, c: number): boolean {
  const next = clause.chunks[c + 1]!;
  const norm = clause.view.norms[next.head]!;
  if (next.infinitive) return false;
  // "Dismissed it and held X responsible".
  const forms = clause.view.lexicon.verbs.get(norm) ?? [];
  return /(?:ed|s)$/.test(norm) || forms.some(({ kinds }) => kinds.includes("past") && !kinds.includes("base"));
}

const OPENERS = new Set([
  "while",
  "although",
  "though",
  "when",
  "because",
  "since",
  "after",
  "before",
  "as",
  "if",
  "whereas",
]);

const BUT = new Set([
  "with",
  "but",
  "while",
  "although",
  "though",
  "whereas",
  "raising",
  "prompting",
  "sparking",
  "leaving",
  "drawing",
  "fueling",
  "fuelling",
]);

function endsAtComma(clause: Clause, c: number, isCueChunk: (c: number) => boolean): boolean {
  const { chunks, view } = clause;
  const next = chunks[c + 1];
  if (next === undefined) return false;
  const norm = view.norms[next.from]!;
  if (BUT.has(norm)) return true;
  if (norm === "according" || norm === "citing") return true;
  if (next.kind === "vg") return norm.endsWith("ing") && isCueChunk(c + 1);
  if (isCharge(clause, c + 1)) return true;
  // ", which Ostrelia denied": said of the whole, by another.
  if (norm === "which")
    return chunks[c + 2]?.kind === "np" && isCueChunk(c + 3) && complementStart(clause, c + 3) >= lastChunk(clause);
  if (next.kind !== "cc") return false;
  if (chunks[c + 2]?.kind === "vg") return isCueChunk(c + 2);
  // ", and it denied": the same one goes on.
  return chunks[c + 3] !== undefined && isCueChunk(c + 3) && NOMINATIVE.has(view.norms[chunks[c + 2]!.from]!);
}

/** ", a charge that S denies", "an allegation denied by S": the noun stands for all that was said. */
function isCharge({ chunks, view }: Clause, c: number): boolean {
  const { kind, from, to } = chunks[c]!;
  if (kind !== "np" || !/^an?$/.test(view.norms[from]!) || !view.lexicon.nouns.has(view.norms[to - 1]!)) return false;
  const after = chunks[c + 1]?.kind;
  return after === "sub" || after === "np" || after === "vg";
}

/** The chunk of the sentence's closing mark, or the one past its last. */
function lastChunk(clause: Clause): number {
  return clause.chunkOf[sentenceEnd(clause)] ?? clause.chunks.length;
}

/** The token after the last one that is no closing mark of the sentence. */
export function sentenceEnd(clause: Clause): number {
  const { norms } = clause.view;
  let to = norms.length;
  while (to > 0 && /^[.!…;:,]+$/.test(norms[to - 1]!)) to--;
  return to;
}

/** One noun group at `c` with its "of" phrases only: whom a statement is about. */
export function nameAt(clause: Clause, c: number): Range | null {
  const { chunks, view } = clause;
  if (chunks[c]?.kind !== "np") return null;
  let end = c + 1;
  while (chunks[end]?.kind === "adp" && view.norms[chunks[end]!.from] === "of" && chunks[end + 1]?.kind === "np")
    end += 2;
  return { from: chunks[c]!.from, to: chunks[end - 1]!.to };
}

/** The chunks of one noun group at `c`, with its phrases, as tokens; null when there is none. */
export function nounAt(clause: Clause, c: number): Range | null {
  const { chunks } = clause;
  if (chunks[c]?.kind !== "np") return null;
  return { from: chunks[c]!.from, to: chunks[rightEnd(clause, c) - 1]!.to };
}
