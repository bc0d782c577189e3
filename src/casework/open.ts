import { type Command, type Decision, decide, type Texts } from "../core/case/decide.ts";
import { newEvent } from "../core/case/event.ts";
import { emptyCase, foldCase } from "../core/case/fold.ts";
import { viewCase } from "../core/case/view.ts";
import type { CaseStated, NewEvent } from "../core/model/event.ts";
import type { Sha256 } from "../core/model/id.ts";
import { type Problem, ProblemError, problem } from "../core/model/problem.ts";
import type { CaseState } from "../core/model/state.ts";
import { type Head, HeadMoved, type Store } from "../store/contract.ts";

/** A case at work: its store, what its events add up to, and the head that this state stands for. */
export interface OpenCase {
  readonly store: Store;
  readonly state: CaseState;
  readonly head: Head;
}

/** The case in the store, folded. */
export async function openCase(store: Store): Promise<OpenCase> {
  return refresh({ store, state: emptyCase, head: { seq: 0, hash: "0".repeat(64) } });
}

/** The same case with the events that came since; the state stands exactly for the head, whatever others append meanwhile. */
export async function refresh(open: OpenCase): Promise<OpenCase> {
  let { state } = open;
  for (;;) {
    const head = await open.store.head();
    if (head.seq > state.seq) state = foldCase(await open.store.read(state.seq), state);
    if (head.seq === state.seq) return { store: open.store, state, head };
  }
}

/** A new case with its title; the store must be empty. */
export async function newCase(store: Store, who: string, stated: CaseStated): Promise<OpenCase> {
  const open = await openCase(store);
  if (open.head.seq > 0) throw new ProblemError([problem("case-not-empty", { events: open.head.seq })]);
  await store.append([newEvent("case.stated", who, stated)], open.head);
  return refresh(open);
}

/** The words of every text of the case, by hash, and the rows of its record sets; what was erased is left out. */
export async function loadTexts(open: OpenCase): Promise<Readonly<Record<Sha256, string>>> {
  const view = viewCase(open.state);
  const wanted = [
    ...[...view.reads.values()].map((e) => e.body.text),
    ...[...view.records.values()].map((e) => e.body.rows),
  ];
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const texts: Record<Sha256, string> = {};
  for (const sha of wanted) {
    const bytes = await open.store.getBlob(sha);
    if (bytes !== null) texts[sha] = decoder.decode(bytes);
  }
  return texts;
}

export type Committed =
  | { readonly open: OpenCase; readonly events: readonly NewEvent[] }
  | { readonly problems: readonly Problem[] };

const TRIES = 50;

/**
 * The one way to change a case: decides, appends at the expected head, and if somebody else was first, folds what is new and decides
 * again. If the answer would then differ it says so and writes nothing.
 */
export async function commit(open: OpenCase, command: Command, texts: Texts = () => null): Promise<Committed> {
  let now = await refresh(open);
  const first = decide(now.state, command, texts);
  if ("problems" in first) return first;
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      await now.store.append(first.events, now.head);
      return { open: await refresh(now), events: first.events };
    } catch (error) {
      if (!(error instanceof HeadMoved)) throw error;
      now = await refresh(now);
      const again = decide(now.state, command, texts);
      if (!sameAnswer(first, again)) return { problems: [problem("answer-changed", { seq: now.head.seq })] };
    }
  }
  return { problems: [problem("case-busy", { tries: TRIES })] };
}

function sameAnswer(a: Decision, b: Decision): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
