import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findStatements, lexiconDataOf, makeLexicon } from "../../../src/core/statements.entry.ts";
import { arabicForms } from "../../../src/core/text/arabic-verbs.ts";
import { LEVELS, lexiconOf, phraseAt } from "../../../src/core/text/lexicon.ts";

const data = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../src/core/data/${name}`, import.meta.url), "utf8"));
const ACTS =
  "says reports assesses believes confirms claims-responsibility no-claim denies blames accuses alleges doubts warns threatens demands praises retracts asks suggests".split(
    " ",
  );
const STRENGTHS = ["factive", "neutral", "distancing", "non-factive"];
const TAKES = [
  "quote",
  "clause",
  "that",
  "object",
  "infinitive",
  "question",
  "addressee",
  "as",
  "complement",
  "responsibility",
];

describe.each(["cues.en.json", "cues.ar.json"])("[ST3] %s", (name) => {
  const { verbs, nouns, source, licence, version } = data(name);

  test("says where it is from", () => {
    expect([source.length > 20, licence, version]).toEqual([true, "MIT", 1]);
  });

  test("each word has a known act, strength and complement, and stands once", () => {
    for (const row of [...verbs, ...nouns]) {
      expect(ACTS, row.lemma).toContain(row.act);
      expect(STRENGTHS, row.lemma).toContain(row.strength);
      for (const takes of row.takes ?? []) expect(TAKES, row.lemma).toContain(takes);
    }
    const lemmas = verbs.map((row: { lemma: string }) => row.lemma);
    expect(new Set(lemmas).size).toBe(lemmas.length);
  });
});

describe("[ST3] the lexicon", () => {
  test("holds at least 200 English verbs with all forms, 60 nouns, and 40 Arabic verbs", () => {
    expect(
      data("cues.en.json").verbs.filter((row: { forms: string[] }) => row.forms.length >= 5).length,
    ).toBeGreaterThanOrEqual(200);
    expect(data("cues.en.json").nouns.length).toBeGreaterThanOrEqual(60);
    expect(data("cues.ar.json").verbs.length).toBeGreaterThanOrEqual(40);
  });

  test("finds a verb by any form and says which form it is", () => {
    const { verbs } = lexiconOf("en");
    expect(verbs.get("denies")?.[0]).toMatchObject({
      cue: { lemma: "deny", act: "denies", polarity: "negative" },
      kinds: ["present"],
    });
    expect(verbs.get("said")?.[0]?.kinds).toEqual(["past", "participle"]);
  });

  test("falls back to English for a language without data", () => {
    expect(lexiconOf("xx").language).toBe("en");
  });

  test("orders hedges from possible to confirmed", () => {
    expect(LEVELS).toEqual(["possible", "likely", "reported", "asserted", "confirmed"]);
    const { hedges } = lexiconOf("en");
    expect(phraseAt(hedges, ["may"], 0)?.value).toBe("possible");
    expect(phraseAt(hedges, ["reportedly"], 0)?.value).toBe("reported");
  });

  test.each([
    [{ past: "أعلن", present: "يعلن" }, ["اعلن", "اعلنت", "اعلنوا"], ["يعلن", "تعلن", "يعلنون"]],
    [
      { past: "قال", present: "يقول", kind: "hollow" as const },
      ["قال", "قالت", "قالوا"],
      ["يقول", "تقول", "يقولون", "يقل", "تقل"],
    ],
    [
      { past: "نفى", present: "ينفي", kind: "defective" as const },
      ["نفي", "نفت", "نفوا"],
      ["ينفي", "تنفي", "ينفون", "ينف"],
    ],
    [
      { past: "تبنى", present: "يتبنى", kind: "defective" as const },
      ["تبني", "تبنت", "تبنوا"],
      ["يتبني", "تتبني", "تتبن"],
    ],
    [{ past: "دعا", present: "يدعو", kind: "defective" as const }, ["دعا", "دعت", "دعوا"], ["يدعو", "تدعو", "يدعون"]],
  ])("makes the forms of %o", (verb, past, present) => {
    const forms = arabicForms(verb);
    expect(forms.past).toEqual(expect.arrayContaining(past));
    expect(forms.present).toEqual(expect.arrayContaining(present));
  });
});

test("[ST3] a reporting word of one's own, beside the shipped ones, is read", () => {
  const text = "The harbour master quothed that two boats sank.";
  const shipped = lexiconDataOf("en");
  const forms = ["quoth", "quoths", "quothed", "quothed", "quothing"];
  const verb = { lemma: "quoth", forms, act: "says", strength: "neutral", takes: ["clause"] } as const;
  const lexicon = makeLexicon({ ...shipped, verbs: [...shipped.verbs, verb] });
  const cues = (options: object) => findStatements(text, options).statements.flatMap((s) => s.cue?.lemma ?? []);
  expect(cues({})).not.toContain("quoth");
  expect(cues({ lexiconFor: () => lexicon })).toContain("quoth");
});
