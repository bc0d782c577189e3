import type { AssessedDocument } from "../core/model/assessment.ts";
import type { Brief, BriefPart, BriefSentence } from "../core/model/brief.ts";
import { whenInWords } from "../core/model/time.ts";
import { clean, type Paint, wrap } from "./terminal.ts";

/** The brief for a terminal: sections, sentences with their notes' numbers, then the notes with the sources' words. */
export function briefText(brief: Brief, paint: Paint, columns: number): string[] {
  return [
    paint.bold("─".repeat(Math.min(columns, 80))),
    ...(brief.demonstration === null ? [] : [paint.soft(clean(brief.demonstration))]),
    ...brief.sections.flatMap((section) => [
      ...(section.heading === "" ? [] : ["", paint.bold(clean(section.heading))]),
      ...(section.list
        ? section.sentences.flatMap((s) => wrap(`– ${sentenceText(s)}`, columns, "  "))
        : wrap(section.sentences.map(sentenceText).join(" "), columns)),
    ]),
    "",
    paint.bold("Notes"),
    ...brief.notes.flatMap((n) => {
      const words = n.quote === undefined ? "" : `“${clean(n.quote)}” `;
      const text = [words, n.place ?? "", n.text ?? ""].filter((x) => x !== "").join(" ");
      return wrap(`${n.number}  ${clean(text)}`, columns, "   ");
    }),
  ];
}

/** Which document each number of the brief stands for: its name, publisher and day. */
export function documentsText(documents: readonly AssessedDocument[], paint: Paint, columns: number): string[] {
  const line = ({ position, name, publisher, published }: AssessedDocument) => {
    const when = published === null ? "undated" : whenInWords(published);
    return `${position} ${[name, ...(publisher ? [publisher] : []), when].join(", ")}`;
  };
  return ["", paint.bold("Documents"), ...documents.flatMap((d) => wrap(clean(line(d)), columns, "   "))];
}

function sentenceText(s: BriefSentence): string {
  const notes = s.notes.length === 0 ? "" : ` [${s.notes.join(", ")}]`;
  return `${clean(s.parts.map(partText).join(""))}${notes}`;
}

function partText(part: BriefPart): string {
  switch (part.is) {
    case "figure":
      return part.shown;
    case "likelihood":
      return part.words.join(" to ");
    case "quote":
      return `“${part.text}”`;
    default:
      return part.text;
  }
}
