export { lintBrief } from "./brief/lint.ts";
export type { BriefOptions } from "./brief/write-brief.ts";
export { writeBrief } from "./brief/write-brief.ts";
export type * from "./model/brief.ts";
export type { Likelihood, LikelihoodWord } from "./model/likelihood.ts";
export { likelihoodWord } from "./model/likelihood.ts";
