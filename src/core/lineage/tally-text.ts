import { type Tally, tally } from "./asymmetry.ts";
import { prepare } from "./prepare.ts";
import type { ReadText } from "./prepared.ts";
import { MOST_SKETCHED } from "./sketch.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The tally of a text, of its first sentences where it is very long. */
export function tallyText(read: ReadText, vocabulary: Vocabulary): Tally {
  const { sentences } = read.reading;
  const kept = sentences.length > MOST_SKETCHED.sentences ? sentences.slice(0, MOST_SKETCHED.sentences) : sentences;
  return tally(prepare({ info: read.info, reading: { ...read.reading, sentences: kept } }, vocabulary));
}
