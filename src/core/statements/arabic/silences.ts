import type { Draft, Voice } from "../draft.ts";
import { type Range, spanOf, type View } from "../view.ts";
import { contentEnd, tidyRange } from "./content.ts";
import { speakerEnd } from "./groups.ts";
import { speaksForArmed } from "./own-deed.ts";
import { bare, isNegated } from "./words.ts";

/** What nobody could find out, and who did not comment: "لم يتسن التحقق من P", "لم يعرف P", "لم يصدر عن S أي تعليق". */
export function silences(view: View): Draft[] {
  const out: Draft[] = [];
  for (let i = 1; i < view.tokens.length; i++) {
    if (view.quotes[i] !== null || !isNegated(view, i)) continue;
    const found = notKnown(view, i) ?? noComment(view, i) ?? onIt(view, i);
    if (found !== null) out.push(found);
  }
  return out;
}

const KNOWN = /^(?:[يت]عرف|[يت]تضح|[يت]تبين|[يت]عرفا|[يت]علم)$/u;
const POSSIBLE = /^(?:يتسن|يتسني|يمكن|يكن)$/u;
const VERIFIED = /^(?:ال)?(?:تحقق|تاكد|تثبت|تاكيد)$/u;

/** The outlet's word that something is not known. */
function notKnown(view: View, i: number): Draft | null {
  const { norms } = view;
  const norm = norms[i]!;
  let from = -1;
  if (KNOWN.test(norm)) from = /^(?:بعد|حتي|الان|علي|الفور)$/u.test(norms[i + 1] ?? "") ? -1 : i + 1;
  else if (POSSIBLE.test(norm)) {
    const at = norms.findIndex((n, k) => k > i && k < i + 9 && VERIFIED.test(n));
    if (at > 0) from = norms[at + 1] === "من" ? at + 2 : at + 1;
  }
  if (from < 0 || from >= norms.length || view.tokens[from]!.pos === "PUNCT") return null;
  return made(view, i, { voice: { is: "outlet" }, content: tidyRange(view, from, clauseEnd(view, from)) });
}

const COMMENT = /^(?:ال)?(?:تعليق|تعقيب|رد|بيان|توضيح|موقف|نفي|تاكيد|تصريح|ايضاح)$/u;

/** "لم يصدر عن S أي تعليق", "لم يرد من S رد": S said nothing. */
function noComment(view: View, i: number): Draft | null {
  const { norms } = view;
  if (!/^(?:[يت]صدر|[يت]رد)$/u.test(norms[i]!)) return null;
  const by = norms.findIndex((n, k) => k > i && k < i + 8 && /^(?:عن|من)$/u.test(n));
  const comment = norms.findIndex((n, k) => k > i && k < i + 16 && COMMENT.test(n));
  if (by < 0 || comment < 0) return null;
  const limit = comment > by ? comment : norms.length;
  let end = speakerEnd(view, by + 1, limit);
  while (end > by + 1 && /^(?:اي|ايه|حتي|الان)$/u.test(norms[end - 1]!)) end--;
  const speaker = tidyRange(view, by + 1, end);
  if (speaker === null) return null;
  const from = /^(?:اي|ايه)$/u.test(norms[comment - 1]!) ? comment - 1 : comment;
  if (speaksForArmed(view, speaker))
    return { ...made(view, i, { voice: { is: "outlet" }, content: null }), act: "no-claim", target: speaker };
  return made(view, i, { voice: { is: "words", range: speaker }, content: { from, to: comment + 1 } });
}

/** "وهو ما لم تعلق عليه S": S said nothing. */
function onIt(view: View, i: number): Draft | null {
  const { norms } = view;
  if (!/^[يت]علق(?:وا)?$/u.test(norms[i]!) || !/^علي(?:ه|ها|هم)$/u.test(norms[i + 1] ?? "")) return null;
  const speaker = i + 2 < norms.length ? tidyRange(view, i + 2, speakerEnd(view, i + 2, norms.length)) : null;
  if (speaker === null || /^(?:احد|اي|ايه)$/u.test(norms[speaker.from]!)) return null;
  return made(view, i, { voice: { is: "words", range: speaker }, content: null });
}

interface Made {
  readonly voice: Voice;
  readonly content: Range | null;
}

function made(view: View, i: number, { voice, content }: Made): Draft {
  return {
    view,
    frame: "that-clause",
    rule: "ST2",
    cue: { from: i - 1, to: i + 1 },
    lemma: bare(view.norms[i]!),
    strength: "neutral",
    act: "says",
    negative: true,
    voice,
    content: content === null ? [] : [spanOf(view, content)],
    quoted: false,
    complement: "silence",
  };
}

function clauseEnd(view: View, from: number): number {
  const end = contentEnd(view, from);
  for (let i = from + 1; i < end; i++) if (/^[،,]$/.test(view.norms[i]!)) return i;
  return end;
}
