/**
 * A lag in hours [SI2]: `from === to` exact; `from < to` in (from, to], `to` may be Infinity (claimed, nobody knows when); `to: null` = no claim
 * up to `from`; `{ days: L }` = two day-granular dates L days apart, clock times unknown.
 */
export type Lag = { readonly from: number; readonly to: number | null } | { readonly days: number };

/** Lags grouped by value and sorted, so that sums come out in the same bits for any order of rows. */
export interface GroupedLags {
  /** Exact times above 0, and how many of each. */
  readonly exact: readonly [times: Float64Array, counts: Float64Array];
  /** Exact times of 0: only the exponential law has a finite density there. */
  readonly zeros: number;
  /** Silent up to a time above 0. */
  readonly silent: readonly [times: Float64Array, counts: Float64Array];
  /** (from, to], the ends apart. */
  readonly between: readonly [from: Float64Array, to: Float64Array, counts: Float64Array];
  /** Whole days between two dates. */
  readonly days: readonly [days: Float64Array, counts: Float64Array];
  readonly n: number;
  /** How many were claimed. */
  readonly claims: number;
}

/** Throws a RangeError that names the value unless the lag can be one. */
export function checkLag(where: string, lag: Lag): void {
  if ("days" in lag) {
    if (Number.isInteger(lag.days) && lag.days >= 0) return;
    throw new RangeError(
      `${where}: a lag is ${lag.days} days; give whole days of 0 or more. A negative one is a claim whose time is not known: { from: 0, to: its follow-up }.`,
    );
  }
  const { from, to } = lag;
  if (!(from >= 0 && from < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${where}: a lag begins at ${from} h; give finite hours of 0 or more.`);
  }
  if (to !== null && !(to >= from))
    throw new RangeError(`${where}: a lag is ${from} to ${to} h; give the smaller first.`);
}

/** Distinct values, rising, with how many there are of each. */
export function tally(values: Float64Array): readonly [Float64Array, Float64Array] {
  values.sort();
  let m = 0;
  const counts = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    if (i > 0 && values[i] === values[m - 1]) counts[m - 1]!++;
    else {
      values[m] = values[i]!;
      counts[m++] = 1;
    }
  }
  return [values.subarray(0, m), counts.subarray(0, m)];
}

function tallyPairs(pairs: readonly (readonly [number, number])[]): GroupedLags["between"] {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0] || (a[1] === b[1] ? 0 : a[1] - b[1]));
  const from: number[] = [];
  const to: number[] = [];
  const counts: number[] = [];
  for (const [l, u] of sorted) {
    const last = from.length - 1;
    if (from[last] === l && to[last] === u) counts[last]!++;
    else {
      from.push(l);
      to.push(u);
      counts.push(1);
    }
  }
  return [Float64Array.from(from), Float64Array.from(to), Float64Array.from(counts)];
}

/** Lags grouped and sorted; a RangeError names the first that is none. A silence of 0 h says nothing and is counted in n alone. */
export function groupLags(where: string, lags: readonly Lag[]): GroupedLags {
  const exact: number[] = [];
  const silent: number[] = [];
  const days: number[] = [];
  const pairs: (readonly [number, number])[] = [];
  let zeros = 0;
  let claims = 0;
  for (const lag of lags) {
    checkLag(where, lag);
    if ("days" in lag) days.push(lag.days);
    else if (lag.to === null) {
      if (lag.from > 0) silent.push(lag.from);
      continue;
    } else if (lag.to > lag.from) pairs.push([lag.from, lag.to]);
    else if (lag.to === 0) zeros++;
    else exact.push(lag.to);
    claims++;
  }
  return {
    exact: tally(Float64Array.from(exact)),
    zeros,
    silent: tally(Float64Array.from(silent)),
    between: tallyPairs(pairs),
    days: tally(Float64Array.from(days)),
    n: lags.length,
    claims,
  };
}
