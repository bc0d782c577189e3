import type { Sentence } from "../model/reading.ts";
import { byCodeUnit, type Span } from "../model/span.ts";
import type { When } from "../model/time.ts";
import type { RecordDocument } from "./input.ts";

export interface SentenceOf {
  readonly document: RecordDocument;
  readonly sentence: Sentence;
  readonly index: number;
}

/** A sentence of a document that tells of an attack, with the days and places that it names. */
export interface Telling extends SentenceOf {
  readonly days: readonly { readonly when: When; readonly span: Span }[];
  /** Dates coarser than a day: they place a sentence in another time, but date no incident. */
  readonly periods: readonly { readonly when: When; readonly span: Span }[];
  /** Whether it tells of an attack itself; "the attack" alone points to one already told of. */
  readonly opens: boolean;
  readonly places: readonly {
    readonly id: string;
    readonly kind: string;
    readonly country: string;
    readonly span: Span;
    /** How sure its words are of it: the lower, the surer. */
    readonly rank: number;
    /** A word for a place stands before it. */
    readonly sure?: boolean;
  }[];
}

/** Sentences in which a report says what it is about; they count double. */
export const LEAD = 4;
export const lead = (t: Telling): number => (t.index < LEAD ? 2 : 1);

/** The key with the most points; a tie goes to the first in code-unit order. */
export function most(points: ReadonlyMap<string, number>): string | null {
  const ranked = [...points].sort(([a, x], [b, y]) => y - x || byCodeUnit(a, b));
  return ranked[0]?.[0] ?? null;
}

export function score(entries: readonly (readonly [string, number])[]): Map<string, number> {
  const points = new Map<string, number>();
  for (const [key, n] of entries) points.set(key, (points.get(key) ?? 0) + n);
  return points;
}
