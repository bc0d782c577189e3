import type { ProblemKind } from "../problem.ts";

export const lineageProblems = {} satisfies Record<string, ProblemKind>;
