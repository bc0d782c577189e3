import type { StatementId } from "./id.ts";

/** One of several values that sources give for a fact, with the statements that give it. */
export interface Version<T> {
  readonly value: T;
  readonly by: readonly StatementId[];
}

/** A fact as the sources leave it. "Not stated" is a value; a default would be a lie. */
export type Stated<T> =
  | { readonly is: "stated"; readonly value: T; readonly by: readonly StatementId[] }
  | { readonly is: "disputed"; readonly versions: readonly Version<T>[] }
  | { readonly is: "unstated" };

/** Why a question could not be answered; an answer in its own right, never NaN, null or false. */
export interface Unknown {
  readonly is: "unknown";
  readonly reason: string;
}

export function unknown(reason: string): Unknown {
  return { is: "unknown", reason };
}

export function isUnknown(x: unknown): x is Unknown {
  return typeof x === "object" && x !== null && (x as Unknown).is === "unknown";
}

/** The fact that the versions leave: none is unstated, one is stated, several are disputed. */
export function statedFrom<T>(versions: readonly Version<T>[]): Stated<T> {
  const [first] = versions;
  if (first === undefined) return { is: "unstated" };
  return versions.length === 1 ? { is: "stated", ...first } : { is: "disputed", versions };
}
