/** Columns of a key: where its ring begins, how long that is, where the next entry goes, and how many hold the key. */
const [BASE, SIZE, NEXT, HELD, WIDTH] = [0, 1, 2, 3, 4];
const SMALLEST = 2;

/** Who holds each key, the newest of them in a ring that lies in one piece; a ring grows and shrinks with its holders. */
export interface PostingRings {
  readonly held: (key: number) => number;
  /** One more holder of the key; beyond the longest ring the oldest is no longer listed, though it still counts. */
  readonly push: (key: number, holder: number) => void;
  /** The oldest holder of the key lets go. */
  readonly drop: (key: number) => void;
  /** Writes the listed holders of a key from a place on, the newest first; returns how many. */
  readonly list: (key: number, into: Int32Array, from: number) => number;
}

/** Rings for keys 0 to `keys` − 1, each listing at least its newest `most` holders. */
export function postingRings(keys: number, most: number): PostingRings {
  const longest = 2 ** Math.ceil(Math.log2(Math.max(SMALLEST, most)));
  const table = new Int32Array(keys * WIDTH);
  const { take, give, pool } = ringPool();

  const resize = (row: number, size: number) => {
    const [old, length, next] = [table[row + BASE] as number, table[row + SIZE] as number, table[row + NEXT] as number];
    const kept = Math.min(table[row + HELD] as number, length, size);
    const base = size === 0 ? 0 : take(size);
    const rings = pool();
    for (let k = 0; k < kept; k++) rings[base + k] = rings[old + ((next - kept + k) & (length - 1))] as number;
    if (length > 0) give(old, length);
    table[row + BASE] = base;
    table[row + SIZE] = size;
    table[row + NEXT] = size === 0 ? 0 : kept & (size - 1);
  };

  return {
    held: (key) => table[key * WIDTH + HELD] as number,
    push: (key, holder) => {
      const row = key * WIDTH;
      const [size, held] = [table[row + SIZE] as number, table[row + HELD] as number];
      if (held >= size && size < longest) resize(row, Math.max(SMALLEST, size * 2));
      const next = table[row + NEXT] as number;
      pool()[(table[row + BASE] as number) + next] = holder;
      table[row + NEXT] = (next + 1) & ((table[row + SIZE] as number) - 1);
      table[row + HELD] = held + 1;
    },
    drop: (key) => {
      const row = key * WIDTH;
      const held = (table[row + HELD] as number) - 1;
      table[row + HELD] = held;
      const size = table[row + SIZE] as number;
      if (held === 0) resize(row, 0);
      else if (held * 4 <= size && size > SMALLEST) resize(row, size / 2);
    },
    list: (key, into, from) => {
      const row = key * WIDTH;
      const [base, size, next] = [
        table[row + BASE] as number,
        table[row + SIZE] as number,
        table[row + NEXT] as number,
      ];
      const count = Math.min(table[row + HELD] as number, size);
      const rings = pool();
      for (let k = 1; k <= count; k++) into[from + k - 1] = rings[base + ((next - k) & (size - 1))] as number;
      return count;
    },
  };
}

/** Stretches of one growing array by the powers of two, each given back to be taken again. */
function ringPool() {
  let rings = new Int32Array(1 << 16);
  let end = 1;
  // The first free stretch of each power of two; each leads to the next, 0 to none.
  const free = new Int32Array(32);
  const take = (size: number): number => {
    const power = 31 - Math.clz32(size);
    const known = free[power] as number;
    if (known !== 0) {
      free[power] = rings[known] as number;
      return known;
    }
    const base = end;
    end += size;
    if (end > rings.length) {
      const wider = new Int32Array(Math.max(end, rings.length * 2));
      wider.set(rings);
      rings = wider;
    }
    return base;
  };
  const give = (base: number, size: number) => {
    const power = 31 - Math.clz32(size);
    rings[base] = free[power] as number;
    free[power] = base;
  };
  return { take, give, pool: () => rings };
}
