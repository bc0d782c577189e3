import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../../../src/core/explanations/random.ts";
import { weighExplanations } from "../../../src/core/explanations/weigh-explanations.ts";
import type { ExplanationsModel, QuestionPosterior } from "../../../src/core/model/explanations.ts";
import { ProblemError } from "../../../src/core/model/problem.ts";
import { isUnknown } from "../../../src/core/model/stated.ts";

/** A model with numbers alone, every cell answered. */
function pointModel(priors: readonly number[], rows: readonly (readonly number[])[]): ExplanationsModel {
  return {
    questions: [{ id: "q", explanations: priors.map((prior, e) => ({ id: `e${e}`, prior })) }],
    evidence: rows.map((row, i) => ({
      id: `i${String(i).padStart(3, "0")}`,
      on: "q",
      observed: true,
      weights: Object.fromEntries(row.map((w, e) => [`e${e}`, w])),
    })),
  };
}

function answered(model: ExplanationsModel, options = {}): QuestionPosterior {
  const [answer] = weighExplanations(model, options).posterior;
  if (answer === undefined || isUnknown(answer)) throw new Error(`no posterior: ${JSON.stringify(answer)}`);
  return answer;
}

const probabilities = (model: ExplanationsModel, options = {}) =>
  Object.fromEntries(answered(model, options).explanations.map((e) => [e.id, e.probability]));

/** By enumeration: every explanation with every pattern of seen and unseen items; those that fit what was seen, normalised. */
function enumerated(
  priors: readonly number[],
  rows: readonly (readonly number[])[],
  seen: readonly boolean[],
): number[] {
  const total = priors.reduce((a, b) => a + b, 0);
  const worlds: { e: number; pattern: number; p: number }[] = [];
  for (let e = 0; e < priors.length; e++) {
    for (let pattern = 0; pattern < 2 ** rows.length; pattern++) {
      const p = rows.reduce((acc, row, i) => acc * ((pattern >> i) & 1 ? row[e]! : 1 - row[e]!), priors[e]! / total);
      worlds.push({ e, pattern, p });
    }
  }
  const wanted = seen.reduce((acc, s, i) => acc + (s ? 2 ** i : 0), 0);
  const fitting = worlds.filter((w) => w.pattern === wanted);
  const all = fitting.reduce((a, w) => a + w.p, 0);
  return priors.map((_, e) => fitting.filter((w) => w.e === e).reduce((a, w) => a + w.p, 0) / all);
}

const chance = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const shape = fc.record({ n: fc.integer({ min: 2, max: 4 }), m: fc.integer({ min: 1, max: 5 }) }).chain(({ n, m }) =>
  fc.record({
    priors: fc.array(chance, { minLength: n, maxLength: n }),
    rows: fc.array(fc.array(chance, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }),
    seen: fc.array(fc.boolean(), { minLength: m, maxLength: m }),
  }),
);
const RUNS = { numRuns: 60, seed: 7 };

describe("the posterior", () => {
  it("[XP4] by hand: prior .3 and .7, one item .8 and .2, gives .24 to .14", () => {
    const p = probabilities(pointModel([0.3, 0.7], [[0.8, 0.2]]));
    expect(p.e0).toBeCloseTo(0.24 / 0.38, 14);
    expect(p.e1).toBeCloseTo(0.14 / 0.38, 14);
  });

  it("[XP4] agrees with enumeration of every possible world to 1e-12, seen and not seen items alike", () => {
    fc.assert(
      fc.property(shape, ({ priors, rows, seen }) => {
        const model = pointModel(priors, rows);
        const evidence = model.evidence.map((e, i) => ({ ...e, observed: seen[i]! }));
        const p = probabilities({ ...model, evidence });
        enumerated(priors, rows, seen).forEach((truth, e) => {
          expect(Math.abs(p[`e${e}`]! - truth)).toBeLessThan(1e-12);
        });
      }),
      RUNS,
    );
  });

  it("[XP4] what was known on day one, taken as starting chances for what came on day five, is day five at once", () => {
    fc.assert(
      fc.property(shape, fc.integer({ min: 1, max: 4 }), ({ priors, rows }, cut) => {
        fc.pre(cut < rows.length);
        const day1 = probabilities(pointModel(priors, rows.slice(0, cut)));
        const then = priors.map((_, e) => day1[`e${e}`] as number);
        const later = probabilities(pointModel(then, rows.slice(cut)));
        const once = probabilities(pointModel(priors, rows));
        for (const id of Object.keys(once)) expect(Math.abs(later[id]! - once[id]!)).toBeLessThan(1e-12);
      }),
      { seed: 8, numRuns: 200 },
    );
  });

  it("[XP1] two questions weighed together are each weighed as if alone", () => {
    const one = pointModel([0.3, 0.7], [[0.8, 0.2]]);
    const two: ExplanationsModel = {
      questions: [
        ...one.questions,
        {
          id: "r",
          explanations: [
            { id: "x", prior: 0.5 },
            { id: "y", prior: 0.5 },
          ],
        },
      ],
      evidence: [...one.evidence, { id: "z", on: "r", observed: true, weights: { x: 0.9, y: 0.1 } }],
    };
    const both = weighExplanations(two);
    expect(both.posterior[0]).toEqual(weighExplanations(one).posterior[0]);
    expect((both.posterior[1] as QuestionPosterior).explanations[0]!.probability).toBeCloseTo(0.9, 14);
  });

  it("[XP4] 200 items of likelihood .001 stay finite and right to 1e-11", () => {
    const same = Array.from({ length: 200 }, () => [0.001, 0.001]);
    expect(Math.abs(probabilities(pointModel([0.3, 0.7], same)).e0! - 0.3)).toBeLessThan(1e-11);
    // 1.02^200 in favour of e1, by exact powers.
    const near = Array.from({ length: 200 }, () => [0.001, 0.00102]);
    const truth = 1 / (1 + 1.02 ** 200);
    expect(Math.abs(probabilities(pointModel([0.5, 0.5], near)).e0! / truth - 1)).toBeLessThan(1e-11);
  });

  it("[XP9] is never 0 or 1, however much speaks against", () => {
    const p = probabilities(
      pointModel(
        [0.5, 0.5],
        Array.from({ length: 200 }, () => [0.001, 0.999]),
      ),
    );
    expect(p.e0).toBeGreaterThan(0);
    expect(p.e1).toBeLessThan(1);
  });

  it("[CA5] the order of explanations and items changes not one bit", () => {
    fc.assert(
      fc.property(shape, ({ priors, rows }) => {
        const model = pointModel(priors, rows);
        const turned: ExplanationsModel = {
          questions: model.questions.map((q) => ({ ...q, explanations: [...q.explanations].reverse() })),
          evidence: [...model.evidence].reverse(),
        };
        expect(probabilities(turned)).toEqual(probabilities(model));
      }),
      RUNS,
    );
  });

  it("[XP9] splitting an explanation and merging it again changes nothing; an item alike under all changes nothing", () => {
    const whole = probabilities(pointModel([0.4, 0.6], [[0.7, 0.2]]));
    const split = probabilities(pointModel([0.1, 0.6, 0.3], [[0.7, 0.2, 0.7]]));
    expect(split.e0! + split.e2!).toBeCloseTo(whole.e0!, 14);
    const alike = probabilities(
      pointModel(
        [0.4, 0.6],
        [
          [0.7, 0.2],
          [0.37, 0.37],
        ],
      ),
    );
    expect(alike.e0).toBeCloseTo(whole.e0!, 14);
  });

  it("[XP5] what is a copy of an item leaves every number bit-identical, whichever way round it is listed", () => {
    const model = pointModel(
      [0.3, 0.7],
      [
        [0.8, 0.2],
        [0.4, 0.6],
      ],
    );
    const copy = { ...model.evidence[0]!, id: "a-copy" };
    const copied = { ...model, evidence: [copy, ...model.evidence], origins: { "a-copy": "i000" } };
    expect(weighExplanations(copied)).toEqual(weighExplanations(model));
    const grouped = {
      ...copied,
      evidence: [...copied.evidence].reverse(),
      origins: { "a-copy": "i000", i000: "i000" },
    };
    expect(weighExplanations(grouped)).toEqual(weighExplanations(model));
    const uncopied = weighExplanations({ ...copied, origins: {} });
    expect(uncopied.posterior).not.toEqual(weighExplanations(model).posterior);
  });
});

describe("reports of one origin [XP5]", () => {
  // The origin is right with chance .8 if so, .2 if not; a report of it comes with .9 if it is right, .02 if not; summed out by hand.
  const report = [0.8 * 0.9 + 0.2 * 0.02, 0.2 * 0.9 + 0.8 * 0.02];

  it("one report lifts .3 to .612867; its four copies leave it there, where five counted as separate would give .996619", () => {
    const one = pointModel([0.3, 0.7], [report]);
    expect(probabilities(one).e0).toBeCloseTo(0.612867, 6);
    const five = pointModel(
      [0.3, 0.7],
      Array.from({ length: 5 }, () => report),
    );
    expect(probabilities(five).e0).toBeCloseTo(0.996619, 6);
    const origins = Object.fromEntries(five.evidence.slice(1).map((e) => [e.id, "i000"]));
    expect(probabilities({ ...five, origins })).toEqual(probabilities(one));
  });
});

describe("unanswered cells [XP2]", () => {
  const three = pointModel([0.2, 0.3, 0.5], [[0.8, 0.2, 0.4]]);
  const partly = (weights: Record<string, number>): ExplanationsModel => ({
    ...three,
    evidence: [...three.evidence, { id: "partly", on: "q", observed: true, weights }],
  });

  it("leave the explanation that nobody answered where an item alone would find it", () => {
    const model = {
      ...three,
      evidence: [{ id: "only", on: "q", observed: true, weights: { e0: 0.9, e1: 0.1 } }],
    };
    const p = probabilities(model);
    expect(p.e2).toBeCloseTo(0.5, 14);
    expect(p.e0! / p.e1!).toBeCloseTo((0.2 * 0.9) / (0.3 * 0.1), 12);
  });

  it("a single answer compares nothing, changes nothing and is remarked", () => {
    const weighed = weighExplanations(partly({ e0: 0.001 }));
    const before = answered(three);
    (weighed.posterior[0] as QuestionPosterior).explanations.forEach((e, i) => {
      expect(e.probability).toBeCloseTo(before.explanations[i]!.probability, 14);
    });
    expect(weighed.problems.map((p) => p.code)).toEqual(["item-answered-once"]);
  });

  it("an item that nobody answered changes nothing, and n of m is said", () => {
    const answer = answered(partly({}));
    expect(answer.explanations.map((e) => e.probability)).toEqual(
      answered(three).explanations.map((e) => e.probability),
    );
    expect([answer.weighed, answer.cells]).toEqual([3, 6]);
  });

  it("splitting the explanation that nobody answered changes nothing", () => {
    const split = pointModel([0.2, 0.3, 0.4, 0.1], [[0.8, 0.2, 0.4, 0.4]]);
    const item = { id: "partly", on: "q", observed: true, weights: { e0: 0.9, e1: 0.1 } };
    const p = probabilities({ ...split, evidence: [...split.evidence, item] });
    const whole = probabilities(partly({ e0: 0.9, e1: 0.1 }));
    expect(p.e2! + p.e3!).toBeCloseTo(whole.e2!, 14);
    expect(p.e0).toBeCloseTo(whole.e0!, 14);
  });
});

describe("nothing without a person [XP3]", () => {
  const model = pointModel([0.3, 0.7], [[0.8, 0.2]]);
  const silence = { id: "silence", on: "q", observed: true, computed: true, weights: { e0: 0.4, e1: 0.97 } };

  it("without a prior there is no posterior, and what is missing is named", () => {
    const questions = [{ id: "q", explanations: [{ id: "e0", prior: 0.3 }, { id: "e1" }] }];
    const weighed = weighExplanations({ ...model, questions });
    expect(weighed.posterior).toEqual([{ question: "q", is: "unknown", reason: "no-prior", missing: ["e1"] }]);
    expect([weighed.ach, weighed.decibans, weighed.leaveOneOut, weighed.nextFacts].flat()).toEqual([]);
  });

  it("a silence alone, or an answer for one explanation alone, is not a weighed item", () => {
    const alone = weighExplanations({ ...model, evidence: [silence] }).posterior[0];
    expect(alone).toMatchObject({ is: "unknown", reason: "no-judged-evidence", missing: [] });
    const half = { id: "half", on: "q", observed: true, weights: { e0: 0.4 } };
    const answer = weighExplanations({ ...model, evidence: [silence, half] }).posterior[0];
    expect(answer).toMatchObject({ is: "unknown", reason: "no-judged-evidence", missing: ["half"] });
  });

  it("a fact not yet known is no evidence", () => {
    const evidence = model.evidence.map((e) => ({ ...e, observed: null }));
    expect(weighExplanations({ ...model, evidence }).posterior[0]).toMatchObject({ reason: "no-judged-evidence" });
  });

  it("with one weighed item the silence enters too", () => {
    const p = probabilities({ ...model, evidence: [...model.evidence, silence] });
    expect(p.e0).toBeCloseTo((0.3 * 0.8 * 0.4) / (0.3 * 0.8 * 0.4 + 0.7 * 0.2 * 0.97), 14);
  });

  it("equal starting chances are a choice, and stand in for what was stated", () => {
    expect(probabilities(model, { equalPriors: true }).e0).toBeCloseTo(0.8, 14);
  });
});

describe("ranges [XP4]", () => {
  const ranged: ExplanationsModel = {
    questions: [
      {
        id: "q",
        explanations: [
          { id: "e0", prior: { from: 0.2, to: 0.4 } },
          { id: "e1", prior: 0.3 },
          { id: "e2", prior: { from: 0.3, to: 0.5 } },
        ],
      },
    ],
    evidence: [
      {
        id: "a",
        on: "q",
        observed: true,
        weights: { e0: { word: "would expect it" }, e1: 0.3, e2: { from: 0.1, to: 0.3 } },
      },
      { id: "b", on: "q", observed: true, weights: { e0: { from: 0.3, to: 0.6 }, e1: 0.5, e2: 0.5 } },
    ],
  };

  it("[XP2] a word and a range count with their middle: would expect it is .775", () => {
    const w = [0.3 * 0.775 * 0.45, 0.3 * 0.3 * 0.5, 0.4 * 0.2 * 0.5];
    const total = w.reduce((a, b) => a + b);
    answered(ranged).explanations.forEach((e, i) => {
      expect(e.probability).toBeCloseTo(w[i]! / total, 14);
    });
  });

  it("the box is the true worst and best: no corner of all stated ranges passes it, and one corner reaches each end", () => {
    const axes: [number, number][] = [
      [0.2, 0.4],
      [0.3, 0.5],
      [0.65, 0.9],
      [0.1, 0.3],
      [0.3, 0.6],
    ];
    const corners = Array.from({ length: 2 ** axes.length }, (_, c) => axes.map((axis, i) => axis[(c >> i) & 1]!));
    const at = corners.map(([p0, p2, a0, a2, b0]) => {
      const w = [p0! * a0! * b0!, 0.3 * 0.3 * 0.5, p2! * a2! * 0.5];
      return w.map((x) => x / w.reduce((a, b) => a + b));
    });
    answered(ranged).explanations.forEach((e, i) => {
      const values = at.map((p) => p[i]!);
      expect(e.box.from).toBeCloseTo(Math.min(...values), 12);
      expect(e.box.to).toBeCloseTo(Math.max(...values), 12);
    });
    expect(answered(ranged).boxExact).toBe(true);
  });

  it("the 90 % range lies inside the box, holds the point, and is the same on every run and in every order", () => {
    const answer = answered(ranged);
    for (const e of answer.explanations) {
      expect(e.range.from).toBeGreaterThan(e.box.from);
      expect(e.range.to).toBeLessThan(e.box.to);
      expect(e.range.from).toBeLessThan(e.probability);
      expect(e.range.to).toBeGreaterThan(e.probability);
    }
    const turned = { ...ranged, evidence: [...ranged.evidence].reverse() };
    expect(answered(turned)).toEqual(answer);
    expect(weighExplanations(ranged).ranges).toEqual({ draws: 10_000, seed: 20310303 });
  });

  it("the drawn range is the known one where it has a formula: one uniform likelihood", () => {
    // Odds 1 : 1, likelihood U(.2, .8) against .5; the posterior x/(x + .5) rises in x, so its 5 % quantile is at x = .23.
    const model = pointModel([0.5, 0.5], []);
    const item = { id: "a", on: "q", observed: true, weights: { e0: { from: 0.2, to: 0.8 }, e1: 0.5 } };
    const { range } = answered({ ...model, evidence: [item] }).explanations[0]!;
    expect(Math.abs(range.from - 0.23 / 0.73)).toBeLessThan(0.01);
    expect(Math.abs(range.to - 0.77 / 1.27)).toBeLessThan(0.01);
  });

  it("numbers alone have no range", () => {
    for (const e of answered(pointModel([0.3, 0.7], [[0.8, 0.2]])).explanations) {
      expect(e.range).toEqual({ from: e.probability, to: e.probability });
      expect(e.box).toEqual({ from: e.probability, to: e.probability });
    }
  });

  it("with unanswered cells the box is called an inner bound, and no corner that we try by hand is outside it", () => {
    const model: ExplanationsModel = {
      ...ranged,
      evidence: [{ ...ranged.evidence[0]!, weights: { e0: { from: 0.3, to: 0.9 }, e2: { from: 0.1, to: 0.3 } } }],
    };
    const answer = answered(model);
    expect(answer.boxExact).toBe(false);
    for (const [a0, a2] of [
      [0.3, 0.1],
      [0.3, 0.3],
      [0.9, 0.1],
      [0.9, 0.3],
    ] as const) {
      const cornered = { ...model, evidence: [{ ...model.evidence[0]!, weights: { e0: a0, e2: a2 } }] };
      answered(cornered).explanations.forEach((e, i) => {
        expect(e.probability).toBeGreaterThanOrEqual(answer.explanations[i]!.box.from - 1e-12);
        expect(e.probability).toBeLessThanOrEqual(answer.explanations[i]!.box.to + 1e-12);
      });
    }
  });

  it("the seeded source gives the same numbers again, inside 0 and 1, with mean one half", () => {
    const [a, b] = [seeded(5), seeded(5)];
    const numbers = Array.from({ length: 20_000 }, () => a());
    expect(numbers.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => b()));
    expect(numbers.every((x) => x > 0 && x < 1)).toBe(true);
    expect(Math.abs(numbers.reduce((x, y) => x + y) / numbers.length - 0.5)).toBeLessThan(0.01);
  });
});

describe("beside it [XP6]", () => {
  const model: ExplanationsModel = {
    ...pointModel(
      [0.3, 0.5, 0.2],
      [
        [0.8, 0.2, 0.05],
        [0.3, 0.4, 0.35],
      ],
    ),
  };
  const weighed = weighExplanations({
    ...model,
    evidence: model.evidence.map((e, i) =>
      i === 0 ? { ...e, credibility: 2 as const } : { ...e, relevance: "low" as const },
    ),
  });

  it("counts inconsistent items, and weighs the marks by credibility and relevance", () => {
    expect(weighed.ach).toEqual([
      { question: "q", explanation: "e0", inconsistent: 1, weighted: 0.5 },
      { question: "q", explanation: "e1", inconsistent: 1, weighted: 2 },
      { question: "q", explanation: "e2", inconsistent: 2, weighted: 4.5 },
    ]);
  });

  it("credibility 6 cannot be judged and weighs nothing", () => {
    const six = weighExplanations({
      ...model,
      evidence: model.evidence.map((e) => ({ ...e, credibility: 6 as const })),
    });
    expect(six.ach.map((a) => a.weighted)).toEqual([0, 0, 0]);
    expect(six.ach.map((a) => a.inconsistent)).toEqual([1, 1, 2]);
  });

  it("the ledger of leader against runner-up adds up to its total to 1e-12, and the total is their odds", () => {
    const [ledger] = weighed.decibans;
    const sum = ledger!.items.reduce((a, i) => a + i.decibans, 0);
    expect(Math.abs(sum - ledger!.total)).toBeLessThan(1e-12);
    const p = probabilities(model);
    expect(ledger!.between).toEqual(["e0", "e1"]);
    expect(ledger!.total).toBeCloseTo(10 * Math.log10(p.e0! / p.e1!), 12);
    expect(ledger!.items.map((i) => i.id)).toEqual(["prior", "i000", "i001"]);
  });

  it("leaving an item out gives what a model without it gives", () => {
    const without = probabilities({ ...model, evidence: [model.evidence[1]!] });
    expect(weighed.leaveOneOut[0]).toMatchObject({ without: "i000", leader: "e1" });
    expect(weighed.leaveOneOut[0]!.probability).toBeCloseTo(without.e1!, 14);
  });

  it("at a threshold the leader is level with another; a little beyond, the other leads", () => {
    expect(weighed.thresholds.length).toBeGreaterThan(0);
    for (const { evidence, explanation, at } of weighed.thresholds) {
      const lead = (x: number) => {
        const changed = model.evidence.map((e) =>
          e.id === evidence ? { ...e, weights: { ...e.weights, [explanation]: x } } : e,
        );
        const p = probabilities({ ...model, evidence: changed });
        return Object.entries(p).sort((a, b) => b[1] - a[1])[0]![0];
      };
      expect(lead(at * 0.999) === "e0").not.toBe(lead(Math.min(1, at * 1.001)) === "e0");
    }
  });
});

describe("the next fact [XP7]", () => {
  const base = pointModel([0.3, 0.5, 0.2], [[0.8, 0.4, 0.3]]);
  const fact = { id: "open", on: "q", observed: null, weights: { e0: 0.2, e1: 0.7, e2: 0.5 } };
  const model = { ...base, evidence: [...base.evidence, fact] };

  it("the mean of the posteriors over its answers is today's posterior to 1e-12; information is between 0 and the entropy", () => {
    fc.assert(
      fc.property(shape, fc.array(chance, { minLength: 4, maxLength: 4 }), ({ priors, rows }, chances) => {
        const points = pointModel(priors, rows);
        const weights = Object.fromEntries(priors.map((_, e) => [`e${e}`, chances[e]!]));
        const weighed = weighExplanations({
          ...points,
          evidence: [...points.evidence, { id: "open", on: "q", observed: null, weights }],
        });
        const [next] = weighed.nextFacts;
        const today = (weighed.posterior[0] as QuestionPosterior).explanations;
        for (const { id, probability } of today) {
          const mean = next!.ifSeen * next!.posteriorIfSeen[id]! + (1 - next!.ifSeen) * next!.posteriorIfNot[id]!;
          expect(Math.abs(mean - probability)).toBeLessThan(1e-12);
        }
        const entropy = today.reduce((h, { probability: p }) => h - p * Math.log2(p), 0);
        expect(next!.bits).toBeGreaterThanOrEqual(0);
        expect(next!.bits).toBeLessThanOrEqual(entropy + 1e-12);
      }),
      RUNS,
    );
  });

  it("once seen, or found not so, the posterior is what was foretold", () => {
    const [next] = weighExplanations(model).nextFacts;
    const then = (observed: boolean) => probabilities({ ...base, evidence: [...base.evidence, { ...fact, observed }] });
    for (const id of ["e0", "e1", "e2"]) {
      expect(then(true)[id]).toBeCloseTo(next!.posteriorIfSeen[id]!, 12);
      expect(then(false)[id]).toBeCloseTo(next!.posteriorIfNot[id]!, 12);
    }
  });

  it("tells the chance that the leader changes, and that a stated threshold is crossed", () => {
    const [next] = weighExplanations({ ...model, questions: [{ ...model.questions[0]!, threshold: 0.6 }] }).nextFacts;
    // Today e0 .24/.5, e1 .2/.5, e2 .06/.5. Seen: weights .048, .14, .03, so e1 leads. Not seen: .192, .06, .03: e0 at .68.
    expect(next!.ifSeen).toBeCloseTo(0.218 / 0.5, 12);
    expect(next!.changesLeader).toBeCloseTo(0.218 / 0.5, 12);
    // Both answers take some explanation over .6: e1 at .14/.218 = .64, e0 at .192/.282 = .68.
    expect(next!.crossesThreshold).toBeCloseTo(1, 12);
  });
});

describe("what is refused", () => {
  const codes = (bad: unknown): string[] => {
    try {
      weighExplanations(bad as ExplanationsModel);
    } catch (error) {
      if (error instanceof ProblemError) return error.problems.map((p) => p.code);
      throw error;
    }
    return [];
  };

  it("[XP9] a chance of 0, a certain prior, a backward range, a word that is none: all named at once", () => {
    const bad = {
      questions: [
        {
          id: "q",
          explanations: [
            { id: "e0", prior: 1 },
            { id: "e1", prior: { from: 0.6, to: 0.2 } },
          ],
        },
      ],
      evidence: [
        { id: "a", on: "q", observed: true, weights: { e0: 0, e1: { word: "no idea" } } },
        { id: "b", on: "r", observed: true, weights: {} },
        { id: "c", on: "q", observed: true, weights: { e9: 0.4 } },
        { id: "d", on: "q", observed: false, weights: { e0: 1, e1: 0.5 } },
      ],
    };
    expect(codes(bad)).toEqual([
      "explanation-value-out-of-range",
      "explanation-value-out-of-range",
      "explanation-value-out-of-range",
      "explanation-word-unknown",
      "explanation-unknown-id",
      "explanation-unknown-id",
      "explanation-value-out-of-range",
    ]);
  });

  it("starting chances that don't add up to 1 are normalised, and said", () => {
    const weighed = weighExplanations(pointModel([0.6, 0.9], [[0.8, 0.2]]));
    expect(weighed.problems.map((p) => p.code)).toEqual(["priors-do-not-sum"]);
    expect((weighed.posterior[0] as QuestionPosterior).explanations[0]!.prior).toBeCloseTo(0.4, 14);
  });
});
