import { pastProlog } from "../prolog.ts";
import type { Container } from "./container.ts";

const XML_FEED = /^<(?:rss|(?:\w{1,20}:)?feed|(?:\w{1,20}:)?RDF)\b/i;
const JSON_FEED = /"version"\s{0,9}:\s{0,9}"https?:(?:\\?\/){2}(?:www\.)?jsonfeed\.org(?:\\?\/)version/;

function isFeed(head: string): boolean {
  const start = pastProlog(head.replace(/^\xef\xbb\xbf/, ""), { declarations: true });
  return start.startsWith("{") ? JSON_FEED.test(start.slice(0, 2000)) : XML_FEED.test(start);
}

export const FEED: Container = {
  manifest: {
    name: "feed",
    version: 1,
    mediaType: "application/rss+xml, application/atom+xml, application/feed+json",
    reads:
      "a feed (RSS, Atom, RDF, JSON Feed): each item a document with its title, time, author and address, and the text that the feed holds of it. Summaries are told as such; nothing an item points to is loaded",
    extensions: ["rss", "atom", "rdf"],
    needs: [],
    limits: ["exportBytes", "entries", "unpackedBytes"],
    offers: ["documents"],
  },
  is: isFeed,
  load: async () => (await import("./feed.ts")).readFeed,
};
