// The cells of one row → an incident, or every reason why not.

import type { RecordRow, Traits } from "../../core/model/silence.ts";
import { hoursBetween, latest, parseIso, type When } from "../../core/model/time.ts";
import { killedBand, whyNoDate } from "./cells.ts";
import type { OwnColumn } from "./columns.ts";

/** Dates read before, by what was written: rows of one register share days. */
export type Times = Map<string, When | null>;

export type OwnRowRead = { readonly row: RecordRow } | { readonly refused: readonly string[] };

/** The row, or all that is wrong with it at once. Dates are ISO 8601 and nothing else: 03/04/2031 has two readings. */
export function rowOf(
  cell: (column: OwnColumn) => string,
  { times, ...place }: { readonly set: string; readonly line: number; readonly times: Times },
): OwnRowRead {
  const wrong: string[] = [];
  const date = dateIn(cell("date"), "date", { times, wrong });
  const claimDate = dateIn(cell("claim_date"), "claim_date", { times, wrong });
  const known = dateIn(cell("known_from"), "known_from", { times, wrong });
  const claimed = yesOrNo(cell("claimed"), "claimed", wrong);
  const denied = yesOrNo(cell("denied"), "denied", wrong);
  const lag = lagIn(cell("lag_hours"), wrong);
  const actor = cell("actor");
  const traits = traitsOf(cell, wrong);
  if (cell("date") === "") wrong.push("It has no date. Give one as 2031-03-04.");
  if (actor === "") wrong.push("It names no actor. Write unknown if nobody is named.");
  if (cell("claimed") === "") wrong.push("claimed is empty. Write yes or no.");
  if (date && claimDate && lag !== null && !agree(hoursBetween(date, claimDate), lag))
    wrong.push(`claim_date and lag_hours differ: ${lag} h after the attack is another day. Mend one of them.`);
  if (claimed === false && (claimDate || lag !== null))
    wrong.push("claimed is no, and still there is a time of a claim. Mend one of them.");
  if (claimed && denied)
    wrong.push(
      "claimed and denied are both yes. Give the one that came first, and the other in another row of its own.",
    );
  if (wrong.length > 0 || !date || claimed === null) return { refused: wrong };
  const hours = lag !== null ? { from: lag, to: lag } : claimDate ? hoursBetween(date, claimDate) : null;
  const incident = cell("incident");
  const citation = cell("citation");
  return {
    row: {
      ...place,
      date,
      actor,
      claimed,
      ...(denied === true && { denied: true as const }),
      ...(incident !== "" && { incident }),
      ...(claimDate && { claimedAt: claimDate }),
      lagHours: hours,
      knownFrom: known ? latest(known) : null,
      traits,
      label: cell("label") || incident || `${actor}, ${date.edtf}`,
      ...(citation !== "" && { citation }),
    },
  };
}

function dateIn(
  written: string,
  column: OwnColumn,
  { times, wrong }: { readonly times: Times; readonly wrong: string[] },
): When | null {
  if (written === "") return null;
  const known = times.get(written);
  const when = known === undefined ? zonedTime(written) : known;
  if (known === undefined) times.set(written, when);
  if (when) return when;
  wrong.push(
    `${column} "${written.slice(0, 40)}" ${whyNoDate(written)}. Write it as 2031-03-04, or with a time as 2031-03-04T18:00Z or 2031-03-04T21:00+03:00.`,
  );
  return null;
}

/** An ISO date, or a date and time with its zone: without one it is nobody's time. */
function zonedTime(written: string): When | null {
  return !written.includes("T") || /(?:Z|[+-]\d{2}:\d{2})$/.test(written) ? parseIso(written) : null;
}

function yesOrNo(written: string, column: OwnColumn, wrong: string[]): boolean | null {
  const word = written.toLowerCase();
  if (word === "yes" || word === "true" || word === "1") return true;
  if (word === "no" || word === "false" || word === "0") return false;
  if (word !== "") wrong.push(`${column} "${written.slice(0, 40)}" is neither yes nor no. Write one of them.`);
  return null;
}

function lagIn(written: string, wrong: string[]): number | null {
  if (written === "") return null;
  const hours = /^[+-]?\d{1,7}(?:\.\d{1,9})?$/.test(written) ? Number(written) : Number.NaN;
  if (!Number.isNaN(hours)) return hours;
  wrong.push(`lag_hours "${written.slice(0, 40)}" is no number of hours. Write it as 13.5.`);
  return null;
}

function traitsOf(cell: (column: OwnColumn) => string, wrong: string[]): Traits {
  const country = countryIn(cell("country"), "country", wrong);
  const nationality = countryIn(cell("nationality"), "nationality", wrong);
  const insider = yesOrNo(cell("insider"), "insider", wrong);
  const target = cell("target").toLowerCase();
  const attackType = cell("attack_type").toLowerCase();
  const contact = cell("contact").toLowerCase();
  const fate = cell("attacker_fate").toLowerCase();
  const killed = killedIn(cell("killed"), wrong);
  return {
    ...(country !== null && { country }),
    ...(target !== "" && { target }),
    ...(attackType !== "" && { attackType }),
    ...(insider !== null && { insider }),
    ...(nationality !== null && { nationality }),
    ...(contact !== "" && { contact }),
    ...(fate !== "" && { fate }),
    ...(killed !== undefined && { casualties: killed }),
  };
}

function killedIn(written: string, wrong: string[]): Traits["casualties"] {
  const band = written === "" ? undefined : killedBand(written);
  if (written !== "" && band === undefined)
    wrong.push(`killed "${written.slice(0, 40)}" is no whole number of people.`);
  return band;
}

function countryIn(written: string, column: OwnColumn, wrong: string[]): string | null {
  if (written === "") return null;
  if (/^[A-Za-z]{2}$/.test(written)) return written.toUpperCase();
  wrong.push(`${column} "${written.slice(0, 40)}" is no ISO 3166 code. Give two capital letters, as in XV.`);
  return null;
}

/** Whether a lag in hours lies between the two dates as far as they are known. */
function agree(between: { readonly from: number; readonly to: number } | null, lag: number): boolean {
  return between === null || (between.from <= lag && lag <= between.to);
}
