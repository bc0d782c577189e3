// Armed Conflict Location & Event Data: attacks without claims, so a table of claims must come with them.

import { addHours, type When } from "../../core/model/time.ts";
import { CLAIM_COLUMNS, claimBeside } from "./beside.ts";
import { isoOf, killedBand, noDate, recordRow } from "./cells.ts";
import type { RecordFormat } from "./types.ts";

/** Kinds of event in which the first actor is the one that attacks; in the others who attacked is not coded. */
const ATTACKER_FIRST = ["Violence against civilians", "Explosions/Remote violence"];

const ATTACK: Readonly<Record<string, string>> = {
  "Suicide bomb": "suicide",
  "Remote explosive/landmine/IED": "bombing",
  Grenade: "bombing",
  "Shelling/artillery/missile attack": "shelling",
  "Air/drone strike": "shelling",
  "Abduction/forced disappearance": "kidnapping",
};

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** `2031-03-04`, or `04 March 2031` as older files write it; never numbers with strokes. */
function dayOf(written: string): When | null {
  const m = /^(\d{1,2}) ([A-Za-z]+) (\d{4})$/.exec(written);
  const month = MONTHS.indexOf((m?.[2] ?? "").toLowerCase()) + 1;
  if (m === null || month === 0) return isoOf(written);
  return isoOf(`${m[3]}-${String(month).padStart(2, "0")}-${(m[1] ?? "").padStart(2, "0")}`);
}

/** The day as precisely as it is coded: 1 the day, 2 somewhere within a week of it, 3 the month. */
function precise(day: When, precision: string): When | null {
  if (precision === "1") return day;
  if (precision === "3") return isoOf(day.edtf.slice(0, 7));
  if (precision !== "2" || day.from === null || day.to === null) return null;
  const [from, to] = [addHours(day.from, -6 * 24), addHours(day.to, 6 * 24)];
  return { edtf: `${from.slice(0, 10)}/${addHours(to, -24).slice(0, 10)}`, from, to };
}

function targetOf(against: string, civilian: string): string | undefined {
  if (civilian !== "" || /^Civilians/.test(against)) return "civilian";
  return /^(?:Military|Police) Forces of/.test(against) ? "security" : undefined;
}

export const acled: RecordFormat = {
  manifest: {
    name: "acled",
    version: 1,
    mediaType: "text/csv",
    set: "Armed Conflict Location & Event Data (ACLED), your own copy",
    reads:
      "one row an event in which the first actor attacks; battles only with a map that names the attacker's column, protests and riots never",
    extensions: ["csv"],
    needs: [],
    limits: [],
    offers: ["rows", "refused rows with line and reason"],
    layouts: [
      {
        name: "event_id_cnty",
        columns: ["event_id_cnty", "event_date", "time_precision", "event_type", "actor1", "country"],
        seen: "header line in a public test of a loader (test/fixtures/README.md)",
      },
    ],
    claims:
      "none: a table with incident, claimed and claim_date must come with it (--with); events without a row there are refused",
    codedAfter: ["fatalities", "notes", "tags"],
  },
  besideColumns: CLAIM_COLUMNS,
  row(cell, { set, line, names, beside, actorColumn }) {
    const kind = cell("event_type");
    const day = dayOf(cell("event_date"));
    const date = day === null ? null : precise(day, cell("time_precision"));
    const actor = cell(actorColumn ?? "actor1");
    const fought = /^Battles?/.test(kind) && actorColumn !== null;
    const refused = [
      day === null ? noDate("event_date", cell("event_date")) : null,
      day !== null && date === null ? `time_precision "${cell("time_precision")}" is none of 1, 2, 3.` : null,
      ATTACKER_FIRST.includes(kind) || fought
        ? null
        : `event_type "${kind}": who attacked is not coded. For battles name the column in a map: {"actor": "actor2"}.`,
      actor === "" ? "It names no actor." : null,
    ].filter((r) => r !== null);
    if (refused.length > 0 || date === null) return { refused };
    const incident = cell("event_id_cnty");
    const claim = claimBeside(beside, incident, date);
    if ("refused" in claim) return claim;
    const traits = {
      country: names.country(cell("country")) ?? undefined,
      target: targetOf(cell("actor2"), cell("civilian_targeting")),
      attackType: ATTACK[cell("sub_event_type")],
      casualties: killedBand(cell("fatalities")),
    };
    const label = `${actor}, ${[cell("location"), cell("country")].filter((p) => p !== "").join(", ")}`;
    const who = /^Unidentified/i.test(actor) ? "unknown" : names.actor(actor);
    return {
      rows: [recordRow({ set, line }, { incident, date, actor: who, ...claim, traits, leaked: ["casualties"], label })],
    };
  },
};
