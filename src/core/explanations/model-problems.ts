import type { ExplanationsModel, Judged, ModelEvidence, ModelQuestion } from "../model/explanations.ts";
import { type Problem, problem } from "../model/problem.ts";
import { endsOf, isUsable, type SurpriseRanges } from "./judged.ts";

const shown = (value: unknown) => JSON.stringify(value) ?? String(value);

function twice(ids: readonly string[], among: string): Problem[] {
  return ids.filter((id, i) => ids.indexOf(id) < i).map((value) => problem("explanation-id-twice", { value, among }));
}

function judgedProblem(what: string, judged: Judged, words: SurpriseRanges): Problem[] {
  const ends = endsOf(judged, words);
  if (ends === null) {
    const value = typeof judged === "object" && "word" in judged ? judged.word : shown(judged);
    return [problem("explanation-word-unknown", { what, value, words: Object.keys(words).join(", ") })];
  }
  return isUsable(ends) ? [] : [problem("explanation-value-out-of-range", { what, value: shown(judged) })];
}

function questionProblems(q: ModelQuestion): Problem[] {
  const priors = q.explanations.flatMap(({ id, prior }) => {
    if (prior === undefined) return [];
    const ends = endsOf(prior);
    if (ends !== null && isUsable(ends) && ends.to < 1) return [];
    return [problem("explanation-value-out-of-range", { what: `The prior of ${id}`, value: shown(prior) })];
  });
  const few = q.explanations.length < 2;
  return [
    ...(few ? [problem("explanation-too-few", { question: q.id, count: q.explanations.length })] : []),
    ...twice(
      q.explanations.map((e) => e.id),
      "explanations",
    ),
    ...priors,
  ];
}

function evidenceProblems(item: ModelEvidence, model: ExplanationsModel, words: SurpriseRanges): Problem[] {
  const question = model.questions.find((q) => q.id === item.question);
  if (question === undefined) {
    const facts = { what: `The item ${item.id}`, value: shown(item.question), among: "questions" };
    return [problem("explanation-unknown-id", facts)];
  }
  return Object.entries(item.weights).flatMap(([id, judged]) => {
    const what = `The weight of ${item.id} under ${id}`;
    if (!question.explanations.some((e) => e.id === id)) {
      return [problem("explanation-unknown-id", { what, value: id, among: `explanations of ${question.id}` })];
    }
    const wrong = judgedProblem(what, judged, words);
    const ends = endsOf(judged, words);
    if (wrong.length > 0 || ends === null || item.observed === true || ends.to < 1) return wrong;
    // Not seen, or not yet: the chance of not seeing it counts too, and it must not be 0.
    return [problem("explanation-value-out-of-range", { what, value: shown(judged) })];
  });
}

/** What this version cannot weigh, by the field that asks for it: named, never left out in silence. */
function notBuilt(model: ExplanationsModel): Problem[] {
  const refuse = (what: string, value: string) => problem("explanation-not-built", { what, value });
  const has = (object: object, field: string): boolean => {
    const value = (object as Readonly<Record<string, unknown>>)[field];
    return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
  };
  return [
    ...(has(model, "facts") ? [refuse("The model", "latent facts")] : []),
    ...model.questions
      .filter((q) => has(q, "dependsOn") || has(q, "given"))
      .map((q) => refuse(`The question ${q.id}`, "a question that depends on another")),
    ...model.evidence
      .filter((e) => typeof e.question !== "string" || has(e, "questions"))
      .map((e) => refuse(`The item ${e.id}`, "an item that bears on several questions")),
    ...model.evidence
      .filter((e) => has(e, "facts") || has(e, "origin"))
      .map((e) => refuse(`The item ${e.id}`, "latent facts")),
  ];
}

/** Everything in the model that cannot be weighed, all at once. */
export function modelProblems(model: ExplanationsModel, words: SurpriseRanges): Problem[] {
  const refused = notBuilt(model);
  if (refused.length > 0) return refused;
  return [
    ...twice(
      model.questions.map((q) => q.id),
      "questions",
    ),
    ...twice(
      model.evidence.map((e) => e.id),
      "items",
    ),
    ...model.questions.flatMap(questionProblems),
    ...model.evidence.flatMap((item) => evidenceProblems(item, model, words)),
  ];
}
