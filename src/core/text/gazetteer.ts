import actorsJson from "../data/actors.json" with { type: "json" };
import placesJson from "../data/places.json" with { type: "json" };
import statesJson from "../data/states.json" with { type: "json" };
import type { Actor, ActorKind, Place } from "../model/actor.ts";
import type { ActorId } from "../model/id.ts";

/** Where a row's names can be looked up. */
export interface DataSource {
  readonly name: string;
  readonly address: string;
  readonly licence: string;
}

/** A row of `data/actors.json`: an actor with where it is from; `metonym` is the state that its name stands for. */
export interface ActorRow extends Actor {
  readonly metonym?: ActorId;
  /** Of a person: what he is to the one he is part of. */
  readonly role?: "leader";
  readonly address?: string;
  readonly source: readonly string[];
}

/** What every state has: `{a}` is its adjective, `{n}` its name; `bare` forms name it without the state. */
export interface ActorPattern {
  readonly suffix: string;
  readonly kind: ActorKind;
  readonly en: readonly string[];
  readonly ar: readonly string[];
  readonly bare: {
    readonly en: readonly string[];
    readonly ar: readonly string[];
    /** Ordinary words too ("the army"): a name only where they stand with the article, and of the one country the text is about. */
    readonly soft?: boolean;
  };
}

export interface State {
  readonly id: ActorId;
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly names: Words;
  readonly adjectives: Words;
  /** Names of the capital; none where it is also the state's own name, or in dispute. */
  readonly capital: Words;
}

interface Words {
  readonly en: readonly string[];
  readonly ar: readonly string[];
}

/** An actor file: the shipped one, or a user's own, which may hold `actors` alone. */
export interface ActorFile {
  readonly sources: Readonly<Record<string, DataSource>>;
  readonly qualifiers: readonly string[];
  readonly patterns: readonly ActorPattern[];
  readonly actors: readonly ActorRow[];
}

/** What names are looked up in. */
export interface Gazetteer {
  readonly actors: readonly ActorRow[];
  readonly patterns: readonly ActorPattern[];
  readonly qualifiers: readonly string[];
  readonly states: readonly State[];
  readonly places: readonly Place[];
}

const actorFile = actorsJson as unknown as ActorFile;

/** The shipped gazetteer: `data/actors.json`, `states.json`, `places.json`. */
export const shippedGazetteer: Gazetteer = {
  actors: actorFile.actors,
  patterns: actorFile.patterns,
  qualifiers: actorFile.qualifiers,
  states: statesJson.states as readonly State[],
  places: (placesJson.places as readonly (readonly string[])[]).map(placeOf),
};

function placeOf(row: readonly string[]): Place {
  const [id = "", en = "", ar = "", country = "", kind = "city"] = row;
  const names = { en: en.split("|"), ...(ar === "" ? {} : { ar: ar.split("|") }) };
  return { id, names, country, kind: kind as Place["kind"] };
}

/** A user's own actors as they may write them: a source is not asked for. */
export type OwnActor = Omit<ActorRow, "source"> & { readonly source?: readonly string[] };

/**
 * The gazetteer with a user's own actors put in: a row with a shipped id takes its place, and a name that both have is the
 * user's actor's.
 */
export function mergeActors(shipped: Gazetteer, own: { readonly actors: readonly OwnActor[] }): Gazetteer {
  const mine = own.actors.map((row): ActorRow => ({ ...row, source: row.source ?? ["own"] }));
  const ids = new Set(mine.map((row) => row.id));
  const taken = new Set(mine.flatMap(namesOf).map((name) => name.toLowerCase()));
  const rest = shipped.actors.filter((row) => !ids.has(row.id)).map((row) => withoutNames(row, taken));
  return { ...shipped, actors: [...mine, ...rest] };
}

function namesOf(row: { readonly names: Actor["names"] }): readonly string[] {
  return Object.values(row.names).flat();
}

function withoutNames(row: ActorRow, taken: ReadonlySet<string>): ActorRow {
  if (!namesOf(row).some((name) => taken.has(name.toLowerCase()))) return row;
  const names = Object.fromEntries(
    Object.entries(row.names).map(([language, all]) => [language, all.filter((n) => !taken.has(n.toLowerCase()))]),
  );
  return { ...row, names };
}

interface ById {
  readonly actors: ReadonlyMap<ActorId, ActorRow>;
  readonly states: ReadonlyMap<string, State>;
  readonly places: ReadonlyMap<string, Place>;
}

const indexes = new WeakMap<Gazetteer, ById>();

function byId(gazetteer: Gazetteer): ById {
  let index = indexes.get(gazetteer);
  if (index === undefined) {
    index = {
      actors: new Map(gazetteer.actors.map((a) => [a.id, a])),
      states: new Map(gazetteer.states.flatMap((s) => [[s.id, s] as const, [s.code, s] as const])),
      places: new Map(gazetteer.places.map((p) => [p.id, p])),
    };
    indexes.set(gazetteer, index);
  }
  return index;
}

/** The state of an id or an ISO code; null when there is none. */
export function stateOf(idOrCode: string, gazetteer: Gazetteer = shippedGazetteer): State | null {
  return byId(gazetteer).states.get(idOrCode) ?? null;
}

/** The place of an id; null when there is none. */
export function placeById(id: string, gazetteer: Gazetteer = shippedGazetteer): Place | null {
  return byId(gazetteer).places.get(id) ?? null;
}

/** The actor of an id: a row, a state, or what a state has (`syria-interior-ministry`); null when there is none. */
export function actorById(id: ActorId, gazetteer: Gazetteer = shippedGazetteer): Actor | null {
  const index = byId(gazetteer);
  const row = index.actors.get(id);
  if (row !== undefined) return row;
  const state = index.states.get(id);
  if (state !== undefined && state.id === id) {
    return { id, kind: "state", names: { en: state.names.en, ar: state.names.ar }, country: state.code };
  }
  return patternActor(id, gazetteer);
}

function patternActor(id: ActorId, gazetteer: Gazetteer): Actor | null {
  for (const pattern of gazetteer.patterns) {
    if (!id.endsWith(`-${pattern.suffix}`)) continue;
    const state = stateOf(id.slice(0, -pattern.suffix.length - 1), gazetteer);
    if (state === null) continue;
    return { id, kind: pattern.kind, names: patternNames(pattern, state), partOf: state.id, country: state.code };
  }
  return null;
}

function patternNames(pattern: ActorPattern, state: State): Actor["names"] {
  const fill = (form: string | undefined, adjective: string | undefined, name: string | undefined) =>
    form
      ?.replace("{a}", adjective ?? "")
      .replace("{n} 's", `${name}'s`)
      .replace("{n}", name ?? "");
  const en = fill(pattern.en[0], state.adjectives.en[0], state.names.en[0]);
  // The Arabic adjective agrees with its noun: feminine after ة or a plural of things, and the article goes with it.
  const feminine = /ة/.test(pattern.ar[0]?.split(" ")[0] ?? "") || /^(?:قوات|قوى|السلطات)/.test(pattern.ar[0] ?? "");
  const adjective = state.adjectives.ar[feminine ? 1 : 0];
  const ar = adjective === undefined ? undefined : fill(pattern.ar[0], `ال${adjective}`, state.names.ar[0]);
  return { en: en === undefined ? [] : [capitalised(en)], ...(ar === undefined ? {} : { ar: [ar] }) };
}

function capitalised(words: string): string {
  return words.replace(
    /(^|\s)(?!of\b|the\b)(\p{Ll})/gu,
    (_, space: string, letter: string) => space + letter.toUpperCase(),
  );
}

/** The name we print for an actor: the first in that language, else the first in English, else the id. */
export function actorName(id: ActorId, language = "en", gazetteer: Gazetteer = shippedGazetteer): string {
  const names = actorById(id, gazetteer)?.names;
  return names?.[language]?.[0] ?? names?.en?.[0] ?? id;
}

/** The actor and whatever it is part of, nearest first; a circle in a user's own file ends it. */
export function withParents(id: ActorId, gazetteer: Gazetteer = shippedGazetteer): readonly ActorId[] {
  const line: ActorId[] = [];
  let next: ActorId | undefined = id;
  while (next !== undefined && !line.includes(next)) {
    line.push(next);
    next = actorById(next, gazetteer)?.partOf;
  }
  return line;
}
