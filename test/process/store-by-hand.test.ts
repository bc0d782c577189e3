import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { openStore } from "../../src/store/store.entry.ts";
import { folder, titled } from "../store/events.ts";

/** The script that the reference prints. better-sqlite3 needs Python to compile, so where it was compiled there is one. */
function scriptOfDocs(): string {
  const page = readFileSync(new URL("../../docs/reference/case-file.md", import.meta.url), "utf8");
  return /```python\n([\s\S]*?)```/.exec(page)![1]!;
}

test("the check by hand of docs/reference/case-file.md passes a sound case and stops at a changed or cut one", async ({
  skip,
}) => {
  if (spawnSync("python3", ["-c", "import sqlite3"]).status !== 0) skip("there is no python3 with sqlite3 here");
  const path = join(folder(), "maren");
  const store = await openStore(path, { create: true });
  const head = await store.append(["one", "two", "three"].map(titled), await store.head());
  await store.close();
  const script = `${path}.py`;
  writeFileSync(script, scriptOfDocs());
  const said = execFileSync("python3", [script, path], { encoding: "utf8" });
  expect(said).toBe(`3 events, each bound to the one before; the last is ${head.hash}\n`);

  const db = new Database(path);
  db.exec("DROP TRIGGER event_kept; DELETE FROM event WHERE seq = 3");
  db.close();
  expect(spawnSync("python3", [script, path], { encoding: "utf8" }).stderr).toContain("the head kept apart is");

  const again = new Database(path);
  again.exec(
    "DROP TRIGGER event_stays; UPDATE event SET envelope = CAST(replace(CAST(envelope AS TEXT), 'desk', 'dusk') AS BLOB) WHERE seq = 2",
  );
  again.close();
  expect(spawnSync("python3", [script, path], { encoding: "utf8" }).stderr).toContain("event 2 was changed");
});
