import arabic from "../data/loaded-words.ar.json" with { type: "json" };
import english from "../data/loaded-words.en.json" with { type: "json" };

let shipped: ReadonlySet<string> | undefined;

/** Stems that colour a report more than they inform: shipped lists, English fitted, Arabic drawn up by hand. */
export function loadedStems(): ReadonlySet<string> {
  shipped ??= new Set([...english.stems.split(" "), ...arabic.stems.split(" ")]);
  return shipped;
}
