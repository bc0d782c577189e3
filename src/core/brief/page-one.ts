import type { BriefSectionId } from "../model/brief.ts";

/** Most words of page one, headings with them [BR3]. */
export const PAGE_ONE_WORDS = 350;

/** The sections of page one. */
export const PAGE_ONE: readonly BriefSectionId[] = ["judgment", "who-says-what", "silence"];

/** Most words of one quote, in text and notes [CO3]. */
export const QUOTE_WORDS = 40;

/** What always stands in a brief, if only to say that there is nothing [BR5]. */
export const STANDING: readonly BriefSectionId[] = [
  "judgment",
  "who-says-what",
  "silence",
  "contrary",
  "assumptions",
  "would-change",
  "not-seen",
  "made-how",
];
