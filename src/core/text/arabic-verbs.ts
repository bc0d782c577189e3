import { fold } from "./fold.ts";

/** How a verb's stem changes: sound stems keep it, hollow ones lose their long vowel in the jussive, defective ones end in a weak letter. */
export type ArabicVerbKind = "sound" | "hollow" | "defective";

/** Principal parts of a verb: third person masculine singular, past and present, as a dictionary gives them. */
export interface ArabicVerb {
  readonly past: string;
  readonly present: string;
  readonly kind?: ArabicVerbKind;
}

/** Whom a form can have as its subject, where the verb stands after it or alone; "us" for "I" and "we". */
export interface Agreement {
  readonly gender: "m" | "f";
  readonly number: "one" | "two" | "many" | "us";
}

type Endings = readonly (readonly [string, Agreement])[];

const M = { gender: "m", number: "one" } as const;
const F = { gender: "f", number: "one" } as const;
const M2 = { gender: "m", number: "two" } as const;
const F2 = { gender: "f", number: "two" } as const;
const MANY = { gender: "m", number: "many" } as const;
const WOMEN = { gender: "f", number: "many" } as const;
const US = { gender: "m", number: "us" } as const;

const PAST: Endings = [
  ["", M],
  ["ت", F],
  ["وا", MANY],
  ["ا", M2],
  ["تا", F2],
  ["نا", US],
  ["ن", WOMEN],
];
const PRESENT: Endings = [
  ["", M],
  ["ون", MANY],
  ["ان", M2],
  ["وا", MANY],
  ["ن", WOMEN],
];
const LONG_VOWEL = /[اوي](?=[^اوي]$)/u;

/**
 * The folded forms of a verb in the past and the present, by person, gender and number, as far as news writing uses them
 * [Ryding 2005, ch. 21–32]; the jussive too ("لم يقل", "لم تتبن"). Each with whom it agrees with; of a form that two of them share, the commoner.
 */
export function arabicForms(verb: ArabicVerb): {
  readonly past: readonly string[];
  readonly present: readonly string[];
  readonly agrees: ReadonlyMap<string, Agreement>;
} {
  const kind = verb.kind ?? "sound";
  const past = pastForms(fold(verb.past), kind);
  const present = presentForms(fold(verb.present), kind);
  const agrees = new Map<string, Agreement>();
  for (const [form, agreement] of [...past, ...present]) if (!agrees.has(form)) agrees.set(form, agreement);
  return { past: unique(past), present: unique(present), agrees };
}

type Forms = (readonly [string, Agreement])[];

function pastForms(past: string, kind: ArabicVerbKind): Forms {
  if (kind !== "defective") {
    const stem = kind === "hollow" ? past.replace(LONG_VOWEL, "") : past;
    // قلنا, أضفنا beside قال, أضاف.
    return PAST.map(([ending, agrees]) => [(agrees.number === "us" ? stem : past) + ending, agrees]);
  }
  // نفى, نفت, نفوا, نفيا; دعا, دعت, دعوا: the weak letter falls before a vowel.
  const root = past.slice(0, -1);
  const weak = past.endsWith("ا") ? "و" : "ي";
  return [
    [past, M],
    [`${root}ت`, F],
    [`${root}وا`, MANY],
    [`${root}${weak}ا`, M2],
    [`${root}${weak}نا`, US],
    [`${root}تا`, F2],
    [`${root}${weak}ن`, WOMEN],
  ];
}

function presentForms(present: string, kind: ArabicVerbKind): Forms {
  const stem = present.slice(1);
  const ends = kind === "defective" ? defectiveEnds(stem) : PRESENT.map(([e, a]): [string, Agreement] => [stem + e, a]);
  const out: Forms = [];
  for (const prefix of ["ي", "ت", "ن", "ا"]) {
    for (const [form, agrees] of ends) out.push([prefix + form, underPrefix(prefix, agrees)]);
  }
  // The jussive of the third person only: نشر is "he published", not "we point out".
  if (kind === "hollow") {
    out.push([`ي${stem.replace(LONG_VOWEL, "")}`, M], [`ت${stem.replace(LONG_VOWEL, "")}`, F]);
  }
  return out;
}

function underPrefix(prefix: string, agrees: Agreement): Agreement {
  if (prefix === "ي") return agrees;
  return prefix === "ت" ? { ...agrees, gender: "f" } : US;
}

function defectiveEnds(stem: string): [string, Agreement][] {
  const root = stem.slice(0, -1);
  return [
    [stem, M],
    [root, M],
    [`${root}ون`, MANY],
    [`${root}وا`, MANY],
    [`${stem}ان`, M2],
    [`${root}ين`, WOMEN],
  ];
}

function unique(forms: Forms): string[] {
  return [...new Set(forms.map(([form]) => form))];
}
