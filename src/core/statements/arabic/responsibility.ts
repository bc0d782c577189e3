import type { Agreement } from "../../text/arabic-verbs.ts";
import type { Draft } from "../draft.ts";
import { type Range, spanOf, type View } from "../view.ts";
import { contentEnd, tidyRange } from "./content.ts";
import { afterTime, groupEnd, speakerEnd } from "./groups.ts";
import { speaksForArmed } from "./own-deed.ts";
import { speakerBefore } from "./speakers.ts";
import { bare, cueAt, holds, isNegated, lookUp, participleAt } from "./words.ts";

/** How far from the verb its object may stand: "مسؤوليته" also past a day and a place of saying. */
const NEAR = 16;
const FAR = 40;

/** Claims of responsibility and reports that none was seen, in Arabic [ST4]: تبنى … الهجوم, أعلن مسؤوليته عن, لم تتبن أي جهة, التزم الصمت. */
export function arabicResponsibility(view: View): Draft[] {
  const out: Draft[] = [];
  for (let i = 0; i < view.tokens.length; i++) {
    const found =
      claimAt(view, i) ??
      silenceAt(view, i) ??
      avoidedAt(view, i) ??
      noneIssued(view, i) ??
      neither(view, i) ??
      keptSilent(view, i);
    if (found !== null) out.push(found);
  }
  return out;
}

/** إعلان تبني, بيان التبني: the noun "claiming", spelt as the verb. */
const NOMINAL = /^[وفبل]?(?:ال)?(?:اعلان|بيان|رفض|عدم|حول|نفي|محاوله|حق|دون|مسؤوليه)$/u;

function claimAt(view: View, i: number): Draft | null {
  const words = view.lexicon.responsibility;
  const { norms } = view;
  if (i > 0 && (view.tokens[i - 1]!.pos === "ADP" || NOMINAL.test(norms[i - 1]!))) return null;
  // رفضت تبني الهجوم: the noun "claiming", spelt as the verb.
  if (norms.slice(Math.max(0, i - 6), i).some((norm) => holds(words.avoids, norm))) return null;
  const verb = lookUp(words.verbs, norms[i]!);
  if (verb === undefined) return claimedIt(view, i);
  const object = verb.needs === "thing" ? thingAfter(view, i + 1) : responsibilityAfter(view, i + 1);
  if (object === null) return null;
  // من دون أن تتبنى.
  const without = norms[i - 1] === "ان" && /^[وب]?دون$/u.test(norms[i - 2] ?? "");
  const negated = isNegated(view, i) || without;
  const subject = without ? null : subjectOf(view, i, { object, agrees: verb.agrees });
  const from = verb.needs === "thing" ? object : afterAn(view, object);
  const content = tidyRange(view, from, from < view.tokens.length ? clauseEnd(view, from) : from);
  const none = subject !== null && norms.slice(subject.from, subject.to).some((norm) => holds(words.nobody, norm));
  return {
    ...base(view, { from: negated ? i - 1 : i, to: verb.needs === "thing" ? i + 1 : object + 1 }),
    lemma: verb.lemma,
    act: negated ? "no-claim" : "claims-responsibility",
    negative: negated,
    agrees: verb.agrees,
    voice: negated
      ? { is: "outlet" }
      : subject === null
        ? { is: "implied", agrees: verb.agrees }
        : { is: "words", range: subject },
    content: content === null ? [] : [spanOf(view, content)],
    object: "responsibility",
    complement: negated ? "no-claim" : "claim",
    ...(negated && subject !== null && !none && !isPronoun(norms[subject.from]!) ? { target: subject } : {}),
  };
}

function isPronoun(norm: string): boolean {
  return /^[وف]?(?:ان|لكن|كان)(?:ه|ها|هم|هما)$/u.test(norm);
}

/** وتبناه التنظيم, لم تتبنه أي جهة: the attack is written on the verb. */
function claimedIt(view: View, i: number): Draft | null {
  const { verbs, nobody } = view.lexicon.responsibility;
  const stem = /^(.{3,})(?:ه|ها|هما)$/u.exec(view.norms[i]!)?.[1];
  if (stem === undefined) return null;
  const verb = lookUp(verbs, stem) ?? (stem.endsWith("ا") ? lookUp(verbs, `${stem.slice(0, -1)}ي`) : undefined);
  if (verb === undefined || verb.needs !== "thing") return null;
  const negated = isNegated(view, i);
  const end = i + 1 < view.norms.length ? speakerEnd(view, i + 1, view.norms.length) : i + 1;
  const subject = tidyRange(view, i + 1, end) ?? speakerBefore(view, { at: i, joined: false, agrees: verb.agrees });
  const none = subject !== null && view.norms.slice(subject.from, subject.to).some((norm) => holds(nobody, norm));
  if (subject === null && !negated) return null;
  return {
    ...base(view, { from: negated ? i - 1 : i, to: i + 1 }),
    lemma: verb.lemma,
    act: negated ? "no-claim" : "claims-responsibility",
    negative: negated,
    agrees: verb.agrees,
    voice: negated || subject === null ? { is: "outlet" } : { is: "words", range: subject },
    content: [],
    object: "responsibility",
    complement: negated ? "no-claim" : "claim",
    ...(negated && subject !== null && !none ? { target: subject } : {}),
  };
}

/** What is adopted besides an attack: "تبنى المجلس قرارا". */
const ADOPTED =
  /^(?:ال)?(?:قرار|مشروع|خطه|سياسه|قانون|نهج|استراتيجيه|موقف|توصيات|توصيه|فكره|راي|مقترح|مبادره|اجراءات|خطاب|نظام|برنامج|دعوه|روايه|فرضيه|لغه|مطالب|خيار)(?:ا|ه|ات)?$/u;

/** The attack that the verb claims; null where another thing is adopted or another clause begins first. */
function thingAfter(view: View, from: number): number | null {
  const { norms, lexicon } = view;
  let comma = false;
  for (let i = from; i < norms.length && i < from + NEAR; i++) {
    const norm = norms[i]!;
    if (/^[.;؛:]$/.test(norm) || lexicon.complementizers.has(norm) || ADOPTED.test(norm)) return null;
    if (norm === "،" || norm === ",") comma = true;
    if (comma && i > from && cueAt(view, i) !== null) return null;
    if (lexicon.responsibility.things.has(norm) && !/^[وف]?(?:في|عن|من|علي|خلال)$/u.test(norms[i - 1] ?? "")) return i;
  }
  return null;
}

/** "مسؤوليته", "المسؤولية عن" behind the verb, past commas; null where a clause of another verb begins first. */
function responsibilityAfter(view: View, from: number): number | null {
  const { norms, lexicon } = view;
  for (let i = from; i < norms.length && i < from + FAR; i++) {
    const norm = norms[i]!;
    if (/^[.;؛:]$/.test(norm) || lexicon.complementizers.has(norm)) return null;
    if (lexicon.responsibility.responsibility.has(norm)) {
      const own = /(?:ته|تها|تهم|تنا|تي|تهما|ه|ها|هم)$/u.test(norm);
      return own || i < from + NEAR ? i : null;
    }
    if (i > from && (cueAt(view, i)?.joined || participleAt(view, i) !== undefined)) return null;
  }
  return null;
}

/** Up to the next comma: what is claimed, and no more. */
function clauseEnd(view: View, from: number): number {
  const end = from < view.tokens.length ? contentEnd(view, from) : from;
  const { norms } = view;
  for (let i = from + 1; i < end; i++) {
    const norm = norms[i]!;
    // How it was claimed: "العملية عبر معرفاته", "الهجوم في بيان".
    const how =
      norm === "عبر" ||
      (norm === "في" && /^(?:بيان|شريط|تسجيل|رساله|منشور|تدوينه|مقطع|تغريده)/u.test(norms[i + 1] ?? ""));
    if (norm === "،" || norm === "," || how) return i;
  }
  return end;
}

function base(view: View, cue: Range) {
  return { view, frame: "responsibility", rule: "ST4", cue, strength: "neutral", quoted: false } as const;
}

function nearest(view: View, from: number, wanted: ReadonlySet<string>): number | null {
  for (let i = from; i < view.tokens.length && i < from + 9; i++) {
    if (/^[.;؛:،,]$/.test(view.norms[i]!)) return null;
    if (holds(wanted, view.norms[i]!)) return i;
  }
  return null;
}

/** Past عن or وراء: what the claim is of. */
function afterAn(view: View, object: number): number {
  for (let i = object + 1; i < view.tokens.length && i < object + 4; i++)
    if (/^(?:عن|وراء|خلف)$/u.test(view.norms[i]!)) return i + 1;
  return view.tokens.length;
}

/** The group between verb and object; else the one before the verb. */
function subjectOf(
  view: View,
  verb: number,
  { object, agrees }: { readonly object: number; readonly agrees: Agreement | undefined },
): Range | null {
  const from = afterTime(view, verb + 1, object);
  if (object > from) {
    const range = tidyRange(view, from, speakerEnd(view, from, object));
    if (range !== null) return range;
  }
  const { norms } = view;
  const joined = /^[وف]/u.test(norms[verb]!) && !view.lexicon.responsibility.verbs.has(norms[verb]!);
  // "كتائب الوادي: نتبنى القصف".
  if (norms[verb - 1] === ":" && verb < 9) return tidyRange(view, 0, verb - 1);
  return speakerBefore(view, { at: verb, joined, agrees });
}

/** التزم … الصمت. */
function silenceAt(view: View, i: number): Draft | null {
  const words = view.lexicon.responsibility;
  if (!holds(words.remains, view.norms[i]!) || isNegated(view, i)) return null;
  const silent = nearest(view, i + 1, words.silence);
  if (silent === null) return null;
  const subject = tidyRange(view, i + 1, silent);
  return {
    ...base(view, { from: i, to: i + 1 }),
    lemma: bare(view.norms[i]!),
    act: "no-claim",
    negative: true,
    voice: { is: "outlet" },
    content: [],
    object: "unstated",
    complement: "silence",
    ...(subject === null ? {} : { target: subject }),
  };
}

const ISSUED = /^(?:يخرج|تخرج|يصدر|تصدر|يرد|ترد|يظهر|تظهر|يسجل|تسجل|يعلن)$/u;
const CLAIM_NOUN = /^(?:تبن|تبني|للتبني|بالتبني|التبني|اعلان)$/u;

/** لم يصدر أي تبن للهجوم, لم يسجل أي إعلان مسؤولية: nobody's claim was seen. */
function noneIssued(view: View, i: number): Draft | null {
  const { norms } = view;
  if (!ISSUED.test(norms[i]!) || !isNegated(view, i)) return null;
  const behind = /^(?:اي|احد)$/u.test(norms[i + 1] ?? "")
    ? norms.findIndex((n, k) => k > i && k < i + 9 && /^(?:وراء|خلف)$/u.test(n))
    : -1;
  if (behind > 0) {
    const content = tidyRange(view, behind + 1, behind + 1 < norms.length ? clauseEnd(view, behind + 1) : behind + 1);
    return {
      ...base(view, { from: i - 1, to: i + 1 }),
      lemma: bare(norms[i]!),
      act: "no-claim",
      negative: true,
      voice: { is: "outlet" },
      content: content === null ? [] : [spanOf(view, content)],
      object: "responsibility",
      complement: "none-issued",
    };
  }
  const noun = norms.findIndex((n, k) => k > i && k < i + 7 && CLAIM_NOUN.test(n));
  if (noun < 0) return null;
  const about = nearest(view, noun + 1, view.lexicon.responsibility.responsibility);
  if (about === null && norms[noun] === "اعلان") return null;
  return {
    ...base(view, { from: i - 1, to: i + 1 }),
    lemma: bare(norms[i]!),
    act: "no-claim",
    negative: true,
    voice: { is: "outlet" },
    content: [],
    object: "responsibility",
    complement: "none-issued",
  };
}

const SIGN = /^(?:بيان|تبن|تبني|اعلان|شريط|تسجيل|رساله)$/u;

/** "ولا بيان ولا شريط": nobody's claim was seen. */
function neither(view: View, i: number): Draft | null {
  const { norms } = view;
  const both = /^و?لا$/u.test(norms[i]!) && norms[i + 2] === "ولا";
  if (!both || !SIGN.test(norms[i + 1]!) || !SIGN.test(norms[i + 3] ?? "")) return null;
  return { ...base(view, { from: i, to: i + 4 }), lemma: "لا", ...unclaimed("none-issued"), object: "responsibility" };
}

/** "كتيبة المرجان صمتت": a group that claims attacks said nothing. */
function keptSilent(view: View, i: number): Draft | null {
  if (!/^[وف]?(?:صمتت|صمتوا|سكتت|سكتوا)$/u.test(view.norms[i]!) || isNegated(view, i)) return null;
  const subject = speakerBefore(view, { at: i, joined: false, agrees: undefined });
  if (subject === null || !speaksForArmed(view, subject)) return null;
  const lemma = bare(view.norms[i]!);
  return { ...base(view, { from: i, to: i + 1 }), lemma, ...unclaimed("silence"), object: "unstated", target: subject };
}

function unclaimed(complement: string) {
  return { act: "no-claim", negative: true, voice: { is: "outlet" }, content: [], complement } as const;
}

const CLAIMING = new Set(["تبني", "اعلان"]);

/** رفضت الجماعة تبني الهجوم, تجنب إعلان المسؤولية. */
function avoidedAt(view: View, i: number): Draft | null {
  const words = view.lexicon.responsibility;
  if (!holds(words.avoids, view.norms[i]!) || isNegated(view, i)) return null;
  const claiming = nearest(view, i + 1, CLAIMING);
  if (claiming === null || nearest(view, claiming, new Set([...words.responsibility, ...words.things])) === null)
    return null;
  const subject = tidyRange(view, i + 1, groupEnd(view, i + 1, claiming));
  return {
    ...base(view, { from: i, to: i + 1 }),
    lemma: bare(view.norms[i]!),
    act: "no-claim",
    negative: true,
    voice: { is: "outlet" },
    content: [],
    object: "responsibility",
    complement: "avoids",
    ...(subject === null ? {} : { target: subject }),
  };
}
