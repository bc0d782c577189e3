import type { Agreement } from "../../text/arabic-verbs.ts";
import type { Draft, Voice } from "../draft.ts";
import { type Range, spanOf, type View } from "../view.ts";
import { canBe, personOf } from "./agreement.ts";
import { complementizer, contentEnd, tidyRange } from "./content.ts";
import { mainSubject } from "./groups.ts";
import { draft } from "./made.ts";
import { prepositional } from "./objects.ts";
import { type ArabicCue, bare, cueAt, participleAt } from "./words.ts";

/** "، مضيفا أن P", "قائلا: «Q»", "متهما X ب P", "نافيا P": by the speaker of the verb before. */
export function participle(view: View, i: number, out: readonly Draft[]): Draft | null {
  const { norms } = view;
  const word = participleAt(view, i);
  // "وتابع قائلا": already part of that cue.
  if (word === undefined || out.at(-1)?.cue.to === i + 1) return null;
  const agrees = agreementOf(bare(norms[i]!));
  const voice = voiceBefore(view, i, { out, agrees });
  const cue: ArabicCue = { at: i, cue: word, joined: false, agrees };
  const made = (content: Range | null, complement = "participle") =>
    content === null ? null : draft(view, cue, { frame: "that-clause", voice, content, complement });
  const quotation = quoted(view, i);
  if (quotation !== null && (word.lemma === "قال" || quotation.end - quotation.start > 30)) {
    const found = draft(view, cue, {
      frame: "direct-quote",
      voice,
      content: null,
      quoted: true,
      complement: "participle",
    });
    return { ...found, content: [quotation] };
  }
  const after = /^[،,"]$/.test(norms[i - 1] ?? "") || norms[i]!.startsWith("و") || cueAt(view, i - 1) !== null;
  const at = complementizer(view, i + 1, after ? 7 : 2);
  if (at !== null) {
    const from = /^(?:ان|بان)$/u.test(norms[at]!) ? at + 1 : at;
    return from < norms.length ? made(tidyRange(view, from, contentEnd(view, from))) : null;
  }
  const colon = norms.slice(i + 1, i + 4).indexOf(":");
  if (colon >= 0) return made(tidyRange(view, i + 2 + colon, contentEnd(view, i + 2 + colon)));
  if (!after || i + 1 >= norms.length) return null;
  const governed = prepositional(view, cue);
  if (governed !== null) {
    // What stands between is whom it is about.
    const target = governed.voice.is === "words" ? governed.voice.range : governed.target;
    const accuses = word.act === "accuses" && target !== undefined && target.from > i;
    const whole = accuses ? tidyRange(view, target.from, contentEnd(view, target.from)) : null;
    const content = whole === null ? governed.content : [spanOf(view, whole)];
    return { ...governed, voice, content, ...(target === undefined ? {} : { target }), complement: "participle" };
  }
  return word.takes.has("object") || word.takes.has("clause")
    ? made(tidyRange(view, i + 1, contentEnd(view, i + 1)))
    : null;
}

/** A quotation of more than a name right behind the participle: قائلا «Q», معتبرا «Q». */
function quoted(view: View, i: number): { readonly start: number; readonly end: number } | null {
  for (let k = i + 1; k < view.norms.length && k < i + 4; k++) {
    const quotation = view.quotes[k] ?? null;
    if (quotation !== null) return { start: quotation.start, end: quotation.end };
    if (view.tokens[k]!.pos !== "PUNCT") return null;
  }
  return null;
}

/** The gender and number of a participle in the accusative: مضيفا, مضيفة, مضيفين. */
function agreementOf(norm: string): Agreement {
  if (norm.endsWith("ين")) return { gender: "m", number: "many" };
  return { gender: norm.endsWith("ه") || norm.endsWith("ات") ? "f" : "m", number: "one" };
}

/** The nearest verb before it in the sentence whose speaker it agrees with. */
function voiceBefore(view: View, at: number, { out, agrees }: { out: readonly Draft[]; agrees: Agreement }): Voice {
  for (const { voice, agrees: verb } of out.toReversed()) {
    if (voice.is === "words" && canBe(personOf(view, voice.range, verb), agrees)) return voice;
    if (voice.is === "implied" && (voice.agrees === undefined || voice.agrees.gender === agrees.gender)) return voice;
  }
  const range = out.length === 0 ? mainSubject(view, at) : null;
  return range !== null && canBe(personOf(view, range, undefined), agrees)
    ? { is: "words", range }
    : { is: "implied", agrees };
}
