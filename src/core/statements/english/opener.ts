import { canSpeak, isDeed } from "../speaker.ts";
import type { Range, View } from "../view.ts";

const LONGEST = 14;
const NAMELIKE = /^(?:NOUN|PROPN|ADJ|DET|NUM|PART)$/;
const POINTING = new Set(["this", "that", "these", "those", "there", "it", "both", "neither", "one"]);

/** The words that open a sentence as its subject, with a name in apposition ("the mother, Nela Orrin"); null where they can't speak, or are a pronoun. */
export function openerOf(view: View): Range | null {
  const { tokens } = view;
  const first = tokens[0];
  if (first === undefined || !NAMELIKE.test(first.pos) || POINTING.has(first.norm)) return null;
  for (let i = 1; i < tokens.length && i < LONGEST; i++) {
    const { pos, norm } = tokens[i]!;
    if (pos === "VERB" || pos === "AUX") return speaking(view, { from: 0, to: i });
    if (norm === ",") return speaking(view, { from: 0, to: pastName(view, i) });
    if (!NAMELIKE.test(pos) && pos !== "ADP" && pos !== "CCONJ" && norm !== "-") return null;
  }
  return null;
}

function pastName({ tokens }: View, comma: number): number {
  let to = comma + 1;
  while (tokens[to]?.pos === "PROPN") to++;
  return to > comma + 1 && tokens[to]?.norm === "," ? to : comma;
}

function speaking(view: View, range: Range): Range | null {
  return canSpeak(view, range) && !isDeed(view, range) ? range : null;
}
