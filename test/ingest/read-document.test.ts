import { describe, expect, it } from "vitest";
import { LIMITS } from "../../src/ingest/types.ts";
import { codes, input, read, refusal } from "./fixtures.ts";

const bytes = (...parts: readonly (string | number)[]) =>
  Uint8Array.from(parts.flatMap((p) => (typeof p === "number" ? [p] : [...Buffer.from(p, "latin1")])));

describe("a document", () => {
  it("of plain text stands as it is but for its line ends, and leaves its parts to the core", async () => {
    const document = await read(input("a.txt", "One\r\nTwo\rThree\n\tFour\u00a0\n"));
    expect(document.text).toBe("One\nTwo\nThree\n\tFour\u00a0\n");
    expect(document).toMatchObject({ format: "plain", mediaType: "text/plain", links: [] });
    expect(document.parts).toBeUndefined();
    expect((await read(input("a.txt", "x"), { language: "ar-SY" })).language).toBe("ar");
  });

  it.each([
    ["zip, which holds several documents", "a", bytes("PK", 3, 4, "readme.txt")],
    ["feed, which holds several documents", "a.xml", bytes('<?xml version="1.0"?><rss version="2.0">')],
    ["an Excel workbook", "a.xlsx", bytes("PK", 3, 4, "[Content_Types].xml xl/workbook.xml")],
    ["a compressed file or archive", "a.txt.gz", bytes(0x1f, 0x8b, 8, 0)],
    ["a picture", "a.txt", bytes(0x89, "PNG\r\n", 0x1a, "\n")],
    ["a picture", "a.svg", bytes('<?xml version="1.0"?><svg xmlns="x">')],
    ["a database", "a.db", bytes("SQLite format 3\0")],
    ["rich text (RTF)", "a.rtf", bytes("{\\rtf1\\ansi")],
    ["JSON", "a.json", bytes('{"a":1}')],
    ["a table", "a.csv", bytes("a,b\n1,2\n")],
  ])("that is %s is refused by that name (%s)", async (what, name, content) => {
    const { readDocument } = await import("../../src/ingest/read-document.ts");
    const outcome = await readDocument(input(name, content));
    expect(outcome).toMatchObject({ problems: [{ code: "format-not-read", facts: { what } }] });
  });

  it("that is a case is refused as one, by its mark and not by its name", async () => {
    const header = new Uint8Array(512);
    header.set(bytes("SQLite format 3\0"));
    header.set(bytes("SBLZ"), 68);
    expect(await refusal(input("notes.txt", header))).toEqual(["is-a-case"]);
  });

  it("with an ending that its content belies is read as what it is", async () => {
    const html = "<!doctype html><title>t</title><p>Nobody has claimed it, the office said on Monday evening.</p>";
    expect((await read(input("a.txt", html))).format).toBe("html");
    expect((await read(input("a.html", "Nobody has claimed it. 3 < 4.\n"))).format).toBe("plain");
  });

  it("that is empty, blank or binary is refused by name", async () => {
    expect(await refusal(input("a.txt", ""))).toEqual(["file-empty"]);
    expect(await refusal(input("a.txt", "\ufeff \r\n\t\n"))).toEqual(["text-blank"]);
    expect(
      await refusal(
        input(
          "a.txt",
          Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256),
        ),
      ),
    ).toEqual(["binary-file"]);
  });

  it("over the limit is refused by its size without being decoded", async () => {
    const line = new Uint8Array(50_000_000).fill(97);
    const start = performance.now();
    expect(await refusal(input("a.txt", line))).toEqual(["file-too-big"]);
    expect(performance.now() - start).toBeLessThan(50);
    expect(await refusal(input("a.txt", "four"), { limits: { bytes: 3 } })).toEqual(["file-too-big"]);
    expect(LIMITS.bytes).toBe(20_000_000);
  });

  it("is refused when its time is up, by the clock that is handed in", async () => {
    let clock = 0;
    const late = { now: () => clock++, deadline: -1 };
    expect(await refusal(input("a.txt", "words"), late)).toEqual(["out-of-time"]);
    clock = 0;
    const page = `<!doctype html><p>${"<b>x</b>".repeat(2000)}</p>`;
    expect(await refusal(input("a.html", page), { now: () => clock++, deadline: 3 })).toEqual(["out-of-time"]);
  });

  it("keeps characters that a reader does not see, and tells count, kinds and first place", async () => {
    const text = "No\u200b claim\u202e of it.\u{e0041}\u{e0042}\n";
    const document = await read(input("a.txt", text));
    expect(document.text).toBe(text);
    expect(document.problems[0]).toMatchObject({
      code: "hidden-characters",
      facts: {
        count: 4,
        first: 2,
        character: "U+200B",
        kinds: "1 zero-width characters, 1 direction overrides, 2 tag characters",
      },
    });
  });

  it("says nothing of joiners in Persian and emoji, nor of direction marks beside right-to-left letters", async () => {
    expect(codes(await read(input("a.txt", "گروه\u200cها مسئولیت را نپذیرفتند\u200f (AP).\n")))).toEqual([]);
    expect(codes(await read(input("a.txt", "Family: 👨\u200d👩\u200d👧\n")))).toEqual([]);
    expect(codes(await read(input("a.txt", "cla\u200dim\n")))).toEqual(["hidden-characters"]);
    expect(codes(await read(input("a.txt", "claim\u200f\n")))).toEqual(["hidden-characters"]);
    expect(codes(await read(input("a.txt", "one \u001b[31mred\u001b[0m word in a long enough line\n")))).toEqual([
      "hidden-characters",
    ]);
  });
});
