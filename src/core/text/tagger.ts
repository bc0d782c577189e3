import type { Language } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import type { Token } from "./annotation.ts";

/** A sentence with its tokens, in the text's own offsets. */
export interface TaggedSentence extends Span {
  readonly tokens: readonly Token[];
}

/** What splits a paragraph into sentences and words with their parts of speech: one for English, one for the rest. */
export interface Tagger {
  readonly language: Language;
  /** The sentences of one paragraph; its spans count from the start of `text`, and every character but white space is in a token. */
  tag(text: string, paragraph: Span): TaggedSentence[];
}
