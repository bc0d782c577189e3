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
