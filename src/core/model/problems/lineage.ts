import type { ProblemKind } from "../problem-kind.ts";

export const lineageProblems = {
  "lineage-no-words": {
    severity: "warning",
    say: (f) => `${f.text} has no sentence of its own to compare. Check that its text was read, or leave it out.`,
  },
  "lineage-short-text": {
    severity: "note",
    say: (f) =>
      `${f.text} has only ${f.words} words: verdict and direction of so short a text are weak. Compare the sentences yourself.`,
  },
  "lineage-too-many-sentences": {
    severity: "warning",
    say: (f) =>
      `${f.text} has ${f.sentences} sentences; only the first ${f.used} are laid side by side. Cut it into its parts.`,
  },
  "lineage-languages-differ": {
    severity: "warning",
    say: (f) =>
      `The texts are in different languages (${f.a}, ${f.b}), so that they share few words says nothing. Only links and credits show here that one comes from the other; compare a translation, or read both.`,
  },
  "lineage-same-name": {
    severity: "error",
    say: (f) => `Two texts are called ${f.text}. Give each text its own name.`,
  },
  "lineage-nothing-to-check-against": {
    severity: "error",
    say: () => "There is no source to check the text against. Name at least one.",
  },
} satisfies Record<string, ProblemKind>;
