import { describe, expect, it } from "vitest";
import { seeded } from "../../../src/core/explanations/random.ts";
import { quantile, quantileOf } from "../../../src/core/explanations/ranges.ts";

describe("quantileOf", () => {
  it.each([1, 2, 3, 20, 101, 1000])(
    "[XP4] gives the bits that %i sorted numbers give, ties and order included",
    (size) => {
      const random = seeded(size);
      const lists = [
        Float64Array.from({ length: size }, random),
        Float64Array.from({ length: size }, () => Math.floor(3 * random())),
        Float64Array.from({ length: size }, (_, i) => i),
        Float64Array.from({ length: size }, (_, i) => -i),
      ];
      for (const list of lists)
        for (const p of [0, 0.05, 0.5, 0.95, 1])
          expect(quantileOf(list.slice(), p)).toBe(quantile(list.slice().sort(), p));
    },
  );
});
