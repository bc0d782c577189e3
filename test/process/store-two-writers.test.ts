import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { type Store, StoreError } from "../../src/store/contract.ts";
import { isCase } from "../../src/store/is-case.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { openStore } from "../../src/store/store.entry.ts";
import { verifyStore } from "../../src/store/verify.ts";
import { dice, folder, titled } from "../store/events.ts";
import { type Ended, runChild } from "./store-children.ts";

const acksOf = ({ lines }: Ended) => lines.filter((line) => line !== "open");

/** The events as their hashes, "seq hash" as a child prints them. */
async function chainOf(store: Store): Promise<readonly string[]> {
  return (await store.envelopes()).map((event) => `${event.seq} ${event.hash}`);
}

test("[trust T3] two processes add 300 events each to one case: none lost, none forked", async () => {
  const path = join(folder(), "maren");
  await (await openStore(path, { create: true })).close();
  const ended = await Promise.all(["ana", "ben"].map((who) => runChild("append.mjs", [path, who, "300"])));
  for (const one of ended) expect(one, one.errors).toMatchObject({ code: 0 });
  const store = await openStore(path);
  const chain = await chainOf(store);
  const acks = ended.map(acksOf);
  expect(acks.map((own) => own.length)).toEqual([300, 300]);
  expect(acks.flat().sort()).toEqual([...chain].sort());
  const titles = (await store.read(0)).map((event) => (event.body as { title: string }).title);
  for (const who of ["ana", "ben"]) {
    const own = titles.filter((title) => title.startsWith(who));
    expect(own).toEqual(Array.from({ length: 300 }, (_, i) => `${who} ${i}`));
  }
  // They did work at the same time: the two are mixed.
  expect(titles.findLastIndex((title) => title.startsWith("ana"))).toBeGreaterThan(
    titles.findIndex((title) => title.startsWith("ben")),
  );
  expect((await verifyStore(store)).problems).toEqual([]);
  await store.close();
});

test("[trust T2] two processes on one case, killed one after the other: none lost, none forked", async () => {
  const roll = dice(19);
  const path = join(folder(), "maren");
  await (await openStore(path, { create: true })).close();
  const acks: string[] = [];
  for (let round = 0; round < 8; round++) {
    const killAt = () => 5 + roll(60);
    const both = [killAt(), killAt()].map((at, i) =>
      runChild("append.mjs", [path, `writer-${round}-${i}`, "100000"], (child, lines) => {
        if (lines.length === at) child.kill("SIGKILL");
      }),
    );
    for (const ended of await Promise.all(both)) {
      expect(ended, ended.errors).toMatchObject({ signal: "SIGKILL" });
      acks.push(...acksOf(ended));
    }
  }
  const store = await openStore(path);
  const chain = new Set(await chainOf(store));
  expect(acks.length).toBeGreaterThan(100);
  expect(acks.filter((ack) => !chain.has(ack))).toEqual([]);
  expect(new Set(acks).size).toBe(acks.length);
  expect((await verifyStore(store)).problems).toEqual([]);
  await store.close();
});

test.runIf(process.platform === "linux")(
  "a case looked at and opened twice in one process keeps its locks against another",
  async () => {
    const path = join(folder(), "maren");
    const first = await openStore(path, { create: true });
    await first.append([titled("one")], await first.head());
    const locks = () => readFileSync("/proc/locks", "utf8").includes(`:${statSync(path).ino} `);
    expect(locks()).toBe(true);
    expect(await isCase(path)).toBe(true);
    await (await openStore(path)).close();
    expect(locks()).toBe(true);
    const ended = await runChild("append.mjs", [path, "child", "3"]);
    expect(ended, ended.errors).toMatchObject({ code: 0 });
    expect((await first.append([titled("five")], await first.head())).seq).toBe(5);
    const again = await runChild("append.mjs", [path, "child", "1"]);
    expect(acksOf(again).map((line) => line.split(" ")[0])).toEqual(["6"]);
    expect((await verifyStore(first)).problems).toEqual([]);
    await first.close();
  },
);

test.runIf(process.platform === "linux")("a writer kept waiting is told by which process", async () => {
  const path = join(folder(), "maren");
  const made = await openStore(path, { create: true });
  const head = await made.append([titled("one")], await made.head());
  let holder = "";
  const ended = await runChild("hold.mjs", [path], async (child, lines) => {
    if (lines.length > 1) return;
    const store = await openSqlite(path, { busyMs: 30 });
    const refused: unknown = await store.append([titled("two")], head).catch((error) => error);
    if (refused instanceof StoreError)
      holder = `${refused.problem.code}: ${refused.problem.facts.holder}, ${child.pid}`;
    await store.close();
    child.kill("SIGKILL");
  });
  const pid = ended.lines[0];
  expect(holder).toBe(`store-busy: process ${pid}, ${pid}`);
  expect((await made.append([titled("two")], head)).seq).toBe(2);
  await made.close();
});

test("a package without the binding is named in a process that has none", async () => {
  const path = join(folder(), "maren");
  const db = new Database(path);
  db.exec("PRAGMA application_id = 1396853850; CREATE TABLE t (x)");
  db.close();
  const ended = await runChild("no-binding.mjs", [path, folder()]);
  expect(ended.errors).toBe("");
  expect(ended.lines[0]).toBe("binding-missing");
  expect(ended.lines[1]).toMatch(/npm rebuild better-sqlite3/);
});
