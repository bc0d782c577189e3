import type { TextInfo } from "../model/reading.ts";
import type { Span } from "../model/span.ts";

/** A place, or a link, by which one text says that it comes from another. */
export interface Credit {
  readonly name: string;
  readonly span?: Span;
}

// What stands before a publisher's name where a text says whence it comes; the name itself is the other document's, never guessed.
const OPENERS = [
  "(?:first |originally )?(?:appeared|published|reported|posted|seen)(?: first| originally)? (?:on|in|by|at)",
  "via",
  "(?:story|report|article|text|source|credit|courtesy)(?: of| from| by)?\\s*[:–—-]?",
  "h/t",
  "with (?:material|reporting|information) from",
  "نقلا عن",
  "المصدر\\s*[:：]?",
] as const;

/**
 * Where `copy` says that it comes from `source` [LI5], or null: a link to its address, or a credit line with its publisher's name.
 * A line that names the copy's own publisher is a feed footer and no credit.
 */
export function creditOf(copy: TextInfo, source: TextInfo): Credit | null {
  const link = linkTo(copy, source);
  if (link !== null) return link;
  const publisher = source.publisher?.trim();
  if (publisher === undefined || publisher === "" || same(publisher, copy.publisher)) return null;
  const line = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${OPENERS.join("|")})\\s+["“'‘]?(?:the\\s+)?(${escaped(bareName(publisher))})(?![\\p{L}\\p{N}])`,
    "iu",
  );
  const match = line.exec(copy.text);
  return match === null
    ? null
    : { name: "credit line", span: { start: match.index, end: match.index + match[0].length } };
}

function linkTo(copy: TextInfo, source: TextInfo): Credit | null {
  const address = source.url === undefined ? "" : plainAddress(source.url);
  if (address === "" || (copy.url !== undefined && plainAddress(copy.url) === address)) return null;
  if (copy.links?.some((link) => plainAddress(link) === address)) return { name: "link" };
  const lower = copy.text.toLowerCase();
  // A few letters grow when lowered; then no place could be given.
  const at = lower.length === copy.text.length ? lower.indexOf(address) : -1;
  return at < 0 || /[\p{L}\p{N}/-]/u.test(copy.text.charAt(at + address.length).replace("/", ""))
    ? null
    : { name: "link", span: { start: at, end: at + address.length } };
}

/** An address without scheme, `www.`, query, fragment and closing slash; empty where nothing but a host is left. */
function plainAddress(url: string): string {
  const bare = url
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/^www\./, "")
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "");
  return bare.includes("/") ? bare : "";
}

function same(a: string, b: string | undefined): boolean {
  return b !== undefined && bareName(a).toLowerCase() === bareName(b).toLowerCase();
}

function bareName(name: string): string {
  return name.trim().replace(/^the\s+/i, "");
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
}
