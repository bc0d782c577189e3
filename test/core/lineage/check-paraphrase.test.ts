import { describe, expect, it } from "vitest";
import { checkRead } from "../../../src/core/lineage/check.ts";
import { wholeDay } from "../../../src/core/model/time.ts";
import { readText } from "../../../src/core/read.ts";

const read = (id: string, text: string, day?: string) => {
  const info = { id, text, ...(day === undefined ? {} : { published: wholeDay(day) }) };
  return { info, reading: readText(info) };
};
const verdictOf = (source: string, sentence: string, day?: string) =>
  checkRead(read("draft", sentence), [read("source", source, day)]).sentences[0]?.verdict;

describe("[LI7] what backs a sentence in other words", () => {
  it.each([
    [
      "a noun for a verb",
      "Soldiers arrested the mayor of Orvel on Monday.",
      "The mayor of Orvel was arrested by soldiers on Monday.",
    ],
    [
      "a phrase for a word",
      "Nine miners died in the shaft at Orvel.",
      "Nine miners lost their lives in the shaft at Orvel.",
    ],
    [
      "a light verb",
      "Rebels attacked the barracks at Orvel.",
      "Rebels carried out an attack on the barracks at Orvel.",
    ],
    [
      "the other end of a deed",
      "The bank lent the mine 4 million crowns.",
      "The mine borrowed 4 million crowns from the bank.",
    ],
    [
      "a broader word",
      "A sentry was shot outside the barracks at Orvel.",
      "A person was shot outside the barracks at Orvel.",
    ],
    ["a role tied to a name", "Governor Mira Tolk closed the road to Orvel.", "The governor closed the road to Orvel."],
    ["letters of a name", "The Orvel Mining Board (OMB) sold two shafts.", "The OMB sold two shafts."],
    [
      "a number in words",
      "Soldiers found 31 rifles in the barracks.",
      "Soldiers found thirty-one rifles in the barracks.",
    ],
    [
      "two sentences in one",
      "The mine at Orvel closed in May. Its owner lives in Sarn. The mine employed 900 people.",
      "The mine at Orvel, which employed 900 people, closed in May.",
    ],
    ["Arabic, a verbal noun", "انهار السد في سرمان يوم الأحد.", "انهيار السد في سرمان يوم الأحد."],
  ])("%s", (_, source, sentence) => {
    expect(verdictOf(source, sentence)).toBe("backed");
  });

  it("a day told from the day of publication", () => {
    const source = "Soldiers arrested the mayor of Orvel on Monday.";
    expect(verdictOf(source, "Soldiers arrested the mayor of Orvel on 9 June 2031.", "2031-06-11")).toBe("backed");
    expect(verdictOf(source, "Soldiers arrested the mayor of Orvel on 8 June 2031.", "2031-06-11")).toBe(
      "contradicted",
    );
  });
});

describe("[LI7] what an exchange makes of a sentence", () => {
  it.each([
    ["contradicted", "Some 400 families fled the town of Orvel.", "Some 400 families fled to the town of Orvel."],
    ["contradicted", "The bank sold the mine in May.", "The bank bought the mine in May."],
    ["hardened", "The council called for a public inquiry.", "The council opened a public inquiry."],
    ["hardened", "The president has to sign the bill.", "The president has signed the bill."],
    ["source-dropped", "The dam is safe, engineers told our reporter.", "The dam is safe."],
  ])("%s: “%s” told as “%s”", (verdict, source, sentence) => {
    expect(verdictOf(source, sentence)).toBe(verdict);
  });

  it.each([
    ["A person was shot outside the barracks.", "A sentry was shot outside the barracks."],
    ["The trawler's captain was fined in May.", "The trawler was fined in May."],
    ["The minister from Sarn met the envoy from Orvel.", "The minister from Orvel met the envoy from Sarn."],
    ["Police arrested two men on Monday. Soldiers searched the mine.", "Soldiers arrested two men on Monday."],
    [
      "The doctor said that the mayor had fainted. The clerk said nothing.",
      "The clerk said that the mayor had fainted.",
    ],
    ["The mayor, a doctor, thanked the clerk.", "The clerk, a doctor, thanked the mayor."],
    ["Miners were trapped in Orvel by a fire in Sarn.", "Miners were trapped in Sarn by a fire in Orvel."],
  ])("“%s” does not back “%s”", (source, sentence) => {
    expect(verdictOf(source, sentence)).not.toBe("backed");
  });
});

describe("[LI7] what is not backed", () => {
  it.each([
    [
      "two counts exchanged",
      "The raid killed seven drivers and wounded two clerks, the town hall of Orvel said.",
      "The raid killed two drivers and wounded seven clerks, the town hall of Orvel said.",
      "contradicted",
    ],
    [
      "almost",
      "Since the flood the price of bread has almost doubled.",
      "Since the flood the price of bread has doubled.",
      "changed",
    ],
    ["may, in Arabic", "وقد تغلق البلدية جسر أورفيل للصيانة.", "أغلقت البلدية جسر أورفيل للصيانة.", "hardened"],
  ])("%s", (_, source, sentence, verdict) => {
    expect(verdictOf(source, sentence)).toBe(verdict);
    expect(verdictOf(source, source)).toBe("backed");
  });
});
