import pairs from "../data/antonyms.en.json" with { type: "json" };
import words from "../data/change-words.json" with { type: "json" };
import type { Change } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import { foldWord, stemOf } from "../text/words.ts";
import type { Side } from "./side.ts";
import { isSameSense } from "./word-senses.ts";

let table: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** For a stem those that say the opposite: the poles drawn up by hand, and WordNet's antonyms. */
function oppositesOf(stem: string): ReadonlySet<string> | undefined {
  table ??= made();
  return table.get(stem);
}

/** Whether two stems are opposites, or one has an opposite of the same sense as the other. */
export function areOpposite(x: string, y: string): boolean {
  const near = (a: string, b: string) => [...(oppositesOf(a) ?? [])].some((o) => isSameSense(o, b));
  return near(x, y) || near(y, x);
}

function made(): ReadonlyMap<string, ReadonlySet<string>> {
  const map = new Map<string, Set<string>>();
  const add = (x: string, y: string) => {
    if (x !== y) map.set(x, (map.get(x) ?? new Set()).add(y));
  };
  const lines = [...words.antonyms, ...pairs.pairs.map((p) => p.replace(" ", " | "))];
  for (const line of lines) {
    const [left = [], right = []] = line.split(" | ").map((side) => side.split(" ").map((w) => stemOf(foldWord(w))));
    for (const x of left)
      for (const y of right) {
        add(x, y);
        add(y, x);
      }
  }
  return map;
}

/** Words on either side of a word that must have one in common, or the opposites are said of two things. */
const AROUND = 3;

/** "Passed" there and "failed" here, of the same thing; `denied` tells whether a side takes the word back. */
export function opposites(a: Side, b: Side, denied: (side: Side, stem: string) => boolean): readonly Change[] {
  const [mine, theirs] = [verbsAndWords(a), verbsAndWords(b)];
  for (const [p, from] of mine) {
    if (theirs.has(p)) continue;
    for (const q of oppositesOf(p) ?? []) {
      const to = theirs.get(q);
      if (to === undefined || mine.has(q) || denied(a, p) !== denied(b, q)) continue;
      if ([...(oppositesOf(q) ?? [])].some((r) => r !== p && theirs.has(r))) continue;
      if (isOfOne({ side: a, at: from }, { side: b, at: to }))
        return [{ class: "contradicted", a: from, b: to, weight: 1 }];
    }
  }
  return [];
}

function verbsAndWords({ words: list, clauses }: Side): ReadonlyMap<string, Span> {
  return new Map([
    ...list.map((w): [string, Span] => [w.stem, { start: w.start, end: w.end }]),
    ...clauses.predicates.map((p): [string, Span] => [p.stem, { start: p.span.start, end: p.span.end }]),
  ]);
}

interface At {
  readonly side: Side;
  readonly at: Span;
}

/** What the words are said of has a word in common: the parties of a verb, else the words around. */
function isOfOne(x: At, y: At): boolean {
  const there = said(y);
  return said(x).some((s) => there.includes(s));
}

function said({ side, at }: At): readonly string[] {
  const verb = side.clauses.predicates.find((p) => p.span.start === at.start);
  const parties = [...(verb?.agent?.stems ?? []), ...(verb?.patient?.stems ?? [])];
  if (parties.length > 0) return parties;
  const i = side.words.findIndex((w) => w.start >= at.start);
  const near = side.words.slice(Math.max(0, i - AROUND), i + AROUND + 1);
  return near.filter((w) => w.norm.length > 3 && w.start !== at.start).map((w) => w.stem);
}
