import type { ActorId } from "../model/id.ts";
import type { Mention } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import type { AnnotatedSentence, Token } from "./annotation.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { capitalsOf, type Entry, type Form, type NameIndex, nameIndex } from "./name-index.ts";
import { nameWords } from "./name-words.ts";
import { type BareMatch, proposalsIn } from "./proposals.ts";
import { isArabic, isSimple, type Unit, unitsOf } from "./units.ts";

/** What was found at some units of a sentence, before the document has its say. */
interface Match {
  readonly from: number;
  readonly to: number;
  readonly entries: readonly Entry[];
  readonly actor?: { readonly id: ActorId; readonly standsFor: ActorId };
  /** Letters before the name in its first word. */
  readonly cut?: number;
  /** A form without its state ("the Interior Ministry"); a soft one is an ordinary word as well ("the army"). */
  readonly bare?: string;
  readonly soft?: boolean;
}

interface Found {
  readonly sentence: AnnotatedSentence;
  readonly units: readonly Unit[];
  readonly matches: readonly Match[];
}

/**
 * The names in a text, in order [ST7]: actors and places of the gazetteer first (the longest match), then runs of proper nouns
 * and collective heads ("opposition sources") as proposals. A ministry or role without its state is the one that the text
 * names in full elsewhere, if there is only one; else it stays a proposal.
 */
export function findNames(text: string, sentences: readonly AnnotatedSentence[], gazetteer: Gazetteer): Mention[] {
  const index = nameIndex(gazetteer);
  const found = sentences.map((sentence): Found => {
    if (!mayName(text, sentence.tokens, index)) return { sentence, units: NO_UNITS, matches: NO_MATCH };
    const units = unitsOf(text, sentence.tokens);
    const matches = matchesIn(units, index);
    return { sentence, units: matches.length === 0 ? NO_UNITS : units, matches };
  });
  const known = knownFrom(found, index);
  const lower = lowerWords(text, sentences);
  const mentions: Mention[] = [];
  for (const { sentence, units, matches } of found) {
    if (matches.length === 0) {
      mentions.push(...proposalsIn({ text, sentence, taken: [], bare: [], lower }));
      continue;
    }
    const here = matches.flatMap((match) => mentionOf(match, units, known) ?? []);
    const open = matches.flatMap((m) =>
      m.bare !== undefined && m.soft !== true && bareActor(m.bare, known) === undefined ? [bareMatch(m, units)] : [],
    );
    mentions.push(...here, ...proposalsIn({ text, sentence, taken: here, bare: open, lower }));
  }
  return linked(mentions.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end));
}

// Of a sentence without a match nobody asks for its units again.
const NO_UNITS: readonly Unit[] = [];

/** The words that the text has in lower case: one of them in capitals, in a title or for loudness, is no name. */
function lowerWords(text: string, sentences: readonly AnnotatedSentence[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { tokens, language } of sentences) {
    if (language === "ar") continue;
    for (const { start, end, norm, pos } of tokens) {
      const c = text.charCodeAt(start);
      if (c > 96 && c < 123 && end - start > 2 && pos !== "PROPN") words.add(norm);
    }
  }
  return words;
}

function bareMatch(match: Match, units: readonly Unit[]): BareMatch {
  return { ...spanOf(match, units), id: match.bare! };
}

/** Whether a name of the gazetteer may start in the sentence: a quick look at two words at a time, which most sentences spare the rest. */
function mayName(text: string, tokens: readonly Token[], index: NameIndex): boolean {
  for (let i = 0; i < tokens.length; i++) {
    const { norm, pos, start } = tokens[i]!;
    if (!isSimple(norm)) {
      if (pos !== "PUNCT" && pos !== "SYM" && !index.endings.has(norm)) return true;
      continue;
    }
    const c = text.charCodeAt(start);
    const seconds = (c > 64 && c < 91 ? index.starts : index.lowerStarts).get(norm);
    if (seconds === undefined) continue;
    const next = tokens[i + 1];
    if (seconds === null || (next !== undefined && (seconds.has(next.norm) || !isSimple(next.norm)))) return true;
  }
  return false;
}

function matchesIn(units: readonly Unit[], index: NameIndex): Match[] {
  const out: Match[] = [];
  for (let i = 0; i < units.length; ) {
    const match = units[i]!.token < 0 ? null : longest(matchAt(units, i, index));
    if (match !== null) out.push(match);
    i = match === null ? i + 1 : match.to;
  }
  return out;
}

function longest(matches: readonly Match[]): Match | null {
  let best: Match | null = null;
  for (const match of matches) if (best === null || match.to > best.to) best = match;
  return best;
}

const NO_MATCH: readonly Match[] = [];

function matchAt(units: readonly Unit[], at: number, index: NameIndex): readonly Match[] {
  const unit = units[at]!;
  const keys = unit.bare.length === 0 ? null : unit.bare;
  if (keys === null) return matchKey(units, at, { key: unit.key, index });
  for (const key of keys) {
    const found = matchKey(units, at, { key, index });
    if (found.length > 0) return found.map((match) => ({ ...match, cut: cutBefore(unit, key) }));
  }
  return NO_MATCH;
}

/** How many letters of conjunction and preposition stand before the matched key; none where marks make letters and places differ. */
function cutBefore(unit: Unit, key: string): number {
  if (unit.key.length !== unit.end - unit.start) return 0;
  const rest = unit.key.length - key.length;
  if (unit.key.endsWith(`ال${key}`)) return rest - 2;
  return unit.key.endsWith(`لل${key}`) ? rest - 1 : rest;
}

interface Key {
  readonly key: string;
  readonly index: NameIndex;
}

function matchKey(units: readonly Unit[], at: number, { key, index }: Key): readonly Match[] {
  const unit = units[at]!;
  const starts = unit.upper || unit.caps || unit.bare.length > 0 ? index.starts : index.lowerStarts;
  const seconds = starts.get(key);
  if (seconds === undefined || (seconds !== null && !standsSecond(units[at + 1], seconds))) return NO_MATCH;
  const entries = index.entries.get(key);
  const terms = index.terms.get(key);
  const forms = index.wordFirst.get(key);
  const bare = index.bare.get(key);
  const out: Match[] = [];
  if (entries !== undefined) addEntries(out, entries, { units, at });
  for (const form of forms ?? []) addForm(out, form, { units, at, index });
  for (const term of terms ?? []) {
    const after = at + term.keys.length;
    if (!hasKeys(units, at, term.keys) || (term.upper && !units[at]!.upper)) continue;
    const next = index.qualifiers.has(units[after]?.key ?? "") ? after + 1 : after;
    for (const form of index.slotFirst[term.slot].get(units[next]?.key ?? "") ?? []) {
      const to = stepsFit(form, { units, at: next, step: 1, index });
      if (to !== null) out.push(stateMatch(at, to.to, { state: to.state ?? term.state.id, form }));
    }
  }
  for (const form of bare ?? []) {
    if (!hasKeys(units, at, form.steps as readonly string[])) continue;
    const { suffix, bare: words } = form.pattern;
    const soft = words.soft === true;
    const to = at + form.steps.length;
    if (!soft || standsAlone(units, at, to))
      out.push({ from: at, to, entries: [], bare: suffix, ...(soft && { soft }) });
  }
  return out;
}

function standsSecond(next: Unit | undefined, seconds: ReadonlySet<string>): boolean {
  return next !== undefined && (next.bare.length > 0 || seconds.has(next.key));
}

/** "Police said", "police arrested", not "police post". */
function acts(after: Unit | undefined): boolean {
  return (
    after === undefined ||
    after.token < 0 ||
    /^(?:say|says|said|told|have|has|had|were|are|did|do|also|later)$|ed$/.test(after.key)
  );
}

/** "The army", الجيش: with its article and in no longer name ("the Liberation Army", الجيش الحر). */
function standsAlone(units: readonly Unit[], at: number, to: number): boolean {
  const [before, first, after] = [units[at - 1], units[at]!, units[to]];
  if (isArabic(first.key))
    return /^[وفبلك]?(?:ال|لل)/u.test(first.key) || to - at > 1 ? !/^(?:ال|لل)/u.test(after?.key ?? "") : false;
  if (before !== undefined && before.token >= 0 && before.key !== "the" && (before.upper || first.upper)) return false;
  const article =
    before === undefined || before.token < 0 || before.key === "the" || (first.key === "police" && acts(after));
  return article && !(after !== undefined && after.token >= 0 && (after.upper || after.key === "of"));
}

interface At {
  readonly units: readonly Unit[];
  readonly at: number;
}

function addEntries(out: Match[], entries: readonly Entry[], { units, at }: At): void {
  let best: Entry[] = [];
  for (const entry of entries) {
    if (best.length > 0 && entry.keys.length < best[0]!.keys.length) continue;
    if (!hasKeys(units, at, entry.keys) || !looksIt(entry, units, at)) continue;
    if (best.length > 0 && entry.keys.length > best[0]!.keys.length) best = [];
    best.push(entry);
  }
  if (best.length > 0) out.push({ from: at, to: at + best[0]!.keys.length, entries: best });
}

function hasKeys(units: readonly Unit[], at: number, keys: readonly string[]): boolean {
  for (let i = 1; i < keys.length; i++) {
    const unit = units[at + i];
    if (unit === undefined || unit.token < 0) return false;
    if (unit.key !== keys[i] && unit.bare[0] !== keys[i]) return false;
  }
  return true;
}

/** Whether the text's capitals agree with the name's, and an Arabic word that is also an ordinary one stands as a place. */
function looksIt(entry: Entry, units: readonly Unit[], at: number): boolean {
  const unit = units[at]!;
  if (unit.bare.length > 0) return entry.is === "actor" || entry.keys.length > 1 || isArabicPlace(entry, units, at);
  const { caps, upper } = capitalsOf(entry.name);
  if (caps) return unit.caps && !inCapitals(units, at, entry.keys);
  return upper.every((large, i) => !large || units[at + i]!.upper);
}

/** A short abbreviation among other words in capitals is a headline's, and says nothing. */
function inCapitals(units: readonly Unit[], at: number, keys: readonly string[]): boolean {
  if (keys[0]!.length > 3) return false;
  const before = units[at - 1];
  const after = units[at + keys.length];
  const shouts = (unit: Unit | undefined) => unit === undefined || unit.token < 0 || (unit.caps && unit.key.length > 2);
  return shouts(before) && shouts(after) && (before?.caps === true || after?.caps === true);
}

function isArabicPlace(entry: Entry, units: readonly Unit[], at: number): boolean {
  const key = entry.keys[0]!;
  if (!nameWords.cautious.has(key) && entry.standsFor !== undefined) return true;
  const before = units[at - 1]?.key ?? "";
  const clitic = /^[بل]/.test(units[at]!.key) && units[at]!.key !== key;
  if (nameWords.cautious.has(key)) return nameWords.cityWords.has(before);
  return clitic || nameWords.locatives.has(before) || nameWords.locatives.has(before.replace(/^[وف]/, ""));
}

interface FormAt extends At {
  readonly index: NameIndex;
  readonly step?: number;
}

function addForm(out: Match[], form: Form, place: FormAt): void {
  const fit = stepsFit(form, { ...place, at: place.at + 1, step: 1 });
  if (fit?.state !== undefined) out.push(stateMatch(place.at, fit.to, { state: fit.state, form }));
}

/** Where a form ends when its steps from `step` on stand at `at`, and the state that its slot names; null when they don't. */
function stepsFit(form: Form, { units, at, step = 0, index }: FormAt): { to: number; state?: ActorId } | null {
  let place = at;
  let state: ActorId | undefined;
  for (const want of form.steps.slice(step)) {
    if (want !== units[place]?.key && index.qualifiers.has(units[place]?.key ?? "")) place++;
    const unit = units[place];
    if (unit === undefined || unit.token < 0) return null;
    if (typeof want === "string") {
      if (unit.key !== want && unit.bare[0] !== want) return null;
      place++;
      continue;
    }
    const term = termAt(units, place, { slot: want.slot, index });
    if (term === null) return null;
    state = term.state;
    place += term.length;
  }
  return { to: place, ...(state === undefined ? {} : { state }) };
}

interface Slot {
  readonly slot: "a" | "n";
  readonly index: NameIndex;
}

function termAt(units: readonly Unit[], at: number, { slot, index }: Slot): { state: ActorId; length: number } | null {
  const unit = units[at]!;
  let best: { state: ActorId; length: number } | null = null;
  for (const key of unit.bare.length === 0 ? [unit.key] : unit.bare.slice(0, 1)) {
    for (const term of index.terms.get(key) ?? []) {
      if (term.slot !== slot || !hasKeys(units, at, term.keys) || (term.upper && !unit.upper)) continue;
      if (best === null || term.keys.length > best.length) best = { state: term.state.id, length: term.keys.length };
    }
  }
  return best;
}

interface Stated {
  readonly state: ActorId;
  readonly form: Form;
}

function stateMatch(from: number, to: number, { state, form }: Stated): Match {
  return { from, to, entries: [], actor: { id: `${state}-${form.pattern.suffix}`, standsFor: state } };
}

/** What the whole text tells: which countries it speaks of, and whose a ministry without a state must be. */
interface Known {
  readonly countries: ReadonlySet<string>;
  readonly bare: ReadonlyMap<string, Match["actor"]>;
  /** Suffixes that the text gives in full for several states: then a bare one is nobody's. */
  readonly several: ReadonlySet<string>;
  /** The state of every place that the text names, where that is one. */
  readonly home: ActorId | null;
}

/** Whose a form without its state is: as written in full elsewhere, else of the country that the text is about. */
function bareActor(
  suffix: string,
  known: Known,
): (NonNullable<Match["actor"]> & { readonly inferred?: true }) | undefined {
  const full = known.bare.get(suffix);
  if (full !== undefined) return full;
  if (known.home === null || known.several.has(suffix)) return undefined;
  return { id: `${known.home}-${suffix}`, standsFor: known.home, inferred: true };
}

function knownFrom(found: readonly Found[], { codes }: NameIndex): Known {
  const countries = new Set<string>();
  const full = new Map<string, Map<ActorId, NonNullable<Match["actor"]>>>();
  for (const { matches } of found) {
    for (const match of matches) {
      const state = match.actor?.standsFor ?? match.entries[0]?.id ?? "";
      const code = codes.get(state) ?? soleCountry(match);
      if (code !== undefined) countries.add(code);
      if (match.actor === undefined) continue;
      const suffix = match.actor.id.slice(match.actor.standsFor.length + 1);
      const actors = full.get(suffix) ?? new Map<ActorId, NonNullable<Match["actor"]>>();
      full.set(suffix, actors.set(match.actor.id, match.actor));
    }
  }
  const only = [...full].filter(([, actors]) => actors.size === 1);
  return {
    countries,
    bare: new Map(only.map(([suffix, actors]) => [suffix, [...actors.values()][0]])),
    several: new Set([...full].flatMap(([suffix, actors]) => (actors.size > 1 ? [suffix] : []))),
    home: homeOf(found, codes),
  };
}

const LEAD = 5; // sentences with the headline, in which a report says where it is
const OF_THE_COUNTRY = /-(?:government|police|parliament|coast-guard|president|minist(?:ry|er))$/;

/**
 * The state that all places of the text lie in (towns, regions, states named as places: "in Kenya"), if one of them stands in the lead and no
 * ministry, government or police of another state is named; else null.
 */
function homeOf(found: readonly Found[], codes: ReadonlyMap<string, string>): ActorId | null {
  const homes = new Set<string>();
  const leads = new Set<string>();
  found.forEach(({ matches, units }, i) => {
    for (const match of matches) {
      const code = countryOf(match, units, codes);
      if (code === undefined) continue;
      homes.add(code);
      if (i < LEAD && match.actor === undefined) leads.add(code);
    }
  });
  const [code] = leads;
  if (homes.size !== 1 || leads.size !== 1 || code === undefined) return null;
  return [...codes].find(([, c]) => c === code)?.[0] ?? null;
}

function countryOf(match: Match, units: readonly Unit[], codes: ReadonlyMap<string, string>): string | undefined {
  if (match.actor !== undefined)
    return OF_THE_COUNTRY.test(match.actor.id) ? codes.get(match.actor.standsFor) : undefined;
  if (isInPersonName(match, units)) return undefined;
  const [entry] = match.entries;
  // A capital that stands for its state ("Washington condemned") is no place of the text.
  if (entry?.is === "place")
    return match.entries.some((e) => e.standsFor !== undefined) && !isLocated(units, match.from)
      ? undefined
      : soleCountry(match);
  return entry?.state === true && isLocated(units, match.from) ? codes.get(entry.id) : undefined;
}

function soleCountry(match: Match): string | undefined {
  const countries = new Set(match.entries.map((entry) => entry.place?.country));
  return countries.size === 1 ? [...countries][0] : undefined;
}

function mentionOf(match: Match, units: readonly Unit[], known: Known): Mention | null {
  const span = spanOf(match, units);
  const actor = match.actor ?? (match.bare === undefined ? undefined : bareActor(match.bare, known));
  if (actor !== undefined) return { span, is: "actor", ...actor };
  if (match.bare !== undefined) return null;
  const entry = chosen(match, units, known);
  if (entry === null) return null;
  const located = isLocated(units, match.from);
  if (entry.is === "actor" && entry.state && located) return { span, is: "place", id: entry.id };
  if (entry.is === "actor") return { span, is: "actor", id: entry.id, ...stands(entry, false) };
  return { span, is: "place", id: entry.id, ...stands(entry, located) };
}

/** The span without an Arabic conjunction or preposition written in one with the name; the article stays. */
function spanOf({ from, to, cut }: Match, units: readonly Unit[]): Span {
  return { start: units[from]!.start + (cut ?? 0), end: units[to - 1]!.end };
}

function stands(entry: Entry, located: boolean): { standsFor?: ActorId } {
  return entry.standsFor === undefined || located ? {} : { standsFor: entry.standsFor };
}

/** Of several that bear the name: an actor, else a place in a country the text speaks of, else the first (the most populous city). */
function chosen(match: Match, units: readonly Unit[], known: Known): Entry | null {
  const actor = match.entries.find((entry) => entry.is === "actor");
  if (actor !== undefined) return actor;
  if (isInPersonName(match, units)) return null;
  const region = nameWords.regionWords.has(units[match.to]?.key ?? "");
  const kind = (entry: Entry) => (entry.place?.kind === "region") === region;
  const near = match.entries.filter((entry) => known.countries.has(entry.place?.country ?? ""));
  const pool = near.length > 0 ? near : match.entries;
  return pool.find(kind) ?? pool[0] ?? null;
}

/** A single place name right after another capitalised word is more likely a surname, or part of a longer name. */
function isInPersonName(match: Match, units: readonly Unit[]): boolean {
  const before = units[match.from - 1];
  if (before === undefined || before.token < 0 || isArabic(units[match.from]!.key)) return false;
  if (match.to - match.from > 1 || !before.upper || before.caps) return false;
  return !nameWords.locatives.has(before.key) && !nameWords.notNames.has(before.key) && match.from > 1;
}

function isLocated(units: readonly Unit[], from: number): boolean {
  const [last, other] = [units[from - 1]?.key ?? "", units[from - 2]?.key ?? ""];
  const article = last === "the" ? other : last;
  if (nameWords.locatives.has(article)) return true;
  // "In Garissa, Kenya": the country of a place.
  if (
    units[from - 1]?.token === -1 &&
    units[from - 2]?.upper === true &&
    nameWords.locatives.has(units[from - 3]?.key ?? "")
  )
    return true;
  if (units[from]!.bare.length > 0 && /^[بل]/.test(units[from]!.key)) return true;
  return article === "of" && nameWords.placeOf.has(last === "the" ? (units[from - 3]?.key ?? "") : other);
}

/** A surname alone is the person whose longer name, ending in it, the text gave before. */
function linked(mentions: readonly Mention[]): Mention[] {
  const byLast = new Map<string, string>();
  return mentions.map((mention) => {
    if (mention.is !== "proposal") return mention;
    const words = mention.id.split(" ");
    const last = words.at(-1)!;
    if (words.length > 1) byLast.set(last, mention.id);
    const full = words.length === 1 ? byLast.get(last) : undefined;
    return full === undefined ? mention : { ...mention, id: full };
  });
}
