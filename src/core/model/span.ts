/** A place in a text, in UTF-16 code units, end exclusive. `text` is the text's SHA-256, or a loose text's name; left out where one text is meant. */
export interface Span {
  readonly text?: string;
  readonly start: number;
  readonly end: number;
}

/** The words at a span. */
export function quote(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Order of two strings by code unit: the same on every machine and in every locale [CA5]. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
