import { composer, keepLines } from "../composer.ts";
import type { Decoded } from "../encoding.ts";
import type { FormatContext, FormatRead } from "./format.ts";
import { behindBlank, saidBy } from "./said.ts";

/**
 * The text as it stands; its parts are the core's to find, since a library user's loose text has no reader. Lines at the very top such as
 * `Published: 2031-03-03 09:10 UTC` and `Publisher: Maren Wire`, with a blank line behind them, say what the document is and are no part of it.
 */
export function readPlain(decoded: Decoded, context: Pick<FormatContext, "name" | "fragment">): FormatRead {
  const head = context.fragment ? { keys: new Map<string, string>(), end: 0 } : headOf(decoded.raw);
  const into = composer(decoded);
  keepLines(into, decoded.raw, { start: head.end, end: decoded.raw.length });
  const said = saidBy(head.keys, context.name);
  return { ...into.done(), links: [], ...said };
}

const LINE = /^([A-Za-z][A-Za-z_ ]{1,20}):[ \t]{1,9}(\S[^\r\n]{0,500})(?:\r\n|\n|\r)/;
const KEYS = new Set([
  "title",
  "headline",
  "publisher",
  "source",
  "outlet",
  "author",
  "published",
  "date",
  "url",
  "language",
  "demonstration",
]);
const MOST_LINES = 10;

/** The lines of the head, and where it ends; none unless each has a known key and a blank line closes them. */
function headOf(raw: string): { readonly keys: ReadonlyMap<string, string>; readonly end: number } {
  const keys = new Map<string, string>();
  let at = 0;
  for (let i = 0; i < MOST_LINES; i++) {
    const m = LINE.exec(raw.slice(at, at + 600));
    const key = m?.[1]?.trim().toLowerCase() ?? "";
    if (m === null || !KEYS.has(key)) break;
    keys.set(key, m[2] ?? "");
    at += m[0].length;
  }
  const closed = at > 0 && /^[ \t]{0,9}(?:\r|\n)/.test(raw.slice(at, at + 12));
  return closed ? { keys, end: behindBlank(raw, at) } : { keys: new Map(), end: 0 };
}
