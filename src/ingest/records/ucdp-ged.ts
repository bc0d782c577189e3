// UCDP Georeferenced Event Dataset: events of violence without claims, so a table of claims must come with them.

import { CLAIM_COLUMNS, claimBeside } from "./beside.ts";
import { between, isoOf, killedBand, noDate, recordRow } from "./cells.ts";
import type { RecordFormat } from "./types.ts";

export const ucdpGed: RecordFormat = {
  manifest: {
    name: "ucdp-ged",
    version: 1,
    mediaType: "text/csv",
    set: "UCDP Georeferenced Event Dataset (GED), your own copy",
    reads:
      "one row an event of one-sided violence; of fighting between two sides only with a map that names the attacker's column. The date spans date_start to date_end",
    extensions: ["csv"],
    needs: [],
    limits: [],
    offers: ["rows", "refused rows with line and reason"],
    layouts: [
      {
        name: "49 columns",
        columns: ["id", "relid", "type_of_violence", "side_a", "side_b", "country", "date_start", "date_end"],
        seen: "header line in two public programs that read it (test/fixtures/README.md)",
      },
    ],
    claims:
      "none: a table with incident, claimed and claim_date must come with it (--with); events without a row there are refused",
    codedAfter: ["best", "high", "low", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"],
  },
  besideColumns: CLAIM_COLUMNS,
  row(cell, { set, line, names, beside, actorColumn }) {
    const oneSided = cell("type_of_violence") === "3";
    const [first, last] = [isoOf(cell("date_start")), isoOf(cell("date_end"))];
    const actor = cell(actorColumn ?? "side_a");
    const refused = [
      first === null ? noDate("date_start", cell("date_start")) : null,
      last === null ? noDate("date_end", cell("date_end")) : null,
      first?.from != null && last?.to != null && last.to <= first.from ? "date_end is before date_start." : null,
      oneSided || actorColumn !== null
        ? null
        : `type_of_violence ${cell("type_of_violence")}: two sides fought, and who attacked is not coded. Name the column in a map: {"actor": "side_b"}.`,
      actor === "" ? "It names no actor." : null,
    ].filter((r) => r !== null);
    if (refused.length > 0 || first === null || last === null) return { refused };
    const incident = cell("relid") || cell("id");
    const date = between(first, last);
    const claim = claimBeside(beside, incident, date);
    if ("refused" in claim) return claim;
    const traits = {
      country: names.country(cell("country")) ?? undefined,
      target: oneSided ? "civilian" : undefined,
      casualties: killedBand(cell("best")),
    };
    const label = `${actor}, ${[cell("where_coordinates") || cell("adm_1"), cell("country")].filter((p) => p !== "").join(", ")}`;
    return {
      rows: [
        recordRow(
          { set, line },
          { incident, date, actor: names.actor(actor), ...claim, traits, leaked: ["casualties"], label },
        ),
      ],
    };
  },
};
