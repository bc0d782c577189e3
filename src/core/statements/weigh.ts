import type { Act, Frame } from "../model/statement.ts";
import type { Draft } from "./draft.ts";
import { featuresOf } from "./features.ts";
import { LONG_SENTENCE, type Lowering, type PrecisionTable, precisionOf } from "./precision.ts";
import { heaviest, measuredShare, type Scorer, scoreOf, type Weighted, weightsOf } from "./scorer.ts";
import { canSpeak, headOf } from "./speaker.ts";

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
  /** Also what the scorer holds for no statement, for fitting; what stands within it is not told by it. */
  readonly all?: boolean;
}

/** A find by what is known of it alone, before the others of its sentence are looked at; null where the table of frames weighs it. */
interface Alone {
  readonly features: readonly string[];
  readonly weighted: readonly Weighted[];
}

/**
 * The precision of each find of a sentence by its language's scorer, else by the table of frames; null for what the scorer holds for no
 * statement. What stands within the content of another find that counts by itself is weighed as such.
 */
export function weighAll(drafts: readonly Draft[], scales: Scales): readonly (Weighed | null)[] {
  const alone = drafts.map((draft) => weighAlone(draft, scales));
  return drafts.map((draft, i) => {
    const own = alone[i]!;
    if (own === null) return byTable(draft, scales);
    const outer = drafts.find((other, k) => k !== i && holdsCue(other, draft) && counts(other, alone[k]!, scales));
    return byScorer(draft, scales, { own, outer: outer ?? null });
  });
}

function weighAlone(draft: Draft, { scorers }: Scales): Alone | null {
  const scorer = scorers[draft.view.lexicon.language];
  if (scorer === undefined || isRare(draft)) return null;
  const features = featuresOf(draft);
  return { features, weighted: weightsOf(features, scorer) };
}

function counts(draft: Draft, alone: Alone | null, { scorers }: Scales): boolean {
  const scorer = scorers[draft.view.lexicon.language];
  return alone === null || scoreOf(alone.weighted, scorer!) >= scorer!.thresholds[groupOf(draft, null)];
}

function byTable(draft: Draft, { table }: Scales): Weighed {
  const lowerings = loweringsOf(draft);
  const precision = precisionOf(draft.frame, draft.view.lexicon.language, { lowerings, table });
  return { precision, group: null, features: [], shown: [], lowerings };
}

function byScorer(
  draft: Draft,
  { table, scorers, all = false }: Scales,
  { own, outer }: { readonly own: Alone; readonly outer: Draft | null },
): Weighed | null {
  const scorer = scorers[draft.view.lexicon.language]!;
  const within = withinFeatures(outer);
  const features = [...own.features, ...within];
  const weighted = [...own.weighted, ...weightsOf(within, scorer)];
  const score = scoreOf(weighted, scorer);
  const group = groupOf(draft, outer);
  if (!all && score < scorer.thresholds[group]) return null;
  const left = table.lowered["inside-quotation"];
  const share = draft.view.quotes[draft.cue.from] != null && "share" in left ? left.share : 1;
  const precision = measuredShare(score, scorer) * share;
  return { precision, group, features, shown: heaviest(weighted), lowerings: loweringsOf(draft) };
}

/** Claims of responsibility, "the ministry's denial" and "Minister: P" are too rare in what the scorer was fitted on. */
function isRare({ frame, complement }: Draft): boolean {
  return frame === "responsibility" || frame === "headline" || complement === "noun:alone";
}

/** Which threshold holds for a draft. */
export type Group = "common" | "unstated" | "relayed" | "others";

/** Of the nouns: "allegations of", "doubts about", "speculation over whether". */
const SUSPECT: ReadonlySet<Act> = new Set(["accuses", "alleges", "doubts", "blames", "warns"]);
const WEIGHTY: ReadonlySet<Act> = new Set(["denies", "blames", "accuses", "threatens", "retracts", "alleges"]);

/**
 * Where a speaker is often lost, a find is let through soonest: that loss is what a reader must see [ST5]. Next come the commonest verbs,
 * and denials, blame and threats in a strict frame, which cost more to miss than to strike out. What somebody says within what another says is a
 * relay: PolNeAR marks none, so its score there is too low, and it is let through sooner than others.
 */
export function groupOf(draft: Draft, outer: Draft | null): Group {
  const { view, frame, complement, lemma, act } = draft;
  if (outer !== null && isRelayed(draft, outer)) return "relayed";
  if (frame === "impersonal" || complement.startsWith("noun:that:")) return "unstated";
  if (frame === "noun-cue" && SUSPECT.has(act)) return "unstated";
  const space = lemma.indexOf(" ");
  // "call for" is a use of "call".
  if (view.lexicon.common.has(space < 0 ? lemma : lemma.slice(0, space))) return "common";
  return WEIGHTY.has(act) && frame !== "noun-cue" && !LOOSE.test(complement) ? "common" : "others";
}

const STRICT: ReadonlySet<Frame> = new Set(["direct-quote", "comma-tail", "that-clause", "according-to"]);

/** "The Ledger reported that two officials said P": somebody else, named by a noun, in a strict frame or of a weighty act; "rejected accusations of P". */
function isRelayed({ view, frame, voice, act }: Draft, outer: Draft): boolean {
  if (frame === "noun-cue") return WEIGHTY.has(act);
  if (voice.is !== "words" || !(STRICT.has(frame) || WEIGHTY.has(act))) return false;
  const { pos } = view.tokens[headOf(view, voice.range)]!;
  const own = outer.voice.is === "words" && outer.voice.range.from === voice.range.from;
  return (pos === "NOUN" || pos === "PROPN") && !own && canSpeak(view, voice.range);
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

/** Whether a find's content holds the cue of another, as in "the Ledger reported that Harun said". */
function holdsCue({ content, view }: Draft, { cue }: Draft): boolean {
  const start = view.tokens[cue.from]!.start;
  const end = view.tokens[cue.to - 1]!.end;
  return content.some((c) => c.start <= start && end <= c.end);
}

/** What a find stands within, by name: weighed beside its own features. */
function withinFeatures(outer: Draft | null): readonly string[] {
  return outer === null ? [] : ["within another", `within ${outer.frame}`, `within word ${outer.lemma}`];
}
