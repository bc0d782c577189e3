import { type CaseView, viewCase } from "../core/case/view.ts";
import { couldMove, couldMoveThrough, type Movable } from "../core/explanations/move.ts";
import type { Assessment } from "../core/model/assessment.ts";
import type { EventBodies, JudgedValue } from "../core/model/event.ts";
import { byCodeUnit } from "../core/model/span.ts";
import type { CaseState } from "../core/model/state.ts";

/** An item that a person has not weighed whole, with what is left to ask about. */
export interface ItemToWeigh {
  readonly evidence: string;
  readonly text: string;
  readonly observed: boolean;
  /** An explanation, a value of a fact ("FACT=VALUE"), or a pair of them joined by "+". */
  readonly ask: readonly { readonly explanation: string; readonly text: string }[];
}

export interface ToWeigh {
  /** The item that could move the leading chance most, first. */
  readonly items: readonly ItemToWeigh[];
  /** Answers that this person has given, and could give, of what was observed. */
  readonly answered: number;
  readonly possible: number;
}

/** What an item can bear on, with its values to ask under. */
interface Asked {
  readonly id: string;
  readonly is: "question" | "fact";
  readonly values: readonly { readonly key: string; readonly text: string }[];
}

/** A value as a number: a word counts as even, since only what is missing is ranked. */
const numberOf = (v: JudgedValue): number => (typeof v === "number" ? v : "word" in v ? 0.5 : (v.from + v.to) / 2);

/** The explanations of a question that exclude each other: those that no other is a part of. */
function leaves(view: CaseView, question: string): EventBodies["explanation.stated"][] {
  const all = [...view.explanations.values()].map((e) => e.body);
  return all.filter((e) => e.question === question && !all.some((x) => x.partOf === e.explanation));
}

function askedOf(view: CaseView, { questions, facts }: EventBodies["evidence.stated"]): Asked[] {
  return [
    ...questions.map((id): Asked => {
      const values = leaves(view, id).map((e) => ({ key: e.explanation, text: e.text }));
      return { id, is: "question", values };
    }),
    ...facts.flatMap((id): Asked[] => {
      const fact = view.facts.get(id)?.body;
      if (fact === undefined) return [];
      return [{ id, is: "fact", values: fact.values.map((v) => ({ key: `${id}=${v}`, text: `${fact.text}: ${v}` })) }];
    }),
  ];
}

/** What each explanation of a question stands at: today's chances, else the middles of the starting chances, else equal ones. */
function standing(view: CaseView, assessment: Assessment, question: string): readonly number[] {
  const own = leaves(view, question);
  const values = new Map(assessment.figures.map((f) => [f.id, f.value]));
  const answer = assessment.questions.find((q) => q.id === question)?.answer;
  if (answer?.is === "weighed") {
    return own.map((e) => values.get(answer.ranking.find((r) => r.id === e.explanation)?.probability ?? "") ?? 0);
  }
  return own.map(({ prior }) =>
    prior === undefined ? 1 / own.length : typeof prior === "number" ? prior : (prior.from + prior.to) / 2,
  );
}

interface Cell {
  readonly key: string;
  readonly text: string;
  readonly given: JudgedValue | null;
  /** The value of each thing that the item bears on. */
  readonly of: readonly string[];
}

function cellsOf(view: CaseView, who: string, evidence: string, asked: readonly Asked[]): Cell[] {
  const pairs = asked.reduce<Asked["values"][]>(
    (all, a) => all.flatMap((head) => a.values.map((v) => [...head, v])),
    [[]],
  );
  return pairs.map((values) => {
    const of = values.map((v) => v.key);
    const given = view.weights.get(`${evidence}/${[...of].sort(byCodeUnit).join("+")}/${who}`)?.body.value ?? null;
    return { key: of.join("+"), text: values.map((v) => v.text).join(" and "), given, of };
  });
}

/** How far an item could move the leader of a question that it bears on, by itself, through a fact, or with another question. */
function moves(
  { view, assessment }: { readonly view: CaseView; readonly assessment: Assessment },
  asked: readonly Asked[],
  { cells, item }: { readonly cells: readonly Cell[]; readonly item: Omit<Movable, "answers"> },
): number {
  const all = asked.map((a) => {
    /** Where several cells are of one value, it counts as answered once all of them are. */
    const answers = a.values.map(({ key }) => {
      const own = cells.filter((c) => c.of.includes(key)).map((c) => c.given);
      return own.includes(null)
        ? null
        : own.reduce<number>((sum, v) => sum + numberOf(v as JudgedValue), 0) / own.length;
    });
    if (a.is === "question") return couldMove(standing(view, assessment, a.id), { ...item, answers });
    const table = view.facts.get(a.id)?.body.table ?? {};
    const questions = [...view.questions.keys()].filter((q) => leaves(view, q).some((e) => e.explanation in table));
    return Math.max(
      0,
      ...questions.map((q) => {
        const rows = leaves(view, q).map((e) => table[e.explanation] ?? a.values.map(() => 1 / a.values.length));
        return couldMoveThrough(standing(view, assessment, q), rows, { ...item, answers });
      }),
    );
  });
  return Math.max(0, ...all);
}

/** What a person has still to weigh, the item that could move most first [XP2]. */
export function toWeigh(state: CaseState, assessment: Assessment, who: string): ToWeigh {
  const view = viewCase(state);
  const all = [...view.evidence.values()].flatMap(({ body }) => {
    const asked = askedOf(view, body);
    if (asked.length === 0 || asked.length > 2) return [];
    const cells = cellsOf(view, who, body.evidence, asked);
    const observed = body.observed !== null;
    const move = moves({ view, assessment }, asked, { cells, item: { relevance: body.relevance, observed } });
    return [{ body, cells, observed, move }];
  });
  const seen = all.filter((i) => i.observed);
  return {
    items: all
      .filter((i) => i.cells.some((c) => c.given === null))
      .sort((a, b) => b.move - a.move || byCodeUnit(a.body.evidence, b.body.evidence))
      .map(({ body, cells, observed }) => ({
        evidence: body.evidence,
        text: observed ? `${body.text} ${body.observed}` : `${body.text} ${body.values[0]} (not yet known)`,
        observed,
        ask: cells.flatMap((c) => (c.given === null ? [{ explanation: c.key, text: c.text }] : [])),
      })),
    answered: seen.reduce((n, i) => n + i.cells.filter((c) => c.given !== null).length, 0),
    possible: seen.reduce((n, i) => n + i.cells.length, 0),
  };
}
