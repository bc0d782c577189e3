import { createHash, randomUUID } from "node:crypto";

export interface Exchange {
  readonly address: string;
  readonly ip: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The answer as it came in, status line and headers and body. */
  readonly wire: Uint8Array;
  /** Its body as sent, without chunk framing, content encoding left on. */
  readonly body: Uint8Array;
}

/**
 * The answer as a WARC/1.1 response record (ISO 28500): the bytes of the wire untouched in its block, with the digests of block
 * and payload.
 */
export function responseRecord({ address, ip, at, wire, body }: Exchange): Uint8Array {
  const digest = (bytes: Uint8Array) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  const lines = [
    "WARC/1.1",
    "WARC-Type: response",
    `WARC-Record-ID: <urn:uuid:${randomUUID()}>`,
    `WARC-Date: ${new Date(at).toISOString()}`,
    `WARC-Target-URI: ${address}`,
    ...(ip === null ? [] : [`WARC-IP-Address: ${ip}`]),
    `WARC-Block-Digest: ${digest(wire)}`,
    `WARC-Payload-Digest: ${digest(body)}`,
    "Content-Type: application/http; msgtype=response",
    `Content-Length: ${wire.length}`,
  ];
  const head = new TextEncoder().encode(`${lines.join("\r\n")}\r\n\r\n`);
  return Buffer.concat([head, wire, new TextEncoder().encode("\r\n\r\n")]);
}
