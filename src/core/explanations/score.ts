import type { Assessment } from "../model/assessment.ts";
import { LIKELIHOOD_BANDS, likelihoodWord } from "../model/likelihood.ts";
import { exactSum } from "./decibans.ts";

/** A forecast with what came true: a chance for each explanation of one question. */
export interface Forecast {
  /** The case; one case is one unit, however many forecasts it holds [XP8]. */
  readonly unit: string;
  readonly question: string;
  readonly asOf: string;
  readonly chances: Readonly<Record<string, number>>;
  /** The explanation that proved true. */
  readonly truth: string;
}

export interface Score {
  readonly unit: string;
  readonly question: string;
  readonly asOf: string;
  readonly truth: string;
  /** Chance that was given to what proved true. */
  readonly chance: number;
  /** Brier's score Σ(p − o)², 0 to 2; 0 is best. */
  readonly brier: number;
  /** −ln of the chance given to what proved true; 0 is best. */
  readonly log: number;
}

/** A band of chances with how often what was given such a chance came true. */
export interface CalibrationBand {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  /** How many units have a chance in the band. */
  readonly units: number;
  /** Mean chance given, and share that came true, each unit counting once; null where no chance fell into the band. */
  readonly given: number | null;
  readonly cameTrue: number | null;
}

export interface Scores {
  readonly scores: readonly Score[];
  /** Means over units, each the mean of its own; null where nothing can be scored. */
  readonly brier: number | null;
  readonly log: number | null;
  readonly units: number;
  readonly calibration: readonly CalibrationBand[];
}

const mean = (list: readonly number[]): number | null => (list.length === 0 ? null : exactSum(list) / list.length);

function byUnit<T>(list: readonly T[], unit: (x: T) => string): T[][] {
  const units = new Map<string, T[]>();
  for (const x of list) units.set(unit(x), [...(units.get(unit(x)) ?? []), x]);
  return [...units.values()];
}

function scoreOf({ unit, question, asOf, chances, truth }: Forecast): Score {
  const chance = chances[truth] ?? 0;
  const brier = exactSum(Object.entries(chances).map(([id, p]) => (p - (id === truth ? 1 : 0)) ** 2));
  return { unit, question, asOf, truth, chance, brier, log: -Math.log(chance) };
}

const EDGES = [
  { word: "less than almost no chance", from: 0, to: 0.01 },
  ...LIKELIHOOD_BANDS,
  { word: "more than almost certain", from: 0.99, to: 1 },
];

/** The place of a chance's band; a bound belongs to the band farther from even [BR2]. */
function inBand(p: number, i: number): boolean {
  const word = likelihoodWord(p)?.word;
  const place = EDGES.findIndex((b) => b.word === word);
  return (place >= 0 ? place : p < 0.5 ? 0 : EDGES.length - 1) === i;
}

interface Point {
  readonly unit: string;
  readonly p: number;
  readonly came: 0 | 1;
}

/** Of what was given a chance in each band, how much came true, each case one unit. */
function curve(points: readonly Point[]): Scores["calibration"] {
  return EDGES.map(({ word, from, to }, i) => {
    const inside = byUnit(
      points.filter(({ p }) => inBand(p, i)),
      (x) => x.unit,
    );
    const over = (of: (x: { p: number; came: number }) => number) =>
      mean(inside.map((list) => mean(list.map(of)) as number));
    return { word, from, to, units: inside.length, given: over((x) => x.p), cameTrue: over((x) => x.came) };
  });
}

/**
 * How good the forecasts were, now that the truth is known [XP8]: Brier (1950) and log score of each, their means and the calibration
 * curve over cases, each case one unit. A forecast whose truth is none of its explanations is left out.
 */
export function scoreForecasts(forecasts: readonly Forecast[]): Scores {
  const usable = forecasts.filter((f) => Object.hasOwn(f.chances, f.truth));
  const scores = usable.map(scoreOf);
  const units = byUnit(scores, (s) => s.unit);
  const overUnits = (of: (s: Score) => number) => mean(units.map((list) => mean(list.map(of)) as number));
  const points = usable.flatMap((f) =>
    Object.entries(f.chances).map(([id, p]) => ({
      unit: f.unit,
      p,
      came: id === f.truth ? (1 as const) : (0 as const),
    })),
  );
  return {
    scores,
    brier: overUnits((s) => s.brier),
    log: overUnits((s) => s.log),
    units: units.length,
    // Without a score no band is named: its word would stand in an output in which nobody has judged anything [XP3].
    calibration: scores.length === 0 ? [] : curve(points),
  };
}

/** The forecasts of an assessment for the questions whose truth is known. */
export function forecastsOf(
  assessment: Assessment,
  { unit, truths }: { readonly unit: string; readonly truths: Readonly<Record<string, string>> },
): Forecast[] {
  const values = new Map(assessment.figures.map((f) => [f.id, f.value]));
  return assessment.questions.flatMap(({ id, answer }) => {
    const truth = truths[id];
    if (answer.is !== "weighed" || truth === undefined) return [];
    const chances = Object.fromEntries(answer.ranking.map((r) => [r.id, values.get(r.probability) ?? 0]));
    return [{ unit, question: id, asOf: assessment.asOf, chances, truth }];
  });
}
