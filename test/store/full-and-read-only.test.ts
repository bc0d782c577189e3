import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Head, type Store, StoreError } from "../../src/store/contract.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { openStore } from "../../src/store/store.entry.ts";
import { verifyStore } from "../../src/store/verify.ts";
import { folder, titled } from "./events.ts";

/** Appends until it is refused; the problem, and what was acknowledged before. */
async function fill(store: Store, size: number) {
  let head = await store.head();
  for (let i = 0; i < 100_000; i++) {
    try {
      head = await store.append([titled(`${i} ${"x".repeat(size)}`)], head);
    } catch (error) {
      expect(error).toBeInstanceOf(StoreError);
      return { head, problem: (error as StoreError).problem };
    }
  }
  throw new Error("it never filled up");
}

async function expectWhole(store: Store, head: Head): Promise<void> {
  expect(await store.head()).toEqual(head);
  expect((await store.read(0)).map((event) => event.seq)).toEqual(Array.from({ length: head.seq }, (_, i) => i + 1));
  expect((await verifyStore(store)).problems.filter((p) => p.severity === "error")).toEqual([]);
}

test("[trust T6] a file that may not grow refuses by name, keeps what it acknowledged, and works when it may", async () => {
  const path = join(folder(), "maren");
  await (await openStore(path, { create: true })).close();
  const small = await openSqlite(path, { maxPages: 40 });
  const { head, problem } = await fill(small, 2000);
  expect(problem.code).toBe("disk-full");
  expect(problem.message).toContain("everything acknowledged before it is kept");
  expect(head.seq).toBeGreaterThan(10);
  await expectWhole(small, head);
  const batch = await small.append([titled("fits"), titled("x".repeat(100_000))], head).catch((error) => error);
  expect((batch as StoreError).problem.code).toBe("disk-full");
  await expectWhole(small, head);
  await small.close();
  const roomy = await openSqlite(path);
  await expectWhole(roomy, head);
  expect((await roomy.append([titled("x".repeat(100_000))], head)).seq).toBe(head.seq + 1);
  await roomy.close();
});

/** A disk of 2 MB, or why there is none: making one needs root on Linux. */
function smallDisk(): { readonly path: string; readonly why: null } | { readonly path: null; readonly why: string } {
  const path = mkdtempSync(join(tmpdir(), "silverblaze-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", path], { stdio: "pipe" });
    return { path, why: null };
  } catch (error) {
    rmSync(path, { recursive: true });
    return { path: null, why: `no disk of 2 MB can be mounted here: ${(error as Error).message.split("\n")[0]}` };
  }
}

async function onSmallDisk(skip: (why: string) => never, work: (path: string) => Promise<void>): Promise<void> {
  const disk = smallDisk();
  if (disk.path === null) return skip(disk.why);
  try {
    await work(disk.path);
  } finally {
    execFileSync("umount", ["-l", disk.path]);
    rmSync(disk.path, { recursive: true });
  }
}

/** Takes what room is left, to the last page. */
function takeAllRoom(path: string): void {
  for (const size of [1_000_000, 100_000, 4096]) {
    try {
      for (let i = 0; i < 1000; i++) writeFileSync(join(path, `filler-${size}-${i}`), new Uint8Array(size));
    } catch {
      // Full for this size.
    }
  }
}

describe("a real disk", () => {
  test("[trust T6] full: nothing acknowledged is lost, the case reads, and works again after room", async ({
    skip,
  }) => {
    await onSmallDisk(skip, async (at) => {
      const path = join(at, "maren");
      const store = await openStore(path, { create: true });
      writeFileSync(join(at, "filler"), new Uint8Array(500_000));
      const { head, problem } = await fill(store, 3000);
      expect(problem.code).toBe("disk-full");
      expect(head.seq).toBeGreaterThan(20);
      takeAllRoom(at);
      await expectWhole(store, head);
      rmSync(join(at, "filler"));
      const more = await store.append([titled("room again")], head);
      expect(more.seq).toBe(head.seq + 1);
      await store.close();
      const again = await openStore(path);
      await expectWhole(again, more);
      await again.close();
    });
  });

  test("full before it is opened: the case reads, and a change is refused by name", async ({ skip }) => {
    await onSmallDisk(skip, async (at) => {
      const path = join(at, "maren");
      const store = await openStore(path, { create: true });
      const head = await store.append([titled("one"), titled("two")], await store.head());
      await store.close();
      takeAllRoom(at);
      const full = await openStore(path);
      await expectWhole(full, head);
      const refused: unknown = await full.append([titled("three")], head).catch((error) => error);
      expect((refused as StoreError).problem.code).toBe("disk-full");
      await expectWhole(full, head);
      await full.close();
      const none: unknown = await openStore(join(at, "new"), { create: true }).catch((error) => error);
      expect((none as StoreError).problem.code).toBe("disk-full");
    });
  });

  test("read-only: the case reads, verifies, and refuses every change by name", async ({ skip }) => {
    await onSmallDisk(skip, async (at) => {
      const path = join(at, "maren");
      const store = await openStore(path, { create: true });
      const head = await store.append([titled("one"), titled("two")], await store.head());
      await store.close();
      execFileSync("mount", ["-o", "remount,ro", at]);
      const fixed = await openStore(path);
      await expectWhole(fixed, head);
      const bytes = new Uint8Array(3);
      for (const asked of [
        () => fixed.append([titled("three")], head),
        () => fixed.putBlob(bytes),
        () => fixed.erase([]),
      ]) {
        const refused: unknown = await asked().catch((error) => error);
        expect((refused as StoreError).problem.code).toBe("case-read-only");
      }
      await fixed.close();
      const none: unknown = await openStore(join(at, "new"), { create: true }).catch((error) => error);
      expect((none as StoreError).problem.code).toBe("case-read-only");
    });
  });

  test("read-only with events still in the log: refused by name rather than shown without them", async ({ skip }) => {
    await onSmallDisk(skip, async (at) => {
      const path = join(at, "maren");
      const store = await openStore(path, { create: true });
      await store.append([titled("one")], await store.head());
      // As a crash leaves it: the log is there, its index is not.
      execFileSync("cp", [path, join(at, "copy")]);
      execFileSync("cp", [`${path}-wal`, join(at, "copy-wal")]);
      await store.close();
      execFileSync("mount", ["-o", "remount,ro", at]);
      const refused: unknown = await openStore(join(at, "copy")).catch((error) => error);
      expect((refused as StoreError).problem.code).toBe("case-read-only");
      expect((refused as StoreError).message).toContain("still in the log beside it");
    });
  });
});
