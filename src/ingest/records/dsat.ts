// Database on Suicide Attacks (CPOST): the table of attacks, with the table of claims beside it, or both joined by event_id.

import { dayOfParts, killedBand, noDate, recordRow } from "./cells.ts";
import type { Cell, RecordFormat } from "./types.ts";

const SEEN = "column names in a public script that joins the tables (test/fixtures/README.md)";

type Said = "claimed" | "denied" | "suspected" | "unclaimed";

/** What the set says of a group and an attack; null for a word that is none of its own. */
function saidOf(written: string): Said | null {
  const word = written.toLowerCase();
  return word === "claimed" || word === "denied" || word === "suspected" || word === "unclaimed" ? word : null;
}

export const dsat: RecordFormat = {
  manifest: {
    name: "cpost-dsat",
    version: 1,
    mediaType: "text/csv",
    set: "Database on Suicide Attacks (CPOST), your own copy",
    reads:
      "one row an attack and group: date, group, country, target, whether the group claimed or denied it or officials suspect it",
    extensions: ["csv"],
    needs: [],
    limits: [],
    offers: ["rows", "refused rows with line and reason"],
    layouts: [
      {
        name: "joined",
        columns: ["event_id", "group_name", "claim", "date_year", "date_month", "date_day", "admin0_txt"],
        seen: SEEN,
      },
      {
        name: "attacks, claims beside",
        columns: ["event_id", "date_year", "date_month", "date_day", "admin0_txt"],
        seen: SEEN,
      },
    ],
    claims:
      "claimed, denied, suspected (by officials) or unclaimed for each group, never when: no lag. Suicide attacks only",
    codedAfter: ["killed_low", "killed_high", "wounded_low", "wounded_high", "status"],
  },
  besideColumns: ["event_id", "group_name", "claim"],
  row(cell, { set, line, names, beside }) {
    const date = dayOfParts(cell("date_year"), cell("date_month"), cell("date_day"));
    const parts = `${cell("date_year")}-${cell("date_month")}-${cell("date_day")}`;
    if (date === null) return { refused: [noDate("date_year, date_month, date_day", parts === "--" ? "" : parts)] };
    const incident = cell("event_id");
    const joined = cell("claim") !== "" || cell("group_name") !== "";
    const groups: readonly Cell[] = joined ? [cell] : (beside?.get(incident) ?? []);
    if (!joined && beside === null)
      return { refused: ["It has no column claim. Give the set's table of claims with --with."] };
    const refused = groups.flatMap((g) =>
      saidOf(g("claim")) === null
        ? [`claim "${g("claim").slice(0, 40)}" is none of claimed, denied, suspected, unclaimed.`]
        : [],
    );
    if (refused.length > 0) return { refused };
    const killed = killedBand(cell("killed_low"));
    const traits = {
      country: names.country(cell("admin0_txt")) ?? undefined,
      target: ["security", "political", "civilian"].find((t) => t === cell("tt1_txt").toLowerCase()),
      attackType: "suicide",
      nationality: names.country(cell("tt_natl_txt")) ?? undefined,
      // Low and high estimates that fall into two bands leave it open.
      casualties: killed === killedBand(cell("killed_high")) ? killed : undefined,
    };
    const place = [cell("city_txt"), cell("admin0_txt")].filter((p) => p !== "").join(", ");
    const row = (group: string, said: Said) =>
      recordRow(
        { set, line },
        {
          incident,
          date,
          actor: group === "" || /^unknown/i.test(group) ? "unknown" : names.actor(group),
          claimed: said === "claimed",
          ...(said === "denied" && { denied: true as const }),
          traits,
          leaked: ["casualties"],
          label: `${group || "nobody named"}, ${place || date.edtf}`,
        },
      );
    if (groups.length === 0) return { rows: [row("", "unclaimed")] };
    return { rows: groups.map((g) => row(g("group_name"), saidOf(g("claim")) as Said)) };
  },
};
