import type { ModelFact, ModelQuestion, StatedChance } from "../model/explanations.ts";
import type { Ends } from "./judged.ts";
import { chanceEnds, type PreparedItem, type Together } from "./prepare.ts";
import type { ChanceTable, ItemTable, Network } from "./shape.ts";
import { type Asked, answerAt, combinations, keyOf, listOf } from "./values.ts";

export interface BuiltNetwork {
  readonly network: Network;
  /** The items of the network, in its order. */
  readonly items: readonly PreparedItem[];
  readonly asked: readonly Asked[];
  /** Of each number of the network, what it was stated for. */
  readonly sources: readonly NumberSource[];
}

export type NumberSource =
  | { readonly is: "prior"; readonly question: string; readonly explanation: string; readonly given: string | null }
  | { readonly is: "fact"; readonly fact: string; readonly row: string; readonly value: number }
  | { readonly is: "cell"; readonly item: number; readonly cell: number }
  | { readonly is: "exponent"; readonly item: number };

interface Collected {
  readonly numbers: Ends[];
  readonly asked: readonly Asked[];
  readonly add: (ends: Ends, source: NumberSource) => number;
  /** The same place for the same exponent: one stated correlation is one number. */
  readonly share: (ends: Ends, source: NumberSource) => number;
}

/** A table of chances of `of`, given what it depends on; the scope in rising order, the cells to it. */
function tableFor(
  { asked, add }: Collected,
  of: number,
  given: {
    on: readonly string[];
    chance: (values: readonly string[], value: number) => Ends;
    source: (values: readonly string[], value: number) => NumberSource;
  },
): ChanceTable {
  const parents = given.on.map((id) => asked.findIndex((a) => a.id === id));
  const scope = [...new Set([...parents, of])].sort((a, b) => a - b);
  const cells = combinations(scope.map((v) => (asked[v] as Asked).values)).map((values) => {
    const value = (v: number) => values[scope.indexOf(v)] as string;
    const own = (asked[of] as Asked).values.indexOf(value(of));
    const under = parents.map(value);
    return add(given.chance(under, own), given.source(under, own));
  });
  return { of, scope, cells };
}

function questionTable(c: Collected, question: ModelQuestion, equalPriors: boolean): ChanceTable {
  const of = c.asked.findIndex((a) => a.id === question.id);
  const { values } = c.asked[of] as Asked;
  const equal = { from: 1 / values.length, to: 1 / values.length };
  const on = question.dependsOn === undefined ? [] : [question.dependsOn];
  return tableFor(c, of, {
    on,
    chance: (parents, value) => {
      const stated = question.explanations.find((e) => e.id === values[value]);
      const parent = c.asked.filter((a) => on.includes(a.id));
      const given = answerAt<StatedChance>(stated?.priorGiven ?? {}, parent, parents);
      const prior = question.dependsOn === undefined ? stated?.prior : given;
      return equalPriors || prior === undefined ? equal : chanceEnds(prior);
    },
    source: (parents, value) => ({
      is: "prior",
      question: question.id,
      explanation: values[value] as string,
      given: parents[0] ?? null,
    }),
  });
}

function factTable(c: Collected, fact: ModelFact): ChanceTable {
  const of = c.asked.findIndex((a) => a.id === fact.id);
  const on = listOf(fact.on);
  const parents = on.map((id) => c.asked.find((a) => a.id === id) as Asked);
  return tableFor(c, of, {
    on,
    chance: (values, value) => {
      const row = answerAt<readonly StatedChance[]>(fact.table, parents, values);
      if (row === undefined) throw new Error(`fact ${fact.id} has no row for ${keyOf(values)}`);
      return chanceEnds(row[value] as StatedChance);
    },
    source: (values, value) => ({ is: "fact", fact: fact.id, row: keyOf(values), value }),
  });
}

function itemTable(
  { asked, add, share }: Collected,
  { item, on, row, exponent }: PreparedItem,
  place: number,
): ItemTable {
  const scope = on.map((a) => asked.findIndex((b) => b.id === a.id));
  const cells = row.map((ends, cell) => (ends === null ? -1 : add(ends, { is: "cell", item: place, cell })));
  return {
    id: item.id,
    scope,
    cells,
    ...(exponent === null ? {} : { exponent: share(exponent, { is: "exponent", item: place }) }),
    ...(item.observed === null ? { open: true as const } : {}),
  };
}

/** A component as a network: questions and facts are its variables, in the order in which they are asked; each number stated once. */
export function networkOf({ questions, facts, asked, items }: Together, equalPriors: boolean): BuiltNetwork {
  const numbers: Ends[] = [];
  const sources: NumberSource[] = [];
  const add = (ends: Ends, source: NumberSource) => {
    sources.push(source);
    return numbers.push(ends) - 1;
  };
  const share = (ends: Ends, source: NumberSource) =>
    numbers.includes(ends) ? numbers.indexOf(ends) : add(ends, source);
  const c: Collected = { numbers, asked, add, share };
  const used = items.filter((i) => i.answered >= 2 || (i.item.computed === true && i.answered > 0));
  const variables = asked.map(({ id, values }) => {
    const seen = facts.find((f) => f.id === id)?.observed;
    return { id, card: values.length, ...(seen === undefined ? {} : { observed: values.indexOf(seen) }) };
  });
  const tables = asked.map(({ id, is }) =>
    is === "question"
      ? questionTable(c, questions.find((q) => q.id === id) as ModelQuestion, equalPriors)
      : factTable(c, facts.find((f) => f.id === id) as ModelFact),
  );
  return {
    network: { shape: { variables, tables, items: used.map((i, place) => itemTable(c, i, place)) }, numbers },
    items: used,
    asked,
    sources,
  };
}
