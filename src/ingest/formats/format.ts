import type { Limits } from "../types.ts";

export type { FormatRead } from "../types.ts";

export interface FormatContext {
  readonly name: string;
  /** Where the bytes came from, for links that are not whole. */
  readonly address?: string;
  readonly limits: Limits;
  /** Whether the time given is used up. */
  readonly late: () => boolean;
}
