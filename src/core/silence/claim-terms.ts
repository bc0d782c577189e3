import type { ClaimTerms } from "../model/assessment.ts";
import type { Ground } from "../model/figure.ts";
import { lagParameters } from "../stats/lag-law.ts";
import type { Filed, Filer } from "./filed.ts";
import type { FiledSettings } from "./settings.ts";

/** Where a first claim lies, hours after the attack. */
export interface ClaimedIn {
  readonly from: number;
  readonly to: number;
  readonly grounds: readonly Ground[];
}

/** A class with its filed share. */
interface ClassShare {
  readonly class: string;
  readonly name: string;
  readonly share: Filed;
}

/**
 * The chance of a first claim in its interval, if the actor did it and if not, as figures [SI10]: κπ[F(u) − F(l)] and κφ[F(u) − F(l)], never a density; F is the mean over the laws in force.
 */
export function fileClaim(
  to: Filer,
  { from, to: until, grounds }: ClaimedIn,
  { classes, settings }: { readonly classes: readonly ClassShare[]; readonly settings: FiledSettings },
): ClaimTerms {
  const under = to.under("claim");
  const read = (step: string, value: number) => under.read(step, { value, unit: "hours", rule: "SI10", from: grounds });
  const [first, last] = [read("from", from), read("to", until)];
  const between = settings.used.lags.map(({ id, lag, ground }) => {
    const parameters = Object.entries(lagParameters(lag)).map(([name, value]) =>
      under.read(`lag/${id}/${name}`, {
        value,
        unit: name === "scale" || name === "median" ? "hours" : "score",
        rule: "SI4",
        from: [ground],
      }),
    );
    return under.derive(`between/${id}`, `${lag.law}-between`, {
      unit: "share",
      rule: "SI10",
      of: [first, last, ...parameters],
    });
  });
  const made = under.derive("between/mean", "mean", { unit: "share", rule: "SI10", of: between });
  const seen = under.derive("seen", "times", { unit: "share", rule: "SI10", of: [settings.seen.middle, made] });
  const times = (step: string, share: Filed) =>
    under.derive(step, "times", { unit: "share", rule: "SI10", of: [share, seen] }).id;
  const { falseShare } = settings;
  return {
    ...{ from: first.id, to: last.id },
    lines: classes.map((c, i) => ({
      class: c.class,
      name: c.name,
      share: c.share.id,
      ifDid: times(`if-did/${i + 1}`, c.share),
    })),
    ...{
      ifNot: times("if-not", falseShare.middle),
      ifNotFrom: times("if-not-from", falseShare.from),
      ifNotTo: times("if-not-to", falseShare.to),
    },
  };
}
