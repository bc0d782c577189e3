import type { AssessedQuestion } from "../model/assessment.ts";
import type { EventBodies } from "../model/event.ts";
import type { ExplanationsModel, Judged, ModelEvidence } from "../model/explanations.ts";
import type { FigureBook } from "../model/figure.ts";
import { SURPRISE_RANGES } from "../model/likelihood.ts";
import type { Problem } from "../model/problem.ts";
import { byCodeUnit } from "../model/span.ts";
import { fileAnswer } from "./file-answer.ts";
import { filing, spanOf, stepsOf } from "./file-cells.ts";
import { endsOf, type SurpriseRanges } from "./judged.ts";
import { modelProblems } from "./model-problems.ts";
import { components, preparedOf, type Together } from "./prepare.ts";
import {
  author,
  cellJudgments,
  type Explanation,
  type Gathered,
  isWeighed,
  type Judgment,
  type Question,
  type QuestionsInput,
  type SilenceTerm,
} from "./stated-input.ts";
import { refusal, remarks } from "./weigh-explanations.ts";

type Answer = AssessedQuestion["answer"];

/** Silence and claim terms of this question: of its incident, and of actors that some but not all of its explanations name [SI10]. */
function termsOf(input: QuestionsInput, question: Question, explanations: readonly Explanation[]): SilenceTerm[] {
  const incidents = new Set((input.silences ?? []).map((t) => t.incident));
  const mine = question.body.incident;
  return (input.silences ?? [])
    .filter((t) => (mine === undefined ? incidents.size === 1 : t.incident === null || t.incident === mine))
    .filter((t) => {
      const named = explanations.filter((e) => e.body.actors.includes(t.actor)).length;
      return named > 0 && named < explanations.length;
    });
}

function gather(input: QuestionsInput, question: Question): Gathered {
  const explanations = input.explanations
    .filter((e) => e.body.question === question.body.question)
    .sort((a, b) => byCodeUnit(a.body.explanation, b.body.explanation));
  const evidence = input.evidence.filter((e) => e.body.questions.includes(question.body.question));
  const judgments = Object.fromEntries(evidence.map((e) => [e.body.evidence, cellJudgments(input, e.body.evidence)]));
  return { question, explanations, evidence, terms: termsOf(input, question, explanations), judgments };
}

/** Why the question can't be weighed, whatever the numbers: what this version lacks, or an accusation that nobody approved [XP10]. */
function barred(input: QuestionsInput, { question, explanations, evidence }: Gathered): Answer | null {
  const unknown = (reason: string, missing: string[]): Answer => ({ is: "unknown", reason, missing });
  if (question.body.dependsOn !== undefined) {
    return unknown("dependent-question", ["weighing a question that depends on another: ask it by itself"]);
  }
  const weighed = evidence.filter((e) => isWeighed(input, e.body.evidence));
  const joint = weighed.filter((e) => e.body.questions.length > 1);
  if (joint.length > 0) {
    return unknown(
      "joint-evidence",
      joint.map((e) => `weighing “${e.body.text}” for several questions: let it bear on one`),
    );
  }
  const latent = weighed.filter((e) => e.body.facts.length > 0);
  if (latent.length > 0) {
    return unknown(
      "latent-facts",
      latent.map((e) => `weighing “${e.body.text}” through a fact: let it bear on the question`),
    );
  }
  const accusing = explanations.filter((e) => e.body.accusesPerson === true && !isApproved(input, e));
  if (accusing.length === 0) return null;
  return unknown(
    "accuses-person",
    accusing.map((e) => `a second person’s approval to weigh “${e.body.text}”, which accuses a person`),
  );
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

function modelOf(input: QuestionsInput, gathered: Gathered, words: SurpriseRanges): ExplanationsModel {
  const { question, explanations, evidence, terms, judgments } = gathered;
  const id = question.body.question;
  const stated = evidence
    .filter((e) => e.body.questions.length === 1)
    .map(({ body }): ModelEvidence => {
      const cells = judgments[body.evidence] ?? {};
      const weights = Object.fromEntries(Object.entries(cells).map(([e, list]) => [e, cellValue(list, words)]));
      const credibility = input.credibility?.[body.evidence];
      return {
        id: body.evidence,
        on: id,
        observed: body.observed === null ? null : true,
        weights,
        ...(body.relevance === undefined ? {} : { relevance: body.relevance }),
        ...(credibility === undefined ? {} : { credibility }),
      };
    });
  const computed = terms.map((t): ModelEvidence => ({ id: t.id, on: id, observed: true, computed: true, weights: {} }));
  return {
    questions: [
      {
        id,
        explanations: explanations.map(({ body }) => ({
          id: body.explanation,
          ...(body.prior === undefined ? {} : { prior: body.prior }),
        })),
      },
    ],
    evidence: [...stated, ...computed],
    ...(input.copies === undefined ? {} : { origins: input.copies }),
  };
}

/** A cell's value for checking: the one answer as it was given, or the span of several. */
function cellValue(list: readonly Judgment[], words: SurpriseRanges): Judged {
  const [first] = list as [Judgment];
  const known = list.every((j) => endsOf(j.value, words) !== null);
  return list.length === 1 || !known
    ? (list.find((j) => endsOf(j.value, words) === null) ?? first).value
    : spanOf(list, words);
}

/** An item as it is printed: the question of fact with what was observed; a plain "yes" to a statement goes without saying. */
function itemText({ text, observed }: EventBodies["evidence.stated"]): string {
  if (observed === null) return text;
  const asked = /[?؟]\s*$/u.test(text);
  return !asked && /^(yes|true|seen)$/iu.test(observed) ? text : `${text.trim()}${asked ? "" : ":"} ${observed}`;
}

/** What is missing for a posterior [XP3], to print: which starting chances, which answers. */
function missingWords(reason: string, ids: readonly string[], texts: Readonly<Record<string, string>>): string[] {
  if (reason === "no-prior") return ids.map((id) => `a starting chance for “${texts[id]}”`);
  if (ids.length === 0) return ["an item of evidence that somebody has weighed under two explanations"];
  return ids.map((id) => `answers for two explanations on “${texts[id]}”`);
}

function answerOf(
  input: QuestionsInput,
  gathered: Gathered,
  book: FigureBook,
): { answer: Answer; problems: Problem[] } {
  const { question, explanations, evidence, terms } = gathered;
  const words = input.surpriseRanges ?? SURPRISE_RANGES;
  const none = (reason: string, missing: readonly string[]): Answer => ({ is: "unknown", reason, missing });
  const bar = barred(input, gathered);
  if (bar !== null) return { answer: bar, problems: [] };
  const model = modelOf(input, gathered, words);
  const wrong = modelProblems(model, words);
  if (wrong.length > 0)
    return {
      answer: none(
        "unusable-judgment",
        wrong.map((p) => p.message),
      ),
      problems: wrong,
    };
  const [together] = components(model, words) as [Together];
  const prepared = preparedOf(together);
  const texts = Object.fromEntries([
    ...explanations.map((e) => [e.body.explanation, e.body.text]),
    ...evidence.map((e) => [e.body.evidence, itemText(e.body)]),
    ...terms.map((t) => [t.id, t.text]),
  ]) as Record<string, string>;
  const problems = remarks(together, input.equalPriors === true);
  const refused = refusal(together, input.equalPriors === true);
  if (refused !== null) {
    return { answer: none(refused.reason, missingWords(refused.reason, refused.missing, texts)), problems };
  }
  const steps = stepsOf([...prepared.ids, ...[...prepared.seen, ...prepared.notYet].map((i) => i.item.id)]);
  const ownStep = stepsOf(input.questions.map((q) => q.body.question))[question.body.question] as string;
  const file = filing(book, [...(input.path ?? []), "explanations", ownStep]);
  const expected = Object.fromEntries(evidence.map((e) => [e.body.evidence, e.body.values[0] ?? "yes"]));
  return { answer: fileAnswer({ input, gathered, prepared, words, file, steps, texts, expected }), problems };
}

/**
 * Each stated question with its answer, in the order handed in (a case's first question is its main one): weighed, every number filed as a figure, or unknown with what is missing, to print [XP3]. Figures of
 * starting chances and answers are grounded in the judgments; everything else is reckoned from them by `explanationFormula`. An answer
 * as a range or a word counts with its middle in the probability and whole in the range; a computed silence counts with its own number.
 */
export function assessQuestions(input: QuestionsInput, book: FigureBook): AssessedQuestion[] {
  return input.questions.map((question) => {
    const gathered = gather(input, question);
    const { answer, problems } = answerOf(input, gathered, book);
    return {
      id: question.body.question,
      text: question.body.text,
      explanations: gathered.explanations.map((e) => ({ id: e.body.explanation, text: e.body.text })),
      answer,
      ...(problems.length > 0 ? { problems } : {}),
    };
  });
}
