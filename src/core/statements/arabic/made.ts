import type { Frame } from "../../model/statement.ts";
import { type Draft, fromCue, type Voice } from "../draft.ts";
import { type Range, spanOf, type View } from "../view.ts";
import type { ArabicCue } from "./words.ts";

/** What a frame found besides the verb. */
export interface Made {
  readonly frame: Frame;
  readonly voice: Voice;
  readonly content: Range | null;
  readonly target?: Range | null;
  readonly through?: Range | null;
  readonly quoted?: boolean;
  readonly complement: string;
}

/** The draft of a verb's statement. */
export function draft(view: View, cue: ArabicCue, made: Made): Draft {
  return {
    view,
    ...fromCue(cue.cue),
    frame: made.frame,
    rule: "ST2",
    cue: { from: cue.at, to: cue.at + 1 },
    voice: made.voice,
    agrees: cue.agrees,
    content: made.content === null ? [] : [spanOf(view, made.content)],
    quoted: made.quoted ?? false,
    complement: made.complement,
    ...(made.target ? { target: made.target } : {}),
    ...(made.through ? { through: made.through } : {}),
  };
}

/** Who speaks by his words; without them whoever the verb agrees with. */
export function voiceOf(range: Range | null, cue: ArabicCue): Voice {
  return range === null ? { is: "implied", agrees: cue.agrees } : { is: "words", range };
}
