import type { FactValue, IncidentField } from "../../model/assessment.ts";
import type { BriefLanguage, BriefPart, BriefSectionId, CountedNoun, ShownAs } from "../../model/brief.ts";
import type { ChangeClass, Relation } from "../../model/lineage.ts";
import type { ClassKind, LagLaw } from "../../model/silence.ts";
import type { DenialObject } from "../../model/statement.ts";
import type { Instant, When } from "../../model/time.ts";
import type { Piece } from "../prose.ts";

export type { Piece } from "../prose.ts";
export type Pieces = readonly Piece[];

/** What somebody said, ready to be worded: each target a name, or null where nobody is named. */
export interface Act {
  readonly said:
    | "claims"
    | "denies"
    | "blames"
    | "accuses"
    | "assesses"
    | "suggests"
    | "praises"
    | "retracts"
    | "threatens";
  /** Null where the speaker is not named. */
  readonly who: Piece;
  readonly whom: Piece;
  readonly object: DenialObject;
}

/** When something was said; null where nobody says when. */
export type SaidWhen = { readonly when: When; readonly published: boolean } | null;

/** Whose word it rests on. */
export type Word = { readonly is: "own" | "nobody" | "unsaid" } | { readonly is: "name"; readonly name: Piece };

/**
 * Every sentence of ours in one language. The sections decide what is told and with which names, figures and quotes; a wording says it. A
 * capital at the beginning of a sentence is not its business.
 */
export interface Wording {
  readonly language: BriefLanguage;
  readonly headings: Readonly<Record<BriefSectionId, string>>;

  // Words and lists
  /** Between the ends of a range, and before a rounded one. */
  readonly to: string;
  readonly about: string;
  /** Before what a figure adds to words. */
  readonly comma: string;
  /** In quotation marks. */
  readonly marks: readonly [string, string];
  listed(items: readonly Pieces[], last?: "and" | "or"): Piece[];
  /** A figure's value as it is printed [BR4]. */
  shown(value: number, as: ShownAs, noun?: CountedNoun): string;
  /** A number with what is counted: `digits` and `whole` are the figure without and with it. */
  counted(n: number, noun: CountedNoun, as: { readonly digits: BriefPart; readonly whole: BriefPart }): Piece[];
  /** Whether the unit of two times can be said once, after the second. */
  unitOnce(from: number, to: number): boolean;
  instant(instant: Instant): string;
  when(when: When): string;
  /** "on 3 Mar 2031", "in 2031". */
  onDay(when: When): string;
  /** A person or a role inside a sentence. */
  byWhom(who: string): string;
  /** "docs 1 and 2". */
  docs(positions: readonly number[]): string;
  place(position: number | string, paragraph: number): string;
  documentName(name: string, position: number): string;
  readonly aDocument: string;
  /** The title of texts that have none of their own: the first one's, and how many others there are. */
  andMore(title: string, others: number): string;
  readonly fields: Readonly<Record<IncidentField, string>>;
  /** Words of the assessment that are ours, not a source's and not a person's, in this language; others as they are. */
  ours(text: string): string;
  /** The value of a fact as words; `null` where the source's own words stand. */
  factValue(field: IncidentField, value: FactValue): string | null;

  readonly judgment: {
    leading(a: { first: Pieces; question: Pieces; given: Pieces; chance: Pieces; middle: Piece }): Pieces;
    /** "likely, 50 to 85 in 100". */
    chance(range: Pieces, word: Piece, why: "word" | "beyond" | "far" | "silence-or-motive" | "one-item"): Piece[];
    /** "75 to 90 in 100". */
    in100(range: Pieces): Piece[];
    judgmentsOf(analysts: readonly string[]): Piece[];
    given(judgments: Pieces, equalPriors: boolean): Piece[];
    others(items: readonly { readonly text: Pieces; readonly chance: Pieces }[], more: boolean): Pieces;
    /** A note: the same for what is less likely. */
    lessLikely(items: readonly { readonly text: string; readonly range: string }[]): string;
    lowWithout(item: Pieces, other: Pieces): Pieces;
    lowAnswers(given: Piece, asked: Piece): Pieces;
    readonly lowRange: string;
    moderate(checked: boolean): string;
    reason(reason: string): string;
    unanswered(question: Pieces, reason: string, alone: boolean): Pieces;
    readonly none: string;
    readonly below: string;
  };

  readonly said: {
    /** Speaker, what was said, when, on whose word, how many carry it, and the denial beside it, without the stop [CO5]. */
    statement(a: {
      readonly act: Act;
      readonly when: SaidWhen;
      readonly word: Word;
      readonly carried: Pieces;
      readonly denied: { readonly who: Piece; readonly when: When | null } | null;
    }): Piece[];
    carriedBy(reports: Pieces, origins: Pieces, range: Pieces | null): Piece[];
    /** The words of a statement for "on a day not stated", as they stand in it. */
    readonly undated: string;
    readonly noneDated: string;
    noClaim(a: { readonly docs: string; readonly several: boolean; readonly who: Piece }): Pieces;
    reply(who: Pieces, answer: BriefPart | "none" | "not-asked"): Pieces;
    readonly nothing: string;
    alsoSaid(rows: readonly string[]): string;
    readonly rest: string;
    /** A row in few words, for a note. */
    brief(act: Act, place: string | null): string;
    noClaimBrief(who: string | null, place: string | null): string;
  };

  readonly silence: {
    heard(a: {
      readonly who: Piece;
      readonly until: When;
      readonly after: Pieces;
      readonly docs: string;
      readonly several: boolean;
      readonly reported: boolean;
    }): Pieces;
    noRecord(who: Piece): Pieces;
    picked(a: {
      readonly who: Piece;
      readonly about: Piece;
      readonly name: Pieces;
      readonly by: Piece;
      readonly spread: Pieces;
      readonly all: boolean;
      readonly not: Piece;
    }): Pieces;
    spread(a: { readonly who: Piece; readonly range: Pieces; readonly all: boolean; readonly not: Piece }): Pieces;
    claimed(who: Piece): Pieces;
    denied(who: Piece, when: When): Pieces;
    noAttack(who: Piece): Pieces;
    /** What every silence must be told with: that it cannot separate two explanations which both fit it [SI12]. */
    readonly cannotTell: string;
    readonly none: string;
    alsoSilent(names: readonly string[]): string;
    readonly rest: string;
    classNote(a: {
      readonly name: string;
      readonly claimed: number;
      readonly of: number;
      readonly kind: ClassKind;
      readonly differs: readonly string[];
      readonly source: string;
    }): string;
    /** An item of evidence that is a silence or a claim. */
    term(what: "silence" | "claim", who: string): string;
  };

  readonly told: {
    dispute(a: { readonly label: Piece; readonly field: IncidentField; readonly versions: readonly Pieces[] }): Pieces;
    /** The documents that say so, behind a value. */
    from(docs: string): string;
    readonly noDispute: string;
    copy(a: {
      readonly copy: Piece;
      readonly relation: Relation;
      readonly source: Piece;
      readonly losses: Pieces;
      readonly example: { readonly quote: Piece; readonly softened: boolean } | null;
    }): Pieces;
    /** What was done, once, with all it was done to: "lost 2 attributions and 1 date, hardened 1 statement". */
    losses(list: readonly { readonly class: ChangeClass; readonly n: number; readonly count: LossFigure }[]): Piece[];
    readonly lostNothing: string;
    readonly noCopy: string;
  };

  readonly contrary: {
    /** `on`: the question, where there are several. */
    speaks(a: {
      readonly on: Pieces | null;
      readonly items: readonly Pieces[];
      readonly second: Pieces;
      readonly leader: Pieces;
    }): Pieces;
    without(item: Pieces, other: Pieces): Pieces;
    stake(a: { readonly who: Piece; readonly explanation: Pieces; readonly says: Piece; readonly text: Piece }): Pieces;
    readonly noJudgment: string;
    readonly noDenial: string;
    denials(who: readonly Pieces[]): Pieces;
  };

  readonly assumed: {
    readonly independent: string;
    readonly equal: string;
    readonly unpicked: string;
    readonly rulesOnly: string;
    /** `who`: null where nobody stated it. */
    silence(a: { readonly what: Piece; readonly value: Pieces; readonly who: string | null }): Pieces;
    hidden(value: Pieces, who: string | null): Pieces;
    delays(laws: readonly { readonly law: LagLaw["law"]; readonly name: Pieces }[]): Pieces;
    readonly words: string;
    wordsNote(list: readonly { readonly word: string; readonly from: number; readonly to: number }[]): string;
  };

  readonly change: {
    since(asOf: Instant): string;
    moved(a: {
      readonly since: string;
      readonly question: Pieces;
      readonly from: Pieces | null;
      readonly to: Pieces | null;
    }): Pieces;
    /** An answer with its range, as one end of a move. */
    end(text: Pieces, range: Pieces): Pieces;
    unmoved(since: string): string;
    cameIn(docs: string): string;
    judged(what: readonly Pieces[], more: number): Pieces;
    nextFact(a: {
      readonly text: Pieces;
      readonly given: Pieces;
      readonly chance: Piece;
      /** Who leads if the answer is `answer`, or plainly so, and who if not; null where the leader stays. */
      readonly seen: Pieces | null;
      readonly not: Pieces | null;
      readonly answer: string | null;
    }): Pieces;
    needs(question: Pieces, needs: Pieces): Pieces;
    /** What is missing for a judgment, for which reason. */
    missing(list: readonly string[], more: boolean, reason: string): Piece[];
    names(docs: string, kind: "conditional" | "forecast", quote: Piece): Pieces;
    readonly nothingStated: string;
    readonly noOpenFact: string;
  };

  readonly unseen: {
    cited(list: readonly Pieces[], more: boolean): Pieces;
    citedIn(docs: string): string;
    alsoCited(names: readonly string[]): string;
    unstated(fields: readonly IncidentField[]): string;
    readonly elsewhere: string;
    readonly none: string;
  };

  readonly made: {
    read(a: {
      readonly documents: Pieces;
      readonly one: boolean;
      readonly origins: Pieces;
      readonly span: Pieces | null;
    }): Pieces;
    checked(by: Piece): Pieces;
    cut(asOf: string, atSeq: number | null): string;
    readonly dayless: string;
    readonly accepted: string;
    readonly proposed: string;
    by(version: Piece): Pieces;
    readonly notLegal: string;
  };

  /** What the linter looks for in this language. */
  readonly lint: {
    readonly legal: RegExp;
    readonly checked: RegExp;
    readonly cannotTell: RegExp;
    readonly confidence: RegExp;
    readonly factor: RegExp;
    readonly condition: RegExp;
    /** Whether the words hold "of 100 such attacks that …". */
    counted(words: string): boolean;
    /** Likelihood words of our row in running text, and of no row of ours. */
    readonly ownRow: RegExp;
    readonly otherRow: RegExp;
    /** Comparisons, which name no band. */
    readonly comparing: RegExp;
    /** Digits that are no figures: days, times, places, events, "of 100". */
    readonly notFigures: readonly RegExp[];
    /** What stands in quotation marks. */
    readonly inMarks: RegExp;
  };
}

/** The figure of a count of losses, as digits or with what was lost. */
export type LossFigure = (noun?: CountedNoun) => BriefPart;
