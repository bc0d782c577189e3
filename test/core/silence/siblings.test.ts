import { expect, test } from "vitest";
import { isUnknown } from "../../../src/core/model/stated.ts";
import { shareOfSiblings, siblingPrior } from "../../../src/core/silence/siblings.ts";
import { expectedOf } from "../../reference/expected.ts";

const expected = expectedOf<{
  readonly sets: readonly (Readonly<Record<"k" | "n" | "mean", readonly number[]>> &
    Readonly<Record<"lower" | "upper", readonly (number | null)[]>>)[];
}>("siblings");

test("[SI6] shares of siblings agree with the whole grid summed in R to 1e-8", () => {
  for (const set of expected.sets) {
    const shares = shareOfSiblings(set.k.map((k, i) => ({ k, n: set.n[i]! })));
    if (isUnknown(shares)) throw new Error(shares.reason);
    shares.forEach((share, i) => {
      expect(Math.abs(share.mean - set.mean[i]!)).toBeLessThan(1e-8);
      if (set.lower[i] === null) return;
      expect(Math.abs(share.equalTailed.lower - set.lower[i]!)).toBeLessThan(1e-8);
      expect(Math.abs(share.equalTailed.upper - set.upper[i]!)).toBeLessThan(1e-8);
    });
  }
});

test("[SI6] 5,000 classes like one another leave a prior of few cells around their share", () => {
  const counts = Array.from({ length: 5000 }, (_, i) => ({ k: 4 + (i % 3), n: 10 }));
  const prior = siblingPrior(counts);
  const mean = prior.reduce((sum, { weight, a, b }) => sum + (weight * a) / (a + b), 0);
  // The grid's points of logit a/(a+b) are .1 apart: the nearest to ½ is ½.
  expect(mean).toBeCloseTo(0.5, 2);
  expect(prior.reduce((sum, p) => sum + p.weight, 0)).toBeCloseTo(1, 12);
});

test("[SI6] no siblings leave the prior on the grid: nearly all of its cells", () => {
  expect(siblingPrior([]).length).toBeGreaterThan(6000);
});
