import data from "../data/count-words.json" with { type: "json" };
import type { Comparator, CountMention, DateMention } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import type { AnnotatedSentence, Pos, Token } from "./annotation.ts";
import { arabicCounted, arabicDual, arabicNoHarm, arabicSingle } from "./counts-arabic.ts";
import { comparatorOf, digitsValue, mayStartNumber, type NumberLanguage, type NumberRun, numberAt } from "./numbers.ts";

type Kind = CountMention["of"];

const KINDS = new Map<string, Kind>(
  Object.entries(data.en.kinds).flatMap(([kind, words]) => words.map((word) => [word, kind as Kind] as const)),
);
const ATTACKS = new Set(data.en.attackNouns);
const VICTIMS = new Set(data.en.victims);
const MEASURES = new Set(data.en.measures);

/** The counts in a text, in order [ST8]: number, comparator, what is counted, its kind, and the source's own verb. Dates, measures, ages, money and ordinals are none. */
export function findCounts(
  text: string,
  sentences: readonly AnnotatedSentence[],
  dates: readonly DateMention[],
): CountMention[] {
  const out: CountMention[] = [];
  let next = 0;
  for (const sentence of sentences) {
    while (next < dates.length && dates[next]!.span.end <= sentence.start) next++;
    const here: Span[] = [];
    for (let i = next; i < dates.length && dates[i]!.span.start < sentence.end; i++) here.push(dates[i]!.span);
    if (sentence.language === "en" || sentence.language === "und")
      out.push(...countsIn({ text, sentence, dates: here, language: "en" }));
    if (sentence.language === "ar") out.push(...countsIn({ text, sentence, dates: here, language: "ar" }));
  }
  return out;
}

interface Place {
  readonly text: string;
  readonly sentence: AnnotatedSentence;
  readonly dates: readonly Span[];
  readonly language: NumberLanguage;
}

function countsIn({ text, sentence, dates, language }: Place): CountMention[] {
  const { tokens } = sentence;
  const out: CountMention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const one =
      language === "ar" ? (arabicDual(tokens, i) ?? arabicSingle(tokens, i)) : singleVictim(tokens, i, out.at(-1));
    if (one !== null) {
      out.push(one);
      continue;
    }
    const run = mayStartNumber(token.norm, language) ? numberAt(tokens, i, language) : null;
    const article = run === null && language === "en" ? articleRun(tokens, i) : null;
    const found = run ?? article;
    if (found === null) continue;
    i = found.to - 1;
    if (dates.some((date) => date.start < tokens[found.to - 1]!.end && token.start < date.end)) continue;
    const ranged = rangeOf(tokens, found, language);
    i = ranged.to - 1;
    const count = isNoCount(text, tokens, found)
      ? null
      : countAt({ tokens, language, article: article !== null }, ranged);
    if (count !== null) out.push(...withoutHarm(text, partOf(count, out.at(-1))));
  }
  if (language === "ar") out.push(...arabicNoHarm(text, sentence));
  return out;
}

/** "No casualties": none killed and none wounded. */
function withoutHarm(text: string, count: CountMention): readonly CountMention[] {
  const none = count.number.to === 0 && /\b(?:casualt|victim)/iu.test(text.slice(count.what.start, count.what.end));
  return none
    ? [
        { ...count, of: "killed" },
        { ...count, of: "wounded" },
      ]
    : [count];
}

/** "Wounded the guard", "killed a minister and his driver": one person whom an article of his own or a pronoun points out. */
function singleVictim(tokens: readonly Token[], at: number, last: CountMention | undefined): CountMention | null {
  const { norm, pos, lemma } = tokens[at]!;
  const next = tokens[at + 1]?.norm ?? "";
  const joined =
    norm === "and" &&
    /^(?:his|her|their|its)$/.test(next) &&
    last !== undefined &&
    last.what.end === tokens[at - 1]?.end;
  const of = joined ? last.of : pos === "VERB" && tokens[at - 1]?.pos !== "AUX" ? KINDS.get(lemma) : undefined;
  if ((of !== "killed" && of !== "wounded") || !/^(?:the|his|her|their|its)$/.test(next)) return null;
  const { to, head } = nounPhrase(tokens, at + 2);
  if (
    head === null ||
    head.norm !== head.lemma ||
    !(VICTIMS.has(head.lemma) || ONE.has(head.lemma)) ||
    PLURAL.has(head.norm)
  )
    return null;
  const what = { start: tokens[at + 2]!.start, end: tokens[to - 1]!.end };
  const span = { start: tokens[at + 1]!.start, end: tokens[at + 1]!.end };
  return { span, number: { from: 1, to: 1 }, comparator: "exactly", what, of, ...(joined ? {} : { verb: lemma }) };
}

const ONE = new Set(data.en.persons);
const PLURAL = new Set(["people", "police", "personnel", "dead", "wounded", "troop", "others", "family"]);

/** "A soldier was killed": the article counts one, where the noun is a victim. */
function articleRun(tokens: readonly Token[], at: number): NumberRun | null {
  const { norm } = tokens[at]!;
  if (norm === "another" && isHit(tokens, at + 1))
    return { from: at, to: at + 1, low: 1, high: 1, vague: false, inDigits: false };
  if (norm !== "a" && norm !== "an" && norm !== "another") return null;
  const end = nounPhrase(tokens, at + 1).to;
  const head = tokens[end - 1];
  if (end === at + 1 || head === undefined || !(VICTIMS.has(head.lemma) || isHit(tokens, end))) return null;
  return { from: at, to: at + 1, low: 1, high: 1, vague: false, inDigits: false };
}

/** "… were killed": whoever stands before it is a victim, whatever he is called. */
function isHit(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return tokens[at]?.pos === "AUX" && KINDS.has((/ly$/.test(next?.norm ?? "") ? tokens[at + 2] : next)?.norm ?? "");
}

/** "3 to 5", "between three and five", `بين 3 و5` as one run. */
function rangeOf(tokens: readonly Token[], run: NumberRun, language: NumberLanguage): NumberRun {
  const joint = tokens[run.to]?.norm ?? "";
  const between = /^(?:between|بين)$/.test(tokens[run.from - 1]?.norm ?? "");
  const english = /^(?:to|-|–)$/.test(joint) || (between && joint === "and");
  const arabic = /^(?:-|–|الي)$/.test(joint) || (between && joint.startsWith("و"));
  if (!(language === "en" ? english : arabic)) return run;
  const at = language === "ar" && joint.startsWith("و") && joint.length > 1 ? run.to : run.to + 1;
  const second = at < tokens.length ? numberAt(tokens, at, language) : null;
  const attached = /^و\d/.test(joint) ? digitsValue(joint.slice(1)) : null;
  const high = second?.high ?? attached;
  if (high === null || high === undefined || high < run.high || run.vague) return run;
  return { ...run, from: between ? run.from - 1 : run.from, to: second?.to ?? at + 1, high };
}

/** Years, clock times, money, percentages, ordinals, ages, version and house numbers. */
function isNoCount(text: string, tokens: readonly Token[], run: NumberRun): boolean {
  const before = tokens[run.from - 1];
  const after = tokens[run.to];
  if (isOneOf(tokens, run)) return true;
  const touching = after !== undefined && after.start === tokens[run.to - 1]!.end;
  if (
    before !== undefined &&
    /^[$€£¥#:/.]$|^no\.?$|^(?:page|article|resolution|room|route|chapter|phase|section|figure|covid|title)$/.test(
      before.norm,
    )
  )
    return true;
  if (touching && /^[%:/°]|^(?:st|nd|rd|th|am|pm|km|kg|mm|m)$/.test(after.norm)) return true;
  if (touching && after.norm === "-" && !/^\d/.test(tokens[run.to + 1]?.norm ?? "")) return true;
  if (before !== undefined && before.norm === "-" && before.end === tokens[run.from]!.start) return true;
  return /[\p{L}]/u.test(text.charAt(tokens[run.from]!.start - 1));
}

/** "One of the deadliest attacks", "one of the country's largest": a superlative counts nobody. */
function isOneOf(tokens: readonly Token[], run: NumberRun): boolean {
  if (tokens[run.from]!.norm !== "one" || run.to !== run.from + 1 || tokens[run.to]?.norm !== "of") return false;
  return tokens.slice(run.to + 1, run.to + 7).some((t) => SUPERLATIVE.test(t.norm));
}

const SUPERLATIVE = /^(?:most|least|worst|best|\p{L}{2,12}iest|\p{L}{3,12}(?<!for|inter|mod|hon|t)est)$/u;

/** "15 people, including six children": the part is of the same kind as the whole. */
function partOf(count: CountMention, whole: CountMention | undefined): CountMention {
  if (count.verb !== "include" || count.of !== "other") return count;
  if (whole?.verb === undefined) return count;
  return { ...count, of: whole.of, verb: whole.verb };
}

interface Where {
  readonly tokens: readonly Token[];
  readonly language: NumberLanguage;
  readonly article: boolean;
}

function countAt({ tokens, language, article }: Where, run: NumberRun): CountMention | null {
  const { comparator, from, to } = comparatorOf(tokens, run, language);
  const said = run.low !== run.high && !run.vague ? ("between" as Comparator) : comparator;
  const lead = language === "ar" && /^و./.test(tokens[from]!.norm) && !/^واحد/.test(tokens[from]!.norm) ? 1 : 0;
  const span = { start: tokens[from]!.start + lead, end: tokens[to - 1]!.end };
  const number = { from: run.low, to: run.high };
  if (language === "ar") {
    const counted = arabicCounted(tokens, to, run);
    return counted === null ? null : { span, number, comparator: said, ...counted };
  }
  const counted = englishCounted(tokens, to, run);
  if (counted === null || (article && (counted.of === "other" || counted.of === "attacks"))) return null;
  return { span, number, comparator: said, ...counted };
}

type Counted = Pick<CountMention, "what" | "of" | "verb">;

function englishCounted(tokens: readonly Token[], at: number, run: NumberRun): Counted | null {
  const start = skipOf(tokens, at);
  const { to, head } = nounPhrase(tokens, start);
  if (head !== null && (MEASURES.has(head.lemma) || MEASURES.has(head.norm) || /^percent/.test(head.norm))) return null;
  const verb = governing(tokens, run.from, to);
  const kind = kindOf(tokens, { start, to, head, verb });
  if (head === null) return bare(tokens, run, { to, verb, kind });
  return {
    what: { start: tokens[start]!.start, end: tokens[to - 1]!.end },
    of: kind,
    ...(verb === null ? {} : { verb: lemmaOf(tokens, verb) }),
  };
}

/** The verb's lemma, with the "out" of "carried out". */
function lemmaOf(tokens: readonly Token[], verb: Token): string {
  const next = tokens[tokens.indexOf(verb) + 1];
  return next?.norm === "out" ? `${verb.lemma} out` : verb.lemma;
}

function skipOf(tokens: readonly Token[], at: number): number {
  const of = tokens[at]?.norm === "of" ? at + 1 : at;
  return /^(?:the|its|their|his|her|our|these|those)$/.test(tokens[of]?.norm ?? "") ? of + 1 : of;
}

/** "Killed three and wounded four": no noun, so the verb alone tells what is counted. */
function bare(
  tokens: readonly Token[],
  run: NumberRun,
  { verb, kind }: { to: number; verb: Token | null; kind: Kind },
): Counted | null {
  if (verb === null || kind === "other" || kind === "attacks") return null;
  return { what: { start: tokens[run.from]!.start, end: tokens[run.to - 1]!.end }, of: kind, verb: verb.lemma };
}

interface Phrase {
  readonly to: number;
  readonly head: Token | null;
}

const IN_PHRASE: ReadonlySet<Pos> = new Set(["ADJ", "NOUN", "PROPN", "NUM"]);
const OTHERS = new Set(["other", "others"]);
const LONGEST = 7;

/** Where the noun phrase that starts here ends, with its last noun; a participle ("wounded") counts as an adjective before one. */
function nounPhrase(tokens: readonly Token[], start: number): Phrase {
  let to = start;
  let head: Token | null = null;
  for (let i = start; i < tokens.length && i < start + LONGEST; i++) {
    const token = tokens[i]!;
    const isNoun = token.pos === "NOUN" || token.pos === "PROPN" || (token.pos === "ADJ" && VICTIMS.has(token.lemma));
    const glue = token.norm === "-" || token.norm === "'s" || (token.pos === "VERB" && isNounAfter(tokens, i));
    if (!glue && !IN_PHRASE.has(token.pos) && !KINDS.has(token.norm) && !OTHERS.has(token.norm)) break;
    if (head !== null && token.pos === "VERB" && !glue) break;
    if (isNoun || OTHERS.has(token.norm) || (token.pos === "ADJ" && KINDS.has(token.norm))) {
      head = token;
      to = i + 1;
    }
  }
  return { to, head };
}

function isNounAfter(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  return /(?:ed|ing)$/.test(tokens[i]!.norm) && next !== undefined && next.pos === "NOUN" && VICTIMS.has(next.lemma);
}

const AROUND = 8;
const AHEAD = 16;

/** The verb that governs the count: in the passive after it, else the nearest verb before it in the clause. */
function governing(tokens: readonly Token[], from: number, to: number): Token | null {
  const right = rightBefore(tokens, from);
  if (right !== null) return right;
  let auxiliary = false;
  for (let i = to; i < tokens.length && i < to + AHEAD; i++) {
    const token = tokens[i]!;
    const listed = token.norm === "and" && /^(?:NUM|DET)$/.test(tokens[i + 1]?.pos ?? "");
    if (/^[.;:]$/.test(token.norm) || (token.pos === "CCONJ" && !listed) || token.pos === "SCONJ") break;
    if (/^(?:after|before|when|as)$/.test(token.norm)) break;
    if (token.pos === "AUX") auxiliary = true;
    if (KINDS.has(token.lemma) || KINDS.has(token.norm) || (token.pos === "VERB" && (auxiliary || i === to)))
      return token;
  }
  for (let i = from - 1; i >= 0 && i >= from - AROUND; i--) {
    const token = tokens[i]!;
    if (/^[.;:]$/.test(token.norm)) break;
    if (RISES.has(token.lemma)) {
      const toll = tokens.slice(Math.max(0, i - AROUND), i).findLast((t) => TOLL.test(t.norm));
      if (toll !== undefined) return toll;
    }
    if (
      token.pos === "VERB" ||
      (KINDS.has(token.norm) && token.pos !== "NOUN") ||
      /^(?:death|deaths|killing|wounding|arrest)$/.test(token.norm)
    )
      return token;
  }
  return null;
}

/** "Killed at least | ten people …": an active verb right before the number, whatever follows. */
function rightBefore(tokens: readonly Token[], from: number): Token | null {
  let at = from - 1;
  while (at >= 0 && from - at < 5 && COMPARES.test(tokens[at]!.norm)) at--;
  const token = tokens[at];
  if (token === undefined || !KINDS.has(token.lemma) || !/(?:ing|ed|ain|lay|s|t|l|e)$/.test(token.norm)) return null;
  return token.pos === "VERB" && tokens[at - 1]?.pos !== "AUX" ? token : null;
}

/** "The death toll rose to", "the number of dead was put at". */
const RISES = new Set([
  "rise",
  "climb",
  "increase",
  "jump",
  "stand",
  "reach",
  "put",
  "revise",
  "grow",
  "lower",
  "raise",
  "include",
]);
const TOLL = /^(?:toll|dead|deaths|fatalities|killed|wounded|injured|injuries)$/;

const COMPARES =
  /^(?:at|least|most|more|than|about|around|nearly|almost|some|over|up|to|as|many|an|estimated|approximately|roughly|the|another|all)$/;

interface Clause {
  readonly start: number;
  readonly to: number;
  readonly head: Token | null;
  readonly verb: Token | null;
}

/** "Lost their lives", "claimed the lives of", "the bodies of", "were taken to hospital". */
function idiomAt(tokens: readonly Token[], { start, to, verb }: Omit<Clause, "head">): Kind | null {
  const before = tokens
    .slice(Math.max(0, start - 6), start)
    .map((t) => t.norm)
    .join(" ");
  const after = tokens
    .slice(to, to + 14)
    .map((t) => t.norm)
    .join(" ");
  if (/\b(?:lives|bodies) of\b/.test(before) || /^(?:[^.;]{0,50}\s)?lost (?:their|his|her) li(?:fe|ves)\b/.test(after))
    return "killed";
  const treated = verb !== null && /^(?:take|rush|treat|admit|transport|send)$/.test(verb.lemma);
  return treated && /^[^.;]{0,60}\b(?:hospitals?|injuries|burns|wounds|clinic)\b/.test(after) ? "wounded" : null;
}

function kindOf(tokens: readonly Token[], { start, to, head, verb }: Clause): Kind {
  for (let i = start; i < to; i++) {
    const kind = KINDS.get(tokens[i]!.norm) ?? KINDS.get(tokens[i]!.lemma);
    if (kind !== undefined) return kind;
  }
  const idiom = idiomAt(tokens, { start, to, verb });
  if (idiom !== null) return idiom;
  if (head !== null && (ATTACKS.has(head.lemma) || ATTACKS.has(head.norm))) return "attacks";
  const byVerb = verb === null ? undefined : (KINDS.get(verb.lemma) ?? KINDS.get(verb.norm));
  return byVerb !== undefined && (head === null || isVictim(head) || isHit(tokens, to)) ? byVerb : "other";
}

/** A noun in the plural after "killed" is a victim even if the table lacks it. */
function isVictim(head: Token): boolean {
  return VICTIMS.has(head.lemma) || head.norm.endsWith("s") || head.pos === "PROPN";
}
