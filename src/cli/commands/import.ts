import { type ImportResult, importRecords } from "../../casework/import-records.ts";
import { howToRead } from "../assessing.ts";
import { readBytes, whoOf, withCase } from "../cases.ts";
import type { Run } from "../command.ts";
import { EXIT } from "../exit.ts";
import { exitFor } from "../inputs.ts";
import { clean, wrap } from "../terminal.ts";

export const run: Run = async (invocation) => {
  const [path = "", name = ""] = invocation.args;
  const { text, flags } = invocation;
  const dryRun = flags.has("dry-run");
  const who = dryRun ? (text.who ?? "dry run") : whoOf(invocation, "import");
  const bytes = await readBytes(name);
  const how = await howToRead(invocation);
  return withCase(path, async (open) => {
    const done = await importRecords(
      open,
      { name, bytes },
      {
        who,
        dryRun,
        citation: text.citation ?? name,
        ...(text.set !== undefined && { set: text.set }),
        ...(text.format !== undefined && { format: text.format }),
        ...(text.charset !== undefined && { charset: text.charset }),
        ...(text.licence !== undefined && { licence: text.licence }),
        ...how,
      },
    );
    const { set, format, layout, accepted, refused, codedAfter: after } = done;
    return {
      schema: "silverblaze/import/1",
      result: { head: done.open.head, set, format, layout, accepted, refused, codedAfter: after, dryRun },
      problems: done.problems,
      exit: done.refused.length > 0 ? EXIT.refused : exitFor(done.problems),
      text: (_paint, columns) => toldOf(done, { dryRun, columns }),
    };
  });
};

function toldOf(
  { accepted, refused, set, format, rows }: ImportResult,
  { dryRun, columns }: { readonly dryRun: boolean; readonly columns: number },
): string[] {
  if (accepted === 0 && refused.length === 0) return ["Nothing could be read, and nothing was imported."];
  const verb = dryRun ? "would be accepted" : "accepted";
  const none = !dryRun && rows === null ? " Nothing was imported." : "";
  const head = `${accepted} rows ${verb}, ${refused.length} refused; set ${set}, read as ${format}.${none}`;
  return [...wrap(head, columns), ...refusedText(refused, columns)];
}

type Refused = ImportResult["refused"];

const KINDS = 20;
const LINES = 8;

/** Refused rows by reason, the first of each told whole, with the lines; all of them stand in --json. */
function refusedText(refused: Refused, columns: number): string[] {
  const kinds = new Map<string, Refused[number][]>();
  for (const row of refused) {
    // Reasons that differ in the values alone are one.
    const kind = row.reason.replace(/"[^"]*"/g, '""').replace(/\d+/g, "0");
    const rows = kinds.get(kind);
    if (rows === undefined) kinds.set(kind, [row]);
    else rows.push(row);
  }
  const shown = [...kinds.values()].slice(0, KINDS);
  const left = kinds.size - shown.length;
  const cutShort = left > 0 || shown.some((rows) => rows.length > LINES);
  return [
    ...shown.flatMap((rows) => {
      const lines = rows.slice(0, LINES).map((r) => r.line);
      const more = rows.length > LINES ? ` and ${rows.length - LINES} more` : "";
      const where = `${rows.length === 1 ? "line" : "lines"} ${lines.join(", ")}${more}`;
      return [
        "",
        ...wrap(`refused, ${where}:`, columns),
        ...wrap(clean(rows[0]?.reason ?? ""), columns - 2).map((line) => `  ${line}`),
      ];
    }),
    ...(cutShort
      ? ["", ...wrap(`${left > 0 ? `${left} more kinds of reasons. ` : ""}Each row with its reason: --json.`, columns)]
      : []),
  ];
}
