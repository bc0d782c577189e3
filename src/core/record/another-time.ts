import { overlaps, type Span } from "../model/span.ts";
import { findIncidentWords } from "../text/incident-words.ts";
import type { RecordDocument } from "./input.ts";

/** Words before a verb that make a habit of it. */
const HABIT =
  /\b(?:usually|often|oftentimes|typically|always|normally|routinely|frequently|generally|regularly|rarely|seldom|sometimes|occasionally|commonly|habitually|traditionally|customarily|invariably|as a rule|in most cases|tends? to|tended to|tendency to|known (?:to|for)|(?:history|record|habit|pattern|practice) of|used to)\b|(?<!\p{L})[وف]?(?:عادة|غالبا|دائما|دوما|كثيرا|أحيانا|نادرا|قلما|طالما|لطالما|اعتاد\p{L}{0,2}|تعتاد|يعتاد|دأب\p{L}{0,2}|درج\p{L}{0,2})(?!\p{L})/iu;

/** Words before a verb that put it in the past of another attack, unless the verb's object is this one. */
const BEFORE =
  /\b(?:previously|formerly|repeatedly|once|in the past|in previous years|in recent years|over the years)\b|(?<!\p{L})[وف]?(?:سبق|سابقا|السابق|الماضي|مرارا)(?!\p{L})/iu;

/** Words before a verb that make of it a condition. */
const CONDITION = /\b(?:if|unless|whether|in case)\b|(?<!\p{L})[وف]?(?:إذا|لو|حال|حالة)(?!\p{L})/iu;

/** Words right before a verb that make of it a thing to come. */
const SUPPOSED =
  /\b(?:will|would|likely to|expected to|set to|about to|plans? to|going to|bound to)\b|(?<!\p{L})[وف]?(?:سوف|المرجح|المتوقع|المحتمل|المنتظر|يتوقع|يرجح)(?!\p{L})/iu;

const MARKS = /[.,;:،؛—–“”"«»]/u;
const FAR = 90;

const DIFFERENT = new Set("another other earlier previous past prior similar separate unrelated older".split(" "));
const MANY = new Set(
  "its their his such many most several numerous various countless dozens hundreds scores".split(" "),
);
const THIS_ONE = new Set("the this that both these those two three four twin double".split(" "));
const OTHER_AFTER = /^(?:أخرى|آخر|سابق|مماثل|مشابه|عديد|كثير|متعدد)/u;
const PERFECT = /\b(?:has|have|had)\b|['’]ve\b/iu;
const PAST = /^(?:\p{L}+ed|took|held|laid|put|said)$/iu;
const ARABIC = /\p{Script=Arabic}/u;

/**
 * Whether the verb at a cue tells of a habit, of a thing supposed or to come, or of other attacks than the one told of: "usually claims
 * its attacks", "if it claims", "had claimed an earlier attack", عادة ما تتبنى هجماتها. Such words are no claim, denial or blame of this attack [ST4, ST9].
 */
export function isOfAnotherTime({ text }: RecordDocument, sentence: Span, cue: Span): boolean {
  if (!overlaps(sentence, cue)) return false;
  const all = text.slice(sentence.start, cue.start);
  const before = all.slice(-FAR).split(MARKS).at(-1) ?? "";
  const own = text.slice(cue.start, cue.end);
  const after = text.slice(cue.start, Math.min(sentence.end, cue.start + 2 * FAR)).split(MARKS, 1)[0] ?? "";
  const of = objectIn(after);
  if (of === "another" || CONDITION.test(before) || SUPPOSED.test(`${lastWords(before)} ${own}`)) return true;
  const past = own.split(/\s+/u).some((word) => PAST.test(word) || (ARABIC.test(word) && word.endsWith("ت")));
  const near = `${opening(all)} ${before} ${own}`;
  if (of === "attacks" && (!past || PERFECT.test(near)) && !ARABIC.test(own)) return true;
  if (BEFORE.test(`${near} ${after}`)) return of === "attacks" || of === "an attack";
  return (HABIT.test(near) || (!past && /\bnever\b/iu.test(near))) && !(past && of === "this");
}

function lastWords(before: string): string {
  return before.trim().split(/\s+/u).slice(-3).join(" ");
}

/** "Usually, the group claims": an adverb that opens the sentence. */
function opening(words: string): string {
  return words.split(/[,،]/u, 1)[0]!.split(/\s+/u).slice(0, 3).join(" ");
}

type Which = "this" | "another" | "an attack" | "attacks" | null;

/** Which attack the words behind a verb speak of first: this one, another than this one, one, or attacks at large; null when they name none. */
function objectIn(after: string): Which {
  const [found] = findIncidentWords(after, "attack");
  if (found === undefined) return null;
  const rest = after.slice(found.span.start).split(/\s+/u);
  const noun = after.slice(found.span.start, found.span.end);
  if (ARABIC.test(noun)) return arabicObject(rest);
  const near = after.slice(0, found.span.start).toLowerCase().trim().split(/\s+/u).slice(-3);
  const has = (words: ReadonlySet<string>) => near.some((word) => words.has(word));
  const several = noun.endsWith("s");
  if (has(DIFFERENT) || (several && has(MANY))) return "another";
  if (has(THIS_ONE)) return "this";
  return several ? "attacks" : "an attack";
}

/** هجماتها, هجمات مماثلة, الهجوم, هجوما. */
function arabicObject([noun = "", next = ""]: readonly string[]): Which {
  if (/ات(?:ها|ه|هم)$/u.test(noun) || OTHER_AFTER.test(next)) return "another";
  if (/^[وبلف]?ال/u.test(noun) || noun.startsWith("لل")) return "this";
  return noun.endsWith("ات") ? "attacks" : "an attack";
}
