import { describe, expect, test } from "vitest";
import { annotate } from "../../../src/core/text/annotate.ts";

function counts(text: string): string[] {
  return annotate({ id: "t", text }).counts.map((c) => {
    const number = c.number.from === c.number.to ? c.number.from : `${c.number.from}..${c.number.to}`;
    return `${c.comparator} ${number} ${c.of}: ${text.slice(c.what.start, c.what.end)}${c.verb === undefined ? "" : ` (${c.verb})`}`;
  });
}

describe("counts in English", () => {
  test.each([
    [
      "At least four people were killed and 12 others wounded.",
      ["at-least 4 killed: people (kill)", "exactly 12 wounded: others (wound)"],
    ],
    [
      "The blast killed three guards and wounded at least two.",
      ["exactly 3 killed: guards (kill)", "at-least 2 wounded: two (wound)"],
    ],
    ["A ferry guard was killed.", ["exactly 1 killed: ferry guard (kill)"]],
    ["A ferry left the port.", []],
    [
      "Two harbour guards and one civilian died.",
      ["exactly 2 killed: harbour guards (die)", "exactly 1 killed: civilian (die)"],
    ],
    ["Up to 20 fighters were detained.", ["at-most 20 detained: fighters (detain)"]],
    [
      "Between three and five guards died; 3 to 5 dead.",
      ["between 3..5 killed: guards (die)", "between 3..5 killed: dead"],
    ],
    ["Dozens of residents are missing.", ["about 20..99 missing: residents (miss)"]],
    [
      "The group claimed more than 150 attacks; it carried out 14 bombings.",
      ["more-than 150 attacks: attacks (claim)", "exactly 14 attacks: bombings (carry out)"],
    ],
    [
      "The bomb killed at least 15 people, including six children.",
      ["at-least 15 killed: people (kill)", "exactly 6 killed: children (kill)"],
    ],
    [
      "It killed twenty-one and injured more than two hundred.",
      ["exactly 21 killed: twenty-one (kill)", "more-than 200 wounded: two hundred (injure)"],
    ],
    ["A 27-year-old paid $3 million, or 12 percent, 40 km away, for two weeks, at 6:10, on 3 March 2031, in 2017.", []],
  ])("[ST8] %s", (text, expected) => {
    expect(counts(text)).toEqual(expected);
  });
});

describe("counts in Arabic", () => {
  test.each([
    ["قتل ثلاثة جنود وأصيب 12 آخرون.", ["exactly 3 killed: جنود (قتل)", "exactly 12 wounded: آخرون (اصيب)"]],
    ["ما لا يقل عن ٤ قتلى وعشرات الجرحى.", ["at-least 4 killed: قتلى", "about 20..99 wounded: الجرحى"]],
    ["نفذ التنظيم أكثر من 150 هجوما.", ["more-than 150 attacks: هجوما"]],
    ["أعلنت الوزارة اعتقال خمسة وعشرين شخصا.", ["exactly 25 detained: شخصا (اعتقال)"]],
    ["وقتل جنديان قرب الميناء.", ["exactly 2 killed: جنديان (قتل)"]],
    ["قتل ما بين 10 و15 مسلحا.", ["between 10..15 killed: مسلحا (قتل)"]],
    ["على بعد 40 كيلومترا وبعد ثلاث ساعات.", []],
  ])("[ST8] %s", (text, expected) => {
    expect(counts(text)).toEqual(expected);
  });

  test.each([
    ["قتل أحد عشر بحارا.", ["exactly 11 killed: بحارا (قتل)"]],
    ["وصل ستة وثمانية بحارة.", ["exactly 6 other: وثمانية", "exactly 8 other: بحارة"]],
    ["قتل ثلاثة و٢١ آخرون.", ["exactly 3 killed: ثلاثة (قتل)", "exactly 21 killed: آخرون (قتل)"]],
  ])("[ST8] numbers in one and in two words: %s", (text, expected) => {
    expect(counts(text)).toEqual(expected);
  });

  test("[ST8] the span holds number and comparator, without a conjunction written in one", () => {
    const text = "ما لا يقل عن ٤ قتلى وعشرات الجرحى.";
    expect(annotate({ id: "t", text }).counts.map((c) => text.slice(c.span.start, c.span.end))).toEqual([
      "ما لا يقل عن ٤",
      "عشرات",
    ]);
  });
});

test("[ST8] 'killing three people and wounding five' counts both", () => {
  expect(counts("A gunman opened fire at a quay, killing three people and wounding five, the ministry said.")).toEqual([
    "exactly 3 killed: people (kill)",
    "exactly 5 wounded: five (wounding)",
  ]);
});

describe("who was hit, as news tells it [ST8]", () => {
  test.each([
    ["The gunman shot and wounded the guard before fleeing.", ["exactly 1 wounded: guard (wound)"]],
    ["Gunmen killed a policeman and his driver.", ["exactly 1 killed: policeman (kill)", "exactly 1 killed: driver"]],
    [
      "One person died and another was critically injured.",
      ["exactly 1 killed: person (die)", "exactly 1 wounded: another (injure)"],
    ],
    ["The explosion claimed the lives of nine miners.", ["exactly 9 killed: miners (claim)"]],
    ["The bodies of 11 people were found.", ["exactly 11 killed: people (find)"]],
    ["Forty people were taken to hospital with burns.", ["exactly 40 wounded: people (take)"]],
    ["The death toll has risen to 23.", ["exactly 23 killed: 23 (toll)"]],
    ["The dead included four police officers.", ["exactly 4 killed: police officers (dead)"]],
    ["The number of dead rose to 14 after a search.", ["exactly 14 killed: 14 (dead)"]],
    ["The raid was one of the deadliest in years.", []],
    ["مقتل جندي وإصابة أربعة آخرين.", ["exactly 1 killed: جندي (مقتل)", "exactly 4 wounded: آخرين (اصابه)"]],
    ["وأصيب أحد الحراس بجروح.", ["exactly 1 wounded: الحراس (اصيب)"]],
    ["وتوفي سائق الحافلة.", ["exactly 1 killed: سائق (توفي)"]],
    ["مقتل وإصابة 20 شخصا.", []],
    ["ولم ترد أنباء عن إصابات.", ["exactly 0 wounded: لم ترد أنباء عن إصابات"]],
  ])("%s", (text, expected) => {
    expect(counts(text)).toEqual(expected);
  });
});
