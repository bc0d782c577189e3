import type { AssessedQuestion } from "../model/assessment.ts";
import type { ExplanationsModel, Judged, ModelEvidence, ModelFact, ModelQuestion } from "../model/explanations.ts";
import { byCodeUnit } from "../model/span.ts";
import { spanOf } from "./file-cells.ts";
import { endsOf, type SurpriseRanges } from "./judged.ts";
import {
  author,
  bearsOn,
  cellJudgments,
  type Explanation,
  type Gathered,
  isWeighed,
  type Judgment,
  type Question,
  type QuestionsInput,
  type SilenceTerm,
} from "./stated-input.ts";

type Answer = AssessedQuestion["answer"];

/** Question of a fact: that of the explanations in its table. */
function questionsOfFact(input: QuestionsInput, fact: string): string[] {
  const table = input.facts?.find((f) => f.body.fact === fact)?.body.table ?? {};
  return Object.keys(table).flatMap(
    (id) => input.explanations.find((e) => e.body.explanation === id)?.body.question ?? [],
  );
}

/** Items that somebody has weighed join what they bear on; others bear on one question each, or on nothing yet. */
const isIn = (input: QuestionsInput, item: QuestionsInput["evidence"][number]) =>
  bearsOn(item).length === 1 || isWeighed(input, item.body.evidence);

/** The questions that hang together: by dependence, by a fact, by an item on several of them. In the order in which they were stated. */
export function groupsOf(input: QuestionsInput): Question[][] {
  const home = new Map(input.questions.map((q) => [q.body.question, q.body.question]));
  const root = (id: string): string => (home.get(id) === id ? id : root(home.get(id) as string));
  const join = (ids: readonly string[]) => {
    const [first, ...rest] = ids.filter((id) => home.has(id));
    for (const id of rest) home.set(root(id), root(first as string));
  };
  for (const { body } of input.questions) if (body.dependsOn !== undefined) join([body.question, body.dependsOn]);
  for (const item of input.evidence) {
    if (!isIn(input, item)) continue;
    join([...item.body.questions, ...item.body.facts.flatMap((f) => questionsOfFact(input, f))]);
  }
  const groups = new Map<string, Question[]>();
  for (const q of input.questions) {
    const id = root(q.body.question);
    groups.set(id, [...(groups.get(id) ?? []), q]);
  }
  return [...groups.values()];
}

/** A strategic share stated for an explanation of the question; the latest holds. */
function strategicOf(input: QuestionsInput, explanations: readonly Explanation[]): Gathered["strategic"] {
  const stated = (input.assumptions ?? []).filter((a) => a.body.what === "strategic-share");
  return Object.fromEntries(
    stated.flatMap((a) => {
      const of = explanations.find((e) => e.body.explanation === a.body.explanation);
      return of === undefined ? [] : [[of.body.explanation, a]];
    }),
  );
}

/** Silence and claim terms of a question: of its incident, and of actors that tell its explanations apart [SI10, SI12]. */
function termsOf(input: QuestionsInput, question: Question, strategic: Gathered["strategic"]): SilenceTerm[] {
  const incidents = new Set((input.silences ?? []).map((t) => t.incident));
  const mine = question.body.incident;
  const explanations = input.explanations.filter((e) => e.body.question === question.body.question);
  return (input.silences ?? [])
    .filter((t) => (mine === undefined ? incidents.size === 1 : t.incident === null || t.incident === mine))
    .filter((t) => {
      const naming = explanations.filter((e) => e.body.actors.includes(t.actor));
      const hiding = naming.some((e) => strategic[e.body.explanation]?.body.actor === t.actor);
      return naming.length > 0 && (naming.length < explanations.length || (hiding && naming.length > 1));
    });
}

/** Where questions hang together a silence enters once: in the first whose explanations it tells apart. */
function onceEach(terms: Gathered["terms"]): Gathered["terms"] {
  return terms.filter(({ term }, i) => terms.findIndex((t) => t.term.id === term.id) === i);
}

export function gather(input: QuestionsInput, questions: readonly Question[]): Gathered {
  const ids = questions.map((q) => q.body.question);
  const explanations = input.explanations
    .filter((e) => ids.includes(e.body.question))
    .sort((a, b) => byCodeUnit(a.body.explanation, b.body.explanation));
  const facts = (input.facts ?? []).filter((f) => questionsOfFact(input, f.body.fact).some((q) => ids.includes(q)));
  const known = new Set([...ids, ...facts.map((f) => f.body.fact)]);
  const evidence = input.evidence.filter(
    (e) => isIn(input, e) && bearsOn(e).length > 0 && bearsOn(e).every((id) => known.has(id)),
  );
  const strategic = strategicOf(input, explanations);
  return {
    questions,
    explanations,
    facts,
    evidence,
    strategic,
    terms: onceEach(
      questions.flatMap((q) => termsOf(input, q, strategic).map((term) => ({ question: q.body.question, term }))),
    ),
    correlations: (input.assumptions ?? []).filter(
      (a) =>
        a.body.what === "correlation" &&
        (a.body.items ?? []).every((id) => evidence.some((e) => e.body.evidence === id)),
    ),
    judgments: Object.fromEntries(evidence.map((e) => [e.body.evidence, cellJudgments(input, e)])),
  };
}

/** A named accusation needs the approval of somebody other than the one who stated it [XP10]. */
function isApproved(input: QuestionsInput, explanation: Explanation): boolean {
  return (input.approvals ?? []).some(
    ({ body, ...entry }) =>
      body.of === "named-accusation" &&
      body.object === explanation.body.explanation &&
      author({ ...entry, body }) !== author(explanation),
  );
}

/** Why the questions can't be weighed, whatever the numbers: an accusation that nobody approved [XP10], a silence explained by a will to hide without a share [SI12]. */
export function barred(input: QuestionsInput, { explanations, strategic }: Gathered): Answer | null {
  const unknown = (reason: string, missing: string[]): Answer => ({ is: "unknown", reason, missing });
  const accusing = explanations.filter((e) => e.body.accusesPerson === true && !isApproved(input, e));
  if (accusing.length > 0) {
    return unknown(
      "accuses-person",
      accusing.map((e) => `a second person’s approval to weigh “${e.body.text}”, which accuses a person`),
    );
  }
  const hiding = explanations.filter(
    (e) => e.body.strategicFor !== undefined && strategic[e.body.explanation] === undefined,
  );
  if (hiding.length === 0) return null;
  return unknown(
    "no-strategic-share",
    hiding.map(
      (e) => `the share of its attacks that the actor hides on purpose, for “${e.body.text}”, which fits any silence`,
    ),
  );
}

/** A cell's value for checking: the one answer as it was given, or the span of several. */
function cellValue(list: readonly Judgment[], words: SurpriseRanges): Judged {
  const [first] = list as [Judgment];
  const known = list.every((j) => endsOf(j.value, words) !== null);
  return list.length === 1 || !known
    ? (list.find((j) => endsOf(j.value, words) === null) ?? first).value
    : spanOf(list, words);
}

/** A strategic explanation has its starting chance from its share: 0.5 holds its place until the figures are filed. */
const PLACE = 0.5;

/** What was stated as a model; the figures of silences, strategic shares and exponents come in when they are filed. */
export function modelOf(input: QuestionsInput, gathered: Gathered, words: SurpriseRanges): ExplanationsModel {
  const { questions, explanations, evidence, facts, terms, judgments, strategic, correlations } = gathered;
  const stated = evidence.map((entry): ModelEvidence => {
    const { body } = entry;
    const credibility = input.credibility?.[body.evidence];
    return {
      id: body.evidence,
      on: bearsOn(entry),
      observed: body.observed === null ? null : true,
      weights: Object.fromEntries(
        Object.entries(judgments[body.evidence] ?? {}).map(([key, list]) => [key, cellValue(list, words)]),
      ),
      ...(body.relevance === undefined ? {} : { relevance: body.relevance }),
      ...(credibility === undefined ? {} : { credibility }),
      ...(input.unjudged?.[body.evidence] === undefined ? {} : { unjudged: true }),
    };
  });
  const computed = terms.map(
    ({ question, term }): ModelEvidence => ({
      id: term.id,
      on: question,
      observed: true,
      computed: true,
      weights: Object.fromEntries(
        explanations.filter((e) => e.body.question === question).map((e) => [e.body.explanation, PLACE]),
      ),
    }),
  );
  return {
    questions: questions.map(
      ({ body: q }): ModelQuestion => ({
        id: q.question,
        ...(q.dependsOn === undefined || !questions.some((o) => o.body.question === q.dependsOn)
          ? {}
          : { dependsOn: q.dependsOn }),
        ...(q.threshold === undefined ? {} : { threshold: q.threshold }),
        explanations: explanations
          .filter((e) => e.body.question === q.question)
          .map(({ body }) => {
            const prior = strategic[body.explanation] === undefined ? body.prior : (body.prior ?? PLACE);
            return {
              id: body.explanation,
              ...(prior === undefined ? {} : { prior }),
              ...(body.priorGiven === undefined ? {} : { priorGiven: body.priorGiven }),
              ...(body.partOf === undefined ? {} : { partOf: body.partOf }),
            };
          }),
      }),
    ),
    facts: facts.map(
      ({ body }): ModelFact => ({
        id: body.fact,
        values: body.values,
        on: [...new Set(questionsOfFact(input, body.fact))],
        table: body.table,
      }),
    ),
    evidence: [...stated, ...computed],
    ...(input.copies === undefined ? {} : { origins: input.copies }),
    correlations: correlations.flatMap(({ body }) =>
      body.items === undefined || (typeof body.value === "object" && "law" in body.value)
        ? []
        : [{ items: body.items, rho: body.value }],
    ),
  };
}
