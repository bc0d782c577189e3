import type { ActorKind } from "./actor.ts";
import type { Brief } from "./brief.ts";
import type { Figure } from "./figure.ts";
import type {
  ActorId,
  ClassId,
  DocumentId,
  EvidenceId,
  ExplanationId,
  FigureId,
  IncidentId,
  QuestionId,
  Sha256,
  StatementId,
} from "./id.ts";
import type { ChangeClass, LineageEdge, Relation } from "./lineage.ts";
import type { LookedUpPrecedent, PrecedentClaim, PrecedentStatement } from "./precedents.ts";
import type { Problem } from "./problem.ts";
import type { Comparator } from "./reading.ts";
import type { ClassKind, LagLaw } from "./silence.ts";
import type { Span } from "./span.ts";
import type { Stated, Unknown } from "./stated.ts";
import type { Statement } from "./statement.ts";
import type { Instant, When } from "./time.ts";

/** Words of a document, with the words themselves. */
export interface Quoted {
  readonly document: DocumentId;
  readonly span: Span;
  readonly quote: string;
  /** Paragraph of the document, from 1. */
  readonly paragraph: number;
}

export interface AssessedDocument {
  readonly id: DocumentId;
  /** Position in the list shown to people, from 1: "doc 2". */
  readonly position: number;
  readonly name: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly address: string | null;
  readonly published: When | null;
  readonly captured: Instant | null;
  readonly language: string;
  readonly text: Sha256;
  readonly original: Sha256 | null;
  readonly retracted: boolean;
}

/** A statement in an assessment: its numbers are figures, its words are written out. */
export interface AssessedStatement extends Omit<Statement, "precision"> {
  readonly document: DocumentId;
  readonly incident: IncidentId | null;
  readonly status: "proposed" | "accepted" | "mended" | "added";
  readonly precision: FigureId;
  readonly quote: Quoted;
  /** Who speaks, in words to print: the actor's name, else the source's label, else "nobody named". */
  readonly speakerName: string;
  readonly targetName: string | null;
}

export interface AssessedEdge extends Omit<LineageEdge, "probability"> {
  readonly probability: FigureId;
  readonly relation: Relation;
  /** What the copy lost, hardened or added: figure by class. */
  readonly losses: readonly {
    readonly class: ChangeClass;
    readonly count: FigureId;
    readonly examples: readonly { readonly a: Quoted | null; readonly b: Quoted | null }[];
  }[];
}

export interface AssessedLineage {
  readonly documents: FigureId;
  readonly origins: FigureId;
  readonly originsFrom: FigureId;
  readonly originsTo: FigureId;
  readonly unseenCount: FigureId;
  readonly list: readonly {
    readonly id: string;
    readonly root: DocumentId;
    readonly documents: readonly DocumentId[];
    /** Its documents by what surely belongs together; left out where they all do. */
    readonly parts?: readonly (readonly DocumentId[])[];
    readonly name: string;
    readonly count: FigureId;
  }[];
  readonly unseen: readonly {
    readonly name: string;
    readonly actor: ActorId | null;
    readonly citedBy: readonly Quoted[];
  }[];
  /** Sentences that have another origin than their document. */
  readonly passages: readonly {
    readonly quote: Quoted;
    readonly from: DocumentId;
    readonly origin: string;
    readonly by: "credit" | "wording";
  }[];
  readonly edges: readonly AssessedEdge[];
}

/** A value of a fact of an incident, as words; a number in it is a figure. */
export interface FactValue {
  readonly text: string;
  readonly figure?: FigureId;
  readonly actor?: ActorId;
  readonly place?: string;
  readonly when?: When;
  /** Of a count: the upper end where it is a range, the comparator, and the count of each role. */
  readonly figureTo?: FigureId;
  readonly comparator?: Comparator;
  readonly roles?: readonly CasualtyRole[];
  readonly investigation?: InvestigationState;
  readonly quotes: readonly Quoted[];
}

/** How many of what: the counts behind a casualty figure, one a role. */
export interface CasualtyRole {
  readonly role: string;
  readonly figure: FigureId;
  readonly to: FigureId | null;
  readonly comparator: Comparator;
  readonly quote: Quoted;
}

/** The state of an investigation as a source gives it; `since` only where the source says since when. */
export interface InvestigationState {
  readonly status: "open" | "closed" | "not-opened";
  readonly by: string | null;
  readonly byActor: ActorId | null;
  readonly since: When | null;
}

export type IncidentField =
  | "date"
  | "time"
  | "place"
  | "killed"
  | "wounded"
  | "target"
  | "weapon"
  | "perpetrator"
  | "group-part"
  | "investigation";

export interface AssessedIncident {
  readonly id: IncidentId;
  readonly label: string;
  readonly main: boolean;
  readonly facts: readonly { readonly field: IncidentField; readonly value: Stated<FactValue> }[];
  readonly documents: readonly DocumentId[];
  /** The sentences that offer it as a precedent of another incident, or liken the two [PR2]. */
  readonly precedentOf?: { readonly incident: IncidentId; readonly quotes: readonly Quoted[] };
}

/** Who says who did it [ST10]. */
export interface Attribution {
  readonly statement: StatementId;
  readonly incident: IncidentId | null;
  readonly by: string;
  readonly byActor: ActorId | null;
  readonly said: "claims" | "denies" | "blames" | "accuses" | "assesses" | "suggests" | "praises";
  readonly whom: string | null;
  readonly whomActor: ActorId | null;
  /** Technical, official, unofficial, legal or self. */
  readonly kind: "technical" | "official" | "unofficial" | "legal" | "self";
  /** On whose word: "its own", or the speakers that it cites, or "nobody named". */
  readonly onWhoseWord: string;
  /** What it is said to rest on: "based on …", "citing …"; null where the sentence gives nothing. */
  readonly basis: Quoted | null;
  /** The earlier attribution by the same actor, dated, to somebody else that it revises. */
  readonly revises: StatementId | null;
  /** Denials by the one it names, or of it by others. */
  readonly denials: readonly StatementId[];
  readonly when: When | null;
  readonly dated: "stated" | "published" | "undated";
  readonly quote: Quoted;
  /** How many documents say so, and on how many origins they rest, with both ends of its range [LI6]. */
  readonly documents: FigureId;
  readonly origins: FigureId;
  readonly originsFrom: FigureId;
  readonly originsTo: FigureId;
}

/** An actor's own statements about responsibility, and reports that no claim was seen [ST4, ST9]. */
export interface LedgerEntry {
  readonly statement: StatementId;
  readonly actor: ActorId | null;
  readonly actorName: string;
  /** What the actor is a part or a branch of, nearest first: a branch claims for the whole. */
  readonly partOf: readonly ActorId[];
  readonly is: "claim" | "denial" | "praise" | "threat" | "retraction" | "no-claim-seen";
  readonly object: "responsibility" | "link" | "warning" | "fact" | "unstated";
  readonly incident: IncidentId | null;
  /** Of a retraction: the claim that it closes. */
  readonly closes: StatementId | null;
  /** When it was said, where that is told; else when the document was published, which is no earlier. */
  readonly when: When | null;
  readonly said: When | null;
  /** When the document that tells it was published: the latest time at which it had been seen. */
  readonly observed: When | null;
  readonly dated: "stated" | "published" | "undated";
  /** The actor's own outlet through which it came, and whoever else carried it. */
  readonly channel: string | null;
  readonly relays: readonly string[];
  /** Whether it came through the actor's own outlet, or others say that it was made. */
  readonly authenticity: "own-channel" | "reported";
  /** Particulars told with it: none, one or two, more. */
  readonly detail: "bare" | "some" | "specific";
  /** Of a dated claim of the incident that the case is about: hours since the attack [SI2]. */
  readonly lag: { readonly from: FigureId; readonly to: FigureId } | null;
  /** Others who claim in the same statement, and others who claim the same incident in statements of their own. */
  readonly joint: readonly string[];
  readonly rivals: readonly string[];
  readonly quote: Quoted;
}

/** A past incident like the one that the case is about, with why it stands here [PR1]. */
export interface AssessedPrecedent {
  readonly id: string;
  readonly label: string;
  readonly when: When | null;
  readonly actorName: string | null;
  readonly claim: PrecedentClaim;
  readonly claimWords: string;
  /** To the first claim, in hours; null where none is dated. */
  readonly lag: { readonly from: FigureId; readonly to: FigureId } | null;
  readonly reasons: readonly string[];
  readonly differences: readonly string[];
  readonly notStated: readonly string[];
  readonly statements: readonly PrecedentStatement[];
  readonly note: string | null;
}

/** A past incident that a text brings up, and what looking it up came to [PR2]. */
export interface OfferedAndLookedUp {
  readonly incident: IncidentId;
  readonly label: string;
  readonly when: When | null;
  /** Whether a text likens it to the incident that the case is about, in so many words. */
  readonly likened: boolean;
  readonly quotes: readonly Quoted[];
  readonly lookedUp: LookedUpPrecedent;
}

export interface AssessedPrecedents {
  readonly is: "found";
  readonly incident: IncidentId;
  /** The closest first; at most as many as are told. */
  readonly list: readonly AssessedPrecedent[];
  /** How many are like it in all. */
  readonly alike: FigureId;
  readonly ratio:
    | Unknown
    | {
        readonly is: "counted";
        readonly claimed: FigureId;
        readonly unclaimed: FigureId;
        /** Of the share claimed, 0 to 1. */
        readonly lower: FigureId;
        readonly upper: FigureId;
        readonly leftOut: readonly {
          readonly claim: PrecedentClaim;
          readonly words: string;
          readonly count: FigureId;
        }[];
      };
  /** What the ratio can't say; printed with it always. */
  readonly cannotSay: readonly string[];
  readonly offered: readonly OfferedAndLookedUp[];
}

export interface AssessedCount {
  readonly statement: StatementId | null;
  readonly document: DocumentId;
  readonly what: string;
  readonly verb: string | null;
  readonly comparator: string;
  readonly value: FigureId;
  readonly valueTo: FigureId | null;
  readonly quote: Quoted;
  /** SI11: what a numerator without a denominator does not establish. */
  readonly note: "numerator-only" | null;
}

export interface AssessedActor {
  readonly id: ActorId;
  readonly name: string;
  /** Its Arabic name, where the case or the gazetteer gives one. */
  readonly arabicName?: string;
  readonly kind: ActorKind | "unknown";
  readonly labels: readonly string[];
  readonly mentions: FigureId;
  /** Whose it is was inferred from the country that the text is about, nowhere written out. */
  readonly inferred: boolean;
}

export type RelationKind =
  | "accuses"
  | "attacks"
  | "rivalry"
  | "cooperates"
  | "leads"
  | "member-of"
  | "denies"
  | "doubts"
  | "warned"
  | "supports"
  | "views-as"
  | "shares-origins";

/** One end of a relation: the actor that the words name, where one is known, and the words; or the thing that is denied, doubted, warned of. */
export interface RelationParty {
  readonly name: string;
  readonly actor: ActorId | null;
  /** The words are no party: what somebody denies, doubts or warns of, or an attack whose victims the sentence does not tell. */
  readonly thing?: true;
  readonly quote: Quoted;
}

/** What a text says that two actors have to do with each other [ST7]; a proposal until a person has decided. */
export interface AssessedRelation {
  readonly is: RelationKind;
  readonly from: RelationParty;
  readonly to: RelationParty;
  readonly polarity: "positive" | "negative";
  /** The words that relate them, and the sentence. */
  readonly cue: Quoted;
  readonly quote: Quoted;
  /** The statement that says so; null where the outlet says it in its own voice. */
  readonly statement: StatementId | null;
  /** In how many passages it is said, and every one of them. */
  readonly passages: FigureId;
  readonly quotes: readonly Quoted[];
}

export type ExplanationKind =
  | "actor"
  | "lone-actor"
  | "insider"
  | "inspired"
  | "foreign-state"
  | "accident"
  | "mistake"
  | "crime"
  | "personal"
  | "infighting"
  | "staged"
  /** What a passage says it was, in its own words. */
  | "other";

/** An explanation that a text names, with the passages that name, support or weaken it; a proposal, never a judgment of ours. */
export interface NamedExplanation {
  readonly id: string;
  readonly kind: ExplanationKind;
  /** Of kind `actor`: who. */
  readonly actor: ActorId | null;
  readonly name: string;
  readonly incident: IncidentId | null;
  readonly passages: readonly {
    readonly how: "names" | "supports" | "weakens";
    readonly cue: Quoted;
    readonly quote: Quoted;
    readonly statement: StatementId | null;
  }[];
  readonly count: FigureId;
}

/** A question of fact that a text leaves open by a condition or a forecast; proposed as a next fact [ST6]. */
export interface ProposedFact {
  readonly statement: StatementId;
  readonly kind: "conditional" | "forecast";
  /** What is to be found out, in the source's words. */
  readonly fact: Quoted;
  /** What the source says follows from it. */
  readonly consequence: Quoted | null;
}

export interface SilenceClassLine {
  readonly class: ClassId;
  readonly name: string;
  readonly kind: ClassKind;
  readonly k: FigureId;
  readonly n: FigureId;
  readonly share: FigureId;
  readonly shareLower: FigureId | null;
  readonly shareUpper: FigureId | null;
  /** Of 100 such attacks that the actor did, how many would be unclaimed by now, as a share; at the middle and both ends of the interval and of the assumptions. */
  readonly unclaimedIfDid: FigureId;
  readonly unclaimedIfDidFrom: FigureId;
  readonly unclaimedIfDidTo: FigureId;
  readonly factor: FigureId;
  readonly factorFrom: FigureId;
  readonly factorTo: FigureId;
  readonly stillToCome: FigureId;
  /** π(q) at q = 1, ¾, ½ and ¼, q the chance that an attack it did not claim is laid to it all the same; none unless counted [SI6]. */
  readonly ascertained: readonly { readonly q: FigureId; readonly share: FigureId }[];
  /** The share if every attack that nobody was named for were its own. */
  readonly corner: FigureId | null;
  /** What the class's own lags say; null where too few are dated, a person stated a law, or the silence is longer than they were followed [SI5]. */
  readonly ownLags: OwnLags | null;
  readonly differs: readonly string[];
  readonly citation: string;
}

/** The share claimed by now from a class's own lags, with the law that fits best and what its fit may tell [SI5]. */
export interface OwnLags {
  readonly law: LagLaw["law"];
  readonly claimedBy: FigureId;
  readonly claimedByFrom: FigureId;
  readonly claimedByTo: FigureId;
  readonly followUp: FigureId;
  /** Claims with a usable lag; those without one, or dated before the attack, stay in and are counted apart. */
  readonly dated: FigureId;
  readonly undated: FigureId;
  readonly negative: FigureId;
  /** π̂, or null where the guard withholds it, and why. */
  readonly share: FigureId | null;
  readonly withheld: readonly string[];
}

/** A silence reckoned again with one thing changed [SI7]. */
export interface SilenceVariation {
  readonly what: "as-is" | "class" | "prior" | "false-share" | "seen" | "lag" | "ascertainment";
  readonly name: string;
  readonly unclaimedIfDid: FigureId;
  readonly unclaimedIfNot: FigureId;
  readonly factor: FigureId;
}

/** Who leads a question under each variation of a silence. */
export interface VariedLeaders {
  readonly question: QuestionId;
  readonly rows: readonly {
    readonly what: SilenceVariation["what"];
    readonly name: string;
    readonly leader: ExplanationId;
    readonly leaderText: string;
    readonly words: readonly string[] | null;
    readonly changes: boolean;
  }[];
}

export interface AssessedSilence {
  readonly actor: ActorId;
  readonly actorName: string;
  readonly incident: IncidentId;
  readonly attack: When;
  readonly until: When;
  readonly hours: { readonly from: FigureId; readonly middle: FigureId; readonly to: FigureId };
  readonly reportedBy: readonly Quoted[];
  readonly classes: readonly SilenceClassLine[];
  /** Of 100 that it did not do, unclaimed by now, as a share. */
  readonly unclaimedIfNot: FigureId;
  readonly unclaimedFrom: FigureId | null;
  readonly unclaimedTo: FigureId | null;
  readonly picked: { readonly class: ClassId; readonly who: string; readonly why: string } | null;
  readonly lags: readonly { readonly name: string; readonly law: LagLaw["law"]; readonly citation: string }[];
  readonly assumptions: readonly {
    readonly what: string;
    readonly figures: readonly FigureId[];
    readonly statedBy: string | null;
  }[];
  /** When nothing could be heard, hours after the attack, from what was watched [SI7]. */
  readonly outages: readonly { readonly channel: string; readonly from: FigureId; readonly to: FigureId }[];
  /** For classes of one record set, each inside the next, wide to narrow: does each differ from its parent, and the average over where to stop [SI9]. */
  readonly cuts: {
    readonly path: readonly ClassId[];
    readonly evidence: readonly FigureId[];
    readonly share: FigureId;
    readonly lower: FigureId;
    readonly upper: FigureId;
  } | null;
  /** The silence with one assumption changed at a time: of the class picked, else of the narrowest. */
  readonly sensitivity: readonly SilenceVariation[];
  /** Where questions are answered: who leads each under those variations. */
  readonly leaders: readonly VariedLeaders[];
  /** Where it has claimed: how likely such a claim by then is, a line a class [SI10]. */
  readonly claim: ClaimTerms | null;
  /** It has denied responsibility: the wait ends there, and the silence is counted to it [SI10]. */
  readonly denied?: { readonly when: When; readonly quote: Quoted };
  readonly note: "no-record" | "claimed" | null;
}

/** A first claim in an interval of hours: π∫v dF over it if the actor did it, φ∫v dF if not [SI10]. */
export interface ClaimTerms {
  readonly from: FigureId;
  readonly to: FigureId;
  readonly lines: readonly {
    readonly class: ClassId;
    readonly name: string;
    readonly share: FigureId;
    readonly ifDid: FigureId;
  }[];
  readonly ifNot: FigureId;
  readonly ifNotFrom: FigureId;
  readonly ifNotTo: FigureId;
}

export interface AssessedExplanation {
  readonly id: ExplanationId;
  readonly text: string;
  readonly probability: FigureId;
  readonly from: FigureId;
  readonly to: FigureId;
  readonly boxFrom: FigureId;
  readonly boxTo: FigureId;
  /** The likelihood word of the range, two neighbours, or null: too uncertain for one word [XP4]. */
  readonly words: readonly string[] | null;
  /** Why a word is withheld that the range would have: it hangs on one item [XP9], or only silence or a motive lifts it over even [XP10]. */
  readonly withheld?: "one-item" | "silence-or-motive";
  readonly inconsistent: FigureId;
  /** ACH's sum: marks times credibility and relevance [XP6]. */
  readonly inconsistency?: FigureId;
}

export interface AssessedQuestion {
  readonly id: QuestionId;
  readonly text: string;
  readonly explanations: readonly { readonly id: ExplanationId; readonly text: string }[];
  /** Trouble with what was stated about this question. */
  readonly problems?: readonly Problem[];
  readonly answer:
    | (Unknown & { readonly missing: readonly string[] })
    | {
        readonly is: "weighed";
        readonly ranking: readonly AssessedExplanation[];
        readonly weighed: FigureId;
        readonly cells: FigureId;
        readonly decibans: readonly {
          readonly evidence: EvidenceId | string;
          readonly text: string;
          readonly figure: FigureId;
        }[];
        readonly decibansTotal: FigureId;
        readonly leaveOneOut: readonly {
          readonly without: EvidenceId | string;
          readonly text?: string;
          readonly leader: ExplanationId;
          readonly probability: FigureId;
        }[];
        readonly nextFacts: readonly {
          readonly evidence: EvidenceId;
          readonly text: string;
          readonly bits: FigureId;
          readonly changesLeader: FigureId;
          /** Chance that an explanation crosses the probability worth telling; where the question states one. */
          readonly crossesThreshold?: FigureId;
          /** The value that the chances are for. */
          readonly seen?: string;
          /** Chance that it would be seen, and who would lead after either answer. */
          readonly ifSeen?: FigureId;
          readonly leaderIfSeen?: ExplanationId;
          readonly leaderIfNot?: ExplanationId;
        }[];
        /** Of each item the answer that would change the leader with the least change: under which explanations, as it is used, where they are level, and who leads beyond [XP6]. */
        readonly thresholds?: readonly {
          readonly evidence: EvidenceId;
          readonly text: string;
          /** The explanation that the answer is given under; with a pair, or a value of a fact, its key. */
          readonly under: string;
          readonly underText: string;
          readonly now: FigureId;
          readonly at: FigureId;
          readonly leads: ExplanationId;
        }[];
        /** Items that the rest of the evidence speaks against, the most first [XP6]. */
        readonly conflicts?: readonly {
          readonly evidence: EvidenceId;
          readonly text: string;
          readonly figure: FigureId;
        }[];
        /** False: a cell is unanswered, or a fact is latent, and the boxes are inner bounds [XP4]. */
        readonly boxExact?: boolean;
        /** Draws behind the ranges. */
        readonly draws?: FigureId;
        /** Where nobody has picked a reference class for a silence: one line a class; the ranges of the ranking are then their span [SI9]. */
        readonly classLines?: readonly {
          readonly name: string;
          readonly explanations: readonly {
            readonly id: ExplanationId;
            readonly probability: FigureId;
            readonly from: FigureId;
            readonly to: FigureId;
          }[];
        }[];
        /** Questions that are weighed together with this one. */
        readonly together?: readonly QuestionId[];
        /** Wider explanations, with the chances of their parts together. */
        readonly wider?: readonly {
          readonly id: ExplanationId;
          readonly text: string;
          readonly probability: FigureId;
        }[];
        readonly analysts: readonly string[];
      };
}

/** What a person judged, for `why`: every judgment that an assessment used. */
export interface UsedJudgment {
  readonly seq: number;
  readonly who: string;
  readonly why: string;
  readonly what: string;
  /** The numbers judged, as the event holds them. */
  readonly values: readonly number[];
}

/** A row of a record set that an assessment counted. */
export interface UsedRow {
  readonly set: string;
  readonly line: number;
  readonly label: string;
  readonly claimed: boolean;
  readonly citation: string | null;
}

/** What an actor gains or loses under an explanation, as somebody states it [XP11]. */
export interface AssessedStake {
  readonly id: string;
  readonly actor: ActorId;
  readonly actorName: string;
  readonly explanation: ExplanationId;
  readonly explanationText: string;
  readonly kind: "stated-aim" | "predicted-effect" | "effect-said" | "effect-observed";
  readonly text: string;
  readonly gains: boolean;
  readonly who: string;
  /** Statements in which the actor pushes the very explanation that it gains by; its letter is left to the analyst. */
  readonly pushes: readonly { readonly statement: StatementId; readonly quote: Quoted }[];
}

/** What was given out last, by name, and what is new since [BR6]. */
export interface AssessedSince {
  readonly asOf: Instant;
  readonly questions: readonly {
    readonly id: QuestionId;
    readonly leader: { readonly text: string; readonly from: FigureId; readonly to: FigureId } | null;
  }[];
  readonly documents: readonly DocumentId[];
  readonly judged: readonly { readonly who: string; readonly what: string }[];
}

export interface AssessmentBody {
  readonly schema: "silverblaze/assessment/1";
  /** The package version: the method that made it. */
  readonly version: string;
  readonly title: string;
  readonly demonstration: string | null;
  readonly purpose: string | null;
  readonly asOf: Instant;
  /** As it was typed: a day, or an instant. */
  readonly asOfEdtf: string;
  readonly atSeq: number | null;
  readonly basis: "accepted" | "accepted and proposed";
  readonly equalPriors: boolean;
  /** What the words of XP2 stand for in this case; left out where nothing is weighed. */
  readonly surpriseRanges?: readonly { readonly word: string; readonly from: FigureId; readonly to: FigureId }[];
  readonly documents: readonly AssessedDocument[];
  readonly statements: readonly AssessedStatement[];
  readonly lineage: AssessedLineage;
  readonly incidents: readonly AssessedIncident[];
  readonly attributions: readonly Attribution[];
  readonly ledger: readonly LedgerEntry[];
  readonly counts: readonly AssessedCount[];
  readonly actors: readonly AssessedActor[];
  readonly silences: readonly AssessedSilence[];
  readonly questions: readonly AssessedQuestion[];
  readonly precedents: AssessedPrecedents | Unknown;
  readonly narratives: Unknown;
  readonly stakes: readonly AssessedStake[];
  /** What came in since the last assessment that was given out, and who led then; null where there is none [BR6]. */
  readonly since?: AssessedSince | null;
  /** Explanations that the texts themselves name, and questions that they leave open. */
  readonly named: readonly {
    readonly kind: "inference" | "conditional" | "forecast" | "question";
    readonly statement: StatementId;
    readonly quote: Quoted;
    /** Of an inference: what is concluded, from what, by which words. */
    readonly inference?: {
      readonly conclusion: Quoted;
      readonly grounds: readonly Quoted[];
      readonly connective: Quoted;
    };
  }[];
  readonly relations: readonly AssessedRelation[];
  readonly explanationsNamed: readonly NamedExplanation[];
  readonly proposedFacts: readonly ProposedFact[];
  readonly judgments: readonly UsedJudgment[];
  readonly rows: readonly UsedRow[];
  readonly figures: readonly Figure[];
  readonly replies: readonly { readonly actor: ActorId; readonly asked: boolean; readonly text: string | null }[];
  readonly problems: readonly Problem[];
}

export interface Assessment extends AssessmentBody {
  readonly brief: Brief;
}
