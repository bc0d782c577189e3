import type { ProblemKind } from "../problem-kind.ts";

/** From statements to incidents, ledger and attributions. */
export const recordProblems = {
  "claim-before-incident": {
    severity: "warning",
    say: (f) =>
      `A claim by ${f.actor} in ${f.document} is dated ${f.hoursEarly} h before the incident, so it is filed as a threat or a mistake. Check its date and time zone, or link it to another incident.`,
  },
  "actors-not-listed": {
    severity: "error",
    say: (f) =>
      `${f.path} holds no list of actors. Give { "actors": [ … ] } with id, kind and names in each row; docs/guide/add-an-actor.md shows one.`,
  },
  "bad-actor": {
    severity: "error",
    say: (f) =>
      `Row ${f.row} of ${f.path} is no actor (${f.fault}) and was left out. Mend the row; docs/guide/add-an-actor.md shows one.`,
  },
  "actor-part-unknown": {
    severity: "warning",
    say: (f) =>
      `${f.actor} in ${f.path} is said to be part of ${f.partOf}, which nobody knows; it stands by itself. Add a row for ${f.partOf}, or use an id of the shipped list.`,
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
