import { sharesOfSum } from "./decibans.ts";
import { leaderOf } from "./table.ts";

/** The likelihoods that an answer can have: from "would be astonished" to "almost sure to see it" [XP2]. */
const LEAST = 0.01;
const MOST = 0.99;

const RELEVANCE = { low: 0.5, medium: 1, high: 2 } as const;

/** An item with the answers it has; null where nobody answered. */
export interface Movable {
  readonly answers: readonly (number | null)[];
  readonly relevance?: "low" | "medium" | "high" | undefined;
  readonly observed: boolean;
}

/**
 * How far an item could still move the leader's chance if every missing answer fell the most telling way, times ½, 1 or 2 for its stated
 * relevance; 0 where nothing is missing. A fact not yet known moves nothing today and comes after all others: a tenth.
 *
 * @param today the chances of today, or the starting chances, or equal ones
 */
export function couldMove(today: readonly number[], { answers, relevance, observed }: Movable): number {
  if (!answers.includes(null)) return 0;
  const leader = leaderOf(today);
  const at = (own: number, others: number) =>
    sharesOfSum(today.map((p, e) => p * (answers[e] ?? (e === leader ? own : others))))[leader] as number;
  const swing = at(MOST, LEAST) - at(LEAST, MOST);
  return swing * RELEVANCE[relevance ?? "medium"] * (observed ? 1 : 0.1);
}
