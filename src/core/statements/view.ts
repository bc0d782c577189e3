import type { Span } from "../model/span.ts";
import type { AnnotatedSentence, Annotation, Quotation, Token } from "../text/annotation.ts";
import type { Lexicon } from "../text/lexicon.ts";

/** Tokens `from` to `to`, the end left out. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** One sentence as the frames look at it. */
export interface View {
  readonly annotation: Annotation;
  readonly text: string;
  readonly sentence: AnnotatedSentence;
  readonly index: number;
  readonly tokens: readonly Token[];
  readonly norms: readonly string[];
  /** All of the text, in order. */
  readonly quotations: readonly Quotation[];
  /** For each token the quotation it stands in, or null. */
  readonly quotes: readonly (Quotation | null)[];
  readonly lexicon: Lexicon;
  /** For each token the tables of the lexicon that it opens an entry of, as bits; and of all of them together. */
  readonly opens: readonly number[];
  readonly holds: number;
}

/** The views of all sentences, with the quotation of each token found in one pass. */
export function viewsOf(annotation: Annotation, lexiconFor: (language: string) => Lexicon): View[] {
  const { quotations } = annotation;
  let at = 0;
  return annotation.sentences.map((sentence, index) => {
    const quotes = sentence.tokens.map((token) => {
      while (at < quotations.length && quotations[at]!.end <= token.start) at++;
      const quotation = quotations[at];
      return quotation !== undefined && quotation.start <= token.start ? quotation : null;
    });
    const lexicon = lexiconFor(sentence.language);
    const norms = sentence.tokens.map((token) => token.norm);
    return {
      annotation,
      quotations,
      text: annotation.text,
      sentence,
      index,
      tokens: sentence.tokens,
      norms,
      quotes,
      lexicon,
      ...openedBy(norms, lexicon),
    };
  });
}

/** What the words open in the lexicon. */
export function openedBy(norms: readonly string[], { opens: table }: Lexicon): Pick<View, "opens" | "holds"> {
  let holds = 0;
  const opens = norms.map((norm) => {
    const bits = table.get(norm) ?? 0;
    holds |= bits;
    return bits;
  });
  return { opens, holds };
}

/** No content goes on for more tokens than this: a text without full stops still takes linear time. */
export const LONGEST_CONTENT = 300;

/** The first token that ends after the offset; the number of tokens where none does. */
export function tokenAt(view: View, offset: number): number {
  let low = 0;
  let high = view.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (view.tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The tokens that a place covers, within the sentence; empty where it lies outside. */
export function tokensOf(view: View, span: Span): Range {
  const from = tokenAt(view, span.start);
  let to = from;
  while (to < view.tokens.length && view.tokens[to]!.start < span.end) to++;
  return { from, to };
}

/** The place of a range of tokens. */
export function spanOf(view: View, range: Range): Span {
  return { start: view.tokens[range.from]!.start, end: view.tokens[range.to - 1]!.end };
}

const OPENING = /^["'“„«‹‘([{]$/u;
const LOOSE = /^[\p{P}\p{S}]+$/u;
const KEPT = /^["'”»›’)\]}%!?؟]$/u;

/** The range without punctuation at its ends; closing quotes, brackets and question marks stay at the end. Null when nothing is left. */
export function tidy(view: View, range: Range): Range | null {
  let { from, to } = range;
  const { norms } = view;
  while (from < to && LOOSE.test(norms[from]!) && !OPENING.test(norms[from]!)) from++;
  while (to > from && LOOSE.test(norms[to - 1]!) && !KEPT.test(norms[to - 1]!)) to--;
  // A lone quote mark or bracket is no content.
  if (to - from === 1 && LOOSE.test(norms[from]!)) return null;
  return from < to ? { from, to } : null;
}
