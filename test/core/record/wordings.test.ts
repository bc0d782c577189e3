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
    [
      "en",
      "The Lantern Front said one of its units had “swept the yard clean” at the depot.",
      ["claim: Lantern Front"],
    ],
    ["en", "The Taliban denies everything.", ["denial: taliban"]],
    [
      "en",
      "A letter claiming responsibility for the raid appeared at noon, signed by a group calling itself Cold Signal.",
      ["claim: Cold Signal"],
    ],
    [
      "en",
      "The Amber Sheaf, a militant group of the hills, said its fighters had attacked the depot.",
      ["claim: Amber Sheaf"],
    ],
    ["en", "Two very different organisations said they were responsible for the raid.", []],
    [
      "ar",
      "وأعلنت مجموعة قراصنة تسمي نفسها «ظل النهر» مساء الأربعاء، عبر قناتها، اختراق خوادم المستودع.",
      ["claim: ظل النهر"],
    ],
    ["ar", "أعلنت وزارة الصناعة اختراق خوادم المستودع في الهجوم.", []],
    ["ar", "واعترف الموقوف بأنه زرع العبوة.", ["claim: الموقوف"]],
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

describe("[ST9] a text's own claims and denials are its publisher's", () => {
  test.each<[Tongue, string, string, readonly string[]]>([
    [
      "en",
      "Lantern Front",
      "On the night of 3 March our engineers brought down the mast beside the depot.",
      ["claim: Lantern Front"],
    ],
    ["en", "Lantern Front", "We have nothing to do with the attack on the depot.", ["denial: Lantern Front"]],
    ["en", "Norrin Data", "We take full responsibility for the outage and regret it.", []],
    ["en", "Tarn Courier", "Our correspondent counted nine holes in the tank after the attack.", []],
    ["ar", "جبهة الفانوس", "استهدف مقاتلونا المستودع ليلا.", ["claim: جبهة الفانوس"]],
  ])("%s, %s: %s", (tongue, publisher, words, expected) => {
    expect(ledger(words, tongue, { publisher })).toEqual(expected);
  });
});

describe("[ST9] what a denial is of", () => {
  test.each([
    ["The Taliban denied it.", "responsibility"],
    ["The Taliban denied the accusation.", "responsibility"],
    ["The Taliban denied backing the raiders.", "link"],
    ["The Taliban denied supporting militants.", "link"],
  ])("%s", (words, object) => {
    expect(assessed(words).ledger.map((e) => [e.is, e.object])).toEqual([["denial", object]]);
  });
});

describe("[ST10] kinds and parts in the wordings of reports", () => {
  test.each<[string, string]>([
    ["Governor Paul Ferrin spoke on Thursday. He blamed the Taliban for the raid.", "official"],
    ["Reuters blamed the Taliban for the raid.", "unofficial"],
    ["Varga, the defence minister, spoke on Thursday. Varga blamed the Taliban for the raid.", "official"],
  ])("%s: %s", (words, kind) => {
    expect(assessed(words).attributions.map((a) => a.kind)).toEqual([kind]);
  });

  test.each<[Tongue, string, string]>([
    ["en", "The two men received their instructions from Hakim Doro.", "directed"],
    ["en", "Investigators believed that Lorn had been inspired by the Taliban.", "inspired"],
    ["ar", "وقال المحققون إن الرجلين تلقيا تعليماتهما من حركة طالبان.", "directed"],
    ["ar", "وكان المهاجم متأثرا بحركة طالبان.", "inspired"],
  ])("%s: %s", (tongue, words, part) => {
    const fact = assessed(words, tongue)
      .incidents.find((i) => i.main)
      ?.facts.find((f) => f.field === "group-part");
    expect(fact?.value.is === "stated" ? fact.value.value.text : fact?.value.is).toBe(part);
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
    ["en", "An analyst said the Taliban was the likeliest culprit.", ["assesses Taliban"]],
    ["en", "By keeping quiet, the Taliban turns all the blame on the river police.", []],
    ["en", "The raid was the work of the man who drove the lorry.", []],
    ["en", "The Taliban, who shelled the jetty in 2029, keep to the hills.", ["blames Taliban"]],
    ["en", "An analyst believes that a road gang took the guards' rifles.", ["assesses a road gang"]],
    ["en", "Hakim Doro has been charged with the attack.", ["accuses Hakim Doro"]],
    ["en", "Police identified the attacker as Joel Sarn.", ["accuses Joel Sarn"]],
    ["en", "The operator blames a corroded pipe for the blast.", []],
    ["ar", "وحملت السلطات المسؤولية لحركة طالبان عن الهجوم.", ["blames Taliban"]],
    ["ar", "والحكومة ما زالت تتهم «كتيبة الطرفاء».", ["accuses كتيبة الطرفاء"]],
    ["ar", "ورجح المحققون أن يكون الفاعلون لصوصا.", ["assesses لصوصا"]],
    ["ar", "واتهمت وزارة الداخلية في تصريح لوكالة رويترز حركة طالبان بالوقوف وراء الهجوم.", ["accuses Taliban"]],
    ["ar", "ونفى متحدث باسم القرية ذلك متهما حركة طالبان بالوقوف وراء الهجوم.", ["accuses Taliban"]],
    ["ar", "وقال محققون إن منفذ الهجوم هو نادر السلوم من بلدة تارن.", ["blames نادر السلوم"]],
    ["ar", "وقال شاهد إن حركة طالبان شنت الهجوم.", ["blames Taliban"]],
    ["ar", "ولم تعلن أي جهة مسؤوليتها، لكن الهجوم يحمل بصمات حركة طالبان.", ["suggests Taliban"]],
  ])("%s: %s", (tongue, words, expected) => {
    expect(laid(words, tongue)).toEqual(expected);
  });
});
