import type { ActorId } from "./id.ts";
import type { Problem } from "./problem.ts";
import type { Span } from "./span.ts";
import type { Statement } from "./statement.ts";
import type { When } from "./time.ts";

/** BCP 47 primary subtag, or `und`. */
export type Language = string;

export type PartKind = "headline" | "byline" | "body" | "caption" | "footer";

/** A part of a document; a part that says again what an earlier one said counts once [LI1]. */
export interface Part extends Span {
  readonly kind: PartKind;
  readonly repeat?: boolean;
}

export interface Sentence extends Span {
  readonly part: PartKind;
  /** Paragraph of the text, from 1. */
  readonly paragraph: number;
  readonly language: Language;
  /** A repeat of an earlier part: kept, not counted. */
  readonly repeat?: boolean;
}

/** A name in the text: an actor or place of the gazetteer, or a proper-noun run as a proposal [ST7]. */
export interface Mention {
  readonly span: Span;
  readonly is: "actor" | "place" | "proposal";
  /** Actor or place id; for a proposal the run itself, folded. */
  readonly id: string;
  /** For a metonym, role or leader: the actor that stands behind it, e.g. a state behind its capital. */
  readonly standsFor?: ActorId;
  /** Whose it is, is inferred from the country that the text is about [ST7]. */
  readonly inferred?: true;
}

export interface DateMention {
  readonly span: Span;
  readonly when: When;
  /** Resolved against the day of publication. */
  readonly relative: boolean;
}

export type Comparator = "exactly" | "about" | "at-least" | "more-than" | "at-most" | "fewer-than" | "between";

/** A count as a source gives it [ST8]; different definitions are never merged. */
export interface CountMention {
  readonly span: Span;
  readonly number: { readonly from: number; readonly to: number };
  readonly comparator: Comparator;
  /** What is counted, in the source's words. */
  readonly what: Span;
  /** The kind of thing, where the lexicon knows it. */
  readonly of: "killed" | "wounded" | "missing" | "detained" | "attacks" | "other";
  /** The source's own verb: "carried out", "claimed", "attributed"; its lemma. */
  readonly verb?: string;
}

/** What the rules find in one text alone. */
export interface Reading {
  /** The text's SHA-256, or its name. */
  readonly text: string;
  readonly language: Language;
  readonly parts: readonly Part[];
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
  readonly counts: readonly CountMention[];
  readonly statements: readonly Statement[];
  readonly problems: readonly Problem[];
}

/** A text as the library takes it. */
export type TextInput = string | TextObject;

export interface TextObject {
  readonly text: string;
  readonly name?: string;
  readonly publisher?: string;
  /** ISO 8601 date, or date and time. */
  readonly publishedAt?: string;
  readonly url?: string;
  readonly language?: Language;
}

/** What is known of a text besides its words, for reading and lineage. */
export interface TextInfo {
  /** SHA-256, or the loose text's name. */
  readonly id: string;
  readonly text: string;
  readonly name?: string;
  readonly publisher?: string;
  /** Who wrote it, where the markup or a person says so; an agency may be named there. */
  readonly author?: string;
  readonly published?: When;
  readonly url?: string;
  readonly language?: Language;
  /** Parts that the markup gave; found from the text where left out. */
  readonly parts?: readonly Part[];
  readonly links?: readonly string[];
  /** "Demonstration: invented texts", where the text says so of itself; printed with everything made of it. */
  readonly demonstration?: string;
}
