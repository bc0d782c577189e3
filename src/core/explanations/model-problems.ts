import type { ExplanationsModel, Judged, ModelEvidence, ModelFact, ModelQuestion } from "../model/explanations.ts";
import { type Problem, problem } from "../model/problem.ts";
import { type Ends, endsOf, isUsable, type SurpriseRanges } from "./judged.ts";
import { type Asked, answerAt, askedOf, combinations, keyOf, keysOf, leavesOf, listOf } from "./values.ts";

const shown = (value: unknown) => JSON.stringify(value) ?? String(value);

function twice(ids: readonly string[], among: string): Problem[] {
  return ids.filter((id, i) => ids.indexOf(id) < i).map((value) => problem("explanation-id-twice", { value, among }));
}

const outOfRange = (what: string, value: unknown) =>
  problem("explanation-value-out-of-range", { what, value: shown(value) });
const unknownId = (what: string, value: unknown, among: string) =>
  problem("explanation-unknown-id", { what, value: String(value), among });

function judgedProblem(what: string, judged: Judged, words: SurpriseRanges): Problem[] {
  const ends = endsOf(judged, words);
  if (ends === null) {
    const value = typeof judged === "object" && "word" in judged ? judged.word : shown(judged);
    return [problem("explanation-word-unknown", { what, value, words: Object.keys(words).join(", ") })];
  }
  return isUsable(ends) ? [] : [outOfRange(what, judged)];
}

const isPrior = (ends: Ends | null): boolean => ends !== null && isUsable(ends) && ends.to < 1;

function questionProblems(q: ModelQuestion, model: ExplanationsModel): Problem[] {
  const priors = q.explanations.flatMap(({ id, prior, priorGiven = {} }) => {
    const own = prior === undefined || isPrior(endsOf(prior)) ? [] : [outOfRange(`The prior of ${id}`, prior)];
    const given = Object.entries(priorGiven).flatMap(([of, chance]) =>
      isPrior(endsOf(chance)) ? [] : [outOfRange(`The prior of ${id} given ${of}`, chance)],
    );
    return [...own, ...given];
  });
  const leaves = leavesOf(q).length;
  const ids = q.explanations.map((e) => e.id);
  return [
    ...(leaves < 2 ? [problem("explanation-too-few", { question: q.id, count: leaves })] : []),
    ...twice(ids, "explanations"),
    ...q.explanations.flatMap((e) =>
      e.partOf === undefined || ids.includes(e.partOf)
        ? []
        : [unknownId(`The explanation ${e.id}`, e.partOf, `explanations of ${q.id}`)],
    ),
    ...priors,
    ...dependence(q, model),
  ];
}

/** A question that depends on nothing that is asked, on itself, or on starting chances for answers that the other does not have. */
function dependence(q: ModelQuestion, { questions }: ExplanationsModel): Problem[] {
  if (q.dependsOn === undefined) return [];
  const parent = questions.find((p) => p.id === q.dependsOn);
  if (parent === undefined) return [unknownId(`The question ${q.id}`, q.dependsOn, "questions")];
  const known = parent.explanations.map((e) => e.id);
  return q.explanations.flatMap((e) =>
    Object.keys(e.priorGiven ?? {})
      .filter((id) => !known.includes(id))
      .map((id) => unknownId(`The prior of ${e.id}`, id, `explanations of ${parent.id}`)),
  );
}

const asListed = (asked: readonly Asked[], on: string | readonly string[] | undefined) =>
  listOf(on).flatMap((id) => asked.find((a) => a.id === id) ?? []);

function missingOn(what: string, on: readonly string[], asked: readonly Asked[]): Problem[] {
  return on.filter((id) => !asked.some((a) => a.id === id)).map((id) => unknownId(what, id, "questions and facts"));
}

function factProblems(fact: ModelFact, asked: readonly Asked[]): Problem[] {
  const what = `The fact ${fact.id}`;
  const missing = missingOn(what, listOf(fact.on), asked);
  if (missing.length > 0) return missing;
  const values = asked.find((a) => a.id === fact.id && a.is === "fact")?.values ?? [];
  const on = asListed(asked, fact.on);
  const keys = keysOf(on);
  const chance = (ends: Ends | null) => ends !== null && ends.from >= 0 && ends.to <= 1 && ends.from <= ends.to;
  return [
    ...(values.length < 2 ? [problem("fact-too-few-values", { fact: fact.id, count: values.length })] : []),
    ...twice(values, `values of ${fact.id}`),
    ...(fact.observed === undefined || values.includes(fact.observed)
      ? []
      : [unknownId(what, fact.observed, `values of ${fact.id}`)]),
    ...Object.entries(fact.table).flatMap(([key, row]) => {
      if (!keys.includes(key)) return [unknownId(`The table of ${fact.id}`, key, "values it depends on")];
      const possible = row.some((x) => (endsOf(x)?.to ?? 0) > 0);
      const right = row.length === values.length && row.every((x) => chance(endsOf(x))) && possible;
      return right
        ? []
        : [problem("fact-row-wrong", { fact: fact.id, row: key, value: shown(row), values: values.length })];
    }),
    ...combinations(on.map((a) => a.values))
      .filter((of) => answerAt(fact.table, on, of) === undefined)
      .map((of) => problem("fact-row-missing", { fact: fact.id, row: keyOf(of) })),
  ];
}

/** Facts that depend on each other in a ring, and questions that do. */
function rings({ questions, facts = [] }: ExplanationsModel): Problem[] {
  const on = new Map([
    ...questions.map((q) => [q.id, q.dependsOn === undefined ? [] : [q.dependsOn]] as const),
    ...facts.map((f) => [f.id, listOf(f.on)] as const),
  ]);
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    (on.get(from) ?? []).some((id) => id === to || (!seen.has(id) && reaches(id, to, seen.add(id))));
  return [...on.keys()].filter((id) => reaches(id, id, new Set())).map((id) => problem("depends-on-itself", { id }));
}

function evidenceProblems(item: ModelEvidence, asked: readonly Asked[], words: SurpriseRanges): Problem[] {
  const on = listOf(item.on);
  if (on.length === 0) return [unknownId(`The item ${item.id}`, "", "questions and facts")];
  const missing = missingOn(`The item ${item.id}`, on, asked);
  if (missing.length > 0) return missing;
  const keys = keysOf(asListed(asked, on));
  return Object.entries(item.weights).flatMap(([id, judged]) => {
    const what = `The weight of ${item.id} under ${id}`;
    if (!keys.includes(id)) return [unknownId(what, id, `answers of ${on.join(" and ")}`)];
    const wrong = judgedProblem(what, judged, words);
    const ends = endsOf(judged, words);
    if (wrong.length > 0 || ends === null || item.observed === true || ends.to < 1) return wrong;
    // Not seen, or not yet: the chance of not seeing it counts too, and it must not be 0.
    return [outOfRange(what, judged)];
  });
}

function correlationProblems({ correlations = [], evidence }: ExplanationsModel): Problem[] {
  const ids = new Set(evidence.map((e) => e.id));
  return correlations.flatMap(({ items, rho }) => {
    const ends = endsOf(rho);
    const right = ends !== null && ends.from >= 0 && ends.to <= 1 && ends.from <= ends.to;
    return [
      ...(right ? [] : [problem("correlation-out-of-range", { items: items.join(", "), value: shown(rho) })]),
      ...items.filter((id) => !ids.has(id)).map((id) => unknownId("A correlation", id, "items")),
    ];
  });
}

/** Everything in the model that cannot be weighed, all at once. */
export function modelProblems(model: ExplanationsModel, words: SurpriseRanges): Problem[] {
  const asked = askedOf(model);
  const ring = rings(model);
  return [
    ...twice(
      [...model.questions, ...(model.facts ?? [])].map((q) => q.id),
      "questions or facts",
    ),
    ...twice(
      model.evidence.map((e) => e.id),
      "items",
    ),
    ...model.questions.flatMap((q) => questionProblems(q, model)),
    ...(model.facts ?? []).flatMap((fact) => factProblems(fact, asked)),
    ...model.evidence.flatMap((item) => evidenceProblems(item, asked, words)),
    ...correlationProblems(model),
    ...ring,
  ];
}
