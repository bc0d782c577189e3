import type { Problem } from "../../core/model/problem.ts";
import type { FormatRead, InputBytes, Manifest } from "../types.ts";
import type { FormatContext } from "./format.ts";

export type ReadWhole = (
  input: InputBytes,
  context: FormatContext,
) => Promise<FormatRead | { readonly problems: readonly Problem[] }>;

export interface WholeFormat {
  readonly manifest: Manifest;
  /** Whether these are its bytes; the head is the first 4,096, as latin-1. */
  readonly is: (head: string, input: Pick<InputBytes, "mediaTypeHint" | "name">) => boolean;
  readonly load: () => Promise<ReadWhole>;
}
