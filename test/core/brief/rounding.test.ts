import { describe, expect, it } from "vitest";
import { shortQuote, wordCount } from "../../../src/core/brief/prose.ts";
import { shownAs } from "../../../src/core/brief/rounding.ts";

describe("how a figure is printed [BR4]", () => {
  it("percentages go to 5, to 1 below 5 and above 95, and never to 0 or 100", () => {
    const shown = [0.0001, 0.01, 0.014, 0.049, 0.05, 0.07, 0.075, 0.62, 0.93, 0.95, 0.954, 0.97, 0.99, 0.995].map((p) =>
      shownAs(p, "percent"),
    );
    expect(shown).toEqual([
      "< 1 %",
      "1 %",
      "1 %",
      "5 %",
      "5 %",
      "5 %",
      "10 %",
      "60 %",
      "95 %",
      "95 %",
      "95 %",
      "97 %",
      "99 %",
      "> 99 %",
    ]);
  });

  it("counts of a hundred are rounded alike and read as words at the ends", () => {
    expect([0.004, 0.62, 0.972, 0.999].map((p) => shownAs(p, "of-100"))).toEqual([
      "fewer than 1",
      "60",
      "97",
      "more than 99",
    ]);
  });

  it("hours keep their unit, and turn to days from three days on", () => {
    expect([0.4, 1, 31, 71.4, 96, 1320].map((h) => shownAs(h, "hours"))).toEqual([
      "under 1 hour",
      "1 hour",
      "31 hours",
      "71 hours",
      "4 days",
      "55 days",
    ]);
  });
});

describe("a short quote [CO3]", () => {
  const long = Array.from({ length: 120 }, (_, i) => `word${i}`).join(" ");

  it("of 40 words at most holds the words that it is cited for", () => {
    const cut = shortQuote(long, ["word90"]);
    expect(wordCount(cut)).toBe(40);
    expect(cut).toContain("word90");
    expect(cut.startsWith("… ") && cut.endsWith(" …")).toBe(true);
  });

  it("of a short text is the text, its white space as single spaces", () => {
    expect(shortQuote("Two\n  guards quarrelled.")).toBe("Two guards quarrelled.");
  });
});
