import { slug } from "../model/id.ts";
import type { RecordRow, ReferenceClass, Traits } from "../model/silence.ts";
import { byCodeUnit } from "../model/span.ts";
import type { When } from "../model/time.ts";
import { leakedIn } from "./class-query.ts";
import { type ClassQuery, type Cut, countClass } from "./count-class.ts";
import { publishedClasses } from "./data.ts";
import { attacksOf, countryName, differences, KILLED, periodEnds } from "./differs.ts";

export interface ClassesQuery {
  /** An id of `data/actors.json`, or one that a record set uses. */
  readonly actor: string;
  /** How the actor is printed; its id where left out. */
  readonly actorName?: string;
  readonly traits: Traits;
  /** When the attack was: classes use only what was known before. Without it everything counts. */
  readonly attack?: When;
  /** The incident's id in a record set that may hold it. */
  readonly incident?: string;
  readonly records?: readonly RecordRow[];
  /** Published counts; those that the package ships where left out. */
  readonly published?: readonly ReferenceClass[];
}

/** A reference class with the features in which the incident differs from it. */
export interface OfferedClass extends ReferenceClass {
  readonly differs: readonly string[];
}

/** How many classes are offered by default, narrow to wide; at least three where there are three [SI9]. */
const MOST = 5;
const LEAST = 3;
/** A wider class that has this share of its attacks in a narrower one offered says little more. */
const NEARLY_THE_SAME = 0.75;
/** Features that a class must share with the incident to be offered without being asked for; the others are told as differences. */
const MUST_MATCH = ["country", "target", "nationality", "insider"] as const;

/** How many of those features a class fixes. */
const fixed = ({ traits }: ReferenceClass) => MUST_MATCH.filter((key) => traits[key] !== undefined).length;

/** Narrow to wide: the actor's own first, then by n, then by features fixed. */
export function narrowFirst(a: ReferenceClass, b: ReferenceClass): number {
  const own = (c: ReferenceClass) => (c.actor === undefined ? 1 : 0);
  return own(a) - own(b) || a.n - b.n || fixed(b) - fixed(a) || byCodeUnit(a.id, b.id);
}

/** Whether a published count ended before the attack: a later one holds attacks that nobody could know of [SI9]. */
export function endedBefore({ traits }: ReferenceClass, attack: When | undefined): boolean {
  if (attack === undefined || traits.period === undefined) return true;
  const { to } = periodEnds(traits.period);
  return to !== null && attack.from !== null && to <= attack.from;
}

/** `no`: the class is of something else; `yes`: it shares each feature that it fixes; `unknown`: so far as is known. */
function fits({ traits }: ReferenceClass, here: Traits): "yes" | "no" | "unknown" {
  const digital = (t: Traits) => t.attackType === "intrusion";
  if (digital(traits) !== digital(here)) return "no";
  const keys = MUST_MATCH.filter((key) => traits[key] !== undefined);
  if (keys.some((key) => here[key] !== undefined && here[key] !== traits[key])) return "no";
  return keys.every((key) => here[key] !== undefined) ? "yes" : "unknown";
}

/** Leaves out a wider class most of whose attacks stand in a narrower one already kept, by rows or by the chain of parents. */
function withoutNearlySame(classes: readonly ReferenceClass[]): readonly ReferenceClass[] {
  const kept: ReferenceClass[] = [];
  const inside = (narrow: ReferenceClass, wide: ReferenceClass): boolean => {
    if (narrow.rows !== undefined && wide.rows !== undefined && narrow.rows.set === wide.rows.set) {
      const lines = new Set(wide.rows.all);
      return narrow.rows.all.every((line) => lines.has(line));
    }
    const parent = classes.find((c) => c.id === narrow.parent);
    return narrow.parent === wide.id || (parent !== undefined && inside(parent, wide));
  };
  for (const one of classes) {
    if (!kept.some((k) => inside(k, one) && k.n >= NEARLY_THE_SAME * one.n)) kept.push(one);
  }
  return kept;
}

/** Features in the words of a note. */
const LEAKED_WORDS: Readonly<Partial<Record<keyof Traits, string>>> = {
  attackType: "kind of attack",
  casualties: "number killed",
  fate: "what became of the attacker",
  contact: "contact with the group",
  nationality: "the victims' nationality",
};

const targetWords = (target: string) => ` on ${target} targets`;

/** A name for a query, in words: `Amber Column, shootings on security targets in Syria, by insiders`. */
function queryName(who: string, { traits, set }: ClassQuery): string {
  const what = traits.attackType === undefined ? "attacks" : attacksOf(traits.attackType);
  const target = traits.target === undefined ? "" : targetWords(traits.target);
  const country = traits.country === undefined ? "" : ` in ${countryName(traits.country)}`;
  const insider = traits.insider === undefined ? "" : traits.insider ? ", by insiders" : ", not by insiders";
  const contact = traits.contact === undefined ? "" : `, contact: ${traits.contact}`;
  const fate = traits.fate === undefined ? "" : `, attacker ${traits.fate}`;
  const killed = traits.casualties === undefined ? "" : `, ${KILLED[traits.casualties]} killed`;
  return `${who}, ${what}${target}${country}${insider}${contact}${fate}${killed} (${set})`;
}

/** The queries tried on each record set: the actor's own from all that is known of the incident down to none of it, then anybody's. */
function queries(set: string, actor: string, traits: Traits): readonly ClassQuery[] {
  const { period: _period, nationality: _nationality, ...known } = traits;
  const one = (key: keyof typeof known): Traits[] => (known[key] === undefined ? [] : [{ [key]: known[key] }]);
  const pair: Traits[] = [...one("country"), ...one("target")];
  const place = pair.length === 2 ? [Object.assign({}, ...pair) as Traits] : [];
  const own: Traits[] = [
    known,
    ...place,
    ...one("insider"),
    ...one("contact"),
    ...one("target"),
    ...one("country"),
    {},
  ];
  const any: Traits[] = [...(known.insider === true ? [{ ...place[0], insider: true }] : []), {}];
  return [...own.map((t) => ({ set, actor, traits: t })), ...any.map((t) => ({ set, traits: t }))];
}

/** Reference classes counted from record rows, each with the lines counted; none without an attack in it. */
function fromRecords(query: ClassesQuery, cut: Cut): readonly ReferenceClass[] {
  const { records = [], actor, actorName = actor, traits } = query;
  const sets = [...new Set(records.map((row) => row.set))].sort(byCodeUnit);
  const seen = new Set<string>();
  return sets.flatMap((set) => {
    const own = records.some((row) => row.set === set && row.actor === actor);
    const leaked = leakedIn(records, set);
    const usable = Object.fromEntries(Object.entries(traits).filter(([key]) => !leaked.includes(key as keyof Traits)));
    const left = leaked.filter((key) => traits[key] !== undefined).map((key) => LEAKED_WORDS[key] ?? key);
    const note = left.length === 0 ? {} : { note: `not cut by ${left.join(" or ")}: coded after the event` };
    return queries(set, actor, usable).flatMap((q): ReferenceClass[] => {
      const counted = countClass(q, records, cut);
      const key = `${set} ${counted.rows.all.join(",")}`;
      if (counted.n === 0 || seen.has(key) || (!own && q.actor !== undefined)) return [];
      seen.add(key);
      const name = queryName(q.actor === undefined ? "Any group" : actorName, q);
      const citation = `rows of ${set} known before the attack`;
      const who = q.actor === undefined ? {} : { actor: q.actor };
      return [
        {
          id: slug(`${q.actor ?? "any"}.${name}`),
          name,
          ...who,
          ...counted,
          kind: "counted",
          traits: q.traits,
          ...note,
          citation,
        },
      ];
    });
  });
}

/** The actor's own classes; of those of any group the counted rows of the analyst's sets, and published ones only where too few are left. */
function choose(classes: readonly ReferenceClass[], actor: string): readonly ReferenceClass[] {
  const own = classes.filter((c) => c.actor === actor);
  const any = classes.filter((c) => c.actor === undefined);
  if (own.length === 0) return any.slice(-MOST);
  const rows = any.filter((c) => c.rows !== undefined);
  const published = any.filter((c) => c.rows === undefined);
  const missing = Math.max(0, LEAST - own.length - rows.length);
  // Of the published ones, first what single groups do, then the narrower ones.
  const fill = [...published].sort((a, b) => Number(b.spread !== undefined) - Number(a.spread !== undefined));
  const other = [...rows.slice(-2), ...fill.slice(0, missing)];
  const room = MOST - Math.min(other.length, 1);
  // With more than there is room for, the narrowest ones and the widest.
  const shown = own.length <= room ? own : [...own.slice(0, room - 1), ...own.slice(-1)];
  return [...shown, ...other].slice(0, MOST);
}

/**
 * Reference classes for one actor's attack, narrow to wide, differing in a field and in n, each with the features in which the incident
 * differs from it [SI9]. From record rows (lines listed) and published counts; a class uses only what was known before the attack and
 * never the incident itself. An actor without any record gets the classes of any group only: see `hasRecord`.
 */
export function classesFor(query: ClassesQuery): readonly OfferedClass[] {
  const { actor, traits, attack, incident } = query;
  const cut: Cut = { ...(attack !== undefined && { attack }), ...(incident !== undefined && { incident }) };
  const published = (query.published ?? publishedClasses()).filter(
    (c) => (c.actor === undefined || c.actor === actor) && endedBefore(c, attack) && fits(c, traits) !== "no",
  );
  const sure = published.filter((c) => fits(c, traits) === "yes");
  // Features that nobody states: with too few classes left, those that may fit are offered and say so.
  const rest = published.filter((c) => fits(c, traits) === "unknown" && c.actor === actor);
  const counted = fromRecords(query, cut);
  const enough = [...counted, ...sure].length >= LEAST ? sure : [...sure, ...rest.slice(0, LEAST)];
  const ordered = withoutNearlySame([...counted, ...enough].sort(narrowFirst));
  const here = { actor, traits, ...(attack !== undefined && { attack }) };
  return [...choose(ordered, actor)].sort(narrowFirst).map((c) => ({ ...c, differs: differences(c, here) }));
}

/** Whether any of the classes is of the actor itself; if none is, it has no record. */
export function hasRecord(classes: readonly ReferenceClass[], actor: string): boolean {
  return classes.some((c) => c.actor === actor && c.n > 0);
}
