import table from "../data/incident-words.json" with { type: "json" };
import type { Traits } from "../model/silence.ts";
import type { Span } from "../model/span.ts";

type Language = "en" | "ar";
type Found = { readonly span: Span; readonly kind: string };

/** A phrase finder for whole words: longest first, folded, one linear pass. */
function finder(phrases: readonly (readonly [string, string])[]): (text: string) => readonly Found[] {
  const kinds = new Map(phrases.map(([phrase, kind]) => [phrase.toLowerCase(), kind]));
  const longest = [...kinds.keys()]
    .sort((a, b) => b.length - a.length)
    .map((p) => p.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  // Arabic writes "and", "with", "the" onto the word; they are read over.
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:[وفبلك]?(?:ال|لل)?)(${longest.join("|")})(?![\\p{L}\\p{N}])`,
    "giu",
  );
  return (text) =>
    [...text.matchAll(pattern)].map((m) => ({
      span: { start: m.index, end: m.index + m[0].length },
      kind: kinds.get((m[1] ?? "").toLowerCase()) ?? "unspecified",
    }));
}

const byKind = (kinds: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(kinds).flatMap(([kind, words]) => words.map((word) => [word, kind] as const));
const plain = (words: readonly string[]) => words.map((word) => [word, word] as const);

const languages: readonly Language[] = ["en", "ar"];
const finders = {
  attack: finder(languages.flatMap((l) => byKind(table.attack[l]))),
  weapon: finder(languages.flatMap((l) => plain(table.weapon[l]))),
  target: finder(languages.flatMap((l) => byKind(table.target[l]))),
  insider: finder(languages.flatMap((l) => plain(table.insider[l]))),
};

/** The words of a passage that name an attack (kind: its type), a weapon, a target (kind: its class) or an insider; spans are in `text`. */
export function findIncidentWords(text: string, what: keyof typeof finders): readonly Found[] {
  return finders[what](text);
}

/** The attack type that a passage states, the more specific one first; undefined where it only says "attack" or nothing. */
export function attackTypeOf(text: string): Traits["attackType"] {
  const kinds = findIncidentWords(text, "attack").map((f) => f.kind);
  return ["suicide", ...kinds].find((kind) => kind !== "unspecified" && kinds.includes(kind));
}
