import type { Mention } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import type { AnnotatedSentence, Token } from "./annotation.ts";
import { fold } from "./fold.ts";
import { nameWords } from "./name-words.ts";

/** A ministry or role whose state the text does not tell. */
export interface BareMatch extends Span {
  readonly id: string;
}

interface Place {
  readonly text: string;
  readonly sentence: AnnotatedSentence;
  /** What the gazetteer has taken; the proposals leave it alone. */
  readonly taken: readonly Mention[];
  readonly bare: readonly BareMatch[];
  /** Words that the text also has in lower case. */
  readonly lower: ReadonlySet<string>;
}

/** Names that the gazetteer does not have, as proposals: runs of proper nouns, and collectives by their head noun [ST7]. */
export function proposalsIn({ text, sentence, taken, bare, lower }: Place): Mention[] {
  const { tokens } = sentence;
  const used = new Uint8Array(tokens.length);
  for (const span of [...taken.map((mention) => mention.span), ...bare]) mark(used, tokens, span);
  const out: Mention[] = bare.map(({ start, end, id }) => ({ span: { start, end }, is: "proposal", id }));
  if (sentence.language === "ar") return [...out, ...arabicGroups(text, tokens, used)];
  out.push(...properRuns(text, sentence, { used, lower }));
  out.push(...collectives(text, tokens, used));
  return out;
}

function mark(used: Uint8Array, tokens: readonly Token[], span: Span): void {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < tokens.length && tokens[i]!.start < span.end; i++) used[i] = 1;
}

interface Seen {
  readonly used: Uint8Array;
  readonly lower: ReadonlySet<string>;
}

function properRuns(text: string, sentence: AnnotatedSentence, { used, lower }: Seen): Mention[] {
  const { tokens } = sentence;
  const out: Mention[] = [];
  let titled: boolean | null = null;
  for (let i = 0; i < tokens.length; i++) {
    if (!isProper(text, tokens[i]!, used[i]!)) continue;
    const end = runEnd(text, tokens, { from: i, used });
    titled ??= isTitleCase(text, tokens);
    const start = titled ? i : withCapitals(text, tokens, { from: i, used });
    const from = withTitle(text, tokens, { from: withoutPlainStart(text, tokens, { from: start, to: end }), used });
    if (from < end && isName(text, tokens, { from, to: end }) && !isOrdinary(tokens, lower, { from, to: end })) {
      out.push(proposal(text, tokens, { from, to: end }));
      for (let k = from; k < end; k++) used[k] = 1;
    }
    i = end - 1;
  }
  return out;
}

const UPPER = /^(?:\p{Ll}{2,3}[-‐‑])?\p{Lu}/u;
const HYPHEN = /[-‐‑]/;

/** Whether the word begins with a capital, also behind a short prefix: "al-Harun". */
function startsUpper(text: string, { start, end }: Span): boolean {
  const c = text.charCodeAt(start);
  if (c > 64 && c < 91) return true;
  if (c < 128 && !(c > 96 && c < 123 && HYPHEN.test(text.slice(start + 2, start + 4)))) return false;
  return UPPER.test(text.slice(start, end));
}

const LETTER = /^\p{L}/u;

function startsWithLetter(text: string, { start, end }: Span): boolean {
  const c = text.charCodeAt(start) | 32;
  return (c > 96 && c < 123) || (c > 127 && LETTER.test(text.slice(start, end)));
}

function isProper(text: string, token: Token, used: number): boolean {
  return used === 0 && token.pos === "PROPN" && startsUpper(text, token) && !token.norm.startsWith("http");
}

/** Whether nearly all longer words begin with a capital, as in a headline; capitals tell no names there. */
function isTitleCase(text: string, tokens: readonly Token[]): boolean {
  let [lower, upper] = [0, 0];
  for (let i = firstWord(tokens) + 1; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.end - token.start <= 3 || !startsWithLetter(text, token)) continue;
    if (startsUpper(text, token)) upper++;
    else lower++;
    if (upper + tokens.length - i <= 3 * lower) return false;
  }
  return upper > 3 * lower;
}

const COMMON = /^(?:NOUN|ADJ|VERB)$/;

/** The run with capitalised common words before it: "the Night Herons", "the Blue Lantern Army". */
function withCapitals(
  text: string,
  tokens: readonly Token[],
  { from, used }: { from: number; used: Uint8Array },
): number {
  const first = firstWord(tokens);
  let start = from;
  while (start - 1 > first && used[start - 1] === 0) {
    const token = tokens[start - 1]!;
    if (!COMMON.test(token.pos) || !startsUpper(text, token) || nameWords.notNames.has(token.norm)) break;
    start--;
  }
  return start;
}

/** The run with a title before it that the tagger took for a common noun. */
function withTitle(text: string, tokens: readonly Token[], { from, used }: { from: number; used: Uint8Array }): number {
  const before = tokens[from - 1];
  if (before === undefined || used[from - 1] !== 0 || !nameWords.titles.has(before.norm.replace(".", ""))) return from;
  return startsUpper(text, before) ? from - 1 : from;
}

interface Run {
  readonly from: number;
  readonly to: number;
}

function runEnd(text: string, tokens: readonly Token[], { from, used }: { from: number; used: Uint8Array }): number {
  let to = from + 1;
  for (;;) {
    const next = tokens[to];
    if (next === undefined || used[to] !== 0) return to;
    if (isProper(text, next, 0) || isParticle(tokens, to, text)) to++;
    else if (isBridge(text, tokens, { from, at: to, used })) to += tokens[to + 1]!.norm === "the" ? 3 : 2;
    else return to;
  }
}

/** `ibn`, `bin`, `de`, and the hyphen of a double name, inside a run. */
function isParticle(tokens: readonly Token[], at: number, text: string): boolean {
  const token = tokens[at]!;
  const next = tokens[at + 1];
  if (next === undefined || next.pos !== "PROPN" || !startsUpper(text, next)) return false;
  if (token.norm === "-") return tokens[at - 1]!.end === token.start && token.end === next.start;
  return /^(?:ibn|bin|bint|abu|umm|al|el|de|da|van|von|der|den|del|la|le|di)$/.test(token.norm);
}

/** "of", "for" and "of the" between two capitalised words of an organisation's name: "Bank of Halvern", "the Sword of the North". */
function isBridge(
  text: string,
  tokens: readonly Token[],
  { from, at, used }: { from: number; at: number; used: Uint8Array },
): boolean {
  const article = tokens[at + 1]?.norm === "the";
  const name = article ? at + 2 : at + 1;
  const next = tokens[name];
  if (next === undefined || used[name] !== 0 || !/^(?:of|for)$/.test(tokens[at]!.norm)) return false;
  if (!isProper(text, next, 0)) return false;
  const { norm } = tokens[at - 1]!;
  const plural = norm.replace(/s$/, "");
  if (nameWords.namesWithOf.has(norm) || nameWords.namesWithOf.has(plural)) return true;
  // One word, and "of the": a name that a group gave itself, unless it is an office or a stretch of land.
  return (
    article &&
    at - from === 1 &&
    tokens[at]!.norm === "of" &&
    ![nameWords.titles, nameWords.placeOf, nameWords.notNames, nameWords.landOf].some(
      (words) => words.has(norm) || words.has(plural),
    )
  );
}

/** The run without a capitalised ordinary word that only starts the sentence; "Northern Oath militants" keeps it. */
function withoutPlainStart(text: string, tokens: readonly Token[], { from, to }: Run): number {
  if (from > firstWord(tokens) || to - from < 2) return from;
  if (to - from === 2 && nameWords.nameAdjectives.has(tokens[from]!.norm)) return from;
  return isPlain(text, tokens[from]!) ? from + 1 : from;
}

function firstWord(tokens: readonly Token[]): number {
  const at = tokens.findIndex((token) => token.pos !== "PUNCT" && token.pos !== "SYM");
  return at < 0 ? tokens.length : at;
}

function isPlain(text: string, token: Token): boolean {
  const { norm } = token;
  if (nameWords.notNames.has(norm) || nameWords.heads.has(norm)) return true;
  return (
    text.slice(token.start, token.end) !== norm.toUpperCase() &&
    nameWords.plainEndings.some((end) => norm.endsWith(end))
  );
}

function isName(text: string, tokens: readonly Token[], { from, to }: Run): boolean {
  const token = tokens[from]!;
  if (to - from > 1)
    return !tokens.slice(from, to).every((t) => nameWords.notNames.has(t.norm) || nameWords.titles.has(t.norm));
  if (nameWords.locatives.has(token.norm)) return false;
  if (nameWords.notNames.has(token.norm) || nameWords.titles.has(token.norm) || token.end - token.start < 2)
    return false;
  if (from > firstWord(tokens)) return true;
  const next = tokens[to];
  const speaks = next !== undefined && (next.pos === "VERB" || next.pos === "AUX" || next.norm === "'s");
  return speaks && !isPlain(text, token) && !token.norm.endsWith("s");
}

function isOrdinary(tokens: readonly Token[], lower: ReadonlySet<string>, { from, to }: Run): boolean {
  return tokens.slice(from, to).every((token) => lower.has(token.norm));
}

function proposal(text: string, tokens: readonly Token[], { from, to }: Run): Mention {
  const span = { start: tokens[from]!.start, end: tokens[to - 1]!.end };
  return { span, is: "proposal", id: idOf(text, span) };
}

function idOf(text: string, span: Span): string {
  return fold(text.slice(span.start, span.end)).replace(/\s+/g, " ").slice(0, 120);
}

/** "opposition sources", "coalition forces": a collective's head with what stands before it; a bare head alone names nobody. */
function collectives(text: string, tokens: readonly Token[], used: Uint8Array): Mention[] {
  const out: Mention[] = [];
  for (let i = 1; i < tokens.length; i++) {
    const { pos, norm } = tokens[i]!;
    if (used[i] !== 0 || (pos !== "NOUN" && pos !== "PROPN") || !nameWords.heads.has(norm)) continue;
    if (nameWords.heads.has(tokens[i + 1]?.norm ?? "") && used[i + 1] === 0) continue;
    const from = modifiersFrom(tokens, i, used);
    if (from === i) continue;
    out.push(proposal(text, tokens, { from, to: i + 1 }));
    for (let k = from; k <= i; k++) used[k] = 1;
  }
  return out;
}

const MODIFIER = /^(?:ADJ|NOUN|PROPN)$/;
const MAX_MODIFIERS = 4;

function modifiersFrom(tokens: readonly Token[], head: number, used: Uint8Array): number {
  let from = head;
  while (from > 0 && head - from < MAX_MODIFIERS && used[from - 1] === 0) {
    const token = tokens[from - 1]!;
    const hyphen =
      token.norm === "-" && from > 1 && tokens[from - 2]!.end === token.start && token.end === tokens[from]!.start;
    if (!hyphen && (!MODIFIER.test(token.pos) || QUANTITY.test(token.norm))) break;
    from -= hyphen ? 2 : 1;
    if (hyphen && used[from] !== 0) return from + 2;
  }
  return Math.max(from, 0);
}

const QUANTITY =
  /^(?:several|many|other|some|few|more|most|such|own|same|various|all|both|last|next|first|recent|unclear)$/;

/** حركة, تنظيم, جماعة … with the name that follows. */
function arabicGroups(text: string, tokens: readonly Token[], used: Uint8Array): Mention[] {
  const out: Mention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (used[i] !== 0 || tokens[i]!.pos === "PUNCT") continue;
    const run = quotedName(tokens, i, used) ?? groupName(tokens, i, used) ?? describedSpeaker(tokens, i, used);
    if (run === null) continue;
    const found = proposal(text, tokens, run);
    const whole =
      run.from > i ||
      !CLITIC.test(tokens[i]!.norm) ||
      isHead(tokens[i]!.norm) ||
      nameWords.speakers.has(tokens[i]!.norm);
    out.push(whole ? found : withoutClitic(found));
    i = run.to - 1;
  }
  return out;
}

const CLITIC = /^[وفبل]/u;
const isHead = (norm: string) => nameWords.groupHeads.has(norm) || nameWords.groupHeads.has(norm.replace(/^ال/u, ""));
const MOST_QUOTED = 5;

/** تنظيم "درب الجمر", جماعة تطلق على نفسها "كتائب الساحل": a head with a name in quote marks after it, at once or after "calls itself". */
function quotedName(tokens: readonly Token[], i: number, used: Uint8Array): Run | null {
  const { norm } = tokens[i]!;
  if (!isGroupHead(norm) && !isGroupHead(norm.replace(/^[وفبل]?ال/u, ""))) return null;
  let open = i + 1;
  if (/^(?:تطلق|يطلق|تدعو|تسمي|يسمي|تدعي|يدعي|تسميها|يسميها|باسم)$/u.test(tokens[open]?.norm ?? ""))
    while (open < i + 5 && tokens[open]?.norm !== '"' && tokens[open]?.pos !== undefined) open++;
  if (tokens[open]?.norm !== '"') return null;
  const close = tokens.findIndex((t, k) => k > open + 1 && k <= open + 1 + MOST_QUOTED && t.norm === '"');
  if (close < 0 || used[open + 1] !== 0) return null;
  return open === i + 1 ? { from: i, to: close + 1 } : { from: open + 1, to: close };
}

/** حركة العنبر: a head with the one or two words after it. */
function groupName(tokens: readonly Token[], i: number, used: Uint8Array): Run | null {
  const next = tokens[i + 1];
  if (next === undefined || used[i + 1] !== 0 || next.pos !== "X" || !isGroupHead(tokens[i]!.norm)) return null;
  if (nameWords.notAfterGroupHead.has(next.norm) || next.end - next.start < 3 || /(?:ها|هم)$/u.test(next.norm))
    return null;
  const second = tokens[i + 2];
  const two = second !== undefined && used[i + 2] === 0 && second.pos === "X" && second.norm.startsWith("ال");
  return { from: i, to: two && !nameWords.notAfterGroupHead.has(second.norm) ? i + 3 : i + 2 };
}

/** مصدر طبي, محللون, النيابة العامة: a word for one who speaks, with the adjective that agrees with it. */
function describedSpeaker(tokens: readonly Token[], i: number, used: Uint8Array): Run | null {
  const { norm } = tokens[i]!;
  const head = nameWords.speakers.has(norm) ? norm : norm.replace(CLITIC, "");
  if (!nameWords.speakers.has(head)) return null;
  const next = tokens[i + 1];
  const free = next !== undefined && used[i + 1] === 0 && next.pos === "X";
  const agrees =
    free &&
    (head.startsWith("ال")
      ? /^ال\p{L}+(?:ي|يه|ه)$/u.test(next.norm)
      : /(?:ي|يا|يه|يين|يون|يات)$/u.test(next.norm) && !next.norm.startsWith("ال"));
  return { from: i, to: agrees ? i + 2 : i + 1 };
}

/** The name without the conjunction or preposition written onto its first word. */
function withoutClitic({ span, id, ...rest }: Mention): Mention {
  return { ...rest, span: { start: span.start + 1, end: span.end }, id: id.slice(1) };
}

function isGroupHead(norm: string): boolean {
  return nameWords.groupHeads.has(norm) || nameWords.groupHeads.has(norm.replace(/^[وفبل]/, ""));
}
