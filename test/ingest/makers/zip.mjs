// A ZIP archive made by hand (PKWARE APPNOTE 4.3), so that it can lie.

import { crc32, deflateRawSync } from "node:zlib";

const UTF8 = 0x800;

function header(signature, fields) {
  const size = fields.reduce((sum, [width]) => sum + width, 4);
  const out = Buffer.alloc(size);
  out.writeUInt32LE(signature, 0);
  let at = 4;
  for (const [width, value] of fields) {
    if (width === 2) out.writeUInt16LE(value & 0xffff, at);
    else out.writeUInt32LE(value >>> 0, at);
    at += width;
  }
  return out;
}

/** The archive with these parts. */
export function zipOf(parts) {
  const files = [];
  const directory = [];
  let offset = 0;
  for (const { name, data, packed = false, mode = 0o100644, saysBytes } of parts) {
    const nameBytes = Buffer.from(name, "utf8");
    const plain = Buffer.from(data);
    const body = packed ? deflateRawSync(plain) : plain;
    const common = [
      [2, 20],
      [2, UTF8],
      [2, packed ? 8 : 0],
      [4, 0x21],
      [4, crc32(plain)],
      [4, body.length],
      [4, saysBytes ?? plain.length],
      [2, nameBytes.length],
      [2, 0],
    ];
    const local = Buffer.concat([header(0x04034b50, common), nameBytes, body]);
    const entry = [[2, 0x0314], ...common, [2, 0], [2, 0], [2, 0], [4, mode << 16], [4, offset]];
    directory.push(header(0x02014b50, entry), nameBytes);
    files.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, b) => sum + b.length, 0);
  const end = [
    [2, 0],
    [2, 0],
    [2, parts.length],
    [2, parts.length],
    [4, size],
    [4, offset],
    [2, 0],
  ];
  return new Uint8Array(Buffer.concat([...files, ...directory, header(0x06054b50, end)]));
}
