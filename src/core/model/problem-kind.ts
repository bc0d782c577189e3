export type Severity = "error" | "warning" | "note";
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** A row of a table of problems: how bad it is, and its English sentence. */
export interface ProblemKind {
  readonly severity: Severity;
  readonly say: (facts: Facts) => string;
}
