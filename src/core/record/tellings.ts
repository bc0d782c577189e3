import { overlaps, type Span } from "../model/span.ts";
import type { Act } from "../model/statement.ts";
import type { When } from "../model/time.ts";
import { findIncidentWords } from "../text/incident-words.ts";
import { isDayOfSaying } from "./day-of-saying.ts";
import type { RecordDocument, RecordInput } from "./input.ts";
import { placesIn } from "./places-told.ts";
import { LEAD, type Telling } from "./telling.ts";

/** Every sentence, headline repeats and footers left out, that names an attack; at the head of a report that names one, those on harm done too. */
export function tellings(input: RecordInput): readonly Telling[] {
  return input.documents.flatMap((document) => {
    const found = tellingsOf(input, document);
    const blamed = document.reading.statements.some((x) => BLAME.has(x.act));
    return blamed || found.some((t) => !t.byHarm) ? found.map((t) => t.telling) : [];
  });
}

/** In the first sentences any harm done; further on what something was done to ("the fire at the school"). */
function harmIn(words: string, index: number): ReturnType<typeof findIncidentWords> {
  const targeted = findIncidentWords(words, "targeted");
  return index < LEAD ? [...findIncidentWords(words, "harm"), ...targeted] : targeted;
}

/** Where somebody is said to have done it, harm is an attack or a suspected one. */
const BLAME: ReadonlySet<Act> = new Set<Act>(["claims-responsibility", "blames"]);

interface Found {
  readonly telling: Telling;
  /** Named by what was done alone: "a fire destroyed the depot", told of an attack only where the report speaks of one. */
  readonly byHarm: boolean;
}

function tellingsOf(input: RecordInput, document: RecordDocument): readonly Found[] {
  return document.reading.sentences.flatMap((sentence, index): readonly Found[] => {
    if (sentence.repeat || sentence.part === "footer") return [];
    const words = document.text.slice(sentence.start, sentence.end);
    const named = findIncidentWords(words, "attack");
    const attacks = named.length > 0 ? named : harmIn(words, index);
    if (attacks.length === 0) return [];
    // A drill plays an attack; nothing happened.
    if (findIncidentWords(words, "drill").length > 0) return [];
    const dates = document.reading.dates.filter(
      (d) => overlaps(d.span, sentence) && !isOfSaying(document, sentence, d),
    );
    const telling = {
      document,
      sentence,
      index,
      opens: attacks.some((a) => !isOnlyMeant(words, a.span)) || attacks.some((a) => isTold(words, a.span)),
      days: dates.filter((d) => isDay(d.when)).map((d) => ({ when: d.when, span: d.span })),
      periods: dates.filter((d) => !isDay(d.when)).map((d) => ({ when: d.when, span: d.span })),
      places: placesIn(input, document, sentence),
    };
    return [{ telling, byHarm: named.length === 0 }];
  });
}

/** The day on which something was said is no day of an attack. */
function isOfSaying(
  document: RecordDocument,
  sentence: Span,
  date: { readonly span: Span; readonly when: When },
): boolean {
  // "Claimed a similar raid in January": a month holds the raid with its claim.
  if (!isDay(date.when)) return false;
  if (isDayOfSaying(document, sentence, date.span)) return true;
  return document.reading.statements.some(
    (s) =>
      s.saidAt?.edtf === date.when.edtf &&
      overlaps(s.sentence, date.span) &&
      !s.content.some((c) => c.start <= date.span.start && date.span.end <= c.end),
  );
}

/** "The attack", "this bombing", الهجوم: a word that points to an attack already told of. */
function isOnlyMeant(words: string, { start }: Span): boolean {
  return /(?:\b(?:the|this|that|such|its|their)\s+(?:\p{L}+\s+)?|(?:^|[\s،«"])[وفبلك]?(?:ال|لل))$/iu.test(
    words.slice(Math.max(0, start - 24), start),
  );
}

/** "The 2019 attack at X", "the attack in X": pointed to, and told with a year or place of its own. */
function isTold(words: string, { start, end }: Span): boolean {
  return (
    /\b(?:19|20)\d{2}\s+(?:\p{L}+\s+)?$/iu.test(words.slice(Math.max(0, start - 20), start)) ||
    /^\s+(?:at|in|on|near|of|outside)\s+(?:the\s+)?\p{Lu}/u.test(words.slice(end, end + 20)) ||
    /^\s+(?:في|قرب|على|عام)\s/u.test(words.slice(end, end + 12))
  );
}

export function isDay(when: When): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(when.edtf) && !when.edtf.includes("/");
}
