import type { Problem } from "../core/model/problem.ts";
import type { Head, Store } from "../store/contract.ts";
import { type Check, checkQuotes, verifyStore } from "../store/verify.ts";
import { loadTexts, type OpenCase, openCase } from "./open.ts";

export interface CaseVerification {
  readonly checks: readonly Check[];
  readonly problems: readonly Problem[];
  readonly head: Head | null;
}

/** Whether a case is as it was recorded: chain, head, bodies, blobs, erasures; then each decided statement's quote against its text. */
export async function verifyCase(
  store: Store,
  onProgress?: (done: number, all: number) => void,
): Promise<CaseVerification> {
  const stored = await verifyStore(store, { ...(onProgress && { progress: onProgress }) });
  if (!stored.checks.every((c) => c.ok)) return { ...stored, head: await headOf(store) };
  const open = await openCase(store);
  const quotes = await quotesHold(open);
  const events: Check = {
    name: "bodies",
    ok: true,
    detail: `${open.state.problems.filter((p) => p.code === "event-unreadable").length} events that this version can't use`,
  };
  return {
    checks: [...stored.checks, ...quotes.checks, ...(open.state.problems.length > 0 ? [events] : [])],
    problems: [...stored.problems, ...quotes.problems, ...open.state.problems],
    head: open.head,
  };
}

async function headOf(store: Store): Promise<Head | null> {
  return store.head().catch(() => null);
}

async function quotesHold(open: OpenCase) {
  const texts: Record<string, string | null> = { ...(await loadTexts(open)) };
  for (const sha of Object.keys(open.state.erased)) texts[sha] ??= null;
  const quotes = open.state.entries["statement.decided"].flatMap(({ seq, body }) => {
    const { statement, quote, key } = body;
    if (statement === undefined) return [];
    const text = statement.sentence.text ?? key.split(":")[0] ?? "";
    return [{ where: `event ${seq}`, text, start: statement.sentence.start, end: statement.sentence.end, quote }];
  });
  return checkQuotes(texts, quotes);
}
