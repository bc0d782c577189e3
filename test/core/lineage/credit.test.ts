import { describe, expect, it } from "vitest";
import { compareRead } from "../../../src/core/lineage/compare.ts";
import { creditsOf } from "../../../src/core/lineage/credit.ts";
import { publisherBook } from "../../../src/core/lineage/publisher.ts";
import { type TracedText, traceLineage } from "../../../src/core/lineage/trace.ts";
import type { TextInfo } from "../../../src/core/model/reading.ts";
import { readText } from "../../../src/core/read.ts";
import { INDEPENDENT, INDEPENDENT_WIRE, ORIGINAL } from "./stories.ts";

/** A text with its whole reading, for credits rest on statements. */
function textOf(id: string, text: string, more: Partial<TextInfo> = {}): TracedText {
  const info: TextInfo = { id, text, language: /[؀-ۿ]/.test(text) ? "ar" : "en", ...more };
  return { info, reading: readText(info) };
}

const wire = textOf("wire", ORIGINAL, { publisher: "Quillon Wire" });

/** A column of the Coast Ledger: what it has of the attack it has from the wire, the rest is its own thoughts. */
const COLUMN = `Three guards died at the customs post at Tolvar on 3 March, two officers told Quillon Wire.
The attackers came in two fishing boats, the Quillon Wire reported.
It is a bad year for the Sable Coast, and the harbour has seen many bad years.
Nobody who has watched the port grow can be surprised that the guards were so few.
The Amber Column has kept silent, which may mean much or nothing at all.
According to Quillon Wire, investigators found 112 cartridge cases on the quay.
My own guess is that we shall hear of boats, ministers and promises for a long time yet.
The Treaty of Almady promised the port new lamps, and Minister Jorun Tace has sent none.`;

const column = (text: string) => textOf("column", text, { publisher: "Coast Ledger" });
const derived = (text: string) => compareRead(wire, column(text)).verdict.derived;
const names = (text: string, source = wire) => creditsOf(column(text), source).map((c) => c.name);

describe("creditsOf", () => {
  it("[LI3] sentences told on the other's word speak for a derivation, three of them at most", () => {
    expect(names(COLUMN)).toEqual(["told on its word", "told on its word", "told on its word"]);
    const bare = COLUMN.replaceAll("Quillon Wire", "a news agency");
    expect(names(bare)).toEqual([]);
    const odds = (p: number) => p / (1 - p);
    expect(odds(derived(COLUMN)) / odds(derived(bare))).toBeGreaterThan(5);
  });

  it("[LI3] the credits stand in the evidence with their words and their weight", () => {
    const rows = compareRead(wire, column(COLUMN)).verdict.evidence.filter((e) =>
      e.name.startsWith("told on its word"),
    );
    expect(rows.map((r) => [r.weight, r.b?.map((s) => COLUMN.slice(s.start, s.end).includes("Quillon Wire"))])).toEqual(
      [
        [1, [true]],
        [1, [true]],
        [1, [true]],
      ],
    );
  });

  it("[LI3] 'the agency' is the outlet named before it, until another is named", () => {
    const text =
      "The Quillon Wire reported two boats. The agency said they were grey. The Mersant Agency reported fog. The agency said it was thick.";
    expect(creditsOf(column(text), wire).map((c) => text.slice(c.span?.start, c.span?.end))).toEqual([
      "The Quillon Wire reported two boats.",
      "The agency said they were grey.",
    ]);
  });

  it("[LI3] a byline, an author, a dateline and a source line name the agency; a common word does not", () => {
    expect(names("PORT MAREN (Quillon Wire) - Three guards died at the customs post.")).toContain("dateline");
    expect(names("Three guards died at the post.\nSource: Quillon Wire")).toContain("credit line");
    const info = { ...column("Three guards died.").info, author: "Quillon Wire" };
    expect(creditsOf({ info, reading: readText(info) }, wire).map((c) => c.name)).toEqual(["author"]);
    const time = textOf("time", ORIGINAL, { publisher: "Time" });
    expect(names("The report was published in time, and the guards reported by time of day.", time)).toEqual([]);
  });

  it("[LI3] a ministry speaks to everybody: citing it is no credit to the text that it published", () => {
    const ministry = textOf("ministry", ORIGINAL, { publisher: "Interior Ministry" });
    expect(
      names("The Interior Ministry said three guards died. The Interior Ministry said two boats were seen.", ministry),
    ).toEqual([]);
  });

  it("[LI3] other names of the publisher count, from the analyst and from the shipped list", () => {
    const arabic = textOf("a", "وقالت وكالة كويلون إن ثلاثة حراس قتلوا في المركز.", { publisher: "صحيفة الساحل" });
    const book = publisherBook([{ names: ["Quillon Wire", "وكالة كويلون"], kind: "agency" }]);
    expect([creditsOf(arabic, wire).length, creditsOf(arabic, wire, book).length]).toEqual([0, 1]);
    const agency = textOf("afp", ORIGINAL, { publisher: "Agence France-Presse" });
    expect(names("AFP reported that three guards died at the post.", agency)).toEqual(["told on its word"]);
  });

  it("[LI3] texts in two languages are told apart by no word, which a warning says; of one language there is none", () => {
    const arabic = textOf("a", "قتل ثلاثة حراس في هجوم على مركز الجمارك في ميناء تولفار.");
    const codes = (b: TracedText) => compareRead(wire, b).problems.map((p) => p.code);
    expect(codes(arabic)).toContain("lineage-languages-differ");
    expect(codes(column(COLUMN))).not.toContain("lineage-languages-differ");
  });

  it("[LI5] two texts with one canonical address are one text; which came first it does not say", () => {
    const url = "https://wire.example/raid";
    const [a, b] = [
      textOf("a", ORIGINAL, { url, publisher: "Quillon Wire" }),
      textOf("b", INDEPENDENT, { url, publisher: "Ledger" }),
    ];
    const { verdict, direction } = compareRead(a, b);
    expect(verdict.evidence.some((e) => e.name.startsWith("same canonical address"))).toBe(true);
    expect(direction.basis).toBe("wording");
  });
});

describe("traceLineage", () => {
  const ledger = textOf("ledger", INDEPENDENT, { publisher: "Coast Ledger" });

  it("[LI6] a column that tells its facts on the wire's word rests on the wire; without the credits it does not", () => {
    const roots = (text: string) => traceLineage([wire, column(text)]).origins.map((o) => o.documents);
    expect(roots(COLUMN)).toEqual([["column", "wire"]]);
    expect(roots(COLUMN.replaceAll("Quillon Wire", "a news agency"))).toEqual([["column"], ["wire"]]);
  });

  it("[LI6] of two texts of one publisher the nearer one is meant, and the two stay two", () => {
    const second = textOf("wire-2", INDEPENDENT_WIRE, { publisher: "Quillon Wire" });
    expect(traceLineage([wire, second, column(COLUMN)]).origins.map((o) => o.documents)).toEqual([
      ["column", "wire"],
      ["wire-2"],
    ]);
  });

  it("[LI6] one sentence on another outlet's word makes no copy of a report", () => {
    const cites = textOf("ledger", `${INDEPENDENT}\nThe Quillon Wire reported two boats.`, {
      publisher: "Coast Ledger",
    });
    expect(traceLineage([wire, cites]).origins).toHaveLength(2);
    expect(traceLineage([wire, ledger]).origins).toHaveLength(2);
  });

  it("[LI8] a copy under any publisher's name adds no origin, where texts credit each other", () => {
    const texts = [wire, ledger, column(COLUMN)];
    const before = traceLineage(texts).origins.length;
    for (const of of texts)
      for (const publisher of [undefined, "Quillon Wire", "Coast Ledger", "Elsewhere Post"])
        for (const id of ["aaa", "zzz"]) {
          const copy = textOf(id, of.info.text, publisher === undefined ? {} : { publisher });
          expect(traceLineage([...texts, copy]).origins.length).toBeLessThanOrEqual(before);
        }
  });
});
