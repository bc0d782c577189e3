import { reasonOf } from "../../core/brief/judgment.ts";
import type { AssessedExplanation, AssessedQuestion, Assessment } from "../../core/model/assessment.ts";
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
      ...wrap(
        `No answer: ${reasonOf(answer)}. Missing: ${answer.missing.map((m) => m.replace(/\.$/, "")).join("; ")}.`,
        columns,
      ),
    ];
  }
  const value = figureReader(assessment);
  return [
    ...head,
    ...wrap(
      `Given the judgments of ${answer.analysts.join(", ")}; ${value(answer.weighed)} of ${value(answer.cells)} answers given.`,
      columns,
    ),
    ...answer.ranking.flatMap((r) => ranked(r, { value, paint, columns })),
    ...classLines(answer, value, columns),
    ...(answer.wider ?? []).map((w) => clean(`  ${w.text}, its parts together: ${percent(value(w.probability))}`)),
    ...(answer.decibans.length === 0
      ? []
      : [
          "",
          "What moves the first against the second, in decibans (10: ten times the odds; 3: twice):",
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
    ...levels(question, answer, { value, columns }),
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

/** An explanation with its chance, range, corners, word, and how many items surprise under it. */
function ranked(
  r: AssessedExplanation,
  { value, paint, columns }: Layout & { readonly value: (id: string) => number },
): string[] {
  const span = (from: string, to: string) => `${percent(value(from))} to ${percent(value(to))}`;
  const against = value(r.inconsistent);
  const numbers = [
    `${percent(value(r.probability))}, range ${span(r.from, r.to)} (${r.words === null ? "too uncertain for one word" : r.words.join(" to ")})`,
    `at worst and best ${span(r.boxFrom, r.boxTo)}`,
    against === 0 ? "no item surprises" : `${against} ${against === 1 ? "item surprises" : "items surprise"}`,
  ];
  const words = wrap(numbers.join("; "), columns - 4);
  return [...wrap(clean(r.text), columns - 2, "  ").map((l) => `  ${paint.bold(l)}`), ...words.map((l) => `    ${l}`)];
}

type Weighed = Extract<AssessedQuestion["answer"], { is: "weighed" }>;

const MOST_LEVELS = 3;
/** Told from here on: an item twice as rare beside the rest as by itself. */
const TOLD_CONFLICT = 3;

/** The answers nearest to putting another first, and what the rest of the evidence speaks against [XP6]. */
function levels(
  question: AssessedQuestion,
  { thresholds = [], conflicts = [] }: Weighed,
  { value, columns }: { readonly value: (id: string) => number; readonly columns: number },
): string[] {
  const text = (id: string) => question.explanations.find((e) => e.id === id)?.text ?? id;
  const nearest = thresholds.slice(0, MOST_LEVELS).map((t) => {
    const beyond = value(t.at) < value(t.now) ? "under" : "over";
    const then = `${beyond} ${percent(value(t.at))} “${text(t.leads)}” would lead`;
    return `“${t.text}” under “${t.underText}”: taken as ${percent(value(t.now))}; ${then}.`;
  });
  const against = conflicts
    .filter((c) => value(c.figure) >= TOLD_CONFLICT)
    .map((c) => `“${c.text}” (${signed(value(c.figure))} dB rarer beside the rest)`);
  const lines = (head: string, list: readonly string[]) =>
    list.length === 0 ? [] : ["", head, ...list.flatMap((l) => wrap(clean(l), columns - 2, "  ").map((x) => `  ${x}`))];
  return [
    ...lines("Answers that decide who leads, the nearest first:", nearest),
    ...lines("What the rest of the evidence speaks against:", against),
  ];
}

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
