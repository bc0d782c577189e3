import type { AssessedIncident, FactValue, Quoted } from "../model/assessment.ts";
import { slug } from "../model/id.ts";
import { type Problem, problem } from "../model/problem.ts";
import type { Traits } from "../model/silence.ts";
import { byCodeUnit, type Span } from "../model/span.ts";
import { type Stated, statedFrom, type Version } from "../model/stated.ts";
import { hoursBetween, type When, whenInWords } from "../model/time.ts";
import { attackTypeOf, findIncidentWords } from "../text/incident-words.ts";
import { casualties } from "./casualties.ts";
import { type Fact, targetVersions, timeVersions, weaponVersions } from "./fact-versions.ts";
import { partVersions } from "./group-part.ts";
import { quoted, type RecordDocument, type RecordInput } from "./input.ts";
import { investigation } from "./investigation.ts";
import { tellsOfMany } from "./many-attacks.ts";
import { statementAt } from "./parties.ts";
import { topPlace } from "./places-told.ts";
import { LEAD, lead, most, type SentenceOf, score, type Telling } from "./telling.ts";
import { isDay, tellings } from "./tellings.ts";
import { traitsOf } from "./traits.ts";

/** An incident with the sentences that tell of it and its traits, for silence and for the list. */
export interface FoundIncident {
  readonly incident: AssessedIncident;
  readonly when: When | null;
  readonly traits: Traits;
  readonly tellings: readonly Telling[];
}

function day(when: When): string {
  return when.edtf.slice(0, 10);
}

/**
 * The incidents that the documents tell of: the one that most of them lead with, the ones that the analyst stated, and others that
 * a text dates or places apart from it. Each fact is stated, disputed or unstated, with the words behind each version.
 */
export function findIncidents(input: RecordInput): {
  readonly found: readonly FoundIncident[];
  readonly problems: readonly Problem[];
} {
  const told = tellings(input);
  const all = told.filter((t) => t.index < LEAD / 2 || !tellsOfMany(t) || likened(t).length > 0);
  const stated = input.incidents.map((e) => e.body);
  const mainDay =
    statedDay(stated[0]?.when) ??
    most(
      score(
        all.flatMap((t) => t.days.flatMap((d) => (mayDateMain(t, d.when) ? [[day(d.when), lead(t)] as const] : []))),
      ),
    );
  const near = (t: Telling) => t.days.some((d) => day(d.when) === mainDay);
  const elsewhere = (t: Telling) =>
    isSeparate(t, all) ||
    (mainDay === null
      ? isOfAnotherTime(t, all)
      : t.opens && !near(t) && (t.days.length > 0 || t.periods.some((p) => !covers(p.when, mainDay))));
  const main = all.filter((t) => !elsewhere(t));
  const mainPlace = stated[0]?.place?.is === "stated" ? stated[0].place.value : topPlace(main);
  if (main.length === 0 && stated.length === 0) return { found: [], problems: [problem("no-incident")] };
  const groups = otherGroups(all.filter(elsewhere), new Set(stated.map((s) => statedDay(s.when))));
  const sentences = sentencesOf(input, all.filter(elsewhere));
  const first = describe(input, {
    tellings: main,
    sentences: sentences(null),
    day: mainDay,
    place: mainPlace,
    main: true,
    stated: stated[0],
  });
  const others = stated.slice(1).map((s) =>
    describe(input, {
      tellings: all.filter((t) => t.days.some((d) => day(d.when) === statedDay(s.when))),
      sentences: sentences(all.filter((t) => t.days.some((d) => day(d.when) === statedDay(s.when)))),
      day: statedDay(s.when),
      place: s.place?.is === "stated" ? s.place.value : null,
      main: false,
      stated: s,
    }),
  );
  const further = groups.map((g) =>
    describe(input, {
      tellings: g.tellings,
      sentences: sentences(g.tellings),
      day: g.when !== null && isDay(g.when) ? day(g.when) : null,
      ...(g.when !== null && { when: g.when }),
      place: g.place,
      main: false,
      stated: undefined,
    }),
  );
  return { found: linkPrecedents([first, ...others, ...distinct(further)]), problems: [] };
}

/** Words that begin another attack, of the same day or of none: "separately", "in another attack", "hours earlier", وفي هجوم آخر. */
const SEPARATELY =
  /^(?:separately|elsewhere|also on \p{L}+day|in (?:a|another|one|yet another) (?:separate|other|different|earlier|previous|similar|second)?\s?(?:attack|incident|assault|bombing|shooting|raid|blast|case|ambush|strike)|in (?:a )?separate (?:attacks?|incidents?)|(?:hours|minutes|a day|two days|days|a week|weeks|earlier) (?:before|earlier)|(?:a|another) (?:similar|second|separate|earlier|previous) )|^[وف]?(?:في (?:هجوم|حادث|حادثة|اعتداء|تفجير|عملية|انفجار) (?:آخر|أخرى|منفصل|منفصلة|سابق|سابقة|مماثل|مماثلة|ثان)|على صعيد آخر|قبل(?:ها| ذلك)? ب(?:ساعات|يوم|أيام|أسبوع))/iu;

/** "Had foiled another attack on a mosque", أحبطت هجوما ثانيا: an attack that did not come about, beside the one that did. */
const FOILED =
  /\b(?:foil|thwart|avert|prevent|disrupt)(?:ed|ing)?\b[^.;:]{0,40}\b(?:another|second|third|separate|similar|further)\b|(?<!\p{L})[وف]?(?:أحبط|أحبطت|إحباط|أحبطوا)[^.؛:]{0,40}(?:آخر|أخرى|ثان|ثانيا|ثانية|مماثل|منفصل)/iu;

function isSeparate(t: Telling, all: readonly Telling[]): boolean {
  const words = t.document.text.slice(t.sentence.start, t.sentence.end);
  return t !== all.find((x) => x.document.id === t.document.id) && (SEPARATELY.test(words) || FOILED.test(words));
}

const DAY = 24;
/** A report tells of what is new: a day named after its first sentences is the attack's only if it is this near to publication. */
const NEWS = 10 * DAY;
/** A time further back than this is another attack's, where the report gives its own no day. */
const OLD = 4 * DAY;

/** Whether a day may be that of the incident: named in the first sentences, or a few days before publication. */
function mayDateMain(t: Telling, when: When): boolean {
  const { published } = t.document;
  if (t.index < LEAD || published === null) return true;
  const hours = hoursBetween(when, published);
  return hours === null || Math.abs(hours.from) <= NEWS;
}

/**
 * Without a day for the incident: a sentence on an attack at another time than the one that its document first tells of, or well before the
 * report where that one has no time.
 */
function isOfAnotherTime(t: Telling, all: readonly Telling[]): boolean {
  const first = all.find((x) => x.document.id === t.document.id);
  const times = [...t.days, ...t.periods];
  if (first === undefined || first === t || times.length === 0 || !(t.opens || likened(t).length > 0)) return false;
  if (first.periods.length > 0)
    return !first.periods.some((p) => times.some((x) => holds(p.when, x.when) || holds(x.when, p.when)));
  return times.every((p) => isLongBefore(p.when, t.document.published));
}

function isLongBefore(when: When, published: When | null): boolean {
  const hours = published === null ? null : hoursBetween(when, published);
  return hours !== null && hours.from > OLD;
}

/**
 * The sentences that belong to an incident: its own tellings, and what follows them in their paragraph without telling of another; to the main
 * one (null) all the rest.
 */
function sentencesOf(
  input: RecordInput,
  elsewhere: readonly Telling[],
): (of: readonly Telling[] | null) => readonly SentenceOf[] {
  const home = new Map(elsewhere.map((t) => [`${t.document.id}:${t.sentence.start}`, t]));
  const all = input.documents.flatMap((document) => {
    let owner: Telling | null = null;
    let paragraph = -1;
    return document.reading.sentences.flatMap((sentence, index) => {
      if (sentence.paragraph !== paragraph) owner = null;
      paragraph = sentence.paragraph;
      const own = home.get(`${document.id}:${sentence.start}`);
      if (own !== undefined) owner = own;
      else if (POINTS_TO_MAIN.test(document.text.slice(sentence.start, sentence.start + 40))) owner = null;
      const left = sentence.repeat || sentence.part === "footer";
      if (left || (owner === null && index >= LEAD / 2 && tellsOfMany({ document, sentence, index }))) return [];
      return [{ document, sentence, index, owner }];
    });
  });
  return (of) => all.filter((s) => (of === null ? s.owner === null : s.owner !== null && of.includes(s.owner)));
}

/** "This time", "in the latest attack": back at the incident that the text is about. */
const POINTS_TO_MAIN = /^(?:this time|in the latest|in this case|so far|now|هذه المرة|أما هذه المرة|حتى الآن)/iu;

interface OtherGroup {
  /** Null where the text gives it no time. */
  readonly when: When | null;
  readonly place: string | null;
  readonly tellings: Telling[];
}

/** Sentences on other attacks, joined where one time covers the other and no place speaks against it; the more exact time is kept. */
function otherGroups(list: readonly Telling[], taken: ReadonlySet<string | null>): readonly OtherGroup[] {
  const groups: OtherGroup[] = [];
  for (const t of list) {
    const when = t.days[0]?.when ?? t.periods[0]?.when ?? null;
    if (when !== null && isDay(when) && taken.has(day(when))) continue;
    const place = topPlace([t]);
    const at = groups.findIndex(
      (g) => sameTime(g.when, when) && (g.place === null || place === null || g.place === place),
    );
    const same = groups[at];
    if (same === undefined) groups.push({ when, place, tellings: [t] });
    else {
      same.tellings.push(t);
      groups[at] = {
        when: same.when !== null && when !== null && holds(same.when, when) ? when : same.when,
        place: same.place ?? place,
        tellings: same.tellings,
      };
    }
  }
  return groups.sort(
    (a, b) => byCodeUnit(a.when?.edtf ?? "", b.when?.edtf ?? "") || byCodeUnit(a.place ?? "", b.place ?? ""),
  );
}

function sameTime(a: When | null, b: When | null): boolean {
  return a !== null && b !== null && (holds(a, b) || holds(b, a));
}

/** Whether the first time covers the second. */
function holds(a: When, b: When): boolean {
  return a.from !== null && a.to !== null && b.from !== null && b.to !== null && a.from <= b.from && b.to <= a.to;
}

/** Ids told apart by number where two incidents would bear the same. */
function distinct(list: readonly FoundIncident[]): readonly FoundIncident[] {
  const uses = new Map<string, number>();
  return list.map((f) => {
    const n = (uses.get(f.incident.id) ?? 0) + 1;
    uses.set(f.incident.id, n);
    return n === 1 ? f : { ...f, incident: { ...f.incident, id: `${f.incident.id}-${n}` } };
  });
}

/** Each further incident that a text likens to the main one, in its own sentence or the one before it [PR2]. */
function linkPrecedents(found: readonly FoundIncident[]): readonly FoundIncident[] {
  const [main] = found;
  if (main === undefined) return found;
  return found.map((f) => {
    if (f === main) return f;
    const quotes = f.tellings.flatMap((t) => likened(t));
    if (quotes.length === 0) return f;
    return { ...f, incident: { ...f.incident, precedentOf: { incident: main.incident.id, quotes } } };
  });
}

function likened({ document, sentence, index }: Telling): readonly Quoted[] {
  const before = document.reading.sentences[index - 1];
  const near = before?.paragraph === sentence.paragraph ? [before, sentence] : [sentence];
  return near
    .filter((s) => findIncidentWords(document.text.slice(s.start, s.end), "precedent").length > 0)
    .map((s) => quoted(document, s));
}

function covers(period: When, aDay: string | null): boolean {
  if (aDay === null || period.from === null || period.to === null) return true;
  return period.from.slice(0, 10) <= aDay && aDay < period.to.slice(0, 10);
}

function statedDay(when: Stated<When> | undefined): string | null {
  return when?.is === "stated" && isDay(when.value) ? day(when.value) : null;
}

interface Draft {
  readonly tellings: readonly Telling[];
  /** Sentences of the documents that no other incident has. */
  readonly sentences: readonly SentenceOf[];
  readonly day: string | null;
  /** For an incident known to a month or a year only. */
  readonly when?: When;
  readonly place: string | null;
  readonly main: boolean;
  readonly stated: RecordInput["incidents"][number]["body"] | undefined;
}

function describe(input: RecordInput, draft: Draft): FoundIncident {
  const place = draft.place === null ? null : (input.placeName(draft.place)?.name ?? draft.place);
  const when =
    draft.tellings.flatMap((t) => t.days).find((d) => day(d.when) === draft.day)?.when ??
    statedWhen(draft) ??
    draft.when;
  const on = draft.day !== null ? `on ${draft.day}` : draft.when === undefined ? null : `in ${draft.when.edtf}`;
  const several = !draft.main && draft.tellings.every(tellsOfSeveral);
  const label =
    draft.stated?.label ?? [several ? "attacks" : "attack", place && `at ${place}`, on].filter(Boolean).join(" ");
  const id =
    draft.stated?.incident ?? slug([place ?? "incident", draft.day ?? draft.when?.edtf].filter(Boolean).join("-"));
  const { tellings: list, sentences } = draft;
  const facts: Fact[] = [
    { field: "date", value: draft.main ? dateVersions(draft) : ownDate(draft) },
    { field: "time", value: timeVersions(list) },
    { field: "place", value: placeVersions(input, draft, place) },
    { field: "killed", value: casualties(input, { id, sentences, of: "killed" }) },
    { field: "wounded", value: casualties(input, { id, sentences, of: "wounded" }) },
    { field: "target", value: targetVersions(list) },
    { field: "weapon", value: weaponVersions(sentences) },
    { field: "group-part", value: partVersions(input, sentences) },
    { field: "investigation", value: investigation(input, sentences) },
  ];
  return {
    incident: {
      id,
      label,
      main: draft.main,
      facts: facts.filter((f) => !isBesideThePoint(f, list)),
      documents: [...new Set(list.map((t) => t.document.id))],
    },
    when: when ?? null,
    traits: draft.stated && Object.keys(draft.stated.traits).length > 0 ? draft.stated.traits : traitsOf(input, draft),
    tellings: list,
  };
}

/** How many were hit by an intrusion into a network that hit nobody: not asked, so not unstated. */
function isBesideThePoint({ field, value }: Fact, list: readonly Telling[]): boolean {
  if ((field !== "killed" && field !== "wounded") || value.is !== "unstated") return false;
  const types = list.flatMap((t) => attackTypeOf(t.document.text.slice(t.sentence.start, t.sentence.end)) ?? []);
  return types.length > 0 && types.every((type) => type === "intrusion");
}

/** "Attacks in 2017 and 2018": a sentence that speaks of several, not of one. */
function tellsOfSeveral({ document, sentence }: Telling): boolean {
  const words = document.text.slice(sentence.start, sentence.end);
  return /\b(?:attacks|bombings|shootings|raids|killings|assaults|strikes)\b|هجمات|تفجيرات|عمليات/iu.test(words);
}

function statedWhen(draft: Draft): When | undefined {
  return draft.stated?.when?.is === "stated" ? draft.stated.when.value : undefined;
}

interface DateSaid {
  readonly when: When;
  readonly document: RecordDocument;
  readonly span: Span;
}

function dateFact(list: readonly DateSaid[], when: When): Version<FactValue> {
  const by = new Set(list.flatMap((d) => statementAt(d.document, d.span) ?? []));
  return {
    value: { text: whenInWords(when), when, quotes: list.map((d) => quoted(d.document, d.span)) },
    by: [...by],
  };
}

/** The date of an incident that is not the main one: its day, else its month or year. */
function ownDate(draft: Draft): Stated<FactValue> {
  const days = draft.tellings.flatMap((t) =>
    t.days.filter((d) => draft.day === null || day(d.when) === draft.day).map((d) => ({ ...d, document: t.document })),
  );
  const periods = draft.tellings.flatMap((t) => t.periods.map((d) => ({ ...d, document: t.document })));
  const list = draft.day !== null ? days : periods;
  const [first] = list;
  if (first === undefined) return { is: "unstated" };
  const when = draft.day === null ? (draft.when ?? first.when) : first.when;
  return {
    is: "stated",
    ...dateFact(
      list.filter((d) => d.when.edtf === when.edtf),
      when,
    ),
  };
}

/** Each document's own day for the incident, within three days of the main one: a difference is a dispute. Without any day, the narrowest period. */
function dateVersions(draft: Draft): Stated<FactValue> {
  const versions = new Map<string, DateSaid[]>();
  for (const list of byDocument(draft.tellings).values()) {
    const days = list.flatMap((t) => t.days.map((d) => ({ ...d, document: t.document, points: lead(t) })));
    const own = most(score(days.map((d) => [day(d.when), d.points] as const)));
    if (own === null || draft.day === null || !within(own, draft.day)) continue;
    versions.set(own, [...(versions.get(own) ?? []), ...days.filter((d) => day(d.when) === own)]);
  }
  if (versions.size === 0 && draft.day === null) return periodOnly(draft);
  return statedFrom([...versions.values()].map((list) => dateFact(list, (list[0] as DateSaid).when)));
}

function periodOnly(draft: Draft): Stated<FactValue> {
  const all = draft.tellings
    .filter((t) => t.opens)
    .flatMap((t) => t.periods.map((p) => ({ ...p, document: t.document, points: lead(t) })));
  const top = most(score(all.map((p) => [p.when.edtf, p.points] as const)));
  const list = all.filter((p) => p.when.edtf === top);
  const [first] = list;
  return first === undefined ? { is: "unstated" } : { is: "stated", ...dateFact(list, first.when) };
}

function within(a: string, b: string): boolean {
  const days = (x: string): When => ({ edtf: x, from: `${x}T00:00:00.000Z`, to: `${x}T00:00:00.000Z` });
  const hours = hoursBetween(days(a), days(b));
  return hours !== null && Math.abs(hours.from) <= 72;
}

function byDocument(list: readonly Telling[]): Map<string, Telling[]> {
  const map = new Map<string, Telling[]>();
  for (const t of list) map.set(t.document.id, [...(map.get(t.document.id) ?? []), t]);
  return map;
}

/** The place with its country; a document that names another town, and this one nowhere, gives another version. */
function placeVersions(input: RecordInput, draft: Draft, name: string | null): Stated<FactValue> {
  if (draft.place === null || name === null) return { is: "unstated" };
  const apart = [...byDocument(draft.tellings).values()].flatMap((list) => {
    const own = topPlace(list);
    const known = own === null ? null : input.placeName(own);
    const other =
      own !== draft.place &&
      known !== null &&
      known.kind === "city" &&
      input.placeName(draft.place ?? "")?.kind === "city";
    return other && !list.some((t) => t.places.some((p) => p.id === draft.place)) ? (own ?? []) : [];
  });
  const versions = [...new Set([draft.place, ...apart])].flatMap((id) => placeFact(input, draft, id) ?? []);
  return statedFrom(versions);
}

function placeFact(input: RecordInput, draft: Draft, place: string): Version<FactValue> | null {
  const known = input.placeName(place);
  const spans = draft.tellings.flatMap((t) =>
    t.places.filter((p) => p.id === place).map((p) => ({ document: t.document, span: p.span })),
  );
  if (spans.length === 0 && (draft.stated === undefined || place !== draft.place)) return null;
  const country =
    known?.country ?? draft.tellings.flatMap((t) => t.places).find((p) => p.id === place && p.country !== "")?.country;
  const text = `${known?.name ?? place}${country === undefined ? "" : ` (${country})`}`;
  const by = new Set(spans.flatMap((s) => statementAt(s.document, s.span) ?? []));
  return { value: { text, place, quotes: spans.map((s) => quoted(s.document, s.span)) }, by: [...by] };
}
