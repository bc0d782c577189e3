import type { AssessmentBody } from "../model/assessment.ts";
import type { Brief, BriefLanguage, BriefNote, BriefSection, BriefSectionId, BriefSentence } from "../model/brief.ts";
import type { FigureId } from "../model/id.ts";
import { type Judgments, judgmentSentences } from "./judgment.ts";
import { PAGE_ONE, PAGE_ONE_WORDS } from "./page-one.ts";
import { name, read, sentence, wordCount } from "./prose.ts";
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
import { english } from "./wording/english.ts";
import { docs, rangePieces, type Writing, writing } from "./writing.ts";

export interface BriefOptions {
  /** Who checked it; nobody where left out. */
  readonly checkedBy?: string | null;
  readonly state?: Brief["state"];
  /** The language of its sentences; quotes of sources, names and what persons stated stay as they are. */
  readonly language?: BriefLanguage;
}

/** Words kept for who says what, whatever else there is. */
const LEAST_FOR_WHO = 80;

const words = (sentences: readonly BriefSentence[]): number => sentences.reduce((n, s) => n + wordCount(read(s)), 0);

/** The section's sentences with as many of the further questions as fit, and the others, which a sentence points to. */
function judged(w: Writing, { must, may }: Judgments, room: number): { here: BriefSentence[]; below: BriefSentence[] } {
  const below = sentence([w.say.judgment.below]);
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
  if (said.rows.length === 0) return [sentence([w.say.said.nothing])];
  const of = new Map(said.rows.map(({ row, sentence: s }) => [row, s]));
  const printed = (rows: readonly SaidRow[]) => {
    const inOrder = said.inOrder(rows);
    const sentences = inOrder.map((r) => of.get(r) as BriefSentence);
    const spoken = inOrder.filter((r) => r.said !== "no-claim-seen").length;
    const once = dayless(w, sentences.slice(0, spoken));
    return [...(once ?? sentences.slice(0, spoken)), ...sentences.slice(spoken), ...said.replies(rows)];
  };
  const all = said.rows.map((r) => r.row);
  let n = all.length;
  const note = 8;
  while (n > 1 && words(printed(all.slice(0, n))) + (n < all.length ? note : 0) > room) n--;
  if (n === all.length) return printed(all);
  const rest = all.slice(n).map((r) => rowInBrief(w, r));
  const number = w.remark(w.say.said.alsoSaid(rest), []);
  return [...printed(all.slice(0, n)), sentence([w.say.said.rest], { notes: [number] })];
}

/** Most things judged anew that are named. */
const MOST_JUDGED = 3;

/** What moved since the brief that was given out before, and because of what [BR6]. */
function changeSentences(w: Writing): BriefSentence[] {
  const { since, questions } = w.assessment;
  if (since == null) return [];
  const { change } = w.say;
  const before = change.since(since.asOf);
  const end = (of: { readonly text: string; readonly from: FigureId; readonly to: FigureId } | null | undefined) =>
    of == null ? null : change.end(w.titled(of.text), rangePieces(w, of, "of-100"));
  const moved = questions.flatMap((q) => {
    const was = since.questions.find((x) => x.id === q.id)?.leader ?? null;
    const now = q.answer.is === "weighed" ? q.answer.ranking[0] : undefined;
    const same = was !== null && now !== undefined && was.text === now.text && sameRange(w, was, now);
    if (same || (was === null && now === undefined)) return [];
    return [sentence(change.moved({ since: before, question: w.titled(q.text), from: end(was), to: end(now) }))];
  });
  const judged = [...new Set(since.judged.map((j) => j.what))];
  const what = judged.slice(0, MOST_JUDGED).map((x) => [name(w.say.ours(x))]);
  const rest = Math.max(0, judged.length - MOST_JUDGED);
  return [
    ...(moved.length === 0 ? [sentence([change.unmoved(before)])] : moved),
    ...(since.documents.length === 0 ? [] : [sentence([change.cameIn(docs(w, since.documents))])]),
    ...(what.length === 0 ? [] : [sentence(change.judged(what, rest))]),
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

/** The title, in the brief's language where it is not the case's but made of the documents'. */
function titleIn({ assessment, say }: Writing): string {
  const [first, ...others] = assessment.documents;
  if (first === undefined) return assessment.title;
  const head = first.title ?? first.name;
  const made = assessment.title === english.andMore(head, others.length);
  return made ? say.andMore(head, others.length) : assessment.title;
}

const or = (sentences: readonly BriefSentence[], none: string): readonly BriefSentence[] =>
  sentences.length > 0 ? sentences : [sentence([none])];

/**
 * The brief of an assessment in a language, English where none is asked for [BR1–BR7]: judgment first, page one within 350 words, silence in counts, the standing sections
 * always there, each sentence with the notes it rests on. Throws if the assessment names a figure that it does not hold.
 */
export function writeBrief(assessment: AssessmentBody, options: BriefOptions = {}): Brief {
  const language = options.language ?? "en";
  const w = writing(assessment, language);
  const { headings, told } = w.say;
  const checkedBy = options.checkedBy ?? null;
  const total = PAGE_ONE_WORDS - PAGE_ONE.reduce((n, id) => n + wordCount(headings[id]), 0);
  const judgments = judgmentSentences(w, checkedBy);
  const { must } = judgments;
  const silence = silenceSection(w, total - words(must) - LEAST_FOR_WHO);
  const least = words(must) + words(silence);
  // Up to a third of what is left for further questions; the rest for who says what.
  const { here, below } = judged(w, judgments, (total - least) / 3);
  const said = pageOneRows(w, total - words(here) - words(silence));
  const changed = changeSentences(w);
  const section = (id: BriefSectionId, sentences: readonly BriefSentence[], list = false): BriefSection => ({
    id,
    heading: headings[id],
    sentences,
    list,
  });
  const copies = assessment.lineage.edges.some((e) => !e.possible);
  const written = [
    section("judgment", here),
    section("who-says-what", said, true),
    section("silence", silence),
    section("in-dispute", or(disputeSentences(w), told.noDispute), true),
    section("what-copies-lost", or(copySentences(w), copies ? told.lostNothing : told.noCopy), true),
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
    title: titleIn(w),
    demonstration: assessment.demonstration,
    asOf: assessment.asOf,
    atSeq: assessment.atSeq,
    state: options.state ?? (checkedBy === null ? "draft" : "checked"),
    checkedBy,
    language,
    sections,
    notes,
    figures: printedFigures(assessment, sections, notes),
  };
}
