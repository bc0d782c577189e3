import { phraseAt } from "../../text/lexicon.ts";
import { LONGEST_CONTENT, type Range, tidy, tokensOf, type View } from "../view.ts";
import { type ArabicCue, cueAt, isNegated, participleAt } from "./words.ts";

const STOP = /^[.;؛:!?؟]$/;
const COMMA = /^[،,]$/;
/** Before أن: no clause that is said, "بعد أن", "يمكن أن". */
const NO_CLAUSE =
  /^[وف]?(?:بعد|قبل|منذ|دون|حتي|رغم|مع|غير|الا|لولا|سوي|يمكن|يجب|ينبغي|يمكنه|يمكنها|من|بدون|كما|بعيد|قبيل|حين|الي|علي|عن|في|بين|لمجرد|شرط|بشرط)$/u;

/** The first complementizer from token `from`, before a mark or another sentence part; null when none comes within reach. */
export function complementizer(view: View, from: number, reach = 16): number | null {
  for (let i = from; i < view.tokens.length && i < from + reach; i++) {
    const norm = view.norms[i]!;
    if (view.lexicon.complementizers.has(norm)) return i;
    if (STOP.test(norm)) return null;
  }
  return null;
}

const REACH = 40;

/** The complementizer that opens what the verb reports: "بعد أن" opens nothing, "إلى أن" only after a verb that takes it. */
export function clauseOf(view: View, cue: ArabicCue): number | null {
  const { norms, lexicon, tokens } = view;
  for (let i = cue.at + 1; i < tokens.length && i < cue.at + REACH; i++) {
    const norm = norms[i]!;
    if (view.quotes[i] !== null) continue;
    if (STOP.test(norm)) return null;
    if (!lexicon.complementizers.has(norm)) continue;
    const before = norms[i - 1]!;
    const governed = cue.cue.prepositions.includes(before) || (cue.suffixed === true && before === "من");
    if (i > cue.at + 1 && NO_CLAUSE.test(before) && !governed) continue;
    return i;
  }
  return null;
}

/**
 * The token where content that starts at `from` ends: at the close of a quotation that it opens with, before a participle that goes on
 * ("، مضيفا"), before a new reporting verb joined by و, or at the end of the sentence.
 */
export function contentEnd(view: View, from: number): number {
  const { norms } = view;
  const closed = quotationEnd(view, from);
  if (closed !== null) return closed;
  const last = Math.min(norms.length, from + LONGEST_CONTENT);
  for (let i = from + 1; i < last; i++) {
    if (view.quotes[i] !== null) continue;
    const comma = COMMA.test(norms[i - 1]!);
    if (comma && goesOn(view, i)) return i - 1;
    if (comma && norms[i - 2] === '"' && AFTER_QUOTE.test(norms[i]!)) return i - 1;
    if (startsAnother(view, i)) return i;
    const cue = cueAt(view, i);
    const plain = cue?.joined && norms[i]!.startsWith("و");
    const cuts =
      plain &&
      (comma || i > from + 2 || /(?:ت|وا|ه|ها|هم)$/u.test(norms[i]!) || /^فيه(?:ا|م)?$/u.test(norms[i + 1] ?? ""));
    if (cuts && !isNegated(view, i) && !isNoun(view, i) && hasItsObject(view, cue)) return i;
  }
  return last;
}

const LONG_QUOTE = 5;

/** Past the mark that closes the quotation with which the content opens, where it is more than a name and nothing of the clause follows. */
function quotationEnd(view: View, from: number): number | null {
  const quotation = view.quotes[from + 1] ?? null;
  if (quotation === null || view.quotes[from] !== null) return null;
  const { to } = tokensOf(view, quotation);
  if (to - from <= LONG_QUOTE) return null;
  const next = view.norms[to + 1];
  return next === undefined || view.tokens[to + 1]!.pos === "PUNCT" ? Math.min(to + 1, view.norms.length) : null;
}

/** Behind the close of a quotation: what the outlet tells besides. */
const AFTER_QUOTE = /^(?:قبل|بعد|وذلك|في|مما|ما|بعدما|فيما|وهو|وهي|خلال)$/u;

/** Without a comma: "قائلا إن", "ثم تراجع", "والميناء يتمسك". */
function startsAnother(view: View, i: number): boolean {
  const { norms, lexicon } = view;
  const norm = norms[i]!;
  const next = norms[i + 1];
  if (next === undefined) return false;
  if (participleAt(view, i) !== undefined)
    return lexicon.complementizers.has(next) || next === '"' || next === ":" || /^ايا(?:ه|ها|هم)$/u.test(next);
  if (norm === "ثم") return cueAt(view, i + 1) !== null;
  if (!/^وال\p{L}{3,}$/u.test(norm)) return false;
  const at = isNegated(view, i + 2) ? i + 2 : i + 1;
  return at < norms.length && /^[يت]/u.test(norms[at]!) && cueAt(view, at) !== null;
}

/** A verb that is a cue with some objects only cuts nothing without them. */
export function hasItsObject({ norms }: View, { at, cue }: ArabicCue): boolean {
  const { only } = cue;
  return only === undefined || norms.slice(at + 1, at + 6).some((norm) => only.has(norm.replace(/^(?:بال|ال|ب)/u, "")));
}

const ADVERSATIVE = /^(?:لكن|ولكن|غير|الا|فيما|بينما|اما|لكنه|لكنها|ولكنه|ولكنها|لكنهم)$/u;

const JOINS = new Set(
  "كما فيما بينما لكن ولكن حيث وقد قد اما غير الا اذ في حين حيال ان انه انها الذي التي من جهته جهتها جانبه جانبها لكنه لكنها".split(
    " ",
  ),
);

/** After a comma: "مضيفا", "بحسب S", "فيما قال S", "في حين ذكر". */
function goesOn(view: View, i: number): boolean {
  const { norms, lexicon } = view;
  const norm = norms[i]!;
  // "، واكتفت بالقول إن".
  if (norm.startsWith("و") && norms.slice(i + 1, i + 8).some((n) => /^ب(?:ال)?قول$/u.test(n))) return true;
  // "، ما يعني أن".
  if (/^(?:ما|مما)$/u.test(norm) && /^(?:يعني|يرجح|يدل|يشير|يوحي)$/u.test(norms[i + 1] ?? "")) {
    return norms.slice(i + 2, i + 5).some((n) => lexicon.complementizers.has(n));
  }
  if (/^ثم$/u.test(norm) && i + 1 < norms.length && cueAt(view, i + 1) !== null) return true;
  // "، وهو ما يدحض", "، الأمر الذي نفاه": the outlet's word on it.
  if (norm === "الامر" && norms[i + 1] === "الذي") return true;
  if (/^وهو$/u.test(norm) && norms[i + 1] === "ما") return true;
  if (participleAt(view, i) !== undefined || phraseAt(lexicon.according, norms, i) !== null) return true;
  if (!/^(?:كما|فيما|بينما|لكن|ولكن|حيث|وقد|اما|غير|الا|في|لكنه|لكنها|لكنهم|ولكنه|ولكنها|وكان|وكانت)$/u.test(norm))
    return false;
  if (norm === "في" && norms[i + 1] !== "حين" && norms[i + 1] !== "وقت") return false;
  // "غير أن السلطات أكدت": the subject may stand before its verb.
  if (ADVERSATIVE.test(norm) || norm === "في") {
    for (let k = i + 1; k < norms.length && k < i + 10 && !COMMA.test(norms[k]!); k++) {
      if (view.quotes[k] === null && cueAt(view, k) !== null) return true;
    }
    return false;
  }
  for (let k = i + 1; k < norms.length && k < i + 4; k++) {
    if (cueAt(view, k) !== null) return true;
    if (!JOINS.has(norms[k]!)) return false;
  }
  return false;
}

/** ونقل, وذكر: bare roots that are nouns as often, unless a subject or a clause follows. */
function isNoun({ norms, lexicon }: View, i: number): boolean {
  if (!/^و(?:نقل|طلب|رد|حمل|كشف|نشر|رفض|نفي|وصف|حذر|قدر|ظن|شرح|سحب|تبني|امل|وعد|حث|لوم|ذكر)$/u.test(norms[i]!))
    return false;
  const next = norms[i + 1] ?? "";
  return !(lexicon.speakers.has(next) || lexicon.complementizers.has(next) || /^(?:عن|الي|علي|ب.{3,}|من)$/u.test(next));
}

export function tidyRange(view: View, from: number, to: number): Range | null {
  return from < to ? tidy(view, { from, to }) : null;
}
