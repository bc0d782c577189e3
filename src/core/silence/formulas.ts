import type { LagLaw } from "../model/silence.ts";
import { isUnknown } from "../model/stated.ts";
import { betaQuantile } from "../stats/beta.ts";
import { lagAt } from "../stats/lag-law.ts";
import { averageCuts, cutEvidence } from "./cuts.ts";
import { heardAt } from "./heard.ts";
import { ascertained, type ClaimedShare, jeffreysQuantile, parentShare } from "./share.ts";

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

function lawOf(law: LagLaw["law"], size: number, shape: number): LagLaw {
  if (law === "exponential") return { law, scale: size };
  return law === "lognormal" ? { law, median: size, sigma: shape } : { law, scale: size, shape };
}

const lag = (law: LagLaw["law"], t: number, size: number, shape: number) => lagAt(lawOf(law, size, shape), t);

const shrunk = (k: number, n: number, K: number, N: number, s: number): readonly [number, number] => {
  const m = parentShare({ k: K, n: N });
  return [k + s * m, n - k + s * (1 - m)];
};
const shrunkAt = (p: number) =>
  of((k: number, n: number, K: number, N: number, s: number) => betaQuantile(p, ...shrunk(k, n, K, N, s)));
const jeffreysAt = (p: number) => of((k: number, n: number) => jeffreysQuantile(k, n, p));

function ascertainedShare(p: number, q: number): number {
  const share = ascertained(p, q);
  return isUnknown(share) ? 0 : share;
}

function overCuts(inputs: readonly number[]): ClaimedShare {
  const path = Array.from({ length: inputs.length / 2 }, (_, i) => ({ k: inputs[2 * i]!, n: inputs[2 * i + 1]! }));
  const averaged = averageCuts(path);
  if (isUnknown(averaged)) throw new RangeError("silence formula: an average over cuts needs a class with attacks.");
  return averaged.share;
}

/** For each law what was heard of it by a time, and what is still to be heard, with outages. */
function heardFormulas(): Readonly<Record<string, Formula>> {
  const heard = (law: LagLaw["law"], inputs: readonly number[]) => {
    const count = law === "exponential" ? 1 : 2;
    const [t = 0, size = 1, shape = 1] = inputs;
    const rest = inputs.slice(1 + count);
    const outages = Array.from({ length: rest.length / 3 }, (_, i) => ({
      ...{ from: rest[3 * i]!, to: rest[3 * i + 1]!, afterwards: rest[3 * i + 2]! },
    }));
    return heardAt(lawOf(law, size, shape), t, { outages });
  };
  return Object.fromEntries(
    (["exponential", "weibull", "lognormal", "loglogistic"] as const).flatMap((law) => [
      [`${law}-heard`, (inputs: readonly number[]) => heard(law, inputs).byNow],
      [`${law}-unheard`, (inputs: readonly number[]) => heard(law, inputs).after],
    ]),
  );
}

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
  // hours, the law's parameters, then from, to and afterwards of each outage → C(t) and C(∞) − C(t) [SI7].
  ...heardFormulas(),
  // from, to, the law's parameters → F(to) − F(from) [SI10].
  ...Object.fromEntries(
    (["exponential", "weibull", "lognormal", "loglogistic"] as const).map((law) => [
      `${law}-between`,
      ([from = 0, to = 0, size = 1, shape = 1]: readonly number[]) =>
        lag(law, to, size, shape).byNow - lag(law, from, size, shape).byNow,
    ]),
  ),
  times: of((x: number, y: number) => x * y),
  // κ, P(t) → 1 − κP; κ, P, φ, F₀ → its ratio [SI5].
  "unclaimed-by-lags": of((seen: number, claimedBy: number) => 1 - seen * claimedBy),
  "factor-by-lags": of(
    (seen, claimedBy, falseShare, byNow) => (1 - seen * claimedBy) / (1 - seen * falseShare * byNow),
  ),
  // k, n, q → π(q) [SI6].
  ascertained: of((k: number, n: number, q: number) => ascertainedShare(k / n, q)),
  // K, N, k, n → how many times likelier with a share of its own; k, n of each class, wide to narrow → the average over cuts [SI9].
  "cut-evidence": of((K: number, N: number, k: number, n: number) => cutEvidence({ k: K, n: N }, { k, n })),
  "cuts-mean": (inputs) => overCuts(inputs).mean,
  "cuts-lower": (inputs) => overCuts(inputs).lower,
  "cuts-upper": (inputs) => overCuts(inputs).upper,
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
