import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { arabicForms } from "../../../../src/core/text/arabic-verbs.ts";
import { lexiconOf } from "../../../../src/core/text/lexicon.ts";

const { verbs } = JSON.parse(
  readFileSync(new URL("../../../../src/core/data/cues.ar.json", import.meta.url), "utf8"),
) as { verbs: { lemma: string; past: string; present: string; kind?: "hollow" | "defective" }[] };
const lexicon = lexiconOf("ar");
const agreement = (form: string) => lexicon.verbs.get(form)?.[0]?.agrees;

test("[ST3] at least 150 Arabic verbs have a past and a present of the third person, each found by the table", () => {
  expect(verbs.length).toBeGreaterThanOrEqual(150);
  for (const verb of verbs) {
    const made = arabicForms(verb);
    for (const form of [...made.past, ...made.present]) {
      expect(lexicon.verbs.has(form), `${verb.lemma}: ${form}`).toBe(true);
      expect(made.agrees.has(form), `${verb.lemma}: ${form}`).toBe(true);
    }
  }
});

describe("[ST3] a form tells whose verb it can be", () => {
  test.each([
    ["قال", "m", "one"],
    ["قالت", "f", "one"],
    ["قالوا", "m", "many"],
    ["قالا", "m", "two"],
    ["قالتا", "f", "two"],
    ["قلنا", "m", "us"],
    ["يقول", "m", "one"],
    ["تقول", "f", "one"],
    ["يقولون", "m", "many"],
    ["يقولان", "m", "two"],
    ["نقول", "m", "us"],
    ["لفت", "m", "one"],
    ["لفتت", "f", "one"],
    ["نفي", "m", "one"],
    ["نفت", "f", "one"],
    ["ينفيان", "m", "two"],
    ["دعوا", "m", "many"],
    ["اعلن", "m", "one"],
    ["اعلنت", "f", "one"],
    ["يعلنون", "m", "many"],
    ["ذكر", "m", "one"],
    ["اضفنا", "m", "us"],
  ])("%s: %s, %s", (form, gender, number) => {
    expect(agreement(form)).toEqual({ gender, number });
  });
});
