import type { Act } from "../../model/statement.ts";
import type { Draft } from "../draft.ts";
import { type Range, spanOf, tokenAt, tokensOf, type View } from "../view.ts";
import { clauseOf, complementizer, contentEnd, tidyRange } from "./content.ts";
import { nameInQuotes, speakerEnd } from "./groups.ts";
import { idiom } from "./idioms.ts";
import { draft, voiceOf } from "./made.ts";
import {
  charges,
  deniedIt,
  firstOfTwo,
  judges,
  laysBlame,
  object,
  passesOn,
  prepositional,
  responsible,
} from "./objects.ts";
import { asOwnDeed, speaksForArmed } from "./own-deed.ts";
import { participle } from "./participles.ts";
import { speakerAfter, speakerOf } from "./speakers.ts";
import { type ArabicCue, cueAt, isAnonymous, isNegated, participleAt } from "./words.ts";

/** The statements of reporting verbs in an Arabic sentence: V S أن P, S V أن P, V S: «Q», «Q» V S, V S O ب P, and participles that go on. */
export function arabicVerbs(view: View): Draft[] {
  const out: Draft[] = [];
  // The first verb before a clause has it: "نقلت S عن Y، طلبا عدم ذكر اسميهما، أن P".
  const taken = new Set<number>();
  for (let i = 0; i < view.tokens.length; i++) {
    if (view.quotes[i] !== null) continue;
    const cue = cueAt(view, i);
    const found = cue === null ? (participle(view, i, out) ?? meaning(view, i, out)) : statementAt(view, cue);
    const start = found?.content[0]?.start;
    if (found === null || (start !== undefined && taken.has(start))) continue;
    if (start !== undefined) taken.add(start);
    out.push(...relayed(view, found));
  }
  return out;
}

const MEANS = /^(?:يعني|يرجح|يدل|يشير|يوحي|يؤكد|يثبت)$/u;

/** "، ما يعني أن P" behind what somebody says: he goes on. */
function meaning(view: View, i: number, out: readonly Draft[]): Draft | null {
  const { norms } = view;
  const last = out.at(-1);
  if (!MEANS.test(norms[i]!) || !/^(?:ما|مما)$/u.test(norms[i - 1] ?? "") || last === undefined) return null;
  const at = complementizer(view, i + 1, 3);
  if (at === null || last.frame !== "that-clause" || last.negative) return null;
  const from = BARE_AN.test(norms[at]!) ? at + 1 : at;
  const content = tidyRange(view, from, contentEnd(view, from));
  const says = { lemma: "يعني", act: "says", strength: "neutral", polarity: "positive" } as const;
  if (content === null) return null;
  return {
    ...last,
    ...says,
    cue: { from: i - 1, to: i + 1 },
    negative: false,
    content: [spanOf(view, content)],
    quoted: false,
    complement: "meaning",
  };
}

function statementAt(view: View, cue: ArabicCue): Draft | null {
  if (isAnonymous(view, cue)) return null;
  if (isNegated(view, cue.at) && /^(?:احد|اي|ايه)$/u.test(view.norms[cue.at + 1] ?? "")) return null;
  if (isFormula(view, cue)) return null;
  const made =
    idiom(view, cue) ??
    quoteAfter(view, cue) ??
    clause(view, cue) ??
    quoteBefore(view, cue) ??
    responsible(view, cue) ??
    laysBlame(view, cue) ??
    passesOn(view, cue) ??
    charges(view, cue) ??
    judges(view, cue) ??
    prepositional(view, cue) ??
    deniedIt(view, cue) ??
    object(view, cue);
  if (made === null) return null;
  if (isWrittenPassive(view, cue)) return { ...made, voice: { is: "nobody" } };
  // "قال إنه أمر بفتح تحقيق": what he did, and not what he says.
  const told = made.frame === "verb-object" && PRONOUN_CLAUSE.test(view.norms[cue.at - 1] ?? "");
  if (told && made.act === "demands") return null;
  if (made.lemma === "أمر" && /^(?:الذي|التي|الذين|من)$/u.test(view.norms[cue.at - 1] ?? "")) return null;
  if (!isNegated(view, cue.at)) return made;
  // لم يعلق, لم يقل: said to have been left unsaid; kept only where it names who and what.
  const { norms } = view;
  if (made.voice.is === "words" && /^(?:احد|اي|ايه)$/u.test(norms[made.voice.range.from]!)) return null;
  // "لم تعلق الجماعة": a silence of those who claim.
  if (made.lemma === "علق" && made.voice.is === "words" && speaksForArmed(view, made.voice.range)) {
    const cueRange = { from: made.cue.from - 1, to: made.cue.to };
    return {
      ...made,
      negative: true,
      act: "no-claim",
      voice: { is: "outlet" },
      target: made.voice.range,
      cue: cueRange,
    };
  }
  const kept = made.frame === "that-clause" || LEFT_UNSAID.has(made.act) || LEFT_OPEN.has(made.lemma);
  return kept ? { ...made, negative: !made.negative, cue: { from: made.cue.from - 1, to: made.cue.to } } : null;
}

/** "ويُذكر أن", "يشار إلى أن" at the start of a sentence: the outlet's own words. */
function isFormula({ norms, lexicon }: View, { at, cue }: ArabicCue): boolean {
  if (at > 0 || !/^(?:ذكر|أشار)$/u.test(cue.lemma) || !/^[وف]?ي/u.test(norms[at]!)) return false;
  const next = norms[at + 1] === "الي" ? at + 2 : at + 1;
  return lexicon.complementizers.has(norms[next] ?? "");
}

/** يُتهم, يُنسب: written as a passive, by a vowel sign that no active form of the verb has there. */
function isWrittenPassive(view: View, { at, cue }: ArabicCue): boolean {
  const { start, end } = view.tokens[at]!;
  const formed = cue.lemma.startsWith("ا") || /^(?:نسب|زعم|ذكر|ظن|نقل)$/u.test(cue.lemma);
  return formed && /^[وف]?[\u064E]?[يت]\u064F/u.test(view.text.slice(start, end));
}

const PRONOUN_CLAUSE = /^ب?ان(?:ه|ها|هم|هما|نا|ني)$/u;
const LEFT_UNSAID: ReadonlySet<Act> = new Set(["denies", "doubts", "confirms", "accuses", "blames"]);
const LEFT_OPEN = new Set(["علق", "كشف", "وجه", "رد", "أفصح", "أعرب", "أدان", "دان"]);

/** "وتابع قائلا": one cue of two words. */
function withSaying(view: View, made: Draft): Draft {
  const { to } = made.cue;
  const next = participleAt(view, to);
  return next?.lemma === "قال" ? { ...made, cue: { from: made.cue.from, to: to + 1 } } : made;
}

const QUOTE_REACH = 28;

/** V S: «Q», V S «Q». */
function quoteAfter(view: View, cue: ArabicCue): Draft | null {
  const { norms, tokens } = view;
  for (let i = cue.at + 1; i < tokens.length && i < cue.at + QUOTE_REACH; i++) {
    const named = nameInQuotes(view, { from: cue.at + 1, at: i, limit: tokens.length });
    if (named !== null) {
      i = named - 1;
      continue;
    }
    if (view.lexicon.complementizers.has(norms[i]!) || /^[.؛;]$/.test(norms[i]!)) return null;
    const opens = view.quotes[i + 1] != null && view.quotes[i] === null && tokens[i]!.pos === "PUNCT";
    if (norms[i] !== ":" && !opens) {
      if (i > cue.at + 1 && cueAt(view, i)?.joined) return null;
      continue;
    }
    // لـ«الجريدة», صحيفة في "كالدر": a name.
    if (opens && /^(?:ل|ب|في|من|علي|الي|عن|مع)$/u.test(norms[i - 1]!)) {
      i = Math.max(i, tokensOf(view, view.quotes[i + 1]!).to);
      continue;
    }
    const colon = norms[i] === ":" || norms[i - 1] === ":";
    if (!colon && !cue.cue.takes.has("quote")) return null;
    const quotation = view.quotes[i + 1] ?? (norms[i] === ":" ? view.quotes[i + 2] : null);
    const voice = speakerOf(view, cue, norms[i - 1] === ":" ? i - 1 : i);
    if (quotation != null) {
      const { from, to } = tokensOf(view, quotation);
      const led = colon || (norms[i - 1] === "،" && to - from > 3) || to - from > 5 || i <= cue.at + 2;
      if (!led) {
        i = Math.max(i, to);
        continue;
      }
      const made = draft(view, cue, { frame: "direct-quote", voice, content: null, quoted: true, complement: "quote" });
      return withSaying(view, { ...made, content: [{ start: quotation.start, end: quotation.end }] });
    }
    const content = tidyRange(view, i + 1, contentEnd(view, i + 1));
    return content === null
      ? null
      : withSaying(view, draft(view, cue, { frame: "that-clause", voice, content, complement: "colon" }));
  }
  return null;
}

/** «Q»، قال S. */
function quoteBefore(view: View, cue: ArabicCue): Draft | null {
  if (cue.joined || !cue.cue.takes.has("quote")) return null;
  let i = cue.at - 1;
  while (i >= 0 && (/^(?:هكذا|كما|هذا|ما)$/u.test(view.norms[i]!) || isMark(view, i))) i--;
  const quotation = i >= 0 && i < cue.at - 1 ? view.quotes[i] : null;
  if (quotation == null) return null;
  // A name or a few words in the middle of a sentence are quoted by nobody's verb.
  const { from, to } = tokensOf(view, quotation);
  if (to - from < (from > 2 ? 6 : 4) && !COMMA.test(view.norms[cue.at - 1]!)) return null;
  const range = speakerAfter(view, cue, view.tokens.length);
  const made = draft(view, cue, {
    frame: "direct-quote",
    voice: voiceOf(range, cue),
    content: null,
    quoted: true,
    complement: "quote",
  });
  return { ...made, content: [{ start: quotation.start, end: quotation.end }] };
}

function isMark(view: View, i: number): boolean {
  return view.tokens[i]!.pos === "PUNCT" && view.quotes[i] === null;
}

const COMMA = /^[،,]$/;
const WH = new Set(["كيف", "لماذا", "متي", "اين", "ماذا", "هل", "عما", "لماذا"]);

/** V S أن P; for verbs with a preposition before it (أشار إلى أن) the speaker ends there. */
function clause(view: View, cue: ArabicCue): Draft | null {
  const { takes } = cue.cue;
  if (takes.has("question")) {
    const ahead = view.norms.slice(cue.at + 1, cue.at + 8);
    const wh = cue.at + 1 + ahead.findIndex((norm) => WH.has(norm));
    if (wh > cue.at && complementizer(view, cue.at + 1, wh - cue.at) === null) {
      const content = tidyRange(view, wh, contentEnd(view, wh));
      return draft(view, cue, {
        frame: "that-clause",
        voice: speakerOf(view, cue, wh),
        content,
        complement: "question",
      });
    }
  }
  if (!takes.has("clause")) return null;
  const at = clauseOf(view, cue);
  if (at === null || another(view, cue.at + 1, at)) return null;
  const limit = prepositionBefore(view, cue, at);
  const from = at + 1 < view.tokens.length && BARE_AN.test(view.norms[at]!) ? at + 1 : at;
  const content = tidyRange(view, from, contentEnd(view, from));
  if (content === null) return null;
  const { norms } = view;
  const an = norms.slice(cue.at, at).indexOf("عن");
  if (cue.cue.lemma === "نقل" && an > 0) return relay(view, cue, { an: cue.at + an, at, content });
  const told = takes.has("addressee") ? firstOfTwo(view, cue, limit) : null;
  const made = draft(view, cue, {
    frame: "that-clause",
    voice: told === null ? speakerOf(view, cue, limit) : { is: "words", range: told },
    content,
    through: citedIn(view, cue.at + 1, at),
    complement: "that",
  });
  return withSaying(view, asOwnDeed(made));
}

/** The complementizer without a pronoun on it: not part of what is said. */
const BARE_AN = /^(?:ان|بان)$/u;

/** نقلت S عن Y أن P: S reports, and cites Y; نقل عن Y أن P: Y is all that is named. */
function relay(
  view: View,
  cue: ArabicCue,
  { an, at, content }: { readonly an: number; readonly at: number; readonly content: Range },
): Draft {
  const cited = tidyRange(view, an + 1, speakerEnd(view, an + 1, at));
  if (an === cue.at + 1) {
    const before = speakerOf(view, { ...cue }, an);
    const passive = before.is === "implied";
    const voice = passive && cited !== null ? ({ is: "words", range: cited } as const) : before;
    const through = passive ? null : cited;
    return draft(view, cue, { frame: "that-clause", voice, content, through, complement: "that" });
  }
  const voice = speakerOf(view, cue, an);
  return draft(view, cue, { frame: "that-clause", voice, content, through: cited, complement: "that" });
}

/** "، نقلا عن Y،" between verb and clause: whom the speaker cites. */
function citedIn(view: View, from: number, to: number): Range | null {
  const { norms } = view;
  for (let i = from; i + 1 < to; i++) {
    if (norms[i] === "نقلا" && norms[i + 1] === "عن") return tidyRange(view, i + 2, speakerEnd(view, i + 2, to));
  }
  return null;
}

/** Whether another reporting verb stands between: then the clause is that one's. */
function another(view: View, from: number, to: number): boolean {
  const { norms } = view;
  for (let i = from; i < to; i++) {
    if (view.quotes[i] !== null) continue;
    const goesOn = i > from ? participleAt(view, i) : undefined;
    if (goesOn?.takes.has("clause")) return true;
    const cue = cueAt(view, i);
    if (cue === null || i === from || /^(?:الذي|التي|الذين)$/u.test(norms[i - 1]!) || norms[i]!.startsWith("ال"))
      continue;
    // An aside between commas has its own verb: the clause after it is not that verb's.
    const aside = norms.slice(i, to).some((norm) => norm === "،" || norm === ",") && !cue.joined;
    if (cue.joined && cue.suffixed) return true;
    if (cue.cue.takes.has("clause") && !aside) return true;
  }
  return false;
}

function prepositionBefore(view: View, cue: ArabicCue, at: number): number {
  const before = view.norms[at - 1];
  return before !== undefined && cue.cue.prepositions.includes(before) ? at - 1 : at;
}

/** نقلت S عن Y قولها إن P: the report by S, and what Y said through S. */
function relayed(view: View, outer: Draft): Draft[] {
  if (outer.lemma !== "نقل" || outer.content.length === 0 || outer.through === undefined) return [outer];
  const from = outer.cue.to;
  const says = view.norms.slice(from, from + 24).findIndex((norm) => view.lexicon.saying.has(norm));
  if (says < 0 || from + says >= tokenAt(view, outer.content[0]!.start)) return [outer];
  const saying = from + says;
  return [
    outer,
    {
      ...outer,
      ...(outer.voice.is === "words" ? { through: outer.voice.range } : {}),
      agrees: undefined,
      cue: { from: saying, to: saying + 1 },
      lemma: "قال",
      act: "says",
      voice: { is: "words", range: outer.through },
      complement: "relayed",
    },
  ];
}
