import { type Unknown, unknown } from "../model/stated.ts";
import { mixtureMean } from "../stats/beta.ts";
import { checkShares } from "../stats/check.ts";
import type { ClaimedShare } from "./share.ts";

/** What is stated of strategic silence: σ itself for a known π, or σ = s(1 − π) where π is uncertain. */
export type StrategicShare = { readonly sigma: number } | { readonly ofUnclaimed: number };

/** An explanation "it did it" split into "keeps silent on purpose" and the rest. */
export interface SplitSilence {
  /** σ: of its attacks, the share that it hides on purpose; its mean where π is uncertain. */
  readonly sigma: number;
  /** π/(1 − σ): of the others, the share claimed. */
  readonly ordinaryShare: number;
  /** P(strategic | silent by now, it did it) = σ/(1 − πV). */
  readonly strategicIfSilent: number;
  /** The chance of the silence: of the parent, and of each part (1, and 1 − Vπ/(1 − σ)). */
  readonly silent: { readonly all: number; readonly strategic: 1; readonly ordinary: number };
}

/**
 * Splits "it did it" by why it may be silent [SI12]. The split never changes the whole: σ·1 + (1 − σ)(1 − Vπ/(1 − σ)) = 1 − πV. Silence alone never separates
 * "hides it" from "did not do it"; an explanation that fits every silence pays with its stated share. Unknown, reason `strategic-share-not-stated`, without one.
 *
 * @param share π, or what `claimedShare` gave; @param byNow V(t), 0 to 1; σ must leave room for π: at most 1 − π, else RangeError
 */
export function splitStrategic(
  share: number | Pick<ClaimedShare, "betas">,
  byNow: number,
  stated: StrategicShare | undefined,
): SplitSilence | Unknown {
  if (stated === undefined) return unknown("strategic-share-not-stated");
  const pi = typeof share === "number" ? share : mixtureMean(share.betas);
  checkShares("splitStrategic", { share: pi, byNow });
  if ("sigma" in stated && typeof share !== "number") {
    throw new RangeError(
      "splitStrategic: the share is uncertain; give ofUnclaimed, the share s of its unclaimed attacks that it hides, σ = s(1 − π).",
    );
  }
  checkShares("splitStrategic", "sigma" in stated ? { sigma: stated.sigma } : { ofUnclaimed: stated.ofUnclaimed });
  const sigma = "sigma" in stated ? stated.sigma : stated.ofUnclaimed * (1 - pi);
  if (sigma > 1 - pi)
    throw new RangeError(
      `splitStrategic: sigma is ${sigma}; it claims ${pi} of its attacks, so at most ${1 - pi} are hidden.`,
    );
  const all = 1 - pi * byNow;
  if (all === 0) return unknown("silence-impossible");
  const ordinaryShare = sigma === 1 ? 0 : pi / (1 - sigma);
  return {
    ...{ sigma, ordinaryShare, strategicIfSilent: sigma / all },
    silent: { all, strategic: 1, ordinary: 1 - ordinaryShare * byNow },
  };
}
