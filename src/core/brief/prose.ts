import type { BriefPart, BriefSentence } from "../model/brief.ts";
import { dayInWords, type When, whenInWords } from "../model/time.ts";
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

/** The words of somebody else in quotation marks, without a note: an explanation, a question, an item as a person stated it. */
export function titled(text: string): Piece[] {
  return ["“", name(withoutStop(text)), "”"];
}

/** The text without full stops and white space at its end. */
export function withoutStop(text: string): string {
  return /^[\s\S]*[^.\s]/u.exec(text)?.[0] ?? "";
}

/** Lists of pieces joined as in "a, b and c". */
export function listed(items: readonly (readonly Piece[])[], last = "and"): Piece[] {
  return items.flatMap((item, i) => {
    if (i === 0) return [...item];
    return [i === items.length - 1 ? ` ${last} ` : ", ", ...item];
  });
}

/** Words joined as in "a, b and c". */
export function joined(words: readonly string[], last = "and"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** The sentence as it is read, without its note marks. */
export function read({ parts }: Pick<BriefSentence, "parts">): string {
  return parts
    .map((p) => {
      if (p.is === "text") return p.text;
      if (p.is === "figure") return p.shown;
      return p.is === "likelihood" ? p.words.join(" to ") : `“${p.text}”`;
    })
    .join("");
}

/** How many words a reader reads. */
export function wordCount(text: string): number {
  return text.split(/\s+/u).filter((w) => /[\p{L}\p{N}]/u.test(w)).length;
}

/** "on 3 Mar 2031", "in Mar 2031", "in 2031": a day at most, since the hour is in the note's document. */
export function onDay(when: When): string {
  if (when.from !== null && /^\d{4}-\d{2}-\d{2}/.test(when.edtf)) return `on ${dayInWords(when.from)}`;
  return /^\d{4}(-\d{2})?$/.test(when.edtf) ? `in ${whenInWords(when)}` : `at some time (${whenInWords(when)})`;
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
