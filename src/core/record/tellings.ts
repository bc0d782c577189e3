import frequency from "../data/word-frequency.ar.json" with { type: "json" };
import type { Mention } from "../model/reading.ts";
import { overlaps, type Span } from "../model/span.ts";
import type { When } from "../model/time.ts";
import { fold } from "../text/fold.ts";
import { findIncidentWords } from "../text/incident-words.ts";
import { stemArabic } from "../text/stem.ts";
import { isDayOfSaying } from "./day-of-saying.ts";
import type { RecordDocument, RecordInput } from "./input.ts";
import type { Telling } from "./telling.ts";

/** Every sentence, headline repeats and footers left out, that names an attack. */
export function tellings(input: RecordInput): readonly Telling[] {
  return input.documents.flatMap((document) =>
    document.reading.sentences.flatMap((sentence, index) => {
      if (sentence.repeat || sentence.part === "footer") return [];
      const words = document.text.slice(sentence.start, sentence.end);
      const attacks = findIncidentWords(words, "attack");
      if (attacks.length === 0) return [];
      // A drill plays an attack; nothing happened.
      if (findIncidentWords(words, "drill").length > 0) return [];
      const dates = document.reading.dates.filter(
        (d) => overlaps(d.span, sentence) && !isOfSaying(document, sentence, d),
      );
      return [
        {
          document,
          sentence,
          index,
          opens: attacks.some((a) => !isOnlyMeant(words, a.span)) || attacks.some((a) => isTold(words, a.span)),
          days: dates.filter((d) => isDay(d.when)).map((d) => ({ when: d.when, span: d.span })),
          periods: dates.filter((d) => !isDay(d.when)).map((d) => ({ when: d.when, span: d.span })),
          places: [
            ...document.reading.mentions.flatMap((m) =>
              overlaps(m.span, sentence) ? placeOf(input, document, m) : [],
            ),
            ...(sentence.language === "ar" ? arabicPlaces(document, sentence) : []),
          ],
        },
      ];
    }),
  );
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

/** A name after one of these is a place, whatever it is called. */
export const BEFORE_PLACE =
  /\b(?:(?:at|in|near|outside|inside|around|towards?)\s+(?:the\s+)?|(?:town|city|village|port|island|province|district|region|outskirts|north|south|east|west|suburb|valley)\s+of\s+(?:the\s+)?)$/i;

/** The place of a mention: of the gazetteer, or a name that no list knows, by the word before it. */
function placeOf(input: RecordInput, { text, reading }: RecordDocument, m: Mention): Telling["places"] {
  const { is, id, span } = m;
  if (is === "place") {
    const place = input.placeName(id);
    if (place === null) return [];
    // A capital without a word of place before it may stand for its state: the last guess.
    return [{ id, kind: m.standsFor === undefined ? place.kind : "capital", country: place.country, span }];
  }
  const before = text.slice(Math.max(0, span.start - 20), span.start);
  const named = is === "proposal" && BEFORE_PLACE.test(before) && !NO_PLACE.test(text.slice(span.start, span.end));
  if (!named) return [];
  // "At Tarn Bridge, Kenya".
  const after = reading.mentions.find(
    (x) => x.span.start > span.end && /^,\s+$/.test(text.slice(span.end, x.span.start)),
  );
  const country = after === undefined ? "" : (input.placeName(after.id)?.country ?? "");
  return [{ id: text.slice(span.start, span.end), kind: "unlisted", country, span }];
}

const NO_PLACE =
  /(?:\bministry|\bgovernment|\bforces|\bagency|\bpolice|\barmy|\bcourt|\bgroups?|\bofficials|\bmedia)$/iu;
const OF_PLACE =
  /(?<!\p{L})[وبل]?(?:ال)?(?:مدينة|بلدة|قرية|محافظة|ولاية|إقليم|منطقة|ناحية|قضاء|ضاحية|حي|ميناء|مرفأ|جزيرة|معبر|جسر|وادي|سد|جبل|مخيم|سهل|خليج|بحيرة|مطار|تل)\s{1,3}((?:(?:تل|عين|دير|أم|أبو|بني|جبل|وادي|رأس|بئر|خان|كفر|بيت|برج|باب|نهر|مرج|مرسى|ميناء|بحر|سد)\s{1,3})?\p{L}{3,20})/gu;
const NO_NAME =
  /^(?:[بلو]?ال(?:حدود|عاصم|ساحل|شمال|جنوب|شرق|غرب|نائ|قريب|مجاور)|حدودي|ساحلي|جبلي|نائي|صحراوي|قريب|مجاور|تقع|الذي|التي|على|في|من|كان|أخرى|آخر|تابع|سكني|صناعي|تجاري)/u;

function arabicPlaces(document: RecordDocument, sentence: Span): Telling["places"] {
  const named = unlistedArabic(document, sentence);
  const bare = bareArabic(document, sentence).filter((b) => !named.some((n) => overlaps(n.span, b.span)));
  return [...named, ...bare];
}

const IN_PLACE =
  /(?<!\p{L})[وف]?(?:في|قرب|عند|شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|ضواحي|ريف|أطراف|مشارف|وسط)\s((?:(?:تل|عين|دير|أم|أبو|بني|جبل|وادي|رأس|بئر|خان|كفر|بيت|برج|باب|نهر|مرج|مرسى|بحيرة)\s)?)(\p{L}{3,14})(?=[\s.،؛:؟)»]|$)/gu;

/** Arabic: a word of no dictionary after "in" or "near", at the end of its group: the name of a place that no list knows. */
function bareArabic({ text, reading }: RecordDocument, sentence: Span): Telling["places"] {
  const words = text.slice(sentence.start, sentence.end);
  return [...words.matchAll(IN_PLACE)].flatMap((m) => {
    const [lead, name] = [m[1] ?? "", m[2] ?? ""];
    const start = sentence.start + m.index + m[0].length - name.length - lead.length;
    const span = { start, end: start + lead.length + name.length };
    if (lead === "" ? !isStrange(name) : NO_NAME.test(name)) return [];
    if (!ENDS_GROUP.test(text.slice(span.end, Math.min(sentence.end, span.end + 24)))) return [];
    if (reading.mentions.some((x) => x.is !== "proposal" && overlaps(x.span, span))) return [];
    return [{ id: text.slice(span.start, span.end), kind: "unlisted", country: "", span }];
  });
}

/** What may follow the name: a mark, a time, a preposition, "and", a verb. */
const ENDS_GROUP =
  /^(?:[.،؛:؟)»]|$|\s(?:يوم|مساء|صباح|فجر|أمس|ليل|ليلة|ظهر|عام|صحبة|بحسب|وفق|في|من|على|إلى|عن|مع|بعد|قبل|خلال|منذ|عند|ما|مما|التي|الذي|حيث|بينما|لكن|كما|حين|عندما|أسفر|أدى|و\p{L}|[بل]\p{L}{3}|\p{L}{3,5}(?:ت|وا|ته|تها|ه|ها)(?!\p{L})))/u;

const common: ReadonlySet<string> = new Set(frequency.weights.flatMap(({ stems }) => stems.split(" ")));

/** A word that the table of common words lacks, in any of its shapes, without article; plurals and adjectives are words. */
function isStrange(word: string): boolean {
  const folded = fold(word);
  if (/^(?:ال|لل)/u.test(folded) || NO_NAME.test(word)) return false;
  if (/(?:ات|ية|يا|ته|نه|ها|هم|هما)$/u.test(word)) return false;
  if (findIncidentWords(word, "attack").length + findIncidentWords(word, "target").length > 0) return false;
  if (findIncidentWords(word, "weapon").length > 0) return false;
  const shapes = [folded, folded.replace(/^[وفبلكم]/u, ""), folded.replace(/(?:ه|ا|ي|ين|ون|ان)$/u, "")];
  return shapes.every((shape) => !common.has(shape) && !common.has(stemArabic(shape)));
}

/** Arabic: the name after "town of", "village of", as a place that no list knows; a gazetteer's own mention comes before it. */
function unlistedArabic({ text, reading }: RecordDocument, sentence: Span): Telling["places"] {
  return [...text.slice(sentence.start, sentence.end).matchAll(OF_PLACE)].flatMap((m) => {
    const name = m[1] ?? "";
    if (NO_NAME.test(name)) return [];
    const start = sentence.start + m.index + m[0].length - name.length;
    const span = { start, end: start + name.length };
    if (reading.mentions.some((x) => x.is !== "proposal" && overlaps(x.span, span))) return [];
    return [{ id: name, kind: "unlisted", country: "", span }];
  });
}
