import type { Token } from "../../text/annotation.ts";

export type ChunkKind = "np" | "vg" | "adp" | "sub" | "cc" | "adv" | "time" | "p";

/** A run of tokens that act as one: a noun group, a verb group, a preposition, a mark. */
export interface Chunk {
  readonly kind: ChunkKind;
  readonly from: number;
  readonly to: number;
  /** The token that counts: the verb, the head noun, else the first. */
  readonly head: number;
  /** Of a verb group: starts with "to". */
  readonly infinitive: boolean;
}

const TIME = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow january february april june july " +
    "august september october november december earlier later mon tue wed thu fri sat sun jan feb aug sept oct nov dec"
  ).split(" "),
);
const TIME_LEAD = new Set(["last", "next", "this", "late", "early"]);
const OPENS_TIME = new Set([...TIME, ...TIME_LEAD]);
const TIME_TAIL = new Set("morning afternoon evening night week weekend month year".split(" "));
const SUBORDINATE = new Set(
  "who which whom whose whether if because although though while when where why how unless until whereas".split(" "),
);
const PERSONAL = new Set(
  "i you he she it we they me him us them who everyone everybody someone anyone nobody".split(" "),
);
const POSSESSIVE = new Set("my your his her its our their whose".split(" "));
const MONTH_OR_VERB = new Set(["may", "march"]);
const NOMINAL = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "X"]);
const HYPHENS = new Set(["-", "&", "/", "$", "%", "#", "@"]);
/** Words that one of the lists above names: a quick look that most words spare the rest. */
const LISTED = new Set([
  ...[OPENS_TIME, MONTH_OR_VERB, SUBORDINATE, PERSONAL, POSSESSIVE, HYPHENS].flatMap((list) => [...list]),
  ...["that", "'s", "'"],
]);
const PARTICIPLE = /(?:ed|ing|en|un|wn|ft|ld|pt)$/;

/** The sentence's tokens as chunks, left to right, none left out. */
export function chunksOf(tokens: readonly Token[]): Chunk[] {
  const out: Chunk[] = [];
  let i = 0;
  while (i < tokens.length) {
    const chunk = chunkAt(tokens, i);
    out.push(chunk);
    i = chunk.to;
  }
  return out;
}

function chunkAt(tokens: readonly Token[], i: number): Chunk {
  const { norm, pos } = tokens[i]!;
  if (isMark(tokens, i)) return one("p", i);
  if (LISTED.has(norm)) {
    const time = timeEnd(tokens, i);
    if (time > i) return { ...one("time", i), to: time };
    if (SUBORDINATE.has(norm) || isThat(tokens, i)) return one("sub", i);
  }
  if (startsVerbs(tokens, i)) return verbGroup(tokens, i);
  if (NOMINAL.has(pos) || (pos === "VERB" && isModifier(tokens, i, false))) return nounGroup(tokens, i);
  if (pos === "SCONJ") return one("sub", i);
  if (pos === "CCONJ") return one("cc", i);
  if (pos === "ADP") return one("adp", i);
  if (pos === "ADV") return one("adv", i);
  return one(norm === "to" ? "adp" : "p", i);
}

function one(kind: ChunkKind, i: number): Chunk {
  return { kind, from: i, to: i + 1, head: i, infinitive: false };
}

function isMark(tokens: readonly Token[], i: number): boolean {
  const { pos, norm } = tokens[i]!;
  return (
    pos === "SPACE" ||
    ((pos === "PUNCT" || pos === "SYM") && !HYPHENS.has(norm)) ||
    (pos === "PUNCT" && !joins(tokens, i))
  );
}

/** A hyphen between two words without white space joins them; else it is a dash. */
function joins(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  return (
    after !== undefined &&
    tokens[i]!.end === after.start &&
    (before === undefined || before.end === tokens[i]!.start || tokens[i]!.norm !== "-")
  );
}

const BEFORE_MONTH = new Set("until till since in during through last next this late early mid".split(" "));

/** "Until May", "in March 2031": months that are spelt as verbs. */
function monthEnd(tokens: readonly Token[], i: number): number {
  if (!MONTH_OR_VERB.has(tokens[i]!.norm) || !BEFORE_MONTH.has(tokens[i - 1]?.norm ?? "")) return i;
  const next = tokens[i + 1];
  if (next?.pos === "PROPN" || next?.norm === "'s") return i;
  return next?.pos === "NUM" ? i + 2 : i + 1;
}

function timeEnd(tokens: readonly Token[], i: number): number {
  const month = monthEnd(tokens, i);
  if (month > i) return month;
  if (!OPENS_TIME.has(tokens[i]!.norm)) return i;
  let at = i;
  if (TIME_LEAD.has(tokens[at]!.norm)) {
    const next = tokens[at + 1]?.norm;
    if (next === undefined || !(TIME.has(next) || TIME_TAIL.has(next))) return i;
    at += 2;
  } else at++;
  while (
    at < tokens.length &&
    (TIME_TAIL.has(tokens[at]!.norm) || (tokens[at]!.pos === "NUM" && TIME.has(tokens[at - 1]!.norm)))
  )
    at++;
  // "Monday's vote" and the "Sun-Times" are noun groups.
  const next = tokens[at];
  const joined = next !== undefined && HYPHENS.has(next.norm) && next.start === tokens[at - 1]!.end;
  return next?.norm === "'s" || joined ? i : at;
}

function isThat(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]!.norm !== "that") return false;
  if (tokens[i]!.pos !== "DET") return tokens[i]!.pos !== "PRON" || i === 0 || tokens[i - 1]!.pos !== "ADP";
  const before = tokens[i - 1]?.pos;
  return before === "VERB" || before === "NOUN" || before === "PROPN";
}

function startsVerbs(tokens: readonly Token[], i: number): boolean {
  for (let k = i; k < tokens.length && k < i + 4; k++) {
    const { pos, norm } = tokens[k]!;
    if (pos === "AUX") return true;
    if (pos === "VERB") return !isModifier(tokens, k, k > i && tokens[k - 1]!.pos === "ADV");
    if (pos === "PART" && norm !== "'s" && norm !== "'") continue;
    if (pos === "ADV") continue;
    return false;
  }
  return false;
}

/** Whether a verb form stands before a noun as an adjective: "alleged warnings", "the armed group". */
function isModifier(tokens: readonly Token[], i: number, afterAdverb: boolean): boolean {
  const next = tokens[i + 1];
  if (next === undefined || !(next.pos === "NOUN" || next.pos === "PROPN" || next.pos === "ADJ")) return false;
  if (!PARTICIPLE.test(tokens[i]!.norm)) return false;
  const before = tokens[i - (afterAdverb ? 2 : 1)];
  return (
    before !== undefined &&
    (before.pos === "DET" ||
      before.pos === "ADJ" ||
      POSSESSIVE.has(before.norm) ||
      before.norm === "'s" ||
      (before.pos === "ADP" && next.pos === "NOUN" && tokens[i]!.norm.endsWith("ed")))
  );
}

function verbGroup(tokens: readonly Token[], from: number): Chunk {
  let to = from;
  let head = from;
  while (to < tokens.length) {
    const { pos } = tokens[to]!;
    if (pos === "VERB") return { kind: "vg", from, to: to + 1, head: to, infinitive: hasTo(tokens, from, to) };
    if (pos === "AUX") head = to;
    else if (!isBetweenVerbs(tokens, to)) break;
    to++;
  }
  // At least one token, whatever the tags: the caller must get on.
  return { kind: "vg", from, to: Math.max(to, from + 1), head, infinitive: hasTo(tokens, from, head) };
}

/** What may stand inside a verb group: "not", "to", an adverb, the "since" of "has since said". */
function isBetweenVerbs(tokens: readonly Token[], i: number): boolean {
  const { pos, norm } = tokens[i]!;
  if (pos === "PART") return norm !== "'s" && norm !== "'";
  if (norm === "since") return tokens[i - 1]?.pos === "AUX" && tokens[i + 1]?.pos === "VERB";
  return pos === "ADV" && leadsToVerb(tokens, i);
}

function leadsToVerb(tokens: readonly Token[], i: number): boolean {
  for (let k = i + 1; k < tokens.length && k < i + 5; k++) {
    const { pos, norm } = tokens[k]!;
    if (pos === "VERB" || pos === "AUX") return true;
    if (pos !== "ADV" && !(pos === "PART" && norm !== "'s")) return false;
  }
  return false;
}

function hasTo(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]!.norm === "to") return true;
  return false;
}

function nounGroup(tokens: readonly Token[], from: number): Chunk {
  let to = from;
  let head = from;
  let closed = false;
  while (to < tokens.length && continuesNoun(tokens, { from, to, closed })) {
    const { pos, norm } = tokens[to]!;
    if (pos === "NOUN" || pos === "PROPN" || pos === "PRON" || pos === "NUM" || to === from) head = to;
    closed = closed || pos === "NOUN" || pos === "PROPN";
    if (norm === "'s" || norm === "'") closed = false;
    to++;
    if (PERSONAL.has(norm)) break;
  }
  return { kind: "np", from, to, head, infinitive: false };
}

function continuesNoun(
  tokens: readonly Token[],
  { from, to, closed }: { from: number; to: number; closed: boolean },
): boolean {
  const { pos, norm } = tokens[to]!;
  if (to === from) return true;
  const listed = LISTED.has(norm);
  if (listed) {
    if (norm === "'s" || (norm === "'" && tokens[to - 1]!.end === tokens[to]!.start))
      return pos === "PART" || norm === "'";
    if (HYPHENS.has(norm)) return joins(tokens, to);
    if (timeEnd(tokens, to) > to || SUBORDINATE.has(norm) || isThat(tokens, to)) return false;
  }
  if (pos === "VERB") return !closed && isModifier(tokens, to, false);
  if (pos === "ADV") return false;
  if (!NOMINAL.has(pos)) return false;
  if (closed && (pos === "DET" || (listed && POSSESSIVE.has(norm)))) return false;
  if (listed && PERSONAL.has(norm)) return false;
  // "told reporters Arkwell would": a name after a plural starts a new group.
  const before = tokens[to - 1]!;
  return !(pos === "PROPN" && before.pos === "NOUN" && before.norm !== before.lemma && before.norm.endsWith("s"));
}
