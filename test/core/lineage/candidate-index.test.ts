import { describe, expect, it } from "vitest";
import { candidateIndex } from "../../../src/core/lineage/candidate-index.ts";
import { HEAVY_REWRITE, INDEPENDENT, LIGHT_EDIT, ORIGINAL, UNRELATED } from "./stories.ts";

describe("candidateIndex", () => {
  it("[LI2] gives a text those before it that share rare words, the nearest first", () => {
    const index = candidateIndex();
    const found = [UNRELATED, ORIGINAL, LIGHT_EDIT, HEAVY_REWRITE].map((t) => index.add(t).map((c) => c.index));
    expect(found.slice(0, 3)).toEqual([[], [], [1]]);
    expect([...(found[3] ?? [])].sort()).toEqual([1, 2]);
    expect(index.size()).toBe(4);
  });

  it("[LI2] holds a text against those before it only: whichever of two comes second finds the first", () => {
    const [one, other] = [candidateIndex(), candidateIndex()];
    one.add(ORIGINAL);
    other.add(HEAVY_REWRITE);
    expect([one.add(HEAVY_REWRITE).length, other.add(ORIGINAL).length]).toEqual([1, 1]);
  });

  it("[LI2] takes words where they are given, and an exact copy scores one", () => {
    const words = ORIGINAL.split(/[^\p{L}\p{N}]+/u);
    const index = candidateIndex();
    index.add(words);
    expect(index.add(words)).toEqual([{ index: 0, score: 1 }]);
  });

  it("[LI2] what has left the window is not found, and what is in it still is", () => {
    const index = candidateIndex({ window: 3 });
    index.add(ORIGINAL);
    index.add(UNRELATED);
    expect(index.add(LIGHT_EDIT).map((c) => c.index)).toEqual([0]);
    index.add(INDEPENDENT);
    index.add(UNRELATED);
    expect(index.add(HEAVY_REWRITE).map((c) => c.index)).toEqual([]);
  });

  it("[LI2] finds the same whether its rings have gone round or not", () => {
    const filler = (i: number) => Array.from({ length: 60 }, (_, k) => `filler${i * 7 + (k % 7)}x${k}`);
    const index = candidateIndex({ window: 5, kept: 60 });
    for (let i = 0; i < 40; i++) index.add(filler(i)); // 2,400 words, room for 380
    index.add(ORIGINAL);
    expect(index.add(LIGHT_EDIT).map((c) => c.index)).toEqual([40]);
  });

  it("[LI2] words in more texts than the cap find nobody", () => {
    const index = candidateIndex({ cap: 2 });
    for (let i = 0; i < 3; i++) index.add(ORIGINAL);
    expect(index.add(ORIGINAL)).toEqual([]);
  });

  it("[LI2] a text without words has no candidates, and limits are whole numbers above 0", () => {
    expect(candidateIndex().add("…")).toEqual([]);
    expect(() => candidateIndex({ window: 0 })).toThrow(RangeError);
  });
});
