import type { Precedent, PrecedentClaim, PrecedentLibrary, SimilarPrecedent } from "../model/precedents.ts";
import { byCodeUnit } from "../model/span.ts";
import { type Unknown, unknown } from "../model/stated.ts";
import type { When } from "../model/time.ts";
import { actorName } from "../text/gazetteer.ts";
import { FEATURES, type Feature, type Features, inWords } from "./features.ts";
import { ratioBounds } from "./formulas.ts";
import { knownThen, lagOf } from "./known-then.ts";

export interface SimilarQuery {
  readonly features: Features;
  /** When the attack was: only what could be known then is used. Without it everything counts. */
  readonly attack?: When;
  readonly library: Pick<PrecedentLibrary, "precedents">;
}

/** How often similar precedents were claimed, and what is left out of that [PR1]. */
export interface ClaimedRatio {
  readonly claimed: number;
  readonly unclaimed: number;
  /** Equal-tailed 95 % of Beta(claimed + ½, unclaimed + ½), 0 to 1. */
  readonly lower: number;
  readonly upper: number;
  /** Similar ones that are neither, by what was reported of their claim. */
  readonly leftOut: readonly { readonly claim: PrecedentClaim; readonly count: number }[];
}

export interface Similar {
  /** The closest first. */
  readonly list: readonly SimilarPrecedent[];
  readonly ratio: ClaimedRatio | Unknown;
}

const CLAIMED: readonly PrecedentClaim[] = ["yes", "rivals"];
const UNCLAIMED: readonly PrecedentClaim[] = ["no", "praise", "denied"];

/**
 * Past incidents like this one by its stated features, each with the reasons and the differences [PR1]. One counts as like it if it shares
 * two stated features (one, where only one is stated) and differs in no more than it shares; an intrusion is never like an attack on people.
 * No feature weighs more than another. `unknown("no-features")` where nothing is stated of the incident.
 */
export function similarPrecedents({ features, attack, library }: SimilarQuery): Similar | Unknown {
  const stated = FEATURES.filter((f) => features[f] !== undefined);
  if (stated.length === 0) return unknown("no-features");
  const held = knownThen(library.precedents, attack)
    .filter((p) => digital(p.features.attackType) === digital(features.attackType))
    .map((precedent) => compared(precedent, features))
    .filter((c) => c.reasons.length >= Math.min(2, stated.length) && c.differences.length <= c.reasons.length);
  const list = [...held].sort(closestFirst);
  return { list, ratio: ratioOf(list.map((c) => c.precedent)) };
}

const digital = (type: string | undefined) => type === "intrusion";

function compared(precedent: Precedent, here: Features): SimilarPrecedent {
  const name = (id: string) => (id === here.actor ? (here.actorName ?? actorName(id)) : actorName(id));
  const say = (feature: Feature, value: string | boolean) => inWords(feature, value, name);
  const reasons: string[] = [];
  const differences: string[] = [];
  const notStated: string[] = [];
  for (const feature of FEATURES) {
    const mine = here[feature];
    if (mine === undefined) continue;
    const theirs = feature === "actor" ? (precedent.actor ?? undefined) : precedent.features[feature];
    if (theirs === undefined) notStated.push(say(feature, mine));
    else if (theirs === mine) reasons.push(say(feature, mine));
    else differences.push(`${say(feature, theirs)}; this was ${say(feature, mine)}`);
  }
  return { precedent, reasons, differences, notStated, lagHours: lagOf(precedent) };
}

/** By features shared less features that differ, then by features shared, the newest first, then by id. */
function closestFirst(a: SimilarPrecedent, b: SimilarPrecedent): number {
  const score = (s: SimilarPrecedent) => s.reasons.length - s.differences.length;
  return (
    score(b) - score(a) ||
    b.reasons.length - a.reasons.length ||
    byCodeUnit(b.precedent.when?.from ?? "", a.precedent.when?.from ?? "") ||
    byCodeUnit(a.precedent.id, b.precedent.id)
  );
}

/** The ratio claimed to unclaimed with the interval of the share; a claim that authorities reject is of neither kind. */
function ratioOf(precedents: readonly Precedent[]): ClaimedRatio | Unknown {
  const among = (kinds: readonly PrecedentClaim[]) => precedents.filter((p) => kinds.includes(p.claim)).length;
  const [claimed, unclaimed] = [among(CLAIMED), among(UNCLAIMED)];
  if (claimed + unclaimed === 0) return unknown("no-precedent");
  const other = [...new Set(precedents.map((p) => p.claim))]
    .filter((claim) => !CLAIMED.includes(claim) && !UNCLAIMED.includes(claim))
    .sort(byCodeUnit);
  return {
    claimed,
    unclaimed,
    ...ratioBounds(claimed, unclaimed),
    leftOut: other.map((claim) => ({ claim, count: among([claim]) })),
  };
}

/** What such a ratio can't say, in words; printed with it always. */
export const CANNOT_SAY: readonly string[] = [
  "These cases were picked because they were reported. Their ratio is not the share of its attacks that a group claims.",
  "Attacks that drew no report, or whose silence nobody wrote about, are not among them.",
  '"No claim seen" holds up to the day of the report and no further.',
];
