/** The relative distance of two numbers; absolute where the expected one is 0. */
export function apart(value: number, expected: number): number {
  if (Object.is(value, expected) || value === expected) return 0;
  return Math.abs(value - expected) / (expected === 0 ? 1 : Math.abs(expected));
}

/** The worst of the distances, with the row it came from. */
export function worst<R>(rows: readonly R[], distance: (row: R) => number): { by: number; row: R | undefined } {
  let by = 0;
  let at: R | undefined;
  for (const row of rows) {
    const d = distance(row);
    if (!(d <= by)) {
      by = d;
      at = row;
    }
  }
  return { by, row: at };
}

/** R writes infinities as words. */
export const real = (x: number | string): number =>
  typeof x === "number" ? x : x === "inf" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
