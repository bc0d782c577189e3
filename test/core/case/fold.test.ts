import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyCase, foldCase } from "../../../src/core/case/fold.ts";
import { undoneSeqs, viewCase } from "../../../src/core/case/view.ts";
import { event, someEvents } from "./arbitrary.ts";

const question = (text: string) => ({ question: "q", text, who: "night desk", why: "test" });

describe("foldCase", () => {
  test("[CA2] the fold of a prefix, continued, equals the fold of the whole", () => {
    fc.assert(
      fc.property(someEvents, fc.nat(14), (events, at) => {
        const whole = foldCase(events);
        expect(foldCase(events.slice(at), foldCase(events.slice(0, at)))).toEqual(whole);
      }),
    );
  });

  test("[CA2] folding changes neither the events nor the state it starts from", () => {
    const events = [event(1, "question.stated", question("who?"))];
    const before = JSON.stringify([events, emptyCase]);
    foldCase(events);
    expect(JSON.stringify([events, emptyCase])).toBe(before);
  });

  test("an event that cannot be used becomes a problem, and the rest stands", () => {
    const state = foldCase([
      event(1, "question.stated", { question: "no text" }),
      event(2, "from.the.future", {}),
      event(3, "question.stated", null),
      event(4, "question.stated", question("who?")),
      event(4, "question.stated", question("twice?")),
    ]);
    expect(state.problems.map((p) => p.code)).toEqual([
      "event-unreadable",
      "unknown-event",
      "event-erased",
      "event-out-of-order",
    ]);
    expect(viewCase(state).questions.get("q")?.body.text).toBe("who?");
  });
});

describe("viewCase", () => {
  test("of a stated thing the latest holds, and undoing it brings the one before back", () => {
    const events = [event(1, "question.stated", question("first?")), event(2, "question.stated", question("second?"))];
    const text = (list: typeof events) => viewCase(foldCase(list)).questions.get("q")?.body.text;
    expect(text(events)).toBe("second?");
    expect(text([...events, event(3, "undone", { seqs: [2], why: "x" })])).toBe("first?");
  });

  test("undoing an undone event is a redo", () => {
    const events = [
      event(1, "question.stated", question("who?")),
      event(2, "undone", { seqs: [1], why: "x" }),
      event(3, "undone", { seqs: [2], why: "y" }),
    ];
    expect([...undoneSeqs(foldCase(events.slice(0, 2)))]).toEqual([1]);
    expect([...undoneSeqs(foldCase(events))]).toEqual([2]);
    expect(viewCase(foldCase(events)).questions.size).toBe(1);
  });

  test("of each analyst the latest weight of a cell holds, and null takes it back", () => {
    const weight = (seq: number, who: string, value: number | null) =>
      event(seq, "evidence.weighed", { evidence: "e", explanations: ["x"], value, who, why: "" });
    const values = (list: ReturnType<typeof weight>[]) =>
      [...viewCase(foldCase(list)).weights.values()].map((e) => [e.body.who, e.body.value]);
    expect(values([weight(1, "night", 0.2), weight(2, "day", 0.5), weight(3, "night", 0.3)])).toEqual([
      ["night", 0.3],
      ["day", 0.5],
    ]);
    expect(values([weight(1, "night", 0.2), weight(2, "day", 0.5), weight(3, "night", null)])).toEqual([["day", 0.5]]);
  });
});
