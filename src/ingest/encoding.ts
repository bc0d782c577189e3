// Bytes → characters: which charset, how sure, and from which byte each character came.

import { type Problem, problem } from "../core/model/problem.ts";
import { detectCharset, type Guess } from "./charset.ts";
import type { Decoded } from "./decoded.ts";
import { charactersIn, charsetLabel } from "./decoders.ts";
import { utf8Width } from "./offsets.ts";

export type { Decoded };

export interface DecodeOptions {
  /** Named by the user: wins over everything. */
  readonly charset?: string;
  /** Named by the markup. */
  readonly declared?: string;
  readonly name: string;
  /** Share of characters that may be undecodable, 0 to 1. */
  readonly undecodable: number;
}

/**
 * The characters of the bytes: by the charset the user names, else the byte order mark, the markup, or what the bytes look
 * like. Undecodable bytes become U+FFFD and are counted; above the stated share the text is refused.
 */
export function decode(bytes: Uint8Array, options: DecodeOptions): Decoded | { problem: Problem } {
  const { name } = options;
  if (options.charset !== undefined && charsetLabel(options.charset) === null) {
    return { problem: problem("charset-unknown", { name, charset: options.charset }) };
  }
  const guess = detectCharset(bytes, options);
  if (guess.charset === "binary") return { problem: problem("binary-file", { name, offset: guess.at ?? 0 }) };
  if (charsetLabel(guess.charset) === null) {
    return { problem: problem("charset-not-read", { name, charset: guess.charset }) };
  }
  const decoded = decodeAs(bytes, guess);
  const { count, firstByte } = decoded.undecodable;
  const facts = { name, charset: guess.charset, count, of: decoded.raw.length, offset: firstByte };
  if (count > options.undecodable * decoded.raw.length) return { problem: problem("undecodable-text", facts) };
  const problems: Problem[] = [];
  if (count > 0) problems.push(problem("undecodable-bytes", facts));
  if (guess.guessed)
    problems.push(problem("charset-guessed", { name, charset: guess.charset, certainty: guess.certainty }));
  return { ...decoded, charset: guess.charset, certainty: guess.certainty, problems };
}

type Bare = Omit<Decoded, "charset" | "certainty" | "problems">;

function decodeAs(bytes: Uint8Array, { charset, bom }: Guess): Bare {
  const body = bytes.subarray(bom);
  if (charset === "utf-8") return decodeUtf8(body, bom);
  const raw = charactersIn(charset, body);
  if (charset === "utf-16le" || charset === "utf-16be") return steady(raw, 2, bom, bytes);
  if (raw.length === body.length) return steady(raw, 1, bom, bytes);
  return {
    raw,
    startOf: () => bom,
    width: "unknown",
    undecodable: { count: countReplaced(raw).count, firstByte: null },
  };
}

/** Each unit takes `width` bytes; of UTF-16, a last odd byte is a unit of its own. */
function steady(raw: string, width: number, bom: number, bytes: Uint8Array): Bare {
  const startOf = (unit: number) => Math.min(bom + unit * width, bytes.length);
  const genuine = (unit: number) => width === 2 && isReplacement(bytes, startOf(unit));
  const { count, first } = countReplaced(raw, genuine);
  return { raw, startOf, width, undecodable: { count, firstByte: first === null ? null : startOf(first) } };
}

function isReplacement(bytes: Uint8Array, at: number): boolean {
  const [a, b] = [bytes[at], bytes[at + 1]];
  return (a === 0xff && b === 0xfd) || (a === 0xfd && b === 0xff);
}

function countReplaced(raw: string, genuine: (unit: number) => boolean = () => false) {
  let count = 0;
  let first: number | null = null;
  for (let at = raw.indexOf("\ufffd"); at !== -1; at = raw.indexOf("\ufffd", at + 1)) {
    if (genuine(at)) continue;
    first ??= at;
    count++;
  }
  return { count, first };
}

function decodeUtf8(body: Uint8Array, bom: number): Bare {
  const raw = new TextDecoder("utf-8", { ignoreBOM: true }).decode(body);
  if (raw.length === body.length && !raw.includes("\ufffd")) {
    return { raw, startOf: (unit) => bom + unit, width: 1, undecodable: { count: 0, firstByte: null } };
  }
  const starts = new Uint32Array(raw.length + 1);
  let count = 0;
  let firstByte: number | null = null;
  let at = 0;
  for (let unit = 0; unit < raw.length; unit++) {
    starts[unit] = bom + at;
    const code = raw.charCodeAt(unit);
    const bad = code === 0xfffd && !(body[at] === 0xef && body[at + 1] === 0xbf && body[at + 2] === 0xbd);
    if (bad) {
      firstByte ??= bom + at;
      count++;
    }
    at += bad ? brokenLength(body, at) : utf8Width(code);
  }
  starts[raw.length] = bom + at;
  return { raw, startOf: (unit) => starts[unit]!, width: "utf-8", undecodable: { count, firstByte } };
}

/** How many bytes from `at` on one U+FFFD stands for: the longest beginning of a character, or 1 (WHATWG Encoding, UTF-8 decoder). */
function brokenLength(body: Uint8Array, at: number): number {
  const lead = body[at]!;
  const needed =
    lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
  let length = 1;
  for (; length <= needed; length++) {
    const byte = body[at + length];
    if (byte === undefined) break;
    const low = length > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = length > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (byte < low || byte > high) break;
  }
  return length;
}
