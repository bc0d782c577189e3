// Global Terrorism Database (START), saved as CSV. It codes whether an attack was claimed and not when.

import { dayOfParts, killedBand, recordRow } from "./cells.ts";
import type { RecordFormat } from "./types.ts";

const TARGET: Readonly<Record<string, string>> = {
  police: "security",
  military: "security",
  "government (general)": "political",
  "government (diplomatic)": "political",
  "violent political party": "political",
  utilities: "infrastructure",
  telecommunication: "infrastructure",
  transportation: "infrastructure",
  "airports & aircraft": "infrastructure",
  maritime: "infrastructure",
  "food or water supply": "infrastructure",
  business: "civilian",
  "educational institution": "civilian",
  "journalists & media": "civilian",
  ngo: "civilian",
  "private citizens & property": "civilian",
  "religious figures/institutions": "civilian",
  tourists: "civilian",
  "abortion related": "civilian",
};

const ATTACK: Readonly<Record<string, string>> = {
  assassination: "assassination",
  "armed assault": "shooting",
  "bombing/explosion": "bombing",
  "facility/infrastructure attack": "sabotage",
  "hostage taking (kidnapping)": "kidnapping",
  "hostage taking (barricade incident)": "kidnapping",
};

const SEEN = "column list in a public program that reads it (test/fixtures/README.md)";

/** Whether `claimed` says yes or no; null for unknown (-9) and for nothing. */
function claimedOf(written: string): boolean | null {
  const code = /^-?\d+(?:\.0+)?$/.test(written) ? Number(written) : Number.NaN;
  return code === 1 ? true : code === 0 ? false : null;
}

export const gtd: RecordFormat = {
  manifest: {
    name: "gtd",
    version: 1,
    mediaType: "text/csv",
    set: "Global Terrorism Database (START), your own copy, saved as CSV",
    reads:
      "one row an attack: date, group, country, target, kind of attack, the victims' nationality, whether it was claimed",
    extensions: ["csv"],
    needs: [],
    limits: [],
    offers: ["rows", "refused rows with line and reason"],
    layouts: [
      {
        name: "with individual",
        columns: ["eventid", "iyear", "imonth", "iday", "gname", "claimed", "individual"],
        seen: SEEN,
      },
      { name: "without individual", columns: ["eventid", "iyear", "imonth", "iday", "gname", "claimed"], seen: SEEN },
    ],
    claims: "yes or no, never when: no lag. Rows whose claim is coded unknown (-9) or not at all are refused",
    codedAfter: [
      "nkill",
      "nkillter",
      "nwound",
      "motive",
      "summary",
      "claimmode",
      "compclaim",
      "hostkidoutcome",
      "ransompaid",
      "addnotes",
    ],
  },
  besideColumns: null,
  row(cell, { set, line, names, actorColumn }) {
    const date = dayOfParts(cell("iyear"), cell("imonth"), cell("iday"));
    const claimed = claimedOf(cell("claimed"));
    const group = cell(actorColumn ?? "gname");
    const refused = [
      date === null ? `iyear, imonth, iday "${cell("iyear")}, ${cell("imonth")}, ${cell("iday")}" are no date.` : null,
      claimed === null
        ? `claimed "${cell("claimed")}" is neither 1 nor 0, so whether it was claimed is not known.`
        : null,
      group === "" ? "It names no group; the set writes Unknown where nobody is named." : null,
    ].filter((r) => r !== null);
    if (refused.length > 0 || date === null || claimed === null) return { refused };
    const suicide = cell("suicide").startsWith("1");
    const place = [cell("city"), cell("country_txt")].filter((p) => p !== "" && p !== "Unknown").join(", ");
    const traits = {
      country: names.country(cell("country_txt")) ?? undefined,
      target: TARGET[cell("targtype1_txt").toLowerCase()],
      attackType: suicide ? "suicide" : ATTACK[cell("attacktype1_txt").toLowerCase()],
      nationality: names.country(cell("natlty1_txt")) ?? undefined,
      casualties: killedBand(cell("nkill"), cell("nkillter") || "?"),
    };
    const actor = group.toLowerCase() === "unknown" ? "unknown" : names.actor(group);
    const row = {
      incident: cell("eventid"),
      date,
      actor,
      claimed,
      traits,
      leaked: ["casualties" as const],
      label: `${group}, ${place || date.edtf}`,
    };
    return { rows: [recordRow({ set, line }, row)] };
  },
};
