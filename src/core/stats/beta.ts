import { checkPositive } from "./check.ts";
import { lnBeta, log1pLess, stirlingRest } from "./gamma.ts";

/** A Beta distribution with its weight in a mixture; the weights of a mixture sum to 1. */
export interface WeightedBeta {
  readonly weight: number;
  readonly a: number;
  readonly b: number;
}

/** Both tails of a distribution and their logarithms, each exact in relative terms. */
interface LogTails {
  readonly lower: number;
  readonly upper: number;
}

const TINY = 1e-300;
const MOST_STEPS = 100_000;

/** ln of x^a y^b / B(a, b), y = 1 − x; for large a and b around the mode, where the plain form cancels (after Loader 2000). */
function lnPower(a: number, b: number, [x, y]: readonly [number, number]): number {
  if (a < 10 || b < 10) {
    const lnX = x < 0.5 ? Math.log(x) : Math.log1p(-y);
    const lnY = y < 0.5 ? Math.log(y) : Math.log1p(-x);
    return a * lnX + b * lnY - lnBeta(a, b);
  }
  const off = x * b - y * a;
  const part = (n: number, share: number, u: number) =>
    n * (Math.abs(u) > 0.5 ? Math.log((share * (a + b)) / n) - u : log1pLess(u));
  const rest = stirlingRest(a) + stirlingRest(b) - stirlingRest(a + b);
  const scale = 0.5 * Math.log(((a / (a + b)) * b) / (2 * Math.PI));
  return scale - rest + part(a, x, off / a) + part(b, y, -off / b);
}

/** The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method; converges for x < (a+1)/(a+b+2). */
function fraction(a: number, b: number, x: number): number {
  const away = (v: number) => (Math.abs(v) < TINY ? TINY : v);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m <= MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 2e-16) return h;
  }
  return h;
}

/** ln of both tails of Beta(a, b) at x, with y = 1 − x given apart so that neither end loses digits. */
function lnTails(a: number, b: number, [x, y]: readonly [number, number]): LogTails {
  if (x <= 0) return { lower: Number.NEGATIVE_INFINITY, upper: 0 };
  if (y <= 0) return { lower: 0, upper: Number.NEGATIVE_INFINITY };
  const power = lnPower(a, b, [x, y]);
  if (x < (a + 1) / (a + b + 2)) {
    const lower = Math.min(0, power + Math.log(fraction(a, b, x) / a));
    return { lower, upper: lnRest(lower) };
  }
  const upper = Math.min(0, power + Math.log(fraction(b, a, y) / b));
  return { lower: lnRest(upper), upper };
}

/** ln(1 − e^l) for l ≤ 0. */
function lnRest(l: number): number {
  return l > -Math.LN2 ? Math.log(-Math.expm1(l)) : Math.log1p(-Math.exp(l));
}

function checkBeta(where: string, a: number, b: number): void {
  checkPositive(where, { a, b });
}

/** The mean of Beta(a, b). */
export function betaMean(a: number, b: number): number {
  checkBeta("betaMean", a, b);
  return a / (a + b);
}

/** P(X ≤ x) for X ~ Beta(a, b): the regularised incomplete beta function. x outside 0 to 1 gives 0 or 1; NaN is a RangeError. */
export function betaCdf(x: number, a: number, b: number): number {
  checkBeta("betaCdf", a, b);
  if (Number.isNaN(x)) throw new RangeError("betaCdf: x is NaN; give a number.");
  return Math.exp(lnTails(a, b, [x, 1 - x]).lower);
}

/** P(X > x) for X ~ Beta(a, b), exact in relative terms where it is small. */
export function betaUpper(x: number, a: number, b: number): number {
  checkBeta("betaUpper", a, b);
  if (Number.isNaN(x)) throw new RangeError("betaUpper: x is NaN; give a number.");
  return Math.exp(lnTails(a, b, [x, 1 - x]).upper);
}

/** x and 1 − x of a log-odds, neither by subtraction. */
function sharesOf(logit: number): readonly [number, number] {
  const e = Math.exp(-Math.abs(logit));
  const big = 1 / (1 + e);
  const small = e / (1 + e);
  return logit < 0 ? [small, big] : [big, small];
}

/**
 * The log-odds z at which a rising function `miss` is 0: Newton steps kept inside a bracket.
 * `miss(z)` gives the value and its slope.
 */
function rootInLogit(miss: (z: number) => readonly [number, number], start: number): number {
  let lo = -745;
  let hi = 745;
  let z = Math.min(hi, Math.max(lo, start));
  for (let i = 0; i < 300; i++) {
    const [value, slope] = miss(z);
    if (value === 0) return z;
    if (value < 0) lo = z;
    else hi = z;
    const newton = z - value / slope;
    const inside = newton > lo && newton < hi;
    const next = inside ? newton : (lo + hi) / 2;
    // The error after a Newton step is about the square of the step.
    if (Math.abs(next - z) <= (inside ? 3e-9 : 2e-16) * Math.max(1, Math.abs(z))) return next;
    z = next;
  }
  return z;
}

/**
 * The value below which Beta(a, b) has probability p; put back into `betaCdf` it gives p to about 1e-14.
 * Solved in log-odds and in the log of the smaller tail, so that quantiles near 0 and 1 keep their digits.
 *
 * @param p 0 to 1; else RangeError
 */
export function betaQuantile(p: number, a: number, b: number): number {
  checkBeta("betaQuantile", a, b);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`betaQuantile: p is ${p}; give a probability from 0 to 1.`);
  if (p === 0 || p === 1) return p;
  const low = p <= 0.5;
  const target = low ? Math.log(p) : Math.log1p(-p);
  const miss = (z: number): readonly [number, number] => {
    const at = sharesOf(z);
    const tails = lnTails(a, b, at);
    const tail = low ? tails.lower : tails.upper;
    const slope = Math.exp(lnPower(a, b, at) - tail);
    return [low ? tail - target : target - tail, slope];
  };
  return sharesOf(rootInLogit(miss, Math.log(a / b)))[0];
}

/** The mean of a mixture of Betas. */
export function mixtureMean(betas: readonly WeightedBeta[]): number {
  return betas.reduce((sum, { weight, a, b }) => sum + weight * (a / (a + b)), 0);
}

/**
 * The value below which a mixture of Betas has probability p, 0 < p < 1, by bisection in log-odds between the
 * smallest and the largest quantile of its parts.
 */
export function mixtureQuantile(betas: readonly WeightedBeta[], p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`mixtureQuantile: p is ${p}; give a probability between 0 and 1.`);
  const [first] = betas;
  if (first === undefined) throw new RangeError("mixtureQuantile: no Betas given; give at least one.");
  if (betas.length === 1) return betaQuantile(p, first.a, first.b);
  const miss = (z: number): readonly [number, number] => {
    const at = sharesOf(z);
    let below = 0;
    let slope = 0;
    for (const { weight, a, b } of betas) {
      below += weight * Math.exp(lnTails(a, b, at).lower);
      slope += weight * Math.exp(lnPower(a, b, at));
    }
    return [below - p, slope];
  };
  const start = betaQuantile(p, ...matched(betas));
  return sharesOf(rootInLogit(miss, Math.log(start / (1 - start))))[0];
}

/** The one Beta with the mean and the variance of a mixture: a start for its quantiles. */
function matched(betas: readonly WeightedBeta[]): readonly [number, number] {
  const mean = mixtureMean(betas);
  const square = betas.reduce((sum, { weight, a, b }) => sum + (weight * a * (a + 1)) / ((a + b) * (a + b + 1)), 0);
  const size = Math.max(1e-3, (mean - square) / (square - mean * mean));
  return Number.isFinite(size) ? [size * mean, size * (1 - mean)] : [1, 1];
}
