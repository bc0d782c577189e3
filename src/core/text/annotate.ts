import { type Problem, problem } from "../model/problem.ts";
import type { Language, Part, TextInfo } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import type { AnnotatedSentence, Annotation } from "./annotation.ts";
import { byRule } from "./arabic.ts";
import { findCounts } from "./counts.ts";
import { findDates } from "./dates.ts";
import { english } from "./english.ts";
import { type Gazetteer, shippedGazetteer } from "./gazetteer.ts";
import { languageOf, languageOfParagraph } from "./language.ts";
import { findNames } from "./names.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { findParts } from "./parts.ts";
import { findQuotations } from "./quotations.ts";
import type { Tagger } from "./tagger.ts";

/** What a text is read with; each has the shipped one as its default. */
export interface TextData {
  readonly gazetteer?: Gazetteer;
}

/** The text with everything that statements, lineage and record share: sentences, tokens, quotations, names, dates and counts [ST1, ST7, ST8]. */
export function annotate(info: TextInfo, { gazetteer = shippedGazetteer }: TextData = {}): Annotation {
  const { text } = info;
  const language = info.language ?? languageOf(text);
  const parts = findParts(text, language, info.parts);
  const paragraphs = paragraphsOf(text);
  const sentences = sentencesOf(text, { language, parts, paragraphs });
  const { dates, leftOut } = findDates(text, sentences, info.published ?? null);
  return {
    id: info.id,
    text,
    language,
    published: info.published ?? null,
    publisher: info.publisher ?? null,
    parts,
    sentences,
    quotations: findQuotations(text, paragraphs),
    mentions: findNames(text, sentences, gazetteer),
    dates,
    counts: findCounts(text, sentences, dates),
    problems: problemsOf(info, language, leftOut),
  };
}

const READ = new Set(["en", "ar", "und"]);
// Zero-width and direction marks, soft hyphens and tag characters. Joiners inside words and a mark between scripts are ordinary.
const HIDDEN = /[\u200B\u2060-\u2064\u202A-\u202E\u2066-\u2069]|\u{E0001}|[\u{E0020}-\u{E007F}]/gu;

function problemsOf({ id, name, text }: TextInfo, language: Language, leftOut: readonly Span[]): Problem[] {
  const called = name ?? id;
  const hidden = [...text.matchAll(HIDDEN)];
  const out: Problem[] = [];
  if (!READ.has(language)) out.push(problem("language-not-read", { text: called, language }));
  if (leftOut[0] !== undefined) {
    const first = text.slice(leftOut[0].start, leftOut[0].end);
    out.push(problem("relative-dates-left-out", { text: called, count: leftOut.length, first }));
  }
  if (hidden[0] !== undefined) {
    out.push(problem("text-hidden-characters", { text: called, count: hidden.length, first: hidden[0].index }));
  }
  return out;
}

interface Frame {
  readonly language: Language;
  readonly parts: readonly Part[];
  readonly paragraphs: readonly Span[];
}

function sentencesOf(text: string, { language, parts, paragraphs }: Frame): AnnotatedSentence[] {
  const out: AnnotatedSentence[] = [];
  let partAt = 0;
  paragraphs.forEach((span, i) => {
    const spoken = languageOfParagraph(text, span, language);
    for (const sentence of taggerFor(spoken).tag(text, span)) {
      while (partAt < parts.length && parts[partAt]!.end <= sentence.start) partAt++;
      const part = parts[partAt];
      const inside = part !== undefined && part.start <= sentence.start;
      out.push({
        ...sentence,
        paragraph: i + 1,
        language: spoken,
        part: inside ? part.kind : "body",
        ...(inside && part.repeat ? { repeat: true } : {}),
      });
    }
  });
  return out;
}

function taggerFor(language: Language): Tagger {
  return language === "en" || language === "und" ? english : byRule;
}
