import type { ModelEvidence } from "../model/explanations.ts";
import { sharesOfSum } from "./decibans.ts";
import { type Ends, middle } from "./judged.ts";
import { filled, leaderOf, type Numbers, posterior, type Row, tempered } from "./table.ts";

/** What stands beside a posterior [XP6, XP7]; everything at the middle of the stated ranges. */

const INCONSISTENT = 0.35;
const VERY_INCONSISTENT = 0.1;

/** ACH's mark of an answered cell: 2 for "would be astonished", 1 for "would be surprised", else 0. A bound belongs to the more surprising. */
export function achMark(likelihood: number): 0 | 1 | 2 {
  if (likelihood <= VERY_INCONSISTENT) return 2;
  return likelihood <= INCONSISTENT ? 1 : 0;
}

/** What credibility multiplies an ACH mark by: ½ for 4 and 5, 1 for 3, 2 for 1 and 2; 6 cannot be judged and is not weighed. Not stated: 1. */
function credibilityFactor(credibility: ModelEvidence["credibility"]): number {
  if (credibility === undefined || credibility === 3) return 1;
  if (credibility === 6) return 0;
  return credibility >= 4 ? 0.5 : 2;
}

const RELEVANCE = { low: 0.5, medium: 1, high: 2 } as const;

/** What an item's ACH mark is multiplied by: credibility times relevance. */
export const achFactor = (item: ModelEvidence): number =>
  credibilityFactor(item.credibility) * RELEVANCE[item.relevance ?? "medium"];

/** ACH inconsistency of one explanation: how many items surprise under it, and the sum of marks × credibility × relevance. */
export function inconsistency(
  items: readonly { readonly item: ModelEvidence; readonly row: readonly (Ends | null)[] }[],
  explanation: number,
): { inconsistent: number; weighted: number } {
  let [inconsistent, weighted] = [0, 0];
  for (const { item, row } of items) {
    const cell = row[explanation] ?? null;
    const mark = cell === null ? 0 : achMark(middle(cell));
    if (mark > 0) inconsistent++;
    weighted += mark * achFactor(item);
  }
  return { inconsistent, weighted };
}

/** Places of the leader and of the runner-up; the first of equals. */
export function firstTwo(probabilities: readonly number[]): [number, number] {
  const leader = leaderOf(probabilities);
  const others = probabilities.map((p, e) => (e === leader ? -1 : p));
  return [leader, leaderOf(others)];
}

/** How far each row moves the odds of one explanation against another, in decibans; the first is the starting chances. */
export function ledger(numbers: Numbers, [first, second]: readonly [number, number]): number[] {
  const ratio = (row: readonly number[]) =>
    10 * Math.log10(row[first] as number) - 10 * Math.log10(row[second] as number);
  return [ratio(numbers.priors), ...numbers.rows.map(ratio)];
}

/** The posterior with each row left out in turn. */
export function leftOut(numbers: Numbers): number[][] {
  return numbers.rows.map((_, i) => posterior({ ...numbers, rows: numbers.rows.filter((_, j) => j !== i) }));
}

interface CellOf {
  readonly explanation: number;
  readonly priors: readonly number[];
  /** The posterior with the row left out. */
  readonly without: readonly number[];
  /** The exponent that the row enters with. */
  readonly power: number;
}

/** Weight of each explanation with one cell at `x`, already raised to the exponent; an unanswered cell follows as an average. */
function weightsAt(row: Row, { explanation, priors, without, power }: CellOf, x: number): number[] {
  const cells = filled(
    row.map((c, e) => (e === explanation ? x : c && tempered(middle(c), power))),
    priors,
  );
  return without.map((w, e) => w * (cells[e] as number));
}

/** The leader's chance with one answered cell at each end of its stated range; null where it has none. */
export function swing(row: Row, of: CellOf, leader: number): [number, number] | null {
  const cell = row[of.explanation];
  if (!cell || cell.from === cell.to) return null;
  return [cell.from, cell.to].map((x) => sharesOfSum(weightsAt(row, of, tempered(x, of.power)))[leader] as number) as [
    number,
    number,
  ];
}

/** How much rarer an item is beside the rest of the evidence than by itself, in decibans [XP6]; negative where the rest speaks for it (Jensen's measure of conflict). */
export function conflict(
  likelihoods: readonly number[],
  priors: readonly number[],
  without: readonly number[],
): number {
  const mean = (weights: readonly number[]) => likelihoods.reduce((sum, x, e) => sum + x * (weights[e] as number), 0);
  return 10 * Math.log10(mean(priors) / mean(without));
}

/** A value at which another explanation is level with the leader, and which leads beyond it. */
export interface Crossing {
  readonly at: number;
  readonly leads: number;
}

/** The crossing nearest to a value; null where there is none. */
export function nearest(crossings: readonly Crossing[], now: number): Crossing | null {
  return [...crossings].sort((a, b) => Math.abs(a.at - now) - Math.abs(b.at - now) || a.leads - b.leads)[0] ?? null;
}

/**
 * The value of one answered cell at which another explanation would lead, nearest to its own; null if no chance over 0 and up to 1 does
 * it. Every weight is a straight line in the cell (an unanswered cell follows it as an average), so the crossings are exact.
 */
export function threshold(row: Row, of: CellOf): Crossing | null {
  const cell = row[of.explanation];
  if (!cell || of.power === 0) return null;
  const now = middle(cell);
  const at = (x: number) => weightsAt(row, of, x);
  const [none, one] = [at(0), at(1)];
  const leader = leaderOf(at(tempered(now, of.power)));
  const crossings = none.flatMap((low, e) => {
    const slope = (one[e] as number) - low - ((one[leader] as number) - (none[leader] as number));
    const x = ((none[leader] as number) - low) / slope;
    return e !== leader && x > 0 && x <= 1 ? [{ at: of.power === 1 ? x : x ** (1 / of.power), leads: e }] : [];
  });
  return nearest(crossings, now);
}

export interface NextFact {
  readonly ifSeen: number;
  readonly posteriorIfSeen: readonly number[];
  readonly posteriorIfNot: readonly number[];
  readonly bits: number;
  readonly changesLeader: number;
}

/** Expected information of a yes-or-no fact about the explanations, in bits: the mutual information, never under 0. */
export function bitsOf(today: readonly number[], chances: readonly number[]): number {
  const seen = today.reduce((sum, p, e) => sum + p * (chances[e] as number), 0);
  const part = (p: number, chance: number, all: number) => (chance === 0 ? 0 : p * chance * Math.log2(chance / all));
  const bits = today.reduce((sum, p, e) => {
    const c = chances[e] as number;
    return sum + part(p, c, seen) + part(p, 1 - c, 1 - seen);
  }, 0);
  return Math.max(0, bits);
}

/** What a fact not yet known would do: its two answers, what each leaves, and what it is worth. The mean of both is today's posterior. */
export function nextFact(today: readonly number[], chances: readonly number[]): NextFact {
  const ifSeen = today.reduce((sum, p, e) => sum + p * (chances[e] as number), 0);
  const posteriorIfSeen = today.map((p, e) => (p * (chances[e] as number)) / ifSeen);
  const posteriorIfNot = today.map((p, e) => (p * (1 - (chances[e] as number))) / (1 - ifSeen));
  const leader = leaderOf(today);
  const moves = (after: readonly number[]) => leaderOf(after) !== leader;
  const changesLeader = (moves(posteriorIfSeen) ? ifSeen : 0) + (moves(posteriorIfNot) ? 1 - ifSeen : 0);
  return { ifSeen, posteriorIfSeen, posteriorIfNot, bits: bitsOf(today, chances), changesLeader };
}
