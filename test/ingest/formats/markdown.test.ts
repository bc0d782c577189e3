import { describe, expect, it } from "vitest";
import { charactersWithBytes, fixture, input, read } from "../fixtures.ts";

describe("Markdown", () => {
  it("stands as in the file but for the front matter, and every character maps to its bytes", async () => {
    const given = fixture("column.md");
    const document = await read(given);
    const source = new TextDecoder().decode(given.bytes);
    expect(document.text).toBe(source.slice(source.indexOf("# What")));
    for (const { character, bytes } of charactersWithBytes(document, given.bytes)) {
      if (new TextDecoder().decode(bytes!) !== character) expect.fail(character);
    }
  });

  it("reads the front matter, headings, pictures and links", async () => {
    const document = await read(fixture("column.md"));
    expect(document).toMatchObject({
      format: "markdown",
      title: "What the silence at Port Maren does not say",
      author: "Ilse Brandt, Tor Vane",
      publisher: "The Quay Review",
      published: { edtf: "2031-03-05" },
      address: "https://quay.example/silence",
      language: "en",
    });
    expect(document.links).toEqual([
      "https://ledger.example/2031/03/port-maren",
      "https://ministry.example/p(3)",
      "https://wire.example/9",
      "https://register.example/posts",
    ]);
    const words = (kind: string) =>
      document.parts!.filter((p) => p.kind === kind).map((p) => document.text.slice(p.start, p.end));
    expect(words("headline")).toEqual(["What the silence at Port Maren does not say", "A quarrel, or an attack"]);
    expect(words("caption")).toEqual(["The quay on Tuesday morning"]);
    expect(words("body").join("\n")).toContain("# not a heading");
  });

  it("an underlined line is a heading, a rule between paragraphs is no front matter", async () => {
    const document = await read(input("a.md", "---\n\nJust a rule above.\n\nA heading\n---------\n\nWords.\n"));
    expect(document.text.startsWith("---")).toBe(true);
    const heading = document.parts!.find((p) => p.kind === "headline")!;
    expect(document.text.slice(heading.start, heading.end)).toBe("A heading");
  });

  it("is told by front matter or two signs where the name says nothing, and a .txt stays plain", async () => {
    const words = "# Gunfire\n\nNobody has **claimed** it, says [the wire](https://wire.example/1).\n";
    expect((await read(input("stdin", words))).format).toBe("markdown");
    expect((await read(input("a.txt", words))).format).toBe("plain");
    expect((await read(input("stdin", "---\ntitle: X\n---\nWords."))).title).toBe("X");
    expect((await read(input("stdin", "Item #1 was ** not ** claimed.\n"))).format).toBe("plain");
  });
});
