/** The seed of every range, stated in each result [XP4]. */
export const SEED = 20310303;
/** Draws behind a range [XP4]. */
export const DRAWS = 10_000;

/**
 * A source of numbers in (0, 1) that gives the same ones for the same seed, on every machine: Chris Doty-Humphrey's sfc32
 * (PractRand), 32 bits a call, the first 12 thrown away.
 */
export function seeded(seed: number): () => number {
  let [a, b, c, d] = [0, seed >>> 0, 0x9e3779b9 | 0, 1];
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return ((t >>> 0) + 0.5) / 4_294_967_296;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}
