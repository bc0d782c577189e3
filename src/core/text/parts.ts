import type { Language, Part, PartKind } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import { paragraphsOf } from "./paragraphs.ts";

const SHORT = 160;
const LONGEST_FURNITURE = 400;
const TOP = 6;
const BOTTOM = 8;
/** Repeats shorter than this are chance: "Yes.", "No comment." */
const SHORTEST_REPEAT = 20;

/** In a short text a line can stand near both ends. */
interface Place {
  readonly top: boolean;
  readonly bottom: boolean;
}
const AT_TOP: Place = { top: true, bottom: false };
interface Row {
  readonly language: "en" | "ar";
  readonly kind: PartKind;
  readonly where: "top" | "bottom" | "anywhere";
  readonly looks: RegExp;
}

/** How newsrooms and their software mark what is not running text; each pattern is bound to one end of a short line. */
const ROWS: readonly Row[] = [
  {
    language: "en",
    kind: "byline",
    where: "top",
    looks: /^(?:By|BY|by):?\s+\p{Lu}(?:[^.!?]|\.(?=\S| \p{Lu})){1,100}$/u,
  },
  {
    language: "en",
    kind: "byline",
    where: "top",
    looks: /^(?:(?:first |last )?(?:published|updated|posted|modified))\b[^!?]{0,100}\d[^!?]{0,40}$/i,
  },
  {
    language: "en",
    kind: "byline",
    where: "top",
    looks:
      /^(?:\p{L}{3,9},? )?(?:\d{1,2} \p{Lu}\p{L}{2,8}(?:,? \d{4})?|\p{Lu}\p{L}{2,8} \d{1,2}(?:,? \d{4})?)(?:[ ,|·–-]{1,4}[\d:. ]{3,8}[\p{L} ]{0,8})?$/u,
  },
  { language: "en", kind: "byline", where: "bottom", looks: /^\(?(?:Additional r|R|r)eporting by \p{Lu}/u },
  { language: "en", kind: "byline", where: "bottom", looks: /^\(?(?:[Ww]riting|[Ee]diting) by \p{Lu}/u },
  {
    language: "en",
    kind: "caption",
    where: "anywhere",
    looks:
      /^(?:file |stock )?(?:image|photo|photograph|picture|caption|graphic|map|video|screenshot)s?(?: credit| courtesy)?:\s?\S/i,
  },
  {
    language: "en",
    kind: "caption",
    where: "anywhere",
    looks:
      /^(?:(?:the|this|an?|file|stock) )?(?:image|photo|photograph|picture|graphic|screenshot)s? (?:(?:above|below|here) )?(?:shows?|showing|features?|featuring|depicts?|depicting|captures?|displays?|illustrates?)\b/i,
  },
  {
    language: "en",
    kind: "caption",
    where: "anywhere",
    looks: /^(?:pictured|photographed)(?: (?:above|below|here))?[:,]? \S/i,
  },
  {
    language: "en",
    kind: "caption",
    where: "anywhere",
    looks: /[([](?:file )?(?:photo|image|picture|graphic)(?: (?:by|credit|courtesy))?[:\s][^()[\]]{1,80}[)\]]\.?$/i,
  },
  {
    language: "en",
    kind: "footer",
    where: "anywhere",
    looks: /^the post .* appeared (?:first )?on ./i,
  },
  {
    language: "en",
    kind: "footer",
    where: "anywhere",
    looks:
      /^(?:this|the) (?:article|story|piece|post|report) (?:was )?(?:originally|first) (?:appeared|published|posted)\b/i,
  },
  { language: "en", kind: "footer", where: "anywhere", looks: /^(?:©|\(c\) ?\d|copyright\b[^.!?]{0,40}\d{4})/i },
  { language: "en", kind: "footer", where: "anywhere", looks: /\ball rights reserved\.?$/i },
  {
    language: "en",
    kind: "footer",
    where: "anywhere",
    looks:
      /^(?:read (?:more|also|next)|see also|related(?: (?:articles?|stories|posts|topics))?|also read|more on this)(?::|$)/i,
  },
  { language: "en", kind: "footer", where: "bottom", looks: /^(?:follow|like|find|contact|join) (?:us|our)\b/i },
  {
    language: "en",
    kind: "footer",
    where: "bottom",
    looks: /^(?:subscribe|sign up|click here|share this|download (?:the|our)|support (?:us|our)|(?:please )?donate)\b/i,
  },
  {
    language: "en",
    kind: "footer",
    where: "bottom",
    looks: /^(?:tags?|filed under|topics?|categor(?:y|ies)|keywords|sources?|via):\s?\S/i,
  },
  { language: "ar", kind: "byline", where: "top", looks: /^(?:بقلم|كتبت?|إعداد|تقرير)\s?[:/–-]?\s+\S.{1,80}$/u },
  { language: "ar", kind: "byline", where: "top", looks: /^(?:نشر في|تاريخ النشر|آخر تحديث|نُشر).{0,80}$/u },
  {
    language: "ar",
    kind: "caption",
    where: "anywhere",
    looks: /^(?:ال)?(?:صورة|صور|فيديو|خريطة)(?: أرشيفية| توضيحية)?\s?[:(]/u,
  },
  {
    language: "ar",
    kind: "caption",
    where: "anywhere",
    looks: /^(?:ال)?صورة (?:تظهر|تُظهر|أرشيفية|توضيحية|من الأرشيف)/u,
  },
  { language: "ar", kind: "caption", where: "anywhere", looks: /^(?:تظهر|تُظهر) (?:هذه )?الصورة/u },
  { language: "ar", kind: "footer", where: "anywhere", looks: /(?:جميع|كل|كافة) الحقوق محفوظة/u },
  {
    language: "ar",
    kind: "footer",
    where: "anywhere",
    looks: /^(?:اقرأ أيض|اقرأ المزيد|اقرأوا أيض|إقرأ أيض|للمزيد|مواضيع ذات صلة|أخبار ذات صلة|شاهد أيض)/u,
  },
  { language: "ar", kind: "footer", where: "bottom", looks: /^(?:تابعونا|تابعنا|اشترك|اشتركوا|حمل تطبيق|انضم إلى)/u },
  { language: "ar", kind: "footer", where: "bottom", looks: /^(?:المصدر|الكلمات المفتاحية|الوسوم|وسوم)\s?[:/]/u },
];

// Feeds put their credit behind the last sentence of the teaser, in one paragraph with it.
const FEED_CREDIT = /(?:^|[.!?…\]"”’]\s{1,4})(the post [\s\S]+)$/i;
const FIRST_ON = " appeared first on ";
const ABBREVIATION = /(?:^|[\s.])\p{L}\.$/u;
const STOP = /[.,;:…،؛]["”’»)]?$/u;

interface Line extends Span {
  readonly words: string;
}

/**
 * The parts of a text, one for each paragraph: headline, byline, body, caption, footer; a paragraph that says again what an
 * earlier one said is a repeat [LI1]. `language` leaves out the patterns of other languages, except English, in which much
 * site furniture is written; `known` are parts that markup told: they stand, and only what it calls body is looked at.
 */
export function findParts(text: string, language?: Language, known?: readonly Part[]): Part[] {
  const rows = ROWS.filter(
    (r) => r.language === "en" || language === undefined || language === "und" || r.language === language,
  );
  const parts = known ? refined(text, known, rows) : found(text, rows);
  return markRepeats(text, parts);
}

function found(text: string, rows: readonly Row[]): Part[] {
  const lines = linesOf(text);
  const headline = hasHeadline(text, lines, rows) ? fold(lines[0]!.words) : null;
  return lines.map((line, i) => {
    // A page copied with its title prints the headline twice.
    if (headline !== null && (i === 0 || (i < TOP && fold(line.words) === headline))) return part("headline", line);
    return part(kindOf(line, placeOf(i, lines.length), rows), line);
  });
}

/** Markup has told the paragraphs already: what it calls body is only named, and parted from a feed's credit. */
function refined(text: string, known: readonly Part[], rows: readonly Row[]): Part[] {
  const count = known.filter((p) => p.kind === "body").length;
  let i = 0;
  return known.flatMap((p) => {
    if (p.kind !== "body") return [p];
    const place = { top: i < TOP, bottom: i >= count - BOTTOM };
    i++;
    const line = { start: p.start, end: p.end, words: text.slice(p.start, p.end) };
    return creditApart(line).map((l) => part(kindOf(l, place, rows), l));
  });
}

/** The paragraphs, a feed's credit apart from what stands before it; those without a letter or digit are left out. */
function linesOf(text: string): Line[] {
  return paragraphsOf(text).flatMap(({ start, end }) => {
    const words = text.slice(start, end);
    return /[\p{L}\p{N}]/u.test(words) ? creditApart({ start, end, words }) : [];
  });
}

function creditApart(line: Line): Line[] {
  const credit = FEED_CREDIT.exec(line.words.slice(-(LONGEST_FURNITURE + 40)))?.[1];
  if (credit === undefined || !credit.toLowerCase().includes(FIRST_ON) || credit.length === line.words.length)
    return [line];
  const before = line.words.slice(0, line.words.length - credit.length).trimEnd();
  return [
    { start: line.start, end: line.start + before.length, words: before },
    { start: line.end - credit.length, end: line.end, words: credit },
  ];
}

/** Whether the first line stands as a headline: short, without a final stop, apart from a text that follows. */
function hasHeadline(text: string, lines: readonly Line[], rows: readonly Row[]): boolean {
  const [first, second] = lines;
  if (!first || !second || first.words.length > SHORT || kindOf(first, AT_TOP, rows) !== "body") return false;
  if (STOP.test(first.words) && !ABBREVIATION.test(first.words)) return false;
  const between = text.slice(first.end, second.start);
  const apart = between.split("\n").length > 2;
  return apart || fold(first.words) === fold(second.words) || kindOf(second, AT_TOP, rows) === "byline";
}

function placeOf(i: number, count: number): Place {
  return { top: i > 0 && i < TOP, bottom: i > 0 && i >= count - BOTTOM };
}

function kindOf(line: Line, place: Place, rows: readonly Row[]): PartKind {
  if (line.words.length > LONGEST_FURNITURE) return "body";
  const row = rows.find((r) => (r.where === "anywhere" || place[r.where]) && r.looks.test(line.words));
  return row?.kind ?? "body";
}

function part(kind: PartKind, { start, end }: Span): Part {
  return { kind, start, end };
}

const OPENING = /^\s*\S*(?:\s+\S+){0,4}/u;

/** A paragraph is read whole only where another one opens with the same words. */
function markRepeats(text: string, parts: readonly Part[]): Part[] {
  const openings = parts.map((p) => fold(OPENING.exec(text.slice(p.start, p.end))![0]));
  const once = new Set<string>();
  const again = new Set<string>();
  for (const opening of openings) (once.has(opening) ? again : once).add(opening);
  const seen = new Set<string>();
  return parts.map((p, i) => {
    if (!again.has(openings[i]!)) return p;
    const words = fold(text.slice(p.start, p.end));
    if (words.length < SHORTEST_REPEAT) return p;
    if (seen.has(words)) return { ...p, repeat: true };
    seen.add(words);
    return p;
  });
}

function fold(words: string): string {
  return words.toLowerCase().replace(/\s+/gu, " ");
}
