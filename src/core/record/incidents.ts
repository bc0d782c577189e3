import type { AssessedIncident, FactValue, IncidentField, Quoted } from "../model/assessment.ts";
import { slug } from "../model/id.ts";
import { type Problem, problem } from "../model/problem.ts";
import type { Mention } from "../model/reading.ts";
import type { Traits } from "../model/silence.ts";
import { byCodeUnit, overlaps } from "../model/span.ts";
import { type Stated, statedFrom, type Version } from "../model/stated.ts";
import { hoursBetween, type When, whenInWords } from "../model/time.ts";
import { attackTypeOf, findIncidentWords } from "../text/incident-words.ts";
import { casualties } from "./casualties.ts";
import { type HeldStatement, quoted, type RecordDocument, type RecordInput } from "./input.ts";
import type { Telling } from "./telling.ts";

/** An incident with the sentences that tell of it and its traits, for silence and for the list. */
export interface FoundIncident {
  readonly incident: AssessedIncident;
  readonly when: When | null;
  readonly traits: Traits;
  readonly tellings: readonly Telling[];
}

const LEAD = 4; // sentences in which a report says what it is about; they count double

/** Every sentence, headline repeats and footers left out, that names an attack. */
function tellings(input: RecordInput): readonly Telling[] {
  return input.documents.flatMap((document) =>
    document.reading.sentences.flatMap((sentence, index) => {
      if (sentence.repeat || sentence.part === "footer") return [];
      const words = document.text.slice(sentence.start, sentence.end);
      if (findIncidentWords(words, "attack").length === 0) return [];
      const dates = document.reading.dates.filter((d) => overlaps(d.span, sentence));
      return [
        {
          document,
          sentence,
          index,
          days: dates.filter((d) => isDay(d.when)).map((d) => ({ when: d.when, span: d.span })),
          periods: dates.filter((d) => !isDay(d.when)).map((d) => d.when),
          places: document.reading.mentions.flatMap((m) =>
            overlaps(m.span, sentence) ? placeOf(input, document, m) : [],
          ),
        },
      ];
    }),
  );
}

/** A name after one of these is a place, whatever it is called. */
const BEFORE_PLACE = /\b(?:at|in|near|outside|inside)\s+(?:the\s+)?$/i;

/** The place of a mention: of the gazetteer, or a name that no list knows, by the word before it. */
function placeOf(input: RecordInput, { text }: RecordDocument, { is, id, span }: Mention): Telling["places"] {
  if (is === "place") {
    const place = input.placeName(id);
    return place === null ? [] : [{ id, kind: place.kind, country: place.country, span }];
  }
  const named = is === "proposal" && BEFORE_PLACE.test(text.slice(Math.max(0, span.start - 16), span.start));
  return named ? [{ id: text.slice(span.start, span.end), kind: "unlisted", country: "", span }] : [];
}

function isDay(when: When): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(when.edtf) && !when.edtf.includes("/");
}

function day(when: When): string {
  return when.edtf.slice(0, 10);
}

/** The key with the most points; a tie goes to the first in code-unit order. */
function most(points: ReadonlyMap<string, number>): string | null {
  const ranked = [...points].sort(([a, x], [b, y]) => y - x || byCodeUnit(a, b));
  return ranked[0]?.[0] ?? null;
}

function score(entries: readonly (readonly [string, number])[]): Map<string, number> {
  const points = new Map<string, number>();
  for (const [key, n] of entries) points.set(key, (points.get(key) ?? 0) + n);
  return points;
}

const lead = (t: Telling) => (t.index < LEAD ? 2 : 1);

/**
 * The incidents that the documents tell of: the one that most of them lead with, the ones that the analyst stated, and others that
 * a text dates or places apart from it. Each fact is stated, disputed or unstated, with the words behind each version.
 */
export function findIncidents(input: RecordInput): {
  readonly found: readonly FoundIncident[];
  readonly problems: readonly Problem[];
} {
  const all = tellings(input);
  const stated = input.incidents.map((e) => e.body);
  const mainDay =
    statedDay(stated[0]?.when) ?? most(score(all.flatMap((t) => t.days.map((d) => [day(d.when), lead(t)] as const))));
  const near = (t: Telling) => mainDay === null || t.days.some((d) => day(d.when) === mainDay);
  const elsewhere = (t: Telling) => !near(t) && (t.days.length > 0 || t.periods.some((p) => !covers(p, mainDay)));
  const main = all.filter((t) => !elsewhere(t));
  const mainPlace = stated[0]?.place?.is === "stated" ? stated[0].place.value : topPlace(main);
  if (main.length === 0 && stated.length === 0) return { found: [], problems: [problem("no-incident")] };
  const first = describe(input, { tellings: main, day: mainDay, place: mainPlace, main: true, stated: stated[0] });
  const others = stated.slice(1).map((s) =>
    describe(input, {
      tellings: all.filter((t) => t.days.some((d) => day(d.when) === statedDay(s.when))),
      day: statedDay(s.when),
      place: s.place?.is === "stated" ? s.place.value : null,
      main: false,
      stated: s,
    }),
  );
  const taken = new Set([mainDay, ...stated.map((s) => statedDay(s.when))]);
  const further = [...new Set(all.filter(elsewhere).flatMap((t) => t.days.map((d) => day(d.when))))]
    .filter((d) => !taken.has(d))
    .sort(byCodeUnit)
    .map((d) => {
      const own = all.filter((t) => elsewhere(t) && t.days.some((x) => day(x.when) === d));
      return describe(input, { tellings: own, day: d, place: topPlace(own), main: false, stated: undefined });
    });
  return { found: [first, ...others, ...further], problems: [] };
}

function covers(period: When, aDay: string | null): boolean {
  if (aDay === null || period.from === null || period.to === null) return true;
  return period.from.slice(0, 10) <= aDay && aDay < period.to.slice(0, 10);
}

function statedDay(when: Stated<When> | undefined): string | null {
  return when?.is === "stated" && isDay(when.value) ? day(when.value) : null;
}

/** The place most told of: towns and sites before regions, regions before countries, names that no list knows last. */
function topPlace(list: readonly Telling[]): string | null {
  for (const kinds of [["city", "site"], ["region"], ["country"], ["unlisted"]]) {
    const top = most(
      score(list.flatMap((t) => t.places.filter((p) => kinds.includes(p.kind)).map((p) => [p.id, lead(t)] as const))),
    );
    if (top !== null) return top;
  }
  return null;
}

interface Draft {
  readonly tellings: readonly Telling[];
  readonly day: string | null;
  readonly place: string | null;
  readonly main: boolean;
  readonly stated: RecordInput["incidents"][number]["body"] | undefined;
}

function describe(input: RecordInput, draft: Draft): FoundIncident {
  const place = draft.place === null ? null : (input.placeName(draft.place)?.name ?? draft.place);
  const when = draft.tellings.flatMap((t) => t.days).find((d) => day(d.when) === draft.day)?.when ?? statedWhen(draft);
  const label =
    draft.stated?.label ?? ["attack", place && `at ${place}`, draft.day && `on ${draft.day}`].filter(Boolean).join(" ");
  const id = draft.stated?.incident ?? slug([place ?? "incident", draft.day].filter(Boolean).join("-"));
  const facts: { field: IncidentField; value: Stated<FactValue> }[] = [
    { field: "date", value: draft.main ? dateVersions(draft) : only(draft, draft.day, dayQuotes) },
    { field: "place", value: placeVersions(input, draft, place) },
    { field: "killed", value: casualties(input, { id, tellings: draft.tellings, of: "killed" }) },
    { field: "wounded", value: casualties(input, { id, tellings: draft.tellings, of: "wounded" }) },
    { field: "target", value: wordVersions(draft, "target") },
    { field: "weapon", value: wordVersions(draft, "weapon") },
  ];
  return {
    incident: {
      id,
      label,
      main: draft.main,
      facts,
      documents: [...new Set(draft.tellings.map((t) => t.document.id))],
    },
    when: when ?? null,
    traits: draft.stated && Object.keys(draft.stated.traits).length > 0 ? draft.stated.traits : traitsOf(input, draft),
    tellings: draft.tellings,
  };
}

function statedWhen(draft: Draft): When | undefined {
  return draft.stated?.when?.is === "stated" ? draft.stated.when.value : undefined;
}

function dayQuotes(t: Telling, value: string): readonly Quoted[] {
  return t.days.filter((d) => day(d.when) === value).map((d) => quoted(t.document, d.span));
}

function only(
  draft: Draft,
  value: string | null,
  quotes: (t: Telling, value: string) => readonly Quoted[],
): Stated<FactValue> {
  if (value === null) return { is: "unstated" };
  return { is: "stated", value: { text: value, quotes: draft.tellings.flatMap((t) => quotes(t, value)) }, by: [] };
}

/** Each document's own day for the incident, within three days of the main one: a difference is a dispute. */
function dateVersions(draft: Draft): Stated<FactValue> {
  const versions = new Map<string, { when: When; quotes: Quoted[] }>();
  for (const list of byDocument(draft.tellings).values()) {
    const days = list.flatMap((t) => t.days.map((d) => ({ ...d, t })));
    const own = most(score(days.map((d) => [day(d.when), lead(d.t)] as const)));
    if (own === null || draft.day === null || !within(own, draft.day)) continue;
    const chosen = days.filter((d) => day(d.when) === own);
    const [one] = chosen;
    if (one === undefined) continue;
    const version = versions.get(own) ?? { when: one.when, quotes: [] };
    version.quotes.push(...chosen.map((d) => quoted(d.t.document, d.span)));
    versions.set(own, version);
  }
  return statedFrom(
    [...versions.values()].map(
      (v): Version<FactValue> => ({ value: { text: whenInWords(v.when), when: v.when, quotes: v.quotes }, by: [] }),
    ),
  );
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

function placeVersions(input: RecordInput, draft: Draft, name: string | null): Stated<FactValue> {
  if (draft.place === null || name === null) return { is: "unstated" };
  const { place } = draft;
  const country = input.placeName(place)?.country;
  const quotes = draft.tellings.flatMap((t) =>
    t.places.filter((p) => p.id === place).map((p) => quoted(t.document, p.span)),
  );
  const text = country === undefined ? name : `${name} (${country})`;
  if (quotes.length === 0 && draft.stated === undefined) return { is: "unstated" };
  return { is: "stated", value: { text, place, quotes }, by: [] };
}

/** Weapons or targets named, one version a kind; several kinds of target are one list, not a dispute. */
function wordVersions(draft: Draft, what: "weapon" | "target"): Stated<FactValue> {
  const quotes = draft.tellings.flatMap((t) => {
    const words = t.document.text.slice(t.sentence.start, t.sentence.end);
    return findIncidentWords(words, what).map((f) => ({
      kind: f.kind,
      quote: quoted(t.document, { start: t.sentence.start + f.span.start, end: t.sentence.start + f.span.end }),
    }));
  });
  if (quotes.length === 0) return { is: "unstated" };
  const kinds = [...new Set(quotes.map((q) => q.kind))];
  return { is: "stated", value: { text: kinds.join(", "), quotes: quotes.map((q) => q.quote) }, by: [] };
}

/** The traits that the texts tell, for choosing a reference class; what they don't tell is left out. */
function traitsOf(input: RecordInput, draft: Draft): Traits {
  const words = draft.tellings
    .filter((t) => t.index < LEAD * 2)
    .map((t) => t.document.text.slice(t.sentence.start, t.sentence.end));
  const country = draft.place === null ? undefined : input.placeName(draft.place)?.country;
  const targets = words.flatMap((w) => findIncidentWords(w, "target").map((f) => f.kind));
  const target = most(score(targets.map((kind) => [kind, 1] as const)));
  const attackType = most(score(words.flatMap((w) => attackTypeOf(w) ?? []).map((kind) => [kind, 1] as const)));
  const insider = draft.tellings.some(
    (t) => findIncidentWords(t.document.text.slice(t.sentence.start, t.sentence.end), "insider").length > 0,
  );
  const nationality = nationalityOf(input, draft);
  return {
    ...(country !== undefined && { country }),
    ...(target !== null && { target }),
    ...(attackType !== null && { attackType }),
    ...(insider && { insider }),
    ...(nationality !== undefined && { nationality }),
  };
}

/** The state whose name stands within the words that count the victims: "two Xish soldiers". */
function nationalityOf(input: RecordInput, draft: Draft): string | undefined {
  for (const t of draft.tellings) {
    for (const count of t.document.reading.counts) {
      if (count.of !== "killed" && count.of !== "wounded") continue;
      if (!overlaps(count.span, t.sentence)) continue;
      const whole = {
        start: Math.min(count.span.start, count.what.start),
        end: Math.max(count.span.end, count.what.end),
      };
      const state = t.document.reading.mentions
        .filter((m) => m.is === "actor" && overlaps(m.span, whole))
        .map((m) => input.actor(m.id)?.country ?? input.actor(m.standsFor ?? "")?.country)
        .find((c) => c !== undefined);
      if (state !== undefined) return state;
    }
  }
  return undefined;
}

/**
 * Whether a statement is about the incident: its sentence names no other time, and it speaks of one attack, not of a number of them
 * ("has claimed at least forty attacks since …"), which is a count and no claim of this one [ST8, SI11].
 */
export function aboutIncident(found: FoundIncident | undefined): (h: HeldStatement) => boolean {
  const attack = found?.when ?? null;
  return ({ document, statement }) => {
    const { counts } = document.reading;
    const here = datesNear(document, statement.sentence.start).filter(
      (d) => d.when.from !== null && d.when.to !== null,
    );
    const elsewhere = attack !== null && here.length > 0 && here.every((d) => (d.when.to ?? "") <= (attack.from ?? ""));
    return !elsewhere && !counts.some((c) => c.of === "attacks" && overlaps(c.span, statement.sentence));
  };
}

/** The dates of the sentence; where it has none, those of the nearest sentence before it in its paragraph, whose story it continues. */
function datesNear({ reading }: HeldStatement["document"], at: number): HeldStatement["document"]["reading"]["dates"] {
  const index = reading.sentences.findIndex((s) => s.start <= at && at < s.end);
  const paragraph = reading.sentences[index]?.paragraph;
  for (let i = index; i >= 0 && reading.sentences[i]?.paragraph === paragraph; i--) {
    const sentence = reading.sentences[i];
    const dates = sentence === undefined ? [] : reading.dates.filter((d) => overlaps(d.span, sentence));
    if (dates.length > 0) return dates;
  }
  return [];
}
