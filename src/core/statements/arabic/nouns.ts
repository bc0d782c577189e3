import { type Draft, fromCue, type Voice } from "../draft.ts";
import { type Range, spanOf, type View } from "../view.ts";
import { contentEnd, tidyRange } from "./content.ts";
import { groupEnd, isWrittenOn, speakerEnd } from "./groups.ts";
import { cueAt, lookUp } from "./words.ts";

const COMMA = /^[،,]$/;
const LONGEST_SPEAKER = 6;

/** اتهامات ب P, تقارير عن P, إعلان S أن P, اتهامات إسرائيلية ب P. */
export function nouns(view: View): Draft[] {
  const out: Draft[] = [];
  for (let i = 0; i + 1 < view.tokens.length; i++) {
    if (view.quotes[i] !== null) continue;
    const norm = view.norms[i]!;
    const cue =
      lookUp(view.lexicon.nouns, norm) ?? (/^[بل]/u.test(norm) ? lookUp(view.lexicon.nouns, norm.slice(1)) : undefined);
    if (/^(?:[يت]رد|وردت|ورد)$/u.test(view.norms[i - 1] ?? "")) continue;
    // "تحدثت تقارير عن": the noun is who speaks.
    if (cue === undefined || (i > 0 && cueAt(view, i - 1) !== null && view.lexicon.speakers.has(norm))) continue;
    const opened = openedBy(view, i, cue.before);
    if (opened === null) continue;
    const end = contentEnd(view, opened.from);
    let to = opened.from;
    while (to < end && !COMMA.test(view.norms[to]!)) to++;
    const content = tidyRange(view, opened.from, to);
    if (content === null) continue;
    out.push({
      view,
      ...fromCue(cue),
      frame: "noun-cue",
      rule: "ST2",
      cue: { from: i, to: i + 1 },
      voice: opened.voice,
      content: [spanOf(view, content)],
      quoted: false,
      complement: `noun:${opened.word}`,
    });
  }
  return out;
}

interface Opened {
  readonly word: string;
  readonly from: number;
  readonly voice: Voice;
}

/** The word that opens the noun's content, at once or behind whose word it is: "إعلان مصدر حكومي أن". */
function openedBy(view: View, i: number, words: readonly string[]): Opened | null {
  const { norms } = view;
  const direct = opensAt(view, i + 1, words);
  if (direct !== null) {
    const voice = /^ب(?:ال)?قول$/u.test(norms[i]!) ? whoAnswers(view, i) : ownerWithin(view, i);
    return { ...direct, voice };
  }
  // "اعتقاد في الشارع بأن".
  const among = /^(?:في|لدي|بين)$/u.test(norms[i + 1] ?? "") && !words.includes(norms[i + 1]!) ? 1 : 0;
  const end = Math.min(groupEnd(view, i + 1 + among, view.tokens.length), i + 1 + among + LONGEST_SPEAKER);
  // A group runs on into a word with its preposition: "إسرائيلية | بالوقوف".
  if (cueAt(view, i + 1) !== null) return null;
  for (let k = i + 2; k <= end && k < norms.length; k++) {
    if (cueAt(view, k) !== null || view.tokens[k]!.pos === "PUNCT") return null;
    const found = opensAt(view, k, words);
    if (found === null) continue;
    const range: Range | null = tidyRange(view, i + 1 + among, k);
    return range === null ? null : { ...found, voice: { is: "words", range } };
  }
  return null;
}

const ANSWERS =
  /^[وف]?(?:رد|ردت|ردوا|يرد|ترد|اكتفي|اكتفت|اكتفوا|يكتفي|تكتفي|عقب|عقبت|علق|علقت|اجاب|اجابت|استهل|ختم|ختمت|بادر|بادرت)$/u;

/** "رد S بالقول إن", "واكتفت بالقول": S, or whoever the verb goes on with. */
function whoAnswers(view: View, i: number): Voice {
  for (let k = i - 1; k >= 0 && k > i - 12; k--) {
    if (!ANSWERS.test(view.norms[k]!)) continue;
    const range = tidyRange(view, k + 1, speakerEnd(view, k + 1, i));
    const feminine = view.norms[k]!.endsWith("ت") || /^[وف]?ت/u.test(view.norms[k]!);
    return range === null
      ? { is: "implied", agrees: { gender: feminine ? "f" : "m", number: "one" } }
      : { is: "words", range };
  }
  return { is: "implied" };
}

function opensAt(view: View, at: number, words: readonly string[]): { word: string; from: number } | null {
  const { norms } = view;
  const next = norms[at];
  if (next === undefined) return null;
  const written = (w: string) => w.length === 1 && next.startsWith(w) && next.length > 3 && isWrittenOn(view, at);
  const word = words.find((w) => next === w || written(w));
  return word === undefined ? null : { word, from: next === word && at + 1 < norms.length ? at + 1 : at };
}

/** اتهاماته, إعلانها: whose it is stands on the noun, and was named before. */
function ownerWithin({ norms }: View, i: number): Voice {
  const norm = norms[i]!;
  if (/(?:ته|اته|انه|يده|يره)$/u.test(norm)) return { is: "implied", agrees: { gender: "m", number: "one" } };
  if (/(?:تها|اتها|انها|يدها|يرها|فيها)$/u.test(norm)) return { is: "implied", agrees: { gender: "f", number: "one" } };
  return { is: "nobody" };
}
