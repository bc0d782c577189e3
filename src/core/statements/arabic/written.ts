import type { Draft, Voice } from "../draft.ts";
import { type Range, spanOf, tokensOf, type View } from "../view.ts";
import { contentEnd, tidyRange } from "./content.ts";
import { speakerEnd } from "./groups.ts";

const STANDS = /^[وف]?(?:جاء|جاءت|ورد|وردت)$/u;

/** What a text says: "جاء في بيان للجبهة أن P", "رسالة جاء فيها: «Q»". */
export function written(view: View): Draft[] {
  const out: Draft[] = [];
  for (let i = 0; i + 2 < view.tokens.length; i++) {
    if (view.quotes[i] !== null || !STANDS.test(view.norms[i]!)) continue;
    const found = inText(view, i) ?? inIt(view, i);
    if (found !== null) out.push(found);
  }
  return out;
}

const REACH = 24;

function inText(view: View, i: number): Draft | null {
  const { norms, lexicon } = view;
  if (norms[i + 1] !== "في" && norms[i + 1] !== "علي") return null;
  for (let at = i + 2; at < norms.length && at < i + REACH; at++) {
    if (/^[.؛;]$/.test(norms[at]!)) return null;
    const opened = lexicon.complementizers.has(norms[at]!) || norms[at] === ":";
    if (!opened) continue;
    const from = /^(?:ان|بان|:)$/u.test(norms[at]!) ? at + 1 : at;
    const speaker = tidyRange(view, i + 2, speakerEnd(view, i + 2, at));
    return speaker === null
      ? null
      : made(view, { cue: { from: i, to: i + 2 }, from, voice: { is: "words", range: speaker } });
  }
  return null;
}

/** "رسالة جاء فيها": the word before is the text. */
function inIt(view: View, i: number): Draft | null {
  const { norms } = view;
  if (!/^فيه(?:ا|م|ما)?$/u.test(norms[i + 1]!)) return null;
  const at = i + 2;
  if (norms[at] !== ":" && norms[at] !== '"' && !view.lexicon.complementizers.has(norms[at]!)) return null;
  const voice: Voice =
    i === 0 || view.tokens[i - 1]!.pos === "PUNCT" ? { is: "implied" } : { is: "words", range: { from: i - 1, to: i } };
  const from = /^(?:ان|:)$/u.test(norms[at]!) ? at + 1 : at;
  return made(view, { cue: { from: i, to: i + 2 }, from, voice });
}

function made(
  view: View,
  { cue, from, voice }: { readonly cue: Range; readonly from: number; readonly voice: Voice },
): Draft | null {
  if (from >= view.norms.length) return null;
  const quotation = view.norms[from] === '"' ? (view.quotes[from + 1] ?? null) : null;
  const whole = quotation !== null && tokensOf(view, quotation).to - from > 3;
  const content = whole
    ? { start: quotation.start, end: quotation.end }
    : spanOrNull(view, tidyRange(view, from, contentEnd(view, from)));
  if (content === null) return null;
  return {
    view,
    frame: whole ? "direct-quote" : "that-clause",
    rule: "ST2",
    cue,
    lemma: "جاء",
    strength: "neutral",
    act: "says",
    negative: false,
    voice,
    content: [content],
    quoted: whole,
    complement: "written",
  };
}

function spanOrNull(view: View, range: Range | null) {
  return range === null ? null : spanOf(view, range);
}
