import type { ExplanationsModel, QuestionPosterior, WeighedExplanations } from "../model/explanations.ts";
import { SURPRISE_RANGES } from "../model/likelihood.ts";
import { type Problem, ProblemError, problem } from "../model/problem.ts";
import { type Unknown, unknown } from "../model/stated.ts";
import { firstTwo, inconsistency, ledger, leftOut, nextFact, threshold } from "./beside.ts";
import { exactSum } from "./decibans.ts";
import { middle, type SurpriseRanges } from "./judged.ts";
import { modelProblems } from "./model-problems.ts";
import { type Prepared, prepare, tableOf } from "./prepare.ts";
import { DRAWS, SEED } from "./random.ts";
import { boxes, boxIsExact, drawnRanges } from "./ranges.ts";
import { atMiddle, filled, leaderOf, posterior, type Table } from "./table.ts";

export interface WeighOptions {
  /** Start every explanation of a question alike, whatever was stated: a choice that has to be printed [XP3]. */
  readonly equalPriors?: boolean;
  /** Draws behind the ranges; 10,000. */
  readonly draws?: number;
  readonly seed?: number;
  /** What the words of XP2 stand for in this case. */
  readonly surpriseRanges?: SurpriseRanges;
}

type Answer = WeighedExplanations["posterior"][number];
type Beside = Pick<WeighedExplanations, "ach" | "decibans" | "leaveOneOut" | "thresholds" | "nextFacts">;

/** Why there is no posterior [XP3], with what is missing by id; null where there is one. */
export function refusal({ question, seen }: Prepared, equalPriors: boolean): (Unknown & { missing: string[] }) | null {
  const noPrior = question.explanations.filter((e) => e.prior === undefined).map((e) => e.id);
  if (noPrior.length > 0 && !equalPriors) return { ...unknown("no-prior"), missing: noPrior };
  const judged = seen.filter((i) => i.item.computed !== true);
  if (judged.some((i) => i.answered >= 2)) return null;
  return { ...unknown("no-judged-evidence"), missing: judged.map((i) => i.item.id) };
}

function questionPosterior(prepared: Prepared, table: Table, options: WeighOptions): QuestionPosterior {
  const numbers = atMiddle(table);
  const probabilities = posterior(numbers);
  const ranges = drawnRanges(table, options);
  const box = boxes(table);
  const judged = prepared.seen.filter((i) => i.item.computed !== true);
  return {
    question: prepared.question.id,
    explanations: prepared.question.explanations.map(({ id }) => {
      const e = prepared.ids.indexOf(id);
      return {
        id,
        prior: numbers.priors[e] as number,
        probability: probabilities[e] as number,
        range: ranges[e] as QuestionPosterior["explanations"][number]["range"],
        box: box[e] as QuestionPosterior["explanations"][number]["box"],
      };
    }),
    boxExact: boxIsExact(table),
    weighed: judged.reduce((sum, i) => sum + i.answered, 0),
    cells: judged.length * prepared.ids.length,
  };
}

function besideOf({ question, ids, seen, notYet }: Prepared, table: Table): Beside {
  const numbers = atMiddle(table);
  const today = posterior(numbers);
  const [first, second] = firstTwo(today);
  const id = (e: number) => ids[e] as string;
  const without = leftOut(numbers);
  const parts = ledger(numbers, [first, second]);
  const byId = (values: readonly number[]) => Object.fromEntries(ids.map((key, e) => [key, values[e] as number]));
  return {
    ach: ids.map((explanation, e) => ({ question: question.id, explanation, ...inconsistency(seen, e) })),
    decibans: [
      {
        question: question.id,
        between: [id(first), id(second)],
        items: parts.map((decibans, i) => ({ id: i === 0 ? "prior" : (seen[i - 1]?.item.id ?? ""), decibans })),
        total: exactSum(parts),
      },
    ],
    leaveOneOut: without.map((after, i) => {
      const leader = leaderOf(after);
      const probability = after[leader] as number;
      return { question: question.id, without: seen[i]?.item.id ?? "", leader: id(leader), probability };
    }),
    thresholds: seen.flatMap(({ item, row }, i) =>
      ids.flatMap((explanation, e) => {
        const at = threshold(row, { explanation: e, priors: numbers.priors, without: without[i] ?? [] });
        return at === null ? [] : [{ question: question.id, evidence: item.id, explanation, at }];
      }),
    ),
    nextFacts: notYet
      .filter((i) => i.answered >= 2)
      .map(({ item, row }) => {
        const chances = filled(
          row.map((c) => c && middle(c)),
          numbers.priors,
        );
        const fact = nextFact(today, chances);
        return {
          evidence: item.id,
          question: question.id,
          ifSeen: fact.ifSeen,
          bits: fact.bits,
          changesLeader: fact.changesLeader,
          crossesThreshold: crossing(question.threshold, { today, ...fact }),
          posteriorIfSeen: byId(fact.posteriorIfSeen),
          posteriorIfNot: byId(fact.posteriorIfNot),
        };
      })
      .sort((a, b) => b.bits - a.bits),
  };
}

interface Answers {
  readonly today: readonly number[];
  readonly ifSeen: number;
  readonly posteriorIfSeen: readonly number[];
  readonly posteriorIfNot: readonly number[];
}

/** Chance that the answer takes some explanation over, or under, the probability worth telling [XP7]. */
function crossing(at: number | undefined, { today, ifSeen, posteriorIfSeen, posteriorIfNot }: Answers): number | null {
  if (at === undefined) return null;
  const crosses = (after: readonly number[]) => after.some((p, e) => p >= at !== (today[e] as number) >= at);
  return (crosses(posteriorIfSeen) ? ifSeen : 0) + (crosses(posteriorIfNot) ? 1 - ifSeen : 0);
}

/** Worth telling, though it stops nothing. */
export function remarks({ question, seen, notYet }: Prepared, equalPriors: boolean): Problem[] {
  const once = [...seen, ...notYet].filter((i) => i.answered === 1);
  const ends = question.explanations.flatMap((e) => (e.prior === undefined ? [] : [e.prior]));
  const sum = exactSum(ends.map((p) => (typeof p === "number" ? p : middle(p))));
  const low = exactSum(ends.map((p) => (typeof p === "number" ? p : p.from)));
  const high = exactSum(ends.map((p) => (typeof p === "number" ? p : p.to)));
  const whole = ends.length === question.explanations.length && !equalPriors;
  const off = whole && (low > 1.005 || high < 0.995);
  return [
    ...(off ? [problem("priors-do-not-sum", { question: question.id, sum: Math.round(sum * 1000) / 1000 })] : []),
    ...once.map((i) => problem("item-answered-once", { evidence: i.item.id, question: question.id })),
  ];
}

/**
 * What the stated judgments make of the explanations of each question: the exact posterior, its ranges, and what stands beside it
 * [XP1–XP7]. Items are independent given the explanation of their one question; questions are independent of each other. A range or word
 * counts with its middle in the posterior, and whole in the ranges. Without a prior for each explanation, or without one observed item that
 * a person weighed under two explanations, a question's answer is unknown: `no-prior`, `no-judged-evidence` [XP3], with the ids missing.
 * Throws a ProblemError for values that are no chances, unknown ids, and what this version cannot weigh.
 */
export function weighExplanations(model: ExplanationsModel, options: WeighOptions = {}): WeighedExplanations {
  const words = options.surpriseRanges ?? SURPRISE_RANGES;
  const wrong = modelProblems(model, words);
  if (wrong.length > 0) throw new ProblemError(wrong);
  const equalPriors = options.equalPriors === true;
  const prepared = prepare(model, words);
  const posteriors: Answer[] = [];
  const beside: Beside[] = [];
  for (const one of prepared) {
    const refused = refusal(one, equalPriors);
    if (refused !== null) {
      posteriors.push({ question: one.question.id, ...refused });
      continue;
    }
    const table = tableOf(one, equalPriors);
    posteriors.push(questionPosterior(one, table, options));
    beside.push(besideOf(one, table));
  }
  return {
    posterior: posteriors,
    ranges: { draws: options.draws ?? DRAWS, seed: options.seed ?? SEED },
    ach: beside.flatMap((b) => b.ach),
    decibans: beside.flatMap((b) => b.decibans),
    leaveOneOut: beside.flatMap((b) => b.leaveOneOut),
    thresholds: beside.flatMap((b) => b.thresholds),
    nextFacts: beside.flatMap((b) => b.nextFacts),
    problems: prepared.flatMap((p) => remarks(p, equalPriors)),
  };
}
