import data from "../data/doer-words.json" with { type: "json" };
import { overlaps, type Span } from "../model/span.ts";
import { findIncidentWords } from "../text/incident-words.ts";
import { wordFinder } from "../text/word-finder.ts";
import { pastAside } from "./asides.ts";
import { allParties, withHeads } from "./described.ts";
import type { Doer } from "./doer.ts";
import { activeDoers } from "./doers-active.ts";
import { arabicDoers } from "./doers-arabic.ts";
import { phraseFrom } from "./fact-versions.ts";
import type { RecordDocument } from "./input.ts";
import { isNobody } from "./no-doer.ts";
import type { Party } from "./parties.ts";

type How = "blames" | "accuses" | "suggests";
interface Words {
  readonly how: How;
  readonly where: "after" | "before" | "inside";
}

type Table = Readonly<Record<Words["where"], Readonly<Partial<Record<How, readonly string[]>>>>>;
const table: Table = { after: data.after, before: data.before, inside: data.inside };
const find = wordFinder(
  (["after", "before", "inside"] as const).flatMap((where) =>
    (["blames", "accuses", "suggests"] as const).flatMap((how) =>
      (table[where][how] ?? []).map((words) => [words, { how, where }] as const),
    ),
  ),
);

const THING =
  /\b(?:it|this|incident|outage|blackout|fire|blaze|damage|disruption|deaths?|crime|murder|crash|operation|leak|disappearance|collapse)\b|الحادث|الحريق|العملية|الجريمة|الانقطاع|العطل|الضرر|ذلك/iu;
const NOT =
  /(?:\b(?:not|never|no|nobody|nor|neither|without|denied|denies|deny|ruled out|if|yet to)\b|n['’]t\b|(?<!\p{L})(?:لم|لن|لا|ليس|ليست|نفى|نفت|إذا|دون|أي))(?:\s+\S+){0,3}\s*$/iu;

/** "No evidence that", "unclear whether", "stopped short of": what follows in the clause is not said of anybody. */
const UNSAID =
  /(?:\b(?:no (?:evidence|indication|sign|signs|proof|suggestion|reason)|not (?:likely|clear|known|believed|thought)|unlikely|unclear|unknown|too early|premature|short of|ruled out|rule out|whether|dismiss(?:ed|es)|reject(?:ed|s))\b|(?<!\p{L})[وف]?(?:لا دليل|لا أدلة|ما إذا|لم يتضح|غير الواضح|استبعد|استبعدت|يستبعد|رفض|رفضت))[^.,;:،؛]{0,80}$/iu;

const REACH = 60;

/** Words that lay blame whether the sentence names an attack or not. */
const LAYS_BLAME =
  /culprit|involved|blamed|be behind|identified|named the|possibility|ruled out|responsib|suspect(?:s|ed)? that|suspicion|suspect$|suspects$|perpetrator|\bblame|\bcharge[ds]\b|\bindicted|\bconvicted|found guilty|at the door|فاعل|الشبهات|أصابع|الشكوك|مشتبه/iu;

/** "Its silence turns all the blame on the police": said to come about, and laid by nobody. */
const TURNS = /\b(?:turn|shift|deflect|divert|keep|leave)(?:s|ed|ing)?\s+(?:all\s+|most\s+of\s+)?(?:the\s+)?$/iu;

/** Whether words before a cue take it back. */
export const isUnsaid = (before: string): boolean => (NOT.test(before) || UNSAID.test(before)) && !isLeftOpen(before);

/** Whether words before a cue say that it is not ruled out. */
export const isLeftOpen = (before: string): boolean => NOT_RULED_OUT.test(before);

/** "Did not rule out the | hand of", دون أن يستبعد: what is not ruled out may be. */
const NOT_RULED_OUT =
  /(?:\b(?:not|never|without|cannot|can['’]t|did ?n['’]t)\s(?:\p{Ll}+ly\s)?(?:rul(?:e|ed|ing) out|exclud(?:e|ed|ing))|(?<!\p{L})(?:لم|لا|لن|دون أن|ولم|ولا)\s[تين]ستبعد(?:وا|ون)?)(?:\s[^\s.,;:،؛]+){0,3}\s*$/iu;

const WHICH_IS =
  /(?<!\S)([^\s,]{1,40}),?\s(?:which|who|that)\s(?:is|are|was|were|has been|have been)\s(?:\p{Ll}{1,20}\s)?$/u;

/** "Brinewolf, which is | linked to Vessia": what a party is linked to is blamed for nothing. */
function isOfAParty(words: string, { start, end }: Span): boolean {
  if (!/^(?:linked|tied)\b/u.test(words.slice(start, end))) return false;
  const of = WHICH_IS.exec(words.slice(Math.max(0, start - 80), start))?.[1];
  return of !== undefined && !isOfAnEvent(of);
}

/** Whether the words speak of an attack, or of what happened. */
export function isOfAnEvent(words: string): boolean {
  return (
    ["attack", "weapon"].some((what) => findIncidentWords(words, what as "attack").length > 0) || THING.test(words)
  );
}

/** Whom a sentence names as the one who did it, by words such as "attributed it to", "was behind", تقف وراء; what is negated is left out. */
export function doersIn(document: RecordDocument, sentence: Span): readonly Doer[] {
  const words = document.text.slice(sentence.start, sentence.end);
  const cues = find(words);
  const ofAnEvent = isOfAnEvent(words) || followsAnEvent(document, sentence);
  const parties = withHeads(document, sentence);
  const arabic = arabicDoers(document, sentence);
  const found: Doer[] = [...arabic, ...activeDoers(document, sentence)].filter(
    ({ cue }) => !isUnsaid(words.slice(0, cue.start - sentence.start)),
  );
  for (const { span, value } of cues) {
    const cue = { start: sentence.start + span.start, end: sentence.start + span.end };
    const before = words.slice(0, span.start);
    if (isUnsaid(before) || TURNS.test(before) || isOfAParty(words, span)) continue;
    // "Accused X of standing behind it": the charge is read already.
    if (arabic.some((d) => d.how === "accuses" && d.cue.start < cue.end && cue.start < d.whom.span.end + REACH))
      continue;
    if (!ofAnEvent && !LAYS_BLAME.test(words.slice(span.start, span.end))) continue;
    const parted = parties.flatMap((p) => withoutCue(p, cue));
    const whom = whomOf(document, { parties: parted, cue, sentence }, value);
    if (whom === null || found.some((f) => overlaps(f.whom.span, whom.span))) continue;
    const inside = parted.find(
      (p) =>
        p.span.start > cue.start &&
        p.span.end < cue.end &&
        p !== whom &&
        !isNobody(document.text.slice(p.span.start, p.span.end)),
    );
    const until = { ...cue, start: pastAside(document.text, sentence, cue) };
    const by = value.where === "before" ? null : (inside ?? subjectBefore(document, parted, until));
    const how = isLeftOpen(words.slice(0, span.start)) ? "suggests" : value.how;
    found.push({ whom, cue, how, by: by !== null && overlaps(by.span, whom.span) ? null : by });
  }
  return found;
}

/** "The agency suspects", "suspected smugglers": a description that ran over the verb is what stands on one side of it. */
function withoutCue(party: Party, cue: Span): readonly Party[] {
  const { start, end } = party.span;
  if (party.actor !== null || !overlaps(party.span, cue) || (cue.start < start && end < cue.end)) return [party];
  if (end > cue.end) return [{ span: { start: cue.end + 1, end }, actor: null }];
  return start < cue.start - 1 ? [{ span: { start, end: cue.start - 1 }, actor: null }] : [];
}

/** "The commander at first suspected smugglers", after a sentence on the attack in its paragraph. */
function followsAnEvent({ text, reading }: RecordDocument, sentence: Span): boolean {
  const index = reading.sentences.findIndex((s) => s.start === sentence.start);
  const [before, here] = [reading.sentences[index - 1], reading.sentences[index]];
  return (
    before !== undefined && before.paragraph === here?.paragraph && isOfAnEvent(text.slice(before.start, before.end))
  );
}

interface Place {
  readonly parties: readonly Party[];
  readonly cue: Span;
  readonly sentence: Span;
}

function whomOf(document: RecordDocument, { parties, cue, sentence }: Place, { where, how }: Words): Party | null {
  const { text } = document;
  if (where === "inside") return parties.find((p) => p.span.start > cue.start && p.span.end < cue.end) ?? null;
  if (where === "before") {
    const until = pastAside(text, sentence, cue);
    const last = parties.filter((p) => p.span.end <= until).at(-1);
    if (
      last === undefined ||
      /(?<!\p{L})(?:no|any|neither|أي|أية)\s$/iu.test(text.slice(sentence.start, last.span.start))
    )
      return null;
    return isPlain(text.slice(last.span.end, until), 5) ? whole(text, last) : null;
  }
  const quote = quotedName(document, cue.end, sentence.end);
  const next = parties.find((p) => p.span.start >= cue.end);
  if (quote !== null && (next === undefined || next.span.start >= quote.end || isPartOf(next.span, quote)))
    return { span: quote, actor: null };
  if (next !== undefined && isPlain(text.slice(cue.end, next.span.start), 4))
    return withOf(text, knownAs(document, next, sentence), sentence);
  // Who is charged is somebody, whatever he is called.
  const name = NAME_AT_ONCE.exec(text.slice(cue.end, Math.min(sentence.end, cue.end + 60)));
  if (name !== null) {
    const start = cue.end + name[0].length - (name[1]?.length ?? 0);
    return { span: { start, end: cue.end + name[0].length }, actor: null };
  }
  const phrase =
    how === "accuses" ? phraseFrom(text.slice(sentence.start, sentence.end), cue.end - sentence.start) : null;
  if (phrase === null) return null;
  const span = { start: sentence.start + phrase.start, end: sentence.start + phrase.end };
  return COUNTED.test(text.slice(span.start, span.end)) ? { span, actor: null } : null;
}

/** A name between quote marks at a place, with at most one word for what it names before it: «كتيبة الطرفاء», حركة «الساحل»; null where none stands. */
export function quotedName({ text }: RecordDocument, from: number, limit: number): Span | null {
  const m = /^\s*(?:[\p{L}\p{M}]{2,14}\s+){0,2}["“«]([^"“”«».,;:]{3,60})["”»]/u.exec(
    text.slice(from, Math.min(limit, from + 100)),
  );
  const name = m?.[1] ?? "";
  if (m === null || !isName(name)) return null;
  const end = from + m[0].length - 1;
  return { start: end - name.length, end };
}

function isPartOf(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end && inner.start > outer.start;
}

const KNOWN_AS =
  /^,? (?:known as|called|calling itself|which calls itself|that calls itself|named|(?:they|it|which it|which they|we) (?:track|tracks|call|calls|know|knows)(?: as)?) (?:the )?["“]?$/iu;

/** "A crew known as Copper Vole": by the name. */
export function knownAs(document: RecordDocument, party: Party, sentence: Span): Party {
  const after = allParties(document, { start: party.span.end, end: sentence.end })[0];
  if (after === undefined) return party;
  const between = document.text.slice(party.span.end, after.span.start);
  const told = between === ", " && SOMEBODY.test(document.text.slice(party.span.start, party.span.end));
  const isWhat = told && /^an?\s/u.test(document.text.slice(after.span.start, after.span.end));
  return isWhat || KNOWN_AS.test(between) ? after : party;
}

/** "One man, | a diving instructor": what he is says more. */
const SOMEBODY = /^(?:an?|one|the|another)\s(?:man|woman|person|suspect)$/iu;

const OF_WHOM =
  /^\sof\s(?:the\s|an?\s)?\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*){0,3}(?:\s(?:regime|government|state|army|group|movement|service|party|mafia|network|cartel))?(?!\p{L})/u;

/** "Agents | of the Halvern regime": somebody only described, with whose he is. */
function withOf(text: string, party: Party, sentence: Span): Party {
  const { start, end } = party.span;
  if (party.actor !== null || !/\p{Ll}$/u.test(text.slice(start, end)) || /\p{Lu}/u.test(text.slice(start, end)))
    return party;
  const of = OF_WHOM.exec(text.slice(end, Math.min(sentence.end, end + 80)))?.[0];
  return of === undefined ? party : { ...party, span: { start, end: end + of.replace(/['’]$/u, "").length } };
}

/** A name between quote marks is short, and no attack. */
function isName(words: string): boolean {
  return words.split(/\s+/u).length <= 4 && !isOfAnEvent(words);
}

/** A name right behind the words that no list and no rule for names knows: "as Joel S.". */
const NAME_AT_ONCE = /^\s(?:the\s)?(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]*\.?){1,3})/u;

const COUNTED = /^(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|\d+)\s+\p{L}/iu;

/** Few words, and no other clause, between the words and the party. */
export function isPlain(between: string, most: number): boolean {
  const words = between.replace(/["“”«»]/gu, "").trim();
  if (
    /[.,;:!?،؛؟()]|\b(?:that|which|who|said|and|but|when|after|before|as|by)\b|(?:^|\s)(?:أن|إن|التي|الذي|بعد|قبل)\s/iu.test(
      words,
    )
  )
    return false;
  return words === "" || words.split(/\s+/u).length <= most;
}

/** "Activists of the Amber Column": the party with the head before its "of" or "from". */
function whole(text: string, party: Party): Party {
  const ahead = text.slice(Math.max(0, party.span.start - 40), party.span.start);
  const part =
    /(?:\b(?:an?|one|two|three|four|several|some)\s)?(?<![\p{Ll}-])[\p{Ll}-]{4,}\s(?:of|from|in)\s(?:the\s)?$/u.exec(
      ahead,
    );
  if (part === null || party.actor !== null) return party;
  const lead = part[0].length - part[0].trimStart().length;
  return { span: { start: party.span.start - part[0].length + lead, end: party.span.end }, actor: null };
}

/** The party before the words, in their clause. */
function subjectBefore({ text }: RecordDocument, parties: readonly Party[], cue: Span): Party | null {
  const last = parties.filter((p) => p.span.end <= cue.start).at(-1);
  return last !== undefined && isPlain(text.slice(last.span.end, cue.start), 4) ? last : null;
}
