// Text → rows of cells (RFC 4180, any separator). Our own, for one reason: csv-parse goes on inside the quotation marks after a broken one
// and loses the rows that follow without a word. Here a broken row ends with its line, is told, and the next line is read as a row.

export interface CsvRow {
  /** The line on which the row starts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Why its cells can't be told apart; they are empty then. */
  readonly broken?: string;
}

/** A row or a line with more characters than this is no row. */
export const LONGEST_ROW = 1_000_000;

const INSIDE = 'A quotation mark stands inside a cell. Write it twice, and the whole cell in marks: "a ""b"" c".';
const OPEN = "A quotation mark is opened and never closed. Close it, or write it twice inside a cell in marks.";

/** Lines of text that comes in pieces, without their ends: \n, \r\n or \r. */
export function* linesOf(pieces: Iterable<string>): Generator<string> {
  let rest = "";
  for (const piece of pieces) {
    const text = rest + piece;
    // A return at the end may be the first half of one line end.
    const whole = text.endsWith("\r") ? text.slice(0, -1) : text;
    const lines = whole.split(/\r\n|[\n\r]/);
    rest = (lines.pop() ?? "") + text.slice(whole.length);
    yield* lines;
    if (rest.length > LONGEST_ROW) break;
  }
  if (rest !== "") yield rest.endsWith("\r") ? rest.slice(0, -1) : rest;
}

/** The rows of a table, empty lines too. Cells are trimmed outside quotation marks; a cell in marks may hold line breaks, kept as \n. */
export function* csvRows(lines: Iterable<string>, delimiter: string): Generator<CsvRow> {
  const source = lines[Symbol.iterator]();
  // Lines read ahead for a cell in marks that then turned out broken: they are rows of their own.
  let ahead: string[] = [];
  let line = 0;
  const next = (): string | null => {
    const kept = ahead.shift();
    if (kept !== undefined) return kept;
    const read = source.next();
    return read.done ? null : read.value;
  };
  for (let first = next(); first !== null; first = next()) {
    line++;
    if (!first.includes('"')) {
      yield { line, cells: first.split(delimiter).map((cell) => cell.trim()) };
      continue;
    }
    const taken: string[] = [];
    const more = (): string | null => {
      const text = next();
      if (text !== null) taken.push(text);
      return text;
    };
    const read = cellsOf(first, delimiter, more);
    if ("broken" in read) ahead = [...taken, ...ahead];
    yield { line, cells: [], ...read };
    if (!("broken" in read)) line += taken.length;
  }
}

type Cells = { readonly cells: readonly string[] } | { readonly broken: string };

/** The cells of a row that has quotation marks; `more` gives the next line of the file while a mark is open. */
function cellsOf(first: string, delimiter: string, more: () => string | null): Cells {
  const cells: string[] = [];
  let text = first;
  let at = 0;
  for (;;) {
    const open = quoteAt(text, at);
    if (open < 0) {
      const end = text.indexOf(delimiter, at);
      const cell = text.slice(at, end < 0 ? text.length : end);
      if (cell.includes('"')) return { broken: INSIDE };
      cells.push(cell.trim());
      if (end < 0) return { cells };
      at = end + 1;
      continue;
    }
    const quoted = quotedCell(text, open + 1, more);
    if (quoted === null) return { broken: OPEN };
    cells.push(quoted.cell);
    text = quoted.text;
    const after = text.slice(quoted.end).trimStart();
    if (after === "") return { cells };
    // A tab that separates is no space to be trimmed.
    const behind = delimiter === "\t" ? text.slice(quoted.end) : after;
    if (!behind.startsWith(delimiter)) return { broken: INSIDE };
    at = text.indexOf(delimiter, quoted.end) + 1;
  }
}

/** The place of the quotation mark that opens the cell at `at`; below 0 where the cell begins otherwise. */
function quoteAt(text: string, at: number): number {
  let i = at;
  while (text[i] === " ") i++;
  return text[i] === '"' ? i : -1;
}

interface Quoted {
  readonly cell: string;
  /** The line in which the cell ends, and the place behind its mark. */
  readonly text: string;
  readonly end: number;
}

/** A cell in quotation marks from behind its first mark; null where none closes it. */
function quotedCell(first: string, from: number, more: () => string | null): Quoted | null {
  const parts: string[] = [];
  let text = first;
  let start = from;
  for (let size = 0; size <= LONGEST_ROW; ) {
    let mark = text.indexOf('"', start);
    while (mark >= 0 && text[mark + 1] === '"') mark = text.indexOf('"', mark + 2);
    if (mark >= 0) {
      parts.push(text.slice(start, mark));
      return { cell: parts.join("\n").replaceAll('""', '"'), text, end: mark + 1 };
    }
    parts.push(text.slice(start));
    size += text.length + 1;
    const next = more();
    if (next === null) return null;
    text = next;
    start = 0;
  }
  return null;
}
