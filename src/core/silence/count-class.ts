import type { RecordRow, ReferenceClass, Traits } from "../model/silence.ts";
import { latest, type When } from "../model/time.ts";
import { periodEnds } from "./differs.ts";

/** Which rows of a record set a class is of. */
export interface ClassQuery {
  readonly set: string;
  readonly actor?: string;
  readonly traits: Traits;
}

/** The incident that is not to be among the rows, and when it was. */
export interface Cut {
  readonly attack?: When;
  readonly incident?: string;
}

/** Whether a row could be known before the attack, and isn't the incident itself [SI9]; a row of the same day is left out, it may be. */
export function knownBefore(row: RecordRow, { attack, incident }: Cut): boolean {
  if (incident !== undefined && row.incident === incident) return false;
  if (attack === undefined) return true;
  if (attack.from === null || row.date.to === null) return false;
  return row.date.to <= attack.from && (row.knownFrom === null || row.knownFrom <= attack.from);
}

/** Whether its claim, if any, could be known before the attack: a claim dated later leaves the row unclaimed [SI9]. */
function claimedBefore(row: RecordRow, attack: When | undefined): boolean {
  if (!row.claimed || attack === undefined || row.claimedAt === undefined) return row.claimed;
  const at = latest(row.claimedAt);
  return at !== null && attack.from !== null && at < attack.from;
}

function matches(row: RecordRow, { set, actor, traits }: ClassQuery): boolean {
  if (row.set !== set || (actor !== undefined && row.actor !== actor)) return false;
  // A set of claims has no n, and a feature coded after the event was not known when it happened [SI9, SI11].
  if (row.claimsOnly === true || row.leaked?.some((key) => traits[key] !== undefined)) return false;
  const { period, ...features } = traits;
  if (!Object.entries(features).every(([key, value]) => row.traits[key as keyof Traits] === value)) return false;
  if (period === undefined) return true;
  const { from, to } = periodEnds(period);
  const { date } = row;
  return from !== null && to !== null && date.from !== null && date.to !== null && date.from >= from && date.to <= to;
}

/** k and n of a query over records, with the lines counted: only rows that were known before the attack [SI9]. */
export function countClass(
  query: ClassQuery,
  records: readonly RecordRow[],
  cut: Cut,
): Pick<ReferenceClass, "k" | "n"> & { readonly rows: NonNullable<ReferenceClass["rows"]> } {
  const all = records.filter((row) => matches(row, query) && knownBefore(row, cut)).sort((a, b) => a.line - b.line);
  const claimed = all.filter((row) => claimedBefore(row, cut.attack));
  const lines = (rows: readonly RecordRow[]) => rows.map((row) => row.line);
  return { k: claimed.length, n: all.length, rows: { set: query.set, claimed: lines(claimed), all: lines(all) } };
}
