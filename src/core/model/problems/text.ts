import type { ProblemKind } from "../problem-kind.ts";

export const textProblems = {} satisfies Record<string, ProblemKind>;
