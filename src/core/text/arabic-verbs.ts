import { fold } from "./fold.ts";

/** How a verb's stem changes: sound stems keep it, hollow ones lose their long vowel in the jussive, defective ones end in a weak letter. */
export type ArabicVerbKind = "sound" | "hollow" | "defective";

/** Principal parts of a verb: third person masculine singular, past and present, as a dictionary gives them. */
export interface ArabicVerb {
  readonly past: string;
  readonly present: string;
  readonly kind?: ArabicVerbKind;
}

const PAST_ENDINGS = ["", "ت", "وا", "ا", "تا", "نا", "ن"] as const;
const PREFIXES = ["ي", "ت", "ن", "ا"] as const;
const PRESENT_ENDINGS = ["", "ون", "ان", "وا", "ن"] as const;
const LONG_VOWEL = /[اوي](?=[^اوي]$)/u;

/**
 * The folded forms of a verb in the past and the present, by person, gender and number, as far as news writing uses them
 * [Ryding 2005, ch. 21–32]; the jussive too ("لم يقل", "لم تتبن").
 */
export function arabicForms(verb: ArabicVerb): {
  readonly past: readonly string[];
  readonly present: readonly string[];
} {
  const kind = verb.kind ?? "sound";
  return { past: pastForms(fold(verb.past), kind), present: presentForms(fold(verb.present), kind) };
}

function pastForms(past: string, kind: ArabicVerbKind): string[] {
  if (kind !== "defective") return unique(PAST_ENDINGS.map((ending) => past + ending));
  // نفى, نفت, نفوا, نفيا; دعا, دعت, دعوا: the weak letter falls before a vowel.
  const root = past.slice(0, -1);
  const weak = past.endsWith("ا") ? "و" : "ي";
  return unique([past, `${root}ت`, `${root}وا`, `${root}${weak}ا`, `${root}${weak}نا`, `${root}تا`, `${root}${weak}ن`]);
}

function presentForms(present: string, kind: ArabicVerbKind): string[] {
  const stem = present.slice(1);
  const stems = PREFIXES.flatMap((prefix) => presentStems(stem, kind).map((s) => prefix + s));
  // The jussive of the third person only: نشر is "he published", not "we point out".
  const jussive = kind === "hollow" ? ["ي", "ت"].map((prefix) => prefix + stem.replace(LONG_VOWEL, "")) : [];
  return unique([...stems, ...jussive]);
}

function presentStems(stem: string, kind: ArabicVerbKind): string[] {
  if (kind === "defective") {
    const root = stem.slice(0, -1);
    return [stem, root, `${root}ون`, `${root}وا`, `${stem}ان`, `${root}ين`];
  }
  return PRESENT_ENDINGS.map((ending) => stem + ending);
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
