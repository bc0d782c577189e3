import { describe, expect, test } from "vitest";
import { readText } from "../../../src/core/read.ts";

const actors = (text: string) =>
  readText({ id: "t", text })
    .mentions.filter((m) => m.is === "actor")
    .map((m) => [text.slice(m.span.start, m.span.end), m.id, m.inferred ?? false]);

describe("whose a ministry without its state is [ST7]", () => {
  test.each([
    ["A raid in Mombasa killed two. The Interior Ministry said so.", "Interior Ministry", "kenya-interior-ministry"],
    ["A raid in Garissa, Kenya, killed two. The army said so.", "army", "kenya-army"],
    ["قتل شخصان في هجوم في مدينة عدن. وقالت وزارة الداخلية ذلك.", "وزارة الداخلية", "yemen-interior-ministry"],
    ["قتل شخصان في هجوم في مدينة عدن. وقال الجيش ذلك.", "الجيش", "yemen-army"],
  ])("of the one country that the text's places lie in, and marked as inferred: %s", (text, words, id) => {
    expect(actors(text)).toContainEqual([words, id, true]);
  });

  test.each([
    ["the places lie in two countries", "A raid in Mombasa and a raid in Kampala killed two. The army said so."],
    [
      "a ministry of another state is named",
      "A raid in Mombasa killed two. The Ugandan Interior Ministry and the army met.",
    ],
    ["the place comes late", `${"Rain fell. ".repeat(6)}A raid in Mombasa killed two. The army said so.`],
    ["there is only a capital that stands for its state", "Nairobi was told of it. The army said so."],
    ["it is part of a longer name", "A raid in Mombasa killed two. The Liberation Army said so."],
  ])("not where %s", (_why, text) => {
    expect(actors(text).filter(([, id]) => String(id).endsWith("-army"))).toEqual([]);
  });

  test("the one written in full elsewhere comes first, and is not inferred", () => {
    const text = "A raid in Mombasa killed two. The Kenyan Interior Ministry met. The Interior Ministry said so.";
    expect(actors(text).filter(([, id]) => id === "kenya-interior-ministry")).toEqual([
      ["Kenyan Interior Ministry", "kenya-interior-ministry", false],
      ["Interior Ministry", "kenya-interior-ministry", false],
    ]);
  });
});

describe("a capital that speaks [ST7]", () => {
  test("stands for its state as speaker and as the one accused", () => {
    const { statements } = readText({ id: "t", text: "Nairobi accused Mogadishu of inaction." });
    expect([statements[0]?.speaker.actor, statements[0]?.target?.actor]).toEqual(["kenya", "somalia"]);
  });

  test("as a place it is nobody", () => {
    const { statements } = readText({ id: "t", text: "A hospital in Nairobi said that two had died." });
    expect(statements[0]?.speaker.actor).toBeUndefined();
  });
});
