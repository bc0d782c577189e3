import words from "../data/credit-words.json" with { type: "json" };
import type { Span } from "../model/span.ts";
import { escaped } from "./escaped.ts";
import type { ReadText } from "./prepared.ts";
import { type PublisherBook, publisherBook, publisherName } from "./publisher.ts";
import { toldBy } from "./told.ts";

/** A place, a link or a mark by which one text says that it comes from another, with what it adds to the log-odds that it does [LI3]. */
export interface Credit {
  readonly name: string;
  readonly span?: Span;
  readonly weight: number;
}

/** Log-odds by convention: a line or a mark speaks for the whole text, a link may be a reference, a sentence on the other's word is one sentence. */
const WEIGHTS = { line: 3, mark: 3, link: 2, sentence: 1 } as const;
const MOST_SENTENCES = 3;
/** So much at most: with nothing of its wording, no text is taken for a copy. */
const MOST = 4;

/**
 * Where `copy` says that it comes from `source` [LI5]: a credit line with its publisher's name, a byline, author or dateline that names it, a
 * link to its address, the same canonical address, and sentences told on its word. What names the copy's own publisher is none, and a
 * ministry or a group that is cited speaks to everybody: its name is no credit to the text that it published.
 */
export function creditsOf(copy: ReadText, source: ReadText, book: PublisherBook = publisherBook()): readonly Credit[] {
  return [...linksTo(copy, source, book), ...namesOf(copy, source, book)];
}

/** The credits that name the source's publisher: any of its texts may be meant. */
export function namesOf(copy: ReadText, source: ReadText, book: PublisherBook): readonly Credit[] {
  const publisher = publisherName(source.info.publisher);
  if (publisher === "" || book.same(publisher, copy.info.publisher)) return [];
  const author = book.same(publisher, copy.info.author) ? [{ name: "author", weight: WEIGHTS.mark }] : [];
  const names = book.namesOf(publisher).filter((n) => copy.info.text.includes(n));
  const lines = names.flatMap((name) => [...lineWith(name, copy), ...marksOf(name, copy)]);
  const sentences = toldBy(publisher, copy, book)
    .slice(0, MOST_SENTENCES)
    .map((span): Credit => ({ name: "told on its word", span, weight: WEIGHTS.sentence }));
  return [...author, ...lines, ...sentences];
}

/** What credits come to together, in log-odds. */
export function creditWeight(credits: readonly Credit[]): number {
  return Math.min(
    MOST,
    credits.reduce((sum, c) => sum + c.weight, 0),
  );
}

function lineWith(publisher: string, { info }: ReadText): readonly Credit[] {
  const line = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words.openers.join("|")})\\s+["“'‘]?(?:the\\s+)?(${escaped(publisher)})(?![\\p{L}\\p{N}])`,
    "iu",
  );
  const match = line.exec(info.text);
  // "Just in time" is no credit to "Time".
  if (match === null || (/\p{Lu}/u.test(publisher) && !/\p{Lu}/u.test(match[1] ?? ""))) return [];
  return [{ name: "credit line", span: spanOf(match), weight: WEIGHTS.line }];
}

/** The publisher in the byline, or as the dateline's agency: "PORT MAREN (Quillon Wire) –". */
function marksOf(publisher: string, { info, reading }: ReadText): readonly Credit[] {
  const mark = (name: string, span: Span): Credit => ({ name, span, weight: WEIGHTS.mark });
  const named = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(publisher)}(?![\\p{L}\\p{N}])`, "iu");
  const byline = reading.sentences.find((s) => s.part === "byline" && named.test(info.text.slice(s.start, s.end)));
  if (byline !== undefined) return [mark("byline", { start: byline.start, end: byline.end })];
  const first = reading.sentences.find((s) => s.part === "body");
  if (first === undefined) return [];
  const dateline = new RegExp(`^[^.!?\\n]{0,60}\\(\\s*${escaped(publisher)}\\s*\\)\\s*[-–—:]`, "iu").exec(
    info.text.slice(first.start, first.end + 1),
  );
  return dateline === null ? [] : [mark("dateline", { start: first.start, end: first.start + dateline[0].length })];
}

/** The credits that name the source's own address: no other text can be meant. */
export function linksTo({ info: copy }: ReadText, { info: source }: ReadText, book: PublisherBook): readonly Credit[] {
  const address = plainAddress(source.url);
  if (address === "") return [];
  if (plainAddress(copy.url) === address) {
    // Each names the same address as the text's own: one text, printed twice; which came first it does not say.
    return book.same(publisherName(source.publisher), copy.publisher)
      ? []
      : [{ name: SAME_ADDRESS, weight: WEIGHTS.mark }];
  }
  if (copy.links?.some((link) => plainAddress(link) === address)) return [{ name: "link", weight: WEIGHTS.link }];
  const lower = copy.text.toLowerCase();
  // A few letters grow when lowered; then no place could be given.
  const at = lower.length === copy.text.length ? lower.indexOf(address) : -1;
  if (at < 0 || /[\p{L}\p{N}/-]/u.test(copy.text.charAt(at + address.length).replace("/", ""))) return [];
  return [{ name: "link", span: { start: at, end: at + address.length }, weight: WEIGHTS.link }];
}

/** A credit that says "one text" and nothing on the direction. */
export const SAME_ADDRESS = "same canonical address";

/** An address without scheme, `www.`, query, fragment and closing slash; empty where nothing but a host is left. */
function plainAddress(url: string | undefined): string {
  const address = (url ?? "")
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/^www\./, "")
    .split(/[?#]/, 1)[0]!;
  const bare = /^[\s\S]*[^/]/.exec(address)?.[0] ?? "";
  return bare.includes("/") ? bare : "";
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}
