import { copyFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { readEnvelope } from "../../src/store/chain.ts";
import type { Store, StoreError } from "../../src/store/contract.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { openStore } from "../../src/store/store.entry.ts";
import { verifyStore } from "../../src/store/verify.ts";
import { erasing, filesWith, folder, reading, titled, utf8 } from "./events.ts";

const WORDS = "the harbour master named the second gunman";

/** A case in which the words stand in a text and in an event's body, among other texts; the file is still open. */
async function withWords(path: string): Promise<{ store: Store; text: string; body: string }> {
  const store = await openStore(path, { create: true });
  for (let i = 0; i < 20; i++) await store.putBlob(utf8(`report ${i} `.repeat(50 + 40 * i)));
  const text = await store.putBlob(utf8(`At dawn ${WORDS}. ${"And so on. ".repeat(800)}`));
  await store.append([reading(text), titled(`He says that ${WORDS}`)], await store.head());
  for (let i = 20; i < 40; i++) await store.putBlob(utf8(`report ${i} `.repeat(50 + 40 * i)));
  const body = readEnvelope((await store.envelopes())[1]!.envelope)!.body;
  return { store, text, body };
}

test("[DESIGN §3] erased words are in no byte of the case or of any file beside it, open or closed", async () => {
  const at = folder();
  const { store, text, body } = await withWords(join(at, "maren"));
  expect(filesWith(at, WORDS)).not.toEqual([]);
  const envelopes = await store.envelopes();
  await store.append([erasing(text, body)], await store.head());
  expect(await store.erase([text, body])).toEqual([text, body]);
  expect(filesWith(at, WORDS)).toEqual([]);
  expect((await store.envelopes()).slice(0, 2)).toEqual(envelopes);
  expect((await verifyStore(store)).problems).toEqual([]);
  await store.append([titled("after")], await store.head());
  await store.close();
  expect(filesWith(at, WORDS)).toEqual([]);
  expect(readdirSync(at).sort()).toEqual(["maren", "maren.head"]);
});

test("the search for erased words finds them where only the row is removed", async () => {
  const at = folder();
  const { store, text, body } = await withWords(join(at, "maren"));
  await store.close();
  const db = new Database(join(at, "maren"));
  db.pragma("secure_delete = OFF");
  db.prepare("DELETE FROM blob WHERE sha256 IN (?, ?)").run(text, body);
  db.close();
  expect(filesWith(at, WORDS)).toEqual(["maren"]);
});

test("words erased while another process has the case open are gone from its log too", async () => {
  const at = folder();
  const { store, text, body } = await withWords(join(at, "maren"));
  const other = await openStore(join(at, "maren"));
  await other.append([titled("from the other desk")], await other.head());
  await store.erase([text, body]);
  expect(filesWith(at, WORDS)).toEqual([]);
  expect(await other.getBlob(text)).toBeNull();
  await other.close();
  await store.close();
  expect(filesWith(at, WORDS)).toEqual([]);
});

test("an erasure held up by a reader says so, `verify` tells, and the next open finishes it", async () => {
  const at = folder();
  const { store, text, body } = await withWords(join(at, "maren"));
  await store.append([erasing(text, body)], await store.head());
  await store.close();
  const reader = new Database(join(at, "maren"));
  const slow = await openSqlite(join(at, "maren"), { busyMs: 50 });
  reader.exec("BEGIN");
  reader.prepare("SELECT count(*) FROM blob").get();
  const refused: unknown = await slow.erase([text, body]).catch((error) => error);
  expect((refused as StoreError).problem.code).toBe("store-busy");
  expect((refused as StoreError).message).toContain("may still be in the file");
  expect(filesWith(at, WORDS)).not.toEqual([]);
  const { problems } = await verifyStore(slow);
  expect(problems.map((p) => p.code)).toEqual(["erase-unfinished", "erase-unfinished"]);
  await slow.close();
  reader.exec("ROLLBACK");
  reader.close();
  const again = await openStore(join(at, "maren"));
  expect(filesWith(at, WORDS)).toEqual([]);
  expect((await verifyStore(again)).problems).toEqual([]);
  await again.close();
});

test("an erasure that a crash cut off after the rows went is finished by the next open", async () => {
  const at = folder();
  const path = join(at, "maren");
  const { store, text, body } = await withWords(path);
  await store.append([erasing(text, body)], await store.head());
  await store.close();
  // As the process leaves it when it dies between the first commit of `erase` and the rest.
  const db = new Database(path);
  db.pragma("wal_autocheckpoint = 0");
  const note = db.prepare("INSERT INTO erased VALUES (?, '2031-03-03T06:00:00.000Z', 0)");
  db.transaction(() => {
    for (const sha256 of [text, body]) {
      db.prepare("DELETE FROM blob WHERE sha256 = ?").run(sha256);
      note.run(sha256);
    }
  })();
  const crashed = folder();
  for (const tail of ["", "-wal", ".head"]) copyFileSync(`${path}${tail}`, join(crashed, `maren${tail}`));
  db.close();
  expect(filesWith(crashed, WORDS)).toContain("maren");
  const again = await openStore(join(crashed, "maren"));
  expect(filesWith(crashed, WORDS)).toEqual([]);
  expect((await verifyStore(again)).problems).toEqual([]);
  await again.close();
});

test("an erasure that was recorded and never made is told by `verify`, and so is one made and never recorded", async () => {
  const { store, text, body } = await withWords(join(folder(), "maren"));
  const head = await store.append([erasing(text)], await store.head());
  expect((await verifyStore(store)).problems.map((p) => [p.code, p.facts.sha256])).toEqual([
    ["erase-unfinished", text],
  ]);
  await store.erase([text, body]);
  const after = (await verifyStore(store)).problems.map((p) => [p.code, p.facts.sha256]);
  expect(after).toEqual([
    ["blob-missing", body],
    ["erased-without-reason", body],
  ]);
  await store.append([erasing(body)], head);
  expect((await verifyStore(store)).problems).toEqual([]);
  await store.close();
});
