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
  readonly evidence: readonly ModelEvidence[];
  /** Evidence ids that are one origin [XP5]: the later ones are the first. */
  readonly origins?: Readonly<Record<string, string>>;
}

export interface ModelQuestion {
  readonly id: string;
  readonly explanations: readonly {
    readonly id: string;
    readonly prior?: number | { readonly from: number; readonly to: number };
  }[];
  /** A probability worth telling when crossed. */
  readonly threshold?: number;
}

/** A question of fact: how likely the observed value is under each explanation. */
export interface ModelEvidence {
  readonly id: string;
  readonly question: string;
  /** `null` while not yet observed. */
  readonly observed: boolean | null;
  /** Chance of observing it under each explanation; an explanation left out is "not weighed" and has no effect. */
  readonly weights: Readonly<Record<string, Judged>>;
  /** Computed by SI7 or SI10 rather than stated by a person. */
  readonly computed?: boolean;
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
    readonly items: readonly { readonly id: string; readonly decibans: number }[];
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
  }[];
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
