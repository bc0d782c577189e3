import type { ProblemKind } from "../problem.ts";

export const explanationsProblems = {} satisfies Record<string, ProblemKind>;
