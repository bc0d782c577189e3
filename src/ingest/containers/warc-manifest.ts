import { constants, gunzipSync } from "node:zlib";
import type { Container } from "./container.ts";

/** How the bytes behind the compression begin; empty where they are not gzip. */
function unzippedHead(head: string): string {
  if (!head.startsWith("\x1f\x8b")) return "";
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1_000_000 };
    return gunzipSync(Buffer.from(head, "latin1"), options).toString("latin1", 0, 64);
  } catch {
    return "";
  }
}

const WARC_HEAD = /^WARC\/\d/;

export const WARC: Container = {
  manifest: {
    name: "warc",
    version: 1,
    mediaType: "application/warc",
    reads:
      "a web archive: of its responses and resources those with status 2xx that hold HTML, text, PDF or a feed, with address and time of capture. Digests are checked and told; the rest is counted",
    extensions: ["warc", "warc.gz"],
    needs: [],
    limits: ["archiveBytes", "bytes", "unpackedBytes", "entries"],
    offers: ["documents", "address", "time of capture"],
  },
  is: (head) => WARC_HEAD.test(head) || WARC_HEAD.test(unzippedHead(head)),
  load: async () => (await import("./warc.ts")).readWarcFile,
};
