import type { Statement, Voice } from "../model/statement.ts";
import { phraseAt } from "../text/lexicon.ts";
import type { View } from "./view.ts";

/** The kind of a sentence in the outlet's own voice, by the first of these that fits: question, conditional, forecast, inference, evaluation, else a reported fact [ST6]. */
export function voiceOf(sentence: View): Voice {
  const view = withoutConjunction(sentence);
  const { norms } = view;
  if (isQuestion(view)) return "question";
  if (hasCondition(view)) return "conditional";
  if (
    norms.some((_, i) => phraseAt(view.lexicon.forecast, norms, i) !== null && !isPast(view, i)) ||
    isFutureArabic(view)
  )
    return "forecast";
  if (
    norms.some((_, i) => phraseAt(view.lexicon.connectives, norms, i)?.value === "conclusion" && isConnective(view, i))
  )
    return "inference";
  if (norms.some((norm) => view.lexicon.evaluative.has(norm))) return "evaluation";
  return "reported-fact";
}

/** Arabic writes "and" on the first word: وإذا is a condition too. */
function withoutConjunction(view: View): View {
  if (view.lexicon.language !== "ar") return view;
  return {
    ...view,
    norms: view.norms.map((norm, i) => (i === 0 && /^[وف]\p{L}{2,}/u.test(norm) ? norm.slice(1) : norm)),
  };
}

function isQuestion({ norms }: View): boolean {
  const last = norms.findLast((norm) => !/^["'”»’)\]]$/.test(norm));
  return last === "?" || last === "؟";
}

/** A condition opens a clause: at the start, after a comma, or before a subject; "whether or not" and "as if" open none. */
function hasCondition({ norms, lexicon, tokens }: View): boolean {
  return norms.some((norm, i) => {
    if (phraseAt(lexicon.conditions, norms, i) === null || norms[i - 1] === "as" || norms[i - 1] === "even")
      return false;
    if (norm === "should" || norm === "were" || norm === "had") return i === 0 && tokens[1]?.pos !== "PUNCT";
    // Arabic إن is also "that": only at the start of a sentence is it "if".
    return norm !== "ان" || (i === 0 && lexicon.language === "ar");
  });
}

function isPast({ norms }: View, i: number): boolean {
  return norms[i - 1] === "had" || norms[i + 1] === "have";
}

const FUTURE = /^[وف]?س[يتن]\p{L}{3,}$/u;
const NOT_FUTURE = /^[وف]?(?:سنه|سنوات|سيد|سيده|سياره|سيارات|سياسه|سياسي|سياسيه|سياسات|سيناريو|سيطر|سيطره|سينا|سيما)/u;

/** The Arabic future prefix س: ستعلن. */
function isFutureArabic({ norms, lexicon }: View): boolean {
  if (lexicon.language !== "ar") return false;
  // قد before a present form is "may"; before a past form it is "has".
  return norms.some(
    (norm, i) =>
      (FUTURE.test(norm) && !NOT_FUTURE.test(norm)) ||
      (i === 0 && norm === "قد" && /^[يت]\p{L}{2,}/u.test(norms[i + 1] ?? "")),
  );
}

/** "so" is a connective at the start of a clause only. */
function isConnective({ norms }: View, i: number): boolean {
  return norms[i] !== "so" || i === 0 || norms[i - 1] === ",";
}

/** How the outlet gives its own sentence. */
export function ownFactuality(voice: Voice, level: string): Statement["factuality"] {
  if (voice === "conditional" || voice === "forecast" || voice === "question") return "speculated";
  if (level === "possible" || level === "likely") return "hedged";
  return level === "reported" ? "reported" : "asserted";
}
