import { describe, expect, test } from "vitest";
import { readText } from "../../../src/core/read.ts";
import { joinActors } from "../../../src/core/record/join-actors.ts";
import { joinUnseen } from "../../../src/core/unseen-sources.ts";

const joined = (text: string) => joinActors(readText({ id: "t", text }), { text, publisher: null }, []);
const pointed = (text: string) =>
  joined(text).mentions.flatMap((m) => (m.inferred ? [[text.slice(m.span.start, m.span.end), m.id]] : []));

describe("words that point back [ST7]", () => {
  test.each([
    ["The Taliban met. The group denied it.", "The group", "taliban"],
    ["Reuters called. The agency itself said nothing.", "The agency", "reuters"],
    ["اجتمعت طالبان. ونفت الجماعة ذلك.", "الجماعة", "taliban"],
  ])("%s", (text, words, id) => {
    expect(pointed(text)).toContainEqual([words, id]);
  });

  test.each([
    ["two of the kind are named", "The Taliban met Hezbollah. The group denied it."],
    ["nobody of the kind is named before", "The group denied it. The Taliban met."],
    ["it is the head of a longer name", "The Taliban met. The Group of Seven denied it."],
  ])("nobody where %s", (_why, text) => {
    expect(pointed(text)).toEqual([]);
  });

  test("the speaker is then that actor", () => {
    expect(
      joined("The Taliban met. The group denied the attack.").statements.find((s) => s.act === "denies")?.speaker.actor,
    ).toBe("taliban");
  });

  test.each(["the agency itself", "الوكالة نفسها"])("[ST5] %s is no source of its own", (name) => {
    const cited = { name, citedBy: [{ document: "d", statement: "s", span: { start: 0, end: 1 } }] };
    expect(joinUnseen([cited], { actors: [], publishers: [] })).toEqual([]);
  });
});
