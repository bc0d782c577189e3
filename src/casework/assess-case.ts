import { type PreviousAssessment, previousOf } from "../core/around.ts";
import { assess } from "../core/assess.ts";
import type { AssessOptions } from "../core/assess-options.ts";
import { foldCase } from "../core/case/fold.ts";
import { knownAsOf } from "../core/known.ts";
import { type LooseDocument, looseCase } from "../core/loose.ts";
import type { Assessment } from "../core/model/assessment.ts";
import type { Memo } from "../core/model/memo.ts";
import { ProblemError, problem } from "../core/model/problem.ts";
import type { CaseState } from "../core/model/state.ts";
import { exactly, latest, parseIso } from "../core/model/time.ts";
import { memoryMemo } from "./cache.ts";
import { loadTexts, type OpenCase } from "./open.ts";
import { prepare } from "./prepare.ts";
import { infoOf, type LooseText } from "./texts.ts";

export interface AssessRun extends Omit<AssessOptions, "memo"> {
  readonly memo?: Memo;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** The assessment, or null if the signal came before it was done. */
async function run(
  state: CaseState,
  texts: Readonly<Record<string, string>>,
  options: AssessRun,
): Promise<Assessment | null> {
  const { onProgress, signal, memo = memoryMemo(), ...rest } = options;
  const asOf = latest(parseIso(options.asOf) ?? exactly(options.asOf)) ?? options.asOf;
  const infos = knownAsOf(state, texts, asOf).documents.map((d) => d.info);
  const ready = await prepare(infos, { memo, ...(onProgress && { onProgress }), ...(signal && { signal }) });
  return ready ? assess(state, texts, { ...rest, memo }) : null;
}

/** The assessment of a case, as recorded up to `atSeq` if it is given. */
export async function assessCase(open: OpenCase, options: AssessRun): Promise<Assessment | null> {
  const texts = await loadTexts(open);
  const state = await stateAt(open, options.atSeq);
  const previous = await lastGivenOut(open, state, options.asOf);
  return run(state, texts, { ...options, ...(previous !== null && { previous }) });
}

/** The last assessment that was given out and could be known as of the day; null where none was, or its words are erased. */
async function lastGivenOut(open: OpenCase, state: CaseState, day: string): Promise<PreviousAssessment | null> {
  const asOf = latest(parseIso(day) ?? exactly(day)) ?? day;
  const made = state.entries["assessment.made"].filter((e) => e.body.asOf <= asOf).at(-1);
  const bytes = made === undefined ? null : await open.store.getBlob(made.body.result);
  return bytes === null ? null : previousOf(JSON.parse(new TextDecoder().decode(bytes)) as Assessment);
}

/** What was recorded up to an event; the state of now without one. Throws a ProblemError `no-such-event` past the case's end. */
export async function stateAt(open: OpenCase, seq: number | undefined): Promise<CaseState> {
  if (seq === undefined || seq === open.state.seq) return open.state;
  if (seq > open.state.seq) throw new ProblemError([problem("no-such-event", { seq, last: open.state.seq })]);
  const events = await open.store.read(0);
  return foldCase(events.filter((e) => e.seq <= seq));
}

/** The assessment of loose texts, in no case. */
export async function assessLoose(texts: readonly LooseText[], options: AssessRun): Promise<Assessment | null> {
  const { state, texts: words } = looseCase(texts.map(looseDocument));
  return run(state, words, options);
}

function looseDocument(text: LooseText): LooseDocument {
  const { document } = text;
  return {
    info: { ...infoOf(text), id: text.text },
    original: text.original,
    format: document.format,
    ...(document.title !== undefined && { title: document.title }),
    ...(document.author !== undefined && { author: document.author }),
  };
}
