// Between steps 5 and 6 of `assess`: what a silence's assumptions do to the answers.

import { assessQuestions } from "./explanations/assess-explanations.ts";
import type { QuestionsInput } from "./explanations/stated-input.ts";
import type { AssessedExplanation, AssessedQuestion, AssessedSilence, VariedLeaders } from "./model/assessment.ts";
import { type FigureBook, figureBook } from "./model/figure.ts";
import type { FigureId } from "./model/id.ts";
import { slug } from "./model/id.ts";

export interface Answered {
  readonly asked: QuestionsInput;
  readonly questions: readonly AssessedQuestion[];
  readonly book: FigureBook;
}

/** The questions answered again with the silence of one actor at other figures; what is filed on the way is not kept. */
function again(
  { asked, book }: Answered,
  silence: AssessedSilence,
  at: { readonly did: FigureId; readonly not: FigureId },
): readonly AssessedQuestion[] {
  const scratch = figureBook();
  for (const figure of book.list()) if (!figure.id.includes("/explanations/")) scratch.add(figure);
  const one = (id: FigureId) => ({ value: id, from: id, to: id });
  const silences = (asked.silences ?? []).map((term) =>
    term.id === `silence-${slug(silence.actor)}` && term.incident === silence.incident
      ? { ...term, ifDid: one(at.did), ifNot: one(at.not) }
      : term,
  );
  return assessQuestions({ ...asked, silences }, scratch);
}

const leaderOf = (question: AssessedQuestion | undefined): AssessedExplanation | undefined =>
  question?.answer.is === "weighed" ? question.answer.ranking[0] : undefined;

/**
 * Each silence with who leads each answered question, and its likelihood word, under every variation of the silence's assumptions [SI7]. A silence weighs only in the class that a person picked, so
 * without a pick, or without an answer, there is nothing to vary and the list stays empty.
 */
export function withLeaders(silences: readonly AssessedSilence[], answered: Answered): readonly AssessedSilence[] {
  const weighed = answered.questions.filter((q) => q.answer.is === "weighed");
  const terms = new Set((answered.asked.silences ?? []).map((t) => `${t.actor} ${t.incident}`));
  return silences.map((silence) => {
    if (weighed.length === 0 || silence.picked === null || !terms.has(`${silence.actor} ${silence.incident}`))
      return silence;
    const varied = silence.sensitivity.map((v) => ({
      v,
      answers: again(answered, silence, { did: v.unclaimedIfDid, not: v.unclaimedIfNot }),
    }));
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
