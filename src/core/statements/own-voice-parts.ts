import type { Span } from "../model/span.ts";
import type { Condition, Inference, Voice } from "../model/statement.ts";
import { phraseAt } from "../text/lexicon.ts";
import { conditionAt, connectiveAt, plainView } from "./own-voice.ts";
import { type Range, spanOf, tidy, type View } from "./view.ts";

/** The parts of the outlet's own sentence that its kind has: of an inference its conclusion, grounds and connective, of a conditional its condition and what follows [ST6]. */
export function partsOf(
  view: View,
  voice: Voice,
  before: Span | null,
): { readonly inference?: Inference; readonly condition?: Condition } {
  if (voice === "inference") {
    const inference = inferenceOf(plainView(view), before);
    return inference === null ? {} : { inference };
  }
  if (voice !== "conditional") return {};
  const condition = conditionOf(plainView(view));
  return condition === null ? {} : { condition };
}

const POINTS_BACK = /^(?:this|that|these|those|it|هذا|ذلك|هذه|تلك)$/u;
const RELATIVE = /^(?:which|مما|ما|وهو)$/u;

/**
 * An adverb or a verb has its conclusion behind it and its grounds before it; with nothing before it, or a "this", the sentence before is
 * the ground. A modal stands inside its conclusion. What a word such as "because" leads to is a ground in each case.
 */
function inferenceOf(view: View, before: Span | null): Inference | null {
  const found = connectiveAt(view);
  if (found === null) return null;
  const end = view.tokens.length;
  const reasons = groundsIn(view, found);
  const own = (range: Range) => withoutReasons(view, range, reasons);
  const connective = spanOf(view, { from: found.at, to: found.at + found.length });
  const lead = tidy(view, { from: 0, to: found.at });
  const after = own({ from: found.at + found.length, to: end });
  const said = found.is === "modal" ? own({ from: 0, to: end }) : (after ?? own({ from: 0, to: end }));
  const conclusion = said === null ? null : tidy(view, said);
  if (conclusion === null) return null;
  const grounds = reasons.map((r) => spanOf(view, r));
  if (found.is !== "modal") {
    const points = lead === null || isPointing(view, { lead, at: found.at });
    if (!points && lead !== null) grounds.unshift(spanOf(view, lead));
    else if (before !== null && grounds.length === 0) grounds.push(before);
  }
  return { connective, conclusion: spanOf(view, conclusion), grounds };
}

/** Whether what stands before the connective only points back, or the connective itself begins with "this". */
function isPointing({ norms }: View, { lead, at }: { readonly lead: Range; readonly at: number }): boolean {
  const words = norms.slice(lead.from, lead.to);
  if (RELATIVE.test(norms[at] ?? "")) return false;
  return (
    POINTS_BACK.test(norms[at] ?? "") ||
    (words.length <= 3 && words.some((n) => POINTS_BACK.test(n))) ||
    words.length <= 1
  );
}

/** The stretches that words such as "because" lead to, up to the next comma that opens another clause or the end. */
function groundsIn(view: View, { at, length }: { readonly at: number; readonly length: number }): readonly Range[] {
  const out: Range[] = [];
  for (let i = 0; i < view.norms.length; i++) {
    if (i >= at && i < at + length) continue;
    const phrase = phraseAt(view.lexicon.connectives, view.norms, i);
    if (phrase?.value !== "grounds") continue;
    const from = i + phrase.words.length;
    const comma = i < at ? view.norms.findIndex((n, k) => k > from && k <= at && (n === "," || n === "،")) : -1;
    const range = tidy(view, { from, to: comma < 0 ? (i < at ? at : view.norms.length) : comma });
    if (range === null) continue;
    out.push(range);
    i = range.to;
  }
  return out;
}

/** The range up to where a ground begins, or after it where the ground comes first. */
function withoutReasons(view: View, range: Range, reasons: readonly Range[]): Range | null {
  let { from, to } = range;
  for (const r of reasons) {
    if (r.from <= from + 3 && r.to > from) from = Math.max(from, r.to);
    else if (r.from > from && r.from < to) to = backTo(view, r.from);
  }
  return from < to ? { from, to } : null;
}

/** The token where the word that leads to the ground begins. */
function backTo(view: View, from: number): number {
  for (let k = 1; k <= 4; k++) {
    const phrase = phraseAt(view.lexicon.connectives, view.norms, from - k);
    if (phrase?.value === "grounds" && phrase.words.length === k) return from - k;
  }
  return from;
}

const THEN = /^(?:then|فان|فانه|فانها|فسوف|فلن|فقد|ف)$/u;

/** "If C, P" and "P if C"; Arabic إذا C فإن P. Without a mark between the two the condition goes to the end and what follows is not told. */
function conditionOf(view: View): Condition | null {
  const found = conditionAt(view);
  if (found === null) return null;
  const { norms } = view;
  const from = found.at + found.length;
  const inFront = tidy(view, { from: 0, to: found.at });
  const first = inFront === null || inFront.to - inFront.from < 3;
  const split = first ? splitAt(view, from) : norms.length;
  const condition = tidy(view, { from, to: split });
  if (condition === null) return null;
  const rest = first ? tidy(view, { from: split, to: norms.length }) : inFront;
  const consequence =
    rest === null
      ? null
      : tidy(view, {
          from: THEN.test(norms[rest.from] ?? "") ? rest.from + (norms[rest.from] === "then" ? 1 : 0) : rest.from,
          to: rest.to,
        });
  return { condition: spanOf(view, condition), consequence: consequence === null ? null : spanOf(view, consequence) };
}

/** Where the condition that stands first ends: at the comma before a clause with a verb of its own, or at Arabic ف. */
function splitAt({ norms, tokens, lexicon }: View, from: number): number {
  for (let i = from + 1; i < norms.length; i++) {
    const norm = norms[i]!;
    if (lexicon.language === "ar" && /^(?:فان|فانه|فانها|فانهم|فسوف|فلن|فس[يت]\p{L}{2,})$/u.test(norm)) return i;
    if (norm !== "," && norm !== "،") continue;
    const rest = tokens.slice(i + 1);
    const listed = /^(?:and|or|او)$/u.test(norms[i + 1] ?? "");
    if (!listed && (lexicon.language === "ar" || rest.some((t) => t.pos === "VERB" || t.pos === "AUX"))) return i;
  }
  return norms.length;
}
