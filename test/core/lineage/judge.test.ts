import { describe, expect, it } from "vitest";
import { judgePair } from "../../../src/core/lineage/judge.ts";
import { textOf } from "./read-text.ts";
import { HEAVY_REWRITE, INDEPENDENT, INDEPENDENT_WIRE, LIGHT_EDIT, ORIGINAL, UNRELATED } from "./stories.ts";

const original = textOf("original", ORIGINAL);

describe("judgePair", () => {
  it.each([
    ["the same words", ORIGINAL, "verbatim"],
    ["a few words exchanged", LIGHT_EDIT, "light-edit"],
    ["all told again", HEAVY_REWRITE, "heavy-rewrite"],
    ["another agency's report on the same event", INDEPENDENT_WIRE, "same-event-independent"],
    ["something else", UNRELATED, "unrelated"],
  ])("[LI3] %s is judged for what it is", (_, text, relation) => {
    expect(judgePair(original, textOf("other", text)).relation).toBe(relation);
  });

  it("[LI3] a report of other voices on the same event, which shares few words with it, is not taken for a copy", () => {
    expect(judgePair(original, textOf("other", INDEPENDENT)).derived).toBeLessThan(0.05);
  });

  it("[LI3] the probabilities sum to one and derived is the sum of its three degrees", () => {
    const { probabilities: p, derived } = judgePair(original, textOf("other", HEAVY_REWRITE));
    expect(Object.values(p).reduce((s, v) => s + v, 0)).toBeCloseTo(1, 12);
    expect(derived).toBeCloseTo(p.verbatim + p["light-edit"] + p["heavy-rewrite"], 12);
  });

  it("[LI3] the order of the two changes no probability", () => {
    const other = textOf("other", INDEPENDENT);
    const [there, back] = [judgePair(original, other).probabilities, judgePair(other, original).probabilities];
    for (const [relation, p] of Object.entries(there)) expect(back[relation as keyof typeof back]).toBeCloseTo(p, 12);
  });

  it("[LI3] other prior odds move the odds of derived in proportion", () => {
    const other = textOf("other", HEAVY_REWRITE);
    const odds = (priorOdds: number) => {
      const { derived } = judgePair(original, other, { priorOdds });
      return derived / (1 - derived);
    };
    expect(odds(0.1) / odds(1)).toBeCloseTo(0.1, 9);
    expect(() => judgePair(original, other, { priorOdds: 0 })).toThrow(RangeError);
  });

  it("[LI3] a rewrite has no specifics of its own, and capitals at the start of sentences are none", () => {
    const novel = judgePair(original, textOf("other", HEAVY_REWRITE)).evidence.find(
      (e) => e.name === "novel specifics of b",
    );
    expect(novel?.value).toBe(0);
    const theirs = judgePair(original, textOf("other", INDEPENDENT)).evidence.find(
      (e) => e.name === "novel specifics of b",
    );
    expect(theirs?.value).toBeGreaterThan(15);
  });

  it("[LI3] an alias of the gazetteer is nothing new", () => {
    const copy = textOf("copy", "Officials of Weststrand met the governor in Tolvar harbour.");
    const source = textOf("source", "Officials of Ostermark met the governor in Tolvar harbour.");
    const value = (alias: boolean) => {
      const mention = (text: string, name: string) => {
        const start = text.indexOf(name);
        return [{ span: { start, end: start + name.length }, is: "actor" as const, id: "state-x" }];
      };
      const [a, b] = [source, copy].map((t, i) => ({
        ...t,
        reading: { ...t.reading, mentions: alias ? mention(t.info.text, i === 0 ? "Ostermark" : "Weststrand") : [] },
      })) as unknown as [typeof source, typeof copy];
      return judgePair(a, b).evidence.find((e) => e.name === "novel specifics of b")?.value;
    };
    expect([value(false), value(true)]).toEqual([1, 0]);
  });

  it("[LI3] texts without words are unrelated, and nothing is divided by nothing", () => {
    const { probabilities } = judgePair(textOf("a", ""), textOf("b", "…"));
    expect(Object.values(probabilities).every(Number.isFinite)).toBe(true);
  });
});
