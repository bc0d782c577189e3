import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findChanges } from "../../../src/core/lineage/changes.ts";
import { compareRead } from "../../../src/core/lineage/compare.ts";
import type { Statement } from "../../../src/core/model/statement.ts";
import { textOf } from "./read-text.ts";
import { HEAVY_REWRITE, INDEPENDENT, LIGHT_EDIT, ORIGINAL, UNRELATED } from "./stories.ts";

/** Classes found between two sentences, the first the source, without those that only say that something is coloured or alone. */
function classes(source: string, copy: string): string[] {
  const changes = findChanges(textOf("a", source), textOf("b", copy)).alignment.flatMap((g) => g.changes);
  return [...new Set(changes.map((c) => c.class))].sort();
}

describe("findChanges", () => {
  it.each([
    "The blast was reported at 21:15 in Port Eskel, the harbour office said.",
    "Version 1.2.3 of the pump's software failed in 12 000 homes, 3:2 by the board's count.",
    "وقع الانفجار عند الساعة ٢١:١٥ في بلدة تولفار، وقال المتحدث إن ٣ أشخاص قتلوا.",
    "No. 5 quay lost 50 % of its traffic, some $3m, between 09:05 and 10.30 on 4/5 March.",
    "The 2nd of 31 guards, 19 and 20, died; one of the two said 7-8 had fled.",
  ])("[LI8] finds no change between a text and itself, whatever its figures look like: %s", (text) => {
    expect(classes(text, text)).toEqual([]);
  });

  it("[LI7] tells a changed time of day as a change of number", () => {
    expect(classes("The blast came at 21:15 near the dam.", "The blast came at 21:45 near the dam.")).toContain(
      "number",
    );
  });

  // Labelled before the rules were run: source, copy, class.
  it.each([
    ["The Quillon Wire reported that the guards fled to the quay.", "The guards fled to the quay.", "attribution"],
    ["According to the coast guard, two boats sank near Tolvar.", "Two boats sank near Tolvar.", "attribution"],
    [
      "The bridge at Almady fell on 5 March 2031 after heavy rain.",
      "The bridge at Almady fell after heavy rain.",
      "date",
    ],
    [
      "The bridge at Almady fell on 5 March after heavy rain.",
      "The bridge at Almady fell on 9 March after heavy rain.",
      "date",
    ],
    ["Rebels killed 12 soldiers near the dam.", "Rebels killed 21 soldiers near the dam.", "number"],
    ["At least 12 soldiers died near the dam.", "Exactly the 12 soldiers died near the dam.", "comparator"],
    ["More than 40 houses burned in Tolvar.", "Up to 40 houses burned in Tolvar.", "comparator"],
    [
      "The attackers may have crossed the northern border.",
      "The attackers crossed the northern border.",
      "possible-to-happened",
    ],
    [
      "The attackers probably crossed the northern border.",
      "The attackers crossed the northern border.",
      "modality-hardened",
    ],
    [
      "The attackers crossed the northern border.",
      "The attackers possibly crossed the northern border.",
      "modality-softened",
    ],
    [
      "The governor claimed that the pipeline was sabotaged.",
      "The governor confirmed that the pipeline was sabotaged.",
      "modality-hardened",
    ],
    [
      "The government controls its own border troops in Almady.",
      "Does the government control its own border troops in Almady?",
      "statement-to-question",
    ],
    [
      "No claim was seen as of Tuesday from the Amber Column.",
      "No claim was seen from the Amber Column.",
      "as-of-lost",
    ],
    [
      "The coast guard warned the customs post at Tolvar.",
      "The coast guard never warned the customs post at Tolvar.",
      "contradicted",
    ],
    ["Orsenna invaded Almady in the spring.", "Almady invaded Orsenna in the spring.", "role-moved"],
    [
      "The Amber Column burned the grain store at Tolvar.",
      "The Sable Front burned the grain store at Tolvar.",
      "entity-replaced",
    ],
    [
      "The fire was caused by lightning or, alternatively, might be arson.",
      "The fire was caused by lightning.",
      "alternative-dropped",
    ],
    [
      "The guards left the post at noon.",
      "The guards left the post at noon in a stunning betrayal.",
      "loaded-word-added",
    ],
  ])("[LI7] “%s” told as “%s”: %s", (source, copy, expected) => {
    expect(classes(source, copy)).toContain(expected);
  });

  it.each([
    ["Three guards died at the customs post.", "Three guards were killed at the customs post."],
    ["The Quillon Wire reported that two boats sank.", "Two boats sank, the Quillon Wire reported."],
    ["Twelve soldiers died near the dam.", "12 soldiers died near the dam."],
    ["The attackers may have crossed the border.", "The attackers might have crossed the border."],
    ["The ministry said the harbour is closed.", "The ministry stated that the harbour is closed."],
    ["At least 12 soldiers died near the dam.", "No fewer than 12 soldiers died near the dam."],
    ["In May the governor closed the harbour.", "The governor closed the harbour in May."],
    ["The coast guard was not warned of the raid.", "Nobody warned the coast guard of the raid: it was not told."],
    ["The ministry did not warn the customs post.", "The ministry failed to warn the customs post."],
    ["Orsenna has not signed the river treaty.", "Orsenna refused to sign the river treaty."],
    ["Perhaps Orsenna and Almady talk again in the spring about the river.", "Orsenna and Almady share the river."],
    ["Orsenna attacked Almady in the spring.", "Almady was attacked by Orsenna in the spring."],
  ])("[LI7] harmless: “%s” told as “%s” is no change", (source, copy) => {
    expect(classes(source, copy)).toEqual([]);
  });

  it("[LI7] a named source of a statement that becomes “various media” is an attribution lost", () => {
    const source = textOf("a", "Quillon Wire reported that the gunman wore a uniform.");
    const copy = textOf("b", "Various media reported that the gunman wore a uniform.");
    const statement = (text: string, is: "named" | "collective", length: number): Statement => ({
      id: `${text}:1`,
      speaker: { is, span: { start: 0, end: length } },
      content: [],
      act: "reports",
      factuality: "reported",
      polarity: "positive",
      quoted: false,
      sentence: { start: 0, end: 60 },
      frame: "that-clause",
      rule: "ST2",
      precision: 0.9,
    });
    const [a, b] = [
      { ...source, reading: { ...source.reading, statements: [statement("a", "named", 12)] } },
      { ...copy, reading: { ...copy.reading, statements: [statement("b", "collective", 13)] } },
    ];
    const changes = findChanges(a, b).alignment.flatMap((g) => g.changes);
    expect(changes).toEqual([
      { class: "attribution", a: { start: 0, end: 12 }, b: { start: 0, end: 13 }, weight: 0.6 },
    ]);
  });

  it("[LI7] a source that goes with all that it said is no attribution lost: the copy says something else", () => {
    const source =
      "The bridge at Almady fell. Quillon Wire reported that divers searched the river for a lorry driver.";
    const t = textOf("a", source);
    const at = source.indexOf("Quillon");
    const statement: Statement = {
      id: "a:1",
      speaker: { is: "named", span: { start: at, end: at + 12 } },
      content: [{ start: source.indexOf("divers"), end: source.length - 1 }],
      act: "reports",
      factuality: "reported",
      polarity: "positive",
      quoted: false,
      sentence: { start: at, end: source.length },
      frame: "that-clause",
      rule: "ST2",
      precision: 0.9,
    };
    const changes = (copy: string) =>
      findChanges({ ...t, reading: { ...t.reading, statements: [statement] } }, textOf("b", copy)).alignment.flatMap(
        (g) => g.changes,
      );
    expect(changes("The bridge at Almady fell. Divers searched the river for a driver.").map((c) => c.class)).toContain(
      "attribution",
    );
    expect(changes("The bridge at Almady fell into the river, Quell said.").map((c) => c.class)).not.toContain(
      "attribution",
    );
  });

  it("[LI4] spans slice to words of their own text, whichever of the two is the copy", () => {
    const stories = [ORIGINAL, LIGHT_EDIT, HEAVY_REWRITE, INDEPENDENT, UNRELATED, "", "؟", "حريق كبير في المرفأ."];
    fc.assert(
      fc.property(fc.constantFrom(...stories), fc.constantFrom(...stories), (x, y) => {
        const { alignment, sentences } = compareRead(textOf("a", x), textOf("b", y));
        for (const g of alignment) {
          for (const i of g.a) expect(sentences.a[i]).toBeDefined();
          for (const { a, b } of g.changes) {
            if (a !== undefined) expect(x.slice(a.start, a.end).length).toBe(a.end - a.start);
            if (b !== undefined) expect(y.slice(b.start, b.end).trim().length).toBe(b.end - b.start);
          }
        }
      }),
      { seed: 7, numRuns: 64 },
    );
  });

  it("[LI7] what a rewrite lost is counted, and a text beside itself lost nothing", () => {
    const { loss } = compareRead(textOf("a", ORIGINAL), textOf("b", HEAVY_REWRITE));
    expect(loss.byClass).toMatchObject({ "alternative-dropped": 1, "possible-to-happened": 1 });
    expect(loss.byClass.attribution).toBeGreaterThanOrEqual(2);
    expect(compareRead(textOf("a", ORIGINAL), textOf("b", ORIGINAL)).loss).toEqual({
      byClass: {},
      droppedSentences: 0,
      addedSentences: 0,
    });
  });
});
