import type { ProblemKind } from "../problem-kind.ts";

export const textProblems = {
  "language-not-read": {
    severity: "note",
    say: ({ text, language }) =>
      `"${text}" is in a language (${language}) whose names, dates and statements are not read, only its sentences. Add a translation, or name its language if that is wrong.`,
  },
  "relative-dates-left-out": {
    severity: "note",
    say: ({ text, count, first }) =>
      `${count} relative date${count === 1 ? "" : "s"} in "${text}", ${count === 1 ? "" : "the first "}“${first}”, can't be resolved, since its day of publication is not known. State that day: in a case for the document; a plain text may have a line at its top such as "Published: 2031-03-04", with an empty line under it.`,
  },
  "text-hidden-characters": {
    severity: "warning",
    say: ({ text, count, first }) =>
      `"${text}" holds ${count} character${count === 1 ? "" : "s"} that no reader sees, the first at ${first}. Look at the original: hidden text can be aimed at programs.`,
  },
} satisfies Record<string, ProblemKind>;
