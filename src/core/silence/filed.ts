import type { Figure, FigureBook, Ground, Unit } from "../model/figure.ts";
import { type FigureId, figureId } from "../model/id.ts";
import { silenceFormulas } from "./formulas.ts";

/** A figure that has been filed, with its value at hand for the next one. */
export interface Filed {
  readonly id: FigureId;
  readonly value: number;
}

/** The three values of something known as a range. */
export interface FiledRange {
  readonly from: Filed;
  readonly middle: Filed;
  readonly to: Filed;
}

/** Files the figures below one path. */
export interface Filer {
  /** A number that was read: from words, a judgment, rows or a table. */
  read(step: string, figure: Pick<Figure, "value" | "unit" | "rule" | "from">): Filed;
  /** A number reckoned from filed ones by a formula of `silenceFormulas`, the very one that `why` reckons it again with. */
  derive(
    step: string,
    by: string,
    made: { readonly unit: Unit; readonly rule: string; readonly of: readonly Filed[] },
  ): Filed;
  under(...steps: readonly string[]): Filer;
}

/** A filer of figures whose ids begin with the steps given. */
export function filer(book: FigureBook, path: readonly string[]): Filer {
  const id = (step: string) => figureId(...path, ...step.split("/"));
  const file = (figure: Figure): Filed => ({ id: book.add(figure), value: figure.value });
  return {
    read: (step, figure) => file({ id: id(step), ...figure }),
    derive(step, by, { unit, rule, of }) {
      const formula = silenceFormulas[by];
      if (formula === undefined) throw new RangeError(`silence figure ${id(step)}: no formula "${by}".`);
      const from: readonly Ground[] = of.map((f) => ({ is: "figure", id: f.id }));
      return file({ id: id(step), value: formula(of.map((f) => f.value)), unit, rule, from, by });
    },
    under: (...steps) => filer(book, [...path, ...steps]),
  };
}
