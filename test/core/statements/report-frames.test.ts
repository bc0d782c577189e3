import { describe, expect, test } from "vitest";
import type { Statement } from "../../../src/core/model/statement.ts";
import { findStatements } from "../../../src/core/statements.entry.ts";

const others = (text: string): readonly Statement[] =>
  findStatements({ text, name: "t", language: "en" }).statements.filter((s) => s.voice === undefined);
const told = (text: string): string[] => others(text).map((s) => `${s.speaker.label ?? "?"}: ${s.cue?.lemma}`);

describe("[ST2] statements within statements", () => {
  test("what somebody else says within what an outlet reports is kept as a relay", () => {
    const text = "The Coast Ledger reported that Colonel Odo Brandt said the pier was mined.";
    expect(told(text)).toEqual(["The Coast Ledger: report", "Colonel Odo Brandt: say"]);
    expect(others(text)[1]?.relays?.map((r) => r.label)).toEqual(["The Coast Ledger"]);
  });

  test("what a speaker hopes within his own statement is part of it", () => {
    expect(told("Ines Faldrow said she hoped to see the port open by May.")).toEqual(["Ines Faldrow: say"]);
  });

  test("what could not be verified is said by nobody", () => {
    expect(told("The video could not be independently verified.")).toEqual([]);
  });
});

describe("[ST2] words that hang on others", () => {
  test("whose a statement is said to be is no statement", () => {
    expect(told("A statement attributed to the Salt Column took credit for the killing.")).toEqual([
      "A statement attributed to the Salt Column: take credit",
    ]);
  });

  test("a theory that is spoken of is nobody's statement; Harun's theory is his", () => {
    expect(told("The rifles fit the theory that the column came by river.")).toEqual([]);
    expect(told("Harun's theory that the column came by river was printed in full.")).toEqual(["Harun: theory"]);
  });

  test("a verb that goes on with the same speaker ends what the first one says", () => {
    expect(told("The government dismissed the claim and held a rival clan responsible.")).toEqual([
      "The government: dismiss",
      "The government: hold responsible",
    ]);
  });

  test("what is said in a statement is one statement", () => {
    expect(told("The ministry said in a statement that the pier was mined.")).toEqual(["The ministry: say"]);
  });

  test("who puts the blame on somebody blames him; who turns it on somebody does not", () => {
    const [blame] = others("Colonel Odo Brandt put the blame on the Amber Column.");
    expect([blame?.act, blame?.speaker.label, blame?.target?.label]).toEqual([
      "blames",
      "Colonel Odo Brandt",
      "the Amber Column",
    ]);
    expect(told("The silence turns all the blame on the river police.")).toEqual([]);
  });
});

describe("[ST5] who speaks", () => {
  test.each([
    ["The ministry has neither confirmed nor denied a role in the attack.", ["The ministry: confirm"]],
    ["Attacks by Omar Harun, who said he was sorry, tore the pier apart.", ["Omar Harun: say"]],
    ["A group calling itself “Salt Column” said it had mined the pier.", ["Salt Column: say"]],
    ["A crew that calls itself “Salt Column” said it had mined the pier.", ["Salt Column: say"]],
    ["Ferrona Networks said the port was open.", ["Ferrona Networks: say"]],
    ["The Red Cross condemned the raid on the convoy near Velm.", ["The Red Cross: condemn"]],
    ["Reporting by various media notes that the pier was mined.", ["various media: note"]],
  ])("%s", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test.each([
    "The killing recalls the raid of 2019.",
    "History offered the town an answer.",
    "Historical precedent supports this strategy.",
    "The crew, typically swift to claim responsibility for its raids, stayed in port.",
    "The raid showed that the pier is weak.",
  ])("what is done says nothing: %s", (text) => {
    expect(told(text)).toEqual([]);
  });

  test("what is neither confirmed nor denied is not denied", () => {
    const [found] = others("The column has neither confirmed nor denied the attack.");
    expect([found?.act, found?.polarity, found?.content.length]).toEqual(["says", "negative", 1]);
  });
});

describe("[ST2] content", () => {
  const content = (text: string) =>
    others(text).map((s) => s.content.map(({ start, end }) => text.slice(start, end)).join(" … "));

  test.each([
    ["The group boasted of a raid that left nine dead.", ["a raid that left nine dead"]],
    ["The clerk told reporters the road was closed.", ["the road was closed"]],
    [
      "There was speculation over whether the mayor, whose party split, could stay.",
      ["whether the mayor, whose party split, could stay"],
    ],
    ["The blast raised doubts about the mayor's control of the port.", ["the mayor's control of the port"]],
  ])("%s", (text, expected) => {
    expect(content(text)).toEqual(expected);
  });

  test("whose doubts a deed raises is not said", () => {
    expect(others("The blast raised doubts about the mayor's control of the port.")[0]?.speaker.is).toBe("unstated");
  });
});

describe("[ST2] nouns that report", () => {
  const spoken = (text: string) => others(text).map((s) => [s.speaker.label ?? "?", s.cue?.lemma]);

  test("a charge behind a comma stands for all that was said, and ends it", () => {
    const text = "Velmora accuses Ostrelia of sheltering the column, a charge that Ostrelia denies.";
    expect(spoken(text)).toEqual([
      ["Velmora", "accuse"],
      ["Ostrelia", "deny"],
    ]);
    const which = "Velmora's army said Ostrelia was behind the attack, which Ostrelia denied.";
    const [said] = others(which);
    expect(said?.content.map((c) => which.slice(c.start, c.end))).toEqual(["Ostrelia was behind the attack"]);
  });

  test("who rejects a claim does not make it; whose it is stands after “of”", () => {
    const found = others("The ministry rejected the claim of the outlawed Salt Column that it was behind the blast.");
    expect(found.find((s) => s.cue?.lemma === "claim")?.speaker.label).not.toBe("The ministry");
    expect(spoken("Harun stirred anger with an assertion that the pier was mined.")).toEqual([["Harun", "assertion"]]);
  });

  test("what was claimed ends before the verb whose subject the claim is", () => {
    const text = "The army's accusations that Velmora was responsible were rejected by the foreign ministry.";
    const [first] = others(text);
    expect(first?.content.map((c) => text.slice(c.start, c.end))).toEqual(["Velmora was responsible"]);
  });

  test("“who claim to know”, “some doubt that” are verbs", () => {
    expect(spoken("Some Republicans doubt that there will be any change.")).toEqual([["Some Republicans", "doubt"]]);
  });
});

describe("[ST4] claims of responsibility", () => {
  test("a claim told by a noun is its owner's; that there was none is the outlet's", () => {
    const act = (text: string) => others(text).map((s) => [s.speaker.label ?? s.speaker.is, s.act]);
    expect(act("There was no immediate claim of responsibility.")).toEqual([["outlet", "no-claim"]]);
    expect(act("The group's claim of responsibility for the raid came late.")).toEqual([
      ["The group", "claims-responsibility"],
    ]);
  });

  test("who takes responsibility for an outage claims no attack", () => {
    expect(others("Ferrona Networks said it takes full responsibility for the outage.").map((s) => s.act)).toEqual([
      "says",
    ]);
    expect(others("The Front took responsibility for the deaths of nine soldiers.").map((s) => s.act)).toEqual([
      "claims-responsibility",
    ]);
  });
});
