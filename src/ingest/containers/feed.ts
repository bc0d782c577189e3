import { parseFeed } from "feedsmith";
import type { Via } from "../../core/model/event.ts";
import { problem } from "../../core/model/problem.ts";
import { type ByteSource, wholeOf } from "../bytes.ts";
import { decode } from "../encoding.ts";
import { addressOf, fieldOf, isoOfMailTime, languageTag, publishedOf } from "../fields.ts";
import { declaredCharset } from "../sniff.ts";
import type { Delivered, InputBytes, KnownOfDocument } from "../types.ts";
import type { Unpacking } from "./container.ts";

/** Each item of a feed as a document. */
export async function* readFeed(source: ByteSource, { limits, charset }: Unpacking): AsyncGenerator<Delivered> {
  const { name } = source;
  const whole = await wholeOf(source, limits.exportBytes);
  if (whole === null) {
    yield { problem: problem("file-too-big", { name, bytes: source.size, limit: limits.exportBytes }) };
    return;
  }
  const declared = declaredCharset(whole.bytes, whole.mediaTypeHint);
  const decoded = decode(whole.bytes, {
    name,
    undecodable: limits.undecodable,
    ...(declared !== undefined && { declared }),
    ...(charset !== undefined && { charset }),
  });
  if ("problem" in decoded) {
    yield decoded;
    return;
  }
  const feed = feedOf(decoded.raw);
  let summaries = 0;
  for (const [i, item] of feed.items.entries()) {
    if (item.content === undefined) summaries++;
    const input = inputOf(item, { source, feed, place: i + 1 });
    if (input === null)
      yield { problem: problem("posts-refused", { name, place: `item ${i + 1}`, reason: "It holds no words." }) };
    else yield { input };
    for (const told of input === null ? [] : toldOf(name, item)) yield { problem: told };
  }
  if (summaries > 0) yield { problem: problem("feed-summaries", { name, count: summaries, of: feed.items.length }) };
}

interface Item {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly address?: string | undefined;
  readonly published?: string | undefined;
  readonly author?: string | undefined;
  readonly language?: string | undefined;
  /** HTML. */
  readonly content?: string | undefined;
  readonly summary?: string | undefined;
}

interface Feed {
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly items: readonly Item[];
}

/** What the four kinds of feed have in common. Throws for what is none of them. */
function feedOf(text: string): Feed {
  const parsed = parse(text);
  switch (parsed.format) {
    case "rss":
      return rss(parsed.feed);
    case "rdf":
      return rdf(parsed.feed);
    case "atom":
      return atom(parsed.feed);
    case "json":
      return json(parsed.feed);
  }
}

const parse = (text: string) => parseFeed(text);
type Of<F extends string> = Extract<ReturnType<typeof parse>, { readonly format: F }>["feed"];

function rss(feed: Of<"rss">): Feed {
  const items = (feed.items ?? []).map((item) => {
    const permalink = item.guid?.isPermaLink !== false ? item.guid?.value : undefined;
    return {
      id: item.guid?.value,
      title: item.title,
      address: item.link ?? addressOf(permalink),
      published: item.pubDate ?? item.dc?.dates?.[0],
      author: item.dc?.creators?.[0] ?? nameOf(item.authors?.[0]),
      content: item.content?.encoded,
      summary: item.description,
    };
  });
  return { title: feed.title, language: feed.language, items };
}

function rdf(feed: Of<"rdf">): Feed {
  const items = (feed.items ?? []).map((item) => ({
    id: item.rdf?.about,
    title: item.title,
    address: item.link,
    published: item.dc?.dates?.[0],
    author: item.dc?.creators?.[0],
    content: item.content?.encoded,
    summary: item.description,
  }));
  return { title: feed.title, items };
}

function atom(feed: Of<"atom">): Feed {
  const items = (feed.entries ?? []).map((entry) => ({
    id: entry.id,
    title: plainOf(entry.title),
    address: (entry.links?.find((l) => (l.rel ?? "alternate") === "alternate") ?? entry.links?.[0])?.href,
    published: entry.published ?? entry.updated,
    author: nameOf(entry.authors?.[0]) ?? nameOf(feed.authors?.[0]),
    content: htmlOf(entry.content),
    summary: htmlOf(entry.summary),
  }));
  return { title: plainOf(feed.title), language: feed.xml?.lang, items };
}

function json(feed: Of<"json">): Feed {
  const items = (feed.items ?? []).map((item) => ({
    id: item.id,
    title: item.title,
    address: item.url ?? item.external_url,
    published: item.date_published,
    author: item.authors?.[0]?.name,
    language: item.language,
    content: item.content_html ?? (item.content_text === undefined ? undefined : escaped(item.content_text)),
    summary: item.summary === undefined ? undefined : escaped(item.summary),
  }));
  return { title: feed.title, language: feed.language, items };
}

function nameOf(author: unknown): string | undefined {
  if (typeof author === "string") return author;
  const name = (author as { readonly name?: unknown } | undefined)?.name;
  return typeof name === "string" ? name : undefined;
}

interface AtomText {
  readonly value?: string | undefined;
  readonly type?: string | undefined;
}

function htmlOf(text: AtomText | undefined): string | undefined {
  if (text?.value === undefined) return undefined;
  return text.type === undefined || text.type === "text" ? escaped(text.value) : text.value;
}

function plainOf(text: AtomText | undefined): string | undefined {
  return text?.value?.replace(/<[^<>]{0,1000}>/g, "");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replace(/\r?\n/g, "<br>\n");
}

interface Around {
  readonly source: ByteSource;
  readonly feed: Feed;
  readonly place: number;
}

/** Title and content as a piece of a page; null where there are no words. */
function inputOf(item: Item, { source, feed, place }: Around): InputBytes | null {
  const content = item.content ?? item.summary ?? "";
  const title = fieldOf(item.title);
  if (`${title ?? ""}${content}`.trim() === "") return null;
  const html = `${title === undefined ? "" : `<h1>${escaped(title)}</h1>\n`}${content}\n`;
  const address = addressOf(item.address, source.via.finalAddress ?? source.via.address);
  const entry = (address ?? fieldOf(item.id) ?? `item ${place}`).slice(0, 2_000);
  const via: Via = { ...source.via, door: "feed", within: { name: source.name.slice(0, 2_000), entry } };
  return {
    name: `${source.name}/${entry}`.slice(0, 2_000),
    bytes: new TextEncoder().encode(html),
    via,
    as: "fragment",
    mediaTypeHint: "text/html; charset=utf-8",
    known: knownOf(item, feed, { title, address }),
    ...(source.captured !== undefined && { captured: source.captured }),
  };
}

function knownOf(
  item: Item,
  feed: Feed,
  { title, address }: { readonly title: string | undefined; readonly address: string | undefined },
): KnownOfDocument {
  const publisher = fieldOf(feed.title);
  const author = fieldOf(item.author);
  const published = item.published === undefined ? undefined : publishedOf("", isoOfMailTime(item.published)).when;
  const language = languageTag(item.language ?? feed.language);
  return {
    ...(title !== undefined && { title }),
    ...(address !== undefined && { address }),
    ...(publisher !== undefined && { publisher }),
    ...(author !== undefined && { author }),
    ...(published !== undefined && { published }),
    ...(language !== undefined && { language }),
  };
}

function toldOf(name: string, item: Item) {
  const { problem: untimed } = item.published === undefined ? {} : publishedOf(name, isoOfMailTime(item.published));
  return untimed === undefined ? [] : [untimed];
}
