import type { Reading, TextInfo } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import type { Word } from "../text/words.ts";

/** A text with what the rules found in it: what every function of lineage takes. */
export interface ReadText {
  readonly reading: Reading;
  readonly info: TextInfo;
}

/** A set of stems: sorted ids, and the sum of their weights. */
export interface StemSet {
  readonly ids: Int32Array;
  readonly weight: number;
}

export interface PreparedSentence extends StemSet {
  /** Its place among the sentences of the reading. */
  readonly index: number;
  readonly span: Span;
  readonly words: readonly Word[];
  /** Its words joined, folded: two sentences with one key are the same sentence. */
  readonly key: string;
}
