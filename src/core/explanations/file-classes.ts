import type { FigureId } from "../model/id.ts";
import type { FiledEnds } from "./file-cells.ts";
import { combinationsOfLines } from "./file-lines.ts";
import type { Weighed } from "./file-work.ts";
import { fileFor, rowsOf, stepFor, tableOf, type Work } from "./file-work.ts";
import { shapedName } from "./formulas.ts";
import type { Ends } from "./judged.ts";
import { drawnRanges } from "./ranges.ts";
import { atMiddle, posterior } from "./table.ts";

/** One line a class, while nobody has picked one: the posterior with the silence of that class [SI9]. */
export function classLines(work: Work, priors: readonly FiledEnds[]): NonNullable<Weighed["classLines"]> {
  const file = fileFor(work);
  const { ids } = work.prepared;
  return combinationsOfLines(work.stated, work.prepared.question.id).map(({ name, step, lines }) => {
    const { table, of } = tableOf(priors, rowsOf(work, lines));
    const values = { point: posterior(atMiddle(table)), range: drawnRanges(table) };
    const add = (
      e: number,
      last: string,
      { kind, end, value }: { kind: "point" | "range"; end: "from" | "to"; value: number },
    ) =>
      file.reckoned({
        id: file.id("class", step, stepFor(work, ids[e] as string), last),
        unit: "share",
        rule: "SI9",
        by: shapedName(kind, end, { of: e, table }),
        of,
        value,
      });
    return {
      name,
      explanations: ids.map((id, e) => {
        const range = values.range[e] as Ends;
        return {
          id,
          probability: add(e, "probability", { kind: "point", end: "from", value: values.point[e] as number }),
          from: add(e, "range-from", { kind: "range", end: "from", value: range.from }),
          to: add(e, "range-to", { kind: "range", end: "to", value: range.to }),
        };
      }),
    };
  });
}

/** The headline of a range: its own, or from the lowest to the highest of the class lines. */
export function headline(
  work: Work,
  e: number,
  { end, own, lines }: { end: "from" | "to"; own: () => FigureId; lines: NonNullable<Weighed["classLines"]> },
): FigureId {
  if (lines.length < 2) return own();
  const file = fileFor(work);
  const id = file.id("explanation", stepFor(work, work.prepared.ids[e] as string), `range-${end}`);
  const of = lines.map((l) => l.explanations[e]?.[end] as FigureId);
  return file.reckoned({ id, unit: "share", rule: "SI9", by: end === "from" ? "least" : "greatest", of });
}
