import { expect, test } from "vitest";
import assumed from "../../../src/core/data/assumptions.json" with { type: "json" };
import lagFile from "../../../src/core/data/lag-laws.json" with { type: "json" };
import countFile from "../../../src/core/data/published-counts.json" with { type: "json" };
import { isId } from "../../../src/core/model/id.ts";
import { publishedClasses, publishedCorners, shippedAssumptions, shippedLags } from "../../../src/core/silence/data.ts";
import { periodEnds } from "../../../src/core/silence/differs.ts";
import { lagAt } from "../../../src/core/stats/lag-law.ts";

test("[SI9] every published class has an id of its own, counts that fit, a kind, a citation and a readable period", () => {
  const classes = publishedClasses();
  expect(new Set(classes.map((c) => c.id)).size).toBe(classes.length);
  for (const c of classes) {
    expect(isId(c.id), c.id).toBe(true);
    expect(Number.isInteger(c.k) && Number.isInteger(c.n) && c.k >= 0 && c.n >= c.k && c.n > 0, c.id).toBe(true);
    expect(["counted", "ratio", "assumed"]).toContain(c.kind);
    expect(c.kind === "ratio", c.id).toBe(c.bound !== undefined);
    expect(c.citation.length, c.id).toBeGreaterThan(20);
    if (c.actor !== undefined) expect(isId(c.actor) && /^[a-z0-9-]+$/.test(c.actor), c.id).toBe(true);
    if (c.traits.country !== undefined) expect(c.traits.country).toMatch(/^[A-Z]{2}$/);
    const { from, to } = periodEnds(c.traits.period ?? "");
    expect(from !== null && to !== null && from < to, c.id).toBe(true);
  }
});

test("[SI6] a class that narrows another fits into it", () => {
  const classes = publishedClasses();
  for (const one of classes.filter((c) => c.parent !== undefined)) {
    const parent = classes.find((c) => c.id === one.parent);
    expect(parent, one.id).toBeDefined();
    expect(one.k <= parent!.k && one.n <= parent!.n, one.id).toBe(true);
    expect(parent!.actor === undefined || parent!.actor === one.actor, one.id).toBe(true);
  }
  for (const corner of publishedCorners()) {
    const of = classes.find((c) => c.id === corner.of);
    // The corner adds attacks that nobody was named for, and no claim.
    expect(of?.k).toBe(corner.k);
    expect(corner.n).toBeGreaterThan(of!.n);
  }
});

test("[SI4] the shipped lag laws are laws, and say what they were fitted to", () => {
  for (const { lag, citation, fittedTo } of shippedLags()) {
    expect(lagAt(lag, 24).byNow).toBeGreaterThan(0);
    expect(`${citation} ${fittedTo}`.length).toBeGreaterThan(40);
  }
  expect(shippedLags().map((l) => l.id)).toEqual(["press-fast", "weekly-slow"]);
});

test("[SI7] the assumptions hold their own values, φ over 0, and each has its reason", () => {
  const { falseShare, seen, parentSize } = shippedAssumptions();
  expect(falseShare).toMatchObject({ at: 0.03, from: 0.01, to: 0.2 });
  expect(seen).toMatchObject({ at: 0.75, from: 0.5, to: 1 });
  expect(parentSize.at).toBe(10);
  for (const { why } of [falseShare, seen, parentSize]) expect(why.length).toBeGreaterThan(40);
});

test("each data file states its version and licence", () => {
  for (const file of [countFile, lagFile, assumed]) {
    expect(file.version).toBe(1);
    expect(file.licence).toMatch(/MIT/);
    expect(file.about).toMatch(/core\/silence\/data\.ts/);
  }
});
