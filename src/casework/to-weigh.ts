import { type CaseView, viewCase } from "../core/case/view.ts";
import { couldMove } from "../core/explanations/move.ts";
import type { Assessment } from "../core/model/assessment.ts";
import { byCodeUnit } from "../core/model/span.ts";
import type { CaseState } from "../core/model/state.ts";

/** An item that a person has not weighed whole, with the explanations that are left to ask about. */
export interface ItemToWeigh {
  readonly evidence: string;
  readonly text: string;
  readonly observed: boolean;
  readonly question: string;
  readonly ask: readonly { readonly explanation: string; readonly text: string }[];
}

export interface ToWeigh {
  /** The item that could move the leading chance most, first. */
  readonly items: readonly ItemToWeigh[];
  /** Answers that this person has given, and could give, of what was observed. */
  readonly answered: number;
  readonly possible: number;
}

/** What each explanation of a question stands at: today's chances, else the middles of the starting chances, else equal ones. */
function standing(view: CaseView, assessment: Assessment, question: string): ReadonlyMap<string, number> {
  const values = new Map(assessment.figures.map((f) => [f.id, f.value]));
  const answer = assessment.questions.find((q) => q.id === question)?.answer;
  if (answer?.is === "weighed") return new Map(answer.ranking.map((r) => [r.id, values.get(r.probability) ?? 0]));
  const own = [...view.explanations.values()].filter((e) => e.body.question === question);
  const prior = (p: number | { from: number; to: number } | undefined) =>
    p === undefined ? 1 / own.length : typeof p === "number" ? p : (p.from + p.to) / 2;
  return new Map(own.map((e) => [e.body.explanation, prior(e.body.prior)]));
}

/** What a person has still to weigh: items that bear on one question, the one that could move most first [XP2]. */
export function toWeigh(state: CaseState, assessment: Assessment, who: string): ToWeigh {
  const view = viewCase(state);
  const answered = (evidence: string, explanation: string) => view.weights.get(`${evidence}/${explanation}/${who}`);
  const all = [...view.evidence.values()].flatMap(({ body }) => {
    const [question] = body.questions;
    if (question === undefined || body.questions.length > 1 || body.facts.length > 0) return [];
    const explanations = [...view.explanations.values()].filter(
      ({ body: e }) =>
        e.question === question && ![...view.explanations.values()].some((x) => x.body.partOf === e.explanation),
    );
    const today = standing(view, assessment, question);
    const observed = body.observed !== null;
    const given = explanations.map((e) => answered(body.evidence, e.body.explanation)?.body.value ?? null);
    const answers = given.map((v) =>
      typeof v === "number" ? v : v === null ? null : "word" in v ? 0.5 : (v.from + v.to) / 2,
    );
    const move = couldMove(
      explanations.map((e) => today.get(e.body.explanation) ?? 0),
      { answers, relevance: body.relevance, observed },
    );
    return [{ body, question, explanations, given, observed, move }];
  });
  const seen = all.filter((i) => i.observed);
  return {
    items: all
      .filter((i) => i.given.includes(null))
      .sort((a, b) => b.move - a.move || byCodeUnit(a.body.evidence, b.body.evidence))
      .map(({ body, question, explanations, given, observed }) => ({
        evidence: body.evidence,
        text: observed ? `${body.text} ${body.observed}` : `${body.text} ${body.values[0]} (not yet known)`,
        observed,
        question,
        ask: explanations.flatMap((e, i) =>
          given[i] === null ? [{ explanation: e.body.explanation, text: e.body.text }] : [],
        ),
      })),
    answered: seen.reduce((n, i) => n + i.given.filter((v) => v !== null).length, 0),
    possible: seen.reduce((n, i) => n + i.given.length, 0),
  };
}
