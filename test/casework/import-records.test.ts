import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { importRecords } from "../../src/casework/import-records.ts";
import { loadTexts, newCase } from "../../src/casework/open.ts";
import { viewCase } from "../../src/core/case/view.ts";
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

  test("the same file read otherwise takes the place of the first, and says so", async () => {
    const latin = Buffer.from(
      "date,actor,claimed,label\n2030-01-01,X,no,Quay\n2030-01-02,X,yes,Hafen K\u00f6ln\n",
      "latin1",
    );
    const file = { name: "quay.csv", bytes: latin };
    const first = await importRecords(await opened(), file, { who: "w", citation: "c" });
    expect([first.accepted, first.refused.map((r) => r.line)]).toEqual([1, [3]]);
    const named = await importRecords(first.open, file, { who: "w", citation: "c", charset: "windows-1252" });
    expect([named.accepted, named.set]).toEqual([2, "quay"]);
    expect(named.problems.map((p) => p.code)).toContain("records-replaced");
    const again = await importRecords(named.open, file, { who: "w", citation: "c", charset: "windows-1252" });
    expect(again.problems.map((p) => p.code)).toContain("records-twice");
    expect(again.open.head).toEqual(named.open.head);
    const sets = [...viewCase(again.open.state).records.values()];
    expect(sets.map((e) => [e.body.set, e.body.accepted, e.body.charset])).toEqual([["quay", 2, "windows-1252"]]);
  });

  test("another file of the same name replaces the set with a warning, or stands beside it under another name", async () => {
    const file = (actor: string) => ({
      name: `a/${actor}/quay.csv`,
      bytes: Buffer.from(`date,actor,claimed\n2030-01-01,${actor},no\n`),
    });
    const first = await importRecords(await opened(), file("X"), { who: "w", citation: "c" });
    const other = await importRecords(first.open, file("Y"), { who: "w", citation: "c" });
    expect(other.problems.find((p) => p.code === "records-replaced")?.facts).toMatchObject({ set: "quay", before: 1 });
    const beside = await importRecords(other.open, file("X"), { who: "w", citation: "c", set: "Old quay" });
    expect([...viewCase(beside.open.state).records.keys()]).toEqual(["quay", "old-quay"]);
  });

  test("the table of claims read beside a set is kept byte for byte", async () => {
    const at = (name: string) => new URL(`../fixtures/records/${name}`, import.meta.url);
    const claims = readFileSync(at("claims.csv"));
    const done = await importRecords(
      await opened(),
      { name: "acled.csv", bytes: readFileSync(at("acled.csv")) },
      { who: "w", citation: "c", beside: { name: "claims.csv", bytes: claims } },
    );
    const [set] = [...viewCase(done.open.state).records.values()];
    expect(Buffer.from((await done.open.store.getBlob(set?.body.beside ?? "")) ?? []).equals(claims)).toBe(true);
  });
});
