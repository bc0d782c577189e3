import type { Problem } from "./problem.ts";
import type { Unknown } from "./stated.ts";

/** A number, a range, or (for a weight) one of the words of XP2. */
export type Judged =
  | number
  /** `at`: the number that the point posterior takes; the middle where left out. */
  | { readonly from: number; readonly to: number; readonly at?: number }
  | { readonly word: string };

/** What `weighExplanations` takes: a small model with everything stated. */
export interface ExplanationsModel {
  readonly questions: readonly ModelQuestion[];
  /** What nobody has seen and evidence bears on: an origin that is right or not, a fact between an explanation and its traces. */
  readonly facts?: readonly ModelFact[];
  readonly evidence: readonly ModelEvidence[];
  /** Evidence ids that are one origin [XP5]: the later ones are the first. */
  readonly origins?: Readonly<Record<string, string>>;
  /** Items that would go together anyway, with the correlation that somebody states, 0 to 1 [XP5]. */
  readonly correlations?: readonly { readonly items: readonly string[]; readonly rho: StatedChance }[];
}

export type StatedChance = number | { readonly from: number; readonly to: number };

export interface ModelQuestion {
  readonly id: string;
  /** The question whose answer the starting chances depend on; each explanation then has `priorGiven`. */
  readonly dependsOn?: string;
  readonly explanations: readonly {
    readonly id: string;
    readonly prior?: StatedChance;
    /** Starting chance under each explanation of the question that this one depends on. */
    readonly priorGiven?: Readonly<Record<string, StatedChance>>;
    /** The wider explanation of the same question that this one is a part of: it has the chances of its parts together. */
    readonly partOf?: string;
  }[];
  /** A probability worth telling when crossed. */
  readonly threshold?: number;
}

/**
 * A latent fact. A key of `table` and of an item's weights names a value of each thing in `on`, in its order, joined by "+"; "" where
 * `on` is empty.
 */
export interface ModelFact {
  readonly id: string;
  /** `yes` and `no` where left out. */
  readonly values?: readonly string[];
  /** Questions and facts that it depends on; none where left out. */
  readonly on?: string | readonly string[];
  /** Chance of each value; 0 and 1 are allowed here, where a value follows or is ruled out. */
  readonly table: Readonly<Record<string, readonly StatedChance[]>>;
  /** The value, once it is known. */
  readonly observed?: string;
}

/** A question of fact: how likely the observed value is under each explanation. */
export interface ModelEvidence {
  readonly id: string;
  /** The question or fact that it bears on, or several of them together. */
  readonly on: string | readonly string[];
  /** `null` while not yet observed. */
  readonly observed: boolean | null;
  /** Chance of observing it under each explanation; an explanation left out is "not weighed" and has no effect. */
  readonly weights: Readonly<Record<string, Judged>>;
  /** Computed by SI7 or SI10 rather than stated by a person. */
  readonly computed?: boolean;
  /** From an origin that cannot be judged (F): it counts from not at all to whole [XP5]. */
  readonly unjudged?: boolean;
  readonly relevance?: "low" | "medium" | "high";
  readonly credibility?: 1 | 2 | 3 | 4 | 5 | 6;
}

export interface QuestionPosterior {
  readonly question: string;
  readonly explanations: readonly {
    readonly id: string;
    readonly prior: number;
    readonly probability: number;
    /** Central 90 % of seeded draws [XP4]. */
    readonly range: { readonly from: number; readonly to: number };
    /** Worst and best corner [XP4]. */
    readonly box: { readonly from: number; readonly to: number };
  }[];
  /** Whether the boxes are the true worst and best; else an inner bound, since some cells are unanswered. */
  readonly boxExact: boolean;
  /** Draws behind the ranges: fewer for a large model with latent facts [XP4]. */
  readonly draws: number;
  /** Wider explanations with the chances of their parts together. */
  readonly wider: readonly { readonly id: string; readonly of: readonly string[]; readonly probability: number }[];
  readonly weighed: number;
  readonly cells: number;
}

export interface WeighedExplanations {
  readonly posterior: readonly (
    | QuestionPosterior
    | ({ readonly question: string; readonly missing: readonly string[] } & Unknown)
  )[];
  readonly ranges: { readonly draws: number; readonly seed: number };
  readonly ach: readonly {
    readonly question: string;
    readonly explanation: string;
    readonly inconsistent: number;
    readonly weighted: number;
  }[];
  readonly decibans: readonly {
    readonly question: string;
    readonly between: readonly [string, string];
    readonly items: readonly { readonly id: string; readonly decibans: number; readonly of?: readonly string[] }[];
    readonly total: number;
  }[];
  readonly leaveOneOut: readonly {
    readonly question: string;
    readonly without: string;
    readonly leader: string;
    readonly probability: number;
  }[];
  readonly thresholds: readonly {
    readonly question: string;
    readonly evidence: string;
    readonly explanation: string;
    readonly at: number;
    /** Who leads beyond it. */
    readonly leads: string;
  }[];
  /** The leader's chance with one answer alone at either end of its stated range; the widest first [XP6]. */
  readonly tornado: readonly {
    readonly question: string;
    readonly evidence: string;
    readonly explanation: string;
    readonly from: number;
    readonly to: number;
  }[];
  /** Items that the rest of the evidence speaks against, in decibans: how much rarer they are beside the rest than by themselves [XP6]. */
  readonly conflicts: readonly { readonly question: string; readonly evidence: string; readonly decibans: number }[];
  readonly nextFacts: readonly {
    readonly evidence: string;
    readonly question: string;
    readonly ifSeen: number;
    readonly bits: number;
    readonly changesLeader: number;
    /** Chance that the leader crosses the question's threshold; null where none is stated. */
    readonly crossesThreshold: number | null;
    readonly posteriorIfSeen: Readonly<Record<string, number>>;
    readonly posteriorIfNot: Readonly<Record<string, number>>;
  }[];
  readonly problems: readonly Problem[];
}
