// One address → the bytes it answered with. Nothing is sent but the request: no cookie, no credential, no referrer; no script runs.

import { Client } from "undici";
import type { Via } from "../../../core/model/event.ts";
import { type Problem, problem } from "../../../core/model/problem.ts";
import { instantOf } from "../../../core/model/time.ts";
import type { Delivered, Limits } from "../../types.ts";
import { decodedBody } from "./body.ts";
import { guardedConnector, type Network, NotPublic, realNetwork, TooMuch, type Watched } from "./connect.ts";
import { type AddressRead, webAddress } from "./public.ts";
import { responseRecord } from "./record.ts";

export interface FetchOptions {
  /** Told the host before the first byte leaves, look-up included; again for each host that a redirect leads to. */
  readonly onHost?: (host: string, address: string) => void;
  readonly network?: Network;
  readonly now?: () => number;
  readonly signal?: AbortSignal;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** A name of our own, so that a site can tell what asks. */
const HEADERS = {
  accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
  "accept-encoding": "gzip, deflate, br",
  "user-agent": "silverblaze (+on request of its user)",
};

/** What an address answered, as a document's bytes, or why there is none. Never throws on account of the network. */
export async function deliverAddress(written: string, limits: Limits, options: FetchOptions = {}): Promise<Delivered> {
  const read = webAddress(written);
  if ("reason" in read) return { problem: refusalOf(written, read) };
  const deadline = AbortSignal.timeout(limits.fetchSeconds * 1_000);
  const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline;
  const hops: string[] = [];
  let url = read.url;
  for (;;) {
    const hop = await hopTo(url, { limits, options, signal, written });
    if ("problem" in hop) return hop;
    if (!REDIRECTS.has(hop.status) || hop.location === null)
      return answer(written, { hop, url, hops, limits, options });
    if (hops.length === limits.redirects) {
      return { problem: problem("address-redirects", { name: written, limit: limits.redirects }) };
    }
    const next = webAddress(hop.location, url);
    if ("reason" in next) return { problem: refusalOf(written, next) };
    hops.push(url.href);
    url = next.url;
  }
}

/** Channels are refused by name: whose they are can't be told from the address [CO2]. */
function refusalOf(name: string, read: Extract<AddressRead, { readonly reason: string }>): Problem {
  const { reason } = read;
  return read.channel ? problem("address-of-channel", { name, reason }) : problem("address-refused", { name, reason });
}

interface Hop {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly location: string | null;
  readonly body: Uint8Array;
  readonly wire: Uint8Array;
  readonly ip: string | null;
  readonly at: number;
}

interface HopContext {
  readonly written: string;
  readonly limits: Limits;
  readonly options: FetchOptions;
  readonly signal: AbortSignal;
}

/** One request on a connection of its own, so that what came in on the wire is this answer and no other. */
async function hopTo(url: URL, context: HopContext): Promise<Hop | { readonly problem: Problem }> {
  const { limits, options, signal } = context;
  options.onHost?.(url.host, url.href);
  const watched: Watched = { chunks: [], bytes: 0 };
  const at = (options.now ?? Date.now)();
  const client = new Client(url.origin, {
    connect: guardedConnector(options.network ?? realNetwork, { watched, limit: limits.bytes + HEADER_ROOM }),
    pipelining: 1,
    maxHeaderSize: HEADER_ROOM,
  });
  try {
    const response = await client.request({
      method: "GET",
      path: url.pathname + url.search,
      headers: { ...HEADERS, connection: "close" },
      responseHeaders: "raw",
      signal,
    });
    const chunks: Uint8Array[] = [];
    for await (const chunk of response.body) chunks.push(chunk as Uint8Array);
    const headers = headerPairs(response.headers as unknown as readonly (string | Buffer)[]);
    return {
      status: response.statusCode,
      headers,
      location: headers.find(([name]) => name === "location")?.[1] ?? null,
      body: Buffer.concat(chunks),
      wire: Buffer.concat(watched.chunks),
      ip: watched.ip ?? null,
      at,
    };
  } catch (error) {
    return { problem: networkProblem(error, context) };
  } finally {
    client.destroy().catch(() => {});
  }
}

const HEADER_ROOM = 65_536;

/** Raw headers come as name, value, name, value; names in lower case, in the order sent. */
function headerPairs(raw: readonly (string | Buffer)[]): readonly (readonly [string, string])[] {
  const pairs: [string, string][] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) pairs.push([latin(raw[i]!).toLowerCase(), latin(raw[i + 1]!)]);
  return pairs;
}

function latin(value: string | Buffer): string {
  return typeof value === "string" ? value : value.toString("latin1");
}

interface Answered {
  readonly hop: Hop;
  readonly url: URL;
  readonly hops: readonly string[];
  readonly limits: Limits;
  readonly options: FetchOptions;
}

function answer(written: string, { hop, url, hops, limits }: Answered): Delivered {
  if (hop.status < 200 || hop.status > 299) {
    return { problem: problem("address-answered", { name: written, status: hop.status }) };
  }
  const body = decodedBody(hop.body, headerOf(hop, "content-encoding"), limits.bytes);
  if ("reason" in body) return { problem: problem("address-failed", { name: written, reason: body.reason }) };
  const mediaType = headerOf(hop, "content-type");
  const via: Via = {
    door: "address",
    address: written,
    finalAddress: url.href,
    status: hop.status,
    ...(hops.length > 0 && { redirects: hops }),
    headers: kept(hop.headers),
  };
  return {
    input: {
      name: written,
      bytes: body.bytes,
      via,
      ...(mediaType !== undefined && { mediaTypeHint: mediaType }),
      captured: instantOf(hop.at),
      record: responseRecord({ address: url.href, ip: hop.ip, at: hop.at, wire: hop.wire, body: hop.body }),
    },
  };
}

function headerOf(hop: Hop, name: string): string | undefined {
  return hop.headers.find(([n]) => n === name)?.[1];
}

/** Headers as told in the case: cookies that a site tried to set are in the record and not here. */
function kept(headers: Hop["headers"]): Readonly<Record<string, string>> {
  const shown: Record<string, string> = Object.create(null);
  for (const [name, value] of headers.slice(0, 100)) {
    if (name === "set-cookie" || name === "__proto__") continue;
    shown[name] = (name in shown ? `${shown[name]}, ${value}` : value).slice(0, 2_000);
  }
  return { ...shown };
}

function networkProblem(error: unknown, { written, limits, options, signal }: HopContext): Problem {
  const cause = rootOf(error);
  if (cause instanceof NotPublic) return problem("address-refused", { name: written, reason: cause.message });
  if (cause instanceof TooMuch) {
    return problem("file-too-big", { name: written, bytes: limits.bytes + 1, limit: limits.bytes });
  }
  if (options.signal?.aborted) return problem("address-failed", { name: written, reason: "it was interrupted" });
  if (signal.aborted) {
    return problem("address-failed", { name: written, reason: `no whole answer within ${limits.fetchSeconds} s` });
  }
  return problem("address-failed", { name: written, reason: inWords(cause) });
}

function rootOf(error: unknown): unknown {
  let root = error;
  while (root instanceof Error && root.cause instanceof Error && !(root instanceof NotPublic)) root = root.cause;
  return root;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: "its name is not known",
  EAI_AGAIN: "its name could not be looked up",
  ECONNREFUSED: "the host refused the connection",
  ECONNRESET: "the host broke the connection off",
  ETIMEDOUT: "the host did not answer",
  EHOSTUNREACH: "the host can't be reached",
  ENETUNREACH: "there is no network",
  UND_ERR_SOCKET: "the host broke the connection off",
  UND_ERR_HEADERS_OVERFLOW: "its headers are too long",
  HPE_INVALID_CONSTANT: "it does not speak HTTP",
};

function inWords(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/CERT|TLS|SSL|SELF_SIGNED|ALTNAME/.test(code)) return `its certificate can't be trusted (${code})`;
  return REASONS[code] ?? (code || "the connection failed");
}
