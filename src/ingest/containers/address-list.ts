/** A line that is one address and nothing else. */
const LINE = /^https?:\/\/[^\s<>"]{1,2000}$/i;

/** The addresses of a text that holds nothing else: one a line, empty lines and lines with # left out; null for any other text. */
export function addressList(bytes: Uint8Array, limit: number): readonly string[] | null {
  const start = bytes[0] === 0xef ? 3 : 0;
  // "h", "H", "#" or white space: a cheap look before the whole is decoded.
  const first = bytes.subarray(start).find((b) => b > 32);
  if (first !== 0x68 && first !== 0x48 && first !== 0x23) return null;
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.length - start)
    .toString("utf8")
    .split(/\r\n|\r|\n/)
    .map((l) => l.trim())
    .filter((l) => l !== "" && !l.startsWith("#"));
  if (lines.length === 0 || lines.length > limit || !lines.every((l) => LINE.test(l))) return null;
  return [...new Set(lines)];
}
