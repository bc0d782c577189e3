// Formats that are no plain characters: a PDF, a Word file, a mail, a page saved as one file. Each brings its own encoding.

import type { InputBytes } from "../types.ts";
import { DOCX } from "./docx/docx-manifest.ts";
import { MAIL, MHTML } from "./mail/mail-manifest.ts";
import { PDF } from "./pdf/pdf-manifest.ts";
import type { WholeFormat } from "./whole-format.ts";

const HEAD = 4_096;

/** In order: the first that fits is taken. */
export const WHOLE_FORMATS: readonly WholeFormat[] = [PDF, DOCX, MHTML, MAIL];

/** The format that the bytes are in, or null where they are characters. */
export function wholeFormatOf(input: InputBytes): WholeFormat | null {
  const { bytes } = input;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString("latin1");
  return WHOLE_FORMATS.find((f) => f.is(head, input)) ?? null;
}
