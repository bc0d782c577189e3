import type { Statement, Voice } from "../model/statement.ts";
import { BITS, type Connective, phraseAt } from "../text/lexicon.ts";
import { openedBy, type View } from "./view.ts";

/** The kind of a sentence in the outlet's own voice, by the first of these that fits: question, conditional, forecast, inference, evaluation, else a reported fact [ST6]. */
export function voiceOf(sentence: View): Voice {
  const view = plainView(sentence);
  if (isQuestion(view)) return "question";
  if (conditionAt(view) !== null) return "conditional";
  if (isForecast(view)) return "forecast";
  if (connectiveAt(view) !== null) return "inference";
  if (isEvaluation(view)) return "evaluation";
  return "reported-fact";
}

/** The sentence as these rules read it: Arabic writes "and" onto the first word of a clause, so وإذا is a condition too. */
export function plainView(view: View): View {
  if (view.lexicon.language !== "ar") return view;
  const opens = (i: number) => i === 0 || /^[،,:؛"«]$/.test(view.norms[i - 1] ?? "");
  const norms = view.norms.map((norm, i) => (opens(i) && /^[وف]\p{L}{2,}/u.test(norm) ? norm.slice(1) : norm));
  return { ...view, norms, ...openedBy(norms, view.lexicon) };
}

function isQuestion({ norms }: View): boolean {
  const last = norms.findLast((norm) => !/^["'”»’)\]]$/.test(norm));
  return last === "?" || last === "؟";
}

/** Where words with a condition stand, and how many; null where there is none. "As if", "even if" and "whether or not" open none. */
export function conditionAt(view: View): { readonly at: number; readonly length: number } | null {
  const { norms, lexicon, tokens, opens, holds } = view;
  if ((holds & BITS.conditions) === 0) return null;
  for (let i = 0; i < norms.length; i++) {
    if ((opens[i]! & BITS.conditions) === 0) continue;
    const phrase = phraseAt(lexicon.conditions, norms, i);
    if (phrase === null || norms[i - 1] === "as" || norms[i - 1] === "even") continue;
    const norm = norms[i]!;
    if (/^(?:should|were|had)$/.test(norm) && !(i === 0 && tokens[1]?.pos !== "PUNCT" && norms.length > 5)) continue;
    // Arabic إن is also "that", and ما إذا is "whether".
    if (norm === "ان" && (i > 0 || lexicon.language !== "ar")) continue;
    if (norm === "اذا" && norms[i - 1] === "ما") continue;
    return { at: i, length: phrase.words.length };
  }
  return null;
}

const MAY = new Set(["may", "might", "could", "can"]);
const AHEAD =
  /^(?:soon|later|next|again|eventually|ultimately|tomorrow|coming|future|shortly|follow|spread|continue|worsen|recur|still|yet)$/;
const AHEAD_ARABIC =
  /^(?:المقبل|المقبله|القادم|القادمه|المقبلين|القادمين|قريبا|لاحقا|غدا|مجددا|مستقبلا|المستقبل|الاتي|الاتيه)$/u;

/** Whether the sentence tells of what is to come: by words of the future, or by "may" with a time ahead. */
function isForecast(view: View): boolean {
  const { norms, lexicon, opens } = view;
  return norms.some((norm, i) => {
    const told = (opens[i]! & BITS.forecast) !== 0 && phraseAt(lexicon.forecast, norms, i) !== null;
    if (told && !isPast(view, i)) return true;
    if (lexicon.language !== "ar")
      return MAY.has(norm) && norms.slice(i + 1, i + 14).some((n) => AHEAD.test(n)) && !isPast(view, i);
    if (FUTURE.test(norm) && !NOT_FUTURE.test(norm)) return true;
    // قد before a present form is "may"; before a past form it is "has".
    const may = norm === "قد" && /^[يت]\p{L}{2,}/u.test(norms[i + 1] ?? "");
    return may && (i === 0 || norms.slice(i + 1).some((n) => AHEAD_ARABIC.test(n)));
  });
}

/** "Had expected", "may have": told of what lies behind. */
function isPast({ norms }: View, i: number): boolean {
  return norms[i - 1] === "had" || norms[i + 1] === "have" || norms[i + 2] === "have";
}

/** The Arabic future prefix س: ستعلن. */
const FUTURE = /^[وف]?س[يتن]\p{L}{3,}$/u;
const NOT_FUTURE =
  /^[وف]?(?:سنه|سنوات|سنوي|سنويا|سيد|سيده|سياد|سيار|سياس|سيناريو|سيطر|سينا|سيما|سيول|سيره|سيارات|ستار|ستين|ستون|سيوف|سيف|سيل)/u;

/** The first connective that leads to a conclusion, with its kind; null where the sentence has none. */
export function connectiveAt(
  view: View,
): { readonly at: number; readonly length: number; readonly is: Exclude<Connective, "grounds"> } | null {
  const { norms, lexicon, opens, holds } = view;
  if ((holds & BITS.connectives) === 0) return null;
  for (let i = 0; i < norms.length; i++) {
    if ((opens[i]! & BITS.connectives) === 0) continue;
    const phrase = phraseAt(lexicon.connectives, norms, i);
    if (phrase === null || phrase.value === "grounds" || !isConnective(view, i, phrase.words.length)) continue;
    return { at: i, length: phrase.words.length, is: phrase.value };
  }
  return null;
}

const OPENS = /^(?:[,;:،؛—–-]|and|و)$/u;

/** "So" only at the start of a clause and not in "so far"; an adverb only where a clause opens; "must be" only of what was, not of what ought to be. */
function isConnective({ norms, tokens }: View, i: number, length: number): boolean {
  const [norm, next] = [norms[i]!, norms[i + length] ?? ""];
  const opens = i === 0 || OPENS.test(norms[i - 1]!);
  if (norm === "so") return opens && !/^(?:far|long|many|much|called|that|-)$/.test(next);
  if (norm === "thus" || norm === "hence") return next !== "far";
  if (norm === "suggest" || norm === "suggests" || norm === "suggesting")
    return tokens[i]!.pos === "VERB" || next === "that";
  if (norm === "must" && norms[i + 1] === "be") return tokens[i + 2]?.pos !== "VERB";
  if (norm === "عليه") return i === 0;
  if (norm === "يبدو" || norm === "تبدو" || norm === "تفسر" || norm === "يفسر")
    return norms[i - 1] !== "لا" && norms[i - 1] !== "لم";
  return true;
}

const COPULA =
  /^(?:is|are|was|were|be|been|looks|look|looked|proved|remains|remained|seems|seemed|كان|كانت|يبقي|تبقي|بدا|بدت|ليس|ليست|جاء|جاءت)$/u;
const DEGREE = /^(?:too|very|so|far|deeply|hardly|particularly|especially|more|most|simply|utterly|جدا|للغايه|اكثر)$/u;

/** A word of judgment; a weak one only as a predicate ("was poor", "too late"), or at the head of an Arabic nominal sentence. */
function isEvaluation({ norms, lexicon, tokens, opens, holds }: View): boolean {
  if ((holds & BITS.evaluative) === 0) return false;
  return norms.some((_, i) => {
    if ((opens[i]! & BITS.evaluative) === 0) return false;
    const phrase = phraseAt(lexicon.evaluative, norms, i);
    if (phrase === null) return false;
    if (phrase.value === "strong") return true;
    const after = norms[i + 1] ?? "";
    // "In critical condition", "the right bank".
    if (/^(?:condition|bank|hand|side|arm|leg|wing|بلا)$/.test(after) || tokens[i]!.pos === "PROPN") return false;
    const before = norms.slice(Math.max(0, i - 4), i);
    return before.some((n) => COPULA.test(n) || DEGREE.test(n)) || DEGREE.test(after);
  });
}

/** How the outlet gives its own sentence. */
export function ownFactuality(voice: Voice, level: string): Statement["factuality"] {
  if (voice === "conditional" || voice === "forecast" || voice === "question") return "speculated";
  if (level === "possible" || level === "likely") return "hedged";
  return level === "reported" ? "reported" : "asserted";
}
