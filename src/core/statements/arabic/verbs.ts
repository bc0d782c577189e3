import type { Frame } from "../../model/statement.ts";
import { type Draft, fromCue, type Voice } from "../draft.ts";
import { type Range, spanOf, tokenAt, type View } from "../view.ts";
import {
  type ArabicCue,
  complementizer,
  contentEnd,
  cueAt,
  groupEnd,
  isNegated,
  nameInQuotes,
  speakerEnd,
  splitDefinite,
  tidyRange,
} from "./words.ts";

/** The statements of reporting verbs in an Arabic sentence: V S أن P, S V أن P, V S: «Q», «Q» V S, V S O ب P, and participles that go on. */
export function arabicVerbs(view: View): Draft[] {
  const out: Draft[] = [];
  // The first verb before a clause has it: "نقلت S عن Y، طلبا عدم ذكر اسميهما، أن P".
  const taken = new Set<number>();
  for (let i = 0; i < view.tokens.length; i++) {
    if (view.quotes[i] !== null) continue;
    const cue = cueAt(view, i);
    const found = cue === null ? participle(view, i, out.at(-1)) : statementAt(view, cue);
    const start = found?.content[0]?.start;
    if (found === null || (start !== undefined && taken.has(start))) continue;
    if (start !== undefined) taken.add(start);
    out.push(...relayed(view, found));
  }
  return out;
}

function statementAt(view: View, cue: ArabicCue): Draft | null {
  const made =
    quoteAfter(view, cue) ??
    quoteBefore(view, cue) ??
    clause(view, cue) ??
    responsible(view, cue) ??
    laysBlame(view, cue) ??
    prepositional(view, cue) ??
    deniedIt(view, cue) ??
    object(view, cue);
  if (made === null) return null;
  if (!isNegated(view, cue.at)) return made;
  // لم يعلق, لم يقل: said to have been left unsaid; kept only where it names what.
  return made.frame === "that-clause"
    ? { ...made, negative: !made.negative, cue: { from: made.cue.from - 1, to: made.cue.to } }
    : null;
}

interface Made {
  readonly frame: Frame;
  readonly voice: Voice;
  readonly content: Range | null;
  readonly target?: Range | null;
  readonly quoted?: boolean;
  readonly complement: string;
}

function draft(view: View, cue: ArabicCue, made: Made): Draft {
  return {
    view,
    ...fromCue(cue.cue),
    frame: made.frame,
    rule: "ST2",
    cue: { from: cue.at, to: cue.at + 1 },
    voice: made.voice,
    content: made.content === null ? [] : [spanOf(view, made.content)],
    quoted: made.quoted ?? false,
    complement: made.complement,
    ...(made.target ? { target: made.target } : {}),
  };
}

function voiceOf(range: Range | null): Voice {
  return range === null ? { is: "implied" } : { is: "words", range };
}

const PARTICLES = new Set([
  "لكنه",
  "لكنها",
  "لكنهم",
  "ولكنه",
  "انه",
  "انها",
  "لكن",
  "ولكن",
  "قد",
  "وقد",
  "كان",
  "وكان",
  "كانت",
  "وكانت",
  "كما",
  "بينما",
  "فيما",
  "حيث",
  "ان",
  "ثم",
  "غير",
  "الا",
  "اذ",
]);

/** The speaker after the verb, else before it: "الجيش أكد أن", "وكان المجلس قد حذر". */
function speaker(view: View, cue: ArabicCue, limit: number): Range | null {
  const after = tidyRange(view, cue.at + 1, speakerEnd(view, cue.at + 1, limit));
  return after ?? speakerBefore(view, cue);
}

function speakerBefore(view: View, cue: ArabicCue): Range | null {
  // "أما وزارة الداخلية فقالت".
  if (cue.joined && view.norms[cue.at]!.startsWith("ف")) {
    const topic = view.norms.slice(Math.max(0, cue.at - 9), cue.at).lastIndexOf("اما");
    if (topic >= 0) return tidyRange(view, Math.max(0, cue.at - 9) + topic + 1, cue.at);
  }
  if (cue.joined) return null;
  let to = cue.at;
  if (isNegated(view, cue.at)) to--;
  if (view.norms[to - 1] === "قد") to--;
  let from = to;
  while (
    from > 0 &&
    from > to - 8 &&
    view.tokens[from - 1]!.pos !== "PUNCT" &&
    !PARTICLES.has(view.norms[from - 1]!) &&
    cueAt(view, from - 1) === null
  )
    from--;
  if (view.tokens[from]?.pos === "ADP" || PREPOSITION.test(view.norms[from] ?? "")) return null;
  return tidyRange(view, from, to);
}

/** وفي 9 آذار, وبعد يوم: a time, and nobody who speaks. */
const PREPOSITION = /^[وف]?(?:في|من|بعد|قبل|منذ|خلال|عقب|مع|يوم|مساء|صباح)$/u;

/** V S: «Q», V S «Q». */
function quoteAfter(view: View, cue: ArabicCue): Draft | null {
  const { norms, tokens } = view;
  if (!cue.cue.takes.has("quote")) return null;
  for (let i = cue.at + 1; i < tokens.length && i < cue.at + 16; i++) {
    const named = nameInQuotes(view, { from: cue.at + 1, at: i, limit: tokens.length });
    if (named !== null) {
      i = named - 1;
      continue;
    }
    const opens = view.quotes[i + 1] != null && view.quotes[i] === null && tokens[i]!.pos === "PUNCT";
    if (norms[i] === ":" || opens) {
      const quotation = view.quotes[i + 1] ?? view.quotes[i + 2];
      const voice = voiceOf(speaker(view, cue, i));
      if (quotation != null) {
        const led = norms[i] === ":" || norms[i - 1] === ":" || norms[i - 1] === "،" || i <= cue.at + 4;
        if (!led) return null;
        const made = draft(view, cue, {
          frame: "direct-quote",
          voice,
          content: null,
          quoted: true,
          complement: "quote",
        });
        return { ...made, content: [{ start: quotation.start, end: quotation.end }] };
      }
      const content = tidyRange(view, i + 1, contentEnd(view, i + 1));
      return content === null ? null : draft(view, cue, { frame: "that-clause", voice, content, complement: "colon" });
    }
    if (view.lexicon.complementizers.has(norms[i]!) || /^[.؛;]$/.test(norms[i]!)) return null;
  }
  return null;
}

/** «Q»، قال S. */
function quoteBefore(view: View, cue: ArabicCue): Draft | null {
  let i = cue.at - 1;
  while (i >= 0 && view.tokens[i]!.pos === "PUNCT" && view.quotes[i] === null) i--;
  const quotation = i >= 0 && i < cue.at - 1 ? view.quotes[i] : null;
  if (quotation == null || !cue.cue.takes.has("quote")) return null;
  const after = tidyRange(view, cue.at + 1, speakerEnd(view, cue.at + 1, view.tokens.length));
  const made = draft(view, cue, {
    frame: "direct-quote",
    voice: voiceOf(after),
    content: null,
    quoted: true,
    complement: "quote",
  });
  return { ...made, content: [{ start: quotation.start, end: quotation.end }] };
}

const WH = new Set(["كيف", "لماذا", "متي", "اين", "ماذا", "من", "هل", "ما"]);

/** V S أن P; for verbs with a preposition before it (أشار إلى أن) the speaker ends there. */
function clause(view: View, cue: ArabicCue): Draft | null {
  const { takes } = cue.cue;
  if (takes.has("question")) {
    const ahead = view.norms.slice(cue.at + 1, cue.at + 8);
    const wh = cue.at + 1 + ahead.findIndex((norm) => WH.has(norm) && norm !== "من" && norm !== "ما");
    if (wh > cue.at && complementizer(view, cue.at + 1, wh - cue.at) === null) {
      const content = tidyRange(view, wh, contentEnd(view, wh));
      return draft(view, cue, {
        frame: "that-clause",
        voice: voiceOf(speaker(view, cue, wh)),
        content,
        complement: "question",
      });
    }
  }
  if (!takes.has("clause")) return null;
  const at = complementizer(view, cue.at + 1);
  if (at === null || another(view, cue.at + 1, at)) return null;
  const limit = prepositionBefore(view, cue, at);
  const content = tidyRange(
    view,
    at + 1 < view.tokens.length && isBareAn(view.norms[at]!) ? at + 1 : at,
    contentEnd(view, at + 1),
  );
  if (content === null) return null;
  const range =
    cue.cue.act === "reports" && view.norms.slice(cue.at, at).includes("عن")
      ? relayer(view, cue, at)
      : speaker(view, cue, limit);
  return draft(view, cue, { frame: "that-clause", voice: voiceOf(range), content, complement: "that" });
}

function isBareAn(norm: string): boolean {
  return norm === "ان" || norm === "بان";
}

/** Whether another reporting verb stands between: then the clause is that one's. */
function another(view: View, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (
      cueAt(view, i) !== null &&
      view.norms[i - 1] !== "الذي" &&
      view.norms[i - 1] !== "التي" &&
      !view.norms[i]!.startsWith("ال")
    ) {
      const { takes } = cueAt(view, i)!.cue;
      // An aside between commas has its own verb: the clause after it is not that verb's.
      const aside = view.norms.slice(i, to).some((norm) => norm === "،" || norm === ",");
      if (takes.has("clause") && i > from && !aside) return true;
    }
  }
  return false;
}

function prepositionBefore(view: View, cue: ArabicCue, at: number): number {
  const before = view.norms[at - 1];
  return before !== undefined && cue.cue.prepositions.includes(before) ? at - 1 : at;
}

/** نقلت S عن Y: S up to عن. */
function relayer(view: View, cue: ArabicCue, at: number): Range | null {
  const an = view.norms.slice(cue.at, at).indexOf("عن");
  return tidyRange(view, cue.at + 1, an > 0 ? cue.at + an : at);
}

/** نقلت S عن Y قولها إن P: the report by S, and what Y said through S. */
function relayed(view: View, outer: Draft): Draft[] {
  const from = outer.cue.to;
  const near = view.norms.slice(from, from + 14);
  const an = near.indexOf("عن") < 0 ? -1 : from + near.indexOf("عن");
  const says = near.findIndex((norm) => view.lexicon.saying.has(norm));
  const saying = says < 0 ? -1 : from + says;
  if (outer.lemma !== "نقل" || an < 0 || an > from + 8 || outer.content.length === 0) return [outer];
  if (saying < an) return [{ ...outer, ...sourceAfter(view, outer, an) }];
  const range = tidyRange(view, an + 1, saying);
  if (range === null) return [outer];
  return [
    outer,
    {
      ...outer,
      ...(outer.voice.is === "words" ? { through: outer.voice.range } : {}),
      cue: { from: saying, to: saying + 1 },
      lemma: "قال",
      act: "says",
      voice: { is: "words", range },
      complement: "relayed",
    },
  ];
}

/** نقلت S عن Y أن P: Y speaks, S passed it on. */
function sourceAfter(view: View, outer: Draft, an: number): Partial<Draft> {
  const content = tokenAt(view, outer.content[0]!.start);
  const end = speakerEnd(view, an + 1, Math.max(an + 1, content - 1));
  const range = tidyRange(view, an + 1, end);
  if (range === null || outer.voice.is !== "words") return {};
  return { voice: { is: "words", range }, through: outer.voice.range };
}

/** حمّل S O مسؤولية P. */
function responsible(view: View, cue: ArabicCue): Draft | null {
  if (!cue.cue.takes.has("responsibility")) return null;
  const words = view.lexicon.responsibility.responsibility;
  for (let i = cue.at + 2; i < view.tokens.length && i < cue.at + 20; i++) {
    if (!words.has(view.norms[i]!)) continue;
    const { subject, target } = subjectAndObject(view, cue.at + 1, i);
    const content = tidyRange(view, i, contentEnd(view, i));
    return draft(view, cue, {
      frame: "verb-object",
      voice: voiceOf(subject),
      content,
      target,
      complement: "responsibility",
    });
  }
  return null;
}

/** ألقى S باللوم على O في P. */
function laysBlame(view: View, cue: ArabicCue): Draft | null {
  if (cue.cue.lemma !== "ألقى") return null;
  const { norms } = view;
  const blame = norms.findIndex((n, i) => i > cue.at && i < cue.at + 10 && LAID.test(n));
  const on = blame < 0 ? -1 : norms.findIndex((n, i) => i > blame && i < blame + 6 && n === "علي");
  if (on < 0 || on + 1 >= norms.length) return null;
  const end = groupEnd(view, on + 1, norms.length);
  return draft(view, cue, {
    frame: "verb-object",
    voice: voiceOf(tidyRange(view, cue.at + 1, blame) ?? speakerBefore(view, cue)),
    content: tidyRange(view, norms[end] === "في" ? end + 1 : on + 1, contentEnd(view, on + 1)),
    target: tidyRange(view, on + 1, end),
    complement: "blame",
  });
}

const LAID = /^(?:ب?اللوم|ب?اللائمه|ب?المسؤوليه|ب?التهمه|ب?تبعه)$/u;

/** Two noun groups: who speaks and whom it is about; one alone is the object, and who speaks is known from before. */
function subjectAndObject(view: View, from: number, to: number): { subject: Range | null; target: Range | null } {
  // "حملت الوزارة، في بيان صدر مساء، الجماعة مسؤولية": the aside between commas is neither.
  const between = view.norms.slice(from, to);
  const comma = between.indexOf("،");
  if (comma >= 0) {
    const last = from + between.lastIndexOf("،");
    return { subject: tidyRange(view, from, from + comma), target: tidyRange(view, last + 1, to) };
  }
  const middle = groupEnd(view, from, to);
  const first = tidyRange(view, from, middle);
  const second = tidyRange(view, middle, to);
  if (second === null) {
    const split = splitDefinite(view, from, to);
    if (split < to) return { subject: tidyRange(view, from, split), target: tidyRange(view, split, to) };
  }
  return second === null ? { subject: null, target: first } : { subject: first, target: second };
}

/** V S ب P, V S O ب P, V S من P. */
function prepositional(view: View, cue: ArabicCue): Draft | null {
  if (cue.cue.prepositions.length === 0) return null;
  const at = prepositionAt(view, cue);
  if (at === null) return null;
  const passive = blamedOn(view, cue, at);
  if (passive !== null) return passive;
  const attached = view.tokens[at]!.pos !== "ADP";
  const from = attached ? at : at + 1;
  const content = tidyRange(view, from, contentEnd(view, from));
  if (
    content === null ||
    (cue.cue.only !== undefined && !view.norms.slice(content.from, content.from + 2).some((n) => isOnly(cue, n)))
  )
    return null;
  const addressed = cue.cue.takes.has("addressee");
  const suffixed = /(?:ه|ها|هم)$/u.test(view.norms[cue.at]!) && at === cue.at + 1;
  const both =
    addressed && !suffixed
      ? subjectAndObject(view, cue.at + 1, at)
      : { subject: subjectOrBefore(view, cue, at), target: null };
  // One group alone: whom it accuses, but who demands.
  const demands = both.subject === null && (cue.cue.act === "demands" || cue.cue.act === "threatens");
  const subject = (demands ? both.target : both.subject) ?? (addressed ? speakerBefore(view, cue) : null);
  // "نسبت الشرطة التفجير إلى عصابة": whom it blames stands after the preposition.
  const laidOn = cue.cue.act === "blames" && view.norms[at] === "الي";
  const target = laidOn
    ? tidyRange(view, at + 1, groupEnd(view, at + 1, view.tokens.length))
    : demands
      ? null
      : both.target;
  return draft(view, cue, { frame: "verb-object", voice: voiceOf(subject), content, target, complement: "prep" });
}

/** نُسب الهجوم إلى X: an attack blames nobody, so the verb is a passive and who blames is not named. */
function blamedOn(view: View, cue: ArabicCue, at: number): Draft | null {
  const { things } = view.lexicon.responsibility;
  if (cue.cue.act !== "blames" || !things.has(view.norms[cue.at + 1] ?? "")) return null;
  const target = tidyRange(view, at + 1, groupEnd(view, at + 1, view.tokens.length));
  const content = tidyRange(view, cue.at + 1, at);
  return draft(view, cue, { frame: "passive", voice: { is: "nobody" }, content, target, complement: "passive" });
}

function isOnly(cue: ArabicCue, norm: string): boolean {
  const stem = norm.replace(/^(?:ال|ب)/u, "").replace(/(?:ه|ها|هم)$/u, "");
  return cue.cue.only!.has(norm) || cue.cue.only!.has(stem) || cue.cue.only!.has(`${stem}ه`);
}

function subjectOrBefore(view: View, cue: ArabicCue, at: number): Range | null {
  let end = speakerEnd(view, cue.at + 1, at);
  // "حذرت السفارة رعاياها من": its own people are whom it warns.
  const group = groupEnd(view, cue.at + 1, end);
  if (group < end && group > cue.at + 1 && /(?:ها|هم|ه)$/u.test(view.norms[group]!)) end = group;
  const { things } = view.lexicon.responsibility;
  while (cue.cue.act === "blames" && end > cue.at + 2 && things.has(view.norms[end - 1]!)) end--;
  return tidyRange(view, cue.at + 1, end) ?? speakerBefore(view, cue);
}

/** The token of the verb's preposition: a word of its own, or ب and ل written on the next. */
function prepositionAt(view: View, cue: ArabicCue): number | null {
  const { norms, tokens } = view;
  for (let i = cue.at + 1; i < tokens.length && i < cue.at + 10; i++) {
    const norm = norms[i]!;
    if (/^[.؛;:]$/.test(norm)) return null;
    for (const preposition of cue.cue.prepositions) {
      if (norm === preposition) return i;
      if (
        preposition.length === 1 &&
        norm.startsWith(preposition) &&
        norm.length > 2 &&
        norm !== "باسم" &&
        !isGiven(view, i)
      )
        return i;
    }
  }
  return null;
}

/** A word that merely begins with the letter: "بلدية", "بيان" after في or as the head of a known name. */
function isGiven(view: View, i: number): boolean {
  const norm = view.norms[i]!;
  if (view.lexicon.speakers.has(norm) || view.tokens[i - 1]?.pos === "ADP") return true;
  const { start } = view.tokens[i]!;
  return view.annotation.mentions.some((m) => m.span.start === start);
}

/** V S O: a denial, a confirmation, a condemnation of something named. */
function object(view: View, cue: ArabicCue): Draft | null {
  const { takes, only } = cue.cue;
  if (!takes.has("object") || cue.at + 1 >= view.tokens.length || !opensClause(view, cue)) return null;
  const end = withoutMarks(view, cue.at + 1, contentEnd(view, cue.at + 1));
  let middle = groupEnd(view, cue.at + 1, end);
  // رفض الوزير الكشف عن: the group ran on into the object.
  if (middle === end || view.tokens[middle]!.pos === "ADP") middle = splitDefinite(view, cue.at + 1, middle);
  const subject = tidyRange(view, cue.at + 1, middle);
  const rest = tidyRange(view, middle, end);
  if (subject === null && rest === null) return null;
  const content = rest ?? subject;
  if (
    content === null ||
    (only !== undefined && !view.norms.slice(content.from, content.from + 2).some((n) => isOnly(cue, n)))
  )
    return null;
  const before = rest === null ? speakerBefore(view, cue) : null;
  return draft(view, cue, {
    frame: "verb-object",
    voice: voiceOf(rest === null ? before : subject),
    content,
    complement: "object",
  });
}

/** وهو اتهام نفاه زعيمها: what is denied stands before, as the object written on the verb. */
function deniedIt(view: View, cue: ArabicCue): Draft | null {
  if (cue.cue.act !== "denies" || !/(?:ه|ها|هم)$/u.test(view.norms[cue.at]!)) return null;
  const subject = tidyRange(view, cue.at + 1, groupEnd(view, cue.at + 1, view.tokens.length));
  return subject === null
    ? null
    : draft(view, cue, { frame: "verb-object", voice: voiceOf(subject), content: null, complement: "object" });
}

function withoutMarks({ tokens }: View, from: number, end: number): number {
  let to = end;
  while (to > from && tokens[to - 1]!.pos === "PUNCT") to--;
  return to;
}

/** At the start of a sentence or clause, where a verb is no noun. */
function opensClause(view: View, cue: ArabicCue): boolean {
  const before = view.norms[cue.at - 1];
  if (cue.at === 0 || cue.joined || before === "قد" || PARTICLES.has(before ?? "")) return true;
  return before === "،" || before === "," || before === ":" || (view.norms[cue.at]!.startsWith("ي") && cue.at < 6);
}

/** "، مضيفا أن P", "قائلا: «Q»": by the speaker of the verb before. */
function participle(view: View, i: number, last: Draft | undefined): Draft | null {
  const cue = view.lexicon.participles.get(view.norms[i]!);
  if (cue === undefined) return null;
  const voice: Voice = last === undefined || last.voice.is === "nobody" ? { is: "implied" } : last.voice;
  const at = complementizer(view, i + 1, 4);
  const colon = view.norms.slice(i + 1, i + 4).indexOf(":");
  const from = at !== null ? (isBareAn(view.norms[at]!) ? at + 1 : at) : colon >= 0 ? i + 2 + colon : null;
  if (from === null || from >= view.tokens.length) return null;
  const content = tidyRange(view, from, contentEnd(view, from));
  if (content === null) return null;
  return draft(view, { at: i, cue, joined: false }, { frame: "that-clause", voice, content, complement: "participle" });
}
