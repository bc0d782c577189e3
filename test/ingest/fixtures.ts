import { readFileSync } from "node:fs";
import type { OffsetRun } from "../../src/core/model/event.ts";
import { originalRange } from "../../src/ingest/offsets.ts";
import { readDocument } from "../../src/ingest/read-document.ts";
import type { InputBytes, ReadDocument, ReadOptions } from "../../src/ingest/types.ts";

export function input(name: string, content: string | Uint8Array, extra: Partial<InputBytes> = {}): InputBytes {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { name, bytes, via: { door: "file" }, ...extra };
}

export function fixture(name: string): InputBytes {
  return input(name, new Uint8Array(readFileSync(new URL(`../fixtures/ingest/${name}`, import.meta.url))));
}

/** The document, or an error that names the refusals. */
export async function read(given: InputBytes, options?: ReadOptions): Promise<ReadDocument> {
  const outcome = await readDocument(given, options);
  if ("document" in outcome) return outcome.document;
  throw new Error(`refused: ${outcome.problems.map((p) => p.message).join(" ")}`);
}

/** The codes of the problems that refused it; an error if it was read. */
export async function refusal(given: InputBytes, options?: ReadOptions): Promise<readonly string[]> {
  const outcome = await readDocument(given, options);
  if ("document" in outcome) throw new Error(`read as ${outcome.document.format}`);
  return outcome.problems.map((p) => p.code);
}

export function codes(document: ReadDocument): readonly string[] {
  return document.problems.map((p) => p.code);
}

/** Each character of the text with the bytes of the original it is said to come from. */
export function* charactersWithBytes(
  document: { readonly text: string; readonly offsets: readonly OffsetRun[] },
  bytes: Uint8Array,
) {
  let start = 0;
  for (const character of document.text) {
    const end = start + character.length;
    const range = originalRange(document.offsets, document.text, { start, end });
    yield { character, start, bytes: range && bytes.subarray(range.start, range.end) };
    start = end;
  }
}

/** The text in a charset of one byte a character, by turning the decoder round; the windows-1252 table is the WHATWG's. */
export function encode(text: string, charset: string): Uint8Array {
  const table = new Map<string, number>();
  const high = charset === "windows-1252" ? WINDOWS_1252 : null;
  for (let b = 0; b < 256; b++) {
    const c = high && b >= 128 && b < 160 ? high.charAt(b - 128) : new TextDecoder(charset).decode(Uint8Array.of(b));
    if (c !== "\ufffd" && c !== "\0") table.set(c, b);
  }
  return Uint8Array.from(text, (c) => {
    const b = table.get(c);
    if (b === undefined) throw new Error(`${c} is not in ${charset}`);
    return b;
  });
}

const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

export function utf16(text: string, order: "le" | "be", mark: boolean): Uint8Array {
  const words = (mark ? "\ufeff" : "") + text;
  const bytes = new Uint8Array(2 * words.length);
  for (let i = 0; i < words.length; i++) {
    const unit = words.charCodeAt(i);
    bytes[2 * i + (order === "le" ? 0 : 1)] = unit & 255;
    bytes[2 * i + (order === "le" ? 1 : 0)] = unit >> 8;
  }
  return bytes;
}
