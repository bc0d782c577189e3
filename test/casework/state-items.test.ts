import { describe, expect, test } from "vitest";
import { asksOf } from "../../src/casework/state-items.ts";

describe("asksOf", () => {
  test("who and why are filled in where an item leaves them out, and kept where it gives them", () => {
    const { ask } = asksOf(
      [
        { state: "question", question: "q", text: "who?" },
        { state: "question", question: "r", text: "why?", who: "day desk", why: "asked" },
        { weigh: { evidence: "e", explanations: ["x"], value: 0.4 } },
        { pick: { actor: "a", class: "c" } },
      ],
      { who: "night desk", why: "test" },
    );
    expect(ask.map((a) => a.type)).toEqual(["question.stated", "question.stated", "evidence.weighed", "class.picked"]);
    expect(ask.map((a) => (a.body as { who?: string }).who)).toEqual([
      "night desk",
      "day desk",
      "night desk",
      "night desk",
    ]);
  });

  test("what can't be stated is named with its place and with what can", () => {
    const { problems } = asksOf([{ state: "quarrel" }, 7, null, { state: "__proto__" }], {});
    expect(problems.map((p) => p.facts.item)).toEqual([1, 2, 3, 4]);
    expect(problems[0]?.message).toContain("question");
  });
});
