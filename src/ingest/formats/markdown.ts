import type { Part } from "../../core/model/reading.ts";
import type { Span } from "../../core/model/span.ts";
import { composer, keepLines } from "../composer.ts";
import type { Decoded } from "../encoding.ts";
import { fieldOf } from "../fields.ts";
import type { FormatContext, FormatRead } from "./format.ts";
import { keptLinks } from "./links.ts";
import { behindBlank, saidBy } from "./said.ts";

const FRONT_OPENS = /^\s{0,100}---[ \t]{0,9}(?=\r|\n)/;
const FRONT_CLOSES = /[\r\n](?:---|\.\.\.)[ \t]{0,9}(?=\r|\n|$)/;
const LONGEST_FRONT = 20_000;

/** What stands between the first two rules, and where the second ends; null where the text opens otherwise. */
function frontOf(raw: string): { readonly inner: string; readonly end: number } | null {
  const opens = FRONT_OPENS.exec(raw)?.[0].length;
  if (opens === undefined) return null;
  const rest = raw.slice(opens, opens + LONGEST_FRONT);
  const closes = FRONT_CLOSES.exec(rest);
  return closes === null
    ? null
    : { inner: rest.slice(0, closes.index).trim(), end: opens + closes.index + closes[0].length };
}

/** The text behind the front matter, with what the front matter, headings and links say. */
export function readMarkdown(decoded: Decoded, context: FormatContext): FormatRead {
  const front = frontOf(decoded.raw);
  const matter = frontMatter(front?.inner ?? "");
  // A rule between two lines of prose looks like front matter without a single key.
  const start = front && matter.size > 0 ? behindBlank(decoded.raw, front.end) : 0;
  const into = composer(decoded);
  keepLines(into, decoded.raw, { start, end: decoded.raw.length });
  const { text, offsets } = into.done();
  const parts = partsOf(text);
  const links = keptLinks(context, linksOf(text), context.address);
  const said = saidBy(matter, context.name);
  const top = parts.find((p) => p.kind === "headline");
  const title = said.title ?? fieldOf(top && text.slice(top.start, top.end));
  return {
    text,
    offsets,
    parts,
    links: links.links,
    ...said,
    ...(title !== undefined && { title }),
    problems: [...said.problems, ...links.problems],
  };
}

/** The keys of a flat YAML block with their first value; lists are joined, anything nested is left out. */
function frontMatter(block: string): Map<string, string> {
  const found = new Map<string, string>();
  let key = "";
  for (const line of block.split(/\r\n|\n|\r/)) {
    const pair = /^([A-Za-z][\w-]{0,40})[ \t]{0,9}:(.*)$/.exec(line);
    const item = /^[ \t]{0,9}-[ \t]{1,9}(.+)$/.exec(line);
    if (pair) {
      key = pair[1]!.toLowerCase();
      if (!found.has(key)) found.set(key, unquoted(pair[2]!.trim()));
    } else if (item && key !== "") {
      found.set(key, [found.get(key) ?? "", unquoted(item[1]!)].filter((w) => w !== "").join(", "));
    }
  }
  return found;
}

function unquoted(value: string): string {
  const bare = value.trim();
  const list = /^\[(.*)\]$/.exec(bare)?.[1];
  if (list !== undefined) return list.split(",").map(plain).join(", ");
  return plain(bare);
}

function plain(value: string): string {
  const bare = value.trim();
  return /^"(.*)"$/.exec(bare)?.[1]?.replace(/\\"/g, '"') ?? /^'(.*)'$/.exec(bare)?.[1]?.replace(/''/g, "'") ?? bare;
}

interface Line extends Span {
  readonly words: string;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const words of text.split("\n")) {
    lines.push({ start, end: start + words.length, words });
    start += words.length + 1;
  }
  return lines;
}

const DEFINITION = /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]{1,9}\S/;

/** Headings and lone pictures as markup tells them; the rest is body, a block between blank lines each. */
function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let fence = "";
  let block: Line[] = [];
  const flush = () => {
    const [first, last] = [block[0], block.at(-1)];
    // Definitions of links are the machinery of the text, not its words.
    const kind = block.every((l) => DEFINITION.test(l.words)) ? "footer" : "body";
    if (first && last) parts.push({ kind, start: first.start, end: last.end });
    block = [];
  };
  for (const line of linesOf(text)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line.words)?.[1] ?? "";
    if (mark !== "" && (fence === "" || mark.startsWith(fence))) fence = fence === "" ? mark : "";
    const special = fence === "" && mark === "" ? (headingOf(line) ?? pictureOf(line)) : null;
    const underlined = fence === "" && block.length === 1 && /^ {0,3}(?:=+|-+)[ \t]{0,9}$/.test(line.words);
    if (underlined) {
      parts.push({ kind: "headline", ...bare(block[0]!, 0, block[0]!.words.length) });
      block = [];
    } else if (special) {
      flush();
      parts.push(special);
    } else if (line.words.trim() === "") flush();
    else block.push(line);
  }
  flush();
  return parts;
}

function headingOf(line: Line): Part | null {
  const m = /^( {0,3}#{1,6}[ \t]{1,9})\S/.exec(line.words);
  if (!m) return null;
  let end = line.words.length;
  while (end > 0 && /[#\s]/.test(line.words.charAt(end - 1))) end--;
  return end <= m[1]!.length ? null : { kind: "headline", ...bare(line, m[1]!.length, end) };
}

function pictureOf(line: Line): Part | null {
  const m = /^([ \t]{0,9}!\[)([^\]\n]{1,1000})\]\([^()\n]{0,2000}\)[ \t]{0,9}$/.exec(line.words);
  return m ? { kind: "caption", ...bare(line, m[1]!.length, m[1]!.length + m[2]!.length) } : null;
}

/** The span of words.slice(from, to) without white space at its ends. */
function bare(line: Line, from: number, to: number): Span {
  const words = line.words.slice(from, to);
  const start = line.start + from + words.length - words.trimStart().length;
  return { start, end: start + words.trim().length };
}

const LINK = /(!?)\[[^\][\n]*\]\(\s*<?([^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)?)>?(?:\s[^\n()[\]]*)?\)/g;
const AUTOLINK = /<(https?:\/\/[^\s<>]{1,2000})>/g;
const REFERENCE = /^ {0,3}\[[^\][\n]{1,200}\]:[ \t]{1,9}<?([^\s<>]{1,2000})>?(?=\s|$)/gm;

function linksOf(text: string): string[] {
  const found: { readonly at: number; readonly link: string }[] = [];
  for (const m of text.matchAll(LINK)) if (m[1] === "") found.push({ at: m.index, link: m[2]! });
  for (const m of text.matchAll(AUTOLINK)) found.push({ at: m.index, link: m[1]! });
  for (const m of text.matchAll(REFERENCE)) found.push({ at: m.index, link: m[1]! });
  return found.sort((a, b) => a.at - b.at).map((f) => f.link);
}
