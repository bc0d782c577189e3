import type { AssessedDocument } from "../core/model/assessment.ts";
import type { Brief, BriefLanguage, BriefNote, BriefPart, BriefSection, BriefSentence } from "../core/model/brief.ts";
import { type BriefWords, briefWords } from "./brief-words.ts";
import { shownText, withoutChannels } from "./shown.ts";

/**
 * The brief as Markdown: the judgment first, notes as footnotes, what its texts are (a demonstration, where they are) at its head and its
 * foot; then which document each number stands for. Words from outside are escaped: none of them is markup or a link.
 */
export function briefMarkdown(brief: Brief, documents: readonly AssessedDocument[] = []): string {
  const { demonstration, title, asOf, atSeq, version, sections, notes } = brief;
  const words = briefWords(brief.language);
  const demo = demonstration === null ? [] : [`> **${plain(demonstration)}**`];
  const state = brief.checkedBy === null ? words.checkedByNobody : words.checkedBy(plain(brief.checkedBy));
  const foot = [
    `Silverblaze ${plain(version)}. ${state} ${words.notLegal}`,
    ...(demonstration === null ? [] : [`${plain(demonstration)}.`]),
  ];
  const blocks = [
    `# ${plain(title)}`,
    ...demo,
    words.known(asOf, atSeq),
    ...sections.flatMap((section, i) => sectionBlocks(section, i === 0, words)),
    ...(documents.length === 0
      ? []
      : [`## ${words.documents}`, documents.map((d) => documentLine(d, words)).join("\n")]),
    "---",
    foot.join(" "),
    ...notes.map((note) => noteBlock(note, brief.language, words)),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function sectionBlocks(
  { id, heading, list, sentences }: BriefSection,
  first: boolean,
  words: BriefWords,
): readonly string[] {
  const lines = sentences.map((sentence) => sentenceText(sentence, words));
  if (first && id === "judgment") return lines.map((line, i) => (i === 0 ? `**${line}**` : line));
  const body = list ? lines.map((line) => `- ${line}`).join("\n") : lines.join(" ");
  return [`## ${plain(heading)}`, ...(body === "" ? [] : [body])];
}

function documentLine({ position, name, publisher, published }: AssessedDocument, words: BriefWords): string {
  const when = published === null ? words.undated : words.when(published);
  return `${position}. ${[name, ...(publisher ? [publisher] : []), when].map(plain).join(words.comma)}`;
}

function sentenceText({ parts, notes }: BriefSentence, words: BriefWords): string {
  return `${parts.map((part) => partText(part, words)).join("")}${notes.map((n) => `[^${n}]`).join("")}`;
}

function partText(part: BriefPart, { marks, to }: BriefWords): string {
  switch (part.is) {
    case "text":
      return plain(part.text);
    case "figure":
      return plain(part.shown);
    case "likelihood":
      return plain(part.words.join(to));
    default:
      return inQuotes(part.text, marks);
  }
}

function noteBlock(
  { number, quote, language, place, text }: BriefNote,
  around: BriefLanguage,
  { marks }: BriefWords,
): string {
  // In an English brief an Arabic quote keeps its own marks; in an Arabic one all marks are the brief's.
  const own = around === "en" && language === "ar" ? ARABIC_MARKS : marks;
  const pieces = [
    quote === undefined ? null : inQuotes(quote, own),
    text === undefined ? null : plain(text),
    place === undefined ? null : `(${plain(place)})`,
  ];
  return `[^${number}]: ${pieces.filter((piece) => piece !== null).join(" ") || "\u2013"}`;
}

const ARABIC_MARKS = ["\u00ab", "\u00bb"] as const;

function inQuotes(text: string, [open, close]: readonly [string, string]): string {
  return `${open}${plain(text)}${close}`;
}

/** The text on one line with every character that Markdown reads as markup escaped, hidden ones named, channel addresses left out [CO2]. */
function plain(text: string): string {
  return shownText(withoutChannels(text))
    .replace(/\s+/gu, " ")
    .replace(/[\\`*_{}[\]<>#|~^$&@!]/g, "\\$&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/\bwww\./gi, (found) => found.replace(".", "\\."))
    .replace(/^(\s*)([-+=])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s)/, "$1\\$2");
}
