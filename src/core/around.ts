// What stands around the explanations: stakes, what was given out before, and whether anybody has checked the brief.

import type { Known } from "./known.ts";
import type { AssessedSince, AssessedStake, Assessment, Attribution, UsedJudgment } from "./model/assessment.ts";
import type { Brief } from "./model/brief.ts";
import type { EventType } from "./model/event.ts";
import type { FigureBook } from "./model/figure.ts";
import { figureId, slug } from "./model/id.ts";
import { byCodeUnit } from "./model/span.ts";
import type { CaseState } from "./model/state.ts";

const PUSHING: readonly Attribution["said"][] = ["blames", "accuses", "assesses", "suggests"];

/** Each stated stake, with the statements in which its actor pushes the explanation that it gains by [XP11]. */
export function stakesOf(
  { view }: Known,
  { attributions, nameOf }: { readonly attributions: readonly Attribution[]; readonly nameOf: (id: string) => string },
): AssessedStake[] {
  return [...view.stakes.values()].map(({ body, who }) => {
    const explanation = view.explanations.get(body.explanation)?.body;
    const pushes = attributions.filter(
      (a) =>
        body.gains &&
        a.byActor === body.actor &&
        PUSHING.includes(a.said) &&
        a.whomActor !== null &&
        explanation?.actors.includes(a.whomActor) === true,
    );
    return {
      id: body.stake,
      actor: body.actor,
      actorName: nameOf(body.actor),
      explanation: body.explanation,
      explanationText: explanation?.text ?? body.explanation,
      kind: body.kind,
      text: body.text,
      gains: body.gains,
      who: body.who || who,
      pushes: pushes.map(({ statement, quote }) => ({ statement, quote })),
    };
  });
}

/** What an assessment that was given out has to say to the next one. */
export interface PreviousAssessment {
  readonly asOf: string;
  readonly version: string;
  readonly documents: readonly string[];
  /** Events of the judgments that it used. */
  readonly judged: readonly number[];
  readonly leaders: readonly {
    readonly question: string;
    readonly leader: { readonly text: string; readonly from: number; readonly to: number } | null;
  }[];
}

export function previousOf(assessment: Assessment): PreviousAssessment {
  const values = new Map(assessment.figures.map((f) => [f.id, f.value]));
  return {
    asOf: assessment.asOf,
    version: assessment.version,
    documents: assessment.documents.map((d) => d.id),
    judged: assessment.judgments.map((j) => j.seq),
    leaders: assessment.questions.map(({ id, answer }) => {
      const first = answer.is === "weighed" ? answer.ranking[0] : undefined;
      const at = (figure: string) => values.get(figure) ?? 0;
      return {
        question: id,
        leader: first === undefined ? null : { text: first.text, from: at(first.from), to: at(first.to) },
      };
    }),
  };
}

/** What is new since the assessment that was given out before, its leaders filed as figures of that assessment [BR6]. */
export function sinceOf(
  previous: PreviousAssessment | undefined,
  now: {
    readonly slug: string;
    readonly documents: readonly { readonly id: string }[];
    readonly judgments: readonly UsedJudgment[];
    /** Questions of which nothing may be told, not even what was given out before [XP10]. */
    readonly withheld: readonly string[];
  },
  book: FigureBook,
): AssessedSince | null {
  if (previous === undefined) return null;
  const citation = `assessment of ${previous.asOf}, made by version ${previous.version}`;
  const file = (question: string, end: string, value: number) =>
    book.add({
      id: figureId(now.slug, "before", slug(question), end),
      value,
      unit: "share",
      rule: "BR6",
      from: [{ is: "table", name: "what was given out before", citation }],
    });
  return {
    asOf: previous.asOf,
    questions: previous.leaders
      .filter((l) => !now.withheld.includes(l.question))
      .map(({ question, leader }) => ({
        id: question,
        leader: leader && {
          text: leader.text,
          from: file(question, "from", leader.from),
          to: file(question, "to", leader.to),
        },
      })),
    documents: now.documents.map((d) => d.id).filter((id) => !previous.documents.includes(id)),
    judged: now.judgments
      .filter((j) => !previous.judged.includes(j.seq))
      .map(({ who, what }) => ({ who, what }))
      .sort((a, b) => byCodeUnit(a.who, b.who) || byCodeUnit(a.what, b.what)),
  };
}

/** What can happen to a case without touching what a brief says. */
const BESIDE: readonly EventType[] = [
  "approval.stated",
  "assessment.made",
  "export.made",
  "head.sealed",
  "outcome.stated",
  "review.stated",
];

/**
 * Whether the brief is a draft, checked or published [BR5], and by which role: an approval of the brief (object "checked", or "published")
 * holds until something comes in, is stated, weighed or decided after it. Published needs a check that holds.
 */
export function briefStateOf(state: CaseState, { view }: Known): { state: Brief["state"]; checkedBy: string | null } {
  const touched = Object.entries(state.entries)
    .filter(([type]) => !BESIDE.includes(type as EventType))
    .flatMap(([, entries]) => entries.map((e) => e.seq));
  const last = touched.reduce((a, b) => Math.max(a, b), 0);
  const holding = [...view.approvals.values()]
    .filter((a) => a.body.of === "brief" && a.seq > last)
    .sort((a, b) => a.seq - b.seq);
  const check = holding.filter((a) => a.body.object === "checked").at(-1);
  if (check === undefined) return { state: "draft", checkedBy: null };
  const published = holding.some((a) => a.body.object === "published");
  return { state: published ? "published" : "checked", checkedBy: check.body.role };
}
