import type {
  LookedUpPrecedent,
  OfferedPrecedent,
  Precedent,
  PrecedentClaim,
  PrecedentLibrary,
} from "../model/precedents.ts";
import type { RecordRow } from "../model/silence.ts";
import { byCodeUnit } from "../model/span.ts";
import { addHours, type When } from "../model/time.ts";
import { actorName } from "../text/gazetteer.ts";
import { FEATURES, type Feature, inWords } from "./features.ts";

export interface LookUpSources {
  readonly library: PrecedentLibrary;
  /** Past incidents of the case's record sets. */
  readonly records: readonly RecordRow[];
}

const DAY = 24;
/** A time wider than this is a period: it names no single incident. */
const WIDEST_HOURS = 45 * DAY;

/** Whether a time is open or wider than an incident can be. */
function isPeriod({ from, to }: When): boolean {
  return from === null || to === null || addHours(from, WIDEST_HOURS) < to;
}

/** Whether two times may be one, give or take a day: papers date by their own clocks. */
function near(a: When | null, b: When | null): boolean {
  if (a?.from == null || a.to == null || b?.from == null || b.to == null) return false;
  return addHours(a.from, -DAY) < b.to && addHours(b.from, -DAY) < a.to;
}

const sameOrUnknown = (a: string | null | undefined, b: string | null | undefined): boolean =>
  a == null || b == null || a === b;

/** A place that the text names, in the words of the row. */
const named = (places: readonly string[], label: string): boolean =>
  places.some((place) => label.toLowerCase().includes(place.toLowerCase()));

const fits = (
  offered: OfferedPrecedent,
  row: { readonly country: string | undefined; readonly label: string },
): boolean => (offered.country !== null && offered.country === row.country) || named(offered.places, row.label);

/**
 * A precedent that a source offers, looked up in the library and in the case's record sets [PR2]: found and agrees, found and differs, or
 * not found, and where it was looked for. Found means the same day, give or take one, and the same country or a place of the same name;
 * agreeing means that nothing that both state differs. A period ("in 2017 and 2018") is found in what sources say of periods.
 */
export function lookUpPrecedent(offered: OfferedPrecedent, { library, records }: LookUpSources): LookedUpPrecedent {
  const looked = whereLooked(library, records);
  const missing = library.notFound.filter((n) => mayBe(offered, n));
  if (offered.when === null) return notFound(looked, missing);
  if (isPeriod(offered.when)) return periodOf(offered, { library, looked, missing });
  const cases = library.precedents.filter(
    (p) => near(offered.when, p.when) && fits(offered, { country: p.features.country, label: p.label }),
  );
  const rows = records.filter(
    (r) =>
      near(offered.when, r.date) &&
      fits(offered, { country: r.traits.country, label: r.label }) &&
      sameOrUnknown(offered.actor, r.actor === "unknown" ? null : r.actor),
  );
  const held = [
    ...cases.map((p) => ({ id: p.id, ...comparedWith(offered, ofPrecedent(p)) })),
    ...rows.map((r) => ({ id: `${r.set}, line ${r.line}`, ...comparedWith(offered, ofRow(r)) })),
  ];
  if (held.length === 0) return notFound(looked, missing);
  // Two cases of one day and country: the one that differs least is meant.
  const least = Math.min(...held.map((h) => h.differs.length));
  const best = held.filter((h) => h.differs.length === least);
  return {
    verdict: least === 0 ? "found-and-agrees" : "found-and-differs",
    found: best.map((h) => h.id),
    agrees: [...new Set(best.flatMap((h) => h.agrees))],
    differs: [...new Set(best.flatMap((h) => h.differs))],
    looked,
    knownMissing: missing,
  };
}

function whereLooked(library: PrecedentLibrary, records: readonly RecordRow[]): readonly string[] {
  const sets = [...new Set(records.map((r) => r.set))].sort(byCodeUnit);
  return [
    `the library of ${library.precedents.length} cited incidents`,
    ...sets.map((set) => `the record set ${set}, ${records.filter((r) => r.set === set).length} rows`),
  ];
}

function notFound(looked: readonly string[], knownMissing: LookedUpPrecedent["knownMissing"]): LookedUpPrecedent {
  return { verdict: "not-found", found: [], agrees: [], differs: [], looked, knownMissing };
}

function overlaps(a: When | null, b: When | null): boolean {
  if (a?.from == null || a.to == null || b?.from == null || b.to == null) return false;
  return a.from < b.to && b.from < a.to;
}

function mayBe(offered: OfferedPrecedent, row: PrecedentLibrary["notFound"][number]): boolean {
  return (
    overlaps(offered.when, row.when) &&
    sameOrUnknown(offered.country, row.country) &&
    (row.insider === undefined || row.insider === offered.traits.insider)
  );
}

function periodOf(
  offered: OfferedPrecedent,
  {
    library,
    looked,
    missing,
  }: {
    readonly library: PrecedentLibrary;
    readonly looked: readonly string[];
    readonly missing: LookedUpPrecedent["knownMissing"];
  },
): LookedUpPrecedent {
  const found = library.periods.filter(
    (p) =>
      overlaps(offered.when, p.when) &&
      offered.country === p.country &&
      sameOrUnknown(offered.actor, p.actor) &&
      offered.traits.insider !== true,
  );
  if (found.length === 0) return notFound(looked, missing);
  return {
    verdict: offered.claim === "yes" ? "found-and-differs" : "found-and-agrees",
    found: found.map((p) => p.id),
    agrees: offered.claim === "yes" ? [] : found.map((p) => `${p.label}: "${p.says}"`),
    differs: offered.claim === "yes" ? found.map((p) => `claimed, says the text; ${p.label}: "${p.says}"`) : [],
    looked,
    knownMissing: missing,
  };
}

interface Sides {
  readonly actor: string | null;
  readonly claim: PrecedentClaim;
  readonly features: Precedent["features"];
}

const ofPrecedent = ({ actor, claim, features }: Precedent): Sides => ({ actor, claim, features });
const ofRow = (row: RecordRow): Sides => ({
  actor: row.actor === "unknown" ? null : row.actor,
  claim: row.claimed ? "yes" : row.denied === true ? "denied" : "no",
  features: row.traits,
});

const CLAIM_WORDS: Readonly<Record<PrecedentClaim, string>> = {
  yes: "claimed",
  no: "no claim seen",
  praise: "hailed and not claimed",
  denied: "denied",
  rivals: "claimed by more than one",
  retracted: "claimed, and the claim taken back",
  rejected: "claimed, and authorities reject the claim",
  disputed: "sources differ on whether it was claimed",
  unstated: "nothing said of a claim",
};

/** Whether the text's word on the claim goes with what was found; null where either says nothing. */
function claimAgrees(offered: "yes" | "no" | null, found: PrecedentClaim): boolean | null {
  if (offered === null || found === "unstated") return null;
  if (found === "disputed") return false;
  const claimed = found === "yes" || found === "rivals" || found === "rejected" || found === "retracted";
  return claimed === (offered === "yes");
}

function comparedWith(
  offered: OfferedPrecedent,
  found: Sides,
): { readonly agrees: readonly string[]; readonly differs: readonly string[] } {
  const agrees: string[] = [];
  const differs: string[] = [];
  const say = (feature: Feature, value: string | boolean) => inWords(feature, value, (id) => actorName(id));
  for (const feature of FEATURES) {
    const mine = feature === "actor" ? offered.actor : offered.traits[feature];
    const theirs = feature === "actor" ? found.actor : found.features[feature];
    if (mine == null || theirs == null) continue;
    if (mine === theirs) agrees.push(say(feature, mine));
    else differs.push(`${say(feature, mine)}, says the text; ${say(feature, theirs)}`);
  }
  const claim = claimAgrees(offered.claim, found.claim);
  const words = CLAIM_WORDS[found.claim];
  if (claim === true) agrees.push(words);
  if (claim === false) differs.push(`${offered.claim === "yes" ? "claimed" : "not claimed"}, says the text; ${words}`);
  return { agrees, differs };
}

/** What was reported of a claim, in words. */
export function claimInWords(claim: PrecedentClaim): string {
  return CLAIM_WORDS[claim];
}
