import type { FactValue, IncidentField, Quoted } from "../model/assessment.ts";
import type { Span } from "../model/span.ts";
import { type Stated, statedFrom, type Version } from "../model/stated.ts";
import { findClockTimes } from "../text/clock-times.ts";
import { fold } from "../text/fold.ts";
import { ENDS_TARGET, findIncidentWords } from "../text/incident-words.ts";
import { quoted, type RecordDocument, type RecordInput } from "./input.ts";
import { partiesIn, statementAt } from "./parties.ts";
import type { SentenceOf, Telling } from "./telling.ts";
import { wordBefore } from "./word-before.ts";

/** A value with the places that give it, in a document each. */
interface Said {
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

const SAYING = /^(?:said|told|says|announced|statement|[وف]?(?:قال|قالت|أعلن|أعلنت|بيان|صرح|ذكرت))$/iu;

/** "Said on the", قالت: what stands before the hour at which somebody spoke. */
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

/** What was attacked, in each document's first words for it ("a customs post"); else the kinds of target that the sentences name. */
export function targetVersions(list: readonly Telling[]): Stated<FactValue> {
  const firsts = new Map<string, { text: string; document: RecordDocument; span: Span }>();
  for (const t of list) {
    const named = firsts.has(t.document.id) ? null : namedTarget(t);
    if (named !== null)
      firsts.set(t.document.id, {
        text: t.document.text.slice(named.start, named.end),
        document: t.document,
        span: named,
      });
  }
  if (firsts.size > 0) return oneList(agreeing([...firsts.values()]));
  return oneList(
    list.flatMap((t) =>
      findIncidentWords(wordsOf(t), "target").map((f) => ({
        text: f.kind,
        document: t.document,
        span: within(t, f.span),
      })),
    ),
  );
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

/** The noun phrase after "attack on", "opened fire at", استهدف: up to a word that ends it. */
function namedTarget(t: Telling): Span | null {
  const words = wordsOf(t);
  for (const { span } of findIncidentWords(words, "targeted")) {
    const phrase = phraseFrom(words, span.end);
    if (phrase !== null && !POINTS_BACK.test(words.slice(phrase.start, phrase.end))) return within(t, phrase);
  }
  return null;
}

/** Words that stand for what was named before, or are no target. */
export const POINTS_BACK = /^(?:it|them|him|her|us|this|that|those|about|around|\d.*|الهجوم|ذلك|هذا|نحو|حوالي)$/iu;

/** The noun phrase that starts at a place of a passage, up to a word that ends it; null where none does. */
export function phraseFrom(words: string, from: number): Span | null {
  const rest = words.slice(from);
  if (!/^\s/u.test(rest)) return null;
  let end = 0;
  let count = 0;
  for (const m of rest.matchAll(/\S+/gu)) {
    const word = /^[\s\S]*[^\p{P}\p{S}]/u.exec(m[0])?.[0] ?? "";
    const ends = ENDS_TARGET.has(word.toLowerCase()) || ENDS_TARGET.has(word);
    if (word === "" || ends || count === MOST_WORDS || /^["“”«(—–-]/u.test(m[0])) break;
    end = m.index + word.length;
    count++;
    if (word !== m[0]) break;
  }
  const start = rest.search(/\S/u);
  return end > start && start >= 0 ? { start: from + start, end: from + end } : null;
}

/** The part that a group had, as sentences about the attacker or the attack tell it, one version a kind; what is negated is left to "none". */
export function partVersions(input: RecordInput, sentences: readonly SentenceOf[]): Stated<FactValue> {
  const said = sentences.flatMap(({ document, sentence: s }): readonly Said[] => {
    const words = document.text.slice(s.start, s.end);
    if (findIncidentWords(words, "attacker").length === 0 && findIncidentWords(words, "attack").length === 0) return [];
    return findIncidentWords(words, "part").flatMap((f) => {
      const span = { start: s.start + f.span.start, end: s.start + f.span.end };
      if (f.kind !== "none" && wordBefore(NEGATED, words.slice(0, f.span.start))) return [];
      const whom = partiesIn(document, { start: span.end, end: Math.min(s.end, span.end + 50) })[0];
      // Orders and help come from somebody: without a name after the words they tell of nobody's part.
      if (whom === undefined && f.kind !== "none" && f.kind !== "inspired") return [];
      if (
        whom !== undefined &&
        f.kind === "member" &&
        input.actor(whom.actor ?? "")?.kind !== "armed-group" &&
        whom.actor !== null
      )
        return [];
      const actor = whom?.actor ?? null;
      return [{ key: f.kind, value: { text: f.kind, ...(actor !== null && { actor }) }, document, span }];
    });
  });
  return statedFrom(versionsOf(said));
}

const NEGATED = /^(?:not|never|no|nor|without|denied|deny|[وف]?(?:لم|لن|لا|ليس|نفى|نفت))$/iu;

export type Fact = { readonly field: IncidentField; readonly value: Stated<FactValue> };
