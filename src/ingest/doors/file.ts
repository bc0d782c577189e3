import { constants } from "node:fs";
import { type FileHandle, lstat, open, readdir, realpath } from "node:fs/promises";
import { basename } from "node:path";
import type { Via } from "../../core/model/event.ts";
import { problem } from "../../core/model/problem.ts";
import { instantOf } from "../../core/model/time.ts";
import type { Delivered, Limits } from "../types.ts";

/** What the doors need of a disk. Real by default; tests that need a failing disk pass their own. */
export interface DiskEffects {
  open(path: string, flags: number): Promise<FileHandle>;
  lstat: typeof lstat;
  realpath(path: string): Promise<string>;
  readdir(path: string): Promise<string[]>;
}

export const realDisk: DiskEffects = {
  open: (path, flags) => open(path, flags),
  lstat,
  realpath,
  readdir: (path) => readdir(path),
};

export interface FileOrder {
  readonly path: string;
  /** What the document is called; the file's own name where left out. */
  readonly name?: string;
  readonly via?: Via;
  /** Inside a folder a link is not followed, not even one put there since we looked. */
  readonly noLinks?: boolean;
}

/**
 * The bytes of one file, or why it can't be had. Its size is looked at before a byte is read, on the open file, and no more
 * than the limit is ever read: pipes, devices and files that grow can't hold us up.
 */
export async function deliverFile(order: FileOrder, limits: Limits, disk: DiskEffects = realDisk): Promise<Delivered> {
  const { path, name = basename(path), via = { door: "file" } } = order;
  const flags = constants.O_RDONLY | constants.O_NONBLOCK | (order.noLinks ? constants.O_NOFOLLOW : 0);
  let file: FileHandle | undefined;
  try {
    file = await disk.open(path, flags);
    const found = await file.stat();
    if (found.isDirectory()) return { problem: problem("file-not-regular", { name: path, what: "a folder" }) };
    if (!found.isFile())
      return { problem: problem("file-not-regular", { name: path, what: "a pipe, socket or device" }) };
    if (found.size > limits.bytes) {
      return { problem: problem("file-too-big", { name: path, bytes: found.size, limit: limits.bytes }) };
    }
    const bytes = await readAtMost(file, limits.bytes);
    if (!bytes)
      return { problem: problem("file-too-big", { name: path, bytes: limits.bytes + 1, limit: limits.bytes }) };
    return { input: { name, bytes, via, modified: instantOf(Math.trunc(found.mtimeMs)) } };
  } catch (error) {
    return { problem: diskProblem(path, error) };
  } finally {
    await file?.close().catch(() => {});
  }
}

/** The whole file, or null if it is longer than the limit after all. */
async function readAtMost(file: FileHandle, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const chunk = new Uint8Array(Math.min(1 << 20, limit + 1 - length));
    const { bytesRead } = await file.read(chunk, 0, chunk.length, null);
    if (bytesRead === 0) return joined(chunks, length);
    length += bytesRead;
    if (length > limit) return null;
    chunks.push(chunk.subarray(0, bytesRead));
  }
}

/** The chunks as one array of its own. */
export function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Why the disk would not give it. */
export function diskProblem(name: string, error: unknown) {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  if (code === "ENOENT" || code === "ENOTDIR") return problem("file-missing", { name });
  if (code === "ENXIO") return problem("file-not-regular", { name, what: "a pipe, socket or device" });
  if (code === "ELOOP") return problem("link-not-followed", { name });
  const reasons: Readonly<Record<string, string>> = {
    EACCES: "no permission",
    EPERM: "no permission",
    EIO: "the disk gave an error",
    EMFILE: "too many files are open",
    ENAMETOOLONG: "the name is too long",
    ERR_INVALID_ARG_VALUE: "the name holds a NUL character",
  };
  return problem("file-unreadable", { name, reason: reasons[code] ?? code });
}
