import type { UsedJudgment } from "../model/assessment.ts";
import type { Entry, JudgedValue } from "../model/event.ts";
import type { ModelEvidence } from "../model/explanations.ts";
import type { ActorId, EvidenceId, FigureId, IncidentId } from "../model/id.ts";
import { byCodeUnit } from "../model/span.ts";
import type { SurpriseRanges } from "./judged.ts";

/** A computed likelihood with its range, as figures already filed. */
export interface TermFigures {
  readonly value: FigureId;
  readonly from: FigureId;
  readonly to: FigureId;
}

/** How likely an actor's silence (or its claim) is by now, if the attack was its own and if not [SI7, SI10]. */
export interface SilenceTerm {
  /** Its name in the ledger: "silence-amber-column". */
  readonly id: string;
  readonly text: string;
  readonly actor: ActorId;
  readonly incident: IncidentId | null;
  readonly ifDid: TermFigures;
  readonly ifNot: TermFigures;
}

/** What the persons of a case have stated about its questions, what holds now, and what was computed. */
export interface QuestionsInput {
  /** First steps of every figure's id: `["port-maren"]`. */
  readonly path?: readonly string[];
  readonly questions: readonly Entry<"question.stated">[];
  readonly explanations: readonly Entry<"explanation.stated">[];
  readonly evidence: readonly Entry<"evidence.stated">[];
  readonly weights: readonly Entry<"evidence.weighed">[];
  readonly approvals?: readonly Entry<"approval.stated">[];
  readonly silences?: readonly SilenceTerm[];
  /** Items that lineage calls copies of another [XP5]. */
  readonly copies?: Readonly<Record<EvidenceId, EvidenceId>>;
  /** Computed from reliability and independent origins. */
  readonly credibility?: Readonly<Record<EvidenceId, ModelEvidence["credibility"]>>;
  readonly surpriseRanges?: SurpriseRanges;
  readonly equalPriors?: boolean;
  /** Whose judgments are used; everybody's where left out, and then a cell spans their answers [XP8]. */
  readonly analysts?: readonly string[];
}

/** One judgment that is used: who, in which event, what. */
export interface Judgment {
  readonly seq: number;
  readonly who: string;
  readonly why: string;
  readonly value: JudgedValue;
}

/** By its author, or by the event's where the body names none. */
export const author = (entry: { readonly who: string; readonly body: { readonly who?: string } }): string =>
  entry.body.who || entry.who;

/** The judgments of each cell: of each analyst the latest; an answer taken back is none. */
export function cellJudgments(
  input: QuestionsInput,
  evidence: EvidenceId,
): Readonly<Record<string, readonly Judgment[]>> {
  const latest = new Map<string, Entry<"evidence.weighed">>();
  const bySeq = [...input.weights].sort((a, b) => a.seq - b.seq);
  for (const entry of bySeq) {
    if (entry.body.evidence !== evidence || entry.body.explanations.length !== 1) continue;
    if (input.analysts !== undefined && !input.analysts.includes(author(entry))) continue;
    latest.set(JSON.stringify([entry.body.explanations[0], author(entry)]), entry);
  }
  const cells: Record<string, Judgment[]> = {};
  for (const entry of latest.values()) {
    if (entry.body.value === null) continue;
    const id = entry.body.explanations[0] as string;
    const list = cells[id] ?? [];
    cells[id] = [...list, { seq: entry.seq, who: author(entry), why: entry.body.why, value: entry.body.value }];
  }
  for (const id of Object.keys(cells)) cells[id]?.sort((a, b) => byCodeUnit(a.who, b.who));
  return cells;
}

/** Whether anybody's answer to this item still stands, pairs included. */
export function isWeighed(input: QuestionsInput, evidence: EvidenceId): boolean {
  return input.weights.some((w) => w.body.evidence === evidence && w.body.value !== null);
}

export type Question = Entry<"question.stated">;
export type Explanation = Entry<"explanation.stated">;

/** What was stated about one question, gathered. */
export interface Gathered {
  readonly question: Question;
  readonly explanations: readonly Explanation[];
  readonly evidence: readonly Entry<"evidence.stated">[];
  readonly terms: readonly SilenceTerm[];
  readonly judgments: Readonly<Record<EvidenceId, Readonly<Record<string, readonly Judgment[]>>>>;
}

const shown = (value: JudgedValue): number[] => {
  if (typeof value === "number") return [value];
  return "word" in value ? [] : [value.from, value.to];
};

const inWords = (value: JudgedValue): string => (typeof value === "object" && "word" in value ? `: ${value.word}` : "");

/** Every judgment that the questions use, for `why`: starting chances and answers, by event, in order. */
export function usedJudgments(input: QuestionsInput): UsedJudgment[] {
  const text = (id: string) =>
    [...input.explanations].find((e) => e.body.explanation === id)?.body.text ??
    [...input.evidence].find((e) => e.body.evidence === id)?.body.text ??
    id;
  const of = (entry: Question | Explanation | Entry<"evidence.stated">, what: string, values: number[]) => ({
    seq: entry.seq,
    who: author(entry),
    why: entry.body.why,
    what,
    values,
  });
  const answers = input.evidence.flatMap((e) =>
    Object.entries(cellJudgments(input, e.body.evidence)).flatMap(([explanation, list]) =>
      list.map((j) => ({
        seq: j.seq,
        who: j.who,
        why: j.why,
        what: `how likely “${e.body.text}” is if “${text(explanation)}”${inWords(j.value)}`,
        values: shown(j.value),
      })),
    ),
  );
  return [
    ...input.questions.map((q) => of(q, `question: ${q.body.text}`, [])),
    ...input.explanations.map((e) =>
      of(e, `starting chance of “${e.body.text}”`, e.body.prior === undefined ? [] : shown(e.body.prior)),
    ),
    ...input.evidence.map((e) => of(e, `item of evidence: ${e.body.text}`, [])),
    ...answers,
  ].sort((a, b) => a.seq - b.seq);
}
