import type { Ask } from "../../../src/core/case/decide.ts";
import { foldCase } from "../../../src/core/case/fold.ts";

/** A case of a few asks about stakes. */
export function run() {
  const said = { who: "night desk", why: "" };
  const explanation: Ask = {
    type: "explanation.stated",
    body: { explanation: "column", question: "who", text: "The Column did it", actors: ["column"], ...said },
  };
  const stake = (id: string, actor: string, gains: boolean): Ask => ({
    type: "stake.stated",
    body: { stake: id, actor, explanation: "column", kind: "predicted-effect", text: "a budget", gains, ...said },
  });
  const state = (asks: readonly Ask[]) =>
    foldCase(
      asks.map((a, i) => ({
        seq: i + 1,
        at: "2031-03-04T18:00:00.000Z",
        who: "night desk",
        type: a.type,
        v: 1,
        body: a.body,
      })),
    );
  return { state, stake, explanation };
}
