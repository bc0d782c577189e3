import type { Span } from "../model/span.ts";
import { stemOf } from "../text/words.ts";
import { setOf, WORDS } from "./change-lists.ts";
import { dayPairs } from "./check-days.ts";
import { type Event, eventsOf, LIGHT } from "./check-events.ts";
import type { Field } from "./check-field.ts";
import { areTied } from "./check-ties.ts";
import type { NounPhrase } from "./chunks.ts";
import type { Slot } from "./clauses.ts";
import { areConverse } from "./paraphrase.ts";
import type { Side } from "./side.ts";
import { isBroader, isSameSense } from "./word-senses.ts";

type Sides = Pick<Field, "source" | "side">;

/** Whether a word of the sentence is one of the source's, of its sense, or broader. */
function isWord(own: string, there: string): boolean {
  return own === there || isSameSense(own, there) || isBroader(own, there);
}

/** The first phrase that hangs together with another in the sentence and not in the source: of "the camera of the mayor's driver" no word is new. */
export function linkAstray(sides: Sides): Span | null {
  const { slots } = sides.side.clauses;
  const astray = slots.find(
    (slot) => !slot.phrase.pronoun && !(kindsStand(sides, slot) && slotStands(sides, slot) && bareStands(sides, slot)),
  );
  return astray?.phrase.span ?? null;
}

/** What a thing is called besides its name: each word of the phrase stands with its head in the source too. */
function kindsStand({ source, side }: Sides, { phrase }: Slot): boolean {
  if (isNone(side, phrase) && !isNoneThere(source, phrase)) return false;
  if (phrase.names.includes(phrase.head)) return true;
  const { slots, predicates } = source.clauses;
  return phrase.stems.every((kind) => {
    if (kind === phrase.head) return true;
    const together = (x: string, y: string) => isWord(kind, x) && isWord(phrase.head, y);
    return (
      !isThere(source, kind) ||
      !isThere(source, phrase.head) ||
      slots.some(
        ({ phrase: p, after }) => p.stems.some((s) => together(s, p.head)) || isPair(together, after, p.head),
      ) ||
      predicates.some((p) => [p.agent, p.patient].some((n) => isPair(together, p.stem, n?.head))) ||
      besides(source).some(([x, y]) => isPair(together, x, y))
    );
  });
}

const DENIALS = setOf(WORDS.denials);

/** "None" there too, or denied that there was any. */
function isNoneThere(source: Side, phrase: NounPhrase): boolean {
  const { slots, predicates } = source.clauses;
  const denied = predicates.some((p) => DENIALS.has(p.lemma));
  return denied || slots.some((s) => isNone(source, s.phrase) && isCalled(source, phrase, s.phrase));
}

/** "No organisation". */
function isNone({ text }: Side, { span }: NounPhrase): boolean {
  return /^(?:no|none|neither|nobody)\b/i.test(text.read.info.text.slice(span.start, span.end));
}

function isPair(together: (x: string, y: string) => boolean, x: string | undefined, y: string | undefined): boolean {
  return x !== undefined && y !== undefined && (together(x, y) || together(y, x));
}

function isThere({ words }: Side, stem: string): boolean {
  return words.some((w) => isWord(stem, w.stem));
}

/** Words of one sentence with at most one telling word between them. */
function besides({ sentences }: Side): readonly (readonly [string, string])[] {
  return sentences.flatMap(({ words }) =>
    words.flatMap((w, i) => {
      const next = words.slice(i + 1).filter((o) => o.norm.length > 3);
      return next.slice(0, 2).map((o) => [w.stem, o.stem] as const);
    }),
  );
}

const SETTINGS = setOf(
  "in at on near outside inside during after before since until till within around beside by following when early late",
);
const ALIKE = [
  "to into towards toward onto",
  "from off",
  "after since following",
  "before until by",
  "over above beyond",
  "under below beneath",
  "of in at from for",
  "by from of",
  "about over on",
  "with of",
  "for after over",
].map(setOf);
/** These say which way, for or against whom, with or without what: no other stands for them. */
const STRONG = setOf(
  "from to into towards toward without against before after since until over under near outside beyond behind",
);
const SHARES = setOf("half third quarter fifth tenth majority minority most part number dozen");
const SHARE_STEMS = new Set([...SHARES].map(stemOf));
const LIGHT_STEMS = new Set([...LIGHT].map(stemOf));

/** What may stand before the doer of a deed that a noun tells, and before what it is done to. */
const PARTICLES = setOf("over out up off down");
const BY = setOf("by of from");
const ON = setOf("of on against upon to for in at");

function areAlike(p: string, q: string): boolean {
  if (p === q || ALIKE.some((g) => g.has(p) && g.has(q))) return true;
  return SETTINGS.has(p) && SETTINGS.has(q) && !STRONG.has(p) && !STRONG.has(q);
}

/** Whether what stands behind a preposition hangs in the source on what it hangs on here, in the same way. */
function slotStands({ source, side }: Sides, slot: Slot): boolean {
  const { phrase, preposition, role, after } = slot;
  if (preposition === undefined || role !== undefined || (after ?? slot.verb) === undefined) return true;
  // The speaker is another rule's, and a share is its whole.
  const isShare =
    SHARES.has(phrase.headLemma) || (preposition === "of" && after !== undefined && SHARE_STEMS.has(after));
  if (after === ACCORDING || isShare || isJoined(side, slot)) return true;
  const hosts = hostsHere(side, slot);
  if (hosts.length === 0) return true;
  const hangs = (stem: string | undefined) => stem !== undefined && hosts.some((h) => isHost(source, h, stem));
  const days = dayPairs(source, side).filter((d) => isOver(d.own, phrase.span));
  const places = source.clauses.slots.filter((s) =>
    days.length > 0 ? days.some((d) => isOver(d.there, s.phrase.span)) : isCalled(source, phrase, s.phrase),
  );
  if (isDisplaced(source, { slot, places })) return false;
  if (places.some((s) => slotHolds(source, { slot: s, preposition, hangs }) && !isTaken({ source, side }, slot, s)))
    return true;
  const compounds = source.clauses.slots.some(
    ({ phrase: p }) => p.stems.some((s) => s !== p.head && isWord(phrase.head, s)) && hangs(p.head),
  );
  if (compounds || (places.length === 0 && !isCommon(source, phrase))) return true;
  return isDeed(source, phrase, hangs) || isOwnDeed({ source, side }, phrase);
}

/** "Between May and June": the second stands where the first does. */
function isJoined({ clauses: { slots } }: Side, slot: Slot): boolean {
  return slot.after === undefined && slots[slots.indexOf(slot) - 1]?.preposition === slot.preposition;
}

const ACCORDING = stemOf("according");

/** Something else stands behind this preposition in the source, of the same deed: the two have changed places. */
function isTaken({ source }: Sides, slot: Slot, there: Slot): boolean {
  if (there.preposition === undefined || slot.preposition === there.preposition) return false;
  return source.clauses.slots.some(
    (s) =>
      s !== there &&
      s.preposition === slot.preposition &&
      s.phrase.head !== there.after &&
      (s.verb === there.verb || s.after === there.phrase.head) &&
      !isCalled(source, slot.phrase, s.phrase),
  );
}

/** "A fire in Sarn" there, "a fire in Orvel" here: something else stands in this very place, and this stands elsewhere. */
function isDisplaced(
  source: Side,
  { slot, places }: { readonly slot: Slot; readonly places: readonly Slot[] },
): boolean {
  const { after, preposition, phrase } = slot;
  const isOn = (s: Slot) =>
    after !== undefined && s.after !== undefined && s.preposition === preposition && isHost(source, after, s.after);
  if (
    places.length === 0 ||
    places.some((s) => s.after !== undefined && after !== undefined && isHost(source, after, s.after))
  )
    return false;
  return source.clauses.slots.some((s) => isOn(s) && !isCalled(source, phrase, s.phrase));
}

function isOver(x: Span, y: Span): boolean {
  return x.start < y.end && y.start < x.end;
}

interface Holding {
  readonly slot: Slot;
  readonly preposition: string;
  readonly hangs: (stem: string | undefined) => boolean;
}

function slotHolds(source: Side, { slot, preposition, hangs }: Holding): boolean {
  const { preposition: there, role } = slot;
  if (role !== undefined) {
    // "The arrest of the man" of "the man was arrested".
    const ways = role === "agent" ? BY : ON;
    const events = eventsOf(source).filter((e) => e[role] === slot.phrase);
    return (ways.has(preposition) || PARTICLES.has(preposition)) && events.some((e) => hangs(e.stem));
  }
  if (there === undefined) return preposition === "by" && hangs(slot.verb);
  if (!areAlike(preposition, there)) return false;
  if (isAnother(source, slot)) return false;
  const deeds = eventsOf(source).filter((e) => e.predicate !== undefined && e.predicate.stem === slot.verb);
  if (hangs(slot.after) || hangs(slot.verb) || deeds.some((e) => hangs(e.stem))) return true;
  return isTime(slot.phrase)
    ? isOnlyTime(source, slot) && tellsOf(source, slot).some(hangs)
    : SETTINGS.has(there) && around(source, slot).some(hangs);
}

/** "A museum in Corra" beside the museum of another sentence: two museums. */
function isAnother(source: Side, slot: Slot): boolean {
  const { slots } = source.clauses;
  const host = slots[slots.indexOf(slot) - 1];
  if (host === undefined || host.phrase.head !== slot.after || host.phrase.definite) return false;
  const inIt = sentenceAt(source, host.phrase.span.start);
  return slots.some((s) => s.phrase.head === slot.after && sentenceAt(source, s.phrase.span.start) !== inIt);
}

const TIMES = setOf(
  `${WORDS.days} morning afternoon evening night noon midnight dawn dusk week month year spring summer autumn winter`,
);
const MONTHS = setOf(Object.values(WORDS.months).join(" "));

function isTime({ headLemma, head }: NounPhrase): boolean {
  return TIMES.has(headLemma.toLowerCase()) || MONTHS.has(headLemma.toLowerCase()) || /^\d{4}$/.test(head);
}

/** A sentence with one time tells it of all that it tells. */
function isOnlyTime(source: Side, slot: Slot): boolean {
  const inIt = sentenceAt(source, slot.phrase.span.start);
  return source.clauses.slots.every(
    (s) =>
      s === slot ||
      !isTime(s.phrase) ||
      s.preposition === undefined ||
      sentenceAt(source, s.phrase.span.start) !== inIt,
  );
}

function tellsOf(source: Side, slot: Slot): readonly string[] {
  const inIt = sentenceAt(source, slot.phrase.span.start);
  const deeds = eventsOf(source).filter((e) => sentenceAt(source, e.span.start) === inIt);
  return [...(inIt?.words ?? []).map((w) => w.stem), ...deeds.map((e) => e.stem)];
}

function sentenceAt({ sentences }: Side, at: number): Side["sentences"][number] | undefined {
  return sentences.find((s) => s.span.start <= at && at < s.span.end);
}

/** A phrase with no part of its own, "the mayor, a doctor", "called the vote a theft": it stands beside the same phrase or verb there. */
function bareStands({ source, side }: Sides, { phrase, preposition, role, verb }: Slot): boolean {
  const raw = side.text.read.info.text;
  const k = side.clauses.slots.findIndex((s) => s.phrase === phrase);
  const last = side.clauses.slots[k - 1];
  const before = last?.phrase;
  const isApposed =
    before !== undefined && !before.pronoun && /^(?:,| \() ?$/.test(raw.slice(before.span.end, phrase.span.start));
  const places = source.clauses.slots.filter((s) => isCalled(source, phrase, s.phrase));
  const isDescribed = last?.preposition === undefined && isTold(side, phrase);
  if (isApposed && (isDescribed || !isListed(raw, phrase))) return areApposed(source, before, { phrase, places });
  if (preposition !== undefined || role !== undefined) return true;
  if (places.length === 0) return !isCommon(source, phrase);
  if (verb === undefined) return true;
  if (LIGHT_STEMS.has(verb) && source.clauses.predicates.every((p) => p.stem !== verb)) return true;
  return places.some((s) => s.verb !== undefined && isHost(source, verb, s.verb));
}

/** "Blankets, water and fuel": a list, and no apposition; nor does a new clause begin so. */
function isListed(raw: string, { span }: NounPhrase): boolean {
  const last = raw.slice(span.start, span.end).split(",").at(-1) ?? "";
  return !/^(?:[,.;)]|$)/.test(raw.slice(span.end)) || last.includes(" and ");
}

/** "Gunmen, a group based in the hills, said": a description behind what stands between commas. */
function isTold({ text, clauses }: Side, phrase: NounPhrase): boolean {
  const tail = text.read.info.text.slice(phrase.span.end);
  const said = clauses.predicates.some((p) => p.agent === phrase && SAYING.has(p.lemma));
  return !said && /^ (?:based|led|known|called|made|formed|created|founded|linked|backed|who|which)\b/.test(tail);
}

const SAYING = setOf(Object.values(WORDS.certainty).join(" "));

interface Apposed {
  readonly phrase: NounPhrase;
  readonly places: readonly Slot[];
}

function areApposed(source: Side, before: NounPhrase, { phrase, places }: Apposed): boolean {
  if (areTied(source.text, before.stems, phrase.stems)) return true;
  const heads = source.clauses.slots.filter((s) => isCalled(source, before, s.phrase));
  if (places.length === 0) return !isCommon(source, phrase);
  const isNear = (x: NounPhrase, y: NounPhrase) => {
    const [first, last] = x.span.start < y.span.start ? [x, y] : [y, x];
    const between = source.text.read.info.text.slice(first.span.end, last.span.start);
    return first === last || (between.length <= 16 && !/[.;:]/.test(between));
  };
  return heads.length === 0 || heads.some((s) => places.some((p) => isNear(s.phrase, p.phrase)));
}

/** What the phrase hangs on in the sentence, by all the words that tell the same. */
function hostsHere(side: Side, { after, verb, phrase }: Slot): readonly string[] {
  const { predicates } = side.clauses;
  const told = predicates.findLast((p) => p.span.start < phrase.span.start);
  const whole = predicates.find((p) => p.agent?.head === after || p.patient?.head === after);
  const deeds = eventsOf(side).filter(
    (e) => e.predicate !== undefined && (e.predicate === told || e.predicate === whole),
  );
  const hosts = [after, verb, ...deeds.map((e) => e.stem)].filter((h): h is string => h !== undefined);
  if (hosts.some((h) => !LIGHT_STEMS.has(h))) return hosts;
  return [...hosts, ...[told?.agent, told?.patient].flatMap((n) => (n === undefined || n.pronoun ? [] : [n.head]))];
}

function isHost(source: Side, own: string, there: string): boolean {
  if (own === there || areConverse(own, there)) return true;
  return !LIGHT_STEMS.has(own) && (isWord(own, there) || areTied(source.text, [own], [there]));
}

function isCalled(source: Side, own: NounPhrase, there: NounPhrase): boolean {
  return isWord(own.head, there.head) || areTied(source.text, own.stems, there.stems);
}

/** All that a place or time may be said of: its clause's verb and parties, and what stands between. */
function around({ clauses }: Side, slot: Slot): readonly string[] {
  const { start } = slot.phrase.span;
  const between = clauses.slots.filter((s) => s !== slot && s.verb === slot.verb && s.phrase.span.start < start);
  const told = clauses.predicates.findLast((p) => p.span.start < start);
  const parties = told === undefined ? [] : [told.agent, told.patient];
  return [...between.map((s) => s.phrase), ...parties].flatMap((n) => n?.stems ?? []);
}

/** The word stands in the source, though as no phrase of its own. */
function isCommon({ clauses }: Side, { head }: NounPhrase): boolean {
  return clauses.slots.some((s) => s.phrase.stems.includes(head));
}

/** "Killed in the attack": a deed that the source tells by a verb, in the sentence that tells what it is said of here. */
function isDeed(source: Side, { head }: NounPhrase, hangs: (stem: string) => boolean): boolean {
  const events = eventsOf(source);
  const sentenceOf = (e: Event) =>
    source.sentences.find((s) => s.span.start <= e.span.start && e.span.start < s.span.end);
  return events
    .filter((e) => isSameSense(e.stem, head))
    .some((e) => events.some((o) => o !== e && sentenceOf(o) === sentenceOf(e) && hangs(o.stem)));
}

/** "Claimed responsibility for the attack" of "said that it had carried out the attack": the doer is the same. */
function isOwnDeed({ source, side }: Sides, phrase: NounPhrase): boolean {
  const told = side.clauses.predicates.findLast((p) => p.span.start < phrase.span.start)?.agent;
  if (told === undefined) return false;
  return eventsOf(source).some(
    (e) =>
      e.agent !== undefined && isSameSense(e.stem, phrase.head) && (e.agent.pronoun || isCalled(source, told, e.agent)),
  );
}
