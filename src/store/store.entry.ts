// silverblaze/store

import { type Store, storeError } from "./contract.ts";
import { openSqlite, type SqliteOptions } from "./sqlite.ts";

export { type Head, HeadMoved, type Store, StoreError, type StoreOptions } from "./contract.ts";
export { isCase } from "./is-case.ts";
export { memoryStore } from "./memory.ts";
export type { SqliteOptions } from "./sqlite.ts";
export { type Check, type Verification, type VerifyOptions, verifyStore } from "./verify.ts";

/**
 * The store of a case that exists, or of a new one with `create`: a file, recognised by its content.
 * Rejects with a StoreError; a `postgres://` address is refused, such cases are not built yet.
 */
export async function openStore(pathOrUrl: string, options: SqliteOptions = {}): Promise<Store> {
  // The address may hold a password: it stays out of the error.
  if (/^postgres(ql)?:\/\//i.test(pathOrUrl)) throw storeError("store-not-built", { kind: "PostgreSQL" });
  return openSqlite(pathOrUrl, options);
}
