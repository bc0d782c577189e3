import { closeSync, openSync, readSync } from "node:fs";
import { isOpenHere } from "./open-files.ts";

/** "SBLZ": SQLite keeps it in bytes 68–71 of the file, so a case is known by its content, whatever its name. */
export const APPLICATION_ID = 0x53424c5a;

const MAGIC = "SQLite format 3\0";
/** As much of a file as tells. */
const HEADER_BYTES = 72;

/** What speaks against the first bytes of a file being those of a case; null: it is one. */
function notACaseBecause(header: Uint8Array): string | null {
  if (header.length === 0) return "it is empty";
  if (header.length < HEADER_BYTES) return "it is too short";
  const bytes = Buffer.from(header.buffer, header.byteOffset, header.length);
  if (bytes.toString("latin1", 0, 16) !== MAGIC) return "it is no SQLite file";
  return bytes.readUInt32BE(68) === APPLICATION_ID ? null : "it is an SQLite file of another program";
}

/** Whether the file is a case, by its first bytes; false too where there is no file that can be read. Needs no SQLite. */
export async function isCase(path: string): Promise<boolean> {
  try {
    return notACase(path) === null;
  } catch {
    return false;
  }
}

/**
 * What speaks against the file being a case; null: it is one. Throws where it can't be read.
 * In one go, without waiting: between looking whether it is open here and closing it again nobody may open it.
 */
export function notACase(path: string): string | null {
  if (isOpenHere(path)) return null;
  const file = openSync(path, "r");
  try {
    const header = new Uint8Array(HEADER_BYTES);
    return notACaseBecause(header.subarray(0, readSync(file, header, 0, HEADER_BYTES, 0)));
  } finally {
    closeSync(file);
  }
}
