import type { AssessmentBody } from "../model/assessment.ts";
import type { Brief, BriefNote, BriefSection, BriefSectionId, BriefSentence } from "../model/brief.ts";
import type { FigureId } from "../model/id.ts";
import { instantInWords } from "../model/time.ts";
import { type Judgments, judgmentSentences } from "./judgment.ts";
import { PAGE_ONE, PAGE_ONE_WORDS } from "./page-one.ts";
import { listed, name, type Piece, read, sentence, titled, wordCount } from "./prose.ts";
import { renumbered } from "./renumber.ts";
import type { SaidRow } from "./select.ts";
import { silenceSection } from "./silence-told.ts";
import {
  assumptionSentences,
  contrarySentences,
  madeHowSentences,
  notSeenSentences,
  wouldChangeSentences,
} from "./standing.ts";
import { copySentences, disputeSentences } from "./told-differently.ts";
import { dayless, rowInBrief, whoSaysWhat } from "./who-says-what.ts";
import { docs, rangePieces, type Writing, writing } from "./writing.ts";

export interface BriefOptions {
  /** Who checked it; nobody where left out. */
  readonly checkedBy?: string | null;
  readonly state?: Brief["state"];
}

/** Words kept for who says what, whatever else there is. */
const LEAST_FOR_WHO = 80;

const HEADINGS: Readonly<Record<BriefSectionId, string>> = {
  judgment: "Judgment",
  "who-says-what": "Who says what",
  silence: "The silence",
  "in-dispute": "In dispute",
  "what-copies-lost": "What copies lost",
  "other-questions": "Other questions",
  contrary: "Contrary evidence",
  assumptions: "Key assumptions",
  "would-change": "What would change this",
  "not-seen": "What we could not see",
  "made-how": "Made how",
};

const words = (sentences: readonly BriefSentence[]): number => sentences.reduce((n, s) => n + wordCount(read(s)), 0);

/** The section's sentences with as many of the further questions as fit, and the others, which a sentence points to. */
function judged({ must, may }: Judgments, room: number): { here: BriefSentence[]; below: BriefSentence[] } {
  const below = sentence(["The other questions are answered below."]);
  const left = room - words([below]);
  let n = 0;
  while (n < may.length && words(may.slice(0, n + 1).flat()) <= (n + 1 === may.length ? room : left)) n++;
  return {
    here: [...must, ...may.slice(0, n).flat(), ...(n < may.length ? [below] : [])],
    below: may.slice(n).flat(),
  };
}

/** The rows of page one: the most telling that fit with their replies, the rest in a note, so that nothing is lost. */
function pageOneRows(w: Writing, room: number): BriefSentence[] {
  const said = whoSaysWhat(w);
  if (said.rows.length === 0) return [sentence(["No statement was found on who did it."])];
  const of = new Map(said.rows.map(({ row, sentence: s }) => [row, s]));
  const printed = (rows: readonly SaidRow[]) => {
    const inOrder = said.inOrder(rows);
    const sentences = inOrder.map((r) => of.get(r) as BriefSentence);
    const spoken = inOrder.filter((r) => r.said !== "no-claim-seen").length;
    const once = dayless(sentences.slice(0, spoken));
    return [...(once ?? sentences.slice(0, spoken)), ...sentences.slice(spoken), ...said.replies(rows)];
  };
  const all = said.rows.map((r) => r.row);
  let n = all.length;
  const note = 8;
  while (n > 1 && words(printed(all.slice(0, n))) + (n < all.length ? note : 0) > room) n--;
  if (n === all.length) return printed(all);
  const rest = all.slice(n).map((r) => rowInBrief(w, r));
  const number = w.remark(`Also said: ${rest.join("; ")}.`, []);
  return [...printed(all.slice(0, n)), sentence(["What else was said stands in the note."], { notes: [number] })];
}

/** What moved since the brief that was given out before, and because of what [BR6]. */
function changeSentences(w: Writing): BriefSentence[] {
  const { since, questions } = w.assessment;
  if (since == null) return [];
  const before = `Since the brief of ${instantInWords(since.asOf)}`;
  const moved = questions.flatMap((q) => {
    const was = since.questions.find((x) => x.id === q.id)?.leader ?? null;
    const now = q.answer.is === "weighed" ? q.answer.ranking[0] : undefined;
    const same = was !== null && now !== undefined && was.text === now.text && sameRange(w, was, now);
    if (same || (was === null && now === undefined)) return [];
    const from: Piece[] =
      was === null ? ["no judgment"] : [...titled(was.text), ", ", ...rangePieces(w, was, "of-100"), " in 100,"];
    const to: Piece[] =
      now === undefined ? ["no judgment"] : [...titled(now.text), ", ", ...rangePieces(w, now, "of-100"), " in 100"];
    return [
      sentence([
        before,
        ", given the judgments of then and of now, ",
        ...titled(q.text),
        " went from ",
        ...from,
        " to ",
        ...to,
        ".",
      ]),
    ];
  });
  const came = since.documents.length === 0 ? [] : [docs(w, since.documents)];
  const judged = [...new Set(since.judged.map((j) => j.what))];
  const what = judged.slice(0, 3).map((x) => [name(x)]);
  const rest = judged.length > 3 ? [`, and ${judged.length > 4 ? "more of the kind" : "one more"}`] : [];
  const none = moved.length === 0 ? [sentence([before, " no leading answer and no range of one has moved."])] : moved;
  return [
    ...none,
    ...(came.length === 0 ? [] : [sentence(["Since then came in: ", ...came, "."])]),
    ...(what.length === 0 ? [] : [sentence(["Judged anew since then: ", ...listed(what), ...rest, "."])]),
  ];
}

const sameRange = (
  w: Writing,
  a: { readonly from: FigureId; readonly to: FigureId },
  b: { readonly from: FigureId; readonly to: FigureId },
): boolean => w.value(a.from) === w.value(b.from) && w.value(a.to) === w.value(b.to);

/** The figures that the brief prints, in notes too, each once. */
function printedFigures(
  assessment: AssessmentBody,
  sections: readonly BriefSection[],
  notes: readonly BriefNote[],
): Brief["figures"] {
  const ids = new Set<FigureId>();
  for (const { sentences } of sections) {
    for (const part of sentences.flatMap((s) => s.parts)) {
      if (part.is === "figure") ids.add(part.id);
      if (part.is === "likelihood") for (const id of [part.from, part.to]) ids.add(id);
    }
  }
  for (const id of notes.flatMap((n) => n.figures)) ids.add(id);
  return assessment.figures.filter((f) => ids.has(f.id)).map(({ id, value, rule }) => ({ id, value, rule }));
}

const or = (sentences: readonly BriefSentence[], none: string): readonly BriefSentence[] =>
  sentences.length > 0 ? sentences : [sentence([none])];

/**
 * The brief of an assessment in English [BR1–BR7]: judgment first, page one within 350 words, silence in counts, the standing sections
 * always there, each sentence with the notes it rests on. Throws if the assessment names a figure that it does not hold.
 */
export function writeBrief(assessment: AssessmentBody, options: BriefOptions = {}): Brief {
  const w = writing(assessment);
  const checkedBy = options.checkedBy ?? null;
  const total = PAGE_ONE_WORDS - PAGE_ONE.reduce((n, id) => n + wordCount(HEADINGS[id]), 0);
  const judgments = judgmentSentences(w, checkedBy);
  const { must } = judgments;
  const silence = silenceSection(w, total - words(must) - LEAST_FOR_WHO);
  const least = words(must) + words(silence);
  // Up to a third of what is left for further questions; the rest for who says what.
  const { here, below } = judged(judgments, (total - least) / 3);
  const said = pageOneRows(w, total - words(here) - words(silence));
  const changed = changeSentences(w);
  const section = (id: BriefSectionId, sentences: readonly BriefSentence[], list = false): BriefSection => ({
    id,
    heading: HEADINGS[id],
    sentences,
    list,
  });
  const copies = assessment.lineage.edges.some((e) => !e.possible);
  const written = [
    section("judgment", here),
    section("who-says-what", said, true),
    section("silence", silence),
    section(
      "in-dispute",
      or(disputeSentences(w), "No two documents were found to state one fact in different ways."),
      true,
    ),
    section(
      "what-copies-lost",
      or(
        copySentences(w),
        copies ? "The copies lost nothing that the rules can see." : "No document was found to be a copy of another.",
      ),
      true,
    ),
    ...(below.length === 0 ? [] : [section("other-questions", below, true)]),
    section("contrary", contrarySentences(w)),
    section("assumptions", assumptionSentences(w), true),
    section("would-change", [...changed, ...wouldChangeSentences(w)], true),
    section("not-seen", notSeenSentences(w)),
    section("made-how", madeHowSentences(w, checkedBy)),
  ];
  const { sections, notes } = renumbered(written, w.notes());
  return {
    schema: "silverblaze/brief/1",
    version: assessment.version,
    title: assessment.title,
    demonstration: assessment.demonstration,
    asOf: assessment.asOf,
    atSeq: assessment.atSeq,
    state: options.state ?? (checkedBy === null ? "draft" : "checked"),
    checkedBy,
    language: "en",
    sections,
    notes,
    figures: printedFigures(assessment, sections, notes),
  };
}
