import type { ActorId } from "./id.ts";
import type { Traits } from "./silence.ts";
import type { When } from "./time.ts";

/** What was reported of a claim: of one past incident, of the actor that the row is about. */
export type PrecedentClaim =
  | "yes"
  | "no" // a report says that none was seen
  | "praise" // hailed, and not claimed
  | "denied"
  | "rivals" // claimed by more than one
  | "retracted"
  | "rejected" // claimed, and authorities say that the group had no part
  | "disputed" // sources differ on whether it was claimed
  | "unstated"; // nothing read speaks of it

export interface PrecedentSource {
  readonly publisher: string;
  readonly title: string | null;
  /** As far as it was seen: a day, a month, or not at all. */
  readonly date: string | null;
  readonly address: string;
}

/** Who said what of a past incident, and which source has it. */
export interface PrecedentStatement {
  readonly is: "claim" | "denial" | "praise" | "retraction" | "no-claim-seen" | "attribution" | "rejection";
  readonly by: string;
  /** The actor that speaks, where it is not the one that the row is about. */
  readonly actor?: ActorId;
  readonly when: When | null;
  /** Channel or relay. */
  readonly via?: string;
  /** Hours since the attack, where the source gives them and not two dates. */
  readonly hours?: { readonly from: number; readonly to: number };
  /** A few words that carry it. */
  readonly says?: string;
  readonly note?: string;
  readonly source: PrecedentSource;
}

/** A past incident with what was reported of a claim [PR1]. */
export interface Precedent {
  readonly id: string;
  /** The set that it was looked for in: Turkey, Badia, … */
  readonly group: string;
  readonly label: string;
  readonly when: When | null;
  /** The one that claimed it or was blamed for it; null where nobody was named. */
  readonly actor: ActorId | null;
  readonly features: Traits;
  readonly claim: PrecedentClaim;
  readonly statements: readonly PrecedentStatement[];
  readonly note?: string;
}

/** A source's word on many incidents at once, with no row for each. */
export interface PrecedentPeriod {
  readonly id: string;
  readonly label: string;
  readonly actor: ActorId;
  readonly country: string;
  readonly when: When | null;
  readonly says: string;
  readonly note: string;
  readonly source: PrecedentSource;
}

/** What was looked for and not found. */
export interface PrecedentNotFound {
  readonly id: string;
  readonly what: string;
  readonly actor?: ActorId;
  readonly country?: string;
  readonly when: When | null;
  readonly insider?: boolean;
  /** Where it was looked for. */
  readonly looked: string;
  /** The day it was looked for. */
  readonly on: string;
  readonly note: string;
}

/** Everything that precedents are looked up in. */
export interface PrecedentLibrary {
  readonly precedents: readonly Precedent[];
  readonly periods: readonly PrecedentPeriod[];
  readonly notFound: readonly PrecedentNotFound[];
}

/** A precedent beside an incident, with why it stands there [PR1]. */
export interface SimilarPrecedent {
  readonly precedent: Precedent;
  /** Features that both have, in words. */
  readonly reasons: readonly string[];
  /** Features in which they differ, in words: the precedent's; this one's. */
  readonly differences: readonly string[];
  /** Stated of this incident and not of the precedent. */
  readonly notStated: readonly string[];
  /** To the first claim by the row's own actor, in hours; null where none is dated. */
  readonly lagHours: { readonly from: number; readonly to: number } | null;
}

/** A past incident that a text brings up beside the one it is about [PR2]. */
export interface OfferedPrecedent {
  readonly label: string;
  readonly when: When | null;
  readonly country: string | null;
  readonly places: readonly string[];
  readonly actor: ActorId | null;
  readonly traits: Traits;
  /** Whether the text says that it was claimed; null where it says nothing of it. */
  readonly claim: "yes" | "no" | null;
}

/** What a look-up of an offered precedent came to [PR2]. */
export interface LookedUpPrecedent {
  readonly verdict: "found-and-agrees" | "found-and-differs" | "not-found";
  /** Ids of precedents, periods or record rows (`set, line 4`) that it was held against. */
  readonly found: readonly string[];
  readonly agrees: readonly string[];
  readonly differs: readonly string[];
  /** Where it was looked for, each with how much stands there. */
  readonly looked: readonly string[];
  /** What the library says was looked for before and not found. */
  readonly knownMissing: readonly PrecedentNotFound[];
}
