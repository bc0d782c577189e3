/** What a count is of: two counts are compared only where all of it is the same [SI11]. */
export interface CountOf {
  readonly what: "carried-out" | "claimed" | "attributed";
  /** Whose attacks; or who counted, where that is what differs. */
  readonly by?: string;
  readonly where?: string;
  readonly when?: string;
}

/** The answer to a numerator without a denominator. */
export interface NumeratorAnswer {
  readonly is: "numerator-only";
  readonly count: number;
  /** What the number does not establish. */
  readonly notEstablished: readonly ("share-claimed" | "speed" | "silence-is-unusual" | "belongs-to-class")[];
  /** For some shares, how many attacks there would be: every share fits. */
  readonly fits: readonly { readonly share: number; readonly attacks: number }[];
}

const SHARES = [0.95, 0.5, 0.25, 0.1] as const;

/**
 * What "150 claims this year" leaves open [SI11]: with k claims and the attacks not claimed unknown, any share from 0 to 1 fits, n = k/π. It says that an actor is active and has
 * channels; nothing of π, of lags, of whether a silence is unusual, or of whether this attack belongs to that class.
 *
 * @param count above 0, whole; else RangeError
 */
export function numeratorOnly(count: number): NumeratorAnswer {
  if (!(Number.isInteger(count) && count > 0))
    throw new RangeError(`numeratorOnly: count is ${count}; give a whole number above 0.`);
  return {
    ...{ is: "numerator-only", count },
    notEstablished: ["share-claimed", "speed", "silence-is-unusual", "belongs-to-class"],
    fits: SHARES.map((share) => ({ share, attacks: Math.round(count / share) })),
  };
}

/** A feature in which two counts differ; `known: false` where one of them does not say. */
export interface CountDifference {
  readonly in: keyof CountOf;
  readonly known: boolean;
}

/** In what two counts differ, or leave open whether they do; empty where they count the same thing and may be set beside each other [SI11]. */
export function countsDiffer(a: CountOf, b: CountOf): readonly CountDifference[] {
  return (["what", "by", "where", "when"] as const).flatMap((key): readonly CountDifference[] => {
    if (a[key] === undefined || b[key] === undefined) return [{ in: key, known: false }];
    return a[key] === b[key] ? [] : [{ in: key, known: true }];
  });
}
