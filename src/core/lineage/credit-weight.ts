import type { LineageEvidence, Relation } from "../model/lineage.ts";
import { type Credit, creditWeight } from "./credit.ts";
import type { Credits } from "./direction.ts";
import { likeliest, PRIOR_SHARES } from "./judge.ts";
import type { ReadText } from "./prepared.ts";

interface Weighable {
  readonly relation: Relation;
  readonly probabilities: Readonly<Record<Relation, number>>;
  readonly derived: number;
}

/** Log-odds that the credits of two texts add to "one derives from the other" [LI3]; 0 where there are none. */
export function weightOf({ inA, inB }: Credits): number {
  return Math.max(creditWeight(inA), creditWeight(inB));
}

/**
 * The verdict with the log-odds of credits added to its odds of derivation. Of two texts in different languages their words say nothing, so
 * only prior and credit do.
 */
export function withCredit<T extends Weighable>(
  verdict: T,
  weight: number,
  { apart, priorOdds = 1 }: { readonly apart: boolean; readonly priorOdds?: number | undefined },
): T {
  if (weight === 0) return verdict;
  const before = apart ? priorOf(priorOdds) : verdict.probabilities;
  const factor = Math.exp(weight);
  const raw = {
    ...before,
    verbatim: before.verbatim * factor,
    "light-edit": before["light-edit"] * factor,
    "heavy-rewrite": before["heavy-rewrite"] * factor,
  };
  const total = Object.values(raw).reduce((sum, p) => sum + p, 0);
  const probabilities = Object.fromEntries(Object.entries(raw).map(([k, p]) => [k, p / total])) as typeof raw;
  const derived = probabilities.verbatim + probabilities["light-edit"] + probabilities["heavy-rewrite"];
  return { ...verdict, probabilities, derived, relation: likeliest(probabilities) };
}

/** Whether two texts are in different languages. */
export function areApart(a: ReadText, b: ReadText): boolean {
  const [x, y] = [a.reading.language, b.reading.language];
  return x !== y && x !== "und" && y !== "und";
}

function priorOf(priorOdds: number): Readonly<Record<Relation, number>> {
  const derived = priorOdds / (1 + priorOdds);
  const rest = (relation: keyof typeof PRIOR_SHARES) => (1 - derived) * PRIOR_SHARES[relation];
  return {
    verbatim: 0,
    "light-edit": 0,
    "heavy-rewrite": derived,
    "shared-source": rest("shared-source"),
    "same-material": rest("same-material"),
    "same-event-independent": rest("same-event-independent"),
    unrelated: rest("unrelated"),
  };
}

/** The credits as evidence of the verdict. */
export function creditEvidence({ inA, inB }: Credits): readonly LineageEvidence[] {
  const rows = (credits: readonly Credit[], side: "a" | "b"): LineageEvidence[] =>
    credits.map(({ name, span, weight }) => ({
      name: `${name}, in ${side}`,
      value: 1,
      weight,
      ...(span && { [side]: [span] }),
    }));
  return [...rows(inA, "a"), ...rows(inB, "b")];
}
