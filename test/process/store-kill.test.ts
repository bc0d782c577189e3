import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import type { Store } from "../../src/store/contract.ts";
import { openStore } from "../../src/store/store.entry.ts";
import { verifyStore } from "../../src/store/verify.ts";
import { dice, folder, titled } from "../store/events.ts";
import { type Ended, runChild } from "./store-children.ts";

/** The acknowledged events of a run: its complete lines, each "seq hash". */
function acknowledged({ lines }: Ended): readonly { readonly seq: number; readonly hash: string }[] {
  return lines
    .map((line) => /^(\d+) ([0-9a-f]{64})$/.exec(line))
    .flatMap((m) => (m === null ? [] : [{ seq: Number(m[1]), hash: m[2]! }]));
}

/** What was acknowledged and is not in the case as it was acknowledged. */
async function lost(store: Store, acks: readonly { readonly seq: number; readonly hash: string }[]) {
  const hashes = new Map((await store.envelopes()).map((event) => [event.seq, event.hash]));
  return acks.filter((ack) => hashes.get(ack.seq) !== ack.hash);
}

describe("killed while adding", () => {
  test("[trust T1] after 100 kills every acknowledged event is there, and the chain verifies", {
    timeout: 80_000,
  }, async () => {
    const seed = 4471;
    const roll = dice(seed);
    const path = join(folder(), "maren");
    await (await openStore(path, { create: true })).close();
    const acks: { seq: number; hash: string }[] = [];
    let between = 0;
    for (let kill = 0; kill < 100; kill++) {
      // Counted in acknowledgements, not in time: the first 8 fall while the case is being opened.
      const at = kill < 8 ? 1 : 2 + roll(40);
      const ended = await runChild("append.mjs", [path, `run-${kill}`, "100000"], (child, lines) => {
        if (lines.length === at) child.kill("SIGKILL");
      });
      expect(ended, ended.errors).toMatchObject({ signal: "SIGKILL" });
      const own = acknowledged(ended);
      acks.push(...own);
      // It had acknowledged some and was adding on: the kill fell between its first and what would have been its last.
      if (own.length > 0 && own.length < 100_000) between++;
      if (kill % 10 === 9) {
        const store = await openStore(path);
        expect(await lost(store, acks), `seed ${seed}, kill ${kill}`).toEqual([]);
        await store.close();
      }
    }
    expect(between).toBeGreaterThanOrEqual(80);
    expect(acks.length).toBeGreaterThan(1000);
    const store = await openStore(path);
    expect(await lost(store, acks)).toEqual([]);
    const { problems } = await verifyStore(store);
    expect(problems).toEqual([]);
    // At most one event a kill was synced and not yet told.
    expect((await store.head()).seq - acks.length).toBeLessThanOrEqual(100);
    await store.append([titled("and on")], await store.head());
    await store.close();
  });

  test("[trust T12] killed during an upgrade, a case is the old one or the new one", { timeout: 60_000 }, async () => {
    const roll = dice(88);
    const at = folder();
    const seen = { old: 0, new: 0 };
    for (let kill = 0; kill < 24; kill++) {
      const path = join(at, `case-${kill}`);
      await oldCase(path);
      // Half are held inside the transaction and killed there; half are killed at some moment on from there.
      const hold = kill % 2 === 0;
      const delay = roll(12);
      const ended = await runChild("upgrade.mjs", [path, hold ? "hold" : "run"], (child, lines) => {
        if (lines.at(-1) !== "inside") return;
        if (hold) child.kill("SIGKILL");
        else setTimeout(() => child.kill("SIGKILL"), delay);
      });
      expect(ended.lines, ended.errors).toContain("inside");
      const db = new Database(path);
      const layout = db.pragma("user_version", { simple: true });
      const tables = db.prepare("SELECT name FROM sqlite_schema WHERE name IN ('erased', 'made') ORDER BY name");
      expect(tables.pluck().all()).toEqual(layout === 1 ? [] : ["erased", "made"]);
      db.close();
      if (hold) expect(layout).toBe(1);
      seen[layout === 1 ? "old" : "new"]++;
      const store = await openStore(path);
      expect(await store.read(0)).toHaveLength(50);
      expect((await verifyStore(store)).problems).toEqual([]);
      await store.close();
    }
    expect(seen.old).toBeGreaterThanOrEqual(12);
  });
});

/** A case taken back to layout 1, which had no list of what was erased. */
async function oldCase(path: string): Promise<void> {
  const store = await openStore(path, { create: true });
  await store.append(
    Array.from({ length: 50 }, (_, i) => titled(`event ${i}`)),
    await store.head(),
  );
  await store.close();
  const db = new Database(path);
  db.exec("DROP TABLE erased; DROP TABLE made; PRAGMA user_version = 1");
  db.close();
}
