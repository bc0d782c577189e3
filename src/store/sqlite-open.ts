import { existsSync, linkSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Database } from "better-sqlite3";
import { type StoreWorld, storeError } from "./contract.ts";
import { headPath, syncFolder } from "./head-file.ts";
import { notACase } from "./is-case.ts";
import { bindingMissing, type Driver, isBindingMissing, type Place } from "./sqlite-driver.ts";
import { LAYOUT, layoutOf, madeBy, schemaFault, upgrade } from "./sqlite-schema.ts";

/** The driver's answer, or a StoreError that names what to install. better-sqlite3 looks for its binding only here. */
function connect(Driver: Driver, file: string | Buffer, options: { timeout: number; readonly?: true }): Database {
  try {
    return new Driver(file, typeof file === "string" ? { ...options, fileMustExist: true } : options);
  } catch (error) {
    throw isBindingMissing(error) ? bindingMissing(error) : error;
  }
}

/** The file that the path names, symbolic links resolved: SQLite keeps its log beside that one. */
export function fileOf(path: string): string {
  const file = resolve(path);
  // The driver trims names: it would open another file.
  if (file !== file.trim()) throw storeError("case-name-unusable", { path, reason: "its name ends in a space" });
  if (file.includes("\0")) throw storeError("case-name-unusable", { path, reason: "its name holds a NUL" });
  return existsSync(file) ? realpathSync(file) : file;
}

/** Throws unless the file's first bytes are those of a case. */
export function checkIsCase({ path, file }: Place): void {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw storeError("case-missing", { path });
  if (!stat.isFile())
    throw storeError("not-a-case", { path, reason: stat.isDirectory() ? "it is a folder" : "it is no file" });
  const reason = notACase(file);
  if (reason !== null) throw storeError("not-a-case", { path, reason });
}

/** An open case of this version's layout. */
export function openFile(Driver: Driver, place: Place, world: StoreWorld): Database {
  const db = openWritable(Driver, place) ?? openCopy(Driver, place);
  try {
    checkLayout(db, place.path);
    if (layoutOf(db) < LAYOUT) upgrade(db, world);
    const fault = schemaFault(db);
    if (fault !== null) throw storeError("case-corrupt", { path: place.path, detail: fault });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The file ready to be read and written, or null if its folder does not let SQLite keep a log beside it. */
function openWritable(Driver: Driver, place: Place): Database | null {
  try {
    return configured(connect(Driver, place.file, { timeout: place.busyMs }));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // On a full disk there is no room for the shared index of the log: alone, SQLite keeps it in memory, and the case still reads.
    if (code?.startsWith("SQLITE_IOERR_SHM"))
      return configured(connect(Driver, place.file, { timeout: place.busyMs }), { alone: true });
    if (code?.startsWith("SQLITE_READONLY") || code === "SQLITE_CANTOPEN") return null;
    throw error;
  }
}

function configured(db: Database, { alone }: { readonly alone: boolean } = { alone: false }): Database {
  try {
    if (alone) db.pragma("locking_mode = EXCLUSIVE");
    configure(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * FULL syncs the log at each commit: acknowledged means synced. Freed bytes are overwritten, temporary tables stay in memory
 * (their words would otherwise reach a folder that is not the case's), and nothing in the file's schema may call functions.
 */
function configure(db: Database): void {
  db.pragma("trusted_schema = OFF");
  db.pragma("cell_size_check = ON");
  db.pragma("temp_store = MEMORY");
  db.pragma("secure_delete = ON");
  db.pragma("synchronous = FULL");
  db.pragma("fullfsync = ON");
  db.pragma("checkpoint_fullfsync = ON");
  db.pragma("journal_mode = WAL");
  // The first read shows whether the log can be used at all.
  layoutOf(db);
  db.prepare("SELECT count(*) FROM sqlite_schema").get();
}

/** The case read into memory where nothing can be written beside it: it reads, and refuses every change. */
function openCopy(Driver: Driver, { path, file, busyMs }: Place): Database {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  if (log !== undefined && log.size > 0)
    throw storeError("case-read-only", {
      path,
      reason: "its folder is read-only, and its last events are still in the log beside it",
    });
  const bytes = readFileSync(file);
  // Bytes 18 and 19 ask for a log, which a copy in memory has not and needs not.
  bytes[18] = 1;
  bytes[19] = 1;
  return connect(Driver, bytes, { timeout: busyMs, readonly: true });
}

function checkLayout(db: Database, path: string): void {
  const layout = layoutOf(db);
  if (layout > LAYOUT) throw storeError("made-by-newer-version", { path, layout, known: LAYOUT, by: madeBy(db) });
}

/** Makes a new, empty case: built under another name and put in place whole, so a crash leaves no half of one. */
export function createFile(Driver: Driver, place: Place, world: StoreWorld): void {
  const { path, file } = place;
  if (existsSync(file)) throw storeError("case-exists", { path });
  if (!existsSync(dirname(file))) throw storeError("case-name-unusable", { path, reason: "there is no such folder" });
  for (const left of [`${file}-wal`, `${file}-journal`, headPath(file)]) {
    // A log left of another case would be played into the new one.
    if (existsSync(left)) throw storeError("case-leftovers", { path, left });
  }
  const fresh = join(dirname(file), `.${basename(file)}.${process.pid}.new`);
  try {
    build(Driver, fresh, { place, world });
    putInPlace(fresh, place);
  } finally {
    for (const tail of ["", "-journal", "-wal", "-shm"]) rmSync(`${fresh}${tail}`, { force: true });
  }
  syncFolder(dirname(file));
}

function build(Driver: Driver, fresh: string, made: { readonly place: Place; readonly world: StoreWorld }): void {
  rmSync(fresh, { force: true });
  // Cases hold what sources risked: nobody else on the machine may read them unless their owner says so.
  writeFileSync(fresh, "", { mode: 0o600, flag: "wx" });
  const db = connect(Driver, fresh, { timeout: made.place.busyMs });
  try {
    configure(db);
    upgrade(db, made.world);
  } finally {
    db.close();
  }
}

/** A link fails where the name is taken, so of two that make one case only one does; some file systems have no links. */
function putInPlace(fresh: string, { path, file }: Place): void {
  try {
    linkSync(fresh, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" || existsSync(file)) throw storeError("case-exists", { path }, error);
    renameSync(fresh, file);
  }
}
