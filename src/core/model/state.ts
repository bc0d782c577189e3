import type { Entry, EventType } from "./event.ts";
import type { Problem } from "./problem.ts";

/** What a case's events add up to: the accepted ones by type, in order. Views of it are computed, never kept. */
export interface CaseState {
  /** The last event folded; 0 for an empty case. */
  readonly seq: number;
  readonly entries: { readonly [K in EventType]: readonly Entry<K>[] };
  /** Blobs erased, with the event that did it. */
  readonly erased: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
}
