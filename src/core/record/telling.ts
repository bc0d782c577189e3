import type { Sentence } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import type { When } from "../model/time.ts";
import type { RecordDocument } from "./input.ts";

/** A sentence of a document that tells of an attack, with the days and places that it names. */
export interface Telling {
  readonly document: RecordDocument;
  readonly sentence: Sentence;
  readonly index: number;
  readonly days: readonly { readonly when: When; readonly span: Span }[];
  /** Dates coarser than a day: they place a sentence in another time, but date no incident. */
  readonly periods: readonly When[];
  readonly places: readonly {
    readonly id: string;
    readonly kind: string;
    readonly country: string;
    readonly span: Span;
  }[];
}
