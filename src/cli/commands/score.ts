import { type ScoredCase, scorableOf } from "../../casework/score-case.ts";
import { type Scores, scoreForecasts } from "../../core/explanations/score.ts";
import { withCase } from "../cases.ts";
import type { Outcome, Run } from "../command.ts";
import { EXIT } from "../exit.ts";
import { percent } from "../rounded.ts";
import { plural } from "../say-changes.ts";
import { type Paint, table, wrap } from "../terminal.ts";

export const run: Run = async (invocation) => {
  const cases: ScoredCase[] = [];
  for (const path of invocation.args) cases.push(await withCase(path, (open) => scorableOf(open, path)));
  const scores = scoreForecasts(cases.flatMap((c) => c.forecasts));
  return {
    schema: "silverblaze/score/1",
    result: { scores },
    problems: [],
    exit: EXIT.done,
    text: (paint, columns) => scoreText(scores, cases, { paint, columns }),
  } satisfies Outcome;
};

function scoreText(found: Scores, cases: readonly ScoredCase[], { paint, columns }: { paint: Paint; columns: number }) {
  if (found.brier === null || found.log === null) return nothingToScore(cases, columns);
  const bands = found.calibration.filter((b) => b.units > 0);
  return [
    ...wrap(
      `${plural(found.scores.length, "forecast")} in ${plural(found.units, "case")}: Brier score ${found.brier.toFixed(3)} (0 is best, 2 worst), log score ${found.log.toFixed(3)} (0 is best).`,
      columns,
    ),
    "",
    ...table(
      [
        { head: "question", grows: true },
        { head: "it proved", grows: true },
        { head: "given", right: true },
        { head: "Brier", right: true },
        { head: "log", right: true },
      ],
      found.scores.map((s) => [s.question, s.truth, percent(s.chance), s.brier.toFixed(3), s.log.toFixed(3)]),
      columns,
    ),
    "",
    paint.bold("Of what was given such a chance, how much came true"),
    ...table(
      [
        { head: "", grows: true },
        { head: "given", right: true },
        { head: "came true", right: true },
        { head: "cases", right: true },
      ],
      bands.map((b) => [b.word, percent(b.given ?? 0), `${Math.round(100 * (b.cameTrue ?? 0))} %`, String(b.units)]),
      columns,
    ),
    ...(found.units < 20
      ? wrap(`With ${plural(found.units, "case")} this says little: a curve needs dozens.`, columns)
      : []),
  ];
}

/** What is missing for a score. */
function nothingToScore(cases: readonly ScoredCase[], columns: number): string[] {
  const outcomes = cases.reduce((n, c) => n + c.outcomes, 0);
  const remembered = cases.reduce((n, c) => n + c.remembered, 0);
  const missing = [
    ...(outcomes === 0 ? ['what proved true (silverblaze state CASE outcome.json, {"state": "outcome", …})'] : []),
    ...(remembered === 0 ? ["an assessment that was given out (silverblaze export CASE)"] : []),
  ];
  const why =
    missing.length === 0
      ? "no assessment was given out, with an answer, for a day before the outcome was known"
      : missing.join("; ");
  return wrap(`Nothing to score. Missing: ${why}.`, columns);
}
