// Which charset the bytes are in. The order: the user, the byte order mark, UTF-16 without a mark, the markup, valid UTF-8, letter statistics.

import { createRequire } from "node:module";
import { charsetLabel } from "./decoders.ts";

// Loaded when first needed, and without waiting: most texts are UTF-8 and need no statistics.
const require = createRequire(import.meta.url);

/** `binary` where the bytes are no text; `at` then is the first byte that shows it. */
export interface Guess {
  readonly charset: string;
  /** 0 to 1; 1 where the user, a mark or the markup named it. */
  readonly certainty: number;
  /** Bytes of the byte order mark. */
  readonly bom: number;
  /** Whether nothing but the look of the bytes speaks for it. */
  readonly guessed?: boolean;
  readonly at?: number;
}

const SAMPLE = 65_536;
/** Of UTF-8 with broken bytes: so many good characters for a bad one. */
const MOSTLY = 4;
const BARELY_UTF8 = 0.9;

const MARKS: readonly { readonly bytes: readonly number[]; readonly charset: string }[] = [
  { bytes: [0xff, 0xfe, 0, 0], charset: "utf-32le" },
  { bytes: [0, 0, 0xfe, 0xff], charset: "utf-32be" },
  { bytes: [0xef, 0xbb, 0xbf], charset: "utf-8" },
  { bytes: [0xff, 0xfe], charset: "utf-16le" },
  { bytes: [0xfe, 0xff], charset: "utf-16be" },
];

function markOf(bytes: Uint8Array) {
  return MARKS.find((mark) => mark.bytes.every((b, i) => bytes[i] === b)) ?? null;
}

/** The charset of the bytes. */
export function detectCharset(
  bytes: Uint8Array,
  told: { readonly charset?: string; readonly declared?: string },
): Guess {
  const mark = markOf(bytes);
  if (told.charset !== undefined) {
    const charset = charsetLabel(told.charset) ?? told.charset;
    return { charset, certainty: 1, bom: mark?.charset === charset ? mark.bytes.length : 0 };
  }
  if (mark) return { charset: mark.charset, certainty: 1, bom: mark.bytes.length };
  const controls = controlsIn(bytes);
  if (controls.count > 0) {
    const wide = utf16Without(bytes);
    if (wide) return wide;
    if (controls.nul !== null) return { charset: "binary", certainty: 1, bom: 0, at: controls.nul };
    if (controls.count > 3 && controls.count > 0.01 * bytes.length) {
      return { charset: "binary", certainty: 1, bom: 0, at: controls.first };
    }
  }
  return withoutNul(bytes, declaredLabel(told.declared));
}

function withoutNul(bytes: Uint8Array, declared: string | null): Guess {
  const utf8 = utf8Health(bytes);
  if (utf8.good === 0 && utf8.bad === 0) {
    // Only ASCII: every charset we read agrees, but for those that shift by escape sequences.
    const charset = declared?.startsWith("iso-2022") ? declared : "utf-8";
    return { charset, certainty: 1, bom: 0 };
  }
  // Bytes that are valid UTF-8 with letters beyond ASCII are UTF-8, whatever a page says of itself.
  if (utf8.bad === 0) return { charset: "utf-8", certainty: declared === "utf-8" ? 1 : 0.99, bom: 0 };
  if (declared !== null && declared !== "utf-8") return { charset: declared, certainty: 1, bom: 0 };
  if (utf8.good >= MOSTLY * utf8.bad) {
    return { charset: "utf-8", certainty: BARELY_UTF8 * (utf8.good / (utf8.good + utf8.bad)), bom: 0 };
  }
  return byStatistics(bytes);
}

function declaredLabel(declared: string | undefined): string | null {
  if (declared === undefined) return null;
  const label = charsetLabel(declared);
  // A page that says UTF-16 in ASCII letters is not UTF-16 (HTML standard, 13.2.3.3).
  return label?.startsWith("utf-16") ? "utf-8" : label;
}

interface Controls {
  readonly count: number;
  readonly first: number;
  readonly nul: number | null;
}

/** C0 controls other than tab, line feed, form feed, carriage return and escape. */
function controlsIn(bytes: Uint8Array): Controls {
  let count = 0;
  let first = -1;
  let nul: number | null = null;
  for (let i = 0; i < bytes.length; i++) {
    const b = bytes[i]!;
    if (b >= 32 || b === 9 || b === 10 || b === 12 || b === 13 || b === 27) continue;
    if (first < 0) first = i;
    if (b === 0) nul ??= i;
    count++;
  }
  return { count, first, nul };
}

/**
 * UTF-16 without a mark, or null. Text in one alphabet keeps to few pages of 256 characters (its own, Latin, punctuation),
 * so that one of the two bytes of each unit takes few values; and it has no characters that Unicode forbids.
 */
function utf16Without(bytes: Uint8Array): Guess | null {
  const sample = bytes.subarray(0, SAMPLE & ~1);
  const units = sample.length >> 1;
  if (units < 2) return null;
  const scores = [0, 1].map((high) => pageScore(sample, high));
  const [be, le] = scores as [number, number];
  if (Math.max(be, le) < 0.9 || Math.abs(be - le) < 0.02) return null;
  const charset = le > be ? "utf-16le" : "utf-16be";
  const text = new TextDecoder(charset).decode(sample);
  const strange = text.match(/[\0\ufffd\ufffe\uffff\p{Cn}\p{Co}]/gu)?.length ?? 0;
  const letters = text.match(/[\p{L}\p{N}\s]/gu)?.length ?? 0;
  if (strange > 0.02 * units || letters < 0.6 * units) return null;
  return { charset, certainty: 0.9, bom: 0, guessed: true };
}

/** Of the units, the share in the three pages that occur most; the page is the byte at `high`. */
function pageScore(sample: Uint8Array, high: number): number {
  const counts = new Array<number>(256).fill(0);
  const units = sample.length >> 1;
  for (let i = 0; i < units; i++) counts[sample[2 * i + high]!]!++;
  const top = [...counts].sort((a, b) => b - a).slice(0, 3);
  // Surrogates and private use are no pages that a text lives in.
  return top.reduce((a, b) => a + b, 0) / units;
}

/** Characters beyond ASCII that are proper UTF-8, and bytes that are not. */
function utf8Health(bytes: Uint8Array): { readonly good: number; readonly bad: number } {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i]!;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const length =
      lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    let whole = length > 0;
    for (let k = 1; k < length && whole; k++) whole = ((bytes[i + k] ?? 0) & 0xc0) === 0x80;
    if (whole && isShortest(lead, bytes[i + 1]!)) {
      good++;
      i += length;
    } else {
      bad++;
      i++;
    }
  }
  return { good, bad };
}

function isShortest(lead: number, second: number): boolean {
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second <= 0x9f;
  if (lead === 0xf0) return second >= 0x90;
  return lead !== 0xf4 || second <= 0x8f;
}

// Dashes, quotes, dots, bullets, euro, no-break space, ©, ®, °, £, §: what English has beyond ASCII in windows-1252.
const TYPOGRAPHY = new Set([
  0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0xa0, 0xa3, 0xa7, 0xa9, 0xae, 0xb0,
]);
const NAMES: Readonly<Record<string, string>> = {
  macroman: "macintosh",
  maccyrillic: "x-mac-cyrillic",
  cp949: "euc-kr",
  ascii: "windows-1252",
};

function byStatistics(bytes: Uint8Array): Guess {
  const first = bytes.findIndex((b) => b >= 0x80);
  const sample = bytes.subarray(Math.max(0, first - 1024), first + SAMPLE);
  const high = sample.filter((b) => b >= 0x80);
  if (high.length < 0.05 * sample.length && high.every((b) => TYPOGRAPHY.has(b))) {
    return { charset: "windows-1252", certainty: 0.9, bom: 0, guessed: true };
  }
  const guess = guessOf(sample);
  return macArabicFor(sample, guess) ?? guess;
}

function guessOf(sample: Uint8Array): Guess {
  const { detect } = require("jschardet") as typeof import("jschardet");
  const { encoding, confidence } = detect(sample);
  if (encoding === null) return { charset: "windows-1252", certainty: 0.1, bom: 0, guessed: true };
  const name = encoding.toLowerCase();
  const named = NAMES[name] ?? name;
  return { charset: charsetLabel(named) ?? named, certainty: confidence, bom: 0, guessed: true };
}

/** Bytes that MacArabic has for right-to-left spaces, full stops, digits and Persian letters, and ISO-8859-6 for nothing. */
const MAC_ONLY = /[\x80-\xa3\xa5-\xab\xae-\xba\xbc-\xbe\xdb-\xdf\xf3-\xff]/;
const MAC_ONLY_ALL = new RegExp(MAC_ONLY, "g");

/**
 * MacArabic, or null. Its letters stand where ISO-8859-6 has them, so that letter statistics know them once its own spaces and signs are
 * written as ASCII has them.
 */
function macArabicFor(sample: Uint8Array, guess: Guess): Guess | null {
  const latin1 = Buffer.from(sample.buffer, sample.byteOffset, sample.length).toString("latin1");
  if (!MAC_ONLY.test(latin1)) return null;
  const plain = latin1.replace(MAC_ONLY_ALL, (c) => (/[\xa0-\xaf\xba-\xbe\xdb-\xdf]/.test(c) ? asciiOf(c) : " "));
  const again = guessOf(Buffer.from(plain, "latin1"));
  const better = again.charset === "iso-8859-6" && again.certainty > guess.certainty;
  return better ? { ...again, charset: "x-mac-arabic" } : null;
}

function asciiOf(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0x80);
}
