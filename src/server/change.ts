// One edit from a page. What somebody else decided since the page was drawn is shown, never overwritten unseen.

import { commit } from "../casework/open.ts";
import type { Ask } from "../core/case/decide.ts";
import type { Problem } from "../core/model/problem.ts";
import type { Changed, CommandRequest, Conflict } from "./api.ts";
import type { Session } from "./session.ts";

/** The new head, or the conflicts that kept everything from being written, or problems with what was asked. */
export async function change(
  session: Session,
  { who, seen, ask }: CommandRequest,
): Promise<Changed | { readonly problems: readonly Problem[] }> {
  const open = await session.now();
  const since = open.head.seq > seen ? await open.store.read(seen) : [];
  const conflicts = ask.flatMap((yours): Conflict[] => {
    const about = aboutOf(yours);
    const theirs = about === null ? undefined : since.findLast((e) => aboutOf(e as unknown as Ask) === about);
    if (theirs === undefined) return [];
    const { seq, who: by, at, type, body } = theirs;
    return [{ yours, theirs: { seq, who: by, at, type, body } }];
  });
  if (conflicts.length > 0) return { head: open.head, events: 0, conflicts };
  const texts = await session.texts();
  const committed = await commit(open, { who, ask }, (id) => texts[id] ?? null);
  if ("problems" in committed) return committed;
  session.changedTo(committed.open);
  return { head: committed.open.head, events: committed.events.length, conflicts: [] };
}

const KEYS: Readonly<Record<string, string>> = {
  "statement.decided": "key",
  "document.stated": "document",
  "source.stated": "source",
  "incident.stated": "incident",
  "question.stated": "question",
  "explanation.stated": "explanation",
  "evidence.stated": "evidence",
  "fact.stated": "fact",
  "assumption.stated": "assumption",
  "case.stated": "title",
};

/** What an event is about: two events about one thing stand in each other's way. Null for those that only add. */
function aboutOf({ type, body }: Ask): string | null {
  if (type === "case.stated") return type;
  if (type === "undone") return null;
  const key = KEYS[type];
  const value = key === undefined || body === null ? undefined : (body as unknown as Record<string, unknown>)[key];
  return typeof value === "string" ? `${type} ${value}` : null;
}
