import { shownAs } from "../core/brief/rounding.ts";

/** A share in percent, rounded as BR4 asks. */
export function percent(share: number): string {
  return shownAs(share, "percent");
}

/** A share as so many of 100, for a column of a table. */
export function of100(share: number): string {
  return percent(share).replace(" %", "");
}
