import type { Place } from "../model/actor.ts";
import type { ActorId } from "../model/id.ts";
import type { ActorPattern, Gazetteer, State } from "./gazetteer.ts";
import { nameWords } from "./name-words.ts";
import { isArabic, keysOf } from "./units.ts";

/** A name of the gazetteer as keys to match, and what it names. */
export interface Entry {
  readonly keys: readonly string[];
  readonly is: "actor" | "place";
  readonly id: string;
  readonly name: string;
  /** The state that a capital or a seat of government may stand for. */
  readonly standsFor?: ActorId;
  readonly place?: Place;
  /** A state by its own name: after "in" and the like it is the place. */
  readonly state?: boolean;
}

/** One step of a pattern's form: a word, or the state's adjective or name. */
export type Step = string | { readonly slot: "a" | "n" };

export interface Form {
  readonly steps: readonly Step[];
  readonly pattern: ActorPattern;
}

/** An adjective or name of a state. */
export interface StateTerm {
  readonly keys: readonly string[];
  readonly slot: "a" | "n";
  readonly state: State;
  readonly upper: boolean;
}

export interface NameIndex {
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  readonly terms: ReadonlyMap<string, readonly StateTerm[]>;
  /** Forms by their first word. */
  readonly wordFirst: ReadonlyMap<string, readonly Form[]>;
  /** Forms that start with an adjective (`a`) or name (`n`), by next word. */
  readonly slotFirst: Readonly<Record<"a" | "n", ReadonlyMap<string, readonly Form[]>>>;
  readonly bare: ReadonlyMap<string, readonly Form[]>;
  readonly qualifiers: ReadonlySet<string>;
  /** Every word that one of the tables above starts with: most words of a text start no name. */
  readonly starts: Starts;
  /** Those of them in other scripts than Arabic that a word in lower case may start a name with: a small table, since most words are in lower case. */
  readonly lowerStarts: Starts;
  /** Ends of contractions ("'s") that start no name. */
  readonly endings: ReadonlySet<string>;
  /** The country code of each state. */
  readonly codes: ReadonlyMap<ActorId, string>;
}

/** Words that names start with, each with the words that may stand second; null where anything may, or nothing. */
export type Starts = ReadonlyMap<string, ReadonlySet<string> | null>;

const indexes = new WeakMap<Gazetteer, NameIndex>();

/** The look-up tables of a gazetteer, made once. */
export function nameIndex(gazetteer: Gazetteer): NameIndex {
  let index = indexes.get(gazetteer);
  if (index === undefined) {
    index = build(gazetteer);
    indexes.set(gazetteer, index);
  }
  return index;
}

function build(gazetteer: Gazetteer): NameIndex {
  const entries = new Map<string, Entry[]>();
  for (const actor of gazetteer.actors) {
    const more = actor.metonym === undefined ? {} : { standsFor: actor.metonym };
    for (const name of Object.values(actor.names).flat())
      addName(entries, name, { is: "actor", id: actor.id, ...more });
  }
  for (const state of gazetteer.states) {
    for (const name of [...state.names.en, ...state.names.ar])
      addName(entries, name, { is: "actor", id: state.id, state: true });
  }
  addPlaces(entries, gazetteer);
  const forms = gazetteer.patterns.flatMap((p) =>
    [...p.en, ...p.ar].map((form) => ({ steps: stepsOf(form), pattern: p })),
  );
  const bare = gazetteer.patterns.flatMap((p) =>
    [...p.bare.en, ...p.bare.ar].map((f) => ({ steps: keysOf(f), pattern: p })),
  );
  const stateTerms = gazetteer.states.flatMap(termsOf);
  const named = [...entries.values()].flat();
  const formStarts = [...forms, ...bare].flatMap((form) => formWords(form, gazetteer.qualifiers));
  const starts = startsOf([...named.map(twoWords), ...stateTerms.map(twoWords), ...formStarts]);
  return {
    entries,
    terms: grouped(stateTerms, (term) => term.keys[0]!),
    wordFirst: grouped(
      forms.filter(({ steps }) => typeof steps[0] === "string"),
      firstWord,
    ),
    slotFirst: { a: slotForms(forms, "a"), n: slotForms(forms, "n") },
    bare: grouped(bare, firstWord),
    qualifiers: new Set(gazetteer.qualifiers),
    starts,
    lowerStarts: startsOf(
      [
        ...named.filter(({ name }) => !startsLarge(name)).map(twoWords),
        ...stateTerms.filter(({ upper }) => !upper).map(twoWords),
        ...formStarts,
      ].filter(([first]) => !isArabic(first)),
    ),
    endings: new Set(ENDINGS.filter((ending) => !keysOf(ending).some((key) => starts.has(key)))),
    codes: new Map(gazetteer.states.map((state) => [state.id, state.code])),
  };
}

const ENDINGS = ["'s", "n't", "'re", "'ve", "'ll", "'d", "'m"];

type TwoWords = readonly [first: string, second: string | null];

function twoWords({ keys }: { readonly keys: readonly string[] }): TwoWords {
  return [keys[0]!, keys[1] ?? null];
}

/** The first two words of a form that starts with a word; the second may be a qualifier, which a form is read past. */
function formWords({ steps }: Form, qualifiers: readonly string[]): TwoWords[] {
  const [first, second] = steps;
  if (typeof first !== "string") return [];
  return typeof second === "string" ? [second, ...qualifiers].map((word): TwoWords => [first, word]) : [[first, null]];
}

function startsOf(rows: readonly TwoWords[]): Starts {
  const starts = new Map<string, Set<string> | null>();
  for (const [first, second] of rows) {
    const seconds = starts.get(first);
    if (second === null) starts.set(first, null);
    else if (seconds === undefined) starts.set(first, new Set([second]));
    else seconds?.add(second);
  }
  return starts;
}

/** Whether the name plainly has its first word with a capital, so that a word in lower case cannot start it; `capitalsOf` says it of all its words. */
function startsLarge(name: string): boolean {
  const c = name.charCodeAt(0);
  return c > 64 && c < 91 && !isArabic(name) && !ARTICLES.test(/^\p{L}*/u.exec(name)![0]);
}

function addPlaces(entries: Map<string, Entry[]>, gazetteer: Gazetteer): void {
  const stateByCode = new Map(gazetteer.states.map((state) => [state.code, state]));
  for (const place of gazetteer.places) {
    if (place.kind === "country") continue;
    const state = stateByCode.get(place.country);
    const capital = new Set(state === undefined ? [] : [...state.capital.en, ...state.capital.ar]);
    for (const name of Object.values(place.names).flat()) {
      const standsFor =
        place.kind === "city" && state !== undefined && capital.has(name) ? { standsFor: state.id } : {};
      for (const spelling of spellings(name))
        addName(entries, spelling, { is: "place", id: place.id, place, ...standsFor });
    }
  }
}

const ARTICLE = /^(?:Al|Ar|As|Ash|At|Ath|Ad|Adh|An|Az)[- ](?=\p{Lu})/u;

/** A place's name as texts spell it: without ayn and hamza, and in English without the Arabic article. */
function spellings(name: string): readonly string[] {
  const plain = name.replace(/[‘’ʻʿ'`]/g, "");
  return ARTICLE.test(plain) ? [plain, plain.replace(ARTICLE, "")] : [plain];
}

// Written large or small as the outlet likes.
const ARTICLES = /^(?:al|el|the|ash|as|an|ar|bin|ibn|ul|wal|and|of|e|i)$/i;

/** "Of" in Turkey and the "West" of Cameroon are places, and words that every text has. */
function isOrdinary(key: string): boolean {
  return ARTICLES.test(key) || nameWords.notNames.has(key) || nameWords.locatives.has(key);
}

type Named = Pick<Entry, "is" | "id" | "standsFor" | "place" | "state">;

function addName(entries: Map<string, Entry[]>, name: string, named: Named): void {
  const keys = keysOf(name);
  const first = keys[0];
  if (first === undefined || (keys.length === 1 && (first.length < 2 || isOrdinary(first)))) return;
  const entry: Entry = { keys, name, ...named };
  const list = entries.get(first);
  if (list === undefined) entries.set(first, [entry]);
  else list.push(entry);
}

const WORDS = /[\p{L}\p{M}\p{N}]+(?:\.[\p{L}\p{M}\p{N}]+)*\.?/gu;

/** How a name is written: an abbreviation in capitals matches only where the text has capitals; else which words start with one. */
export interface Capitals {
  readonly caps: boolean;
  readonly upper: readonly boolean[];
}

const NO_CAPITALS: Capitals = { caps: false, upper: [] };

const capitals = new Map<string, Capitals>();

/** The capitals of a name, told once; articles are written large or small as the outlet likes. */
export function capitalsOf(name: string): Capitals {
  const known = capitals.get(name);
  if (known !== undefined) return known;
  const told = tellCapitals(name);
  capitals.set(name, told);
  return told;
}

function tellCapitals(name: string): Capitals {
  if (isArabic(name)) return NO_CAPITALS;
  const words = name.match(WORDS) ?? [];
  const letters = name.replace(/[^\p{L}]/gu, "");
  const caps = letters.length <= 6 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  return { caps, upper: words.map((word) => word.charAt(0) !== word.charAt(0).toLowerCase() && !ARTICLES.test(word)) };
}

function termsOf(state: State): StateTerm[] {
  const adjective = (word: string): StateTerm => ({ keys: keysOf(word), slot: "a", state, upper: !isArabic(word) });
  const name = (word: string): StateTerm => ({ keys: keysOf(word), slot: "n", state, upper: !isArabic(word) });
  const adjectives = [...state.adjectives.en, ...state.adjectives.ar].map(adjective);
  return [...adjectives, ...[...state.names.en, ...state.names.ar].map(name)];
}

function stepsOf(form: string): Step[] {
  return form.split(" ").flatMap((word): Step[] => {
    if (word === "{a}") return [{ slot: "a" }];
    return word === "{n}" ? [{ slot: "n" }] : keysOf(word);
  });
}

function firstWord(form: { readonly steps: readonly Step[] }): string {
  return form.steps[0] as string;
}

/** The forms that start with a slot, by the word behind it; "" where another slot follows. */
function slotForms(forms: readonly Form[], slot: "a" | "n"): Map<string, Form[]> {
  const own = forms.filter(({ steps: [first] }) => typeof first === "object" && first.slot === slot);
  return grouped(own, ({ steps: [, word] }) => (typeof word === "string" ? word : ""));
}

function grouped<T>(rows: readonly T[], keyOfRow: (row: T) => string): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOfRow(row);
    const list = map.get(key);
    if (list === undefined) map.set(key, [row]);
    else list.push(row);
  }
  return map;
}
