// What holds several documents, told by content first and by the name's ending second. The readers load when they are needed.

import type { ByteSource } from "../bytes.ts";
import { ARCHIVER_REPORT } from "./archiver-report-manifest.ts";
import type { Container } from "./container.ts";
import { FEED } from "./feed-manifest.ts";
import { MAIL_WITH_ATTACHMENTS } from "./mail-manifest.ts";
import { POST_TABLE } from "./post-table-manifest.ts";
import { TELEGRAM } from "./telegram-manifest.ts";
import { WARC } from "./warc-manifest.ts";
import { ZIP } from "./zip-manifest.ts";

/** Bytes looked at to tell a container. */
export const HEAD = 4_096;

/** In order: the first that fits is taken. */
export const CONTAINERS: readonly Container[] = [
  ZIP,
  WARC,
  FEED,
  TELEGRAM,
  ARCHIVER_REPORT,
  POST_TABLE,
  MAIL_WITH_ATTACHMENTS,
];

/** The container that the bytes are, or null for a document. */
export function containerOf(head: Uint8Array, source: Pick<ByteSource, "name" | "mediaTypeHint">): Container | null {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString("latin1");
  return CONTAINERS.find((c) => c.is(text, source)) ?? null;
}
