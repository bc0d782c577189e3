const REASONS: Readonly<Record<string, string>> = {
  edge: "the record is fitted as well by an actor that claims everything sooner or later",
  "bound-not-reached": "the record sets no upper bound",
  "laws-disagree": "laws that fit alike differ in it",
  "no-plateau": "claims were still coming late in the time that it was followed",
};

/** Why a fitted share is not told, in a sentence [SI5]. */
export function guardWords(withheld: readonly string[]): string {
  const why = withheld.map((r) => REASONS[r] ?? r).join("; ");
  return `How much it claims in the end can\u2019t be told from these lags: ${why}. Its counts stand in.`;
}
