import type { Assessment } from "../../src/core/model/assessment.ts";
import type { Check, Comparison } from "../../src/core/model/lineage.ts";
import type { TextInfo } from "../../src/core/model/reading.ts";
import { ASSESSMENT } from "./assessment.ts";
import { CHECK, COMPARISON } from "./texts.ts";

/** Keys whose text comes from outside: from a document, a record, a person who types. */
const FROM_OUTSIDE = new Set(
  "title name publisher author address language quote label text actorName speakerName targetName citation who why what differs demonstration missing analysts labels place set purpose checkedBy words".split(
    " ",
  ),
);

/** The assessment with the words in each field that comes from outside. */
export function poisoned(words: string): Assessment {
  return replaced(ASSESSMENT, words) as Assessment;
}

function replaced(value: unknown, words: string, key = ""): unknown {
  if (typeof value === "string") return FROM_OUTSIDE.has(key) && !/^[abc]{64}$/.test(value) ? words : value;
  if (Array.isArray(value)) return value.map((one) => replaced(one, words, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, replaced(v, words, k)]));
}

/** Two texts of these words, side by side and checked, with a change on every word of it. */
export function poisonedTexts(words: string): {
  readonly a: TextInfo;
  readonly b: TextInfo;
  readonly comparison: Comparison;
  readonly check: Check;
} {
  const text = `${words} ${words}`;
  const whole = { start: 0, end: text.length };
  const info = (id: string): TextInfo => ({ id, text, name: words, publisher: words, url: words, language: words });
  const part = { start: 0, end: words.length };
  const changes = [
    { class: "number" as const, a: part, b: part, weight: 1 },
    { class: "modality-hardened" as const, a: part, b: { start: words.length + 1, end: text.length }, weight: 1 },
    {
      class: "loaded-word-added" as const,
      b: { start: Math.floor(words.length / 2), end: words.length + 1 },
      weight: 1,
    },
  ];
  const evidence = [{ name: words, value: 1, weight: 1 }];
  return {
    a: info("a"),
    b: info("b"),
    comparison: {
      ...COMPARISON,
      verdict: { ...COMPARISON.verdict, evidence },
      sentences: { a: [whole], b: [whole] },
      alignment: [{ a: [0], b: [0], score: 1, changes }],
    },
    check: {
      ...CHECK,
      sentences: [{ span: whole, verdict: "changed", source: "b", origin: words, sourceSpan: whole, changes }],
      unjudged: [{ span: part, reason: words }],
    },
  };
}
