import { describe, expect, test } from "vitest";
import { decodeAssessment, encodeAssessment } from "../../src/exchange/assessment-json.ts";
import { briefMarkdown } from "../../src/exchange/brief-markdown.ts";
import { endOfWords, marked } from "../../src/exchange/marked.ts";
import { oddsInWords, of100, runs, short } from "../../src/exchange/numbers.ts";
import { defanged, followable, shownText, withoutChannels } from "../../src/exchange/shown.ts";
import { ASSESSMENT } from "./assessment.ts";
import { HOSTILE } from "./hostile.ts";
import { poisoned } from "./poisoned.ts";

describe("Markdown", () => {
  test("the brief reads as a brief: judgment first, notes as footnotes, what its texts are at head and foot", () => {
    expect(briefMarkdown(ASSESSMENT.brief)).toBe(`# Tarn Hollow: a blast at a signal station

> **Demonstration: invented texts**

What could be known by 3 May 2033, 06:00 UTC; recorded to event 63.

**Given the judgments of night desk, “A gas leak, and no attack” leads with 60 in 100 (50 to 80): too uncertain for one likelihood word.**

That the band did it is very unlikely to unlikely.

## Who says what

- The transport minister blames the Slate Company, from “a first look”.[^1]
- صحيفة السهل reports that nobody has claimed it.[^2]

## The silence

Of 100 such attacks that the band did, about 75 would be unclaimed by now.

## Made how

Three documents were read. This is not a legal finding.

---

Silverblaze 0.1.0. Checked by nobody yet. Not a legal finding. Demonstration: invented texts.

[^1]: “a first look pointed to the Slate Company” (doc 1, par 3)

[^2]: «ولم تتبن أي جهة الهجوم حتى صباح الاثنين.» (doc 3, par 2)
`);
  });

  test.each(HOSTILE.map((words, i) => [i, words] as const))("hostile text %i stays words", (_, words) => {
    const text = briefMarkdown(poisoned(words).brief);
    const bare = text.replace(/\\[!-/:-@[-`{-~]/g, "");
    // What is left without escapes is our own markup alone.
    expect(bare.replace(/^> \*\*/gm, "").replace(/\[\^\d+\]/g, "")).not.toMatch(/[<>`|]|\]\(|!\[|\bwww\.|https?:\/\//);
    expect(text).not.toMatch(/\p{Surrogate}|[\u0000-\u0008\u202a-\u202e\u2066-\u2069]/u);
    expect(text).not.toMatch(/\/\/t\.me|\.onion/);
  });
});

describe("JSON", () => {
  test("decode(encode(x)) is x", () => {
    expect(decodeAssessment(encodeAssessment(ASSESSMENT))).toEqual(ASSESSMENT);
    for (const words of HOSTILE) expect(decodeAssessment(encodeAssessment(poisoned(words)))).toEqual(poisoned(words));
  });

  test.each([
    ["a list", "[]", "not an object"],
    ["another schema", `{"schema":"silverblaze/compare/1"}`, "its schema"],
    ["a missing list", JSON.stringify({ ...ASSESSMENT, figures: null }), `no list "figures"`],
    ["a missing brief", JSON.stringify({ ...ASSESSMENT, brief: null }), `no "brief"`],
  ])("%s is refused with what is wrong", (_, json, fault) => {
    expect(decodeAssessment(json)).toEqual({ fault: expect.stringContaining(fault) });
  });
});

describe("addresses [CO2]", () => {
  test.each([
    ["https://t.me/band/1", "hxxps://t[.]me/band/1"],
    ["see t.me/band, or not", "see t[.]me/band, or not"],
    ["http://telegram.me/band", "hxxp://telegram[.]me/band"],
    ["https://archive.example/web/https://t.me/band", "https://archive.example/web/hxxps://t[.]me/band"],
    ["//t.me/band", "//t[.]me/band"],
    ["tg://resolve?domain=band", "tg[:]//resolve?domain=band"],
    ["http://abcdefghijklmnop.onion/x.html", "hxxp://abcdefghijklmnop[.]onion/x.html"],
  ])("%s is written so that nothing follows it", (text, shown) => {
    expect(defanged(text)).toBe(shown);
    expect(withoutChannels(text)).toContain("[channel address left out]");
  });

  test.each(["https://upland-wire.example/t.me", "market.media", "import.meta", "https://cat.men/x"])(
    "%s is left as it is",
    (text) => {
      expect(defanged(text)).toBe(text);
    },
  );

  test.each([
    ["https://upland-wire.example/a?b=c#d", true],
    ["http://127.0.0.1:8080/", true],
    ["https://user:pass@upland-wire.example/", false],
    ["javascript:alert(1)", false],
    ["ftp://upland-wire.example/", false],
    ["https://t.me/band", false],
    ["https://upland wire.example/", false],
    ["https://p\u0430ypal.example/", false],
  ])("%s may be followed: %s", (address, may) => {
    expect(followable(address)).toBe(may ? address : null);
  });
});

describe("time", () => {
  test.each([
    ["one long word", "x".repeat(300_000)],
    ["dots", "a.".repeat(150_000)],
    ["full stops", `${"!".repeat(300_000)}x`],
    ["hyphens and slashes", "-//".repeat(100_000)],
  ])("%s is shown in time linear in its length", (_, text) => {
    const began = performance.now();
    defanged(text);
    shownText(text);
    endOfWords(text, { start: 0, end: text.length - 1 });
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe("hidden characters", () => {
  test("those that right-to-left writing needs stay, elsewhere they are named", () => {
    expect(shownText("می\u200cخواهم")).toBe("می\u200cخواهم");
    expect(shownText("pay\u200cpal")).toBe("pay[U+200C]pal");
    expect(shownText("👩\u200d🚒")).toBe("👩\u200d🚒");
  });
});

describe("marks", () => {
  const mark = (start: number, end: number, n: number) => ({ start, end, className: `m${n}`, numbers: [n] });
  const text = "abcdefghij";
  const whole = { start: 0, end: 10 };

  test("a mark inside another nests", () => {
    const nodes = marked(text, whole, { marks: [mark(2, 8, 1), mark(4, 6, 2)], insets: [] });
    expect(JSON.stringify(nodes)).toBe(
      JSON.stringify([
        "ab",
        {
          tag: "span",
          attributes: { class: "m1" },
          children: [
            "cd",
            {
              tag: "span",
              attributes: { class: "m2" },
              children: ["ef", { tag: "sup", attributes: {}, children: ["2"] }],
            },
            "gh",
            { tag: "sup", attributes: {}, children: ["1"] },
          ],
        },
        "ij",
      ]),
    );
  });

  test("of two that cross, the later goes on after the earlier, and has its number once", () => {
    const nodes = JSON.stringify(marked(text, whole, { marks: [mark(1, 5, 1), mark(3, 8, 2)], insets: [] }));
    expect(nodes.match(/"m2"/g)).toHaveLength(2);
    expect(nodes.match(/\["2"\]/g)).toHaveLength(1);
  });

  test("no word is lost or said twice, whatever the marks", () => {
    for (let seed = 1; seed < 60; seed++) {
      const marks = Array.from({ length: 5 }, (_, i) => {
        const start = (seed * (i + 3) * 7) % 10;
        return { start, end: start + 1 + ((seed * (i + 1)) % 6), className: "m", numbers: [] };
      });
      const insets = [{ at: seed % 11, node: { tag: "span", attributes: {}, children: ["|"] } }];
      const words = marked(text, whole, { marks, insets })
        .map(function flat(node): string {
          return typeof node === "string" ? node : node.children.map(flat).join("");
        })
        .join("");
      expect(words.replace("|", "")).toBe(text);
      expect(words).toContain("|");
    }
  });
});

describe("numbers [BR4]", () => {
  test("shares are counts of 100 rounded to 5, to 1 at the ends, never 0 or 100", () => {
    expect([0, 0.004, 0.034, 0.07, 0.5249, 0.97, 0.996].map(of100)).toEqual([
      "< 1",
      "< 1",
      "3",
      "5",
      "50",
      "97",
      "> 99",
    ]);
  });

  test("odds, runs and short numbers read as people write them", () => {
    expect([0.25, 3, 1].map((n) => oddsInWords(n))).toEqual(["1 to 4", "3 to 1", "1 to 1"]);
    expect(runs([5, 2, 3, 4, 9, 9])).toBe("2–5, 9");
    expect(short(-2.6449)).toBe("−2.64");
  });
});
