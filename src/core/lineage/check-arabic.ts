import words from "../data/paraphrase-words.json" with { type: "json" };
import type { Change } from "../model/lineage.ts";
import { stemOf } from "../text/words.ts";
import { setOf } from "./change-lists.ts";
import { type Field, wordChange } from "./check-field.ts";
import type { Term } from "./check-terms.ts";

/** A verb in another form, its verbal noun, a word with its clitics, a broken plural or a synonym of the reviewed list. */
export function isArabicMatch(own: Term, there: Term): boolean {
  const [x, y] = [own.keys[0] ?? "", there.keys[0] ?? ""];
  return isForm(x, y) || isListed(own, there) || isSameRoot(own.norm, there.norm);
}

/** One in the other, with no more than a prefix and a suffix of a letter each. */
function isForm(x: string, y: string): boolean {
  const [long, short] = x.length > y.length ? [x, y] : [y, x];
  return short.length >= 3 && long.length - short.length <= 2 && long.includes(short);
}

let lines: ReadonlyMap<string, readonly number[]> | undefined;

function linesOf(norm: string): readonly number[] {
  lines ??= linesByWord();
  const bare = norm.replace(/^[وفبلك](?=.{4})/, "").replace(/^ال(?=.{3})/, "");
  const forms = new Set([norm, bare, stemOf(norm), bare.replace(/(?:وا|تا|ات|ت|ا|ه|ها|هم|ون|ين|ان)$/, "")]);
  return [...forms].flatMap((f) => lines?.get(f) ?? []);
}

function linesByWord(): ReadonlyMap<string, readonly number[]> {
  const map = new Map<string, number[]>();
  words.arabic.forEach((line, k) => {
    for (const word of line.split(" "))
      for (const form of new Set([word, stemOf(word)])) map.set(form, [...(map.get(form) ?? []), k]);
  });
  return map;
}

function isListed(own: Term, there: Term): boolean {
  const other = linesOf(there.norm);
  return linesOf(own.norm).some((k) => other.includes(k));
}

/** A verb and its verbal noun: the same letters in the same order but for the weak ones, "collapsed" and "collapse". A doer is no deed. */
function isSameRoot(own: string, there: string): boolean {
  const isDoer = (norm: string) => /^(?:ال)?.ا/.test(norm);
  if (isDoer(own) !== isDoer(there)) return false;
  const [x, y] = [own, there].map((w) =>
    w
      .replace(/^[وفل]?ال/, "")
      .replace(/(?:تا|ت|وا|ا)$/, "")
      .replace(/[اوي]/g, ""),
  );
  if (x === undefined || y === undefined || x.length < 3 || y.length < 3) return false;
  return x === y || x === `ت${y}` || y === `ت${x}`;
}

const DENIALS = setOf(words.arabicDenials);
const ASSENTS = setOf(words.arabicAssents);
const OPEN = setOf(words.arabicOpen);
const bare = (norm: string) => norm.replace(/^[وف](?=.{2})/, "");
const isOf = (set: ReadonlySet<string>) => (t: Term) => t.arabic && (set.has(t.norm) || set.has(bare(t.norm)));

/** Denied there and confirmed here, or the other way; all else stands. */
export function arabicStanceTurned({ there, own, novel }: Field): Change | null {
  for (const [first, second] of [
    [DENIALS, ASSENTS],
    [ASSENTS, DENIALS],
  ] as const) {
    const [from, to] = [there.find(isOf(first)), own.find(isOf(second))];
    if (from === undefined || to === undefined || there.some(isOf(second)) || own.some(isOf(first))) continue;
    if (novel.every((t) => t === to)) return wordChange(from, to, 1);
  }
  return null;
}

const IMPERFECT = /^[يتن].{2}/;

/** Expected or planned there, done here: "is expected to publish", "published". */
export function arabicDone({ there, own }: Field): Change | null {
  if (own.some(isOf(OPEN)) || own.some((t) => t.arabic && /^س[يتن]/.test(t.norm))) return null;
  for (const [k, cue] of there.entries()) {
    if (!isOf(OPEN)(cue)) continue;
    const verb = there.slice(k + 1, k + 4).find((t) => IMPERFECT.test(t.norm));
    const done =
      verb === undefined
        ? undefined
        : own.find((t) => t.norm !== verb.norm && !/^ي/.test(t.norm) && isArabicMatch(t, verb));
    if (verb !== undefined && done !== undefined)
      return { ...wordChange(cue, done, 0.9), class: "possible-to-happened" };
  }
  return null;
}

/** "May" before what is not over yet, "has" before what is. */
export function isPastQad(norm: string, next: string): boolean {
  return /^[وف]?قد$/.test(norm) && !/^[يتن]/.test(next);
}
