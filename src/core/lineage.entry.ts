import { checkRead } from "./lineage/check.ts";
import { type CompareOptions, compareRead } from "./lineage/compare.ts";
import type { JudgeOptions } from "./lineage/judge.ts";
import { infosOf } from "./lineage/loose-texts.ts";
import type { ReadText } from "./lineage/prepare.ts";
import { traceLineage as traceRead } from "./lineage/trace.ts";
import type { Check, Comparison, LineageGraph } from "./model/lineage.ts";
import type { TextInfo, TextInput } from "./model/reading.ts";
import { readText } from "./read.ts";

export {
  type Candidate,
  type CandidateIndex,
  type CandidateOptions,
  candidateIndex,
} from "./lineage/candidate-index.ts";
export type { CompareOptions } from "./lineage/compare.ts";
export type { JudgeOptions } from "./lineage/judge.ts";
export type * from "./model/lineage.ts";
export type { TextInfo, TextInput, TextObject } from "./model/reading.ts";

function read(info: TextInfo): ReadText {
  return { info, reading: readText(info) };
}

/** Two texts side by side [LI3–LI5, LI7]: how they relate, which derives from which, and what changed. */
export function compareTexts(a: TextInput, b: TextInput, options: CompareOptions = {}): Comparison {
  const [x, y] = infosOf([a, b]) as [TextInfo, TextInfo];
  return compareInfos(x, y, options);
}

/** The same for texts of which more is known than their words: links, parts, times as intervals. */
export function compareInfos(a: TextInfo, b: TextInfo, options: CompareOptions = {}): Comparison {
  return compareRead(read(a), read(b), options);
}

/** Each sentence of a text against its sources: backed, hardened, softened, source dropped, changed, contradicted, or no source found. */
export function checkText(text: TextInput, against: readonly TextInput[]): Check {
  const [checked, ...sources] = infosOf([text, ...against]) as [TextInfo, ...TextInfo[]];
  return checkInfo(checked, sources);
}

/** The same for texts of which more is known than their words. */
export function checkInfo(text: TextInfo, against: readonly TextInfo[]): Check {
  return checkRead(read(text), against.map(read));
}

/** Who derives from whom among texts [LI6], the origins with their count as a range, and the sources cited that are not among them. */
export function traceLineage(texts: readonly TextInput[], options: JudgeOptions = {}): LineageGraph {
  return traceRead(infosOf(texts).map(read), options);
}
