import type { ExplanationsModel, ModelEvidence, ModelQuestion } from "../model/explanations.ts";
import { byCodeUnit } from "../model/span.ts";
import { type Ends, endsOf, not, type SurpriseRanges } from "./judged.ts";
import type { Row, Table } from "./table.ts";

export interface PreparedItem {
  readonly item: ModelEvidence;
  /** The item whose answers count: its own, or a copy's where nobody answered the original. */
  readonly speaks: string;
  /** How likely what was seen is; for a fact not yet known, how likely it is to be seen. */
  readonly row: Row;
  readonly answered: number;
}

/** A question ready to be weighed: explanations and items in code-unit order, copies made one. */
export interface Prepared {
  readonly question: ModelQuestion;
  readonly ids: readonly string[];
  readonly seen: readonly PreparedItem[];
  readonly notYet: readonly PreparedItem[];
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
    const key = JSON.stringify([item.question, originOf(item.id, origins)]);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups]
    .map(([key, group]) => {
      const [, origin] = JSON.parse(key) as [string, string];
      const ordered = [...group.filter((e) => e.id === origin), ...group.filter((e) => e.id !== origin)];
      const speaks = ordered.find((e) => Object.keys(e.weights).length > 0) ?? (ordered[0] as ModelEvidence);
      return { item: { ...speaks, id: (ordered[0] as ModelEvidence).id }, speaks: speaks.id };
    })
    .sort((a, b) => byCodeUnit(a.item.id, b.item.id));
}

function preparedItem(
  { item, speaks }: { readonly item: ModelEvidence; readonly speaks: string },
  ids: readonly string[],
  words: SurpriseRanges,
): PreparedItem {
  const row = ids.map((id): Ends | null => {
    const judged = Object.hasOwn(item.weights, id) ? item.weights[id] : undefined;
    const ends = judged === undefined ? null : endsOf(judged, words);
    return ends !== null && item.observed === false ? not(ends) : ends;
  });
  return { item, speaks, row, answered: row.filter((c) => c !== null).length };
}

/** The questions with their items, in an order that does not depend on the input's. */
export function prepare(model: ExplanationsModel, words: SurpriseRanges): Prepared[] {
  const evidence = withoutCopies(model.evidence, model.origins);
  return model.questions.map((question) => {
    const ids = question.explanations.map((e) => e.id).sort(byCodeUnit);
    const items = evidence.filter((e) => e.item.question === question.id).map((e) => preparedItem(e, ids, words));
    return {
      question,
      ids,
      seen: items.filter((i) => i.item.observed !== null),
      notYet: items.filter((i) => i.item.observed === null),
    };
  });
}

/** The table of a prepared question; equal starting chances where they are chosen. */
export function tableOf({ question, ids, seen }: Prepared, equalPriors: boolean): Table {
  const equal = { from: 1 / ids.length, to: 1 / ids.length };
  const priors = ids.map((id) => {
    const prior = question.explanations.find((e) => e.id === id)?.prior;
    return equalPriors || prior === undefined ? equal : (endsOf(prior) ?? equal);
  });
  return { priors, rows: seen.map((i) => i.row) };
}
