import { describe, expect, test } from "vitest";
import { assessTexts } from "../../../src/core/index.entry.ts";
import { findStatements } from "../../../src/core/statements.entry.ts";

const others = (text: string) =>
  findStatements({ text, name: "t", language: "en" }).statements.filter((s) => s.voice === undefined);

describe("[ST4] a claim of an attack, by the name the group gives itself", () => {
  test.each([
    "A group calling itself Glass Heron claimed the attack on its leak site.",
    "A group calling itself Glass Heron claimed the attack on its leak site and published samples of the data.",
    "A group calling itself Glass Heron claimed an intrusion on its website on Monday and said more would follow.",
    "A little-known group called Glass Heron claimed the bombing.",
    "A crew known as Glass Heron claimed the breach.",
    "A crew that calls itself Glass Heron claimed the cyberattack.",
    "The shooting was claimed by a group calling itself Glass Heron.",
    "Glass Heron claimed the attack a day later and withdrew.",
  ])("%s", (text) => {
    const claims = others(text).filter((s) => s.act === "claims-responsibility");
    expect(claims.map((s) => [s.speaker.is, s.speaker.label])).toEqual([["named", "Glass Heron"]]);
    expect(others(text).some((s) => s.act === "alleges" || s.cue?.lemma === "call" || s.cue?.lemma === "know")).toBe(
      false,
    );
  });

  test.each([
    "Glass Heron claimed the attack on the depot was the work of insiders.",
    "Glass Heron claimed that the attack was a warning.",
    "The storm claimed eleven lives.",
    "Glass Heron claimed victory and left.",
  ])("no claim: %s", (text) => {
    expect(others(text).some((s) => s.act === "claims-responsibility")).toBe(false);
  });

  test("to call somebody something stays a statement", () => {
    expect(others("The mayor called Heron a coward.").map((s) => s.cue?.lemma)).toEqual(["call"]);
  });
});

describe("[ST5] a month or a day never speaks", () => {
  test.each([
    ["An engineer who worked at the depot until May told Coastline Wire that the cameras were off.", "An engineer"],
    ["A clerk who left in March said that the doors were open.", "A clerk"],
    ["A guard hired in June 2030 told reporters that the lights failed.", "A guard"],
    ["A driver who was off on Monday said the gate was shut.", "A driver"],
    ["Theresa May said the attack was vile.", "Theresa May"],
  ])("%s", (text, label) => {
    expect(others(text).map((s) => s.speaker.label)).toEqual([label]);
  });
});

describe("[ST3] to attribute an attack to somebody is to blame him", () => {
  test.each([
    ["Researchers attributed the intrusion to a group they track as TIDE-14.", "TIDE-14"],
    ["Researchers attributed the attack to Glass Heron.", "Glass Heron"],
    ["Norvane Labs attributed the breach to a crew known as Copper Vole.", "Copper Vole"],
  ])("%s", (text, target) => {
    expect(others(text).map((s) => [s.act, s.target?.label])).toEqual([["blames", target]]);
  });

  test("what is no attack is assessed", () => {
    expect(others("Researchers attributed the delay to bad weather.").map((s) => s.act)).toEqual(["assesses"]);
  });
});

describe("[ST9] a claim in a text's own words is its publisher's", () => {
  const LEAD = "Two clinics at Tarn Bridge were shut by an attack on 3 March 2031.";
  const ledger = (words: string, publisher?: string) =>
    assessTexts(
      [
        {
          text: `${LEAD}\n\n${words}\n`,
          name: "post",
          publishedAt: "2031-03-04T09:00Z",
          ...(publisher === undefined ? {} : { publisher }),
        },
      ],
      { asOf: "2031-03-09" },
    ).ledger.map((e) => [e.is, e.actorName]);

  test.each([
    "We take full responsibility for the encryption of their servers.",
    "We claim responsibility for the attack.",
    "We claim the attack.",
  ])("%s", (words) => {
    expect(ledger(words, "Glass Heron")).toEqual([["claim", "Glass Heron"]]);
  });

  test("quoted, it is the claim of who is quoted", () => {
    const words = "Glass Heron wrote: “We take full responsibility for the encryption of their servers.”";
    expect(ledger(words, "Tarn Courier")).toEqual([["claim", "Glass Heron"]]);
  });

  test.each([
    ["We take full responsibility for the breach of our systems.", "Norvane Clinics"],
    ["We take full responsibility for the error.", "Tarn Courier"],
    ["We claim responsibility for the attack.", undefined],
  ])("no claim: %s", (words, publisher) => {
    expect(ledger(words, publisher)).toEqual([]);
  });
});
