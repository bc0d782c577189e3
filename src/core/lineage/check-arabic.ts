import words from "../data/paraphrase-words.json" with { type: "json" };
import type { Change } from "../model/lineage.ts";
import { isArabicMatch } from "./arabic-forms.ts";
import { setOf } from "./change-lists.ts";
import { type Field, wordChange } from "./check-field.ts";
import type { Term } from "./check-terms.ts";

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
    if (!isOf(OPEN)(cue) && !isOpenQad(cue.norm, there[k + 1]?.norm ?? "")) continue;
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

const isOpenQad = (norm: string, next: string) => /^[وف]?قد$/.test(norm) && IMPERFECT.test(next);

/** "May" before what is not over yet, "has" before what is. */
export function isPastQad(norm: string, next: string): boolean {
  return /^[وف]?قد$/.test(norm) && !/^[يتن]/.test(next);
}
