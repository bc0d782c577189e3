import { betaQuantile } from "../stats/beta.ts";

/** The equal-tailed 95 % interval of Beta(claimed + ½, unclaimed + ½) [PR1]. */
export function ratioBounds(claimed: number, unclaimed: number): { readonly lower: number; readonly upper: number } {
  const at = (p: number) => betaQuantile(p, claimed + 0.5, unclaimed + 0.5);
  return { lower: at(0.025), upper: at(0.975) };
}

/** Formulas of `why`: from the counts of claimed and unclaimed. */
export const precedentFormulas = {
  "precedents-lower": ([claimed = 0, unclaimed = 0]: readonly number[]) => ratioBounds(claimed, unclaimed).lower,
  "precedents-upper": ([claimed = 0, unclaimed = 0]: readonly number[]) => ratioBounds(claimed, unclaimed).upper,
};
