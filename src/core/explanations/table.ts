import { decibansOfProduct, offTheEdge, sharesOfDecibans, sharesOfSum } from "./decibans.ts";
import { type Ends, middle } from "./judged.ts";

/** One item of evidence: for each explanation, how likely what was seen is under it; null where nobody answered. */
export type Row = readonly (Ends | null)[];

/** A question as numbers: starting chances and items, explanations in one order throughout. */
export interface Table {
  readonly priors: readonly Ends[];
  readonly rows: readonly Row[];
  /** The exponent that each row enters with; null or left out for 1 [XP5]. */
  readonly exponents?: readonly (Ends | null)[];
}

/** A table with a number in each cell. */
export interface Numbers {
  readonly priors: readonly number[];
  readonly rows: readonly (readonly number[])[];
}

/**
 * An item's likelihoods with the unanswered ones filled in: the average of the answered, weighted by the starting chances [XP2].
 * With that value the item leaves the explanation exactly where it was, which is what "no effect" must mean: 1 in an empty cell would
 * lift the explanation that nobody weighed. An item with fewer than two answers compares nothing, and all its cells are alike.
 */
export function filled(row: readonly (number | null)[], priors: readonly number[]): number[] {
  let [chance, weight] = [0, 0];
  row.forEach((cell, e) => {
    if (cell === null) return;
    chance += (priors[e] as number) * cell;
    weight += priors[e] as number;
  });
  const neutral = weight === 0 ? 1 : chance / weight;
  return row.map((cell) => cell ?? neutral);
}

/** The table at the middle of every stated range, priors normalised. */
export function atMiddle(table: Table): Numbers {
  const priors = sharesOfSum(table.priors.map(middle));
  return {
    priors,
    rows: table.rows.map((row, i) => {
      const exponent = table.exponents?.[i];
      const power = exponent == null ? 1 : middle(exponent);
      return filled(
        row.map((c) => c && tempered(middle(c), power)),
        priors,
      );
    }),
  };
}

/** A likelihood that enters with an exponent. */
export function tempered(likelihood: number, power: number): number {
  return power === 1 ? likelihood : likelihood ** power;
}

/** Score of each explanation: starting chance times its likelihoods, in decibans. */
export function scores({ priors, rows }: Numbers): number[] {
  return priors.map((prior, e) => decibansOfProduct([prior, ...rows.map((row) => row[e] as number)]));
}

/** The exact posterior of the numbers: prior × likelihoods, normalised [XP4]. Independent items, given the explanation. */
export function posterior(numbers: Numbers): number[] {
  return sharesOfDecibans(scores(numbers)).map(offTheEdge);
}

/** Whether every cell has an answer. */
export function isComplete(table: Table): boolean {
  return table.rows.every((row) => row.every((cell) => cell !== null));
}

/** Place of the largest; the first of equals. */
export function leaderOf(probabilities: readonly number[]): number {
  return probabilities.indexOf(Math.max(...probabilities));
}
