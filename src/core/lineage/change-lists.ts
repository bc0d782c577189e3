import data from "../data/change-words.json" with { type: "json" };

import { fold } from "../text/fold.ts";

/** The shipped word lists of the change rules [LI7], unpacked once; folded words and phrases, English and Arabic. */
export const WORDS = data;

/** A phrase cut into words, with what it stands for. */
export interface Listed<T> {
  readonly list: readonly string[];
  readonly value: T;
}

/** The phrases of each value, the longest first: "no fewer than" is not "fewer than". */
export function listed<T extends string>(table: Readonly<Record<T, readonly string[]>>): readonly Listed<T>[] {
  return (Object.entries(table) as [T, readonly string[]][])
    .flatMap(([value, phrases]) => phrases.map((p) => ({ value, list: fold(p).split(" ") })))
    .sort((x, y) => y.list.length - x.list.length);
}

/** The groups of a list of lines, by word: words of one group mean much the same, or are each other's opposites. */
export function groupsOf(lines: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    lines.flatMap((line, k) =>
      fold(line)
        .split(" ")
        .map((w): [string, number] => [w, k]),
    ),
  );
}

export function setOf(line: string): ReadonlySet<string> {
  return new Set(fold(line).split(" "));
}

export interface Found<T> {
  readonly value: T;
  /** Places of its first and last word among the words given. */
  readonly from: number;
  readonly to: number;
}

/** Where phrases of a table stand among folded words, each word taken once, by the longest phrase. */
export function findListed<T>(norms: readonly string[], table: readonly Listed<T>[]): readonly Found<T>[] {
  const found: Found<T>[] = [];
  for (let i = 0; i < norms.length; i++) {
    const hit = table.find(({ list }) => list.every((w, k) => norms[i + k] === w));
    if (hit === undefined) continue;
    found.push({ value: hit.value, from: i, to: i + hit.list.length - 1 });
    i += hit.list.length - 1;
  }
  return found;
}
