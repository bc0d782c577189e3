import table from "../data/incident-words.json" with { type: "json" };
import type { Traits } from "../model/silence.ts";
import { type FoundWords, wordFinder } from "./word-finder.ts";

type Kinds = Readonly<Record<string, readonly string[]>>;

const byKind = (kinds: Kinds) => Object.entries(kinds).flatMap(([kind, words]) => words.map((w) => [w, kind] as const));
const plain = ({ en, ar }: { readonly en: readonly string[]; readonly ar: readonly string[] }) =>
  [...en, ...ar].map((word) => [word, word] as const);
const kinds = ({ en, ar }: { readonly en: Kinds; readonly ar: Kinds }) => [...byKind(en), ...byKind(ar)];

const finders = {
  attack: wordFinder(kinds(table.attack)),
  weapon: wordFinder(plain(table.weapon)),
  target: wordFinder(kinds(table.target)),
  insider: wordFinder(plain(table.insider)),
  precedent: wordFinder(plain(table.precedent)),
  attacker: wordFinder(plain(table.attacker)),
  part: wordFinder(byKind(table.groupPart)),
  toll: wordFinder(plain(table.toll)),
  among: wordFinder(plain(table.among)),
  targeted: wordFinder(plain(table.targeted)),
  drill: wordFinder(plain(table.drill)),
  harm: wordFinder(plain(table.harm)),
};

/**
 * The words of a passage that name an attack (kind: its type), a weapon, a target (kind: its class), an insider, an attacker, a group's part
 * (kind: which), a toll, what is part of a whole, what an attack was on, a
 * harm done by whatever means, or what likens one attack to another; spans are in `text`.
 */
export function findIncidentWords(
  text: string,
  what: keyof typeof finders,
): readonly { readonly span: FoundWords<string>["span"]; readonly kind: string }[] {
  return finders[what](text).map(({ span, value }) => ({ span, kind: value }));
}

/** Words at which the name of a target ends, folded as they stand. */
export const ENDS_TARGET: ReadonlySet<string> = new Set([...table.notInTarget.en, ...table.notInTarget.ar]);

/** The attack type that a passage states, the more specific one first; undefined where it only says "attack" or nothing. */
export function attackTypeOf(text: string): Traits["attackType"] {
  const found = findIncidentWords(text, "attack").map((f) => f.kind);
  return ["suicide", ...found].find((kind) => kind !== "unspecified" && found.includes(kind));
}
