import type { Span } from "../model/span.ts";

/** A name or number of a text [LI3], with its first place. */
export interface Specific {
  /** `#` and the value of a number, or a folded name. */
  readonly key: string;
  readonly is: "name" | "number";
  readonly span: Span;
  /** Ids of the gazetteer's actor or place that the word stands in, so that an alias is nothing new. */
  readonly ids: readonly string[];
}

/** Endings of demonyms and plurals: one key for a country, its people and its adjective. */
const DEMONYM = /(?:ians?|eans?|ans?|ese|ia|is?|s|a|e)$/;

/** A name without the ending that makes it an adjective; three letters are left at least. */
export function nameKey(norm: string): string {
  const cut = norm.replace(DEMONYM, "");
  return cut.length >= 3 ? cut : norm;
}

/** Whether a text has the specific, under this name or an alias. */
export function knows(known: ReadonlySet<string>, specific: Specific): boolean {
  return known.has(specific.key) || specific.ids.some((id) => known.has(`@${id}`));
}
