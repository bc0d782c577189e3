import type { Draft } from "../draft.ts";
import { type Range, spanOf, type View } from "../view.ts";
import { contentEnd, tidyRange } from "./content.ts";
import { afterTime, groupEnd, speakerEnd } from "./groups.ts";
import { type ArabicCue, bare, phraseHere, withObject } from "./words.ts";

const COMMA = /^[،,]$/;
const STOP = /^[.؛;:!?؟]$/;
/** Not somebody's word: "according to the law, the plan". */
const NO_SOURCE =
  /^(?:ل|ال|لل)?(?:قانون|اتفاق|اتفاقيه|دستور|ماده|لوائح|لائحه|خطه|جدول|شروط|معايير|معيار|نظام|بروتوكول|حاجه|ظروف|اولويات|تقويم|توقيت|قواعد|احكام|نص|مقتضيات|طريقه|طبيعه|نوع|حجم|عدد|منطقه|امكانات|رغبه|مبدا|ترتيب|اجراءات)$/u;
/** "In his words": whose words are known from the verb before. */
const HIS = /^(?:تعبير|قول|وصف|زعم|راي|كلام|اعتقاد|ادعاء|تقدير|تصريحات)(?:ه|ها|هم|هما)$/u;

/** بحسب S، P and P، بحسب S; also وفقا ل, نقلا عن, حسبما أفاد S, على حد قول S, and P، كما ذكر S. */
export function according(view: View): Draft[] {
  const out: Draft[] = [];
  for (let i = 0; i < view.tokens.length; i++) {
    if (view.quotes[i] !== null) continue;
    const phrase = phraseHere(view.lexicon.according, view.norms, i);
    const found =
      phrase === null
        ? asSaid(view, i)
        : i > 0 && view.tokens[i - 1]!.pos === "ADP"
          ? null
          : sourced(view, { from: i, to: i + phrase.length });
    if (found !== null) out.push(found);
  }
  return out;
}

/** The source behind "according to", and what it says before or after. */
function sourced(view: View, phrase: Range): Draft | null {
  const { norms } = view;
  let from = phrase.to;
  while (/^(?:عن|الي|ما|لما)$/u.test(norms[from] ?? "")) from++;
  const verb = from < norms.length && from > phrase.to - 1 ? verbAt(view, from) : null;
  const verbEnd = from + 1;
  const known =
    (norms[from - 1] === "ما" || norms[from - 1] === "لما" || /ما$/u.test(norms[phrase.from]!)) && verb !== null;
  if (known) from = afterTime(view, from + 1, norms.length);
  if (from >= norms.length || HIS.test(norms[from]!) || NO_SOURCE.test(norms[from]!)) return null;
  const opens = phrase.from === 0 || opensSentence(view, phrase.from);
  if (norms[phrase.from] === "نقلا" && !opens && clauseFollows(view, from)) return null;
  const end = sourceEnd(view, from, opens);
  const source = tidyRange(view, from, end);
  if (source === null) return null;
  // بحسب ما نقلت S عن Y: Y speaks, S passed it on.
  const an = known ? norms.slice(0, end).indexOf("عن", from + 1) : -1;
  const speaker = an < 0 ? source : tidyRange(view, an + 1, speakerEnd(view, an + 1, end));
  const through = an < 0 ? null : tidyRange(view, from, an);
  const content = opens
    ? tidyRange(view, end, contentEnd(view, Math.min(end, norms.length - 1)))
    : before(view, phrase.from);
  if (speaker === null || content === null) return null;
  const cue = { from: phrase.from, to: known ? verbEnd : phrase.to };
  return made(view, { cue, speaker, through, content, complement: opens ? "first" : "last" });
}

interface Made {
  readonly cue: Range;
  readonly speaker: Range;
  readonly through: Range | null;
  readonly content: Range;
  readonly complement: string;
}

function made(view: View, { cue, speaker, through, content, complement }: Made): Draft {
  return {
    view,
    frame: "according-to",
    rule: "ST2",
    cue,
    lemma: bare(view.norms[cue.from]!),
    strength: "neutral",
    act: "says",
    negative: false,
    voice: { is: "words", range: speaker },
    ...(through === null ? {} : { through }),
    content: [spanOf(view, content)],
    quoted: false,
    complement,
  };
}

/** A reporting verb, also with its object written on it: ما أوردته. */
function verbAt(view: View, i: number): ArabicCue | null {
  const norm = view.norms[i]!;
  const form = view.lexicon.verbs.get(norm)?.[0] ?? withObject(view, norm);
  return form === undefined ? null : { at: i, cue: form.cue, joined: false, agrees: form.agrees };
}

/** Behind the first words only a conjunction or a time stands: "وأمس، بحسب S". */
function opensSentence({ norms }: View, at: number): boolean {
  return at <= 2 && norms.slice(0, at).every((norm) => COMMA.test(norm) || /^[وف]?(?:هذا|امس|اليوم|لكن)$/u.test(norm));
}

/** "S، نقلا عن Y، أن P": S has a verb of his own and cites Y. */
function clauseFollows(view: View, from: number): boolean {
  for (let i = from; i < view.norms.length && i < from + 14; i++) {
    if (view.lexicon.complementizers.has(view.norms[i]!)) return true;
    if (STOP.test(view.norms[i]!)) return false;
  }
  return false;
}

const RESUMES = /^(?:فان\p{L}{0,3}|فقد|ان|انه|انها|فلم|فلا)$/u;

/** Where the source's words end: before a comma, "فإن", or the verb of what it says. */
function sourceEnd(view: View, from: number, opens: boolean): number {
  const { norms, tokens } = view;
  let end = from;
  while (end < tokens.length && !COMMA.test(norms[end]!) && !STOP.test(norms[end]!) && !RESUMES.test(norms[end]!))
    end++;
  if (end < tokens.length && COMMA.test(norms[end]!)) return end;
  const whole = end === tokens.length || STOP.test(norms[end]!);
  return opens && whole ? groupEnd(view, from, end) : end;
}

/** What stands before "P، بحسب S": the sentence so far, from the last clause that began with a verb of reporting on. */
function before(view: View, at: number): Range | null {
  return tidyRange(view, 0, at);
}

/** P، كما ذكر S: a verb without a clause of its own. */
function asSaid(view: View, i: number): Draft | null {
  const { norms } = view;
  if (norms[i] !== "كما" || i === 0 || i + 2 >= norms.length || !(COMMA.test(norms[i - 1]!) || view.quotes[i - 2]))
    return null;
  const verb = verbAt(view, i + 1);
  if (verb === null || !(verb.cue.takes.has("clause") || verb.cue.takes.has("quote"))) return null;
  const end = sourceEnd(view, i + 2, false);
  const speaker = tidyRange(view, i + 2, speakerEnd(view, i + 2, end));
  const content = before(view, i);
  // "كما أكد الوزير مقتل": more is said, so it is a statement of its own.
  const rest = norms.slice(i + 2, Math.min(norms.length, i + 30));
  const more = rest.some((norm) => view.lexicon.complementizers.has(norm) || norm === '"' || norm === ":");
  if (speaker === null || content === null || more || verb.cue.act === "denies" || verb.cue.prepositions.length > 1)
    return null;
  if (speaker.to < end && !/^(?:في|امس|اليوم|علي|عبر|ل|يوم)/u.test(norms[speaker.to]!)) return null;
  if (verb.cue.takes.has("object") && end - speaker.from > 6) return null;
  return made(view, { cue: { from: i, to: i + 2 }, speaker, through: null, content, complement: "last" });
}
