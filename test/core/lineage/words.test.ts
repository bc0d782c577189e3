import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shippedWeights } from "../../../src/core/lineage/weights.ts";
import { stemArabic, stemEnglish } from "../../../src/core/text/stem.ts";
import { foldWord, wordsOf } from "../../../src/core/text/words.ts";

describe("wordsOf", () => {
  it("[LI2] every word slices to itself and they stand in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
        let last = 0;
        for (const w of wordsOf(text)) {
          expect(w.start).toBeGreaterThanOrEqual(last);
          expect(w.end).toBeGreaterThan(w.start);
          last = w.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it("[LI2] numbers have one key however they are written", () => {
    const stems = (text: string) => wordsOf(text).map((w) => w.stem);
    expect(stems("Twelve 12 ١٢ 1,200 1200 ١٢٠٠")).toEqual(["12", "12", "12", "1200", "1200", "1200"]);
    expect(stems("3.5 3,5")).toEqual(["3.5", "3.5"]);
  });

  it("[LI2] possessives, hyphens and points of abbreviations do not part a name from itself", () => {
    expect(wordsOf("Orsenna’s O.M.B.-led al-Varrow").map((w) => w.norm)).toEqual([
      "orsenna",
      "omb",
      "led",
      "al",
      "varrow",
    ]);
  });

  it("[LI2] Arabic spellings fold to one word and light stems drop article and endings", () => {
    expect(foldWord("الإِدارةُ")).toBe(foldWord("الاداره"));
    expect(["المهاجمون", "والمهاجمين", "مهاجم"].map((w) => stemArabic(foldWord(w)))).toEqual([
      "مهاجم",
      "مهاجم",
      "مهاجم",
    ]);
    expect(stemArabic("ماء")).toBe("ماء");
  });
});

describe("stemEnglish", () => {
  // From the examples in Porter (1980).
  it.each([
    ["caresses", "caress"],
    ["ponies", "poni"],
    ["cats", "cat"],
    ["agreed", "agre"],
    ["plastered", "plaster"],
    ["motoring", "motor"],
    ["sing", "sing"],
    ["conflated", "conflat"],
    ["hopping", "hop"],
    ["falling", "fall"],
    ["filing", "file"],
    ["happy", "happi"],
    ["sky", "sky"],
    ["relational", "relat"],
    ["digitizer", "digit"],
    ["operator", "oper"],
    ["hopefulness", "hope"],
    ["formaliti", "formal"],
    ["electrical", "electr"],
    ["revival", "reviv"],
    ["allowance", "allow"],
    ["adjustment", "adjust"],
    ["adoption", "adopt"],
    ["effective", "effect"],
    ["rate", "rate"],
    ["cease", "ceas"],
    ["controll", "control"],
    ["roll", "roll"],
  ])("[LI2] %s → %s", (word, stem) => {
    expect(stemEnglish(word)).toBe(stem);
  });
});

describe("word weights", () => {
  it("[LI2] rarer stems weigh more; numbers and words the table lacks have a weight too", () => {
    const { of } = shippedWeights();
    const weights = ["the", "peopl", "guard", "cartridg"].map(of);
    expect(weights).toEqual([...weights].sort((a, b) => a - b));
    expect(of("qvrzx")).toBeGreaterThan(of("guard"));
    expect(of("1987")).toBeGreaterThan(of("2"));
    expect(of("في")).toBeLessThan(of("صاروخ"));
  });
});
