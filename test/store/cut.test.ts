import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Store } from "../../src/store/contract.ts";
import { StoreError } from "../../src/store/contract.ts";
import { openStore } from "../../src/store/store.entry.ts";
import { verifyStore } from "../../src/store/verify.ts";
import { dice, fakeWorld, folder, titled } from "./events.ts";

const EVENTS = 30;

/** A case whose events are all still in the log beside it, as a power cut finds it. */
async function caughtAtWork(path: string): Promise<readonly string[]> {
  const store = await openStore(`${path}-work`, { ...fakeWorld(), create: true });
  for (let i = 0; i < EVENTS; i++) await store.append([titled(`event ${i}`)], await store.head());
  for (const tail of ["", "-wal", ".head"]) copyFileSync(`${path}-work${tail}`, `${path}${tail}`);
  const hashes = (await store.envelopes()).map((event) => event.hash);
  await store.close();
  return hashes;
}

/** Opens what is left; its events must be the first ones of the whole, and a loss must not pass unseen. */
async function checkRest(path: string, whole: readonly string[], where: string): Promise<number> {
  let store: Store;
  try {
    store = await openStore(path);
  } catch (error) {
    expect(error, where).toBeInstanceOf(StoreError);
    return 0;
  }
  const hashes = (await store.envelopes()).map((event) => event.hash);
  expect(hashes, where).toEqual(whole.slice(0, hashes.length));
  const { problems } = await verifyStore(store);
  expect(
    problems.map((p) => p.code),
    where,
  ).toEqual(hashes.length < EVENTS ? ["head-ahead"] : []);
  await store.close();
  return hashes.length;
}

test("[trust T4] a log cut or damaged at any place leaves the first events, and what was lost is told", async () => {
  const seed = 606;
  const roll = dice(seed);
  const path = join(folder(), "maren");
  const whole = await caughtAtWork(path);
  const [file, log, head] = ["", "-wal", ".head"].map((tail) => readFileSync(`${path}${tail}`)) as [
    Buffer,
    Buffer,
    Buffer,
  ];
  const kept = new Set<number>();
  for (let i = 0; i < 300; i++) {
    const at = roll(log.length);
    const cut = i % 2 === 0;
    const damaged = Buffer.from(cut ? log.subarray(0, at) : log);
    if (!cut) damaged[at] = damaged[at]! ^ (1 << roll(8));
    rmSync(`${path}-shm`, { force: true });
    writeFileSync(path, file);
    writeFileSync(`${path}-wal`, damaged);
    writeFileSync(`${path}.head`, head);
    kept.add(await checkRest(path, whole, `seed ${seed}, ${cut ? "cut" : "flip"} at ${at}`));
  }
  // From nothing to all but the last: the places were spread over the whole log.
  expect(kept.size).toBeGreaterThan(20);
});
