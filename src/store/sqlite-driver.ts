import { readFileSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type DatabaseConstructor from "better-sqlite3";
import { StoreError, storeError } from "./contract.ts";

export type Driver = typeof DatabaseConstructor;

/** The SQLite driver, loaded only when a case file is opened: nothing else needs its compiled part. */
export async function loadDriver(): Promise<Driver> {
  return (await import("better-sqlite3")).default;
}

/** Whether the error says that the package, its binding, or a library that it needs is not there. */
export function isBindingMissing(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  const codes = ["ERR_DLOPEN_FAILED", "MODULE_NOT_FOUND", "ERR_MODULE_NOT_FOUND"];
  return codes.includes(code ?? "") || /could not locate the bindings|NODE_MODULE_VERSION/i.test(String(message));
}

/** The error that says what to install. */
export function bindingMissing(error: unknown): StoreError {
  const detail = String((error as Error).message ?? error).split("\n")[0] ?? "";
  return storeError("binding-missing", { detail: detail.slice(0, 200) }, error);
}

/** What the errors are about: the case as the user named it, the file it is, and how long a wait was. */
export interface Place {
  readonly path: string;
  readonly file: string;
  readonly busyMs: number;
}

/** SQLite's error as ours; anything that is none of SQLite's or of the file system's comes back unchanged. */
export function asStoreError(error: unknown, place: Place): unknown {
  if (error instanceof StoreError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (typeof code !== "string") return error;
  const { path } = place;
  if (/^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(code)) return storeError("store-busy", busyFacts(place), error);
  if (code === "SQLITE_FULL" || code === "ENOSPC" || code === "EDQUOT" || (isIo(code) && isDiskFull(place.file)))
    return storeError("disk-full", { path }, error);
  if (/^SQLITE_(READONLY|PERM|AUTH)/.test(code) || code === "EROFS")
    return storeError("case-read-only", { path, reason: "the file or its folder is read-only" }, error);
  if (code === "EACCES" || code === "EPERM") return storeError("case-unreadable", { path, reason: code }, error);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return storeError("case-corrupt", { path, detail: message }, error);
  if (/^(SQLITE_|E[A-Z0-9]+$)/.test(code))
    return storeError("store-failed", { path, detail: `${code}: ${message}` }, error);
  return error;
}

/** A full disk shows as an input/output error where SQLite needs room for the index of its log. */
function isIo(code: string): boolean {
  return code.startsWith("SQLITE_IOERR") || code === "SQLITE_CANTOPEN";
}

function isDiskFull(file: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize < 65_536;
  } catch {
    return false;
  }
}

/** Who holds the case and how long we waited. */
export function busyFacts(place: Place) {
  return { path: place.path, holder: holderOf(place.file), waitedSeconds: place.busyMs / 1000 };
}

/**
 * Who writes to the case now: "process 1234" where the system tells (Linux lists locks by inode in /proc/locks),
 * else "another process". SQLite locks byte 120 of the `-shm` file to write, and the case itself where it keeps all others out.
 */
function holderOf(file: string): string {
  const inodes = [`${file}-shm`, file].map(inodeOf);
  try {
    for (const line of readFileSync("/proc/locks", "utf8").split("\n")) {
      const lock = / WRITE (\d+) [0-9a-f]+:[0-9a-f]+:(\d+) /.exec(line);
      if (lock !== null && inodes.includes(Number(lock[2]))) return nameOf(Number(lock[1]));
    }
  } catch {
    // No such list on this system.
  }
  return "another process";
}

function nameOf(pid: number): string {
  return pid === process.pid ? "another part of this process" : `process ${pid}`;
}

function inodeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.ino ?? null;
}
