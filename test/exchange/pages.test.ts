import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import {
  assessmentBody,
  assessmentFrame,
  lineageBody,
  silenceBody,
  statementsBody,
} from "../../src/exchange/assessment-html.ts";
import { checkHtml } from "../../src/exchange/check-html.ts";
import { comparisonHtml } from "../../src/exchange/compare-html.ts";
import type { Element } from "../../src/exchange/html.ts";
import { draftPage, type Page, pageShell } from "../../src/exchange/page-shell.ts";
import { fontsNeeded, pageStyle } from "../../src/exchange/style.ts";
import { ASSESSMENT, TEXTS } from "./assessment.ts";
import { HOSTILE } from "./hostile.ts";
import { poisoned, poisonedTexts } from "./poisoned.ts";
import { ARABIC, CHECK, COMPARISON, COPY, WIRE } from "./texts.ts";

const STYLE = { css: "body{margin:0}", sha256: `${"A".repeat(43)}=` };
const LOOSE: Omit<Page, "title" | "body"> = {
  ...{ kind: "Compare", language: "en", direction: "ltr", demonstration: null, asOf: null, atSeq: null },
  ...{ version: "0.1.0", timeline: null, notes: [] },
};

const finish = (page: Page) => pageShell(draftPage(page), STYLE);
const loose = ({ title, body }: { title: string; body: readonly Element[] }) => finish({ ...LOOSE, title, body });

interface Markup {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Markup[];
}

function nodesOf(html: string): Markup[] {
  const walk = (node: Markup): Markup[] => [node, ...(node.childNodes ?? []).flatMap(walk)];
  return walk(parse(html) as unknown as Markup);
}

function wordsOf(html: string): string {
  return nodesOf(html)
    .filter((n) => n.nodeName === "#text")
    .map((n) => n.value ?? "")
    .join("");
}

const comparePage = () => loose(comparisonHtml({ a: { info: WIRE }, b: { info: COPY }, comparison: COMPARISON }));
const checkPage = () =>
  loose(checkHtml({ draft: { info: COPY }, against: [{ info: WIRE }, { info: ARABIC }], check: CHECK }));
const pagesOf = (a: typeof ASSESSMENT, texts = TEXTS) => ({
  brief: finish(assessmentFrame(a, { kind: "Brief", body: assessmentBody(a) })),
  statements: finish(assessmentFrame(a, { kind: "Statements", body: statementsBody(a, texts) })),
  silence: finish(assessmentFrame(a, { kind: "Silence", body: silenceBody(a) })),
  lineage: finish(assessmentFrame(a, { kind: "Sources", body: lineageBody(a) })),
});

const MAY_STAND = new Set(
  "#document #documentType #text html head meta title style body header main footer section aside nav div p span a b br strong small sup ul ol li dl dt dd h1 h2 h3 hr q bdi table thead tbody tr th td caption svg g path circle rect line text tspan defs pattern title desc".split(
    " ",
  ),
);

function complaints(html: string): string[] {
  return nodesOf(html).flatMap(({ nodeName, attrs = [] }) => {
    const own = MAY_STAND.has(nodeName) ? [] : [`<${nodeName}>`];
    const bad = attrs.filter(({ name, value }) => {
      if (name.startsWith("on") || name === "style" || name === "src" || name === "srcset") return true;
      if (name !== "href") return false;
      return !(
        value.startsWith("#") ||
        (/^https?:\/\/[a-z0-9.-]+(?::\d+)?(?:[/?#]|$)/i.test(value) && !/t\.me|onion|@/.test(value))
      );
    });
    return [...own, ...bad.map((a) => `${nodeName} ${a.name}="${a.value}"`)];
  });
}

describe("whatever a text says is shown as words [CO1]", () => {
  test("there are sixty hostile texts and more", () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(60);
  });

  const harmless = (html: string) => {
    expect(complaints(html)).toEqual([]);
    expect(html).not.toMatch(/\p{Surrogate}|[\u0000-\u0008\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u);
  };

  test.each(HOSTILE.map((words, i) => [i, words] as const))("hostile text %i acts in no page of texts", (_, words) => {
    const { a, b, comparison, check } = poisonedTexts(words);
    harmless(loose(comparisonHtml({ a: { info: a }, b: { info: b }, comparison })));
    harmless(loose(checkHtml({ draft: { info: a }, against: [{ info: b }], check })));
  });

  test.each([0, 1, 2, 3, 4, 5, 6])("nor in a page of an assessment, ten at a time: %i", (tens) => {
    const words = HOSTILE.slice(10 * tens, 10 * tens + 10).join(" ");
    for (const html of Object.values(pagesOf(poisoned(words), { ["a".repeat(64)]: words }))) harmless(html);
  });

  test("the words themselves are still there to be read", () => {
    const html = pagesOf(poisoned(`<script>a&b</script>`)).brief;
    expect(wordsOf(html)).toContain(`<script>a&b</script>`);
  });

  test("a hidden character stands as a visible mark", () => {
    expect(pagesOf(poisoned("admin\u202Egnp")).brief).toContain('admin<span class="hid">U+202E</span>gnp');
  });

  test("[CO2] a channel's address is defanged in documents and left out of the brief", () => {
    const address = "https://t.me/slate_company/12";
    const html = pagesOf(poisoned(address)).brief;
    expect(html).not.toContain("//t.me");
    expect(html).toContain("hxxps://t[.]me/slate_company/12");
    expect(html.slice(html.indexOf('class="bg"'), html.indexOf("</aside>"))).toContain("[channel address left out]");
  });

  test("a link out is http(s), and tells the other side nothing", () => {
    const links = nodesOf(comparePage()).flatMap(({ attrs = [] }) =>
      attrs.some((a) => a.name === "href" && a.value.startsWith("http")) ? [attrs] : [],
    );
    expect(links).toHaveLength(1);
    expect(links[0]).toContainEqual({ name: "rel", value: "noreferrer nofollow" });
  });
});

describe("one file that loads nothing", () => {
  test("the policy forbids everything but the page's own style, by its hash, and fonts inside it", () => {
    expect(comparePage()).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${STYLE.sha256}'; font-src data:; img-src 'none'; base-uri 'none'; form-action 'none'">`,
    );
  });

  test("fonts for Arabic and for further Latin letters are asked for only where a letter needs them", () => {
    expect(fontsNeeded("plain English: “quotes”")).toEqual(["sans", "serif"]);
    expect(fontsNeeded("Łódź")).toEqual(["sans", "serif", "sans-ext", "serif-ext"]);
    expect(fontsNeeded("قال")).toEqual(["sans", "serif", "sans-arabic", "serif-arabic"]);
  });

  test("the same fonts in another order give the same style; what is no font is refused", () => {
    const fonts = [
      { face: "serif", base64: "AAAA" },
      { face: "sans", base64: "BBBB" },
    ] as const;
    expect(pageStyle(fonts)).toBe(pageStyle([...fonts].reverse()));
    expect(() => pageStyle([{ face: "sans", base64: ")}body{x" }])).toThrow("not base64");
  });

  test("a style that ends itself, or a hash that is none, is refused", () => {
    const draft = draftPage({ ...LOOSE, title: "x", body: [] });
    expect(() => pageShell(draft, { ...STYLE, css: "</style>" })).toThrow();
    expect(() => pageShell(draft, { ...STYLE, sha256: "'unsafe-inline'" })).toThrow();
  });

  test("each link into the page leads somewhere, and no two places share a name", () => {
    for (const html of [comparePage(), checkPage(), ...Object.values(pagesOf(ASSESSMENT))]) {
      const attrs = nodesOf(html).flatMap((n) => n.attrs ?? []);
      const ids = attrs.filter((a) => a.name === "id").map((a) => a.value);
      expect(new Set(ids).size).toBe(ids.length);
      const targets = attrs
        .filter((a) => a.name === "href" && a.value.startsWith("#"))
        .map((a) => decodeURIComponent(a.value.slice(1)));
      expect(targets.filter((t) => !ids.includes(t))).toEqual([]);
    }
  });

  test("the same assessment gives the same bytes", () => {
    expect(pagesOf(ASSESSMENT)).toEqual(pagesOf(structuredClone(ASSESSMENT)));
  });
});

describe("what a page must say", () => {
  test("that its texts are invented stands in the title, the head and the foot of each page of such a case", () => {
    for (const html of Object.values(pagesOf(ASSESSMENT))) {
      expect(html).toMatch(/<title>Demonstration: invented texts/);
      expect(html).toContain('<strong class="demo">Demonstration: invented texts</strong>');
      expect(html.slice(html.indexOf("<footer"))).toContain("Demonstration: invented texts");
    }
  });

  test("[CO12] compare names both texts, says what best explains them, that no reply was asked, and nothing on intent", () => {
    const words = wordsOf(comparePage());
    expect(words).toContain(
      "Dale Herald is best explained by Upland Wire, or by a source of both that we have not seen (10 in 100)",
    );
    expect(words).toContain("reply askedno");
    for (const html of [comparePage(), checkPage()]) {
      expect(wordsOf(html)).not.toMatch(/plagiar|stole|fake|copied from|lie[sd]?\b|on purpose|deliberate/i);
    }
  });

  test("compare turns with the direction: the source stands first whichever text was handed in first", () => {
    const turned = {
      ...COMPARISON,
      direction: { ...COMPARISON.direction, derived: "a" as const, probability: 0.04 },
      sentences: { a: COMPARISON.sentences.b, b: COMPARISON.sentences.a },
      alignment: COMPARISON.alignment.map((g) => ({
        ...g,
        a: g.b,
        b: g.a,
        changes: g.changes.map(({ a, b, ...c }) => ({
          ...c,
          ...(b !== undefined && { a: b }),
          ...(a !== undefined && { b: a }),
        })),
      })),
    };
    expect(comparisonHtml({ a: { info: COPY }, b: { info: WIRE }, comparison: turned }).body).toEqual(
      comparisonHtml({ a: { info: WIRE }, b: { info: COPY }, comparison: COMPARISON }).body,
    );
  });

  test("texts of which neither is made from the other have nothing dropped or added, and no source and copy", () => {
    const verdict = { ...COMPARISON.verdict, relation: "same-event-independent" as const, derived: 0.04 };
    const html = loose(
      comparisonHtml({
        a: { info: WIRE },
        b: { info: ARABIC },
        comparison: {
          ...COMPARISON,
          verdict,
          sentences: { a: COMPARISON.sentences.a, b: [{ start: 0, end: 20 }] },
          alignment: [],
        },
      }),
    );
    const words = wordsOf(html);
    expect(words).toContain("Best explained by two reports of one event, each made by itself.");
    expect(words).toContain("only in Upland Wire");
    expect(words).not.toMatch(/sentence (dropped|added)|best explained by Upland/);
    expect(words).toContain("The texts are in two languages.");
  });

  test("each change has one number, in the list and at its words", () => {
    const html = comparePage();
    expect(html).toContain('<span class="ch chg">about 200 blasts<sup>10</sup></span>');
    expect(html).toContain('<span class="n">10</span>');
    expect(html).toContain("number changed");
    const numbers = [...html.matchAll(/<span class="n">(\d+)<\/span>/g)].map((m) => Number(m[1]));
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  });

  test("check lays each sentence beside its source, the words that differ, and what could not be judged", () => {
    const words = wordsOf(checkPage());
    expect(words).toContain(
      "Of 5 sentences, 1 has something changed, 1 is more certain than its source, 1 no longer says who said it and 1 has no source here. 1 could not be judged.",
    );
    expect(words).toContain("“about 20 blasts” became “about 200 blasts”");
    expect(words).toContain("doc 1, par 4");
    expect(words).toContain("no passage to show");
    expect(words).toContain("not judged");
  });

  test("[BR1] each number of the brief leads to its grounds, down to words, judgment, row and table", () => {
    const { brief } = pagesOf(ASSESSMENT);
    expect(brief).toContain('<a class="fig" href="#why-tarn%2Fwho%2Fgas%2Fprobability">60</a>');
    expect(brief).toContain('id="why-tarn/who/gas/probability"');
    const grounds = brief.slice(brief.indexOf('id="grounds"'));
    expect(grounds).toContain("night desk");
    expect(grounds).toContain("31 rows: lines 2, 4");
    expect(grounds).toContain("An invented count");
    expect(wordsOf(grounds)).toContain("Nobody had claimed the attack by 9 a.m. on Monday.");
    expect(grounds).not.toContain("does not follow");
  });

  test("a figure that does not follow from its grounds is said not to", () => {
    const figures = ASSESSMENT.figures.map((f) => (f.by === "unclaimed-if-did" ? { ...f, value: 0.5 } : f));
    expect(pagesOf({ ...ASSESSMENT, figures }).brief).toContain("It does not follow from its grounds.");
  });

  test("[XP3] where nobody has judged, the page shows an open slot and no bar", () => {
    const questions = ASSESSMENT.questions.filter((q) => q.answer.is === "unknown");
    const { brief } = pagesOf({ ...ASSESSMENT, questions });
    expect(brief).toContain("No probabilities yet.");
    expect(brief).not.toContain('class="post"');
  });

  test("[BR4] the silence is told in counts of 100, and the curve goes through the figure at its hour", () => {
    const { silence } = pagesOf(ASSESSMENT);
    expect(wordsOf(silence)).toContain(
      "Of 100 such attacks that the Slate Company did, about 75 (60 to 90 over 3 reference classes) would be unclaimed after 12 to 36 hours; of 100 it did not do, 98.",
    );
    const now = ASSESSMENT.figures.find((f) => f.id.endsWith("Slate-Company-all-attacks/unclaimed"))!.value;
    const knots = [...silence.matchAll(/class="knot of-word" cx="[\d.]+" cy="([\d.]+)"/g)].map((m) => Number(m[1]));
    // The wide drawing's axis runs from 274 at 0 up to 8 at 100.
    expect((274 - knots[0]!) / 266).toBeCloseTo(now, 2);
  });

  test("a source's words keep their language and direction", () => {
    const { brief } = pagesOf(ASSESSMENT);
    expect(brief).toContain('<q lang="ar" dir="auto">ولم تتبن أي جهة الهجوم حتى صباح الاثنين.</q>');
    expect(brief).toContain("<bdi>صحيفة السهل</bdi>".replace("<bdi>", '<bdi lang="ar">'));
  });
});
