import type { ClassKind, ReferenceClass, Traits } from "../model/silence.ts";
import { isUnknown, type Unknown } from "../model/stated.ts";
import { differences, type IncidentFeatures } from "./differs.ts";
import type { AnyLag } from "./heard.ts";
import { type ClaimedShare, type Counts, checkCounts, shareOfClass } from "./share.ts";
import { type WeighedSilence, type WeighOptions, weighSilence } from "./weigh.ts";

/** A reference class to compare: a `ReferenceClass`, or just a name with its counts. */
export interface ComparedClass {
  readonly name: string;
  readonly k: number;
  readonly n: number;
  /** Counted by one coder, where left out. */
  readonly kind?: ClassKind;
  readonly bound?: "at most" | "at least";
  readonly id?: string;
  readonly actor?: string;
  readonly traits?: Traits;
  readonly note?: string;
  readonly spread?: { readonly a: number; readonly b: number };
  readonly citation?: string;
  /** A query that gives k and n where records are at hand. */
  readonly query?: ReferenceClass["query"];
  /** The class it narrows: its counts, or the id or name of one of the classes compared. */
  readonly parent?: string | (Counts & { readonly name?: string });
}

export interface CompareOptions extends WeighOptions {
  /** What is known of the incident: with it, `differs` says how it differs from each class. */
  readonly incident?: IncidentFeatures;
  /** s of SI6, for classes with a parent. */
  readonly size?: number;
}

/** A class's answer, or why there is none. */
export type ComparedSilence = {
  readonly name: string;
  readonly k: number;
  readonly n: number;
  readonly kind: ClassKind;
  readonly bound?: "at most" | "at least";
  readonly citation?: string;
  /** In plain words, the features in which the incident differs from the class [SI9]. */
  readonly differs: readonly string[];
} & (
  | ({
      readonly share: number;
      /** Intervals for counted classes only: the others are no sample. */
      readonly lower?: number;
      readonly upper?: number;
      readonly sides?: ClaimedShare["sides"];
      readonly equalTailed?: ClaimedShare["equalTailed"];
    } & Omit<WeighedSilence, "share" | "ifDid"> & { readonly ifDid?: WeighedSilence["ifDid"] })
  | { readonly share: Unknown; readonly factor: Unknown; readonly stillToCome: Unknown }
);

/**
 * The counts that a class's share leans on [SI6]: those given, or those of the class named. None where the class has three or more siblings
 * (classes of the same cut under the same parent): one parent's share is then a poor guide, and `shareOfSiblings` is the rule.
 */
export function parentOf(one: ComparedClass, all: readonly ComparedClass[]): Counts | undefined {
  const { parent } = one;
  if (parent === undefined || typeof parent === "object") return parent;
  const named = all.find((c) => c.id === parent || c.name === parent);
  if (named === undefined || named.n === 0 || named.spread !== undefined) return undefined;
  const cut = (c: ComparedClass) =>
    Object.keys(c.traits ?? {})
      .sort()
      .join(" ");
  const siblings = all.filter((c) => c.parent === parent && (c.kind ?? "counted") === "counted" && cut(c) === cut(one));
  return siblings.length < 3 ? named : undefined;
}

/**
 * The silence under each reference class, side by side, in the order given [SI9]: a row a class. A counted class has an interval for its
 * share; a ratio or an assumed one has none. A class without a single attack and without a parent answers `no-record`.
 */
export function compareClasses(
  classes: readonly ComparedClass[],
  lag: AnyLag,
  { incident, size, ...weigh }: CompareOptions,
): readonly ComparedSilence[] {
  return classes.map((one) => {
    const { name, k, n, kind = "counted", bound, citation, traits = {}, actor, note } = one;
    checkCounts(`compareClasses: "${name}"`, { k, n });
    const about: Pick<ReferenceClass, "traits" | "actor" | "note"> = {
      traits,
      ...(actor !== undefined && { actor }),
      ...(note !== undefined && { note }),
    };
    const head = {
      ...{ name, k, n, kind, ...(bound !== undefined && { bound }), ...(citation !== undefined && { citation }) },
      differs: incident === undefined ? (note === undefined ? [] : [note]) : differences(about, incident),
    };
    const parent = parentOf(one, classes);
    const share = shareOfClass(one, { ...(parent !== undefined && { parent }), ...(size !== undefined && { size }) });
    const weighed = isUnknown(share) ? share : weighSilence(share, lag, weigh);
    if (isUnknown(share) || isUnknown(weighed)) {
      const why = weighed as Unknown;
      return { ...head, share: why, factor: why, stillToCome: why };
    }
    const { ifDid, ...rest } = weighed;
    if (kind !== "counted") return { ...head, ...rest };
    const { lower, upper, sides, equalTailed } = share;
    return { ...head, ...rest, lower, upper, sides, equalTailed, ifDid };
  });
}
