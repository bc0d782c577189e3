import words from "../data/change-words.json" with { type: "json" };
import type { Change } from "../model/lineage.ts";
import type { Word } from "../text/words.ts";
import { isNegated } from "./change-modality.ts";
import { loadedStems } from "./loaded.ts";
import type { Vocabulary } from "./prepare.ts";
import { phraseIn, type Side, wholeOf } from "./side.ts";
import { nameKey } from "./specifics.ts";

const IMPLIED = new Set(words.impliedNegations.split(" "));
const PASSIVE = new Set(words.passive.split(" "));
/** A predicate's own word, not grammar. */
const TELLING = 3;
/** Sides that share less than this are too far apart for a negation to be the same one. */
const SAME_PREDICATE = 0.35;

/** A predicate said on one side and denied on the other; both sentences must be near enough to speak of one thing. */
export function contradictions(a: Side, b: Side, { score, vocabulary }: Near): readonly Change[] {
  if (score < SAME_PREDICATE) return [];
  const [n, m] = [negations(a), negations(b)];
  if (n > 0 && m > 0) return [];
  const [negated, plain] = n > 0 ? [a, b] : [b, a];
  // "Failed to warn" says what "did not warn" says.
  if (n + m === 0 || plain.norms.some((w) => IMPLIED.has(w))) return [];
  const stem = [...negated.stems].find(
    (s) => vocabulary.words.of(s) >= TELLING && isNegated(negated, s) && plain.stems.has(s) && !isNegated(plain, s),
  );
  return stem === undefined ? [] : [{ class: "contradicted", a: placeOf(a, stem), b: placeOf(b, stem), weight: 1 }];
}

interface Near {
  readonly score: number;
  readonly vocabulary: Vocabulary;
}

function negations(side: Side): number {
  return side.marks.reduce((sum, m) => sum + m.negations.length, 0);
}

function placeOf(side: Side, stem: string) {
  const word = side.words.find((w) => w.stem === stem);
  return word === undefined ? wholeOf(side) : { start: word.start, end: word.end };
}

/** Who did it and to whom exchanged: two names on either side of one verb, in the other order, neither sentence passive. */
export function rolesMoved(a: Side, b: Side, { score, vocabulary }: Near): readonly Change[] {
  if (score < SAME_PREDICATE || isPassive(a) || isPassive(b)) return [];
  const [first, second] = [namePlaces(a), namePlaces(b)];
  const shared = [...first.keys()].filter((k) => second.has(k));
  for (const x of shared)
    for (const y of shared) {
      const verb = x === y ? undefined : verbBetween(a, [first.get(x) as number, first.get(y) as number], vocabulary);
      if (verb === undefined) continue;
      const at = b.words.findIndex((w) => w.stem === verb.stem);
      if (at >= 0 && (second.get(y) as number) < at && at < (second.get(x) as number))
        return [{ class: "role-moved", a: spanOf(verb), b: spanOf(b.words[at] as Word), weight: 1 }];
    }
  return [];
}

function isPassive(side: Side): boolean {
  return side.norms.some((n) => PASSIVE.has(n));
}

function namePlaces(side: Side): ReadonlyMap<string, number> {
  const keys = new Set(side.text.specifics.filter((s) => s.is === "name").map((s) => s.key));
  const places = new Map<string, number>();
  side.words.forEach((w, i) => {
    const key = nameKey(w.norm);
    if (keys.has(key) && !places.has(key)) places.set(key, i);
  });
  return places;
}

/** The first telling word in lower case between two places; names that stand side by side have none. */
function verbBetween(side: Side, [from, to]: readonly [number, number], vocabulary: Vocabulary): Word | undefined {
  if (from >= to) return undefined;
  return side.words
    .slice(from + 1, to)
    .find((w) => !w.capital && w.number === undefined && vocabulary.words.of(w.stem) >= TELLING);
}

function spanOf({ start, end }: Word) {
  return { start, end };
}

/** Another possibility that the source leaves open and the copy does not [LI7]. */
export function alternativesDropped(a: Side, b: Side | null): readonly Change[] {
  const marker = phraseIn(a, words.alternatives);
  if (marker === null || (b !== null && phraseIn(b, words.alternatives) !== null)) return [];
  const open = a.marks.some((m) => m.hedges.some((h) => h.value === "possible" || h.value === "likely"));
  if (!open) return [];
  return [{ class: "alternative-dropped", a: marker, ...(b === null ? {} : { b: wholeOf(b) }), weight: 0.8 }];
}

/** What the source says and the copy only asks. */
export function turnedIntoQuestion(a: Side, b: Side): readonly Change[] {
  if (a.marks.some((m) => m.question) || !b.marks.some((m) => m.question)) return [];
  const asked = b.sentences[b.marks.findIndex((m) => m.question)];
  return asked === undefined
    ? []
    : [
        {
          class: "statement-to-question",
          a: wholeOf(a),
          b: { start: asked.span.start, end: asked.span.end },
          weight: 0.5,
        },
      ];
}

/** Words that colour, in the copy only: nowhere in the source. */
export function loadedAdded(b: Side, knownToSource: (stem: string) => boolean, a: Side | null): readonly Change[] {
  const loaded = loadedStems();
  const seen = new Set<string>();
  const changes: Change[] = [];
  for (const word of b.words) {
    if (!loaded.has(word.stem) || seen.has(word.stem) || knownToSource(word.stem)) continue;
    seen.add(word.stem);
    changes.push({
      class: "loaded-word-added",
      ...(a === null ? {} : { a: wholeOf(a) }),
      b: spanOf(word),
      weight: 0.3,
    });
  }
  return changes;
}
