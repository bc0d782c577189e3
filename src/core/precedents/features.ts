import type { Traits } from "../model/silence.ts";
import { stateOf } from "../text/gazetteer.ts";

/** The features that precedents are held against an incident by, in the order in which they are told [PR1]. */
export const FEATURES = [
  "actor",
  "insider",
  "contact",
  "target",
  "attackType",
  "country",
  "nationality",
  "fate",
  "casualties",
] as const;

export type Feature = (typeof FEATURES)[number];

/** Features of an incident: its traits and whom it is laid to. */
export interface Features extends Omit<Traits, "period"> {
  readonly actor?: string;
  /** How the actor is printed. */
  readonly actorName?: string;
}

const state = (code: string): string => stateOf(code)?.names.en[0] ?? code;

const ATTACK: Readonly<Record<string, string>> = {
  suicide: "a suicide attack",
  shooting: "a shooting",
  bombing: "a bombing",
  knife: "a knife attack",
  vehicle: "a vehicle driven into people",
  kidnapping: "a kidnapping",
  assassination: "an assassination",
  sabotage: "an act of sabotage",
  shelling: "a shelling",
  intrusion: "an intrusion",
};

const KILLED: Readonly<Record<string, string>> = {
  none: "nobody killed",
  "1-5": "1 to 5 killed",
  "6-25": "6 to 25 killed",
  "over-25": "more than 25 killed",
};

const article = (word: string): string => (/^[aeiou]/.test(word) ? "an" : "a");

/** A feature's value in words, as in "a shooting", "in Syria"; `name` prints an actor's id. */
export function inWords(feature: Feature, value: string | boolean, name: (actor: string) => string): string {
  const text = String(value);
  switch (feature) {
    case "actor":
      return `laid to or claimed by ${name(text)}`;
    case "insider":
      return value === true ? "by an insider" : "not by an insider";
    case "contact":
      return `contact with the group: ${text}`;
    case "target":
      return `on ${article(text)} ${text} target`;
    case "attackType":
      return ATTACK[text] ?? `an attack of the kind "${text}"`;
    case "country":
      return `in ${state(text)}`;
    case "nationality":
      return `victims from ${state(text)}`;
    case "fate":
      return `attacker ${text}`;
    case "casualties":
      return KILLED[text] ?? text;
  }
}
