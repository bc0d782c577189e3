import type { Draft } from "../draft.ts";
import { type Range, spanOf, type View } from "../view.ts";
import { bare, contentEnd, groupEnd, holds, isNegated, lookUp, tidyRange } from "./words.ts";

const NEAR = 9;

/** Claims of responsibility and reports that none was seen, in Arabic [ST4]: تبنى … الهجوم, أعلن مسؤوليته عن, لم تتبن أي جهة, التزم الصمت. */
export function arabicResponsibility(view: View): Draft[] {
  const out: Draft[] = [];
  for (let i = 0; i < view.tokens.length; i++) {
    const found = claimAt(view, i) ?? silenceAt(view, i) ?? avoidedAt(view, i) ?? noneIssued(view, i);
    if (found !== null) out.push(found);
  }
  return out;
}

function claimAt(view: View, i: number): Draft | null {
  const words = view.lexicon.responsibility;
  if (i > 0 && view.tokens[i - 1]!.pos === "ADP") return null;
  // رفضت تبني الهجوم: the noun "claiming", spelt as the verb.
  if (view.norms.slice(Math.max(0, i - 6), i).some((norm) => holds(words.avoids, norm))) return null;
  const verb = lookUp(words.verbs, view.norms[i]!);
  if (verb === undefined) return null;
  const wanted = verb.needs === "thing" ? words.things : words.responsibility;
  const object = nearest(view, i + 1, wanted);
  if (object === null || view.norms.slice(i + 1, object).some((norm) => view.lexicon.complementizers.has(norm)))
    return null;
  // من دون أن تتبنى.
  const without = view.norms[i - 1] === "ان" && /^[وب]?دون$/u.test(view.norms[i - 2] ?? "");
  const negated = isNegated(view, i) || without;
  const subject = without ? null : subjectOf(view, { verb: i, object });
  const from = verb.needs === "thing" ? object : afterAn(view, object);
  const content = tidyRange(view, from, clauseEnd(view, from));
  const none = subject !== null && view.norms.slice(subject.from, subject.to).some((norm) => holds(words.nobody, norm));
  return {
    ...base(view, {
      from: negated ? i - 1 : i,
      to: verb.needs === "thing" ? i + 1 : Math.max(i + 1, Math.min(object + 1, i + 2)),
    }),
    lemma: verb.lemma,
    act: negated ? "no-claim" : "claims-responsibility",
    negative: negated,
    voice: negated ? { is: "outlet" } : subject === null ? { is: "implied" } : { is: "words", range: subject },
    content: content === null ? [] : [spanOf(view, content)],
    object: "responsibility",
    complement: negated ? "no-claim" : "claim",
    ...(negated && subject !== null && !none ? { target: subject } : {}),
  };
}

/** Up to the next comma: what is claimed, and no more. */
function clauseEnd(view: View, from: number): number {
  const end = from < view.tokens.length ? contentEnd(view, from) : from;
  const comma = view.norms.findIndex((norm, i) => i > from && i < end && (norm === "،" || norm === ","));
  return comma < 0 ? end : comma;
}

function base(view: View, cue: Range) {
  return { view, frame: "responsibility", rule: "ST4", cue, strength: "neutral", quoted: false } as const;
}

function nearest(view: View, from: number, wanted: ReadonlySet<string>): number | null {
  for (let i = from; i < view.tokens.length && i < from + NEAR; i++) {
    if (/^[.;؛:،,]$/.test(view.norms[i]!)) return null;
    if (holds(wanted, view.norms[i]!)) return i;
  }
  return null;
}

/** Past عن: what the claim is of. */
function afterAn(view: View, object: number): number {
  for (let i = object + 1; i < view.tokens.length && i < object + 4; i++) if (view.norms[i] === "عن") return i + 1;
  return view.tokens.length;
}

/** The group between verb and object; else the one before the verb. */
function subjectOf(view: View, { verb, object }: { verb: number; object: number }): Range | null {
  if (object > verb + 1) return tidyRange(view, verb + 1, groupEnd(view, verb + 1, object));
  const before = tidyRange(view, 0, verb - (isNegated(view, verb) ? 1 : 0));
  if (before === null || before.to - before.from > 8) return null;
  return bare(view.norms[before.from]!) === "قد" ? null : before;
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

const ISSUED = /^(?:يصدر|تصدر|يرد|ترد|يظهر|تظهر|يسجل|تسجل|يعلن)$/u;
const CLAIM_NOUN = /^(?:تبن|تبني|للتبني|بالتبني|التبني|اعلان)$/u;

/** لم يصدر أي تبن للهجوم, لم يسجل أي إعلان مسؤولية: nobody's claim was seen. */
function noneIssued(view: View, i: number): Draft | null {
  const { norms } = view;
  if (!ISSUED.test(norms[i]!) || !isNegated(view, i)) return null;
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
