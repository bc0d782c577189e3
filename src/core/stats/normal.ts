const SQRT_TWO = Math.SQRT2;
const LN_TWO = Math.LN2;
/** Up to here erfc is 1 − erf without losing more than three digits; from here its continued fraction is quick. */
const SERIES_TO = 2;

/** erf(x) for 0 ≤ x ≤ 2, by the series of positive terms (DLMF 7.6.2). */
function erfSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * 1e-18; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** e^{x²} erfc(x) for x ≥ 2, by its continued fraction (DLMF 7.9.3 in even form), from the back. */
function erfcScaled(x: number): number {
  const depth = Math.ceil(20 + 600 / (x * x));
  let tail = 0;
  for (let k = depth; k >= 1; k--) tail = k / 2 / (x + tail);
  return 1 / (Math.sqrt(Math.PI) * (x + tail));
}

/** ln of P(Z > z) for a standard normal Z, without underflow: about −z²/2 far out. */
export function lnNormalUpper(z: number): number {
  if (Number.isNaN(z)) throw new RangeError("lnNormalUpper: z is NaN; give a number.");
  const x = z / SQRT_TWO;
  if (x === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  if (x >= SERIES_TO) return -(z * z) / 2 + Math.log(erfcScaled(x)) - LN_TWO;
  if (x >= 0) return Math.log((1 - erfSeries(x)) / 2);
  return Math.log1p(-normalUpper(-z));
}

/** P(Z > z) for a standard normal Z, exact in relative terms where it is small. */
export function normalUpper(z: number): number {
  if (Number.isNaN(z)) throw new RangeError("normalUpper: z is NaN; give a number.");
  if (z < 0) return 1 - normalUpper(-z);
  const x = z / SQRT_TWO;
  return x >= SERIES_TO ? Math.exp(lnNormalUpper(z)) : (1 - erfSeries(x)) / 2;
}

/** P(Z ≤ z) for a standard normal Z. */
export function normalCdf(z: number): number {
  return normalUpper(-z);
}

/**
 * The value below which a standard normal has probability p: Newton steps on the log of the smaller tail.
 *
 * @param p between 0 and 1, exclusive; else RangeError
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`normalQuantile: p is ${p}; give a probability between 0 and 1.`);
  if (p > 0.5) return -normalQuantile(1 - p);
  const target = Math.log(p);
  let z = Math.sqrt(-2 * target) * 0.9;
  for (let i = 0; i < 60; i++) {
    const tail = lnNormalUpper(z);
    const hazard = Math.exp(-(z * z) / 2 - tail) / Math.sqrt(2 * Math.PI);
    const step = (tail - target) / hazard;
    z += step;
    if (Math.abs(step) <= 4e-16 * Math.max(1, Math.abs(z))) break;
  }
  return -z;
}
