import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { charactersWithBytes, codes, encode, fixture, input, read } from "../fixtures.ts";

const page = (body: string, head = "") => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const PARAGRAPH =
  "Gunmen opened fire on the coast guard post at Port Maren on Monday evening, killing three guards, the harbour master said, and nobody has claimed the attack so far. ";
const ARTICLE = `<article><h1>Gunfire at Port Maren</h1><p>${PARAGRAPH.repeat(2)}</p><p>${PARAGRAPH}${PARAGRAPH}</p></article>`;

describe("a saved page", () => {
  it("gives its article, headline and byline first, one paragraph a line, and nothing of menu, form, sidebar or footer", async () => {
    const document = await read(fixture("wire.html"));
    const lines = document.text.split("\n");
    expect(lines[0]).toBe("Three guards killed at Port Maren coast guard post");
    expect(lines[1]).toBe("By Ada Quill and Tor\u00a0Vane");
    expect(lines).toContain("No claim so far");
    expect(lines).toHaveLength(9);
    for (const other of ["Weather", "newsletter", "recipes", "rights reserved", "track(", "Privacy", "pier at night"]) {
      expect(document.text).not.toContain(other);
    }
    const kinds = document.parts!.map((p) => p.kind);
    expect(kinds.slice(0, 2)).toEqual(["headline", "byline"]);
    const caption = document.parts!.find((p) => p.kind === "caption")!;
    expect(document.text.slice(caption.start, caption.end)).toBe("The coast guard post at Port Maren, seen on Monday.");
    expect(document.parts!.map((p) => document.text.slice(p.start, p.end))).toEqual(lines);
  });

  it("gives what its markup says: title, publisher, authors, moment of publication, address, language, links", async () => {
    expect(await read(fixture("wire.html"))).toMatchObject({
      title: "Three guards killed at Port Maren coast guard post",
      publisher: "Coast Ledger",
      author: "Ada Quill, Tor Vane",
      published: { edtf: "2031-03-03T18:15:00Z", from: "2031-03-03T18:15:00.000Z" },
      address: "https://ledger.example/2031/03/port-maren",
      language: "en",
      links: ["https://wire.example/maren?id=7&lang=en", "https://ledger.example/2031/03/ministry"],
    });
  });

  it("keeps hidden words out of the text and tells that they are there", async () => {
    const document = await read(fixture("wire.html"));
    expect(document.text).not.toContain("machine kind");
    expect(codes(document)).toEqual(["hidden-text"]);
  });

  it("maps every character that is mapped to the bytes that make it, references and wrapped lines too", async () => {
    for (const name of ["wire.html", "arabic.html"]) {
      const given = fixture(name);
      const document = await read(given);
      let mapped = 0;
      for (const { character, bytes } of charactersWithBytes(document, given.bytes)) {
        if (!bytes) continue;
        mapped++;
        const source = new TextDecoder().decode(bytes);
        const fits =
          source === character || (character === " " && /^\s$/.test(source)) || meaning(source) === character;
        if (!fits) expect.fail(`"${character}" is said to come from "${source}"`);
      }
      // All but the line ends between paragraphs, which stand nowhere in the page.
      expect(mapped).toBe(document.text.length - (document.text.match(/\n/g)?.length ?? 0));
    }
  });

  it("reads an Arabic page without an article element", async () => {
    const document = await read(fixture("arabic.html"));
    expect(document).toMatchObject({ language: "ar", publisher: "صوت الساحل", author: "هيئة التحرير" });
    expect(document.published?.from).toBe("2031-03-04T06:30:00.000Z");
    expect(document.text.split("\n")).toHaveLength(4);
    expect(document.text).toContain("«الطابور الكهرماني»");
    expect(document.text).not.toMatch(/الرئيسية|الحقوق/);
  });

  it("maps a page of windows-1256 and with \\r\\n to its own bytes", async () => {
    const words =
      "ولم تتبن أي جهة الهجوم حتى صباح الثلاثاء ولا يزال التحقيق مستمرا وفق ما أفاد به مصدر في مكتب مدير الميناء.";
    const bytes = encode(
      page(`<article>\r\n<p>${words}\r\n${words}</p></article>`, '<meta charset="windows-1256">'),
      "windows-1256",
    );
    const document = await read(input("a.html", bytes));
    expect(document.text).toBe(`${words} ${words}`);
    for (const { character, bytes: from } of charactersWithBytes(document, bytes)) {
      if (character !== " ") expect(new TextDecoder("windows-1256").decode(from!)).toBe(character);
    }
  });

  it("a publication time without a zone is known to the day only, one that is no ISO date not at all", async () => {
    const at = (time: string) => page(ARTICLE, `<meta property="article:published_time" content="${time}">`);
    const open = await read(input("a.html", at("2031-03-03 20:15")));
    expect(open.published).toEqual({
      edtf: "2031-03-03",
      from: "2031-03-03T06:15:00.000Z",
      to: "2031-03-04T08:16:00.000Z",
    });
    expect(codes(open)).toEqual(["published-without-zone"]);
    const slashed = await read(input("a.html", at("03/04/2031")));
    expect(slashed.published).toBeUndefined();
    expect(codes(slashed)).toEqual(["published-unreadable"]);
    expect((await read(input("a.html", at("2031-03-03")))).published?.edtf).toBe("2031-03-03");
  });

  it("two times of publication that differ are told, the first is used", async () => {
    const head =
      '<meta property="article:published_time" content="2031-03-03T20:15Z">' +
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-03-05T20:15:00Z"}</script>';
    const document = await read(input("a.html", page(ARTICLE, head)));
    expect(document.published?.edtf).toBe("2031-03-03T20:15Z");
    expect(codes(document)).toEqual(["published-differs"]);
  });

  it("a time element counts only where nothing else gives the time", async () => {
    const body = `${ARTICLE}<time datetime="2031-03-09T10:00:00Z">9 March</time>`;
    expect((await read(input("a.html", page(body)))).published?.edtf).toBe("2031-03-09T10:00:00Z");
    const head = '<meta name="date" content="2031-03-03">';
    expect((await read(input("a.html", page(body, head)))).published?.edtf).toBe("2031-03-03");
  });

  it("JSON-LD with __proto__ keys, great depth or great size changes nothing and is told", async () => {
    const script = (json: string) => page(ARTICLE, `<script type="application/ld+json">${json}</script>`);
    const proto =
      '{"@type":"NewsArticle","__proto__":{"headline":"Poisoned","polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    const document = await read(input("a.html", script(proto)));
    expect(document.title).toBe("Gunfire at Port Maren");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    const deep = await read(input("a.html", script(`${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`)));
    expect(codes(deep)).toEqual(["metadata-skipped"]);
    const big = await read(input("a.html", script(`{"a":"${"x".repeat(600_000)}"}`)));
    expect(codes(big)).toEqual(["metadata-skipped"]);
    expect(codes(await read(input("a.html", script("{nope"))))).toEqual(["metadata-skipped"]);
  });

  it("a lone half of a pair in JSON-LD never reaches a field", async () => {
    const json = '{"@type":"NewsArticle","headline":"Gun\\ud800fire","author":{"name":"A\\udfff B"}}';
    const body = `<article><p>${PARAGRAPH.repeat(4)}</p></article>`;
    const document = await read(input("a.html", page(body, `<script type="application/ld+json">${json}</script>`)));
    expect(document.title).toBe("Gun\ufffdfire");
    expect(document.author).toBe("A\ufffd B");
  });

  it("a page without an article gives all it shows, and says so; one without text is refused", async () => {
    const short = await read(input("a.html", page("<nav>Home</nav><div>Closed.</div>")));
    expect(short.text).toContain("Closed.");
    expect(short.text).not.toContain("Home");
    const { readDocument } = await import("../../../src/ingest/read-document.ts");
    const empty = await readDocument(input("a.html", page('<div id="root"></div><script>draw()</script>')));
    expect(empty).toMatchObject({ problems: [{ code: "page-without-text" }] });
  });

  it("links are whole http addresses, once each, made whole by the page's own address", async () => {
    const body = ARTICLE.replace(
      "nobody",
      '<a href="/x#1">nobody</a> <a href="/x#2">x</a> <a href="javascript:alert(1)">y</a>',
    );
    const relative = await read(input("a.html", page(body)));
    expect(relative.links).toEqual([]);
    const known = await read(
      input("a.html", page(body), { via: { door: "address", address: "https://ledger.example/a/b" } }),
    );
    expect(known.links).toEqual(["https://ledger.example/x"]);
  });

  it("a line break is a line end, a list item a paragraph, inline markup parts no word", async () => {
    const body = `<article><h1>Gunfire</h1><p>${PARAGRAPH}</p><p>Line one<br>line <b>t</b>wo</p><ul><li>First ${PARAGRAPH}</li><li>Second ${PARAGRAPH}</li></ul><p>${PARAGRAPH}</p></article>`;
    const lines = (await read(input("a.html", page(body)))).text.split("\n");
    expect(lines).toContain("Line one");
    expect(lines).toContain("line two");
    expect(lines.some((l) => l.startsWith("Second Gunmen"))).toBe(true);
  });
});

function meaning(source: string): string {
  const named: Readonly<Record<string, string>> = {
    "&nbsp;": "\u00a0",
    "&rsquo;": "’",
    "&ldquo;": "“",
    "&rdquo;": "”",
    "&#8212;": "—",
    "&laquo;": "«",
    "&raquo;": "»",
  };
  return named[source] ?? "";
}

describe("any page", () => {
  const piece = fc.constantFrom(
    ..."<p>|</p>|<b>|</i>|<div class=byline>|</div>|<h1>|<li>|<table><td>|<br>|<pre>|<a href=/x>|<script>|</script>|<!--|-->|<span hidden>|</span>".split(
      "|",
    ),
    ..."&amp;|&lt|&notit;|&#x41;|&#0;|&#128512;|&|;|\r\n|\n |  |\u00a0|word|Nobody has claimed it, said the office. |عربي|🚢|é".split(
      "|",
    ),
  );

  it("ends in a text or a named refusal, its parts and runs in order, each mapped word where it is said to be", async () => {
    const { readDocument } = await import("../../../src/ingest/read-document.ts");
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const given = input("a.html", page(pieces.join("")));
        const outcome = await readDocument(given);
        if (!("document" in outcome)) return outcome.problems.length === 1;
        const { document } = outcome;
        for (const { character, bytes } of charactersWithBytes(document, given.bytes)) {
          const source = bytes && new TextDecoder().decode(bytes);
          if (source && source !== character && !source.startsWith("&") && !/^\s$/.test(source)) return false;
        }
        let end = 0;
        for (const part of document.parts!) {
          if (part.start < end || part.end <= part.start) return false;
          end = part.end;
        }
        return end === document.text.length;
      }),
      { seed: 20310303, numRuns: 300 },
    );
  });
});
