// What the server and its pages say to each other. The types of the core are used as they are.

import type { SaidRow } from "../core/brief/select.ts";
import type { Ask } from "../core/case/decide.ts";
import type { Assessment } from "../core/model/assessment.ts";
import type { DocumentId, Sha256, StatementId } from "../core/model/id.ts";
import type { Check, Comparison } from "../core/model/lineage.ts";
import type { Problem } from "../core/model/problem.ts";
import type { Language } from "../core/model/reading.ts";
import type { Span } from "../core/model/span.ts";
import type { Act, Factuality, Speaker, Statement, Voice } from "../core/model/statement.ts";
import type { When } from "../core/model/time.ts";

/** Every answer that is no file: a result, or null with the reasons. */
export interface Answer<T> {
  readonly result: T | null;
  readonly problems: readonly Problem[];
}

export interface CaseInfo {
  readonly title: string;
  readonly version: string;
  readonly head: { readonly seq: number; readonly hash: string };
  readonly demonstration: string | null;
  /** Texts are collapsed behind a warning [CO11]. */
  readonly displayWarnings: boolean;
  readonly documents: number;
  readonly asOf: string;
}

/** The assessment without what its own routes give: statements and the figures that only they rest on. */
export type Overview = Omit<Assessment, "statements"> & {
  /** Who says who did it: the rows of the first screen and more, by day. */
  readonly said: readonly SaidRow[];
};

/** A row of the table of statements. */
export interface StatementRow {
  readonly id: StatementId;
  readonly document: DocumentId;
  /** Position in the list of documents, from 1. */
  readonly position: number;
  readonly text: Sha256;
  readonly paragraph: number;
  readonly speaker: string | null;
  readonly speakerIs: Speaker["is"];
  readonly act: Act;
  readonly target: string | null;
  readonly factuality: Factuality;
  readonly voice: Voice | null;
  readonly quote: string;
  readonly status: "proposed" | "accepted" | "mended" | "rejected" | "added";
  /** Measured precision, 0 to 1. */
  readonly precision: number;
  /** How many figures of the assessment rest on it; null until the assessment is there. */
  readonly figures: number | null;
}

export interface StatementPage {
  readonly rows: readonly StatementRow[];
  /** Rows that fit the filter, of those read so far. */
  readonly total: number;
  /** Documents read, of all; they are the same when the count is final. */
  readonly read: number;
  readonly documents: number;
}

/** What `GET /api/statements` takes. */
export interface StatementFilter {
  readonly from?: number;
  readonly count?: number;
  /** Words in the quote, the speaker or the target. */
  readonly words?: string;
  readonly act?: string;
  readonly status?: string;
  readonly document?: string;
  /** "queue": the undecided that most figures rest on come first. */
  readonly order?: "text" | "queue";
  /** The outlets' own sentences too. */
  readonly own?: boolean;
}

/** A statement as it may be mended. */
export interface StatementMarks {
  readonly id: StatementId;
  readonly sentence: Span;
  readonly cue: Span | null;
  readonly content: readonly Span[];
  readonly speaker: Span | null;
  readonly status: StatementRow["status"];
  /** Whole, as the rules propose it or a person decided: what a mended one starts from. */
  readonly proposed: Statement;
}

export interface TextView {
  readonly document: DocumentId;
  readonly position: number;
  readonly name: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: When | null;
  readonly address: string | null;
  readonly captured: string | null;
  readonly language: Language;
  readonly text: string;
  readonly textHash: Sha256;
  readonly original: Sha256 | null;
  readonly statements: readonly StatementMarks[];
}

export interface ComparedTexts {
  readonly a: TextView;
  readonly b: TextView;
  readonly comparison: Comparison;
}

export interface CheckedText {
  readonly draft: string;
  readonly sources: readonly {
    /** What `check` names the source by. */
    readonly document: DocumentId;
    readonly position: number;
    readonly name: string;
  }[];
  readonly check: Check;
}

/** `POST /api/commands`. `seen` is the event that the page stood at: what others decided since is not overwritten unseen. */
export interface CommandRequest {
  readonly who: string;
  readonly seen: number;
  readonly ask: readonly Ask[];
}

/** Both sides of an edit that somebody else made first; nothing was written. */
export interface Conflict {
  readonly theirs: {
    readonly seq: number;
    readonly who: string;
    readonly at: string;
    readonly type: string;
    readonly body: unknown;
  };
  readonly yours: Ask;
}

export interface Changed {
  readonly head: CaseInfo["head"];
  readonly events: number;
  readonly conflicts: readonly Conflict[];
}

export interface AddedFiles {
  readonly head: CaseInfo["head"];
  readonly added: readonly { readonly document: DocumentId; readonly name: string }[];
}

export interface HistoryEvent {
  readonly seq: number;
  readonly at: string;
  readonly who: string;
  readonly type: string;
  readonly body: unknown;
  readonly undone: boolean;
}

/** What `GET /api/events` tells, one JSON object an event. */
export type Live =
  | { readonly is: "head"; readonly seq: number }
  | {
      readonly is: "progress";
      readonly what: "reading" | "adding" | "asking";
      readonly done: number;
      readonly of: number | null;
      readonly name?: string;
    };

/** What differs from the assessment of an earlier head; causes are not told here. */
export interface Since {
  readonly seq: number;
  readonly figures: readonly { readonly id: string; readonly before: number | null; readonly now: number | null }[];
}
