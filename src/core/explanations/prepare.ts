import type {
  ExplanationsModel,
  ModelEvidence,
  ModelFact,
  ModelQuestion,
  StatedChance,
} from "../model/explanations.ts";
import { byCodeUnit } from "../model/span.ts";
import { type Exponents, exponentsOf } from "./exponents.ts";
import { type Ends, endsOf, not, type SurpriseRanges } from "./judged.ts";
import type { Row, Table } from "./table.ts";
import { type Asked, answerAt, askedOf, combinations, leavesOf, listOf } from "./values.ts";

export interface PreparedItem {
  readonly item: ModelEvidence;
  /** The item whose answers count: its own, or a copy's where nobody answered the original. */
  readonly speaks: string;
  /** What it bears on, in code-unit order of questions, then of facts. */
  readonly on: readonly Asked[];
  /** How likely what was seen is under each combination of values; for a fact not yet known, how likely it is to be seen. */
  readonly row: Row;
  readonly answered: number;
  /** The exponent it enters with, where it is not 1 [XP5]. */
  readonly exponent: Ends | null;
}

/** A question ready to be weighed by itself: explanations and items in code-unit order, copies made one. */
export interface Prepared {
  readonly question: ModelQuestion;
  readonly ids: readonly string[];
  readonly seen: readonly PreparedItem[];
  readonly notYet: readonly PreparedItem[];
}

/** Questions, facts and items that hang together: they can only be weighed together. */
export interface Together {
  readonly questions: readonly ModelQuestion[];
  readonly facts: readonly ModelFact[];
  readonly asked: readonly Asked[];
  readonly items: readonly PreparedItem[];
}

/** The origin of an item, through chains; a ring of copies ends at its first member in code-unit order. */
function originOf(id: string, origins: Readonly<Record<string, string>>): string {
  const path = [id];
  for (;;) {
    const last = path[path.length - 1] as string;
    const next = Object.hasOwn(origins, last) ? origins[last] : undefined;
    if (next === undefined || next === last) return last;
    const at = path.indexOf(next);
    if (at >= 0) return path.slice(at).sort(byCodeUnit)[0] as string;
    path.push(next);
  }
}

/**
 * One item for each origin [XP5]: the item that the others copy, or where it is not in the case, the first in code-unit order. A copy
 * speaks only if nobody has answered the original. So an item is the same, bit by bit, with its copies and without.
 */
export function withoutCopies(
  evidence: readonly ModelEvidence[],
  origins: Readonly<Record<string, string>> = {},
): { readonly item: ModelEvidence; readonly speaks: string }[] {
  const groups = new Map<string, ModelEvidence[]>();
  for (const item of [...evidence].sort((a, b) => byCodeUnit(a.id, b.id))) {
    const key = JSON.stringify([listOf(item.on), originOf(item.id, origins)]);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups]
    .map(([key, group]) => {
      const [, origin] = JSON.parse(key) as [unknown, string];
      const ordered = [...group.filter((e) => e.id === origin), ...group.filter((e) => e.id !== origin)];
      const speaks = ordered.find((e) => Object.keys(e.weights).length > 0) ?? (ordered[0] as ModelEvidence);
      return { item: { ...speaks, id: (ordered[0] as ModelEvidence).id }, speaks: speaks.id };
    })
    .sort((a, b) => byCodeUnit(a.item.id, b.item.id));
}

function preparedItem(
  { item, speaks }: { readonly item: ModelEvidence; readonly speaks: string },
  asked: readonly Asked[],
  words: SurpriseRanges,
): Omit<PreparedItem, "exponent"> {
  const stated = listOf(item.on);
  const on = asked.filter((a) => stated.includes(a.id));
  // Keys are in the order in which the item names what it bears on.
  const order = stated.map((id) => on.findIndex((a) => a.id === id));
  const row = combinations(on.map((a) => a.values)).map((values): Ends | null => {
    const judged = answerAt(
      item.weights,
      order.map((i) => on[i] as Asked),
      order.map((i) => values[i] as string),
    );
    const ends = judged === undefined ? null : endsOf(judged, words);
    return ends !== null && item.observed === false ? not(ends) : ends;
  });
  return { item, speaks, on, row, answered: row.filter((c) => c !== null).length };
}

/** Whether an item can have an effect: answered twice, or computed. */
export const isUsed = ({ item, answered }: Pick<PreparedItem, "item" | "answered">): boolean =>
  item.computed === true || answered >= 2;

function itemsOf(model: ExplanationsModel, asked: readonly Asked[], words: SurpriseRanges): PreparedItem[] {
  const plain = withoutCopies(model.evidence, model.origins).map((e) => preparedItem(e, asked, words));
  const used = plain.filter((i) => isUsed(i) && i.item.observed !== null);
  const exponents: Exponents = exponentsOf(
    model,
    used.map(({ item }) => ({ id: item.id, unjudged: item.unjudged === true })),
  );
  return plain.map((i) => ({ ...i, exponent: exponents.get(i.item.id) ?? null }));
}

/** Facts that something seen or a fact with something seen hangs on; others can have no effect. */
function tellingFacts(facts: readonly ModelFact[], items: readonly PreparedItem[]): ModelFact[] {
  const told = new Set([
    ...items.filter(isUsed).flatMap((i) => i.on.map((a) => a.id)),
    ...facts.flatMap((f) => (f.observed === undefined ? [] : [f.id])),
  ]);
  for (let before = -1; before !== told.size; ) {
    before = told.size;
    for (const f of facts) if (told.has(f.id)) for (const id of listOf(f.on)) told.add(id);
  }
  return facts.filter((f) => told.has(f.id));
}

/** What hangs together: by a dependent question, a fact, or an item that bears on several. */
export function components(model: ExplanationsModel, words: SurpriseRanges): Together[] {
  const asked = askedOf(model);
  const items = itemsOf(model, asked, words);
  const facts = tellingFacts(model.facts ?? [], items);
  const home = new Map([...model.questions, ...facts].map((x) => [x.id, x.id]));
  const root = (id: string): string => (home.get(id) === id ? id : root(home.get(id) as string));
  const join = (ids: readonly string[]) => {
    const [first, ...rest] = ids.filter((id) => home.has(id));
    for (const id of rest) home.set(root(id), root(first as string));
  };
  for (const q of model.questions) if (q.dependsOn !== undefined) join([q.id, q.dependsOn]);
  for (const f of facts) join([f.id, ...listOf(f.on)]);
  for (const i of items) if (isUsed(i)) join(i.on.map((a) => a.id));
  const groups = new Map<string, string[]>();
  for (const id of home.keys()) groups.set(root(id), [...(groups.get(root(id)) ?? []), id]);
  return [...groups.values()]
    .map((ids) => ({
      questions: model.questions.filter((q) => ids.includes(q.id)),
      facts: facts.filter((f) => ids.includes(f.id)),
      asked: asked.filter((a) => ids.includes(a.id)),
      // An item that nobody answered belongs to the questions that it bears on, for n of m.
      items: items.filter((i) => i.on.some((a) => ids.includes(a.id))),
    }))
    .filter((c) => c.questions.length > 0);
}

/** Whether a component is one question with nothing latent: it needs no network. */
export const isPlain = ({ questions, facts }: Together): boolean => questions.length === 1 && facts.length === 0;

/** A plain component as one question with its items. */
export function preparedOf({ questions, items }: Together): Prepared {
  const question = questions[0] as ModelQuestion;
  const own = items.filter((i) => i.on.length === 1);
  return {
    question,
    ids: leavesOf(question),
    seen: own.filter((i) => i.item.observed !== null),
    notYet: own.filter((i) => i.item.observed === null),
  };
}

/** The range of a starting chance; a number is both ends. */
export const chanceEnds = (chance: StatedChance): Ends =>
  typeof chance === "number" ? { from: chance, to: chance } : { from: chance.from, to: chance.to };

/** The table of a prepared question; equal starting chances where they are chosen. */
export function tableOf({ question, ids, seen }: Prepared, equalPriors: boolean): Table {
  const equal = { from: 1 / ids.length, to: 1 / ids.length };
  const priors = ids.map((id) => {
    const prior = question.explanations.find((e) => e.id === id)?.prior;
    return equalPriors || prior === undefined ? equal : chanceEnds(prior);
  });
  return { priors, rows: seen.map((i) => i.row), exponents: seen.map((i) => i.exponent) };
}
