// From pieces of text with their places on a page to paragraphs in reading order: columns, lines, right to left.

/** A piece of text on a page; x and y in points from the lower left. */
export interface Glyphs {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface Paragraph {
  readonly text: string;
  /** Of its letters, in points. */
  readonly size: number;
}

/** A stretch of one line, without a wide gap in it. */
interface Stretch {
  readonly glyphs: readonly Glyphs[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

const ARABIC = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LATIN = /[A-Za-z0-9\u00c0-\u024f\u0370-\u052f\u0660-\u0669\u06f0-\u06f9]/;

/** What the rest of the document tells about a page. */
export interface Around {
  /** Words that the document writes with a hyphen. */
  readonly compounds: ReadonlySet<string>;
  /** Where the columns of the pages before were parted; those of this page are added. */
  readonly gutters: Set<number>;
}

/** The paragraphs of a page in the order of reading. */
export function pageParagraphs(glyphs: readonly Glyphs[], { compounds, gutters }: Around): readonly Paragraph[] {
  const stretches = stretchesOf(glyphs);
  const rightToLeft = isRightToLeft(glyphs.map((g) => g.text).join(""));
  return columnsOf(stretches, { rightToLeft, gutters }, 0).flatMap((column) =>
    paragraphsOf(linesOf(column, rightToLeft), { rightToLeft, compounds }),
  );
}

export function isRightToLeft(text: string): boolean {
  const arabic = text.match(/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g)?.length ?? 0;
  const latin = text.match(/[A-Za-z\u00c0-\u024f]/g)?.length ?? 0;
  return arabic > latin;
}

const SAME_LINE = 0.4;
const WIDE_GAP = 1;

/** Rows by height, each cut where there is a gap of a letter's size or more. */
function stretchesOf(glyphs: readonly Glyphs[]): readonly Stretch[] {
  return rowsOf(glyphs).flatMap((row) => {
    const sorted = [...row].sort((a, b) => a.x - b.x);
    const cut: Glyphs[][] = [];
    let right = Number.NEGATIVE_INFINITY;
    for (const g of sorted) {
      const last = cut.at(-1);
      if (last === undefined || g.x - right > WIDE_GAP * g.size) cut.push([g]);
      else last.push(g);
      right = Math.max(right, g.x + g.width);
    }
    return cut.filter((c) => c.some((g) => /\S/.test(g.text))).map(stretchOf);
  });
}

function rowsOf<T extends { readonly y: number; readonly size: number }>(
  pieces: readonly T[],
): readonly (readonly T[])[] {
  const rows: T[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && first.y - piece.y < SAME_LINE * Math.max(first.size, piece.size)) row.push(piece);
    else rows.push([piece]);
  }
  return rows;
}

function stretchOf(glyphs: readonly Glyphs[]): Stretch {
  const words = glyphs.filter((g) => /\S/.test(g.text));
  return {
    glyphs,
    left: Math.min(...words.map((g) => g.x)),
    right: Math.max(...words.map((g) => g.x + g.width)),
    y: words[0]!.y,
    size: Math.max(...words.map((g) => g.size)),
  };
}

const FEWEST_IN_COLUMN = 3;
const MOST_ABOVE = 60;
const MOST_BELOW = 6;
const DEEPEST = 12;

/** The columns in the order of reading; what stands across them, above or below, is a column of its own. */
function columnsOf(
  stretches: readonly Stretch[],
  page: Pick<Around, "gutters"> & { readonly rightToLeft: boolean },
  depth: number,
): readonly (readonly Stretch[])[] {
  const { rightToLeft, gutters } = page;
  const sorted = [...stretches].sort((a, b) => b.y - a.y);
  if (depth > DEEPEST) return [sorted];
  for (let above = 0; above <= Math.min(MOST_ABOVE, sorted.length - 2 * FEWEST_IN_COLUMN); above++) {
    for (let below = 0; below <= MOST_BELOW; below++) {
      const middle = sorted.slice(above, sorted.length - below);
      const gutter = gutterOf(middle);
      if (gutter === null) continue;
      if (depth === 0) gutters.add(gutter);
      const left = columnsOf(
        middle.filter((s) => s.right <= gutter),
        page,
        depth + 1,
      );
      const right = columnsOf(
        middle.filter((s) => s.left >= gutter),
        page,
        depth + 1,
      );
      const head = sorted.slice(0, above);
      const foot = sorted.slice(sorted.length - below);
      return [head, ...(rightToLeft ? [...right, ...left] : [...left, ...right]), foot].filter((c) => c.length > 0);
    }
  }
  return depth === 0 ? shortColumns(sorted, page) : [sorted];
}

/** A last page may hold too few lines to show its columns: they are where the pages before have them, with lines side by side. */
function shortColumns(
  sorted: readonly Stretch[],
  { rightToLeft, gutters }: Parameters<typeof columnsOf>[1],
): readonly (readonly Stretch[])[] {
  for (const gutter of gutters) {
    const left = sorted.filter((s) => s.right <= gutter);
    const right = sorted.filter((s) => s.left >= gutter);
    const beside = left.some((a) => right.some((b) => Math.abs(a.y - b.y) < SAME_LINE * a.size));
    if (beside && left.length + right.length === sorted.length) return rightToLeft ? [right, left] : [left, right];
  }
  return [sorted];
}

/** A place that no stretch crosses, with lines of both sides side by side; null if there is none. */
function gutterOf(stretches: readonly Stretch[]): number | null {
  if (stretches.length < 2 * FEWEST_IN_COLUMN) return null;
  const byLeft = [...stretches].sort((a, b) => a.left - b.left);
  let right = byLeft[0]!.right;
  for (let i = 1; i < byLeft.length; i++) {
    const next = byLeft[i]!;
    if (next.left - right > 0.8 * next.size && areColumns(byLeft.slice(0, i), byLeft.slice(i)))
      return (right + next.left) / 2;
    right = Math.max(right, next.right);
  }
  return null;
}

function areColumns(a: readonly Stretch[], b: readonly Stretch[]): boolean {
  if (a.length < FEWEST_IN_COLUMN || b.length < FEWEST_IN_COLUMN) return false;
  const reach = (s: readonly Stretch[]) => [Math.min(...s.map((x) => x.y)), Math.max(...s.map((x) => x.y))] as const;
  const [[low, high], [low2, high2]] = [reach(a), reach(b)];
  const shared = Math.min(high, high2) - Math.max(low, low2);
  return shared > 0.5 * Math.min(high - low, high2 - low2);
}

interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

function linesOf(column: readonly Stretch[], rightToLeft: boolean): readonly Line[] {
  return rowsOf(column).flatMap((row) => {
    const glyphs = row.flatMap((s) => s.glyphs).sort((a, b) => a.x - b.x);
    const text = lineText(glyphs, rightToLeft)
      .replace(/[^\S\n]+/g, " ")
      .trim();
    if (text === "") return [];
    const [left, right] = [Math.min(...row.map((s) => s.left)), Math.max(...row.map((s) => s.right))];
    return [{ text, left, right, y: row[0]!.y, size: Math.max(...row.map((s) => s.size)) }];
  });
}

interface Run {
  readonly rightToLeft: boolean;
  readonly glyphs: Glyphs[];
}

/** The line's words in the order they are spoken: pieces stand by their place on the page, which is the order of the eye. */
function lineText(glyphs: readonly Glyphs[], pageRightToLeft: boolean): string {
  const all = glyphs.map((g) => g.text).join("");
  if (!ARABIC.test(all)) return joinedFrom(glyphs);
  const lineRightToLeft = isRightToLeft(all) || (pageRightToLeft && !/[A-Za-z]{4}/.test(all));
  const runs = runsOf(glyphs, lineRightToLeft);
  const ordered = lineRightToLeft ? [...runs].reverse() : runs;
  return ordered
    .map((run) => (run.rightToLeft ? joinedFrom([...run.glyphs].reverse(), true) : joinedFrom(run.glyphs)))
    .join(" ");
}

/** Pieces of one direction together; what has none goes with its neighbours, or with the line where they differ. */
function runsOf(glyphs: readonly Glyphs[], lineRightToLeft: boolean): readonly Run[] {
  const own = glyphs.map((g) => (ARABIC.test(g.text) ? true : LATIN.test(g.text) ? false : null));
  const before: (boolean | null)[] = [];
  own.reduce<boolean | null>((last, d, i) => {
    before[i] = last;
    return d ?? last;
  }, null);
  const after: (boolean | null)[] = [];
  own.reduceRight<boolean | null>((next, d, i) => {
    after[i] = next;
    return d ?? next;
  }, null);
  const runs: Run[] = [];
  glyphs.forEach((g, i) => {
    const around = before[i] === after[i] ? before[i] : null;
    const rightToLeft = own[i] ?? around ?? lineRightToLeft;
    const last = runs.at(-1);
    if (last?.rightToLeft === rightToLeft) last.glyphs.push(g);
    else runs.push({ rightToLeft, glyphs: [g] });
  });
  return runs;
}

const GAP_OF_A_SPACE = 0.15;

function joinedFrom(glyphs: readonly Glyphs[], leftward = false): string {
  let text = "";
  let last: Glyphs | null = null;
  for (const g of glyphs) {
    const gap = last === null ? 0 : leftward ? last.x - (g.x + g.width) : g.x - (last.x + last.width);
    if (last !== null && gap > GAP_OF_A_SPACE * g.size && !/\s$/.test(text) && !/^\s/.test(g.text)) text += " ";
    text += leftward && !ARABIC.test(g.text) ? mirrored(g.text) : g.text;
    last = g;
  }
  return text;
}

const PAIRS = "()[]{}<>«»‹›";

/** Brackets turn with the direction; a file tells how they look. */
function mirrored(text: string): string {
  return text.replace(/[()[\]{}<>«»‹›]/g, (c) => PAIRS.charAt(PAIRS.indexOf(c) ^ 1));
}

interface Known {
  readonly rightToLeft: boolean;
  readonly compounds: ReadonlySet<string>;
}

function paragraphsOf(lines: readonly Line[], { rightToLeft, compounds }: Known): readonly Paragraph[] {
  const steps = lines.slice(1).map((l, i) => lines[i]!.y - l.y);
  const pitch = pitchOf(steps, median(lines.map((l) => l.size)));
  const left = Math.min(...lines.map((l) => l.left));
  const right = Math.max(...lines.map((l) => l.right));
  const column = { pitch, left, right, rightToLeft };
  const out: { text: string; size: number }[] = [];
  lines.forEach((line, i) => {
    const last = out.at(-1);
    if (last === undefined || startsParagraph(lines[i - 1]!, line, column))
      out.push({ text: line.text, size: line.size });
    else last.text = joinLines(last.text, line.text, compounds);
  });
  return out;
}

interface Column {
  readonly pitch: number;
  readonly left: number;
  readonly right: number;
  readonly rightToLeft: boolean;
}

function startsParagraph(last: Line, line: Line, { pitch, left, right, rightToLeft }: Column): boolean {
  if (last.y - line.y > pitch * 1.35 + 0.01) return true;
  if (Math.abs(last.size - line.size) > 0.12 * Math.max(last.size, line.size)) return true;
  if (/^[•▪●–*]\s/.test(line.text)) return true;
  const indent = (l: Line) => (rightToLeft ? right - l.right : l.left - left);
  if (indent(line) > 0.8 * line.size && indent(last) < 0.4 * line.size) return true;
  const room = rightToLeft ? last.left - left : right - last.right;
  return room > 0.2 * (right - left) && /[.!?؟…:”"»]$/.test(last.text);
}

const COMPOUND = /(?<!\p{L})\p{L}+-\p{L}+/gu;

/** The words that stand with a hyphen inside a line, in small letters. */
export function compoundsIn(glyphs: readonly Glyphs[]): readonly string[] {
  return glyphs.flatMap((g) => g.text.toLowerCase().match(COMPOUND) ?? []);
}

/** Two lines of a paragraph: a word cut at the line's end is put together where it goes on in small letters, with its hyphen if it has one elsewhere. */
function joinLines(a: string, b: string, compounds: ReadonlySet<string>): string {
  if (a.endsWith("\u00ad")) return a.slice(0, -1) + b;
  const cut = `${/(?<!\p{L})\p{L}+-$/u.exec(a)?.[0] ?? ""}${/^\p{L}+/u.exec(b)?.[0] ?? ""}`.toLowerCase();
  if (compounds.has(cut)) return a + b;
  if (/\p{Ll}[-\u2010]$/u.test(a) && /^\p{Ll}/u.test(b)) return a.slice(0, -1) + b;
  return `${a} ${b}`;
}

const FEWEST_STEPS = 4;

/** The usual step from line to line; of few lines, no more than print has, or two paragraphs would set it. */
function pitchOf(steps: readonly number[], size: number): number {
  const usual = Math.max(median(steps.filter((s) => s > 0)), size);
  return steps.length < FEWEST_STEPS ? Math.min(usual, 1.5 * size) : usual;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
