import type { Change } from "../model/lineage.ts";
import { setOf } from "./change-lists.ts";
import { type Field, wordChange } from "./check-field.ts";
import type { Slot } from "./clauses.ts";
import type { Side } from "./side.ts";
import { isSameSense } from "./word-senses.ts";

const TO = setOf("to into towards toward onto");
const FROM = setOf("from off");
/** Their object is what is left, and what is reached. */
const LEAVING = setOf("flee leave escape evacuate quit depart abandon exit vacate desert");
const REACHING = setOf("reach enter approach join visit invade");

type Way = "to" | "from";

interface Going {
  readonly slot: Slot;
  readonly way: Way;
  readonly verb: string;
}

/** "Fled the town" there, "fled to the town" here; "from Ulm to Corra" and "from Corra to Ulm". */
export function wayTurned({ source, side }: Field): Change | null {
  const [there, own] = [goings(source), goings(side)];
  for (const b of own) {
    const same = there.filter((a) => a.slot.phrase.head === b.slot.phrase.head && isGoing(a, b));
    const [first] = same;
    if (first === undefined || same.some((a) => a.way === b.way)) continue;
    return wordChange(first.slot.phrase.span, b.slot.phrase.span, 1);
  }
  return null;
}

function isGoing(a: Going, b: Going): boolean {
  return a.verb === b.verb || isSameSense(a.verb, b.verb);
}

/** The places of a side that something goes to or comes from. */
function goings({ clauses }: Side): readonly Going[] {
  return clauses.slots.flatMap((slot): Going[] => {
    const { preposition, role, phrase } = slot;
    if (phrase.pronoun) return [];
    const by = clauses.predicates.find((p) => p.patient === phrase);
    if (role === "patient" && by !== undefined && preposition === undefined) {
      const way = LEAVING.has(by.lemma) ? "from" : REACHING.has(by.lemma) ? "to" : undefined;
      return way === undefined ? [] : [{ slot, way, verb: by.stem }];
    }
    const way = TO.has(preposition ?? "") ? "to" : FROM.has(preposition ?? "") ? "from" : undefined;
    return way === undefined || slot.verb === undefined ? [] : [{ slot, way, verb: slot.verb }];
  });
}
