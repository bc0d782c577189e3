import type { ProblemKind } from "../problem-kind.ts";

/** From statements to incidents, ledger and attributions. */
export const recordProblems = {
  "claim-before-incident": {
    severity: "warning",
    say: (f) =>
      `A claim by ${f.actor} in ${f.document} is dated ${f.hoursEarly} h before the incident, so it is filed as a threat or a mistake. Check its date and time zone, or link it to another incident.`,
  },
  "no-incident": {
    severity: "note",
    say: () =>
      "No incident was found in the texts: none names an attack with a day or a place. State one: silverblaze state CASE incident.json.",
  },
  "decision-unmatched": {
    severity: "note",
    say: (f) => `The decision on ${f.key} stands, though the rules no longer propose it (${f.answer}, by ${f.who}).`,
  },
} satisfies Record<string, ProblemKind>;
