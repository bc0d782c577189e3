import { checkPositive } from "./check.ts";

/** ζ(k) − 1 for k = 2, 3, …, 31: sums of n^−k from n = 2, to 17 digits. */
const ZETA_LESS_ONE = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853, 0.0004941886041194645,
  0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5, 3.058823630702049e-5, 1.528225940865187e-5,
  7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6, 9.539620338727962e-7, 4.769329867878064e-7,
  2.38450502727733e-7, 1.1921992596531106e-7, 5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365043e-8,
  7.45071178983543e-9, 3.725334024788457e-9, 1.862659723513049e-9, 9.313274324196682e-10, 4.656629065033784e-10,
];
const EULER = 0.5772156649015329;
const HALF_LN_TWO_PI = 0.9189385332046728;
/** From here on Stirling's series is good to 6e-16. */
const STIRLING_FROM = 10;

/** ln Γ(2 + z) for |z| ≤ ½ by its power series (DLMF 5.7.3), exact in relative terms near its zero at z = 0. */
function lnGammaNearTwo(z: number): number {
  let sum = 0;
  for (let i = ZETA_LESS_ONE.length - 1; i >= 0; i--) {
    const k = i + 2;
    sum = sum * -z + ZETA_LESS_ONE[i]! / k;
  }
  return z * (1 - EULER) + z * z * sum;
}

/** ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π] for x ≥ 10: the rest of Stirling's series (DLMF 5.11.1). */
export function stirlingRest(x: number): number {
  const r = 1 / (x * x);
  const series =
    1 / 12 + r * (-1 / 360 + r * (1 / 1260 + r * (-1 / 1680 + r * (1 / 1188 + r * (-691 / 360360 + r * (1 / 156))))));
  return series / x;
}

/**
 * The natural logarithm of the gamma function, to about 1e-15 relative, also near its zeros at 1 and 2.
 *
 * @param x above 0, finite; else RangeError
 */
export function lnGamma(x: number): number {
  checkPositive("lnGamma", { x });
  if (x >= STIRLING_FROM) return (x - 0.5) * Math.log(x) - x + HALF_LN_TWO_PI + stirlingRest(x);
  if (x < 0.5) return lnGammaNearTwo(x) - Math.log1p(x) - Math.log(x);
  if (x < 1.5) return lnGammaNearTwo(x - 1) - Math.log1p(x - 1);
  let product = 1;
  let y = x;
  while (y > 2.5) {
    y -= 1;
    product *= y;
  }
  return lnGammaNearTwo(y - 2) + Math.log(product);
}

/** The natural logarithm of the beta function B(a, b), without the cancellation of three large ln Γ; a, b above 0. */
export function lnBeta(a: number, b: number): number {
  checkPositive("lnBeta", { a, b });
  const p = Math.min(a, b);
  const q = Math.max(a, b);
  if (q < STIRLING_FROM) return lnGamma(p) + lnGamma(q) - lnGamma(p + q);
  if (p < STIRLING_FROM) {
    const rest = stirlingRest(q) - stirlingRest(p + q);
    return lnGamma(p) + rest + p - p * Math.log(p + q) + (q - 0.5) * Math.log1p(-p / (p + q));
  }
  const rest = stirlingRest(p) + stirlingRest(q) - stirlingRest(p + q);
  const big = (p - 0.5) * Math.log(p / (p + q)) + q * Math.log1p(-p / (p + q));
  return HALF_LN_TWO_PI - 0.5 * Math.log(q) + rest + big;
}

/** ln(1 + u) − u, without cancellation for small u; u above −1. */
export function log1pLess(u: number): number {
  if (Math.abs(u) > 0.3) return Math.log1p(u) - u;
  // ln(1+u) = 2 artanh(r), r = u/(2+u): the first term is taken out together with u.
  const r = u / (2 + u);
  const y = r * r;
  let sum = 0;
  for (let k = 21; k >= 3; k -= 2) sum = (sum + 1 / k) * y;
  return 2 * r * sum - u * r;
}
