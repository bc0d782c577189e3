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
  /** Finds that score less are left out: of the commonest reporting verbs, of frames that show a lost speaker, of relays, of others. 0 to 1. */
  readonly thresholds: {
    readonly common: number;
    readonly unstated: number;
    readonly relayed: number;
    readonly others: number;
  };
  /** From the lowest score to the highest; the share right never falls. */
  readonly measured: readonly MeasuredBin[];
}

/** By language; a language without one has its finds by the table of frames alone. */
export const shippedScorers: Readonly<Record<string, Scorer>> = data.scorers;

const tables = new WeakMap<Scorer["weights"], ReadonlyMap<string, number>>();

/** The weights as a map, made once: features are new strings each time, which an object's keys are slow to find. */
function tableOf(weights: Scorer["weights"]): ReadonlyMap<string, number> {
  let table = tables.get(weights);
  if (table === undefined) {
    table = new Map(Object.entries(weights));
    tables.set(weights, table);
  }
  return table;
}

/** A feature with its weight. */
export interface Weighted {
  readonly name: string;
  readonly weight: number;
}

/** Those of the features that have a weight, in order; the others say nothing. */
export function weightsOf(features: readonly string[], { weights }: Scorer): readonly Weighted[] {
  const byName = tableOf(weights);
  const out: Weighted[] = [];
  for (const name of features) {
    const weight = byName.get(name);
    if (weight !== undefined) out.push({ name, weight });
  }
  return out;
}

/** The logistic score of a find by its weights, 0 to 1. */
export function scoreOf(weighted: readonly Weighted[], { intercept }: Scorer): number {
  let sum = intercept;
  for (const { weight } of weighted) sum += weight;
  return 1 / (1 + Math.exp(-sum));
}

/** How often finds of this score were right, (k+½)/(n+1); 0.5 where nothing was measured. */
export function measuredShare(score: number, { measured }: Scorer): number {
  const { k, n } = measured.findLast(({ from }) => from <= score) ?? measured[0] ?? { k: 0, n: 0 };
  return (k + 0.5) / (n + 1);
}

const MOST_SHOWN = 6;

/** The features that weigh most, heaviest first, each with "+" where it speaks for a statement and "−" where against: what a reader is shown. */
export function heaviest(weighted: readonly Weighted[]): string[] {
  return [...weighted]
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_SHOWN)
    .map(({ name, weight }) => `${weight > 0 ? "+" : "−"} ${name}`);
}
