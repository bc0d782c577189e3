import type { ModelQuestion, QuestionPosterior, WeighedExplanations } from "../model/explanations.ts";
import { exactSum } from "./decibans.ts";
import type { SurpriseRanges } from "./judged.ts";
import type { PreparedItem } from "./prepare.ts";
import { widerOf } from "./values.ts";

/** What a question by itself and a network of several are told in. */

export interface WeighOptions {
  /** Start every explanation of a question alike, whatever was stated: a choice that has to be printed [XP3]. */
  readonly equalPriors?: boolean;
  /** Draws behind the ranges; 10,000, or fewer by the size of a model with latent facts [XP4]. */
  readonly draws?: number;
  readonly seed?: number;
  /** What the words of XP2 stand for in this case. */
  readonly surpriseRanges?: SurpriseRanges;
}

export type Beside = Pick<
  WeighedExplanations,
  "ach" | "decibans" | "leaveOneOut" | "thresholds" | "tornado" | "conflicts" | "nextFacts"
>;

/** Answered cells, and all cells that a person could answer, of the items that bear on the question. */
export function countsOf(items: readonly PreparedItem[]): { weighed: number; cells: number } {
  const judged = items.filter((i) => i.item.observed !== null && i.item.computed !== true);
  return {
    weighed: judged.reduce((sum, i) => sum + i.answered, 0),
    cells: judged.reduce((sum, i) => sum + i.row.length, 0),
  };
}

export function widerProbabilities(
  question: ModelQuestion,
  explanations: QuestionPosterior["explanations"],
): QuestionPosterior["wider"] {
  return widerOf(question).map((wide) => ({
    ...wide,
    probability: exactSum(explanations.filter((e) => wide.of.includes(e.id)).map((e) => e.probability)),
  }));
}

interface Answers {
  readonly today: readonly number[];
  readonly ifSeen: number;
  readonly posteriorIfSeen: readonly number[];
  readonly posteriorIfNot: readonly number[];
}

/** Chance that the answer takes some explanation over, or under, the probability worth telling [XP7]. */
export function crossing(
  at: number | undefined,
  { today, ifSeen, posteriorIfSeen, posteriorIfNot }: Answers,
): number | null {
  if (at === undefined) return null;
  const crosses = (after: readonly number[]) => after.some((p, e) => p >= at !== (today[e] as number) >= at);
  return (crosses(posteriorIfSeen) ? ifSeen : 0) + (crosses(posteriorIfNot) ? 1 - ifSeen : 0);
}
