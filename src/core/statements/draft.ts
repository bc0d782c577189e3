import type { Span } from "../model/span.ts";
import type { Act, DenialObject, Frame, Strength } from "../model/statement.ts";
import type { Agreement } from "../text/arabic-verbs.ts";
import type { CueWord } from "../text/lexicon.ts";
import type { Range, View } from "./view.ts";

/** Who speaks, as a frame found it: words, the outlet, somebody known from before (a verb alone, in Arabic), or nobody named. */
export type Voice =
  | { readonly is: "words"; readonly range: Range }
  /** The outlet; with a range where it says "I" of itself. */
  | { readonly is: "outlet"; readonly range?: Range }
  | { readonly is: "implied"; readonly agrees?: Agreement | undefined }
  | { readonly is: "nobody" };

/** A statement as a frame found it, before its speaker is told, its target sought and its precision given. */
export interface Draft {
  readonly view: View;
  readonly frame: Frame;
  readonly rule: string;
  /** In Arabic: the gender and number of the verb, and so of its speaker. */
  readonly agrees?: Agreement | undefined;
  /** Tokens of the cue; its lemma, act and strength. */
  readonly cue: Range;
  readonly lemma: string;
  readonly strength: Strength;
  readonly act: Act;
  readonly negative: boolean;
  readonly voice: Voice;
  /** Who passed the words on, where the frame itself tells: "نقلت S عن Y". */
  readonly through?: Range;
  readonly content: readonly Span[];
  readonly quoted: boolean;
  readonly target?: Range;
  readonly object?: DenialObject;
  /** Cut by a rule of last resort: the end of the sentence, for want of a better one [ST2]. */
  readonly lastResort?: boolean;
  /** The kind of complement, for measuring: "clause", "object", "infinitive" … */
  readonly complement: string;
  /** What the frame itself knows besides, by name: the verb's form, what governs it [ST2]. */
  readonly traits?: readonly string[];
}

/** What a draft takes from its reporting word. */
export function fromCue(cue: CueWord): Pick<Draft, "lemma" | "strength" | "act" | "negative"> {
  return { lemma: cue.lemma, strength: cue.strength, act: cue.act, negative: cue.polarity === "negative" };
}
