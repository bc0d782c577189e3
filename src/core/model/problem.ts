import type { Facts, ProblemKind, Severity } from "./problem-kind.ts";
import { caseProblems } from "./problems/case.ts";
import { cliProblems } from "./problems/cli.ts";
import { explanationsProblems } from "./problems/explanations.ts";
import { ingestProblems } from "./problems/ingest.ts";
import { lineageProblems } from "./problems/lineage.ts";
import { recordProblems } from "./problems/record.ts";
import { serverProblems } from "./problems/server.ts";
import { silenceProblems } from "./problems/silence.ts";
import { storeProblems } from "./problems/store.ts";
import { textProblems } from "./problems/text.ts";

export type { Facts, ProblemKind, Severity };

/** Trouble in the analyst's material, as data: a code and facts. The sentence is made in one place per language. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly facts: Facts;
  /** In English: what is wrong, with the value, then what to do. */
  readonly message: string;
}

/** Every code there is, by area; `docs/reference/problems.md` lists them. */
export const PROBLEMS = {
  ...caseProblems,
  ...cliProblems,
  ...explanationsProblems,
  ...ingestProblems,
  ...lineageProblems,
  ...recordProblems,
  ...serverProblems,
  ...silenceProblems,
  ...storeProblems,
  ...textProblems,
} satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The problem with its severity and sentence filled in from the table. */
export function problem(code: ProblemCode, facts: Facts = {}): Problem {
  const kind: ProblemKind = PROBLEMS[code];
  return { code, severity: kind.severity, facts, message: kind.say(facts) };
}

/** A caller's mistake that carries its problems, for functions that throw. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map((p) => p.message).join("\n"));
    this.name = "ProblemError";
    this.problems = problems;
  }
}
