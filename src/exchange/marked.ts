import type { Span } from "../core/model/span.ts";
import { type Child, type Element, el, type Node } from "./html.ts";

/** Words of a text to be marked; the numbers lead to the list beside it. */
export interface Mark extends Span {
  readonly className: string;
  readonly numbers: readonly (number | Element)[];
}

/** Something that stands between words, such as a caret. */
export interface Inset {
  readonly at: number;
  readonly node: Element;
}

export interface Marks {
  readonly marks: readonly Mark[];
  readonly insets: readonly Inset[];
}

/** The words of a span with their marks. Marks inside each other nest; of two that cross, the later goes on after the earlier's end. */
export function marked(text: string, span: Span, { marks, insets }: Marks): readonly Node[] {
  const inside = marks.flatMap((mark) => clipped(mark, span)).sort(outerFirst);
  const own = insets.filter((inset) => inset.at >= span.start && inset.at <= span.end);
  const nodes = laid(text, span, { marks: inside, insets: own });
  return [...nodes, ...own.filter((inset) => inset.at === span.end).map((inset) => inset.node)];
}

function outerFirst(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** The part of the mark that lies in the span, with its numbers only where it ends. */
function clipped(mark: Mark, { start, end }: Span): Mark[] {
  const [from, to] = [Math.max(mark.start, start), Math.min(mark.end, end)];
  if (from >= to) return [];
  return [{ ...mark, start: from, end: to, numbers: mark.end <= end ? mark.numbers : [] }];
}

function laid(text: string, { start, end }: Span, { marks, insets }: Marks): Node[] {
  const [first, ...later] = marks;
  if (first === undefined) return plain(text, { start, end }, insets);
  const inner = later.flatMap((mark) => clipped(mark, first));
  const after = later.flatMap((mark) => clipped(mark, { start: first.end, end })).sort(outerFirst);
  const words = laid(text, first, { marks: inner.sort(outerFirst), insets });
  return [
    ...plain(text, { start, end: first.start }, insets),
    el("span", { class: first.className }, ...words, ...numbersOf(first)),
    ...laid(text, { start: first.end, end }, { marks: after, insets }),
  ];
}

function numbersOf({ numbers }: Mark): readonly Child[] {
  if (numbers.length === 0) return [];
  return [el("sup", {}, ...numbers.flatMap((n, i): Child[] => (i === 0 ? [n] : [", ", n])))];
}

function plain(text: string, { start, end }: Span, insets: readonly Inset[]): Node[] {
  const out: Node[] = [];
  let from = start;
  for (const inset of insets.filter((i) => i.at >= start && i.at < end).sort((a, b) => a.at - b.at)) {
    if (inset.at > from) out.push(text.slice(from, inset.at));
    out.push(inset.node);
    from = inset.at;
  }
  if (end > from) out.push(text.slice(from, end));
  return out;
}

const CLOSING = /[\s.!?\u061f\u06d4\u2026"\u201d\u00bb)\]]/u;

/** Where the words of a sentence end, before its full stop and quote marks. */
export function endOfWords(text: string, { start, end }: Span): number {
  let at = end;
  while (at > start && CLOSING.test(text.charAt(at - 1))) at--;
  return at === start ? end : at;
}
