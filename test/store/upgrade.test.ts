import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { EMPTY_HEAD, sealEvents, sha256Of } from "../../src/store/chain.ts";
import type { StoreError } from "../../src/store/contract.ts";
import { openStore } from "../../src/store/store.entry.ts";
import { verifyStore } from "../../src/store/verify.ts";
import { erasing, fakeWorld, filesWith, folder, reading, titled, utf8 } from "./events.ts";

const ERASED = utf8("a name that must not be here");

/** Layout 1, written out here: it must open for ever, whatever becomes of the code that once wrote it. */
function layoutOne(path: string): void {
  const db = new Database(path);
  db.exec(`
    PRAGMA application_id = 1396853850;
    PRAGMA journal_mode = WAL;
    CREATE TABLE event (seq INTEGER PRIMARY KEY, envelope BLOB NOT NULL, hash TEXT NOT NULL) STRICT;
    CREATE TABLE blob (sha256 TEXT NOT NULL UNIQUE, bytes BLOB NOT NULL) STRICT;
    CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
    CREATE TRIGGER event_kept BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
    CREATE TRIGGER blob_stays BEFORE UPDATE ON blob BEGIN SELECT RAISE(ABORT, 'blobs are never changed'); END;
    PRAGMA user_version = 1;`);
  const text = utf8("the text that stayed");
  const events = [reading(sha256Of(text)), titled("one"), erasing(sha256Of(ERASED))];
  const blob = db.prepare("INSERT INTO blob (sha256, bytes) VALUES (?, ?)");
  const event = db.prepare("INSERT INTO event (seq, envelope, hash) VALUES (?, ?, ?)");
  blob.run(sha256Of(text), text);
  for (const { seq, envelope, hash, body } of sealEvents(events, EMPTY_HEAD, fakeWorld())) {
    blob.run(body.sha256, body.bytes);
    event.run(seq, envelope, hash);
  }
  db.close();
}

test("a case of layout 1 opens, is upgraded, keeps its chain, and knows again what was erased", async () => {
  const at = folder();
  const path = join(at, "old");
  layoutOne(path);
  const store = await openStore(path, { ...fakeWorld("2032-01-01T00:00:00.000Z") });
  expect((await store.read(0)).map((event) => event.type)).toEqual(["document.read", "case.stated", "erased"]);
  expect((await store.inventory()).erased).toEqual([
    { sha256: sha256Of(ERASED), at: "2031-03-03T08:00:00.000Z", cleaned: true },
  ]);
  const refused: unknown = await store.putBlob(ERASED).catch((error) => error);
  expect((refused as StoreError).problem.code).toBe("erased-before");
  expect((await store.append([titled("four")], await store.head())).seq).toBe(4);
  expect((await verifyStore(store)).problems).toEqual([]);
  await store.close();
  const db = new Database(path);
  expect(db.pragma("user_version", { simple: true })).toBe(2);
  expect(db.prepare("SELECT layout, at, tool, version FROM made").all()).toEqual([
    { layout: 2, at: "2032-01-01T00:00:00.000Z", tool: "test", version: "9.9.9" },
  ]);
  db.close();
  expect(filesWith(at, "a name that must not be here")).toEqual([]);
});

test("an upgrade that fails in its midst leaves the old case as it was", async () => {
  const path = join(folder(), "old");
  layoutOne(path);
  const before = readFileSync(path);
  const failing = {
    now: () => {
      throw new Error("the clock broke");
    },
  };
  await expect(openStore(path, failing)).rejects.toThrow("the clock broke");
  expect(readFileSync(path)).toEqual(before);
  const store = await openStore(path);
  expect((await verifyStore(store)).problems).toEqual([]);
  await store.close();
});

test("two that open an old case at once both get the new one", async () => {
  const path = join(folder(), "old");
  layoutOne(path);
  const stores = await Promise.all([openStore(path), openStore(path)]);
  for (const store of stores) expect((await verifyStore(store)).problems).toEqual([]);
  for (const store of stores) await store.close();
});
