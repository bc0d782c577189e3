import { describe, expect, it } from "vitest";
import { checkText, compareTexts, traceLineage } from "../../../src/core/lineage.entry.ts";
import { HEAVY_REWRITE, ORIGINAL, UNRELATED } from "./stories.ts";

describe("silverblaze/lineage", () => {
  it("[LI5] compares two strings by their own readings", () => {
    const { verdict, direction, loss } = compareTexts(ORIGINAL, HEAVY_REWRITE);
    expect(verdict.relation).toBe("heavy-rewrite");
    expect(direction).toMatchObject({ derived: "b", basis: "wording" });
    expect(loss.byClass.attribution).toBeGreaterThanOrEqual(2);
  });

  it("[LI6] texts without a name are called by their place in code-unit order, whatever the order given", () => {
    const ids = (texts: readonly string[]) => traceLineage(texts).origins.map((o) => o.documents);
    expect(ids([ORIGINAL, UNRELATED, HEAVY_REWRITE])).toEqual(ids([HEAVY_REWRITE, ORIGINAL, UNRELATED]));
    expect(ids([ORIGINAL, UNRELATED])).toEqual([["text-1"], ["text-2"]]);
  });

  it("[LI6] an agency that the texts cite is an unseen origin; among the documents it is none", () => {
    const text = "Reuters reported that the harbour of Tolvar is closed. Ships wait in the bay.";
    expect(traceLineage([text]).unseen.map((u) => u.name)).toEqual(["Reuters"]);
    const own = { text: ORIGINAL, name: "wire", publisher: "Reuters" };
    expect(traceLineage([{ text, name: "x" }, own]).unseen.map((u) => u.name)).not.toContain("Reuters");
  });

  it("[LI7] checks a text against its sources, and what it returns is plain JSON", () => {
    const check = checkText("Investigators recovered 212 cartridge cases and a damaged radio from the quay.", [
      ORIGINAL,
    ]);
    expect(check.sentences.map((s) => s.verdict)).toEqual(["contradicted"]);
    expect(JSON.parse(JSON.stringify(check))).toEqual(check);
  });

  it("a day that is none, and two texts of one name, are the caller's mistakes", () => {
    expect(() => compareTexts({ text: "a", publishedAt: "yesterday" }, "b")).toThrow(RangeError);
    expect(() =>
      traceLineage([
        { text: "a", name: "x" },
        { text: "b", name: "x" },
      ]),
    ).toThrow(RangeError);
  });
});
