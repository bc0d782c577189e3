import type { AssessedQuestion, Assessment } from "../../core/model/assessment.ts";
import { assessing } from "../assessing.ts";
import type { Outcome, Run } from "../command.ts";
import { figureReader } from "../figures.ts";
import { exitFor } from "../inputs.ts";
import { percent } from "../rounded.ts";
import { clean, type Paint, table, wrap } from "../terminal.ts";

export const run: Run = async (invocation) => {
  const { assessment, problems } = await assessing(invocation);
  return {
    schema: "silverblaze/explanations/1",
    result: { questions: assessment.questions, judgments: assessment.judgments, figures: assessment.figures },
    problems: [...problems, ...assessment.problems],
    exit: exitFor(problems),
    text: (paint, columns) => [
      ...(assessment.demonstration === null ? [] : [paint.soft(assessment.demonstration)]),
      ...(assessment.questions.length === 0
        ? wrap(
            "The case asks no question yet. State one, with its explanations: silverblaze state CASE question.json.",
            columns,
          )
        : assessment.questions.flatMap((q) => questionText(assessment, q, { paint, columns }))),
    ],
  } satisfies Outcome;
};

interface Layout {
  readonly paint: Paint;
  readonly columns: number;
}

function questionText(assessment: Assessment, question: AssessedQuestion, { paint, columns }: Layout): string[] {
  const { answer } = question;
  const head = ["", paint.bold(clean(question.text))];
  if (answer.is === "unknown") {
    return [
      ...head,
      ...question.explanations.map((e) => clean(`  ${e.text}`)),
      ...wrap(`No answer (${answer.reason}). Missing: ${answer.missing.join("; ")}.`, columns),
    ];
  }
  const value = figureReader(assessment);
  const span = (from: string, to: string) => `${percent(value(from))} to ${percent(value(to))}`;
  return [
    ...head,
    ...wrap(
      `Given the judgments of ${answer.analysts.join(", ")}; ${value(answer.weighed)} of ${value(answer.cells)} cells weighed.`,
      columns,
    ),
    ...table(
      [
        { head: "explanation", grows: true },
        { head: "", right: true },
        { head: "range", right: true },
        { head: "in words" },
        { head: "against", right: true },
      ],
      answer.ranking.map((r) => [
        r.text,
        percent(value(r.probability)),
        span(r.from, r.to),
        r.words === null ? "too uncertain" : r.words.join(" to "),
        String(value(r.inconsistent)),
      ]),
      columns,
    ),
    ...classLines(answer, value, columns),
    ...(answer.wider ?? []).map((w) => clean(`  ${w.text}, its parts together: ${percent(value(w.probability))}`)),
    ...(answer.decibans.length === 0
      ? []
      : [
          "",
          "What moves the first against the second, in decibans:",
          ...table(
            [
              { head: "", grows: true },
              { head: "", right: true },
            ],
            [
              ...answer.decibans.map((d) => [`  ${d.text}`, signed(value(d.figure))]),
              ["  in all", signed(value(answer.decibansTotal))],
            ],
            columns,
          ),
        ]),
    ...answer.nextFacts.flatMap((f, i) => [
      ...(i === 0 ? ["", "Worth finding next:"] : []),
      ...wrap(
        clean(
          `  ${f.text} (${value(f.bits).toFixed(2)} bits; the leader changes with a chance of ${percent(value(f.changesLeader))})`,
        ),
        columns,
        "  ",
      ),
    ]),
  ];
}

type Weighed = Extract<AssessedQuestion["answer"], { is: "weighed" }>;

/** While nobody has picked a reference class for a silence: what each would give; the ranges above are their span [SI9]. */
function classLines(
  { classLines: lines = [], ranking }: Weighed,
  value: (id: string) => number,
  columns: number,
): string[] {
  const [leader] = ranking;
  if (lines.length === 0 || leader === undefined) return [];
  return [
    "",
    ...wrap(
      clean(`Nobody has picked a reference class: the ranges span all of them. “${leader.text}” by class:`),
      columns,
    ),
    ...table(
      [
        { head: "", grows: true },
        { head: "", right: true },
        { head: "range", right: true },
      ],
      lines.map((l) => {
        const own = l.explanations.find((e) => e.id === leader.id);
        if (own === undefined) return [l.name, "", ""];
        return [
          `  ${l.name}`,
          percent(value(own.probability)),
          `${percent(value(own.from))} to ${percent(value(own.to))}`,
        ];
      }),
      columns,
    ),
  ];
}

function signed(decibans: number): string {
  return `${decibans >= 0 ? "+" : "−"}${Math.abs(decibans).toFixed(1)}`;
}
