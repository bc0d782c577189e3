import type { ReadDocument } from "../../../src/ingest/types.ts";

export interface Want {
  readonly title: string | null | readonly string[];
  readonly publisher: string | null;
  readonly published: string | null;
  readonly author: string | null;
  readonly first: string;
  readonly last: string;
  readonly with?: readonly string[];
  readonly without: readonly string[];
  /** Codes of problems that the document must bring. */
  readonly told?: readonly string[];
}
export interface Trip {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly wants: readonly Want[];
  /** Codes of problems that the file must bring. */
  readonly told?: readonly string[];
  readonly refused?: string;
}
export const ROUND_TRIP: readonly Trip[];
export function faultsOf(want: Want, document: ReadDocument): readonly string[];
