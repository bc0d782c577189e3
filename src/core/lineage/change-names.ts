import type { Change } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import { stemOf, type Word } from "../text/words.ts";
import { isDateWord } from "./change-dates.ts";
import { groupsOf, setOf, WORDS } from "./change-lists.ts";
import type { NounPhrase } from "./chunks.ts";
import type { Slot } from "./clauses.ts";
import type { Prepared } from "./prepare.ts";
import type { Side } from "./side.ts";
import { nameKey } from "./specifics.ts";

const INSTITUTIONS: ReadonlyMap<string, number> = new Map(
  [...groupsOf(WORDS.institutions)].map(([w, k]): [string, number] => [stemOf(w), k]),
);
/** By the word itself: "legislation" and "legislators" share a stem. */
const BODIES_BY_NAME: ReadonlySet<string> = new Set(
  [...groupsOf(WORDS.institutions).keys()].flatMap((w) => [w, `${w}s`, w.replace(/y$/, "ies")]),
);
/** Words that stand for any body named before: no replacement. */
const GENERIC = new Set(
  "group company firm corporation organisation organization agency body outfit fund party committee movement front troops forces"
    .split(" ")
    .map(stemOf),
);
const PLACES = new Set(WORDS.placeWords.split(" ").map(stemOf));
const LOCATIVES = setOf(WORDS.locatives);
const OPPOSITES = groupsOf(WORDS.opposites);
const MOTIONS = new Set(WORDS.motions.split(" ").map(stemOf));
const SAME_PLACE: ReadonlyMap<string, number> = new Map(
  [...groupsOf(WORDS.placeSynonyms)].map(([w, k]): [string, number] => [stemOf(w), k]),
);
const TIMES = new Set(
  "day week month year hour minute morning evening night noon midnight dawn dusk spring summer autumn winter weekend time moment past future end start beginning fact case part order"
    .split(" ")
    .map(stemOf),
);

/** What a place, a name or an institution became [LI7]: replaced by another in the same place of the sentence, or a place that is gone. */
export function nameChanges(a: Side, b: Side): readonly Change[] {
  const run = exchangedRun(a, b);
  if (run !== null) return [run];
  const places = placeChanges(a, b);
  const taken = places.flatMap((c) => (c.a === undefined ? [] : [c.a]));
  const free = entityChanges(a, b).filter((c) => !taken.some((t) => c.a !== undefined && overlap(t, c.a)));
  return [...places, ...free];
}

function overlap(x: Span, y: Span): boolean {
  return x.start < y.end && y.start < x.end;
}

interface Names {
  readonly side: Side;
  /** Stems and name keys of the side's sentences. */
  readonly has: (stem: string) => boolean;
  /** Those of the whole text too. */
  readonly knows: (stem: string) => boolean;
  readonly aliases: readonly Span[];
}

function namesOf(side: Side, other: Side): Names {
  const own = new Set(side.words.flatMap((w) => [w.stem, nameKey(w.norm)]));
  const all = allNames(side.text);
  const loose = (set: ReadonlySet<string>) => (stem: string) => set.has(stem) || set.has(nameKey(stem));
  return { side, has: loose(own), knows: loose(all), aliases: aliasesOf(side, other) };
}

// A text's words are looked through once, not again for each of its sentences.
const namesInText = new WeakMap<Prepared, ReadonlySet<string>>();

function allNames(text: Prepared): ReadonlySet<string> {
  const known = namesInText.get(text);
  if (known !== undefined) return known;
  const made = new Set(text.sentences.flatMap((s) => s.words.flatMap((w) => [w.stem, nameKey(w.norm)])));
  namesInText.set(text, made);
  return made;
}

/** Mentions of a side whose actor or place the other side has too, under any name. */
function aliasesOf(side: Side, other: Side): readonly Span[] {
  const mentions = (s: Side) =>
    s.text.read.reading.mentions.filter((m) =>
      s.sentences.some((q) => q.span.start <= m.span.start && m.span.end <= q.span.end),
    );
  const known = new Set(mentions(other).flatMap((m) => [m.id, m.standsFor ?? m.id]));
  return mentions(side)
    .filter((m) => known.has(m.id) || (m.standsFor !== undefined && known.has(m.standsFor)))
    .map((m) => m.span);
}

/** Its stems that the other side lacks, aliases, dates and numbers left out. */
function gone(phrase: NounPhrase, mine: Names, has: (stem: string) => boolean): readonly string[] {
  const words = mine.side.words.filter(
    (w) => phrase.span.start <= w.start && w.end <= phrase.span.end && !mine.aliases.some((s) => overlap(s, w)),
  );
  return words
    .filter((w) => phrase.stems.includes(w.stem) && w.number === undefined && !isDateWord(w) && !has(w.stem))
    .map((w) => w.stem);
}

function entityChanges(a: Side, b: Side): readonly Change[] {
  const [x, y] = [namesOf(a, b), namesOf(b, a)];
  const theirs = b.clauses.slots.filter((s) => isActor(s.phrase, b));
  for (const slot of a.clauses.slots) {
    if (!isActor(slot.phrase, a)) continue;
    const lost = gone(slot.phrase, x, y.has);
    if (lost.length === 0 || isWholeElsewhere(slot.phrase, lost, y)) continue;
    const other = theirs.find(
      (s) =>
        (sameSlot(slot, s) || isOnlyOne(slot, s, { a, b })) &&
        isReplaced({ slot, lost, come: comeFor(s.phrase, lost, [x, y]) }, s),
    );
    if (other !== undefined && !isSameText(slot.phrase, other.phrase, { a, b }))
      return [{ class: "entity-replaced", a: bare(slot.phrase.span), b: bare(other.phrase.span), weight: 0.7 }];
  }
  const agent = agentReplaced(a, b);
  return agent === null ? onlyNames(a, b) : [agent];
}

/** Who does it there is not spoken of here, and another who does the same to the same. */
function agentReplaced(a: Side, b: Side): Change | null {
  for (const p of a.clauses.predicates) {
    const q = b.clauses.predicates.find((o) => o.stem === p.stem && o.negated === p.negated);
    const [x, y] = [p.agent, q?.agent];
    if (x === undefined || y === undefined || p.patient === undefined || p.patient.head !== q?.patient?.head) continue;
    if (!isActor(x, a) || !isActor(y, b) || isGeneric(x) || isGeneric(y) || p.shared || q.shared) continue;
    const [g, h] = [INSTITUTIONS.get(x.head), INSTITUTIONS.get(y.head)];
    if ((g !== undefined && g === h) || x.stems.some((s) => b.stems.has(s))) continue;
    return { class: "entity-replaced", a: bare(x.span), b: bare(y.span), weight: 0.7 };
  }
  return null;
}

function isGeneric({ head, names }: NounPhrase): boolean {
  return GENERIC.has(head) && !names.includes(head);
}

/** Written alike but for case and marks, or a first name and a last name. */
function isSameText(x: NounPhrase, y: NounPhrase, { a, b }: { readonly a: Side; readonly b: Side }): boolean {
  const inside = (s: Side, { span }: NounPhrase) => s.words.filter((w) => span.start <= w.start && w.end <= span.end);
  const [p, q] = [inside(a, x), inside(b, y)];
  const [first, second] = [p.at(-1), q.at(-1)];
  const bare = (s: Side, { span }: NounPhrase) => {
    const raw = s.text.read.info.text.slice(span.start, span.end).normalize("NFKD").toLowerCase();
    return raw.replace(/[^\p{L}\p{Nd}]/gu, "");
  };
  const [m, n] = [bare(a, x), bare(b, y)];
  // "Calif." for "California".
  const short = m.length > 3 && n.length > 3 && (m.startsWith(n) || n.startsWith(m));
  return m === n || short || (first !== undefined && second !== undefined && areOneName(first, second, [a, b]));
}

/** What stands there anew: unknown to the source, or, for a name that the whole copy lacks, at least another than there. */
function comeFor(phrase: NounPhrase, lost: readonly string[], [x, y]: readonly [Names, Names]): readonly string[] {
  const fresh = gone(phrase, y, x.knows);
  if (fresh.length > 0) return fresh;
  const capital = (s: string) => x.side.words.some((w) => w.stem === s && w.capital);
  const isLost = lost.some((s) => capital(s) && !y.knows(s) && !y.knows(s.split("-")[0] ?? s));
  return isLost ? gone(phrase, y, x.has) : [];
}

/** The only phrase of its head on either side, wherever it stands: "the party-led government", "the current government". */
function isOnlyOne(x: Slot, y: Slot, { a, b }: { readonly a: Side; readonly b: Side }): boolean {
  const only = (side: Side) => side.clauses.slots.filter((s) => s.phrase.head === x.phrase.head).length === 1;
  return x.phrase.head === y.phrase.head && INSTITUTIONS.has(x.phrase.head) && only(a) && only(b);
}

/** Its head and names stand on: only a trimming was lost. */
function isWholeElsewhere({ head, names }: NounPhrase, lost: readonly string[], other: Names): boolean {
  return other.has(head) && names.length > 0 && names.every((n) => !lost.includes(n)) && !lost.some((s) => s === head);
}

function isActor({ head, names, pronoun, span }: NounPhrase, { text, words }: Side): boolean {
  const keys = text.specifics;
  const own = words.filter((w) => span.start <= w.start && w.end <= span.end);
  // A capital at the start of a sentence names nobody, and the home of somebody is not somebody.
  const named = names.includes(head) && own.some((w) => keys.some((k) => k.is === "name" && k.key === nameKey(w.norm)));
  return !pronoun && (named || own.some((w) => BODIES_BY_NAME.has(w.norm)));
}

interface Replacing {
  readonly slot: Slot;
  readonly lost: readonly string[];
  readonly come: readonly string[];
}

function isReplaced({ slot, lost, come }: Replacing, other: Slot): boolean {
  if (come.length === 0) return false;
  const [p, q] = [slot.phrase, other.phrase];
  // "The fund", "the company" may stand for a name told before.
  if (p.names.length > 0 && q.names.length === 0 && GENERIC.has(q.head)) return false;
  if (q.names.length > 0 && p.names.length === 0 && GENERIC.has(p.head)) return false;
  // "The western bank", "the Velda's west bank".
  if (p.head === q.head && lost.every((x) => come.some((y) => x.slice(0, 4) === y.slice(0, 4)))) return false;
  if (p.names.some((n) => q.names.includes(n))) {
    const telling = (stems: readonly string[], { names }: NounPhrase) =>
      stems.some((s) => names.includes(s) || INSTITUTIONS.has(s));
    if (!telling(lost, p) || !telling(come, q)) return false;
  }
  const [g, h] = [INSTITUTIONS.get(p.head), INSTITUTIONS.get(q.head)];
  // At the start of a sentence a plain word may be tagged as a name.
  const own = (phrase: NounPhrase) => phrase.names.filter((n) => n !== phrase.head).length;
  if (g !== undefined && g === h && own(p) + own(q) === 0) {
    const trimmed = (stems: readonly string[], head: string) => stems.filter((s) => s !== head);
    return trimmed(lost, p.head).length > 0 && trimmed(come, q.head).length > 0;
  }
  const known = (phrase: NounPhrase) => phrase.names.length > 0 || INSTITUTIONS.has(phrase.head);
  return known(p) && known(q);
}

/** The same role of the same verb, or behind the same preposition, or behind the same word. */
function sameSlot(x: Slot, y: Slot): boolean {
  if (x.role !== undefined && y.role !== undefined) return x.role === y.role && x.after === y.after;
  if (x.preposition !== undefined && x.preposition === y.preposition) return true;
  return x.after !== undefined && x.after === y.after && x.role === y.role && x.preposition === y.preposition;
}

const BODIES = setOf(WORDS.arabic.bodies);
const BEFORE_PLACES = setOf(WORDS.arabic.placesBefore);

/** Arabic is not read by clauses: one run of words gone and one come in its place, behind a word for a place or a body. */
function exchangedRun(a: Side, b: Side): Change | null {
  const script = /\p{Script=Arabic}/u;
  if (a.clauses.predicates.length > 0 || !a.words.some((w) => script.test(w.norm))) return null;
  const run = (side: Side, other: Side) => {
    const places = side.words.flatMap((w, i) => (other.stems.has(w.stem) || w.number !== undefined ? [] : [i]));
    const [first, last] = [places[0], places.at(-1)];
    return first === undefined || last === undefined || last - first > 2 ? null : { first, last };
  };
  const [x, y] = [run(a, b), run(b, a)];
  if (x === null || y === null) return null;
  const before = (side: Side, i: number) => side.norms[i - 1]?.replace(/^ال/, "") ?? "";
  const own = a.norms[x.first] ?? "";
  const [p, q] = [before(a, x.first), before(b, y.first)];
  const spans = {
    a: { start: (a.words[x.first] as Word).start, end: (a.words[x.last] as Word).end },
    b: { start: (b.words[y.first] as Word).start, end: (b.words[y.last] as Word).end },
  };
  if (p === q && BEFORE_PLACES.has(p)) return { class: "place", ...spans, weight: 0.8 };
  const body = (p === q && BODIES.has(p)) || (BODIES.has(own) && BODIES.has(b.norms[y.first] ?? ""));
  return body ? { class: "entity-replaced", ...spans, weight: 0.7 } : null;
}

/** The only name of one side gone and one come, the rest near: for texts that are not read by clauses. */
function onlyNames(a: Side, b: Side): readonly Change[] {
  const [lost, come] = [newNames(a, b), newNames(b, a)];
  const [x, y] = [lost[0], come[0]];
  if (x === undefined || y === undefined || lost.length !== 1 || come.length !== 1) return [];
  if (a.sentences.length > 1 || b.sentences.length > 1 || !restAgrees(a, b) || areOneName(x, y, [a, b])) return [];
  return a.text.known.has(nameKey(y.norm)) ? [] : [{ class: "entity-replaced", a: bare(x), b: bare(y), weight: 0.7 }];
}

/** Most words of either side stand on the other too. */
function restAgrees(a: Side, b: Side): boolean {
  const shared = [...a.stems].filter((s) => b.stems.has(s)).length;
  return shared >= 0.6 * Math.min(a.stems.size, b.stems.size) && shared >= 0.5 * Math.max(a.stems.size, b.stems.size);
}

/** Somewhere in the texts the two stand side by side: a first name and a last name. */
function areOneName(x: Word, y: Word, sides: readonly Side[]): boolean {
  return sides.some(({ text }) =>
    text.sentences.some(({ words }) =>
      words.some((w, i) => {
        const next = words[i + 1]?.stem;
        return (w.stem === x.stem && next === y.stem) || (w.stem === y.stem && next === x.stem);
      }),
    ),
  );
}

/** Runs of names that the other side lacks, one word for each run. */
export function newNames(side: Side, other: Side): readonly Word[] {
  const keys = new Set(other.words.map((w) => nameKey(w.norm)));
  const aliases = aliasesOf(side, other);
  const names = new Set(side.text.specifics.filter((s) => s.is === "name").map((s) => s.key));
  const found: Word[] = [];
  let last = -2;
  side.words.forEach((w, i) => {
    if (!w.capital || w.number !== undefined || !names.has(nameKey(w.norm)) || isDateWord(w)) return;
    if (aliases.some((m) => m.start <= w.start && w.end <= m.end)) return;
    if (last !== i - 1 && !keys.has(nameKey(w.norm))) found.push(w);
    last = i;
  });
  return found;
}

/** Places: turned into their opposite, replaced, or gone. */
function placeChanges(a: Side, b: Side): readonly Change[] {
  const turned = turnedRound(a, b);
  if (turned !== null) return [turned];
  const [x, y] = [namesOf(a, b), namesOf(b, a)];
  const come = placesOf(b).filter((s) => gone(s.phrase, y, x.knows).length > 0);
  const changes: Change[] = [];
  for (const slot of placesOf(a)) {
    const lost = gone(slot.phrase, x, y.has);
    const named = slot.phrase.names.filter((n) => lost.includes(n));
    const headGone = lost.includes(slot.phrase.head) && !isThereAs(slot.phrase.head, b);
    if (named.length === 0 && !headGone) continue;
    const other = come.find((s) => s.preposition === slot.preposition || s.after === slot.after);
    if (other !== undefined)
      changes.push({ class: "place", a: bare(slot.phrase.span), b: bare(other.phrase.span), weight: 0.8 });
    else if (
      lost.every((s) => !y.knows(s)) &&
      isAttached(slot, b) &&
      (named.length > 0 || placesOf(b).length < placesOf(a).length)
    )
      changes.push({ class: "place", a: bare(slot.phrase.span), weight: 0.4 });
  }
  return changes;
}

/** "His house" for "his home", "the coastal road" for "the road to the coast". */
function isThereAs(head: string, { words }: Side): boolean {
  const group = SAME_PLACE.get(head);
  return words.some(
    (w) =>
      (group !== undefined && SAME_PLACE.get(w.stem) === group) ||
      (head.length > 4 && w.norm.startsWith(head.slice(0, 5))),
  );
}

/** Noun phrases behind a word of place that name a place. */
function placesOf({ clauses, words }: Side): readonly Slot[] {
  return clauses.slots.filter(({ phrase, preposition, role, after, verb }) => {
    if (preposition === undefined || !LOCATIVES.has(preposition) || role !== undefined || phrase.pronoun) return false;
    if (
      TIMES.has(phrase.head) ||
      words.some((w) => isDateWord(w) && phrase.span.start <= w.start && w.end <= phrase.span.end)
    )
      return false;
    if (PLACES.has(phrase.head)) return preposition !== "of";
    // "The port of Sorrin" is a place, the governor of Sorrin is somebody.
    if (preposition === "of" && (after === undefined || !PLACES.has(after))) return false;
    // "Moved to Varna" is a place, "tied to Varna" is not, nor "the state firm Norvaz".
    if (
      preposition === "to" &&
      !(after !== undefined && MOTIONS.has(after)) &&
      !(verb !== undefined && MOTIONS.has(verb))
    )
      return false;
    if (phrase.stems.some((s) => GENERIC.has(s))) return false;
    // "Voices on Chirper": a platform is no place.
    if (preposition === "on" && !PLACES.has(phrase.head)) return false;
    return phrase.names.includes(phrase.head) && !INSTITUTIONS.has(phrase.head) && !isDemonym(phrase.head);
  });
}

/** What the place belongs to stands in the copy too: the word before it, or its verb. */
function isAttached({ after, verb }: Slot, b: Side): boolean {
  if (after === undefined && verb === undefined) return true;
  return (after !== undefined && b.stems.has(after)) || b.clauses.predicates.some((p) => p.stem === verb);
}

export function isDemonym(stem: string): boolean {
  return /(?:ican|ian|ese|ish)$/.test(stem);
}

/** North for south, inside for outside: a word of a set of opposites gone, another of the same set come. */
function turnedRound(a: Side, b: Side): Change | null {
  for (const word of a.words) {
    const group = OPPOSITES.get(word.norm);
    if (group === undefined || b.norms.includes(word.norm) || b.stems.has(word.stem)) continue;
    const other = b.words.find((w) => OPPOSITES.get(w.norm) === group && !a.stems.has(w.stem));
    const short = b.words.some((w) => w.norm.slice(0, 4) === word.norm.slice(0, 4));
    if (other !== undefined && !short && isOpposite(word.norm, other.norm))
      return { class: "place", a: bare(word), b: bare(other), weight: 0.8 };
  }
  return null;
}

function isOpposite(x: string, y: string): boolean {
  return x !== y && !(x === "inside" && y === "within") && !(x === "within" && y === "inside");
}

function bare({ start, end }: Span): Span {
  return { start, end };
}
