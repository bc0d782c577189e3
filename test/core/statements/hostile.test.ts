import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assessTexts } from "../../../src/core/index.entry.ts";
import { findStatements } from "../../../src/core/statements.entry.ts";
import { HOSTILE } from "../../exchange/hostile.ts";
import { faultsIn } from "./spans.ts";

const PIECES = [
  ..."“”\"'’‘«»‹›()[]{}.,:;!?-–—…/\\،؛؟".split(""),
  ...["\u0000", "\u200b", "\u200e", "\u202e", "\u2066", "\ufeff", "\ud800", "\udc00", "\u2028", "\u0301", "\u0651"],
  ...["😀", "👩‍👩‍👧", "ﷺ", "İ", "ß", "ﬁ", "\r\n", "\n", "\n\n", "\t", " ", "  "],
  ..."said told denied blamed claimed claims reports according accused that by of to not who it he they has was".split(
    " ",
  ),
  ...["claimed responsibility for", "according to", "reports that", "denial of", "views the raid as", "citing"],
  ...["The ministry", "Harbour police", "Col. Samir Harun", "officials", "the attack", "a bomb", "Maren", "14", "2031"],
  ...[
    "قال",
    "وقالت",
    "أعلنت",
    "نفى",
    "اتهم",
    "إن",
    "أن",
    "بحسب",
    "لم تتبن",
    "مسؤوليتها عن",
    "الوزارة",
    "الهجوم",
    "مصادر",
  ],
];

const strange = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom("", " ", " ")), { maxLength: 60 })
  .map((all) => all.flat().join(""));

const faults = (text: string) => faultsIn(findStatements(text), new Map([[undefined, text]]));

describe("every span of the output slices to its quote, whatever the text", () => {
  test("[ST1] of words, signs and halves of characters in any order", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(strange, (text) => {
        expect(faults(text)).toEqual([]);
      }),
      { seed: 4, numRuns: 600 },
    );
  });

  test("[ST1] of any characters at all", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 120 }), (text) => {
        expect(faults(text)).toEqual([]);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  test("[ST1] of markup and scripts, alone and as what somebody said", () => {
    const said = HOSTILE.map((words) => `The ministry said “${words}” on Tuesday. ${words}, Col. Samir Harun said.`);
    for (const text of [...HOSTILE, ...said, said.join("\n")]) expect(faults(text), text).toEqual([]);
  });

  test("[BR1] and in a whole assessment of such texts", () => {
    const texts = ["a", "b", "c"].map((name, i) => ({
      name,
      publisher: `Ledger ${name}`,
      publishedAt: "2031-03-05",
      text: `The ministry said on Tuesday that the Column attacked the post in Maren. ${HOSTILE.slice(i * 12, i * 12 + 12).join(" ")}\nThe Column denied it.`,
    }));
    const result = assessTexts(texts, { asOf: "2031-03-06" });
    const byName = new Map<string | undefined, string>(texts.map(({ name, text }) => [name, text]));
    expect(faultsIn(result, byName)).toEqual([]);
  });
});
