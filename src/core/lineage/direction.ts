import type { Direction, LineageEvidence } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import { asymmetries, tally } from "./asymmetry.ts";
import { creditOf } from "./credit.ts";
import type { PairFeatures } from "./features.ts";
import { LINEAGE_MODEL, type LineageModel, novelSpans } from "./judge.ts";
import type { Prepared } from "./prepare.ts";

/**
 * Log-odds of each kind of ground [LI5], so chosen that a stronger kind is never outvoted by weaker ones:
 * a credit over a time with the wording, a time over the wording. Conventions, not fitted.
 */
const CREDIT = 8;
const TIME = 4;
const MOST_WORDING = { alone: 4, besideTime: 2.5 } as const;
/** Under this the direction is left open: odds of two to one. */
const MARGIN = Math.log(2);

export interface DirectionOptions {
  readonly model?: LineageModel;
  /** Leaves credit, links and time out, to see what the wording says alone. */
  readonly wordingOnly?: boolean;
}

/**
 * Which of the two derives from the other, given that one does [LI5]: by credit or link, then time, then the wording;
 * `derived` is null under odds of two to one. Exchanging the texts exchanges the answer.
 */
export function findDirection(
  a: Prepared,
  b: Prepared,
  { features, model = LINEAGE_MODEL, wordingOnly = false }: DirectionOptions & { readonly features: PairFeatures },
): Direction {
  const wording = wordingGrounds(a, b, { features, model });
  const credits = wordingOnly ? [] : creditGrounds(a, b);
  const times = wordingOnly ? [] : timeGrounds(a, b);
  const most = times.length > 0 ? MOST_WORDING.besideTime : MOST_WORDING.alone;
  const vote = total(wording);
  const capped = Math.max(-most, Math.min(most, vote));
  const scaled = vote === 0 ? wording : wording.map((g) => ({ ...g, weight: (g.weight * capped) / vote }));
  const logOdds = total(credits) + total(times) + capped;
  const basis = total(credits) !== 0 ? "credit" : times.length > 0 ? "time" : "wording";
  return {
    derived: Math.abs(logOdds) < MARGIN ? null : logOdds > 0 ? "b" : "a",
    probability: 1 / (1 + Math.exp(-logOdds)),
    basis,
    grounds: [...credits, ...times, ...scaled],
  };
}

function total(grounds: readonly LineageEvidence[]): number {
  return grounds.reduce((sum, g) => sum + g.weight, 0);
}

/** Credits of one text to the other; when each credits the other they cancel. */
function creditGrounds(a: Prepared, b: Prepared): readonly LineageEvidence[] {
  const [inA, inB] = [creditOf(a.read.info, b.read.info), creditOf(b.read.info, a.read.info)];
  const grounds: LineageEvidence[] = [];
  if (inB !== null) grounds.push({ name: inB.name, value: 1, weight: CREDIT, ...placed("b", inB.span) });
  if (inA !== null) grounds.push({ name: inA.name, value: 1, weight: -CREDIT, ...placed("a", inA.span) });
  return grounds;
}

function placed(side: "a" | "b", span: Span | undefined): { a?: readonly Span[]; b?: readonly Span[] } {
  if (span === undefined) return {};
  return side === "a" ? { a: [span] } : { b: [span] };
}

/** Times speak only when the one interval ends before the other begins. */
function timeGrounds(a: Prepared, b: Prepared): readonly LineageEvidence[] {
  const [x, y] = [a.read.info.published, b.read.info.published];
  const before = (p: typeof x, q: typeof y) => p?.to != null && q?.from != null && p.to <= q.from;
  if (before(x, y)) return [{ name: "b published later", value: 1, weight: TIME }];
  if (before(y, x)) return [{ name: "a published later", value: 1, weight: -TIME }];
  return [];
}

function wordingGrounds(
  a: Prepared,
  b: Prepared,
  { features, model }: { readonly features: PairFeatures; readonly model: LineageModel },
): readonly LineageEvidence[] {
  const x = asymmetries(features, tally(a), tally(b));
  const lost = novelSpans(features.a, a.sketch);
  const gained = novelSpans(features.b, b.sketch);
  return model.direction.features.map((f, k) => {
    const value = x[k] ?? 0;
    const ground = { name: f.name, value, weight: (f.weight * value) / f.scale };
    return k === 0 ? { ...ground, a: lost, b: gained } : ground;
  });
}
