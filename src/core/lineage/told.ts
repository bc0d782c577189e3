import words from "../data/credit-words.json" with { type: "json" };
import type { Span } from "../model/span.ts";
import { escaped } from "./escaped.ts";
import type { ReadText } from "./prepared.ts";
import { type PublisherBook, pointsToOutlet, soundsLikeOutlet } from "./publisher.ts";

/**
 * The sentences that a text tells on the word of an outlet, in order: the outlet speaks or relays, under any of its names or as "the agency"
 * after it was named, or somebody told it. None for a ministry or a group, which speaks to everybody.
 */
export function toldBy(publisher: string, { info, reading }: ReadText, book: PublisherBook): readonly Span[] {
  const names = book.namesOf(publisher).filter((n) => info.text.includes(n));
  if (names.length === 0 || !book.isOutlet(publisher)) return [];
  const cited = new Set(spoken(publisher, reading.statements, book));
  const addressed = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words.tellingTo.join("|")})\\s+(?:the\\s+)?(?:${names.map(escaped).join("|")})(?![\\p{L}\\p{N}])`,
    "u",
  );
  return reading.sentences
    .filter((s) => s.part !== "footer" && s.part !== "byline" && s.repeat !== true)
    .filter((s) => cited.has(s.start) || addressed.test(info.text.slice(s.start, s.end)))
    .map(({ start, end }) => ({ start, end }));
}

/** The starts of the sentences in which the outlet speaks or relays. */
function spoken(
  publisher: string,
  statements: ReadText["reading"]["statements"],
  book: PublisherBook,
): readonly number[] {
  const found: number[] = [];
  let last = false;
  const inOrder = [...statements].sort((x, y) => x.sentence.start - y.sentence.start);
  for (const statement of inOrder) {
    for (const speaker of [statement.speaker, ...(statement.relays ?? [])]) {
      const pointing = pointsToOutlet(speaker.label ?? "");
      const is: boolean = pointing ? last : book.speaks(speaker, publisher);
      if (is) found.push(statement.sentence.start);
      if (is || (!pointing && soundsLikeOutlet(speaker))) last = is;
    }
  }
  return found;
}
