// What a record of claim lags tells, line by line: `stats` and `silence` are silverblaze/stats and silverblaze/silence.
const round = (x, digits = 3) => x.toFixed(digits);
const words = (x, digits) => (typeof x === "number" ? round(x, digits) : x.reason);

/** The part of a record that is exact or silent: what Kaplan–Meier takes. */
const exact = (lags) => lags.filter((l) => !("days" in l) && (l.to === null || l.to === l.from));

/** A lag as known after a day: what was claimed later was silent then. */
function cutAtADay(lag) {
  if ("days" in lag) return lag.days === 0 ? lag : { from: 24, to: null };
  if (lag.to === null || lag.from >= 24) return { from: 24, to: null };
  return { from: lag.from, to: Math.min(24, lag.to) };
}

export function told({ lags, endings }, { stats, silence }) {
  const plain = exact(lags);
  const km = stats.kaplanMeier(
    plain.map((l) => l.from),
    plain.map((l) => l.to !== null),
  );
  const turnbull = stats.turnbull(lags);
  const fits = stats.LAWS.map((law) => stats.fitNeverClaim(lags, law));
  const curve = stats.claimCurve(lags);
  // The same attacks, had everybody stopped looking after a day.
  const early = stats.claimCurve(lags.map(cutAtADay));
  const by = stats.claimedBy(curve, 31);
  const incidence = stats.cumulativeIncidence(endings);
  const best = curve.fits.find((f) => f.law === curve.best);
  const share = silence.claimedShare(curve.claims, curve.n);
  const weighed = silence.weighSilence(share, best.lag, { hours: 31, seen: 1, falseShare: 0.03 });
  return [
    `Kaplan–Meier of the ${plain.length} exact or silent ones: S ends at ${round(km.survival.at(-1))}; a fifth is claimed by ${words(stats.survivalQuantile(km, 0.2), 1)} h, half: ${words(stats.survivalQuantile(km, 0.5))}`,
    `Turnbull of all ${lags.length}: ${turnbull.masses.length} intervals with mass, the last one "never" with ${round(turnbull.masses.at(-1))}; KKT ${turnbull.kkt <= 1 + 1e-9 ? "met" : "missed"}; ${turnbull.form}`,
    ...fits.map(
      (f) =>
        `${f.law.padEnd(11)} share ${round(f.share)} (${words(f.shareLower)} to ${words(f.shareUpper)}), AIC ${round(f.aic, 2)}`,
    ),
    `Claimed by 31 h, by the best law (${curve.best}): ${round(by.value)} (${round(by.from)} to ${round(by.to)} over ${curve.near.join(", ")}); share ever claimed ${words(curve.share.value ?? curve.share)}`,
    `Followed for a day only: share ${early.share.reason}, because ${early.share.because.join(", ")}; claimed by 12 h all the same: ${round(stats.claimedBy(early, 12).value)}`,
    `Ended by 60 h: by a claim ${round(incidence.byCause.claim[incidence.at.indexOf(60)])}, by a denial ${round(incidence.byCause.denial[incidence.at.indexOf(60)])}, still waited for ${round(incidence.waiting[incidence.at.indexOf(60)])}`,
    `Share from counts alone: ${curve.claims} of ${curve.n}, ${round(share.mean)} (${round(share.lower)} to ${round(share.upper)})`,
    `Silent for 31 h: of 100 that it did ${Math.round(100 * weighed.unclaimedIfDid)} unclaimed, of 100 that it did not ${Math.round(100 * weighed.unclaimedIfNot)}; still to come ${round(weighed.stillToCome)}`,
  ];
}
