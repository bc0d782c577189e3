import type { Traits } from "../../core/model/silence.ts";

/** Our columns. `date`, `actor` and `claimed` must be there; `claim_date` or `lag_hours`, not both in one row. */
export const OWN_COLUMNS = [
  "incident",
  "date",
  "actor",
  "claimed",
  "claim_date",
  "lag_hours",
  "country",
  "target",
  "attack_type",
  "insider",
  "nationality",
  "contact",
  "attacker_fate",
  "killed",
  "denied",
  "known_from",
  "label",
  "citation",
] as const;

export type OwnColumn = (typeof OWN_COLUMNS)[number];

/** The trait that a column gives, for those that may have been coded after the event. */
export const TRAIT_OF: Readonly<Partial<Record<OwnColumn, keyof Traits>>> = {
  country: "country",
  target: "target",
  attack_type: "attackType",
  insider: "insider",
  nationality: "nationality",
  contact: "contact",
  attacker_fate: "fate",
  killed: "casualties",
};
