import { isUnknown, type Unknown, unknown } from "../model/stated.ts";
import { mixtureMean, mixtureQuantile, type WeightedBeta } from "../stats/beta.ts";
import { checkShares } from "../stats/check.ts";
import { shippedAssumptions } from "./data.ts";
import { type AnyLag, checkHearing, type HeardAt, type Hearing, heardAt } from "./heard.ts";
import { checkHours, type HoursRange, hoursEnds, meanByNow } from "./hours.ts";
import type { ClaimedShare } from "./share.ts";

/** A chance, or its range with the value to reckon with in between (the middle where left out). */
export type ChanceRange = number | { readonly from: number; readonly to: number; readonly at?: number };

export interface WeighOptions extends Hearing {
  /** How long nobody has seen a claim: hours, or an interval of hours [SI2]. */
  readonly hours: number | HoursRange;
  /** κ: the chance that a claim made would have been seen by now; by default the range of `assumptions.json`, ½ to 1. */
  readonly seen?: ChanceRange;
  /** φ: the share of attacks it did not do that it would claim; by default .03 (.01 to .20). 0 means no false claims. */
  readonly falseShare?: ChanceRange;
  /** F₀: the lag law of false claims; that of true ones where left out. */
  readonly falseLag?: AnyLag;
  /** d: hours ahead for `within`; 24 by default. */
  readonly within?: number;
  /** A silence already reckoned with up to so many hours: the factor is then that of the time since. */
  readonly since?: number;
}

/** A silence at one length, for given π, κ and φ. */
export interface SilenceAt {
  readonly hours: number;
  /** F(t): of the claims that come, the share made by now; with outages or an observer lag, the share seen by now but for κ. */
  readonly byNow: number;
  /** Of the attacks that the actor did, the share without a claim seen by now: 1 − κπF. */
  readonly unclaimedIfDid: number;
  /** Of those that it did not do: 1 − κφF₀. */
  readonly unclaimedIfNot: number;
  /** How many times likelier this silence is if the actor did it than if it did not [SI7]. */
  readonly factor: number;
  /** If it did it, the chance that a claim is still to be seen [SI8]. */
  readonly stillToCome: number;
  /** The same for the next hours only. */
  readonly within: number;
}

export interface Ends {
  readonly from: number;
  readonly to: number;
}

/** What a silence is worth. The numbers at the top are those of the middle. */
export interface WeighedSilence extends SilenceAt {
  /** π: the mean where it is uncertain. */
  readonly share: number;
  /** At both ends of the interval of hours and in its middle, and on average over it; φ and κ at their own value. */
  readonly range: {
    readonly from: SilenceAt;
    readonly middle: SilenceAt;
    readonly to: SilenceAt;
    readonly average: Pick<SilenceAt, "byNow" | "unclaimedIfDid" | "unclaimedIfNot" | "factor">;
  };
  /** The lowest and the highest over the ends of hours, κ and φ together. */
  readonly ends: {
    readonly unclaimedIfDid: Ends;
    readonly unclaimedIfNot: Ends;
    readonly factor: Ends;
    readonly stillToCome: Ends;
  };
  /** Where π is uncertain: what it is given the attack was theirs and this silence, and the 95 % interval of `stillToCome` [SI8]. */
  readonly ifDid: { readonly betas: readonly WeightedBeta[]; readonly stillToCome: Ends } | null;
  readonly seen: Required<Exclude<ChanceRange, number>>;
  readonly falseShare: Required<Exclude<ChanceRange, number>>;
  /** Set where π ≤ φ, or where false claims come faster: a silence may then speak *for* the actor. */
  readonly note: "may-speak-for" | null;
}

/** 1 − xF without the loss of digits near xF = 1. */
const rest = (x: number, { byNow, after, ever }: HeardAt) => (byNow < 0.5 ? 1 - x * byNow : 1 - x * ever + x * after);

/** A chance as its two ends and the value in between; throws a RangeError that names it where it is none. */
export function chanceRange(name: string, chance: ChanceRange): Required<Exclude<ChanceRange, number>> {
  if (typeof chance === "number") {
    checkShares("weighSilence", { [name]: chance });
    return { from: chance, at: chance, to: chance };
  }
  const { from, to, at = (from + to) / 2 } = chance;
  checkShares("weighSilence", { [`${name} from`]: from, [`${name} to`]: to, [name]: at });
  if (from > at || at > to) {
    throw new RangeError(`weighSilence: ${name} is ${at} in ${from} to ${to}; give a range that holds its own value.`);
  }
  return { from, at, to };
}

interface Terms {
  readonly share: number;
  readonly seen: number;
  readonly falseShare: number;
}

interface Laws {
  readonly lag: AnyLag;
  readonly falseLag: AnyLag;
  readonly hearing: Hearing;
  readonly within: number;
  readonly since: HeardAt | null;
  readonly falseSince: HeardAt | null;
}

/** κπ[F(t+d) − F(t)] over 1 − κπF(t), the difference from the logarithms of the survival. */
function comes(x: number, now: HeardAt, later: HeardAt | null): number | Unknown {
  const gone =
    later === null ? 1 : now.lnAfter === Number.NEGATIVE_INFINITY ? 0 : -Math.expm1(later.lnAfter - now.lnAfter);
  // All of its claims come and are seen: while it is silent, one is certain to come.
  if (x === 1 && now.ever === 1) return now.lnAfter === Number.NEGATIVE_INFINITY ? unknown("silence-impossible") : gone;
  return (x * now.after * gone) / rest(x, now);
}

function factorOf(
  terms: Terms,
  laws: Laws,
  at: { readonly now: HeardAt; readonly falseNow: HeardAt },
): number | Unknown {
  const x = terms.seen * terms.share;
  const y = terms.seen * terms.falseShare;
  const ifNot = rest(y, at.falseNow);
  if (ifNot === 0) return unknown("false-claim-certain");
  const before = laws.since === null ? 1 : rest(x, laws.since);
  const beforeIfNot = laws.falseSince === null ? 1 : rest(y, laws.falseSince);
  if (before === 0 || beforeIfNot === 0) return unknown("silence-impossible");
  return rest(x, at.now) / before / (ifNot / beforeIfNot);
}

function silenceAt(hours: number, laws: Laws, terms: Terms): SilenceAt | Unknown {
  const now = heardAt(laws.lag, hours, laws.hearing);
  const falseNow = heardAt(laws.falseLag, hours, laws.hearing);
  const x = terms.seen * terms.share;
  const factor = factorOf(terms, laws, { now, falseNow });
  if (isUnknown(factor)) return factor;
  const stillToCome = comes(x, now, null);
  if (isUnknown(stillToCome)) return stillToCome;
  const within = comes(x, now, heardAt(laws.lag, hours + laws.within, laws.hearing)) as number;
  const unclaimedIfNot = rest(terms.seen * terms.falseShare, falseNow);
  return { hours, byNow: now.byNow, unclaimedIfDid: rest(x, now), unclaimedIfNot, factor, stillToCome, within };
}

function endsOf(
  values: readonly SilenceAt[],
  key: "unclaimedIfDid" | "unclaimedIfNot" | "factor" | "stillToCome",
): Ends {
  const all = values.map((v) => v[key]);
  return { from: Math.min(...all), to: Math.max(...all) };
}

/**
 * π given that the attack was theirs and nothing was seen by now, V = κF [SI8]: of each Beta(a, b) a part ∝ 1 − V stays, and a part
 * ∝ V·b/(a+b) becomes Beta(a, b+1). Exact; nothing is drawn.
 */
function afterSilence(betas: readonly WeightedBeta[], byNowSeen: number): readonly WeightedBeta[] {
  const parts = betas.flatMap(({ weight, a, b }) => [
    { weight: weight * (1 - byNowSeen), a, b },
    { weight: weight * byNowSeen * (b / (a + b)), a, b: b + 1 },
  ]);
  const total = parts.reduce((sum, p) => sum + p.weight, 0);
  return parts.filter((p) => p.weight > 0).map((p) => ({ ...p, weight: p.weight / total }));
}

function ifDid(betas: readonly WeightedBeta[], seen: number, now: HeardAt): WeighedSilence["ifDid"] {
  const after = afterSilence(betas, seen * now.byNow);
  const toCome = (p: number) => {
    const answer = comes(seen * mixtureQuantile(after, p), now, null);
    return isUnknown(answer) ? 0 : answer;
  };
  return { betas: after, stillToCome: { from: toCome(0.025), to: toCome(0.975) } };
}

function lawsOf(lag: AnyLag, options: WeighOptions): Laws {
  const { falseLag = lag, within = 24, since, outages, observerLag } = options;
  const hearing: Hearing = { ...(outages && { outages }), ...(observerLag && { observerLag }) };
  checkHearing("weighSilence", hearing);
  if (!(within >= 0)) throw new RangeError(`weighSilence: within is ${within}; give hours of 0 or more.`);
  if (since !== undefined) checkHours("weighSilence: since", since);
  const before = (law: AnyLag) => (since === undefined ? null : heardAt(law, since, hearing));
  return { lag, falseLag, hearing, within, since: before(lag), falseSince: before(falseLag) };
}

/**
 * What a silence is worth [SI7, SI8]: how many times likelier it is if the actor did it than if it did not, and whether a claim is still to
 * come. Exact for a lag law; where π is a posterior of Betas, the means are those over it, since each term is linear in π.
 * Unknown, with a reason, where the silence is impossible under one side (`false-claim-certain`, `silence-impossible`).
 *
 * @param share π: a number, or what `claimedShare` gave (unknown stays unknown); @param lag the law of F, in hours; mistakes are RangeErrors that name the value
 */
export function weighSilence(
  share: number | Pick<ClaimedShare, "betas"> | Unknown,
  lag: AnyLag,
  options: WeighOptions,
): WeighedSilence | Unknown {
  if (isUnknown(share)) return share;
  const assumed = shippedAssumptions();
  const { hours } = options;
  checkHours("weighSilence", hours);
  const seen = chanceRange("seen", options.seen ?? assumed.seen);
  const falseShare = chanceRange("falseShare", options.falseShare ?? assumed.falseShare);
  const betas = typeof share === "number" ? null : share.betas;
  const mean = typeof share === "number" ? share : mixtureMean(share.betas);
  checkShares("weighSilence", { share: mean });
  const laws = lawsOf(lag, options);
  const ends = hoursEnds(hours);
  if (options.since !== undefined && options.since > ends.from) {
    throw new RangeError(`weighSilence: since is ${options.since} h; give at most the ${ends.from} h of the silence.`);
  }
  const at = (h: number, terms: Partial<Terms> = {}) =>
    silenceAt(h, laws, { share: mean, seen: seen.at, falseShare: falseShare.at, ...terms });
  const corners = [ends.from, ends.to].flatMap((h) =>
    [seen.from, seen.to].flatMap((k) => [falseShare.from, falseShare.to].map((f) => at(h, { seen: k, falseShare: f }))),
  );
  const all = [at(ends.from), at(ends.middle), at(ends.to), ...corners];
  const failed = all.find(isUnknown);
  if (failed !== undefined) return failed;
  const [from, middle, to] = all as unknown as [SilenceAt, SilenceAt, SilenceAt];
  const known = all as SilenceAt[];
  return {
    ...middle,
    share: mean,
    range: {
      from,
      middle,
      to,
      average: average(laws, hours, { share: mean, seen: seen.at, falseShare: falseShare.at }),
    },
    ends: {
      unclaimedIfDid: endsOf(known, "unclaimedIfDid"),
      unclaimedIfNot: endsOf(known, "unclaimedIfNot"),
      factor: endsOf(known, "factor"),
      stillToCome: endsOf(known, "stillToCome"),
    },
    ifDid: betas === null ? null : ifDid(betas, seen.at, heardAt(lag, ends.middle, laws.hearing)),
    seen,
    falseShare,
    note: mean <= falseShare.to || laws.falseLag !== lag ? "may-speak-for" : null,
  };
}

/** Both terms averaged over the interval of hours, and their ratio. */
function average(laws: Laws, hours: number | HoursRange, terms: Terms): WeighedSilence["range"]["average"] {
  const byNow = meanByNow(laws.lag, hours, laws.hearing);
  const falseByNow = laws.falseLag === laws.lag ? byNow : meanByNow(laws.falseLag, hours, laws.hearing);
  const flat = (F: number): HeardAt => ({ byNow: F, after: 1 - F, lnAfter: Math.log1p(-F), ever: 1 });
  const at = { now: flat(byNow), falseNow: flat(falseByNow) };
  const unclaimedIfDid = rest(terms.seen * terms.share, at.now);
  const unclaimedIfNot = rest(terms.seen * terms.falseShare, at.falseNow);
  // It is known where the end of the interval is, and that was looked at before.
  return { byNow, unclaimedIfDid, unclaimedIfNot, factor: factorOf(terms, laws, at) as number };
}
