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
  /** One line a reference class: that of the picked class alone, or all while nobody has picked one [SI9]. */
  readonly lines: readonly SilenceLine[];
  readonly ifNot: TermFigures;
}

export interface SilenceLine {
  /** The class. */
  readonly name: string;
  readonly ifDid: TermFigures;
  /** The share that the actor ever claims: what it hides on purpose cannot be more than the rest [SI12]. */
  readonly share?: FigureId;
}

/** What the persons of a case have stated about its questions, what holds now, and what was computed. */
export interface QuestionsInput {
  /** First steps of every figure's id: `["port-maren"]`. */
  readonly path?: readonly string[];
  readonly questions: readonly Entry<"question.stated">[];
  readonly explanations: readonly Entry<"explanation.stated">[];
  readonly evidence: readonly Entry<"evidence.stated">[];
  readonly facts?: readonly Entry<"fact.stated">[];
  readonly weights: readonly Entry<"evidence.weighed">[];
  /** Correlations of items [XP5] and strategic shares [SI12]; others are not looked at. */
  readonly assumptions?: readonly Entry<"assumption.stated">[];
  /** Items that rest on sources graded F alone, by who graded them [XP5]. */
  readonly unjudged?: Readonly<Record<EvidenceId, { readonly seq: number; readonly who: string }>>;
  readonly approvals?: readonly Entry<"approval.stated">[];
  readonly silences?: readonly SilenceTerm[];
  /** Actors that are a state, or a part of one [XP10]. */
  readonly states?: readonly ActorId[];
  /** Items that lineage calls copies of another [XP5]. */
  readonly copies?: Readonly<Record<EvidenceId, EvidenceId>>;
  /** Computed from reliability and independent origins. */
  readonly credibility?: Readonly<Record<EvidenceId, ModelEvidence["credibility"]>>;
  readonly surpriseRanges?: SurpriseRanges;
  readonly equalPriors?: boolean;
  /** Asked only for who leads and with what word: boxes are not searched for, and neither sensitivity nor next facts are given. */
  readonly leadersOnly?: boolean;
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

/** What an item bears on: its questions, then its facts, as stated. */
export const bearsOn = ({ body }: Entry<"evidence.stated">): readonly string[] => [...body.questions, ...body.facts];

/** The key of a cell: a value of each thing that the item bears on, in its order; null where one is missing or is of something else. */
function cellKey(input: QuestionsInput, item: Entry<"evidence.stated">, of: readonly string[]): string | null {
  const values = bearsOn(item).map((id) => {
    const fact = of.find((v) => v.startsWith(`${id}=`));
    const mine = (v: string) => input.explanations.some((e) => e.body.explanation === v && e.body.question === id);
    return fact === undefined ? of.find(mine) : fact.slice(id.length + 1);
  });
  return of.length === values.length && !values.includes(undefined) ? values.join("+") : null;
}

/** The judgments of each cell: of each analyst the latest; an answer taken back is none. */
export function cellJudgments(
  input: QuestionsInput,
  item: Entry<"evidence.stated">,
): Readonly<Record<string, readonly Judgment[]>> {
  const latest = new Map<string, { readonly key: string; readonly entry: Entry<"evidence.weighed"> }>();
  const bySeq = [...input.weights].sort((a, b) => a.seq - b.seq);
  for (const entry of bySeq) {
    if (entry.body.evidence !== item.body.evidence) continue;
    if (input.analysts !== undefined && !input.analysts.includes(author(entry))) continue;
    const key = cellKey(input, item, entry.body.explanations);
    if (key !== null) latest.set(JSON.stringify([key, author(entry)]), { key, entry });
  }
  const cells: Record<string, Judgment[]> = {};
  for (const { key, entry } of latest.values()) {
    if (entry.body.value === null) continue;
    const list = cells[key] ?? [];
    cells[key] = [...list, { seq: entry.seq, who: author(entry), why: entry.body.why, value: entry.body.value }];
  }
  for (const key of Object.keys(cells)) cells[key]?.sort((a, b) => byCodeUnit(a.who, b.who));
  return cells;
}

/** Whether anybody's answer to this item still stands, pairs included. */
export function isWeighed(input: QuestionsInput, evidence: EvidenceId): boolean {
  const by = input.analysts;
  return input.weights.some(
    (w) => w.body.evidence === evidence && w.body.value !== null && (by === undefined || by.includes(author(w))),
  );
}

export type Question = Entry<"question.stated">;
export type Explanation = Entry<"explanation.stated">;

/** What was stated about the questions that hang together, gathered. */
export interface Gathered {
  readonly questions: readonly Question[];
  readonly explanations: readonly Explanation[];
  readonly facts: readonly Entry<"fact.stated">[];
  readonly evidence: readonly Entry<"evidence.stated">[];
  /** By question: the silences that bear on it. */
  readonly terms: readonly { readonly question: string; readonly term: SilenceTerm }[];
  /** By explanation: its strategic share [SI12]. */
  readonly strategic: Readonly<Record<string, Entry<"assumption.stated">>>;
  readonly correlations: readonly Entry<"assumption.stated">[];
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
    Object.entries(cellJudgments(input, e)).flatMap(([key, list]) =>
      list.map((j) => ({
        seq: j.seq,
        who: j.who,
        why: j.why,
        what: `chance to see “${e.body.text}” if ${key
          .split("+")
          .map((value) => `“${text(value)}”`)
          .join(" and ")}${inWords(j.value)}`,
        values: shown(j.value),
      })),
    ),
  );
  return [
    ...input.questions.map((q) => of(q, `question: ${q.body.text}`, [])),
    ...input.explanations.map((e) =>
      of(
        e,
        `starting chance of “${e.body.text}”`,
        [...(e.body.prior === undefined ? [] : [e.body.prior]), ...Object.values(e.body.priorGiven ?? {})].flatMap(
          shown,
        ),
      ),
    ),
    ...(input.facts ?? []).map((f) => ({
      seq: f.seq,
      who: author(f),
      why: f.body.why,
      what: `fact: ${f.body.text}`,
      values: Object.values(f.body.table).flat(),
    })),
    ...input.evidence.map((e) => of(e, `item of evidence: ${e.body.text}`, [])),
    ...answers,
  ].sort((a, b) => a.seq - b.seq);
}
