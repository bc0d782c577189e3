import type { Quotation } from "../../text/annotation.ts";
import { calledName } from "../called.ts";
import { type Draft, fromCue } from "../draft.ts";
import { type Range, tokensOf, type View } from "../view.ts";
import { type Clause, isComma, isQuoteMark, markAt } from "./clause.ts";
import { complementStart } from "./content.ts";
import { subjectAfter } from "./subject.ts";
import { draft, type VerbCue, voiceOf } from "./verb-cue.ts";

/** `“Q,” S said`, `“Q,” said S`, `S said: “Q”`, and Q broken around the verb; null when no quotation stands beside the verb. */
export function quoteStatement(cue: VerbCue): Draft | null {
  const { clause, c, use, subject: left } = cue;
  if (use.passive || use.infinitive) return null;
  const start = left === null ? clause.chunks[c]!.from : Math.min(left.from, clause.chunks[c]!.from);
  // "“Q,” the clerk, who asked not to be named, said": the relative clause's verb has no quotation.
  const relative = left !== null && /^(?:who|which|that)$/.test(clause.view.norms[left.to - 1]!);
  // "“Q,” S said, adding that P": the second verb has no quotation before it.
  const second = left !== null && left.to <= clause.chunks[c]!.from && hasVerbBetween(clause, left.to, c);
  const before = relative || second ? null : notAName(clause.view, quotationEndingAt(clause.view, start - 1));
  const right =
    before !== null && (left === null || !withinReach(clause.view, before, left)) ? subjectAfter(clause, c) : null;
  const subject = right ?? left;
  const after = quotationAfter(cue, right, before !== null);
  if (before === null && after === null) return null;
  // A sentence before this one that ends in a quotation is this one's only when nothing but "S said" is left here.
  if (before !== null && before.end <= clause.view.sentence.start && !endsAfter(cue, right)) return null;
  if (before !== null && after === null && !cue.form.cue.takes.has("quote") && subject === null) return null;
  // "On “The Five,” S admitted that P": two words in quote marks are a title where something else follows the verb.
  if (before !== null && after === null && right === null && isTitle(clause.view, before) && hasComplement(cue))
    return null;
  const made = draft(cue, {
    frame: "direct-quote",
    complement: before === null ? "quote-after" : "quote",
    voice: voiceOf(subject),
    content: [],
  });
  const content = [before, after].flatMap((q) => (q === null ? [] : [{ start: q.start, end: q.end }]));
  return { ...made, ...fromCue(cue.form.cue), content, quoted: true };
}

/** The quotation, unless it is a name that somebody bears: "a group calling itself “N” said". */
function notAName(view: View, quotation: Quotation | null): Quotation | null {
  if (quotation === null) return null;
  const { from } = tokensOf(view, quotation);
  const named = [1, 2, 3].some((back) => {
    const name = from < back ? null : calledName(view, from - back);
    return name !== null && name.from - 1 <= from && from <= name.from;
  });
  return named ? null : quotation;
}

function hasVerbBetween({ chunks, chunkOf }: Clause, from: number, c: number): boolean {
  return chunks.slice(chunkOf[from] ?? c, c).some((chunk) => chunk.kind === "vg");
}

function isTitle(view: View, { start, end }: Quotation): boolean {
  const { from, to } = tokensOf(view, { start, end });
  return to - from <= 6 && !view.tokens.slice(from, to).some(({ pos }) => pos === "VERB" || pos === "AUX");
}

function hasComplement({ clause, c }: VerbCue): boolean {
  const kind = clause.chunks[complementStart(clause, c)]?.kind;
  return kind === "np" || kind === "sub" || kind === "vg";
}

/** Whether nothing but marks, times and one phrase follow "S said" or "said S", or a comma with more about the saying. */
function endsAfter({ clause, c }: VerbCue, right: Range | null): boolean {
  const { chunks } = clause;
  let at = right === null ? complementStart(clause, c) : (clause.chunkOf[right.to] ?? chunks.length);
  if (chunks[at]?.kind === "adp" && chunks[at + 1]?.kind === "np") at += 2;
  if (isComma(clause, at)) return true;
  return chunks.slice(at).every((chunk) => chunk.kind === "p" || chunk.kind === "time");
}

function withinReach(view: View, before: Quotation, subject: Range): boolean {
  return view.tokens[subject.from]!.start >= before.end;
}

/** The quotation that ends right before token `i`, with only its mark and punctuation between. */
function quotationEndingAt(view: View, i: number): Quotation | null {
  if (i < 0) return quotationBefore(view);
  for (let k = i; k >= 0 && k > i - 5; k--) {
    const quotation = view.quotes[k];
    if (quotation != null) return k < i ? quotation : null;
    if (!/^[\p{P}]+$/u.test(view.norms[k]!)) return null;
    if (k === 0) return quotationBefore(view);
  }
  return null;
}

/** `“Q!” S said.` cut after the exclamation mark: the quotation that ends right before the sentence. */
function quotationBefore(view: View): Quotation | null {
  const { quotations } = view;
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotations[middle]!.end <= view.sentence.start) low = middle + 1;
    else high = middle;
  }
  const quotation = quotations[low - 1];
  if (quotation === undefined || view.sentence.start - quotation.end > 4) return null;
  return /^[\p{P} ]+$/u.test(view.text.slice(quotation.end, view.sentence.start)) ? quotation : null;
}

/** The quotation that opens after the verb: after a comma or a colon, or after the rest of "“Q,” he said Monday." */
function quotationAfter(cue: VerbCue, right: Range | null, broken: boolean): Quotation | null {
  const { clause, c } = cue;
  const { view, chunks } = clause;
  const from = right === null ? complementStart(clause, c) : (clause.chunkOf[right.to] ?? chunks.length);
  for (let k = from; k < chunks.length && k < from + 12; k++) {
    if (isQuoteMark(clause, k)) {
      const quotation = view.quotes[chunks[k]!.to] ?? null;
      const led = k === from || isComma(clause, k - 1) || markAt(clause, k - 1) === ":";
      return quotation !== null && led && (k > from || broken || cue.form.cue.takes.has("quote")) ? quotation : null;
    }
    if (chunks[k]!.kind === "vg" && !broken) return null;
    if (markAt(clause, k) === ".") return null;
  }
  return null;
}
