import frequency from "../data/word-frequency.ar.json" with { type: "json" };
import type { Mention, Sentence } from "../model/reading.ts";
import { overlaps, type Span } from "../model/span.ts";
import { fold } from "../text/fold.ts";
import { findIncidentWords } from "../text/incident-words.ts";
import { stemArabic } from "../text/stem.ts";
import type { RecordDocument, RecordInput } from "./input.ts";
import { lead, type Telling } from "./telling.ts";

type Place = Telling["places"][number];

/** The places that a sentence names, each with how sure its words are of it; of "the X district of Y" X alone, with Y's country. */
export function placesIn(input: RecordInput, document: RecordDocument, sentence: Sentence): readonly Place[] {
  const named = document.reading.mentions.flatMap((m) =>
    overlaps(m.span, sentence) ? placeOf(input, document, m, sentence) : [],
  );
  const arabic =
    sentence.language === "ar" ? arabicPlaces(document, sentence) : unlistedDateline(document, sentence, named);
  return narrowest(
    document,
    [...named, ...arabic].sort((a, b) => a.span.start - b.span.start),
  );
}

/** Where the second of two places holds the first: "in X, a town in Y", "the X district of Y", حي كذا في مدينة كذا. */
const HELD_BY =
  /^(?:['’]s)?(?:\s(?:district|area|neighbou?rhood|section|suburb|quarter|camp|village|town|city|county|township))?(?:,)?\s(?:in|of|outside|near)\s(?:the\s)?(?:\p{L}+\s){0,5}$|^,\s(?:(?:a|an|the)\s(?:\p{L}+\s){0,5}(?:in|of|near)\s(?:the\s)?(?:\p{L}+\s){0,2})?$|^(?:\s\([^)]{0,20}\))?[،,]?\s(?:في|ب|شمال|جنوب|شرق|غرب|وسط|شمالي|جنوبي|شرقي|غربي|التابعة ل|بمحافظة|بولاية|بإقليم|بمدينة)\S{0,4}\s?(?:\p{L}+\s){0,3}(?:ب|ال|ل)?$/u;

function narrowest({ text }: RecordDocument, list: readonly Place[]): readonly Place[] {
  const out: Place[] = [];
  for (const place of list) {
    const before = out.at(-1);
    const held =
      before !== undefined &&
      before.rank <= place.rank + 1 &&
      before.rank < LOOSE &&
      place.span.start > before.span.end &&
      HELD_BY.test(text.slice(before.span.end, place.span.start));
    if (!held) out.push(place);
    else if (before.country === "") out[out.length - 1] = { ...before, country: place.country };
  }
  return out;
}

const LOCATED = 1;
const UNSURE = 1.5;
const REGION = 2;
const DATELINE = 3;
const COUNTRY = 4;
const LOOSE = 5;
const CAPITAL = 6;

/** The place most told of: one that words put the attack in, then regions, the dateline, countries, names without such words. */
export function topPlace(list: readonly Telling[]): string | null {
  const points = new Map<string, { rank: number; points: number; order: number }>();
  list.forEach((t, i) => {
    for (const p of t.places) {
      const found = points.get(p.id) ?? { rank: p.rank, points: 0, order: points.size };
      points.set(p.id, {
        ...found,
        rank: Math.min(found.rank, p.rank),
        points: found.points + lead(t) + (i === 0 ? 1 : 0) + (p.sure ? 2 : 0),
      });
    }
  });
  const ranked = [...points].sort(([, a], [, b]) => a.rank - b.rank || b.points - a.points || a.order - b.order);
  return ranked[0]?.[0] ?? null;
}

/** A name after one of these is a place, whatever it is called. */
export const BEFORE_PLACE =
  /\b(?:(?:at|in|near|outside|inside|around|towards?|off|across|throughout|from|over)\s+(?:the\s+)?(?:(?:northern|southern|eastern|western|central|north(?:east|west)(?:ern)?|south(?:east|west)(?:ern)?|downtown|upper|lower|coastal|greater|nearby|neighbou?ring|rural|remote|restive|volatile|[a-z]{2,12}ern)\s+){0,2}(?:(?:town|city|village|port|island|province|district|region|suburb|valley|neighbou?rhood|area|capital|camp|state|county|settlement)\s+(?:of\s+)?)?|(?:town|city|village|port|island|province|district|region|outskirts|north|south|east|west|suburb|valley)\s+of\s+(?:the\s+)?)$/i;

/** The place of a mention: of the gazetteer, or a name that no list knows, by the word before it. */
function placeOf(input: RecordInput, document: RecordDocument, m: Mention, sentence: Sentence): readonly Place[] {
  const { text, reading } = document;
  const { is, id, span } = m;
  const before = text.slice(Math.max(sentence.start, span.start - 70), span.start);
  const located = BEFORE_PLACE.test(before);
  const arabic = /\p{Script=Arabic}/u.test(text.slice(span.start, span.end));
  if (is === "place") {
    const place = input.placeName(id);
    if (place === null || (!arabic && isPartOfName(text, span))) return [];
    const capital = m.standsFor !== undefined && !located && !arabic;
    return [
      {
        id,
        kind: place.kind,
        country: place.country,
        span,
        rank: rankOf(place.kind, {
          located: located || arabic,
          capital,
          dateline: isDateline(text, sentence, span),
        }),
      },
    ];
  }
  if (is !== "proposal" || NO_PLACE.test(text.slice(span.start, span.end))) return [];
  const whole = arabic ? span : wholeName(text, span);
  if (whole === null) return [];
  const dateline = !located && !arabic && isDateline(text, sentence, span);
  if (!located && !dateline) return [];
  // "At Tarn Bridge, Kenya".
  const after = reading.mentions.find(
    (x) => x.span.start > span.end && /^,\s+$/.test(text.slice(span.end, x.span.start)),
  );
  const country = after === undefined ? "" : (input.placeName(after.id)?.country ?? "");
  return [
    {
      id: text.slice(whole.start, whole.end),
      kind: "unlisted",
      country,
      span: whole,
      rank: dateline ? DATELINE : FROM.test(before) ? UNSURE : LOCATED,
      sure: SURE.test(before),
    },
  ];
}

function rankOf(
  kind: string,
  { located, capital, dateline }: { readonly located: boolean; readonly capital: boolean; readonly dateline: boolean },
): number {
  if (dateline) return DATELINE;
  if (kind === "country") return COUNTRY;
  if (capital) return CAPITAL;
  if (kind === "region") return REGION;
  return located ? LOCATED : LOOSE;
}

/** "QUETTA, Pakistan (AP) —", "TARN, Oct 14 (Agency) -", "بغداد - ": where a report was written, at its beginning. */
const AFTER_DATELINE =
  /^(?:,\s[^()\n]{1,40})?(?:\s\([^()\n]{2,40}\))?\s{0,2}(?:[-–—]{1,2}|:)\s|^(?:,\s[^()\n]{1,40})?\s?\([^()\n]{2,40}\)\s/u;

/** "MARENPORT, Sept 2 (Agency) -": a town in capitals that no list knows. */
function unlistedDateline({ text }: RecordDocument, sentence: Sentence, named: readonly Place[]): readonly Place[] {
  const found = /^\p{Lu}[\p{Lu}.’' -]{2,30}(?=[,\s(])/u.exec(
    text.slice(sentence.start, Math.min(sentence.end, sentence.start + 34)),
  );
  const words = found?.[0].trimEnd() ?? "";
  const span = { start: sentence.start, end: sentence.start + words.length };
  if (words === "" || named.some((p) => overlaps(p.span, span)) || !isDateline(text, sentence, span)) return [];
  return [{ id: words, kind: "unlisted", country: "", span, rank: DATELINE }];
}

function isDateline(text: string, sentence: Sentence, span: Span): boolean {
  const before = text.slice(sentence.start, span.start);
  return /^(?:[\p{Lu}\p{L}.’' -]{1,30},\s)?$/u.test(before) && AFTER_DATELINE.test(text.slice(span.end, span.end + 90));
}

/** "San" of "San Marento", "Mysore" of "INS Mysore": a town's name inside a longer name. */
function isPartOfName(text: string, { start, end }: Span): boolean {
  if (text.slice(start, end) !== text.slice(start, end).toUpperCase() && isCut(text, end)) return true;
  const before =
    text
      .slice(Math.max(0, start - 24), start)
      .trimEnd()
      .split(/\s/u)
      .at(-1) ?? "";
  const joined = /\s$/u.test(text.slice(Math.max(0, start - 1), start));
  return joined && /^\p{Lu}[\p{L}.’'-]{0,24}$/u.test(before) && !BEFORE_NAME.test(before);
}

/** Where somebody came from need not be where it was. */
const FROM = /\bfrom\s+(?:\p{Ll}+\s+){0,2}$/u;
/** Words for what stands at a place and bears its name. */
const LANDMARK =
  /^\s(?:Lock|Dam|Pass|Gate|Hill|Ridge|Creek|Crossing|Junction|Point|Quay|Pier|Wharf|Weir|Ford|Mill|Mine|Depot|Station|Terminal|Base|Camp|Beach|Bay|Cape|Falls|Forest|Heights|Island|Lake|Market|Park|Plaza|River|Tower|Town|Valley|Village|Yard)(?![\p{L}-])(?!\s\p{Lu})/u;

/** The name with the word for what it is that the tagger took for another: "Belder Lock"; null where a longer name goes on. */
function wholeName(text: string, span: Span): Span | null {
  if (!isCut(text, span.end)) return span;
  const found = LANDMARK.exec(text.slice(span.end, span.end + 30));
  return found === null ? null : { start: span.start, end: span.end + found[0].length };
}

/** "At the Ninth | Shore Movement": the name goes on, and not with a word for a place. */
function isCut(text: string, end: number): boolean {
  const next = /^\s(\p{Lu}[\p{L}’'-]+)/u.exec(text.slice(end, end + 30))?.[1];
  return next !== undefined && !PLACE_NOUN.test(next);
}

const PLACE_NOUN =
  /^(?:Province|District|City|Governorate|Region|County|State|Airport|Street|Road|Avenue|Square|Bridge|Port|Harbou?r|University|Hospital|Prison|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|I)$/u;
const BEFORE_NAME =
  /^(?:In|At|Near|From|Outside|Around|To|The|On|Of|And|Across|Inside|Northern|Southern|Eastern|Western|Central|North|South|East|West|Northeast|Northwest|Southeast|Southwest|Northeastern|Northwestern|Southeastern|Southwestern|Downtown|Greater|Old|New|Upper|Lower|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|But|When|While|After|If|As|For|With|By|\p{L}+['’]s)$/u;

/** "In the village of": a word for a place says that the name is one. */
const SURE =
  /\b(?:town|city|village|port|island|province|district|region|suburb|valley|neighbou?rhood|outskirts|settlement|camp) of (?:the )?$/u;

const NO_PLACE =
  /(?:\bministry|\bgovernment|\bforces|\bagency|\bpolice|\barmy|\bcourt|\bgroups?|\bofficials|\bmedia)$/iu;
const OF_PLACE =
  /(?<!\p{L})[وبل]?(?:ال)?(?:مدينة|بلدة|قرية|بلدتي|قريتي|مدينتي|ساحة|شارع|دوار|مفرق|مصفاة|محافظة|ولاية|إقليم|منطقة|ناحية|قضاء|ضاحية|حي|ميناء|مرفأ|جزيرة|معبر|جسر|وادي|سد|جبل|مخيم|سهل|خليج|بحيرة|مطار|تل)\s{1,3}((?:(?:تل|عين|دير|أم|أبو|بني|جبل|وادي|رأس|بئر|خان|كفر|بيت|برج|باب|نهر|مرج|مرسى|ميناء|بحر|سد)\s{1,3})?\p{L}{3,20})/gu;
const NO_NAME =
  /^(?:[بلو]?ال(?:حدود|عاصم|ساحل|شمال|جنوب|شرق|غرب|نائ|قريب|مجاور)|حدودي|ساحلي|جبلي|نائي|صحراوي|قريب|مجاور|تقع|الذي|التي|على|في|من|كان|أخرى|آخر|تابع|سكني|صناعي|تجاري|قديم|جديد|كبير|صغير|رئيسي|عسكري|حكومي|عام|مهجور|مكتظ|شعبي|مجاور|صغيره|كبيره)/u;

function arabicPlaces(document: RecordDocument, sentence: Span): readonly Place[] {
  const named = unlistedArabic(document, sentence);
  const bare = bareArabic(document, sentence).filter((b) => !named.some((n) => overlaps(n.span, b.span)));
  return [...named, ...bare];
}

const IN_PLACE =
  /(?<!\p{L})[وف]?(?:في|قرب|عند|شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|ضواحي|ريف|أطراف|مشارف|وسط)\s((?:(?:تل|عين|دير|أم|أبو|بني|جبل|وادي|رأس|بئر|خان|كفر|بيت|برج|باب|نهر|مرج|مرسى|بحيرة)\s)?)(\p{L}{3,14})(?=[\s.،؛:؟)»]|$)/gu;

/** Arabic: a word of no dictionary after "in" or "near", at the end of its group: the name of a place that no list knows. */
function bareArabic({ text, reading }: RecordDocument, sentence: Span): readonly Place[] {
  const words = text.slice(sentence.start, sentence.end);
  return [...words.matchAll(IN_PLACE)].flatMap((m) => {
    const [lead, name] = [m[1] ?? "", m[2] ?? ""];
    const start = sentence.start + m.index + m[0].length - name.length - lead.length;
    const span = { start, end: start + lead.length + name.length };
    if (lead === "" ? !isStrange(name) : NO_NAME.test(name)) return [];
    if (!ENDS_GROUP.test(text.slice(span.end, Math.min(sentence.end, span.end + 24)))) return [];
    if (reading.mentions.some((x) => x.is !== "proposal" && overlaps(x.span, span))) return [];
    return [{ id: text.slice(span.start, span.end), kind: "unlisted", country: "", span, rank: UNSURE }];
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
  if (/(?:ات|ية|يا|ته|نه|ها|هم|هما|ئه|ئها|ائه)$/u.test(word)) return false;
  if (findIncidentWords(word, "attack").length + findIncidentWords(word, "target").length > 0) return false;
  if (findIncidentWords(word, "weapon").length > 0) return false;
  const shapes = [folded, folded.replace(/^[وفبلكم]/u, ""), folded.replace(/(?:ه|ا|ي|ين|ون|ان)$/u, "")];
  return shapes.every((shape) => !common.has(shape) && !common.has(stemArabic(shape)));
}

/** Arabic: the name after "town of", "village of", as a place that no list knows; a gazetteer's own mention comes before it. */
function unlistedArabic({ text, reading }: RecordDocument, sentence: Span): readonly Place[] {
  return [...text.slice(sentence.start, sentence.end).matchAll(OF_PLACE)].flatMap((m) => {
    const name = m[1] ?? "";
    if (NO_NAME.test(name)) return [];
    const start = sentence.start + m.index + m[0].length - name.length;
    const span = { start, end: start + name.length };
    if (reading.mentions.some((x) => x.is !== "proposal" && overlaps(x.span, span))) return [];
    return [{ id: name, kind: "unlisted", country: "", span, rank: LOCATED }];
  });
}
