import type { Voice } from "../draft.ts";
import type { Range, View } from "../view.ts";
import { canBe, personOf } from "./agreement.ts";
import { hasItsObject, tidyRange } from "./content.ts";
import {
  afterTime,
  canBeSubject,
  groupEnd,
  isAccusative,
  isOffice,
  isWrittenOn,
  mainSubject,
  speakerEnd,
} from "./groups.ts";
import { voiceOf } from "./made.ts";
import { type ArabicCue, bare, cueAt, isAnonymous, isNegated, lookUp } from "./words.ts";

const PARTICLES = new Set(
  (
    "لكنه لكنها لكنهم ولكنه ولكنها انه انها انهم انهما لكن ولكن قد وقد كما بينما فيما حيث ان ثم غير الا اذ وان الذي التي الذين بان بانه بانها كلما عندما بعدما " +
    "قبلما حين حينما منذ اذا لو فقد لقد ولقد اي وهو وهي"
  ).split(" "),
);
/** كان, عاد, مضى: before or after the subject, they help the verb. */
const HELPING =
  /^[وف]?(?:كان|كانت|كانوا|كانا|كانتا|عاد|عادت|عادوا|مضي|مضت|راح|راحت|ظل|ظلت|بات|باتت|اخذ|اخذت|بدا|بدات|يزال|تزال|زال|زالت|سبق|اكتفي|اكتفت|سارع|سارعت)$/u;
/** وفي 9 آذار, وبعد يوم: a time, and nobody who speaks. */
const PREPOSITION =
  /^[وف]?(?:في|من|بعد|قبل|منذ|خلال|عقب|مع|يوم|مساء|صباح|علي|الي|عن|اثر|ضمن|عبر|لدي|وسط|رغم|فور|امس|اليوم|حتي|بحسب|وفق|وفقا|بدوره|بدورها|هنا|هناك|كذلك|ايضا|هكذا)$/u;
/** بيانا قالت فيه: whoever issued it speaks. */
const IN_IT = /^(?:فيه|فيها|خلاله|خلالها|عبره|بموجبه)$/u;
const PRONOUN = /^[وف]?(?:لكن|ان|كان|ل?كون)(?:ه|ها|هم|هما)$/u;

/** Any verb: where it stands, whether a conjunction is written on it, whom it agrees with. */
type Verb = Pick<ArabicCue, "at" | "joined" | "agrees">;

/** Who a verb's clause or quotation is by: after the verb, else before it: "الجيش أكد أن", "وكان المجلس قد حذر". */
export function speakerOf(view: View, cue: ArabicCue, limit: number): Voice {
  const next = view.norms[cue.at + 1] ?? "";
  const after = IN_IT.test(next) ? null : speakerAfter(view, cue, limit);
  return voiceOf(after ?? speakerBefore(view, cue), cue);
}

/** The subject behind the verb; null where there is none that it agrees with. */
export function speakerAfter(view: View, cue: ArabicCue, limit: number): Range | null {
  const time = afterTime(view, cue.at + 1, limit);
  const from = pastAddressee(view, time, limit);
  const range = tidyRange(view, from, speakerEnd(view, from, limit));
  return range !== null && canBeSubject(view, range, cue.agrees) ? range : null;
}

/** "وقالت لمنصتنا خبيرة", "وقال لوكالة كالدر مسؤول": past to whom he spoke, where a word for speakers follows; else `from`. */
function pastAddressee(view: View, from: number, limit: number): number {
  const { norms, tokens, lexicon } = view;
  const norm = norms[from] ?? "";
  if (norm !== "ل" && !(norm.startsWith("ل") && isWrittenOn(view, from))) return from;
  for (let i = from + 1; i < limit && i < from + 6; i++) {
    const mark = tokens[i]!.pos === "PUNCT" && norms[i] !== '"';
    if (mark) return from;
    const opens = norms[i - 1] !== "ل" && view.quotes[i] === null;
    if (opens && lexicon.speakers.has(norms[i]!) && !norms[i]!.startsWith("ال")) return i;
  }
  return from;
}

const LONGEST = 14;

/** The subject in front of the verb, or the one of the verb that the sentence opens with; null where it goes on with somebody from before. */
export function speakerBefore(view: View, cue: Verb): Range | null {
  const { norms, tokens } = view;
  if (cue.joined && norms[cue.at]!.startsWith("ف")) {
    // "أما وزارة الداخلية فقالت".
    const start = Math.max(0, cue.at - LONGEST);
    const topic = norms.slice(start, cue.at).findLastIndex((norm) => bare(norm) === "اما");
    if (topic >= 0) return tidyRange(view, start + topic + 1, cue.at);
  }
  if (cue.joined) return ofMainVerb(view, cue);
  // "وسبق للمجموعة أن تبنت".
  const own = /^(?:نفسه|نفسها|ذاته|ذاتها)$/u.test(norms[cue.at - 2] ?? "") ? 1 : 0;
  const whose = cue.at - 2 - own;
  if (norms[cue.at - 1] === "ان" && whose > 0 && norms[whose]!.startsWith("ل") && /^[وف]?سبق$/u.test(norms[whose - 1]!))
    return { from: whose, to: cue.at - 1 };
  let to = cue.at;
  // "الجماعة سبق أن نسبت".
  if (norms[to - 1] === "ان" && /^[وف]?سبق$/u.test(norms[to - 2] ?? "")) to -= 2;
  if (to === cue.at && isNegated(view, cue.at)) to--;
  if (norms[to - 1] === "قد") to--;
  if (PRONOUN.test(norms[to - 1] ?? "")) return { from: to - 1, to };
  let from = to;
  while (from > 0 && from > to - LONGEST) {
    const before = norms[from - 1]!;
    if (before === '"' || before === ")") {
      const open = opening(view, from - 1);
      if (open === null) break;
      from = open;
      continue;
    }
    if (tokens[from - 1]!.pos === "PUNCT" || PARTICLES.has(before)) break;
    const verb = cueAt(view, from - 1);
    // "لكن مسؤولا طلب عدم ذكر اسمه قال": why he has no name stands in between.
    if (verb !== null && isAnonymous(view, verb)) {
      from--;
      to = from;
      continue;
    }
    if (verb !== null) break;
    if (from < to && lookUp(view.lexicon.responsibility.verbs, before) !== undefined) break;
    from--;
    if (joinsSubject(view, from, to)) break;
  }
  while (to > from && /^(?:لا|لم|لن|ما)$/u.test(norms[to - 1]!)) to--;
  while (from < to && (HELPING.test(norms[from]!) || norms[from] === "اما")) from++;
  while (to > from && (HELPING.test(norms[to - 1]!) || /^(?:ف?ما|لا|بما|عما|مما|لما)$/u.test(norms[to - 1]!))) to--;
  if (from === to) return topicOf(view, cue, to) ?? ofMainVerb(view, cue);
  if (tokens[from]!.pos === "ADP" || PREPOSITION.test(norms[from]!)) return ofMainVerb(view, cue);
  // "جاء ذلك في تصريح للوزير أكد فيه".
  const place = /^[وف]?(?:جاء|جاءت|ورد|وردت)$/u.test(norms[from]!) ? norms.indexOf("في", from) : -1;
  if (place >= 0 && place + 1 < to) from = place + 1;
  // "الجبهة بيانا قالت فيه": the object in between is told of, and does not speak.
  if (to > from + 1 && isAccusative(norms[to - 1]!)) to = groupEnd(view, from, to);
  return tidyRange(view, from, to);
}

/** "… والميناء يتمسك", "… والشرطة لا تستبعد": another clause begins with its subject. */
function joinsSubject({ norms, lexicon }: View, at: number, to: number): boolean {
  const norm = norms[at]!;
  if (!norm.startsWith("و") || lexicon.speakers.has(norm)) return false;
  return lexicon.speakers.has(bare(norm)) || (at === to - 1 && /^وال\p{L}{3,}/u.test(norm));
}

/** The opening mark of a short name in quote marks or brackets that closes at `at`. */
function opening({ norms, tokens }: View, at: number): number | null {
  const open = norms[at] === ")" ? "(" : '"';
  for (let i = at - 1; i >= 0 && i > at - 6; i--) {
    if (norms[i] === open) return i;
    if (tokens[i]!.pos === "PUNCT") return null;
  }
  return null;
}

/** "الوزارة، وفي بيان، قالت": what the sentence opens with, past an aside. */
function topicOf(view: View, cue: Verb, to: number): Range | null {
  const { norms, tokens } = view;
  if (norms[to - 1] !== "،") return null;
  let comma = to - 2;
  while (comma > 0 && norms[comma] !== "،" && comma > to - 16) comma--;
  // "لكن مسؤولا غربيا، طلب عدم ذكر اسمه، قال".
  if (comma > 1 && norms[comma] === "،") {
    let from = comma;
    while (from > 0 && from > comma - 8 && tokens[from - 1]!.pos !== "PUNCT" && !PARTICLES.has(norms[from - 1]!))
      from--;
    const named = tidyRange(view, from, comma);
    const opens = from === 0 || PARTICLES.has(norms[from - 1]!);
    if (opens && named !== null && isOffice(norms[from]!.replace(/ا$/u, ""))) return named;
  }
  const start = comma > 0 && norms[comma] === "،" && comma > 12 ? comma + 1 : 0;
  if (tokens[start]!.pos === "ADP" || PREPOSITION.test(norms[start]!) || cueAt(view, start) !== null) return null;
  const range = tidyRange(view, start, groupEnd(view, start, to));
  if (range === null || range.to - range.from > 8) return null;
  const known = view.lexicon.speakers.has(norms[range.from]!) || norms[range.from]!.startsWith("ال");
  return known && canBe(personOf(view, range, undefined), cue.agrees) ? range : null;
}

/** Whether a verb reports at the token, with the object that makes it do so: not "خرجت اللجنة", "ذهب الموقع أبعد". */
function reports(view: View, i: number): boolean {
  const cue = cueAt(view, i);
  return cue !== null && hasItsObject(view, cue);
}

/** "نشرت الجبهة بيانا قالت فيه", "زار الوزير الموقع وقال": the subject of the verb that the sentence opens with. */
function ofMainVerb(view: View, cue: Verb): Range | null {
  for (let i = 0; i < cue.at; i++) if (view.quotes[i] === null && reports(view, i)) return null;
  const range = mainSubject(view, cue.at);
  return range !== null && canBe(personOf(view, range, undefined), cue.agrees) ? range : null;
}
