import pc from "picocolors";
import stringWidth from "string-width";

/**
 * Text from outside made fit for a terminal: control characters, escape sequences' beginnings, bidi controls and tag characters are
 * dropped, line breaks and tabs become spaces.
 */
export function clean(text: string): string {
  return text
    .replace(/[\n\r\t\u2028\u2029]+/g, " ")
    .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/[\u{e0000}-\u{e007f}]/gu, "");
}

export function width(text: string): number {
  return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text);
}

/** The text cut to a width in columns, with an ellipsis where something is gone. */
export function cut(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let out = "";
  let used = 0;
  for (const char of text) {
    const w = width(char);
    if (used + w > columns - 1) break;
    out += char;
    used += w;
  }
  return `${out.trimEnd()}…`;
}

export function padEnd(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - width(text)));
}

export function padStart(text: string, columns: number): string {
  return " ".repeat(Math.max(0, columns - width(text))) + text;
}

/** The text in lines of at most `columns`, broken at spaces; `hang` goes before each line but the first. */
export function wrap(text: string, columns: number, hang = ""): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ +/).filter((w) => w !== "")) {
    const room = columns - (lines.length > 0 ? width(hang) : 0);
    if (line !== "" && width(line) + 1 + width(word) > room) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  if (line !== "") lines.push(line);
  return lines.map((l, i) => (i === 0 ? l : hang + l));
}

export interface Column {
  readonly head: string;
  readonly right?: boolean;
  /** The column gives way first when the table is too wide. */
  readonly grows?: boolean;
}

/** A table without boxes: numbers right-aligned, one unit a column [look/TERMINAL.md]. Cells are cleaned; the growing column is cut. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], total: number): string[] {
  const cells = rows.map((row) => row.map(clean));
  const widths = columns.map((c, i) => Math.max(width(c.head), ...cells.map((r) => width(r[i] ?? ""))));
  const gaps = 2 * (columns.length - 1);
  let over = widths.reduce((a, b) => a + b, 0) + gaps - total;
  for (const index of [...columns.keys()].filter((i) => columns[i]?.grows)) {
    const now = widths[index] ?? 0;
    const give = Math.min(Math.max(0, over), Math.max(0, now - 8));
    widths[index] = now - give;
    over -= give;
  }
  const line = (row: readonly string[]) =>
    columns
      .map((c, i) => {
        const cell = cut(row[i] ?? "", widths[i] ?? 0);
        return c.right ? padStart(cell, widths[i] ?? 0) : padEnd(cell, widths[i] ?? 0);
      })
      .join("  ")
      .trimEnd();
  const head = columns.some((c) => c.head !== "") ? [line(columns.map((c) => c.head))] : [];
  return [...head, ...cells.map(line)];
}

/** Colour adds, never carries: with it off, every mark is still there. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly soft: (text: string) => string;
  readonly word: (text: string) => string;
  readonly differ: (text: string) => string;
}

export function paint(colour: boolean): Paint {
  const c = pc.createColors(colour);
  return { bold: c.bold, soft: c.dim, word: c.cyan, differ: c.yellow };
}
