import { type Problem, problem } from "../core/model/problem.ts";
import type { Head, Kept } from "./contract.ts";

/**
 * What the kept-apart head says against the chain, or null: it is ahead of it or not on it (`head-ahead`), or can't be read.
 * One that lags is fine, a crash between two writes leaves it so. Read `kept` before the chain: the chain only grows.
 */
export function keptFault(kept: Kept, last: Head, hashAt: (seq: number) => string | null): Problem | null {
  if (kept.is === "none") return null;
  if (kept.is === "unreadable") return problem("head-unreadable", { path: kept.path, reason: kept.reason });
  const { seq, hash } = kept.head;
  const there = hashAt(seq);
  if (there === hash) return null;
  const found = there === null ? `the case ends at event ${last.seq}` : `event ${seq} of the case is ${there}`;
  return problem("head-ahead", { path: kept.path, keptSeq: seq, keptHash: hash, caseSeq: last.seq, found });
}
