import type { Draft } from "./draft.ts";
import { LONG_SENTENCE } from "./precision.ts";
import { canSpeak, headOf, isDeed } from "./speaker.ts";
import { type Range, tokensOf, type View } from "./view.ts";

/**
 * What is known of a find before anybody reads it, by name: its frame, its word, what stands around them, who speaks [ST2].
 * The scorer weighs these and no others; each is there or not.
 */
export function featuresOf(draft: Draft): string[] {
  const { view, cue, lemma, complement, frame } = draft;
  const word = `${frame === "noun-cue" ? "noun " : ""}${lemma}`;
  const how = complement.replace(/^noun:/, "");
  return [
    `frame ${frame}`,
    `how ${how}`,
    `word ${word}`,
    `word ${word} with ${how}`,
    ...(draft.traits ?? []),
    ...speakerFeatures(draft),
    ...contentFeatures(draft),
    `before ${besides(view, cue.from - 1)}`,
    `after ${besides(view, cue.to)}`,
    `part ${view.sentence.part}`,
    ...(draft.lastResort ? ["cut by a rule of last resort"] : []),
    ...(view.tokens.length > LONG_SENTENCE ? ["long sentence"] : []),
    ...(view.tokens.length < 8 ? ["short sentence"] : []),
  ];
}

const NAMED_BESIDES = new Set(
  "that to of about on by with for in as against at over from and or but , : ; . who which not is was be been has have had the a his her their it".split(
    " ",
  ),
);

/** The word beside the cue where it is a telling one, else its part of speech. */
function besides(view: View, i: number): string {
  const token = view.tokens[i];
  if (token === undefined) return "nothing";
  if (view.quotes[i] != null || /^["“”«»]|''$/.test(token.norm)) return "quotation";
  return NAMED_BESIDES.has(token.norm) ? token.norm : token.pos;
}

const PRONOUNS = new Set("i we you he she it they who which that this these those one nobody".split(" "));

function speakerFeatures(draft: Draft): string[] {
  const { view, voice, cue } = draft;
  if (voice.is === "outlet" && voice.range !== undefined) return [`speaker outlet as ${view.norms[voice.range.from]}`];
  if (voice.is !== "words") return [`speaker ${voice.is}`];
  const { from, to } = voice.range;
  const kind = speakerKind(view, voice.range);
  if (isDeed(view, voice.range)) return ["speaker a deed"];
  const out = [`speaker ${kind}`, from < cue.from ? "speaker before" : "speaker after"];
  if (from < cue.from) out.push(`speaker follows ${besides(view, from - 1)}`);
  const gap = from < cue.from ? cue.from - to : from - cue.to;
  if (gap > 3) out.push("speaker far off");
  if (to - from > 12) out.push("speaker of many words");
  return out;
}

function speakerKind(view: View, range: Range): string {
  const last = view.norms[range.to - 1]!;
  if (range.to - range.from > 1 && /^(?:who|which|that)$/.test(last)) return `then ${last}`;
  const token = view.tokens[headOf(view, range)]!;
  if (PRONOUNS.has(token.norm)) return token.norm;
  if (token.pos === "PROPN") return "name";
  if (token.pos === "NUM" || token.pos === "DET" || token.pos === "PRON") return token.pos;
  const many = token.norm !== token.lemma ? " many" : "";
  return canSpeak(view, range) ? `somebody${many}` : `something${many}`;
}

function contentFeatures(draft: Draft): string[] {
  const { view, content } = draft;
  const first = content[0];
  if (first === undefined) return ["content none"];
  const { from, to } = tokensOf(view, first);
  const token = view.tokens[from];
  if (token === undefined || from >= to) return ["content elsewhere"];
  const length = to - from;
  const size = length < 3 ? "1–2" : length < 6 ? "3–5" : length < 12 ? "6–11" : "12 or more";
  const verb = view.tokens.slice(from, to).some(({ pos }) => pos === "VERB" || pos === "AUX");
  const quoted = view.quotes.slice(from, to).some((q) => q != null);
  return [
    `content ${size} words`,
    `content starts with ${token.pos}`,
    ...(content.length > 1 ? ["content in pieces"] : []),
    ...(quoted ? ["content quotes"] : []),
    ...(verb ? [] : ["content without a verb"]),
  ];
}
