import { constants } from "node:fs";
import { type FileHandle, lstat, open, readdir, realpath } from "node:fs/promises";
import { basename } from "node:path";
import type { Via } from "../../core/model/event.ts";
import { problem } from "../../core/model/problem.ts";
import { instantOf } from "../../core/model/time.ts";
import { type ByteSource, joined } from "../bytes.ts";
import type { Unpacking } from "../containers/container.ts";
import type { KnownOfDocument } from "../types.ts";
import { type Inside, unpacked } from "../unpack.ts";

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
  readonly known?: KnownOfDocument;
  /** Inside a folder a link is not followed, not even one put there since we looked. */
  readonly noLinks?: boolean;
}

/**
 * What one file holds: its bytes, or the documents inside it, or why there are none. Its size is looked at before a byte is read,
 * on the open file, and no more than the limit is ever read: pipes, devices and files that grow can't hold us up.
 */
export async function* deliverFile(order: FileOrder, unpacking: Unpacking, disk = realDisk): AsyncGenerator<Inside> {
  const { path, name = basename(path), via = { door: "file" }, known } = order;
  const flags = constants.O_RDONLY | constants.O_NONBLOCK | (order.noLinks ? constants.O_NOFOLLOW : 0);
  let file: FileHandle | undefined;
  try {
    file = await disk.open(path, flags);
    const found = await file.stat();
    const what = found.isDirectory() ? "a folder" : "a pipe, socket or device";
    if (!found.isFile()) yield { problem: problem("file-not-regular", { name: path, what }) };
    else {
      const modified = instantOf(Math.trunc(found.mtimeMs));
      const around = { name, via, modified, ...(known !== undefined && { known }) };
      yield* unpacked({ ...around, size: found.size, at: reader(file) }, unpacking);
    }
  } catch (error) {
    yield { problem: diskProblem(path, error) };
  } finally {
    await file?.close().catch(() => {});
  }
}

const STEP = 1 << 20;

/** Reads by place, and holds no more memory than what there is to read. */
export function reader(file: FileHandle): ByteSource["at"] {
  return async (position, length) => {
    const chunks: Uint8Array[] = [];
    let had = 0;
    while (had < length) {
      const chunk = new Uint8Array(Math.min(STEP, length - had));
      const { bytesRead } = await file.read(chunk, 0, chunk.length, position + had);
      if (bytesRead === 0) break;
      chunks.push(chunk.subarray(0, bytesRead));
      had += bytesRead;
    }
    return joined(chunks, had);
  };
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
