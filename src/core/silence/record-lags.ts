import type { RecordRow } from "../model/silence.ts";
import { hoursBetween, isExact, millis, type When } from "../model/time.ts";
import type { Lag } from "../stats/lag.ts";

/** The lags of a class's rows, and how many of its claims have no usable one. */
export interface RecordLags {
  readonly lags: readonly Lag[];
  /** Claimed rows whose claim is not dated. */
  readonly undated: number;
  /** Claimed rows whose claim is dated before the attack: a placeholder, a slip or a threat. */
  readonly negative: number;
  /** Rows without a date of their own: how long they were followed isn't known, and they are left out. */
  readonly leftOut: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A lag written as 0 h is one of at most an hour: no law but the exponential has a density at 0 [SI2]. */
const ZERO_HOURS = 1;

const isDay = (w: When) =>
  w.from !== null && w.to !== null && millis(w.to) - millis(w.from) === DAY && millis(w.from) % DAY === 0;

/** Hours that a row was surely followed: from the end of its date to the day up to which claims were looked for. */
function followed(row: RecordRow, until: string): number | null {
  return row.date.to === null ? null : Math.max(0, (millis(until) - millis(row.date.to)) / HOUR);
}

/** The lag that two times leave: whole days for two dates, else an interval; "negative" where the claim lies before the attack. */
function between(attack: When, claim: When): Lag | "negative" | null {
  if (isDay(attack) && isDay(claim)) {
    const days = (millis(claim.from as string) - millis(attack.from as string)) / DAY;
    return days < 0 ? "negative" : { days };
  }
  const hours = hoursBetween(attack, claim);
  return hours === null ? null : clean(hours, isExact(attack) && isExact(claim));
}

/** An interval of hours as a lag. A part below 0 h can't be; an interval wholly below is a mistake of the record, and 0 h exactly is widened to an hour. */
function clean({ from, to }: { readonly from: number; readonly to: number }, exact: boolean): Lag | "negative" {
  if (to < 0 || (to === 0 && from < 0)) return "negative";
  if (exact) return to === 0 ? { from: 0, to: ZERO_HOURS } : { from: to, to };
  return { from: Math.max(0, from), to };
}

/**
 * The lags of record rows for `claimCurve` and the fits [SI2]. Unclaimed: silent up to its own follow-up. Claimed with a lag or two times: that. Claimed with a missing or a
 * negative lag: it stays, as a claim at any time within its follow-up, and is counted.
 *
 * @param until the instant up to which claims were looked for; a claim after it is a silence up to it
 */
export function recordLags(rows: readonly RecordRow[], until: string): RecordLags {
  const lags: Lag[] = [];
  let [undated, negative, leftOut] = [0, 0, 0];
  for (const row of rows) {
    const c = followed(row, until);
    if (c === null) {
      leftOut++;
      continue;
    }
    const late = row.claimedAt?.from != null && row.claimedAt.from >= until;
    if (!row.claimed || late) {
      lags.push({ from: c, to: null });
      continue;
    }
    const lag =
      row.lagHours !== null
        ? clean(row.lagHours, row.lagHours.from === row.lagHours.to)
        : row.claimedAt === undefined
          ? null
          : between(row.date, row.claimedAt);
    if (lag === null) undated++;
    if (lag === "negative") negative++;
    // Its follow-up, at least the day that its date may be off by.
    lags.push(lag === null || lag === "negative" ? { from: 0, to: Math.max(c, 24) } : lag);
  }
  return { lags, undated, negative, leftOut };
}
