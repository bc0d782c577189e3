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

/** A fact not yet known moves nothing today and comes after all others: a tenth. */
const weight = ({ relevance, observed }: Movable): number => RELEVANCE[relevance ?? "medium"] * (observed ? 1 : 0.1);

/**
 * How far an item could still move the leader's chance if every missing answer fell the most telling way, times ½, 1 or 2 for its stated
 * relevance; 0 where nothing is missing.
 *
 * @param today the chances of today, or the starting chances, or equal ones
 */
export function couldMove(today: readonly number[], item: Movable): number {
  const { answers } = item;
  if (!answers.includes(null)) return 0;
  const leader = leaderOf(today);
  const at = (own: number, others: number) =>
    sharesOfSum(today.map((p, e) => p * (answers[e] ?? (e === leader ? own : others))))[leader] as number;
  return (at(MOST, LEAST) - at(LEAST, MOST)) * weight(item);
}

/**
 * The same for an item that bears on a fact between the explanations and what was seen: each explanation's likelihood is the mean of the
 * answers by its chances of the fact's values, and the most telling answers are found by trying both ends of each missing one.
 *
 * @param table by explanation, the chance of each value of the fact
 */
export function couldMoveThrough(
  today: readonly number[],
  table: readonly (readonly number[])[],
  item: Movable,
): number {
  const missing = item.answers.flatMap((a, v) => (a === null ? [v] : []));
  if (missing.length === 0) return 0;
  const leader = leaderOf(today);
  const leads = Array.from({ length: 2 ** missing.length }, (_, tried) => {
    const answers = item.answers.map((a, v) => a ?? ((tried >> missing.indexOf(v)) & 1 ? MOST : LEAST));
    const mean = (chances: readonly number[]) => answers.reduce((sum, x, v) => sum + x * (chances[v] ?? 0), 0);
    return sharesOfSum(today.map((p, e) => p * mean(table[e] ?? [])))[leader] as number;
  });
  return (Math.max(...leads) - Math.min(...leads)) * weight(item);
}
