import type { AssessedQuestion } from "../model/assessment.ts";
import type { EventBodies } from "../model/event.ts";
import type { FigureBook } from "../model/figure.ts";
import { SURPRISE_RANGES } from "../model/likelihood.ts";
import { type Problem, ProblemError, problem } from "../model/problem.ts";
import { fileAnswer } from "./file-answer.ts";
import { filing, stepsOf } from "./file-cells.ts";
import { fileNetwork } from "./file-network.ts";
import type { Stated } from "./file-numbers.ts";
import type { Weighed } from "./file-work.ts";
import { barred, gather, groupsOf, modelOf } from "./group.ts";
import { endsOf } from "./judged.ts";
import { modelProblems } from "./model-problems.ts";
import { components, isPlain, preparedOf, type Together } from "./prepare.ts";
import type { Gathered, Question, QuestionsInput } from "./stated-input.ts";
import { refusal, remarks } from "./weigh-explanations.ts";

type Answer = AssessedQuestion["answer"];

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

/** A strategic share that is larger than what the actor leaves unclaimed [SI12]. */
function shareProblems(gathered: Gathered, book: FigureBook): Problem[] {
  const values = new Map(book.list().map((f) => [f.id, f.value]));
  return Object.entries(gathered.strategic).flatMap(([explanation, { body }]) => {
    const ends = typeof body.value === "object" && "law" in body.value ? null : endsOf(body.value);
    const lines = gathered.terms.filter((t) => t.term.actor === body.actor).flatMap((t) => t.term.lines);
    const most = Math.min(1, ...lines.map((l) => 1 - (l.share === undefined ? 0 : (values.get(l.share) ?? 0))));
    if (ends !== null && ends.from > 0 && ends.to < 1 && ends.to <= most) return [];
    return [
      problem("strategic-share-too-large", {
        explanation,
        share: ends?.to ?? "no share",
        most: Math.round(most * 100) / 100,
      }),
    ];
  });
}

function statedOf(input: QuestionsInput, gathered: Gathered, book: FigureBook): Stated {
  const { questions, explanations, evidence, facts, terms } = gathered;
  const texts = Object.fromEntries([
    ...questions.map((q) => [q.body.question, q.body.text]),
    ...explanations.map((e) => [e.body.explanation, e.body.text]),
    ...facts.map((f) => [f.body.fact, f.body.text]),
    ...evidence.map((e) => [e.body.evidence, itemText(e.body)]),
    ...terms.map(({ term }) => [term.id, term.text]),
  ]) as Record<string, string>;
  const own = stepsOf(input.questions.map((q) => q.body.question));
  return {
    input,
    gathered,
    texts,
    words: input.surpriseRanges ?? SURPRISE_RANGES,
    steps: stepsOf(Object.keys(texts)),
    expected: Object.fromEntries(evidence.map((e) => [e.body.evidence, e.body.values[0] ?? "yes"])),
    files: Object.fromEntries(
      questions.map(({ body }) => [
        body.question,
        filing(book, [...(input.path ?? []), "explanations", own[body.question] as string]),
      ]),
    ),
  };
}

interface Answered {
  readonly answer: Answer;
  readonly problems: readonly Problem[];
}

/** One component with its answers by question; a model that is too large is refused by name. */
function answersOf(stated: Stated, together: Together): Readonly<Record<string, Answered>> {
  const equalPriors = stated.input.equalPriors === true;
  const problems = remarks(together, equalPriors);
  const all = (answer: Answer, found: readonly Problem[]) =>
    Object.fromEntries(together.questions.map((q) => [q.id, { answer, problems: found }]));
  const refused = refusal(together, equalPriors);
  if (refused !== null) {
    const missing = missingWords(refused.reason, refused.missing, stated.texts);
    return all({ is: "unknown", reason: refused.reason, missing }, problems);
  }
  if (isPlain(together)) return all(fileAnswer({ stated, prepared: preparedOf(together) }), problems);
  try {
    const answers: Readonly<Record<string, Weighed>> = fileNetwork({ stated, together });
    return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { answer, problems }]));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return all({ is: "unknown", reason: "too-large", missing: error.problems.map((p) => p.message) }, error.problems);
  }
}

/** The questions of a group with their answers. */
function answersOfGroup(
  input: QuestionsInput,
  questions: readonly Question[],
  book: FigureBook,
): Readonly<Record<string, Answered>> {
  const gathered = gather(input, questions);
  const all = (answer: Answer, problems: readonly Problem[]) =>
    Object.fromEntries(questions.map((q) => [q.body.question, { answer, problems }]));
  const bar = barred(input, gathered);
  if (bar !== null) return all(bar, []);
  const words = input.surpriseRanges ?? SURPRISE_RANGES;
  const model = modelOf(input, gathered, words);
  const wrong = [...modelProblems(model, words), ...shareProblems(gathered, book)];
  if (wrong.length > 0) {
    return all({ is: "unknown", reason: "unusable-judgment", missing: wrong.map((p) => p.message) }, wrong);
  }
  const stated = statedOf(input, gathered, book);
  return Object.assign({}, ...components(model, words).map((together) => answersOf(stated, together)));
}

/**
 * Each stated question with its answer, in the order handed in (a case's first question is its main one): weighed, every number filed as a
 * figure, or unknown with what is missing, to print [XP3]. Figures of starting chances and answers are grounded in the judgments; everything
 * else is reckoned from them by `explanationFormula`. An answer as a range or a word counts with its middle in the probability and whole in
 * the range; a computed silence counts with its own number. Questions that hang together are weighed together [XP1].
 */
export function assessQuestions(input: QuestionsInput, book: FigureBook): AssessedQuestion[] {
  const answered: Readonly<Record<string, Answered>> = Object.assign(
    {},
    ...groupsOf(input).map((questions) => answersOfGroup(input, questions, book)),
  );
  return input.questions.map(({ body }) => {
    const { answer, problems } = answered[body.question] as Answered;
    return {
      id: body.question,
      text: body.text,
      explanations: input.explanations
        .filter((e) => e.body.question === body.question)
        .map((e) => ({ id: e.body.explanation, text: e.body.text }))
        .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
      answer,
      ...(problems.length > 0 ? { problems } : {}),
    };
  });
}
