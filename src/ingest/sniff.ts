// What kind of file the bytes are: by their content first, by the name's ending second.

import { REFUSED, type Refused } from "./formats/refused.ts";
import { charsetIn, PRESCANNED, prescan } from "./prescan.ts";
import { pastProlog } from "./prolog.ts";

export type TextFormat = "html" | "markdown" | "plain";

const HEAD = 4_096;

/** The kind of file that we don't read, told by its first bytes; null for anything that may be text. */
export function refusedByBytes(bytes: Uint8Array): Refused | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString("latin1");
  return (
    REFUSED.find((r) => r.starts?.some((s) => head.startsWith(s)) && (r.holds === undefined || r.holds.test(head))) ??
    null
  );
}

/** Whether the bytes are those of a case: an SQLite file that bears our mark in its header. */
export function isCaseFile(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 72)).toString("latin1");
  return head.startsWith("SQLite format 3\0") && head.slice(68, 72) === "SBLZ";
}

/** The kind of text that we don't read as a document, told by how it begins; null for the others. */
export function refusedByText(text: string, name: string): Refused | null {
  const head = text.slice(0, HEAD).trimStart();
  const past = pastProlog(head);
  const ending = endingOf(name);
  return (
    REFUSED.find(
      (r) => (r.text?.test(head) || r.text?.test(past)) && (r.endings === undefined || r.endings.includes(ending)),
    ) ?? null
  );
}

const LEADS_HTML = /^<(?:!doctype\s{1,20}html|html|head|body|meta|title|script|style|article|div|p|h1)\b/i;
const TAG =
  /<(?:p|div|a|b|i|u|span|br|h[1-6]|ul|ol|li|main|article|section|em|strong|blockquote|pre|table|td|img|body)(?:\s[^<>]{0,300})?\/?>/gi;
const ENOUGH_TAGS = 5;

/** Which of our formats the text is in. An ending decides only where the content leaves it open. */
export function textFormatOf(text: string, name: string, mediaTypeHint?: string): TextFormat {
  const head = text.slice(0, HEAD).trimStart();
  const ending = endingOf(name);
  if (LEADS_HTML.test(pastProlog(head))) return "html";
  const tags = head.match(TAG)?.length ?? 0;
  const saysHtml = /^(?:x?html?)$/.test(ending) || /^(?:text\/html|application\/xhtml)/.test(mediaTypeHint ?? "");
  if (tags >= (saysHtml ? 1 : ENOUGH_TAGS) && !isMarkdownName(ending, mediaTypeHint)) return "html";
  if (isMarkdownName(ending, mediaTypeHint)) return "markdown";
  return ending !== "txt" && looksMarkdown(head) ? "markdown" : "plain";
}

function isMarkdownName(ending: string, hint = ""): boolean {
  return ending === "md" || ending === "markdown" || hint.startsWith("text/markdown");
}

/** Front matter, or two of: a heading, a link, a list of links, emphasis. */
function looksMarkdown(head: string): boolean {
  if (/^---[ \t]*\r?\n(?:title|date|author|layout)[ \t]{0,9}:/m.test(head.slice(0, 200))) return true;
  const signs = [/^#{1,6} \S/m, /\[[^\][\n]{1,200}\]\(https?:\/\//, /^\s{0,3}[-*] \[/m, /\*\*[^*\n]{1,200}\*\*/];
  return signs.filter((s) => s.test(head)).length >= 2;
}

/** The name's ending without its dot, in lower case; empty where there is none. */
export function endingOf(name: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

const XML = /^<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']([A-Za-z0-9_:.-]{2,40})["']/i;

/** The charset that the door was told or that a page names for itself; undefined for anything that does not begin like a page. */
export function declaredCharset(bytes: Uint8Array, mediaTypeHint?: string): string | undefined {
  const hinted = charsetIn(mediaTypeHint ?? "");
  if (hinted !== undefined) return hinted;
  const size = Math.min(bytes.length, PRESCANNED);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, size).toString("latin1").trimStart();
  if (!head.startsWith("<")) return undefined;
  return XML.exec(head)?.[1] ?? prescan(head);
}
