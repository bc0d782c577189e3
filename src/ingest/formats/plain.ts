import { composer, keepLines } from "../composer.ts";
import type { Decoded } from "../encoding.ts";
import type { FormatRead } from "./format.ts";

/** The text as it stands. Its parts are the core's to find: a library user's loose text has no reader. */
export function readPlain(decoded: Decoded): FormatRead {
  const into = composer(decoded);
  keepLines(into, decoded.raw, { start: 0, end: decoded.raw.length });
  return { ...into.done(), links: [], problems: [] };
}
