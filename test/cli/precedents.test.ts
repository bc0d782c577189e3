import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { cli as run } from "./world.ts";

const dir = mkdtempSync(join(tmpdir(), "silverblaze-precedents-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const FEATURES = ["country=SY", "target=security", "insider=yes", "attack-type=shooting"].flatMap((f) => [
  "--feature",
  f,
]);

describe("precedents", () => {
  it("[PR1] by features: a table, each case with reasons, differences and who says so, the ratio and what it can't say", async () => {
    const { exit, out } = await run(["precedents", ...FEATURES, "--attack", "2025-12-13"]);
    expect(exit).toBe(0);
    expect(out).toMatch(/\d+ alike: \d+ claimed, \d+ not/);
    expect(out.replace(/\s+/g, " ")).toContain("picked because they were reported");
    expect(out).toMatch(/alike: by an insider; on a security target; a shooting/);
    expect(out).toMatch(/differs: in Afghanistan; this was in Syria/);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("says which options have no effect beside a text", async () => {
    const text = join(dir, "text.txt");
    writeFileSync(text, "Gunmen attacked a checkpoint in Halvern on Monday.\n");
    const { talk } = await run(["precedents", text, "--feature", "country=SY", "--actor", "taliban"]);
    expect(talk).toContain("--feature has no effect on precedents");
    expect(talk).toContain("--actor has no effect on precedents");
    expect(talk).not.toContain("--attack has no effect");
  });

  it("as JSON: figures for every number, citations for every statement", async () => {
    const { out } = await run(["precedents", ...FEATURES, "--json"]);
    const { schema, result } = JSON.parse(out);
    expect(schema).toBe("silverblaze/precedents/1");
    const ids = new Set(result.figures.map((f: { id: string }) => f.id));
    const { list, ratio, alike } = result.precedents;
    for (const id of [alike, ratio.claimed, ratio.unclaimed, ratio.lower, ratio.upper]) expect(ids).toContain(id);
    expect(list.length).toBeGreaterThan(3);
    for (const p of list) {
      expect(p.reasons.length).toBeGreaterThanOrEqual(2);
      for (const s of p.statements) expect(s.source.address).toMatch(/^https?:/);
    }
  });

  it("[CO1] as a page that loads nothing", async () => {
    const file = join(dir, "precedents.html");
    expect((await run(["precedents", ...FEATURES, "-o", file])).exit).toBe(0);
    const html = readFileSync(file, "utf8");
    expect(html).toContain("Past cases like this one");
    expect(html).toContain("picked because they were reported");
    expect(html).not.toMatch(/<(?:script|img|link)\b/);
  });

  it("[PR2] of texts: what they bring up is looked up, and it says where", async () => {
    const text = `Gunmen fire on a post near Palmyra

Gunmen opened fire on soldiers at a post near Palmyra in Syria on 4 March 2031, the ministry said. Three soldiers were killed in the shooting on 4 March 2031.

A similar attack took place in Manbij in Syria on 16 January 2019. A suicide bomber killed four people there.
`;
    const { exit, out } = await run(["precedents", "-", "--json"], { input: text });
    expect(exit).toBe(0);
    const [offered] = JSON.parse(out).result.precedents.offered;
    expect(offered.lookedUp).toMatchObject({ found: ["manbij-2019"] });
    expect(offered.lookedUp.looked[0]).toMatch(/^the library of \d+ cited incidents$/);
  });

  it("refuses a feature that it does not know, and being asked nothing", async () => {
    const wrong = await run(["precedents", "--feature", "colour=red", "--feature", "insider=maybe", "--json"]);
    expect(wrong.exit).toBe(2);
    expect(JSON.parse(wrong.out).problems).toHaveLength(2);
    expect((await run(["precedents"])).exit).toBe(2);
  });
});
