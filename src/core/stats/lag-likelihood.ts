import { gaussLegendre, type Nodes } from "./gauss-legendre.ts";
import type { GroupedLags } from "./lag.ts";
import { atZ, evaluate, type StandardLaw } from "./standard-law.ts";

/** Lags made ready for a likelihood: logarithms taken once, the nodes of SI2's integral laid out. */
export interface PreparedLags {
  readonly law: StandardLaw;
  readonly exact: readonly [y: Float64Array, counts: Float64Array];
  readonly zeros: number;
  readonly silent: readonly [y: Float64Array, counts: Float64Array];
  readonly between: readonly [from: Float64Array, to: Float64Array, counts: Float64Array];
  /** For each number of days its nodes: logs of the two ends, and weights. */
  readonly days: readonly {
    readonly lo: Float64Array;
    readonly hi: Float64Array;
    readonly weight: Float64Array;
    readonly count: number;
  }[];
  /** Σ ln t of the exact lags: the Jacobian of y = ln t. */
  readonly jacobian: number;
  readonly claims: number;
}

/** Where the likelihood is looked at: μ and ln σ of ln t, and the logit of π; `logit` null: every attack is claimed. */
export interface LagPoint {
  readonly mu: number;
  readonly lnSigma: number;
  readonly logit: number | null;
}

/** ln likelihood with its first and second derivatives in (μ, ln σ, logit π). */
export interface Score {
  value: number;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

export const emptyScore = (): Score => ({ value: 0, gradient: new Float64Array(3), hessian: new Float64Array(9) });

const HOURS_A_DAY = 24;
const rules = new Map<number, Nodes>();
function rule(n: number): Nodes {
  const known = rules.get(n);
  if (known !== undefined) return known;
  const made = gaussLegendre(n);
  rules.set(n, made);
  return made;
}

/**
 * The nodes of ∫₀¹[F(24(L+y)) − F(24(L−1+y))]dy, y = 1 − v: SI2's integral over the clock time. At L = 0 and 1 an end passes 0, where F may rise
 * with any power of t: y = x⁴ takes that away.
 */
function dayNodes(days: number, count: number): PreparedLags["days"][number] {
  const near = days < 2;
  const { at, weight } = rule(near ? 40 : days < 10 ? 24 : 12);
  const lo = new Float64Array(at.length);
  const hi = new Float64Array(at.length);
  const scaled = new Float64Array(at.length);
  at.forEach((x, i) => {
    const y = near ? x ** 4 : x;
    scaled[i] = weight[i]! * (near ? 4 * x ** 3 : 1);
    hi[i] = Math.log(HOURS_A_DAY * (days + y));
    lo[i] = days === 0 ? Number.NEGATIVE_INFINITY : Math.log(HOURS_A_DAY * (days - 1 + y));
  });
  return { lo, hi, weight: scaled, count };
}

export function prepareLags(law: StandardLaw, lags: GroupedLags): PreparedLags {
  const [times, counts] = lags.exact;
  const y = times.map(Math.log);
  const [days, dayCounts] = lags.days;
  return {
    law,
    exact: [y, counts],
    zeros: lags.zeros,
    silent: [lags.silent[0].map(Math.log), lags.silent[1]],
    between: [lags.between[0].map(Math.log), lags.between[1].map(Math.log), lags.between[2]],
    days: Array.from(days, (d, i) => dayNodes(d, dayCounts[i]!)),
    jacobian: y.reduce((sum, v, i) => sum + v * counts[i]!, 0),
    claims: lags.claims,
  };
}

/** Adds w·ℓ(z), given dℓ/dz and d²ℓ/dz², by the chain rule: z = (y − μ)e^{−s}, ∂z/∂μ = −1/σ, ∂z/∂s = −z. */
function addZ(
  score: Score,
  w: number,
  at: { readonly z: number; readonly inverse: number; readonly a: number; readonly b: number },
): void {
  const { z, inverse, a, b } = at;
  const { gradient, hessian } = score;
  gradient[0]! -= w * a * inverse;
  gradient[1]! -= w * a * z;
  hessian[0]! += w * b * inverse * inverse;
  hessian[1]! += w * (b * z + a) * inverse;
  hessian[4]! += w * (b * z + a) * z;
}

const lowAt = atZ();
const highAt = atZ();

function addExact(p: PreparedLags, { mu, lnSigma }: LagPoint, score: Score): void {
  const inverse = Math.exp(-lnSigma);
  const [ys, counts] = p.exact;
  const out = lowAt;
  for (let i = 0; i < ys.length; i++) {
    const z = (ys[i]! - mu) * inverse;
    const w = counts[i]!;
    evaluate(p.law, z, out);
    score.value += w * (out.lnDensity - lnSigma);
    addZ(score, w, { z, inverse, a: out.slope, b: out.bend });
    score.gradient[1]! -= w;
  }
  score.value -= p.jacobian;
  // Exact lags of 0 are for the exponential law alone: f(0) = 1/scale.
  score.value -= p.zeros * mu;
  score.gradient[0]! -= p.zeros;
}

/** Silent to c: ln S, or ln(1 − πG) with a part that never claims. */
function addSilent(p: PreparedLags, { mu, lnSigma, logit }: LagPoint, score: Score): void {
  const inverse = Math.exp(-lnSigma);
  const [ys, counts] = p.silent;
  const out = lowAt;
  const share = logit === null ? 1 : 1 / (1 + Math.exp(-logit));
  const never = logit === null ? 0 : 1 / (1 + Math.exp(logit));
  const { gradient, hessian } = score;
  for (let i = 0; i < ys.length; i++) {
    const z = (ys[i]! - mu) * inverse;
    const w = counts[i]!;
    evaluate(p.law, z, out);
    if (logit === null) {
      score.value += w * out.lnUpper;
      addZ(score, w, { z, inverse, a: -out.hazard, b: -out.hazard * (out.slope + out.hazard) });
      continue;
    }
    const rest = never + share * out.upper;
    const a = (-share * out.density) / rest;
    score.value += w * Math.log(rest);
    addZ(score, w, { z, inverse, a, b: a * (out.slope - a) });
    const l = (-share * never * out.lower) / rest;
    gradient[2]! += w * l;
    hessian[8]! += w * (l * (never - share) - l * l);
    const cross = w * a * (never - l);
    hessian[2]! -= cross * inverse;
    hessian[5]! -= cross * z;
  }
}

/** A sum of w·[G(zᵤ) − G(zₗ)] with its derivatives, relative to e^base. */
interface Difference {
  value: number;
  mu: number;
  s: number;
  muMu: number;
  muS: number;
  sS: number;
}
const difference: Difference = { value: 0, mu: 0, s: 0, muMu: 0, muS: 0, sS: 0 };

function clear(d: Difference): void {
  d.value = 0;
  d.mu = 0;
  d.s = 0;
  d.muMu = 0;
  d.muS = 0;
  d.sS = 0;
}

/** Adds ±density terms of one end: ∂G/∂μ = −g/σ, ∂G/∂s = −zg, and their derivatives. */
function addEnd(
  d: Difference,
  z: number,
  end: { readonly density: number; readonly slope: number; readonly inverse: number },
): void {
  const { density, slope, inverse } = end;
  if (density === 0) return;
  const bent = slope * z + 1;
  d.mu -= density * inverse;
  d.s -= density * z;
  d.muMu += density * slope * inverse * inverse;
  d.muS += density * bent * inverse;
  d.sS += density * bent * z;
}

/**
 * Adds w·[G(zᵤ) − G(zₗ)]e^{−base}. Above the middle from the survivals, below from G, so that a difference far out keeps its digits.
 * `base` 0 for plain values; else ln S(zₗ) or ln G(zᵤ), by the side.
 */
function addDifference(
  d: Difference,
  w: number,
  ends: { readonly zLow: number; readonly zHigh: number; readonly inverse: number; readonly scaled: boolean },
): number {
  const { zLow, zHigh, inverse, scaled } = ends;
  const upper = zLow > 0;
  let low = lowAt.density;
  let high = highAt.density;
  let value: number;
  let base = 0;
  if (!scaled) value = upper ? lowAt.upper - highAt.upper : highAt.lower - lowAt.lower;
  else if (upper) {
    base = lowAt.lnUpper;
    const ratio = highAt.lnUpper === Number.NEGATIVE_INFINITY ? 0 : Math.exp(highAt.lnUpper - base);
    value = highAt.lnUpper === Number.NEGATIVE_INFINITY ? 1 : -Math.expm1(highAt.lnUpper - base);
    low = lowAt.hazard;
    high = highAt.hazard * ratio;
  } else {
    // Where G(zᵤ) underflows the likelihood is taken as 0, and a step that led there is taken back.
    base = Math.log(highAt.lower);
    value = (highAt.lower - lowAt.lower) / highAt.lower;
    high = highAt.density / highAt.lower;
    low = lowAt.density / highAt.lower;
  }
  d.value += w * value;
  addEnd(d, zHigh, { density: w * high, slope: highAt.slope, inverse });
  addEnd(d, zLow, { density: -w * low, slope: lowAt.slope, inverse });
  return base;
}

/** Adds count·ln(difference). */
function addLog(score: Score, count: number, { d, base }: { readonly d: Difference; readonly base: number }): void {
  const { gradient, hessian } = score;
  const mu = d.mu / d.value;
  const s = d.s / d.value;
  score.value += count * (d.value > 0 ? base + Math.log(d.value) : Number.NEGATIVE_INFINITY);
  gradient[0]! += count * mu;
  gradient[1]! += count * s;
  hessian[0]! += count * (d.muMu / d.value - mu * mu);
  hessian[1]! += count * (d.muS / d.value - mu * s);
  hessian[4]! += count * (d.sS / d.value - s * s);
}

function addBetween(p: PreparedLags, { mu, lnSigma }: LagPoint, score: Score): void {
  const inverse = Math.exp(-lnSigma);
  const [from, to, counts] = p.between;
  for (let i = 0; i < from.length; i++) {
    const zLow = (from[i]! - mu) * inverse;
    const zHigh = (to[i]! - mu) * inverse;
    if (zLow === Number.NEGATIVE_INFINITY && zHigh === Number.POSITIVE_INFINITY) continue;
    evaluate(p.law, zLow, lowAt);
    evaluate(p.law, zHigh, highAt);
    clear(difference);
    const base = addDifference(difference, 1, { zLow, zHigh, inverse, scaled: true });
    addLog(score, counts[i]!, { d: difference, base });
  }
}

function addDays(p: PreparedLags, { mu, lnSigma }: LagPoint, score: Score): void {
  const inverse = Math.exp(-lnSigma);
  for (const { lo, hi, weight, count } of p.days) {
    clear(difference);
    for (let k = 0; k < weight.length; k++) {
      const zLow = (lo[k]! - mu) * inverse;
      const zHigh = (hi[k]! - mu) * inverse;
      evaluate(p.law, zLow, lowAt);
      evaluate(p.law, zHigh, highAt);
      addDifference(difference, weight[k]!, { zLow, zHigh, inverse, scaled: false });
    }
    addLog(score, count, { d: difference, base: 0 });
  }
}

/**
 * Fills `score` with the ln likelihood of the lags under a law and, with a logit, a part 1 − π that never claims [SI1, SI2, SI4], and with its
 * analytic derivatives. −∞ where a lag is impossible in float64.
 */
export function likelihoodAt(p: PreparedLags, point: LagPoint, score: Score): void {
  const { gradient, hessian } = score;
  score.value = 0;
  gradient.fill(0);
  hessian.fill(0);
  addExact(p, point, score);
  addSilent(p, point, score);
  addBetween(p, point, score);
  addDays(p, point, score);
  if (point.logit !== null) {
    const never = 1 / (1 + Math.exp(point.logit));
    const share = 1 / (1 + Math.exp(-point.logit));
    score.value += p.claims * (share > 0.5 ? Math.log1p(-never) : Math.log(share));
    gradient[2]! += p.claims * never;
    hessian[8]! -= p.claims * never * share;
  }
  hessian[3] = hessian[1]!;
  hessian[6] = hessian[2]!;
  hessian[7] = hessian[5]!;
  if (Number.isNaN(score.value)) score.value = Number.NEGATIVE_INFINITY;
}
