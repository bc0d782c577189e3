import type { AssessedExplanation, AssessedQuestion } from "../model/assessment.ts";
import type { BriefSentence } from "../model/brief.ts";
import { likelihoodWord } from "../model/likelihood.ts";
import { joined, type Piece, read, sentence, titled } from "./prose.ts";
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
  const [low, high] = [likelihoodWord(w.value(e.from)), likelihoodWord(w.value(e.to))];
  const range = [...rangePieces(w, e, "of-100"), " in 100"];
  if (e.words !== null) return [{ is: "likelihood", words: e.words, from: e.from, to: e.to }, ", ", ...range];
  // Beyond 1 and 99 in 100 there is no word; else the range is too wide, or the word hangs on one item.
  if (low === null || high === null) return range;
  const far = high.from - low.to > 0;
  if (far) return [...range, ", too uncertain for one likelihood word"];
  const why = e.withheld === "silence-or-motive" ? "only silence or a motive speaks for it" : "it hangs on one item";
  return [...range, `, with no likelihood word since ${why}`];
}

/** A person or a role as it stands in a sentence: a role in lower case gets its article. */
export const byWhom = (who: string): string => (/^\p{Ll}/u.test(who) && !/^(the|an?) /u.test(who) ? `the ${who}` : who);

/** "the judgments of the night desk and A. Example"; a role in lower case gets its article. */
export function judgmentsOf(analysts: readonly string[]): string {
  const named = analysts.map(byWhom);
  return named.length === 0 ? "the stated judgments" : `the judgments of ${joined(named)}`;
}

/** The condition of every chance in a brief: whose judgments. */
export function given(w: Writing, { analysts }: WeighedAnswer): string {
  const whose = judgmentsOf(analysts);
  return w.assessment.equalPriors ? `given equal starting chances, a choice, and ${whose}` : `given ${whose}`;
}

function leading(w: Writing, { question, answer }: WeighedQuestion): BriefSentence {
  const [first] = answer.ranking as [AssessedExplanation];
  return sentence([
    ...titled(first.text),
    " is the leading answer to ",
    ...titled(question.text),
    `, ${given(w, answer)}: `,
    ...chancePieces(w, first),
    "; ",
    w.figure(first.probability, "of-100"),
    " at the middle of what was stated.",
  ]);
}

/** Most of the other explanations that page one names; what is less likely stands in a note. */
const MOST_OTHERS = 4;

function others(w: Writing, { answer }: WeighedQuestion): BriefSentence[] {
  const rest = answer.ranking.slice(1);
  if (rest.length === 0) return [];
  const items = rest.slice(0, MOST_OTHERS).map((e) => [...titled(e.text), ", ", ...chancePieces(w, e)]);
  const left = rest.slice(MOST_OTHERS);
  const text = left.map((e) => `“${e.text}”, ${read(sentence(rangePieces(w, e, "of-100")))} in 100`).join("; ");
  const figures = left.flatMap((e) => [e.from, e.to]);
  const notes = left.length === 0 ? [] : [w.remark(`Given the same judgments: ${text}.`, figures)];
  const list = items.flatMap((item, i) => (i === 0 ? item : ["; ", ...item]));
  const more = left.length === 0 ? [] : ["; what is less likely stands in the note"];
  return [sentence(["Given the same judgments: ", ...list, ...more, "."], { notes })];
}

/** The item without which another explanation would lead; the first by the ledger's order. */
export function decidingItem({ answer }: WeighedQuestion): WeighedAnswer["leaveOneOut"][number] | null {
  const leader = answer.ranking[0]?.id;
  return answer.leaveOneOut.find((l) => l.leader !== leader) ?? null;
}

const textOf = ({ question }: WeighedQuestion, id: string): string =>
  question.explanations.find((e) => e.id === id)?.text ?? id;

/**
 * How far to trust the judgment: never "high", since no rule can see how well the sources are placed. Low where leaving one item out changes the leader, where
 * under half of the answers were given, or where the range spans more than two bands; else moderate. Never beside a likelihood [BR2].
 */
function confidence(w: Writing, weighed: WeighedQuestion, checked: boolean): BriefSentence {
  const { answer } = weighed;
  const deciding = decidingItem(weighed);
  if (deciding !== null) {
    const text = answer.decibans.find((d) => d.evidence === deciding.without)?.text ?? deciding.without;
    const pieces = ["Confidence is low: without ", ...titled(text), ", ", ...titled(textOf(weighed, deciding.leader))];
    return { ...sentence([...pieces, " would lead."]), confidence: "low" };
  }
  if (w.value(answer.weighed) * 2 < w.value(answer.cells)) {
    const asked = [w.figure(answer.weighed, "count"), " of ", w.figure(answer.cells, "count")];
    return { ...sentence(["Confidence is low: only ", ...asked, " answers asked for were given."]), confidence: "low" };
  }
  if (answer.ranking[0]?.words === null) {
    return { ...sentence(["Confidence is low: the stated judgments leave too wide a range."]), confidence: "low" };
  }
  const unchecked = checked ? "" : ", and nobody has checked the judgments";
  const pieces = [`Confidence is moderate: no single item decides who leads${unchecked}.`];
  return { ...sentence(pieces), confidence: "moderate" };
}

const REASONS: Readonly<Record<string, string>> = {
  "no-prior": "nobody has stated a starting chance for each explanation",
  "no-judged-evidence": "nobody has weighed an item of evidence under two explanations",
  "unusable-judgment": "a stated judgment cannot be used",
  "accuses-person": "an explanation accuses a person, and no second person has approved that",
  "no-strategic-share": "nobody has stated which share of its attacks the group hides on purpose",
  "too-large": "too much hangs together to be weighed",
};

/** Why a question has no judgment, in words. */
export function reasonOf(answer: AssessedQuestion["answer"]): string {
  return answer.is === "unknown" ? (REASONS[answer.reason] ?? "what it needs is missing") : "";
}

function unanswered(questions: readonly AssessedQuestion[], alone: boolean): BriefSentence[] {
  return questions.map((q) =>
    sentence([
      alone ? "On " : "No judgment is given on ",
      ...titled(q.text),
      alone ? ": " : ", for ",
      reasonOf(q.answer),
      ".",
    ]),
  );
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
    const none = sentence([
      "Nobody has stated a judgment that can be weighed, so this brief gives none: no probability and no ranking.",
    ]);
    return { must: [none], may: unanswered(open, true).map((s) => [s]) };
  }
  return {
    must: [leading(w, first), ...others(w, first), confidence(w, first, checked)],
    may: [
      ...more.map((q) => [leading(w, q), ...others(w, q), confidence(w, q, checked)]),
      ...unanswered(open, false).map((s) => [s]),
    ],
  };
}
