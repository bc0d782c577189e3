import type { AlignedGroup, Change, Changes, Loss } from "../model/lineage.ts";
import { alignPrepared, type Group } from "./align.ts";
import { attributionChanges } from "./change-attribution.ts";
import { loadedAdded, turnedIntoQuestion } from "./change-colour.ts";
import { dateChanges } from "./change-dates.ts";
import { contradictions } from "./change-denial.ts";
import { modalityChanges } from "./change-modality.ts";
import { nameChanges } from "./change-names.ts";
import { numberChanges } from "./change-numbers.ts";
import { rolesMoved } from "./change-roles.ts";
import { alternativesDropped, asOfLost, revisionsAdded, scopeChanges } from "./change-scope.ts";
import {
  vocabulary as freshVocabulary,
  type Prepared,
  type PreparedSentence,
  prepare,
  type ReadText,
  type Vocabulary,
} from "./prepare.ts";
import { type Side, sideOf, wholeOf } from "./side.ts";

/** Sentences nearer than this speak of one thing closely enough for the finer rules. */
const CLOSE = 0.3;
/** So do those of which the copy's has this share of its words from the source's. */
const HELD = 0.6;

/**
 * Two texts side by side, a as the source and b as the copy, and what changed [LI4, LI7]. Sentences are numbered as in their readings;
 * one that stands alone is a group of its own, dropped or added.
 */
export function findChanges(a: ReadText, b: ReadText): Changes {
  const words = freshVocabulary();
  const [x, y] = [prepare(a, words), prepare(b, words)];
  return changesOf(x, y, { vocabulary: words, groups: alignPrepared(x, y, { vocabulary: words }) });
}

export interface ChangeOptions {
  readonly vocabulary: Vocabulary;
  readonly groups: readonly Group[];
}

/** The changes of texts already made ready and laid side by side. */
export function changesOf(a: Prepared, b: Prepared, { vocabulary, groups }: ChangeOptions): Changes {
  const aligned = groups.map((g) => {
    const changes = groupChanges(sideOf(a, g.a), sideOf(b, g.b), { score: g.score, vocabulary });
    return asGroup(a, b, { ...g, changes });
  });
  const [inA, inB] = [new Set(groups.flatMap((g) => g.a)), new Set(groups.flatMap((g) => g.b))];
  // What stands word for word in the other text is neither lost nor added, be it too short to be laid beside it ("No.").
  const [saidInA, saidInB] = [saidIn(a), saidIn(b)];
  const dropped = a.sentences.flatMap((s, i) => (inA.has(i) || saidInB.has(wordsOf(a, s)) ? [] : [i]));
  const added = b.sentences.flatMap((s, j) => (inB.has(j) || saidInA.has(wordsOf(b, s)) ? [] : [j]));
  const alone = [
    ...dropped.map((i) =>
      asGroup(a, b, { a: [i], b: [], score: 0, moved: false, changes: droppedChanges(sideOf(a, [i]), vocabulary) }),
    ),
    ...added.map((j) => {
      const changes = addedChanges(sideOf(b, [j]), a, vocabulary);
      return asGroup(a, b, { a: [], b: [j], score: 0, moved: false, changes });
    }),
  ];
  return {
    alignment: [...aligned, ...alone],
    dropped: dropped.map((i) => indexOf(a, i)),
    added: added.map((j) => indexOf(b, j)),
  };
}

const wordsOf = ({ read }: Prepared, { span }: PreparedSentence): string =>
  read.info.text.slice(span.start, span.end).trim();

const saidIn = (text: Prepared): ReadonlySet<string> => new Set(text.sentences.map((s) => wordsOf(text, s)));

function indexOf(text: Prepared, place: number): number {
  return text.sentences[place]?.index ?? place;
}

function asGroup(a: Prepared, b: Prepared, group: Group & { readonly changes: readonly Change[] }): AlignedGroup {
  return {
    a: group.a.map((i) => indexOf(a, i)),
    b: group.b.map((j) => indexOf(b, j)),
    score: group.score,
    ...(group.moved ? { moved: true } : {}),
    changes: group.changes,
  };
}

/** What differs between sentences that lie side by side, by every rule; harmless paraphrase gives nothing. */
export function groupChanges(
  a: Side,
  b: Side,
  { score, vocabulary }: { readonly score: number; readonly vocabulary: Vocabulary },
): readonly Change[] {
  const near = { score, vocabulary };
  const close = score >= CLOSE || heldIn(a, b, vocabulary) >= HELD;
  const against = [...contradictions(a, b, near), ...rolesMoved(a, b, near)];
  const attributions = attributionChanges(a, b, vocabulary);
  return [
    ...against,
    ...attributions,
    ...dateChanges(a, b),
    ...numberChanges(a, b, vocabulary),
    ...(against.length > 0 ? [] : modalityChanges(a, b, vocabulary)),
    ...(close && against.length === 0 ? nameChanges(a, b).filter((c) => !isIn(c, attributions)) : []),
    ...(close ? scopeChanges(a, b, vocabulary) : []),
    ...revisionsAdded(a, b),
    ...asOfLost(a, b, { close }),
    ...turnedIntoQuestion(a, b),
    ...loadedAdded(b, (stem) => a.text.allStems.has(vocabulary.idOf(stem))),
  ];
}

/** Share of the copy's words, by weight, that the source has: a copy that leaves out most of a sentence is near it all the same. */
function heldIn(a: Side, b: Side, { words }: Vocabulary): number {
  let [all, shared] = [0, 0];
  for (const s of b.stems) {
    all += words.of(s);
    if (a.stems.has(s)) shared += words.of(s);
  }
  return all === 0 ? 0 : shared / all;
}

/** A speaker who is gone is told once, not as a name replaced too. */
function isIn({ a }: Change, others: readonly Change[]): boolean {
  return a !== undefined && others.some((o) => o.a !== undefined && o.a.start < a.end && a.start < o.a.end);
}

function droppedChanges(a: Side, vocabulary: Vocabulary): readonly Change[] {
  return [...alternativesDropped(a, null, vocabulary), { class: "sentence-dropped", a: wholeOf(a), weight: 0.3 }];
}

function addedChanges(b: Side, source: Prepared, vocabulary: Vocabulary): readonly Change[] {
  const loaded = loadedAdded(b, (stem) => source.allStems.has(vocabulary.idOf(stem)));
  return [{ class: "sentence-added", b: wholeOf(b), weight: 0.4 }, ...loaded];
}

/** What the copy lost, hardened or added, counted by class. */
export function lossOf({ alignment, dropped, added }: Changes): Loss {
  const byClass: Partial<Record<Change["class"], number>> = {};
  for (const { changes } of alignment) for (const c of changes) byClass[c.class] = (byClass[c.class] ?? 0) + 1;
  return { byClass, droppedSentences: dropped.length, addedSentences: added.length };
}
