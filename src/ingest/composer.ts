// Builds a text from stretches of a decoded original and remembers where each came from.

import type { OffsetRun } from "../core/model/event.ts";
import type { Span } from "../core/model/span.ts";
import type { Decoded } from "./encoding.ts";
import { type Piece, runsOf } from "./offsets.ts";

export interface Composer {
  /** Length of the text so far. */
  length(): number;
  /** Takes raw[from, to) over as it stands. */
  keep(from: number, to: number): void;
  /** Adds words that stand for raw[from, to): as many units for as many, or one character for its reference. */
  replace(words: string, from: number, to: number): void;
  /** Adds words that the original has nowhere. */
  insert(words: string): void;
  done(): { readonly text: string; readonly offsets: readonly OffsetRun[] };
}

export function composer(decoded: Decoded): Composer {
  const words: string[] = [];
  const pieces: Piece[] = [];
  let length = 0;
  const push = (added: string) => {
    words.push(added);
    length += added.length;
  };
  const replace = (added: string, from: number, to: number) => {
    const units = added.length;
    if (units === 0 || to <= from) return;
    const last = pieces.at(-1);
    const steady = to - from === units && last !== undefined && last.to - last.from === last.units;
    // Neighbours become one piece, so that a text taken over whole is one run.
    if (steady && last.to === from && last.text + last.units === length) {
      pieces[pieces.length - 1] = { ...last, to, units: last.units + units };
    } else pieces.push({ text: length, units, from, to });
    push(added);
  };
  return {
    length: () => length,
    keep: (from, to) => replace(decoded.raw.slice(from, to), from, to),
    replace,
    insert: push,
    done: () => ({ text: words.join(""), offsets: runsOf(pieces, decoded) }),
  };
}

/** The text of raw[from, to) with \r\n and \r as \n; nothing else is touched. */
export function keepLines(into: Composer, raw: string, { start, end }: Span): void {
  let from = start;
  for (let cr = raw.indexOf("\r", from); cr !== -1 && cr < end; cr = raw.indexOf("\r", from)) {
    into.keep(from, cr);
    if (raw.charAt(cr + 1) !== "\n" || cr + 1 >= end) into.replace("\n", cr, cr + 1);
    from = cr + 1;
  }
  into.keep(from, end);
}
