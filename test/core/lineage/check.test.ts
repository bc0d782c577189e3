import { describe, expect, it } from "vitest";
import { checkRead } from "../../../src/core/lineage/check.ts";
import { textOf } from "./read-text.ts";
import { INDEPENDENT, ORIGINAL, UNRELATED } from "./stories.ts";

const against = [textOf("wire", ORIGINAL), textOf("ledger", INDEPENDENT), textOf("museum", UNRELATED)];
const check = (sentence: string) => checkRead(textOf("draft", sentence), against);

describe("checkRead", () => {
  // Labelled before the rules were run.
  it.each([
    ["Investigators recovered 112 cartridge cases and a damaged radio from the quay.", "backed", "wire"],
    ["A damaged radio and 112 cartridge cases were recovered from the quay by investigators.", "backed", "wire"],
    ["Governor Hanne Obrecht closed the harbour until Friday.", "backed", "wire"],
    ["The coast guard denied that its patrols had been warned.", "backed", "wire"],
    ["Teo Landry, a customs officer, said colleagues had asked for steel doors in January.", "backed", "ledger"],
    ["Tickets cost 12 crowns and children enter free of charge on Sundays.", "backed", "museum"],
    ["Investigators recovered 212 cartridge cases and a damaged radio from the quay.", "contradicted", "wire"],
    ["The Amber Column has claimed the attack, as of 4 March.", "contradicted", "wire"],
    [
      "Harbour master Dono Presk said one of the attackers wore a customs uniform and knew the layout of the post.",
      "hardened",
      "wire",
    ],
    [
      "The attackers arrived in two fishing boats shortly before four in the morning and left after less than twenty minutes.",
      "source-dropped",
      "wire",
    ],
    [
      "The governor of Tolvar, Hanne Obrecht, may have closed the harbour until Friday and asked the army for a patrol boat.",
      "softened",
      "wire",
    ],
    [
      "The governor of Almady, Hanne Obrecht, closed the harbour until Friday and asked the army for a patrol boat.",
      "contradicted",
      "wire",
    ],
  ])("[LI7] “%s”: %s", (sentence, verdict, source) => {
    expect(check(sentence).sentences).toMatchObject([{ verdict, source }]);
  });

  it("[LI7] a sentence that no source holds has none", () => {
    const { sentences } = check("President Olvar Dent flew to Quennick on a chartered aircraft with 14 advisers.");
    expect(sentences).toMatchObject([{ verdict: "no-source", changes: [] }]);
    expect(sentences[0]).not.toHaveProperty("source");
  });

  it("[LI7] a question and a sentence that names nothing are listed as not judged, with the reason", () => {
    const { sentences, unjudged } = check("Who let them in? It was madness.");
    expect(sentences).toEqual([]);
    expect(unjudged.map((u) => u.reason)).toEqual(["question", "names-nothing-the-sources-name"]);
  });

  it("[LI7] spans are those of the sentence and of its place in the source", () => {
    const sentence = "Governor Hanne Obrecht closed the harbour until Friday.";
    const [found] = check(sentence).sentences;
    expect(sentence.slice(found?.span.start, found?.span.end)).toBe(sentence);
    expect(ORIGINAL.slice(found?.sourceSpan?.start, found?.sourceSpan?.end)).toMatch(
      /^The governor of Tolvar.*patrol boat\.$/,
    );
  });

  it("[LI6] the origin is the text that the source itself comes from", () => {
    const copy = textOf("copy", ORIGINAL.replace("recovered 112", "collected 112"), { day: "2031-03-06" });
    const wire = textOf("wire", ORIGINAL, { day: "2031-03-04" });
    const [found] = checkRead(textOf("draft", "Investigators collected 112 cartridge cases from the quay."), [
      copy,
      wire,
    ]).sentences;
    expect(found).toMatchObject({ verdict: "backed", source: "copy", origin: "wire" });
  });

  it("no source at all is said, and nothing is backed", () => {
    const { sentences, problems } = checkRead(textOf("draft", ORIGINAL), []);
    expect(problems.map((p) => p.code)).toEqual(["lineage-nothing-to-check-against"]);
    expect(sentences.every((s) => s.verdict === "no-source")).toBe(true);
  });
});
