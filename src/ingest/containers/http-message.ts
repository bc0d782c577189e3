// An HTTP answer as a web archive keeps it: status line, headers, body.

export interface HttpMessage {
  readonly status: number;
  /** By name in lower case; of several the last. */
  readonly headers: ReadonlyMap<string, string>;
  /** As kept. */
  readonly raw: Uint8Array;
  /** Without chunk framing. */
  readonly body: Uint8Array;
}

const LONGEST_HEAD = 1_000_000;

/** The message, or null if the bytes are none. */
export function httpMessage(block: Uint8Array): HttpMessage | null {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.length);
  const start = bytes.subarray(0, LONGEST_HEAD);
  const crlf = start.indexOf("\r\n\r\n");
  const lf = start.indexOf("\n\n");
  const [end, width] = crlf !== -1 && (lf === -1 || crlf < lf) ? [crlf, 4] : [lf, 2];
  const head = (end === -1 ? start : bytes.subarray(0, end)).toString("latin1");
  const status = /^HTTP\/\d(?:\.\d)?\s{1,3}(\d{3})/.exec(head)?.[1];
  if (status === undefined) return null;
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/).slice(1, 1_000)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const raw = end === -1 ? bytes.subarray(bytes.length) : bytes.subarray(end + width);
  const chunked = /\bchunked\b/i.test(headers.get("transfer-encoding") ?? "");
  return { status: Number(status), headers, raw, body: (chunked ? withoutChunks(raw) : null) ?? raw };
}

/** The body without its framing (RFC 9112, 7.1); null where it has none, as many archives have taken it off. */
function withoutChunks(raw: Buffer): Buffer | null {
  const parts: Buffer[] = [];
  for (let at = 0; at < raw.length; ) {
    const end = raw.indexOf("\r\n", at);
    if (end === -1 || end - at > 200) return null;
    const size = /^\s*([0-9a-f]{1,8})\s*(?:;|$)/i.exec(raw.toString("latin1", at, end))?.[1];
    if (size === undefined) return null;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(parts);
    if (end + 2 + length > raw.length) return null;
    parts.push(raw.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return null;
}
