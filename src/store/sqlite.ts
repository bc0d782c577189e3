import type { Database } from "better-sqlite3";
import type { NewEvent, RecordedEvent } from "../core/model/event.ts";
import type { Sha256 } from "../core/model/id.ts";
import { EMPTY_HEAD, recordedEvent, sealEvents, sha256Of } from "./chain.ts";
import {
  type ErasedBlob,
  type Head,
  HeadMoved,
  type Inventory,
  type Store,
  type StoredEnvelope,
  StoreError,
  type StoreOptions,
  type StoreWorld,
  storeError,
} from "./contract.ts";
import { readHeadFile, sweepHeadFiles, writeHeadFile } from "./head-file.ts";
import { keptFault } from "./kept.ts";
import { noteOpen } from "./open-files.ts";
import { asStoreError, bindingMissing, busyFacts, type Driver, loadDriver, type Place } from "./sqlite-driver.ts";
import { checkIsCase, createFile, fileOf, openFile } from "./sqlite-open.ts";
import { worldOf } from "./world.ts";

export interface SqliteOptions extends StoreOptions {
  /** Make a new case; refused where there is one. Without it, one must exist. */
  readonly create?: boolean;
  /** How long to wait for another process, in milliseconds; 5,000 where left out. */
  readonly busyMs?: number;
  /** The most pages of 4,096 bytes that the file may grow to; no limit where left out. */
  readonly maxPages?: number;
  /** Where the driver comes from. */
  readonly loadDriver?: () => Promise<Driver>;
}

/** What SQLite itself can hold in one value. */
const LARGEST_BLOB = 1_000_000_000;

/** The store of a case in one file. Rejects with a StoreError that says why it can't be opened and what to do. */
export async function openSqlite(path: string, options: SqliteOptions = {}): Promise<Store> {
  const world = worldOf(options);
  const place: Place = { path, file: fileOf(path), busyMs: options.busyMs ?? 5000 };
  try {
    if (options.create !== true) checkIsCase(place);
    const Driver = await (options.loadDriver ?? loadDriver)().catch((error) => Promise.reject(bindingMissing(error)));
    if (options.create === true) createFile(Driver, place, world);
    const db = openFile(Driver, place, world);
    if (options.maxPages !== undefined) db.pragma(`max_page_count = ${options.maxPages}`);
    const store = new SqliteStore(db, place, world);
    store.repair();
    return store;
  } catch (error) {
    throw asStoreError(error, place);
  }
}

class SqliteStore implements Store {
  readonly #db: Database;
  readonly #place: Place;
  readonly #world: StoreWorld;
  readonly #noteClosed: () => void;

  constructor(db: Database, place: Place, world: StoreWorld) {
    this.#db = db;
    this.#place = place;
    this.#world = world;
    this.#noteClosed = noteOpen(place.file);
  }

  append(events: readonly NewEvent[], expected: Head): Promise<Head> {
    return this.#ask(() => {
      const sealed = sealEvents(events, expected, this.#world);
      const append = this.#db.transaction((): Head => {
        const head = this.#head();
        if (head.seq !== expected.seq || head.hash !== expected.hash) throw new HeadMoved(head);
        if (sealed.length > 0) this.#refuseCutTail(head);
        const insert = this.#sql("INSERT INTO event (seq, envelope, hash) VALUES (?, ?, ?)");
        for (const { seq, envelope, hash, body } of sealed) {
          this.#keepBlob(body.sha256, body.bytes);
          insert.run(seq, envelope, hash);
        }
        return this.#head();
      });
      const head = append.immediate();
      this.#keepHead(head);
      return head;
    });
  }

  read(fromSeq: number): Promise<readonly RecordedEvent[]> {
    return this.#ask(() => {
      // One transaction, so that an erasure by another process does not fall between an event and its body.
      const read = this.#db.transaction(() =>
        this.#envelopes(fromSeq).map((stored) => recordedEvent(stored, (sha256) => this.#blob(sha256))),
      );
      return read.deferred();
    });
  }

  async putBlob(bytes: Uint8Array): Promise<Sha256> {
    const [sha256] = await this.putBlobs([bytes]);
    return sha256!;
  }

  putBlobs(all: readonly Uint8Array[]): Promise<readonly Sha256[]> {
    return this.#ask(() => {
      const tooLarge = all.find((bytes) => bytes.length > LARGEST_BLOB);
      if (tooLarge) throw storeError("blob-too-large", { bytes: tooLarge.length, limit: LARGEST_BLOB });
      const hashed = all.map((bytes) => ({ sha256: sha256Of(bytes), bytes }));
      const keep = this.#db.transaction(() => {
        for (const { sha256, bytes } of hashed) this.#keepBlob(sha256, bytes);
      });
      if (hashed.length > 0) keep.immediate();
      return hashed.map((h) => h.sha256);
    });
  }

  getBlob(sha256: Sha256): Promise<Uint8Array | null> {
    return this.#ask(() => this.#blob(sha256));
  }

  head(): Promise<Head> {
    return this.#ask(() => this.#head());
  }

  erase(sha256s: readonly Sha256[]): Promise<readonly Sha256[]> {
    return this.#ask(() => {
      const there = this.#db.transaction(() => this.#remove(sha256s)).immediate();
      // Also where nothing was there: a call that was cut off is finished by the next.
      this.#scrub();
      return there;
    });
  }

  envelopes(): Promise<readonly StoredEnvelope[]> {
    return this.#ask(() => this.#envelopes(0));
  }

  inventory(): Promise<Inventory> {
    return this.#ask(() => {
      const kept = readHeadFile(this.#place.file);
      const blobs = this.#sql("SELECT sha256 FROM blob ORDER BY sha256").pluck().all() as Sha256[];
      return { kept, blobs, erased: this.#erased(), damage: this.#damage() };
    });
  }

  async close(): Promise<void> {
    try {
      this.#db.close();
    } catch {
      // The log beside the file could not be played into it (a full disk, say); the next open does it.
    }
    this.#noteClosed();
  }

  /** Puts right what a crash left: an erasure not finished, a head file that lags or was half written. What it can't do, `verify` tells. */
  repair(): void {
    try {
      if (this.#erased().some((blob) => !blob.cleaned)) this.#scrub();
    } catch (error) {
      if (!(asStoreError(error, this.#place) instanceof StoreError)) throw error;
    }
    const kept = readHeadFile(this.#place.file);
    const head = this.#head();
    if (this.#keptFault(head, kept) === null) this.#keepHead(head);
    try {
      sweepHeadFiles(this.#place.file);
    } catch {
      // A folder that can't be written to.
    }
  }

  async #ask<T>(work: () => T): Promise<T> {
    if (!this.#db.open) throw storeError("store-closed", { path: this.#place.path });
    try {
      return work();
    } catch (error) {
      throw asStoreError(error, this.#place);
    }
  }

  #sql(sql: string) {
    return this.#db.prepare(sql);
  }

  #head(): Head {
    const last = this.#sql("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1").get() as Head | undefined;
    return last ?? EMPTY_HEAD;
  }

  #envelopes(fromSeq: number): StoredEnvelope[] {
    const rows = this.#sql("SELECT seq, envelope, hash FROM event WHERE seq > ? ORDER BY seq").all(fromSeq);
    return (rows as StoredEnvelope[]).map(({ seq, envelope, hash }) => ({ seq, envelope: plain(envelope), hash }));
  }

  #blob(sha256: Sha256): Uint8Array | null {
    const bytes = this.#sql("SELECT bytes FROM blob WHERE sha256 = ?").pluck().get(sha256) as Uint8Array | undefined;
    if (bytes === undefined) return null;
    const found = sha256Of(bytes);
    if (found !== sha256) throw storeError("blob-damaged", { sha256, found });
    return plain(bytes);
  }

  #keepBlob(sha256: Sha256, bytes: Uint8Array): void {
    const at = this.#sql("SELECT at FROM erased WHERE sha256 = ?").pluck().get(sha256) as string | undefined;
    if (at !== undefined) throw storeError("erased-before", { sha256, at });
    this.#sql("INSERT INTO blob (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING").run(sha256, bytes);
  }

  #remove(sha256s: readonly Sha256[]): Sha256[] {
    const at = this.#world.now();
    const remove = this.#sql("DELETE FROM blob WHERE sha256 = ?");
    const note = this.#sql("INSERT INTO erased (sha256, at, cleaned) VALUES (?, ?, 0)");
    const there = sha256s.filter((sha256) => remove.run(sha256).changes > 0);
    for (const sha256 of there) note.run(sha256, at);
    return there;
  }

  /**
   * Overwrites what the removed rows left: the log beside the file is played into it and cut to nothing, the file is written
   * anew without its free pages, and the log is cut again. secure_delete alone can leave bytes in pages that were rebalanced.
   */
  #scrub(): void {
    this.#emptyLog();
    this.#db.exec("VACUUM");
    this.#emptyLog();
    this.#sql("UPDATE erased SET cleaned = 1 WHERE cleaned = 0").run();
  }

  #emptyLog(): void {
    const [state] = this.#db.pragma("wal_checkpoint(TRUNCATE)") as { busy: number }[];
    if (state?.busy === 1) throw storeError("store-busy", { ...busyFacts(this.#place), unfinished: true });
  }

  #erased(): ErasedBlob[] {
    const rows = this.#sql("SELECT sha256, at, cleaned FROM erased ORDER BY sha256").all();
    return (rows as { sha256: Sha256; at: string; cleaned: number }[]).map((row) => ({
      ...row,
      cleaned: row.cleaned === 1,
    }));
  }

  #damage(): string[] {
    try {
      const lines = this.#db.pragma("integrity_check(20)") as { integrity_check: string }[];
      return lines.map((line) => line.integrity_check).filter((line) => line !== "ok");
    } catch (error) {
      return [(error as Error).message];
    }
  }

  #keptFault(head: Head, kept = readHeadFile(this.#place.file)) {
    const hashAt = this.#sql("SELECT hash FROM event WHERE seq = ?").pluck();
    return keptFault(kept, head, (seq) =>
      seq === 0 ? EMPTY_HEAD.hash : ((hashAt.get(seq) as string | undefined) ?? null),
    );
  }

  /** Writing on after a cut tail would bury it. Asked while we hold the write lock: no head is kept before its event. */
  #refuseCutTail(head: Head): void {
    const fault = this.#keptFault(head);
    if (fault !== null) throw new StoreError(fault);
  }

  /** The event is synced already: a head file that can't be written only lags, and must not turn a yes into a no. */
  #keepHead(head: Head): void {
    try {
      writeHeadFile(this.#place.file, head);
    } catch {
      // Told by `verify` as "head-behind".
    }
  }
}

/** The driver's Buffer as a plain array: JSON and equality of a Buffer are its own. */
function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}
