import { explanationFormula } from "./explanations/formulas.ts";
import type { Assessment, AssessmentBody } from "./model/assessment.ts";
import type { Figure, Ground } from "./model/figure.ts";
import type { FigureId, RuleId } from "./model/id.ts";
import type { Span } from "./model/span.ts";
import { type Unknown, unknown } from "./model/stated.ts";
import { type OriginsAt, originEnds } from "./origin-ends.ts";
import { precedentFormulas } from "./precedents/formulas.ts";
import { silenceFormulas } from "./silence/formulas.ts";

/** A formula gives a figure again from the figures that it stands on, in their order. */
export type Formula = (inputs: readonly number[]) => number;

const plainFormulas: Readonly<Record<string, Formula>> = {
  sum: (inputs) => inputs.reduce((a, b) => a + b, 0),
  max: (inputs) => Math.max(...inputs),
  min: (inputs) => Math.min(...inputs),
};

const formulas: Readonly<Record<string, Formula>> = { ...plainFormulas, ...silenceFormulas, ...precedentFormulas };

/** Where a number comes from, down to words, judgments, rows and cited tables. */
export interface Trace {
  readonly id: FigureId;
  readonly value: number;
  readonly unit: Figure["unit"];
  readonly rule: RuleId;
  readonly by: string | null;
  /** What its grounds give again; null where it is read, not reckoned. */
  readonly recomputed: number | null;
  /** False when `recomputed` or a judgment's own number differs from `value`. */
  readonly holds: boolean;
  readonly grounds: readonly TraceGround[];
}

export type TraceGround =
  | { readonly is: "words"; readonly span: Span; readonly quote: string; readonly place: string }
  | { readonly is: "figure"; readonly trace: Trace }
  | { readonly is: "judgment"; readonly seq: number; readonly who: string; readonly what: string; readonly why: string }
  | { readonly is: "row"; readonly set: string; readonly line: number; readonly label: string }
  | { readonly is: "table"; readonly name: string; readonly citation: string };

/** Figures inside each other; a circle of figures would be a mistake of ours, and ends here. */
const DEEPEST = 40;

/** The trace of a figure: unknown with reason "no-such-figure" if the assessment has none of that id. */
export function why(assessment: AssessmentBody | Assessment, id: FigureId): Trace | Unknown {
  const figures = new Map(assessment.figures.map((f) => [f.id, f]));
  const figure = figures.get(id);
  return figure === undefined ? unknown("no-such-figure") : trace(assessment, figures, { figure, depth: 0 });
}

type Figures = ReadonlyMap<FigureId, Figure>;

function trace(
  assessment: AssessmentBody,
  figures: Figures,
  { figure, depth }: { readonly figure: Figure; readonly depth: number },
): Trace {
  const grounds =
    depth >= DEEPEST ? [] : figure.from.flatMap((g) => groundOf(assessment, figures, { ground: g, depth }) ?? []);
  const recomputed = recompute(assessment, figures, figure);
  const below = grounds.every((g) => g.is !== "figure" || g.trace.holds);
  return {
    id: figure.id,
    value: figure.value,
    unit: figure.unit,
    rule: figure.rule,
    by: figure.by ?? null,
    recomputed,
    holds:
      below &&
      grounds.length > 0 &&
      agrees(figure.value, recomputed) &&
      judgmentsAgree(assessment, figure) &&
      printedAlike(assessment, figure),
    grounds,
  };
}

/** Equal but for the last digits, which another order of adding may move. */
function agrees(value: number, recomputed: number | null): boolean {
  return recomputed === null || Math.abs(value - recomputed) <= 1e-9 * Math.max(1, Math.abs(value));
}

function groundOf(
  assessment: AssessmentBody,
  figures: Figures,
  { ground, depth }: { readonly ground: Ground; readonly depth: number },
): TraceGround | null {
  switch (ground.is) {
    case "words":
      return { ...ground, place: placeOf(assessment, ground.span) };
    case "figure": {
      const figure = figures.get(ground.id);
      return figure === undefined
        ? null
        : { is: "figure", trace: trace(assessment, figures, { figure, depth: depth + 1 }) };
    }
    case "judgment": {
      const judged = assessment.judgments.find((j) => j.seq === ground.seq);
      return { ...ground, what: judged?.what ?? "", why: judged?.why ?? "" };
    }
    case "row": {
      const row = assessment.rows.find((r) => r.set === ground.set && r.line === ground.line);
      return { ...ground, label: row?.label ?? "" };
    }
    default:
      return ground;
  }
}

/** "doc 2", with the name of the document. */
function placeOf(assessment: AssessmentBody, span: Span): string {
  const document = assessment.documents.find((d) => d.text === span.text);
  return document === undefined
    ? (span.text ?? "")
    : `doc ${document.position} (${document.name}), ${span.start}–${span.end}`;
}

function recompute(assessment: AssessmentBody, figures: Figures, figure: Figure): number | null {
  const { by, from } = figure;
  if (by === undefined) return null;
  if (by === "grounds") return from.length;
  if (by === "unseen") return assessment.lineage.unseen.length;
  const origins = ORIGIN_COUNTS[by];
  if (origins !== undefined) return originsOf(assessment, from, origins).size;
  const inputs = from.flatMap((g) => (g.is === "figure" ? (figures.get(g.id)?.value ?? Number.NaN) : []));
  const formula = formulas[by] ?? explanationFormula(by);
  return formula === undefined ? Number.NaN : formula(inputs);
}

interface OriginCount {
  readonly at: OriginsAt;
  /** Words that have another origin than their document count for their own. */
  readonly statements: boolean;
}

const ORIGIN_COUNTS: Readonly<Record<string, OriginCount>> = {
  origins: { at: "count", statements: false },
  "origins-from": { at: "from", statements: false },
  "origins-to": { at: "to", statements: false },
  "origins-of-statements": { at: "count", statements: true },
  "origins-of-statements-from": { at: "from", statements: true },
  "origins-of-statements-to": { at: "to", statements: true },
};

/** The origins on which the documents of the words rest, as the assessment's own lineage has them. */
function originsOf(
  { documents, lineage }: AssessmentBody,
  from: readonly Ground[],
  { at, statements }: OriginCount,
): ReadonlySet<string> {
  const byText = new Map(documents.map((d) => [d.text, d.id]));
  const originOf = originEnds(lineage)[at];
  return new Set(
    from.flatMap((g) => {
      const document = g.is === "words" ? byText.get(g.span.text ?? "") : undefined;
      if (g.is !== "words" || document === undefined) return [];
      return originOf(document, statements ? g.span.start : undefined);
    }),
  );
}

/** The brief carries the values that it printed: a figure that is read, not reckoned, must still be the one that was printed. */
function printedAlike(assessment: AssessmentBody | Assessment, { id, value }: Figure): boolean {
  const printed = "brief" in assessment ? assessment.brief.figures.find((f) => f.id === id) : undefined;
  return printed === undefined || agrees(value, printed.value);
}

/** A figure that is a person's number must be one that the person gave. */
function judgmentsAgree(assessment: AssessmentBody, figure: Figure): boolean {
  const { from, by, value } = figure;
  if (by !== undefined || from.length === 0 || !from.every((g) => g.is === "judgment")) return true;
  const given = assessment.judgments.filter((j) => from.some((g) => g.is === "judgment" && g.seq === j.seq));
  return given.length > 0 && given.some((j) => j.values.some((v) => agrees(value, v)));
}
