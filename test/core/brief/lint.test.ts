import { describe, expect, it } from "vitest";
import { isBrief } from "../../../src/core/brief/is-brief.ts";
import { lintBrief } from "../../../src/core/brief/lint.ts";
import { writeBrief } from "../../../src/core/brief/write-brief.ts";
import type { Brief, BriefPart, BriefSectionId, BriefSentence } from "../../../src/core/model/brief.ts";
import { full } from "./fixture.ts";

const brief = writeBrief(full());
const codes = (b: Brief): string[] => lintBrief(b).map((p) => p.code);

const text = (t: string): BriefPart => ({ is: "text", text: t });
const words = (t: string): BriefSentence => ({ parts: [text(t)], notes: [] });

/** The brief with one more sentence in a section of page two, where length does not matter. */
function withSentence(sentence: BriefSentence, id: BriefSectionId = "contrary"): Brief {
  const sections = brief.sections.map((s) => (s.id === id ? { ...s, sentences: [...s.sentences, sentence] } : s));
  return { ...brief, sections };
}

const likelihood = brief.sections[0]!.sentences[0]!.parts.find((p) => p.is === "likelihood")!;
const share = brief.figures.find((f) => f.id.endsWith("quarrel/probability"))!;
const killed = brief.figures.find((f) => f.id === "t/killed-3")!;
const shareShown: BriefPart = { is: "figure", id: share.id, as: "of-100", shown: "80" };

describe("data from outside", () => {
  it("has the shape of a brief or not; a broken one is told from a bad one", () => {
    const brief = JSON.parse(JSON.stringify(writeBrief(full())));
    expect(isBrief(brief)).toBe(true);
    const broken = [
      null,
      "a brief",
      { ...brief, schema: "silverblaze/brief/2" },
      { ...brief, notes: undefined },
      { ...brief, sections: [{}] },
      { ...brief, sections: [{ id: "judgment", heading: "x", sentences: [{ parts: [{ is: "shout" }], notes: [] }] }] },
      { ...brief, figures: [{ id: "x", value: "many", rule: "XP4" }] },
    ];
    for (const one of broken) expect(isBrief(one)).toBe(false);
  });
});

describe("the linter", () => {
  it("finds nothing in a brief that we wrote", () => {
    expect(lintBrief(brief)).toEqual([]);
  });

  it("[BR2] a likelihood word that is not the word of the unrounded numbers", () => {
    const wrong: BriefPart = { ...(likelihood as Extract<BriefPart, { is: "likelihood" }>), words: ["likely"] };
    expect(codes(withSentence({ parts: [text("Given that, it is "), wrong, text(".")], notes: [] }))).toEqual([
      "brief-word-differs",
    ]);
  });

  it("[BR2] the numbers decide before they are rounded: .549 prints as 55 and is roughly even", () => {
    const b = withSentence({
      parts: [text("Given that, it is "), { is: "likelihood", words: ["likely"], from: "x", to: "x" }, text(".")],
      notes: [],
    });
    const at = (value: number) => codes({ ...b, figures: [...b.figures, { id: "x", value, rule: "XP4" }] });
    expect(at(0.549)).toEqual(["brief-word-differs"]);
    expect(at(0.55)).toEqual([]);
  });

  it("[BR2] words of another row of ICD 203", () => {
    expect(codes(withSentence(words("That is probable.")))).toEqual(["brief-rows-mixed"]);
    expect(codes(withSentence(words("The minister called it “probable”.")))).toEqual([]);
  });

  it("a likelihood word without a number; as somebody's own words it may stand", () => {
    expect(codes(withSentence(words("That is likely.")))).toEqual(["brief-word-unbound"]);
    expect(
      codes(
        withSentence({
          parts: [{ is: "text", text: "the Likely Institute", name: true }, text(" denied it.")],
          notes: [],
        }),
      ),
    ).toEqual([]);
  });

  it("[BR2] likelihood and confidence in one sentence", () => {
    const both = { parts: [text("Given that, we have low confidence that it is "), likelihood, text(".")], notes: [] };
    expect(codes(withSentence(both))).toEqual(["brief-likelihood-with-confidence"]);
    const marked = {
      parts: [text("Given that, it is "), likelihood, text(".")],
      notes: [],
      confidence: "low" as const,
    };
    expect(codes(withSentence(marked))).toEqual(["brief-likelihood-with-confidence"]);
  });

  it("[BR1] a figure that the brief does not hold", () => {
    const unknown: BriefPart = { is: "figure", id: "nowhere", as: "count", shown: "3" };
    expect(codes(withSentence({ parts: [unknown, text(" were seen.")], notes: [] }))).toEqual(["brief-figure-unknown"]);
  });

  it("[BR1] a figure without a rule", () => {
    const figures = brief.figures.map((f) => (f.id === share.id ? { ...f, rule: " " } : f));
    expect(codes({ ...brief, figures })).toEqual(["brief-figure-without-rule"]);
  });

  it("[BR4] a figure printed otherwise than it rounds", () => {
    const wrong: BriefPart = { ...(shareShown as Extract<BriefPart, { is: "figure" }>), shown: "81" };
    expect(codes(withSentence({ parts: [text("Given that, "), wrong, text(" in 100.")], notes: [] }))).toEqual([
      "brief-figure-rounded-wrong",
    ]);
  });

  it("[BR1] a number in running text that is no figure; days, documents and quotations are none", () => {
    expect(codes(withSentence(words("There were 14 gunmen.")))).toEqual(["brief-number-without-figure"]);
    const fine =
      "On 3 Mar 2031, 18:00 UTC, docs 1, 2 and 3 and doc 4, par 5 said “14 gunmen”, up to event 63, in 2031.";
    expect(codes(withSentence(words(fine)))).toEqual([]);
  });

  it("[BR3] page one over 350 words; the same words on page two are fine", () => {
    const long = words(`${"word ".repeat(300)}end.`);
    expect(codes(withSentence(long, "silence"))).toEqual(["brief-page-too-long"]);
    expect(codes(withSentence(long))).toEqual([]);
  });

  it("[BR3] symbols and rule numbers in running text", () => {
    expect(codes(withSentence(words("The share π is small.")))).toEqual(["brief-symbol"]);
    expect(codes(withSentence(words("It rises ≥ twice.")))).toEqual(["brief-symbol"]);
    expect(codes(withSentence(words("This follows SI7.")))).toContain("brief-symbol");
  });

  it("[BR5] a standing section that is missing or empty", () => {
    const without = { ...brief, sections: brief.sections.filter((s) => s.id !== "assumptions") };
    expect(codes(without)).toEqual(["brief-section-missing"]);
    const empty = {
      ...brief,
      sections: brief.sections.map((s) => (s.id === "contrary" ? { ...s, sentences: [] } : s)),
    };
    expect(codes(empty)).toEqual(["brief-section-missing"]);
  });

  it.each([
    ["legal finding", "made-how"],
    ["Checked by", "made-how"],
    ["Made by", "made-how"],
    ["Demonstration", "made-how"],
    ["cannot tell", "silence"],
  ] as const)("[BR5, SI12] the standing line with “%s”", (line, id) => {
    const holds = (s: BriefSentence) => s.parts.some((p) => p.is === "text" && p.text.includes(line));
    const sections = brief.sections.map((s) =>
      s.id === id ? { ...s, sentences: s.sentences.filter((x) => !holds(x)) } : s,
    );
    expect(codes({ ...brief, sections })).toEqual(["brief-standing-line-missing"]);
  });

  it("[BR4] a bare factor", () => {
    const b = { ...brief, figures: [...brief.figures, { id: "f", value: 0.64, rule: "SI7" }] };
    const factor: BriefPart = { is: "figure", id: "f", as: "factor", shown: "0.64" };
    const sections = withSentence({ parts: [text("The silence counts "), factor, text(".")], notes: [] }).sections;
    expect(codes({ ...b, sections })).toEqual(["brief-bare-factor"]);
    expect(codes(withSentence(words("The likelihood ratio is small.")))).toEqual(["brief-bare-factor"]);
  });

  it("[BR4] a chance without its condition", () => {
    expect(codes(withSentence({ parts: [text("It is at "), shareShown, text(" in 100.")], notes: [] }))).toEqual([
      "brief-chance-without-condition",
    ]);
  });

  it("[BR7] a note that does not hold the quote, the word of the source, or the count it is cited for", () => {
    const [note] = brief.notes.filter((n) => n.quote === "At least 4 died.");
    const cite = (parts: readonly BriefPart[], cites?: string[]) =>
      codes(withSentence({ parts, notes: [note!.number], ...(cites ? { cites } : {}) }));
    expect(cite([{ is: "quote", text: "Nobody died", note: note!.number }])).toEqual(["brief-citation-lacks-fact"]);
    expect(cite([{ is: "quote", text: "At least 4", note: note!.number }])).toEqual([]);
    expect(cite([text("The guard is blamed.")], ["the guard"])).toEqual(["brief-citation-lacks-fact"]);
    expect(cite([{ is: "figure", id: killed.id, as: "count", shown: "3" }, text(" died.")])).toEqual([
      "brief-citation-lacks-fact",
    ]);
  });

  it("[BR7] a count may stand in the source in words, with separators or in Arabic digits", () => {
    const holds = (quote: string, value: number) => {
      const figure = { id: "c", value, rule: "ST8" };
      const note = { number: 99, quote, figures: [] };
      const b = withSentence({
        parts: [{ is: "figure", id: "c", as: "count", shown: String(value) }, text(" died.")],
        notes: [99],
      });
      return codes({ ...b, figures: [...b.figures, figure], notes: [...b.notes, note] });
    };
    expect(holds("Three men died.", 3)).toEqual([]);
    expect(holds("Some 1,200 men fled.", 1200)).toEqual([]);
    expect(holds("قتل ١٢ جنديا", 12)).toEqual([]);
    expect(holds("Some 13 men fled.", 3)).toEqual(["brief-citation-lacks-fact"]);
  });

  it("a note that is not there", () => {
    expect(codes(withSentence({ parts: [text("It was said.")], notes: [77] }))).toEqual(["brief-note-unknown"]);
  });

  it("[CO3] a quote longer than a point needs", () => {
    const quote = `${"word ".repeat(45)}end`;
    const b = withSentence({ parts: [text("It was said.")], notes: [99] });
    expect(codes({ ...b, notes: [...b.notes, { number: 99, quote, figures: [] }] })).toEqual(["brief-quote-too-long"]);
  });
});
