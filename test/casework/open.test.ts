import { describe, expect, test } from "vitest";
import { commit, newCase, openCase, refresh } from "../../src/casework/open.ts";
import type { Ask } from "../../src/core/case/decide.ts";
import { viewCase } from "../../src/core/case/view.ts";
import { HeadMoved, type Store } from "../../src/store/contract.ts";
import { memoryStore } from "../../src/store/memory.ts";

const stated = { title: "Port Maren", languages: ["en"], purpose: "", displayWarnings: false };
const question = (id: string, text: string): Ask => ({
  type: "question.stated",
  body: { question: id, text, who: "night desk", why: "" },
});
const explanation = (id: string, on: string): Ask => ({
  type: "explanation.stated",
  body: { explanation: id, question: on, text: "a quarrel", actors: [], who: "night desk", why: "" },
});

describe("commit", () => {
  test("appends what is decided, and the state follows", async () => {
    const open = await newCase(memoryStore(), "night desk", stated);
    const done = await commit(open, { who: "night desk", ask: [question("q", "who?")] });
    expect("open" in done && viewCase(done.open.state).questions.get("q")?.body.text).toBe("who?");
    expect("open" in done && done.open.head.seq).toBe(2);
  });

  test("when somebody else was first, decides again and appends after them", async () => {
    const store = memoryStore();
    const mine = await newCase(store, "night desk", stated);
    const theirs = await openCase(store);
    await commit(theirs, { who: "day desk", ask: [question("theirs", "when?")] });
    const done = await commit(mine, { who: "night desk", ask: [question("mine", "who?")] });
    expect("open" in done && [...viewCase(done.open.state).questions.keys()]).toEqual(["theirs", "mine"]);
  });

  test("says so and writes nothing when the answer would differ now", async () => {
    const store = memoryStore();
    const open = await newCase(store, "night desk", stated);
    const asked = await commit(open, { who: "night desk", ask: [question("q", "who?")] });
    if (!("open" in asked)) throw new Error("not committed");
    // Between this person's decision and the append somebody takes the question back.
    const raced: Store = {
      ...bound(store),
      append: once(store, async () => {
        await store.append(
          [{ type: "undone", v: 1, who: "day desk", body: { seqs: [2], why: "" } }],
          await store.head(),
        );
        throw new HeadMoved(await store.head());
      }),
    };
    const done = await commit({ ...asked.open, store: raced }, { who: "night desk", ask: [explanation("x", "q")] });
    expect("problems" in done && done.problems[0]?.code).toBe("answer-changed");
    expect((await refresh(asked.open)).head.seq).toBe(3);
  });

  test("a case is made only in an empty store", async () => {
    const store = memoryStore();
    await newCase(store, "night desk", stated);
    await expect(newCase(store, "night desk", stated)).rejects.toThrow(/a case here already/);
  });
});

function bound(store: Store): Store {
  return {
    append: (e, h) => store.append(e, h),
    read: (n) => store.read(n),
    putBlob: (b) => store.putBlob(b),
    putBlobs: (all) => store.putBlobs(all),
    getBlob: (s) => store.getBlob(s),
    head: () => store.head(),
    erase: (s) => store.erase(s),
    envelopes: () => store.envelopes(),
    inventory: () => store.inventory(),
    close: () => store.close(),
  };
}

function once(store: Store, instead: () => Promise<never>): Store["append"] {
  let first = true;
  return (events, expected) => {
    if (!first) return store.append(events, expected);
    first = false;
    return instead();
  };
}
