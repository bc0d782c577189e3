/** The best match of each sentence in the other text: its place there, −1 for none, its score, and the weight of the sentence. */
export interface Weighted {
  readonly weight: Float64Array;
  readonly place: Int32Array;
  readonly score: Float64Array;
}

/** Mean score of the best matches, each sentence counted by its weight; 0 for a text without weight. */
export function meanBest({ weight, score }: Weighted): number {
  let [sum, total] = [0, 0];
  weight.forEach((w, i) => {
    sum += w * (score[i] as number);
    total += w;
  });
  return total === 0 ? 0 : sum / total;
}

/** Share of the sentences, by weight, whose best match reaches `least`. */
export function coverage({ weight, score }: Weighted, least: number): number {
  let [reached, total] = [0, 0];
  weight.forEach((w, i) => {
    if ((score[i] as number) >= least) reached += w;
    total += w;
  });
  return total === 0 ? 0 : reached / total;
}

/** The smallest score up to which lies `share` of the weight; 0 for a text without weight. */
export function quantile({ weight, score }: Weighted, share: number): number {
  const order = Array.from(score.keys()).sort((i, k) => (score[i] as number) - (score[k] as number));
  const total = weight.reduce((sum, w) => sum + w, 0);
  let reached = 0;
  for (const i of order) {
    reached += weight[i] as number;
    if ((weight[i] as number) > 0 && reached >= share * total) return score[i] as number;
  }
  return 0;
}

/**
 * Kendall's tau-a of the order of the best matches that reach `least`, −1 to 1, with how many there are;
 * ties in place count for nothing. Tau is 0 where fewer than two match.
 */
export function orderTau(best: Weighted, least: number): { readonly tau: number; readonly matches: number } {
  const places: number[] = [];
  best.place.forEach((j, i) => {
    if (j >= 0 && (best.score[i] as number) >= least) places.push(j);
  });
  return { tau: tauOf(places), matches: places.length };
}

/**
 * Kendall's tau of the first mentions of what both have, with its distance from 0 in standard deviations under chance:
 * τ √(n(n−1)/2)… as √(9n(n−1)/(2(2n+5))) (Kendall 1938). Both are 0 for fewer than two.
 */
export function orderOfFirst(
  a: { readonly ids: Int32Array; readonly at: Int32Array },
  b: { readonly ids: Int32Array; readonly at: Int32Array },
): { readonly tau: number; readonly deviations: number; readonly shared: number } {
  const both: [number, number][] = [];
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const [x, y] = [a.ids[i] as number, b.ids[j] as number];
    if (x === y) both.push([a.at[i] as number, b.at[j] as number]);
    if (x <= y) i++;
    if (y <= x) j++;
  }
  both.sort((x, y) => x[0] - y[0]);
  const n = both.length;
  const tau = tauOf(both.map(([, at]) => at));
  return { tau, deviations: n < 2 ? 0 : tau * Math.sqrt((9 * n * (n - 1)) / (2 * (2 * n + 5))), shared: n };
}

/** Kendall's tau-a of a row against its own order, through a tree of counts: O(n log n). */
export function tauOf(places: readonly number[]): number {
  const n = places.length;
  if (n < 2) return 0;
  const ranks = new Map([...new Set(places)].sort((x, y) => x - y).map((p, i) => [p, i + 1]));
  const tree = new Int32Array(ranks.size + 1);
  const upTo = (rank: number) => {
    let count = 0;
    for (let k = rank; k > 0; k -= k & -k) count += tree[k] as number;
    return count;
  };
  let sum = 0;
  places.forEach((p, before) => {
    const rank = ranks.get(p) as number;
    sum += upTo(rank - 1) - (before - upTo(rank));
    for (let k = rank; k <= ranks.size; k += k & -k) tree[k] = (tree[k] as number) + 1;
  });
  return sum / ((n * (n - 1)) / 2);
}
