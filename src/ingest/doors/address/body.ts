import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";

export type BodyRead = { readonly bytes: Uint8Array } | { readonly reason: string };

/** The body without its content encodings, at most `limit` bytes of it, or why it can't be had. */
export function decodedBody(body: Uint8Array, encoding: string | undefined, limit: number): BodyRead {
  let bytes = body;
  const encodings = (encoding ?? "")
    .toLowerCase()
    .split(",")
    .map((e) => e.trim())
    .filter((e) => e !== "" && e !== "identity");
  if (encodings.length > 3) return { reason: "it is packed more than three times over" };
  for (const name of encodings.reverse()) {
    const unpacked = unpackedOnce(bytes, name, limit);
    if ("reason" in unpacked) return unpacked;
    bytes = unpacked.bytes;
  }
  return { bytes: Uint8Array.from(bytes) };
}

function unpackedOnce(bytes: Uint8Array, name: string, limit: number): BodyRead {
  const options = { maxOutputLength: limit };
  try {
    switch (name) {
      case "gzip":
      case "x-gzip":
        return { bytes: gunzipSync(bytes, options) };
      case "br":
        return { bytes: brotliDecompressSync(bytes, options) };
      case "deflate":
        return { bytes: isZlib(bytes) ? inflateSync(bytes, options) : inflateRawSync(bytes, options) };
      default:
        return { reason: `its content encoding (${name.slice(0, 40)}) is not read` };
    }
  } catch (error) {
    const tooLong = error instanceof RangeError;
    return { reason: tooLong ? `it unpacks to more than ${limit} bytes` : `its ${name} encoding is broken` };
  }
}

/** RFC 1950's header; some servers send RFC 1951 bare under the same name. */
function isZlib(bytes: Uint8Array): boolean {
  return bytes.length > 1 && (bytes[0]! & 15) === 8 && ((bytes[0]! << 8) | bytes[1]!) % 31 === 0;
}
