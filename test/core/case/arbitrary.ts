import fc from "fast-check";
import type { RecordedEvent } from "../../../src/core/model/event.ts";

const who = fc.constantFrom("night desk", "day desk");
const id = fc.constantFrom("a", "b", "c");
const at = "2031-03-04T18:00:00.000Z";
const stating = { who: "night desk", why: "test" };

const bodies = fc.oneof(
  id.map((question) => ({ type: "question.stated", body: { question, text: `who did ${question}?`, ...stating } })),
  fc.tuple(id, id, fc.double({ min: 0, max: 1, noNaN: true })).map(([explanation, question, prior]) => ({
    type: "explanation.stated",
    body: { explanation, question, text: `because of ${explanation}`, actors: [], prior, ...stating },
  })),
  fc.tuple(id, id, fc.option(fc.double({ min: 0, max: 1, noNaN: true }))).map(([evidence, explanation, value]) => ({
    type: "evidence.weighed",
    body: { evidence, explanations: [explanation], value, ...stating },
  })),
  fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }).map((seqs) => ({
    type: "undone",
    body: { seqs, why: "test" },
  })),
  fc.constant({ type: "erased", body: { sha256s: ["a".repeat(64)], why: "an order", authority: "a court" } }),
  fc.constant({ type: "question.stated", body: null }),
  fc.constant({ type: "question.stated", body: { question: "no text" } }),
  fc.constant({ type: "from.the.future", body: {} }),
);

/** Lists of events as a store might hold them: stated things, weights, undoing, erased bodies, broken and unknown ones. */
export const someEvents: fc.Arbitrary<RecordedEvent[]> = fc
  .array(fc.tuple(bodies, who), { maxLength: 14 })
  .map((list) => list.map(([{ type, body }, w], i) => ({ seq: i + 1, at, who: w, type, v: 1, body })));

export function event(seq: number, type: string, body: unknown): RecordedEvent {
  return { seq, at, who: "night desk", type, v: 1, body };
}
