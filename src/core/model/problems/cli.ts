import type { ProblemKind } from "../problem.ts";

export const cliProblems = {} satisfies Record<string, ProblemKind>;
