import { describe, expect, it } from "vitest";
import { readDocument } from "../../src/ingest/read-document.ts";
import { input } from "./fixtures.ts";

const page = (body: string) => `<!doctype html><html><body>${body}</body></html>`;
const WORDS =
  "Nobody has claimed the attack on the coast guard post at Port Maren, the harbour master said on Monday. ";
const times = (n: number, of: (i: number) => string) => Array.from({ length: n }, (_, i) => of(i)).join("");

/** What came out: the format, or the code of the refusal. Written down before it was run. */
const CASES: readonly (readonly [name: string, content: string | Uint8Array, outcome: string])[] = [
  ["100,000 nested elements", page("<div>".repeat(100_000) + WORDS), "nested-too-deep"],
  ["100,000 nested lists in a table", page("<table><tr><td>".repeat(33_000) + WORDS), "nested-too-deep"],
  ["500 nested elements", page("<div>".repeat(500) + WORDS.repeat(10) + "</div>".repeat(500)), "html"],
  // The parser opens misnested formatting again in each paragraph, so that elements pile up before levels do.
  ["20,000 misnested formatting tags", page("<b><i><p>".repeat(7_000) + WORDS), "page-too-large"],
  [
    "20,000 formatting tags that are never closed",
    page(times(20_000, (i) => `<p><b>${i}</p>`) + WORDS),
    "page-too-large",
  ],
  [
    "50,000 attributes on one element",
    page(`<p ${times(50_000, (i) => `a${i}="${i}" `)}>${WORDS.repeat(10)}</p>`),
    "html",
  ],
  ["a million elements", page("<br>".repeat(1_000_000)), "page-too-large"],
  ["14,500 paragraphs", page(times(14_500, () => `<p>${WORDS}</p>`)), "html"],
  [
    "7,200 paragraphs with a link each",
    page(times(7_200, (i) => `<p><a href="https://a.example/${i}">${WORDS}</a></p>`)),
    "html",
  ],
  ["a class of 5 MB", page(`<article class="${"a ".repeat(2_500_000)}"><p>${WORDS.repeat(10)}</p></article>`), "html"],
  [
    "a style of 5 MB of spaces",
    page(`<p style="display:${" ".repeat(5_000_000)}none">${WORDS.repeat(10)}</p>`),
    "html",
  ],
  ["a tag that never ends", `<!doctype html><p>${WORDS.repeat(10)}<a ${"x ".repeat(1_000_000)}`, "html"],
  ["a comment that never ends", `<!doctype html><p>${WORDS.repeat(10)}<!-- ${"-".repeat(3_000_000)}`, "html"],
  ["a million ampersands", page(`<p>${WORDS.repeat(10)}${"&".repeat(1_000_000)}</p>`), "html"],
  ["300,000 references", page(`<p>${WORDS.repeat(10)}${"&notit;".repeat(300_000)}</p>`), "html"],
  ["references to no character", page(`<p>${WORDS.repeat(10)}&#xD800;&#x110000;&#0;&#99999999999;</p>`), "html"],
  [
    "1,000 JSON-LD scripts",
    page(`${times(1_000, () => '<script type="application/ld+json">[{"a":[{}]}]</script>')}<p>${WORDS.repeat(10)}</p>`),
    "html",
  ],
  [
    "a mathematical and a vector element",
    page(`<svg><style><img src=x></style></svg><math><mtext><table><mglyph></math><p>${WORDS.repeat(10)}</p>`),
    "html",
  ],
  ["200,000 spaces in a line", `${" ".repeat(200_000)}x${" ".repeat(200_000)}`, "plain"],
  ["5 MB on one line", "word ".repeat(1_000_000), "plain"],
  ["a million line ends", "a\r\n".repeat(1_000_000), "plain"],
  ["100,000 brackets in Markdown", `# T\n\n${"[".repeat(100_000)}](http://a.example)`, "markdown"],
  ["nested lists in front matter", `---\ntitle: ${"[".repeat(9_000)}\n---\nWords.`, "markdown"],
  ["front matter that never ends", `---\n${"a: b\n".repeat(100_000)}`, "markdown"],
  ["directions that change at each letter", times(100_000, (i) => (i % 2 ? "\u202ea" : "\u2066ع")), "plain"],
  ["letters with 1,000 marks each", times(500, () => `a${"\u0301".repeat(1_000)} `), "plain"],
  ["only direction overrides", "\u202e".repeat(50_000), "plain"],
  ["headers of a mail without end", `Subject: ${"x".repeat(900)}\n`.repeat(2) + "\n ".repeat(400_000), "plain"],
];

describe("hostile documents", () => {
  it.each(CASES)("%s: within 2 s, in a text or a named refusal", async (name, content, expected) => {
    const ending = expected === "markdown" ? "a.md" : expected === "plain" ? "a.txt" : "a.html";
    // Time of this process: others on the machine must not fail it.
    const start = process.cpuUsage();
    const outcome = await readDocument(input(ending, content));
    const took = process.cpuUsage(start).user / 1_000;
    expect("document" in outcome ? outcome.document.format : outcome.problems[0]!.code).toBe(expected);
    expect(took, name).toBeLessThan(2_000);
  });
});
