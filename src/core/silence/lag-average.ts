import type { LagLaw } from "../model/silence.ts";
import { lawAt } from "../stats/fit-lag.ts";
import { groupLags, type Lag } from "../stats/lag.ts";
import { lagAt } from "../stats/lag-law.ts";
import { emptyScore, likelihoodAt, prepareLags } from "../stats/lag-likelihood.ts";
import { standardLaw } from "../stats/standard-law.ts";
import type { LagMixture } from "./heard.ts";

/** The lag prior of SI5 on its grid: ln median ~ N(ln 24 h, 1.5²), ln shape (ln σ for the lognormal) ~ N(0, .5²), out to three standard deviations. */
const GRID = {
  laws: ["weibull", "lognormal", "loglogistic"],
  medians: 25,
  shapes: 13,
  lnMedian: Math.log(24),
  medianSpread: 1.5,
  shapeSpread: 0.5,
  out: 3,
} as const;
/** Points whose weights add up to less than this are left out. */
const LEAVE_OUT = 1e-6;

/** The law with a median and a shape at so many standard deviations from the middle, as μ and ln σ of ln t. */
function pointOf(law: LagLaw["law"], [m, s]: readonly [number, number]): readonly [mu: number, lnSigma: number] {
  const median = GRID.lnMedian + GRID.medianSpread * m;
  const lnShape = GRID.shapeSpread * s;
  if (law === "lognormal") return [median, lnShape];
  // A Weibull law's median is scale·(ln 2)^(1/shape); a loglogistic's is its scale.
  return [law === "weibull" ? median - Math.log(Math.LN2) / Math.exp(lnShape) : median, -lnShape];
}

const steps = (n: number) => Array.from({ length: n }, (_, i) => GRID.out * ((2 * i) / (n - 1) - 1));

/**
 * The lag law where a class's own lags can't settle it [SI5]: an average over three laws on the stated grid of medians and shapes, each weighed by the lags of the class's claims,
 * given that they came within the follow-up. Without a lag it is the prior.
 *
 * @param lags the class's lags; silences say nothing of how fast claims come and are not used; @param followUp hours, Infinity where nothing was cut off
 */
export function averageLag(lags: readonly Lag[], followUp = Number.POSITIVE_INFINITY): LagMixture {
  if (!(followUp > 0)) throw new RangeError(`averageLag: followUp is ${followUp}; give hours above 0.`);
  const claims = groupLags("averageLag", lags.filter((l) => "days" in l || l.to !== null).map(widened));
  const score = emptyScore();
  const points = GRID.laws.flatMap((law) => {
    const prepared = prepareLags(standardLaw(law), claims);
    return steps(GRID.medians).flatMap((m) =>
      steps(GRID.shapes).map((s) => {
        const [mu, lnSigma] = pointOf(law, [m, s]);
        const lag = lawAt(law, mu, lnSigma);
        likelihoodAt(prepared, { mu, lnSigma, logit: null }, score);
        const within = lagAt(lag, followUp).byNow;
        return { lag, ln: -(m * m + s * s) / 2 + score.value - claims.claims * Math.log(within) };
      }),
    );
  });
  const top = points.reduce((a, p) => Math.max(a, p.ln), Number.NEGATIVE_INFINITY);
  const weighed = points.map((p) => ({ lag: p.lag, weight: Math.exp(p.ln - top) })).sort((a, b) => b.weight - a.weight);
  const total = weighed.reduce((sum, p) => sum + p.weight, 0);
  let sum = 0;
  const kept = weighed.filter((p) => {
    if (sum >= (1 - LEAVE_OUT) * total) return false;
    sum += p.weight;
    return true;
  });
  return { parts: kept.map((p) => ({ weight: p.weight / sum, lag: p.lag })) };
}

/** An exact lag of 0 has no density under these laws: it is one of at most a minute. */
function widened(lag: Lag): Lag {
  return !("days" in lag) && lag.to === 0 ? { from: 0, to: 1 / 60 } : lag;
}
