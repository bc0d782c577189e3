import type { Problem } from "../core/model/problem.ts";

/** Characters with the byte each of them came from. */
export interface Decoded {
  /** Without the byte order mark; line ends as they are. */
  readonly raw: string;
  /** The byte at which a UTF-16 unit starts, 0 to raw.length. */
  readonly startOf: (unit: number) => number;
  /** Bytes a unit; `unknown` for charsets in which we can't tell. */
  readonly width: number | "utf-8" | "unknown";
  readonly charset: string;
  readonly certainty: number;
  readonly undecodable: { readonly count: number; readonly firstByte: number | null };
  readonly problems: readonly Problem[];
}

/** Characters that stand in no one place of the original: what a Word file or a mail was unpacked to. */
export function withoutPlaces(raw: string): Decoded {
  const undecodable = { count: 0, firstByte: null };
  return { raw, startOf: () => 0, width: "unknown", charset: "utf-8", certainty: 1, undecodable, problems: [] };
}
