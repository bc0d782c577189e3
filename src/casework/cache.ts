import { closeSync, existsSync, openSync, rmSync } from "node:fs";
import type { Memo } from "../core/model/memo.ts";

/** A memo in this process only, for loose texts. */
export function memoryMemo(): Memo {
  const map = new Map<string, unknown>();
  return { get: (key) => map.get(key), set: (key, value) => void map.set(key, value) };
}

export interface FileMemo extends Memo {
  close(): void;
}

/** Where a case's cache lies: beside it, never exported, never verified, deleted with anything erased. */
export function cachePath(casePath: string): string {
  return `${casePath}-cache`;
}

/**
 * The memo of a case, in a file beside it. Written values are kept in this process too, so that a value comes back as it went in. A
 * cache that can't be used (read-only folder, another program's lock) is no reason to fail: the memo then lives in this process only.
 */
export async function openFileMemo(casePath: string): Promise<FileMemo> {
  const here = new Map<string, unknown>();
  const db = await openDatabase(cachePath(casePath));
  if (db === null) return { get: (k) => here.get(k), set: (k, v) => void here.set(k, v), close: () => {} };
  const select = db.prepare("select value from memo where key = ?").pluck();
  const insert = db.prepare("insert or replace into memo (key, value) values (?, ?)");
  return {
    get(key) {
      if (here.has(key)) return here.get(key);
      const stored = select.get(key) as string | undefined;
      const value = stored === undefined ? undefined : parsed(stored);
      if (value !== undefined) here.set(key, value);
      return value;
    },
    set(key, value) {
      here.set(key, value);
      try {
        insert.run(key, JSON.stringify(value));
      } catch {
        // a full disk or a lock: the value is computed again another day
      }
    },
    close: () => void db.close(),
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

async function openDatabase(path: string) {
  try {
    const { default: Database } = await import("better-sqlite3");
    // It holds the words of the case: nobody else may read it.
    closeSync(openSync(path, "a", 0o600));
    const db = new Database(path, { timeout: 200 });
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = OFF"); // it may be lost at any time
    db.exec("create table if not exists memo (key text primary key, value text not null) without rowid");
    return db;
  } catch {
    return null;
  }
}

/** Deletes the cache of a case with everything in it. */
export function dropCache(casePath: string): void {
  for (const ending of ["", "-wal", "-shm", "-journal"]) {
    const path = cachePath(casePath) + ending;
    if (existsSync(path)) rmSync(path);
  }
}
