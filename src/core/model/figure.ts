import type { FigureId, RuleId } from "./id.ts";
import type { Span } from "./span.ts";

export type Unit = "share" | "factor" | "count" | "hours" | "decibans" | "bits" | "score";

/** What a figure stands on: each line of grounds ends in words, a judgment, a row or a cited table. */
export type Ground =
  | { readonly is: "words"; readonly span: Span; readonly quote: string }
  | { readonly is: "figure"; readonly id: FigureId }
  | { readonly is: "judgment"; readonly seq: number; readonly who: string }
  | { readonly is: "row"; readonly set: string; readonly line: number }
  | { readonly is: "table"; readonly name: string; readonly citation: string };

/** A number with its reason: the rule that made it and what it was made from. */
export interface Figure {
  readonly id: FigureId; // a path that stays the same from one assessment to the next
  readonly value: number;
  readonly unit: Unit;
  readonly rule: RuleId; // "SI7"
  readonly from: readonly Ground[];
  /** The formula of `core/why.ts` that gives `value` again from the figures in `from`, in their order; left out where it is read, not reckoned. */
  readonly by?: string;
}

/** Collects the figures of one assessment; each id once. */
export interface FigureBook {
  /** Files the figure and returns its id. The same id with another value is a mistake of ours and throws. */
  add(figure: Figure): FigureId;
  list(): readonly Figure[];
}

export function figureBook(): FigureBook {
  const figures = new Map<FigureId, Figure>();
  return {
    add(figure) {
      if (!Number.isFinite(figure.value)) throw new Error(`figure ${figure.id} is ${figure.value}`);
      if (figure.from.length === 0) throw new Error(`figure ${figure.id} has no grounds`);
      const before = figures.get(figure.id);
      if (before !== undefined && !Object.is(before.value, figure.value)) {
        throw new Error(`figure ${figure.id} is ${before.value} and ${figure.value}`);
      }
      if (before === undefined) figures.set(figure.id, figure);
      return figure.id;
    },
    list: () => [...figures.values()],
  };
}
