import type { Entry, EventBodies, EventType, RecordedEvent } from "../model/event.ts";
import { type Problem, problem } from "../model/problem.ts";
import type { CaseState } from "../model/state.ts";
import { checkBody, EVENT_VERSION, eventSchemas, isEventType } from "./event.ts";

type Entries = { [K in EventType]: Entry<K>[] };

const types = Object.keys(eventSchemas) as EventType[];

function copied(entries: CaseState["entries"] | null): Entries {
  return Object.fromEntries(
    types.map((type) => [type, entries === null ? [] : [...entries[type]]]),
  ) as unknown as Entries;
}

/** A case to which nothing has happened. */
export const emptyCase: CaseState = { seq: 0, entries: copied(null), erased: {}, problems: [] };

/**
 * What the events add up to, from an earlier state on. Pure and total: an event that can't be used becomes a problem, never an
 * exception. Folding a prefix and continuing gives what folding the whole gives [CA2]; linear in the events and the state.
 */
export function foldCase(events: readonly RecordedEvent[], from: CaseState = emptyCase): CaseState {
  const entries = copied(from.entries);
  const erased: Record<string, number> = { ...from.erased };
  const problems: Problem[] = [...from.problems];
  let last = from.seq;
  for (const event of events) {
    if (event.seq <= last) {
      problems.push(problem("event-out-of-order", { seq: event.seq, after: last }));
      continue;
    }
    last = event.seq;
    take(event, entries, problems);
    if (event.type === "erased" && event.body !== null) {
      const gone = entries.erased.at(-1);
      if (gone?.seq === event.seq) for (const sha of gone.body.sha256s) erased[sha] ??= event.seq;
    }
  }
  return { seq: last, entries, erased, problems };
}

function take(event: RecordedEvent, entries: Entries, problems: Problem[]): void {
  const { seq, at, who, type, v, body } = event;
  if (!isEventType(type) || v > EVENT_VERSION) {
    problems.push(problem("unknown-event", { seq, type, v }));
    return;
  }
  if (body === null) {
    problems.push(problem("event-erased", { seq, type }));
    return;
  }
  const checked = checkBody(type, body);
  if (isProblems(checked)) {
    problems.push(problem("event-unreadable", { seq, type, fault: checked.map((p) => p.message).join(" ") }));
    return;
  }
  (entries[type] as Entry[]).push({ seq, at, who, body: checked } as Entry);
}

/** Whether `checkBody` refused: bodies are objects, refusals are lists of problems. */
export function isProblems<K extends EventType>(x: EventBodies[K] | readonly Problem[]): x is readonly Problem[] {
  return Array.isArray(x);
}
