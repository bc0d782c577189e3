import { infosOf } from "./lineage/loose-texts.ts";
import type { Reading, TextInfo, TextInput } from "./model/reading.ts";
import { type ReadData, readText } from "./read.ts";

export type {
  CountMention,
  DateMention,
  Mention,
  Sentence,
  TextInfo,
  TextInput,
  TextObject,
} from "./model/reading.ts";
export type * from "./model/statement.ts";
export type { ReadData } from "./read.ts";
export { type Lexicon, type LexiconData, lexiconDataOf, makeLexicon } from "./text/lexicon.ts";

/** What `findStatements` gives: each span slices to its words in the text handed in. */
export type FoundStatements = Pick<Reading, "sentences" | "statements" | "mentions" | "dates" | "counts" | "problems">;

/**
 * Who said what in a text [ST2–ST6], with its sentences, names, dates and counts.
 * Throws a RangeError for a `publishedAt` that is no ISO 8601 date.
 */
export function findStatements(text: TextInput, options: ReadData = {}): FoundStatements {
  const [info] = infosOf([text]) as [TextInfo];
  const { sentences, statements, mentions, dates, counts, problems } = readText(info, options);
  return { sentences, statements, mentions, dates, counts, problems };
}
