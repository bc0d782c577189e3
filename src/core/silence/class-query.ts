import { type Problem, problem } from "../model/problem.ts";
import { casualtiesOf, type RecordRow, type ReferenceClass, type Traits } from "../model/silence.ts";
import { byCodeUnit } from "../model/span.ts";
import { type Cut, countClass } from "./count-class.ts";
import { periodEnds } from "./differs.ts";

/** A query as it is typed: without a set it is over the only one there is, without an actor over the one asked about. */
export type TypedQuery = NonNullable<ReferenceClass["query"]>;

const code = (value: string): string | null => (/^[A-Za-z]{2}$/.test(value) ? value.toUpperCase() : null);
const BANDS = ["none", "1-5", "6-25", "over-25"] as const;

/** Each feature by the name that it is typed by; null where the value is none of its own. */
const READINGS: Readonly<Record<string, (value: string) => Traits | null>> = {
  country: (v) => (code(v) === null ? null : { country: code(v) as string }),
  nationality: (v) => (code(v) === null ? null : { nationality: code(v) as string }),
  insider: (v) => (v === "yes" ? { insider: true } : v === "no" ? { insider: false } : null),
  killed(v) {
    const band = BANDS.find((b) => b === v);
    if (band !== undefined) return { casualties: band };
    return /^\d{1,6}$/.test(v) ? { casualties: casualtiesOf(Number(v)) } : null;
  },
  target: (v) => ({ target: v }),
  "attack-type": (v) => ({ attackType: v }),
  contact: (v) => ({ contact: v }),
  fate: (v) => ({ fate: v }),
};

/** The names that features are typed by. */
export const FEATURE_NAMES: readonly string[] = Object.keys(READINGS);

/** The feature of `country=SY`, as typed; null where the name or the value is not known. */
export function featureOf(name: string, value: string): Traits | null {
  const written = value.trim().toLowerCase();
  return written === "" ? null : (READINGS[name.trim().toLowerCase()]?.(written) ?? null);
}

/** A period as typed: `2030` or `2029-06/2030-05`. */
function periodOf(value: string): Traits | null {
  const { from, to } = periodEnds(value);
  return from !== null && to !== null && from < to ? { period: value } : null;
}

/** The pairs of `country=SY contact="in contact"`; null where a word is none. */
function pairsOf(text: string): readonly (readonly [key: string, value: string])[] | null {
  const words: string[] = [];
  let word = "";
  let open = false;
  for (const char of text) {
    if (char === '"') open = !open;
    if (char !== " " || open) word += char;
    else if (word !== "") {
      words.push(word);
      word = "";
    }
  }
  if (word !== "") words.push(word);
  const pairs = words.map((w): readonly [string, string] => {
    const at = w.indexOf("=");
    return [w.slice(0, Math.max(0, at)), w.slice(at + 1).replaceAll('"', "")];
  });
  return pairs.length > 0 && pairs.every(([key, value]) => /^[a-z-]+$/.test(key) && value !== "") ? pairs : null;
}

export type QueryRead =
  | { readonly name: string; readonly query: TypedQuery }
  /** A pair that is not understood; of a known feature it is a slip, of another the text may be no query. */
  | { readonly pair: string; readonly known: boolean };

/** The query of `NAME: country=SY insider=yes actor=taliban period=2019/2021 set=register`; null where the text is none. */
export function parseQuery(text: string): QueryRead | null {
  const colon = text.lastIndexOf(":", text.indexOf("="));
  const name = text.slice(0, Math.max(0, colon)).trim();
  const pairs = name === "" ? null : pairsOf(text.slice(colon + 1));
  if (pairs === null) return null;
  let query: TypedQuery = { traits: {} };
  for (const [key, value] of pairs) {
    if (key === "actor" || key === "set") query = { ...query, [key]: value };
    else {
      const read = key === "period" ? periodOf(value) : featureOf(key, value);
      if (read === null) return { pair: `${key}=${value}`, known: key === "period" || FEATURE_NAMES.includes(key) };
      query = { ...query, traits: { ...query.traits, ...read } };
    }
  }
  return { name, query };
}

export interface CountedQuery {
  readonly set: string;
  /** Whose attacks are counted; null for anybody's. */
  readonly actor: string | null;
  readonly counts: ReturnType<typeof countClass>;
}

/** The counts of a typed query, for the actor asked about where it names none; or why there are none. */
export function countQuery(
  name: string,
  query: TypedQuery,
  about: { readonly actor: string; readonly records: readonly RecordRow[]; readonly cut: Cut },
): CountedQuery | Problem {
  const { records, cut } = about;
  const sets = [...new Set(records.map((row) => row.set))].sort(byCodeUnit);
  const set = query.set ?? (sets.length === 1 ? sets[0] : undefined);
  if (set === undefined) {
    if (sets.length === 0) return problem("class-needs-records", { class: name });
    return problem("class-set-unclear", { class: name, sets: sets.join(", ") });
  }
  const actor = query.actor === "any" ? null : (query.actor ?? about.actor);
  const counts = countClass({ set, traits: query.traits, ...(actor !== null && { actor }) }, records, cut);
  if (counts.n > 0) return { set, actor, counts };
  const leaked = leakedIn(records, set).filter((key) => query.traits[key] !== undefined);
  if (leaked.length > 0) return problem("class-feature-leaked", { class: name, set, features: leaked.join(", ") });
  return problem("class-not-counted", { class: name, set });
}

/** The features that the columns of a set coded after the event: nobody knew them when it happened [SI9]. */
export function leakedIn(records: readonly RecordRow[], set: string): readonly (keyof Traits)[] {
  const leaked = new Set<keyof Traits>();
  for (const row of records) if (row.set === set) for (const key of row.leaked ?? []) leaked.add(key);
  return [...leaked].sort(byCodeUnit);
}
