import { createHash } from "node:crypto";
import { WARCParser, type WARCRecord } from "warcio";
import type { Via } from "../../core/model/event.ts";
import { problem } from "../../core/model/problem.ts";
import { instantOf } from "../../core/model/time.ts";
import { type ByteSource, chunksOf, joined } from "../bytes.ts";
import { decodedBody } from "../doors/address/body.ts";
import { addressOf } from "../fields.ts";
import type { Delivered, InputBytes, Limits } from "../types.ts";
import type { Unpacking } from "./container.ts";
import { httpMessage } from "./http-message.ts";

/** The reports in a web archive. */
export function readWarcFile(source: ByteSource, { limits }: Unpacking): AsyncGenerator<Delivered> {
  return readWarc(chunksOf(source), source, limits);
}

interface Tally {
  readonly skipped: Map<string, number>;
  of: number;
  right: number;
}

/** The same from a stream, for an archive inside another; `source` is what it is called and how it came. */
export async function* readWarc(
  bytes: AsyncIterable<Uint8Array>,
  source: Pick<ByteSource, "name" | "via">,
  limits: Limits,
): AsyncGenerator<Delivered> {
  const tally: Tally = { skipped: new Map(), of: 0, right: 0 };
  const parser = new WARCParser(bytes, { parseHttp: false });
  let place = 0;
  for await (const record of parser) {
    place++;
    const wanted = record.warcType === "response" || record.warcType === "resource";
    const { block, length } = await blockOf(record, wanted ? limits.bytes : 0);
    // The parser would look for the rest of a record that is cut short for ever.
    const said = Number(record.warcHeaders.headers.get("Content-Length") ?? Number.NaN);
    if (Number.isNaN(said)) throw new Error(`record ${place} states no length, as where a file is cut short`);
    if (length < said) throw new Error(`record ${place} is cut short: ${length} of ${said} bytes are there`);
    if (!wanted) count(tally, record.warcType ?? "unknown");
    // Films and pictures are large; only what would have been read is a refusal.
    else if (block === null) count(tally, `over ${limits.bytes / 1_000_000} MB`);
    else yield* deliver(record, block, { source, limits, tally, place });
  }
  const { name } = source;
  const left = [...tally.skipped.values()].reduce((a, b) => a + b, 0);
  const kinds = [...tally.skipped].map(([kind, n]) => `${n} ${kind}`).join(", ");
  if (left > 0) yield { problem: problem("archive-records-skipped", { name, count: left, kinds }) };
  if (tally.of > 0) yield { problem: problem("digests-checked", { name, right: tally.right, of: tally.of }) };
}

function count({ skipped }: Tally, kind: string): void {
  const named = /^[\w +./-]{1,60}$/.test(kind) ? kind : "other";
  // Kinds that an archive invents are no list to print.
  const key = skipped.size < 30 || skipped.has(named) ? named : "other";
  skipped.set(key, (skipped.get(key) ?? 0) + 1);
}

interface InWarc {
  readonly source: Pick<ByteSource, "name" | "via">;
  readonly limits: Limits;
  readonly tally: Tally;
  readonly place: number;
}

async function* deliver(record: WARCRecord, block: Uint8Array, context: InWarc): AsyncGenerator<Delivered> {
  const { source, limits, tally, place } = context;
  const address = addressOf(record.warcTargetURI?.replace(/^<|>$/g, ""));
  const entry = (address ?? `record ${place}`).slice(0, 2_000);
  const name = `${source.name}/${entry}`.slice(0, 2_000);
  const page = pageIn(record, block, limits);
  if ("skip" in page) {
    count(tally, page.skip);
    return;
  }
  if ("reason" in page) {
    yield { problem: problem("entry-refused", { name, reason: page.reason }) };
    return;
  }
  tally.of++;
  const digest = digestOf(record, block, page.payload);
  if (digest === "right") tally.right++;
  else if (digest !== null) yield { problem: problem("digest-differs", { name, algorithm: digest.algorithm }) };
  const date = Date.parse(record.warcDate ?? "");
  const via: Via = {
    ...source.via,
    door: "archive",
    ...(address !== undefined && { address }),
    ...(page.status !== undefined && { status: page.status }),
    within: { name: source.name.slice(0, 2_000), entry },
  };
  const input: InputBytes = {
    name,
    bytes: page.bytes,
    via,
    mediaTypeHint: page.mediaType,
    ...(!Number.isNaN(date) && { captured: instantOf(date) }),
    ...(address !== undefined && { known: { address } }),
  };
  yield { input };
}

/** A record's block, read to its end, and its length; null where it is longer than the limit. */
async function blockOf(
  record: WARCRecord,
  limit: number,
): Promise<{ readonly block: Uint8Array | null; readonly length: number }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of record.reader as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    // The parser may use its buffer again.
    if (length <= limit) chunks.push(Uint8Array.from(chunk));
  }
  return { block: length > limit ? null : joined(chunks, length), length };
}

type InRecord =
  | {
      readonly bytes: Uint8Array;
      readonly payload: readonly Uint8Array[];
      readonly mediaType: string;
      readonly status?: number;
    }
  | { readonly skip: string }
  | { readonly reason: string };

const READ =
  /^(?:text\/(?:html|plain|markdown|xml)|application\/(?:xhtml\+xml|pdf|xml|(?:rss|atom|rdf)\+xml|feed\+json))/i;

function pageIn(record: WARCRecord, block: Uint8Array, limits: Limits): InRecord {
  if (record.warcType === "resource" || !/^application\/http/i.test(record.warcContentType ?? "application/http")) {
    const mediaType = record.warcContentType ?? "";
    return READ.test(mediaType) ? { bytes: block, payload: [block], mediaType } : { skip: kindOf(mediaType) };
  }
  const message = httpMessage(block);
  if (message === null) return { skip: "without an HTTP head" };
  if (message.status < 200 || message.status > 299) return { skip: `status ${message.status}` };
  const mediaType = message.headers.get("content-type") ?? "text/html";
  if (!READ.test(mediaType)) return { skip: kindOf(mediaType) };
  if (message.body.length === 0) return { skip: "empty" };
  const body = decodedBody(message.body, message.headers.get("content-encoding"), limits.bytes);
  // Some crawlers keep the header and unpack the body.
  if ("reason" in body && /broken/.test(body.reason)) {
    return {
      bytes: Uint8Array.from(message.body),
      payload: [message.raw, message.body],
      mediaType,
      status: message.status,
    };
  }
  if ("reason" in body) return body;
  return { bytes: body.bytes, payload: [message.raw, message.body, body.bytes], mediaType, status: message.status };
}

function kindOf(mediaType: string): string {
  return mediaType.split(";")[0]?.trim().toLowerCase().split("/")[0] || "of no stated kind";
}

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const ALGORITHMS: Readonly<Record<string, number>> = {
  sha1: 20,
  "sha-1": 20,
  sha256: 32,
  "sha-256": 32,
  md5: 16,
  sha512: 64,
  "sha-512": 64,
};

/**
 * What the record's digests say: of the block, and of the payload, for which tools take the body as sent, without chunks, or unpacked.
 * Null where there is none we know; a difference names the algorithm.
 */
function digestOf(
  record: WARCRecord,
  block: Uint8Array,
  payload: readonly Uint8Array[],
): "right" | { readonly algorithm: string } | null {
  const checks = [
    { said: record.warcBlockDigest, of: [block] },
    { said: record.warcPayloadDigest, of: payload },
  ].flatMap(({ said, of }) => {
    const m = /^([\w-]{3,10}):([A-Za-z0-9+/=]{16,200})$/.exec(said?.trim() ?? "");
    const name = m?.[1]?.toLowerCase() ?? "";
    if (m === null || ALGORITHMS[name] === undefined) return [];
    const algorithm = name.replace("-", "");
    const right = of.some((bytes) => spellings(createHash(algorithm).update(bytes).digest()).has(plainDigest(m[2]!)));
    return [{ algorithm, right }];
  });
  if (checks.length === 0) return null;
  const wrong = checks.find((c) => !c.right);
  return wrong === undefined ? "right" : { algorithm: wrong.algorithm };
}

function plainDigest(text: string): string {
  return text.split("=", 1)[0]!.toLowerCase();
}

/** A digest as archives write it: base 32, base 16. */
function spellings(digest: Buffer): ReadonlySet<string> {
  let bits = "";
  for (const byte of digest) bits += byte.toString(2).padStart(8, "0");
  const letters = bits.match(/.{1,5}/g)?.map((b) => BASE32.charAt(Number.parseInt(b.padEnd(5, "0"), 2))) ?? [];
  return new Set([letters.join("").toLowerCase(), digest.toString("hex"), plainDigest(digest.toString("base64"))]);
}
