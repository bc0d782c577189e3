import type { Brief } from "../model/brief.ts";
import { type Problem, problem } from "../model/problem.ts";
import {
  citationProblems,
  conditionProblems,
  factorProblems,
  quoteProblems,
  roundingProblems,
  unknownProblems,
  wordProblems,
} from "./lint-figures.ts";
import {
  confidenceProblems,
  lengthProblems,
  numberProblems,
  type Placed,
  rowProblems,
  symbolProblems,
} from "./lint-text.ts";
import { STANDING } from "./page-one.ts";
import { read } from "./prose.ts";
import type { Wording } from "./wording/wording.ts";
import { wordingOf } from "./wording/wordings.ts";

/** A standing section that is missing or empty, and a standing line that is not there [BR5, SI12]. */
function standingProblems(brief: Brief, say: Wording): Problem[] {
  const { sections, version } = brief;
  const missing = STANDING.filter((id) => !sections.some((s) => s.id === id && s.sentences.length > 0));
  const text = (id: string) =>
    sections
      .filter((s) => s.id === id)
      .flatMap((s) => s.sentences.map((x) => read(x, say)))
      .join(" ");
  const made = text("made-how");
  const silence = sections.find((s) => s.id === "silence");
  const counted = silence?.sentences.some((s) => s.parts.some((p) => p.is === "figure" && p.as === "of-100")) === true;
  const lines: [boolean, string][] = [
    [say.lint.legal.test(made), "that it is not a legal finding"],
    [say.lint.checked.test(made), "who checked it"],
    [made.includes(version), "which version made it"],
    [
      !counted || say.lint.cannotTell.test(text("silence")),
      "that a silence cannot tell “did it and hides it” from “did not do it”",
    ],
    [brief.demonstration === null || made.includes(brief.demonstration), "that it is a demonstration"],
  ];
  return [
    ...missing.map((section) => problem("brief-section-missing", { section })),
    ...(missing.includes("made-how")
      ? []
      : lines.filter(([there]) => !there).map(([, line]) => problem("brief-standing-line-missing", { line }))),
  ];
}

/**
 * Everything that is wrong with a brief by BR1–BR7, in its order; empty when nothing is. It needs the brief alone: whether the figures are
 * right is for `why`, whether the quotes are in the texts for `verify`.
 */
export function lintBrief(brief: Brief): Problem[] {
  const figures = new Map(brief.figures.map((f) => [f.id, f]));
  const say = wordingOf(brief.language);
  const placed: Placed[] = brief.sections.flatMap((section) =>
    section.sentences.map((sentence) => ({ section, sentence, say })),
  );
  return [
    ...standingProblems(brief, say),
    ...lengthProblems(brief),
    ...unknownProblems(brief, figures),
    ...placed.flatMap((p) => [
      ...wordProblems(p, figures),
      ...rowProblems(p),
      ...confidenceProblems(p),
      ...roundingProblems(p, figures),
      ...numberProblems(p),
      ...symbolProblems(p),
      ...factorProblems(p),
      ...conditionProblems(p),
      ...citationProblems(p, brief, figures),
    ]),
    ...quoteProblems(brief),
  ];
}
