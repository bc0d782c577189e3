import arabicData from "../data/cues.ar.json" with { type: "json" };
import englishData from "../data/cues.en.json" with { type: "json" };
import type { Language } from "../model/reading.ts";
import type { Act, Strength } from "../model/statement.ts";
import { type Agreement, type ArabicVerbKind, arabicForms } from "./arabic-verbs.ts";
import { fold } from "./fold.ts";

/** What a reporting verb can be followed by, or stand beside. */
export type Takes =
  | "quote"
  | "clause"
  /** A clause, but only after "that". */
  | "that"
  | "object"
  | "infinitive"
  | "question"
  | "addressee"
  | "as"
  | "complement"
  | "responsibility";

/** What the form of a verb says of its tense; a form such as `said` can be two. */
export type FormKind = "base" | "present" | "past" | "participle" | "gerund";

/** A reporting word: what it does, how sure it is of its content, and where its content stands [ST3]. */
export interface CueWord {
  readonly lemma: string;
  readonly act: Act;
  readonly strength: Strength;
  readonly polarity: "positive" | "negative";
  readonly takes: ReadonlySet<Takes>;
  /** Words that open its content: "accused of", "blamed on", اتهم … ب. */
  readonly prepositions: readonly string[];
  /** A word that must follow: the "out" of "point out". */
  readonly particle?: string;
  /** For a noun: the words after which its content stands. */
  readonly before: readonly string[];
  /** Only somebody who can speak makes a statement by it: "the rivalry explains" makes none. */
  readonly speakers: boolean;
  /** The objects without which it is no cue, folded (تراجع عن, but only of a statement). */
  readonly only?: ReadonlySet<string>;
}

/** How sure a text is of what it says, from weak to strong [LI7]. */
export type Level = "possible" | "likely" | "reported" | "asserted" | "confirmed";
export const LEVELS: readonly Level[] = ["possible", "likely", "reported", "asserted", "confirmed"];

export interface VerbForm {
  readonly cue: CueWord;
  readonly kinds: readonly FormKind[];
  /** Of an Arabic form: whose verb it can be. */
  readonly agrees?: Agreement;
}

/** A phrase of one or more words, folded, with what it stands for. */
export interface Phrase<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** Phrases by their first word, the longest first. */
export type Phrases<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

export type Connective = "adverb" | "verb" | "modal" | "grounds";

export interface ImpersonalCue {
  readonly act: Act;
  readonly strength: Strength;
}

/** A verb of claiming: with an attack as its object, or with "responsibility". */
export interface ClaimVerb {
  readonly lemma: string;
  readonly needs: "thing" | "responsibility";
  /** Of an Arabic form: whose verb it can be. */
  readonly agrees?: Agreement | undefined;
}

/** Words by which a claim of responsibility, and the lack of one, is known [ST4]. */
export interface ResponsibilityWords {
  readonly verbs: ReadonlyMap<string, ClaimVerb>;
  readonly responsibility: ReadonlySet<string>;
  readonly things: ReadonlySet<string>;
  readonly avoids: ReadonlySet<string>;
  readonly silence: ReadonlySet<string>;
  readonly remains: ReadonlySet<string>;
  readonly nobody: ReadonlySet<string>;
}

/** The cue lexicon of one language, ready for look-up by folded word. One lexicon serves statements and lineage [ST3]. */
export interface Lexicon {
  readonly language: Language;
  /** Reporting verbs by any of their forms. */
  readonly verbs: ReadonlyMap<string, readonly VerbForm[]>;
  /** Reporting nouns by any of their forms. */
  readonly nouns: ReadonlyMap<string, CueWord>;
  /** The commonest reporting verbs, by lemma: a find of theirs is let through sooner [ST2]. */
  readonly common: ReadonlySet<string>;
  /** "it emerged", تبين: reports that name nobody. */
  readonly impersonal: Phrases<ImpersonalCue>;
  /** "reportedly", "allegedly". */
  readonly adverbs: ReadonlyMap<string, ImpersonalCue>;
  /** "according to", بحسب. */
  readonly according: Phrases<true>;
  /** For each word that opens an entry of some table, the bits of those tables: most words of a text open none. */
  readonly opens: ReadonlyMap<string, number>;
  readonly complementizers: ReadonlySet<string>;
  /** Accusative participles that go on reporting: مضيفا, قائلا. */
  readonly participles: ReadonlyMap<string, CueWord>;
  /** قوله, قولها: "her saying", after "quoted … as". */
  readonly saying: ReadonlySet<string>;
  readonly responsibility: ResponsibilityWords;
  readonly negators: ReadonlySet<string>;
  /** Hedges and the words that confirm, with their level; single words and phrases. */
  readonly hedges: Phrases<Level>;
  /** Connectives of an inference: an adverb ("therefore"), a verb ("this suggests") or a modal ("must have") of its conclusion, or what leads to its grounds [ST6]. */
  readonly connectives: Phrases<Connective>;
  readonly forecast: Phrases<true>;
  readonly conditions: Phrases<true>;
  readonly questions: ReadonlySet<string>;
  /** Words of judgment wherever they stand; the weak ones only as a predicate ("was poor"); and phrases that say what ought to be. */
  readonly evaluative: Phrases<"strong" | "weak">;
  /** Head nouns by which a speaker's kind is told [ST5]. */
  readonly speakers: ReadonlyMap<string, "collective" | "unnamed" | "role" | "named">;
}

/** The tables of a lexicon as bits, for a quick look at what a word or a sentence can hold. */
export const BITS = {
  verbs: 1,
  nouns: 2,
  impersonal: 4,
  adverbs: 8,
  according: 16,
  /** Verbs of responsibility, by lemma too, and of remaining silent. */
  responsibility: 32,
  hedges: 64,
  connectives: 128,
  forecast: 256,
  conditions: 512,
  evaluative: 1024,
} as const;

function opensIn(tables: Readonly<Record<keyof typeof BITS, Iterable<string>>>): ReadonlyMap<string, number> {
  const opens = new Map<string, number>();
  for (const [name, words] of Object.entries(tables)) {
    for (const word of words) opens.set(word, (opens.get(word) ?? 0) | BITS[name as keyof typeof BITS]);
  }
  return opens;
}

/** The data of one language, as `data/cues.*.json` holds it. */
export interface LexiconData {
  readonly language: Language;
  readonly version: number;
  readonly verbs: readonly VerbData[];
  readonly nouns: readonly NounData[];
  readonly common?: readonly string[];
  readonly impersonal: readonly { readonly words: string; readonly act: string; readonly strength: string }[];
  readonly adverbs?: readonly { readonly words: string; readonly act: string; readonly strength: string }[];
  readonly according: readonly string[];
  readonly complementizers?: readonly string[];
  readonly participles?: readonly { readonly lemma: string; readonly words: readonly string[] }[];
  readonly saying?: readonly string[];
  readonly responsibility: ResponsibilityData;
  readonly negators: readonly string[];
  readonly hedges: Readonly<Record<string, readonly string[]>>;
  readonly connectives: Readonly<Record<Connective, readonly string[]>>;
  readonly forecast: readonly string[];
  readonly conditions: readonly string[];
  readonly questions?: readonly string[];
  readonly evaluative: readonly string[];
  readonly evaluativeWeak?: readonly string[];
  readonly normative?: readonly string[];
  readonly speakers: Readonly<Record<string, readonly string[]>>;
}

interface VerbData {
  readonly lemma: string;
  /** Base, present, past, past participle, gerund, then others of the past or gerund. */
  readonly forms?: readonly string[];
  readonly past?: string;
  readonly present?: string;
  readonly kind?: string;
  readonly act: string;
  readonly strength: string;
  readonly polarity?: string;
  readonly takes: readonly string[];
  readonly prepositions?: readonly string[];
  readonly particle?: string;
  readonly only?: readonly string[];
  readonly speakers?: boolean;
}

interface NounData {
  readonly lemma: string;
  readonly forms: readonly string[];
  readonly act: string;
  readonly strength: string;
  readonly polarity?: string;
  readonly before: readonly string[];
}

interface ResponsibilityData {
  readonly verbs: readonly (
    | string
    | {
        readonly lemma: string;
        readonly past: string;
        readonly present: string;
        readonly kind?: string;
        readonly needs: string;
      }
  )[];
  readonly objects?: readonly string[];
  readonly responsibility?: readonly string[];
  readonly things: readonly string[];
  readonly avoids: readonly string[];
  readonly silent?: readonly string[];
  readonly silence?: readonly string[];
  readonly remains?: readonly string[];
  readonly silentVerbs?: readonly string[];
  readonly nobody: readonly string[];
}

const shipped = new Map<Language, Lexicon>();
const DATA: Readonly<Record<string, LexiconData>> = { en: englishData, ar: arabicData };

/** The shipped rows of a language, to add to; English for every language that has none. */
export function lexiconDataOf(language: Language): LexiconData {
  return DATA[Object.hasOwn(DATA, language) ? language : "en"]!;
}

/** The shipped lexicon of a language, made once; English for every language that has none. */
export function lexiconOf(language: Language): Lexicon {
  const key = Object.hasOwn(DATA, language) ? language : "en";
  const known = shipped.get(key);
  if (known !== undefined) return known;
  const made = makeLexicon(lexiconDataOf(key));
  shipped.set(key, made);
  return made;
}

/** The lexicon from its data, each word folded as tokens are. */
export function makeLexicon(data: LexiconData): Lexicon {
  const verbs = verbTable(data.verbs);
  const nouns = nounTable(data.nouns);
  const impersonal = phrases(data.impersonal.map((row) => [row.words, cueKind(row)]));
  const adverbs = new Map((data.adverbs ?? []).map((row) => [fold(row.words), cueKind(row)]));
  const according = phrases(data.according.map((words) => [words, true as const]));
  const responsibility = responsibilityOf(data.responsibility);
  const hedges = phrases(LEVELS.flatMap((level) => (data.hedges[level] ?? []).map((w): [string, Level] => [w, level])));
  const connectives = phrases(
    (Object.keys(data.connectives) as Connective[]).flatMap((is) =>
      data.connectives[is].map((w): [string, Connective] => [w, is]),
    ),
  );
  const forecast = phrases(data.forecast.map((w) => [w, true as const]));
  const conditions = phrases(data.conditions.map((w) => [w, true as const]));
  const evaluative = phrases([
    ...[...data.evaluative, ...(data.normative ?? [])].map((w): [string, "strong"] => [w, "strong"]),
    ...(data.evaluativeWeak ?? []).map((w): [string, "weak"] => [w, "weak"]),
  ]);
  return {
    language: data.language,
    verbs,
    nouns,
    common: words(data.common ?? []),
    impersonal,
    adverbs,
    according,
    opens: opensIn({
      verbs: verbs.keys(),
      nouns: nouns.keys(),
      impersonal: impersonal.keys(),
      adverbs: adverbs.keys(),
      according: according.keys(),
      responsibility: [...responsibility.verbs.keys(), ...responsibility.remains],
      hedges: hedges.keys(),
      connectives: connectives.keys(),
      forecast: forecast.keys(),
      conditions: conditions.keys(),
      evaluative: evaluative.keys(),
    }),
    complementizers: words(data.complementizers ?? ["that"]),
    participles: participleTable(data, verbs),
    saying: words(data.saying ?? []),
    responsibility,
    negators: words(data.negators),
    hedges,
    connectives,
    forecast,
    conditions,
    questions: words(data.questions ?? []),
    evaluative,
    speakers: speakerTable(data.speakers),
  };
}

/** The phrase that starts at word `i`, the longest first; null where none does. */
export function phraseAt<T>(table: Phrases<T>, norms: readonly string[], i: number): Phrase<T> | null {
  const first = norms[i];
  const phrases = first === undefined ? undefined : table.get(first);
  if (phrases === undefined) return null;
  for (const phrase of phrases) if (hasWords(norms, i, phrase.words)) return phrase;
  return null;
}

function hasWords(norms: readonly string[], at: number, words: readonly string[]): boolean {
  for (let k = 1; k < words.length; k++) if (norms[at + k] !== words[k]) return false;
  return true;
}

function words(list: readonly string[]): ReadonlySet<string> {
  return new Set(list.map(fold));
}

function phrases<T>(rows: readonly (readonly [string, T])[]): Phrases<T> {
  const table = new Map<string, Phrase<T>[]>();
  for (const [text, value] of rows) {
    const parts = fold(text).split(" ");
    const first = parts[0]!;
    table.set(first, [...(table.get(first) ?? []), { words: parts, value }]);
  }
  for (const list of table.values()) list.sort((a, b) => b.words.length - a.words.length);
  return table;
}

function cueKind(row: { readonly act: string; readonly strength: string }): ImpersonalCue {
  return { act: row.act as Act, strength: row.strength as Strength };
}

function cueWord(row: VerbData | NounData): CueWord {
  const verb = "takes" in row ? row : null;
  return {
    lemma: row.lemma,
    act: row.act as Act,
    strength: row.strength as Strength,
    polarity: row.polarity === "negative" ? "negative" : "positive",
    takes: new Set((verb?.takes ?? []) as readonly Takes[]),
    prepositions: (verb?.prepositions ?? []).map(fold),
    speakers: verb?.speakers ?? false,
    before: "before" in row ? row.before.map(fold) : [],
    ...(verb?.particle === undefined ? {} : { particle: fold(verb.particle) }),
    ...(verb?.only === undefined ? {} : { only: words(verb.only) }),
  };
}

const KINDS: readonly FormKind[] = ["base", "present", "past", "participle", "gerund"];

function verbTable(rows: readonly VerbData[]): ReadonlyMap<string, readonly VerbForm[]> {
  const table = new Map<string, VerbForm[]>();
  for (const row of rows) {
    const cue = cueWord(row);
    const { forms, agrees } = formsOf(row);
    for (const [form, kinds] of forms) {
      const list = table.get(form) ?? [];
      const agreement = agrees?.get(form);
      // Verbs with a particle first: they are the more special.
      list.push({ cue, kinds, ...(agreement === undefined ? {} : { agrees: agreement }) });
      list.sort((a, b) => Number(b.cue.particle !== undefined) - Number(a.cue.particle !== undefined));
      table.set(form, list);
    }
  }
  return table;
}

interface Forms {
  readonly forms: ReadonlyMap<string, FormKind[]>;
  readonly agrees?: ReadonlyMap<string, Agreement>;
}

function formsOf(row: VerbData): Forms {
  const forms = new Map<string, FormKind[]>();
  const add = (form: string, kind: FormKind) => forms.set(form, [...(forms.get(form) ?? []), kind]);
  if (row.past !== undefined && row.present !== undefined) {
    const made = arabicForms({ past: row.past, present: row.present, ...kindOf(row.kind) });
    for (const form of made.past) add(form, "past");
    for (const form of made.present) add(form, "present");
    return { forms, agrees: made.agrees };
  }
  (row.forms ?? [row.lemma]).forEach((form, i) => {
    add(fold(form), KINDS[i] ?? (form.endsWith("ing") ? "gerund" : "past"));
  });
  return { forms };
}

function kindOf(kind: string | undefined): { readonly kind?: ArabicVerbKind } {
  return kind === undefined ? {} : { kind: kind as ArabicVerbKind };
}

function nounTable(rows: readonly NounData[]): ReadonlyMap<string, CueWord> {
  return new Map(
    rows.flatMap((row) => {
      const cue = cueWord(row);
      return row.forms.map((form): [string, CueWord] => [fold(form), cue]);
    }),
  );
}

function participleTable(
  data: LexiconData,
  verbs: ReadonlyMap<string, readonly VerbForm[]>,
): ReadonlyMap<string, CueWord> {
  return new Map(
    (data.participles ?? []).flatMap((row) => {
      const verb = verbs.get(fold(row.lemma))?.[0]?.cue;
      return verb === undefined ? [] : row.words.map((word): [string, CueWord] => [fold(word), verb]);
    }),
  );
}

function responsibilityOf(data: ResponsibilityData): ResponsibilityWords {
  const verbs = new Map<string, ClaimVerb>();
  for (const row of data.verbs) {
    if (typeof row === "string") verbs.set(row, { lemma: row, needs: "responsibility" });
    else {
      const made = arabicForms({ past: row.past, present: row.present, ...kindOf(row.kind) });
      const needs = row.needs === "thing" ? "thing" : "responsibility";
      for (const form of [...made.past, ...made.present])
        verbs.set(form, { lemma: row.lemma, needs, agrees: made.agrees.get(form) });
    }
  }
  return {
    verbs,
    responsibility: words(data.responsibility ?? data.objects ?? []),
    things: words(data.things),
    avoids: words(data.avoids),
    silence: words(data.silence ?? data.silent ?? []),
    remains: words(data.remains ?? data.silentVerbs ?? []),
    nobody: words(data.nobody),
  };
}

function speakerTable(data: Readonly<Record<string, readonly string[]>>): Lexicon["speakers"] {
  const table = new Map<string, "collective" | "unnamed" | "role" | "named">();
  for (const kind of ["named", "role", "unnamed", "collective"] as const) {
    for (const word of data[kind] ?? []) table.set(fold(word), kind);
  }
  return table;
}
