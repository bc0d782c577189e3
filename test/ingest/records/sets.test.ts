import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { recordNames } from "../../../src/casework/record-names.ts";
import type { RecordRow } from "../../../src/core/model/silence.ts";
import { RECORD_FORMATS } from "../../../src/ingest/records/formats.ts";
import { type RecordsOptions, readRecords } from "../../../src/ingest/records/read-records.ts";

const bytes = (name: string) => readFileSync(new URL(`../../fixtures/records/${name}`, import.meta.url));
const read = (name: string, options: Partial<RecordsOptions> = {}) =>
  readRecords(bytes(name), { set: "quay", name, names: recordNames(), ...options });
const beside = (name: string) => ({ beside: { name, bytes: bytes(name) } });
const lines = (list: readonly { readonly line: number; readonly reason: string }[]) =>
  list.map((r) => `${r.line} ${r.reason}`);
const brief = ({ actor, claimed, traits, date }: RecordRow) => ({ actor, claimed, traits, date: date.edtf });

describe("GTD", () => {
  it("reads both layouts: claimed or not, never when; the dead without the attackers", async () => {
    const newer = await read("gtd-135.csv");
    expect([newer.format, newer.layout]).toEqual(["gtd", "with individual"]);
    expect(newer.rows.map(brief)).toEqual([
      {
        actor: "amber-column",
        claimed: true,
        date: "2030-01-04",
        traits: { country: "SY", target: "security", attackType: "suicide", nationality: "SY", casualties: "1-5" },
      },
      {
        actor: "unknown",
        claimed: false,
        date: "2030-02",
        traits: { country: "SY", target: "civilian", attackType: "shooting", casualties: "over-25" },
      },
      { actor: "amber-column", claimed: true, date: "2030-05-01", traits: {} },
    ]);
    expect(newer.rows.every((r) => r.lagHours === null)).toBe(true);
    const older = await read("gtd-134.csv");
    expect(older.layout).toBe("without individual");
    expect(older.rows[0]?.traits).toEqual({
      country: "SY",
      target: "political",
      attackType: "assassination",
      nationality: "US",
    });
  });

  it("refuses by line what is not coded, is no date, or stands twice", async () => {
    expect(lines((await read("gtd-135.csv")).refused)).toEqual([
      '4 claimed "-9" is neither 1 nor 0, so whether it was claimed is not known.',
      '5 claimed "" is neither 1 nor 0, so whether it was claimed is not known.',
      '6 iyear, imonth, iday "2030, 2, 30" are no date.',
      "8 203001040001 with amber-column stands on line 2 already.",
    ]);
  });

  it("[SI9] flags what was coded after the event", async () => {
    const { rows, codedAfter } = await read("gtd-135.csv");
    expect(rows[0]?.leaked).toEqual(["casualties"]);
    expect(rows[2]?.leaked).toBeUndefined();
    expect(codedAfter).toContain("nkill");
    expect(codedAfter).not.toContain("gname");
  });

  it("knows groups by the gazetteer, with or without the short form in brackets", () => {
    const { actor } = recordNames();
    expect(actor("Islamic State of Iraq and the Levant (ISIL)")).toBe("islamic-state");
    expect(actor("Taliban")).toBe("taliban");
    expect(actor("Amber Column (AC)")).toBe("amber-column");
  });
});

describe("CPOST DSAT", () => {
  it("joins the table of claims: one row an attack and group, a denial is no claim, nobody named is unknown", async () => {
    const { rows, refused, format } = await read("dsat_attacks.csv", beside("dsat_claims.csv"));
    expect(format).toBe("cpost-dsat");
    expect(rows.map((r) => [r.incident, r.actor, r.claimed, r.denied ?? false])).toEqual([
      ["1", "amber-column", true, false],
      ["1", "reed-banner", false, true],
      ["2", "reed-banner", false, false],
      ["4", "unknown", false, false],
    ]);
    expect(rows[0]?.traits).toEqual({
      country: "IQ",
      target: "security",
      attackType: "suicide",
      nationality: "IQ",
      casualties: "1-5",
    });
    expect(rows[2]?.traits.casualties, "3 by one count and 9 by another: two bands").toBeUndefined();
    expect(refused.map((r) => r.line)).toEqual([4, 6]);
    expect(refused[1]?.reason).toContain('claim "Perhaps"');
  });

  it("takes a table that is joined already, and says what is missing from one that is not", async () => {
    expect((await read("dsat_joined.csv")).rows).toHaveLength(1);
    const alone = await read("dsat_attacks.csv");
    expect(alone.rows).toEqual([]);
    expect(alone.refused[0]?.reason).toContain("--with");
    const wrong = await read("dsat_attacks.csv", beside("claims.csv"));
    expect(wrong.problems).toMatchObject([
      { code: "records-columns-missing", facts: { columns: "event_id, group_name, claim" } },
    ]);
  });
});

describe("EuRepoC", () => {
  it("reads the lists of layout 1.1: the attacker's own attribution is the claim, its date gives the lag", async () => {
    const { rows, refused, layout, problems } = await read("eurepoc-1.1.csv");
    expect(layout).toBe("1.1");
    expect(rows.map((r) => [r.incident, r.actor, r.claimed, r.lagHours])).toEqual([
      ["2", "amber-crew", true, { from: 24, to: 72 }],
      // The first of January is the year: 1 January 2030 to 2 May 2030, anywhere.
      ["3", "amber-crew", true, { from: -244 * 24, to: 122 * 24 }],
      ["4", "unknown", false, null],
      ["5", "crew-a-and-crew-b", false, null],
      ["8", "amber-crew", true, { from: -96, to: -48 }],
    ]);
    expect(rows[0]?.traits).toEqual({ country: "DE", target: "infrastructure", attackType: "intrusion" });
    expect(rows[1]?.traits, "two countries and two kinds of receiver leave both open").toEqual({
      attackType: "intrusion",
    });
    expect(refused.map((r) => r.line)).toEqual([6, 7]);
    expect(refused[1]?.reason).toContain("which number is the day is not guessed");
    expect(problems.filter((p) => p.code === "records-lags-negative").map((p) => p.facts.first)).toEqual([
      "line 8, 48 h before",
    ]);
  });

  it("a layout that was never seen as a file is read, and called untested", async () => {
    const header = "incident_id,name,start_date,initiator_name,attribution_date,attribution_basis,number_attributions";
    const row = "9,Harbour,2030-03-04,Amber Crew,2030-03-05,Attacker confirms,1";
    const { rows, problems, layout } = await readRecords(Buffer.from(`${header}\n${row}\n`), {
      set: "s",
      name: "e.csv",
    });
    expect([rows.length, layout]).toEqual([1, "1.3"]);
    expect(problems.map((p) => p.code)).toContain("records-layout-untested");
  });
});

describe("ACLED", () => {
  it("reads events in which the first actor attacks, with the claims of a table beside it", async () => {
    const { rows, refused } = await read("acled.csv", beside("claims.csv"));
    expect(rows.map((r) => [r.incident, r.claimed, r.date.edtf, r.lagHours])).toEqual([
      ["MAR1", true, "2030-01-31", { from: 0, to: 48 }],
      ["MAR2", false, "2030-03", null],
      ["MAR3", true, "2030-01-25/2030-02-06", null],
    ]);
    expect(rows[0]?.traits).toEqual({ country: "IR", target: "security", attackType: "suicide", casualties: "1-5" });
    expect(rows[1]?.traits.target).toBe("civilian");
    expect(refused.map((r) => r.line)).toEqual([5, 6, 7, 8, 9]);
    const [battle = "", slashes = "", protest = "", noClaim = "", precision = ""] = refused.map((r) => r.reason);
    expect(battle).toContain("who attacked is not coded");
    expect(slashes).toContain("which number is the day is not guessed");
    expect(protest).toContain("Protests");
    expect(noClaim).toContain("Nothing says whether MAR7 was claimed");
    expect(precision).toContain("none of 1, 2, 3");
  });

  it("takes battles where the user names the column of the attacker", async () => {
    const { rows } = await read("acled.csv", { ...beside("claims.csv"), map: { actor: "actor2" } });
    expect(rows.find((r) => r.incident === "MAR4")?.actor).toBe("military-forces-of-marland");
  });
});

describe("UCDP GED", () => {
  it("reads one-sided violence over its span of days, refuses fighting whose attacker nobody codes", async () => {
    const { rows, refused } = await read("ucdp-ged.csv", beside("claims.csv"));
    expect(rows.map((r) => [r.incident, r.date.edtf, r.lagHours, r.traits.casualties])).toEqual([
      ["GED1", "2030-01-04/2030-01-05", { from: 0, to: 72 }, "over-25"],
    ]);
    expect(refused.map((r) => r.reason)).toEqual([
      expect.stringContaining("two sides fought"),
      expect.stringContaining("date_end is before date_start"),
    ]);
  });
});

describe("ransomware trackers", () => {
  it("[SI11] reads each post as a claim that no class counts, known when the tracker saw it", async () => {
    const { rows, refused, problems } = await read("ransomwatch.json");
    expect(rows.map((r) => [r.line, r.claimed, r.claimsOnly, r.date.edtf])).toEqual([
      [1, true, true, "../2030-01-12"],
      [2, true, true, "../2030-01-14T23:46:53Z"],
    ]);
    expect(rows[0]?.date.from).toBeNull();
    expect(rows[0]?.lagHours).toBeNull();
    expect(refused.map((r) => r.line)).toEqual([3, 4]);
    expect(problems.map((p) => p.code)).toContain("records-claims-only");
  });

  it("reads both spellings of the other tracker, the day of attack where it is given", async () => {
    const [first] = (await read("ransomware-live.json", { format: "ransomware-posts" })).rows;
    expect(first).toMatchObject({ date: { edtf: "2030-05-30" }, actor: "amber-crew", traits: { country: "DE" } });
  });

  it("refuses JSON that is none, or of another kind, with what it found", async () => {
    const json = async (text: string) =>
      (await readRecords(Buffer.from(text), { set: "s", name: "p.json" })).problems[0]?.code;
    expect(await json('[{"post_title": ')).toBe("records-json-broken");
    expect(await json('{"posts": []}')).toBe("records-json-unknown");
    expect(await json('[{"a": 1}]')).toBe("records-json-unknown");
    expect(await json("[]")).toBe("records-empty");
    expect(await json("[1, null, [2]]")).toBe("records-json-unknown");
  });
});

describe("every format", () => {
  it("has a manifest with layouts that are seen or called untested, and names that no two share", () => {
    expect(new Set(RECORD_FORMATS.map((f) => f.manifest.name)).size).toBe(RECORD_FORMATS.length);
    for (const { manifest } of RECORD_FORMATS) {
      expect(manifest.layouts.length).toBeGreaterThan(0);
      expect(manifest.claims).not.toBe("");
    }
    const untested = RECORD_FORMATS.flatMap((f) =>
      f.manifest.layouts.filter((l) => l.seen === null).map((l) => l.name),
    );
    expect(untested).toEqual(["1.3"]);
  });

  it("is named by the user where the header could be several, and refused by name where there is none", async () => {
    const own = await read("gtd-134.csv", { format: "own-csv" });
    expect(own.problems[0]?.code).toBe("records-columns-missing");
    expect((await read("gtd-134.csv", { format: "gtdd" })).problems[0]?.code).toBe("records-format-unknown");
    expect((await read("gtd-134.csv", { ...beside("claims.csv") })).problems[0]?.code).toBe("records-beside-unused");
  });

  it("[CA5] gives the same rows whatever the order of the columns and of the rows, but for the lines", async () => {
    const [head = "", ...body] = bytes("ucdp-ged.csv").toString("utf8").trim().split("\n");
    const flip = (line: string) => line.split(",").reverse().join(",");
    const turned = [head, ...body.reverse()].map(flip).join("\n");
    const a = await read("ucdp-ged.csv", beside("claims.csv"));
    const b = await readRecords(Buffer.from(turned), {
      set: "quay",
      name: "x",
      names: recordNames(),
      ...beside("claims.csv"),
    });
    const without = (rows: readonly RecordRow[]) => rows.map(({ line: _line, ...row }) => row);
    expect(without(b.rows)).toEqual(without(a.rows));
    expect(b.refused).toHaveLength(a.refused.length);
  });
});
