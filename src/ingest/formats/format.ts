import type { OffsetRun } from "../../core/model/event.ts";
import type { Problem } from "../../core/model/problem.ts";
import type { Language, Part } from "../../core/model/reading.ts";
import type { When } from "../../core/model/time.ts";
import type { Limits } from "../types.ts";

/** What a format makes of decoded bytes. */
export interface FormatRead {
  readonly text: string;
  readonly offsets: readonly OffsetRun[];
  readonly address?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly published?: When;
  readonly links: readonly string[];
  readonly language?: Language;
  /** "Demonstration: invented texts", where the document says so of itself; printed with everything made of it. */
  readonly demonstration?: string;
  readonly parts?: readonly Part[];
  readonly problems: readonly Problem[];
}

export interface FormatContext {
  readonly name: string;
  /** Where the bytes came from, for links that are not whole. */
  readonly address?: string;
  readonly limits: Limits;
  /** Whether the time given is used up. */
  readonly late: () => boolean;
}
