import { describe, expect, it } from "vitest";
import file from "../../../src/core/data/precedents.json" with { type: "json" };
import { casualtiesOf } from "../../../src/core/model/silence.ts";
import { parseIso } from "../../../src/core/model/time.ts";
import { periodOf, shippedPrecedents } from "../../../src/core/precedents/data.ts";
import { lagOf } from "../../../src/core/precedents/known-then.ts";

const { precedents, periods, notFound } = shippedPrecedents();

describe("the library of precedents", () => {
  it("holds at least forty cited incidents, each once, in all the sets asked for, and rows for what was not found", () => {
    expect(precedents.length).toBeGreaterThanOrEqual(40);
    expect(new Set(precedents.map((p) => p.id)).size).toBe(precedents.length);
    const groups = new Set(precedents.map((p) => p.group));
    for (const group of [
      "Turkey",
      "Badia",
      "American targets",
      "Afghan insider attacks",
      "Europe",
      "False claims",
      "Cyber",
    ])
      expect(groups).toContain(group);
    expect(periods.length).toBeGreaterThan(0);
    expect(notFound.length).toBeGreaterThan(0);
  });

  it("every statement and period names a publisher and an address; every source is used", () => {
    const cited = [...precedents.flatMap((p) => p.statements.map((s) => s.source)), ...periods.map((p) => p.source)];
    for (const s of cited) {
      expect(s?.publisher).toBeTruthy();
      expect(s.address).toMatch(/^https?:\/\/\S+$/);
      if (s.date !== null) expect(parseIso(s.date), s.date).not.toBeNull();
    }
    expect(new Set(cited).size).toBe(Object.keys(file.sources).length);
  });

  it("every time given is a time, and what is not known is null", () => {
    for (const row of file.precedents) {
      if (row.date !== null) expect(periodOf(row.date), row.id).not.toBeNull();
      for (const s of row.statements) if (s.when !== null) expect(periodOf(s.when), row.id).not.toBeNull();
    }
    for (const row of [...file.aggregates, ...file.notFound])
      expect(periodOf(row.period ?? "2000"), row.id).not.toBeNull();
  });

  it("[CO3] the wording kept of a source is at most fifteen words", () => {
    const says = [
      ...precedents.flatMap((p) => p.statements.flatMap((s) => s.says ?? [])),
      ...periods.map((p) => p.says),
    ];
    expect(says.length).toBeGreaterThan(20);
    for (const words of says) expect(words.split(/\s+/).length, words).toBeLessThanOrEqual(15);
  });

  it("what a row says of its claim stands in its statements", () => {
    const has = (is: string) => (p: (typeof precedents)[number]) => p.statements.some((s) => s.is === is);
    const of = (claim: string) => precedents.filter((p) => p.claim === claim);
    for (const claim of ["yes", "rivals", "retracted", "rejected"]) {
      expect(of(claim).length, claim).toBeGreaterThan(0);
      expect(of(claim).every(has("claim")), claim).toBe(true);
    }
    expect(of("no").every(has("no-claim-seen"))).toBe(true);
    expect(of("praise").every(has("praise"))).toBe(true);
    expect(of("denied").every(has("denial"))).toBe(true);
    expect(of("retracted").every(has("retraction"))).toBe(true);
    expect(of("rejected").every(has("rejection"))).toBe(true);
    expect(
      of("rivals").every((p) => new Set(p.statements.filter((s) => s.is === "claim").map((s) => s.by)).size > 1),
    ).toBe(true);
    expect(of("unstated").some(has("claim"))).toBe(false);
    expect(of("disputed").every((p) => has("claim")(p) && has("no-claim-seen")(p))).toBe(true);
  });

  it("[SI2] lags come from a source's hours or from two dates, and are unstated where neither is given", () => {
    const lag = (id: string) => lagOf(precedents.find((p) => p.id === id) as (typeof precedents)[number]);
    expect(lag("brussels-2016")).toEqual({ from: 0, to: 5 });
    // 6 December to 2 February: 58 days, each day 24 hours wide.
    expect(lag("pensacola-2019")).toEqual({ from: 57 * 24, to: 59 * 24 });
    expect(lag("oslo-2011")).toEqual({ from: 0, to: 24 });
    expect(lag("ankara-2015")).toBeNull();
    expect(lag("aramco-2012")).toBeNull();
  });

  it("bands of casualties have no gap and no overlap", () => {
    expect([0, 1, 5, 6, 25, 26].map(casualtiesOf)).toEqual(["none", "1-5", "1-5", "6-25", "6-25", "over-25"]);
  });
});
