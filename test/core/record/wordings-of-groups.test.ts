import { describe, expect, test } from "vitest";
import { assessTexts } from "../../../src/core/index.entry.ts";

const assessed = (words: string, lead: string) =>
  assessTexts([{ text: `${lead} ${words}`, name: "report", publishedAt: "2031-03-06", publisher: "Ferry Times" }], {
    asOf: "2031-03-09",
  });
const ENGLISH = "Two guards were killed on 3 March 2031 when a bomb hit a fuel depot near Tarn Bridge.";
const ARABIC = "قتل حارسان في 3 مارس 2031 في هجوم على مستودع وقود قرب بلدة تارن.";
const ledger = (words: string, lead = ENGLISH) =>
  assessed(words, lead).ledger.map((e) => `${e.is}: ${e.actorName.replace(/^the /iu, "")}, ${e.object}`);
const attributions = (words: string, lead = ENGLISH) =>
  assessed(words, lead).attributions.map(
    (a) => `${a.by} ${a.said}${a.whom === null ? "" : ` ${a.whom.replace(/^the (?=Salt)/u, "")}`} (${a.kind})`,
  );

describe("[ST9] who acts, and in which words", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "whose ministry it is",
      "Vessia's foreign ministry called the accusation baseless.",
      ["denial: Vessia's foreign ministry, responsibility"],
    ],
    [
      "a deed of one's own men is responsibility",
      "The Salt Front denied that its members had shot the guards.",
      ["denial: Salt Front, responsibility"],
    ],
    [
      "the group is the one named before it",
      "The Salt Front claimed the attack. “Our fighters shot the guards,” the group said.",
      ["claim: Salt Front, responsibility"],
    ],
    [
      "a spokesman's denial for his group is one",
      "A spokesman for the Salt Front said that the group had no hand in it.",
      ["denial: Salt Front, responsibility"],
    ],
    ["silence on another matter is none", "The group did not comment on the army's pay dispute.", []],
    [
      "no group is nobody who claims",
      "No group has claimed the raid, but people talk.",
      ["no-claim-seen: nobody named, responsibility"],
    ],
    [
      "a claim in the passive",
      "Responsibility was claimed in the name of the Salt Front in a letter to a newspaper.",
      ["claim: Salt Front, responsibility"],
    ],
    [
      "no group is not the one named before it",
      "The mayor blamed the Salt Front. No group had claimed responsibility by Tuesday.",
      ["no-claim-seen: nobody named, responsibility"],
    ],
    ["nobody claimed", "Nobody ever claimed the bombing.", ["no-claim-seen: nobody named, responsibility"]],
    ["one's own man", "“The driver belonged to us,” the Salt Front said.", ["claim: Salt Front, responsibility"]],
    [
      "neither knew nor ordered",
      "The Salt Front said it neither knew nor ordered the attack.",
      ["denial: Salt Front, responsibility"],
    ],
    [
      "more that would follow is a threat",
      "The Salt Front warned that more would follow.",
      ["threat: Salt Front, unstated"],
    ],
    [
      "who celebrates the bomber praises",
      "The Salt Front celebrated the bomber on its channel.",
      ["praise: Salt Front, unstated"],
    ],
    [
      "the right to reply is a threat",
      "The Salt Front said its fighters reserve the right to respond.",
      ["threat: Salt Front, unstated"],
    ],
  ])("%s: %s", (_, words, expected) => {
    expect(ledger(words)).toEqual(expected);
  });

  test("a list of victims is a claim, in Arabic too", () => {
    expect(ledger("وأضافت عصابة «ملح الليل» اسم الشركة إلى لائحة ضحاياها.", ARABIC)).toEqual([
      "claim: ملح الليل, responsibility",
    ]);
  });
});

describe("[ST10] who is said to have done it, and by whom", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "what a party is linked to is not blamed, and the FBI is an office",
      "The FBI attributed the attack to Brinewolf, which is linked to Vessia.",
      ["FBI blames Brinewolf (official)"],
    ],
    [
      "all of the words between single marks",
      "The ministry blamed the attack on 'agents of the Halvern regime'.",
      ["The ministry blames agents of the Halvern regime (official)"],
    ],
    [
      "whose officials they are",
      "US intelligence officials assess that the Sorvane intelligence service was behind the attack.",
      ["US intelligence officials assesses the Sorvane intelligence service (official)"],
    ],
    [
      "the finger, pointed in the active",
      "The mayor pointed the finger at the Salt Front.",
      ["The mayor blames Salt Front (official)"],
    ],
    [
      "who is charged, whatever the charge is called",
      "A former telephone engineer has been charged with setting light to the depot.",
      ["nobody named accuses A former telephone engineer (unofficial)"],
    ],
    [
      "what the one charged is",
      "The prosecutor has charged one man, a diving instructor, over the bombing.",
      ["The prosecutor accuses a diving instructor (legal)"],
    ],
    [
      "somebody known only by his work, some words behind the suspicion",
      "The mayor said suspicion fell at once on the night keeper.",
      ["The mayor suggests the night keeper (official)"],
    ],
    [
      "what is not ruled out may be",
      "The mayor did not rule out the involvement of the Salt Front.",
      ["The mayor suggests Salt Front (official)"],
    ],
  ])("%s: %s", (_, words, expected) => {
    expect(attributions(words)).toEqual(expected);
  });

  test("who claims by the word for himself is named by what he calls himself, and blames nobody", () => {
    expect(ledger("ونسب حساب يسمي نفسه «ملح الليل» الهجوم إلى نفسه.", ARABIC)).toEqual([
      "claim: ملح الليل, responsibility",
    ]);
    expect(attributions("ونسب حساب يسمي نفسه «ملح الليل» الهجوم إلى نفسه.", ARABIC).join()).not.toMatch(/blames نفسه/u);
  });
});
