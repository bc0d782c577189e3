import data from "../data/name-words.json" with { type: "json" };

const set = (words: readonly string[]): ReadonlySet<string> => new Set(words);

/** Closed lists of ordinary words that the finding of names needs, from `data/name-words.json`. */
export const nameWords = {
  locatives: set([...data.en.locatives, ...data.ar.locatives]),
  placeOf: set(data.en.placeOf),
  regionWords: set(data.en.regionWords),
  titles: set(data.en.titles),
  heads: set(data.en.heads),
  notNames: set(data.en.notNames),
  plainEndings: data.en.plainEndings as readonly string[],
  /** Words that an organisation's name has before "of": a name runs on behind it. */
  namesWithOf: set(data.en.namesWithOf),
  /** Words for land and water before "of": what runs on behind them is a place. */
  landOf: set(data.en.landOf),
  /** Adjectives that begin names of groups: "Northern Oath", at the start of a sentence as well. */
  nameAdjectives: set(data.en.nameAdjectives),
  cityWords: set(data.ar.cityWords),
  groupHeads: set(data.ar.groupHeads),
  /** Arabic first names that are hardly ever other words: what follows is a person. */
  firstNames: set(data.ar.firstNames),
  /** General words that, alone, point back to somebody named before. */
  pointsBack: set([...data.en.heads, ...data.en.pointsBack, ...data.ar.pointsBack]),
  /** Arabic words for those who speak or are blamed without a name. */
  speakers: set(data.ar.speakers),
  notAfterGroupHead: set(data.ar.notNames),
  cautious: set(data.ar.cautious),
};
