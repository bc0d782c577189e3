import type { AssessedQuestion } from "../model/assessment.ts";
import type { FigureId } from "../model/id.ts";
import type { FiledEnds, Filing } from "./file-cells.ts";
import type { Combination } from "./file-lines.ts";
import { fileExponent, fileOf, fileRow, type Stated } from "./file-numbers.ts";
import { exponentPlaces } from "./formulas.ts";
import { isUsed, type Prepared, type PreparedItem } from "./prepare.ts";
import type { Table } from "./table.ts";

export type Weighed = Extract<AssessedQuestion["answer"], { is: "weighed" }>;

/** One question by itself, ready to be filed. */
export interface Work {
  readonly stated: Stated;
  readonly prepared: Prepared;
}

export const fileFor = ({ stated, prepared }: Work): Filing => fileOf(stated, prepared.question.id);

export const stepFor = ({ stated }: Work, id: string): string => stated.steps[id] as string;

/** Its own figure first, then the others'. */
export const ownFirst = <T>(list: readonly T[], e: number): T[] => [list[e] as T, ...list.filter((_, i) => i !== e)];

/** The number used for each cell: with the item's exponent, and the average of the answered where nobody answered [XP2, XP5]. */
export function cellsUsed(
  work: Work,
  { item, row, exponent }: { item: string; row: readonly (FiledEnds | null)[]; exponent: FiledEnds | null },
  priors: readonly FigureId[],
): FigureId[] {
  const file = fileFor(work);
  const { ids } = work.prepared;
  const path = (e: number, last: string) => file.id("item", stepFor(work, item), stepFor(work, ids[e] as string), last);
  const powered = row.map((cell, e) => {
    if (cell === null || exponent === null) return cell?.value ?? null;
    return file.reckoned({
      id: path(e, "tempered"),
      unit: "share",
      rule: "XP5",
      by: "power",
      of: [cell.value, exponent.value],
    });
  });
  const pairs = powered.flatMap((cell, e) => (cell === null ? [] : [priors[e] as FigureId, cell]));
  return powered.map(
    (cell, e) =>
      cell ??
      file.reckoned({ id: path(e, "not-answered"), unit: "share", rule: "XP2", by: "average-of-answered", of: pairs }),
  );
}

interface Rows {
  readonly items: readonly PreparedItem[];
  readonly rows: readonly (readonly (FiledEnds | null)[])[];
  readonly exponents: readonly (FiledEnds | null)[];
}

export function rowsOf({ stated, prepared }: Work, lines: Combination["lines"] = {}): Rows {
  const question = prepared.question.id;
  const items = prepared.seen.filter(isUsed);
  return {
    items,
    rows: items.map((i) => fileRow(stated, i, { question, lines })),
    exponents: items.map((i) => fileExponent(stated, i, { question, items })),
  };
}

/** The table of filed numbers, and the figures in the order in which a shaped formula takes them. */
export function tableOf(priors: readonly FiledEnds[], { rows, exponents }: Rows): { table: Table; of: FigureId[] } {
  const table: Table = {
    priors: priors.map((p) => p.ends),
    rows: rows.map((row) => row.map((c) => c?.ends ?? null)),
    exponents: exponents.map((x) => x?.ends ?? null),
  };
  const { list } = exponentPlaces(table);
  const shared = list.map((ends) => exponents.find((x) => x?.ends === ends) as FiledEnds);
  const of = [...priors, ...rows.flat(), ...shared].flatMap((c) => (c === null ? [] : [c.from, c.value, c.to]));
  return { table, of };
}
