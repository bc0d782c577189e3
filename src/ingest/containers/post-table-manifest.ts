import { endingOf } from "../sniff.ts";
import type { Container } from "./container.ts";

export const POST_TABLE: Container = {
  manifest: {
    name: "post-table",
    version: 1,
    mediaType: "text/csv, application/jsonl",
    reads:
      "a table of posts or documents, CSV or JSON lines, in our columns (id, time, account, text, title, language, repostOf, quoteOf, address) or in others named by a map. What a post repeats or quotes becomes a link; accounts that are not named as public stand under marks",
    extensions: ["csv", "tsv", "jsonl", "ndjson"],
    needs: [],
    limits: ["exportBytes", "entries", "unpackedBytes"],
    offers: ["documents", "refused rows with line and reason"],
  },
  is: (head, { name }) => {
    const ending = endingOf(name);
    const lines = /^(?:\xef\xbb\xbf)?\s{0,100}\{/.test(head);
    return lines ? ending === "jsonl" || ending === "ndjson" : ending === "csv" || ending === "tsv";
  },
  load: async () => (await import("./post-table.ts")).readPostTable,
};
