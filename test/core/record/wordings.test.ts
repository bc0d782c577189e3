import { describe, expect, test } from "vitest";
import { assessTexts } from "../../../src/core/index.entry.ts";

type Tongue = "en" | "ar";
const LEAD: Readonly<Record<Tongue, string>> = {
  en: "Two guards were killed on 3 March 2031 when intruders attacked a fuel depot near Tarn Bridge, the Interior Ministry said.",
  ar: "قتل حارسان في 3 مارس 2031 في هجوم على مستودع وقود قرب بلدة تارن، حسبما قالت وزارة الداخلية.",
};
const assessed = (words: string, tongue: Tongue = "en", more: object = {}) =>
  assessTexts(
    [
      {
        text: `${LEAD[tongue]}\n\n${words}\n`,
        name: "report",
        publishedAt: "2031-03-06T09:00Z",
        language: tongue,
        ...more,
      },
    ],
    { asOf: "2031-03-09" },
  );
const ledger = (words: string, tongue?: Tongue, more?: object) =>
  assessed(words, tongue, more).ledger.map((e) => `${e.is}: ${e.actor ?? plain(e.actorName)}`);
const plain = (name: string) => name.replace(/^the |["“”«»]/giu, "");
const laid = (words: string, tongue?: Tongue, more?: object) =>
  assessed(words, tongue, more)
    .attributions.filter((a) => a.said !== "denies")
    .map((a) => `${a.said} ${plain(a.whom ?? a.by)}`);

describe("[ST9] acts in the wordings of reports", () => {
  test.each<[Tongue, string, readonly string[]]>([
    [
      "en",
      "A spokesman for the Taliban said the guards were targeted by the group to avenge a killing.",
      ["claim: taliban"],
    ],
    [
      "en",
      "The Lantern Front, which has held the hills since spring, has denied the claims.",
      ["denial: Lantern Front"],
    ],
    ["en", "The Lantern Front bragged about the raid on its channel.", ["claim: Lantern Front"]],
    ["en", "The Copper Vole gang listed the depot's owner on its leak site after the attack.", ["claim: Copper Vole"]],
    ["en", "Nobody has so far said that they did it.", ["no-claim-seen: nobody named"]],
    ["en", "The Lantern Front has not said a word.", ["no-claim-seen: lantern-front"]],
    ["en", "The Lantern Front dismissed the accusation and denied any part in the raid.", ["denial: Lantern Front"]],
    ["en", "The Lantern Front called the remark a fairy tale.", ["denial: Lantern Front"]],
    ["en", "The Lantern Front withdrew the message.", ["retraction: Lantern Front"]],
    ["en", "The Lantern Front, which keeps to the hills, hailed him as a hero.", ["praise: Lantern Front"]],
    ["ar", "أعلنت حركة طالبان، في بيان نشر مساء الأربعاء، مسؤوليتها عن الهجوم.", ["claim: taliban"]],
    ["ar", "أعلنت «كتيبة الطرفاء» أن أحد مقاتليها نفذ الهجوم.", ["claim: كتيبة الطرفاء"]],
    ["ar", "أكدت «كتيبة الطرفاء» أنها كانت وراء الهجوم.", ["claim: كتيبة الطرفاء"]],
    ["ar", "نفت حركة طالبان، في بيان نشر مساء الأربعاء، ضلوعها في الهجوم.", ["denial: taliban"]],
    ["ar", "قالت حركة طالبان إنها لم تنفذ الهجوم.", ["denial: taliban"]],
  ])("%s: %s", (tongue, words, expected) => {
    expect(ledger(words, tongue)).toEqual(expected);
  });

  test.each([
    "What might the Lantern Front gain by keeping quiet about the raid?",
    "The statement fell short of saying that the Lantern Front had ordered the raid.",
  ])("what is asked or not said is no act: %s", (words) => {
    expect([...ledger(words), ...laid(words)]).toEqual([]);
  });

  test("one act told in the headline and below it is one entry, in the words below", () => {
    const text = `Taliban claims responsibility for attack on depot\n\n${LEAD.en}\n\nThe Taliban claimed responsibility for the attack. The Taliban denied any link to the cartel. The Taliban denied any link to the cartel.\n`;
    const { ledger: entries } = assessTexts([{ text, name: "r", publishedAt: "2031-03-06T09:00Z" }], {
      asOf: "2031-03-09",
    });
    expect(entries.map((e) => [e.is, e.quote.quote])).toEqual([
      ["claim", "The Taliban claimed responsibility for the attack."],
      ["denial", "The Taliban denied any link to the cartel."],
    ]);
  });
});

describe("[ST10] who is said to have done it, in the wordings of reports", () => {
  test.each<[Tongue, string, readonly string[]]>([
    ["en", "No group has claimed the raid, but suspicion fell on the Lantern Front.", ["suggests Lantern Front"]],
    ["en", "The attack bears the hallmarks of the Lantern Front.", ["suggests Lantern Front"]],
    ["en", "Taliban fighters stormed the depot, a guard said.", ["blames Taliban"]],
    ["en", "It was hit hours after Israel's air strike on the port.", ["blames Israel"]],
    ["en", "Suspected Taliban fighters stormed the depot.", ["suggests Taliban"]],
    ["en", "Lowland officials condemned Sudan after the raid.", ["blames Sudan"]],
    ["en", "The general laid the attack at the door of the Taliban.", ["blames Taliban"]],
    ["en", "The Taliban claimed it was responsible for the raid, Reuters reported.", ["claims Taliban"]],
    ["en", "It is not likely that the Taliban was behind the raid, a minister said.", []],
    ["en", "An analyst said the Taliban was the likeliest culprit.", ["suggests Taliban"]],
    ["en", "The raid was the work of the man who drove the lorry.", []],
    ["ar", "واتهمت وزارة الداخلية في تصريح لوكالة رويترز حركة طالبان بالوقوف وراء الهجوم.", ["accuses Taliban"]],
    ["ar", "ونفى متحدث باسم القرية ذلك متهما حركة طالبان بالوقوف وراء الهجوم.", ["accuses Taliban"]],
    ["ar", "وقال محققون إن منفذ الهجوم هو نادر السلوم من بلدة تارن.", ["blames نادر السلوم"]],
    ["ar", "وقال شاهد إن حركة طالبان شنت الهجوم.", ["blames Taliban"]],
    ["ar", "ولم تعلن أي جهة مسؤوليتها، لكن الهجوم يحمل بصمات حركة طالبان.", ["suggests Taliban"]],
  ])("%s: %s", (tongue, words, expected) => {
    expect(laid(words, tongue)).toEqual(expected);
  });
});
