export type { WeighOptions } from "./explanations/weigh-explanations.ts";
export { weighExplanations } from "./explanations/weigh-explanations.ts";
export type * from "./model/explanations.ts";
