import { type Child, type Element, el } from "./node.ts";

/** The same content as words, for those who don't see the drawing and for whoever wants the numbers. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A drawing with its table twin; `narrow` is drawn instead on a page of 760 px and less. */
export interface Chart {
  readonly svg: Element;
  readonly narrow: Element | null;
  readonly table: ChartTable;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** What the drawing shows, in a few words. */
  readonly title: string;
  /** What there is to see in it. */
  readonly description: string;
  readonly className?: string;
}

/** A drawing with its name and description for a reader's voice. */
export function frame({ width, height, title, description, className }: Frame, ...children: readonly Child[]): Element {
  return el(
    "svg",
    { class: ["chart", className].filter(Boolean).join(" "), viewBox: `0 0 ${width} ${height}`, role: "img" },
    el("title", {}, title),
    el("desc", {}, description),
    ...children,
  );
}

/** A coordinate to a tenth of a unit, so that the same drawing has the same bytes everywhere. */
export function at(value: number): number {
  return Math.round(value * 10) / 10;
}

/**
 * Places moved apart so that each is at least `gap` after the one before it, as near as may be to where they were, inside `from` to `to`
 * while there is room. In the order given by `places`.
 */
export function apart(places: readonly number[], gap: number, [from, to]: readonly [number, number]): number[] {
  const order = [...places.keys()].sort((a, b) => places[a]! - places[b]! || a - b);
  const out = [...places];
  let least = from;
  for (const i of order) {
    out[i] = Math.max(places[i]!, least);
    least = out[i]! + gap;
  }
  let most = to;
  for (const i of order.reverse()) {
    out[i] = Math.min(out[i]!, most);
    most = out[i]! - gap;
  }
  return out;
}
