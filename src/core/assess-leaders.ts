// Between steps 5 and 6 of `assess`: what a silence's assumptions do to the answers.

import { assessQuestions } from "./explanations/assess-explanations.ts";
import type { QuestionsInput, SilenceTerm } from "./explanations/stated-input.ts";
import type {
  AssessedExplanation,
  AssessedQuestion,
  AssessedSilence,
  SilenceVariation,
  VariedLeaders,
} from "./model/assessment.ts";
import { type FigureBook, figureBook } from "./model/figure.ts";
import type { FigureId } from "./model/id.ts";

export interface Answered {
  readonly asked: QuestionsInput;
  readonly questions: readonly AssessedQuestion[];
  readonly book: FigureBook;
}

/** The questions answered again with the silence of one actor at other figures; what is filed on the way is not kept. */
function again({ asked, book }: Answered, silence: AssessedSilence, at: SilenceVariation): readonly AssessedQuestion[] {
  const scratch = figureBook();
  for (const figure of book.list()) if (!figure.id.includes("/explanations/")) scratch.add(figure);
  const one = (id: FigureId) => ({ value: id, from: id, to: id });
  const silences = (asked.silences ?? []).map((term): SilenceTerm => {
    if (term.actor !== silence.actor || term.incident !== silence.incident) return term;
    return { ...term, lines: [{ name: at.name, ifDid: one(at.unclaimedIfDid) }], ifNot: one(at.unclaimedIfNot) };
  });
  return assessQuestions({ ...asked, silences, leadersOnly: true }, scratch);
}

/** Both numbers of a variation. */
const pairOf = (v: SilenceVariation | undefined, numberOf: (id: FigureId) => number): string =>
  v === undefined ? "" : `${numberOf(v.unclaimedIfDid)} ${numberOf(v.unclaimedIfNot)}`;

const leaderOf = (question: AssessedQuestion | undefined): AssessedExplanation | undefined =>
  question?.answer.is === "weighed" ? question.answer.ranking[0] : undefined;

/**
 * Each silence with who leads each answered question, and its likelihood word, under every variation of the silence's assumptions [SI7]. A silence weighs only in the class that a person picked, so
 * without a pick, or without an answer, there is nothing to vary and the list stays empty.
 */
export function withLeaders(silences: readonly AssessedSilence[], answered: Answered): readonly AssessedSilence[] {
  const weighed = answered.questions.filter((q) => q.answer.is === "weighed");
  const terms = new Set((answered.asked.silences ?? []).map((t) => `${t.actor} ${t.incident}`));
  const values = new Map(answered.book.list().map((f) => [f.id, f.value]));
  const numberOf = (id: FigureId) => values.get(id) ?? 0;
  return silences.map((silence) => {
    if (weighed.length === 0 || silence.picked === null || !terms.has(`${silence.actor} ${silence.incident}`))
      return silence;
    // Variations that change no number are answered once.
    const seen = new Map<string, readonly AssessedQuestion[]>([
      [pairOf(silence.sensitivity[0], numberOf), answered.questions],
    ]);
    const varied = silence.sensitivity.map((v) => {
      const pair = pairOf(v, numberOf);
      const answers = seen.get(pair) ?? again(answered, silence, v);
      seen.set(pair, answers);
      return { v, answers };
    });
    const leaders = weighed.flatMap((question): VariedLeaders[] => {
      const today = leaderOf(question);
      const rows = varied.flatMap(({ v, answers }) => {
        const leader = leaderOf(answers.find((a) => a.id === question.id));
        if (leader === undefined || today === undefined) return [];
        const { id, text, words } = leader;
        return [{ what: v.what, name: v.name, leader: id, leaderText: text, words, changes: id !== today.id }];
      });
      return rows.length === 0 ? [] : [{ question: question.id, rows }];
    });
    return { ...silence, leaders };
  });
}
