import type { Span } from "../model/span.ts";

const NEWLINE = /\r\n|[\n\r\u2028\u2029\u0085\v\f]/g;
const FULL_STOP = /[.!?؟…:;"”»)\]]\s*$/u;
const LOWER_FIRST = /^\s*\p{Ll}/u;

/** The paragraphs of a text: its lines that are not blank, without white space at the ends; lines wrapped at a fixed width are one. */
export function paragraphsOf(text: string): Span[] {
  const out: Span[] = [];
  for (const block of blocksOf(text)) {
    if (isWrapped(text, block)) out.push({ start: block[0]!.start, end: block.at(-1)!.end });
    else out.push(...block);
  }
  return out;
}

/** Runs of lines with no blank line between them. */
function blocksOf(text: string): Span[][] {
  const blocks: Span[][] = [];
  let block: Span[] = [];
  for (const line of linesOf(text)) {
    const span = bare(text, line);
    if (span.start < span.end) block.push(span);
    else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const m of text.matchAll(NEWLINE)) {
    lines.push({ start, end: m.index });
    start = m.index + m[0].length;
  }
  lines.push({ start, end: text.length });
  return lines;
}

function bare(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

function isBlank(c: number): boolean {
  return (
    c === 32 ||
    (c >= 9 && c <= 13) ||
    c === 0x85 ||
    c === 0xa0 ||
    c === 0xfeff ||
    (c >= 0x2000 && c <= 0x200b) ||
    c === 0x3000 ||
    c === 0x202f
  );
}

/** Whether the lines of a block are one paragraph cut at a fixed width, as in mails and old archives. */
function isWrapped(text: string, block: readonly Span[]): boolean {
  if (block.length < 2) return false;
  const full = block.slice(0, -1).map((line) => line.end - line.start);
  const longest = full.reduce((a, b) => Math.max(a, b), 0);
  if (longest > 100 || longest < 50 || full.some((length) => length < longest - 25)) return false;
  const goesOn = block
    .slice(1)
    .filter((line, i) => LOWER_FIRST.test(text.slice(line.start, line.end)) && !endsSentence(text, block[i]!));
  return goesOn.length * 2 >= block.length - 1;
}

function endsSentence(text: string, line: Span): boolean {
  return FULL_STOP.test(text.slice(line.end - 3, line.end));
}
