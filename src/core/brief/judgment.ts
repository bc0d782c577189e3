import type { AssessedExplanation, AssessedQuestion, AssessmentBody } from "../model/assessment.ts";
import type { BriefSentence } from "../model/brief.ts";
import { slug } from "../model/id.ts";
import { likelihoodIn, likelihoodWord } from "../model/likelihood.ts";
import { type Piece, read, sentence } from "./prose.ts";
import { english } from "./wording/english.ts";
import type { Wording } from "./wording/wording.ts";
import { rangePieces, type Writing } from "./writing.ts";

export type WeighedAnswer = Extract<AssessedQuestion["answer"], { is: "weighed" }>;

/** A question that somebody has weighed, with its answer. */
export interface WeighedQuestion {
  readonly question: AssessedQuestion;
  readonly answer: WeighedAnswer;
}

/** The weighed questions of an assessment, in their order. */
export function weighedQuestions(questions: readonly AssessedQuestion[]): WeighedQuestion[] {
  return questions.flatMap((question) =>
    question.answer.is === "weighed" ? [{ question, answer: question.answer }] : [],
  );
}

/** "likely, 50 to 85 in 100": the word where one or two fit, then the range [XP4, BR4]. */
function chancePieces(w: Writing, e: AssessedExplanation): Piece[] {
  const { judgment } = w.say;
  const range = judgment.in100(rangePieces(w, e, "of-100"));
  if (e.words !== null) {
    return judgment.chance(range, likelihood(w, e.words, e), "word");
  }
  const [low, high] = [likelihoodWord(w.value(e.from)), likelihoodWord(w.value(e.to))];
  // Beyond 1 and 99 in 100 there is no word; else the range is too wide, or the word hangs on one item.
  if (low === null || high === null) return judgment.chance(range, null, "beyond");
  const far = high.from - low.to > 0;
  return judgment.chance(range, null, far ? "far" : (e.withheld ?? "one-item"));
}

function likelihood(w: Writing, words: readonly string[], { from, to }: AssessedExplanation): Piece {
  return { is: "likelihood", words: words.map((word) => likelihoodIn(w.say.language, word)), from, to };
}

/** The condition of every chance in a brief: whose judgments. */
export function given(w: Writing, { analysts }: WeighedAnswer): Piece[] {
  return w.say.judgment.given(w.say.judgment.judgmentsOf(analysts), w.assessment.equalPriors);
}

function leading(w: Writing, { question, answer }: WeighedQuestion): BriefSentence {
  const [first] = answer.ranking as [AssessedExplanation];
  return sentence(
    w.say.judgment.leading({
      first: w.titled(first.text),
      question: w.titled(question.text),
      given: given(w, answer),
      chance: chancePieces(w, first),
      middle: w.figure(first.probability, "of-100"),
    }),
  );
}

/** Most of the other explanations that page one names; what is less likely stands in a note. */
const MOST_OTHERS = 4;

function others(w: Writing, { answer }: WeighedQuestion): BriefSentence[] {
  const rest = answer.ranking.slice(1);
  if (rest.length === 0) return [];
  const items = rest.slice(0, MOST_OTHERS).map((e) => ({ text: w.titled(e.text), chance: chancePieces(w, e) }));
  const left = rest.slice(MOST_OTHERS);
  const ranges = left.map((e) => ({
    text: e.text,
    range: read(sentence(rangePieces(w, e, "of-100")), w.say),
  }));
  const figures = left.flatMap((e) => [e.from, e.to]);
  const notes = left.length === 0 ? [] : [w.remark(w.say.judgment.lessLikely(ranges), figures)];
  return [sentence(w.say.judgment.others(items, left.length > 0), { notes })];
}

/** The item without which another explanation would lead; the first by the ledger's order. */
export function decidingItem({ answer }: WeighedQuestion): WeighedAnswer["leaveOneOut"][number] | null {
  const leader = answer.ranking[0]?.id;
  return answer.leaveOneOut.find((l) => l.leader !== leader) ?? null;
}

/** The text of an item of evidence as a brief prints it: a silence or a claim that is weighed has none of a person's. */
export function itemText(
  w: Pick<Writing, "say" | "spelled"> & { readonly assessment: Pick<AssessmentBody, "silences"> },
  { evidence, text = evidence }: { readonly evidence: string; readonly text?: string },
): string {
  const [, what, actor] = /^(silence|claim)-(.+)$/u.exec(evidence) ?? [];
  const told = w.assessment.silences.find((s) => slug(s.actor) === actor);
  if (what === undefined || told === undefined) return evidence === "prior" ? w.say.ours(text) : text;
  const said = w.say.silence.term(what as "silence" | "claim", w.spelled(told.actorName));
  // A person may have called an item so.
  return english.silence.term(what as "silence" | "claim", told.actorName) === text ? said : text;
}

const textOf = ({ question }: WeighedQuestion, id: string): string =>
  question.explanations.find((e) => e.id === id)?.text ?? id;

/**
 * How far to trust the judgment: never "high", since no rule can see how well the sources are placed. Low where leaving one item out changes the leader, where
 * under half of the answers were given, or where the range spans more than two bands; else moderate. Never beside a likelihood [BR2].
 */
function confidence(w: Writing, weighed: WeighedQuestion, checked: boolean): BriefSentence {
  const { answer } = weighed;
  const { judgment } = w.say;
  const deciding = decidingItem(weighed);
  if (deciding !== null) {
    const item = answer.decibans.find((d) => d.evidence === deciding.without) ?? { evidence: deciding.without };
    const pieces = judgment.lowWithout(w.titled(itemText(w, item)), w.titled(textOf(weighed, deciding.leader)));
    return { ...sentence(pieces), confidence: "low" };
  }
  if (w.value(answer.weighed) * 2 < w.value(answer.cells)) {
    const pieces = judgment.lowAnswers(w.figure(answer.weighed, "count"), w.figure(answer.cells, "count"));
    return { ...sentence(pieces), confidence: "low" };
  }
  if (answer.ranking[0]?.words === null) return { ...sentence([judgment.lowRange]), confidence: "low" };
  return { ...sentence([judgment.moderate(checked)]), confidence: "moderate" };
}

/** Why a question has no judgment, in words. */
export function reasonOf(
  answer: AssessedQuestion["answer"],
  { judgment }: Pick<Wording, "judgment"> = english,
): string {
  return answer.is === "unknown" ? judgment.reason(answer.reason) : "";
}

function unanswered(w: Writing, questions: readonly AssessedQuestion[], alone: boolean): BriefSentence[] {
  return questions.map((q) => sentence(w.say.judgment.unanswered(w.titled(q.text), reasonOf(q.answer, w.say), alone)));
}

export interface Judgments {
  /** The first the judgment, or that there is none. */
  readonly must: readonly BriefSentence[];
  /** The further questions, the sentences of one together: on page one as far as there is room, the rest in a section of their own [BR3]. */
  readonly may: readonly (readonly BriefSentence[])[];
}

/** What is judged of each question, and of which nothing can be, and why [BR3, XP3]. */
export function judgmentSentences(w: Writing, checkedBy: string | null): Judgments {
  const { questions } = w.assessment;
  const weighed = weighedQuestions(questions);
  const open = questions.filter((q) => q.answer.is === "unknown");
  const [first, ...more] = weighed;
  const checked = checkedBy !== null;
  if (first === undefined) {
    const none = sentence([w.say.judgment.none]);
    return { must: [none], may: unanswered(w, open, true).map((s) => [s]) };
  }
  return {
    must: [leading(w, first), ...others(w, first), confidence(w, first, checked)],
    may: [
      ...more.map((q) => [leading(w, q), ...others(w, q), confidence(w, q, checked)]),
      ...unanswered(w, open, false).map((s) => [s]),
    ],
  };
}
