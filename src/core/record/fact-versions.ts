import type { FactValue, IncidentField, Quoted } from "../model/assessment.ts";
import { overlaps, type Span } from "../model/span.ts";
import { type Stated, statedFrom, type Version } from "../model/stated.ts";
import { findClockTimes } from "../text/clock-times.ts";
import { fold } from "../text/fold.ts";
import { ENDS_TARGET, findIncidentWords } from "../text/incident-words.ts";
import { withTargets } from "./described.ts";
import { quoted, type RecordDocument } from "./input.ts";
import { statementAt } from "./parties.ts";
import type { SentenceOf, Telling } from "./telling.ts";
import { wordBefore } from "./word-before.ts";

/** A value with the places that give it, in a document each. */
export interface Said {
  readonly key: string;
  readonly value: Omit<FactValue, "quotes">;
  readonly document: RecordDocument;
  readonly span: Span;
}

/** The versions of a fact: one for each key, with every quote and the statements in whose content they stand. */
export function versionsOf(list: readonly Said[]): readonly Version<FactValue>[] {
  const groups = new Map<string, { value: Said["value"]; quotes: Quoted[]; by: Set<string> }>();
  for (const { key, value, document, span } of list) {
    const group = groups.get(key) ?? { value, quotes: [], by: new Set<string>() };
    group.quotes.push(quoted(document, span));
    const id = statementAt(document, span);
    if (id !== null) group.by.add(id);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ value, quotes, by }) => ({ value: { ...value, quotes }, by: [...by] }));
}

const within = (t: SentenceOf, span: Span): Span => ({
  start: t.sentence.start + span.start,
  end: t.sentence.start + span.end,
});
const wordsOf = (t: SentenceOf): string => t.document.text.slice(t.sentence.start, t.sentence.end);

const SAYING =
  /^(?:said|told|says|announced|statement|died|dead|arrested|published|posted|updated|called|arrived|closed|reopened|[وف]?(?:قال|قالت|أعلن|أعلنت|بيان|صرح|ذكرت|توفي|توفيت|نشر|نشرت))$/iu;

/** "Said on the", "died at", قالت: what stands before the hour at which somebody spoke or something else befell. */
function saidAt(before: string): boolean {
  return wordBefore(SAYING, before.replace(/(?:\s(?:at|on|in))?(?:\sthe)?\s$/iu, ""));
}

/** The time of day, as each document first gives it in a sentence that dates or opens the incident; not the hour at which somebody spoke. */
export function timeVersions(list: readonly Telling[]): Stated<FactValue> {
  const seen = new Map<string, { clock: boolean; said: Said }>();
  for (const t of list) {
    if (!t.opens && t.days.length === 0) continue;
    const words = wordsOf(t);
    for (const time of findClockTimes(words)) {
      if (saidAt(words.slice(0, time.span.start))) continue;
      const before = seen.get(t.document.id);
      if (before !== undefined && (before.clock || time.clock === null)) continue;
      const zone = time.utc ? " UTC" : "";
      const text = `${time.about ? "about " : ""}${time.text}${zone}`;
      const said = { key: `${time.text}${zone}`, value: { text }, document: t.document, span: within(t, time.span) };
      seen.set(t.document.id, { clock: time.clock !== null, said });
    }
  }
  const all = [...seen.values()];
  // A part of the day does not dispute a clock time.
  const clocks = all.filter((x) => x.clock);
  return statedFrom(versionsOf((clocks.length > 0 ? clocks : all).map((x) => x.said)));
}

/** Whether a sentence tells of an attack, of attackers, or of what they used. */
function tellsHow(s: SentenceOf): boolean {
  const words = wordsOf(s);
  return (
    findIncidentWords(words, "attack").length > 0 ||
    findIncidentWords(words, "attacker").length > 0 ||
    /\b(?:used|using|armed with|carried|carrying|wielding)\b|استخدم|استعمل|مسلحين ب|مزودا|بواسطة/iu.test(words)
  );
}

/** Weapons named, as one list in the sources' words: several weapons are no dispute. */
export function weaponVersions(list: readonly SentenceOf[]): Stated<FactValue> {
  const found = list
    .filter(tellsHow)
    .flatMap((t) => findIncidentWords(wordsOf(t), "weapon").map((f) => ({ t, kind: f.kind, span: within(t, f.span) })));
  return oneList(found.map(({ t, kind, span }) => ({ text: kind, document: t.document, span })));
}

function oneList(
  found: readonly { readonly text: string; readonly document: RecordDocument; readonly span: Span }[],
): Stated<FactValue> {
  if (found.length === 0) return { is: "unstated" };
  const by = new Set(found.flatMap((f) => statementAt(f.document, f.span) ?? []));
  const quotes = found.map((f) => quoted(f.document, f.span));
  const text = [...new Set(found.map((f) => f.text))].join(", ");
  return { is: "stated", value: { text, quotes }, by: [...by] };
}

/** What was attacked, in each document's first words for it ("a customs post"), or whom it hit; else the thing named beside the attack. */
export function targetVersions(list: readonly Telling[]): Stated<FactValue> {
  const firsts = new Map<string, { text: string; document: RecordDocument; span: Span }>();
  for (const find of [firstWords, weakTarget, besideAttack]) {
    for (const t of bodyFirst(list)) {
      const hit = firsts.has(t.document.id) ? null : find(t);
      if (hit !== null)
        firsts.set(t.document.id, { text: t.document.text.slice(hit.start, hit.end), document: t.document, span: hit });
    }
  }
  return oneList(agreeing([...firsts.values()]));
}

function firstWords(t: Telling): Span | null {
  return namedTarget(t) ?? (t.opens ? victimsOf(t) : null);
}

/** A thing of the kinds that attacks are made on, named in a sentence that tells of one; not somebody who speaks there. */
function besideAttack(t: Telling): Span | null {
  if (!t.opens) return null;
  const { text } = t.document;
  const found = withTargets(t.document, t.sentence).find(
    ({ span }) =>
      isTarget(t.document, span) &&
      !SPEAKS.test(text.slice(span.end, Math.min(t.sentence.end, span.end + 24))) &&
      !SPOKE.test(text.slice(Math.max(t.sentence.start, span.start - 16), span.start)),
  );
  return found?.span ?? null;
}

const SPEAKS =
  /^(?:['’]s)?,?\s(?:\p{Lu}\S{1,16}\s){0,3}(?:said|says|told|announced|added|blamed|accused|claimed|denied|spoke|confirmed)\b/u;
const SPOKE = /(?<!\p{L})[وف]?(?:قال|قالت|أعلن|أعلنت|أكد|أكدت|أفاد|أفادت|ذكر|ذكرت|نفى|نفت|اتهم|اتهمت)\s(?:ال)?$/u;

/** A headline names the target only where the body doesn't: it shortens. */
function bodyFirst(list: readonly Telling[]): readonly Telling[] {
  const isHeadline = (t: Telling) => t.sentence.part === "headline";
  return [...list.filter((t) => !isHeadline(t)), ...list.filter(isHeadline)];
}

/** One wording for targets whose words say the same thing: "a customs post" and "the customs post". */
function agreeing<T extends { readonly text: string }>(list: readonly T[]): readonly T[] {
  const plain = (text: string) =>
    fold(text)
      .replace(/^(?:the|a|an|its|their)\s+/, "")
      .replace(/^ال/, "");
  return list.map((x) => {
    const same = list.find((y) => plain(y.text) === plain(x.text));
    return { ...x, text: (same ?? x).text };
  });
}

const MOST_WORDS = 6;

/** The noun phrase after "attack on", "opened fire at", استهدف, past an Arabic verb's own subject; else the one before "was attacked". */
function namedTarget(t: Telling): Span | null {
  return targetPhrases(t).find((phrase) => !isWeak(t, phrase)) ?? hitTarget(t);
}

function weakTarget(t: Telling): Span | null {
  return t.opens ? (targetPhrases(t)[0] ?? null) : null;
}

function targetPhrases(t: Telling): readonly Span[] {
  const words = wordsOf(t);
  return findIncidentWords(words, "targeted").flatMap(({ span }) => {
    const phrase = phraseFrom(words, pastAttackers(words, span.end));
    return phrase === null || POINTS_BACK.test(words.slice(phrase.start, phrase.end)) ? [] : [within(t, phrase)];
  });
}

/** "The facility", "his father", a town's or country's name: it points to a thing better named, or tells where and not what. */
function isWeak(t: Telling, { start, end }: Span): boolean {
  if (GENERIC.test(t.document.text.slice(start, end))) return true;
  return t.places.some((p) => p.span.start <= start + 4 && p.span.end >= end);
}

const GENERIC =
  /^(?:the|his|her|their|its|this|that) (?:facility|building|site|compound|area|scene|place|line|vehicle|city|town|country|region|father|mother|brother|son|home|men|group|other|two|three)$|^(?:ال)?(?:منطقة|مكان|موقع|مدينة|بلدة|مبنى|منشأة|رفاقه|زملائه)$/iu;

/** "هاجم | مسلحون ملثمون | مخفرا": past who attacks. */
function pastAttackers(words: string, from: number): number {
  const rest = words.slice(from);
  const [first] = findIncidentWords(rest, "attacker");
  if (first === undefined || !/^\s+(?:ال)?$/u.test(rest.slice(0, first.span.start))) return from;
  const adjective = /^(?:\s+[\p{Script=Arabic}\p{M}]{3,}(?:ون|ين)(?=\s))?/u.exec(rest.slice(first.span.end));
  return from + first.span.end + (adjective?.[0].length ?? 0);
}

const WAS_HIT =
  /^ ?(?:[^.,;:]{0,40}? )??(?:was|were|has been|have been|had been|came under) (?:\p{Ll}{1,12}ly )?(?:attack(?:ed)?|fire|bombed|stormed|raided|ambushed|shelled|hit|struck|set on fire|set ablaze|torched|severed|cut|sabotaged|hacked|breached|rammed|overrun|targeted|shot|stabbed|kidnapped|abducted|burned down|burnt down|damaged|vandalised|vandalized)\b/iu;

/** "A customs post was stormed": the thing right before. */
function hitTarget(t: Telling): Span | null {
  for (const { span } of withTargets(t.document, t.sentence)) {
    const rest = t.document.text.slice(span.end, Math.min(t.sentence.end, span.end + 90));
    if (WAS_HIT.test(rest)) return span;
  }
  return null;
}

/** Whom it hit, where no thing is named: "three sailors", not "people" or "others". */
function victimsOf(t: Telling): Span | null {
  const { counts } = t.document.reading;
  const hit = counts.find(
    (c) =>
      overlaps(c.span, t.sentence) &&
      (c.of === "killed" || c.of === "wounded") &&
      c.number.to > 0 &&
      !/^أحد/u.test(t.document.text.slice(c.span.start, c.span.end)) &&
      c.what.start >= c.span.end &&
      !NOBODY.test(t.document.text.slice(c.what.start, c.what.end)),
  );
  if (hit === undefined) return null;
  const span = { start: hit.span.start, end: hit.what.end };
  // A thing that the sentence names was the target, not who was hit there.
  return withTargets(t.document, t.sentence).some((p) => !overlaps(p.span, span) && isTarget(t.document, p.span))
    ? null
    : span;
}

function isTarget({ text }: RecordDocument, { start, end }: Span): boolean {
  return findIncidentWords(text.slice(start, end), "target").some((f) => f.kind !== "security");
}

const NOBODY =
  /^(?:people|persons?|others?|dead|deaths|wounded|injured|casualties|victims|bod(?:y|ies)|.*\b(?:attackers?|gunm[ae]n|militants?|assailants?)|شخص.*|أشخاص|آخر.*|قت.*|جر.*|ضحايا|مصاب.*|إصاب.*|مهاجم.*|مسلح.*)$/iu;

/** Words that stand for what was named before, or are no target. */
export const POINTS_BACK =
  /^(?:(?:it|them|him|us)(?:\s.*)?|her|her dead|this|that|those|about|around|\d.*|الهجوم|ذلك|هذا|نحو|حوالي)$/iu;

/** The noun phrase that starts at a place of a passage, up to a word that ends it; null where none does. */
export function phraseFrom(words: string, from: number): Span | null {
  const rest = words.slice(from);
  if (!/^\s/u.test(rest)) return null;
  let end = 0;
  let count = 0;
  for (const m of rest.matchAll(/\S+/gu)) {
    const word = /^[\s\S]*[^\p{P}\p{S}]/u.exec(m[0])?.[0] ?? "";
    const ends = ENDS_TARGET.has(word.toLowerCase()) || ENDS_TARGET.has(word);
    const goesOn = count === 0 ? /^وال\p{L}/u : /^و(?:[تيأ]\p{L}{3,}|قد$|ذلك$|كان)/u;
    if (goesOn.test(word)) break;
    if (word === "" || ends || count === MOST_WORDS || /^["“”«(—–-]/u.test(m[0])) break;
    end = m.index + word.length;
    count++;
    if (word !== m[0]) break;
  }
  const start = rest.search(/\S/u);
  return end > start && start >= 0 ? { start: from + start, end: from + end } : null;
}

export type Fact = { readonly field: IncidentField; readonly value: Stated<FactValue> };
