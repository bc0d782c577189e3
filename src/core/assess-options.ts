import type { PreviousAssessment } from "./around.ts";
import type { Actor } from "./model/actor.ts";
import type { BriefLanguage } from "./model/brief.ts";
import type { Memo } from "./model/memo.ts";
import type { RecordRow, ReferenceClass } from "./model/silence.ts";

/** What an assessment is asked for; everything has its default but the day. */
export interface AssessOptions {
  /** A day, or an instant in UTC, in ISO 8601: what could be known by then. */
  readonly asOf: string;
  /** Whether proposals count that nobody has decided on; default "accepted and proposed". */
  readonly basis?: "accepted" | "accepted and proposed";
  /** Start all explanations of a question alike; a choice, and printed. */
  readonly equalPriors?: boolean;
  /** Whose weights are used; default everybody's [XP8]. */
  readonly analysts?: readonly string[];
  /** Past incidents beside those of the case. */
  readonly records?: readonly RecordRow[];
  /** Reference classes beside those of the case, for every actor that is asked about. */
  readonly classes?: readonly ReferenceClass[];
  /** A user's own actors beside those stated in the case, whose rows come first where an id stands in both. */
  readonly actors?: readonly Actor[];
  /** The event up to which the state was folded, if it was cut there. */
  readonly atSeq?: number;
  /** The language of the brief; default English. Nothing else in an assessment depends on it. */
  readonly language?: BriefLanguage;
  readonly memo?: Memo;
  /** The assessment that was given out last: what changed since is then explained [BR6]. */
  readonly previous?: PreviousAssessment;
}
