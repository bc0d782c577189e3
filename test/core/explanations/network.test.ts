import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weighExplanations } from "../../../src/core/explanations/weigh-explanations.ts";
import type { ExplanationsModel, ModelEvidence, QuestionPosterior } from "../../../src/core/model/explanations.ts";
import { ProblemError } from "../../../src/core/model/problem.ts";
import { isUnknown } from "../../../src/core/model/stated.ts";
import { enumerate } from "./enumerate.ts";

const RUNS = { numRuns: 60, seed: 11 };

function posteriors(model: ExplanationsModel, options = {}): Record<string, QuestionPosterior> {
  return Object.fromEntries(
    weighExplanations(model, options).posterior.map((p) => {
      if (isUnknown(p)) throw new Error(JSON.stringify(p));
      return [p.question, p];
    }),
  );
}

const at = (model: ExplanationsModel, question: string, explanation: string): number =>
  posteriors(model)[question]!.explanations.find((e) => e.id === explanation)!.probability;

/** A random network: two to four questions, some dependent; up to three facts on questions and facts; items on one or two of them. */
const network = fc
  .record({
    questions: fc.array(fc.record({ n: fc.integer({ min: 2, max: 3 }), parent: fc.nat() }), {
      minLength: 1,
      maxLength: 3,
    }),
    facts: fc.array(fc.record({ n: fc.integer({ min: 2, max: 3 }), a: fc.nat(), b: fc.nat(), two: fc.boolean() }), {
      maxLength: 3,
    }),
    items: fc.array(
      fc.record({
        a: fc.nat(),
        b: fc.nat(),
        two: fc.boolean(),
        observed: fc.constantFrom(true, true, false, null),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    chances: fc.array(fc.double({ min: 0.02, max: 0.98, noNaN: true }), { minLength: 400, maxLength: 400 }),
  })
  .map(({ questions, facts, items, chances }): ExplanationsModel => {
    let used = 0;
    const next = () => chances[used++ % chances.length]!;
    const values = new Map<string, readonly string[]>();
    const names = (n: number, letter: string) => Array.from({ length: n }, (_, i) => `${letter}${i}`);
    const combos = (on: readonly string[]) =>
      on.reduce<string[]>(
        (all, id) => all.flatMap((k) => values.get(id)!.map((v) => (k === "" ? v : `${k}+${v}`))),
        [""],
      );
    const pick = (a: number, b: number, two: boolean) => {
      const ids = [...values.keys()];
      const first = ids[a % ids.length]!;
      const second = ids[b % ids.length]!;
      return two && first !== second ? [first, second] : [first];
    };
    const asked = questions.map(({ n, parent }, i) => {
      const id = `q${i}`;
      const dependsOn = i === 0 || parent % 3 === 0 ? undefined : `q${parent % i}`;
      const explanations = names(n, "e").map((e) =>
        dependsOn === undefined
          ? { id: e, prior: next() }
          : { id: e, priorGiven: Object.fromEntries(values.get(dependsOn)!.map((v) => [v, next()])) },
      );
      values.set(id, names(n, "e"));
      return { id, explanations, ...(dependsOn === undefined ? {} : { dependsOn }) };
    });
    const latent = facts.map(({ n, a, b, two }, i) => {
      const id = `f${i}`;
      const on = pick(a, b, two);
      const table = Object.fromEntries(combos(on).map((k) => [k, names(n, "v").map(next)]));
      values.set(id, names(n, "v"));
      return { id, values: names(n, "v"), on, table };
    });
    const evidence = items.map(({ a, b, two, observed }, i): ModelEvidence => {
      const on = pick(a, b, two);
      return { id: `i${i}`, on, observed, weights: Object.fromEntries(combos(on).map((k) => [k, next()])) };
    });
    // One item on each question, so that each has an answer.
    const each = asked.map(({ id }): ModelEvidence => {
      const weights = Object.fromEntries(values.get(id)!.map((v) => [v, next()]));
      return { id: `z-${id}`, on: id, observed: true, weights };
    });
    return { questions: asked, facts: latent, evidence: [...evidence, ...each] };
  });

describe("networks of questions, facts and items", () => {
  it("[XP1] agree with the enumeration of every world to 1e-12, dependent questions among them", () => {
    let dependent = 0;
    fc.assert(
      fc.property(network, (model) => {
        const truth = enumerate(model);
        const found = posteriors(model);
        if (model.questions.some((q) => q.dependsOn !== undefined)) dependent++;
        for (const q of model.questions) {
          for (const e of found[q.id]!.explanations) {
            expect(Math.abs(e.probability - truth[q.id]![e.id]!)).toBeLessThan(1e-12);
          }
        }
      }),
      RUNS,
    );
    expect(dependent).toBeGreaterThan(10);
  });

  it("[XP7] the mean of the posteriors over a fact's answers is today's to 1e-12; once seen the posterior is the one foretold; information lies between 0 and the entropy", () => {
    let facts = 0;
    fc.assert(
      fc.property(network, (model) => {
        const weighed = weighExplanations(model);
        const found = posteriors(model);
        for (const next of weighed.nextFacts) {
          facts++;
          const { explanations } = found[next.question]!;
          for (const { id, probability } of explanations) {
            const mean = next.ifSeen * next.posteriorIfSeen[id]! + (1 - next.ifSeen) * next.posteriorIfNot[id]!;
            expect(Math.abs(mean - probability)).toBeLessThan(1e-12);
          }
          const entropy = explanations.reduce((h, { probability: p }) => h - p * Math.log2(p), 0);
          expect(next.bits).toBeGreaterThanOrEqual(0);
          expect(next.bits).toBeLessThanOrEqual(entropy + 1e-12);
          const evidence = model.evidence.map((e) => (e.id === next.evidence ? { ...e, observed: true } : e));
          const then = enumerate({ ...model, evidence })[next.question]!;
          for (const { id } of explanations)
            expect(Math.abs(next.posteriorIfSeen[id]! - then[id]!)).toBeLessThan(1e-11);
        }
      }),
      RUNS,
    );
    expect(facts).toBeGreaterThan(20);
  });

  it("[XP6] leaving an item out gives what the model without it gives; the ledger adds up to the odds of leader and runner-up", () => {
    fc.assert(
      fc.property(network, (model) => {
        const weighed = weighExplanations(model);
        for (const left of weighed.leaveOneOut) {
          const evidence = model.evidence.map((e) => (e.id === left.without ? { ...e, observed: null } : e));
          const truth = enumerate({ ...model, evidence })[left.question]!;
          expect(Math.abs(truth[left.leader]! - left.probability)).toBeLessThan(1e-11);
        }
        const truth = enumerate(model);
        for (const { question, between, items, total } of weighed.decibans) {
          const sum = items.reduce((a, i) => a + i.decibans, 0);
          const odds = truth[question]![between[0]]! / truth[question]![between[1]]!;
          expect(Math.abs(sum - total)).toBeLessThan(1e-11);
          expect(Math.abs(total - 10 * Math.log10(odds))).toBeLessThan(1e-9);
        }
      }),
      RUNS,
    );
  });

  it("[XP6] at a threshold the leader is level with another explanation", () => {
    let seen = 0;
    fc.assert(
      fc.property(network, (model) => {
        for (const { question, evidence: id, explanation, at: x } of weighExplanations(model).thresholds.slice(0, 6)) {
          if (x < 1e-6) continue;
          seen++;
          const item = model.evidence.find((e) => e.id === id)!;
          const on = typeof item.on === "string" ? [item.on] : [...item.on];
          const sorted = [...on].sort((a, b) => (a[0] === b[0] ? (a < b ? -1 : 1) : a[0] === "q" ? -1 : 1));
          const parts = explanation.split("+");
          const key = on.map((o) => parts[sorted.indexOf(o)]).join("+");
          const value = item.observed === false ? 1 - x : x;
          if (value <= 0 || value >= 1) continue;
          const evidence = model.evidence.map((e) =>
            e.id === id ? { ...e, weights: { ...e.weights, [key]: value } } : e,
          );
          const [first, second] = Object.values(enumerate({ ...model, evidence })[question]!).sort((a, b) => b - a);
          expect(Math.abs(first! - second!)).toBeLessThan(1e-9);
        }
      }),
      RUNS,
    );
    expect(seen).toBeGreaterThan(20);
  });

  it("[CA5] the order in which everything is handed in changes not one bit", () => {
    fc.assert(
      fc.property(network, (model) => {
        const turned = {
          ...model,
          questions: [...model.questions].reverse().map((q) => ({ ...q, explanations: [...q.explanations].reverse() })),
          facts: [...(model.facts ?? [])].reverse(),
          evidence: [...model.evidence].reverse(),
        };
        const [a, b] = [posteriors(model), posteriors(turned)];
        for (const q of model.questions) {
          for (const e of a[q.id]!.explanations) {
            expect(b[q.id]!.explanations.find((x) => x.id === e.id)).toEqual(e);
          }
        }
      }),
      { ...RUNS, numRuns: 30 },
    );
  });

  it("[XP1] an item alike under all, and a fact on which nothing hangs, change nothing", () => {
    fc.assert(
      fc.property(network, (model) => {
        const alike = Object.fromEntries(model.questions[0]!.explanations.map((e) => [e.id, 0.37]));
        const more: ExplanationsModel = {
          ...model,
          facts: [
            ...(model.facts ?? []),
            { id: "idle", on: "q0", table: Object.fromEntries(Object.keys(alike).map((k) => [k, [0.3, 0.7]])) },
          ],
          evidence: [...model.evidence, { id: "alike", on: "q0", observed: true, weights: alike }],
        };
        const [a, b] = [posteriors(model), posteriors(more)];
        for (const q of model.questions) {
          a[q.id]!.explanations.forEach((e, i) => {
            expect(Math.abs(b[q.id]!.explanations[i]!.probability - e.probability)).toBeLessThan(1e-12);
          });
        }
      }),
      { ...RUNS, numRuns: 30 },
    );
  });

  it("[XP4] 200 items of likelihood .001 through a fact stay finite and right to 1e-11", () => {
    const items = Array.from(
      { length: 200 },
      (_, i): ModelEvidence => ({
        id: `i${i}`,
        on: i % 2 === 0 ? "q" : "f",
        observed: true,
        weights: i % 2 === 0 ? { a: 0.001, b: 0.00102 } : { yes: 0.001, no: 0.001 },
      }),
    );
    const model: ExplanationsModel = {
      questions: [
        {
          id: "q",
          explanations: [
            { id: "a", prior: 0.3 },
            { id: "b", prior: 0.7 },
          ],
        },
      ],
      facts: [{ id: "f", on: "q", table: { a: [0.8, 0.2], b: [0.2, 0.8] } }],
      evidence: items,
    };
    const truth = 1 / (1 + (0.7 / 0.3) * 1.02 ** 100);
    expect(Math.abs(at(model, "q", "a") / truth - 1)).toBeLessThan(1e-11);
  });
});

const folder = new URL("../../../examples/networks/", import.meta.url);

describe("published networks", () => {
  const files = readdirSync(folder).filter((f) => f.endsWith(".json"));

  it("are there", () => {
    expect(files.length).toBeGreaterThanOrEqual(7);
  });

  it.each(files)("%s gives its published answer", (file) => {
    const { model, expected } = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
    for (const { question, explanation, probability } of expected) {
      expect(Math.abs(at(model, question, explanation) - probability)).toBeLessThan(5e-7);
    }
  });
});

describe("reports of one origin [XP5]", () => {
  const model = (n: number): ExplanationsModel => ({
    questions: [
      {
        id: "so",
        explanations: [
          { id: "so", prior: 0.3 },
          { id: "not", prior: 0.7 },
        ],
      },
    ],
    facts: [{ id: "right", on: "so", table: { so: [0.8, 0.2], not: [0.2, 0.8] } }],
    evidence: Array.from({ length: n }, (_, i) => ({
      id: `r${String(i).padStart(3, "0")}`,
      on: "right",
      observed: true,
      weights: { yes: 0.9, no: 0.02 },
    })),
  });

  it("one report gives .612867, two .631148, ten .631579, and a hundred never more than certainty about the origin", () => {
    expect(at(model(1), "so", "so")).toBeCloseTo(0.612867, 6);
    expect(at(model(2), "so", "so")).toBeCloseTo(0.631148, 6);
    expect(at(model(10), "so", "so")).toBeCloseTo(0.631579, 6);
    const certain = (0.3 * 0.8) / (0.3 * 0.8 + 0.7 * 0.2);
    expect(at(model(100), "so", "so")).toBeLessThanOrEqual(certain + 1e-15);
  });

  it("a copy of a report leaves every number bit-identical", () => {
    const three = model(3);
    const copied = {
      ...three,
      evidence: [{ ...three.evidence[0]!, id: "a-copy" }, ...three.evidence],
      origins: { "a-copy": "r000" },
    };
    expect(weighExplanations(copied)).toEqual(weighExplanations(three));
  });

  it("in the ledger the origin is one entry with its reports", () => {
    const [ledger] = weighExplanations(model(3)).decibans;
    expect(ledger!.items.map((i) => i.id)).toEqual(["prior", "right"]);
    expect(ledger!.items[1]!.of).toEqual(["r000", "r001", "r002"]);
  });
});

describe("items that would go together anyway [XP5]", () => {
  const two = (correlations: ExplanationsModel["correlations"], unjudged = false): ExplanationsModel => ({
    questions: [
      {
        id: "q",
        explanations: [
          { id: "a", prior: 0.5 },
          { id: "b", prior: 0.5 },
        ],
      },
    ],
    evidence: ["x", "y"].map((id) => ({
      id,
      on: "q",
      observed: true,
      weights: { a: 0.8, b: 0.2 },
      ...(unjudged ? { unjudged } : {}),
    })),
    ...(correlations === undefined ? {} : { correlations }),
  });
  const odds = (model: ExplanationsModel) => at(model, "q", "a") / at(model, "q", "b");

  it("with correlation 1 two items are one, with 0 they are two, with ½ each enters with 1/(1 + ½)", () => {
    expect(odds(two([{ items: ["x", "y"], rho: 1 }]))).toBeCloseTo(4, 12);
    expect(odds(two([{ items: ["x", "y"], rho: 0 }]))).toBeCloseTo(16, 11);
    expect(odds(two([{ items: ["x", "y"], rho: 0.5 }]))).toBeCloseTo(16 ** (1 / 1.5), 12);
  });

  it("a correlation as a range widens the range", () => {
    const answer = posteriors(two([{ items: ["x", "y"], rho: { from: 0, to: 1 } }])).q!;
    const a = answer.explanations[0]!;
    expect(a.range.from).toBeGreaterThan(0.8);
    // One stated correlation is one number for both: the exponent lies evenly between ½ and 1, its 5 % at .525.
    expect(Math.abs(a.range.from - 16 ** 0.525 / (1 + 16 ** 0.525))).toBeLessThan(0.002);
    expect(a.range.to).toBeGreaterThan(0.92);
    expect(a.box.to).toBeLessThanOrEqual(16 / 17 + 1e-12);
    expect(answer.boxExact).toBe(false);
  });

  it("from an origin that cannot be judged an item counts from not at all to whole", () => {
    const { explanations } = posteriors(two(undefined, true)).q!;
    expect(explanations[0]!.box.from).toBeCloseTo(0.5, 12);
    expect(explanations[0]!.box.to).toBeCloseTo(16 / 17, 12);
    expect(explanations[0]!.probability).toBeCloseTo(0.8, 12);
  });
});

describe("a wider explanation and its parts [XP9]", () => {
  const parts: ExplanationsModel = {
    questions: [
      {
        id: "q",
        explanations: [
          { id: "group" },
          { id: "ordered", prior: 0.1, partOf: "group" },
          { id: "helped", prior: 0.3, partOf: "group" },
          { id: "else", prior: 0.6 },
        ],
      },
    ],
    evidence: [{ id: "i", on: "q", observed: true, weights: { group: 0.7, else: 0.2 } }],
  };

  it("an answer for the wider one holds for its parts; together they have what it would have undivided", () => {
    const answer = posteriors(parts).q!;
    const whole = 0.4 * 0.7;
    expect(answer.wider).toEqual([
      { id: "group", of: ["helped", "ordered"], probability: expect.closeTo(whole / (whole + 0.6 * 0.2), 14) },
    ]);
    expect(answer.explanations.map((e) => e.id)).toEqual(["ordered", "helped", "else"]);
  });

  it("an answer of a part's own comes before the wider one's", () => {
    const evidence = [{ ...parts.evidence[0]!, weights: { group: 0.7, ordered: 0.1, else: 0.2 } }];
    expect(at({ ...parts, evidence }, "q", "ordered")).toBeCloseTo(0.01 / (0.01 + 0.21 + 0.12), 14);
  });
});

describe("ranges of a network [XP4]", () => {
  const ranged: ExplanationsModel = {
    questions: [
      {
        id: "q",
        explanations: [
          { id: "a", prior: { from: 0.2, to: 0.5 } },
          { id: "b", prior: 0.6 },
        ],
      },
    ],
    facts: [{ id: "f", on: "q", table: { a: [{ from: 0.6, to: 0.9 }, 0.2], b: [0.2, 0.8] } }],
    evidence: [
      { id: "x", on: "f", observed: true, weights: { yes: { word: "would expect it" }, no: 0.1 } },
      { id: "y", on: "q", observed: true, weights: { a: { from: 0.3, to: 0.6 }, b: { from: 0.2, to: 0.4 } } },
    ],
  };

  it("the 90 % range lies inside the box, no corner of all stated ranges passes it, and it is called a bound from inside", () => {
    const [a] = posteriors(ranged).q!.explanations;
    expect(posteriors(ranged).q!.boxExact).toBe(false);
    expect(a!.range.from).toBeGreaterThan(a!.box.from);
    expect(a!.range.to).toBeLessThan(a!.box.to);
    const ends = [
      [0.2, 0.5],
      [0.6, 0.9],
      [0.65, 0.9],
      [0.3, 0.6],
      [0.2, 0.4],
    ] as const;
    const corners = Array.from({ length: 32 }, (_, c) => ends.map((e, i) => e[(c >> i) & 1]!));
    const values = corners.map(([prior, fact, x, ya, yb]) => {
      const model: ExplanationsModel = {
        questions: [
          {
            id: "q",
            explanations: [
              { id: "a", prior: prior! },
              { id: "b", prior: 0.6 },
            ],
          },
        ],
        facts: [{ id: "f", on: "q", table: { a: [fact!, 0.2], b: [0.2, 0.8] } }],
        evidence: [
          { id: "x", on: "f", observed: true, weights: { yes: x!, no: 0.1 } },
          { id: "y", on: "q", observed: true, weights: { a: ya!, b: yb! } },
        ],
      };
      return enumerate(model).q!.a!;
    });
    expect(a!.box.from).toBeCloseTo(Math.min(...values), 12);
    expect(a!.box.to).toBeCloseTo(Math.max(...values), 12);
  });

  it("the number of draws follows from the size of the model, and is said", () => {
    expect(posteriors(ranged).q!.draws).toBe(10_000);
  });
});

describe("what is refused", () => {
  const codes = (model: ExplanationsModel): string[] => {
    try {
      weighExplanations(model);
    } catch (error) {
      if (error instanceof ProblemError) return error.problems.map((p) => p.code);
      throw error;
    }
    return [];
  };
  const question = (id: string) => ({
    id,
    explanations: [
      { id: "yes", prior: 0.4 },
      { id: "no", prior: 0.6 },
    ],
  });

  it("a table over 2^20 cells, with its size and what meets in it", () => {
    const ids = Array.from({ length: 21 }, (_, i) => `q${String(i).padStart(2, "0")}`);
    const keys = ids.reduce<string[]>(
      (all) => all.flatMap((k) => ["yes", "no"].map((v) => (k === "" ? v : `${k}+${v}`))),
      [""],
    );
    const model: ExplanationsModel = {
      questions: ids.map(question),
      evidence: ids.flatMap((a, i) =>
        ids.slice(i + 1).map((b) => ({
          id: `${a}-${b}`,
          on: [a, b],
          observed: true,
          weights: { "yes+yes": 0.6, "yes+no": 0.3, "no+yes": 0.3, "no+no": 0.2 },
        })),
      ),
    };
    expect(keys).toHaveLength(2 ** 21);
    try {
      weighExplanations(model);
      expect.unreachable();
    } catch (error) {
      const [first] = (error as ProblemError).problems;
      expect(first!.code).toBe("explanation-too-large");
      expect(first!.facts).toMatchObject({ cells: 2 ** 21, most: 2 ** 20, meet: ids.join(", ") });
    }
  });

  it("a ring of dependences, a fact without a row, a row that is none, unknown ids", () => {
    const evidence = [{ id: "i", on: "q", observed: true, weights: { yes: 0.3, no: 0.4 } }];
    const model = { questions: [question("q")], evidence };
    expect(codes({ ...model, questions: [{ ...question("q"), dependsOn: "q" }] })).toEqual(["depends-on-itself"]);
    expect(codes({ ...model, facts: [{ id: "f", on: "q", table: { yes: [0.3, 0.7] } }] })).toEqual([
      "fact-row-missing",
    ]);
    expect(codes({ ...model, facts: [{ id: "f", table: { "": [0.3, 0.3, 0.4] } }] })).toEqual(["fact-row-wrong"]);
    expect(codes({ ...model, facts: [{ id: "f", on: "r", table: {} }] })).toEqual(["explanation-unknown-id"]);
    expect(codes({ ...model, evidence: [{ ...evidence[0]!, on: ["q", "r"] }] })).toEqual(["explanation-unknown-id"]);
    expect(codes({ ...model, correlations: [{ items: ["i"], rho: 2 }] })).toEqual(["correlation-out-of-range"]);
  });

  it("[XP3] without a chance under each answer that it depends on, a question and what hangs on it have no answer", () => {
    const model: ExplanationsModel = {
      questions: [
        question("p"),
        {
          id: "q",
          dependsOn: "p",
          explanations: [
            { id: "a", priorGiven: { yes: 0.3 } },
            { id: "b", priorGiven: { yes: 0.7, no: 0.2 } },
          ],
        },
      ],
      evidence: [{ id: "i", on: "p", observed: true, weights: { yes: 0.3, no: 0.4 } }],
    };
    expect(weighExplanations(model).posterior).toMatchObject([
      { question: "p", reason: "no-prior", missing: ["a"] },
      { question: "q", reason: "no-prior", missing: ["a"] },
    ]);
  });
});
