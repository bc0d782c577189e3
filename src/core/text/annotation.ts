import type { Problem } from "../model/problem.ts";
import type { CountMention, DateMention, Language, Mention, Part, Sentence } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import type { When } from "../model/time.ts";

/** Universal part of speech; Arabic words are tagged only as far as our tables know them, else "X". */
export type Pos =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X"
  | "SPACE";

export interface Token extends Span {
  /** Folded form for look-up: lower case, straight quotes; Arabic without marks and tatweel, alef, ya and ta marbuta folded. */
  readonly norm: string;
  readonly lemma: string;
  readonly pos: Pos;
}

export interface AnnotatedSentence extends Sentence {
  readonly tokens: readonly Token[];
}

/** Words between quote marks, the marks left out; `open` when the text ends first. */
export interface Quotation extends Span {
  readonly open: boolean;
}

/** A text with everything that statements, lineage and record share; each span slices to its words. */
export interface Annotation {
  /** The text's SHA-256, or its name. */
  readonly id: string;
  readonly text: string;
  readonly language: Language;
  readonly published: When | null;
  readonly publisher: string | null;
  readonly parts: readonly Part[];
  readonly sentences: readonly AnnotatedSentence[];
  readonly quotations: readonly Quotation[];
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
  readonly counts: readonly CountMention[];
  readonly problems: readonly Problem[];
}
