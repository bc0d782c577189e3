import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Store, StoreError } from "../../src/store/contract.ts";
import { memoryStore } from "../../src/store/memory.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { openStore } from "../../src/store/store.entry.ts";
import { checkQuotes, type Verification, verifyStore } from "../../src/store/verify.ts";
import { dice, erasing, fakeWorld, folder, reading, titled, utf8 } from "./events.ts";

const EVENTS = 12;
let workplace = "";
let original: { file: Buffer; head: Buffer; evidence: string };

/** Everything a case says, as one text: envelopes and the bytes of every blob. */
async function evidenceOf(store: Store): Promise<string> {
  const { blobs } = await store.inventory();
  const bytes = await Promise.all(blobs.map(async (sha256) => [sha256, hex(await store.getBlob(sha256))]));
  const envelopes = (await store.envelopes()).map((event) => [event.seq, event.hash, hex(event.envelope)]);
  return JSON.stringify([bytes, envelopes, await store.read(0)]);
}

function hex(bytes: Uint8Array | null): string {
  return bytes === null ? "" : Buffer.from(bytes).toString("hex");
}

/** Without the real clock: the same bytes each time, so that a seed names the same flips. */
async function makeCase(path: string): Promise<Store> {
  const store = await openStore(path, { ...fakeWorld(), create: true });
  const texts = [];
  for (let i = 0; i < 4; i++) texts.push(await store.putBlob(utf8(`Gunfire at Port Maren, report ${i}. `.repeat(40))));
  let head = await store.append(texts.map(reading), await store.head());
  for (let i = 4; i < EVENTS - 1; i++) head = await store.append([titled(`judgment ${i}`)], head);
  await store.append([erasing(texts[0]!)], head);
  await store.erase([texts[0]!]);
  return store;
}

beforeAll(async () => {
  workplace = mkdtempSync(join(tmpdir(), "silverblaze-store-"));
  const path = join(workplace, "maren");
  const store = await makeCase(path);
  const evidence = await evidenceOf(store);
  await store.close();
  original = { file: readFileSync(path), head: readFileSync(`${path}.head`), evidence };
});

afterAll(() => rmSync(workplace, { recursive: true, force: true }));

/** A copy of the case to be tampered with. */
function copied(tamper: (db: InstanceType<typeof Database>) => void = () => {}): string {
  const path = join(folder(), "maren");
  writeFileSync(path, original.file);
  writeFileSync(`${path}.head`, original.head);
  const db = new Database(path);
  tamper(db);
  db.close();
  return path;
}

/** Somebody with the file and SQLite can drop the triggers, change what they keep, and put them back. */
function untriggered(db: InstanceType<typeof Database>, change: () => void): void {
  const rows = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of rows as { name: string }[]) db.exec(`DROP TRIGGER ${name}`);
  change();
  for (const { sql } of rows as { sql: string }[]) db.exec(sql);
}

async function verified(path: string, options = {}): Promise<Verification> {
  const store = await openStore(path);
  try {
    return await verifyStore(store, options);
  } finally {
    await store.close();
  }
}

const failed = ({ checks }: Verification) => checks.filter((check) => !check.ok).map((check) => check.name);
const codes = ({ problems }: Verification) => problems.map((problem) => problem.code);

describe("what `verify` says", () => {
  test("[DESIGN §3] a sound case passes every check, and the erased text is told with its reason", async () => {
    const result = await verified(copied());
    expect(result.problems).toEqual([]);
    expect(result.checks.map((check) => [check.name, check.ok])).toEqual(
      ["file", "chain", "head", "bodies", "blobs", "erased"].map((name) => [name, true]),
    );
    expect(result.checks.find((check) => check.name === "erased")?.detail).toMatch(
      /event 12: the witness asked for it \(the editor of the Coast Ledger\)$/,
    );
    expect(result.checks.find((check) => check.name === "chain")?.detail).toBe(
      "12 events, each bound to the one before",
    );
    expect(result.checks.find((check) => check.name === "head")?.detail).toContain(
      "kept apart: event 12, since event 0",
    );
  });

  test("an event's bytes changed: the chain breaks there", async () => {
    const change =
      "UPDATE event SET envelope = CAST(replace(CAST(envelope AS TEXT), 'desk', 'dusk') AS BLOB) WHERE seq = 6";
    const result = await verified(copied((db) => untriggered(db, () => db.exec(change))));
    expect(failed(result)).toEqual(["chain"]);
    expect(result.problems[0]).toMatchObject({ code: "chain-broken", facts: { seq: 6 } });
  });

  test("an event taken out of the middle: the chain breaks after it", async () => {
    const result = await verified(copied((db) => untriggered(db, () => db.exec("DELETE FROM event WHERE seq = 6"))));
    expect(failed(result)).toContain("chain");
    expect(result.problems[0]).toMatchObject({ code: "chain-broken", facts: { seq: 7 } });
  });

  test("a blob's bytes changed, and a text removed without an event: both are told", async () => {
    const [text, other] = (JSON.parse(original.evidence) as [string, string][][])[0]!
      .filter(([, bytes]) => Buffer.from(bytes, "hex").includes("Gunfire"))
      .map(([sha256]) => sha256);
    const result = await verified(
      copied((db) =>
        untriggered(db, () => {
          db.prepare("UPDATE blob SET bytes = CAST('Gunfire elsewhere' AS BLOB) WHERE sha256 = ?").run(text);
          db.prepare("DELETE FROM blob WHERE sha256 = ?").run(other);
        }),
      ),
    );
    expect(failed(result)).toEqual(["blobs"]);
    expect(result.problems.map((p) => [p.code, p.facts.sha256])).toEqual([
      ["blob-damaged", text],
      ["blob-missing", other],
    ]);
  });

  test("[DESIGN §3] a tail cut anywhere is found by the head kept apart, and nothing is written over it", async () => {
    for (let last = 0; last < EVENTS; last++) {
      const path = copied((db) => untriggered(db, () => db.exec(`DELETE FROM event WHERE seq > ${last}`)));
      const result = await verified(path);
      expect(failed(result)).toContain("head");
      expect(result.problems.find((p) => p.code === "head-ahead")?.facts).toMatchObject({
        keptSeq: EVENTS,
        caseSeq: last,
      });
      const store = await openStore(path);
      const refused: unknown = await store.append([titled("on top")], await store.head()).catch((error) => error);
      expect((refused as StoreError).problem.code).toBe("head-ahead");
      expect((await store.head()).seq).toBe(last);
      await store.close();
      expect(readFileSync(`${path}.head`)).toEqual(original.head);
    }
  });

  test("a tail cut and written anew to the same length is found too", async () => {
    const path = copied((db) => untriggered(db, () => db.exec(`DELETE FROM event WHERE seq > ${EVENTS - 1}`)));
    rmSync(`${path}.head`);
    const store = await openStore(path);
    await store.append([titled("another end")], await store.head());
    await store.close();
    writeFileSync(`${path}.head`, original.head);
    expect(codes(await verified(path))).toContain("head-ahead");
  });

  test("a head file that went missing is begun again, and `verify` says since when", async () => {
    const path = copied();
    rmSync(`${path}.head`);
    const result = await verified(path);
    expect(result.problems).toEqual([]);
    expect(result.checks.find((check) => check.name === "head")?.detail).toContain(
      "kept apart: event 12, since event 12",
    );
  });

  test("a head file that can't be read is told, stops changes, and is not written over", async () => {
    const path = copied();
    writeFileSync(`${path}.head`, '{"seq":12}');
    expect(codes(await verified(path))).toEqual(["head-unreadable"]);
    const store = await openStore(path);
    const refused: unknown = await store.append([titled("on top")], await store.head()).catch((error) => error);
    expect((refused as StoreError).problem.code).toBe("head-unreadable");
    await store.close();
    expect(readFileSync(`${path}.head`, "utf8")).toBe('{"seq":12}');
  });

  test("a head file that a crash left behind is no fault, and is put right on opening", async () => {
    const path = copied();
    const store = await openStore(path);
    const fifth = (await store.envelopes())[4]!;
    writeFileSync(`${path}.head`, JSON.stringify({ seq: 5, hash: fifth.hash, since: 2 }));
    const late = await verifyStore(store);
    expect(late.problems.map((p) => [p.code, p.severity, p.facts.events])).toEqual([["head-behind", "note", 7]]);
    expect(failed(late)).toEqual([]);
    await store.close();
    expect((await verified(path)).problems).toEqual([]);
    expect(JSON.parse(readFileSync(`${path}.head`, "utf8"))).toMatchObject({ seq: 12, since: 2 });
  });

  test("a whole case written anew is found only by a head from elsewhere", async () => {
    const path = copied();
    const head = JSON.parse(original.head.toString());
    const forged = join(folder(), "maren");
    const store = await openStore(forged, { create: true });
    await store.append(
      Array.from({ length: EVENTS }, (_, i) => titled(`forged ${i}`)),
      await store.head(),
    );
    await store.close();
    copyFileSync(forged, path);
    copyFileSync(`${forged}.head`, `${path}.head`);
    expect((await verified(path)).problems).toEqual([]);
    const heads = [{ seq: 7, hash: head.hash, from: "brief-2031-03-04.json" }];
    const result = await verified(path, { heads });
    expect(failed(result)).toEqual(["head"]);
    expect(result.problems[0]?.message).toContain("brief-2031-03-04.json says that event 7");
    const longer = await verified(path, { heads: [{ seq: 20, hash: head.hash, from: "x" }] });
    expect(longer.problems[0]?.message).toContain("the case ends at event 12");
  });

  test("an event that is sound but holds no JSON, or has no body, is told without an exception", async () => {
    const path = copied((db) =>
      untriggered(db, () => {
        const envelope = db.prepare("SELECT envelope FROM event WHERE seq = 7").pluck().get() as Buffer;
        db.prepare("DELETE FROM blob WHERE sha256 = ?").run(JSON.parse(envelope.toString()).body);
      }),
    );
    const result = await verified(path);
    expect(failed(result)).toEqual(["bodies"]);
    expect(result.problems[0]).toMatchObject({ code: "blob-missing", facts: { seq: 7, what: "body" } });
  });

  test("progress is told up to the number of blobs, and a store in memory is verified the same way", async () => {
    const store = memoryStore();
    await store.append([titled("one"), titled("two")], await store.head());
    const steps: number[][] = [];
    const result = await verifyStore(store, { progress: (done, all) => steps.push([done, all]) });
    expect(steps).toEqual([
      [1, 2],
      [2, 2],
    ]);
    expect(result.problems).toEqual([]);
    expect(result.checks.find((check) => check.name === "head")?.detail).toContain("no head is kept apart");
  });
});

describe("bits that flip", () => {
  test("[trust T5] each flip is refused with a named problem, found by `verify`, or changes no evidence", async () => {
    const seed = 20310303;
    const roll = dice(seed);
    const path = join(folder(), "maren");
    const outcome = { refused: 0, found: 0, harmless: 0 };
    for (let i = 0; i < 400; i++) {
      const byte = roll(original.file.length);
      const bit = roll(8);
      const flipped = Buffer.from(original.file);
      flipped[byte] = flipped[byte]! ^ (1 << bit);
      for (const tail of ["-wal", "-shm"]) rmSync(`${path}${tail}`, { force: true });
      writeFileSync(path, flipped);
      writeFileSync(`${path}.head`, original.head);
      outcome[await afterFlip(path, `seed ${seed}, byte ${byte}, bit ${bit}`)]++;
    }
    expect(outcome.refused + outcome.found + outcome.harmless).toBe(400);
    // All three happen, or the test looks at nothing.
    expect(Math.min(...Object.values(outcome))).toBeGreaterThan(0);
  });

  test("each flip in an envelope or a blob is found", async () => {
    const roll = dice(7);
    const path = join(folder(), "maren");
    const places = ["Gunfire at Port Maren", '"seq":5', '"who":"desk"', '"title":"judgment 6"'];
    for (let i = 0; i < 60; i++) {
      const words = places[i % places.length]!;
      const start = original.file.indexOf(words);
      expect(start).toBeGreaterThan(0);
      const flipped = Buffer.from(original.file);
      const at = start + roll(words.length);
      flipped[at] = flipped[at]! ^ (1 << roll(8));
      writeFileSync(path, flipped);
      writeFileSync(`${path}.head`, original.head);
      expect(await afterFlip(path, `byte ${at}`)).toBe("found");
    }
  });
});

/** What became of a flipped case; fails if changed evidence went through. */
async function afterFlip(path: string, where: string): Promise<"refused" | "found" | "harmless"> {
  let store: Store;
  try {
    store = await openSqlite(path);
  } catch (error) {
    expect(error, where).toBeInstanceOf(StoreError);
    return "refused";
  }
  try {
    const { problems } = await verifyStore(store);
    if (problems.some((p) => p.severity === "error")) return "found";
    expect(await evidenceOf(store), where).toBe(original.evidence);
    return "harmless";
  } finally {
    await store.close();
  }
}

describe("quotations", () => {
  const quoted = { text: "t", start: 8, end: 18, quote: "Port Maren", where: "statement 1 of event 7" };

  test("[DESIGN §3] a quotation that is not the text at its place is told, with what stands there", () => {
    const texts = { t: "Fire at Port Maren" };
    expect(checkQuotes(texts, [quoted])).toEqual({
      checks: [{ name: "quotes", ok: true, detail: "1 quotation compared with the texts, 0 of erased texts left out" }],
      problems: [],
    });
    const wrong = checkQuotes(texts, [{ ...quoted, start: 7, end: 17 }]);
    expect(wrong.problems[0]?.message).toContain('"Port Maren", but the text t has " Port Mare" at 7 to 17');
    expect(wrong.checks[0]?.ok).toBe(false);
    expect(checkQuotes(texts, [{ ...quoted, end: 19 }]).problems[0]?.facts.found).toBeNull();
  });

  test("a quotation of an erased text is left out and counted, one of an unknown text is a fault", () => {
    expect(checkQuotes({ t: null }, [quoted])).toMatchObject({ problems: [], checks: [{ ok: true }] });
    expect(checkQuotes({ t: null }, [quoted]).checks[0]?.detail).toContain("1 of erased texts left out");
    expect(checkQuotes({}, [quoted]).problems.map((p) => p.code)).toEqual(["quote-differs"]);
  });
});
