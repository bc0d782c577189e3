/** From here on a radix sort is quicker than the engine's. */
const RADIX_FROM = 4096;
const BITS = 11;
const BUCKETS = 1 << BITS;
const MASK = BUCKETS - 1;
const PASSES = 6;

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

/** How often each digit occurs in each pass. */
function histogram(bits: Uint32Array, n: number): Uint32Array {
  const counts = new Uint32Array(PASSES * BUCKETS);
  for (let i = 0; i < n; i++) {
    const low = bits[2 * i]!;
    const high = bits[2 * i + 1]!;
    for (let pass = 0; pass < PASSES; pass++) counts[pass * BUCKETS + digit(low, high, pass)]!++;
  }
  return counts;
}

/**
 * The values sorted, rising; they must be 0 or more and no −0, which is not checked. Many are sorted by radix, six passes of 11 bits, on machines that hold the low half of a double
 * first; else, and for few, by the engine. The array given may be sorted in place.
 */
export function sortedTimes(values: Float64Array): Float64Array {
  const n = values.length;
  const lowFirst = new Uint32Array(Float64Array.of(1).buffer)[1] !== 0;
  if (n < RADIX_FROM || !lowFirst) return values.sort();
  let from = values.slice();
  let to = new Float64Array(n);
  const counts = histogram(new Uint32Array(from.buffer), n);
  for (let pass = 0; pass < PASSES; pass++) {
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

function scatter(
  from: Float64Array,
  to: Float64Array,
  { counts, base, pass }: { readonly counts: Uint32Array; readonly base: number; readonly pass: number },
): void {
  const bits = new Uint32Array(from.buffer);
  for (let i = 0; i < from.length; i++) to[counts[base + digit(bits[2 * i]!, bits[2 * i + 1]!, pass)]!++] = from[i]!;
}
