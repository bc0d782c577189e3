import type { BriefPart, BriefSentence } from "../model/brief.ts";
import { QUOTE_WORDS } from "./page-one.ts";

/** A piece of a sentence: words of ours, or a part; null and empty pieces fall away. */
export type Piece = string | BriefPart | null;

/** The sentence of these pieces, neighbouring words of ours joined, its first letter a capital. */
export function sentence(
  pieces: readonly Piece[],
  more: { readonly notes?: readonly number[]; readonly cites?: readonly string[] } = {},
): BriefSentence {
  const parts: BriefPart[] = [];
  for (const piece of pieces) {
    if (piece === null || piece === "") continue;
    const part: BriefPart = typeof piece === "string" ? { is: "text", text: piece } : piece;
    const last = parts.at(-1);
    if (part.is === "text" && last?.is === "text" && part.name === last.name) {
      parts[parts.length - 1] = { ...last, text: last.text + part.text };
    } else parts.push(part);
  }
  const [first, ...rest] = parts;
  const opened = first?.is === "text" ? [{ ...first, text: capital(first.text) }, ...rest] : parts;
  const notes = [...new Set(more.notes ?? [])].sort((a, b) => a - b);
  return { parts: opened, notes, ...(more.cites && more.cites.length > 0 ? { cites: more.cites } : {}) };
}

// A name of a file is written as it is: "rewrite.txt (doc 1) lost …".
const FILE_NAME = /^[^\s/]{1,200}\.[a-z0-9]{1,5}(?!\S)/i;

/** The text with a capital at its start, unless a name of a file stands there. */
export function capital(text: string): string {
  if (FILE_NAME.test(text)) return text;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A name made comparable: one form, lower case, single spaces. */
export function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}

/** A name, or words of somebody else, as a piece of a sentence; white space runs are one space. */
export function name(text: string): BriefPart {
  return { is: "text", text: text.replace(/\s+/gu, " ").trim(), name: true };
}

/** The text without full stops and white space at its end. */
export function withoutStop(text: string): string {
  return /^[\s\S]*[^.\s]/u.exec(text)?.[0] ?? "";
}

/** What stands between the items of a list, and before the last. */
interface Joints {
  readonly between: string;
  readonly last: string;
}

/** Lists of pieces joined as in "a, b and c". */
export function listedBy(items: readonly (readonly Piece[])[], { between, last }: Joints): Piece[] {
  return items.flatMap((item, i) => {
    if (i === 0) return [...item];
    return [i === items.length - 1 ? last : between, ...item];
  });
}

/** Words joined as in "a, b and c". */
export function joinedBy(words: readonly string[], { between, last }: Joints): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(between)}${last}${words.at(-1)}`;
}

/** A pattern of whole words, the longest first. */
export function wordPattern(words: readonly string[]): RegExp {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}-])(${longestFirst.join("|")})(?![\\p{L}-])`, "iu");
}

/** How a language writes quotes and ranges. */
export interface Signs {
  readonly marks: readonly [string, string];
  readonly to: string;
}

const ENGLISH: Signs = { marks: ["“", "”"], to: " to " };

/** The sentence as it is read, without its note marks. */
export function read({ parts }: Pick<BriefSentence, "parts">, { marks, to }: Signs = ENGLISH): string {
  return parts
    .map((p) => {
      if (p.is === "text") return p.text;
      if (p.is === "figure") return p.shown;
      return p.is === "likelihood" ? p.words.join(to) : `${marks[0]}${p.text}${marks[1]}`;
    })
    .join("");
}

/** The words of pieces, without their figures and quotes. */
export function plain(pieces: readonly Piece[]): string {
  return pieces.map((p) => (p === null ? "" : typeof p === "string" ? p : p.is === "text" ? p.text : "")).join("");
}

/** A list whose items begin alike up to an opening mark, the beginning said once: "a starting chance for “A” and “B”". */
export function together(items: readonly string[], mark: string, joined: (words: readonly string[]) => string): string {
  const groups = new Map<string, string[]>();
  for (const item of items) {
    const at = item.indexOf(mark);
    const [head, rest] = at < 0 ? [item, ""] : [item.slice(0, at), item.slice(at)];
    groups.set(head, [...(groups.get(head) ?? []), rest]);
  }
  return [...groups].map(([head, rests]) => `${head}${joined(rests)}`).join("; ");
}

/** How many words a reader reads. */
export function wordCount(text: string): number {
  return text.split(/\s+/u).filter((w) => /[\p{L}\p{N}]/u.test(w)).length;
}

const BEFORE = 12;

/** The quote, cut to 40 words around the words that it must hold [CO3, BR7], white space runs as one space; "…" stands where it was cut. */
export function shortQuote(quote: string, keep: readonly string[] = []): string {
  const plain = quote.replace(/\s+/gu, " ").trim();
  const words = plain.split(" ");
  if (words.length <= QUOTE_WORDS) return plain;
  const found = keep.map((k) => plain.indexOf(k)).filter((i) => i >= 0);
  const first = found.length === 0 ? 0 : plain.slice(0, Math.min(...found)).split(" ").length - 1;
  const start = Math.max(0, Math.min(first - BEFORE, words.length - QUOTE_WORDS));
  const end = start + QUOTE_WORDS;
  const cut = words.slice(start, end).join(" ");
  return `${start > 0 ? "… " : ""}${cut}${end < words.length ? " …" : ""}`;
}
