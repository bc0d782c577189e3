// European Repository of Cyber Incidents, the global table: attributions stand in lists inside one row.

import { hoursBetween, type When } from "../../core/model/time.ts";
import { isoOf, noDate, recordRow } from "./cells.ts";
import type { RecordFormat } from "./types.ts";

/** A list as the set writes it: `['A', 'B']`, `[['A', 'B']]`, or `A; B`; empty and "Not available" are left out. */
export function listOf(written: string): readonly string[] {
  const inner = written.trim();
  const items = inner.startsWith("[")
    ? [...inner.matchAll(/'((?:[^'\\]|\\(?:[\s\S]|$))*)(?:'|$)|"((?:[^"\\]|\\(?:[\s\S]|$))*)(?:"|$)/g)].map((m) =>
        (m[1] ?? m[2] ?? "").replace(/\\(.)/g, "$1"),
      )
    : inner.split(/;\s*/);
  return items.map((i) => i.trim()).filter((i) => i !== "" && !/^not available$/i.test(i));
}

/** A day; the first of January is what the set writes where it knows only the year, so it is read as the year. */
function dateOf(written: string): When | null {
  const when = isoOf(written.trim());
  return when !== null && /^\d{4}-01-01$/.test(when.edtf) ? isoOf(when.edtf.slice(0, 4)) : when;
}

const CATEGORY: Readonly<Record<string, string>> = {
  "State institutions / political system": "political",
  "Critical infrastructure": "infrastructure",
};

/** One value if all of a list come to it. */
function only<T>(values: readonly (T | undefined)[]): T | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}

export const eurepoc: RecordFormat = {
  manifest: {
    name: "eurepoc",
    version: 1,
    mediaType: "text/csv",
    set: "European Repository of Cyber Incidents, global table, your own copy",
    reads:
      "one row an incident: start, initiator, country and kind of the receiver, and among its attributions the attacker's own, with its date",
    extensions: ["csv"],
    needs: [],
    limits: [],
    offers: ["rows", "refused rows with line and reason"],
    layouts: [
      {
        name: "1.1",
        columns: [
          "ID",
          "start_date",
          "initiator_name",
          "attribution_date",
          "attribution_basis",
          "number_of_attributions",
        ],
        seen: "EuRepoC_Global_Database_1.1.csv in a public repository (test/fixtures/README.md)",
      },
      {
        name: "1.3",
        columns: [
          "incident_id",
          "start_date",
          "initiator_name",
          "attribution_date",
          "attribution_basis",
          "number_attributions",
        ],
        seen: null,
      },
    ],
    claims:
      '"Attacker confirms" among the attributions is a claim; its date gives the lag where each attribution has one',
    codedAfter: [
      "initiator_category",
      "impact_indicator",
      "weighted_cyber_intensity",
      "political_response_date",
      "casualties",
    ],
  },
  besideColumns: null,
  row(cell, { set, line, names }) {
    const written = cell("start_date");
    const date = dateOf(written);
    const bases = listOf(cell("attribution_basis"));
    const count = cell("number_of_attributions") || cell("number_attributions");
    const refused = [
      date === null ? noDate("start_date", written) : null,
      bases.length === 0 && Number(count) > 0 ? `It counts ${count} attributions and gives no basis of them.` : null,
    ].filter((r) => r !== null);
    if (refused.length > 0 || date === null) return { refused };
    const own = bases.indexOf("Attacker confirms");
    const dates = cell("attribution_date").split(/;\s*/);
    // Lists of unlike length can't be laid side by side: the claim stays, its date is unknown.
    const claimedAt = own >= 0 && dates.length === bases.length ? dateOf(dates[own] ?? "") : null;
    const initiators = listOf(cell("initiator_name"));
    const traits = {
      country: only(listOf(cell("receiver_country")).map((c) => names.country(c) ?? undefined)),
      target: only(listOf(cell("receiver_category")).map((c) => CATEGORY[c] ?? "civilian")),
      attackType: "intrusion",
    };
    const row = {
      incident: cell("ID") || cell("incident_id"),
      date,
      actor: initiators.length === 0 ? "unknown" : names.actor(initiators.join(" and ")),
      claimed: own >= 0,
      ...(claimedAt !== null && { claimedAt, lagHours: hoursBetween(date, claimedAt) }),
      traits,
      label: cell("name") || cell("ID"),
    };
    return { rows: [recordRow({ set, line }, row)] };
  },
};
