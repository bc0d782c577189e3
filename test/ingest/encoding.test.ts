import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { charactersWithBytes, codes, encode, input, read, refusal, utf16 } from "./fixtures.ts";

const ENGLISH =
  "Gunfire at Port Maren\n\nThree guards were killed at the coast guard post on Tuesday, the harbour master’s office said – “an early assessment”, it added.\n";
const FRENCH =
  "Le ministère de l’Intérieur a démenti mardi être lié à l’attaque du poste côtier où trois gardes ont été tués. « Nous n’avons reçu aucun avertissement », a déclaré le ministre à la radio d’État, où il était l’invité du journal du soir.\n";
const ARABIC =
  "أعلنت وزارة الداخلية أن مسلحا قتل ثلاثة من حراس الميناء مساء الثلاثاء، ولم تتبن أي جهة الهجوم حتى الآن.\nوقال مصدر في مكتب مدير الميناء إن التحقيق ما زال مستمرا، وإن عدد الجرحى بلغ خمسة.\n";
const PERSIAN =
  "وزارت کشور اعلام کرد که مرد مسلح سه نگهبان بندر را کشت.\nهیچ گروهی مسئولیت این حمله را نپذیرفته است.\n";
const MIXED = "Maren Wire: «لا نعرف من فعل ذلك» 🚢, said the office.\r\nNobody — nobody! — has claimed it.\r\n";

interface Sample {
  readonly name: string;
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly charset: string;
  readonly decoder?: string;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
/** As old Macs wrote it: spaces and full stops of the right-to-left half. The letters stand where ISO-8859-6 has them. */
function macArabic(text: string): Uint8Array {
  const own: Readonly<Record<string, number>> = { " ": 0xa0, ".": 0xae };
  return Uint8Array.from(text, (c) => own[c] ?? encode(c, "iso-8859-6")[0]!);
}

const SAMPLES: readonly Sample[] = [
  { name: "ASCII", text: "No claim.\nNone.\n", bytes: utf8("No claim.\nNone.\n"), charset: "utf-8" },
  { name: "UTF-8", text: ARABIC, bytes: utf8(ARABIC), charset: "utf-8" },
  { name: "UTF-8 with a mark", text: MIXED, bytes: utf8(`\ufeff${MIXED}`), charset: "utf-8" },
  { name: "UTF-8, long", text: ARABIC.repeat(60), bytes: utf8(ARABIC.repeat(60)), charset: "utf-8" },
  { name: "UTF-16LE with a mark", text: MIXED, bytes: utf16(MIXED, "le", true), charset: "utf-16le" },
  { name: "UTF-16BE with a mark", text: ARABIC, bytes: utf16(ARABIC, "be", true), charset: "utf-16be" },
  { name: "UTF-16LE without a mark", text: ENGLISH, bytes: utf16(ENGLISH, "le", false), charset: "utf-16le" },
  { name: "UTF-16BE without a mark", text: ENGLISH, bytes: utf16(ENGLISH, "be", false), charset: "utf-16be" },
  { name: "UTF-16LE without a mark, Arabic", text: ARABIC, bytes: utf16(ARABIC, "le", false), charset: "utf-16le" },
  { name: "UTF-16BE without a mark, Arabic", text: ARABIC, bytes: utf16(ARABIC, "be", false), charset: "utf-16be" },
  { name: "windows-1252, typographic", text: ENGLISH, bytes: encode(ENGLISH, "windows-1252"), charset: "windows-1252" },
  { name: "windows-1252, French", text: FRENCH, bytes: encode(FRENCH, "windows-1252"), charset: "windows-1252" },
  { name: "windows-1256", text: ARABIC, bytes: encode(ARABIC, "windows-1256"), charset: "windows-1256" },
  { name: "MacArabic", text: ARABIC, bytes: macArabic(ARABIC), charset: "x-mac-arabic" },
  { name: "ISO-8859-6", text: ARABIC, bytes: encode(ARABIC, "iso-8859-6"), charset: "iso-8859-6" },
];

describe("encoding", () => {
  it.each(SAMPLES)("$name is told and every character maps to the bytes that decode to it", async (sample) => {
    const document = await read(input("report.txt", sample.bytes));
    expect(document.charset).toBe(sample.charset);
    expect(document.text).toBe(sample.text.replace(/\r\n/g, "\n"));
    let from = 0;
    for (const { character, bytes } of charactersWithBytes(document, sample.bytes)) {
      const decoded = decodeBytes(sample.charset, bytes!);
      // Compared by hand: 20,000 calls of expect take seconds.
      if (decoded !== character) expect.fail(`${character} at ${from} is said to come from ${decoded}`);
      from += character.length;
    }
    expect(from).toBe(document.text.length);
  });

  it("the user's charset wins over what the bytes look like, and Persian letters of windows-1256 are whole", async () => {
    const document = await read(input("report.txt", encode(PERSIAN.replace(/ی/g, "ي"), "windows-1256")), {
      charset: "cp1256",
    });
    expect(document).toMatchObject({ charset: "windows-1256", charsetCertainty: 1 });
    expect(document.text).toBe(PERSIAN.replace(/ی/g, "ي"));
    expect(codes(document)).toEqual([]);
  });

  it("a guess is told with its certainty, a mark and pure ASCII are certain", async () => {
    const guessed = await read(input("a.txt", encode(ARABIC, "windows-1256")));
    expect(codes(guessed)).toEqual(["charset-guessed"]);
    expect(guessed.charsetCertainty).toBeGreaterThan(0.2);
    expect(guessed.charsetCertainty).toBeLessThan(1);
    expect((await read(input("a.txt", utf8("plain\n")))).charsetCertainty).toBe(1);
    expect((await read(input("a.txt", utf16(MIXED, "le", true)))).charsetCertainty).toBe(1);
  });

  it("a charset nobody knows is named, and UTF-32 is refused by name", async () => {
    expect(await refusal(input("a.txt", "x"), { charset: "utf-99" })).toEqual(["charset-unknown"]);
    expect(await refusal(input("a.txt", Uint8Array.of(0xff, 0xfe, 0, 0, 65, 0, 0, 0)))).toEqual(["charset-not-read"]);
  });

  it("one broken byte in a UTF-8 text is kept as U+FFFD, counted and placed; the rest keeps its bytes", async () => {
    const good = utf8(ARABIC);
    const bytes = Uint8Array.from([...good.subarray(0, 8), 0xff, ...good.subarray(8)]);
    const document = await read(input("a.txt", bytes));
    expect(document.charset).toBe("utf-8");
    expect(document.text).toBe(`${ARABIC.slice(0, 4)}\ufffd${ARABIC.slice(4)}`);
    const problem = document.problems.find((p) => p.code === "undecodable-bytes");
    expect(problem?.facts).toMatchObject({ count: 1, offset: 8 });
    for (const { character, bytes: from } of charactersWithBytes(document, bytes)) {
      expect(new TextDecoder().decode(from!)).toBe(character);
    }
  });

  it("a text of which too much can't be decoded is refused with the first place", async () => {
    const bytes = Uint8Array.from({ length: 2000 }, (_, i) => (i % 10 === 7 ? 0xff : 97 + (i % 26)));
    expect(await refusal(input("a.txt", bytes), { charset: "utf-8" })).toEqual(["undecodable-text"]);
  });

  it("UTF-16 of odd length and with a lone half of a pair becomes well-formed text with a warning", async () => {
    const units = utf16(`${ENGLISH}\ud800 and so on.`, "le", true);
    const document = await read(input("a.txt", Uint8Array.from([...units, 0x41])));
    expect(document.text).toBe(`${ENGLISH}\ufffd and so on.\ufffd`);
    const problem = document.problems.find((p) => p.code === "undecodable-bytes");
    expect(problem?.facts).toMatchObject({ count: 2, offset: 2 + 2 * ENGLISH.length });
    const last = [...charactersWithBytes(document, Uint8Array.from([...units, 0x41]))].at(-1);
    expect(last?.bytes).toHaveLength(1);
  });

  it("NUL is in no text: refused, by whatever charset the user names", async () => {
    expect(await refusal(input("a.txt", Uint8Array.of(72, 105, 0, 72, 105, 33, 33)))).toEqual(["binary-file"]);
    expect(await refusal(input("a.txt", Uint8Array.of(72, 105, 0, 72, 105)), { charset: "utf-8" })).toEqual([
      "binary-file",
    ]);
  });

  it("a page's own charset is believed, but not against bytes that are UTF-8", async () => {
    const page = (charset: string, words: string) =>
      `<!doctype html><html><head><meta charset="${charset}"><title>t</title></head><body><p>${words}</p></body></html>`;
    const declared = await read(input("a.html", encode(page("windows-1256", ARABIC), "windows-1256")));
    expect(declared).toMatchObject({ charset: "windows-1256", charsetCertainty: 1 });
    expect(declared.text).toContain("أعلنت وزارة الداخلية");
    expect(await read(input("a.html", page("iso-8859-1", ARABIC)))).toMatchObject({ charset: "utf-8" });
    const article = "He wrote <meta charset=koi8-r> in his note, and that was all.";
    expect(await read(input("a.txt", article))).toMatchObject({
      format: "plain",
      charset: "utf-8",
      charsetCertainty: 1,
    });
  });

  it("any bytes end in a text or a named refusal, and every mapped character holds its bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
        const given = input("a.txt", bytes);
        const { readDocument } = await import("../../src/ingest/read-document.ts");
        const outcome = await readDocument(given, { charset: "utf-8", limits: { undecodable: 1 } });
        if (!("document" in outcome)) return outcome.problems.length > 0;
        const { document } = outcome;
        for (const { character, bytes: from } of charactersWithBytes(document, bytes)) {
          const decoded = new TextDecoder("utf-8", { ignoreBOM: true }).decode(from!);
          if (decoded !== character && !(character === "\n" && decoded === "\r")) return false;
        }
        return !/\p{Surrogate}/u.test(document.text);
      }),
      { seed: 20310303, numRuns: 400 },
    );
  });
});

function decodeBytes(charset: string, bytes: Uint8Array): string {
  if (charset === "x-mac-arabic") {
    const right = Uint8Array.from(bytes, (b) => (b === 0xa0 || b === 0xae ? b - 0x80 : b));
    return decodeBytes("iso-8859-6", right);
  }
  if (charset !== "windows-1252") return new TextDecoder(charset, { ignoreBOM: true }).decode(bytes);
  const table = new Map([...encode("’–“”", "windows-1252")].map((b, i) => [b, "’–“”".charAt(i)]));
  return table.get(bytes[0]!) ?? String.fromCharCode(bytes[0]!);
}
