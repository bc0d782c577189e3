import type { CueWord, Phrases } from "../../text/lexicon.ts";
import { phraseAt } from "../../text/lexicon.ts";
import { nameWords } from "../../text/name-words.ts";
import { LONGEST_CONTENT, type Range, tidy, type View } from "../view.ts";

/** A reporting verb at a token: its word, and whether و or ف stands before it. */
export interface ArabicCue {
  readonly at: number;
  readonly cue: CueWord;
  readonly joined: boolean;
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

/** The reporting verb at token `i`; null where the word is none, or follows a preposition or an article and so is a noun. */
export function cueAt(view: View, i: number): ArabicCue | null {
  const { norms, tokens, lexicon } = view;
  const norm = norms[i]!;
  if (tokens[i]!.pos === "ADP" || tokens[i]!.pos === "PUNCT") return null;
  if (i > 0 && tokens[i - 1]!.pos === "ADP") return null;
  const form = lexicon.verbs.get(norm) ?? lookUp(lexicon.verbs, norm);
  // After أن a present form is subjunctive: "is expected to announce", said by nobody yet.
  const subjunctive =
    form?.[0]?.kinds.includes("present") === true && /^[وف]?(?:ان|لن|كي|لكي|سوف)$/u.test(norms[i - 1] ?? "");
  if (subjunctive || CONDITION.test(norms[i - 1] ?? "")) return null;
  if (form !== undefined) return { at: i, cue: form[0]!.cue, joined: !lexicon.verbs.has(norm) };
  // وصفته: with the object written on it.
  const stem = norm.replace(SUFFIX, "");
  const withObject = stem.length > 3 && stem !== norm ? lookUp(lexicon.verbs, stem) : undefined;
  const cue = withObject?.[0]?.cue ?? denied(view, stem, norm);
  return cue?.takes.has("addressee") || cue?.act === "denies" ? { at: i, cue, joined: bare(norm) !== norm } : null;
}

/** نفاه: a verb in ى is written with ا before the object on it. */
function denied({ lexicon }: View, stem: string, norm: string): CueWord | undefined {
  if (stem === norm || !stem.endsWith("ا")) return undefined;
  const cue = lookUp(lexicon.verbs, `${stem.slice(0, -1)}ي`)?.[0]?.cue;
  return cue?.act === "denies" ? cue : undefined;
}

const CONDITION = /^[وف]?(?:اذا|لو)$/u;

const NEGATIONS = new Set(["لم", "لن", "لا", "ما", "ولم", "ولن", "ولا", "فلم"]);

export function isNegated({ norms }: View, i: number): boolean {
  return NEGATIONS.has(norms[i - 1] ?? "");
}

/** Words after which no more of the speaker comes: manner, time, place of saying. */
const AFTER_SPEAKER = new Set(
  (
    "ايضا امس اليوم غدا يوم مساء صباح ليله فجر ظهر خلال عبر في علي الي عن بعد قبل لدي رسميا اكثر الذي التي الذين اللذان مؤخرا لاحقا قد كذلك بدوره بدورها الاثنين " +
    "الثلاثاء الاربعاء الخميس الجمعه السبت الاحد حيال بشان حول ازاء قوله قولها قولهم"
  ).split(" "),
);
const PLACE_OF_SAYING = new Set(
  "بيان تصريح تصريحات مؤتمر حديث كلمه مقابله تغريده وقت ختام خطاب رساله منشور اتصال مقال".split(" "),
);
const ATTACHES = new Set(["باسم"]);

/** The end of the speaker's words from token `from`, at latest `limit`: "وزارة الداخلية في فلمورا", "المتحدث باسم الوزارة". */
export function speakerEnd(view: View, from: number, limit: number): number {
  const { norms, tokens } = view;
  let to = from;
  while (to < limit) {
    const norm = norms[to]!;
    const closed = nameInQuotes(view, { from, at: to, limit });
    if (closed !== null) {
      to = closed;
      continue;
    }
    if (tokens[to]!.pos === "PUNCT") break;
    const next = norms[to + 1];
    const place = norm === "في" && to > from && to === limit - 2 && next !== undefined && !PLACE_OF_SAYING.has(next);
    const placeInside =
      norm === "في" &&
      to > from &&
      next !== undefined &&
      to + 1 < limit &&
      !PLACE_OF_SAYING.has(next) &&
      to - from <= 3;
    if (place || placeInside) {
      to += 2;
      continue;
    }
    if (AFTER_SPEAKER.has(norm) && !ATTACHES.has(norm)) break;
    if (/^ل\p{L}{4,}$/u.test(norm) && to > from && !norm.startsWith("لجن") && !norm.startsWith("لواء")) break;
    to++;
  }
  return to;
}

const LONGEST_NAME = 5;

/** The token after a name in quote marks that belongs to a group's head, جماعة "المد", or stands before a complementizer: "المد" إن; else null. */
export function nameInQuotes(
  { norms, lexicon }: View,
  { from, at, limit }: { readonly from: number; readonly at: number; readonly limit: number },
): number | null {
  if (norms[at] !== '"') return null;
  const close = norms.indexOf('"', at + 1);
  if (close < at + 2 || close > at + 1 + LONGEST_NAME || close >= limit + 1) return null;
  const head = at === from + 1 && nameWords.groupHeads.has(norms[from]!.replace(/^[وفبلك]?(?:ال)?/u, ""));
  const said = at === from && lexicon.complementizers.has(norms[close + 1] ?? "");
  return head || said ? close + 1 : null;
}

/** A short name in quote marks that opens a group, تبنت «كتيبة الطرفاء» الكمين: no verb stands in it. */
function shortQuote(
  view: View,
  { from, at, limit }: { readonly from: number; readonly at: number; readonly limit: number },
): number | null {
  if (at !== from || view.norms[at] !== '"') return null;
  const close = view.norms.indexOf('"', at + 1);
  if (close < at + 2 || close > at + LONGEST_NAME || close > limit) return null;
  return view.norms.slice(at + 1, close).some((_, k) => cueAt(view, at + 1 + k) !== null) ? null : close + 1;
}

const DEFINITE = /^(?:[وف]?ال|لل)/u;

/**
 * The end of one noun group from token `from`, by its grammar alone: indefinite heads up to the first definite word, then adjectives with
 * the article; a word without it begins another group ("رئيس البلدية | رابطة النهر"). Names known to the gazetteer are one group.
 */
export function groupEnd(view: View, from: number, limit: number): number {
  const { norms, tokens } = view;
  const mention = view.annotation.mentions.find(
    (m) => m.span.start >= tokens[from]!.start && m.span.start <= tokens[from]!.start + 2,
  );
  let to = from;
  let closed = false;
  while (to < limit) {
    const norm = norms[to]!;
    const quoted = nameInQuotes(view, { from, at: to, limit }) ?? shortQuote(view, { from, at: to, limit });
    if (quoted !== null) {
      to = quoted;
      closed = true;
      continue;
    }
    if (tokens[to]!.pos === "PUNCT" || AFTER_SPEAKER.has(norm)) break;
    const inMention = mention !== undefined && tokens[to]!.start < mention.span.end;
    if (closed && !DEFINITE.test(norm) && norm !== "باسم" && !inMention) break;
    if (to > from && DEEDS.has(norm) && !inMention) break;
    if (norm === "باسم") closed = false;
    else if (DEFINITE.test(norm)) closed = true;
    to++;
    if (inMention && tokens[to] !== undefined && tokens[to]!.start >= mention.span.end) closed = true;
  }
  return to;
}

/** Verbal nouns that begin what is said of somebody, never his name: "رجح مسؤول | وقوف X وراء". */
const DEEDS = new Set("وقوف تورط ضلوع وجود وقوع حدوث مشاركه ارتباط انتماء علاقه صله مسؤوليه".split(" "));

/**
 * Where one run of definite words is two groups, "محامي المقاول | التقرير": before its last word, unless that is an adjective in ي;
 * `to` where it is one.
 */
export function splitDefinite(view: View, from: number, to: number): number {
  const definite = view.norms.slice(from, to).filter((norm) => DEFINITE.test(norm)).length;
  const last = view.norms[to - 1];
  return definite >= 2 && last !== undefined && DEFINITE.test(last) && !/(?:ي|يه)$/u.test(last) ? to - 1 : to;
}

/** The first complementizer from token `from`, before a mark or another sentence part; null when none comes within reach. */
export function complementizer(view: View, from: number, reach = 16): number | null {
  for (let i = from; i < view.tokens.length && i < from + reach; i++) {
    const norm = view.norms[i]!;
    if (view.lexicon.complementizers.has(norm)) return i;
    if (/^[.;؛:!?؟]$/.test(norm)) return null;
  }
  return null;
}

/** The token where content that starts at `from` ends: before a participle that goes on ("، مضيفا"), before a new reporting verb joined by و, or at the end of the sentence. */
export function contentEnd(view: View, from: number): number {
  const { norms, lexicon } = view;
  const last = Math.min(norms.length, from + LONGEST_CONTENT);
  for (let i = from + 1; i < last; i++) {
    if (view.quotes[i] !== null) continue;
    const afterComma = norms[i - 1] === "،" || norms[i - 1] === ",";
    if (afterComma && JOINS.has(norms[i]!) && i + 1 < norms.length && cueAt(view, i + 1) !== null) return i - 1;
    if (afterComma && (lexicon.participles.has(norms[i]!) || holdsAccording(view, i))) return i - 1;
    const cue = cueAt(view, i);
    if (cue?.joined && norms[i]!.startsWith("و") && i > from + 2 && !isNegated(view, i)) return i;
  }
  return last;
}

const JOINS = new Set(["كما", "فيما", "بينما", "لكن", "حيث", "وقد", "اما"]);

function holdsAccording({ lexicon, norms }: View, i: number): boolean {
  return phraseAt(lexicon.according, norms, i) !== null;
}

export function tidyRange(view: View, from: number, to: number): Range | null {
  return from < to ? tidy(view, { from, to }) : null;
}
