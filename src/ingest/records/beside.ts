// Sets that code attacks and not claims: the claims come in a second table, by the incident's id.

import type { RecordRow } from "../../core/model/silence.ts";
import { hoursBetween, parseIso, type When } from "../../core/model/time.ts";
import type { Beside, Cell } from "./types.ts";

/** Our columns of such a table. */
export const CLAIM_COLUMNS = ["incident", "claimed"] as const;

export type ClaimRead = Pick<RecordRow, "claimed" | "claimedAt" | "lagHours"> | { readonly refused: readonly string[] };

/** The claim of an incident in a second table with our columns `incident`, `claimed`, and `claim_date` where it is known. */
export function claimBeside(beside: Beside | null, incident: string, date: When): ClaimRead {
  const found = beside?.get(incident) ?? [];
  if (found.length === 0) {
    return {
      refused: [`Nothing says whether ${incident} was claimed. Give it a row in the table of claims (--with).`],
    };
  }
  if (found.length > 1) return { refused: [`The table of claims has ${found.length} rows for ${incident}. Keep one.`] };
  const cell = found[0] as Cell;
  const said = cell("claimed").toLowerCase();
  const yes = ["yes", "true", "1"].includes(said);
  if (!yes && !["no", "false", "0"].includes(said)) {
    return { refused: [`The table of claims says "${said.slice(0, 40)}" of ${incident}. Write yes or no.`] };
  }
  const written = cell("claim_date");
  if (written === "") return { claimed: yes, lagHours: null };
  const when = parseIso(written);
  if (when === null) return { refused: [`claim_date "${written.slice(0, 40)}" of ${incident} is not an ISO date.`] };
  if (!yes) return { refused: [`${incident} is not claimed, and still has a claim_date. Mend one of them.`] };
  return { claimed: true, claimedAt: when, lagHours: hoursBetween(date, when) };
}
