import type { Instant, When } from "./time.ts";

/** How the numbers of a reference class came about [SI9]. */
export type ClassKind = "counted" | "ratio" | "assumed";

/** How many were killed besides the attacker, as a band. */
export type Casualties = "none" | "1-5" | "6-25" | "over-25";

/** The band of a number of people killed. Bounds as in the counts of CPOST's set by number killed: none, a few, many. */
export function casualtiesOf(killed: number): Casualties {
  if (killed <= 0) return "none";
  if (killed <= 5) return "1-5";
  return killed <= 25 ? "6-25" : "over-25";
}

/** Features by which incidents and classes are told apart [SI9, PR1]. */
export interface Traits {
  readonly country?: string; // ISO 3166-1 alpha-2
  readonly target?: string; // security, civilian, political, infrastructure, …
  readonly attackType?: string; // suicide, shooting, bombing, intrusion, …
  readonly insider?: boolean;
  readonly nationality?: string; // of the victims, ISO 3166-1 alpha-2
  readonly period?: string; // EDTF
  readonly contact?: string; // of the attacker with the group: directed, in contact, inspired, none known
  readonly fate?: string; // of the attacker: killed, captured, at large
  readonly casualties?: Casualties;
}

/** A lag law in hours [SI4]. */
export type LagLaw =
  | { readonly law: "exponential"; readonly scale: number }
  | { readonly law: "weibull"; readonly scale: number; readonly shape: number }
  | { readonly law: "lognormal"; readonly median: number; readonly sigma: number }
  | { readonly law: "loglogistic"; readonly scale: number; readonly shape: number };

/** A reference class: a published count with its citation, or counted from a record set. */
export interface ReferenceClass {
  readonly id: string;
  readonly name: string;
  readonly actor?: string;
  readonly k: number;
  readonly n: number;
  readonly kind: ClassKind;
  /** For a ratio: which way the two counters bend it. */
  readonly bound?: "at most" | "at least";
  readonly traits: Traits;
  /** Why it differs, beyond the traits. */
  readonly note?: string;
  /** For a class of many actors: the Beta(a, b) that the shares of single ones follow, so what it says of one more. */
  readonly spread?: { readonly a: number; readonly b: number };
  /** The class it narrows. */
  readonly parent?: string;
  readonly citation: string;
  /**
   * A query over record rows, counted where the class is used. Without a set it is over the only one there is; without an actor over the one
   * asked about; `any` is anybody.
   */
  readonly query?: { readonly set?: string; readonly actor?: string; readonly traits: Traits };
  /** For a class counted from rows: the set and the lines counted. */
  readonly rows?: { readonly set: string; readonly claimed: readonly number[]; readonly all: readonly number[] };
}

/** A past incident as a record set gives it. */
export interface RecordRow {
  readonly set: string;
  readonly line: number;
  readonly date: When;
  readonly actor: string;
  readonly claimed: boolean;
  /** The row's own id of the incident, where the set has one. */
  readonly incident?: string;
  /** When it was claimed, where the set gives a date and not a lag: two dates enter by days [SI2]. */
  readonly claimedAt?: When;
  readonly lagHours: { readonly from: number; readonly to: number } | null;
  readonly knownFrom: Instant | null;
  readonly traits: Traits;
  /** Traits that come from columns coded after the event: no class may fix them [SI9]. */
  readonly leaked?: readonly (keyof Traits)[];
  /** The actor denied the attack: it stays in n and is no claim [SI10]. */
  readonly denied?: true;
  /** The set holds claims only, so it has no n: no class may count the row [SI11]. */
  readonly claimsOnly?: true;
  readonly label: string;
  readonly citation?: string;
}
