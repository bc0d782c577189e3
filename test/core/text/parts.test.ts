import { describe, expect, it } from "vitest";
import type { Part } from "../../../src/core/model/reading.ts";
import { findParts } from "../../../src/core/text/parts.ts";

const BODY =
  "Three guards were killed at the coast guard post at Port Maren on Monday evening, the harbour master's office said.";
const short = (parts: readonly Part[], text: string) =>
  parts.map((p) => `${p.kind}${p.repeat ? "*" : ""}: ${text.slice(p.start, p.end)}`);

describe("[LI1] parts of a text", () => {
  it("a short first line without a stop and apart from what follows is the headline; printed twice it counts once", () => {
    const text = `Gunfire at Port Maren: who knew?\n\nGunfire at Port Maren: who knew?\n\n${BODY}\n`;
    expect(short(findParts(text), text)).toEqual([
      "headline: Gunfire at Port Maren: who knew?",
      "headline*: Gunfire at Port Maren: who knew?",
      `body: ${BODY}`,
    ]);
  });

  it.each([
    ["ends with a stop", `The post was attacked.\n\n${BODY}`, "body"],
    ["ends with an abbreviation", `Guards trained in the U.S.\n\n${BODY}`, "headline"],
    ["is as long as a paragraph", `${BODY} ${BODY}\n\n${BODY}`, "body"],
    ["stands directly above the text", `Gunfire at Port Maren\n${BODY}`, "body"],
    ["stands directly above a byline", `Gunfire at Port Maren\nBy Ada Quill\n\n${BODY}`, "headline"],
    ["is all there is", "Gunfire at Port Maren", "body"],
  ])("a first line that %s", (_, text, kind) => {
    expect(findParts(text)[0]?.kind).toBe(kind);
  });

  it.each([
    ["By Ada Quill and Tor Vane", "byline"],
    ["By J. R. Vane, Coast Ledger", "byline"],
    ["By Tuesday the harbour was open again.", "body"],
    ["Published: 3 March 2031, 18:20", "byline"],
    ["March 3, 2031", "byline"],
    ["بقلم: هيئة التحرير", "byline"],
  ])("below a headline, “%s” is %s", (line, kind) => {
    const text = `Gunfire at Port Maren\n\n${line}\n\n${BODY}\n\n${BODY} Again.`;
    expect(findParts(text)[1]?.kind).toBe(kind);
  });

  it.each([
    ["Image: the quay at night", "caption"],
    ["Photo shows the coast guard post on Tuesday.", "caption"],
    ["A picture shows smoke over the harbour.", "caption"],
    ["The quay on Tuesday (Photo: Coast Ledger)", "caption"],
    ["صورة أرشيفية: ميناء مارين", "caption"],
    ["The picture of events is unclear, the harbour master said.", "body"],
    ["Images of the attack were published by the Amber Column.", "body"],
    ["The post Gunfire at Port Maren appeared first on Coast Ledger.", "footer"],
    ["© 2031 Coast Ledger", "footer"],
    ["Follow us on every channel", "footer"],
    ["Subscribe to our letter", "footer"],
    ["جميع الحقوق محفوظة", "footer"],
    ["The post was rebuilt in 2029, the ministry said.", "body"],
    ["Copyright law was not on their minds.", "body"],
  ])("near the end, “%s” is %s", (line, kind) => {
    const text = `Gunfire at Port Maren\n\n${BODY}\n\n${BODY} Again.\n\n${line}\n`;
    expect(findParts(text).at(-1)?.kind).toBe(kind);
  });

  it("a feed's credit behind the last sentence is a part of its own", () => {
    const text = `${BODY} The post Gunfire appeared first on Coast Ledger.`;
    expect(short(findParts(text), text)).toEqual([
      `body: ${BODY}`,
      "footer: The post Gunfire appeared first on Coast Ledger.",
    ]);
  });

  it("a paragraph that says an earlier one again is a repeat, but for case and spaces; short ones are chance", () => {
    const text = `${BODY}\n\n${BODY.toUpperCase().replace(" ", "  ")}\n\nYes.\n\nYes.\n`;
    expect(findParts(text).map((p) => p.repeat ?? false)).toEqual([false, true, false, false]);
  });

  it("parts that markup told stand; only what it calls body is looked at", () => {
    const lines = ["Image: a headline in spite of it", "By Ada Quill", BODY, "© 2031 Coast Ledger"];
    const text = lines.join("\n");
    const known = lines.map((line, i): Part => {
      const start = lines.slice(0, i).reduce((n, l) => n + l.length + 1, 0);
      return { kind: i === 0 ? "headline" : "body", start, end: start + line.length };
    });
    expect(findParts(text, "en", known).map((p) => p.kind)).toEqual(["headline", "byline", "body", "footer"]);
  });

  it("nothing but white space and signs has no parts; spans never overlap and never leave the text", () => {
    expect(findParts(" \n***\n\t")).toEqual([]);
    const text = `Gunfire\n\nBy A B\n\n${BODY}\n***\n${BODY}\n`;
    let end = 0;
    for (const p of findParts(text)) {
      expect(p.start).toBeGreaterThanOrEqual(end);
      expect(p.end).toBeGreaterThan(p.start);
      end = p.end;
    }
    expect(end).toBeLessThanOrEqual(text.length);
  });

  it.each([
    ["The post a", "The post ".repeat(6_000)],
    ["photo of a photo", `(photo: ${"(photo: ".repeat(6_000)}`],
    ["by", `By ${"A. ".repeat(16_000)}`],
    ["dots", ". ".repeat(25_000)],
    ["short lines", "The post x appeared first on\n".repeat(1_700)],
  ])("50 kB of “%s” take under 200 ms", (_, text) => {
    const start = performance.now();
    findParts(text);
    expect(performance.now() - start).toBeLessThan(200);
  });
});
