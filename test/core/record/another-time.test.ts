import { describe, expect, test } from "vitest";
import { assessTexts } from "../../../src/core/index.entry.ts";

const LEAD = {
  en: "Two guards were killed on 3 March 2031 when intruders attacked a fuel depot near Tarn Bridge, the Interior Ministry said.",
  ar: "قتل حارسان في 3 مارس 2031 في هجوم على مستودع وقود قرب بلدة تارن، حسبما قالت وزارة الداخلية.",
};
const assessed = (words: string, language: "en" | "ar" = "en", more: object = {}) =>
  assessTexts(
    [{ text: `${LEAD[language]}\n\n${words}\n`, name: "report", publishedAt: "2031-03-06T09:00Z", ...more }],
    { asOf: "2031-03-09" },
  );
const said = (words: string, language: "en" | "ar" = "en") => {
  const { ledger, attributions } = assessed(words, language);
  return [...ledger.map((e) => e.is), ...attributions.map((a) => a.said)];
};

describe("[ST4, ST9] what is no act of this case: a habit, a thing supposed, another attack", () => {
  test.each([
    "The group usually claims its attacks within two days, according to analysts.",
    "The River League often claims responsibility for attacks on depots.",
    "The River League typically claims its attacks on its channel.",
    "The River League always claims its attacks.",
    "Usually, the River League claims its attacks.",
    "The River League, which often claims its attacks, said nothing.",
    "The River League never claims its attacks, analysts said.",
    "The River League tends to claim attacks that others made.",
    "The River League has a history of claiming attacks.",
    "The River League claims attacks that it did not carry out.",
    "The River League normally denies responsibility for attacks.",
    "Officials usually blame the River League for such attacks.",
    "The ministry routinely blames the River League for attacks on depots.",
  ])("a habit: %s", (words) => {
    expect(said(words)).toEqual([]);
  });

  test.each([
    "If the River League claims the attack, it would be its first.",
    "Unless the River League denies responsibility for the attack, the talks will end.",
    "The River League is likely to claim the attack soon.",
    "The River League is expected to claim responsibility for the attack.",
    "The River League will claim responsibility for the attack, analysts said.",
  ])("a thing supposed or to come: %s", (words) => {
    expect(said(words)).toEqual([]);
  });

  test.each([
    "The River League claimed similar attacks in 2029.",
    "The River League had claimed an earlier attack on a depot.",
    "The River League previously claimed responsibility for an attack on a depot.",
    "The River League has claimed responsibility for several attacks in the past.",
  ])("another attack: %s", (words) => {
    expect(said(words)).toEqual([]);
  });

  test.each([
    "عادة ما تتبنى رابطة النهر هجماتها خلال يومين، بحسب محللين.",
    "دأبت رابطة النهر على تبني هجماتها.",
    "تبنت رابطة النهر هجمات مماثلة في عام 2029.",
    "سبق أن تبنت رابطة النهر هجوما على مستودع.",
    "ومن المرجح أن تتبنى رابطة النهر الهجوم.",
  ])("in Arabic: %s", (words) => {
    expect(said(words, "ar")).toEqual([]);
  });

  test.each([
    "The River League claimed responsibility for the attack.",
    "The River League claims responsibility for the attack.",
    "The River League claimed the attack, as it often does.",
    "The River League, which usually keeps silent, claimed responsibility for the attack.",
    "Once known for its silence, the River League claimed the attack.",
    "The River League previously claimed responsibility for the attack.",
    "On Tuesday the River League claimed the attack.",
  ])("a claim of this attack stays one: %s", (words) => {
    expect(said(words)).toEqual(["claim", "claims"]);
  });

  test("a claim of this attack stays one in Arabic", () => {
    expect(said("تبنت رابطة النهر الهجوم.", "ar")).toEqual(["claim", "claims"]);
  });

  test("what tells of a habit stays a statement", () => {
    const { statements } = assessed("The River League often claims responsibility for attacks on depots.");
    const found = statements.find((s) => s.act === "claims-responsibility");
    expect(found?.factuality).toBe("asserted");
  });
});

describe("[ST10] blame for a condition is no attribution of the attack", () => {
  test.each([
    "The dockers' union held the government responsible for the condition of its depots.",
    "The dockers' union blamed the government for poor lighting.",
    "The dockers' union blamed the government for a lack of guards.",
    "The dockers' union holds the ministry responsible for the state of the depot.",
  ])("%s", (words) => {
    expect(said(words)).toEqual([]);
  });

  test.each([
    "The dockers' union held the River League responsible for the attack.",
    "The dockers' union blamed the River League for the deaths.",
    "The dockers' union blamed the River League.",
  ])("blame for the attack stays one: %s", (words) => {
    expect(said(words)).toEqual(["blames"]);
  });

  test("somebody who is yet to do something else blames all the same", () => {
    expect(said("The judge who will lead the inquiry blamed the River League for the attack.")).toEqual(["blames"]);
  });

  test("in Arabic", () => {
    expect(said("حملت نقابة العمال الحكومة مسؤولية حالة المستودعات.", "ar")).toEqual([]);
    expect(said("حملت نقابة العمال رابطة النهر مسؤولية الهجوم.", "ar")).toEqual(["blames"]);
  });
});
