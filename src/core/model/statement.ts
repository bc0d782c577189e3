import type { ActorId, RuleId, StatementId } from "./id.ts";
import type { Span } from "./span.ts";
import type { When } from "./time.ts";

/** Who speaks [ST5]. Of the speakers that a text cites, only named and role ones can be an unseen origin. */
export interface Speaker {
  readonly is: "named" | "role" | "collective" | "unnamed" | "outlet" | "unstated";
  readonly actor?: ActorId;
  /** Actors that say the same together with it: "X and Y said", without the one in `actor`. */
  readonly together?: readonly ActorId[];
  /** The source's own words for the speaker. */
  readonly label?: string;
  readonly span?: Span;
}

/** Every act, in the order in which lists show them. */
export const ACTS = [
  "says",
  "reports",
  "assesses",
  "believes",
  "confirms",
  "claims-responsibility",
  "no-claim",
  "denies",
  "blames",
  "accuses",
  "alleges",
  "doubts",
  "warns",
  "threatens",
  "demands",
  "praises",
  "retracts",
  "asks",
  "suggests",
] as const;
/** What a reporting word does [ST3]. `claims-responsibility` only for a claim of responsibility [ST4]. */
export type Act = (typeof ACTS)[number];

export type Strength = "factive" | "neutral" | "distancing" | "non-factive";
export type Factuality = "asserted" | "reported" | "hedged" | "denied" | "speculated";
/** The kind of a sentence in the outlet's own voice [ST6]. */
export type Voice = "reported-fact" | "inference" | "evaluation" | "forecast" | "conditional" | "question";

export interface Inference {
  readonly connective: Span;
  readonly conclusion: Span;
  /** Empty where the text gives none; the sentence before where the connective points back to it. */
  readonly grounds: readonly Span[];
}

export interface Condition {
  readonly condition: Span;
  readonly consequence: Span | null;
}

export type Frame =
  | "direct-quote"
  | "comma-tail"
  | "according-to"
  | "that-clause"
  | "passive"
  | "verb-object"
  | "noun-cue"
  | "attitude-verb"
  | "impersonal"
  | "headline"
  | "responsibility"
  | "own-voice";

/** What a denial or a warning is about [ST9]; only a denial of responsibility enters the silence model. */
export type DenialObject = "responsibility" | "link" | "warning" | "fact" | "unstated";

export interface Cue {
  readonly span: Span;
  readonly lemma: string;
  readonly strength: Strength;
}

/** Whom a statement is about: whom it blames, praises, denies a link to. */
export interface Target {
  readonly actor?: ActorId;
  readonly label: string;
  readonly span: Span;
}

/** What somebody said, pinned to the very words. */
export interface Statement {
  readonly id: StatementId; // computed: text + cue range
  readonly speaker: Speaker; // "unstated" is one of its kinds
  /** For the outlet's own sentences, their kind. */
  readonly voice?: Voice;
  /** Of an own sentence that infers: what is concluded, from what, by which words. */
  readonly inference?: Inference;
  /** Of an own sentence with a condition: the condition, and what is said to follow. */
  readonly condition?: Condition;
  readonly cue?: Cue;
  /** Several spans when a quote is broken; none when the content is not given. */
  readonly content: readonly Span[];
  readonly target?: Target;
  readonly act: Act;
  readonly object?: DenialObject;
  readonly factuality: Factuality;
  readonly polarity: "positive" | "negative";
  readonly quoted: boolean;
  readonly saidAt?: When;
  /** "X, citing Y": from the one who speaks to the text outwards. */
  readonly relays?: readonly Speaker[];
  /** The sentence it stands in. */
  readonly sentence: Span;
  readonly frame: Frame;
  /** The rule that found it. */
  readonly rule: RuleId;
  /** How often finds like it were right where that was measured, 0 to 1 [ST2]. */
  readonly precision: number;
  /** What spoke for it ("+ word say") and against it ("− speaker something"), heaviest first; left out where only its frame was measured. */
  readonly features?: readonly string[];
}
