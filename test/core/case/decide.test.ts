import { describe, expect, test } from "vitest";
import { type Ask, decide } from "../../../src/core/case/decide.ts";
import { foldCase } from "../../../src/core/case/fold.ts";
import type { Statement } from "../../../src/core/model/statement.ts";
import { event } from "./arbitrary.ts";

const stating = { who: "night desk", why: "test" };
const ask = (...list: Ask[]) => ({ who: "night desk", ask: list });
const question: Ask = { type: "question.stated", body: { question: "q", text: "who?", ...stating } };
const TEXT = "The ministry denied any link. It gave no reason.";
const sha = "ab".repeat(32);

function statement(end: number): Statement {
  return {
    id: `${sha}:13-19`,
    speaker: { is: "role", label: "The ministry" },
    content: [{ start: 20, end: 28 }],
    act: "denies",
    object: "link",
    factuality: "denied",
    polarity: "negative",
    quoted: false,
    sentence: { text: sha, start: 0, end },
    frame: "verb-object",
    rule: "ST2",
    precision: 0.7,
  };
}

function decided(quote: string, end = 29): Ask {
  return {
    type: "statement.decided",
    body: { key: `${sha}:13-19`, answer: "accepted", statement: statement(end), quote, proposedBy: "ST2", ...stating },
  };
}

describe("decide", () => {
  test("a later ask may name what an earlier one states", () => {
    const explanation: Ask = {
      type: "explanation.stated",
      body: { explanation: "x", question: "q", text: "a quarrel", actors: [], ...stating },
    };
    const answer = decide(foldCase([]), ask(question, explanation), () => null);
    expect("events" in answer && answer.events.map((e) => e.type)).toEqual(["question.stated", "explanation.stated"]);
  });

  test("all problems are returned at once, each with what to do, and nothing is decided", () => {
    const answer = decide(
      foldCase([]),
      ask(
        {
          type: "explanation.stated",
          body: { explanation: "x", question: "nowhere", text: "y", actors: [], ...stating },
        },
        { type: "evidence.weighed", body: { evidence: "none", explanations: ["neither"], value: 2, ...stating } },
      ),
      () => null,
    );
    expect("problems" in answer && answer.problems.map((p) => p.code)).toEqual(["unknown-reference", "bad-field"]);
    expect("problems" in answer && answer.problems.every((p) => p.message.endsWith("."))).toBe(true);
  });

  test("a quote that is not the text at its range is refused", () => {
    const texts = (id: string) => (id === sha ? TEXT : null);
    expect("events" in decide(foldCase([]), ask(decided("The ministry denied any link.")), texts)).toBe(true);
    const wrong = decide(foldCase([]), ask(decided("The ministry admitted a link.")), texts);
    expect("problems" in wrong && wrong.problems[0]?.code).toBe("quote-not-there");
    const beyond = decide(foldCase([]), ask(decided("The ministry denied any link.", 400)), texts);
    expect("problems" in beyond && beyond.problems[0]?.code).toBe("quote-not-there");
    const gone = decide(foldCase([]), ask(decided("The ministry denied any link.")), () => null);
    expect("problems" in gone && gone.problems[0]?.code).toBe("text-missing");
  });

  test("what is not there, or went out, or is undone already, can't be undone", () => {
    const state = foldCase([
      event(1, "question.stated", question.body),
      event(2, "erased", { sha256s: [sha], why: "an order", authority: "a court" }),
      event(3, "undone", { seqs: [1], why: "x" }),
    ]);
    const undo = (seq: number) => {
      const answer = decide(state, ask({ type: "undone", body: { seqs: [seq], why: "y" } }), () => null);
      return "problems" in answer ? answer.problems[0]?.code : "done";
    };
    expect([1, 2, 3, 9].map(undo)).toEqual(["cannot-undo", "cannot-undo", "done", "nothing-to-undo"]);
  });
});
