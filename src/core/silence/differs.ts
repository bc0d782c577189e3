import states from "../data/states.json" with { type: "json" };
import type { ReferenceClass, Traits } from "../model/silence.ts";
import { parseIso, type When, whenInWords } from "../model/time.ts";

/** What is known of the incident that a class is held against. */
export interface IncidentFeatures {
  readonly actor?: string;
  readonly traits: Traits;
  readonly attack?: When;
}

interface StateNames {
  readonly code: string;
  readonly names: { readonly en: readonly string[] };
  readonly adjectives: { readonly en: readonly string[] };
}

const byCode = new Map((states.states as readonly StateNames[]).map((s) => [s.code, s]));
/** The country's name in English, or that it has this code where there is none (an invented one, say). */
export const countryName = (code: string): string => byCode.get(code)?.names.en[0] ?? `the country coded ${code}`;
const nationals = (code: string): string => {
  const adjective = byCode.get(code)?.adjectives.en[0];
  return adjective === undefined ? `people from ${countryName(code)}` : `${adjective} victims`;
};

/** Attack types in the plural and with an article; others as `attacks of the kind "…"`. */
const ATTACKS: Readonly<Record<string, readonly [string, string]>> = {
  suicide: ["suicide attacks", "a suicide attack"],
  shooting: ["shootings", "a shooting"],
  bombing: ["bombings", "a bombing"],
  knife: ["knife attacks", "a knife attack"],
  kidnapping: ["kidnappings", "a kidnapping"],
  assassination: ["assassinations", "an assassination"],
  sabotage: ["acts of sabotage", "an act of sabotage"],
  shelling: ["shellings", "a shelling"],
  arson: ["arson attacks", "an arson attack"],
  intrusion: ["intrusions", "an intrusion"],
};
const attacks = (type: string): readonly [string, string] =>
  ATTACKS[type] ?? [`attacks of the kind "${type}"`, `one of the kind "${type}"`];
/** Attacks of a type, in the plural. */
export const attacksOf = (type: string): string => attacks(type)[0];

/** One feature: what the class fixes against what is known of the incident. Null where they agree or neither is known. */
function feature<T>(
  inClass: T | undefined,
  here: T | undefined,
  say: { readonly all: (value: T) => string; readonly any: string; readonly was: (value: T) => string },
): string | null {
  if (inClass === undefined) return here === undefined ? null : `${say.any}; this was ${say.was(here)}`;
  if (here === undefined) return `${say.all(inClass)}; not known whether this was ${say.was(inClass)}`;
  return here === inClass ? null : `${say.all(inClass)}; this was ${say.was(here)}`;
}

function insiderWords(inClass: boolean | undefined, here: boolean | undefined): string | null {
  const was = (insider: boolean) => (insider ? "by an insider" : "not by an insider");
  // A class that leaves it open is mostly of attacks from outside: only an insider sets this one apart.
  if (inClass === undefined && here !== true) return null;
  return feature(inClass, here, { all: (i) => `all ${was(i)}`, any: "by insiders and others", was });
}

/** Bands of people killed, in words. */
export const KILLED = { none: "nobody", "1-5": "1 to 5", "6-25": "6 to 25", "over-25": "more than 25" } as const;

/** A feature that sets a class apart where the class fixes it; one that leaves it open is of all. */
const fixedOnly = <T>(inClass: T | undefined, here: T | undefined, say: (value: T) => string): string | null =>
  inClass === undefined
    ? null
    : feature(inClass, here, { all: (v) => `all with ${say(v)}`, any: "", was: (v) => `one with ${say(v)}` });

/** A period in words: `2014 to 2019`. */
function periodInWords(period: string): string {
  return period
    .split("/")
    .map((part) => {
      const when = parseIso(part);
      return when === null ? part : whenInWords(when);
    })
    .join(" to ");
}

function periodWords(period: string | undefined, attack: When | undefined): string | null {
  if (period === undefined || attack === undefined) return null;
  const { to } = periodEnds(period);
  return to === null || (attack.from !== null && attack.from < to)
    ? null
    : `of ${periodInWords(period)}; this was on ${whenInWords(attack)}`;
}

/** The first and the last instant of a period `A`, `A/B`; null where open or not understood. */
export function periodEnds(period: string): { readonly from: string | null; readonly to: string | null } {
  const [first = "", last = first] = period.split("/");
  return { from: parseIso(first)?.from ?? null, to: parseIso(last)?.to ?? null };
}

/**
 * The features in which an incident differs from a reference class, in plain words [SI9]: what the class is of, then what this one was,
 * or that it isn't known. The most telling first: kind of attack, insider, target, victims, country, group, period, then the class's note.
 */
export function differences(
  { traits, actor, note }: Pick<ReferenceClass, "traits" | "actor" | "note">,
  incident: IncidentFeatures,
): readonly string[] {
  const here = incident.traits;
  const words = [
    feature(traits.attackType, here.attackType, {
      all: (t) => `all ${attacks(t)[0]}`,
      any: "attacks of any kind",
      was: (t) => attacks(t)[1],
    }),
    insiderWords(traits.insider, here.insider),
    feature(traits.target, here.target, {
      all: (t) => `all on ${t} targets`,
      any: "on targets of any kind",
      was: (t) => `on ${/^[aeiou]/.test(t) ? "an" : "a"} ${t} target`,
    }),
    feature(traits.nationality, here.nationality, {
      all: (c) => `all with ${nationals(c)}`,
      any: "whoever the victims",
      was: (c) => `one with ${nationals(c)}`,
    }),
    feature(traits.country, here.country, {
      all: (c) => `all in ${countryName(c)}`,
      any: "in any country",
      was: (c) => `in ${countryName(c)}`,
    }),
    feature(traits.contact, here.contact, {
      all: (c) => `all with contact to the group: ${c}`,
      any: "whatever the contact with the group",
      was: (c) => `one with contact: ${c}`,
    }),
    fixedOnly(traits.fate, here.fate, (f) => `the attacker ${f}`),
    fixedOnly(traits.casualties, here.casualties, (c) => `${KILLED[c]} killed`),
    incident.actor !== undefined && actor !== incident.actor ? "by other groups too" : null,
    periodWords(traits.period, incident.attack),
    note ?? null,
  ];
  return words.filter((w) => w !== null);
}
