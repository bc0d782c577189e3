// Sums in decibans: 10 · log10, the unit of the ledger [XP6]. Everything that multiplies chances goes through here, so that `why` gets the same bits.

const MOST = 1 - 2 ** -53;
const LEAST = 2.2250738585072014e-308;

/** A share kept off 0 and 1 [XP9]: at least the smallest normal number, at most the largest under 1. */
export function offTheEdge(share: number): number {
  return Math.min(MOST, Math.max(LEAST, share));
}

/** The sum with Neumaier's correction: 200 equal logs are right to the last bits, where a plain sum is off by 7e-13. */
export function exactSum(terms: readonly number[]): number {
  let sum = 0;
  let lost = 0;
  for (const term of terms) {
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** The product of positive numbers, in decibans. */
export function decibansOfProduct(factors: readonly number[]): number {
  return exactSum(factors.map((x) => 10 * Math.log10(x)));
}

/**
 * The share of each score among all, never 0 or 1. Scores in decibans, so 10^(score/10) is the unnormalised weight; the largest is taken
 * out first. The terms are added in order of size: the order of the explanations never shows.
 */
export function sharesOfDecibans(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const weights = scores.map((s) => 10 ** ((s - top) / 10));
  const total = exactSum([...weights].sort((a, b) => a - b));
  return weights.map((w) => offTheEdge(w / total));
}

/** Each number as its share of the sum; independent of the order. */
export function sharesOfSum(numbers: readonly number[]): number[] {
  const total = exactSum([...numbers].sort((a, b) => a - b));
  return numbers.map((x) => x / total);
}
