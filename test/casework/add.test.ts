import { describe, expect, test } from "vitest";
import { addDocuments } from "../../src/casework/add.ts";
import { eraseBlobs } from "../../src/casework/erase.ts";
import { loadTexts, newCase } from "../../src/casework/open.ts";
import { verifyCase } from "../../src/casework/verify-case.ts";
import { viewCase } from "../../src/core/case/view.ts";
import { memoryStore } from "../../src/store/memory.ts";
import { fakeEffects, file, WIRE } from "./fakes.ts";

const stated = { title: "Port Maren", languages: ["en"], purpose: "", displayWarnings: false };
const options = () => ({ who: "night desk", effects: fakeEffects() });
const opened = () => newCase(memoryStore(), "night desk", stated);

describe("addDocuments", () => {
  test("one that is refused stops none of the others, and is named", async () => {
    const inputs = [file("a.txt", WIRE), file("empty.txt", ""), file("b.txt", "A second report.\n")];
    const done = await addDocuments(await opened(), inputs, options());
    expect(done.added.map((a) => a.name)).toEqual(["a.txt", "b.txt"]);
    expect(done.problems.some((p) => p.severity === "error" && p.message.includes("empty.txt"))).toBe(true);
    expect(viewCase(done.open.state).documents.size).toBe(2);
  });

  test("the same file by the same way is not added again; under another name it is one original and two documents", async () => {
    const first = await addDocuments(await opened(), [file("a.txt", WIRE)], options());
    const again = await addDocuments(first.open, [file("a.txt", WIRE), file("b.txt", WIRE)], {
      ...options(),
      effects: fakeEffects("later"),
    });
    expect(again.problems.map((p) => p.code)).toContain("document-twice");
    const documents = [...viewCase(again.open.state).documents.values()].map((e) => e.body);
    expect(documents).toHaveLength(2);
    expect(new Set(documents.map((d) => d.original)).size).toBe(1);
  });

  test("an export that is given again is told in one line, not in one a document", async () => {
    const inputs = Array.from({ length: 30 }, (_, i) => file(`${i}.txt`, `Report number ${i} of the day.\n`));
    const first = await addDocuments(await opened(), inputs, options());
    const again = await addDocuments(first.open, inputs, { ...options(), effects: fakeEffects("later") });
    expect(again.added).toEqual([]);
    expect(again.problems.map((p) => p.message)).toEqual([
      "30 documents, the first 0.txt, came in before by the same way and with the same bytes; they were not added again.",
    ]);
  });

  test("a dry run says what would come in and writes nothing", async () => {
    const open = await opened();
    const done = await addDocuments(open, [file("a.txt", WIRE)], { ...options(), dryRun: true });
    expect(done.added).toHaveLength(1);
    expect((await open.store.head()).seq).toBe(1);
    expect((await open.store.inventory()).blobs).toHaveLength(1);
  });

  test("stopped by the signal, what was acknowledged stays", async () => {
    const abort = new AbortController();
    async function* inputs() {
      for (let i = 0; i < 60; i++) {
        if (i === 45) abort.abort();
        yield file(`${i}.txt`, `Report number ${i} of the day.\n`);
      }
    }
    const done = await addDocuments(await opened(), inputs(), { ...options(), signal: abort.signal });
    expect(done.interrupted).toBe(true);
    expect(done.added).toHaveLength(45);
    expect(viewCase(done.open.state).documents.size).toBe(45);
  });
});

describe("eraseBlobs", () => {
  test("[CO10] an original takes its text along; chain and reason stay; the case still verifies", async () => {
    const added = await addDocuments(
      await opened(),
      [file("a.txt", WIRE.replaceAll("\n", "\r\n")), file("b.txt", "Another.\n")],
      options(),
    );
    const [a] = added.added;
    if (a === undefined) throw new Error("nothing added");
    const done = await eraseBlobs(added.open, [a.original], {
      who: "editor",
      why: "court order",
      authority: "a court",
    });
    if (!("open" in done)) throw new Error("not erased");
    expect([...done.erased].sort()).toEqual([a.original, a.text].sort());
    expect(await done.open.store.getBlob(a.text)).toBeNull();
    expect(Object.keys(await loadTexts(done.open))).not.toContain(a.text);
    const verified = await verifyCase(done.open.store);
    expect(verified.checks.filter((c) => !c.ok)).toEqual([]);
    expect(JSON.stringify(verified.checks)).toContain("court order");
  });

  test("bytes that the case does not hold are refused by their hash, and nothing is written", async () => {
    const open = await opened();
    const done = await eraseBlobs(open, ["ab".repeat(32)], { who: "editor", why: "x", authority: "y" });
    expect("problems" in done && done.problems[0]?.code).toBe("no-such-blob");
    expect((await open.store.head()).seq).toBe(1);
  });
});
