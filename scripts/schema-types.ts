// What `result` holds in the --json answer of each command. `make-schemas.mjs` makes schemas/ of these types; test/docs holds real answers
// against them. DESIGN's envelope is put around each by the script.

import type { Added } from "../src/casework/add.ts";
import type { FormatsResult } from "../src/cli/commands/formats.ts";
import type { Scores } from "../src/core/explanations/score.ts";
import type {
  AssessedActor,
  AssessedCount,
  AssessedDocument,
  AssessedIncident,
  AssessedLineage,
  AssessedPrecedents,
  AssessedQuestion,
  AssessedSilence,
  AssessedStatement,
  Assessment,
  Attribution,
  LedgerEntry,
  UsedJudgment,
} from "../src/core/model/assessment.ts";
import type { RecordedEvent, RefusedRow } from "../src/core/model/event.ts";
import type { Figure } from "../src/core/model/figure.ts";
import type { ActorId, FigureId, RuleId, Sha256 } from "../src/core/model/id.ts";
import type { Check, Comparison } from "../src/core/model/lineage.ts";
import type { Problem } from "../src/core/model/problem.ts";
import type { LagLaw } from "../src/core/model/silence.ts";
import type { Span } from "../src/core/model/span.ts";
import type { Unknown } from "../src/core/model/stated.ts";
import type { ComparedSilence } from "../src/core/silence/compare.ts";
import type { Head } from "../src/store/contract.ts";
import type { Check as VerifyCheck } from "../src/store/verify.ts";

/** A change was recorded: how many events, and where the case ends now. */
interface Changed {
  readonly events: number;
  readonly head: Head;
}

interface ChanceRange {
  readonly from: number;
  readonly to: number;
}

/** The silences of a case. */
interface CaseSilence {
  readonly silences: readonly AssessedSilence[];
  readonly figures: readonly Figure[];
}

/** A silence asked about without a case. */
interface LooseSilence {
  readonly actor: { readonly id: ActorId; readonly name: string };
  /** EDTF, as typed. */
  readonly attack: string;
  readonly assumptions: {
    readonly seen: number | ChanceRange;
    readonly falseShare: number | (ChanceRange & { readonly at: number; readonly why: string });
    readonly falseClaims: "no false claims" | "possible";
    readonly lags: readonly { readonly name: string; readonly lag: LagLaw; readonly citation: string | null }[];
  };
  /** One row for each day asked about and each lag law. */
  readonly classes: readonly {
    readonly asOf: string;
    readonly lag: string;
    readonly classes: readonly ComparedSilence[];
  }[];
  readonly curve: readonly {
    readonly lag: string;
    readonly hours: readonly number[];
    readonly classes: readonly { readonly name: string; readonly unclaimedIfDid: readonly (number | null)[] }[];
  }[];
  readonly stillToCome: readonly {
    readonly asOf: string;
    readonly lag: string;
    readonly classes: readonly { readonly name: string; readonly stillToCome?: number }[];
  }[];
  /** The same as in a case, one for each day asked about; none where a κ of 0 or a φ of 0 or 1 was typed. */
  readonly silences: readonly AssessedSilence[];
  readonly figures: readonly Figure[];
}

/** As `Trace` of the library, with its name here so that a schema can refer to itself. */
export interface FigureTrace {
  readonly id: FigureId;
  readonly value: number;
  readonly unit: Figure["unit"];
  readonly rule: RuleId;
  readonly by: string | null;
  readonly recomputed: number | null;
  readonly holds: boolean;
  readonly grounds: readonly (
    | { readonly is: "words"; readonly span: Span; readonly quote: string; readonly place: string }
    | { readonly is: "figure"; readonly trace: FigureTrace }
    | {
        readonly is: "judgment";
        readonly seq: number;
        readonly who: string;
        readonly what: string;
        readonly why: string;
      }
    | { readonly is: "row"; readonly set: string; readonly line: number; readonly label: string }
    | { readonly is: "table"; readonly name: string; readonly citation: string }
  )[];
}

/** One field a command; its name is the command's. */
export interface Results {
  readonly add: {
    readonly head: Head;
    readonly added: readonly Added[];
    readonly refused: number;
    readonly dryRun: boolean;
  };
  readonly assess: Assessment;
  readonly check: {
    readonly text: string;
    readonly against: readonly string[];
    readonly demonstration: string | null;
  } & Check;
  readonly compare: {
    readonly texts: { readonly a: string; readonly b: string };
    readonly demonstration: string | null;
  } & Comparison;
  readonly decide: Changed;
  readonly demo: { readonly files: readonly string[]; readonly assessment: Assessment };
  readonly erase: Changed & { readonly erased: readonly Sha256[] };
  readonly explanations: {
    readonly questions: readonly AssessedQuestion[];
    readonly judgments: readonly UsedJudgment[];
    readonly figures: readonly Figure[];
  };
  readonly export: {
    /** `name`: where `-o` wrote it; null without. */
    readonly files: readonly {
      readonly name: string | null;
      readonly format: "md" | "html" | "json";
      readonly content: string;
    }[];
    /** Of the case; null for loose texts. */
    readonly head: Head | null;
  };
  readonly history: { readonly head: Head; readonly events: readonly (RecordedEvent & { readonly undone: boolean })[] };
  readonly formats: FormatsResult;
  readonly import: {
    readonly head: Head;
    readonly set: string;
    /** Null where the same file was in the case already. */
    readonly format: string | null;
    readonly layout: string | null;
    readonly accepted: number;
    readonly refused: readonly RefusedRow[];
    /** Columns coded after the event: no reference class may fix what comes from them. */
    readonly codedAfter: readonly string[];
    readonly dryRun: boolean;
  };
  readonly precedents: { readonly precedents: AssessedPrecedents | Unknown; readonly figures: readonly Figure[] };
  readonly lineage: {
    readonly lineage: AssessedLineage;
    readonly documents: readonly AssessedDocument[];
    readonly figures: readonly Figure[];
  };
  readonly score: { readonly scores: Scores };
  readonly lint: { readonly findings: readonly Problem[] };
  readonly new: Changed;
  /** Printed when the server ends. */
  readonly serve: { readonly address: string };
  readonly silence: CaseSilence | LooseSilence;
  readonly state: Changed;
  readonly statements: {
    readonly statements: readonly AssessedStatement[];
    readonly ledger: readonly LedgerEntry[];
    readonly attributions: readonly Attribution[];
    readonly counts: readonly AssessedCount[];
    readonly actors: readonly AssessedActor[];
    readonly incidents: readonly AssessedIncident[];
    readonly figures: readonly Figure[];
  };
  readonly undo: Changed;
  readonly verify: {
    readonly holds: boolean;
    readonly head: Head | null;
    // Written out: a schema can't hold two definitions called "Check".
    readonly checks: readonly Pick<VerifyCheck, "name" | "ok" | "detail">[];
  };
  readonly weigh: Changed;
  readonly why: { readonly trace: FigureTrace; readonly holds: boolean } | { readonly figures: readonly Figure[] };
}
