import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openSession } from "../../src/server/session.ts";
import { cli, json } from "./world.ts";

const dir = mkdtempSync(join(tmpdir(), "silverblaze-lang-"));
const path = (name: string) => join(dir, name);
const wire = path("wire.txt");
const kase = path("tarn.silverblaze");

beforeAll(async () => {
  writeFileSync(
    wire,
    `Two guards killed at Tarn Bridge post

Two guards were killed on 3 March 2031 when a gunman opened fire at a bridge post near Tarn Bridge, the Interior Ministry said.

The Defence Ministry blamed the Amber Column for the attack. The Amber Column has not claimed responsibility for the attack.
`,
  );
  await cli(["new", kase, "--title", "Tarn Bridge", "--who", "night desk"]);
  await cli(["add", kase, wire, "--who", "night desk"]);
});

describe("--lang, the language of the brief [DESIGN §5]", () => {
  test("assess --lang ar prints the first screen in English and the brief in Arabic; without it all is English", async () => {
    const asOf = ["--as-of", "2031-03-05"];
    const arabic = await cli(["assess", wire, "--lang", "ar", ...asOf]);
    const english = await cli(["assess", wire, ...asOf]);
    expect(arabic.exit).toBe(0);
    expect(arabic.out).toContain("WHO SAYS WHO DID IT");
    for (const words of ["الحكم", "من يقول ماذا", "ليس هذا استنتاجًا قانونيًا", "الحواشي", "الوثائق"]) {
      expect(arabic.out).toContain(words);
      expect(english.out).not.toContain(words);
    }
    expect(english.out).toContain("Made how");
    expect(arabic.out).not.toContain("Made how");
  });

  test("a name is set apart on every line that it stands on, and closed on the same line", async () => {
    const { out } = await cli(["assess", wire, "--lang", "ar", "--as-of", "2031-03-05"], { columns: 40 });
    const lines = out.split("\n").filter((l) => /[\u2068\u2069]/.test(l));
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      let depth = 0;
      for (const c of line) {
        if (c === "\u2068") depth += 1;
        if (c === "\u2069") depth -= 1;
        expect(depth === 0 || depth === 1).toBe(true);
      }
      expect(depth).toBe(0);
    }
    expect((await cli(["assess", wire, "--as-of", "2031-03-05"])).out).not.toMatch(/[\u2066-\u2069]/);
  });

  test("another language is refused with what to give, on every command that prints a brief", async () => {
    for (const args of [
      ["assess", wire],
      ["export", wire],
      ["lint", kase],
      ["demo", "--dir", path("never")],
    ]) {
      const answer = await cli([...args, "--lang", "xx"]);
      expect([args[0], answer.exit, answer.talk.includes("--lang xx is not known. Give en or ar.")]).toEqual([
        args[0],
        2,
        true,
      ]);
    }
    expect(existsSync(path("never"))).toBe(false);
  });

  test("export writes Markdown, a page and JSON in Arabic; the page says its language and direction", async () => {
    const to = async (name: string) => {
      const answer = await cli(["export", kase, "--lang", "ar", "--as-of", "2031-03-05", "-o", path(name)]);
      expect(answer.exit).toBe(0);
      return readFileSync(path(name), "utf8");
    };
    const md = await to("brief.md");
    expect(md).toContain("## من يقول ماذا");
    expect(md).toContain("ليس استنتاجًا قانونيًا.");
    expect(md).not.toMatch(/Checked by|What could be known|Documents/);
    const html = await to("brief.html");
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toMatch(/<div lang="en" dir="ltr">/);
    expect(html).not.toContain("U+20");
    const made = JSON.parse(await to("brief.json"));
    expect(made.brief.language).toBe("ar");
    expect((await json(["lint", path("brief.json")])).envelope.result.findings).toEqual([]);
  });

  test("an export in Arabic leaves the case whole, and the next brief tells what changed in either language", async () => {
    expect((await cli(["verify", kase])).exit).toBe(0);
    for (const [lang, words] of [
      ["ar", "منذ موجز 5 مارس 2031"],
      ["en", "Since the brief of 5 Mar 2031"],
    ] as const) {
      const { envelope } = await json(["assess", kase, "--lang", lang, "--as-of", "2031-03-06"]);
      const change = envelope.result.brief.sections.find((s: { id: string }) => s.id === "would-change");
      expect(JSON.stringify(change)).toContain(words);
    }
    expect((await cli(["lint", kase, "--lang", "ar", "--as-of", "2031-03-06"])).exit).toBe(0);
  });

  test("the language touches the brief alone: the rest of the assessment is the same", async () => {
    const of = async (lang: string) => {
      const { envelope } = await json(["assess", wire, "--lang", lang, "--as-of", "2031-03-05"]);
      const { brief, ...rest } = envelope.result;
      // When the texts were captured is this run's.
      return {
        brief,
        rest: JSON.stringify({ ...rest, documents: rest.documents.map((d: object) => ({ ...d, captured: null })) }),
      };
    };
    const [en, ar] = [await of("en"), await of("ar")];
    expect(ar.rest).toBe(en.rest);
    expect(ar.brief.figures).toEqual(en.brief.figures);
    expect([en.brief.language, ar.brief.language]).toEqual(["en", "ar"]);
  });
});

describe("the workbench's session", () => {
  test("gives the brief in the language that is asked for, of one assessment", async () => {
    const session = await openSession(kase);
    const cut = { asOf: "2031-03-05" };
    const english = await session.assessment(cut);
    const arabic = await session.assessment({ ...cut, language: "ar" });
    expect([english.brief.language, arabic.brief.language]).toEqual(["en", "ar"]);
    expect(arabic.figures).toBe(english.figures);
    expect(await session.assessment({ ...cut, language: "ar" })).toBe(arabic);
    expect(await session.assessment({ ...cut, language: "en" })).toBe(english);
    await session.close();
  });
});
