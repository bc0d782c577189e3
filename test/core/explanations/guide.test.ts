import { describe, expect, it } from "vitest";
import { weighExplanations } from "../../../src/core/explanations/weigh-explanations.ts";

/** The example of docs/guide/weighing.md, with the numbers printed there. */
const model = {
  questions: [
    {
      id: "who",
      explanations: [
        { id: "order", prior: { from: 0.3, to: 0.5 } },
        { id: "quarrel", prior: { from: 0.3, to: 0.5 } },
        { id: "something-else", prior: 0.2 },
      ],
    },
  ],
  evidence: [
    {
      id: "roster",
      on: "who",
      observed: true,
      weights: {
        order: { word: "would be surprised" },
        quarrel: { word: "almost sure to see it" },
        "something-else": { word: "as likely as not" },
      },
    },
    {
      id: "silence",
      on: "who",
      observed: true,
      computed: true,
      weights: { order: { from: 0.4, to: 0.85, at: 0.6 }, quarrel: 0.97, "something-else": 0.97 },
    },
    { id: "weapon", on: "who", observed: null, weights: { order: 0.8, quarrel: 0.1, "something-else": 0.5 } },
  ],
} as const;

describe("the example of the guide", () => {
  const weighed = weighExplanations(model);
  const [answer] = weighed.posterior;
  if (answer === undefined || "is" in answer) throw new Error("no posterior");

  it("[XP4] prints the table that the guide prints", () => {
    const two = (x: number) => x.toFixed(2).replace(/^0/, "");
    const rows = answer.explanations.map((e) =>
      [e.prior, e.probability, e.range.from, e.range.to, e.box.from, e.box.to].map(two).join(" "),
    );
    expect(rows).toEqual([".40 .10 .05 .18 .02 .31", ".40 .71 .62 .78 .49 .86", ".20 .19 .14 .25 .10 .32"]);
    expect(answer.explanations[1]?.probability).toBeCloseTo(0.36666 / 0.51766, 12);
  });

  it("[XP6, XP7] leave one out and the next fact are those of the guide", () => {
    expect(weighed.leaveOneOut[0]).toMatchObject({ without: "roster", leader: "quarrel" });
    expect(weighed.leaveOneOut[0]?.probability).toBeCloseTo(0.47, 2);
    const [next] = weighed.nextFacts;
    expect(next?.bits).toBeCloseTo(0.21, 2);
    expect(next?.ifSeen).toBeCloseTo(0.25, 2);
    expect(next?.posteriorIfSeen["something-else"]).toBeCloseTo(0.38, 2);
    expect(next?.posteriorIfSeen.order).toBeCloseTo(0.34, 2);
  });
});

describe("the smallest cases of the method pages", () => {
  const point = (weights: Record<string, number>, extra: object[] = []) =>
    weighExplanations({
      questions: [
        {
          id: "q",
          explanations: [
            { id: "a", prior: 0.3 },
            { id: "b", prior: 0.7 },
          ],
        },
      ],
      evidence: [{ id: "i", on: "q", observed: true, weights }, ...(extra as [])],
    });

  it("[XP6] .3 against .7, one item .8 against .2: −3.68 dB, +6.02 dB, total 2.34 dB; threshold .467", () => {
    const weighed = point({ a: 0.8, b: 0.2 });
    expect(weighed.decibans[0]?.items.map((i) => i.decibans.toFixed(2))).toEqual(["-3.68", "6.02"]);
    expect(weighed.decibans[0]?.total.toFixed(2)).toBe("2.34");
    expect(weighed.thresholds.find((t) => t.explanation === "a")?.at).toBeCloseTo((0.7 * 0.2) / 0.3, 12);
    expect(weighed.leaveOneOut[0]).toMatchObject({ leader: "b", probability: 0.7 });
  });

  it("[XP7] even today, a fact of .9 against .1 is worth .531 bits, and changes the leader with chance one half", () => {
    const [next] = weighExplanations({
      questions: [
        {
          id: "q",
          explanations: [
            { id: "a", prior: 0.5 },
            { id: "b", prior: 0.5 },
          ],
        },
      ],
      evidence: [
        { id: "i", on: "q", observed: true, weights: { a: 0.4, b: 0.4 } },
        { id: "f", on: "q", observed: null, weights: { a: 0.9, b: 0.1 } },
      ],
    }).nextFacts;
    expect(next?.bits).toBeCloseTo(0.531, 3);
    expect(next?.changesLeader).toBeCloseTo(0.5, 12);
  });

  it("[XP4] .7 to .9 against .2: the corners are .6 and .658537", () => {
    const ranged = { id: "i", on: "q", observed: true, weights: { a: { from: 0.7, to: 0.9 }, b: 0.2 } };
    const { posterior } = weighExplanations({
      questions: [
        {
          id: "q",
          explanations: [
            { id: "a", prior: 0.3 },
            { id: "b", prior: 0.7 },
          ],
        },
      ],
      evidence: [ranged],
    });
    const [answer] = posterior;
    if (answer === undefined || "is" in answer) throw new Error("no posterior");
    expect(answer.explanations[0]?.box.from).toBeCloseTo(0.6, 12);
    expect(answer.explanations[0]?.box.to).toBeCloseTo(0.658537, 6);
  });
});
