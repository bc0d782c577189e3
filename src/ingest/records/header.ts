import { type Problem, problem } from "../../core/model/problem.ts";
import type { Cell } from "./types.ts";

/** Names of columns as they are compared: lower case, words joined by `_`. */
export function foldColumn(column: string): string {
  return column
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, "_");
}

export interface Header {
  readonly names: readonly string[];
  readonly width: number;
  /** Place of each column by its folded name. */
  readonly at: ReadonlyMap<string, number>;
  readonly twice: ReadonlySet<string>;
}

export function headerOf(cells: readonly string[]): Header {
  const at = new Map<string, number>();
  const twice = new Set<string>();
  cells.forEach((cell, i) => {
    const name = foldColumn(cell);
    if (at.has(name)) twice.add(name);
    else at.set(name, i);
  });
  return { names: cells, width: cells.length, at, twice };
}

/** Reads the cells of a row by the names of the columns, each looked up once a table. */
export function cellReader({ at }: Header): (cells: readonly string[]) => Cell {
  const places = new Map<string, number>();
  const placeOf = (column: string): number => {
    const known = places.get(column);
    if (known !== undefined) return known;
    const place = at.get(foldColumn(column)) ?? -1;
    places.set(column, place);
    return place;
  };
  return (cells) => (column) => cells[placeOf(column)] ?? "";
}

/** The columns wanted that the header has not, or has more than once. */
export function columnProblems(header: Header, wanted: readonly string[], name: string): readonly Problem[] {
  const found = header.names.join(", ").slice(0, 500);
  const twice = wanted.filter((column) => header.twice.has(foldColumn(column)));
  const missing = wanted.filter((column) => !header.at.has(foldColumn(column)));
  return [
    ...twice.map((column) => problem("records-column-twice", { name, column })),
    ...(missing.length === 0 ? [] : [problem("records-columns-missing", { name, columns: missing.join(", "), found })]),
  ];
}
