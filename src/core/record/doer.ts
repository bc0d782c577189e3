import type { Attribution } from "../model/assessment.ts";
import type { Span } from "../model/span.ts";
import type { Party } from "./parties.ts";

/** Somebody of whom a sentence says that he did it. */
export interface Doer {
  readonly whom: Party;
  readonly cue: Span;
  readonly how: Attribution["said"];
  /** Who lays it on him, where the sentence names that one before the words. */
  readonly by: Party | null;
  /** The words say that he did it, and not only that he is blamed: "they attacked", "their assault on". */
  readonly plain?: true;
  /** `by` says it beside what else he says in the sentence: "denied it, accusing X". */
  readonly beside?: true;
}
