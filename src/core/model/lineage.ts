import type { ActorId, DocumentId, StatementId } from "./id.ts";
import type { Problem } from "./problem.ts";
import type { Span } from "./span.ts";

/** How two texts relate [LI3], from the nearest to the farthest. */
export type Relation =
  | "verbatim"
  | "light-edit"
  | "heavy-rewrite"
  | "shared-source"
  | "same-material"
  | "same-event-independent"
  | "unrelated";

/** One piece of evidence of a verdict or a direction, shown to the user. */
export interface LineageEvidence {
  readonly name: string;
  /** As measured, in the unit that the name says. */
  readonly value: number;
  /** What it adds, in natural log-odds; 0 when shown only. */
  readonly weight: number;
  readonly a?: readonly Span[];
  readonly b?: readonly Span[];
}

export interface Verdict {
  readonly relation: Relation;
  /** One probability a relation, summing to 1, under `priorOdds`. */
  readonly probabilities: Readonly<Record<Relation, number>>;
  /** Chance that one derives from the other: verbatim + light edit + heavy rewrite. */
  readonly derived: number;
  /** Prior odds of "one derives from the other" that the probabilities assume. */
  readonly priorOdds: number;
  readonly evidence: readonly LineageEvidence[];
}

export interface Direction {
  readonly derived: "a" | "b" | null;
  /** That b derives from a, given that one derives from the other. */
  readonly probability: number;
  /** `wording` alone is called "from the wording alone". */
  readonly basis: "credit" | "time" | "wording";
  readonly grounds: readonly LineageEvidence[];
}

export type ChangeClass =
  | "attribution"
  | "date"
  | "number"
  | "comparator"
  | "place"
  | "entity-replaced"
  | "role-moved"
  | "quantifier"
  | "modality-hardened"
  | "modality-softened"
  | "possible-to-happened"
  | "alternative-dropped"
  | "cause-added"
  | "statement-to-question"
  | "revision-invented"
  | "as-of-lost"
  | "loaded-word-added"
  | "contradicted"
  | "sentence-dropped"
  | "sentence-added";

/** One thing that the copy changed, with the words on both sides where there are any [LI7]. */
export interface Change {
  readonly class: ChangeClass;
  readonly a?: Span;
  readonly b?: Span;
  /** 0 to 1: how much it changes what a reader believes. */
  readonly weight: number;
}

/** Sentences laid side by side: one to one, merged, split; dropped where `b` is empty, added where `a` is. */
export interface AlignedGroup {
  /** Indices of sentences. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** IDF-weighted Dice of both sides, 0 to 1; 0 for a sentence that stands alone. */
  readonly score: number;
  /** Found off the diagonal: the copy says it elsewhere, or a second time. */
  readonly moved?: boolean;
  readonly changes: readonly Change[];
}

/** Sentences of two texts laid side by side, and what changed, read as "a is the source, b the copy". */
export interface Changes {
  readonly alignment: readonly AlignedGroup[];
  readonly dropped: readonly number[];
  readonly added: readonly number[];
}

/** What a copy lost, hardened or added, counted by class. */
export interface Loss {
  readonly byClass: Readonly<Partial<Record<ChangeClass, number>>>;
  readonly droppedSentences: number;
  readonly addedSentences: number;
}

export interface Comparison {
  readonly verdict: Verdict;
  readonly direction: Direction;
  readonly sentences: { readonly a: readonly Span[]; readonly b: readonly Span[] };
  readonly alignment: readonly AlignedGroup[];
  readonly loss: Loss;
  readonly problems: readonly Problem[];
}

export type CheckVerdict =
  | "backed"
  | "hardened"
  | "softened"
  | "source-dropped"
  | "changed"
  | "contradicted"
  | "no-source";

export interface CheckedSentence {
  readonly span: Span;
  readonly verdict: CheckVerdict;
  /** Name of the text among `against` that says it. */
  readonly source?: string;
  /** The origin that this text rests on, where lineage knows it. */
  readonly origin?: string;
  /** The place in the source. */
  readonly sourceSpan?: Span;
  readonly changes: readonly Change[];
}

export interface Check {
  readonly sentences: readonly CheckedSentence[];
  readonly unjudged: readonly { readonly span: Span; readonly reason: string }[];
  readonly problems: readonly Problem[];
}

export interface LineageEdge {
  /** Document, or loose text. */
  readonly from: DocumentId;
  readonly to: DocumentId;
  readonly relation: Relation;
  /** That `to` derives from `from`. */
  readonly probability: number;
  readonly basis: Direction["basis"];
  /** Under the threshold of [LI3]: drawn as "possible", never counted. */
  readonly possible: boolean;
}

/** An independent root of reporting, with the documents that rest on it. */
export interface Origin {
  readonly id: string;
  readonly root: DocumentId;
  readonly documents: readonly DocumentId[];
  /** Its documents by what surely belongs together, where that is more than one part: its count at the upper end of the range. */
  readonly parts?: readonly (readonly DocumentId[])[];
}

/** A sentence that has another origin than its document [LI6]. */
export interface Passage {
  readonly document: DocumentId;
  readonly span: Span;
  /** The document that it comes from, and the origin on which that rests. */
  readonly from: DocumentId;
  readonly origin: string;
  /** Told on its publisher's word, or in its very words. */
  readonly by: "credit" | "wording";
}

/** A source that documents cite and that is not among them [LI6]. */
export interface UnseenOrigin {
  readonly name: string;
  readonly actor?: ActorId;
  readonly citedBy: readonly { readonly document: DocumentId; readonly statement: StatementId; readonly span: Span }[];
}

export interface LineageGraph {
  readonly edges: readonly LineageEdge[];
  readonly origins: readonly Origin[];
  /** The count of origins as a range from the edges' probabilities. */
  readonly originsRange: { readonly from: number; readonly to: number };
  readonly passages: readonly Passage[];
  readonly unseen: readonly UnseenOrigin[];
  readonly problems: readonly Problem[];
}
