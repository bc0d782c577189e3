import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { StoreError } from "../../src/store/contract.ts";
import { isCase } from "../../src/store/is-case.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import type { Driver } from "../../src/store/sqlite-driver.ts";
import { openStore } from "../../src/store/store.entry.ts";
import { verifyStore } from "../../src/store/verify.ts";
import { folder, titled } from "./events.ts";

async function problemOf(asked: Promise<unknown>) {
  const error = await asked.then(
    () => null,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(StoreError);
  return (error as StoreError).problem;
}

/** A case of two events in a folder of its own, closed. */
async function closedCase(): Promise<string> {
  const path = join(folder(), "maren.silverblaze");
  const store = await openStore(path, { create: true });
  await store.append([titled("one"), titled("two")], await store.head());
  await store.close();
  return path;
}

describe("opening a case", () => {
  test("what is not a case is refused with the reason, and is not changed", async () => {
    const at = folder();
    const text = join(at, "notes.txt");
    writeFileSync(text, "SQLite format 4 is not a thing. ".repeat(10));
    const empty = join(at, "empty.silverblaze");
    writeFileSync(empty, "");
    const other = join(at, "other.db");
    const db = new Database(other);
    db.exec("CREATE TABLE t (x)");
    db.close();
    const before = readdirSync(at).map((name) => readFileSync(join(at, name)));
    const reasons = await Promise.all(
      [text, empty, other, at].map(async (path) => (await problemOf(openStore(path))).message.slice(path.length)),
    );
    expect(reasons.map((said) => said.split(".")[0])).toEqual([
      " is not a case: it is no SQLite file",
      " is not a case: it is empty",
      " is not a case: it is an SQLite file of another program",
      " is not a case: it is a folder",
    ]);
    expect(readdirSync(at).map((name) => readFileSync(join(at, name)))).toEqual(before);
  });

  test("a case is known by its content, whatever its name", async () => {
    const path = await closedCase();
    const renamed = join(folder(), "holiday.jpg");
    writeFileSync(renamed, readFileSync(path));
    expect(await isCase(renamed)).toBe(true);
    expect(await isCase(`${path}.head`)).toBe(false);
    expect(await isCase(join(path, "nothing"))).toBe(false);
    expect(await isCase(folder())).toBe(false);
    const store = await openStore(renamed);
    expect(await store.read(0)).toHaveLength(2);
    await store.close();
  });

  test("a missing case is not made by mistake", async () => {
    const at = folder();
    const missing = await problemOf(openStore(join(at, "typo.silverblaze")));
    expect(missing.code).toBe("case-missing");
    expect(missing.message).toContain("silverblaze new");
    expect(readdirSync(at)).toEqual([]);
  });

  test("a new case never takes the place of a file, or of what an earlier case left", async () => {
    const path = await closedCase();
    const before = readFileSync(path);
    expect((await problemOf(openStore(path, { create: true }))).code).toBe("case-exists");
    expect(readFileSync(path)).toEqual(before);
    for (const tail of ["-wal", ".head"]) {
      const at = folder();
      writeFileSync(join(at, `old${tail}`), "left");
      const refused = await problemOf(openStore(join(at, "old"), { create: true }));
      expect(refused.code).toBe("case-leftovers");
      expect(readdirSync(at)).toEqual([`old${tail}`]);
    }
    const nowhere = await problemOf(openStore(join(folder(), "no", "such"), { create: true }));
    expect(nowhere.code).toBe("case-name-unusable");
  });

  test("of two that make the same case at once one is told that it exists", async () => {
    const path = join(folder(), "maren");
    const both = await Promise.allSettled([openStore(path, { create: true }), openStore(path, { create: true })]);
    const codes = both.map((one) => (one.status === "fulfilled" ? "made" : (one.reason as StoreError).problem.code));
    expect(codes.sort()).toEqual(["case-exists", "made"]);
    for (const one of both) if (one.status === "fulfilled") await one.value.close();
  });

  test("a case made by a newer version is refused by name, with the version that made it, and not changed", async () => {
    const path = await closedCase();
    const db = new Database(path);
    db.exec(
      "INSERT INTO made VALUES (99, '2031-03-03T06:00:00.000Z', 'silverblaze', '42.0.0'); PRAGMA user_version = 99",
    );
    db.close();
    const before = readFileSync(path);
    const refused = await problemOf(openStore(path));
    expect(refused.code).toBe("made-by-newer-version");
    expect(refused.message).toContain("made by a newer version (silverblaze 42.0.0)");
    expect(readFileSync(path)).toEqual(before);
  });

  test("a trigger slipped into the file is noticed before anything is read or written", async () => {
    const path = await closedCase();
    const db = new Database(path);
    db.exec("CREATE TRIGGER quiet AFTER INSERT ON event BEGIN DELETE FROM blob; END");
    db.close();
    const refused = await problemOf(openStore(path));
    expect(refused.code).toBe("case-corrupt");
    expect(refused.message).toContain('"quiet"');
  });

  test("a case under a symbolic link keeps its log and its head beside the file itself", async () => {
    const path = await closedCase();
    const link = join(folder(), "link");
    symlinkSync(path, link);
    const store = await openStore(link);
    await store.append([titled("three")], await store.head());
    await store.close();
    expect(JSON.parse(readFileSync(`${path}.head`, "utf8"))).toMatchObject({ seq: 3 });
    expect(readdirSync(join(link, ".."))).toEqual(["link"]);
  });

  test.skipIf(process.platform === "win32")("a new case and its head are for their owner alone", async () => {
    const path = await closedCase();
    expect([path, `${path}.head`].map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
  });

  test("a name that the driver would trim is refused", async () => {
    const refused = await problemOf(openStore(join(folder(), "maren "), { create: true }));
    expect(refused.code).toBe("case-name-unusable");
  });

  test("a PostgreSQL address is refused by name, and its password is not repeated", async () => {
    const refused = await problemOf(openStore("postgres://desk:hunter2@db.example/case"));
    expect(refused.code).toBe("store-not-built");
    expect(JSON.stringify(refused)).toContain("PostgreSQL");
    expect(JSON.stringify(refused)).not.toContain("hunter2");
  });

  test("a missing package or binding is named with what to install", async () => {
    const path = await closedCase();
    const named = (code: string, message: string) => Object.assign(new Error(message), { code });
    const atImport = named("ERR_MODULE_NOT_FOUND", "Cannot find package 'better-sqlite3'");
    const failing = (error: Error) =>
      function Database() {
        throw error;
      } as unknown as Driver;
    const drivers = [
      () => Promise.reject(atImport),
      async () => failing(named("ERR_DLOPEN_FAILED", "better_sqlite3.node: invalid ELF header")),
      async () => failing(new Error("Could not locate the bindings file. Tried:\n → build/better_sqlite3.node")),
      async () => failing(named("MODULE_NOT_FOUND", "Cannot find module 'bindings'")),
    ];
    for (const loadDriver of drivers) {
      const refused = await problemOf(openSqlite(path, { loadDriver }));
      expect(refused.code).toBe("binding-missing");
      expect(refused.message).toMatch(/C\+\+ toolchain.*npm rebuild better-sqlite3/s);
    }
  });

  test("another fault of the driver is not called a missing binding", async () => {
    const path = await closedCase();
    const broken = function Database() {
      throw new TypeError("a mistake of ours");
    } as unknown as Driver;
    await expect(openSqlite(path, { loadDriver: async () => broken })).rejects.toThrow(TypeError);
  });

  test("bytes too many for one value are refused before they are read", async () => {
    const store = await openStore(join(folder(), "maren"), { create: true });
    const refused = await problemOf(store.putBlob(new Uint8Array(1_000_000_001)));
    expect(refused.code).toBe("blob-too-large");
    await store.close();
  });

  test("a half-made case left by a crash is in nobody's way", async () => {
    const at = folder();
    mkdirSync(join(at, "x"));
    writeFileSync(join(at, `.maren.${process.pid}.new`), "half");
    const store = await openStore(join(at, "maren"), { create: true });
    expect((await verifyStore(store)).problems).toEqual([]);
    await store.close();
    expect(readdirSync(at).sort()).toEqual(["maren", "maren.head", "x"]);
  });
});

describe("a case that another process holds", () => {
  test("says who holds it and how long we waited, and works when it is let go", async () => {
    const path = await closedCase();
    const store = await openStore(path, { busyMs: 50 });
    const other = new Database(path);
    other.exec("BEGIN IMMEDIATE");
    const refused = await problemOf(store.append([titled("three")], await store.head()));
    expect(refused.code).toBe("store-busy");
    expect(refused.message).toMatch(/another (part of this )?process held it for the 0.05 s/);
    expect(await store.read(0)).toHaveLength(2);
    other.exec("ROLLBACK");
    other.close();
    expect((await store.append([titled("three")], await store.head())).seq).toBe(3);
    await store.close();
  });
});
