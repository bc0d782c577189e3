import type { ProblemKind } from "../problem.ts";

export const silenceProblems = {} satisfies Record<string, ProblemKind>;
