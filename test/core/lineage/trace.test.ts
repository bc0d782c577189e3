import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maximumBranching } from "../../../src/core/lineage/branching.ts";
import { type TracedText, traceLineage } from "../../../src/core/lineage/trace.ts";
import { textOf } from "./read-text.ts";
import { HEAVY_REWRITE, INDEPENDENT, INDEPENDENT_WIRE, LIGHT_EDIT, ORIGINAL, UNRELATED } from "./stories.ts";

const texts: readonly TracedText[] = [
  textOf("original", ORIGINAL),
  textOf("light", LIGHT_EDIT),
  textOf("heavy", HEAVY_REWRITE),
  textOf("ledger", INDEPENDENT),
  textOf("agency", INDEPENDENT_WIRE),
  textOf("museum", UNRELATED),
];

const roots = (list: readonly TracedText[]) => traceLineage(list).origins.map((o) => [o.root, o.documents]);

describe("traceLineage", () => {
  it("[LI6] a copy and a rewrite rest on the original; reports of their own are origins of their own", () => {
    expect(roots(texts)).toEqual([
      ["agency", ["agency"]],
      ["ledger", ["ledger"]],
      ["museum", ["museum"]],
      ["original", ["heavy", "light", "original"]],
    ]);
  });

  it("[LI6] the range holds the count", () => {
    const { origins, originsRange } = traceLineage(texts);
    expect(originsRange.from).toBeLessThanOrEqual(origins.length);
    expect(originsRange.to).toBeGreaterThanOrEqual(origins.length);
  });

  it("[LI8] the order of input never matters", () => {
    const expected = traceLineage(texts);
    fc.assert(
      fc.property(fc.shuffledSubarray([...texts], { minLength: texts.length }), (shuffled) => {
        expect(traceLineage(shuffled)).toEqual(expected);
      }),
      { seed: 11, numRuns: 12 },
    );
  });

  it("[LI8] a copy of any text, of any name and day, adds no origin, and the range does not widen", () => {
    const before = traceLineage(texts);
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.constantFrom("aaa", "mmm", "zzz"),
        fc.constantFrom(undefined, "2031-03-01", "2031-04-01"),
        (t, id, day) => {
          const copy = textOf(id, t.info.text, day === undefined ? {} : { day });
          const after = traceLineage([...texts, copy]);
          expect(after.origins).toHaveLength(before.origins.length);
          expect(after.originsRange).toEqual(before.originsRange);
        },
      ),
      { seed: 12, numRuns: 20 },
    );
  });

  it("[LI8] nothing is its own ancestor, and each document has one parent at most", () => {
    const copies = texts.map((t) => textOf(`${t.info.id}-2`, t.info.text));
    const edges = traceLineage([...texts, ...copies]).edges.filter((e) => !e.possible);
    const parent = new Map(edges.map((e) => [e.to, e.from]));
    expect(parent.size).toBe(edges.length);
    for (const start of parent.keys()) {
      const seen = new Set([start]);
      for (let at = parent.get(start); at !== undefined; at = parent.get(at)) {
        expect(seen.has(at)).toBe(false);
        seen.add(at);
      }
    }
  });

  it("[LI6] of two texts with the same words the earlier is the source", () => {
    const { edges } = traceLineage([
      textOf("a", ORIGINAL, { day: "2031-03-05" }),
      textOf("b", ORIGINAL, { day: "2031-03-04" }),
    ]);
    expect(edges).toEqual([
      { from: "b", to: "a", relation: "verbatim", probability: 0.98, basis: "time", possible: false },
    ]);
  });

  it("[LI6] two documents may have one text; two of one id are a problem", () => {
    const text = textOf("hash", ORIGINAL);
    expect(
      roots([
        { ...text, document: "d1" },
        { ...text, document: "d2" },
      ]),
    ).toEqual([["d1", ["d1", "d2"]]]);
    expect(traceLineage([text, text]).problems.map((p) => p.code)).toEqual(["lineage-same-name"]);
  });

  it("[LI6] a cited outlet that is not among the documents is an unseen origin, once, and a publisher among them is none", () => {
    const cite = (id: string, name: string, actor?: string): TracedText => {
      const t = textOf(id, `${name} reported that the harbour is closed. Nothing else is known of it.`);
      const span = { start: 0, end: name.length };
      const statement = {
        id: `${id}:0`,
        speaker: { is: "named" as const, span, label: name, ...(actor === undefined ? {} : { actor }) },
        content: [],
        act: "reports" as const,
        factuality: "reported" as const,
        polarity: "positive" as const,
        quoted: false,
        sentence: t.reading.sentences[0] as { start: number; end: number },
        frame: "that-clause" as const,
        rule: "ST2",
        precision: 0.9,
      };
      return { ...t, reading: { ...t.reading, statements: [statement] } };
    };
    const graph = traceLineage([
      cite("x", "Quillon Wire", "quillon"),
      cite("y", "QW", "quillon"),
      cite("z", "The Coast Ledger"),
      textOf("ledger", INDEPENDENT, { publisher: "Coast Ledger" }),
    ]);
    expect(graph.unseen.map((u) => [u.name, u.citedBy.map((c) => c.document)])).toEqual([["Quillon Wire", ["x", "y"]]]);
  });

  it("[LI2] forty documents and more go through the index and give the same tree", () => {
    const words =
      "anvil barley cobalt drumlin estuary ferrule gantry hawser isthmus jetty kestrel lantern marzipan nettle osprey pewter".split(
        " ",
      );
    const fillers = Array.from({ length: 45 }, (_, i) =>
      textOf(
        `filler-${i}`,
        Array.from(
          { length: 8 },
          (_, k) =>
            `The ${words[(i * 3 + k) % 16]} of village ${i * 7 + k} met a ${words[(i * 5 + k * 2) % 16]} in ${1900 + i + k}.`,
        ).join(" "),
      ),
    );
    const found = traceLineage([...texts, ...fillers]).origins.find((o) => o.documents.includes("original"));
    expect(found).toEqual({ id: "original", root: "original", documents: ["heavy", "light", "original"] });
  });
});

describe("maximumBranching", () => {
  it("[LI6] is as good as the best of all choices of parents", () => {
    const arc = fc.record({
      from: fc.integer({ min: 0, max: 4 }),
      to: fc.integer({ min: 0, max: 4 }),
      weight: fc.integer({ min: -9, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(arc, { maxLength: 12 }), (arcs) => {
        const chosen = maximumBranching(5, arcs);
        expect(new Set(chosen.map((c) => c.to)).size).toBe(chosen.length);
        const value = (list: readonly { weight: number }[]) =>
          1000 * list.length + list.reduce((s, a) => s + a.weight, 0);
        expect(value(chosen)).toBe(bestByTrying(arcs, value));
      }),
      { seed: 13, numRuns: 200 },
    );
  });
});

type TestArc = { from: number; to: number; weight: number };

function bestByTrying(arcs: readonly TestArc[], value: (list: readonly TestArc[]) => number): number {
  let best = 0;
  const tryFrom = (node: number, chosen: readonly TestArc[]): void => {
    if (node === 5) {
      if (!hasCycle(chosen)) best = Math.max(best, value(chosen));
      return;
    }
    tryFrom(node + 1, chosen);
    for (const a of arcs) if (a.to === node && a.from !== node) tryFrom(node + 1, [...chosen, a]);
  };
  tryFrom(0, []);
  return best;
}

function hasCycle(chosen: readonly TestArc[]): boolean {
  const parent = new Map(chosen.map((a) => [a.to, a.from]));
  return chosen.some((a) => {
    let at: number | undefined = a.from;
    for (let step = 0; at !== undefined && step < 6; step++) {
      if (at === a.to) return true;
      at = parent.get(at);
    }
    return false;
  });
}
