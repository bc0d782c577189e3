/** The numbers once each, sorted. */
export function distinct(numbers: readonly number[]): Int32Array {
  const sorted = new Int32Array(numbers).sort();
  let size = 0;
  for (let i = 0; i < sorted.length; i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[size++] = sorted[i] as number;
  return sorted.slice(0, size);
}

/** Sets laid end to end, with the start of each. */
export function packed(sets: readonly Int32Array[]): { readonly start: Int32Array; readonly ids: Int32Array } {
  const start = new Int32Array(sets.length + 1);
  sets.forEach((set, k) => {
    start[k + 1] = (start[k] as number) + set.length;
  });
  const ids = new Int32Array(start[sets.length] as number);
  sets.forEach((set, k) => {
    ids.set(set, start[k]);
  });
  return { start, ids };
}

/** Runs as sorted hashes of 32 bits, once each, with the row of the first of each. */
export interface Runs {
  readonly hash: Uint32Array;
  readonly row: Int32Array;
}

/** The runs of `length` numbers within rows. */
export function runsOf(rows: readonly ArrayLike<number>[], length: number): Runs {
  const keys: number[] = [];
  rows.forEach((numbers, row) => {
    for (let i = 0; i + length <= numbers.length; i++) {
      let run = length;
      for (let k = 0; k < length; k++)
        run = Math.imul((run ^ (numbers[i + k] as number)) + 0x7f4a7c15, 0x85ebca6b) ^ (run >>> 15);
      keys.push((run >>> 0) * ROWS + Math.min(row, ROWS - 1));
    }
  });
  const sorted = new Float64Array(keys).sort();
  const [hash, row] = [new Uint32Array(sorted.length), new Int32Array(sorted.length)];
  let size = 0;
  for (const key of sorted) {
    const run = Math.floor(key / ROWS);
    if (size > 0 && hash[size - 1] === run) continue;
    hash[size] = run;
    row[size++] = key % ROWS;
  }
  return { hash: hash.slice(0, size), row: row.slice(0, size) };
}

/** More rows than a sketch has sentences. */
const ROWS = 4096;

/** How many numbers two sorted sets share. */
export function sharedCount(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i] as number;
    const y = b[j] as number;
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared;
}

/** Whether a sorted set has the number. */
export function holds(sorted: Int32Array, number: number): boolean {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === number;
}
