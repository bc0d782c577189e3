import { assess } from "./assess.ts";
import type { AssessOptions } from "./assess-options.ts";
import { infosOf } from "./lineage/loose-texts.ts";
import { looseCase } from "./loose.ts";
import type { Assessment } from "./model/assessment.ts";
import type { TextInput } from "./model/reading.ts";

export { assess } from "./assess.ts";
export type { AssessOptions } from "./assess-options.ts";
export { foldCase } from "./case/fold.ts";
export type * from "./model/assessment.ts";
export type { Figure, Ground } from "./model/figure.ts";
export type { Problem } from "./model/problem.ts";
export type { TextInput, TextObject } from "./model/reading.ts";
export type { CaseState } from "./model/state.ts";
export { type Trace, type TraceGround, why } from "./why.ts";

/**
 * The assessment of loose texts [DESIGN §4]: who says who did it, on whose word, how many origins there are, what the silence is worth.
 * A text's id is its name; one without a name gets its place in code-unit order.
 * Throws a RangeError for two texts of one name, and a ProblemError if `asOf` is no day or instant.
 */
export function assessTexts(texts: readonly TextInput[], options: AssessOptions): Assessment {
  const { state, texts: words } = looseCase(infosOf(texts).map((info) => ({ info })));
  return assess(state, words, options);
}
