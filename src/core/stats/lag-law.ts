import type { LagLaw } from "../model/silence.ts";
import { checkPositive, checkShares } from "./check.ts";
import { lnNormalUpper, normalCdf, normalQuantile } from "./normal.ts";

/** F(t) and 1 − F(t) of a lag law at one time; the second from its logarithm, so that it holds in the tail [SI8]. */
export interface LagAt {
  /** F(t): of the claims that come, the share made by now. */
  readonly byNow: number;
  /** 1 − F(t). */
  readonly after: number;
  /** ln(1 − F(t)); −∞ only where no claim can come any more. */
  readonly lnAfter: number;
}

/** A law's parameters by name, in the order in which they are written everywhere: size, then shape. */
export function lagParameters(law: LagLaw): Readonly<Record<string, number>> {
  switch (law.law) {
    case "exponential":
      return { scale: law.scale };
    case "weibull":
    case "loglogistic":
      return { scale: law.scale, shape: law.shape };
    case "lognormal":
      return { median: law.median, sigma: law.sigma };
    default:
      throw new RangeError(
        `lag law: "${(law as { law: unknown }).law}" is not one; give exponential, weibull, lognormal or loglogistic.`,
      );
  }
}

/** Throws a RangeError that names the parameter unless the law's parameters are finite and above 0. */
export function checkLagLaw(law: LagLaw): void {
  checkPositive(`lag law ${law.law}`, lagParameters(law));
}

/** ln(1 − F(t)) for t above 0: the four laws of SI4. */
function lnSurvival(law: LagLaw, hours: number): number {
  switch (law.law) {
    case "exponential":
      return -(hours / law.scale);
    case "weibull":
      return -((hours / law.scale) ** law.shape);
    case "lognormal":
      return lnNormalUpper(Math.log(hours / law.median) / law.sigma);
    case "loglogistic": {
      const odds = law.shape * Math.log(hours / law.scale);
      return odds > 0 ? -odds - Math.log1p(Math.exp(-odds)) : -Math.log1p(Math.exp(odds));
    }
  }
}

/** F(t) where it is small, without subtraction from 1. */
function byNow(law: LagLaw, hours: number, lnAfter: number): number {
  if (law.law === "lognormal") return normalCdf(Math.log(hours / law.median) / law.sigma);
  if (law.law === "loglogistic") return 1 / (1 + Math.exp(-law.shape * Math.log(hours / law.scale)));
  return -Math.expm1(lnAfter);
}

/**
 * F(t), 1 − F(t) and its logarithm for a lag law [SI4]; 0 h gives F = 0.
 *
 * @param hours 0 or more, may be Infinity; else RangeError
 */
export function lagAt(law: LagLaw, hours: number): LagAt {
  checkLagLaw(law);
  if (!(hours >= 0)) throw new RangeError(`lagAt: hours is ${hours}; give 0 or more.`);
  if (hours === 0) return { byNow: 0, after: 1, lnAfter: 0 };
  // + 0 turns −0 into 0.
  const lnAfter = lnSurvival(law, hours) + 0;
  return { byNow: byNow(law, hours, lnAfter), after: Math.exp(lnAfter), lnAfter };
}

/** The hours by which a share of the claims that come has come: F⁻¹; 0 gives 0, 1 gives Infinity. */
export function lagQuantile(law: LagLaw, share: number): number {
  checkLagLaw(law);
  checkShares("lagQuantile", { share });
  if (share === 0) return 0;
  if (share === 1) return Number.POSITIVE_INFINITY;
  switch (law.law) {
    case "exponential":
      return -law.scale * Math.log1p(-share);
    case "weibull":
      return law.scale * (-Math.log1p(-share)) ** (1 / law.shape);
    case "lognormal":
      return law.median * Math.exp(law.sigma * normalQuantile(share));
    case "loglogistic":
      return law.scale * (share / (1 - share)) ** (1 / law.shape);
  }
}
