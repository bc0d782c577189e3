import data from "../data/statement-scorer.json" with { type: "json" };

/** Of finds that scored from `from` up to the next row, on texts that the weights were not fitted on: right (k) of found (n). */
export interface MeasuredBin {
  readonly from: number;
  readonly k: number;
  readonly n: number;
}

/** A logistic scorer: what each feature adds to the log-odds that a find is a statement, and how often finds of each score were right [ST2]. */
export interface Scorer {
  readonly intercept: number;
  readonly weights: Readonly<Record<string, number>>;
  /** Finds that score less are left out: of the commonest reporting verbs, of frames that show a lost speaker, of others. 0 to 1. */
  readonly thresholds: { readonly common: number; readonly unstated: number; readonly others: number };
  /** From the lowest score to the highest; the share right never falls. */
  readonly measured: readonly MeasuredBin[];
}

/** By language; a language without one has its finds by the table of frames alone. */
export const shippedScorers: Readonly<Record<string, Scorer>> = data.scorers;

/** The logistic score of a find with these features, 0 to 1; a feature without a weight says nothing. */
export function scoreOf(features: readonly string[], { intercept, weights }: Scorer): number {
  let sum = intercept;
  for (const feature of features) sum += weights[feature] ?? 0;
  return 1 / (1 + Math.exp(-sum));
}

/** How often finds of this score were right, (k+½)/(n+1); 0.5 where nothing was measured. */
export function measuredShare(score: number, { measured }: Scorer): number {
  const { k, n } = measured.findLast(({ from }) => from <= score) ?? measured[0] ?? { k: 0, n: 0 };
  return (k + 0.5) / (n + 1);
}

const MOST_SHOWN = 6;

/** The features that weigh most, heaviest first, each with "+" where it speaks for a statement and "−" where against: what a reader is shown. */
export function heaviest(features: readonly string[], { weights }: Scorer): string[] {
  return features
    .flatMap((name) => (weights[name] === undefined ? [] : [{ name, weight: weights[name] }]))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_SHOWN)
    .map(({ name, weight }) => `${weight > 0 ? "+" : "−"} ${name}`);
}
