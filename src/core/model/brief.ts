import type { FigureId, StatementId } from "./id.ts";
import type { ChangeClass } from "./lineage.ts";
import type { Instant } from "./time.ts";

/** The languages that a brief is written in. */
export const BRIEF_LANGUAGES = ["en", "ar"] as const;
export type BriefLanguage = (typeof BRIEF_LANGUAGES)[number];

/** What a brief counts where the word and its number are one: `ChangeClass` names what was lost or changed of it. */
export type CountedNoun = "document" | "origin" | "report" | ChangeClass;

/** How a figure is shown in running text [BR4]; `hours-bare` leaves the unit to the figure after it. */
export type ShownAs = "of-100" | "percent" | "count" | "hours" | "hours-bare" | "factor";

export type BriefPart =
  /** `name`: a name, or words of the analyst or of a source as they stand, not ours to reword. */
  | { readonly is: "text"; readonly text: string; readonly name?: true }
  /** A figure, rounded as BR4 asks; `shown` is what is printed. `noun`: what is counted is part of it, as Arabic has "two reports" in one word. */
  | {
      readonly is: "figure";
      readonly id: FigureId;
      readonly as: ShownAs;
      readonly noun?: CountedNoun;
      readonly shown: string;
    }
  /** A likelihood word in the brief's language, with the figures whose range it names. */
  | { readonly is: "likelihood"; readonly words: readonly string[]; readonly from: FigureId; readonly to: FigureId }
  | { readonly is: "quote"; readonly text: string; readonly note: number };

export interface BriefSentence {
  readonly parts: readonly BriefPart[];
  /** Numbers of notes. */
  readonly notes: readonly number[];
  /** Words of the source that one of its notes must hold [BR7]. */
  readonly cites?: readonly string[];
  /** A sentence about our confidence in a judgment: never together with a likelihood word [BR2]. */
  readonly confidence?: "low" | "moderate" | "high";
}

export type BriefSectionId =
  | "judgment"
  | "who-says-what"
  | "silence"
  | "in-dispute"
  | "what-copies-lost"
  | "other-questions"
  | "contrary"
  | "assumptions"
  | "would-change"
  | "not-seen"
  | "made-how";

export interface BriefSection {
  readonly id: BriefSectionId;
  readonly heading: string;
  readonly sentences: readonly BriefSentence[];
  /** Sentences as a list, or as running text. */
  readonly list: boolean;
}

/** A note: the very words that a sentence rests on, or the rule and judgments behind a figure. */
export interface BriefNote {
  readonly number: number;
  readonly statement?: StatementId;
  readonly quote?: string;
  readonly language?: string;
  /** "doc 2, par 3". */
  readonly place?: string;
  readonly text?: string;
  readonly figures: readonly FigureId[];
}

/** A cited brief in ICD 203 words [BR1–BR7]. */
export interface Brief {
  readonly schema: "silverblaze/brief/1";
  readonly version: string;
  readonly title: string;
  readonly demonstration: string | null;
  readonly asOf: Instant;
  readonly atSeq: number | null;
  readonly state: "draft" | "checked" | "published";
  readonly checkedBy: string | null;
  readonly language: BriefLanguage;
  readonly sections: readonly BriefSection[];
  readonly notes: readonly BriefNote[];
  /** The figures that it prints, whole, so that the brief can be linted alone. */
  readonly figures: readonly { readonly id: FigureId; readonly value: number; readonly rule: string }[];
}
