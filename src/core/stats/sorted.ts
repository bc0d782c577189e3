/** From here on a radix sort is quicker than the engine's. */
const RADIX_FROM = 4096;
const BITS = 11;
const BUCKETS = 1 << BITS;
const MASK = BUCKETS - 1;
const PASSES = 6;
/** From this pass on: the upper 31 bits, the sign, the exponent and 19 bits of the mantissa. */
const UPPER = 3;
/** Steps of insertion that are allowed for each value. */
const MOST_STEPS = 8;

/** The digit of a double of 0 or more in one pass: its bits, read as a whole number, rise with its value. */
function digit(low: number, high: number, pass: number): number {
  switch (pass) {
    case 0:
      return low & MASK;
    case 1:
      return (low >>> 11) & MASK;
    case 2:
      return ((low >>> 22) | (high << 10)) & MASK;
    case 3:
      return (high >>> 1) & MASK;
    case 4:
      return (high >>> 12) & MASK;
    default:
      return high >>> 23;
  }
}

/** How often each digit occurs in each pass from the first one on. */
function histogram(bits: Uint32Array, n: number, first: number): Uint32Array {
  const counts = new Uint32Array(PASSES * BUCKETS);
  for (let i = 0; i < n; i++) {
    const low = bits[2 * i]!;
    const high = bits[2 * i + 1]!;
    for (let pass = first; pass < PASSES; pass++) counts[pass * BUCKETS + digit(low, high, pass)]!++;
  }
  return counts;
}

/**
 * The values sorted, rising; they must be 0 or more and no −0, which is not checked. Many are sorted by radix on machines that hold the low half of a double first: by their upper 31 bits in
 * three passes, then each into its place among its neighbours; where too many share those bits, by all 64. Else, and for few, by the engine. The array given may be sorted in place.
 */
export function sortedTimes(values: Float64Array): Float64Array {
  const lowFirst = new Uint32Array(Float64Array.of(1).buffer)[1] !== 0;
  if (values.length < RADIX_FROM || !lowFirst) return values.sort();
  const nearly = radix(values.slice(), UPPER);
  return settled(nearly, MOST_STEPS * values.length) ? nearly : radix(nearly, 0);
}

/** Sorted by the digits from the first pass on; the array given is one of the two that are written to. */
function radix(values: Float64Array, first: number): Float64Array {
  const n = values.length;
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(n);
  const counts = histogram(new Uint32Array(from.buffer), n, first);
  for (let pass = first; pass < PASSES; pass++) {
    const base = pass * BUCKETS;
    let at = 0;
    let all = false;
    for (let k = 0; k < BUCKETS; k++) {
      const count = counts[base + k]!;
      all ||= count === n;
      counts[base + k] = at;
      at += count;
    }
    if (all) continue;
    scatter(from, to, { counts, base, pass });
    [from, to] = [to, from];
  }
  return from;
}

/** Sorts in place by insertion; false, with all values still there, where it takes more steps than it may. */
function settled(values: Float64Array, most: number): boolean {
  let steps = 0;
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!;
    let j = i;
    for (; j > 0 && values[j - 1]! > value; j--) values[j] = values[j - 1]!;
    values[j] = value;
    steps += i - j;
    if (steps > most) return false;
  }
  return true;
}

function scatter(
  from: Float64Array,
  to: Float64Array,
  { counts, base, pass }: { readonly counts: Uint32Array; readonly base: number; readonly pass: number },
): void {
  const bits = new Uint32Array(from.buffer);
  for (let i = 0; i < from.length; i++) to[counts[base + digit(bits[2 * i]!, bits[2 * i + 1]!, pass)]!++] = from[i]!;
}
