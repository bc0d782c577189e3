// What the core words in English and a brief prints comes out in Arabic: the functions that word it are run, and no English is left.

import { describe, expect, it } from "vitest";
import { arabicOurs } from "../../../src/core/brief/wording/arabic-ours.ts";
import lags from "../../../src/core/data/lag-laws.json" with { type: "json" };
import published from "../../../src/core/data/published-counts.json" with { type: "json" };
import { usedJudgments } from "../../../src/core/explanations/stated-input.ts";
import { SURPRISE_RANGES } from "../../../src/core/model/likelihood.ts";
import type { Casualties, Traits } from "../../../src/core/model/silence.ts";
import { classesFor } from "../../../src/core/silence/classes.ts";
import { differences } from "../../../src/core/silence/differs.ts";
import { asked, body, day, full, QUARREL } from "./fixture.ts";

const inArabic = (text: string, outside: readonly string[] = []): string => {
  const said = arabicOurs(text);
  expect(outside.reduce((t, o) => t.replaceAll(o, ""), said)).not.toMatch(/[a-z]/i);
  return said;
};

const EVERY: Readonly<{ [K in keyof Traits]-?: readonly NonNullable<Traits[K]>[] }> = {
  country: ["SY", "US"],
  target: ["security", "civilian", "political", "infrastructure", "business"],
  attackType: [
    "suicide",
    "shooting",
    "bombing",
    "knife",
    "kidnapping",
    "assassination",
    "sabotage",
    "shelling",
    "arson",
    "intrusion",
  ],
  insider: [true, false],
  nationality: ["SY", "US"],
  period: ["2014/2019", "2017", "2014-06/2019-12", "2014-06-01/2019-12-31"],
  contact: ["directed", "in contact", "inspired", "none known"],
  fate: ["killed", "captured", "at large"],
  casualties: ["none", "1-5", "6-25", "over-25"] as readonly Casualties[],
};

describe("how an attack differs from a class [SI9]", () => {
  it("each feature, fixed or open, known or not, is said in Arabic", () => {
    const said = new Set<string>();
    for (const [feature, values] of Object.entries(EVERY)) {
      for (const value of values as readonly unknown[]) {
        const traits = { [feature]: value } as Traits;
        const others = (values as readonly unknown[]).filter((v) => v !== value).slice(0, 1);
        const here = [{}, ...others.map((o) => ({ [feature]: o }) as Traits)];
        for (const incident of here) {
          for (const [mine, its] of [
            [traits, incident],
            [incident, traits],
          ] as const) {
            const attack = { attack: day("2031-03-04"), actor: "amber" };
            for (const words of differences({ traits: mine, actor: "amber" }, { traits: its, ...attack })) {
              said.add(inArabic(words));
            }
          }
        }
      }
    }
    expect(said.size).toBeGreaterThan(60);
    expect([...said]).toContain("كلها هجمات انتحارية؛ وهذا الهجوم إطلاق نار");
    expect([...said]).toContain("على أهداف من أي نوع؛ وهذا الهجوم على هدف أمني");
    expect([...said]).toContain("من 2014 إلى 2019؛ وهذا الهجوم في 4 مارس 2031");
  });

  it("a class of others, and an invented country, too; a person's own note stays", () => {
    const of = { traits: { country: "XV" }, note: "Other groups have other habits" };
    const words = differences(of, { traits: {}, actor: "amber" }).map(arabicOurs);
    expect(words).toEqual([
      "كلها في البلد ذي الرمز XV؛ ولا يُعرف هل هذا الهجوم في البلد ذي الرمز XV",
      "بيد جماعات أخرى أيضًا",
      "Other groups have other habits",
    ]);
  });
});

describe("names of classes and laws", () => {
  it("every shipped class, its note, and every shipped law has its Arabic", () => {
    for (const { name } of published.classes) inArabic(name);
    for (const c of published.classes) if ("note" in c && typeof c.note === "string") inArabic(c.note);
    for (const { name } of lags.laws) inArabic(name);
  });

  it("a class that the core makes from rows is named in Arabic, its set and its group as they are", () => {
    const row = (line: number, traits: Traits) => ({
      ...{ set: "register", line, incident: `i${line}`, actor: "amber", claimed: line % 2 === 0 },
      ...{ date: day("2030-01-01"), lag: null, knownFrom: null, traits, label: `row ${line}`, citation: null },
    });
    const traits: Traits = { country: "SY", target: "security", attackType: "shooting", insider: true, fate: "killed" };
    const rows = Array.from({ length: 24 }, (_, i) => row(i + 1, i < 8 ? traits : i < 16 ? { country: "SY" } : {}));
    const query = {
      actor: "amber",
      actorName: "Amber Column",
      traits,
      records: rows as never,
      attack: day("2031-03-04"),
    };
    const names = classesFor(query).filter((c) => c.rows !== undefined);
    expect(names.length).toBeGreaterThan(1);
    for (const c of names) {
      inArabic(c.name, ["Amber Column", "register"]);
      inArabic(c.citation, ["register"]);
    }
  });
});

describe("what was judged, and what is missing", () => {
  it("what is missing for a judgment is said in Arabic, the questions and items as their authors put them", () => {
    const { explanations, items } = QUARREL;
    const unstated = { ...QUARREL, explanations: explanations.map(({ prior: _, ...e }) => e) };
    const unweighed = { ...QUARREL, items: items.map((i) => ({ ...i, weights: {} })) };
    const outside = [...explanations, ...items].map((x) => x.text);
    for (const a of [unstated, unweighed, { ...QUARREL, items: [] }]) {
      body(1, (_, m) => {
        const [question] = asked(m, a);
        const missing = question?.answer.is === "unknown" ? question.answer.missing : [];
        expect(missing.length).toBeGreaterThan(0);
        for (const words of missing) inArabic(words, outside);
      });
    }
  });

  it("every judgment that a question uses is named in Arabic", () => {
    const own = { seq: 1, at: "", who: "desk" };
    const by = { who: "desk", why: "so" };
    const said = usedJudgments({
      questions: [{ ...own, body: { question: "who", text: "Q1", ...by } }],
      explanations: [
        { ...own, body: { explanation: "a", question: "who", text: "E1", actors: [], prior: 0.5, ...by } },
      ],
      evidence: [
        {
          ...own,
          body: {
            evidence: "i",
            text: "I1",
            questions: ["who"],
            facts: [],
            values: [],
            observed: "yes",
            rests: [],
            ...by,
          },
        },
      ],
      weights: [{ ...own, body: { evidence: "i", explanations: ["a"], value: { word: "would expect it" }, ...by } }],
      facts: [{ ...own, body: { fact: "f", text: "F1", on: [], values: ["yes", "no"], table: {}, ...by } }],
    } as never).map((j) => j.what);
    expect(said.map((x) => inArabic(x, ["Q1", "E1", "I1", "F1"])).sort()).toEqual(
      [
        "السؤال «Q1»",
        "احتمال البداية للتفسير «E1»",
        "الواقعة «F1»",
        "الدليل «I1»",
        "احتمال رؤية «I1» إذا صح «E1»: رؤيته متوقعة",
      ].sort(),
    );
    for (const word of Object.keys(SURPRISE_RANGES)) inArabic(word);
    for (const what of [
      "false-share",
      "seen",
      "lag",
      "strategic-share",
      "ascertainment",
      "correlation",
      "age-discount",
    ])
      inArabic(`assumption: ${what}`);
  });

  it("a name, a title and a person's words are never touched", () => {
    for (const words of [
      "Amber Column",
      "The factory gate",
      "Interior Ministry of Maren",
      "All attacks of the Amber Column",
    ])
      expect(arabicOurs(words)).toBe(words);
    expect(full().questions.every((q) => arabicOurs(q.text) === q.text)).toBe(true);
  });
});
