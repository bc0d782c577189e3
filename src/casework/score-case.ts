import { viewCase } from "../core/case/view.ts";
import { type Forecast, forecastsOf } from "../core/explanations/score.ts";
import type { Assessment } from "../core/model/assessment.ts";
import type { OpenCase } from "./open.ts";

export interface ScoredCase {
  readonly forecasts: readonly Forecast[];
  /** Questions whose outcome is stated. */
  readonly outcomes: number;
  /** Assessments that were given out. */
  readonly remembered: number;
}

/**
 * The forecasts of a case that can be scored: of each question whose outcome is stated, the last assessment that was given out for a day
 * before the outcome was known. One made afterwards foretells nothing.
 */
export async function scorableOf(open: OpenCase, unit: string): Promise<ScoredCase> {
  const outcomes = [...viewCase(open.state).outcomes.values()].map((e) => e.body);
  const made = open.state.entries["assessment.made"];
  const latest = new Map<string, Forecast>();
  for (const { body } of made) {
    const bytes = await open.store.getBlob(body.result);
    if (bytes === null) continue;
    const assessment = JSON.parse(new TextDecoder().decode(bytes)) as Assessment;
    const early = outcomes.filter((o) => o.known.from !== null && assessment.asOf < o.known.from);
    const truths = Object.fromEntries(early.map((o) => [o.question, o.explanation]));
    for (const f of forecastsOf(assessment, { unit, truths })) {
      const before = latest.get(f.question);
      if (before === undefined || before.asOf <= f.asOf) latest.set(f.question, f);
    }
  }
  return { forecasts: [...latest.values()], outcomes: outcomes.length, remembered: made.length };
}
