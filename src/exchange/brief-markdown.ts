import type { AssessedDocument } from "../core/model/assessment.ts";
import type { Brief, BriefNote, BriefPart, BriefSection, BriefSentence } from "../core/model/brief.ts";
import { instantInWords, whenInWords } from "../core/model/time.ts";
import { shownText, withoutChannels } from "./shown.ts";

/**
 * The brief as Markdown: the judgment first, notes as footnotes, what its texts are (a demonstration, where they are) at its head and its
 * foot; then which document each number stands for. Words from outside are escaped: none of them is markup or a link.
 */
export function briefMarkdown(brief: Brief, documents: readonly AssessedDocument[] = []): string {
  const { demonstration, title, asOf, atSeq, version, sections, notes } = brief;
  const cut = `What could be known by ${instantInWords(asOf)}${atSeq === null ? "" : `; recorded to event ${atSeq}`}.`;
  const demo = demonstration === null ? [] : [`> **${plain(demonstration)}**`];
  const state = brief.checkedBy === null ? "Checked by nobody yet." : `Checked by ${plain(brief.checkedBy)}.`;
  const foot = [
    `Silverblaze ${plain(version)}. ${state} Not a legal finding.`,
    ...(demonstration === null ? [] : [`${plain(demonstration)}.`]),
  ];
  const blocks = [
    `# ${plain(title)}`,
    ...demo,
    cut,
    ...sections.flatMap((section, i) => sectionBlocks(section, i === 0)),
    ...(documents.length === 0 ? [] : ["## Documents", documents.map(documentLine).join("\n")]),
    "---",
    foot.join(" "),
    ...notes.map(noteBlock),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function sectionBlocks({ id, heading, list, sentences }: BriefSection, first: boolean): readonly string[] {
  const lines = sentences.map(sentenceText);
  if (first && id === "judgment") return lines.map((line, i) => (i === 0 ? `**${line}**` : line));
  const body = list ? lines.map((line) => `- ${line}`).join("\n") : lines.join(" ");
  return [`## ${plain(heading)}`, ...(body === "" ? [] : [body])];
}

function documentLine({ position, name, publisher, published }: AssessedDocument): string {
  const when = published === null ? "undated" : whenInWords(published);
  return `${position}. ${[name, ...(publisher ? [publisher] : []), when].map(plain).join(", ")}`;
}

function sentenceText({ parts, notes }: BriefSentence): string {
  return `${parts.map(partText).join("")}${notes.map((n) => `[^${n}]`).join("")}`;
}

function partText(part: BriefPart): string {
  switch (part.is) {
    case "text":
      return plain(part.text);
    case "figure":
      return plain(part.shown);
    case "likelihood":
      return plain(part.words.join(" to "));
    default:
      return inQuotes(part.text);
  }
}

function noteBlock({ number, quote, language, place, text }: BriefNote): string {
  const pieces = [
    quote === undefined ? null : inQuotes(quote, language),
    text === undefined ? null : plain(text),
    place === undefined ? null : `(${plain(place)})`,
  ];
  return `[^${number}]: ${pieces.filter((piece) => piece !== null).join(" ") || "\u2013"}`;
}

function inQuotes(text: string, language?: string): string {
  return language === "ar" ? `\u00ab${plain(text)}\u00bb` : `\u201c${plain(text)}\u201d`;
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
