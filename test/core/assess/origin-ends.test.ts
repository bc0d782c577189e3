import { describe, expect, test } from "vitest";
import { assessTexts, why } from "../../../src/core/index.entry.ts";
import type { AssessedLineage } from "../../../src/core/model/assessment.ts";
import { originEnds } from "../../../src/core/origin-ends.ts";
import { HEAVY_REWRITE, INDEPENDENT, INDEPENDENT_WIRE, ORIGINAL } from "../lineage/stories.ts";

type Lineage = Pick<AssessedLineage, "list" | "edges" | "passages">;

const origin = (documents: readonly string[], parts?: readonly (readonly string[])[]): Lineage["list"][number] => {
  const id = documents[0] ?? "";
  return { id, root: id, documents, ...(parts && { parts }), name: id, count: "" };
};
const possible = (from: string, to: string): Lineage["edges"][number] => ({
  ...{ from, to, relation: "heavy-rewrite", basis: "wording", possible: true },
  ...{ probability: "", losses: [] },
});
const quoteAt = (document: string, start: number) => ({
  ...{ document, quote: "", paragraph: 1 },
  span: { start, end: start + 1 },
});

/** Four origins: one whose copy is unsure, two with a possible edge between them, one alone that tells a sentence on the copy's word. */
const LINEAGE: Lineage = {
  list: [origin(["a", "a-copy"], [["a"], ["a-copy"]]), origin(["b"]), origin(["c", "c-copy"]), origin(["d"])],
  edges: [possible("c-copy", "b")],
  passages: [{ quote: quoteAt("d", 40), from: "a-copy", origin: "a", by: "credit" }],
};

describe("an attribution's count of origins as a range [LI6]", () => {
  const ends = originEnds(LINEAGE);
  const counts = (...places: readonly (readonly [string, number])[]) =>
    (["from", "count", "to"] as const).map((at) => new Set(places.map(([d, s]) => ends[at](d, s))).size);

  test("possible edges make two origins one at the lower end", () => {
    expect(counts(["b", 0], ["c", 0], ["c-copy", 0])).toEqual([1, 2, 2]);
  });

  test("a copy that is not surely one is an origin of its own at the upper end", () => {
    expect(counts(["a", 0], ["a-copy", 0])).toEqual([1, 1, 2]);
  });

  test("a passage counts for the document that it comes from, at both ends; another sentence of its document does not", () => {
    expect(counts(["a-copy", 0], ["d", 40])).toEqual([1, 1, 1]);
    expect(counts(["a", 0], ["d", 40])).toEqual([1, 1, 2]);
    expect(counts(["a", 0], ["d", 0])).toEqual([2, 2, 2]);
  });

  test("documents that no edge touches are as many at both ends", () => {
    expect(counts(["c", 0], ["c-copy", 0], ["d", 0])).toEqual([2, 2, 2]);
  });

  const BLAME = "Interior Minister Aron Velt blamed the Amber Column for the attack.";
  /** The opening of one report, the rest of a rewrite of another, and a sentence that all have. */
  const mixed = (report: string, sentences: number, from: number) =>
    [...report.split("\n").slice(0, sentences), ...HEAVY_REWRITE.split("\n").slice(from), BLAME].join("\n");
  const original = `${ORIGINAL}\n${BLAME}`;
  const mixes = [
    ...[mixed(INDEPENDENT_WIRE, 3, 2), mixed(INDEPENDENT_WIRE, 1, 5)],
    ...[mixed(INDEPENDENT, 1, 1), mixed(INDEPENDENT, 1, 6)],
  ];

  test("the range holds the count, of all documents and of each attribution, and why gives both ends again", () => {
    const spans = mixes.flatMap((mix) => {
      const assessment = assessTexts([original, mix], { asOf: "2031-03-06" });
      const value = (id: string) => assessment.figures.find((f) => f.id === id)?.value ?? Number.NaN;
      return [assessment.lineage, ...assessment.attributions].map(({ originsFrom, origins, originsTo }) => {
        expect(value(originsFrom)).toBeLessThanOrEqual(value(origins));
        expect(value(originsTo)).toBeGreaterThanOrEqual(value(origins));
        for (const id of [originsFrom, originsTo])
          expect(why(assessment, id)).toMatchObject({ recomputed: value(id), holds: true });
        return { of: origins, width: value(originsTo) - value(originsFrom) };
      });
    });
    expect(spans.some((s) => s.of.includes("/attribution/") && s.width > 0)).toBe(true);
    expect(spans.some((s) => s.of.includes("/lineage/") && s.width > 0)).toBe(true);
  });

  test("an end that the edges no longer give does not hold", () => {
    const assessment = assessTexts([original, mixes[0] ?? ""], { asOf: "2031-03-06" });
    const { lineage } = assessment;
    const cut = {
      ...assessment,
      lineage: { ...lineage, edges: [], list: lineage.list.map(({ parts: _, ...o }) => o) },
    };
    const ends = [lineage.originsFrom, lineage.originsTo].map((id) => why(cut, id));
    expect(ends.some((t) => "holds" in t && !t.holds)).toBe(true);
  });
});
