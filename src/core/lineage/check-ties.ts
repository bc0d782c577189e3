import { stemOf } from "../text/words.ts";
import { setOf } from "./change-lists.ts";
import type { NounPhrase } from "./chunks.ts";
import type { Prepared } from "./prepare.ts";
import { type Side, sideOf } from "./side.ts";
import { hasSense } from "./word-senses.ts";

/** Words that a text uses for one and the same: "Orlan's chief executive, Tomas Reke", "the trawler Grey Petrel", "the Maritime Union (IMU)". */
interface Tie {
  readonly names: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
}

const known = new WeakMap<Prepared, readonly Tie[]>();

/** The ties of a whole text, read once. */
function tiesOf(text: Prepared): readonly Tie[] {
  const found = known.get(text) ?? text.sentences.flatMap((_, i) => tiesIn(sideOf(text, [i])));
  known.set(text, found);
  return found;
}

function tiesIn(side: Side): readonly Tie[] {
  const raw = side.text.read.info.text;
  const { slots } = side.clauses;
  const apposed = slots.flatMap(({ phrase }, k): Tie[] => {
    const next = slots[k + 1]?.phrase;
    if (next === undefined || !/^, $/.test(raw.slice(phrase.span.end, next.span.start))) return [];
    if (!/^(?:[,.;]|$)/.test(raw.slice(next.span.end))) return [];
    if (isName(phrase) === isName(next)) return [];
    const [name, role] = isName(phrase) ? [phrase, next] : [next, phrase];
    return [{ names: new Set(name.names), roles: roleWords(raw, role) }];
  });
  return [
    ...apposed,
    ...slots.flatMap(({ phrase }) => [...titled(raw, phrase), ...capitals(raw, phrase)]),
    ...lettered(side),
  ];
}

function isName({ names, head }: NounPhrase): boolean {
  return names.includes(head);
}

const ARTICLES = setOf("the a an its their his her our former new");

/** The last words of a phrase, without whose it is: of "Orlan's chief executive" the chief executive. */
function roleWords(raw: string, { span }: NounPhrase): ReadonlySet<string> {
  const own = raw
    .slice(span.start, span.end)
    .toLowerCase()
    .replace(/^.*['’]s? /, "");
  const words = own.match(/[\p{L}]+/gu) ?? [];
  return new Set(
    words
      .filter((w) => !ARTICLES.has(w))
      .slice(-2)
      .map(stemOf),
  );
}

/** "Governor Ilse Marten": words of the language before a name, with capitals as it. */
function capitals(raw: string, { span }: NounPhrase): readonly Tie[] {
  const words = raw
    .slice(span.start, span.end)
    .split(" ")
    .filter((w) => !ARTICLES.has(w.toLowerCase()));
  if (words.length < 2 || !words.every((w) => /^\p{Lu}[\p{L}-]+$/u.test(w))) return [];
  const stems = words.map((w) => stemOf(w.toLowerCase()));
  const from = stems.findIndex((s) => !hasSense(s));
  return from < 1 ? [] : [{ names: new Set(stems.slice(from)), roles: new Set(stems.slice(0, from)) }];
}

/** "The shipping company Orlan Lines": words in lower case before a name. */
function titled(raw: string, phrase: NounPhrase): readonly Tie[] {
  const own = raw.slice(phrase.span.start, phrase.span.end);
  const match = /^(?:the |a |an |its |their )?((?:\p{Ll}+ )+)((?:\p{Lu}[\p{L}-]*(?: |$))+)$/u.exec(own);
  if (match === null || /['’]/.test(own)) return [];
  const stems = (text: string) => new Set(text.trim().toLowerCase().split(" ").map(stemOf));
  return [{ names: stems(match[2] ?? ""), roles: stems(match[1] ?? "") }];
}

/** "The International Maritime Union (IMU)", and the same letters without the brackets. */
function lettered({ text, sentences }: Side): readonly Tie[] {
  return sentences.flatMap(({ span }) =>
    [
      ...text.read.info.text
        .slice(span.start, span.end)
        .matchAll(/(?<!\p{L})\p{Lu}\p{L}+(?: (?:of |for |the |and ){0,3}\p{Lu}\p{L}+){1,12}/gu),
    ].map(([name]) => {
      const words = name.split(" ").filter((w) => /^\p{Lu}/u.test(w) && !ARTICLES.has(w.toLowerCase()));
      const letters = words
        .map((w) => w.charAt(0))
        .join("")
        .toLowerCase();
      return { names: new Set([letters, stemOf(letters)]), roles: new Set(words.map((w) => stemOf(w.toLowerCase()))) };
    }),
  );
}

/** Whether the text calls by the first words what it calls by one of the others too: a role for a name, letters for a long form. */
export function areTied(text: Prepared, x: readonly string[], y: readonly string[]): boolean {
  const has = (set: ReadonlySet<string>, stems: readonly string[]) => stems.some((s) => set.has(s));
  return tiesOf(text).some(({ names, roles }) => (has(names, x) && has(roles, y)) || (has(roles, x) && has(names, y)));
}
