import type { LagLaw } from "../model/silence.ts";
import { checkShares } from "../stats/check.ts";
import { integrate } from "../stats/integrate.ts";
import { lagAt, lagQuantile } from "../stats/lag-law.ts";

/** A mixture of lag laws whose weights sum to 1: an average over laws that the records can't tell apart [SI5]. */
export interface LagMixture {
  readonly parts: readonly { readonly weight: number; readonly lag: LagLaw }[];
}

/** A law of the lag, or an average of laws. */
export type AnyLag = LagLaw | LagMixture;

/** A stretch of hours after the attack in which nobody could hear a claim: a channel closed, a watch that failed. */
export interface Outage {
  readonly from: number;
  /** Infinity while it lasts. */
  readonly to: number;
  /** The chance that a claim made in it is seen once it is over: 1 where posts stay, 0 (the default) where they are lost. */
  readonly afterwards?: number;
}

/** How claims are heard, beside the constant chance κ. */
export interface Hearing {
  readonly outages?: readonly Outage[];
  /** G: how long after it was made a claim is seen; at once where left out. */
  readonly observerLag?: LagLaw;
}

/** C(t) = ∫₀ᵗ v(s,t)/κ dF(s): of the claims that come, the share seen by now if κ were 1 [SI7]. */
export interface HeardAt {
  readonly byNow: number;
  /** C(∞) − C(t). */
  readonly after: number;
  readonly lnAfter: number;
  /** C(∞): below 1 where claims are lost in an outage. */
  readonly ever: number;
}

const partsOf = (lag: AnyLag): LagMixture["parts"] => ("parts" in lag ? lag.parts : [{ weight: 1, lag }]);

/** Throws a RangeError that names the value unless outages are in order and do not overlap. */
export function checkHearing(where: string, { outages = [] }: Hearing): void {
  let before = 0;
  for (const { from, to, afterwards = 0 } of outages) {
    if (!(from >= before && to > from)) {
      throw new RangeError(
        `${where}: an outage lasts from ${from} to ${to} h; give them in order, none inside another, from 0 h on.`,
      );
    }
    checkShares(where, { afterwards });
    before = to;
  }
}

/** F(t) and 1 − F(t) of a law or an average of laws. */
function plainAt(lag: AnyLag, hours: number): HeardAt {
  if (!("parts" in lag)) return { ...lagAt(lag, hours), ever: 1 };
  let byNow = 0;
  let after = 0;
  for (const part of lag.parts) {
    const at = lagAt(part.lag, hours);
    byNow += part.weight * at.byNow;
    after += part.weight * at.after;
  }
  return { byNow, after, lnAfter: Math.log(after), ever: 1 };
}

/** ∫ G(t − s) dF(s) over from ≤ s ≤ to, by the quantiles of F, so that no density is needed. */
function seenBetween(
  lag: AnyLag,
  [from, to]: readonly [number, number],
  { t, observer }: { readonly t: number; readonly observer: LagLaw },
): number {
  const end = Math.min(to, t);
  if (!(end > from)) return 0;
  return partsOf(lag).reduce((sum, { weight, lag: one }) => {
    const [a, b] = [lagAt(one, from).byNow, lagAt(one, end).byNow];
    const seen = (u: number) => {
      const made = u >= 1 ? end : Math.min(end, Math.max(from, lagQuantile(one, u)));
      return lagAt(observer, Math.max(0, t - made)).byNow;
    };
    return sum + weight * integrate(seen, [a, b], 1e-12);
  }, 0);
}

/** Of the claims made in a stretch, the share that has been seen by t. */
function seenOf(
  lag: AnyLag,
  stretch: readonly [number, number],
  at: { readonly t: number; readonly observer: LagLaw | undefined },
): number {
  const { t, observer } = at;
  if (observer !== undefined && t !== Number.POSITIVE_INFINITY) return seenBetween(lag, stretch, { t, observer });
  const [from, to] = [stretch[0], Math.min(stretch[1], t)];
  if (!(to > from)) return 0;
  const [a, b] = [plainAt(lag, from), plainAt(lag, to)];
  // In the tail from the survivals, so that a small share keeps its digits.
  return a.byNow > 0.5 ? a.after - b.after : b.byNow - a.byNow;
}

function coverage(lag: AnyLag, t: number, { outages = [], observerLag }: Hearing): number {
  let sum = 0;
  let from = 0;
  const open = (a: number, b: number) => seenOf(lag, [a, b], { t, observer: observerLag });
  for (const outage of outages) {
    sum += open(from, outage.from);
    // Seen once it is over, then at once: the watch looks back.
    if (t >= outage.to)
      sum += (outage.afterwards ?? 0) * seenOf(lag, [outage.from, outage.to], { t, observer: undefined });
    from = outage.to;
  }
  return sum + open(from, Number.POSITIVE_INFINITY);
}

/**
 * Of the claims that come, the share that would have been seen by so many hours, but for κ [SI7]. It never falls with time: closing a channel does not undo a
 * silence heard before. With neither outages nor an observer lag it is F(t).
 *
 * @param hours 0 or more, may be Infinity
 */
export function heardAt(lag: AnyLag, hours: number, hearing: Hearing = {}): HeardAt {
  const { outages = [], observerLag } = hearing;
  if (outages.length === 0 && observerLag === undefined) return plainAt(lag, hours);
  const byNow = coverage(lag, hours, hearing);
  const ever = coverage(lag, Number.POSITIVE_INFINITY, hearing);
  const after = Math.max(0, ever - byNow);
  return { byNow, after, lnAfter: Math.log(after), ever };
}
