import fc from "fast-check";
import { expect, test } from "vitest";
import { type ActorExplanation, firstWords, type WeighedActor, weighActors } from "../../../src/core/silence/actors.ts";

const atOnce = { law: "exponential", scale: 1e-6 } as const;
const habit = (share: number) => ({ claim: { share, lag: atOnce } });
const claimed = (actor: string, share: number, falseShare = 0.03): WeighedActor => ({
  ...{ actor, seen: { is: "claim", from: 0, to: 24 }, heard: 1, ifDid: habit(share), ifNot: habit(falseShare) },
});
const silent = (actor: string, share: number, falseShare = 0.03): WeighedActor => ({
  ...{ actor, seen: { is: "silence", hours: 24 }, heard: 1, ifDid: habit(share), ifNot: habit(falseShare) },
});
const four: ActorExplanation[] = [
  { id: "A", actors: ["a"], prior: 0.25 },
  { id: "B", actors: ["b"], prior: 0.25 },
  { id: "both", actors: ["a", "b"], prior: 0.25 },
  { id: "nobody known", actors: [], prior: 0.25 },
];

test("[SI10] by hand: A has claimed, B is silent; alone, together, and nobody known", () => {
  const out = weighActors([claimed("a", 0.6), silent("b", 0.5)], four);
  const [a, b, both, nobody] = out.explanations.map((e) => e.likelihood);
  expect(a).toBeCloseTo(0.6 * 0.97, 12);
  expect(b).toBeCloseTo(0.03 * 0.5, 12);
  expect(both).toBeCloseTo(0.6 * 0.5, 12);
  expect(nobody).toBeCloseTo(0.03 * 0.97, 12);
  const sum = 0.582 + 0.015 + 0.3 + 0.0291;
  expect(out.explanations[0]?.posterior).toBeCloseTo(0.582 / sum, 12);
  expect(out.note).toBeNull();
});

test("[SI10] two rival claims leave room for nobody known, and are told as independent", () => {
  const out = weighActors([claimed("a", 0.6, 0.2), claimed("b", 0.6, 0.2)], four);
  expect(out.note).toBe("claims-taken-as-independent");
  // .6·.2, .2·.6, .6·.6, .2·.2 over their sum .64.
  expect(out.explanations.map((e) => e.posterior as number)).toEqual([
    expect.closeTo(0.1875, 12),
    expect.closeTo(0.1875, 12),
    expect.closeTo(0.5625, 12),
    expect.closeTo(0.0625, 12),
  ]);
});

test("[SI10] a denial ends the wait: silence is 1 − π_c·V − π_d·V, and a denial itself is π_d", () => {
  const both = { claim: { share: 0.4, lag: atOnce }, denial: { share: 0.3, lag: atOnce } };
  const none = { claim: { share: 0.05, lag: atOnce }, denial: { share: 0.5, lag: atOnce } };
  const of = (seen: WeighedActor["seen"]) =>
    weighActors(
      [{ actor: "a", seen, heard: 1, ifDid: both, ifNot: none }],
      [
        { id: "A", actors: ["a"] },
        { id: "no", actors: [] },
      ],
    );
  expect(of({ is: "silence", hours: 9 }).explanations.map((e) => e.likelihood)).toEqual([
    expect.closeTo(0.3, 12),
    expect.closeTo(0.45, 12),
  ]);
  expect(of({ is: "denial", from: 0, to: 9 }).explanations.map((e) => e.likelihood)).toEqual([
    expect.closeTo(0.3, 12),
    expect.closeTo(0.5, 12),
  ]);
  expect(of({ is: "denial", from: 0, to: 9 }).explanations[0]?.posterior).toEqual({
    is: "unknown",
    reason: "no-prior",
  });
});

test("[SI10] a claim counts by its interval, never by a density: half of the claims come within a day", () => {
  const lag = { law: "exponential", scale: 24 / Math.LN2 } as const;
  const one = (from: number, to: number): WeighedActor => ({
    ...{
      actor: "a",
      seen: { is: "claim", from, to },
      heard: 0.8,
      ifDid: { claim: { share: 0.6, lag } },
      ifNot: { claim: { share: 0.1, lag } },
    },
  });
  const likelihood = (from: number, to: number) =>
    weighActors(
      [one(from, to)],
      [
        { id: "A", actors: ["a"] },
        { id: "no", actors: [] },
      ],
    ).explanations[0]?.likelihood;
  expect(likelihood(0, 24)).toBeCloseTo(0.8 * 0.6 * 0.5, 12);
  expect(likelihood(24, 48)).toBeCloseTo(0.8 * 0.6 * 0.25, 12);
  expect(() => likelihood(5, 5)).toThrow(/as wide as its time is exact/);
});

test("[SI10] praise is a mark: it multiplies by its stated chance and does not end the wait", () => {
  const praised: WeighedActor = { ...silent("a", 0.5), praise: { ifDid: 0.4, ifNot: 0.1 } };
  const out = weighActors(
    [praised],
    [
      { id: "A", actors: ["a"] },
      { id: "no", actors: [] },
    ],
  );
  expect(out.explanations.map((e) => e.likelihood)).toEqual([
    expect.closeTo(0.4 * 0.5, 12),
    expect.closeTo(0.1 * 0.97, 12),
  ]);
});

test("[SI7] directed, inspired and no link each state their own π", () => {
  const out = weighActors(
    [silent("a", 0.9)],
    [
      { id: "directed", actors: ["a"] },
      { id: "inspired", actors: ["a"], habits: { a: habit(0.3) } },
      { id: "no link", actors: [] },
    ],
  );
  expect(out.explanations.map((e) => e.likelihood)).toEqual([
    expect.closeTo(0.1, 12),
    expect.closeTo(0.7, 12),
    expect.closeTo(0.97, 12),
  ]);
});

test("[SI12] splitting an explanation in two that speak alike changes nothing else, and merging gives it back", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      (part, pi) => {
        const actors = [silent("a", pi), claimed("b", 0.4)];
        const whole = weighActors(actors, four).explanations;
        const split = weighActors(actors, [
          { id: "A1", actors: ["a"], prior: 0.25 * part },
          { id: "A2", actors: ["a"], prior: 0.25 * (1 - part) },
          ...four.slice(1),
        ]).explanations;
        expect((split[0]?.posterior as number) + (split[1]?.posterior as number)).toBeCloseTo(
          whole[0]?.posterior as number,
          12,
        );
        expect(split[3]?.posterior as number).toBeCloseTo(whole[2]?.posterior as number, 12);
      },
    ),
    { numRuns: 100, seed: 31 },
  );
});

test("[SI10] without nobody known, with a stranger, or with a denial of unknown habit it is refused", () => {
  expect(() => weighActors([silent("a", 0.5)], [{ id: "A", actors: ["a"] }])).toThrow(/nobody known/);
  expect(() => weighActors([silent("a", 0.5)], four)).toThrow(/names "b"/);
  const denied: WeighedActor = { ...silent("a", 0.5), seen: { is: "denial", from: 0, to: 3 } };
  expect(() => weighActors([denied], [{ id: "no", actors: [] }])).toThrow(/share of attacks that it denies/);
});

test("[SI10] by hand: of 64 attacks 29 claimed, 26 denied, 9 neither, on Dirichlet(½, ½, ½)", () => {
  const out = firstWords({ claim: 29, denial: 26, neither: 9 });
  expect(out).toMatchObject({
    claim: { mean: expect.closeTo(29.5 / 65.5, 12) },
    denial: { mean: expect.closeTo(26.5 / 65.5, 12) },
    neither: { mean: expect.closeTo(9.5 / 65.5, 12) },
  });
  expect(firstWords({ claim: 0, denial: 0, neither: 0 })).toEqual({ is: "unknown", reason: "no-record" });
});
