import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { NewEvent } from "../../src/core/model/event.ts";
import { HeadMoved, type Store, StoreError, type StoreOptions } from "../../src/store/contract.ts";
import { verifyStore } from "../../src/store/verify.ts";
import { erasing, fakeWorld, reading, titled, utf8, WHO } from "../store/events.ts";

/** What a store must give to be tested: an empty one, and the same case opened again; `outlives` says whether that can be. */
export interface StoreUnderTest {
  readonly name: string;
  readonly outlives: boolean;
  readonly fresh: (world: StoreOptions) => Promise<{ readonly store: Store; readonly again: () => Promise<Store> }>;
}

const ZEROS = "0".repeat(64);
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const parse = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes));

async function codeOf(asked: Promise<unknown>): Promise<string> {
  const error = await asked.then(
    () => null,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(StoreError);
  return (error as StoreError).problem.code;
}

/** The suite that every store passes. */
export function storeContract({ name, outlives, fresh }: StoreUnderTest): void {
  const make = async () => (await fresh(fakeWorld())).store;
  const start = { seq: 0, hash: ZEROS };

  describe(`the contract of a store: ${name}`, () => {
    test("[DESIGN §3] an empty case has no events, and a head of 0 and 64 zeros", async () => {
      const store = await make();
      expect(await store.head()).toEqual(start);
      expect(await store.read(0)).toEqual([]);
      expect(await store.envelopes()).toEqual([]);
    });

    test("[DESIGN §3] what was appended is read back in order, with the store's time and place", async () => {
      const store = await make();
      const head = await store.append([titled("one"), titled("two")], start);
      await store.append([titled("three")], head);
      const events = await store.read(0);
      expect(events.map((event) => [event.seq, event.at, (event.body as { title: string }).title])).toEqual([
        [1, "2031-03-03T06:00:00.000Z", "one"],
        [2, "2031-03-03T07:00:00.000Z", "two"],
        [3, "2031-03-03T08:00:00.000Z", "three"],
      ]);
      expect(events[0]).toEqual({
        seq: 1,
        at: "2031-03-03T06:00:00.000Z",
        who: WHO,
        type: "case.stated",
        v: 1,
        body: titled("one").body,
      });
      expect((await store.read(2)).map((event) => event.seq)).toEqual([3]);
      expect(await store.read(3)).toEqual([]);
    });

    test("[DESIGN §3] each hash is the SHA-256 of the envelope's stored bytes, which name the hash before", async () => {
      const store = await make();
      const head = await store.append([titled("one"), titled("two"), titled("three")], start);
      const stored = await store.envelopes();
      expect(stored.map((event) => event.hash)).toEqual(stored.map((event) => sha256(event.envelope)));
      expect(stored.map((event) => parse(event.envelope).prev)).toEqual([ZEROS, stored[0]!.hash, stored[1]!.hash]);
      expect(head).toEqual({ seq: 3, hash: stored[2]!.hash });
      expect(await store.head()).toEqual(head);
      expect(Object.keys(parse(stored[0]!.envelope))).toEqual(
        ["seq", "prev", "at", "who", "tool", "version", "type", "v", "body"], //
      );
      expect(parse(stored[0]!.envelope)).toMatchObject({ tool: "test", version: "9.9.9", who: WHO });
    });

    test("[DESIGN §3] a body is a blob under the SHA-256 of its JSON with sorted keys", async () => {
      const store = await make();
      await store.append([titled("Port Maren")], start);
      const json = `{"displayWarnings":false,"languages":["en"],"purpose":"to test the store","title":"Port Maren"}`;
      const { body } = parse((await store.envelopes())[0]!.envelope);
      expect(body).toBe(sha256(utf8(json)));
      expect(await store.getBlob(body)).toEqual(utf8(json));
    });

    test("[DESIGN §3] an append at another head than the last is refused whole, and tells the head", async () => {
      const store = await make();
      const head = await store.append([titled("one")], start);
      const refused = await store.append([titled("two"), titled("three")], start).catch((error) => error);
      expect(refused).toBeInstanceOf(HeadMoved);
      expect((refused as HeadMoved).head).toEqual(head);
      const otherHash = { seq: 1, hash: "1".repeat(64) };
      expect(await store.append([titled("two")], otherHash).catch((error) => error)).toBeInstanceOf(HeadMoved);
      expect(await store.head()).toEqual(head);
      expect((await store.inventory()).blobs).toHaveLength(1);
    });

    test("[DESIGN §3] a batch with one body that JSON can't hold leaves nothing behind", async () => {
      const store = await make();
      const bad = { ...titled("two"), body: { title: "two", share: Number.NaN } } as unknown as NewEvent;
      expect(await codeOf(store.append([titled("one"), bad], start))).toBe("body-not-json");
      expect(await store.head()).toEqual(start);
      expect((await store.inventory()).blobs).toEqual([]);
    });

    test("an append of nothing returns the head, and moves nothing", async () => {
      const store = await make();
      const head = await store.append([titled("one")], start);
      expect(await store.append([], head)).toEqual(head);
      expect(await store.append([], start).catch((error) => error)).toBeInstanceOf(HeadMoved);
    });

    test("of two appends at the same head one is taken and one is refused", async () => {
      const store = await make();
      const both = await Promise.allSettled([store.append([titled("a")], start), store.append([titled("b")], start)]);
      expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
      expect((await store.read(0)).length).toBe(1);
    });

    test("bytes come back as they were put, once for the same bytes, whatever they are", async () => {
      const store = await make();
      const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7) % 256);
      const empty = new Uint8Array();
      expect(await store.putBlobs([bytes, empty])).toEqual([sha256(bytes), sha256(empty)]);
      expect(await store.putBlob(bytes)).toBe(sha256(bytes));
      expect(await store.putBlob(bytes.slice())).toBe(sha256(bytes));
      expect(await store.putBlob(empty)).toBe(sha256(empty));
      expect(await store.getBlob(sha256(bytes))).toEqual(bytes);
      expect(await store.getBlob(sha256(empty))).toEqual(empty);
      expect(await store.getBlob("0".repeat(64))).toBeNull();
      expect((await store.inventory()).blobs).toEqual([sha256(bytes), sha256(empty)].sort());
    });

    test("bytes changed by the caller after putting or getting do not change what is kept", async () => {
      const store = await make();
      const bytes = utf8("gunfire at a coast guard post");
      const hash = await store.putBlob(bytes);
      bytes.fill(0);
      (await store.getBlob(hash))?.fill(0);
      expect(await store.getBlob(hash)).toEqual(utf8("gunfire at a coast guard post"));
    });

    test("text of any kind goes through an event unchanged", async () => {
      const store = await make();
      const titles = ["بيان الداخلية", "a\u0000b", "\ud800 alone", "‮rtl", "😀", '"\\\u2028', "__proto__"];
      await store.append(titles.map(titled), start);
      expect((await store.read(0)).map((event) => (event.body as { title: string }).title)).toEqual(titles);
      const odd = { type: "case.stated", v: 1, who: WHO, body: JSON.parse('{"__proto__":{"x":1}}') } as NewEvent;
      await store.append([odd], await store.head());
      expect(JSON.stringify((await store.read(titles.length))[0]?.body)).toBe('{"__proto__":{"x":1}}');
    });

    test("[DESIGN §3] erasing takes the bytes, leaves the chain whole, and says what was there", async () => {
      const store = await make();
      const text = await store.putBlob(utf8("the harbour master said so"));
      const head = await store.append([reading(text), titled("quotes the harbour master")], start);
      const body = parse((await store.envelopes())[1]!.envelope).body;
      const before = await store.envelopes();
      await store.append([erasing(text, body)], head);
      expect(await store.erase([text, body, "1".repeat(64), text])).toEqual([text, body]);
      expect(await store.getBlob(text)).toBeNull();
      expect((await store.read(0)).map((event) => event.body === null)).toEqual([false, true, false]);
      expect((await store.envelopes()).slice(0, 2)).toEqual(before);
      expect((await store.inventory()).erased.map((blob) => [blob.sha256, blob.cleaned])).toEqual(
        [text, body].sort().map((hash) => [hash, true]),
      );
      const { checks, problems } = await verifyStore(store);
      expect(problems).toEqual([]);
      expect(checks.every((check) => check.ok)).toBe(true);
      expect(checks.find((check) => check.name === "erased")?.detail).toContain(
        "event 3: the witness asked for it (the editor of the Coast Ledger)",
      );
    });

    test("erased bytes are never taken in again, as a blob or as a body, and the batch falls with them", async () => {
      const store = await make();
      const text = await store.putBlob(utf8("the harbour master said so"));
      const head = await store.append([titled("quotes the harbour master")], start);
      const body = parse((await store.envelopes())[0]!.envelope).body;
      await store.erase([text, body]);
      expect(await codeOf(store.putBlob(utf8("the harbour master said so")))).toBe("erased-before");
      expect(await codeOf(store.append([titled("new"), titled("quotes the harbour master")], head))).toBe(
        "erased-before",
      );
      expect(await store.head()).toEqual(head);
      expect((await store.inventory()).blobs).toEqual([]);
    });

    test("10,000 events go into one append in under two seconds", async () => {
      const store = await make();
      const events = Array.from({ length: 10_000 }, (_, i) => titled(`event ${i}`));
      const began = performance.now();
      const head = await store.append(events, start);
      expect(performance.now() - began).toBeLessThan(2000);
      expect(head.seq).toBe(10_000);
      expect(await store.read(9_999)).toHaveLength(1);
    });

    test("a closed store refuses everything, and may be closed twice", async () => {
      const store = await make();
      await store.close();
      await store.close();
      expect(await codeOf(store.head())).toBe("store-closed");
      expect(await codeOf(store.append([], start))).toBe("store-closed");
      expect(await codeOf(store.getBlob(ZEROS))).toBe("store-closed");
    });

    if (!outlives) return;

    test("what was acknowledged is there when the case is opened again", async () => {
      const { store, again } = await fresh(fakeWorld());
      const text = await store.putBlob(utf8("three were killed"));
      const head = await store.append([reading(text), titled("one")], start);
      const events = await store.read(0);
      await store.close();
      const reopened = await again();
      expect(await reopened.head()).toEqual(head);
      expect(await reopened.read(0)).toEqual(events);
      expect(await reopened.getBlob(text)).toEqual(utf8("three were killed"));
      expect((await verifyStore(reopened)).problems).toEqual([]);
      await reopened.close();
    });
  });
}
