import type { ProblemKind } from "../problem.ts";

export const textProblems = {} satisfies Record<string, ProblemKind>;
