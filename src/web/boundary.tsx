// The two ends of a marked stretch of text: dragged with the pointer, moved with the arrow keys.

import { createContext, type KeyboardEvent, type PointerEvent, useContext } from "react";
import type { Span } from "../core/model/span.ts";
import { shownText } from "../exchange/shown.ts";

export type Edge = "start" | "end";

export interface Boundary {
  readonly text: string;
  readonly at: Span;
  readonly names: Readonly<Record<Edge, string>>;
  readonly move: (at: Span) => void;
}

/** Set where the boundary of a statement is being mended; the text then draws a handle at each of its ends. */
export const BoundaryContext = createContext<Boundary | null>(null);

/** One end: a slider over the places of the text, a word at a time with Shift. */
export function Handle({ edge }: { readonly edge: Edge }) {
  const boundary = useContext(BoundaryContext);
  if (boundary === null) return null;
  const { text, at, names, move } = boundary;
  const put = (offset: number) => move(withEdge(at, edge, Math.min(Math.max(offset, 0), text.length)));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const forward = event.key === (isRightToLeft(event.currentTarget) ? "ArrowLeft" : "ArrowRight");
    if (!forward && event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    put(event.shiftKey ? nextWord(text, at[edge], forward) : at[edge] + (forward ? 1 : -1));
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const offset = placeAt(event.clientX, event.clientY, text);
    if (offset !== null) put(offset);
  };
  return (
    <span
      className={`handle ${edge}`}
      role="slider"
      tabIndex={0}
      aria-label={names[edge]}
      aria-valuemin={edge === "start" ? 0 : at.start + 1}
      aria-valuemax={edge === "start" ? at.end - 1 : text.length}
      aria-valuenow={at[edge]}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    />
  );
}

/** The stretch with one end put elsewhere; never empty. */
function withEdge(at: Span, edge: Edge, offset: number): Span {
  return edge === "start"
    ? { start: Math.min(offset, at.end - 1), end: at.end }
    : { start: at.start, end: Math.max(offset, at.start + 1) };
}

/** Where the next or the former word begins or ends, seen from a place. */
export function nextWord(text: string, from: number, forward: boolean): number {
  if (forward) return from + (/^\s*\S+/u.exec(text.slice(from, from + 200))?.[0].length ?? 0);
  const before = text.slice(Math.max(0, from - 200), from);
  return from - (/(?<!\S)\S+\s*$/u.exec(before)?.[0].length ?? 0);
}

function isRightToLeft(element: HTMLElement): boolean {
  return getComputedStyle(element).direction === "rtl";
}

/** The place of a text under a point of the screen; null beside the text. */
function placeAt(x: number, y: number, text: string): number | null {
  const caret = document.caretPositionFromPoint?.(x, y) ?? fromRange(document.caretRangeFromPoint?.(x, y));
  const holder = caret?.offsetNode.parentElement?.closest<HTMLElement>("[data-at]");
  if (!caret || !holder) return null;
  const [start, end] = (holder.getAttribute("data-at") ?? "").split("-").map(Number);
  if (start === undefined || end === undefined) return null;
  return start + rawOffset(text.slice(start, end), caret.offset);
}

function fromRange(range: Range | null | undefined) {
  return range ? { offsetNode: range.startContainer, offset: range.startOffset } : null;
}

/** How many characters of a text stand before a place of it as shown, where unseen characters are written out. */
function rawOffset(raw: string, shown: number): number {
  let [low, high] = [0, raw.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shownText(raw.slice(0, middle)).length < shown) low = middle + 1;
    else high = middle;
  }
  return low;
}
