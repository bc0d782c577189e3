import type { ProblemKind } from "../problem-kind.ts";

/** The command line. */
export const cliProblems = {
  "unknown-command": {
    severity: "error",
    say: (f) => `There is no command "${f.name}".${f.near ? ` Did you mean ${f.near}?` : ""} See silverblaze --help.`,
  },
  "wrong-arguments": {
    severity: "error",
    say: (f) => `${f.command} takes ${f.takes || "nothing"}; ${f.given} given. See silverblaze ${f.command} --help.`,
  },
  "bad-option": {
    severity: "error",
    say: (f) => `${f.command}: ${f.fault}. Options: ${f.known}; see silverblaze ${f.command} --help.`,
  },
  "missing-option": {
    severity: "error",
    say: (f) => `${f.command} needs ${f.option}: ${f.about}. For instance: ${f.example}`,
  },
  "bad-value": {
    severity: "error",
    say: (f) => `${f.option} ${f.value} is ${f.fault}. Give ${f.want}.`,
  },
  "export-unrecorded": {
    severity: "warning",
    say: (f) => `The export could not be recorded in ${f.path} (is it read-only?). Keep note of it yourself.`,
  },
  "one-case-only": {
    severity: "error",
    say: (f) =>
      `${f.path} is a case, and a case is shown by itself. Add the texts to it first: silverblaze add ${f.path} FILES…`,
  },
  "nothing-known": {
    severity: "warning",
    say: (f) =>
      `No document could be known by ${f.asOf}, so there is nothing to assess. A document counts from the day it was published; give that day with --as-of.`,
  },
  "option-without-effect": {
    severity: "warning",
    say: (f) =>
      `${f.option} has no effect on ${f.command} with ${f.beside}, and was left out. Give it without them, or state it in a case.`,
  },
  "one-text-wanted": {
    severity: "warning",
    say: (f) => `${f.path} holds ${f.found} texts; the first was taken. Name the file that you mean.`,
  },
  "nothing-read": {
    severity: "error",
    say: (f) => `Nothing could be read for ${f.what}; the problems before this one say why. Mend or replace the input.`,
  },
  "not-json": {
    severity: "error",
    say: (f) => `${f.path} is not JSON: ${f.fault}. Check the file with a JSON editor.`,
  },
  "not-an-assessment": {
    severity: "error",
    say: (f) => `${f.path} is no ${f.want}. Make one with: ${f.example}`,
  },
  "no-such-event": {
    severity: "error",
    say: (f) => `There is no event ${f.seq}; the case ends at event ${f.last}. See silverblaze history.`,
  },
  "cannot-write": {
    severity: "error",
    say: (f) => `${f.path} can't be written: ${f.fault}. Choose another place with -o.`,
  },
  "no-page": {
    severity: "error",
    say: (f) => `${f.command} has no page in that form (${f.path}). Use -o with a name that ends in: ${f.forms}.`,
  },
  "no-such-figure": {
    severity: "error",
    say: (f) =>
      `There is no figure ${f.id}.${f.near ? ` Near it: ${f.near}.` : ""} See them all with silverblaze why and no figure.`,
  },
  "figure-differs": {
    severity: "error",
    say: (f) =>
      `${f.id} is ${f.given} here, but what it stands on gives ${f.found}. The assessment was changed, or made by another version; make it again with silverblaze assess.`,
  },
  interrupted: {
    severity: "warning",
    say: (f) => `Interrupted. What was acknowledged is kept (${f.done}); give the same command again for the rest.`,
  },
  "our-fault": {
    severity: "error",
    say: (f) =>
      `Something went wrong that is our fault: ${f.fault}. Please report it with the command you gave; the case is as it was before.`,
  },
  "state-unknown": {
    severity: "error",
    say: (f) => `Item ${f.item}: "${f.given}" can't be stated. Use one of: ${f.known}.`,
  },
  "needs-yes": {
    severity: "error",
    say: (f) => `${f.command} removes for good and was not confirmed. Give --yes, or answer "yes" on a terminal.`,
  },
} satisfies Record<string, ProblemKind>;
