import type { Database } from "better-sqlite3";
import type { Erased } from "../core/model/event.ts";
import { parseJson, readEnvelope } from "./chain.ts";
import type { StoreWorld } from "./contract.ts";
import { APPLICATION_ID } from "./is-case.ts";

/** One layout after the other. A new case takes the same steps as an old one, so each `new` walks the upgrade path. */
interface Step {
  readonly statements: readonly string[];
  /** What the statements can't do. */
  readonly fill?: (db: Database, world: StoreWorld) => void;
}

/** Events are never changed or removed; blobs are never changed, only erased. */
const STEPS: readonly Step[] = [
  {
    statements: [
      "CREATE TABLE event (seq INTEGER PRIMARY KEY, envelope BLOB NOT NULL, hash TEXT NOT NULL) STRICT",
      "CREATE TABLE blob (sha256 TEXT NOT NULL UNIQUE, bytes BLOB NOT NULL) STRICT",
      "CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are never changed'); END",
      "CREATE TRIGGER event_kept BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are never removed'); END",
      "CREATE TRIGGER blob_stays BEFORE UPDATE ON blob BEGIN SELECT RAISE(ABORT, 'blobs are never changed'); END",
    ],
  },
  {
    statements: [
      "CREATE TABLE erased (sha256 TEXT PRIMARY KEY, at TEXT NOT NULL, cleaned INTEGER NOT NULL) STRICT, WITHOUT ROWID",
      "CREATE TABLE made (layout INTEGER PRIMARY KEY, at TEXT NOT NULL, tool TEXT NOT NULL, version TEXT NOT NULL) STRICT",
    ],
    fill: (db) => listErased(db),
  },
];

/** The layout that this version writes. */
export const LAYOUT = STEPS.length;

/** The layout of an open file; 0 for a new one. */
export function layoutOf(db: Database): number {
  return Number(db.pragma("user_version", { simple: true }));
}

/** Brings the file to this version's layout in one transaction: after a crash it is the old one or the new one. */
export function upgrade(db: Database, world: StoreWorld): void {
  db.transaction(() => {
    // Inside: another process may have upgraded while we waited.
    const from = layoutOf(db);
    if (from >= LAYOUT) return;
    db.pragma(`application_id = ${APPLICATION_ID}`);
    for (const step of STEPS.slice(from)) {
      for (const statement of step.statements) db.exec(statement);
      step.fill?.(db, world);
    }
    const made = db.prepare("INSERT INTO made (layout, at, tool, version) VALUES (?, ?, ?, ?)");
    made.run(LAYOUT, world.now(), world.tool, world.version);
    db.pragma(`user_version = ${LAYOUT}`);
  }).immediate();
}

/** What in the file's schema is not as this version made it, or null. A trigger or view slipped in could change what we read. */
export function schemaFault(db: Database): string | null {
  const rows = db.prepare(
    "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
  );
  const found = rows.all() as { name: string; sql: string }[];
  const expected = new Set(STEPS.flatMap((step) => step.statements));
  const strange = found.find((row) => !expected.has(row.sql));
  if (strange !== undefined) return `its table or trigger ${JSON.stringify(strange.name)} is not as we make it`;
  return found.length === expected.size ? null : "a table or trigger is missing";
}

/** Which program brought the file to its layout, or null; for files that this version may not know. */
export function madeBy(db: Database): string | null {
  try {
    const row = db.prepare("SELECT tool, version FROM made ORDER BY layout DESC LIMIT 1").get();
    const { tool, version } = row as { tool: string; version: string };
    return `${tool} ${version}`;
  } catch {
    return null;
  }
}

/** Layout 1 kept no list of what was erased: it is what the `erased` events name and no blob holds. */
function listErased(db: Database): void {
  const has = db.prepare("SELECT 1 FROM blob WHERE sha256 = ?");
  const insert = db.prepare("INSERT OR IGNORE INTO erased (sha256, at, cleaned) VALUES (?, ?, 0)");
  const bodies = db.prepare("SELECT bytes FROM blob WHERE sha256 = ?").pluck();
  for (const bytes of db.prepare("SELECT envelope FROM event ORDER BY seq").pluck().all() as Uint8Array[]) {
    const envelope = readEnvelope(bytes);
    if (envelope?.type !== "erased") continue;
    const body = bodies.get(envelope.body) as Uint8Array | undefined;
    if (body === undefined) continue;
    for (const sha256 of (parseJson(body) as Erased).sha256s) {
      if (has.get(sha256) === undefined) insert.run(sha256, envelope.at);
    }
  }
}
