import type { Direction, LineageEvidence } from "../model/lineage.ts";
import type { TextInfo } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import { asymmetries } from "./asymmetry.ts";
import { type Credit, SAME_ADDRESS } from "./credit.ts";
import type { PairFeatures } from "./features.ts";
import { LINEAGE_MODEL, type LineageModel, novelSpans } from "./judge.ts";
import type { Sketch } from "./sketch.ts";

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
  a: Sketch,
  b: Sketch,
  {
    features,
    model = LINEAGE_MODEL,
    wordingOnly = false,
    credits = NO_CREDITS,
  }: DirectionOptions & { readonly features: PairFeatures; readonly credits?: Credits },
): Direction {
  const grounds = wordingGrounds(a, b, { features, model });
  const outside = wordingOnly ? { credits: [], times: [] } : outsideGrounds(a.read.info, b.read.info, credits);
  const vote = total(grounds);
  const { logOdds, capped, basis } = weighGrounds(outside, vote);
  const scaled = vote === 0 ? grounds : grounds.map((g) => ({ ...g, weight: (g.weight * capped) / vote }));
  return {
    derived: Math.abs(logOdds) < MARGIN ? null : logOdds > 0 ? "b" : "a",
    probability: 1 / (1 + Math.exp(-logOdds)),
    basis,
    grounds: [...outside.credits, ...outside.times, ...scaled],
  };
}

/** The wording's sum of log-odds alone, that b is the copy: all of a direction that follows from the two readings. */
export function wordingVote(
  a: Sketch,
  b: Sketch,
  { features, model = LINEAGE_MODEL }: DirectionOptions & { readonly features: PairFeatures },
): number {
  const x = asymmetries(features, a.tally, b.tally);
  return model.direction.features.reduce((sum, f, k) => sum + (f.weight * (x[k] ?? 0)) / f.scale, 0);
}

/** That b derives from a, given that one does, when the wording's vote is known. */
export function directionFrom(
  a: TextInfo,
  b: TextInfo,
  { vote, credits = NO_CREDITS }: { readonly vote: number; readonly credits?: Credits },
): Pick<Direction, "probability" | "basis"> {
  const { logOdds, basis } = weighGrounds(outsideGrounds(a, b, credits), vote);
  return { probability: 1 / (1 + Math.exp(-logOdds)), basis };
}

/** What each text credits the other with: `inB` are credits of b to a. */
export interface Credits {
  readonly inA: readonly Credit[];
  readonly inB: readonly Credit[];
}

export const NO_CREDITS: Credits = { inA: [], inB: [] };

interface Outside {
  readonly credits: readonly LineageEvidence[];
  readonly times: readonly LineageEvidence[];
}

function outsideGrounds(a: TextInfo, b: TextInfo, credits: Credits): Outside {
  return { credits: creditGrounds(credits), times: timeGrounds(a, b) };
}

function weighGrounds({ credits, times }: Outside, vote: number) {
  const most = times.length > 0 ? MOST_WORDING.besideTime : MOST_WORDING.alone;
  const capped = Math.max(-most, Math.min(most, vote));
  const basis: Direction["basis"] = total(credits) !== 0 ? "credit" : times.length > 0 ? "time" : "wording";
  return { logOdds: total(credits) + total(times) + capped, capped, basis };
}

function total(grounds: readonly LineageEvidence[]): number {
  return grounds.reduce((sum, g) => sum + g.weight, 0);
}

/** Credits of one text to the other, the first of each; when each credits the other they cancel. */
function creditGrounds({ inA, inB }: Credits): readonly LineageEvidence[] {
  const first = (credits: readonly Credit[]) => credits.find((c) => c.name !== SAME_ADDRESS);
  const [a, b] = [first(inA), first(inB)];
  const grounds: LineageEvidence[] = [];
  if (b !== undefined) grounds.push({ name: b.name, value: 1, weight: CREDIT, ...placed("b", b.span) });
  if (a !== undefined) grounds.push({ name: a.name, value: 1, weight: -CREDIT, ...placed("a", a.span) });
  return grounds;
}

function placed(side: "a" | "b", span: Span | undefined): { a?: readonly Span[]; b?: readonly Span[] } {
  if (span === undefined) return {};
  return side === "a" ? { a: [span] } : { b: [span] };
}

/** Times speak only when the one interval ends before the other begins. */
function timeGrounds(a: TextInfo, b: TextInfo): readonly LineageEvidence[] {
  const [x, y] = [a.published, b.published];
  const before = (p: typeof x, q: typeof y) => p?.to != null && q?.from != null && p.to <= q.from;
  if (before(x, y)) return [{ name: "b published later", value: 1, weight: TIME }];
  if (before(y, x)) return [{ name: "a published later", value: 1, weight: -TIME }];
  return [];
}

function wordingGrounds(
  a: Sketch,
  b: Sketch,
  { features, model }: { readonly features: PairFeatures; readonly model: LineageModel },
): readonly LineageEvidence[] {
  const x = asymmetries(features, a.tally, b.tally);
  const lost = novelSpans(features.a, a);
  const gained = novelSpans(features.b, b);
  return model.direction.features.map((f, k) => {
    const value = x[k] ?? 0;
    const ground = { name: f.name, value, weight: (f.weight * value) / f.scale };
    return k === 0 ? { ...ground, a: lost, b: gained } : ground;
  });
}
