import type { ProblemKind } from "../problem.ts";

export const storeProblems = {} satisfies Record<string, ProblemKind>;
