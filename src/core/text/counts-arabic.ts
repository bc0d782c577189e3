import data from "../data/count-words.json" with { type: "json" };
import type { CountMention } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import type { Token } from "./annotation.ts";
import { mayStartNumber, type NumberRun } from "./numbers.ts";
import { withoutClitics } from "./units.ts";

type Kind = CountMention["of"];

const KINDS = new Map<string, Kind>(
  Object.entries(data.ar.kinds).flatMap(([kind, words]) => words.map((word) => [word, kind as Kind] as const)),
);
const ATTACKS = new Set(data.ar.attackNouns);
const MEASURES = new Set(data.ar.measures);
const DUALS = new Set(
  data.ar.duals.flatMap((noun) => [`${noun.replace(/ه$/, "ت")}ان`, `${noun.replace(/ه$/, "ت")}ين`]),
);

/** The kind that an Arabic word tells, its clitics and article taken off; undefined when it tells none. */
export function arabicKind(norm: string): Kind | undefined {
  for (const word of [norm, ...withoutClitics(norm)]) {
    const kind = KINDS.get(word);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** مدنيين, المهاجمين: written as a dual, but the plural unless a word for two or another dual stands behind it. */
function isSoundPlural(tokens: readonly Token[], at: number, noun: string): boolean {
  if (!noun.endsWith("ين") || !SOUND.has(noun.slice(0, -2))) return false;
  return !/^(?:اثنين|اثنتين|اخرين اثنين)$/u.test(tokens[at + 1]?.norm ?? "");
}

const SOUND = new Set(data.ar.soundPlurals);

/** A dual noun counts two: `جنديان`, `هجومين`. */
export function arabicDual(tokens: readonly Token[], at: number): CountMention | null {
  const token = tokens[at]!;
  const noun = [token.norm, ...withoutClitics(token.norm)].find((word) => DUALS.has(word));
  if (noun === undefined || isSoundPlural(tokens, at, noun)) return null;
  const stem = noun.slice(0, -2);
  const around = near(tokens, at, at + 1);
  const of = ATTACKS.has(stem) || ATTACKS.has(noun) ? "attacks" : (KINDS.get(stem) ?? around?.kind);
  if (of === undefined) return null;
  const span = { start: token.start, end: token.end };
  return { span, number: { from: 2, to: 2 }, comparator: "exactly", what: span, of, ...verbOf(around) };
}

/** قتل شرطي, مقتل سائق الحافلة, أصيب أحد الحراس: one person named by his calling right after the word for what befell him. */
export function arabicSingle(tokens: readonly Token[], at: number): CountMention | null {
  const token = tokens[at]!;
  const of = token.pos === "X" ? BEFALLS.get(withoutAnd(token.norm)) : undefined;
  if (of === undefined) return null;
  const next = tokens[at + 1];
  if (next === undefined) return null;
  const oneOf = /^(?:احد|احدي)$/u.test(next.norm) && !/^عشر/u.test(tokens[at + 2]?.norm ?? "");
  const who = oneOf ? tokens[at + 2] : next;
  if (
    who === undefined ||
    who.pos !== "X" ||
    (!oneOf && !SINGLES.has(who.norm) && !SINGLES.has(who.norm.replace(/^ال/u, "")))
  )
    return null;
  // "A soldier killed three": he is no victim.
  const ahead = tokens.slice(at + 2, at + 6);
  const end = ahead.findIndex((t) => t.pos !== "X" || /^و/u.test(t.norm));
  if (!oneOf && (end < 0 ? ahead : ahead.slice(0, end)).some((t) => mayStartNumber(t.norm, "ar"))) return null;
  const span = { start: next.start, end: next.end };
  const what = { start: who.start, end: who.end };
  return {
    span: oneOf ? span : what,
    number: { from: 1, to: 1 },
    comparator: "exactly",
    what,
    of,
    verb: withoutAnd(token.norm),
  };
}

const BEFALLS = new Map<string, Kind>(
  (["killed", "wounded"] as const).flatMap((kind) => data.ar.befalls[kind].map((word) => [word, kind] as const)),
);
const SINGLES = new Set(data.ar.singles);

function withoutAnd(norm: string): string {
  return norm.replace(/^[وفب](?=\p{L}{3})/u, "");
}

/** What stands after a number: the noun and its adjective, and the kind from it or from the words around. */
export function arabicCounted(
  tokens: readonly Token[],
  at: number,
  run: NumberRun,
): Pick<CountMention, "what" | "of" | "verb"> | null {
  const noun = tokens[at]?.norm === "من" ? tokens[at + 1] : tokens[at];
  const around = near(tokens, run.from, at);
  if (noun === undefined || noun.pos !== "X" || /^و?[\d٠-٩]/u.test(noun.norm)) return withoutNoun(tokens, run, around);
  if (MEASURES.has(noun.norm) || withoutClitics(noun.norm).some((word) => MEASURES.has(word))) return null;
  const own = arabicKind(noun.norm);
  const attack = [noun.norm, ...withoutClitics(noun.norm)].some((word) => ATTACKS.has(word));
  if (own === undefined && isBoth(tokens, run.from)) return null;
  if (own === undefined && !attack && run.vague && around === null) return null;
  const what = { start: noun.start, end: noun.end };
  const of = attack ? "attacks" : (own ?? around?.kind ?? "other");
  return { what, of, ...(around?.kind === of && around.token !== noun ? verbOf(around) : {}) };
}

/** مقتل وإصابة 20 شخصا: killed and wounded in one number. */
function isBoth(tokens: readonly Token[], from: number): boolean {
  const back = tokens.slice(Math.max(0, from - 5), from).map((t) => t.norm);
  return back.some(
    (norm, i) => /^(?:ب|و|في|عن)?(?:مقتل|قتل|سقوط)$/u.test(norm) && /^و(?:اصابه|جرح)$/u.test(back[i + 1] ?? ""),
  );
}

function withoutNoun(
  tokens: readonly Token[],
  run: NumberRun,
  around: Near | null,
): Pick<CountMention, "what" | "of" | "verb"> | null {
  if (around === null) return null;
  const what = { start: tokens[run.from]!.start, end: tokens[run.to - 1]!.end };
  return { what, of: around.kind, ...verbOf(around) };
}

interface Near {
  readonly kind: Kind;
  readonly token: Token;
}

const AROUND = 5;

/** The nearest word before, else just after, that tells a kind; the sentence's signs end the search. */
function near(tokens: readonly Token[], from: number, to: number): Near | null {
  for (let i = from - 1; i >= 0 && i >= from - AROUND; i--) {
    const token = tokens[i]!;
    if (token.pos === "PUNCT" && !/^["(]$/.test(token.norm)) break;
    const kind = arabicKind(token.norm);
    if (kind !== undefined) return { kind, token };
  }
  for (let i = to; i < tokens.length && i < to + 3; i++) {
    if (tokens[i]!.pos === "PUNCT") break;
    const kind = arabicKind(tokens[i]!.norm);
    if (kind !== undefined) return { kind, token: tokens[i]! };
  }
  return null;
}

function verbOf(around: Near | null): { verb?: string } {
  if (around === null) return {};
  const word = [around.token.norm, ...withoutClitics(around.token.norm)].find((w) => KINDS.has(w));
  return word === undefined ? {} : { verb: word };
}

const NO_HARM =
  /(?:لم\s(?:[تي]رد|[تي]قع|[تي]سجل|[تي]بلغ|[تي]سفر|[تي]خلف|[تي]وقع|[تي]ؤد|[تي]تسبب)(?:\s\S{1,30}){0,5}?\s|(?:لا|دون|بدون|من دون)\s(?:\S{1,30}\s){0,2}?)[ب]?(?:أي\s)?(إصابات|إصابة|ضحايا|قتلى|خسائر بشرية)|لم\s[يُ]*صب\s(أحد)/gu;

/** "There were no injuries": a count of none, for victims both of the killed and of the wounded. */
export function arabicNoHarm(text: string, sentence: Span): readonly CountMention[] {
  return [...text.slice(sentence.start, sentence.end).matchAll(NO_HARM)].flatMap((m): readonly CountMention[] => {
    const span = { start: sentence.start + m.index, end: sentence.start + m.index + m[0].length };
    const word = m[1] ?? "";
    const kinds: readonly Kind[] = /ضحايا|خسائر/u.test(word)
      ? ["killed", "wounded"]
      : word === "قتلى"
        ? ["killed"]
        : ["wounded"];
    return kinds.map((of) => ({ span, number: { from: 0, to: 0 }, comparator: "exactly", what: span, of }));
  });
}
