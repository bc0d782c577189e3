const SQRT_TWO = Math.SQRT2;
const LN_TWO = Math.LN2;
const ONE_BY_ROOT_PI = 0.5641895835477563;

// Rational approximations of Cody (1969), Mathematics of Computation 23, 631–637, good to 6e-19 in theory.
const ERF_P = [
  0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.377589138469,
] as const;
const ERF_Q = [1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171] as const;
const MID_P = [
  2.1531153547440383e-8, 0.5641884969886701, 8.883149794388375, 66.11919063714163, 298.6351381974001, 881.952221241769,
  1712.0476126340707, 2051.0783778260716, 1230.3393547979972,
] as const;
const MID_Q = [
  1, 15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597,
  4362.619090143247, 3439.3676741437216, 1230.3393548037493,
] as const;
const FAR_P = [
  0.016315387137302097, 0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.01608378514874228,
  0.0006587491615298378,
] as const;
const FAR_Q = [
  1, 2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918,
] as const;
/** Up to here erfc is 1 − erf. */
const NEAR = 0.46875;

function ratio(p: readonly number[], q: readonly number[], x: number): number {
  let above = p[0]!;
  let below = q[0]!;
  for (let i = 1; i < p.length; i++) {
    above = above * x + p[i]!;
    below = below * x + q[i]!;
  }
  return above / below;
}

/** erf(x) for |x| ≤ 0.46875. */
const erfNear = (x: number): number => x * ratio(ERF_P, ERF_Q, x * x);

/** e^{x²} erfc(x) for x ≥ 0. */
export function erfcScaled(x: number): number {
  if (x <= NEAR) return Math.exp(x * x) * (1 - erfNear(x));
  if (x <= 4) return ratio(MID_P, MID_Q, x);
  const y = 1 / (x * x);
  return (ONE_BY_ROOT_PI - y * ratio(FAR_P, FAR_Q, y)) / x;
}

/** e^{−x²}, the square taken in two parts so that its rounding is not magnified. */
function expMinusSquare(x: number): number {
  const coarse = Math.trunc(x * 16) / 16;
  return Math.exp(-coarse * coarse) * Math.exp(-(x - coarse) * (x + coarse));
}

/** ln of P(Z > z) for a standard normal Z, without underflow: about −z²/2 far out. */
export function lnNormalUpper(z: number): number {
  if (Number.isNaN(z)) throw new RangeError("lnNormalUpper: z is NaN; give a number.");
  const x = z / SQRT_TWO;
  if (x === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  if (x > NEAR) return -(z * z) / 2 + Math.log(erfcScaled(x)) - LN_TWO;
  return x >= -NEAR ? Math.log((1 - erfNear(x)) / 2) : Math.log1p(-normalUpper(-z));
}

/** P(Z > z) for a standard normal Z, exact in relative terms where it is small. */
export function normalUpper(z: number): number {
  if (Number.isNaN(z)) throw new RangeError("normalUpper: z is NaN; give a number.");
  const x = z / SQRT_TWO;
  if (x < -NEAR) return 1 - normalUpper(-z);
  if (x <= NEAR) return (1 - erfNear(x)) / 2;
  return x === Number.POSITIVE_INFINITY ? 0 : (expMinusSquare(x) * erfcScaled(x)) / 2;
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
