// What a page says of itself besides its words: meta tags, JSON-LD, time elements, links in the head.

import { type Problem, problem } from "../../../core/model/problem.ts";
import type { Language } from "../../../core/model/reading.ts";
import { millis, type When } from "../../../core/model/time.ts";
import { addressOf, fieldOf, languageTag, publishedOf } from "../../fields.ts";
import type { FormatContext } from "../format.ts";
import { type ArticleData, articleData } from "./json-ld.ts";
import { attribute, type Element, ownText, type Step } from "./tree.ts";

export interface Metadata {
  /** As the page calls its article for others; what it shows is looked for in the text first. */
  readonly title?: string;
  /** The title element's words, with the site's name taken off. */
  readonly windowTitle?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly published?: When;
  readonly address?: string;
  /** What links without a host are relative to. */
  readonly base?: string;
  readonly language?: Language;
  /** What `<meta name="demonstration">` says. */
  readonly demonstration?: string;
  readonly problems: readonly Problem[];
}

interface Head {
  readonly meta: ReadonlyMap<string, string>;
  readonly scripts: readonly string[];
  readonly windowTitle?: string;
  readonly canonical?: string;
  readonly base?: string;
  readonly language?: string;
  readonly itemDate?: string;
  readonly time?: string;
}

const PUBLISHER = ["og:site_name", "publisher", "dc.publisher", "citation_publisher", "application-name"];
const AUTHOR = ["author", "article:author", "dc.creator", "parsely-author", "sailthru.author"];
const TITLE = ["og:title", "twitter:title", "dc.title", "parsely-title"];
const DATE = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "date",
  "dc.date",
  "dc.date.issued",
  "dcterms.issued",
  "parsely-pub-date",
  "sailthru.date",
  "pubdate",
  "publishdate",
];

/** What the page says of itself; what several places say is taken in a stated order, and told where they differ. */
export function metadataOf(steps: readonly Step[], context: FormatContext): Metadata {
  const head = headOf(steps);
  const { article, skipped } = articleData(head.scripts);
  const published = publishedBy(head, article, context.name);
  const pick = (keys: readonly string[]) => keys.map((k) => fieldOf(head.meta.get(k))).find((v) => v !== undefined);
  const publisher = pick(PUBLISHER) ?? fieldOf(article?.publisher);
  const title = fieldOf(article?.headline) ?? pick(TITLE);
  const windowTitle = withoutSite(fieldOf(head.windowTitle), publisher);
  const author = authorBy(article) ?? personIn(pick(AUTHOR));
  const language =
    languageTag(head.language) ?? languageTag(head.meta.get("content-language")) ?? languageTag(article?.language);
  const address = addressOf(head.canonical, context.address) ?? addressOf(head.meta.get("og:url"));
  const base = addressOf(head.base, context.address ?? address) ?? context.address ?? address;
  const demonstration = pick(["demonstration"]);
  const skips = skipped.map((reason) => problem("metadata-skipped", { name: context.name, reason }));
  return {
    ...(title !== undefined && { title }),
    ...(windowTitle !== undefined && { windowTitle }),
    ...(publisher !== undefined && { publisher }),
    ...(author !== undefined && { author }),
    ...(published.when !== undefined && { published: published.when }),
    ...(address !== undefined && { address }),
    ...(base !== undefined && { base }),
    ...(language !== undefined && { language }),
    ...(demonstration !== undefined && { demonstration }),
    problems: [...published.problems, ...skips],
  };
}

function headOf(steps: readonly Step[]): Head {
  const meta = new Map<string, string>();
  const scripts: string[] = [];
  const found: Record<string, string> = {};
  const once = (key: string, value: string | undefined) => {
    if (value !== undefined && value !== "") found[key] ??= value;
  };
  for (const step of steps) {
    if (step.is !== "open") continue;
    const { element } = step;
    const of = (name: string) => attribute(element, name);
    if (of("itemprop") === "datePublished") once("itemDate", of("datetime") ?? of("content"));
    if (element.tagName === "meta") addMeta(meta, element);
    else if (element.tagName === "script" && /^\s*application\/ld\+json/i.test(of("type") ?? ""))
      scripts.push(ownText(element));
    else if (element.tagName === "title") once("windowTitle", ownText(element));
    else if (element.tagName === "link" && /(?:^|\s)canonical(?:\s|$)/i.test(of("rel") ?? ""))
      once("canonical", of("href"));
    else if (element.tagName === "base") once("base", of("href"));
    else if (element.tagName === "html") once("language", of("lang") ?? of("xml:lang"));
    else if (element.tagName === "time" && !step.hidden) once("time", of("datetime"));
  }
  return { meta, scripts, ...found };
}

function addMeta(meta: Map<string, string>, element: Element): void {
  const of = (name: string) => attribute(element, name);
  const key = (of("property") ?? of("name") ?? of("itemprop") ?? of("http-equiv"))?.trim().toLowerCase();
  const content = of("content")?.trim();
  if (key === undefined || key.length > 60 || content === undefined || content === "" || meta.has(key)) return;
  meta.set(key, content);
}

function publishedBy(
  head: Head,
  article: ArticleData | undefined,
  name: string,
): { readonly when?: When; readonly problems: readonly Problem[] } {
  const meta = DATE.map((k) => head.meta.get(k)).find((v) => v !== undefined);
  const told = [meta, article?.published, head.itemDate].filter((v) => v !== undefined);
  // A time element can date anything, a reader's comment too: only where nothing else speaks.
  const tries = (told.length > 0 ? told : [head.time].filter((v) => v !== undefined)).map((w) => publishedOf(name, w));
  const [first, ...others] = tries.filter((t) => t.when !== undefined);
  if (!first?.when) return { problems: tries.flatMap((t) => (t.problem ? [t.problem] : [])).slice(0, 1) };
  const { when } = first;
  const other = others.map((t) => t.when!).find((w) => apart(w, when));
  const differs = other ? [problem("published-differs", { name, first: when.edtf, second: other.edtf })] : [];
  return { when, problems: [...(first.problem ? [first.problem] : []), ...differs] };
}

/** Whether two times can't be the same moment. */
function apart(a: When, b: When): boolean {
  if (a.from === null || a.to === null || b.from === null || b.to === null) return false;
  return millis(a.from) >= millis(b.to) || millis(b.from) >= millis(a.to);
}

function authorBy(article: ArticleData | undefined): string | undefined {
  return personIn(fieldOf(article?.authors.join(", ")));
}

function personIn(author: string | undefined): string | undefined {
  return author === undefined || /^https?:/i.test(author) ? undefined : author.replace(/^by\s+/i, "");
}

/** "Gunfire at the port | Coast Ledger" without the site's own name. */
function withoutSite(title: string | undefined, publisher: string | undefined): string | undefined {
  if (title === undefined) return title;
  const last = [...title.matchAll(/\s[|–—»·-]\s/gu)].at(-1);
  if (last === undefined || last.index < 10) return title;
  const [head, tail] = [title.slice(0, last.index), title.slice(last.index + last[0].length)];
  if (tail.length < 2 || tail.length > 60 || /[|–—»·]/u.test(tail)) return title;
  const fold = (w: string) => w.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return publisher !== undefined && fold(tail) === fold(publisher) ? head : title;
}
