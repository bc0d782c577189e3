import { describe, expect, it } from "vitest";
import { compareRead } from "../../../src/core/lineage/compare.ts";
import { lineageProblems } from "../../../src/core/model/problems/lineage.ts";
import { textOf } from "./read-text.ts";
import { HEAVY_REWRITE, LIGHT_EDIT, ORIGINAL } from "./stories.ts";

describe("what lineage says", () => {
  it("[CO12] no word of guilt or intent is in a comparison or a problem, and a shared source always has its share", () => {
    const compared = [ORIGINAL, LIGHT_EDIT, HEAVY_REWRITE].map((t) =>
      compareRead(textOf("a", ORIGINAL), textOf("b", t)),
    );
    const said =
      JSON.stringify(compared) +
      Object.values(lineageProblems)
        .map((p) => p.say({}))
        .join(" ");
    expect(said).not.toMatch(/plagiar|stolen|steal|theft|fake|deliberate|dishonest|intent/i);
    for (const { verdict } of compared) expect(verdict.probabilities["shared-source"]).toBeGreaterThan(0);
  });
});
