import { type Unknown, unknown } from "../model/stated.ts";

/** One attack: when its wait ended and by what; `cause` null where it was still waited for (censored). */
export interface Ending {
  readonly at: number;
  readonly cause: string | null;
}

/** Cumulative incidence of each cause: the chance that the wait has ended by it by each time. */
export interface CumulativeIncidence {
  /** Distinct times, rising. */
  readonly at: readonly number[];
  /** For each cause, in code-unit order, its chance by each time. */
  readonly byCause: Readonly<Record<string, readonly number[]>>;
  /** Chance that nothing has ended the wait; with the causes it sums to 1. */
  readonly waiting: readonly number[];
}

/**
 * The Aalen–Johansen estimate for competing endings, a claim and a denial for instance [SI10]: at each time the part still waiting falls by d/n, and
 * each cause takes its share (Aalen and Johansen 1978, Scandinavian Journal of Statistics 5, 141–150). At a tie the endings come before the
 * censorings. No rows: unknown, reason `no-rows`.
 *
 * @param rows times finite, 0 or more; else RangeError
 */
export function cumulativeIncidence(rows: readonly Ending[]): CumulativeIncidence | Unknown {
  for (const { at } of rows) {
    if (!(at >= 0 && at < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`cumulativeIncidence: a time is ${at}; give finite times of 0 or more.`);
    }
  }
  if (rows.length === 0) return unknown("no-rows");
  const sorted = [...rows].sort((a, b) => a.at - b.at);
  const causes = [...new Set(sorted.flatMap((r) => r.cause ?? []))].sort((a, b) => (a < b ? -1 : 1));
  const at: number[] = [];
  const waiting: number[] = [];
  const byCause = Object.fromEntries(causes.map((c) => [c, [] as number[]]));
  const now = new Map(causes.map((c) => [c, 0]));
  let left = 1;
  for (let i = 0; i < sorted.length; ) {
    const time = sorted[i]!.at;
    const atRisk = sorted.length - i;
    const ended = new Map<string, number>();
    let all = 0;
    for (; i < sorted.length && sorted[i]!.at === time; i++) {
      const { cause } = sorted[i]!;
      if (cause === null) continue;
      all++;
      ended.set(cause, (ended.get(cause) ?? 0) + 1);
    }
    for (const c of causes) {
      now.set(c, now.get(c)! + left * ((ended.get(c) ?? 0) / atRisk));
      byCause[c]!.push(now.get(c)!);
    }
    left *= (atRisk - all) / atRisk;
    at.push(time);
    waiting.push(left);
  }
  return { at, byCause, waiting };
}
