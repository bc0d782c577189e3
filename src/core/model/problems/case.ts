import type { ProblemKind } from "../problem.ts";

export const caseProblems = {} satisfies Record<string, ProblemKind>;
