import type { ExplanationsModel, Judged, ModelQuestion } from "../model/explanations.ts";
import { byCodeUnit } from "../model/span.ts";

/** What evidence can bear on: a question or a fact, with its values in one order. */
export interface Asked {
  readonly id: string;
  readonly is: "question" | "fact";
  readonly values: readonly string[];
  /** Each value with the wider explanations that it is a part of, nearest first. */
  readonly wider: Readonly<Record<string, readonly string[]>>;
}

const chain = (question: ModelQuestion, id: string): string[] => {
  const path: string[] = [];
  for (let at: string | undefined = id; at !== undefined && !path.includes(at); ) {
    path.push(at);
    at = question.explanations.find((e) => e.id === at)?.partOf;
  }
  return path.slice(1);
};

/** The explanations that exclude each other: those that no other is a part of, in code-unit order. */
export function leavesOf(question: ModelQuestion): string[] {
  const wide = new Set(question.explanations.flatMap((e) => e.partOf ?? []));
  return question.explanations
    .map((e) => e.id)
    .filter((id) => !wide.has(id))
    .sort(byCodeUnit);
}

/** The wider explanations of a question with the parts that are told apart. */
export function widerOf(question: ModelQuestion): { readonly id: string; readonly of: readonly string[] }[] {
  const leaves = leavesOf(question);
  const wide = [...new Set(leaves.flatMap((id) => chain(question, id)))].sort(byCodeUnit);
  return wide.map((id) => ({ id, of: leaves.filter((leaf) => chain(question, leaf).includes(id)) }));
}

export const YES_NO: readonly string[] = ["yes", "no"];

/** Questions, then facts, each in code-unit order of their ids. */
export function askedOf(model: ExplanationsModel): Asked[] {
  const sorted = <T extends { readonly id: string }>(list: readonly T[]) =>
    [...list].sort((a, b) => byCodeUnit(a.id, b.id));
  return [
    ...sorted(model.questions).map((q): Asked => {
      const values = leavesOf(q);
      return { id: q.id, is: "question", values, wider: Object.fromEntries(values.map((v) => [v, chain(q, v)])) };
    }),
    ...sorted(model.facts ?? []).map((f): Asked => ({ id: f.id, is: "fact", values: f.values ?? YES_NO, wider: {} })),
  ];
}

export const listOf = (on: string | readonly string[] | undefined): readonly string[] =>
  on === undefined ? [] : typeof on === "string" ? [on] : on;

/** Every combination of values, the last runs fastest. */
export function combinations(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>((all, list) => all.flatMap((head) => list.map((v) => [...head, v])), [[]]);
}

export const keyOf = (values: readonly string[]): string => values.join("+");

/** What was answered for these values: for themselves, else for the nearest wider explanation. */
export function answerAt<T = Judged>(
  table: Readonly<Record<string, T>>,
  on: readonly Asked[],
  values: readonly string[],
): T | undefined {
  const tried = combinations(values.map((v, i) => [v, ...(on[i]?.wider[v] ?? [])]));
  const key = tried.map(keyOf).find((k) => Object.hasOwn(table, k));
  return key === undefined ? undefined : table[key];
}

/** Every key that a table over these may have. */
export function keysOf(on: readonly Asked[]): string[] {
  const all = on.map((a) => [...new Set([...a.values, ...a.values.flatMap((v) => a.wider[v] ?? [])])]);
  return combinations(all).map(keyOf);
}
