import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { importRecords } from "../../src/casework/import-records.ts";
import { loadTexts, newCase } from "../../src/casework/open.ts";
import { memoryStore } from "../../src/store/memory.ts";

const bytes = readFileSync(new URL("../../examples/demo/records.csv", import.meta.url));
const opened = () =>
  newCase(memoryStore(), "night desk", { title: "x", languages: [], purpose: "", displayWarnings: false });

describe("importRecords", () => {
  test("each row is accepted or refused by its line, and the accepted ones come back from the case", async () => {
    const broken = Buffer.concat([bytes, Buffer.from("R-999,not a day,reed-banner,yes,,,XV,,,,,,label,citation\n")]);
    const done = await importRecords(
      await opened(),
      { name: "records.csv", bytes: broken },
      { who: "w", citation: "c" },
    );
    expect(done.accepted).toBe(150);
    expect(done.refused).toHaveLength(1);
    expect(done.refused[0]?.line).toBe(152);
    const texts = await loadTexts(done.open);
    expect(JSON.parse(texts[done.rows ?? ""] ?? "[]")).toHaveLength(150);
  });

  test("the same file again is no second set", async () => {
    const first = await importRecords(await opened(), { name: "records.csv", bytes }, { who: "w", citation: "c" });
    const again = await importRecords(first.open, { name: "other.csv", bytes }, { who: "w", citation: "c" });
    expect(again.open.head.seq).toBe(first.open.head.seq);
    expect(again.problems.map((p) => p.code)).toEqual(["records-twice"]);
  });

  test("a dry run counts and writes nothing", async () => {
    const open = await opened();
    const done = await importRecords(open, { name: "records.csv", bytes }, { who: "w", citation: "c", dryRun: true });
    expect([done.accepted, done.rows, (await open.store.head()).seq]).toEqual([150, null, 1]);
  });
});
