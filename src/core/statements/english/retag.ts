import type { Pos, Token } from "../../text/annotation.ts";
import { BITS } from "../../text/lexicon.ts";
import type { View } from "../view.ts";

/** The tokens with the parts of speech mended that hide a reporting verb or make one of a name; the tagger takes headlines and rare verbs for nouns. */
export function retagged(view: View): readonly Token[] {
  const tokens = withNames(view);
  return withVerbs(tokens === view.tokens ? view : { ...view, tokens });
}

const FINITE = /^(?:said|says|told|tells|wrote|writes|asked|added|called|argued|noted|announced|reported)$/;
const UPPER = /^\p{Lu}/u;

function startsUpper(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return c < 128 ? c > 64 && c < 91 : UPPER.test(text.slice(at, at + 2));
}

/** Names that are also verbs, tagged as verbs: "Cook said", "Shane Shook, a lawyer", "Will argues"; not in a line in title case. */
function withNames(view: View): readonly Token[] {
  const { tokens, text } = view;
  const isUpper = (i: number) => startsUpper(text, tokens[i]!.start);
  const mayBeName = (token: Token, i: number) => (token.pos === "VERB" || token.norm === "will") && isUpper(i);
  if (!tokens.some(mayBeName)) return tokens;
  let [long, upper] = [0, 0];
  tokens.forEach((token, i) => {
    if (token.end - token.start <= 3) return;
    long++;
    if (isUpper(i)) upper++;
  });
  if (upper * 2 > long) return tokens;
  return tokens.map((token, i) => {
    if (!mayBeName(token, i)) return token;
    const before = tokens[i - 1];
    const next = tokens[i + 1];
    if (token.norm === "will") return isPerson(view, i) ? as(token, "PROPN") : token;
    // "The Red Cross", "Red Crescent": also behind a word that is no name by itself.
    const afterName = before !== undefined && /^(?:PROPN|ADJ)$/.test(before.pos) && isUpper(i - 1);
    const beforeCue = next !== undefined && next.pos === "VERB" && FINITE.test(next.norm);
    return afterName || beforeCue ? as(token, "PROPN") : token;
  });
}

/** "Will believes": a modal stands before a base form. */
function isPerson({ tokens, lexicon }: View, i: number): boolean {
  const forms = lexicon.verbs.get(tokens[i + 1]?.norm ?? "");
  return forms?.every(({ kinds }) => !kinds.includes("base")) ?? false;
}

function as(token: Token, pos: Pos): Token {
  return { ...token, pos };
}

const SOME = new Set(["some", "many", "most", "others", "few", "all", "both", "those", "more", "percent"]);
const OPENS_OBJECT = new Set(["DET", "PRON", "PROPN"]);

/** Reporting verbs tagged as nouns or adjectives: "residents fear that", "the paper notes the", "Arkwell praises Harun". */
function withVerbs(view: View): readonly Token[] {
  const { tokens } = view;
  let out: Token[] | null = null;
  for (let i = 0; i < tokens.length; i++) {
    const pos = mended(view, i);
    if (pos === null) continue;
    out ??= [...tokens];
    out[i] = as(tokens[i]!, pos);
  }
  return out ?? tokens;
}

function mended(view: View, i: number): Pos | null {
  const { tokens, lexicon, opens } = view;
  const { pos, norm, start } = tokens[i]!;
  if (norm === "neither" && isBeforeVerb(tokens, i)) return "ADV";
  if (pos !== "NOUN" && pos !== "ADJ" && pos !== "PROPN") return null;
  if (pos === "ADJ" && isVerbAfterAdverb(tokens, i)) return "VERB";
  if ((opens[i]! & BITS.verbs) === 0 || (pos === "PROPN" && startsUpper(view.text, start))) return null;
  const kinds = lexicon.verbs.get(norm)!.flatMap((form) => form.kinds);
  return isVerb(view, { i, kinds }) ? "VERB" : null;
}

/** The "neither" of "the ministry has neither confirmed nor denied". */
function isBeforeVerb(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.pos;
  return tokens[i + 1]?.pos === "VERB" && before !== undefined && /^(?:NOUN|PROPN|PRON|AUX)$/.test(before);
}

/** "The account quickly fractured, …". */
function isVerbAfterAdverb(tokens: readonly Token[], i: number): boolean {
  if (!tokens[i]!.norm.endsWith("ed") || !tokens[i - 1]?.norm.endsWith("ly") || tokens[i - 1]!.pos !== "ADV")
    return false;
  return /^(?:NOUN|PROPN|PRON)$/.test(tokens[i - 2]?.pos ?? "") && /^(?:PUNCT|ADP)$/.test(tokens[i + 1]?.pos ?? "");
}

interface Place {
  readonly i: number;
  readonly kinds: readonly string[];
}

function isVerb(view: View, { i, kinds }: Place): boolean {
  const { tokens, norms } = view;
  const token = tokens[i]!;
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  if (before === undefined || next === undefined) return false;
  if (kinds.includes("gerund")) return isGerund({ before, next });
  if (FINITE.test(token.norm)) return before.pos === "NOUN" || before.pos === "PROPN" || before.pos === "PRON";
  const many = SOME.has(before.norm) || before.pos === "NUM";
  if (many && kinds.includes("past")) return OPENS_OBJECT.has(next.pos);
  if (many && kinds.includes("base")) return token.norm === "say" || next.pos === "PRON";
  if (kinds.includes("past") && next.norm === "that" && token.pos !== "PROPN") return true;
  // "Those who claim to know", "four senators claim to object".
  if (kinds.includes("base") && (next.norm === "to" || next.norm === "that") && isMany(tokens, i - 1)) return true;
  if (kinds.includes("base") && before.norm === "they" && OPENS_OBJECT.has(next.pos)) return true;
  if (before.pos !== "NOUN" && before.pos !== "PROPN") return false;
  if (kinds.includes("present") && isTail(view, i)) return true;
  if (kinds.includes("present") && view.quotes[i + 2] != null && /^["“«]|''$/.test(next.norm)) return true;
  if (!(norms[i + 1] === "that" || OPENS_OBJECT.has(next.pos) || next.pos === "NOUN")) return false;
  return agrees(view, { i, kinds });
}

/** "Who", or a plural with its number before it: "some Republicans doubt that". */
function isMany(tokens: readonly Token[], i: number): boolean {
  const { norm, lemma, pos } = tokens[i]!;
  if (norm === "who" || norm === "they") return true;
  if (!/[^s]s$/.test(norm) || (pos !== "NOUN" && pos !== "PROPN")) return false;
  let from = i - 1;
  while (from >= 0 && /^(?:ADJ|PROPN|NOUN)$/.test(tokens[from]!.pos)) from--;
  return (
    (pos === "NOUN" && norm !== lemma && from < 0) || SOME.has(tokens[from]?.norm ?? "") || tokens[from]?.pos === "NUM"
  );
}

/** ", promising growth", "is promising to". */
function isGerund({ before, next }: { readonly before: Token; readonly next: Token }): boolean {
  if (next.norm === "to" || next.norm === "that")
    return before.norm === "," || before.pos === "AUX" || before.pos === "ADV";
  return before.norm === "," && next.pos !== "PUNCT" && next.pos !== "CCONJ" && next.pos !== "NOUN";
}

/** "“…,” Arkwell notes.": a name between a mark and the verb, and a mark behind it. */
function isTail({ tokens }: View, i: number): boolean {
  if (tokens[i - 1]!.pos !== "PROPN" || tokens[i + 1]!.pos !== "PUNCT") return false;
  let from = i - 1;
  while (from > 0 && tokens[from - 1]!.pos === "PROPN") from--;
  return from > 0 && /^[",”]$|^''$/.test(tokens[from - 1]!.norm);
}

function agrees({ tokens, norms, lexicon }: View, { i, kinds }: Place): boolean {
  const before = tokens[i - 1]!;
  // The first word of a sentence is often tagged as a name.
  const plural = /[^s]s$/.test(before.norm) && (before.norm !== before.lemma || i === 1);
  // "her opening remarks that" is a noun; "the paper notes that" is not one of ours.
  const noun = lexicon.nouns.has(tokens[i]!.norm) && (norms[i + 1] === "that" || isInPhrase(tokens, i));
  const object = tokens[i + 1]!.pos === "PROPN" || tokens[i + 1]!.pos === "NOUN";
  const name = before.pos === "PROPN" && kinds.includes("present") && object && !isInPhrase(tokens, i);
  if (tokens[i + 1]!.pos === "NOUN") return name;
  return name || (plural ? kinds.includes("base") : kinds.includes("present") && !noun);
}

/** Whether the noun group that holds token `i` follows a preposition or a verb: "in her opening remarks the". */
function isInPhrase(tokens: readonly Token[], i: number): boolean {
  let from = i;
  while (from > 0 && /^(?:NOUN|ADJ|DET|PROPN|PRON|NUM)$/.test(tokens[from - 1]!.pos)) from--;
  const before = tokens[from - 1]?.pos;
  return before === "ADP" || before === "VERB" || before === "AUX" || before === "PART";
}
