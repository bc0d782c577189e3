import type { Assessment } from "../../core/model/assessment.ts";
import { ProblemError, problem } from "../../core/model/problem.ts";
import { byCodeUnit } from "../../core/model/span.ts";
import { isUnknown } from "../../core/model/stated.ts";
import { type Trace, why } from "../../core/why.ts";
import { assessing } from "../assessing.ts";
import { namesCase, readJson } from "../cases.ts";
import type { Outcome, Run } from "../command.ts";
import { EXIT } from "../exit.ts";
import { clean, type Paint, table, wrap } from "../terminal.ts";

export const run: Run = async (invocation) => {
  const [path = "", id] = invocation.args;
  const given = (await namesCase(path)) ? null : assessmentIn(await readJson(invocation, path).catch(notJson), path);
  const assessment = given ?? (await assessing(invocation, [path])).assessment;
  if (id === undefined) return listed(assessment);
  const trace = why(assessment, id);
  if (isUnknown(trace)) {
    const last = id.split("/").at(-1) ?? id;
    const near = assessment.figures
      .map((f) => f.id)
      .filter((f) => f.includes(last))
      .slice(0, 4);
    throw new ProblemError([problem("no-such-figure", { id, near: near.join(", ") })]);
  }
  const faults = faultsOf(trace);
  return {
    schema: "silverblaze/why/1",
    result: { trace, holds: trace.holds },
    problems: faults,
    exit: trace.holds ? EXIT.done : EXIT.found,
    text: (paint, columns) => traceText(trace, { paint, columns, depth: 0 }),
  } satisfies Outcome;
};

/** A file that is no JSON holds no assessment: said as such. Other faults go on. */
function notJson(error: unknown): null {
  if (error instanceof ProblemError && error.problems.every((p) => p.code === "not-json")) return null;
  throw error;
}

/** The assessment that a JSON file holds, by itself or in the envelope of `assess --json`. */
function assessmentIn(json: unknown, path: string): Assessment {
  const inner = (json as { readonly result?: unknown } | null)?.result ?? json;
  const candidate = inner as Partial<Assessment> | null;
  if (candidate?.schema !== "silverblaze/assessment/1" || !Array.isArray(candidate.figures)) {
    const example = "silverblaze assess … --json > assessment.json";
    throw new ProblemError([problem("not-an-assessment", { path, want: "case and no assessment", example })]);
  }
  return candidate as Assessment;
}

function listed(assessment: Assessment): Outcome {
  const figures = [...assessment.figures].sort((a, b) => byCodeUnit(a.id, b.id));
  return {
    schema: "silverblaze/why/1",
    result: { figures },
    problems: [],
    exit: EXIT.done,
    text: (_paint, columns) =>
      table(
        [{ head: "figure", grows: true }, { head: "value", right: true }, { head: "unit" }, { head: "rule" }],
        figures.map((f) => [f.id, short(f.value), f.unit, f.rule]),
        Math.max(columns, 80),
      ),
  };
}

/** Full digits only here and in JSON [BR4]. */
function short(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(12)));
}

/** Where along the trace a figure does not come out again. */
function faultsOf(trace: Trace): ReturnType<typeof problem>[] {
  const below = trace.grounds.flatMap((g) => (g.is === "figure" ? faultsOf(g.trace) : []));
  if (trace.holds || below.length > 0) return below;
  const found = trace.recomputed === null ? "no such number" : short(trace.recomputed);
  return [problem("figure-differs", { id: trace.id, given: short(trace.value), found })];
}

interface Layout {
  readonly paint: Paint;
  readonly columns: number;
  readonly depth: number;
}

function traceText(trace: Trace, layout: Layout): readonly string[] {
  const { paint, columns, depth } = layout;
  const lead = "  ".repeat(depth);
  const by = trace.by === null ? "" : `, ${trace.by}`;
  const mark = trace.holds ? "" : "  DOES NOT COME OUT AGAIN";
  const head = `${lead}${paint.bold(trace.id)}`;
  const value = `${lead}  ${short(trace.value)} ${trace.unit}  (${trace.rule}${by})${paint.differ(mark)}`;
  return [
    head,
    value,
    ...trace.grounds.flatMap((g) => {
      if (g.is === "figure") return traceText(g.trace, { ...layout, depth: depth + 1 });
      return wrap(clean(groundText(g)), columns - lead.length - 4, "  ").map((l) => `${lead}    ${l}`);
    }),
  ];
}

function groundText(g: Exclude<Trace["grounds"][number], { readonly is: "figure" }>): string {
  switch (g.is) {
    case "words":
      return `words     "${g.quote}" ${g.place}`;
    case "judgment":
      return `judgment  ${g.who} (event ${g.seq})${g.what === "" ? "" : `: ${g.what}`}${g.why === "" ? "" : ` – ${g.why}`}`;
    case "row":
      return `row       ${g.set}, line ${g.line}${g.label === "" ? "" : `: ${g.label}`}`;
    default:
      return `table     ${g.name}: ${g.citation}`;
  }
}
