import type {
  ExplanationsModel,
  ModelQuestion,
  QuestionPosterior,
  WeighedExplanations,
} from "../model/explanations.ts";
import { SURPRISE_RANGES } from "../model/likelihood.ts";
import { type Problem, ProblemError, problem } from "../model/problem.ts";
import { type Unknown, unknown } from "../model/stated.ts";
import { conflict, firstTwo, inconsistency, ledger, leftOut, nextFact, swing, threshold } from "./beside.ts";
import { exactSum } from "./decibans.ts";
import { middle } from "./judged.ts";
import { modelProblems } from "./model-problems.ts";
import {
  chanceEnds,
  components,
  isPlain,
  type Prepared,
  type PreparedItem,
  preparedOf,
  type Together,
  tableOf,
} from "./prepare.ts";
import { DRAWS, SEED } from "./random.ts";
import { boxes, boxIsExact, drawnRanges } from "./ranges.ts";
import { atMiddle, filled, leaderOf, posterior, type Table } from "./table.ts";
import { type Beside, countsOf, crossing, type WeighOptions, widerProbabilities } from "./told.ts";
import { leavesOf, widerOf } from "./values.ts";
import { weighNetwork } from "./weigh-network.ts";

type Answer = WeighedExplanations["posterior"][number];
const NOTHING: Beside = {
  ach: [],
  decibans: [],
  leaveOneOut: [],
  thresholds: [],
  tornado: [],
  conflicts: [],
  nextFacts: [],
};

/** Explanations of these questions without a starting chance; for a dependent question, without one under each answer it depends on. */
function withoutPrior({ questions }: Together): string[] {
  return questions.flatMap((q) => {
    const parent = questions.find((p) => p.id === q.dependsOn);
    const leaves = leavesOf(q);
    return q.explanations.flatMap((e) => {
      if (!leaves.includes(e.id)) return [];
      const given = e.priorGiven ?? {};
      const stated = parent === undefined ? e.prior !== undefined : covered(parent, given);
      return stated ? [] : [e.id];
    });
  });
}

/** Whether each explanation of the question, or one that it is a part of, has its own entry. */
function covered(parent: ModelQuestion, given: Readonly<Record<string, unknown>>): boolean {
  const wider = widerOf(parent);
  return leavesOf(parent).every(
    (id) => Object.hasOwn(given, id) || wider.some((w) => w.of.includes(id) && Object.hasOwn(given, w.id)),
  );
}

/** Why there is no posterior [XP3], with what is missing by id; null where there is one. What hangs together is answered together. */
export function refusal(together: Together, equalPriors: boolean): (Unknown & { missing: string[] }) | null {
  const noPrior = withoutPrior(together);
  if (noPrior.length > 0 && !equalPriors) return { ...unknown("no-prior"), missing: noPrior };
  const judged = together.items.filter((i) => i.item.observed !== null && i.item.computed !== true);
  const known = together.facts.some((f) => f.observed !== undefined);
  if (known || judged.some((i) => i.answered >= 2)) return null;
  return { ...unknown("no-judged-evidence"), missing: judged.map((i) => i.item.id) };
}

function questionPosterior(prepared: Prepared, table: Table, options: WeighOptions): QuestionPosterior {
  const numbers = atMiddle(table);
  const probabilities = posterior(numbers);
  const ranges = drawnRanges(table, options);
  const box = boxes(table, options);
  const explanations = prepared.question.explanations.flatMap(({ id }) => {
    const e = prepared.ids.indexOf(id);
    if (e < 0) return [];
    return [
      {
        id,
        prior: numbers.priors[e] as number,
        probability: probabilities[e] as number,
        range: ranges[e] as QuestionPosterior["explanations"][number]["range"],
        box: box[e] as QuestionPosterior["explanations"][number]["box"],
      },
    ];
  });
  return {
    question: prepared.question.id,
    explanations,
    wider: widerProbabilities(prepared.question, explanations),
    boxExact: boxIsExact(table),
    draws: options.draws ?? DRAWS,
    ...countsOf(prepared.seen),
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
  const power = (i: number) => middle(table.exponents?.[i] ?? { from: 1, to: 1 });
  const cell = (i: number, explanation: number) => ({
    explanation,
    priors: numbers.priors,
    without: without[i] ?? [],
    power: power(i),
  });
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
        const found = threshold(row, cell(i, e));
        if (found === null) return [];
        return [{ question: question.id, evidence: item.id, explanation, at: found.at, leads: id(found.leads) }];
      }),
    ),
    tornado: seen
      .flatMap(({ item, row }, i) =>
        ids.flatMap((explanation, e) => {
          const ends = swing(row, cell(i, e), first);
          if (ends === null) return [];
          return [{ question: question.id, evidence: item.id, explanation, from: ends[0], to: ends[1] }];
        }),
      )
      .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from)),
    conflicts: seen
      .flatMap(({ item, answered }, i) => {
        const decibans = conflict(numbers.rows[i] ?? [], numbers.priors, without[i] ?? []);
        return answered >= 2 && decibans > 1e-9 ? [{ question: question.id, evidence: item.id, decibans }] : [];
      })
      .sort((a, b) => b.decibans - a.decibans),
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

/** Worth telling, though it stops nothing. */
export function remarks({ questions, items }: Together, equalPriors: boolean): Problem[] {
  const once = items.filter((i) => i.answered === 1 && i.item.computed !== true);
  const of = (i: PreparedItem) => i.on.map((a) => a.id).join(" and ");
  return [
    ...(equalPriors ? [] : questions.flatMap(sumProblem)),
    ...once.map((i) => problem("item-answered-once", { evidence: i.item.id, question: of(i) })),
  ];
}

/** Starting chances of a question by itself that can't add up to 1. */
function sumProblem(question: ModelQuestion): Problem[] {
  const leaves = leavesOf(question);
  const ends = question.explanations.flatMap((e) =>
    e.prior === undefined || !leaves.includes(e.id) ? [] : [chanceEnds(e.prior)],
  );
  if (question.dependsOn !== undefined || ends.length < leaves.length) return [];
  const sum = exactSum(ends.map(middle));
  const off = exactSum(ends.map((p) => p.from)) > 1.005 || exactSum(ends.map((p) => p.to)) < 0.995;
  return off ? [problem("priors-do-not-sum", { question: question.id, sum: Math.round(sum * 1000) / 1000 })] : [];
}

/** Each question of a component with its answer; unknown for all of them where something is missing for one. */
function weighTogether(together: Together, options: WeighOptions): { posterior: readonly Answer[]; beside: Beside } {
  const equalPriors = options.equalPriors === true;
  const refused = refusal(together, equalPriors);
  if (refused !== null) {
    return { posterior: together.questions.map((q) => ({ question: q.id, ...refused })), beside: NOTHING };
  }
  if (!isPlain(together)) return weighNetwork(together, options);
  const prepared = preparedOf(together);
  const table = tableOf(prepared, equalPriors);
  return { posterior: [questionPosterior(prepared, table, options)], beside: besideOf(prepared, table) };
}

export type { WeighOptions } from "./told.ts";

/**
 * What the stated judgments make of the explanations of each question: the exact posterior, its ranges, and what stands beside it
 * [XP1–XP7]. Items are independent of each other given what they bear on; questions that no table, fact or item joins are independent. A
 * range or word counts with its middle in the posterior, and whole in the ranges. Without a prior for each explanation, or without one
 * observed item that a person weighed under two explanations, the answer is unknown: `no-prior`, `no-judged-evidence` [XP3], with the ids
 * missing. Throws a ProblemError for values that are no chances, unknown ids, and models whose largest table passes 2^20 cells.
 */
export function weighExplanations(model: ExplanationsModel, options: WeighOptions = {}): WeighedExplanations {
  const words = options.surpriseRanges ?? SURPRISE_RANGES;
  const wrong = modelProblems(model, words);
  if (wrong.length > 0) throw new ProblemError(wrong);
  const together = components(model, words);
  const weighed = together.map((one) => weighTogether(one, options));
  const beside = weighed.map((w) => w.beside);
  const answers = new Map(weighed.flatMap((w) => w.posterior.map((p) => [p.question, p] as const)));
  return {
    posterior: model.questions.map((q) => answers.get(q.id) as Answer),
    ranges: { draws: options.draws ?? DRAWS, seed: options.seed ?? SEED },
    ach: beside.flatMap((b) => b.ach),
    decibans: beside.flatMap((b) => b.decibans),
    leaveOneOut: beside.flatMap((b) => b.leaveOneOut),
    thresholds: beside.flatMap((b) => b.thresholds),
    tornado: beside.flatMap((b) => b.tornado),
    conflicts: beside.flatMap((b) => b.conflicts),
    nextFacts: beside.flatMap((b) => b.nextFacts),
    problems: together.flatMap((t) => remarks(t, options.equalPriors === true)),
  };
}
