import words from "../data/paraphrase-words.json" with { type: "json" };
import data from "../data/word-senses.en.json" with { type: "json" };
import { stemOf } from "../text/words.ts";

interface Senses {
  readonly of: ReadonlyMap<string, readonly number[]>;
  /** The rarer senses. */
  readonly rarer: ReadonlyMap<string, readonly number[]>;
  /** For a sense the broader ones, one step up. */
  readonly broader: readonly (readonly number[])[];
  /** For a stem those that are derived from it, or it from them. */
  readonly forms: ReadonlyMap<string, ReadonlySet<string>>;
  /** For a stem the narrower ones that news has for it. */
  readonly kinds: ReadonlyMap<string, ReadonlySet<string>>;
}

let loaded: Senses | undefined;

/** A stem with the senses behind the bar of its line. */
function rarerIn(line: string): ReturnType<typeof sensesIn> {
  const [common = "", rarer = ""] = line.split(" | ");
  return sensesIn(`${common.split(" ")[0]} ${rarer}`);
}

function senses(): Senses {
  loaded ??= {
    of: new Map(data.senses.map((line) => sensesIn(line.split(" | ")[0] ?? ""))),
    rarer: new Map(data.senses.filter((l) => l.includes("|")).map((line) => rarerIn(line))),
    broader: data.broader
      .split(",")
      .map((ids) => (ids === "" ? [] : ids.split(" ").map((n) => Number.parseInt(n, 36)))),
    forms: formsOf(),
    kinds: new Map(
      words.broader.map((line): [string, ReadonlySet<string>] => {
        const [broad = "", narrow = ""] = line.split(": ");
        return [stemOf(broad), new Set(narrow.split(" ").map(stemOf))];
      }),
    ),
  };
  return loaded;
}

function sensesIn(line: string): [stem: string, ids: readonly number[]] {
  const [stem = "", ...ids] = line.split(" ");
  return [stem, ids.map((n) => Number.parseInt(n, 36))];
}

function formsOf(): ReadonlyMap<string, ReadonlySet<string>> {
  const forms = new Map<string, Set<string>>();
  const own = words.same.map((line) => line.split(" ").map(stemOf));
  for (const stems of [...data.forms.map((line) => line.split(" ")), ...own])
    for (const x of stems) for (const y of stems) if (x !== y) forms.set(x, (forms.get(x) ?? new Set()).add(y));
  return forms;
}

/** Whether the table has the stem; of a name or a rare word it says nothing. */
export function hasSense(stem: string): boolean {
  return senses().of.has(stem);
}

/** Whether two stems are one word, are derived from one another, or share one of their commoner senses. */
export function isSameSense(x: string, y: string): boolean {
  if (x === y) return true;
  const { of, forms } = senses();
  if (forms.get(x)?.has(y) === true) return true;
  const there = of.get(y) ?? [];
  return (of.get(x) ?? []).some((s) => there.includes(s));
}

/** Whether two stems share any sense, the rarer ones too: enough only where both stand in the same place of the same clause. */
export function mayBeSame(x: string, y: string): boolean {
  const { of, rarer } = senses();
  const all = (stem: string) => [...(of.get(stem) ?? []), ...(rarer.get(stem) ?? [])];
  const there = new Set(all(y));
  return isSameSense(x, y) || all(x).some((s) => there.has(s));
}

/** Steps up within which a broader word still names the thing: a "ship" is the freighter of the sentence before. */
const NEAR = 3;

/** Everybody is a person, however many steps WordNet takes: "patient", "sufferer", "unfortunate". */
const PERSON = stemOf("person");
const PEOPLE: ReadonlySet<string> = new Set(["people", "somebody", "someone"].map(stemOf));
const FAR = 6;

/** Whether the first is a broader word for the second. */
export function isBroader(broad: string, narrow: string, steps = NEAR): boolean {
  const { of, kinds } = senses();
  if (kinds.get(broad)?.has(narrow) === true) return true;
  if (PEOPLE.has(broad)) return isBroader(PERSON, narrow, FAR);
  const wanted = new Set(of.get(broad) ?? []);
  return wanted.size > 0 && [...upFrom(of.get(narrow) ?? [], steps)].some((s) => wanted.has(s));
}

/** Whether two words are kinds of one thing, and neither is a kind of the other. */
export function isKin(x: string, y: string, steps = NEAR): boolean {
  const { of } = senses();
  if (isSameSense(x, y) || isBroader(x, y) || isBroader(y, x)) return false;
  const there = upFrom(of.get(y) ?? [], steps);
  return [...upFrom(of.get(x) ?? [], steps)].some((s) => there.has(s));
}

function upFrom(from: readonly number[], steps: number): ReadonlySet<number> {
  const { broader } = senses();
  const seen = new Set<number>();
  let edge = from;
  for (let k = 0; k < steps && edge.length > 0; k++) {
    edge = edge.flatMap((s) => broader[s] ?? []).filter((s) => !seen.has(s));
    for (const s of edge) seen.add(s);
  }
  return seen;
}
