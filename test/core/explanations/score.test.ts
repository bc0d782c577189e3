import { describe, expect, it } from "vitest";
import { couldMove, couldMoveThrough } from "../../../src/core/explanations/move.ts";
import { type Forecast, scoreForecasts } from "../../../src/core/explanations/score.ts";

const forecast = (unit: string, chances: Record<string, number>, truth: string): Forecast => ({
  unit,
  question: "who",
  asOf: "2031-03-04",
  chances,
  truth,
});

describe("scores once the truth is known [XP8]", () => {
  it("by hand: .7, .2, .1 and the first came true: Brier .09 + .04 + .01, log −ln .7", () => {
    const { scores, brier, log, units } = scoreForecasts([forecast("a", { x: 0.7, y: 0.2, z: 0.1 }, "x")]);
    expect(scores[0]!.brier).toBeCloseTo(0.14, 14);
    expect(scores[0]!.log).toBeCloseTo(-Math.log(0.7), 14);
    expect([brier, units]).toEqual([scores[0]!.brier, 1]);
    expect(log).toBeCloseTo(0.356675, 6);
  });

  it("one case is one unit, however many questions it had", () => {
    const one = forecast("a", { x: 1 - 1e-9, y: 1e-9 }, "x");
    const bad = forecast("b", { x: 0.5, y: 0.5 }, "x");
    const { brier, units } = scoreForecasts([one, one, one, bad]);
    expect(units).toBe(2);
    expect(brier).toBeCloseTo(0.25, 8);
  });

  it("the calibration curve: of what was given 55 to 80 in 100, how much came true; a bound belongs to the band farther from even", () => {
    const said = [
      forecast("a", { x: 0.7, y: 0.3 }, "x"),
      forecast("b", { x: 0.6, y: 0.4 }, "y"),
      forecast("c", { x: 0.8, y: 0.2 }, "x"),
    ];
    const { calibration } = scoreForecasts(said);
    const band = (word: string) => calibration.find((b) => b.word === word)!;
    expect(band("likely")).toMatchObject({ units: 2, cameTrue: 0.5 });
    expect(band("likely").given).toBeCloseTo(0.65, 14);
    expect(band("very likely")).toMatchObject({ units: 1, cameTrue: 1, given: 0.8 });
    expect(band("almost certain")).toMatchObject({ units: 0, cameTrue: null, given: null });
  });

  it("what proved true and was no explanation is left out; nothing gives no score", () => {
    expect(scoreForecasts([forecast("a", { x: 0.7, y: 0.3 }, "other")])).toMatchObject({
      brier: null,
      log: null,
      units: 0,
      calibration: [],
    });
  });
});

describe("what could move the leader most [XP2]", () => {
  const today = [0.6, 0.3, 0.1];
  const item = (answers: readonly (number | null)[], more = {}) =>
    couldMove(today, { answers, observed: true, ...more });

  it("an item with more missing answers moves more, one answered whole moves nothing", () => {
    expect(item([null, null, null])).toBeGreaterThan(item([0.5, null, 0.5]));
    expect(item([0.5, 0.5, 0.5])).toBe(0);
  });

  it("relevance counts, and a fact not yet known comes last", () => {
    expect(item([null, null, null], { relevance: "high" })).toBeGreaterThan(item([null, null, null]));
    expect(item([null, null, null], { observed: false })).toBeLessThan(item([null, 0.5, 0.5], { relevance: "low" }));
  });

  it("through a fact an item moves no more than the fact could; through one that tells nothing, not at all", () => {
    const through = (table: readonly (readonly number[])[]) =>
      couldMoveThrough(today, table, { answers: [null, null], observed: true });
    const sure = through([
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
    const weak = through([
      [0.6, 0.4],
      [0.4, 0.6],
      [0.4, 0.6],
    ]);
    expect(sure).toBeCloseTo(item([null, null, null]), 12);
    expect(weak).toBeLessThan(sure);
    expect(weak).toBeGreaterThan(0);
    expect(
      through([
        [0.5, 0.5],
        [0.5, 0.5],
        [0.5, 0.5],
      ]),
    ).toBeCloseTo(0, 12);
    expect(
      couldMoveThrough(
        today,
        [
          [1, 0],
          [0, 1],
          [0, 1],
        ],
        { answers: [0.9, 0.1], observed: true },
      ),
    ).toBe(0);
  });
});
