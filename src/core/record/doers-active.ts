import data from "../data/attack-verbs.json" with { type: "json" };
import { overlaps, type Span } from "../model/span.ts";
import { shippedGazetteer } from "../text/gazetteer.ts";
import { findIncidentWords } from "../text/incident-words.ts";
import { wordFinder } from "../text/word-finder.ts";
import type { Doer } from "./doer.ts";
import type { RecordDocument } from "./input.ts";
import { type Party, partiesIn } from "./parties.ts";

const adjectives = wordFinder(
  shippedGazetteer.states.flatMap(({ id, adjectives: { en } }) =>
    en.flatMap((word) => (/(?:ese|ish|ch|sh)$/u.test(word) ? [word] : [word, `${word}s`]).map((w) => [w, id] as const)),
  ),
);
const verbs: ReadonlySet<string> = new Set(data.attacks);
const needing: ReadonlySet<string> = new Set(data.needsADeed);
const forces: ReadonlySet<string> = new Set(data.forces);
const BETWEEN = /^(?:has|have|had|also|then|again|later|allegedly|reportedly|twice|repeatedly|\p{Ll}+ly)$/u;
const MOST = 6;

/** Whom an English sentence says to have attacked, in the active: "the Front's fighters stormed the base", "Xish jets bombed", "their assault on", "Front-linked bombings". */
export function activeDoers(document: RecordDocument, sentence: Span): readonly Doer[] {
  const { text } = document;
  return subjects(document, sentence).flatMap((whom): readonly Doer[] => {
    const before = text.slice(sentence.start, whom.span.start);
    if (NOT_A_SUBJECT.test(before)) return [];
    const rest = text.slice(whom.span.end, Math.min(sentence.end, whom.span.end + 120));
    const found = active(rest) ?? possessive(rest) ?? linked(rest);
    if (found === null) return [];
    const end = whom.span.end + found.length;
    const last = found.length - 1 - rest.slice(0, found.length).lastIndexOf(" ");
    const cue = { start: end - last, end };
    const sure = found.sure && !SUSPECTED.test(before);
    return [{ whom, cue, by: null, how: sure ? "blames" : "suggests", plain: true }];
  });
}

const NOT_A_SUBJECT =
  /\b(?:on|against|at|of|by|to|from|near|in|with|between|than|toward|towards|inside)\s(?:the\s|an?\s)?$/iu;
const SUSPECTED = /\b(?:suspected|alleged|presumed|apparent|possible|believed)\s(?:\p{L}+\s)?$/iu;

/** Known actors, names that no list knows, and adjectives of states: "Xish bombs", "the Xishs". */
function subjects(document: RecordDocument, sentence: Span): readonly Party[] {
  const named = partiesIn(document, sentence).filter(
    ({ span, actor }) =>
      span.start >= sentence.start && (actor !== null || /\p{Lu}/u.test(document.text.slice(span.start, span.end))),
  );
  const words = document.text.slice(sentence.start, sentence.end);
  const national = adjectives(words)
    .map(({ span, value }) => ({
      span: { start: sentence.start + span.start, end: sentence.start + span.end },
      actor: value,
    }))
    .filter(({ span }) => /^\p{Lu}/u.test(document.text.slice(span.start, span.end)));
  return [...named, ...national.filter((n) => !named.some((p) => overlaps(p.span, n.span)))];
}

interface Found {
  readonly length: number;
  readonly sure: boolean;
}

/** The subject's forces, then the verb, within a few words: " fighters on Monday stormed". */
function active(words: string): Found | null {
  // "The Front, which shelled".
  const relative = /^,\s(?:who|which)(?=\s)/u.exec(words)?.[0].length ?? 0;
  const found = activeIn(words.slice(relative));
  return found === null ? null : { ...found, length: found.length + relative };
}

function activeIn(rest: string): Found | null {
  let length = 0;
  for (const [i, m] of [...rest.matchAll(/[^\s]+/gu)].entries()) {
    const word = m[0].toLowerCase();
    const bare = word.replace(/[,.;:]$/u, "");
    length = m.index + m[0].length;
    if (verbs.has(bare)) return isDone(rest, length, bare) ? { length, sure: true } : null;
    if (i >= MOST || bare !== word) return null;
    if (!forces.has(bare) && !BETWEEN.test(bare) && !(i === 0 && /^['’]s?$/u.test(bare))) return null;
  }
  return null;
}

/** Not "attacked by", and "launched" only an attack. */
function isDone(rest: string, end: number, verb: string): boolean {
  const after = rest.slice(end);
  if (/^\s(?:by|in|at|from|near|when|while|as)\b/iu.test(after) || /^[,.;:]/u.test(after)) return false;
  return !needing.has(verb) || findIncidentWords(after.split(/[,.;:]/u, 1)[0]!.slice(0, 60), "attack").length > 0;
}

/** "'s assault on", " air strikes on". */
function possessive(rest: string): Found | null {
  const lead = /^(?:['’]s?)?\s(?:\p{Ll}[\p{Ll}-]*\s){0,3}/u.exec(rest);
  const [attack] = findIncidentWords(rest.slice(0, 60), "attack");
  if (lead === null || attack === undefined || attack.span.start > lead[0].length) return null;
  const between = rest
    .slice(0, attack.span.start)
    .replace(/^['’]s?/u, "")
    .trim();
  if (between !== "" && !between.split(" ").every((w) => DESCRIBES.test(w))) return null;
  const on = /^\s(?:on|against)\s/u.exec(rest.slice(attack.span.end));
  return on === null ? null : { length: attack.span.end, sure: true };
}

const DESCRIBES =
  /^(?:air|drone|missile|rocket|mortar|military|ground|aerial|deadly|bloody|latest|recent|surprise|cross-border|suicide|car|truck|bomb|gun|arson|cyber|terror|terrorist|massive|overnight)$/u;

/** "-linked bombings". */
function linked(rest: string): Found | null {
  const m = /^-(?:linked|affiliated|inspired|backed)\s(?:\p{Ll}[\p{Ll}-]*\s){0,2}/u.exec(rest);
  if (m === null) return null;
  const [attack] = findIncidentWords(rest.slice(m[0].length, m[0].length + 30), "attack");
  return attack === undefined || attack.span.start > 0 ? null : { length: m[0].length + attack.span.end, sure: false };
}
