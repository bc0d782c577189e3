import type { Ground } from "../model/figure.ts";
import type { FigureId } from "../model/id.ts";
import { achFactor } from "./beside.ts";
import type { FiledEnds, Filing } from "./file-cells.ts";
import { fileOf, fileRow, type Stated } from "./file-numbers.ts";
import { fileFor, stepFor, type Work } from "./file-work.ts";
import type { PreparedItem } from "./prepare.ts";
import { author } from "./stated-input.ts";

const DRAWN: Ground = {
  is: "table",
  name: "seeded draws",
  citation: "docs/method/XP4.md: by the size of the model, never by the clock",
};

/** How many draws stand behind the ranges [XP4]. */
export const filedDraws = (file: Filing, draws: number): FigureId =>
  file.read({ id: file.id("draws"), value: draws, unit: "count", rule: "XP4", from: [DRAWN] });

const CELLS: Ground = {
  is: "table",
  name: "cells of the question",
  citation: "docs/method/XP2.md: each observed item with each explanation, as stated",
};

/** Answered cells, and all cells that a person could answer, of what was observed. */
export function filedCounts(
  stated: Stated,
  question: string,
  seen: readonly PreparedItem[],
): { weighed: FigureId; cells: FigureId } {
  const file = fileOf(stated, question);
  const judged = seen.filter((i) => i.item.computed !== true);
  const answered = judged.flatMap((i) =>
    fileRow(stated, i, { question }).flatMap((cell) => (cell === null ? [] : [cell.value])),
  );
  const entries = [...stated.gathered.explanations, ...stated.gathered.evidence];
  const grounds = entries.map((e): Ground => ({ is: "judgment", seq: e.seq, who: author(e) }));
  return {
    weighed: file.reckoned({ id: file.id("answers"), unit: "count", rule: "XP2", by: "how-many", of: answered }),
    cells: file.read({
      id: file.id("answers-possible"),
      value: judged.reduce((n, i) => n + i.row.length, 0),
      unit: "count",
      rule: "XP2",
      from: [...grounds, CELLS],
    }),
  };
}

interface Filed {
  readonly items: readonly PreparedItem[];
  readonly rows: readonly (readonly (FiledEnds | null)[])[];
  readonly priors: readonly FigureId[];
}

/** How many items surprise under the explanation, and ACH's weighted sum; 0, grounded in its starting chance, where nothing is answered for it. */
export function fileInconsistent(
  work: Work,
  e: number,
  { rows, items, priors }: Filed,
): { inconsistent: FigureId; inconsistency: FigureId } {
  const file = fileFor(work);
  const path = (last: string) => file.id("explanation", stepFor(work, work.prepared.ids[e] as string), last);
  const answered = rows.flatMap((row, i) => (row[e] ? [{ figure: row[e].value, item: items[i] as PreparedItem }] : []));
  const add = (last: string, unit: "count" | "score", by: string) =>
    answered.length > 0
      ? file.reckoned({ id: path(last), unit, rule: "XP6", by, of: answered.map((a) => a.figure) })
      : file.read({ id: path(last), value: 0, unit, rule: "XP6", from: [{ is: "figure", id: priors[e] as FigureId }] });
  const factors = answered.map(({ item: { item } }) => achFactor(item)).join(",");
  return {
    inconsistent: add("inconsistent", "count", "count-inconsistent"),
    inconsistency: add("inconsistency", "score", `weighted-inconsistent:${factors}`),
  };
}
