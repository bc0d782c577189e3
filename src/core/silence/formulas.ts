import type { LagLaw } from "../model/silence.ts";
import { betaQuantile } from "../stats/beta.ts";
import { lagAt } from "../stats/lag-law.ts";
import { jeffreysQuantile, parentShare } from "./share.ts";

/** The formula gives a figure's value again from the values of the figures it stands on, in their order. */
export type Formula = (inputs: readonly number[]) => number;

/** A formula of as many numbers as the function names; another count is a mistake of ours. */
function of(f: (...x: never[]) => number): Formula {
  return (inputs) => {
    if (inputs.length !== f.length) {
      throw new RangeError(`silence formula: ${inputs.length} inputs given; it takes ${f.length}.`);
    }
    return (f as (...x: readonly number[]) => number)(...inputs);
  };
}

function lag(law: LagLaw["law"], t: number, size: number, shape: number) {
  if (law === "exponential") return lagAt({ law, scale: size }, t);
  if (law === "lognormal") return lagAt({ law, median: size, sigma: shape }, t);
  return lagAt({ law, scale: size, shape }, t);
}

const shrunk = (k: number, n: number, K: number, N: number, s: number): readonly [number, number] => {
  const m = parentShare({ k: K, n: N });
  return [k + s * m, n - k + s * (1 - m)];
};
const shrunkAt = (p: number) =>
  of((k: number, n: number, K: number, N: number, s: number) => betaQuantile(p, ...shrunk(k, n, K, N, s)));
const jeffreysAt = (p: number) => of((k: number, n: number) => jeffreysQuantile(k, n, p));

/** Every formula that a figure of the silence area names in `by`, with its inputs in order. */
export const silenceFormulas: Readonly<Record<string, Formula>> = {
  middle: of((from: number, to: number) => (from + to) / 2),
  mean: (inputs) => inputs.reduce((sum, x) => sum + x, 0) / inputs.length,
  lowest: (inputs) => Math.min(...inputs),
  highest: (inputs) => Math.max(...inputs),
  // hours, then the law's parameters → F and 1 − F [SI4].
  "exponential-by-now": of((t: number, scale: number) => lag("exponential", t, scale, 1).byNow),
  "weibull-by-now": of((t: number, scale: number, shape: number) => lag("weibull", t, scale, shape).byNow),
  "lognormal-by-now": of((t: number, median: number, sigma: number) => lag("lognormal", t, median, sigma).byNow),
  "loglogistic-by-now": of((t: number, scale: number, shape: number) => lag("loglogistic", t, scale, shape).byNow),
  "exponential-after": of((t: number, scale: number) => lag("exponential", t, scale, 1).after),
  "weibull-after": of((t: number, scale: number, shape: number) => lag("weibull", t, scale, shape).after),
  "lognormal-after": of((t: number, median: number, sigma: number) => lag("lognormal", t, median, sigma).after),
  "loglogistic-after": of((t: number, scale: number, shape: number) => lag("loglogistic", t, scale, shape).after),
  // k, n → the posterior on Jeffreys' prior; with the parent's K, N and s the two-level fallback; a, b → a given Beta [SI6].
  "jeffreys-mean": of((k: number, n: number) => (k + 0.5) / (n + 1)),
  "jeffreys-lower": jeffreysAt(0.025),
  "jeffreys-upper": jeffreysAt(0.975),
  "jeffreys-at-least": jeffreysAt(0.05),
  "jeffreys-at-most": jeffreysAt(0.95),
  "shrunk-mean": of((k: number, n: number, K: number, N: number, s: number) => shrunk(k, n, K, N, s)[0] / (n + s)),
  "shrunk-lower": shrunkAt(0.025),
  "shrunk-upper": shrunkAt(0.975),
  "shrunk-at-least": shrunkAt(0.05),
  "shrunk-at-most": shrunkAt(0.95),
  "beta-mean": of((a: number, b: number) => a / (a + b)),
  "beta-lower": of((a: number, b: number) => betaQuantile(0.025, a, b)),
  "beta-upper": of((a: number, b: number) => betaQuantile(0.975, a, b)),
  // κ, π (or φ), F → 1 − κπF; κ, π, φ, F → its ratio; κ, π, F, 1 − F → still to be seen [SI7, SI8].
  "unclaimed-if-did": of((seen: number, share: number, byNow: number) => 1 - seen * share * byNow),
  "unclaimed-if-not": of((seen: number, falseShare: number, byNow: number) => 1 - seen * falseShare * byNow),
  "silence-factor": of(
    (seen, share, falseShare, byNow) => (1 - seen * share * byNow) / (1 - seen * falseShare * byNow),
  ),
  "still-to-come": of(
    (seen: number, share: number, byNow: number, after: number) => (seen * share * after) / (1 - seen * share * byNow),
  ),
};
