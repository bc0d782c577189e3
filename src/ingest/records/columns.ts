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
  "known_from",
  "label",
  "citation",
] as const;

export type OwnColumn = (typeof OWN_COLUMNS)[number];
