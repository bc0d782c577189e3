import type { Assessment } from "../core/model/assessment.ts";

/** The assessment as JSON, two spaces deep, a newline at its end. */
export function encodeAssessment(assessment: Assessment): string {
  return `${JSON.stringify(assessment, null, 2)}\n`;
}

const LISTS = [
  "documents",
  "statements",
  "incidents",
  "attributions",
  "ledger",
  "counts",
  "actors",
  "silences",
  "questions",
  "named",
  "judgments",
  "rows",
  "figures",
  "replies",
  "problems",
] as const;

/** The assessment of the JSON, or what is wrong with it. A text that is not JSON throws a SyntaxError. */
export function decodeAssessment(json: string): Assessment | { readonly fault: string } {
  const value: unknown = JSON.parse(json);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { fault: "not an object" };
  const found = value as Record<string, unknown>;
  if (found.schema !== "silverblaze/assessment/1")
    return { fault: `its schema is ${JSON.stringify(found.schema)}, not silverblaze/assessment/1` };
  const missing = LISTS.find((key) => !Array.isArray(found[key]));
  if (missing !== undefined) return { fault: `it has no list "${missing}"` };
  const whole = ["lineage", "brief"].find((key) => typeof found[key] !== "object" || found[key] === null);
  if (whole !== undefined) return { fault: `it has no "${whole}"` };
  return value as Assessment;
}
