import { describe, expect, test } from "vitest";
import { checkBody, eventSchemas, isEventType } from "../../../src/core/case/event.ts";
import { isProblems } from "../../../src/core/case/fold.ts";

describe("event schemas", () => {
  test("no name of an object's own machinery is an event type", () => {
    for (const name of ["constructor", "__proto__", "toString"]) expect(isEventType(name)).toBe(false);
  });

  test("a body with an unknown field is refused, and the field is named", () => {
    const found = checkBody("undone", { seqs: [1], why: "x", sneaky: true });
    expect(isProblems(found) && found[0]?.message).toContain("sneaky");
  });

  test("a range that runs backwards, a share above 1 and an id with a slash are each refused with the field", () => {
    const stating = { who: "night desk", why: "" };
    const weigh = (value: unknown) =>
      checkBody("evidence.weighed", { evidence: "e", explanations: ["x"], value, ...stating });
    expect(isProblems(weigh({ from: 0.4, to: 0.2 }))).toBe(true);
    expect(isProblems(weigh(1.2))).toBe(true);
    expect(isProblems(weigh(null))).toBe(false);
    const slash = checkBody("question.stated", { question: "a/b", text: "who?", ...stating });
    expect(isProblems(slash) && slash[0]?.facts.field).toBe("question");
  });

  test("the log has the events of the design, each with its schema", () => {
    expect(Object.keys(eventSchemas)).toHaveLength(32);
  });
});
