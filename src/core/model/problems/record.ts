import type { ProblemKind } from "../problem.ts";

export const recordProblems = {} satisfies Record<string, ProblemKind>;
