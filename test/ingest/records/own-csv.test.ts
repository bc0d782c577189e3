import { describe, expect, it } from "vitest";
import { OWN_COLUMNS } from "../../../src/ingest/records/columns.ts";
import { readRecords } from "../../../src/ingest/records/read-records.ts";
import { fixture, utf16 } from "../fixtures.ts";

const csv = (text: string | Uint8Array, options: Partial<Parameters<typeof readRecords>[1]> = {}) =>
  readRecords(typeof text === "string" ? new TextEncoder().encode(text) : text, {
    set: "quay",
    name: "quay.csv",
    ...options,
  });
const HEADER = "incident,date,actor,claimed,claim_date,lag_hours,country";

describe("our records CSV", () => {
  it("accepts or refuses each row of the register, refused ones with line and every reason", async () => {
    const read = await csv(fixture("records.csv").bytes);
    expect(read.rows.map((r) => r.incident)).toEqual(["maren-1", "maren-2", "maren-3", "maren-6"]);
    expect(read.rows.map((r) => r.line)).toEqual([2, 3, 4, 8]);
    expect(read.refused.map((r) => r.line)).toEqual([6, 7, 9, 10]);
    const reasons = read.refused.map((r) => r.reason);
    expect(reasons[0]).toMatch(/03\/04\/2030.*which number is the day is not guessed/);
    expect(reasons[1]).toMatch(/names no actor/);
    expect(reasons[1]).toMatch(/"maybe" is neither yes nor no/);
    expect(reasons[1]).toMatch(/QMM/);
    expect(reasons[2]).toMatch(/4 cells where the header has 14/);
    expect(reasons[3]).toMatch(/2030-02-30.*no day of the calendar/);
    const later = ["contact", "attacker_fate", "killed", "denied"];
    expect(read.columns).toEqual(OWN_COLUMNS.filter((c) => !later.includes(c)));
  });

  it("[SI2] keeps two dates as dates, a stated lag as it is, and a negative lag with a warning", async () => {
    const { rows, problems } = await csv(fixture("records.csv").bytes);
    expect(rows[0]).toMatchObject({ claimedAt: { edtf: "2030-01-05" }, lagHours: { from: 0, to: 48 } });
    expect(rows[1]).toMatchObject({ lagHours: { from: 13.5, to: 13.5 }, date: { edtf: "2030-02-11T18:00Z" } });
    expect(rows[1]?.claimedAt).toBeUndefined();
    expect(rows[2]).toMatchObject({ claimed: false, lagHours: null, knownFrom: "2030-03-21T23:59:59.999Z" });
    expect(rows[3]?.lagHours).toEqual({ from: -120, to: -72 });
    expect(problems.filter((p) => p.code === "records-lags-negative").map((p) => p.facts)).toEqual([
      { name: "quay.csv", rows: 1, first: "line 8, 72 h before" },
    ]);
  });

  it("fills traits only from what the row states", async () => {
    const { rows } = await csv(fixture("records.csv").bytes);
    expect(rows[0]).toMatchObject({
      set: "quay",
      actor: "Amber Column",
      label: "Port Maren, first attack",
      citation: "Quay Register p. 4",
      traits: { country: "QM", target: "security", attackType: "shooting", insider: false, nationality: "QM" },
    });
    expect(rows[1]?.traits).toEqual({ country: "QM", target: "security", attackType: "bombing" });
    expect(rows[2]?.citation).toBe("Quay Register,\nsecond volume");
    expect(rows[2]?.label).toBe("maren-3");
  });

  it("refuses what contradicts itself", async () => {
    const { refused } = await csv(
      `${HEADER}\na,2030-01-01,X,no,2030-01-02,,\nb,2030-01-01,X,yes,2030-01-02,240,\nc,2030-01-01,X,yes,,1e3,\n`,
    );
    expect(refused.map((r) => r.reason)).toEqual([
      expect.stringContaining("claimed is no"),
      expect.stringContaining("claim_date and lag_hours differ"),
      expect.stringContaining("1e3"),
    ]);
  });

  it("takes the lag in hours where it agrees with the two dates", async () => {
    const { rows, refused } = await csv(`${HEADER}\na,2030-01-01,X,yes,2030-01-02,24,\n`);
    expect(refused).toEqual([]);
    expect(rows[0]?.lagHours).toEqual({ from: 24, to: 24 });
  });

  it("takes other names of columns by a map, and other separators and encodings by looking", async () => {
    const text = "Datum;Gruppe;bekannt\n2030-01-01;X;yes\n";
    const map = { date: "Datum", actor: "Gruppe", claimed: "Bekannt" };
    expect((await csv(text, { map })).rows).toHaveLength(1);
    expect((await csv(utf16(text, "le", true), { map })).rows).toHaveLength(1);
    expect((await csv(text.replaceAll(";", "\t").replace("\n", "\r\n"), { map })).rows).toHaveLength(1);
    const missing = await csv(text);
    expect(missing.problems.map((p) => [p.code, p.facts.columns])).toEqual([
      ["records-columns-missing", "date, actor, claimed"],
    ]);
    expect((await csv(`sep=|\n${text.replaceAll(";", "|")}`, { map })).rows[0]).toMatchObject({ line: 3, actor: "X" });
  });

  it("names columns that are not used, and one that stands twice", async () => {
    const unused = await csv("date,actor,claimed,mood\n2030-01-01,X,yes,bad\n");
    expect(unused.problems).toMatchObject([{ code: "records-columns-unused", facts: { columns: "mood" } }]);
    const twice = await csv("date,actor,claimed,Date\n2030-01-01,X,yes,2030-01-02\n");
    expect(twice.problems).toMatchObject([{ code: "records-column-twice" }]);
  });

  it("refuses a workbook with what to do, an empty table, and a table with a broken quotation mark by its line", async () => {
    const xlsx = Buffer.from("PK\x03\x04 [Content_Types].xml xl/workbook.xml", "latin1");
    expect((await csv(new Uint8Array(xlsx))).problems[0]?.message).toMatch(/Save the sheet as CSV/);
    expect((await csv("date,actor,claimed\n")).problems).toMatchObject([{ code: "records-empty" }]);
    expect((await csv("")).problems).toMatchObject([{ code: "file-empty" }]);
    const endless = await csv(`date,actor,claimed\n${"x".repeat(1_000_001)}`);
    expect(endless.problems).toMatchObject([{ code: "records-broken", facts: { line: 2 } }]);
    const page = await csv("<!DOCTYPE html><html><body>Please log in</body></html>");
    expect(page.problems[0]?.message).toMatch(/is a web page/);
  });

  it("refuses by its line a row whose quotation marks stand wrong, and reads those around it", async () => {
    const rows = [
      '2030-01-01,"a',
      'b",yes',
      '2030-01-02,"X"Y,yes',
      "2030-01-03,Z,no",
      '2030-01-04,he "said",no',
      "",
      "2030-01-06,W,no",
      '2030-01-07,"open,no',
      '2030-01-08,"V",no',
      "2030-01-09,U,yes",
      '2030-01-10,"never closed,no',
      "2030-01-11,T,yes",
    ];
    const read = await csv(`date,actor,claimed\n${rows.join("\n")}\n`);
    expect(read.rows.map((r) => [r.line, r.actor])).toEqual([
      [2, "a\nb"],
      [5, "Z"],
      [8, "W"],
      [10, "V"],
      [11, "U"],
      [13, "T"],
    ]);
    expect(read.refused.map((r) => [r.line, r.reason.slice(0, 30)])).toEqual([
      [4, "A quotation mark stands inside"],
      [6, "A quotation mark stands inside"],
      [9, "A quotation mark stands inside"],
      [12, "A quotation mark is opened and"],
    ]);
  });

  it("header names that belong to every object are columns like any other", async () => {
    const { rows } = await csv("date,actor,claimed,__proto__,constructor\n2030-01-01,X,yes,polluted,1\n");
    expect(rows).toHaveLength(1);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("refuses by its line a row with bytes of another charset, and reads it where the charset is named", async () => {
    const head = Buffer.from("date,actor,claimed,label\n2030-01-01,X,yes,H\u00e4fen\n");
    const latin = Buffer.concat([
      head,
      Buffer.from("2030-01-02,X,no,H\u00e4fen\n", "latin1"),
      Buffer.from("2030-01-03,X,no,Quay\n"),
    ]);
    const mixed = await csv(latin);
    expect(mixed.problems.map((p) => p.code)).toEqual(["records-charset-mixed", "records-rows-refused"]);
    expect(mixed.refused).toEqual([{ line: 3, reason: expect.stringContaining("no utf-8") }]);
    expect(mixed.rows).toHaveLength(2);
    const whole = Buffer.from("date,actor,claimed,label\n2030-01-02,X,no,H\u00e4fen\n", "latin1");
    expect(
      (await csv(whole)).refused.map((r) => r.line),
      "never guessed",
    ).toEqual([2]);
    const arabic = Buffer.from("date,actor,claimed,label\n2030-01-02,X,no,\u0645\u0631\u0641\u0623\n", "utf16le");
    expect((await csv(arabic)).problems).toMatchObject([{ code: "records-charset", facts: { looks: "utf-16le" } }]);
    expect((await csv(arabic, { charset: "utf-16le" })).rows[0]?.label).toBe("\u0645\u0631\u0641\u0623");
    expect((await csv(whole, { charset: "windows-1252" })).rows[0]?.label).toBe("H\u00e4fen");
  });

  it("refuses dates in any order of numbers by line, each with its reason, and guesses none", async () => {
    const dates = ["04/03/2030", "03-04-2030", "2030/03/04", "4.3.30", "20300304", "March 4, 2030", "2030-13-01"];
    const others = ["2030-3-4", "2030-03-04T18:00", "2030-03-04 18:00", "47848"];
    const more = await csv(`date,actor,claimed\n${others.map((d) => `${d},X,no`).join("\n")}\n`);
    expect(more.refused.map((r) => r.reason)).toEqual([
      expect.stringContaining("in ISO's digits"),
      expect.stringContaining("no time zone"),
      expect.stringContaining("no time zone"),
      expect.stringContaining("spreadsheet's count of days"),
    ]);
    const { rows, refused } = await csv(`date,actor,claimed\n${dates.map((d) => `"${d}",X,no`).join("\n")}\n`);
    expect(rows).toEqual([]);
    expect(refused.map((r) => r.line)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(refused.slice(0, 4).every((r) => r.reason.includes("which number is the day is not guessed"))).toBe(true);
  });

  it("takes contact, the attacker's fate, the number killed and a denial; a column coded after the event is flagged", async () => {
    const text =
      "date,actor,claimed,contact,attacker_fate,killed,denied\n2030-01-01,X,no,Directed,Killed,7,yes\n2030-01-02,X,yes,,,many,yes\n";
    const { rows, refused, codedAfter } = await csv(text, { codedAfter: ["killed", "attacker_fate", "mood"] });
    expect(rows[0]).toMatchObject({
      denied: true,
      traits: { contact: "directed", fate: "killed", casualties: "6-25" },
      leaked: ["casualties", "fate"],
    });
    expect(codedAfter).toEqual(["killed", "attacker_fate"]);
    expect(refused[0]?.reason).toMatch(/killed "many".*claimed and denied are both yes/);
  });

  it("an incident of one actor counts once; of two actors it is two rows", async () => {
    const { rows, refused } = await csv(
      "incident,date,actor,claimed\na,2030-01-01,X,yes\na,2030-01-01,Y,no\na,2030-01-01,X,yes\n",
    );
    expect(rows).toHaveLength(2);
    expect(refused).toEqual([{ line: 4, reason: "a with X stands on line 2 already." }]);
  });

  it("hands each row on as it comes and keeps none, however many there are; of many refusals one problem tells the number and the first", async () => {
    const good = Array.from({ length: 20_000 }, (_, i) => `i${i},2030-01-01,X,yes,,${i % 100},QM\n`).join("");
    let taken = 0;
    const read = await csv(`${HEADER}\n${good}${"x,y\n".repeat(70)}`, { onRow: () => taken++ });
    expect([read.accepted, taken, read.rows.length]).toEqual([20_000, 20_000, 0]);
    expect(read.refused).toHaveLength(70);
    expect(read.refused[0]?.line).toBe(20_002);
    const [told, ...others] = read.problems.filter((p) => p.code === "records-rows-refused");
    expect(others).toEqual([]);
    expect(told?.facts).toMatchObject({
      refused: 70,
      rows: 20_070,
      line: 20_002,
      reason: expect.stringMatching(/^2 cells/),
    });
  });
});
