import type { AssessmentBody } from "../model/assessment.ts";
import type { Brief, BriefNote, BriefSection, BriefSectionId, BriefSentence } from "../model/brief.ts";
import type { FigureId } from "../model/id.ts";
import { judgmentSentences } from "./judgment.ts";
import { PAGE_ONE, PAGE_ONE_WORDS } from "./page-one.ts";
import { read, sentence, wordCount } from "./prose.ts";
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
import { type Writing, writing } from "./writing.ts";

export interface BriefOptions {
  /** Who checked it; nobody where left out. */
  readonly checkedBy?: string;
  readonly state?: Brief["state"];
  /** The brief given out before this one: what changed is then told first under "what would change it" [BR6]. */
  readonly previous?: AssessmentBody;
}

/** Words kept for who says what, whatever else there is. */
const LEAST_FOR_WHO = 80;

const HEADINGS: Readonly<Record<BriefSectionId, string>> = {
  judgment: "Judgment",
  "who-says-what": "Who says what",
  silence: "The silence",
  "in-dispute": "In dispute",
  "what-copies-lost": "What copies lost",
  contrary: "Contrary evidence",
  assumptions: "Key assumptions",
  "would-change": "What would change this",
  "not-seen": "What we could not see",
  "made-how": "Made how",
};

const words = (sentences: readonly BriefSentence[]): number => sentences.reduce((n, s) => n + wordCount(read(s)), 0);

/** Sentences that may be left out, as many of the first as fit. */
function fitting(sentences: readonly BriefSentence[], room: number): BriefSentence[] {
  const kept: BriefSentence[] = [];
  for (const s of sentences) {
    if (words(kept) + words([s]) > room) break;
    kept.push(s);
  }
  return kept;
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

/** What moved since the last brief [BR6]: the leader, and what came in; by name, since its numbers belong to another assessment. */
function changeSentences(now: AssessmentBody, before: AssessmentBody): BriefSentence[] {
  const leaders = (a: AssessmentBody) =>
    new Map(a.questions.map((q) => [q.id, q.answer.is === "weighed" ? (q.answer.ranking[0]?.text ?? null) : null]));
  const [was, is] = [leaders(before), leaders(now)];
  const moved = now.questions.flatMap((q) => {
    const [a, b] = [was.get(q.id) ?? null, is.get(q.id) ?? null];
    if (a === b) return [];
    const text = (x: string | null) => (x === null ? "no judgment" : `“${x}” in front`);
    return [sentence([`Since the last brief, “${q.text}” went from ${text(a)} to ${text(b)}.`])];
  });
  const known = new Set(before.documents.map((d) => d.id));
  const came = now.documents.filter((d) => !known.has(d.id)).map((d) => `doc ${d.position}`);
  const judged = now.judgments.filter((j) => !before.judgments.some((k) => k.seq === j.seq));
  const who = [...new Set(judged.map((j) => j.who))];
  const news = [
    ...(came.length > 0 ? [`came in: ${came.join(", ")}`] : []),
    ...(who.length > 0 ? [`judged anew: ${who.join(", ")}`] : []),
  ];
  const none = moved.length === 0 ? [sentence(["Since the last brief no other explanation took the lead."])] : moved;
  return [...none, ...(news.length > 0 ? [sentence([`Since then ${news.join("; ")}.`])] : [])];
}

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
  const { must, may } = judgmentSentences(w);
  const silence = silenceSection(w, total - words(must) - LEAST_FOR_WHO);
  const least = words(must) + words(silence);
  // Up to a third of what is left for further questions; the rest for who says what.
  const judgment = [...must, ...fitting(may, (total - least) / 3)];
  const said = pageOneRows(w, total - words(judgment) - words(silence));
  const changed = options.previous === undefined ? [] : changeSentences(assessment, options.previous);
  const section = (id: BriefSectionId, sentences: readonly BriefSentence[], list = false): BriefSection => ({
    id,
    heading: HEADINGS[id],
    sentences,
    list,
  });
  const copies = assessment.lineage.edges.some((e) => !e.possible);
  const written = [
    section("judgment", judgment),
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
