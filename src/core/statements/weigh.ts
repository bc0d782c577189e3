import type { Act } from "../model/statement.ts";
import type { Draft } from "./draft.ts";
import { featuresOf } from "./features.ts";
import { LONG_SENTENCE, type Lowering, type PrecisionTable, precisionOf } from "./precision.ts";
import { heaviest, measuredShare, type Scorer, scoreOf } from "./scorer.ts";

/** How probable it is that a draft is a statement, and what that was told from [ST2]. */
export interface Weighed {
  readonly precision: number;
  /** Of a find that the scorer weighed; null where the table of frames did. */
  readonly group: Group | null;
  readonly features: readonly string[];
  /** The heaviest of them, with their sign. */
  readonly shown: readonly string[];
  readonly lowerings: readonly Lowering[];
}

export interface Scales {
  readonly table: PrecisionTable;
  readonly scorers: Readonly<Record<string, Scorer>>;
}

/** The draft's precision by its language's scorer, else by the table of frames; null when the scorer holds it for no statement. */
export function weigh(draft: Draft, { table, scorers }: Scales): Weighed | null {
  const { language } = draft.view.lexicon;
  const scorer = scorers[language];
  const inside = draft.view.quotes[draft.cue.from] != null;
  // Claims of responsibility, "the ministry's denial" and "Minister: P" are too rare in what the scorer was fitted on.
  const lowerings = loweringsOf(draft);
  if (scorer === undefined || isRare(draft)) {
    return {
      precision: precisionOf(draft.frame, language, { lowerings, table }),
      group: null,
      features: [],
      shown: [],
      lowerings,
    };
  }
  const features = featuresOf(draft);
  const score = scoreOf(features, scorer);
  const group = groupOf(draft);
  if (score < scorer.thresholds[group]) return null;
  const left = table.lowered["inside-quotation"];
  const share = inside && "share" in left ? left.share : 1;
  const precision = measuredShare(score, scorer) * share;
  return { precision, group, features, shown: heaviest(features, scorer), lowerings };
}

function isRare({ frame, complement }: Draft): boolean {
  return frame === "responsibility" || frame === "headline" || complement === "noun:alone";
}

/** Which threshold holds for a draft. */
export type Group = "common" | "unstated" | "others";

const WEIGHTY: ReadonlySet<Act> = new Set(["denies", "blames", "accuses", "threatens", "retracts", "alleges"]);

/**
 * Where a speaker is often lost, a find is let through soonest: that loss is what a reader must see [ST5]. Next come the commonest verbs,
 * and denials, blame and threats in a strict frame, which cost more to miss than to strike out.
 */
export function groupOf({ view, frame, complement, lemma, act }: Draft): Group {
  if (frame === "impersonal" || complement.startsWith("noun:that:")) return "unstated";
  const space = lemma.indexOf(" ");
  // "call for" is a use of "call".
  if (view.lexicon.common.has(space < 0 ? lemma : lemma.slice(0, space))) return "common";
  return WEIGHTY.has(act) && frame !== "noun-cue" && !LOOSE.test(complement) ? "common" : "others";
}

const LOOSE = /^(?:rest|relative|contact|like)/;

function loweringsOf(draft: Draft): Lowering[] {
  const out: Lowering[] = [];
  if (draft.voice.is === "nobody" && NEEDS_SPEAKER.has(draft.frame)) out.push("speaker-missing");
  if (draft.view.tokens.length > LONG_SENTENCE) out.push("long-sentence");
  if (draft.view.quotes[draft.cue.from] != null) out.push("inside-quotation");
  if (draft.lastResort) out.push("last-resort");
  return out;
}

const NEEDS_SPEAKER = new Set([
  "direct-quote",
  "comma-tail",
  "that-clause",
  "verb-object",
  "attitude-verb",
  "responsibility",
]);
