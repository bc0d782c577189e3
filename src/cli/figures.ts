import type { AssessmentBody } from "../core/model/assessment.ts";
import type { FigureId } from "../core/model/id.ts";

/** Looks up the values of an assessment's figures; an id that is not there is a mistake of ours and throws. */
export function figureReader(assessment: AssessmentBody): (id: FigureId) => number {
  const values = new Map(assessment.figures.map((f) => [f.id, f.value]));
  return (id) => {
    const value = values.get(id);
    if (value === undefined) throw new Error(`no figure ${id}`);
    return value;
  };
}
