// The head beside the case: a chain alone does not see that its tail was cut.

import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isSha256 } from "../core/model/id.ts";
import type { Head, Kept, KeptHead } from "./contract.ts";

/** Where the head of a case is kept. */
export function headPath(casePath: string): string {
  return `${casePath}.head`;
}

/** The head kept beside a case. */
export function readHeadFile(casePath: string): Kept {
  const path = headPath(casePath);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown";
    return code === "ENOENT" ? { is: "none" } : { is: "unreadable", path, reason: code };
  }
  const head = parseHead(text);
  return head === null ? { is: "unreadable", path, reason: "it holds no head" } : { is: "kept", path, head };
}

function parseHead(text: string): KeptHead | null {
  try {
    const { seq, hash, since } = JSON.parse(text) as Record<string, unknown>;
    const counts = Number.isSafeInteger(seq) && Number.isSafeInteger(since);
    if (!counts || typeof hash !== "string" || !isSha256(hash)) return null;
    return { seq: seq as number, hash, since: since as number };
  } catch {
    return null;
  }
}

/**
 * Keeps the head: a new file, synced, takes the old one's place at once, so there is always one whole head.
 * Never goes back to an earlier event, so that of two processes the one that comes late does no harm.
 */
export function writeHeadFile(casePath: string, head: Head): void {
  const kept = readHeadFile(casePath);
  if (kept.is === "kept" && kept.head.seq >= head.seq) return;
  const since = kept.is === "kept" ? kept.head.since : head.seq;
  const path = headPath(casePath);
  const fresh = `${path}.${process.pid}.${randomUUID().slice(0, 8)}`;
  try {
    writeSynced(fresh, `${JSON.stringify({ seq: head.seq, hash: head.hash, since })}\n`);
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

function writeSynced(path: string, text: string): void {
  const file = openSync(path, "wx", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes a rename in the folder last. Windows can't sync a folder, and needs not. */
export function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Removes heads half written by processes that no longer run. Throws where the folder can't be written to. */
export function sweepHeadFiles(casePath: string): void {
  const folder = dirname(casePath);
  const prefix = `${basename(headPath(casePath))}.`;
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(prefix) ? /^(\d+)\.[0-9a-f]{8}$/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
