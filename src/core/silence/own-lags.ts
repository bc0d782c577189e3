import type { OwnLags } from "../model/assessment.ts";
import type { Ground } from "../model/figure.ts";
import type { RecordRow, ReferenceClass } from "../model/silence.ts";
import { isUnknown } from "../model/stated.ts";
import type { When } from "../model/time.ts";
import { type ClaimCurve, claimCurve } from "../stats/claim-curve.ts";
import type { NeverClaimFit } from "../stats/fit-never-claim.ts";
import type { Filed, FiledRange, Filer } from "./filed.ts";
import { heardAt } from "./heard.ts";
import { averageLag } from "./lag-average.ts";
import { type RecordLags, recordLags } from "./record-lags.ts";
import { type FiledOutage, fileLaw } from "./settings.ts";

/** A class's own lags as figures. */
export interface FiledOwnLags {
  /** P(t) at the hours of the silence: the best law in the middle, the lowest and highest over laws within 2 AIC at the ends. */
  readonly claimedBy: FiledRange;
  /** F of the best law, for claims that are false. */
  readonly byNow: FiledRange;
  /** π̂ where the guard lets it through; then what stands for F and 1 − F in what is still to come [SI5, SI8]. */
  readonly share: Filed | null;
  readonly stillBy: Filed;
  readonly stillAfter: Filed;
  /** P(t) and F in the middle, for each law within 2 AIC. */
  readonly each: readonly { readonly name: string; readonly claimedBy: Filed; readonly byNow: Filed }[];
  readonly told: OwnLags;
}

type Counted = Pick<ReferenceClass, "kind" | "rows">;

/** With fewer dated claims a class's own lags say too little. */
const LEAST_DATED = 5;

interface Sources {
  readonly records: readonly RecordRow[];
  readonly attack: When;
  readonly hours: FiledRange;
  readonly outages: readonly FiledOutage[];
}

/** The rows of a class that was counted from records. */
function rowsOf(one: Counted, records: readonly RecordRow[]): readonly RecordRow[] {
  const lines = new Set(one.rows?.all);
  return records.filter((row) => row.set === one.rows?.set && lines.has(row.line));
}

/**
 * What a class's own lags say of the silence [SI5], filed; null where it was not counted from rows, has fewer than five dated claims, no law has a maximum, or the silence is longer than
 * the class was followed.
 */
export function fileOwnLags(
  to: Filer,
  one: Counted,
  { records, attack, hours, outages }: Sources,
): FiledOwnLags | null {
  if (one.kind !== "counted" || one.rows === undefined || attack.from === null) return null;
  const found = recordLags(rowsOf(one, records), attack.from);
  const dated = found.lags.filter((l) => "days" in l || l.to !== null).length - found.undated - found.negative;
  if (dated < LEAST_DATED) return null;
  const curve = claimCurve(found.lags);
  if (isUnknown(curve) || hours.to.value > curve.followUp) return null;
  return fileCurve(to, { one, curve, found, dated, hours, outages });
}

interface Fitted extends Pick<Sources, "hours" | "outages"> {
  readonly one: Counted;
  readonly curve: ClaimCurve;
  readonly found: RecordLags;
  readonly dated: number;
}

function fileCurve(to: Filer, { one, curve, found, dated, hours, outages }: Fitted): FiledOwnLags {
  const ground: readonly Ground[] = (one.rows?.all ?? []).map((line) => ({
    is: "row",
    set: one.rows?.set ?? "",
    line,
  }));
  const under = to.under("own-lags");
  const laws = curve.fits.flatMap((f) =>
    isUnknown(f) || !curve.near.includes(f.law) ? [] : [fileFit(under, f as NeverClaimFit, { ground, hours, outages })],
  );
  const best = laws.find((l) => l.law === curve.best) ?? laws[0]!;
  const over = (end: "from" | "to", by: "lowest" | "highest") =>
    under.derive(`claimed-by/${end}`, by, { unit: "share", rule: "SI5", of: laws.map((l) => l.claimedBy[end]) });
  const claimedBy = { from: over("from", "lowest"), middle: best.claimedBy.middle, to: over("to", "highest") };
  const count = (step: string, value: number) => under.read(step, { value, unit: "count", rule: "SI2", from: ground });
  const followUp = under.read("follow-up", { value: curve.followUp, unit: "hours", rule: "SI5", from: ground });
  const told = "value" in curve.share;
  const still = told
    ? { by: best.byNow.middle, after: best.byNow.after }
    : fileAverage(under, { found, curve, ground, hours, outages });
  return {
    ...{ claimedBy, byNow: best.byNow, share: told ? best.share : null, stillBy: still.by, stillAfter: still.after },
    each: laws.map((l) => ({ name: l.law, claimedBy: l.claimedBy.middle, byNow: l.byNow.middle })),
    told: {
      ...{
        law: curve.best,
        claimedBy: claimedBy.middle.id,
        claimedByFrom: claimedBy.from.id,
        claimedByTo: claimedBy.to.id,
      },
      ...{ followUp: followUp.id, dated: count("dated", dated).id, undated: count("undated", found.undated).id },
      ...{ negative: count("negative", found.negative).id, share: told ? best.share.id : null },
      withheld: "because" in curve.share ? curve.share.because : [],
    },
  };
}

type Grounds = Pick<Sources, "hours" | "outages"> & { readonly ground: readonly Ground[] };

/** One fitted law: its parameters and share from the rows, its F at the hours, and their product P(t). */
function fileFit(to: Filer, fit: NeverClaimFit, { ground, hours, outages }: Grounds) {
  const share = to.read(`fit/${fit.law}/share`, { value: fit.share, unit: "share", rule: "SI5", from: ground });
  const byNow = fileLaw(to, { id: fit.law, lag: fit.lag, ground }, { hours, outages });
  const times = (end: keyof FiledRange) =>
    to.derive(`claimed-by/${fit.law}/${end}`, "times", { unit: "share", rule: "SI5", of: [share, byNow[end]] });
  return { law: fit.law, share, byNow, claimedBy: { from: times("from"), middle: times("middle"), to: times("to") } };
}

/** The average over laws on the stated grid, at the middle of the silence: what stands for the law where its share is withheld [SI5]. */
function fileAverage(
  to: Filer,
  { found, curve, ground, hours, outages }: Grounds & { readonly found: RecordLags; readonly curve: ClaimCurve },
) {
  const at = heardAt(averageLag(found.lags, curve.followUp), hours.middle.value, {
    outages: outages.map((o) => ({ from: o.from.value, to: o.to.value, afterwards: o.afterwards.value })),
  });
  const read = (step: string, value: number) =>
    to.read(`average/${step}`, { value, unit: "share", rule: "SI5", from: ground });
  return { by: read("by-now", at.byNow), after: read("after", at.after) };
}
