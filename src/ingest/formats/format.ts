import type { Limits } from "../types.ts";

export type { FormatRead } from "../types.ts";

export interface FormatContext {
  readonly name: string;
  /** Where the bytes came from, for links that are not whole. */
  readonly address?: string;
  readonly limits: Limits;
  /** A piece of a page that is all article: a feed's item, a Word file as HTML. */
  readonly fragment?: boolean;
  /** Whether the time given is used up. */
  readonly late: () => boolean;
}
