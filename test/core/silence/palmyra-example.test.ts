import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isUnknown } from "../../../src/core/model/stated.ts";
import { parseIso, type When } from "../../../src/core/model/time.ts";
import { type ComparedSilence, compareClasses } from "../../../src/core/silence/compare.ts";
import { silentHours } from "../../../src/core/silence/hours.ts";
import { parseClassOption, parseLagOption } from "../../../src/core/silence/parse.ts";
import { readRecords } from "../../../src/ingest/records/read-records.ts";

const folder = new URL("../../../examples/palmyra/", import.meta.url);
const readme = readFileSync(new URL("README.md", folder), "utf8");

/** The values of one option of the README's command. */
function given(option: string): readonly string[] {
  const command = /```\n(silverblaze silence[\s\S]*?)```/.exec(readme)?.[1] ?? "";
  return [...command.matchAll(new RegExp(`--${option} (?:'([^']*)'|(\\S+))`, "g"))].map((m) => m[1] ?? m[2] ?? "");
}

function taken<T>(parsed: { readonly value: T } | { readonly problem: { readonly message: string } }): T {
  if ("problem" in parsed) throw new Error(parsed.problem.message);
  return parsed.value;
}

const digits = (x: number) => (x.toFixed(2) === "1.00" ? "1.0" : x.toFixed(2).slice(1));

test("the README's table is what its command gives", () => {
  const classes = given("class").map((text) => taken(parseClassOption(text)));
  const lags = given("lag").map((text) => taken(parseLagOption(text)));
  const attack = parseIso(given("attack")[0]!) as When;
  const hours = given("as-of").map((day) => silentHours(attack, parseIso(day) as When)!.to);
  expect(hours).toEqual([24, 120]);
  const options = { seen: Number(given("seen")[0]), falseShare: Number(given("false-share")[0]) };
  expect(options).toEqual({ seen: 1, falseShare: 0 });
  const at = (l: number, h: number) => compareClasses(classes, lags[l]!, { hours: hours[h]!, ...options });
  const cell = (row: ComparedSilence, key: "factor" | "stillToCome") => digits(row[key] as number);
  const lines = classes.map((_, i) => {
    const row = at(0, 0)[i]!;
    if (isUnknown(row.share)) throw new Error(row.share.reason);
    const interval =
      "equalTailed" in row && row.equalTailed
        ? ` (${digits(row.equalTailed.lower)}–${digits(row.equalTailed.upper)})`
        : "";
    const counts = `${row.k}/${row.n}${row.kind === "counted" ? "" : `, ${row.kind}`}`;
    const factors = (l: number) => `${cell(at(l, 0)[i]!, "factor")}, ${cell(at(l, 1)[i]!, "factor")}`;
    const toCome = `${cell(row, "stillToCome")}, ${cell(at(1, 0)[i]!, "stillToCome")}`;
    return `| ${row.name} | ${counts} | ${digits(row.share)}${interval} | ${factors(0)} | ${factors(1)} | ${toCome} |`;
  });
  const rows = readme.split("\n").filter((line) => /^\| .* \d+\/\d+/.test(line));
  expect(rows).toEqual(lines);
});

test("each row of the records is accepted, and says where it was read", async () => {
  const bytes = readFileSync(new URL("records.csv", folder));
  const { rows, refused, problems } = await readRecords(bytes, { set: "palmyra", name: "records.csv" });
  expect(refused).toEqual([]);
  expect(problems.filter((p) => p.severity === "error")).toEqual([]);
  expect(rows.length).toBeGreaterThanOrEqual(8);
  for (const row of rows) expect(row.citation).toMatch(/https:\/\//);
});

test("each line of the ledger has publisher and address", () => {
  const [head, ...lines] = readFileSync(new URL("ledger.csv", folder), "utf8").trim().split("\n");
  expect(head).toBe("date,actor,kind,object,what,publisher,published,address");
  for (const line of lines) expect(line).toMatch(/,[^,]+,(\d{4}-\d{2}-\d{2})?,https:\/\/\S+$/);
});
