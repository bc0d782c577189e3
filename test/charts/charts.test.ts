import { describe, expect, test } from "vitest";
import { decibanBar, hundredDiscs, posteriorBar } from "../../src/charts/bars.ts";
import { apart } from "../../src/charts/chart.ts";
import { type GraphDocument, lineageGraph } from "../../src/charts/lineage-graph.ts";
import { type Element, el, textOf, toSvg } from "../../src/charts/node.ts";
import { silenceCurve } from "../../src/charts/silence-curve.ts";
import { cutTo, timeScale, timeTicks } from "../../src/charts/ticks.ts";
import { timeline } from "../../src/charts/timeline.ts";
import { ENGLISH } from "../../src/charts/words.ts";
import { millis } from "../../src/core/model/time.ts";

const HOUR = 3_600_000;
const START = millis("2033-05-01T00:00:00.000Z");

function all(node: Element, tag: string): Element[] {
  const below = node.children.flatMap((child) => (typeof child === "string" ? [] : all(child, tag)));
  return node.tag === tag ? [node, ...below] : below;
}

const documents: GraphDocument[] = [
  { id: "a", position: 1, name: "Upland Wire", at: START, from: null, unseen: ["the Fell Agency"] },
  {
    id: "b",
    position: 2,
    name: "Dale Herald",
    at: START + 5 * HOUR,
    from: { id: "a", relation: "verbatim", possible: false },
    unseen: [],
  },
  {
    id: "c",
    position: 3,
    name: "Moss Post",
    at: START + 9 * HOUR,
    from: { id: "b", relation: "heavy-rewrite", possible: true },
    unseen: [],
  },
  { id: "d", position: 4, name: "No day", at: null, from: null, unseen: [] },
];

const line = (letter: string, picked: boolean, end: number) => ({
  ...{ letter, name: `class ${letter}`, picked, now: String(end) },
  unclaimed: [100, (100 + end) / 2, end],
  lower: picked ? [100, 60, end - 5] : null,
  upper: picked ? [100, 90, end + 5] : null,
});
const curve = {
  hours: [0, 24, 48],
  nowHours: 24,
  nowWords: "24 h",
  lines: [line("A", true, 60), line("B", false, 61)],
  ifNot: line("", false, 97),
};

describe("nodes", () => {
  test("words and attributes are escaped, whatever they are", () => {
    expect(toSvg(el("svg", { "aria-label": `"><script>` }, el("text", {}, "<b>&'\"")))).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" aria-label="&quot;&gt;&lt;script&gt;"><text>&lt;b&gt;&amp;&#39;&quot;</text></svg>',
    );
  });

  test.each([
    ["a script", el("script", {})],
    ["an image", el("img", {})],
    ["a handler", el("g", { onclick: "x()" })],
    ["a style attribute", el("g", { style: "color:red" })],
    ["a javascript link", el("a", { href: "javascript:alert(1)" })],
    ["a data link", el("a", { href: "data:text/html,x" })],
  ])("%s is refused when written", (_, node) => {
    expect(() => toSvg(el("svg", {}, node))).toThrow();
  });
});

describe("each drawing has a name, a description and a table twin", () => {
  test("lineage: heavier lines are nearer to the words, a possible one is dashed, every document has its own row", () => {
    const chart = lineageGraph({ documents, asOf: START + 12 * HOUR })!;
    const [title] = all(chart.svg, "title");
    expect(chart.svg.attributes.role).toBe("img");
    expect(textOf(title!)).toContain("made from which");
    expect(textOf(all(chart.svg, "desc")[0]!)).toContain("document 3 from 2, heavy rewrite");
    const edges = all(chart.svg, "path");
    expect(edges.map((e) => [e.attributes.class, e.attributes["stroke-width"]])).toEqual([
      ["c-line", 3.4],
      ["c-edge dash", 1.5],
    ]);
    const rows = all(chart.svg, "circle").filter((c) => c.attributes.class === "f-ink");
    expect(new Set(rows.map((c) => c.attributes.cy)).size).toBe(4);
    expect(chart.table.rows).toContainEqual(["1", "Upland Wire", "", "", "the Fell Agency"]);
    expect(chart.table.rows).toContainEqual(["3", "Moss Post", "doc 2", "possibly heavy rewrite", ""]);
  });

  test("lineage: documents in a circle are each drawn once", () => {
    const circle = documents
      .slice(0, 2)
      .map((d, i) => ({ ...d, from: { id: i === 0 ? "b" : "a", relation: "verbatim" as const, possible: false } }));
    const chart = lineageGraph({ documents: circle, asOf: null })!;
    expect(all(chart.svg, "circle")).toHaveLength(3); // two documents and one source not seen
  });

  test("lineage: no document, no drawing", () => {
    expect(lineageGraph({ documents: [], asOf: null })).toBeNull();
  });

  test("silence: the picked class is told by weight and band, the others by dashes, and names at the ends don't touch", () => {
    const { svg, narrow, table } = silenceCurve(curve);
    expect(all(svg, "path").map((p) => p.attributes.class)).toEqual(["f-wash", "c-soft dot", "c-word", "c-ink"]);
    const ends = all(svg, "text").filter((t) => /: \d+$/.test(textOf(t)));
    const heights = ends.map((t) => Number(t.attributes.y)).sort((a, b) => a - b);
    for (let i = 1; i < heights.length; i++) expect(heights[i]! - heights[i - 1]!).toBeGreaterThan(17.9);
    expect(textOf(all(svg, "desc")[0]!)).toContain("A class A, 60");
    expect(all(narrow!, "text").map(textOf)).toContain("A: 60");
    expect(table.head).toEqual(["hours", "A class A", "B class B", "class"]);
    expect(table.rows[0]).toEqual(["0", "100", "100", "100"]);
  });

  test("the timeline keeps room for what happened when the cut lies far behind", () => {
    const events = [
      { at: START, shape: "attack" as const, label: "attack" },
      { at: START + 6 * HOUR, shape: "origin" as const, label: "Upland Wire" },
      { at: START + 12 * HOUR, shape: "copy" as const, label: "Dale Herald" },
    ];
    const silence = { from: START, to: START + 12 * HOUR, label: "silence of the band" };
    const chart = timeline({ events, silence, asOf: START + 900 * 24 * HOUR })!;
    const marks = all(chart.svg, "svg").filter((s) => String(s.attributes.class).startsWith("ev"));
    const places = marks.map((m) => Number.parseFloat(String(m.attributes.x)));
    expect(places[2]! - places[0]!).toBeGreaterThan(50);
    expect(chart.table.rows).toEqual([
      ["1 May 2033, 00:00 UTC", "attack"],
      ["1 May 2033, 06:00 UTC", "Upland Wire"],
      ["1 May 2033, 12:00 UTC", "Dale Herald"],
    ]);
    expect(timeline({ events: [], silence: null, asOf: START })).toBeNull();
  });

  test("bars: the printed number is the drawn number; for is filled, against is open", () => {
    const [range, notch] = all(posteriorBar({ value: 0.6, from: 0.5, to: 0.8, title: "60 of 100" }), "rect");
    expect([range!.attributes.x, range!.attributes.width, notch!.attributes.x]).toEqual(["50%", "30%", "60%"]);
    expect(all(decibanBar({ value: 5, most: 5, title: "+5" }), "rect")[0]!.attributes.class).toBe("f-ink");
    expect(all(decibanBar({ value: -5, most: 5, title: "−5" }), "rect")[0]!.attributes.class).toBe("o-ink");
    const discs = all(hundredDiscs(60, "60 open"), "circle").map((c) => c.attributes.class);
    expect(discs.filter((c) => c === "o-edge")).toHaveLength(60);
    expect(discs).toHaveLength(100);
  });
});

describe("places and ticks", () => {
  test("things too near each other are moved apart, in their order, inside their room", () => {
    expect(apart([10, 12, 50], 18, [0, 100])).toEqual([10, 28, 50]);
    expect(apart([90, 95], 18, [0, 100])).toEqual([82, 100]);
    expect(apart([12, 10], 18, [0, 100])).toEqual([28, 10]);
  });

  test("ticks stand at whole hours of UTC, with the day where one begins", () => {
    expect(timeTicks(START - HOUR, START + 12 * HOUR, { most: 5, words: ENGLISH }).map((t) => t.label)).toEqual([
      "1 May",
      "03:00",
      "06:00",
      "09:00",
      "12:00",
    ]);
    expect(timeTicks(START, START + 800 * 24 * HOUR, { most: 5, words: ENGLISH })[0]!.label).toMatch(/\d{4}$/);
  });

  test("a scale without a long wait is drawn to scale", () => {
    const { place, breakAt } = timeScale([START, START + HOUR], START + 2 * HOUR, [0, 100]);
    expect(breakAt).toBeNull();
    expect(place(START + HOUR)).toBe(50);
  });

  test("a text is cut after a word, by characters and not by code units", () => {
    expect(cutTo("one two three four", 13)).toBe("one two…");
    expect(cutTo("  a\n b ", 9)).toBe("a b");
    expect(cutTo("𝄞𝄞𝄞𝄞", 3)).toBe("𝄞𝄞…");
  });
});
