import type { ProblemKind } from "../problem-kind.ts";

/** Cases, events, commands. */
export const caseProblems = {
  "bad-field": {
    severity: "error",
    say: (f) => `${f.type}: field ${f.field}: ${f.fault}. Mend the field and give the object again.`,
  },
  "unknown-event": {
    severity: "warning",
    say: (f) =>
      `Event ${f.seq} is of type ${f.type}, version ${f.v}, which this version does not know; it is kept and left out. Open the case with a newer Silverblaze to use it.`,
  },
  "event-out-of-order": {
    severity: "error",
    say: (f) => `Event ${f.seq} comes after event ${f.after}. Run silverblaze verify on the case.`,
  },
  "event-unreadable": {
    severity: "warning",
    say: (f) => `Event ${f.seq} (${f.type}) can't be used: ${f.fault}. Run silverblaze verify on the case.`,
  },
  "event-erased": {
    severity: "note",
    say: (f) => `Event ${f.seq} (${f.type}) was erased; its hash and the reason remain. See silverblaze verify.`,
  },
  "unknown-reference": {
    severity: "error",
    say: (f) =>
      `There is no ${f.kind} "${f.id}" in the case. State it first, or correct the id${f.known ? `; there are: ${f.known}` : ""}.`,
  },
  "nothing-to-undo": {
    severity: "error",
    say: (f) => `There is no event ${f.seq} to undo; the case ends at event ${f.last}. See silverblaze history.`,
  },
  "cannot-undo": {
    severity: "error",
    say: (f) => `Event ${f.seq} (${f.type}) can't be undone: ${f.fault}. Leave it, or state anew what shall hold.`,
  },
  "quote-not-there": {
    severity: "error",
    say: (f) =>
      `The quote of ${f.key} is not the text at ${f.start}–${f.end}: given "${f.given}", the text has "${f.found}". Copy the words from silverblaze statements --json.`,
  },
  "text-missing": {
    severity: "error",
    say: (f) =>
      `The text ${f.text} is not in the case${f.erased ? " (it was erased)" : ""}, so its words can't be checked. Add the document again, or leave the statement out.`,
  },
  "no-such-blob": {
    severity: "error",
    say: (f) => `The case holds no bytes with SHA-256 ${f.sha256}. See silverblaze history --json for the hashes.`,
  },
  "answer-changed": {
    severity: "error",
    say: (f) =>
      `Somebody else changed the case meanwhile (event ${f.seq}), and the answer would differ now. Nothing was written; look at silverblaze history and give the command again.`,
  },
  "document-twice": {
    severity: "note",
    say: (f) => `${f.name} has the same bytes as ${f.document}, which came in by the same way; it was not added again.`,
  },
  "documents-twice": {
    severity: "note",
    say: (f) =>
      `${f.count} documents, the first ${f.first}, came in before by the same way and with the same bytes; they were not added again.`,
  },
  "records-twice": {
    severity: "note",
    say: (f) => `${f.name} is in the case already, as the set ${f.set}, with the same rows; it was not imported again.`,
  },
  "records-replaced": {
    severity: "warning",
    say: (f) =>
      `The set ${f.set} was in the case with ${f.before} rows of ${f.file}; these ${f.accepted} stand in their place. To keep both, undo this and give it another name: --set NAME.`,
  },
  "explanation-needs-word": {
    severity: "error",
    say: (f) =>
      `"${f.word}" is none of the words for a weight. Use one of: ${f.words}; or a number or range from 0 to 1.`,
  },
  "case-not-empty": {
    severity: "error",
    say: (f) =>
      `There is a case here already, with ${f.events} events. Give another name, or add to it: silverblaze add CASE …`,
  },
  "case-busy": {
    severity: "error",
    say: (f) => `Others keep writing to the case: ${f.tries} tries were not enough. Nothing was written; try again.`,
  },
  "bad-command": {
    severity: "error",
    say: (f) => `The command can't be carried out: ${f.fault}. Mend it and give it again.`,
  },
} satisfies Record<string, ProblemKind>;
