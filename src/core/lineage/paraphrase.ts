import words from "../data/paraphrase-words.json" with { type: "json" };
import type { Token } from "../text/annotation.ts";
import { stemOf } from "../text/words.ts";

/** A phrase that says what one word says: "lost their lives", "died". */
export interface Phrase {
  /** Places of its first and last word. */
  readonly from: number;
  readonly to: number;
  /** Stem of the word that it stands for. */
  readonly key: string;
  /** Who is its subject bears what the word tells: "came under attack". */
  readonly turned: boolean;
}

interface Pattern {
  readonly lemmas: readonly string[];
  readonly key: string;
  readonly turned: boolean;
}

let patterns: ReadonlyMap<string, readonly Pattern[]> | undefined;

function made(): ReadonlyMap<string, readonly Pattern[]> {
  const map = new Map<string, Pattern[]>();
  for (const line of words.phrases) {
    const [left = "", right = ""] = line.split(" = ");
    const lemmas = left.split(" ");
    const pattern = { lemmas, key: stemOf(right.replace(" <", "")), turned: right.endsWith("<") };
    const first = lemmas[0] ?? "";
    map.set(
      first,
      [...(map.get(first) ?? []), pattern].sort((x, y) => y.lemmas.length - x.lemmas.length),
    );
  }
  return map;
}

/** What may stand inside a phrase without being part of it: "set the house on fire" is not read, "lost their lives" is. */
const INSIDE = new Set("the a an his her its their its' my our your all two three many more some very much".split(" "));

/** The phrases among the words of a sentence, each word in one at most. */
export function phrasesIn(tokens: readonly Token[]): readonly Phrase[] {
  patterns ??= made();
  const found: Phrase[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const hit = patterns.get(tokens[i]?.lemma ?? "")?.flatMap((p) => phraseAt(tokens, i, p))[0];
    if (hit === undefined) continue;
    found.push(hit);
    i = hit.to;
  }
  return found;
}

function phraseAt(tokens: readonly Token[], from: number, { lemmas, key, turned }: Pattern): readonly Phrase[] {
  let at = from;
  for (const [k, lemma] of lemmas.entries()) {
    while (k > 0 && INSIDE.has(tokens[at]?.norm ?? "")) at++;
    if (tokens[at]?.lemma !== lemma && tokens[at]?.norm !== lemma) return [];
    at++;
  }
  return [{ from, to: at - 1, key, turned }];
}

let converses: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** "Sell" and "buy": one deed told from its two ends. */
export function areConverse(x: string, y: string): boolean {
  converses ??= conversesOf();
  return converses.get(x)?.has(y) === true;
}

function conversesOf(): ReadonlyMap<string, ReadonlySet<string>> {
  const map = new Map<string, Set<string>>();
  for (const line of words.converses) {
    const [one = "", ...others] = line.split(" ").map(stemOf);
    for (const other of others) {
      map.set(one, (map.get(one) ?? new Set()).add(other));
      map.set(other, (map.get(other) ?? new Set()).add(one));
    }
  }
  return map;
}
