import { importRecords } from "../../casework/import-records.ts";
import { problem } from "../../core/model/problem.ts";
import { readBytes, readJson, usageError, whoOf, withCase } from "../cases.ts";
import type { Run } from "../command.ts";
import { EXIT } from "../exit.ts";
import { exitFor } from "../inputs.ts";
import { clean, table } from "../terminal.ts";

export const run: Run = async (invocation) => {
  const [path = "", name = ""] = invocation.args;
  const { text, flags } = invocation;
  const dryRun = flags.has("dry-run");
  const who = dryRun ? (text.who ?? "dry run") : whoOf(invocation, "import");
  const bytes = await readBytes(name);
  const map = text.map === undefined ? undefined : columnMap(await readJson(invocation, text.map), text.map);
  const beside = text.with === undefined ? undefined : { name: text.with, bytes: await readBytes(text.with) };
  const codedAfter = invocation.lists["coded-after"];
  return withCase(path, async (open) => {
    const done = await importRecords(
      open,
      { name, bytes },
      {
        who,
        dryRun,
        citation: text.citation ?? name,
        ...(text.format !== undefined && { format: text.format }),
        ...(text.charset !== undefined && { charset: text.charset }),
        ...(text.licence !== undefined && { licence: text.licence }),
        ...(map && { map }),
        ...(beside && { beside }),
        ...(codedAfter && { codedAfter }),
      },
    );
    const { set, format, layout, accepted, refused, codedAfter: after } = done;
    return {
      schema: "silverblaze/import/1",
      result: { head: done.open.head, set, format, layout, accepted, refused, codedAfter: after, dryRun },
      problems: done.problems,
      exit: done.refused.length > 0 ? EXIT.refused : exitFor(done.problems),
      text: (_paint, columns) => [
        `${done.accepted} rows ${dryRun ? "would be accepted" : "accepted"}, ${done.refused.length} refused; set ${done.set}${done.format === null ? "" : `, read as ${done.format}`}.`,
        ...table(
          [
            { head: "line", right: true },
            { head: "refused because", grows: true },
          ],
          done.refused.map((r) => [String(r.line), clean(r.reason)]),
          columns,
        ).slice(0, done.refused.length === 0 ? 0 : 41),
      ],
    };
  });
};

function columnMap(json: unknown, path: string): Readonly<Record<string, string>> {
  const entries = typeof json === "object" && json !== null && !Array.isArray(json) ? Object.entries(json) : null;
  if (entries === null || !entries.every(([, v]) => typeof v === "string")) {
    throw usageError(
      problem("bad-value", {
        option: "--map",
        value: path,
        fault: "no column map",
        want: '{"our column": "the file\'s column"}',
      }),
    );
  }
  return Object.fromEntries(entries) as Record<string, string>;
}
