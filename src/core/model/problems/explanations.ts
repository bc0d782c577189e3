import type { ProblemKind } from "../problem-kind.ts";

export const explanationsProblems = {
  "explanation-value-out-of-range": {
    severity: "error",
    say: (f) =>
      `${f.what} is ${f.value}. Give a chance over 0 and up to 1 (a prior: under 1), a range with the smaller end first, or a word: 0 and 1 can't be moved by any evidence.`,
  },
  "explanation-word-unknown": {
    severity: "error",
    say: (f) => `${f.what} is given as "${f.value}", which is none of the words for surprise. Use one of: ${f.words}.`,
  },
  "explanation-unknown-id": {
    severity: "error",
    say: (f) => `${f.what} names "${f.value}", which is not among the ${f.among}. Check the id, or state it first.`,
  },
  "explanation-id-twice": {
    severity: "error",
    say: (f) => `The id "${f.value}" is used for two ${f.among}. Give each its own.`,
  },
  "explanation-too-few": {
    severity: "error",
    say: (f) =>
      `The question "${f.question}" has ${f.count} explanation${f.count === 1 ? "" : "s"}. State at least two, "something else" among them.`,
  },
  "explanation-too-large": {
    severity: "error",
    say: (f) =>
      `The model needs a table of ${f.cells} cells, over ${f.most}: ${f.meet} all meet in it. Let a fact or an item depend on fewer of them, or give them fewer values.`,
  },
  "strategic-share-too-large": {
    severity: "error",
    say: (f) =>
      `The share of its attacks that the actor hides on purpose is ${f.share} for "${f.explanation}". It must be over 0 and at most ${f.most}, what the actor leaves unclaimed in its reference class: state a smaller share, or look at the class.`,
  },
  "fact-too-few-values": {
    severity: "error",
    say: (f) =>
      `The fact "${f.fact}" has ${f.count} value${f.count === 1 ? "" : "s"}. Give at least two, such as yes and no.`,
  },
  "fact-row-wrong": {
    severity: "error",
    say: (f) =>
      `The row "${f.row}" of the fact "${f.fact}" is ${f.value}. Give ${f.values} chances from 0 to 1, one for each value and not all 0.`,
  },
  "fact-row-missing": {
    severity: "error",
    say: (f) => `The fact "${f.fact}" has no chances for "${f.row}". Give a row for each answer that it depends on.`,
  },
  "depends-on-itself": {
    severity: "error",
    say: (f) => `"${f.id}" depends on itself, through others or at once. Take one of the dependences out.`,
  },
  "correlation-out-of-range": {
    severity: "error",
    say: (f) => `The correlation of ${f.items} is ${f.value}. Give a number or a range from 0 to 1.`,
  },
  "priors-do-not-sum": {
    severity: "warning",
    say: (f) =>
      `The starting chances of "${f.question}" add up to ${f.sum}, not 1; each was divided by that sum. Check whether an explanation is missing, or state them again.`,
  },
  "item-answered-once": {
    severity: "note",
    say: (f) =>
      `"${f.evidence}" has an answer for one explanation of "${f.question}" only, so it compares nothing and has no effect. Answer it for another explanation too.`,
  },
  "brief-word-differs": {
    severity: "error",
    say: (f) => `The brief says "${f.words}" of ${f.from} to ${f.to}, which is ${f.right}. Change the word.`,
  },
  "brief-word-unbound": {
    severity: "error",
    say: (f) =>
      `The likelihood word "${f.word}" stands in running text without a number behind it. Bind it to a figure, or use another word.`,
  },
  "brief-rows-mixed": {
    severity: "error",
    say: (f) => `"${f.word}" is of another row of ICD 203 than the words used elsewhere. Use one row throughout.`,
  },
  "brief-likelihood-with-confidence": {
    severity: "error",
    say: (f) => `A likelihood and a confidence stand in one sentence: "${f.sentence}". Make two sentences of it.`,
  },
  "brief-figure-unknown": {
    severity: "error",
    say: (f) =>
      `The brief prints the figure ${f.figure}, which is not among its figures. Add it, or take the number out.`,
  },
  "brief-figure-without-rule": {
    severity: "error",
    say: (f) =>
      `The figure ${f.figure} names no rule. A number without one can't be checked: name it, or take the number out.`,
  },
  "brief-figure-rounded-wrong": {
    severity: "error",
    say: (f) =>
      `The figure ${f.figure} is ${f.value} and printed as "${f.shown}". Print "${f.right}", as the rule rounds it.`,
  },
  "brief-number-without-figure": {
    severity: "error",
    say: (f) =>
      `The number "${f.number}" stands in running text and is no figure: "${f.sentence}". Print it as a figure.`,
  },
  "brief-page-too-long": {
    severity: "error",
    say: (f) => `Page one has ${f.words} words; it may have ${f.most}. Shorten it.`,
  },
  "brief-symbol": {
    severity: "error",
    say: (f) =>
      `"${f.symbol}" stands in running text: "${f.sentence}". Say it in words; symbols and rule numbers belong in notes.`,
  },
  "brief-section-missing": {
    severity: "error",
    say: (f) => `The section "${f.section}" is missing or empty. Write it, if only to say that there is nothing.`,
  },
  "brief-standing-line-missing": {
    severity: "error",
    say: (f) => `The brief does not say ${f.line}. Add it: it always stands in a brief.`,
  },
  "brief-bare-factor": {
    severity: "error",
    say: (f) => `A factor is printed bare: "${f.sentence}". Tell it in counts of a hundred.`,
  },
  "brief-chance-without-condition": {
    severity: "error",
    say: (f) => `A chance is printed without its condition: "${f.sentence}". Name what it is given in the same clause.`,
  },
  "brief-citation-lacks-fact": {
    severity: "error",
    say: (f) => `Note ${f.note} does not hold "${f.fact}", for which it is cited. Cite the words that say it.`,
  },
  "brief-note-unknown": {
    severity: "error",
    say: (f) => `A sentence cites note ${f.note}, which is not there. Add the note, or take the citation out.`,
  },
  "brief-quote-too-long": {
    severity: "warning",
    say: (f) =>
      `A quote has ${f.words} words: "${f.quote}". Quote as little as the point needs, at most ${f.most} words.`,
  },
} satisfies Record<string, ProblemKind>;
