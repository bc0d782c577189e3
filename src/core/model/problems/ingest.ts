import type { ProblemKind } from "../problem.ts";

export const ingestProblems = {} satisfies Record<string, ProblemKind>;
