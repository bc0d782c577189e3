// What a case is made of [DESIGN §3]: what came in, what a person stated or decided, what we gave out. The zod schemas are in core/case/event.ts.

import type { Actor } from "./actor.ts";
import type {
  ActorId,
  ClassId,
  DocumentId,
  EvidenceId,
  ExplanationId,
  FactId,
  IncidentId,
  QuestionId,
  Sha256,
  SourceId,
  StatementId,
} from "./id.ts";
import type { Language, Part } from "./reading.ts";
import type { LagLaw, ReferenceClass, Traits } from "./silence.ts";
import type { Span } from "./span.ts";
import type { Stated } from "./stated.ts";
import type { Statement } from "./statement.ts";
import type { Instant, When } from "./time.ts";

/** Who judged it and why: everything stated carries both. */
export interface Stating {
  readonly who: string;
  readonly why: string;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A number, a range, or a word of XP2. */
export type JudgedValue = number | Range | { readonly word: string };

export interface Via {
  readonly door: "file" | "folder" | "stdin" | "address" | "feed" | "archive" | "paste" | "records";
  /** As it was asked for. */
  readonly address?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where redirects led, with the steps between. */
  readonly finalAddress?: string;
  readonly redirects?: readonly string[];
  readonly status?: number;
  /** The exchange as it went over the wire: a WARC record, a blob. */
  readonly record?: Sha256;
  /** The archive, feed or export it stood in, and where in it. Names for people; never used as paths. */
  readonly within?: { readonly name: string; readonly entry: string };
}

export interface DocumentAdded {
  readonly document: DocumentId;
  readonly original: Sha256;
  readonly name: string;
  readonly mediaType: string;
  readonly via: Via;
  readonly captured: Instant;
  readonly newVersionOf?: DocumentId;
}

/**
 * Where the characters of the text came from: `length` UTF-16 units from `text` on stand in the original from byte `original` on.
 * What no run covers was not taken from one place of the original.
 */
export interface OffsetRun {
  readonly text: number;
  readonly original: number;
  readonly length: number;
  /** Bytes a unit, 1 where left out; a fraction for one character written in several units. `utf-8`: each character takes its UTF-8 bytes. */
  readonly bytesPerUnit?: number | "utf-8";
}

export interface DocumentRead {
  readonly document: DocumentId;
  readonly text: Sha256;
  readonly offsets: readonly OffsetRun[];
  readonly format: string;
  readonly formatVersion: number;
  readonly charset: string;
  /** 0 to 1; 1 where a mark or the user named it. */
  readonly charsetCertainty: number;
  /** The canonical address that the page gives for itself. */
  readonly address?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly published?: When;
  readonly links: readonly string[];
  readonly language?: Language;
  readonly parts?: readonly Part[];
  /** "Demonstration: invented texts", where the document says so of itself. */
  readonly demonstration?: string;
}

export interface RefusedRow {
  readonly line: number;
  readonly reason: string;
}

export interface RecordsAdded {
  readonly set: string;
  readonly original: Sha256;
  readonly name: string;
  readonly format: string;
  readonly columns: readonly string[];
  /** The table of claims that was read beside it. */
  readonly beside?: Sha256;
  /** Our column → the file's, where a person named them. */
  readonly map?: Readonly<Record<string, string>>;
  readonly charset?: string;
  /** The accepted rows in our own form, as a blob of JSON. */
  readonly rows: Sha256;
  readonly accepted: number;
  readonly refused: number;
  readonly citation: string;
  readonly licence?: string;
  /** Columns coded after the event: never used to tell what was known when it happened. */
  readonly codedAfter: readonly string[];
}

export interface ProposalsAdded {
  readonly document: DocumentId;
  readonly model: string;
  readonly promptHash: Sha256;
  readonly answer: Sha256;
  readonly statements: readonly Statement[];
}

/** How far we looked: end and v of a silence. */
export interface Watched {
  readonly channel: string;
  readonly actor?: ActorId;
  readonly from: Instant;
  readonly until: Instant;
  readonly tries: number;
  readonly failures: number;
}

export interface CaseStated {
  readonly title: string;
  readonly languages: readonly Language[];
  readonly purpose: string;
  readonly retention?: string;
  /** Show a warning and collapse texts [CO11]. */
  readonly displayWarnings: boolean;
  /** Printed on every page, printout and export; cannot be dropped. */
  readonly demonstration?: string;
  /** Ranges that stand in for XP2's, where a case changes the convention. */
  readonly surpriseRanges?: Readonly<Record<string, Range>>;
}

/** A document as the analyst corrects it; what is left out stays as read. */
export interface DocumentStated extends Stating {
  readonly document: DocumentId;
  readonly published?: When;
  readonly source?: SourceId;
  readonly title?: string;
  readonly publisher?: string;
  readonly language?: Language;
  readonly parts?: readonly Part[];
  readonly retracted?: { readonly when?: When; readonly by?: DocumentId };
  readonly correctedBy?: DocumentId;
}

export interface SourceStated extends Stating {
  readonly source: SourceId;
  readonly name: string;
  readonly kind: string;
  readonly owner?: string;
  /** Admiralty reliability; F carries no number. */
  readonly letter?: "A" | "B" | "C" | "D" | "E" | "F";
  /** Name and contact reach no export, log or model call [CO8]. */
  readonly protected: boolean;
}

export interface ActorStated extends Stating {
  readonly actor: Actor;
  readonly roles: readonly string[];
  /** A private person may be named, and why [CO4]. */
  readonly mayBeNamed?: string;
  readonly sameAs: readonly ActorId[];
  readonly notSameAs: readonly ActorId[];
}

export interface IncidentStated extends Stating {
  readonly incident: IncidentId;
  readonly label: string;
  readonly when?: Stated<When>;
  readonly place?: Stated<string>;
  readonly traits: Traits;
  readonly sameAs: readonly IncidentId[];
  readonly notSameAs: readonly IncidentId[];
}

export interface ClassStated extends Stating {
  readonly class: ReferenceClass;
  /** A query over a record set, where k and n are counted, not published. */
  readonly query?: { readonly set: string; readonly actor?: ActorId; readonly traits: Traits };
}

export interface ClassPicked extends Stating {
  readonly actor: ActorId;
  readonly incident?: IncidentId;
  readonly class: ClassId;
}

/** φ, κ, lag law, σ, q, ρ: of which actor, class, explanation or pair of items. */
export interface AssumptionStated extends Stating {
  readonly assumption: string;
  readonly what: "false-share" | "seen" | "lag" | "strategic-share" | "ascertainment" | "correlation" | "age-discount";
  readonly value: number | Range | LagLaw;
  readonly actor?: ActorId;
  readonly class?: ClassId;
  readonly explanation?: ExplanationId;
  readonly items?: readonly [EvidenceId, EvidenceId];
}

export interface QuestionStated extends Stating {
  readonly question: QuestionId;
  readonly text: string;
  readonly incident?: IncidentId;
  readonly dependsOn?: QuestionId;
  readonly threshold?: number;
}

export interface ExplanationStated extends Stating {
  readonly explanation: ExplanationId;
  readonly question: QuestionId;
  readonly text: string;
  /** Whose attack it is under this explanation; empty for none of the known. */
  readonly actors: readonly ActorId[];
  readonly prior?: number | Range;
  /** Where the question depends on another: the prior under each of its explanations. */
  readonly priorGiven?: Readonly<Record<ExplanationId, number | Range>>;
  /** An explanation that accuses a natural person [XP10]. */
  readonly accusesPerson?: boolean;
  /** The wider explanation of the question that this one is a part of. */
  readonly partOf?: ExplanationId;
  /** Under it this actor keeps quiet on purpose: it fits any silence, and needs a stated strategic share [SI12]. */
  readonly strategicFor?: ActorId;
}

export interface FactStated extends Stating {
  readonly fact: FactId;
  readonly text: string;
  readonly values: readonly string[];
  /** Under each explanation, the chance of each value. */
  readonly table: Readonly<Record<ExplanationId, readonly number[]>>;
}

export interface EvidenceStated extends Stating {
  readonly evidence: EvidenceId;
  readonly text: string;
  readonly questions: readonly QuestionId[];
  readonly facts: readonly FactId[];
  readonly values: readonly string[];
  /** The value observed; null: not yet. */
  readonly observed: string | null;
  readonly relevance?: "low" | "medium" | "high";
  /** It tells what somebody gains, not what somebody did: it can't carry a state's complicity alone [XP10]. */
  readonly motive?: true;
  /** The statements or documents it rests on; lineage makes one of copies [XP5]. */
  readonly rests: readonly { readonly document?: DocumentId; readonly statement?: StatementId; readonly span?: Span }[];
}

export interface EvidenceWeighed extends Stating {
  readonly evidence: EvidenceId;
  /** One explanation, or a pair where the item bears on two questions; of a fact, "FACT=VALUE". */
  readonly explanations: readonly ExplanationId[];
  /** How likely the observed value is if the explanation is true. Null takes the answer back: not weighed. */
  readonly value: JudgedValue | null;
}

export interface StakeStated extends Stating {
  readonly stake: string;
  readonly actor: ActorId;
  readonly explanation: ExplanationId;
  readonly kind: "stated-aim" | "predicted-effect" | "effect-said" | "effect-observed";
  readonly text: string;
  readonly gains: boolean;
}

export interface OutcomeStated extends Stating {
  readonly question: QuestionId;
  readonly explanation: ExplanationId;
  readonly known: When;
}

export interface ReviewStated extends Stating {
  readonly review: string;
  readonly about: string;
  readonly rating: string;
  readonly text: string;
  readonly author: string;
  readonly address?: string;
}

/** Whether an accused was asked to reply [CO5]. */
export interface ReplyStated extends Stating {
  readonly actor: ActorId;
  readonly asked: boolean;
  readonly text?: string;
}

export interface ApprovalStated extends Stating {
  readonly approval: string;
  readonly of: "brief" | "named-accusation";
  readonly object: string;
  readonly role: string;
}

export interface IndicatorStated extends Stating {
  readonly indicator: string;
  readonly text: string;
  readonly watches: string;
}

export interface StatementDecided extends Stating {
  /** Text + cue range. */
  readonly key: StatementId;
  readonly answer: "accepted" | "mended" | "rejected" | "added";
  /** The whole statement as it shall stand; left out when rejected. */
  readonly statement?: Statement;
  readonly quote: string;
  readonly proposedBy: string;
}

export interface StanceDecided extends Stating {
  readonly statement: StatementId;
  readonly explanation: ExplanationId;
  readonly stance: "supports" | "rejects" | "asks" | "mentions";
}

export interface LinkDecided extends Stating {
  readonly texts: readonly [Sha256, Sha256];
  readonly answer: "derives" | "common-origin" | "independent";
}

export interface AssessmentMade {
  readonly asOf: Instant;
  readonly atSeq: number;
  readonly version: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
  readonly result: Sha256;
}

export interface ExportMade {
  readonly what: string;
  readonly format: string;
  readonly sha256: Sha256;
  readonly head: { readonly seq: number; readonly hash: Sha256 };
}

export interface HeadSealed {
  readonly head: { readonly seq: number; readonly hash: Sha256 };
  readonly authorities: readonly string[];
  readonly tokens: readonly Sha256[];
}

export interface Undone {
  readonly seqs: readonly number[];
  readonly why: string;
}

export interface Erased {
  readonly sha256s: readonly Sha256[];
  readonly why: string;
  readonly authority: string;
}

/** Every event there is, with its payload. */
export interface EventBodies {
  readonly "document.added": DocumentAdded;
  readonly "document.read": DocumentRead;
  readonly "records.added": RecordsAdded;
  readonly "proposals.added": ProposalsAdded;
  readonly watched: Watched;
  readonly "case.stated": CaseStated;
  readonly "document.stated": DocumentStated;
  readonly "source.stated": SourceStated;
  readonly "actor.stated": ActorStated;
  readonly "incident.stated": IncidentStated;
  readonly "class.stated": ClassStated;
  readonly "class.picked": ClassPicked;
  readonly "assumption.stated": AssumptionStated;
  readonly "question.stated": QuestionStated;
  readonly "explanation.stated": ExplanationStated;
  readonly "fact.stated": FactStated;
  readonly "evidence.stated": EvidenceStated;
  readonly "evidence.weighed": EvidenceWeighed;
  readonly "stake.stated": StakeStated;
  readonly "outcome.stated": OutcomeStated;
  readonly "review.stated": ReviewStated;
  readonly "reply.stated": ReplyStated;
  readonly "approval.stated": ApprovalStated;
  readonly "indicator.stated": IndicatorStated;
  readonly "statement.decided": StatementDecided;
  readonly "stance.decided": StanceDecided;
  readonly "link.decided": LinkDecided;
  readonly "assessment.made": AssessmentMade;
  readonly "export.made": ExportMade;
  readonly "head.sealed": HeadSealed;
  readonly undone: Undone;
  readonly erased: Erased;
}

export type EventType = keyof EventBodies;

/** An event before the store has taken it. */
export type NewEvent = {
  [K in EventType]: { readonly type: K; readonly v: number; readonly who: string; readonly body: EventBodies[K] };
}[EventType];

/** An event as recorded. A body whose blob was erased is null. */
export interface RecordedEvent {
  readonly seq: number;
  readonly at: Instant;
  readonly who: string;
  readonly type: string;
  readonly v: number;
  readonly body: unknown;
}

/** An event that the fold has accepted. */
export interface Entry<K extends EventType = EventType> {
  readonly seq: number;
  readonly at: Instant;
  readonly who: string;
  readonly body: EventBodies[K];
}
