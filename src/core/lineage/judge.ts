import data from "../data/lineage-model.json" with { type: "json" };
import type { LineageEvidence, Relation, Verdict } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import { featureVector, type OneWay, type PairFeatures, pairFeatures } from "./features.ts";
import type { ReadText } from "./prepared.ts";
import { type Sketch, sketch } from "./sketch.ts";
import { vocabulary as freshVocabulary, type Vocabulary } from "./vocabulary.ts";

interface Linear {
  readonly intercept: number;
  readonly features: readonly {
    readonly name: string;
    readonly mean: number;
    readonly scale: number;
    readonly weight: number;
  }[];
}

/** The fitted numbers behind verdict and direction, with where they come from. */
export interface LineageModel {
  readonly made: string;
  /** One text history (derived, or two copies of one source) against chance. */
  readonly family: Linear;
  /** Derived against two copies of one source. */
  readonly parent: Linear;
  /** Same event or same material against unrelated. */
  readonly related: Linear;
  /** Same event against same material. */
  readonly event: Linear;
  readonly direction: Linear;
  /** Log-odds of `family` from which an edge is drawn [LI3]. */
  readonly edge: number;
}

export const LINEAGE_MODEL: LineageModel = data;

export interface JudgeOptions {
  /** Prior odds that one of the two derives from the other; 1 unless given. */
  readonly priorOdds?: number;
  readonly model?: LineageModel;
}

/** How what does not derive is shared out before the texts are looked at: a convention, printed with the verdict's rule. */
export const PRIOR_SHARES = {
  "shared-source": 0.15,
  "same-material": 0.15,
  "same-event-independent": 0.4,
  unrelated: 0.3,
} as const;

/** How two texts relate [LI3]; the order of the two changes nothing. */
export function judgePair(a: ReadText, b: ReadText, options: JudgeOptions = {}): Verdict {
  const words = freshVocabulary();
  return judgeSketches(sketch(a, words), sketch(b, words), { ...options, vocabulary: words }).verdict;
}

/** The verdict with what it was measured from, for texts already sketched. */
export function judgeSketches(
  a: Sketch,
  b: Sketch,
  options: JudgeOptions & { readonly vocabulary: Vocabulary },
): { readonly verdict: Verdict; readonly features: PairFeatures; readonly familyOdds: number } {
  const features = pairFeatures(a, b, options.vocabulary);
  const { familyOdds, ...weighed } = weighFeatures(features, options);
  const { priorOdds = 1, model = LINEAGE_MODEL } = options;
  const evidence = evidenceOf(features, { x: featureVector(features), model, sketches: [a, b] });
  return { verdict: { ...weighed, priorOdds, evidence }, features, familyOdds };
}

/** A verdict without what it was measured from; `familyOdds` are the log-odds of one text history. */
export interface Weighed {
  readonly relation: Relation;
  readonly probabilities: Readonly<Record<Relation, number>>;
  readonly derived: number;
  readonly familyOdds: number;
}

/** What measured features come to. */
export function weighFeatures(
  features: PairFeatures,
  { priorOdds = 1, model = LINEAGE_MODEL }: JudgeOptions = {},
): Weighed {
  if (!(priorOdds > 0 && Number.isFinite(priorOdds)))
    throw new RangeError(`judgePair: prior odds of ${priorOdds}; give a number above 0, such as 1 for even`);
  const x = featureVector(features);
  const fitted = linear(model.family, x);
  const familyOdds = isCopied(features) ? Math.max(fitted, model.edge + 1) : fitted;
  const probabilities = features.identical
    ? certainlyVerbatim()
    : weighPriors(likelihoods(x, familyOdds, model), degreeOf(features), priorOdds);
  const derived = probabilities.verbatim + probabilities["light-edit"] + probabilities["heavy-rewrite"];
  return { relation: likeliest(probabilities), probabilities, derived, familyOdds };
}

/** By definition, not fitted [LI1]: who keeps six of ten runs of five words, twenty of them at least, has copied, whatever the names say. */
function isCopied({ a, b, words }: PairFeatures): boolean {
  return Math.max(a.runs.five, b.runs.five) >= 0.6 && Math.min(words.a, words.b) >= 24;
}

function linear({ intercept, features }: Linear, x: readonly number[]): number {
  return features.reduce((sum, f, k) => sum + (f.weight * ((x[k] ?? 0) - f.mean)) / f.scale, intercept);
}

function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

interface Likelihoods {
  readonly derived: number;
  readonly "shared-source": number;
  readonly "same-material": number;
  readonly "same-event-independent": number;
  readonly unrelated: number;
}

/** How well each relation explains the features, up to one factor: each fitted part held its sides even, so its share is divided out. */
function likelihoods(x: readonly number[], familyOdds: number, model: LineageModel): Likelihoods {
  const family = logistic(familyOdds);
  const [parent, related, event] = [model.parent, model.related, model.event].map((part) => logistic(linear(part, x)));
  return {
    derived: (family * (parent as number)) / 0.25,
    "shared-source": (family * (1 - (parent as number))) / 0.25,
    "same-material": ((1 - family) * (related as number) * (1 - (event as number))) / 0.125,
    "same-event-independent": ((1 - family) * (related as number) * (event as number)) / 0.125,
    unrelated: ((1 - family) * (1 - (related as number))) / 0.25,
  };
}

/**
 * How a derived text is shared out over the three degrees. By definition, not fitted: verbatim when nine of ten sentences stand in the
 * other word for word, a light edit when half of its runs of five words do, each passing into the next by a logistic curve.
 */
function degreeOf({ a, b }: PairFeatures): readonly [verbatim: number, light: number, heavy: number] {
  const verbatim = logistic(40 * (Math.max(a.verbatim, b.verbatim) - 0.9));
  const light = logistic(12 * (Math.max(a.runs.five, b.runs.five) - 0.5));
  return [verbatim, (1 - verbatim) * light, (1 - verbatim) * (1 - light)];
}

function weighPriors(
  given: Likelihoods,
  [verbatim, light, heavy]: readonly [number, number, number],
  priorOdds: number,
): Readonly<Record<Relation, number>> {
  const derived = given.derived * priorOdds;
  const raw = {
    verbatim: derived * verbatim,
    "light-edit": derived * light,
    "heavy-rewrite": derived * heavy,
    "shared-source": given["shared-source"] * PRIOR_SHARES["shared-source"],
    "same-material": given["same-material"] * PRIOR_SHARES["same-material"],
    "same-event-independent": given["same-event-independent"] * PRIOR_SHARES["same-event-independent"],
    unrelated: given.unrelated * PRIOR_SHARES.unrelated,
  };
  const total = Object.values(raw).reduce((sum, p) => sum + p, 0);
  return mapped(raw, (p) => p / total);
}

function mapped<K extends string>(record: Readonly<Record<K, number>>, f: (p: number) => number): Record<K, number> {
  return Object.fromEntries(Object.entries<number>(record).map(([k, p]) => [k, f(p)])) as Record<K, number>;
}

/** The same words in the same order: one of them is the other, or both are a third; never quite certain. */
function certainlyVerbatim(): Readonly<Record<Relation, number>> {
  return {
    verbatim: 0.99,
    "light-edit": 0,
    "heavy-rewrite": 0,
    "shared-source": 0.01,
    "same-material": 0,
    "same-event-independent": 0,
    unrelated: 0,
  };
}

/** The most probable relation; of the three degrees of derivation together first, then of the degrees. */
export function likeliest(p: Readonly<Record<Relation, number>>): Relation {
  const degrees = ["verbatim", "light-edit", "heavy-rewrite"] as const;
  const rest = ["shared-source", "same-material", "same-event-independent", "unrelated"] as const;
  const best = <R extends Relation>(of: readonly R[]) => of.reduce((top, r) => (p[r] > p[top] ? r : top));
  const derived = degrees.reduce((sum, r) => sum + p[r], 0);
  const other = best(rest);
  return derived >= p[other] ? best(degrees) : other;
}

/** Each feature as measured with what it adds to the log-odds of one text history, against a pair that is average in it. */
function evidenceOf(
  features: PairFeatures,
  {
    x,
    model,
    sketches,
  }: { readonly x: readonly number[]; readonly model: LineageModel; readonly sketches: readonly [Sketch, Sketch] },
): readonly LineageEvidence[] {
  const a = novelSpans(features.a, sketches[0]);
  const b = novelSpans(features.b, sketches[1]);
  const fitted = model.family.features.flatMap((f, k): LineageEvidence[] => {
    const value = x[k] ?? 0;
    const weight = (f.weight * (value - f.mean)) / f.scale;
    if (f.weight === 0) return [];
    const spans = f.name === "novel specifics" ? { a, b } : {};
    return [{ name: f.name, value: shown(f.name, value, features), weight, ...spans }];
  });
  return [
    ...fitted,
    { name: "sentences word for word", value: Math.max(features.a.verbatim, features.b.verbatim), weight: 0 },
    { name: "novel specifics of a", value: features.a.novel.length, weight: 0, a },
    { name: "novel specifics of b", value: features.b.novel.length, weight: 0, b },
  ];
}

const SHOWN = 40;

/** The places of the first names and numbers that the other text lacks. */
export function novelSpans({ novel }: OneWay, { specifics }: Sketch): readonly Span[] {
  return novel.slice(0, SHOWN).map((k) => ({ start: specifics.start[k] as number, end: specifics.end[k] as number }));
}

/** The value in the unit a reader expects: counts and shares, not the logarithms the model takes. */
function shown(name: string, value: number, { a, b, rarestShared, words }: PairFeatures): number {
  if (name === "novel specifics") return Math.min(a.novel.length, b.novel.length);
  if (name === "novel specifics per 100 words")
    return Math.min((100 * a.novel.length) / Math.max(1, words.a), (100 * b.novel.length) / Math.max(1, words.b));
  if (name === "rarest words shared") return rarestShared;
  if (name.startsWith("runs of") && !name.endsWith("in few sentences")) return value * value;
  if (name === "length of the shorter") return Math.min(words.a, words.b);
  if (name.startsWith("length of the longer")) return Math.max(words.a, words.b);
  return value;
}
