export type * from "./model/silence.ts";
export type { Unknown } from "./model/stated.ts";
export type {
  ActorExplanation,
  FirstWords,
  Habit,
  Seen,
  WeighedActor,
  WeighedActors,
} from "./silence/actors.ts";
export { firstWords, weighActors } from "./silence/actors.ts";
export type { ClassesQuery } from "./silence/classes.ts";
export { classesFor } from "./silence/classes.ts";
export type { ComparedClass, ComparedSilence, CompareOptions } from "./silence/compare.ts";
export { compareClasses } from "./silence/compare.ts";
export type { AveragedCuts, Cut } from "./silence/cuts.ts";
export { averageCuts, cutEvidence } from "./silence/cuts.ts";
export type { AnyLag, HeardAt, Hearing, LagMixture, Outage } from "./silence/heard.ts";
export { heardAt } from "./silence/heard.ts";
export type { HoursRange } from "./silence/hours.ts";
export { averageLag } from "./silence/lag-average.ts";
export type { CountDifference, CountOf, NumeratorAnswer } from "./silence/numerator.ts";
export { countsDiffer, numeratorOnly } from "./silence/numerator.ts";
export type { RecordLags } from "./silence/record-lags.ts";
export { recordLags } from "./silence/record-lags.ts";
export type { ClaimedShare, Counts, ShareOptions } from "./silence/share.ts";
export { ascertained, claimedShare } from "./silence/share.ts";
export type { SiblingOptions } from "./silence/siblings.ts";
export { shareOfSiblings, siblingPrior } from "./silence/siblings.ts";
export type { SplitSilence, StrategicShare } from "./silence/strategic.ts";
export { splitStrategic } from "./silence/strategic.ts";
export type { ChanceRange, SilenceAt, WeighedSilence, WeighOptions } from "./silence/weigh.ts";
export { weighSilence } from "./silence/weigh.ts";
