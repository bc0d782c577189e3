import type { Agreement } from "../../text/arabic-verbs.ts";
import type { CueWord, Phrases, VerbForm } from "../../text/lexicon.ts";
import { phraseAt } from "../../text/lexicon.ts";
import type { View } from "../view.ts";

/** A reporting verb at a token: its word, and whether و or ف stands before it. */
export interface ArabicCue {
  readonly at: number;
  readonly cue: CueWord;
  readonly joined: boolean;
  /** The object is written on the verb: وصفته. */
  readonly suffixed?: boolean;
  readonly agrees?: Agreement | undefined;
}

const SUFFIX = /(?:ها|هم|هما|ه)$/u;

/** The word without the conjunctions و and ف that are written with it. */
export function bare(norm: string): string {
  return norm.length > 2 && (norm.startsWith("و") || norm.startsWith("ف")) ? norm.slice(1) : norm;
}

/** The table's entry for a word, with or without its conjunction. */
export function lookUp<T>(table: ReadonlyMap<string, T>, norm: string): T | undefined {
  return table.get(norm) ?? (bare(norm) === norm ? undefined : table.get(bare(norm)));
}

/** Whether a set holds the word, with or without its conjunction. */
export function holds(set: ReadonlySet<string>, norm: string): boolean {
  return set.has(norm) || set.has(bare(norm));
}

/** A phrase at token `i`, whose first word may carry a conjunction. */
export function phraseHere<T>(
  table: Phrases<T>,
  norms: readonly string[],
  i: number,
): { value: T; length: number } | null {
  const plain = phraseAt(table, norms, i);
  if (plain !== null) return { value: plain.value, length: plain.words.length };
  const stripped = bare(norms[i]!);
  if (stripped === norms[i]) return null;
  const joined = phraseAt(table, [stripped, ...norms.slice(i + 1, i + 5)], 0);
  return joined === null ? null : { value: joined.value, length: joined.words.length };
}

/** The reporting verb at token `i`; null where the word is none, or follows a preposition, a refusal or an article and so is a noun. */
export function cueAt(view: View, i: number): ArabicCue | null {
  const { norms, tokens, lexicon } = view;
  const norm = norms[i]!;
  if (NO_VERB.test(norm) || isCalled(view, i)) return null;
  if (tokens[i]!.pos === "ADP" || tokens[i]!.pos === "PUNCT") return null;
  if (i > 0 && tokens[i - 1]!.pos === "ADP") return null;
  const form = lexicon.verbs.get(norm) ?? lookUp(lexicon.verbs, norm);
  if (form === undefined && norm.startsWith("ل")) return comesToSay(view, i);
  const before = norms[i - 1] ?? "";
  // After أن a present form is subjunctive: "is expected to announce", said by nobody yet.
  const without = before === "ان" && /^[وب]?دون$/u.test(norms[i - 2] ?? "");
  const subjunctive =
    !without && form?.[0]?.kinds.includes("present") === true && /^[وف]?(?:ان|لن|كي|لكي|سوف)$/u.test(before);
  // "وهو ما ينفي": what a fact shows, and nobody says.
  const past = before === "قد" ? (norms[i - 2] ?? "") : before;
  const shows = form?.[0]?.kinds.includes("present") === true && /^(?:ما|مما)$/u.test(past);
  // نصر is a name more often than "we insist": that has its clause right behind it, and "نحن نعتقد" is the outlet's own.
  const ours = form?.[0]?.agrees?.number === "us" && form[0].kinds.includes("present");
  const opens = norms.slice(i + 1, i + 4).some((n) => n === ":" || n === '"' || lexicon.complementizers.has(n));
  const isName = ours && (/^(?:انا|نحن)$/u.test(before) || (norm.length < 4 && !opens));
  if (isName || subjunctive || shows || CONDITION.test(before) || (form !== undefined && isVerbalNoun(view, i)))
    return null;
  // أعاد إلى الأذهان: recalls; else it gives something back.
  if (form?.[0]?.cue.lemma === "أعاد" && !norms.slice(i + 1, i + 8).includes("الاذهان")) return null;
  if (form !== undefined)
    return { at: i, cue: form[0]!.cue, joined: !lexicon.verbs.has(norm), agrees: form[0]!.agrees };
  // وصفته: with the object written on it.
  const written = withObject(view, norm);
  const cue = written?.cue ?? denied(view, norm);
  return cue === undefined || (cue.takes.size === 0 && cue.act !== "denies")
    ? null
    : {
        at: i,
        cue,
        joined: !lexicon.verbs.has(norm.replace(SUFFIX, "")) && bare(norm) !== norm,
        suffixed: true,
        agrees: written?.agrees,
      };
}

/** The verb with an object written on it: وصفته, نقلته. */
export function withObject({ lexicon }: View, norm: string): VerbForm | undefined {
  const stem = norm.replace(SUFFIX, "");
  if (stem.length < 3 || stem === norm) return undefined;
  const forms = lookUp(lexicon.verbs, stem);
  // يعده is "holds it to be", not "promises it".
  const judged = forms?.find(({ cue }) => cue.lemma === "عد");
  return judged ?? (stem.length > 3 ? forms?.[0] : undefined);
}

/** نقلا عن is "quoting", not "the two passed on". */
const NO_VERB =
  /^[وف]?(?:تبين|علما|نقلا|وفقا|عقبا|ردا|علقا|نشرا|كتبا|طلبا|وعدا|رفضا|نفيا|كشفا|وصفا|سحبا|شرحا|حملا|ذكرا)$/u;

/** جماعة تدعى «المد»: is called; "claims" only before a clause. */
function isCalled({ norms, lexicon }: View, i: number): boolean {
  if (/^[وف]?[يت]طلق(?:ون)?$/u.test(norms[i]!) && /^نفس/u.test(norms[i + 2] ?? "")) return true;
  // "ويعد هذا ثاني هجوم": is held to be.
  if (/^[وف]?[يت](?:عد|عتبر)$/u.test(norms[i]!) && /^(?:هذا|هذه|ذلك|تلك|من)$/u.test(norms[i + 1] ?? "")) return true;
  return (
    /^[وف]?[يت]دعي$/u.test(norms[i]!) && !norms.slice(i + 1, i + 4).some((norm) => lexicon.complementizers.has(norm))
  );
}

/** عدم ذكر, رفض كشف, إعادة نشر: a verbal noun is often spelt as the verb. */
function isVerbalNoun({ norms, lexicon }: View, i: number): boolean {
  const before = norms[i - 1] ?? "";
  if (NOMINAL.test(before)) return true;
  // بيان نشره: not after a noun; but two verbs do not meet, save ومضى يقول, كان قال.
  const form = lexicon.verbs.get(norms[i]!)?.[0];
  if (form === undefined || !form.kinds.includes("past") || form.agrees?.gender !== "m" || form.agrees.number !== "one")
    return false;
  return lookUp(lexicon.verbs, before)?.[0]?.cue.takes.has("object") === true;
}

const NOMINAL =
  /^[وفبل]?(?:عدم|دون|بدون|رفض|رفضت|رفضوا|يرفض|فضل|فضلت|فضلوا|وسط|عقب|اثر|قبيل|بعيد|اعاده|تم|يتم|سيتم|جري|يجري|حق|بعد|قبل|رغم|فور|سبق|[يت]حمل|[يت]حملان|[يت]حملون)$/u;

/** نفاه: a verb in ى is written with ا before the object on it. */
function denied({ lexicon }: View, norm: string): CueWord | undefined {
  const stem = norm.replace(SUFFIX, "");
  if (stem === norm || !stem.endsWith("ا")) return undefined;
  const cue = lookUp(lexicon.verbs, `${stem.slice(0, -1)}ي`)?.[0]?.cue;
  return cue?.act === "denies" ? cue : undefined;
}

/** "خرجت اللجنة عن صمتها لتقول إن": said, where what is said follows at once. */
function comesToSay({ norms, lexicon }: View, i: number): ArabicCue | null {
  const form = lexicon.verbs.get(norms[i]!.slice(1))?.[0];
  const next = norms[i + 1] ?? "";
  const opens = next === ":" || next === '"' || lexicon.complementizers.has(next);
  if (form === undefined || !form.kinds.includes("present") || !opens || !/^ل[يت]/u.test(norms[i]!)) return null;
  return { at: i, cue: form.cue, joined: true, agrees: form.agrees };
}

const CONDITION = /^[وف]?(?:اذا|لو)$/u;

const NEGATIONS = new Set(["لم", "لن", "لا", "ما", "ولم", "ولن", "ولا", "فلم"]);

/** Whether "not" stands before the verb; ما only where a clause opens, for else it is "what": "على ما وصفته". */
export function isNegated({ norms, tokens }: View, i: number): boolean {
  const before = norms[i - 1] ?? "";
  // "من دون أن يستبعد".
  if (before === "ان") return /^[وب]?دون$/u.test(norms[i - 2] ?? "");
  if (before === "ما") return i === 1 || tokens[i - 2]!.pos === "PUNCT";
  return NEGATIONS.has(before);
}

const NAME = /^[بل]?(?:ال)?(?:اسم|اسماؤ|اسماء|هوي|هويات|كشف)(?:ه|ته|ها|تها|هم|هما|تهم|تهما|يهما|اءهم|تيهما)?$/u;

/** رفض ذكر اسمه, طلب عدم الكشف عن هويته: why a speaker has no name. */
export function isAnonymous({ norms }: View, { at, cue }: ArabicCue): boolean {
  if (cue.act !== "denies" && cue.act !== "demands") return false;
  return norms.slice(at + 1, at + 6).some((norm) => /(?:ه|ها|هم|هما)$/u.test(norm) && NAME.test(norm));
}

/** A participle that goes on reporting, مؤكدا; no adjective, "غير مؤكدة". */
export function participleAt({ norms, lexicon }: View, i: number): CueWord | undefined {
  const word = lookUp(lexicon.participles, norms[i] ?? "");
  return norms[i - 1] === "غير" || norms[i - 1] === "شبه" ? undefined : word;
}
