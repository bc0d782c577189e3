import type { InvestigationState } from "../model/assessment.ts";
import type { Span } from "../model/span.ts";

/** A clause that gives the state of an inquiry; with a subject, whoever stands before the words is the one who investigates. */
export interface InquiryClause {
  readonly span: Span;
  readonly status: InvestigationState["status"];
  readonly role: "subject" | "none";
}

const NOUN = "(?:investigations?|inquir(?:y|ies)|enquir(?:y|ies)|probes?|inquest|criminal case|case file|proceedings)";
const CASE = `(?:${NOUN}|case)`;
const SOME = "(?:an?|the|its|their|his|her|a separate|this|that)";
const UP_TO = (n: number) => `(?:[\\p{L}-]{1,16}\\s){0,${n}}`;

const FORMS: readonly (readonly [InquiryClause["status"], InquiryClause["role"], RegExp])[] = [
  [
    "not-opened",
    "none",
    re(
      `(?:has|have|had|was|were|is)\\sno\\s${UP_TO(2)}${NOUN}\\s${UP_TO(1)}(?:opened|launched|ordered|begun|started|announced)`,
    ),
  ],
  [
    "not-opened",
    "none",
    re(
      `no\\s${UP_TO(2)}${NOUN}\\s(?:has|had|have|was|were|is)\\s${UP_TO(2)}(?:opened|launched|ordered|begun|started|announced|under)`,
    ),
  ],
  [
    "not-opened",
    "none",
    re(
      `(?:will|would)\\snot\\sbe\\sinvestigated|(?:is|are|was|were)\\snot\\s(?:being\\s|under\\s)?investigat(?:ed|ion)`,
    ),
  ],
  [
    "closed",
    "subject",
    re(
      `(?:closed|concluded|completed|ended|dropped|shelved|suspended|abandoned|finished|discontinued)\\s${SOME}\\s${UP_TO(2)}${CASE}`,
    ),
  ],
  [
    "closed",
    "none",
    re(
      `${CASE}\\s${UP_TO(8)}(?:was|has been|had been|is|were|have been)\\s${UP_TO(1)}(?:closed|concluded|completed|dropped|shelved|suspended|discontinued)`,
    ),
  ],
  [
    "open",
    "subject",
    re(
      `(?:opened|launched|started|began|begun|ordered|initiated|commenced|reopened|announced|opening|launching|conducting|pursuing)\\s${SOME}?\\s?${UP_TO(3)}${NOUN}`,
    ),
  ],
  [
    "open",
    "subject",
    re(`(?:opened|reopened|took over|taken over|taking over|taken on|was handed|were handed)\\s${SOME}\\scase`),
  ],
  [
    "open",
    "subject",
    re(
      `(?:leads?|leading|led|heads?|heading|runs?|running|handling|in charge of|took over|taken over)\\s${SOME}\\s${UP_TO(2)}${NOUN}`,
    ),
  ],
  [
    "open",
    "subject",
    re(
      `(?:is|are|was|were|still|been|began|begun|started)\\s${UP_TO(1)}(?:investigating|probing|looking into|questioning|interviewing|examining)`,
    ),
  ],
  [
    "open",
    "none",
    re(
      `${CASE}\\s${UP_TO(9)}(?:has|have|had|was|were|is|are)\\s${UP_TO(2)}(?:opened|launched|begun|started|ordered|ongoing|continuing|under\\sway|underway|open|active)`,
    ),
  ],
  ["open", "none", re(`${NOUN}\\s${UP_TO(9)}(?:continues?|continued|remains?\\sopen|goes\\son|began|begins)`)],
  ["open", "none", re(`proceedings\\s(?:against|over)\\s[^.;]{1,60}\\scontinue`)],
  [
    "open",
    "none",
    re(`in\\sthe\\shands\\sof\\s(?:the\\s)?${UP_TO(3)}(?:court|police|prosecutors?|prosecution|magistrates?)`),
  ],
  ["open", "subject", re(`(?:sent|dispatched|assigned)\\s${UP_TO(6)}to\\sinvestigate`)],
];

function re(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}])(?:${pattern})(?![\\p{L}])`, "iu");
}

/** The first clause on an inquiry in an English sentence, of those that deny or end one before those that open one; null where there is none. */
export function inquiryClause(words: string): InquiryClause | null {
  if (!/investigat|inquir|enquir|probe|inquest|case|proceedings|examin|question|looking into/iu.test(words))
    return null;
  for (const [status, role, pattern] of FORMS) {
    const found = pattern.exec(words);
    if (found !== null) return { span: { start: found.index, end: found.index + found[0].length }, status, role };
  }
  return null;
}
