// THE MAIN PATH: what was known in, an assessment out.

import { briefStateOf, sinceOf, stakesOf } from "./around.ts";
import { withLeaders } from "./assess-leaders.ts";
import { assessLineage } from "./assess-lineage.ts";
import type { AssessOptions } from "./assess-options.ts";
import { silencesByWeight } from "./brief/silence-told.ts";
import { type BriefOptions, writeBrief } from "./brief/write-brief.ts";
import type { CaseView } from "./case/view.ts";
import { assessQuestions } from "./explanations/assess-explanations.ts";
import { usedJudgments } from "./explanations/stated-input.ts";
import {
  asOfWhen,
  questionsInput,
  recordRows,
  silenceJudgments,
  silencesOf,
  surpriseFigures,
  toldOf,
} from "./gather.ts";
import { type Known, knownAsOf } from "./known.ts";
import type { Assessment, AssessmentBody } from "./model/assessment.ts";
import type { BriefLanguage } from "./model/brief.ts";
import { figureBook } from "./model/figure.ts";
import { slug } from "./model/id.ts";
import type { CaseState } from "./model/state.ts";
import { unknown } from "./model/stated.ts";
import { latest } from "./model/time.ts";
import { precedentsInput } from "./offered.ts";
import { assessPrecedents } from "./precedents/assess-precedents.ts";
import { recordOf } from "./record-of.ts";
import { rememberedReading } from "./remember.ts";
import { usedRows } from "./silence/assess-silence.ts";
import { unnamedPersons, withoutNames } from "./unnamed.ts";
import { VERSION } from "./version.ts";

/**
 * The assessment of a case as of a day [DESIGN §4]. Pure: the same state, texts and options give the same bytes, with a memo or without
 * [CA1], whatever the order of input, time zone or locale [CA5], and as of a day the same as a case that holds only what could be known
 * by then [CA3].
 *
 * @param texts the words of each text, and the rows of each record set, by hash
 * Throws a ProblemError if `asOf` is no day or instant.
 */
export function assess(state: CaseState, texts: Readonly<Record<string, string>>, options: AssessOptions): Assessment {
  const when = asOfWhen(options.asOf);
  const asOf = latest(when) ?? options.asOf;
  const book = figureBook();
  const basis = options.basis ?? "accepted and proposed";

  // 1. what could be known as of the day
  const known = knownAsOf(state, texts, asOf);
  const title = known.view.title?.body;
  const name = slug(title?.title ?? known.documents[0]?.title ?? "assessment");

  // 2. each text alone
  const read = known.documents.map((document) => ({
    document,
    reading: rememberedReading(document.info, options.memo),
  }));

  // 3. who derives from whom
  const stated = [...known.view.actors.values()].map((e) => e.body.actor);
  const actors = [...stated, ...(options.actors ?? []).filter((a) => stated.every((s) => s.id !== a.id))];
  const lineage = assessLineage(
    { slug: name, read, actors, links: [...known.view.linkDecisions.values()], memo: options.memo },
    book,
  );

  // 4. the record: incidents, who says who did it, the ledger
  const record = recordOf({ known, read, actors, lineage: lineage.result, slug: name, basis }, book);

  // 5. the silence of each actor under each class
  const rows = recordRows(known, texts, options);
  const { silences: weighed, problems: untold } = silencesOf({ known, record, rows, options, slug: name, when }, book);

  // 6. the explanations, as far as people have stated judgments
  const asked = questionsInput({
    ...{ known, lineage: lineage.result, silences: weighed, actors: record.actors },
    ...{ slug: name, options },
  });
  const questions = assessQuestions(asked, book);
  const silences = silencesByWeight(withLeaders(weighed, { asked, questions, book }));

  // 7. around it: past cases like it, and those that the texts bring up; stakes; what was given out before; nothing stands behind narratives yet
  const past = precedentsInput({ record, rows, caseName: name, figures: book.list() });
  const precedents = past === null ? unknown("no-incident") : assessPrecedents(past, book);
  const around = { precedents, narratives: unknown("not-built") };
  const stakes = stakesOf(known, record);
  const withheld = questions.flatMap((q) =>
    q.answer.is === "unknown" && q.answer.reason === "accuses-person" ? [q.id] : [],
  );
  const judgments = [...usedJudgments(toldOf(asked, withheld)), ...silenceJudgments(known)].sort(
    (a, b) => a.seq - b.seq,
  );
  const since = sinceOf(options.previous, { slug: name, documents: known.documents, judgments, withheld }, book);

  const whole: AssessmentBody = {
    schema: "silverblaze/assessment/1",
    version: VERSION,
    title: title?.title ?? headlineOf(known),
    demonstration:
      title?.demonstration ?? known.documents.find((d) => d.info.demonstration)?.info.demonstration ?? null,
    purpose: title?.purpose ?? null,
    asOf,
    asOfEdtf: when.edtf,
    atSeq: options.atSeq ?? null,
    basis,
    equalPriors: options.equalPriors ?? false,
    ...(questions.some((q) => q.answer.is === "weighed") && { surpriseRanges: surpriseFigures(asked, book) }),
    documents: known.documents.map(({ info: _info, ...document }) => document),
    statements: record.statements,
    lineage: lineage.result,
    incidents: record.incidents,
    attributions: record.attributions,
    ledger: record.ledger,
    counts: record.counts,
    actors: record.actors,
    silences,
    questions,
    ...around,
    stakes,
    ...(since !== null && { since }),
    named: record.named,
    relations: record.relations,
    explanationsNamed: record.explanationsNamed,
    proposedFacts: record.proposedFacts,
    judgments,
    rows: usedRows(book.list(), rows),
    figures: book.list(),
    replies: [...known.view.replies.values()].map(({ body: r }) => ({
      actor: r.actor,
      asked: r.asked,
      text: r.text ?? null,
    })),
    problems: [...read.flatMap((r) => r.reading.problems), ...lineage.problems, ...record.problems, ...untold],
  };

  // 8. the brief; private persons by their role, in it also where a source names them [CO4]
  const body = withoutNames(whole, unnamedPersons(known.view), ["quote", "figures"]);
  return withBrief(body, known.view, { ...briefStateOf(state, known), language: options.language ?? "en" });
}

function withBrief(body: AssessmentBody, view: CaseView, options: BriefOptions): Assessment {
  return { ...body, brief: withoutNames(writeBrief(body, options), unnamedPersons(view), []) };
}

/** The assessment with its brief in another language; everything else is the same in all of them. */
export function withBriefIn(language: BriefLanguage, assessment: Assessment, view: CaseView): Assessment {
  const { brief, ...body } = assessment;
  if (brief.language === language) return assessment;
  return withBrief(body, view, { state: brief.state, checkedBy: brief.checkedBy, language });
}

/** Loose texts have no title: the first document's stands in, with the number of the others. */
function headlineOf(known: Known): string {
  const [first, ...others] = known.documents;
  if (first === undefined) return "no document";
  const title = first.title ?? first.name;
  return others.length === 0 ? title : `${title} and ${others.length} more`;
}
