import shipped from "../core/data/states.json" with { type: "json" };
import type { Actor } from "../core/model/actor.ts";
import { slug } from "../core/model/id.ts";
import { shippedGazetteer } from "../core/text/gazetteer.ts";
import type { Names } from "../ingest/records/types.ts";

const fold = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Names of countries as data sets write them, where no list of ours has them. */
const COUNTRIES: Readonly<Record<string, string>> = {
  "bosnia herzegovina": "BA",
  "democratic republic of the congo": "CD",
  "dr congo zaire": "CD",
  "iran islamic republic of": "IR",
  "korea democratic people s republic of": "KP",
  "korea republic of": "KR",
  "russia soviet union": "RU",
  "syrian arab republic": "SY",
  "west bank and gaza strip": "PS",
  "yemen north yemen": "YE",
};

const states = shipped.states as readonly {
  readonly code: string;
  readonly names: { readonly en: readonly string[] };
}[];
const countries = new Map([
  ...states.flatMap((s) => s.names.en.map((n) => [fold(n), s.code] as const)),
  ...Object.entries(COUNTRIES),
]);

/** The same answer, worked out once a name: a register of a million rows has a few hundred. */
function once<T>(answer: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    if (!known.has(name)) known.set(name, answer(name));
    return known.get(name) as T;
  };
}

/** What names in a set's file stand for: countries by the shipped list, actors by the gazetteer and those that the analyst stated. */
export function recordNames(stated: readonly Actor[] = []): Names {
  const actors = new Map<string, string>();
  const list: readonly Pick<Actor, "id" | "names">[] = [...shippedGazetteer.actors, ...stated];
  for (const { id, names } of list) for (const name of Object.values(names).flat()) actors.set(fold(name), id);
  // A name that no list has gets the id that texts give it: "Amber Column (AC)" is amber-column.
  const ownId = (name: string) => slug(parts(name)[1] || name);
  const known = (name: string) => actors.get(fold(name));
  // "Harbour Column (HC)": the name, else what stands in brackets.
  const parts = (name: string) => [name, name.replace(/\([^()]*\)/g, "").trim(), /\(([^()]+)\)/.exec(name)?.[1] ?? ""];
  const actor = (name: string) => parts(name).flatMap((p) => (p === "" ? [] : (known(p) ?? [])))[0] ?? ownId(name);
  return { country: once((name) => countries.get(fold(name)) ?? null), actor: once(actor) };
}
