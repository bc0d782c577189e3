import type { Lag } from "../../../src/core/stats/lag.ts";

/** A set as R wrote it: kind 1 exact, 2 silent to a, 3 in (a, b], 4 two dates a days apart. */
export interface LagSet {
  readonly name: string;
  readonly kind: readonly number[];
  readonly a: readonly number[];
  readonly b: readonly number[];
}

export function lagsOf({ kind, a, b }: LagSet): Lag[] {
  return kind.map((k, i): Lag => {
    if (k === 4) return { days: a[i]! };
    return { from: a[i]!, to: k === 2 ? null : k === 1 ? a[i]! : b[i]! };
  });
}

/** μ and ln σ of ln t from a law's parameters. */
export function locationScale(parameters: Readonly<Record<string, number>>): readonly [number, number] {
  const { scale, shape, median, sigma } = parameters;
  if (median !== undefined) return [Math.log(median), Math.log(sigma!)];
  return [Math.log(scale!), shape === undefined ? 0 : -Math.log(shape)];
}
