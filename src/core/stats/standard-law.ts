import type { LagLaw } from "../model/silence.ts";
import { erfcScaled } from "./normal.ts";

/**
 * A lag law is a law of location and scale in y = ln t: z = (y − μ)/σ follows a standard law. Exponential (σ = 1) and Weibull: the smallest
 * extreme value, S = exp(−eᶻ); lognormal: the normal; loglogistic: the logistic. (Kalbfleisch and Prentice 2002, The Statistical Analysis of
 * Failure Time Data, §2.2.)
 */
export type StandardLaw = "extreme" | "normal" | "logistic";

export function standardLaw(law: LagLaw["law"]): StandardLaw {
  return law === "lognormal" ? "normal" : law === "loglogistic" ? "logistic" : "extreme";
}

/** A standard law at one z; the object is used again for the next. */
export interface AtZ {
  /** ln S, S = 1 − G and G. */
  lnUpper: number;
  upper: number;
  lower: number;
  /** The density g, and its logarithm. */
  density: number;
  lnDensity: number;
  /** g/S and g/G, finite where both underflow. */
  hazard: number;
  reversed: number;
  /** d ln g/dz and d² ln g/dz². */
  slope: number;
  bend: number;
}

export const atZ = (): AtZ => ({
  lnUpper: 0,
  upper: 1,
  lower: 0,
  density: 0,
  lnDensity: 0,
  hazard: 0,
  reversed: 0,
  slope: 0,
  bend: 0,
});

const LN_ROOT_TWO_PI = 0.9189385332046728;
const ROOT_TWO_BY_PI = 0.7978845608028654;

function extreme(z: number, out: AtZ): void {
  const e = Math.exp(Math.min(z, 700));
  out.lnUpper = -e;
  out.upper = Math.exp(-e);
  out.lower = -Math.expm1(-e);
  out.density = e * out.upper;
  out.lnDensity = z - e;
  out.hazard = e;
  out.reversed = e < 1e-300 ? 1 : e > 700 ? 0 : e / Math.expm1(e);
  out.slope = 1 - e;
  out.bend = -e;
}

function logistic(z: number, out: AtZ): void {
  const e = Math.exp(-Math.abs(z));
  const small = e / (1 + e);
  const big = 1 / (1 + e);
  out.upper = z > 0 ? small : big;
  out.lower = z > 0 ? big : small;
  const ln = Math.log1p(e);
  out.lnUpper = z > 0 ? -z - ln : -ln;
  out.density = small * big;
  out.lnDensity = -Math.abs(z) - 2 * ln;
  out.hazard = out.lower;
  out.reversed = out.upper;
  out.slope = out.upper - out.lower;
  out.bend = -2 * out.density;
}

function normal(z: number, out: AtZ): void {
  const x = Math.abs(z) / Math.SQRT2;
  const scaled = erfcScaled(x);
  const half = -(z * z) / 2;
  const e = Math.exp(half);
  const small = (e * scaled) / 2;
  const big = 1 - small;
  const lnSmall = half + Math.log(scaled / 2);
  // Of the smaller tail, by Mills' ratio: it holds where both underflow.
  const near = ROOT_TWO_BY_PI / scaled;
  out.lnDensity = half - LN_ROOT_TWO_PI;
  out.density = Math.exp(out.lnDensity);
  const far = out.density / big;
  out.upper = z > 0 ? small : big;
  out.lower = z > 0 ? big : small;
  out.lnUpper = z > 0 ? lnSmall : Math.log1p(-small);
  out.hazard = z > 0 ? near : far;
  out.reversed = z > 0 ? far : near;
  out.slope = -z;
  out.bend = -1;
}

/** Fills `out` with the standard law at z; z may be infinite. */
export function evaluate(law: StandardLaw, z: number, out: AtZ): void {
  if (z === Number.POSITIVE_INFINITY || z === Number.NEGATIVE_INFINITY) {
    const late = z > 0;
    out.lnUpper = late ? Number.NEGATIVE_INFINITY : 0;
    out.upper = late ? 0 : 1;
    out.lower = late ? 1 : 0;
    out.density = 0;
    out.lnDensity = Number.NEGATIVE_INFINITY;
    out.hazard = 0;
    out.reversed = 0;
    out.slope = 0;
    out.bend = 0;
    return;
  }
  if (law === "extreme") extreme(z, out);
  else if (law === "normal") normal(z, out);
  else logistic(z, out);
}
