import type { Part, PartKind } from "../../core/model/reading.ts";

/** Lines as one text, each with its part; what it says again of the title is its headline. */
export function textOfLines(lines: readonly { readonly text: string; readonly kind: PartKind }[]) {
  const parts: Part[] = [];
  let start = 0;
  for (const { text, kind } of lines) {
    parts.push({ kind, start, end: start + text.length });
    start += text.length + 1;
  }
  return { text: lines.map((l) => l.text).join("\n"), parts };
}

/** The words on one line, without lone halves of pairs. */
export function oneLine(words: string): string {
  return words
    .replace(/[\s\0]+/g, " ")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .trim();
}
