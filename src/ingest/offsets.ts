// From places in a text to bytes of the original, and back to nothing where there is no honest answer.

import type { OffsetRun } from "../core/model/event.ts";
import type { Span } from "../core/model/span.ts";
import type { Decoded } from "./decoded.ts";

/** A stretch of the text and the stretch of the decoded original it stands for; of one length where it was taken over as it is. */
export interface Piece {
  readonly text: number;
  readonly units: number;
  /** In the decoded original, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

/** The longest run whose characters must be counted to find a byte in it. */
const LONGEST_COUNTED = 4096;

/**
 * The bytes that gave the text at the span, end exclusive; null where the text was not taken from one place.
 * What the text left out between them, as the \r of a line's end, is inside.
 */
export function originalRange(runs: readonly OffsetRun[], text: string, span: Span): Span | null {
  if (span.end <= span.start) return null;
  const first = runAt(runs, span.start);
  const last = runAt(runs, span.end - 1);
  if (!first || !last) return null;
  const range = { start: byteIn(first, text, span.start), end: byteIn(last, text, span.end) };
  return range.start < range.end ? range : null;
}

function runAt(runs: readonly OffsetRun[], offset: number): OffsetRun | null {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle]!;
    if (offset < run.text) high = middle - 1;
    else if (offset >= run.text + run.length) low = middle + 1;
    else return run;
  }
  return null;
}

function byteIn(run: OffsetRun, text: string, offset: number): number {
  const { bytesPerUnit = 1 } = run;
  if (bytesPerUnit !== "utf-8") return Math.floor(run.original + (offset - run.text) * bytesPerUnit);
  let bytes = run.original;
  for (let i = run.text; i < offset; i++) bytes += utf8Width(text.charCodeAt(i));
  return bytes;
}

/** Bytes of a UTF-16 unit in UTF-8; half of a pair counts 2. */
export function utf8Width(unit: number): number {
  return unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
}

/** The runs of a text that is made of these pieces of a decoded original; none where its bytes can't be told apart. */
export function runsOf(pieces: readonly Piece[], decoded: Decoded): OffsetRun[] {
  const runs: OffsetRun[] = [];
  if (decoded.width === "unknown") return runs;
  for (const piece of pieces) {
    if (piece.units === 0) continue;
    if (piece.to - piece.from !== piece.units) add(runs, whole(piece, decoded));
    else for (const run of stretches(piece, decoded)) add(runs, run);
  }
  return runs;
}

/** A character reference, or another stretch of the original that became something shorter or longer. */
function whole(piece: Piece, { startOf }: Decoded): OffsetRun {
  const original = startOf(piece.from);
  return run(piece.text, original, piece.units, (startOf(piece.to) - original) / piece.units);
}

function* stretches(piece: Piece, { raw, startOf, width }: Decoded): Generator<OffsetRun> {
  const shift = piece.text - piece.from;
  let from = piece.from;
  while (from < piece.to) {
    const to =
      width === "utf-8"
        ? countedEnd(raw, startOf, from, piece.to)
        : steadyEnd(startOf, width as number, from, piece.to);
    const bytes = startOf(to) - startOf(from);
    const odd = to - from === 1 || bytes === to - from || width !== "utf-8";
    yield run(from + shift, startOf(from), to - from, odd ? bytes / (to - from) : "utf-8");
    from = to;
  }
}

/** Where the stretch ends in which each unit takes `width` bytes: at the end, or before a last byte that stands alone. */
function steadyEnd(startOf: Decoded["startOf"], width: number, from: number, to: number): number {
  const even = startOf(to) - startOf(from) === width * (to - from);
  return even || to - from === 1 ? to : to - 1;
}

/** Where the stretch ends in which each character takes its own UTF-8 bytes: before one that replaces bytes that are none. */
function countedEnd(raw: string, startOf: Decoded["startOf"], from: number, limit: number): number {
  const proper = (u: number) => startOf(u + 1) - startOf(u) === utf8Width(raw.charCodeAt(u));
  const end = Math.min(limit, from + LONGEST_COUNTED);
  if (!proper(from)) return from + 1;
  let to = from + 1;
  while (to < end && proper(to)) to++;
  return to;
}

function run(text: number, original: number, length: number, bytesPerUnit: number | "utf-8"): OffsetRun {
  return bytesPerUnit === 1 ? { text, original, length } : { text, original, length, bytesPerUnit };
}

/** Adds the run, to the one before it where both go on at one steady width. */
function add(runs: OffsetRun[], next: OffsetRun): void {
  const last = runs.at(-1);
  const { bytesPerUnit = 1 } = next;
  const joins =
    last !== undefined &&
    typeof bytesPerUnit === "number" &&
    Number.isInteger(bytesPerUnit) &&
    (last.bytesPerUnit ?? 1) === bytesPerUnit &&
    last.text + last.length === next.text &&
    last.original + last.length * bytesPerUnit === next.original;
  if (joins) runs[runs.length - 1] = { ...last, length: last.length + next.length };
  else runs.push(next);
}
