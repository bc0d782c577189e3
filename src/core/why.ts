import { explanationFormula } from "./explanations/formulas.ts";
import type { AssessedDocument, Assessment, AssessmentBody, UsedJudgment, UsedRow } from "./model/assessment.ts";
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
  const index = indexOf(assessment);
  const figure = index.figures.get(id);
  return figure === undefined ? unknown("no-such-figure") : trace(assessment, index, { figure, depth: 0 });
}

/** What grounds are looked up by. */
interface Index {
  readonly figures: ReadonlyMap<FigureId, Figure>;
  readonly judgments: ReadonlyMap<number, UsedJudgment>;
  readonly rows: ReadonlyMap<string, UsedRow>;
  readonly byText: ReadonlyMap<string, AssessedDocument>;
  /** Those made before: many figures stand on the same ones. */
  readonly traces: Map<FigureId, Trace>;
}

// A page of grounds asks for hundreds of figures of one assessment.
const indices = new WeakMap<AssessmentBody, Index>();

function indexOf(assessment: AssessmentBody): Index {
  const known = indices.get(assessment);
  if (known !== undefined) return known;
  const made: Index = {
    figures: new Map(assessment.figures.map((f) => [f.id, f])),
    judgments: firstBy(assessment.judgments, (j) => j.seq),
    rows: firstBy(assessment.rows, (r) => `${r.line} ${r.set}`),
    byText: firstBy(assessment.documents, (d) => d.text),
    traces: new Map(),
  };
  indices.set(assessment, made);
  return made;
}

/** The first of each key. */
function firstBy<K, T>(list: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, T> {
  return new Map(list.toReversed().map((item) => [keyOf(item), item]));
}

function trace(
  assessment: AssessmentBody,
  index: Index,
  { figure, depth }: { readonly figure: Figure; readonly depth: number },
): Trace {
  const known = index.traces.get(figure.id);
  if (known !== undefined) return known;
  const grounds =
    depth >= DEEPEST ? [] : figure.from.flatMap((g) => groundOf(assessment, index, { ground: g, depth }) ?? []);
  const recomputed = recompute(assessment, index, figure);
  const below = grounds.every((g) => g.is !== "figure" || g.trace.holds);
  const made: Trace = {
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
  index.traces.set(figure.id, made);
  return made;
}

/** Equal but for the last digits, which another order of adding may move. */
function agrees(value: number, recomputed: number | null): boolean {
  return recomputed === null || Math.abs(value - recomputed) <= 1e-9 * Math.max(1, Math.abs(value));
}

function groundOf(
  assessment: AssessmentBody,
  index: Index,
  { ground, depth }: { readonly ground: Ground; readonly depth: number },
): TraceGround | null {
  switch (ground.is) {
    case "words":
      return { ...ground, place: placeOf(index, ground.span) };
    case "figure": {
      const figure = index.figures.get(ground.id);
      return figure === undefined
        ? null
        : { is: "figure", trace: trace(assessment, index, { figure, depth: depth + 1 }) };
    }
    case "judgment": {
      const judged = index.judgments.get(ground.seq);
      return { ...ground, what: judged?.what ?? "", why: judged?.why ?? "" };
    }
    case "row": {
      const row = index.rows.get(`${ground.line} ${ground.set}`);
      return { ...ground, label: row?.label ?? "" };
    }
    default:
      return ground;
  }
}

/** "doc 2", with the name of the document. */
function placeOf({ byText }: Index, span: Span): string {
  const document = byText.get(span.text ?? "");
  return document === undefined
    ? (span.text ?? "")
    : `doc ${document.position} (${document.name}), ${span.start}–${span.end}`;
}

function recompute(assessment: AssessmentBody, { figures }: Index, figure: Figure): number | null {
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
