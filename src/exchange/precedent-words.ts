import type { PrecedentStatement } from "../core/model/precedents.ts";
import { short } from "./numbers.ts";

/** What a statement about a past case does, behind its speaker. */
export const SAYS: Readonly<Record<PrecedentStatement["is"], string>> = {
  claim: "claimed it",
  denial: "denied it",
  praise: "hailed it",
  retraction: "took the claim back",
  "no-claim-seen": "saw no claim",
  attribution: "on who did it",
  rejection: "rejected the claim",
};

/** Hours as people say them: hours up to two days, days beyond. */
export function hoursInWords(hours: number): string {
  return hours <= 48 ? `${short(hours)} h` : `${short(hours / 24)} days`;
}
