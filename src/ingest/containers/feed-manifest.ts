import type { Container } from "./container.ts";

const XML_FEED =
  /^(?:\xef\xbb\xbf)?\s{0,100}(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--[\s\S]{0,2000}?-->\s{0,100}|<[?!][^>]{0,300}>\s{0,100}){0,5}<(?:rss|(?:\w{1,20}:)?feed|(?:\w{1,20}:)?RDF)\b/i;
const JSON_FEED =
  /^(?:\xef\xbb\xbf)?\s{0,100}\{[\s\S]{0,2000}?"version"\s{0,9}:\s{0,9}"https?:(?:\\?\/){2}(?:www\.)?jsonfeed\.org(?:\\?\/)version/;

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
  is: (head) => XML_FEED.test(head) || JSON_FEED.test(head),
  load: async () => (await import("./feed.ts")).readFeed,
};
